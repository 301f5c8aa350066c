from dataclasses import replace
from pathlib import Path

from briefing.services.desk import Desk, open_desk
from briefing.services.paragraph_contradictions import Against
from briefing.ui.memo.evidence_cards import (
    EvidenceCard,
    card_against,
    cards_for_lookup,
    cards_for_search,
    cards_of,
)

PARAGRAPH = "Mexico handed over 59 high-value targets to the United States this year."


def found(desk: Desk) -> tuple[EvidenceCard, ...]:
    memo = desk.drafting.memo(desk.drafting.memos()[0].uid)
    return cards_of(desk, desk.paragraph_evidence.of(memo, PARAGRAPH).matches)


def value(desk: Desk) -> str:
    card = next(card for card in found(desk) if "59" in card.words)
    return card.words[slice(*card.bold)]


def test_facts_come_before_articles_and_say_why(library_file: Path) -> None:
    with open_desk(library_file) as desk:
        cards = found(desk)
        kinds = [card.kind for card in cards]
        assert kinds == sorted(kinds, reverse=True)
        assert kinds[0] == "fact"
        assert all("shares " in card.reason for card in cards)
        assert value(desk) == "59 high-value targets"


def test_status_is_told_in_words(library_file: Path) -> None:
    with open_desk(library_file) as desk:
        badges = {card.badge for card in cards_for_search(desk, "", frozenset())}
        disputed = [card for card in found(desk) if card.badge == "disputed"]
    assert disputed
    assert badges & {"1 source", "2 sources", "article"}


def test_what_is_cited_is_marked(library_file: Path) -> None:
    with open_desk(library_file) as desk:
        line = "vow fight crime"
        key = cards_for_search(desk, line, frozenset())[0].key
        marked = cards_for_search(desk, line, frozenset({key}))
    assert [card.key for card in marked if card.is_cited] == [key]


def test_lookup_shows_its_facts(library_file: Path) -> None:
    with open_desk(library_file) as desk:
        cards = cards_for_lookup(desk, '::: {.facts query="tag:topic/cartels" limit="3"}')
    assert [card.kind for card in cards] == ["fact"] * 3


def test_search_finds_by_words(library_file: Path) -> None:
    with open_desk(library_file) as desk:
        cards = cards_for_search(desk, "vow fight crime", frozenset())
    assert any(card.words.startswith("U.S. and Mexico Vow") for card in cards)


def test_a_quote_that_says_otherwise_is_told_from_its_fact(library_file: Path) -> None:
    with open_desk(library_file) as desk:
        fact = next(one for one in desk.evidence.facts("") if "55 prisoners" in one.statement)
        said = Against(fact, "It was 61.", "61 prisoners", "55 prisoners", is_cited=True)
        notes = [card_against(desk, replace(said, is_quoted=one)).note for one in (False, True)]
    assert notes == [
        "You write “61 prisoners”, the fact says “55 prisoners”.",
        "You write “61 prisoners”, its quote says “55 prisoners”.",
    ]
