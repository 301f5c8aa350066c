"""Inlines as typst content (typst's reference: emph, strong, link, footnote)."""

from collections.abc import Mapping

from briefing.export.typst_text import string
from briefing.export.web_address import web_address
from briefing.model.block import (
    Citation,
    Code,
    Emphasis,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteMark,
    SoftBreak,
    Strike,
    Strong,
    Text,
)
from briefing.model.publication import PublishedNote
from briefing.model.template import NoteStyle


class TypstInlines:
    """Writes inlines; footnotes are written where they are marked first."""

    def __init__(self, style: NoteStyle, notes: tuple[PublishedNote, ...]) -> None:
        self._style = style
        self._notes: Mapping[str, PublishedNote] = {str(note.number): note for note in notes}
        self._marked: set[str] = set()

    def content(self, inlines: Inlines) -> str:
        """Return inlines as typst markup that holds nothing but calls."""
        parts: list[str] = []
        previous: Inline | None = None
        for inline in inlines:
            if isinstance(inline, NoteMark) and isinstance(previous, NoteMark):
                parts.append('#super(",");')
            parts.append(self._inline(inline))
            previous = inline
        return "".join(parts)

    def note(self, note: PublishedNote) -> str:
        """Return a note's text."""
        unmarked = TypstInlines(self._style, ())  # no note within a note
        return "#parbreak();".join(unmarked.content(paragraph) for paragraph in note.paragraphs)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text):
                return f"#{string(text)};"
            case SoftBreak():
                return '#" ";'
            case Emphasis() | Strong() | Strike():
                name = {Emphasis: "emph", Strong: "strong", Strike: "strike"}[type(inline)]
                return f"#{name}[{self.content(inline.children)}];"
            case Code(text):
                return f"#raw({string(text)});"
            case Link():
                return self._link(inline)
            case NoteMark(label):
                return self._mark(label)
            case _:
                return _rest(inline)

    def _link(self, link: Link) -> str:
        address = web_address(link.url)
        inside = self.content(link.children)
        if not address:
            return inside
        return f"#link({string(address)})[{inside or '#' + string(address) + ';'}];"

    def _mark(self, label: str) -> str:
        note = self._notes.get(label)
        if note is None:
            return f"#super({string(f'[{label}]')});"
        if self._style is NoteStyle.ENDNOTES:
            return f"#super({string(label)});"
        if label in self._marked:
            return f"#footnote(<note-{label}>);"
        self._marked.add(label)
        return f"#footnote[#note-gap;{self.note(note)}]<note-{label}>"


def _rest(inline: Inline) -> str:
    match inline:
        case LineBreak():
            return "#linebreak();"
        case Image():
            name = inline.alt or inline.source.rsplit("/", 1)[-1]
            return f"#{string(f'[Picture: {name}]')};"
        case Citation(items):
            return f"#{string('[' + '; '.join('@' + item.key for item in items) + ']')};"
        case _:
            return ""
