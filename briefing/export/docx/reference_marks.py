"""Bookmarks at what links point to, and the links there (ECMA-376 part 1, 17.16.5.54)."""

from briefing.export.cross_references import CrossReferences, Target
from briefing.export.docx.place_marks import PREFIX, PlaceMarks
from briefing.export.docx.word_fields import field
from briefing.model.block import Block, Inline


class ReferenceMarks:
    """Writes the bookmarks and links of one document; only what is pointed to has a bookmark."""

    def __init__(self, references: CrossReferences, places: PlaceMarks) -> None:
        self._references = references
        self._places = places

    def around(self, part: Block | Inline, runs: str) -> str:
        """Return the runs inside the bookmark that links to this part need, if any do."""
        target = self._references.to_mark(part)
        return self._places.named(_short_name(target), runs) if target else runs

    def target(self, part: Block | Inline) -> Target | None:
        """Return the target that a part is."""
        return self._references.of(part)

    def find(self, address: str) -> Target | None:
        """Return the target of an address, `#tbl-cost`."""
        return self._references.find(address)


def bookmark_of(target: Target) -> str:
    """Return the name of a target's bookmark."""
    return PREFIX + _short_name(target)


def linked(target: Target, runs: str) -> str:
    """Return runs that lead to a target."""
    return f'<w:hyperlink w:anchor="{bookmark_of(target)}" w:history="1">{runs}</w:hyperlink>'


def repeated(target: Target, runs: str) -> str:
    """Return a field that repeats a target's words, which `runs` are, and leads there."""
    return field(f"REF {bookmark_of(target)} \\h", runs)


def _short_name(target: Target) -> str:
    return f"ref_{target.kind.value}_{target.number}"
