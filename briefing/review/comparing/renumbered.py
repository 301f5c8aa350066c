"""A file written anew put together: changes in reading order, places where they are now."""

from collections.abc import Iterator
from dataclasses import replace

from briefing.model.block import Span
from briefing.model.word_review import (
    Bookmark,
    Cell,
    Piece,
    ReviewedFile,
    Revision,
    WordComment,
    WordParagraph,
)
from briefing.review.comparing.place_map import PlaceMap
from briefing.review.comparing.rewritten_file import RewrittenFile


def renumbered(returned: ReviewedFile, out: RewrittenFile) -> ReviewedFile:
    """Return the returned file as it was written anew."""
    revisions = _in_order(returned, out)
    numbers = {one.number: number for number, one in enumerate(revisions, 1)}
    bookmarks = _bookmarks(returned, out)
    rows = _Rows()
    paragraphs = tuple(
        replace(
            _numbered(one, numbers),
            cell=rows.placed(one.cell, numbers),
            bookmarks=tuple(bookmarks.get(one.number, ())),
        )
        for one in out.paragraphs
    )
    return replace(
        returned,
        paragraphs=paragraphs,
        revisions=tuple(replace(one, number=numbers[one.number]) for one in revisions),
        comments=tuple(_comment(one, out.places) for one in returned.comments),
    )


def _in_order(returned: ReviewedFile, out: RewrittenFile) -> list[Revision]:
    """Return all changes by where they are met first; those of no words where they stood."""
    met: dict[int, tuple[int, int]] = {}
    for paragraph in out.paragraphs:
        for position, number in enumerate(changes_in(paragraph)):
            met.setdefault(number, (paragraph.number, position))
    every: list[tuple[tuple[int, int], Revision]] = []
    for one in returned.revisions:
        place = max(0, out.places.start(one.paragraph, 0).paragraph)
        found = met.get(one.number, (place, -1))
        every.append((found, replace(one, paragraph=found[0])))
    for one in out.found.values():
        found = met.get(one.number, (one.paragraph, -1))
        part = out.paragraphs[found[0]].part if out.paragraphs else "body"
        every.append((found, replace(one, paragraph=found[0], part=part)))
    every.sort(key=lambda pair: pair[0])
    return [one for _, one in every]


def changes_in(paragraph: WordParagraph) -> Iterator[int]:
    """Yield the numbers of a paragraph's changes as they are met, those of its cell first."""
    cell = paragraph.cell
    if cell is not None:
        yield from (cell.row_inserted, cell.row_deleted, cell.cell_inserted, cell.cell_deleted)
    for piece in paragraph.pieces:
        yield from (*piece.deleted, *piece.inserted, piece.formatted)
    yield from (paragraph.mark_deleted, paragraph.mark_inserted)


def _numbered(paragraph: WordParagraph, numbers: dict[int, int]) -> WordParagraph:
    return replace(
        paragraph,
        pieces=tuple(_piece(one, numbers) for one in paragraph.pieces),
        mark_inserted=numbers.get(paragraph.mark_inserted, 0),
        mark_deleted=numbers.get(paragraph.mark_deleted, 0),
    )


def _piece(piece: Piece, numbers: dict[int, int]) -> Piece:
    if not (piece.inserted or piece.deleted or piece.formatted):
        return piece
    return replace(
        piece,
        inserted=tuple(numbers[one] for one in piece.inserted),
        deleted=tuple(numbers[one] for one in piece.deleted),
        formatted=numbers.get(piece.formatted, 0),
    )


class _Rows:
    """Counts the rows of each table anew: those that were brought back are among them."""

    def __init__(self) -> None:
        self._seen: dict[int, tuple[int, tuple[int, int, int]]] = {}
        self._table = 0

    def placed(self, cell: Cell | None, numbers: dict[int, int]) -> Cell | None:
        """Return a cell with the number of its row; a row that is gone is of the table round it."""
        if cell is None:
            self._table = -1
            return None
        is_gone = cell.row_deleted > 0 and self._table >= 0
        table = self._table if is_gone else cell.table
        self._table = table
        tell = (cell.row, cell.row_deleted, cell.row_inserted)
        row, last = self._seen.get(table, (-1, (-1, 0, 0)))
        row += tell != last
        self._seen[table] = (row, tell)
        return replace(
            cell,
            table=table,
            row=row,
            row_inserted=numbers.get(cell.row_inserted, 0),
            row_deleted=numbers.get(cell.row_deleted, 0),
            cell_inserted=numbers.get(cell.cell_inserted, 0),
            cell_deleted=numbers.get(cell.cell_deleted, 0),
        )


def _bookmarks(returned: ReviewedFile, out: RewrittenFile) -> dict[int, list[Bookmark]]:
    """Return the bookmarks of each paragraph, one that covers several now in each of them."""
    found: dict[int, list[Bookmark]] = {}
    for paragraph in returned.paragraphs:
        for one in paragraph.bookmarks:
            start = out.places.start(paragraph.number, one.span.start)
            end = out.places.end(paragraph.number, one.span.end)
            for number in range(max(0, start.paragraph), end.paragraph + 1):
                first = start.offset if number == start.paragraph else 0
                whole = len(out.paragraphs[number].text)
                last = end.offset if number == end.paragraph else whole
                span = Span(first, max(first, last))
                found.setdefault(number, []).append(Bookmark(one.name, span))
    return found


def _comment(comment: WordComment, places: PlaceMap) -> WordComment:
    if comment.paragraph < 0:
        return comment
    start = places.start(comment.paragraph, comment.start)
    end = places.end(comment.end_paragraph, comment.end)
    if comment.end_paragraph == comment.paragraph and comment.end == comment.start:
        end = start
    return replace(
        comment, paragraph=start.paragraph, start=start.offset,
        end_paragraph=end.paragraph, end=end.offset,
    )  # fmt: skip
