"""Where the words of a search stand in a title or a snippet, read as the index reads them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, islice, pairwise, zip_longest

from briefing.model.query import Words
from briefing.model.search_page import Marked
from briefing.store.index_words import index_words, signs_of, stands_alone

SNIPPET = 220  # characters
_LEAD = 60  # of them before the first hit
_LOOKED_AT = 12  # hits of each word, among which the best place is chosen
_OFTEN_ENOUGH = 8_000  # characters from the beginning, which mostly hold such a place
_TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0900-\u0dff]+[^\W_]*)*")
# What may stand between two letters and is not searched for: accents, Hebrew and Arabic points.
_MARKS = "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]*"
_FOLDED = ((0xC0, 0x250), (0x370, 0x460), (0x620, 0x700), (0x1E00, 0x2000))  # letters with variants
_ACCENTED = re.compile("[\u00c0-\u06ff\u1e00-\u1fff]")
_MARKED = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_GOES_ON = r"[^\W_]*"
_LEADING = re.compile(r"\A\s*#{1,6} [^\n]*\n(?=\s*\S)")  # a heading above words
_MAY_BE_MARKUP = re.compile(r"[\[*_`#>]|:::|---|===")
_MARKUP = re.compile(
    r"!?\[([^\]]*)\]\([^)]*\)|^ {0,3}#{1,6}\s+|^\s*>+\s?|[*_`]{1,3}|^:::.*$|^[-=]{3,}$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class _Word:
    """One word or phrase.

    `letters` is for a word in texts whose letters have lost their accents and capitals, `plain`
    for a phrase or a beginning in them; `accented` is for texts that cannot be read so. What
    stands before and behind a hit is looked at afterwards: letters are found many times as fast
    as a condition.
    """

    letters: str
    plain: re.Pattern[str]
    accented: str
    begins_word: bool
    ends_word: bool

    def spans(self, text: str, lower: str | None) -> Iterator[tuple[int, int]]:
        """Yield where it stands; `lower` is given where the text can be read without accents."""
        for start, end in self._hits(text, lower):
            goes_before = self.begins_word and start > 0 and _joins_on(text[start - 1])
            goes_on = self.ends_word and end < len(text) and _joins_on(text[end])
            if not goes_before and not goes_on:
                yield start, end

    def _hits(self, text: str, lower: str | None) -> Iterator[tuple[int, int]]:
        if lower is None:
            yield from (hit.span() for hit in _compiled(self.accented).finditer(text))
        elif not self.letters:
            yield from (hit.span() for hit in self.plain.finditer(lower))
        else:
            at = lower.find(self.letters)
            while at >= 0:
                yield at, at + len(self.letters)
                at = lower.find(self.letters, at + len(self.letters))


@lru_cache(maxsize=256)
def _compiled(accented: str) -> re.Pattern[str]:
    """Compile late: sets of variants cost some milliseconds a word, and many pages need none."""
    return re.compile(accented, re.IGNORECASE)


def _joins_on(char: str) -> bool:
    return char.isalnum() and not stands_alone(char)


@dataclass(frozen=True, slots=True)
class HitMarker:
    """Marks the words of one search; in titles also those that were asked for in titles only."""

    in_text: tuple[_Word, ...]
    in_title: tuple[_Word, ...]

    @classmethod
    def of(cls, words: Iterable[Words]) -> "HitMarker":
        """Return the marker of a search's positive words."""
        asked = dict.fromkeys(words)
        return cls(
            tuple(_word(one) for one in asked if not one.field),
            tuple(_word(one) for one in asked if one.field in ("", "title")),
        )

    def mark_title(self, title: str) -> Marked:
        """Return the title with its hits."""
        return Marked(title, _spans(self.in_title, title))

    def snippet(self, summary: str, body: str) -> Marked:
        """Return the part of the text that shows most of the words; its beginning if none does."""
        place = _best_place(self.in_text, body)
        if place is None:
            text = _cut(summary or _LEADING.sub("", body[: SNIPPET * 3]), 0, whole_start=True)
        else:
            start = max(0, place - _LEAD)
            text = _cut(body[start : place + SNIPPET * 2], place - start, whole_start=start == 0)
        return Marked(text, _spans(self.in_text, text))


def _spans(words: Sequence[_Word], text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of all words in order, those that overlap as one."""
    lower = _without_accents(text)
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for word in words for span in word.spans(text, lower)):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _best_place(words: Sequence[_Word], body: str) -> int | None:
    """Return where the most different words stand within one snippet's length.

    Most texts have one near their beginning, and it is found as it is typed; only where it is not,
    the whole text is read, and then without its accents.
    """
    if not words:
        return None
    start = body[:_OFTEN_ENOUGH]
    for text in (start, body) if len(body) > len(start) else (body,):
        lower = text.lower()
        place = _densest(words, text, lower) if len(lower) == len(text) else None
        if place is not None:
            return place
    return _densest(words, body, _without_accents(body))


def _densest(words: Sequence[_Word], body: str, lower: str | None) -> int | None:
    """Return where most words stand close together."""
    looked_at = _LOOKED_AT if len(words) > 1 else 1
    hits = sorted(
        (start, number)
        for number, word in enumerate(words)
        for start, _ in islice(word.spans(body, lower), looked_at)
    )
    best, most, end = None, 0, 0
    near = Counter[int]()  # the words that stand from one hit on, as far as a snippet goes
    for start, number in hits:
        while end < len(hits) and hits[end][0] < start + SNIPPET - _LEAD:
            near[hits[end][1]] += 1
            end += 1
        if len(near) > most:
            best, most = start, len(near)
        near[number] -= 1
        if not near[number]:
            del near[number]
    return best


def _without_accents(text: str) -> str | None:
    """Return the text in small letters without accents, as long as it is; None where it cannot.

    A few replacements are much quicker than a translation of every letter.
    """
    accented: list[str] = _ACCENTED.findall(text)
    for char in set(accented):
        if _MARKED.match(char):
            return None
        text = text.replace(char, _base_letters().get(char, char))
    return text.lower()


def _cut(text: str, hit: int, *, whole_start: bool) -> str:
    """Return a snippet of whole words on one line, without Markdown's signs."""
    before = "" if whole_start else text[:hit].partition(" ")[2]
    plain = before + text[hit:] if not whole_start else text
    if _MAY_BE_MARKUP.search(plain):
        plain = _MARKUP.sub(r"\1", plain)
    plain = " ".join(plain.split())
    if len(plain) > SNIPPET:
        head, blank, _ = plain[:SNIPPET].rpartition(" ")
        plain = (head if blank and len(head) > SNIPPET // 2 else plain[:SNIPPET]) + " …"
    return plain if whole_start else f"… {plain}"


def _word(words: Words) -> _Word:
    tokens = _TOKEN.findall(index_words(unicodedata.normalize("NFC", words.text)))
    signs = [signs_of(token) for token in tokens]
    cut = [bool(sign) or stands_alone(token[0]) for sign, token in zip(signs, tokens, strict=True)]
    gaps = [r"[\W_]*" if here or after else r"[\W_]+" for here, after in pairwise(cut)]
    end = _GOES_ON if words.prefix else ""
    plain = [re.escape("".join(map(_base, token)).lower()) for token in tokens]
    accented = ["".join(map(_letter, token)) for token in tokens]
    for at, sign in enumerate(signs):
        if sign:
            plain[at] = accented[at] = re.escape(sign)
    return _Word(
        plain[0] if len(tokens) == 1 and not end and plain[0].isalnum() else "",
        re.compile(_interleaved(plain, gaps) + end),
        _interleaved(accented, gaps) + end,
        begins_word=not cut[0],
        ends_word=not (words.prefix or cut[-1]),
    )


def _interleaved(tokens: list[str], gaps: list[str]) -> str:
    return "".join(chain.from_iterable(zip_longest(tokens, gaps, fillvalue="")))


def _base(char: str) -> str:
    """Return a letter without its accents; one that has no variants as it is."""
    plain = unicodedata.normalize("NFD", char)[0]
    return plain if plain.casefold() in _variants() else char


def _letter(char: str) -> str:
    base = _base(char)
    variants = _variants().get(base.casefold(), "")
    return f"[{base}{variants}]{_MARKS}" if variants else re.escape(char) + _MARKS


@cache
def _base_letters() -> dict[str, str]:
    """Return each accented letter, and the letter without its accent."""
    return {char: base for base, chars in _variants().items() for char in chars}


@cache
def _variants() -> dict[str, str]:
    """Return for each letter those that the index takes for it."""
    found: dict[str, str] = {}
    for code in (code for first, end in _FOLDED for code in range(first, end)):
        char = chr(code)
        plain = unicodedata.normalize("NFD", index_words(char)).strip()
        if char.isalpha() and plain and (len(plain) == 1 or not plain[1].isalpha()):
            lower = plain[0].casefold()
            if plain[0] != char:
                found[lower] = found.get(lower, "") + char
    return found
