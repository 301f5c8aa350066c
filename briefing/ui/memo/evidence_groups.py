"""The evidence panel's groups: what contradicts, what is cited, what more the library holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.errors import NotFoundError
from briefing.model.memo import Memo
from briefing.services.desk import Desk
from briefing.ui.memo.evidence_cards import (
    EvidenceCard,
    card_against,
    cards_for_lookup,
    cards_for_search,
    cards_of,
)

if TYPE_CHECKING:
    from briefing.services.paragraph_contradictions import Against

CONTRADICTS = "Contradicts this paragraph"
CITED = "Cited here"
MATCHING = "For this paragraph"
SEARCHED = "Facts and articles"


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards under one caption."""

    title: str
    cards: tuple[EvidenceCard, ...]


def groups_for_paragraph(desk: Desk, memo: Memo, paragraph: str) -> tuple[CardGroup, ...]:
    """Return what the library holds for a paragraph; groups without cards are left out."""
    found = desk.paragraph_evidence.of(memo, paragraph)
    return _filled(
        CardGroup(CONTRADICTS, tuple(_against(desk, found.against))),
        CardGroup(CITED, cards_of(desk, found.cited)),
        CardGroup(MATCHING, cards_of(desk, found.matches)),
    )


def groups_for_lookup(desk: Desk, opening: str) -> tuple[CardGroup, ...]:
    """Return the facts that a looked-up block stands for."""
    return _filled(CardGroup(MATCHING, cards_for_lookup(desk, opening)))


def groups_for_search(desk: Desk, line: str, cited: frozenset[str]) -> tuple[CardGroup, ...]:
    """Return the facts and articles that a typed line names."""
    return _filled(CardGroup(SEARCHED, cards_for_search(desk, line, cited)))


def _against(desk: Desk, found: "Iterable[Against]") -> Iterable[EvidenceCard]:
    for one in found:
        try:
            yield card_against(desk, one)
        except NotFoundError:
            continue  # removed between the search and now


def _filled(*groups: CardGroup) -> tuple[CardGroup, ...]:
    return tuple(group for group in groups if group.cards)
