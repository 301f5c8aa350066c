"""A feed cut into feeds of one entry each, every letter as it stands in the file."""

import re
from dataclasses import dataclass

_MARK = re.compile(
    r"<!\[CDATA\[.*?\]\]>|<!--.*?-->"
    r"|<(?P<close>/?)(?:[A-Za-z_][\w.-]{0,30}:)?(?:item|entry)(?=[\s/>])[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_CONTENTS = re.compile(r"<items[\s>].*?</items\s*>", re.DOTALL)  # RSS 1.0 lists them beforehand
_LONGEST_HEAD = 32 * 1024  # it stands in each excerpt


@dataclass(frozen=True, slots=True)
class FeedExcerpts:
    """Where a feed's entries stand, and what stands around them: the feed's own fields."""

    text: str
    head: str = ""
    tail: str = ""
    spans: tuple[tuple[int, int], ...] = ()

    def excerpt(self, index: int) -> bytes:
        """Return the feed with one of its entries alone."""
        start, end = self.spans[index]
        return f"{self.head}{self.text[start:end]}{self.tail}".encode()


def feed_excerpts(text: str) -> FeedExcerpts:
    """Return how a feed can be cut; without spans where its entries cannot be told apart."""
    spans = _entries(text)
    if not spans:
        return FeedExcerpts(text)
    head = _CONTENTS.sub("", text[: spans[0][0]], count=1)
    tail = text[spans[-1][1] :]
    is_short = len(head) + len(tail) <= _LONGEST_HEAD
    return FeedExcerpts(text, head, tail, tuple(spans) if is_short else ())


def _entries(text: str) -> list[tuple[int, int]]:
    """Return where each outermost entry begins and ends; none where marks are unbalanced."""
    for opening, closing in (("<![CDATA[", "]]>"), ("<!--", "-->")):
        if text.rfind(opening) > text.rfind(closing):
            return []  # each search for the missing end would run through the whole text
    spans: list[tuple[int, int]] = []
    depth = start = 0
    for mark in _MARK.finditer(text):
        if mark["close"] is None or mark[0].endswith("/>"):
            continue
        if not mark["close"]:
            start = start if depth else mark.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                spans.append((start, mark.end()))
        else:
            return []
    return [] if depth else spans
