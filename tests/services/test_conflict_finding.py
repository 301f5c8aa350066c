"""Conflicts are found in the library and of a fact; rulings are remembered."""

import pytest

from briefing.errors import InputError
from briefing.model.article import Article
from briefing.model.conflict import ConflictKind
from briefing.model.fact import Fact, FactDraft
from briefing.model.partial_date import PartialDate
from briefing.services.conflict_finding import ConflictFinding
from briefing.services.evidence import EvidenceDesk
from briefing.services.fact_standing import FactStanding
from briefing.services.safekeeping import Safekeeping
from briefing.store.library_file import Library

DAY = PartialDate.parse("2025-09-03")
FIRST = "Mexico extradited 59 high-value targets to the United States."
SECOND = "Mexico extradited 61 high-value targets to the United States."


@pytest.fixture
def conflicts(library: Library) -> ConflictFinding:
    return ConflictFinding(library)


def kept(library: Library, article: Article, statement: str) -> Fact:
    start = article.body.index("the arrest")
    draft = FactDraft(statement, as_of=DAY)
    return EvidenceDesk(library).capture(article.uid, start, start + 20, draft)[0]


@pytest.fixture
def pair(library: Library, article: Article) -> tuple[Fact, Fact]:
    return kept(library, article, FIRST), kept(library, article, SECOND)


def test_other_figure_of_one_measure_is_found_in_the_list_and_of_each(
    conflicts: ConflictFinding, pair: tuple[Fact, Fact]
) -> None:
    (found,) = conflicts.every()
    assert (found.first.uid, found.second.uid) == (pair[0].uid, pair[1].uid)
    assert found.kind is ConflictKind.VALUE
    assert conflicts.of(pair[0].uid) == conflicts.of(pair[1].uid) == (found,)


def test_ruling_is_remembered_and_can_be_taken_back(
    library: Library, conflicts: ConflictFinding, pair: tuple[Fact, Fact]
) -> None:
    conflicts.not_same(pair[1].uid, pair[0].uid, "one counts convoys")
    assert conflicts.every() == conflicts.of(pair[0].uid) == ()
    assert [ruling.reason for ruling in conflicts.rulings()] == ["one counts convoys"]
    Safekeeping(library).undo()
    assert len(conflicts.every()) == 1
    conflicts.not_same(pair[0].uid, pair[1].uid, "one counts convoys")
    conflicts.compare_again(pair[0].uid, pair[1].uid)
    assert len(conflicts.every()) == 1


def test_ruling_needs_a_reason_and_two_facts(
    conflicts: ConflictFinding, pair: tuple[Fact, Fact]
) -> None:
    with pytest.raises(InputError):
        conflicts.not_same(pair[0].uid, pair[1].uid, "")
    with pytest.raises(InputError):
        conflicts.not_same(pair[0].uid, pair[0].uid, "same")


def test_superseded_fact_contradicts_nothing(
    library: Library, conflicts: ConflictFinding, pair: tuple[Fact, Fact]
) -> None:
    FactStanding(library).supersede(pair[0].uid, pair[1].uid, "a recount")
    assert conflicts.every() == conflicts.of(pair[0].uid) == conflicts.of(pair[1].uid) == ()
