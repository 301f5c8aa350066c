"""Inlines as plain text: note marks in brackets, addresses behind the words that link to them."""

from briefing.export.cross_references import CrossReferences
from briefing.export.legal_text import legal
from briefing.export.web_address import web_address
from briefing.model.block import (
    Citation,
    Code,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteMark,
    SoftBreak,
    Text,
)

BREAK = "\n"  # a line that ends where the author said


class PlainInlines:
    """Writes inlines as words; `references` know what the memo's own links point to."""

    def __init__(self, references: CrossReferences) -> None:
        self._references = references

    def content(self, inlines: Inlines) -> str:
        """Return the words, with a line break only where the author made one."""
        parts: list[str] = [""]
        for inline in inlines:
            is_link = isinstance(inline, Link)
            parts.append(self._link(inline, parts[-1]) if is_link else self._inline(inline))
        return "".join(parts)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text) | Code(text):
                return legal(text).replace(BREAK, " ")
            case SoftBreak():
                return " "
            case LineBreak():
                return BREAK
            case NoteMark(label):
                return f"[{legal(label)}]"
            case Image():
                words = inline.attribute("alt") or inline.alt or inline.source.rsplit("/", 1)[-1]
                return f"[{self._references.words.picture}: {legal(words)}]"
            case Citation(items):
                return "[" + "; ".join("@" + item.key for item in items) + "]"
            case _:
                return self.content(inline.children)

    def _link(self, link: Link, before: str) -> str:
        """Return a link's words and where it leads, if they do not end in that themselves."""
        words = self.content(link.children)
        target = self._references.find(link.url)
        if target is not None:
            return words or legal(target.words)
        address = web_address(link.url)
        plain = address.removeprefix("mailto:")
        is_shown = address and not f"{before}{words}".rstrip("/").endswith(plain.rstrip("/"))
        return f"{words} <{address}>".strip() if is_shown else words
