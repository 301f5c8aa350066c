"""Inlines as marked-up text, so that a golden file shows their looks."""

from briefing.model.block import (
    Emphasis,
    Inline,
    Inlines,
    Link,
    NoteMark,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)

_AROUND = {
    Emphasis: ("*", "*"),
    Strong: ("**", "**"),
    Superscript: ("^", "^"),
    Subscript: ("~", "~"),
    SmallCaps: ("{", "}"),
    Link: ("[", "]"),
}


def shown(inlines: Inlines) -> str:
    """Return inlines with a sign for each look: `*italic*`, `{small capitals}`, `[link]`."""
    return "".join(_shown(inline) for inline in inlines)


def _shown(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case NoteMark(label):
            return f"({label})"
        case Emphasis() | Strong() | Superscript() | Subscript() | SmallCaps() | Link():
            before, after = _AROUND[type(inline)]
            return before + shown(inline.children) + after
        case _:
            return " "
