"""What a changed fact touches is listed, updated as one step, or kept with a reason."""

from dataclasses import replace
from decimal import Decimal

import pytest

from briefing.errors import InputError
from briefing.model.article import Article
from briefing.model.fact import Fact, FactDraft, FactKind
from briefing.model.ids import Uid
from briefing.services.drafting import Drafting
from briefing.services.evidence import EvidenceDesk
from briefing.services.fact_standing import FactStanding
from briefing.services.publishing import Publishing
from briefing.services.rippling import Rippling
from briefing.services.safekeeping import Safekeeping
from briefing.store import memos, versions
from briefing.store.library_file import Library

DRAFT = FactDraft("Mexico arrested 59 targets.", FactKind.FIGURE, Decimal(59), "targets")


@pytest.fixture
def ripple(library: Library) -> Rippling:
    return Rippling(library)


def captured(library: Library, article: Article, draft: FactDraft = DRAFT) -> Fact:
    start = article.body.index("the arrest")
    return EvidenceDesk(library).capture(article.uid, start, start + 20, draft)[0]


def written(drafting: Drafting, *bodies: str) -> list[Uid]:
    """Return memos with these texts."""
    found: list[Uid] = []
    for number, body in enumerate(bodies):
        memo, _ = drafting.new_memo("decision-memo", {"subject": f"Memo {number}"})
        drafting.save(memo.uid, memo.fields, body)
        found.append(memo.uid)
    return found


@pytest.fixture
def drafting(library: Library) -> Drafting:
    return Drafting(library, library.path.parent / "own")


@pytest.fixture
def pair(library: Library, article: Article) -> tuple[Fact, Fact]:
    newer = replace(DRAFT, statement="Mexico arrested 61 targets.", value=Decimal(61))
    return captured(library, article), captured(library, article, newer)


def test_sentences_of_all_memos_are_listed_with_their_citations(
    library: Library, drafting: Drafting, ripple: Rippling, pair: tuple[Fact, Fact]
) -> None:
    key = pair[0].key
    uids = written(
        drafting,
        f"Before. The police hold 59 targets. [@fact:{key}] After.\n",
        f"They are 59 [@fact:{key}].\n",
        "No source here.\n",
    )
    found = ripple.touched(pair[0].uid)
    assert [(one.memo_uid, one.text) for one in found] == [
        (uids[0], f"The police hold 59 targets. [@fact:{key}]"),
        (uids[1], f"They are 59 [@fact:{key}]."),
    ]
    assert all(
        memos.get(library.reader(), one.memo_uid).body[one.start : one.end] == one.text
        for one in found
    )
    assert {one.text for one in ripple.touched(Uid("article"))} == {one.text for one in found}


def test_update_is_one_step_and_a_version_keeps_what_stood_there(
    library: Library, drafting: Drafting, ripple: Rippling, pair: tuple[Fact, Fact]
) -> None:
    old, newer = pair
    body = f"The police hold 59 targets. [@fact:{old.key}]\n"
    uids = written(drafting, body, body)
    FactStanding(library).supersede(old.uid, newer.uid, "a recount")
    found = ripple.touched(old.uid)
    changes = ripple.update(found, ripple.proposals(found))
    assert changes.memos == set(uids)
    expected = f"The police hold 61 targets. [@fact:{newer.key}]\n"
    assert [drafting.memo(uid).body for uid in uids] == [expected] * 2
    assert ripple.touched(old.uid) == ()
    assert [versions.of_memo(library.reader(), uid)[0].body for uid in uids] == [body] * 2
    Safekeeping(library).undo()
    assert [drafting.memo(uid).body for uid in uids] == [body] * 2


def test_version_that_was_sent_reads_as_before(
    library: Library, drafting: Drafting, ripple: Rippling, pair: tuple[Fact, Fact]
) -> None:
    old, newer = pair
    (uid,) = written(drafting, f"They are 59 [@fact:{old.key}].\n")
    version, _ = drafting.make_version(uid, "sent")
    publishing = Publishing(library)
    sent = replace(drafting.memo(uid), body=version.body, fields=version.fields)
    before = publishing.publication(sent)
    FactStanding(library).supersede(old.uid, newer.uid, "a recount")
    found = ripple.touched(old.uid)
    ripple.update(found, ripple.proposals(found))
    after = publishing.publication(sent)
    assert (after.blocks, after.notes) == (before.blocks, before.notes)


def test_kept_sentence_says_why_until_the_fact_changes_again(
    library: Library, drafting: Drafting, ripple: Rippling, pair: tuple[Fact, Fact]
) -> None:
    old, newer = pair
    written(drafting, f"They were 59 [@fact:{old.key}].\n")
    FactStanding(library).dispute(old.uid, "the ministry denies it")
    assert [one.kept_reason for one in ripple.touched(old.uid)] == [""]
    ripple.keep(ripple.touched(old.uid), "it is told as history")
    assert [one.kept_reason for one in ripple.touched(old.uid)] == ["it is told as history"]
    FactStanding(library).supersede(old.uid, newer.uid, "a recount")
    assert [one.kept_reason for one in ripple.touched(old.uid)] == [""]


def test_memo_changed_meanwhile_is_not_overwritten(
    drafting: Drafting, ripple: Rippling, pair: tuple[Fact, Fact]
) -> None:
    (uid,) = written(drafting, f"They are 59 [@fact:{pair[0].key}].\n")
    found = ripple.touched(pair[0].uid)
    drafting.save(uid, (), "Another text.\n")
    with pytest.raises(InputError, match="List the sentences again"):
        ripple.update(found, ["New."])
    assert drafting.memo(uid).body == "Another text.\n"


def test_citation_under_a_quotation_is_renamed_with_it(
    library: Library, drafting: Drafting, ripple: Rippling, pair: tuple[Fact, Fact]
) -> None:
    old, newer = pair
    (uid,) = written(drafting, f"> We hold 59 targets.\n\n[@fact:{old.key}]\n\nAnother line.\n")
    FactStanding(library).supersede(old.uid, newer.uid, "a recount")
    found = ripple.touched(old.uid)
    ripple.update(found, ripple.proposals(found))
    assert f"@fact:{newer.key}" in drafting.memo(uid).body
    assert f"@fact:{old.key}" not in drafting.memo(uid).body
