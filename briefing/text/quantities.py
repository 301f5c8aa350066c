"""Quantities in a text, in figures or in words, and whether two of them say the same."""

from dataclasses import dataclass

from briefing.model.quantity import Quantity
from briefing.text.figures import read_figure


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity, where it stands (its unit included), and its words."""

    start: int
    end: int
    quantity: Quantity
    words: str


def find_quantities(text: str, language: str = "en") -> tuple[FoundQuantity, ...]:
    """Return what a text counts and measures, in its order; no dates, labels or list numbers."""
    del language
    figure = read_figure(text)
    if figure is None:
        return ()
    return (FoundQuantity(0, len(text), Quantity(*figure), text),)


def alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities count or measure the same kind of thing."""
    return one.unit == other.unit


def agree(one: Quantity, other: Quantity) -> bool:
    """Tell whether two quantities may both be true of one thing; an unsaid unit fits any."""
    return one.value == other.value and (alike(one, other) or not (one.unit and other.unit))
