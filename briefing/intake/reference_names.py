"""Names in references: `Family, Given`, as the library keeps persons; offices as they stand."""

import re

from briefing.intake.field_readers import authors as byline_names

_SUFFIX = re.compile(r"(?:jr|sr|[ivx]{2,4}|esq)\.?", re.IGNORECASE)
_BYLINE = re.compile(r"by\s+(?=\w)", re.IGNORECASE)
_REST = frozenset({"others", "et al", "et al.", "and others", "[et al.]"})


def person(family: str, given: str = "", suffix: str = "") -> str:
    """Return a person's name; with a suffix it is written straight, as it cannot be inverted."""
    family, given, suffix = (" ".join(part.split()) for part in (family, given, suffix))
    if suffix and family and given:
        return f"{given} {family} {suffix}"
    return f"{family}, {given}" if family and given else family or given


def read_name(text: str) -> str:
    """Return a name that is written `Family, Given, Jr.`, `Given Family` or as an office's."""
    words = " ".join(text.split()).strip(" ,;")
    if words.casefold() in _REST:
        return ""
    parts = [part.strip() for part in words.split(",") if part.strip()]
    if len(parts) == 3:
        if _SUFFIX.fullmatch(parts[2]):
            return person(*parts)
        if _SUFFIX.fullmatch(parts[1]):
            return person(parts[0], parts[2], parts[1])
    return ", ".join(parts)


def read_names(text: str) -> tuple[str, ...]:
    """Return the names of one author's field, which may be the whole byline of a newspaper.

    ProQuest writes `By Ana Ruiz and Bo Li` there.
    """
    if _BYLINE.match(text.strip()):
        return byline_names(text) or ()
    return (read_name(text),)
