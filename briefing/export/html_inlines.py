"""Inlines as HTML: every word escaped, links to the web and mail only."""

from base64 import b64encode
from collections.abc import Iterable
from html import escape

from briefing.export.cross_references import CrossReferences
from briefing.export.element_words import ElementWords
from briefing.export.language_tag import language_tag
from briefing.export.legal_text import legal
from briefing.export.tagged_looks import HIGHLIGHT, SMALL_CAPS, UNDERLINE, looks_of
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
from briefing.text.picture_links import picture_link
from briefing.text.picture_sizes import picture_size

_TAGS = {Emphasis: "em", Strong: "strong", Strike: "s", Superscript: "sup", Subscript: "sub"}
_LOOKS = {UNDERLINE: "u", HIGHLIGHT: "mark"}


class HtmlInlines:
    """Writes inlines; `numbers` are the labels that notes have."""

    def __init__(self, numbers: set[str], pictures: Iterable[Picture] = ()) -> None:
        self._pictures = {picture.key: picture for picture in pictures}
        self._numbers = numbers
        self._marked: set[str] = set()
        self.references = CrossReferences((), ElementWords())

    def content(self, inlines: Inlines) -> str:
        """Return inlines as HTML."""
        return "".join(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> str:  # noqa: PLR0911 (one a kind)
        match inline:
            case Text(text):
                return escape(legal(text), quote=False)
            case SmallCaps(children):
                return f'<span style="font-variant: small-caps">{self.content(children)}</span>'
            case Emphasis() | Strong() | Strike() | Superscript() | Subscript():
                tag = _TAGS[type(inline)]
                return f"<{tag}>{self.content(inline.children)}</{tag}>"
            case Tagged():
                return self._tagged(inline)
            case Code(text):
                return f"<code>{escape(legal(text), quote=False)}</code>"
            case Link():
                return self._link(inline)
            case NoteMark(label):
                return self._mark(label)
            case SoftBreak() | LineBreak():
                return "\n" if isinstance(inline, SoftBreak) else "<br>\n"
            case Image() | Citation():
                is_image = isinstance(inline, Image)
                return self._image(inline) if is_image else escape(self._words(inline))

    def _link(self, link: Link) -> str:
        target = self.references.find(link.url)
        address = f"#{target.identifier}" if target else web_address(link.url)
        words = target.words if target else address or link.url
        inside = self.content(link.children) or escape(legal(words))
        return f'<a href="{escape(address)}">{inside}</a>' if address else inside

    def _tagged(self, tagged: Tagged) -> str:
        """Return words in another language, or with a look of their own."""
        inside = self.content(tagged.children)
        looks = looks_of(tagged)
        for look, tag in _LOOKS.items():
            if look in looks:
                inside = f"<{tag}>{inside}</{tag}>"
        if SMALL_CAPS in looks:
            inside = f'<span style="font-variant: small-caps">{inside}</span>'
        language = language_tag(tagged.attribute("lang"))
        target = self.references.to_mark(tagged)
        identity = escape(target.identifier) if target else ""
        named = f' lang="{language}"' if language else ""
        named += f' id="{identity}"' if identity else ""
        return f"<span{named}>{inside}</span>" if named else inside

    def _image(self, image: Image) -> str:
        """Return a picture of the library with its bytes; the words of any other."""
        link = picture_link(image.source)
        picture = self._pictures.get(link.key) if link else None
        if link is None or picture is None:
            return escape(self._words(image))
        data = b64encode(picture.data).decode()
        words = escape(legal(image.attribute("alt") or image.alt))
        return (
            f'<img src="data:{picture.media_type};base64,{data}" alt="{words}"'
            f' style="{_size(image, picture)};max-width:100%">'
        )

    def _words(self, inline: Image | Citation) -> str:
        """Return what stands for a picture that is not there, or a citation that is not worded."""
        if isinstance(inline, Image):
            words = inline.alt or inline.source.rsplit("/", 1)[-1]
            return f"[{self.references.words.picture}: {legal(words)}]"
        return "[" + "; ".join("@" + item.key for item in inline.items) + "]"

    def _mark(self, label: str) -> str:
        if label not in self._numbers:
            return f"<sup>[{escape(legal(label))}]</sup>"
        identity = "" if label in self._marked else f' id="mark-{label}"'
        self._marked.add(label)
        return f'<sup><a href="#note-{label}"{identity} role="doc-noteref">{label}</a></sup>'


def _size(image: Image, picture: Picture) -> str:
    asked = picture_size(image)
    if asked.share:
        return f"width:{asked.share:g}%"
    wide = f"width:{asked.width:.0f}pt" if asked.width else f"width:{picture.width}px"
    if not asked.height:
        return wide
    return f"{wide if asked.width else 'width:auto'};height:{asked.height:.0f}pt"
