"""Inlines as runs (ECMA-376 part 1, 17.3.2): the words with their looks, links and note marks."""

from functools import cache
from typing import Any

from briefing.export.docx.links import LinkTable
from briefing.export.docx.note_marks import NoteMarks
from briefing.export.docx.picture_drawing import PictureDrawing
from briefing.export.docx.reference_marks import ReferenceMarks, linked, repeated
from briefing.export.docx.run_look import PLAIN, Look, properties
from briefing.export.docx.style_map import StyleMap
from briefing.export.docx.xml_text import escape
from briefing.export.language_tag import language_tag
from briefing.export.tagged_looks import HIGHLIGHT, SMALL_CAPS, UNDERLINE, looks_of
from briefing.export.text_direction import RIGHT_TO_LEFT
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
from briefing.text.picture_links import picture_link

_CHANGES: dict[type[Inline], dict[str, Any]] = {
    Strong: {"bold": True},
    Strike: {"strike": True},
    SmallCaps: {"small_caps": True},
    Superscript: {"place": "superscript"},
    Subscript: {"place": "subscript"},
}


@cache  # a few looks, asked for thousands of times
def _changed(look: Look, kind: type[Inline]) -> Look:
    if kind is Emphasis:
        return look._replace(italic=not look.italic)
    return look._replace(**_CHANGES[kind])


class RunWriter:
    """Writes the inlines of one part of the file; what had to be left out becomes a warning."""

    def __init__(
        self, styles: StyleMap, links: LinkTable, marks: NoteMarks, warnings: list[str]
    ) -> None:
        self._styles = styles
        self._links = links
        self.pictures = PictureDrawing((), 0)
        self._marks = marks
        self._warnings = warnings
        self._cache: dict[Look, str] = {}
        self.met_right_to_left = False
        self.references: ReferenceMarks | None = None
        self.language = ""  # of the block that is being written, where it names one

    def runs(self, inlines: Inlines, look: Look = PLAIN) -> str:
        """Return the runs of some inlines."""
        parts: list[str] = []
        words: list[str] = []
        previous: Inline | None = None
        for inline in inlines:
            match inline:
                case Text(text):
                    words.append(text)
                case SoftBreak():
                    words.append(" ")
                case _:
                    if words:
                        parts.append(self.text("".join(words), look))
                        words.clear()
                    parts.append(
                        self._other(inline, look, after_note=isinstance(previous, NoteMark))
                    )
            previous = inline
        if words:
            parts.append(self.text("".join(words), look))
        return "".join(parts)

    def text(self, text: str, look: Look = PLAIN) -> str:
        """Return plain words as runs; words of a right-to-left script are marked as such."""
        if not text:
            return ""
        if not text.isprintable():
            text = text.replace("\n", " ").replace("\t", " ")
        if text.isascii() or not RIGHT_TO_LEFT.search(text):
            return self._run(text, self._properties(look))
        self.met_right_to_left = True
        parts: list[str] = []
        place = 0
        language = look.language or self.language
        turned = properties(look._replace(language=language), right_to_left=True)
        for found in RIGHT_TO_LEFT.finditer(text):
            parts.append(self._run(text[place : found.start()], self._properties(look)))
            parts.append(self._run(found.group(), turned))
            place = found.end()
        parts.append(self._run(text[place:], self._properties(look)))
        return "".join(parts)

    def _other(  # noqa: PLR0911 (one a kind)
        self, inline: Inline, look: Look, *, after_note: bool
    ) -> str:
        match inline:
            case Emphasis() | Strong() | Strike() | Superscript() | Subscript() | SmallCaps():
                return self.runs(inline.children, _changed(look, type(inline)))
            case Tagged():
                return self._tagged(inline, look)
            case Code(text):
                return self.text(text, look._replace(style=self._styles.id_of("code")))
            case Link():
                return self._link(inline, look)
            case LineBreak():
                return "<w:r><w:br/></w:r>"
            case NoteMark(label):
                return self._marks.mark(label, beside_another=after_note)
            case Image():
                return self._image(inline, look)
            case Citation(items):
                return self.text(f"[{'; '.join('@' + item.key for item in items)}]", look)
            case _:
                return ""

    def _tagged(self, tagged: Tagged, look: Look) -> str:
        """Return words in another language, with a look of their own, or with a name."""
        looks = looks_of(tagged)
        language = language_tag(tagged.attribute("lang"))
        look = look._replace(
            small_caps=look.small_caps or SMALL_CAPS in looks,
            underline=look.underline or UNDERLINE in looks,
            highlight=look.highlight or HIGHLIGHT in looks,
            language=language or look.language,
        )
        runs = self.runs(tagged.children, look)
        return self.references.around(tagged, runs) if self.references else runs

    def _link(self, link: Link, look: Look) -> str:
        target = self.references.find(link.url) if self.references else None
        if target is not None:
            inner = look._replace(style=self._styles.id_of("link"))
            if link.children:
                return linked(target, self.runs(link.children, inner))
            return repeated(target, self.text(target.words or link.url[1:], look))
        address = web_address(link.url)
        if not address:
            self._warnings.append(f"The link to “{link.url[:80]}” was left as plain text.")
            return self.runs(link.children, look) or self.text(link.url, look)
        inner = look._replace(style=self._styles.id_of("link"))
        runs = self.runs(link.children, inner) or self.text(address, inner)
        identity = self._links.id_of(address)
        return f'<w:hyperlink r:id="{identity}" w:history="1">{runs}</w:hyperlink>'

    def _image(self, image: Image, look: Look) -> str:
        name = image.alt or image.source.rsplit("/", 1)[-1]
        drawn = self.pictures.drawing(image, self._links)
        if drawn:
            return drawn
        if picture_link(image.source) is None:  # one of the library is told of by its own name
            self._warnings.append(
                f"The picture “{name[:80]}” was left out; its description stands there."
            )
        return self.text(f"[Picture: {name}]", look)

    def _properties(self, look: Look) -> str:
        if self.language and not look.language:
            look = look._replace(language=self.language)
        if look not in self._cache:
            self._cache[look] = properties(look)
        return self._cache[look]

    @staticmethod
    def _run(text: str, run_properties: str) -> str:
        if not text:
            return ""
        return f'<w:r>{run_properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
