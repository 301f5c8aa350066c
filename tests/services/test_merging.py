"""Merging near-copies: nothing is lost, memos go on citing, and undo takes all of it back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import InputError
from briefing.model.anchor import AnchorState
from briefing.model.article import Article, Colour, Usage
from briefing.model.block import CitationItem
from briefing.model.ids import Uid
from briefing.model.import_outcome import Outcome
from briefing.model.memo import Memo
from briefing.model.partial_date import PartialDate
from briefing.services.cited_sources import CitedSources
from briefing.services.collecting import Collecting
from briefing.services.copies import Copies
from briefing.services.evidence import EvidenceDesk
from briefing.services.safekeeping import Safekeeping
from briefing.services.searching import Searching
from briefing.services.tracing import retrace
from briefing.services.triage import Triage
from briefing.services.used_in import used_in
from briefing.store import article_versions, articles, citekey_aliases, facts, originals
from briefing.store.library_file import Library
from tests.services.stories import reprint, story
from tests.store.records import (
    add_fact,
    add_memo,
    check_index,
    dump,
    make_article,
    make_evidence,
    make_fact,
    make_memo,
    make_original,
    uids,
)

TEXT = story(1, 300)
DERIVED = ("article_sketches", "sketch_keys", "copy_pairs", "duplicate_members")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.briefing") as library:
        yield library


@pytest.fixture
def pair(library: Library) -> tuple[Article, Article]:
    """Return a story and its reprint, triaged, the reprint from a file."""
    wire = make_article(
        1, body=TEXT, publisher="AP", tags=("region/mexico",), note="Read it.", rank=3
    )
    copy = make_article(
        2,
        body=reprint(TEXT, 1),
        publisher="Herald",
        url="https://herald.example/1",
        tags=("Region/Mexico", "topic/trade"),
        note="Same as AP.",
        usage=Usage.SHORTLISTED,
        rank=1,
        reliability="B",
        credibility=2,
        colour=Colour.RED,
    )
    library.write("Add", lambda c: articles.add(c, wire))
    library.write("Add", lambda c: articles.add(c, copy, make_original(name="herald.md")))
    return wire, copy


def memo_citing(library: Library, body: str) -> Memo:
    memo = add_memo(library, make_memo(body=body))
    library.write("Trace", lambda c: retrace(c, memo), undoable=False)
    return memo


def merge(library: Library, pair: tuple[Article, Article]) -> Article:
    keep, other = uids(pair)
    Copies(library).merge(keep, (other,))
    return articles.get(library.reader(), keep)


def test_merge_unites_what_the_analyst_said(
    library: Library, pair: tuple[Article, Article]
) -> None:
    kept = merge(library, pair)
    assert kept.tags == ("region/mexico", "topic/trade")
    assert kept.note == "Read it.\n\nSame as AP."
    assert (kept.usage, kept.rank, kept.rating) == (Usage.SHORTLISTED, 3, "B2")
    assert (kept.colour, kept.url) == (Colour.RED, "https://herald.example/1")
    assert (kept.body, kept.publisher) == (TEXT, "AP")
    check_index(library)


def test_kept_article_goes_before_the_other(library: Library) -> None:
    own = make_article(1, usage=Usage.REJECTED, reliability="C", published=PartialDate(2025))
    other = make_article(2, usage=Usage.USED, reliability="A", credibility=1)
    for one in (own, other):
        library.write("Add", lambda c, one=one: articles.add(c, one))
    kept = merge(library, (own, other))
    assert (kept.usage, kept.rating) == (Usage.REJECTED, "C")
    assert kept.published == PartialDate(2025)


def test_text_and_file_become_an_earlier_version(
    library: Library, pair: tuple[Article, Article]
) -> None:
    merge(library, pair)
    reader = library.reader()
    (version,) = article_versions.of_article(reader, pair[0].uid)
    assert version.body == pair[1].body
    assert "source2" in version.reason
    original = article_versions.find_original(reader, version.uid)
    assert original is not None
    assert original.name == "herald.md"


def test_evidence_is_anchored_in_the_kept_text(
    library: Library, pair: tuple[Article, Article]
) -> None:
    quote = " ".join(TEXT.split()[2:9])
    fact = add_fact(library, make_fact(make_evidence(pair[1], quote)))
    kept = merge(library, pair)
    (piece,) = facts.get(library.reader(), fact.uid).evidence
    start = piece.anchor.start
    assert (piece.article_uid, piece.state) == (kept.uid, AnchorState.EXACT)
    assert kept.body[start : start + len(quote)] == quote
    assert EvidenceDesk(library).locate(piece).state is AnchorState.EXACT


def test_quote_that_the_kept_text_lacks_is_told_first_and_lost(
    library: Library, pair: tuple[Article, Article]
) -> None:
    fact = add_fact(library, make_fact(make_evidence(pair[1], "By staff of paper 1.")))
    preview = Copies(library).preview_merge(pair[0].uid, [pair[1].uid])
    assert preview.lost_quotes == ((fact.key, "By staff of paper 1."),)
    assert (preview.tags, preview.facts) == (("topic/trade",), 1)
    merge(library, pair)
    (piece,) = facts.get(library.reader(), fact.uid).evidence
    assert (piece.article_uid, piece.state) == (pair[0].uid, AnchorState.LOST)


def test_passage_of_both_articles_is_evidence_once(
    library: Library, pair: tuple[Article, Article]
) -> None:
    quote = TEXT.split("\n\n")[1].split(".")[0]
    copy = replace(pair[1], body=TEXT)
    library.write("Edit", lambda c: articles.update(c, copy))
    fact = add_fact(library, make_fact(make_evidence(pair[0], quote), make_evidence(copy, quote)))
    merge(library, pair)
    assert len(facts.get(library.reader(), fact.uid).evidence) == 1


def test_memo_goes_on_citing_by_the_key_that_was_merged_away(
    library: Library, pair: tuple[Article, Article]
) -> None:
    memo = memo_citing(library, "Trade fell [@source2]. It rose [@source1; @source2, p. 3].")
    assert Copies(library).preview_merge(pair[0].uid, [pair[1].uid]).memos == 1
    kept = merge(library, pair)
    reader = library.reader()
    assert articles.get_by_citekey(reader, "SOURCE2").uid == kept.uid
    assert articles.find_by_citekey(reader, "source2") == kept.uid
    assert citekey_aliases.of_article(reader, kept.uid) == ("source2",)
    (use,) = used_in(library, kept.uid).memos
    assert (use.uid, [one.keys for one in use.sentences]) == (
        memo.uid,
        [("source2",), ("source1", "source2")],
    )
    sources = CitedSources(library, EvidenceDesk(library))
    assert {one.article.uid for key in ("source1", "source2") for one in sources.of(key)} == {
        kept.uid
    }
    assert sources.expanded(CitationItem("source2", locator="p. 3"))[0].key == "source1"


def test_merged_citekey_is_not_given_again(library: Library, pair: tuple[Article, Article]) -> None:
    merge(library, pair)
    other = make_article(3)
    library.write("Add", lambda c: articles.add(c, other))
    with pytest.raises(InputError, match="another article's"):
        Triage(library).edit(replace(other, citekey="source2"))


def test_merging_what_was_merged_before_hands_its_keys_on(
    library: Library, pair: tuple[Article, Article]
) -> None:
    merge(library, pair)
    third = make_article(3, body=TEXT)
    library.write("Add", lambda c: articles.add(c, third))
    Copies(library).merge(third.uid, (pair[0].uid,))
    reader = library.reader()
    assert articles.find_by_citekey(reader, "source2") == third.uid
    assert len(article_versions.of_article(reader, third.uid)) == 2


def test_merged_file_is_not_imported_again(library: Library, tmp_path: Path) -> None:
    for name, publisher in (("ap", "AP"), ("herald", "Herald")):
        head = f"---\ntitle: Story of {name}\npublisher: {publisher}\n---\n"
        (tmp_path / f"{name}.md").write_text(head + reprint(TEXT, len(name)), encoding="utf-8")
    Collecting(library).import_paths([tmp_path / "ap.md", tmp_path / "herald.md"])
    kept, other = (hit.article.uid for hit in Searching(library).search("story").hits)
    Copies(library).merge(kept, (other,))
    again = Collecting(library).import_paths([tmp_path / "ap.md", tmp_path / "herald.md"])
    assert {one.outcome for one in again.outcomes} == {Outcome.UNCHANGED}
    assert Searching(library).counts().articles == 1


def test_citekey_that_was_an_alias_can_be_merged_away(
    library: Library, pair: tuple[Article, Article]
) -> None:
    kept = merge(library, pair)
    Triage(library).edit(replace(kept, citekey="source2"))
    third = make_article(3, body=TEXT)
    library.write("Add", lambda c: articles.add(c, third))
    Copies(library).merge(third.uid, (kept.uid,))
    assert citekey_aliases.of_article(library.reader(), third.uid) == ("source2",)


def test_undo_takes_a_merge_back_wholly_and_redo_does_it_again(
    library: Library, pair: tuple[Article, Article]
) -> None:
    add_fact(library, make_fact(make_evidence(pair[1], TEXT.split("\n\n")[1].split(".")[0])))
    memo_citing(library, "Trade fell [@source2].")
    Copies(library).find()
    before = dump(library)
    merge(library, pair)
    after = dump(library)
    assert after != before
    undone = Safekeeping(library).undo()
    assert undone is not None
    assert undone[0] == "Merge 2 articles"
    assert dump(library) == before
    assert originals.find(library.reader(), pair[1].uid) is not None
    assert Safekeeping(library).integrity() == ()
    Safekeeping(library).redo()
    assert dump(library, without=DERIVED) == {
        name: rows for name, rows in after.items() if name not in DERIVED
    }
    assert Safekeeping(library).integrity() == ()


def test_merge_needs_another_article(library: Library, pair: tuple[Article, Article]) -> None:
    keep: Uid = pair[0].uid
    with pytest.raises(InputError, match="another article"):
        Copies(library).merge(keep, (keep,))
