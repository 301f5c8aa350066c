"""The lines of a Word file that print fields of a memo, and how to read the fields from them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model.head_field import HeadField
from briefing.review.placing.printed_places import BY_ITSELF, IN_BOX, IN_HEAD, IN_MARGIN, Slot

_OWN = frozenset({IN_HEAD, IN_MARGIN, IN_BOX})  # lines of the house style or the title block


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A printed line; each group of `pattern` holds what it says of one of `fields`."""

    fields: tuple[HeadField, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Spot:
    field: HeadField
    start: int
    end: int


def head_lines(slots: Sequence[Slot], fields: Sequence[HeadField]) -> dict[int, HeadLine]:
    """Return the lines that print fields, by the numbers of their slots.

    Of fields that print the same the one counts whose label stands before it, else the first.
    """
    printed = [field for field in fields if field.printed]
    printed.sort(key=lambda field: -len(field.printed))
    found: dict[int, HeadLine] = {}
    before: Slot | None = None
    for number, slot in enumerate(slots):
        label = slot_text(before) if before is not None and _is_beside(before, slot) else ""
        before = slot
        if slot.node is not None or slot.lookup is not None:
            continue
        if slot.nodeless in _OWN or slot.nodeless == BY_ITSELF:
            line = _line(slot, label, printed)
            if line is not None:
                found[number] = line
    return found


def slot_text(slot: Slot) -> str:
    """Return the words of a line, a space between them."""
    return " ".join(slot.paragraph.text.split())


def _is_beside(one: Slot, other: Slot) -> bool:
    """Return whether a line stands in the cell left of another."""
    left, right = one.paragraph.cell, other.paragraph.cell
    if left is None or right is None:
        return False
    return (left.table, left.row) == (right.table, right.row) and left.column < right.column


def _line(slot: Slot, label: str, fields: Sequence[HeadField]) -> HeadLine | None:
    text = slot_text(slot)
    spots = sorted(_spots(text, label, fields), key=lambda one: one.start)
    if slot.nodeless == BY_ITSELF and not any(_is_sure(one, text, label) for one in spots):
        return None  # a source's date or name, as likely as not
    if not spots:
        return None
    parts: list[str] = []
    at = 0
    for one in spots:
        parts.append(re.escape(text[at : one.start].strip()))
        at = one.end
    parts.append(re.escape(text[at:].strip()))
    pattern = re.compile(r"\s*(.*?)\s*".join(parts))
    return HeadLine(tuple(one.field for one in spots), pattern)


def _spots(text: str, label: str, fields: Sequence[HeadField]) -> Iterator[_Spot]:
    """Yield where fields are printed in a line, no two of them at the same words."""
    taken: list[tuple[int, int]] = []
    by_words: dict[str, list[HeadField]] = {}
    for field in fields:
        by_words.setdefault(" ".join(field.printed.split()), []).append(field)
    for words, some in by_words.items():
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
            start, end = match.span()
            if any(start < until and first < end for first, until in taken):
                continue
            lead = f"{label} {text[:start]}"
            best = max(some, key=lambda field: _place_of(field.label, lead))
            taken.append((start, end))
            yield _Spot(best, start, end)


def _place_of(label: str, lead: str) -> int:
    """Return where a label stands before a place, -1 where it does not."""
    found = [match.start() for match in re.finditer(rf"(?i)(?<!\w){re.escape(label)}\b", lead)]
    return found[-1] if label and found else -1


def _is_sure(spot: _Spot, text: str, label: str) -> bool:
    is_whole = (spot.start, spot.end) == (0, len(text))
    return is_whole or _place_of(spot.field.label, f"{label} {text[: spot.start]}") >= 0
