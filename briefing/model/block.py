"""A memo's Markdown as blocks and inlines: what outline, checks, preview and writers all read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italic."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Strike:
    """Struck through (GFM)."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised, as ordinals and numbers of citations are."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Subscript:
    """Lowered."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class SmallCaps:
    """Small capitals, in which some styles of citation set names."""

    children: tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Code in a line."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its text."""

    children: tuple["Inline", ...]
    url: str
    title: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, named by its path in the library or the file beside the memo."""

    alt: str
    source: str
    title: str = ""
    attributes: tuple[tuple[str, str], ...] = ()

    def attribute(self, name: str) -> str:
        """Return an attribute's text, or nothing."""
        return dict(self.attributes).get(name, "")


@dataclass(frozen=True, slots=True)
class Tagged:
    """Words with pandoc attributes: `[mot d’ordre]{lang=fr}`."""

    children: tuple["Inline", ...]
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    def attribute(self, name: str) -> str:
        """Return an attribute's text, or nothing."""
        return dict(self.attributes).get(name, "")


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line that ends where the author said."""


@dataclass(frozen=True, slots=True)
class SoftBreak:
    """A line that ends where the source did; a space in print."""


@dataclass(frozen=True, slots=True)
class CitationItem:
    """One source in a citation: `see @nyt2025vow, p. 3`; `key` may be `fact:7k2`."""

    key: str
    prefix: str = ""
    locator: str = ""
    suffix: str = ""
    suppress_author: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A pandoc citation, `[@a, p. 3; @b]` or a bare `@a`."""

    items: tuple[CitationItem, ...]
    bare: bool = False


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a footnote that the author wrote: `[^label]`."""

    label: str


# Words with a look of their own, and all that holds other inlines.
Look = Emphasis | Strong | Strike | Superscript | Subscript | SmallCaps
Holder = Look | Link | Tagged
Inline = Text | Holder | Code | Image | LineBreak | SoftBreak | Citation | NoteMark
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the Markdown: code points from `start` up to `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6 with pandoc attributes."""

    span: Span
    level: int
    inlines: Inlines
    classes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    span: Span
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item; `checked` is set for a task."""

    span: Span
    blocks: tuple["Block", ...]
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A bulleted or numbered list."""

    span: Span
    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
    tight: bool = True


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation."""

    span: Span
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Code, fenced or indented."""

    span: Span
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class CellSpan:
    """A cell of a table that covers more than its own place; row 0 is the header."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; `align` has `left`, `right`, `center` or nothing a column.

    `shares` are the columns' widths where the Markdown gives them (pandoc, "pipe_tables"). The
    first `heads` rows head it, `header` among them; what a cell covers besides its own place is
    empty.
    """

    span: Span
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    align: tuple[str, ...]
    shares: tuple[int, ...] = ()
    heads: int = 1
    spans: tuple[CellSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""

    span: Span


@dataclass(frozen=True, slots=True)
class Html:
    """Raw HTML, which no writer passes on."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Div:
    """A fenced div, `::: {.facts query="…"}`; the looked-up ones are filled by publishing."""

    span: Span
    classes: tuple[str, ...]
    attributes: tuple[tuple[str, str], ...]
    blocks: tuple["Block", ...]

    def attribute(self, name: str) -> str:
        """Return an attribute's text, or nothing."""
        return dict(self.attributes).get(name, "")


Block = Heading | Paragraph | List | Quote | CodeBlock | Table | Rule | Html | Div


@dataclass(frozen=True, slots=True)
class Note:
    """The text of a footnote that the author wrote, `[^label]: …`."""

    span: Span
    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole Markdown text."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
