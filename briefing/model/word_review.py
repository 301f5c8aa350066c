"""A Word file that came back: its paragraphs, its tracked changes and its comments."""

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.block import Span


class RevisionKind(StrEnum):
    """What a reviewer changed (ECMA-376 part 1, 17.13.5)."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE_FROM = "move-from"
    MOVE_TO = "move-to"
    RUN_FORMAT = "run-format"
    PARAGRAPH_FORMAT = "paragraph-format"
    PARAGRAPH_INSERTION = "paragraph-insertion"
    PARAGRAPH_DELETION = "paragraph-deletion"
    ROW_INSERTION = "row-insertion"
    ROW_DELETION = "row-deletion"
    CELL_INSERTION = "cell-insertion"
    CELL_DELETION = "cell-deletion"
    CELL_MERGE = "cell-merge"
    TABLE_FORMAT = "table-format"
    SECTION_FORMAT = "section-format"
    NUMBERING = "numbering"


class PieceKind(StrEnum):
    """What a piece of a paragraph is; all but text have one character of text."""

    TEXT = "text"
    NOTE = "note"
    PICTURE = "picture"
    FORMULA = "formula"


@dataclass(frozen=True, slots=True)
class Revision:
    """One change; `number` counts from 1 in reading order, `date` is ISO 8601 as written.

    `part` is body, footnote, endnote, header, footer or text-box; `paragraph` is the number of
    the one that it stands in. A change that was found by comparing is not tracked. `detail` says
    what of a format changed; the two halves of a move have the same `move`.
    """

    number: int
    kind: RevisionKind
    author: str
    date: str
    part: str
    paragraph: int
    before: str
    after: str
    is_tracked: bool = True
    detail: str = ""
    move: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How words are set, as far as Markdown can say it."""

    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph that is alike throughout; numbers are those of revisions.

    The text of all kinds but words is U+FFFC; in words a line break is a line feed, a page break
    a form feed. `reference` is that of a note (equal to its paragraphs' `note`), the part of a
    picture, the words of a formula. `was` is its look before the revision `formatted`.
    """

    text: str
    kind: PieceKind = PieceKind.TEXT
    look: Look = Look()
    reference: str = ""
    inserted: tuple[int, ...] = ()
    deleted: tuple[int, ...] = ()
    formatted: int = 0
    was: Look | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named place, in code points of the paragraph's text with deleted words left in."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph stands in a table: all count from 0; the revisions of its row and cell."""

    table: int
    row: int
    column: int
    row_inserted: int = 0
    row_deleted: int = 0
    cell_inserted: int = 0
    cell_deleted: int = 0


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """One paragraph, deleted and inserted words in it; `number` counts from 0 over all parts.

    `heading` is 1 to 9 or 0, `list_level` counts from 0 and is -1 outside lists. Where
    `mark_deleted`, it joins the following one when accepted; where `mark_inserted`, when rejected.
    `note` tells the note or text box that it stands in from others; `style` is its style's name.
    """

    number: int
    part: str
    pieces: tuple[Piece, ...]
    style: str = ""
    heading: int = 0
    list_level: int = -1
    is_ordered: bool = False
    cell: Cell | None = None
    note: str = ""
    bookmarks: tuple[Bookmark, ...] = ()
    mark_inserted: int = 0
    mark_deleted: int = 0

    @property
    def text(self) -> str:
        """Return all its words, deleted ones too."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment or a reply; `number` counts from 1, `parent` is that of the comment it answers.

    It stands at `start` of paragraph `paragraph` up to `end` of `end_paragraph`, in code points of
    their texts; `anchor` is the words between. A paragraph of -1 says that it stands nowhere.
    """

    number: int
    author: str
    initials: str
    date: str
    text: str
    anchor: str
    paragraph: int
    start: int
    end_paragraph: int
    end: int
    parent: int = 0
    is_resolved: bool = False


@dataclass(frozen=True, slots=True)
class ReviewedFile:
    """Everything that is read of a Word file that came back."""

    name: str
    paragraphs: tuple[WordParagraph, ...]
    revisions: tuple[Revision, ...]
    comments: tuple[WordComment, ...]
    last_author: str = ""
    warnings: tuple[str, ...] = ()
