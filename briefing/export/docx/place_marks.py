"""Hidden bookmarks round each block, by which a reviewed copy finds its way back to the memo."""

from briefing.model.block import Span

PREFIX = "_bfg_"  # a leading underscore hides a bookmark in Word; a name has 40 characters at most


class PlaceMarks:
    """Numbers the blocks of one document as they are written.

    A name is `_bfg_NUMBER_START_END`: the block's number in the document and its code points in
    the memo's body. Blocks that were looked up share the span of the div they came from.
    """

    def __init__(self) -> None:
        self._count = 0

    def around(self, span: Span, runs: str) -> str:
        """Return the runs between a bookmark's start and its end."""
        before, after = self.pair(span)
        return before + runs + after

    def pair(self, span: Span) -> tuple[str, str]:
        """Return the bookmark's start and end on their own."""
        self._count += 1
        number = self._count
        name = f"{PREFIX}{number}_{span.start}_{span.end}"
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return start, f'<w:bookmarkEnd w:id="{number}"/>'

    def of_document(self, name: str) -> str:
        """Return the hidden bookmark that says which memo the document was made from."""
        if not name:
            return ""
        self._count += 1
        number = self._count
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'

    def named(self, name: str, runs: str) -> str:
        """Return the runs inside a hidden bookmark of another name, for cross references."""
        self._count += 1
        number = self._count
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{PREFIX}{name}"/>{runs}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )
