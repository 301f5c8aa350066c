"""What entries of BibTeX take from elsewhere: strings (`@string`) and parents (`crossref`).

Source: biblatex manual, appendix B (default inheritance) and 3.13.5 (xdata).
"""

from collections.abc import Iterable, Mapping

from briefing.intake.bibtex_entries import BibEntry, Parts

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
)
_MONTHS = _MONTH_NAMES.split()
_MOST_STEPS = 5  # from child to parent to its parent
# What a parent says only of itself; its address and identifiers are not the child's either.
_OWN_WORDS = """
    abstract annotation annote comment crossref doi entryset entrysubtype eprint execute file ids
    keywords label note options pages pagetotal presort related relatedoptions relatedstring
    relatedtype shorthand shorthandintro shorttitle sortkey title subtitle titleaddon url urldate
    xdata xref
"""
_OWN = frozenset(_OWN_WORDS.split())
_AS_CHILDREN_SAY = {"title": "booktitle", "subtitle": "booksubtitle"}
_LONGEST = 1_000_000  # characters that strings made of strings may grow to


class Strings:
    """The strings of a file, by name; months are known without being defined."""

    def __init__(self, entries: Iterable[BibEntry]) -> None:
        self._values = {name[:3]: name.capitalize() for name in _MONTHS}
        self._sources: dict[str, str] = {}
        for entry in entries:
            if entry.kind == "string":
                for name, parts in entry.fields:
                    self._values[name] = self.text(parts)
                    self._sources[name] = entry.source

    def text(self, parts: Parts) -> str:
        """Return a value with its parts joined and strings written out; LaTeX stands as it is."""
        return "".join(map(self._part, parts))[:_LONGEST]

    def used_by(self, entry: BibEntry) -> tuple[str, ...]:
        """Return the definitions that an entry needs, with months and plain values left out."""
        names = (part.lower() for _, parts in entry.fields for part in parts)
        texts = {name: self._values[name] for name in names if name in self._sources}
        return tuple(f"@string{{{name} = {{{text}}}}}" for name, text in texts.items())

    def _part(self, part: str) -> str:
        if part[0] in '{"':
            return part[1:-1]
        return self._values.get(part.lower(), part)


def inherited(entry: BibEntry, entries: Mapping[str, BibEntry]) -> list[tuple[str, Parts]]:
    """Return the fields that an entry takes over from its parents, as it names them."""
    own = {name for name, _ in entry.fields}
    found: dict[str, Parts] = {}
    child = entry
    for _ in range(_MOST_STEPS):
        name = "xdata" if child.value("xdata") else "crossref"
        parent = entries.get("".join(child.value(name)).strip('{}" ').lower())
        if parent is None or parent is entry:
            break
        for field_name, parts in parent.fields:
            taken = field_name if name == "xdata" else _taken_as(field_name, entry.kind)
            if taken and taken not in own:
                found.setdefault(taken, parts)
        child = parent
    return list(found.items())


def _taken_as(name: str, kind: str) -> str:
    if name == "title" and kind == "article":
        return "journaltitle"
    if name in _AS_CHILDREN_SAY:
        return _AS_CHILDREN_SAY[name]
    return "" if name in _OWN else name
