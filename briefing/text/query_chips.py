"""The fields of a search line as chips, and the line with one put in or taken out."""

from dataclasses import dataclass

from briefing.model.block import Span
from briefing.model.query import Filter
from briefing.text.query_fields import ALIASES, FILTERS, TEXT_FIELDS, quoted_value, read_filter
from briefing.text.query_tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class Chip:
    """One understood field of a line: its text as typed, where, what it means, and if negated."""

    text: str
    span: Span
    field: str
    value: str
    is_negated: bool = False


def query_chips(line: str) -> tuple[Chip, ...]:
    """Return the fields of a line in their order; those not understood are plain words."""
    chips: list[Chip] = []
    before: Token | None = None
    for token in tokens(line):
        chip = _chip(line, token, before)
        if chip is not None:
            chips.append(chip)
        before = token
    return tuple(chips)


def without(line: str, chip: Chip) -> str:
    """Return the line without a chip; the spaces that stood around it become one."""
    head, tail = line[: chip.span.start].rstrip(), line[chip.span.end :].lstrip()
    return f"{head} {tail}".strip() if not head.endswith("(") else f"{head}{tail}"


def with_filter(line: str, field: str, value: str) -> str:
    """Toggle a filter: taken out where it stands, else put in.

    Of a field that an article has once (usage, rank, …) the new value takes the old one's place;
    of tags, and of words in a field, there may be several.
    """
    chips = query_chips(line)
    same = [chip for chip in chips if chip.field == field and not chip.is_negated]
    for chip in same:
        if chip.value.casefold() == value.casefold():
            return without(line, chip)
    text = filter_text(field, value)
    if same and field in FILTERS and FILTERS[field].is_single:
        place = same[0].span
        return line[: place.start] + text + line[place.end :]
    return f"{line.rstrip()} {text}".lstrip()


def filter_text(field: str, value: str) -> str:
    """Return a filter as it is typed: `usage:used`, `publisher:="The Times"`."""
    sign = "=" if field == "publisher" else ""
    return f"{field}:{sign}{quoted_value(value)}"


def _chip(line: str, token: Token, before: Token | None) -> Chip | None:
    if token.kind != "field":
        return None
    value, name = token.text, ALIASES.get(token.name, token.name)
    if name in FILTERS and (token.operator or name not in TEXT_FIELDS):
        found = read_filter(name, token.operator, token.text)
        if not isinstance(found, Filter):
            return None
        value = found.value if found.operator == "=" else found.operator + found.value
    elif name not in TEXT_FIELDS or token.operator or not value:
        return None
    start = token.start
    is_negated = before is not None and before.kind == "not"
    if is_negated and before is not None:
        start = before.start
    return Chip(line[start : token.end], Span(start, token.end), name, value, is_negated)
