"""Counting words: those that a reader sees, straight from the Markdown, without the parser.

Quick enough for each line as it is typed. A word is what stands between spaces or em dashes and
holds a letter or a digit (as word processors count); a Chinese or Japanese character is one.
Not counted: syntax, addresses, attributes, citations, note marks, pictures, comments and tags.
"""

import html
import re
from functools import lru_cache

from briefing.text.citation_syntax import find_plain

WORDS_A_MINUTE = 230  # silent reading of English non-fiction: 238 (Brysbaert 2019), rounded down

_CJK = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_GAP = rf"\s—{_CJK}"
_WORD = re.compile(rf"[{_CJK}]|(?<![^{_GAP}])(?:[^{_GAP}\w]|_)*[^\W_{_CJK}][^{_GAP}]*")
_ODD_GAP = re.compile(rf"[—{_CJK}]")
_NO_WORD = re.compile(r"(?<!\S)(?:[^\w\s]|_)+(?!\S)")
_SYNTAX = re.compile(r"[`<@\[{:&|]|(?m:^[ \t>]*(?:[-+*]|\d{1,3}[.)])[ \t])|[-_]{3}|={3}")

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_RAW_BLOCK = re.compile(
    r"(?im)^ {0,3}</?(?:address|article|aside|blockquote|center|dd|details|dialog|dir|div|dl|dt"
    r"|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|menu|nav|ol|p|section"
    r"|script|style|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>]|$)(?:.|\n(?![ \t]*\n))*"
)
_FENCE = re.compile(r"(?m)^[ \t>]*(?:[-+*][ \t]+)?(?:`{3,}[^`\n]*|~{3,}[^\n]*)$")
_DIV = re.compile(r"(?m)^[ \t>]*:{3,}[ \t]*(?:\{.*\}|[^\s{}]+)?[ \t]*:*[ \t]*$")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_AUTOLINK = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<[?!][^<>]*>")
_TARGET = (
    r"\(\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)"
    r"""(?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\([^()]*\)))?\s*\)"""
)
_IMAGE = re.compile(rf"!\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:{_TARGET}|\[[^\[\]]*\])")
_LINK = re.compile(rf"\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:{_TARGET}|\[[^\[\]@]*\])")
_DEFINITION = re.compile(r"(?m)^ {0,3}\[(?!\^)[^\[\]\n]+\]:[ \t]*\S+.*$")
_NOTE = re.compile(r"(?m)^[ \t>]*\[\^[^\]\s]+\]:|\[\^[^\]\s]+\]")
_HEADING_ATTRIBUTES = re.compile(r"(?m)^( {0,3}#{1,6}[ \t].*?)[ \t]*\{[^{}\n]*\}[ \t]*$")
_MARKER = re.compile(
    r"(?m)^(?:[ \t]*(?:>[ \t]?|(?:[-+*]|\d{1,3}[.)])(?=[ \t]|$)))+[ \t]*(?:\[[ xX]\](?=[ \t]))?"
)


def count_words(markdown: str) -> int:
    """Return how many words of a text, or of one line of it, a reader sees."""
    text = visible_text(markdown)
    if _ODD_GAP.search(text):
        return sum(1 for _ in _WORD.finditer(text))
    return len(text.split()) - sum(1 for _ in _NO_WORD.finditer(text))


def reading_minutes(words: int) -> int:
    """Return how long so many words take to read, in whole minutes rounded up."""
    return -(-words // WORDS_A_MINUTE)


@lru_cache(maxsize=20_000)
def count_part(markdown: str) -> int:
    """Return the same as `count_words`, kept: for blocks that are counted again and again."""
    return count_words(markdown)


def visible_text(markdown: str) -> str:
    """Return a text without what only the parser reads; emphasis marks may stay."""
    if not _SYNTAX.search(markdown):
        return markdown
    text = markdown
    if "<" in text:
        text = _RAW_BLOCK.sub(" ", _COMMENT.sub(" ", text))
    text = _DIV.sub("", _FENCE.sub("", text))
    text = _CODE.sub(_code_words, text)
    if "<" in text:
        text = _TAG.sub("", _AUTOLINK.sub("address", text))
    text = _MARKER.sub("", text)
    if "[" in text or "@" in text:
        text = _without_brackets(text)
    if "{" in text:
        text = _HEADING_ATTRIBUTES.sub(r"\1", text)
    if "&" in text:
        text = html.unescape(text)
    return text.replace("|", " ")


def _code_words(code: re.Match[str]) -> str:
    """Return the words of code with nothing in them that could be taken for syntax."""
    return re.sub(r"[\[\]@<>{}&|]", "_", code[2])


def _without_brackets(text: str) -> str:
    text = _DEFINITION.sub("", text)
    text = _NOTE.sub("", text)
    text = _IMAGE.sub("", text)
    if "@" in text:
        parts: list[str] = []
        position = 0
        for start, end, _ in find_plain(text):
            parts += [text[position:start], " "]
            position = end
        text = "".join([*parts, text[position:]])
    return _LINK.sub(r"\1", text)
