"""Words of references made plain: the few HTML tags of CSL titles, entities, and blanks."""

import re
from html import unescape

_TAGS = re.compile(
    r"</?(?:i|b|u|em|strong|sc|sup|sub|span|scp|inline-formula|p|br|div)(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"</(?:p|div)>|<br\s*/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_BLANKS = re.compile(r"[^\S\n]+")
_MANY_LINES = re.compile(r"\n\s*\n\s*")


def plain_line(text: str) -> str:
    """Return words on one line, without markup."""
    return " ".join(_plain(text).split())


def plain_passage(text: str) -> str:
    """Return a text of several paragraphs, without markup."""
    if "<" in text:
        text = _BREAKS.sub("\n\n", text)
    text = _BLANKS.sub(" ", _plain(text))
    return _MANY_LINES.sub("\n\n", "\n".join(line.strip() for line in text.split("\n"))).strip()


def _plain(text: str) -> str:
    if "<" in text:
        text = _TAGS.sub("", text)
    return _ENTITY.sub(lambda match: unescape(match[0]), text) if "&" in text else text
