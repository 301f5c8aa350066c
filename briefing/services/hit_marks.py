"""Where the words of a search stand in a title or a snippet, read as the index reads them."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from briefing.model.query import Words
from briefing.model.search_page import Marked
from briefing.store.index_words import index_words

SNIPPET = 220  # characters
_LEAD = 60  # of them before the first hit
_LOOKED_AT = 40  # hits among which the best place is chosen
_TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0900-\u0dff]+[^\W_]*)*")
_MARKS = "[\u0300-\u036f]*"
_LEADING = re.compile(r"\A\s*#{1,6} [^\n]*\n(?=\s*\S)")  # a heading above words
_MARKUP = re.compile(
    r"!?\[([^\]]*)\]\([^)]*\)|^ {0,3}#{1,6}\s+|^\s*>+\s?|[*_`]{1,3}|^:::.*$|^[-=]{3,}$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class HitMarker:
    """Marks the words of one search; `title` also those that were asked for in titles only."""

    text: re.Pattern[str] | None
    title: re.Pattern[str] | None

    @classmethod
    def of(cls, words: Iterable[Words]) -> "HitMarker":
        """Return the marker of a search's positive words."""
        asked = list(words)
        return cls(
            _pattern([one for one in asked if not one.field]),
            _pattern([one for one in asked if one.field in ("", "title")]),
        )

    def mark_title(self, title: str) -> Marked:
        """Return the title with its hits."""
        return Marked(title, _spans(self.title, title))

    def snippet(self, summary: str, body: str) -> Marked:
        """Return the part of the text that shows most of the words; its beginning if none does."""
        place = _best_place(self.text, body)
        if place is None:
            text = _cut(summary or _LEADING.sub("", body[: SNIPPET * 3]), 0, whole_start=True)
        else:
            start = max(0, place - _LEAD)
            text = _cut(body[start : place + SNIPPET * 2], place - start, whole_start=start == 0)
        return Marked(text, _spans(self.text, text))


def _spans(pattern: re.Pattern[str] | None, text: str) -> tuple[tuple[int, int], ...]:
    if pattern is None:
        return ()
    return tuple(match.span() for match in pattern.finditer(text))


def _best_place(pattern: re.Pattern[str] | None, body: str) -> int | None:
    """Return where the most different words stand within one snippet's length."""
    if pattern is None:
        return None
    hits: list[tuple[int, str]] = []
    for match in pattern.finditer(body):
        hits.append((match.start(), match.group().casefold()))
        if len(hits) == _LOOKED_AT:
            break
    best, most = None, 0
    for start, _ in hits:
        words = {word for place, word in hits if start <= place < start + SNIPPET - _LEAD}
        if len(words) > most:
            best, most = start, len(words)
    return best


def _cut(text: str, hit: int, *, whole_start: bool) -> str:
    """Return a snippet of whole words on one line, without Markdown's signs."""
    before = "" if whole_start else text[:hit].partition(" ")[2]
    plain = before + text[hit:] if not whole_start else text
    plain = " ".join(_MARKUP.sub(r"\1", plain).split())
    if len(plain) > SNIPPET:
        head, blank, _ = plain[:SNIPPET].rpartition(" ")
        plain = (head if blank and len(head) > SNIPPET // 2 else plain[:SNIPPET]) + " …"
    return plain if whole_start else f"… {plain}"


def _pattern(words: list[Words]) -> re.Pattern[str] | None:
    parts = dict.fromkeys(part for one in words if (part := _word_pattern(one)))
    return re.compile("|".join(parts), re.IGNORECASE) if parts else None


def _word_pattern(words: Words) -> str:
    tokens = _TOKEN.findall(index_words(unicodedata.normalize("NFC", words.text)))
    if not tokens:
        return ""
    cut = [index_words(token) != token for token in tokens]  # of a script without spaces
    pattern = "" if cut[0] else r"(?<![^\W_])"
    for number, token in enumerate(tokens):
        if number:
            pattern += r"[\W_]*" if cut[number] or cut[number - 1] else r"[\W_]+"
        pattern += "".join(map(_letter_pattern, token))
    if words.prefix:
        return pattern + r"[^\W_]*"
    return pattern if cut[-1] else pattern + r"(?![^\W_])"


def _letter_pattern(char: str) -> str:
    plain = unicodedata.normalize("NFD", char)[0]
    variants = _variants().get(plain.casefold(), "")
    return f"[{plain}{variants}]{_MARKS}" if variants else re.escape(char)


@cache
def _variants() -> dict[str, str]:
    """Return for each Latin letter those that the index takes for it."""
    found: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        char = chr(code)
        plain = unicodedata.normalize("NFD", index_words(char))
        if char.isalpha() and plain[0].isascii() and (len(plain) == 1 or not plain[1].isalpha()):
            lower = plain[0].casefold()
            found[lower] = found.get(lower, "") + char
    return found
