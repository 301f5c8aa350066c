"""The plain words of inlines: for titles, alternative texts and lists."""

from collections.abc import Iterable

from briefing.model.block import (
    Citation,
    Code,
    Image,
    Inline,
    LineBreak,
    NoteMark,
    SoftBreak,
    Text,
)


def inline_text(inlines: Iterable[Inline]) -> str:
    """Return the words that a reader sees; citations, note marks and pictures have none."""
    return "".join(_words(inline) for inline in inlines)


def _words(inline: Inline) -> str:
    match inline:
        case Text() | Code():
            return inline.text
        case LineBreak() | SoftBreak():
            return " "
        case Image() | Citation() | NoteMark():
            return ""
        case _:
            return inline_text(inline.children)
