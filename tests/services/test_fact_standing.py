"""Facts are superseded, disputed, retracted and reinstated, with a history that undo covers."""

from decimal import Decimal

import pytest

from briefing.errors import InputError
from briefing.model.article import Article
from briefing.model.fact import Confidence, Fact, FactDraft, FactKind, FactStatus
from briefing.model.fact_history import FactEdit, FactEventKind
from briefing.model.partial_date import PartialDate
from briefing.services.evidence import EvidenceDesk
from briefing.services.fact_standing import FactStanding
from briefing.services.safekeeping import Safekeeping
from briefing.store import facts
from briefing.store.library_file import Library


@pytest.fixture
def standing(library: Library) -> FactStanding:
    return FactStanding(library)


@pytest.fixture
def three(library: Library, article: Article) -> list[Fact]:
    desk = EvidenceDesk(library)
    start = article.body.index("the arrest")
    draft = FactDraft("59 were arrested", FactKind.FIGURE, Decimal(59), "targets", tags=("a/b",))
    return [desk.capture(article.uid, start, start + 20, draft)[0] for _ in range(3)]


def status(library: Library, fact: Fact) -> FactStatus:
    return facts.get(library.reader(), fact.uid).status


def test_superseded_fact_keeps_what_it_said_and_why(
    library: Library, standing: FactStanding, three: list[Fact]
) -> None:
    since = PartialDate.parse("2025-09-05")
    standing.supersede(three[0].uid, three[1].uid, "a recount", since)
    standing.supersede(three[1].uid, three[2].uid, "another")
    found = facts.get(library.reader(), three[0].uid)
    assert (found.status, found.status_as_of, found.superseded_by) == (
        FactStatus.SUPERSEDED,
        since,
        three[1].uid,
    )
    (event,) = standing.history(three[0].uid)
    assert (event.kind, event.reason) == (FactEventKind.SUPERSEDED, "a recount")
    assert (event.before.status, event.before.value) == (FactStatus.CURRENT, Decimal(59))
    assert standing.newest(three[0].uid).uid == three[2].uid


def test_retracted_fact_takes_no_place(standing: FactStanding, three: list[Fact]) -> None:
    standing.retract(three[1].uid, "the count was withdrawn")
    with pytest.raises(InputError, match="was retracted"):
        standing.supersede(three[0].uid, three[1].uid, "a recount")
    standing.reinstate(three[1].uid, "it was right after all")
    standing.supersede(three[0].uid, three[1].uid, "a recount")


def test_facts_cannot_supersede_one_another_in_a_circle(
    standing: FactStanding, three: list[Fact]
) -> None:
    standing.supersede(three[0].uid, three[1].uid, "")
    standing.supersede(three[1].uid, three[2].uid, "")
    for by in (three[0], three[2]):
        with pytest.raises(InputError):
            standing.supersede(three[2].uid, by.uid, "")


def test_undo_takes_the_history_back_with_the_change(
    library: Library, standing: FactStanding, three: list[Fact]
) -> None:
    standing.dispute(three[0].uid, "the ministry denies it")
    assert status(library, three[0]) is FactStatus.DISPUTED
    Safekeeping(library).undo()
    assert (status(library, three[0]), standing.history(three[0].uid)) == (FactStatus.CURRENT, ())
    Safekeeping(library).redo()
    assert len(standing.history(three[0].uid)) == 1


def test_reinstated_fact_stands_alone_again(
    library: Library, standing: FactStanding, three: list[Fact]
) -> None:
    standing.supersede(three[0].uid, three[1].uid, "")
    standing.reinstate(three[0].uid, "the recount was wrong")
    found = facts.get(library.reader(), three[0].uid)
    assert (found.status, found.superseded_by) == (FactStatus.CURRENT, None)
    with pytest.raises(InputError, match="stands already"):
        standing.reinstate(three[0].uid, "")


def test_dispute_and_retraction_need_a_reason(standing: FactStanding, three: list[Fact]) -> None:
    with pytest.raises(InputError):
        standing.dispute(three[0].uid, " ")
    with pytest.raises(InputError):
        standing.retract(three[0].uid, "")


def test_many_facts_are_edited_as_one_step(
    library: Library, standing: FactStanding, three: list[Fact]
) -> None:
    edit = FactEdit(confidence=Confidence.HIGH, tags_add=("c",), tags_remove=("A/b",))
    standing.edit_many([fact.uid for fact in three], edit)
    found = facts.by_uids(library.reader(), [fact.uid for fact in three])
    assert {(fact.confidence, fact.tags) for fact in found} == {(Confidence.HIGH, ("c",))}
    assert standing.edit_many([three[0].uid], edit).facts == set()
    Safekeeping(library).undo()
    assert {fact.tags for fact in facts.all_facts(library.reader())} == {("a/b",)}


def test_edit_of_what_a_fact_says_is_kept(
    library: Library, standing: FactStanding, three: list[Fact]
) -> None:
    EvidenceDesk(library).edit(three[0].uid, FactDraft("61 were arrested"), "misread")
    (event,) = standing.history(three[0].uid)
    assert (event.kind, event.reason, event.before.statement) == (
        FactEventKind.EDITED,
        "misread",
        "59 were arrested",
    )
