"""Inlines as typst content (typst's reference: emph, strong, link, footnote)."""

from collections.abc import Callable, Mapping

from briefing.export.cross_references import CrossReferences
from briefing.export.element_words import ElementWords
from briefing.export.language_tag import language_and_region
from briefing.export.tagged_looks import HIGHLIGHT, SMALL_CAPS, UNDERLINE, looks_of
from briefing.export.typst_text import string
from briefing.export.web_address import web_address
from briefing.model.block import (
    Block,
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
from briefing.text.picture_sizes import picture_size

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
        self.references = CrossReferences((), ElementWords())
        self.note_blocks: Callable[[tuple[Block, ...]], str] | None = None

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

    def unmarked(self) -> "TypstInlines":
        """Return a writer of what stands within notes, where no note is marked."""
        inner = TypstInlines(self._style, ())
        inner.references = self.references
        return inner

    def note(self, note: PublishedNote) -> str:
        """Return a note's text."""
        if note.blocks and self.note_blocks is not None:
            return self.note_blocks(note.blocks)
        unmarked = self.unmarked()
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
        target = self.references.to_mark(tagged)
        if target is not None:
            inside += f"#metadata(none)<ref-{target.kind.value}-{target.number}>"
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
        words = image.attribute("alt") or image.alt
        alt = f", alt: {string(words)}" if words else ""
        width, high = _width(image, picture)
        size = f"width: 100%{high}"
        return f"#box(width: {width}, image({string(picture.file_name)}, {size}{alt}));"

    def _link(self, link: Link) -> str:
        target = self.references.find(link.url)
        if target is not None:
            inside = self.content(link.children) or f"#{string(target.words)};"
            return f"#link(<ref-{target.kind.value}-{target.number}>)[{inside}];"
        address = web_address(link.url)
        inside = self.content(link.children)
        if not address:
            return inside or f"#{string(link.url)};"
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


def _width(image: Image, picture: Picture) -> tuple[str, str]:
    """Return a picture's width, no more than the text's, and its height if it is given."""
    asked = picture_size(image)
    if asked.share:
        return f"{asked.share:g}%", ""
    own = asked.width or picture.width * _POINTS
    if asked.height and not asked.width:
        own = asked.height * picture.width / picture.height
    if own >= _WIDE:
        return "100%", ""
    is_stretched = bool(asked.width and asked.height)
    return f"{own:.1f}pt", f", height: {asked.height:.1f}pt" if is_stretched else ""


def _rest(inline: Inline) -> str:
    match inline:
        case LineBreak():
            return "#linebreak();"
        case Citation(items):
            return f"#{string('[' + '; '.join('@' + item.key for item in items) + ']')};"
        case _:
            return ""
