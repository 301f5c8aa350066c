"""Words and citations written as pandoc's Markdown reads them back unchanged."""

import re
from collections.abc import Sequence

from briefing.model.block import CitationItem

_MARKS = re.compile(r"[\\`*_\[\]<>@#~^$|]|-(?=-)|:(?=::)|&(?=#?\w+;)")
_LIST_START = re.compile(r"(\d+)([.)])(?=\s|$)|([+:-])(?=\s|$)")
_PLAIN_KEY = re.compile(r"\w+(?:[:.#$%&\-+?<>~/]\w+)*")


def plain_text(text: str) -> str:
    """Return words as Markdown in which nothing is marked up, on one line."""
    line = _MARKS.sub(lambda mark: "\\" + mark[0], " ".join(text.split()))
    return _LIST_START.sub(_escaped_start, line, count=1) if _LIST_START.match(line) else line


def citation(items: Sequence[CitationItem], *, bare: bool = False) -> str:
    """Return a citation: `[see @a, p. 3; @b]`, or `@a [p. 3]` for a bare one of one source."""
    if bare and len(items) == 1 and not items[0].prefix:
        item = items[0]
        place = _behind(item).removeprefix(", ")
        return _key(item) + (f" [{place}]" if place else "")
    return f"[{'; '.join(_item(item) for item in items)}]"


def _item(item: CitationItem) -> str:
    before = f"{item.prefix} " if item.prefix else ""
    return before + _key(item) + _behind(item)


def _key(item: CitationItem) -> str:
    key = item.key if _PLAIN_KEY.fullmatch(item.key) else f"{{{item.key}}}"
    return f"{'-' if item.suppress_author else ''}@{key}"


def _behind(item: CitationItem) -> str:
    return "".join(f", {part}" for part in (item.locator, item.suffix) if part)


def _escaped_start(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else "\\" + match[0]
