"""Names in references: `Family, Given`, as the library keeps persons; offices as they stand."""

import re

_SUFFIX = re.compile(r"(?:jr|sr|[ivx]{2,4}|esq)\.?", re.IGNORECASE)
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
