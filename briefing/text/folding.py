"""A text as anchors compare it: what typesetting changes is made the same, words and figures not.

Folded away: runs of white space, the shapes of quotation marks, apostrophes, dashes and
ellipses, ligatures, soft and zero-width characters, composed and decomposed letters of any script,
and the hyphen between two letters, at a line's end or not. Kept: every letter and its case, every
digit, every sign before or after a figure. A loose folding takes each dash inside words and
figures for one with blanks around it, so that `said—and`, `said–and` and `said-and` are the same.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

SPACELESS = (
    r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)

_LETTER = r"[^\W\d_]"
_WIDENED = r"\u0640"  # Arabic letters drawn out to fill a line
_UNSEEN = rf"\u034f\u061c{_WIDENED}\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff"
# Joined letters; those of Arabic also stand in the shapes that PDF files name them by.
_ARABIC_SHAPES = r"\ufb50-\ufd3d\ufd40-\ufdfb\ufe70-\ufefc"
_JOINED = rf"ﬀ-ﬆĳĲœŒæÆǄ-ǌǱ-ǳ\ufb13-\ufb17\ufb4f{_ARABIC_SHAPES}"
# What may join the letter before it, with some signs that never do; and letters that Unicode has
# under another number too. Both count only in a text that is not in its normal form (UAX 15).
_MARK = (
    r"(?:[^\w\s\u0000-\u02ff\u0387\u055a-\u058a\u05be\u05c0\u05c3\u05c6\u05f3\u05f4\u0600-\u060f"
    r"\u061b-\u061f\u066a-\u066d\u06d4\u0964\u0965\u0970\u104a\u104b\u1360-\u1368\u17d4-\u17da\u2000-\u20cf\u2100-\u3029\u3030-\u3098\ufb00-\ufe1f\ufe30-\uffff]"
    r"|[\u1160-\u11ff])"
)
_TWIN = (
    r"\u037e\u0374\u0387\u0958-\u095f\u09dc-\u09df\u0a33-\u0a5e\u0b5c\u0b5d\u0f43-\u0fb9"
    r"\u1f71-\u1ffd\u2126\u212a\u212b\uf900-\ufad9\ufb1d-\ufb4e"
)
_LINE_END = r"[ \t]*[\r\n\u2028]\s*"
_SPECIAL = rf"""(?P<none>
        \u00ad(?:{_LINE_END})?
        | (?<=[{SPACELESS}])[\s{_UNSEEN}]+(?=[{SPACELESS}]) | [{_UNSEEN}]+
        | (?:(?<={_LETTER})|(?<=[\u0300-\u036f]))[-\u2010-\u2013](?:{_LINE_END})?(?={_LETTER}) )
    | (?P<range>(?<=\w)[-\u2010-\u2013](?:{_LINE_END})(?=\w))
    | (?P<dash>\s*(?:[—―]|-{{2,}})\s* | (?:\s[\s{_UNSEEN}]*|\A)[-–‒‐‑](?:\s+|\Z))
    | (?P<open>(?<![^\s(\[])[«‹]\s+) | (?P<shut>\s+[»›](?!\w))
    | (?P<space>\s[\s{_UNSEEN}]*\s | [^\S\ ])
    | (?P<inches>(?<=\d)(?:["“”„‟″»]|\'\'|′′|’’))
    | (?P<pair>``|\'\'|‘‘|’’)
    | (?P<one>["‘’‚‛′`´ʼ“”„‟″«»‹›‐‑‒–−…{_JOINED}])"""
# Where something special may stand: one set to search for is many times quicker than all of them.
_TRIGGER = (
    rf"[^\w\x20\x21\x23-\x2c\x2e-\x5f\x61-\x7e]|-|'(?=')|[ʼ{_WIDENED}{_JOINED}]"
    rf"|\x20(?=[\x20{_UNSEEN}{SPACELESS}])"
)
_LOOSE = re.compile(r"(?<=\w)[-\u2010-\u2013](?=\w)")
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
_FIXED = {"none": "", "range": "-", "dash": "—", "space": " ", "inches": '"', "pair": "'"}


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
    is_plain = unicodedata.is_normalized("NFC", text)
    parts: list[str] = []
    here: list[int] = []
    here_end: list[int] = []
    there: list[int] = []
    there_end: list[int] = []
    position = length = 0
    while match := _next_special(text, position, is_plain=is_plain):
        start, end = match.span()
        new = _replacement(match)
        parts += [text[position:start], new]
        length += start - position
        if new != match[0]:
            here.append(length)
            here_end.append(length + len(new))
            there.append(start)
            there_end.append(end)
        length += len(new)
        position = end
    parts.append(text[position:])
    return Folded("".join(parts), tuple(here), tuple(here_end), tuple(there), tuple(there_end))


@cache
def _patterns(*, is_plain: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what gives a piece away, and the piece: in a text in its normal form, or in another.

    They are made when a text is first folded, which is not when a window opens.
    """
    if is_plain:
        return re.compile(_TRIGGER), re.compile(_SPECIAL, re.VERBOSE)
    return (
        re.compile(rf"{_TRIGGER}|[\u1160-\u11ff{_TWIN}]"),
        re.compile(rf"(?P<accent>\S{_MARK}+|[{_TWIN}]) | {_SPECIAL}", re.VERBOSE),
    )


def _next_special(text: str, position: int, *, is_plain: bool) -> re.Match[str] | None:
    """Return the next piece to fold; it may begin one character before what gives it away."""
    triggers, special = _patterns(is_plain=is_plain)
    at = position
    while trigger := triggers.search(text, at):
        at = trigger.start()
        if at > position and (text[at - 1] == " " or not is_plain):
            early = special.match(text, at - 1)
            if early and early.end() > at:
                return early
        match = special.match(text, at)
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
