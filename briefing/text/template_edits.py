"""Changes of a template's text: a section or a field added, a section moved."""

import re

_SECTION = re.compile(r"##[ \t]+\S")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_NEW_SECTION = (
    "## New section {.required words=100}\n\n::: {.guidance}\nWhat this section is to say.\n:::\n"
)
_NEW_FIELD = "  - {name: new-field, label: New field, type: text}\n"
_FIELDS = re.compile(r"(?m)^fields:[^\n]*\n(?:[ \t]+[^\n]*\n)*")
_HEAD_END = re.compile(r"(?m)^---[ \t]*$")
Change = tuple[str, int]  # the new text, and where the cursor stands in it


def with_section(text: str, point: int) -> Change:
    """Return the text with a new section behind the one at a point."""
    starts = [*_section_starts(text), len(text)]
    place = next((start for start in starts if start > point), len(text))
    before, after = text[:place].rstrip("\n"), text[place:]
    made = f"{before}\n\n{_NEW_SECTION}" + (f"\n{after}" if after else "")
    return made, len(before) + 2 + len("## ")


def with_field(text: str) -> Change:
    """Return the text with a new field behind the last one; as it was where it has no head."""
    found = _FIELDS.search(text)
    if found:
        return text[: found.end()] + _NEW_FIELD + text[found.end() :], found.end() + 11
    ends = [match.start() for match in _HEAD_END.finditer(text)][1:2]
    if not ends:
        return text, 0
    head = "fields:\n"
    return text[: ends[0]] + head + _NEW_FIELD + text[ends[0] :], ends[0] + len(head) + 11


def with_section_moved(text: str, point: int, by: int) -> Change:
    """Return the text with the section at a point moved up (-1) or down (1)."""
    starts = _section_starts(text)
    number = sum(start <= point for start in starts) - 1
    if number < 0 or not 0 <= number + by < len(starts):
        return text, point
    ends = [*starts[1:], len(text)]
    parts = [text[a:b].rstrip("\n") for a, b in zip(starts, ends, strict=True)]
    parts.insert(number + by, parts.pop(number))
    head = text[: starts[0]]
    place = len(head) + sum(len(part) + 2 for part in parts[: number + by])
    return head + "\n\n".join(parts) + "\n", place + point - starts[number]


def _section_starts(text: str) -> list[int]:
    """Return where each section begins; a heading within code begins none."""
    starts: list[int] = []
    place, is_code = 0, False
    for line in text.splitlines(keepends=True):
        if _FENCE.match(line):
            is_code = not is_code
        elif not is_code and _SECTION.match(line):
            starts.append(place)
        place += len(line)
    return starts
