"""A text as anchors compare it: what typesetting changes is made the same, words and figures not.

Folded away: runs of white space, the shapes of quotation marks, apostrophes, dashes and
ellipses, ligatures, soft and zero-width characters, composed and decomposed accents, and the
hyphen between two letters, at a line's end or not. Kept: every letter and its case, every digit,
every sign before or after a figure. A loose folding takes each dash between letters for one of a
sentence, so that `said—and`, `said–and` and `said-and` are the same.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

SPACELESS = (
    r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)

_LETTER = r"[^\W\d_]"
_UNSEEN = r"\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_JOINED = "ﬀ-ﬆĳĲœŒæÆ"
_LINE_END = r"[ \t]*[\r\n\u2028]\s*"
_SPECIAL = re.compile(
    rf"""(?P<none>
        \u00ad(?:{_LINE_END})? | [{_UNSEEN}]+
        | (?<={_LETTER})[-\u2010-\u2013](?:{_LINE_END})?(?={_LETTER})
        | (?<=[{SPACELESS}])\s+(?=[{SPACELESS}]) )
    | (?P<range>(?<=\w)[-\u2010-\u2013](?:{_LINE_END})(?=\w))
    | (?P<dash>\s*(?:[—―]|-{{2,}})\s* | \s+[-–‒‐‑]\s+)
    | (?P<open>(?<![^\s(\[])[«‹]\s+) | (?P<shut>\s+[»›](?!\w))
    | (?P<space>\s{{2,}} | [^\S\ ])
    | (?P<accent>\w[\u0300-\u036f]+)
    | (?P<inches>(?<=\d)["“”„‟″»])
    | (?P<one>["‘’‚‛′`´ʼ“”„‟″«»‹›‐‑‒–−…{_JOINED}])""",
    re.VERBOSE,
)
# Where something special may stand: one set to search for is many times quicker than all of them.
_TRIGGER = re.compile(
    rf"[^\w\x20\x21\x23-\x2c\x2e-\x5f\x61-\x7e]|-|[ʼ{_JOINED}]|\x20(?=[\x20{SPACELESS}])"
)
_LOOSE = re.compile(rf"(?<={_LETTER})[-\u2010-\u2013](?={_LETTER})")
_MARKS = dict.fromkeys('"‘’‚‛′`´ʼ‹›“”„‟″«»', "'")
_DASHES = dict.fromkeys("‐‑‒–−", "-")
_ONE = {
    **_MARKS,
    **_DASHES,
    **{c: unicodedata.normalize("NFKC", c) for c in "…ﬀﬁﬂﬃﬄﬅﬆĳĲ"},
    "œ": "oe",
    "Œ": "Oe",
    "æ": "ae",
    "Æ": "Ae",
}
_FIXED = {"none": "", "range": "-", "dash": "—", "space": " ", "inches": '"'}


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and for each piece that was changed where it stood and how long it was."""

    text: str
    here: tuple[int, ...]
    here_end: tuple[int, ...]
    there: tuple[int, ...]
    there_end: tuple[int, ...]

    def to_source(self, position: int) -> int:
        """Return where the character at a folded position begins in the source."""
        piece = bisect_right(self.here, position) - 1
        if piece < 0:
            return position
        if position < self.here_end[piece]:
            return self.there[piece]
        return self.there_end[piece] + position - self.here_end[piece]

    def end_to_source(self, end: int) -> int:
        """Return where a folded span that ends here ends in the source."""
        if end <= 0:
            return 0
        piece = bisect_right(self.here, end - 1) - 1
        if piece >= 0 and end - 1 < self.here_end[piece]:
            return self.there_end[piece]
        return self.to_source(end - 1) + 1

    def end_from_source(self, end: int) -> int:
        """Return where a source span that ends here ends in the folded text.

        A sign that was folded together with what follows it belongs to the span.
        """
        if end <= 0:
            return 0
        piece = bisect_right(self.there, end - 1) - 1
        if piece >= 0 and end - 1 < self.there_end[piece]:
            return self.here_end[piece]
        return self.from_source(end - 1) + 1

    def from_source(self, position: int) -> int:
        """Return where a source position stands in the folded text."""
        piece = bisect_right(self.there, position) - 1
        if piece < 0:
            return position
        if position < self.there_end[piece]:
            return self.here[piece]
        return self.here_end[piece] + position - self.there_end[piece]


@lru_cache(maxsize=8)
def fold(text: str, *, is_loose: bool = False) -> Folded:
    """Fold a text; one megabyte takes some hundredths of a second."""
    if is_loose:
        text = _LOOSE.sub("—", text)  # one sign for one: places stay
    parts: list[str] = []
    here: list[int] = []
    here_end: list[int] = []
    there: list[int] = []
    there_end: list[int] = []
    position = length = 0
    while match := _next_special(text, position):
        start, end = match.span()
        new = _replacement(match)
        parts += [text[position:start], new]
        length += start - position
        here.append(length)
        length += len(new)
        here_end.append(length)
        there.append(start)
        there_end.append(end)
        position = end
    parts.append(text[position:])
    return Folded("".join(parts), tuple(here), tuple(here_end), tuple(there), tuple(there_end))


def _next_special(text: str, position: int) -> re.Match[str] | None:
    """Return the next piece to fold; it may begin one character before what gives it away."""
    at = position
    while trigger := _TRIGGER.search(text, at):
        at = trigger.start()
        if at > position and (text[at - 1] == " " or unicodedata.combining(text[at])):
            early = _SPECIAL.match(text, at - 1)
            if early and early.end() > at:
                return early
        match = _SPECIAL.match(text, at)
        if match:
            return match
        at += 1
    return None


def _replacement(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    if kind == "one":
        return _ONE.get(match[0]) or unicodedata.normalize("NFKC", match[0])
    if kind == "accent":
        return unicodedata.normalize("NFC", match[0])
    if kind in {"open", "shut"}:
        return "'"
    return _FIXED[kind]
