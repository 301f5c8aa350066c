"""Inlines as typst content (typst's reference: emph, strong, link, footnote)."""

from collections.abc import Mapping

from briefing.export.language_tag import language_and_region
from briefing.export.tagged_looks import HIGHLIGHT, SMALL_CAPS, UNDERLINE, looks_of
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
    SmallCaps,
    SoftBreak,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Tagged,
    Text,
)
from briefing.model.picture import Picture
from briefing.model.publication import PublishedNote
from briefing.model.template import NoteStyle
from briefing.text.picture_links import picture_link

_CALLS = {
    Emphasis: "emph",
    Strong: "strong",
    Strike: "strike",
    Superscript: "super",
    Subscript: "sub",
    SmallCaps: "smallcaps",
}
_LOOKS = {SMALL_CAPS: "smallcaps", UNDERLINE: "underline", HIGHLIGHT: "highlight"}
_POINTS = 0.75  # of a dot, at 96 an inch
_WIDE = 440.0  # points: what is wider fills the text


class TypstInlines:
    """Writes inlines; footnotes are written where they are marked first."""

    def __init__(
        self,
        style: NoteStyle,
        notes: tuple[PublishedNote, ...],
        pictures: tuple[Picture, ...] = (),
    ) -> None:
        self._style = style
        self._pictures = {picture.key: picture for picture in pictures}
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

    def _inline(self, inline: Inline) -> str:  # noqa: PLR0911 (one a kind)
        match inline:
            case Text(text):
                return f"#{string(text)};"
            case SoftBreak():
                return '#" ";'
            case Emphasis() | Strong() | Strike() | Superscript() | Subscript() | SmallCaps():
                return f"#{_CALLS[type(inline)]}[{self.content(inline.children)}];"
            case Tagged():
                return self._tagged(inline)
            case Code(text):
                return f"#raw({string(text)});"
            case Link():
                return self._link(inline)
            case NoteMark(label):
                return self._mark(label)
            case Image():
                return self._image(inline)
            case _:
                return _rest(inline)

    def _tagged(self, tagged: Tagged) -> str:
        """Return words in another language, or with a look of their own."""
        inside = self.content(tagged.children)
        for look, call in _LOOKS.items():
            if look in looks_of(tagged):
                inside = f"#{call}[{inside}];"
        language, region = language_and_region(tagged.attribute("lang"))
        if not language:
            return inside
        place = f"region: {string(region)}" if region else "region: none"
        return f"#text(lang: {string(language)}, {place})[{inside}];"

    def _image(self, image: Image) -> str:
        """Return a picture of the library, which stands beside the source; words for any other."""
        link = picture_link(image.source)
        picture = self._pictures.get(link.key) if link else None
        if link is None or picture is None:
            name = image.alt or image.source.rsplit("/", 1)[-1]
            return f"#{string(f'[Picture: {name}]')};"
        own = picture.width * _POINTS
        width = f"{link.share}%" if link.share else f"{own:.1f}pt" if own < _WIDE else "100%"
        alt = f", alt: {string(image.alt)}" if image.alt else ""
        return f"#box(width: {width}, image({string(picture.file_name)}, width: 100%{alt}));"

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
        case Citation(items):
            return f"#{string('[' + '; '.join('@' + item.key for item in items) + ']')};"
        case _:
            return ""
