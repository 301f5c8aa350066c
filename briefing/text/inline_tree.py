"""Inline tokens → our inlines."""

import re
from collections.abc import Iterable
from urllib.parse import unquote

from markdown_it.token import Token

from briefing.model.block import (
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
    Tagged,
    Text,
)
from briefing.text.attributes import Attributes

MAX_DEPTH = 40  # emphasis within emphasis; deeper markers are dropped, their words kept
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


def to_inlines(tokens: Iterable[Token]) -> Inlines:
    """Build the inlines; neighbouring texts are one, raw HTML falls away but for `<br>`."""
    open_tokens: list[Token] = []
    levels: list[list[Inline]] = [[]]
    words: list[str] = []
    for token in tokens:
        if token.type in {"text", "text_special"}:
            words.append(token.content)
            continue
        _flush(words, levels[-1])
        if token.nesting > 0:
            open_tokens.append(token)
            levels.append([])
        elif token.nesting < 0:
            children = levels.pop()
            opener = open_tokens.pop()
            if len(levels) > MAX_DEPTH:
                levels[-1].extend(children)
            else:
                levels[-1].append(_wrap(opener, tuple(children)))
        else:
            levels[-1].extend(_leaf(token))
    _flush(words, levels[-1])
    return tuple(levels[0])


def plain_text(tokens: Iterable[Token]) -> str:
    """Return the words of inline tokens, as an image's alternative text wants them."""
    parts: list[str] = []
    for token in tokens:
        if token.type in {"text", "text_special", "code_inline"}:
            parts.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif token.children:
            parts.append(plain_text(token.children))
    return "".join(parts)


def _flush(words: list[str], into: list[Inline]) -> None:
    """Put the words gathered so far down as one text, joined to one that stands before it."""
    text = "".join(words)
    words.clear()
    if not text:
        return
    last = into[-1] if into else None
    if isinstance(last, Text):
        into[-1] = Text(last.text + text)
    else:
        into.append(Text(text))


def _wrap(opener: Token, children: Inlines) -> Inline:
    match opener.type:
        case "em_open":
            return Emphasis(children)
        case "strong_open":
            return Strong(children)
        case "s_open":
            return Strike(children)
        case "link_open":
            href = str(opener.attrGet("href") or "")
            return Link(children, href, _title(opener), _attributes(opener).pairs)
        case "tagged_open":
            return Tagged(children, *_attributes(opener))
        case _:
            raise AssertionError(f"an inline that nothing makes: {opener.type}")


def _leaf(token: Token) -> Iterable[Inline]:
    match token.type:
        case "code_inline":
            return (Code(token.content),)
        case "softbreak":
            return (SoftBreak(),)
        case "hardbreak":
            return (LineBreak(),)
        case "image":
            source = str(token.attrGet("src") or "")
            source = source if _SCHEME.match(source) else unquote(source)
            alt = plain_text(token.children or ())
            return (Image(alt, source, _title(token), _attributes(token).pairs),)
        case "citation":
            return (token.meta["citation"],)
        case "note_mark":
            return (NoteMark(token.meta["label"]),)
        case "html_inline":
            return (LineBreak(),) if _BREAK.fullmatch(token.content) else ()
        case _:
            raise AssertionError(f"an inline that nothing makes: {token.type}")


def _attributes(token: Token) -> Attributes:
    found = token.meta.get("attributes")
    return found if isinstance(found, Attributes) else Attributes()


def _title(token: Token) -> str:
    return str(token.attrGet("title") or "")
