"""CSL types and variables as the engine can hold them: what it lacks takes the name of another.

hayagriva (0.10) tells a source's CSL type from its own types and their parents, and knows no
speech, treaty, hearing or magazine. Such a type takes the place of one that nothing cited has,
and the style's conditions are renamed to suit; likewise variables.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

_CONTAINER_FIRST = """
    article-newspaper article newspaper
    article-journal article periodical
    webpage web web
    report report book
    chapter chapter book
    paper-conference article proceedings
    legal_case case book
    post post web
    post-weblog article blog
    entry-encyclopedia article reference
    book book -
    thesis thesis -
    manuscript manuscript -
    collection anthology -
    patent patent -
    graphic artwork -
    software repository -
    motion_picture video -
    song audio -
    event exhibition -
"""
_SPARE_ORDER = """
    legal_case paper-conference post post-weblog chapter report article-journal article-newspaper
    patent graphic software song motion_picture event collection manuscript thesis book webpage
"""
# Where a type that the engine lacks best goes when its place is not taken: the same variables.
_SPARE_VARIABLES = ("ISSN", "ISBN", "archive_location", "archive", "authority")
_KNOWN_VARIABLES = """
    title title-short container-title container-title-short collection-title publisher
    publisher-place genre URL DOI language note volume issue page number edition chapter-number
    number-of-pages number-of-volumes collection-number section
"""
KNOWN = frozenset(_KNOWN_VARIABLES.split())
_NUMBERS = {"section": "printing-number"}
# The engine shows a note as an annotation too, and an encyclopedia as a volume's title; no list
# prints abstracts or call numbers, so CONTAINED and NOTED have their slots.
_NEVER = dict.fromkeys(("annote", "abstract", "call-number", "volume-title"), "references")
NOTED = "call-number"  # holds the mark of the note in which a source was first cited
FIRST_NOTE = "\ue0f3"
CONTAINED = "abstract"  # in the style's conditions: whether a source stands in another work


@dataclass(frozen=True, slots=True)
class Carrier:
    """A type of the engine's and that of its parent, which CSL's conditions take for one type."""

    csl_type: str
    type: str
    parent: str


_ROWS = [line.split() for line in _CONTAINER_FIRST.strip().splitlines()]
CARRIERS: Mapping[str, Carrier] = {
    row[0]: Carrier(row[0], row[1], "" if row[2] == "-" else row[2]) for row in _ROWS
}
_DOCUMENT = Carrier("document", "misc", "")


def carriers_for(types: Iterable[str]) -> dict[str, Carrier]:
    """Return what holds each CSL type: its own carrier, else one that no other type needs."""
    wanted = sorted(set(types))
    found = {kind: CARRIERS[kind] for kind in wanted if kind in CARRIERS}
    free = [CARRIERS[name] for name in _SPARE_ORDER.split() if name not in found]
    for kind in wanted:
        if kind not in found:
            found[kind] = free.pop(0) if free else _DOCUMENT
    return found


def renamed_types(carriers: Mapping[str, Carrier]) -> dict[str, str]:
    """Return what types are to be called in the style; a place that was taken loses its name."""
    names = {kind: one.csl_type for kind, one in carriers.items() if one is not _DOCUMENT}
    lost = {name: kind for kind, name in names.items() if kind != name}
    return {**{name: kind for name, kind in lost.items() if name not in names}, **names}


def renamed_variables(cited: Collection[str]) -> dict[str, str]:
    """Return what variables are to be called in the style, for those that sources have."""
    spare = [name for name in _SPARE_VARIABLES if name not in cited]
    held = {name for name in _SPARE_VARIABLES if name in cited}
    odd = [name for name in sorted(cited) if name not in KNOWN and name not in held]
    names = dict(zip(odd, spare, strict=False))
    taken = dict.fromkeys(names.values(), "references")  # the slot's own name means nothing
    return {**_NEVER, **_NUMBERS, **taken, **names}
