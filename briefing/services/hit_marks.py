"""Where the words of a search stand in a title or a snippet, read as the index reads them."""

import re
import unicodedata
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
_FIRST = 1_500  # characters from the beginning, which often hold all words
_OFTEN_ENOUGH = 8_000  # and these mostly some
_TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0900-\u0dff]+[^\W_]*)*")
# What may stand between two letters and is not searched for: accents, Hebrew and Arabic points.
_MARKS = "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]*"
_FOLDED = ((0xC0, 0x250), (0x370, 0x460), (0x620, 0x700), (0x1E00, 0x2000))  # letters with variants
_ACCENTED = re.compile("[\u00c0-\u06ff\u1e00-\u1fff]")
_MARKED = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_GOES_ON = r"[^\W_]*"
_LEADING = re.compile(r"\A\s*#{1,6} [^\n]*\n(?=\s*\S)")  # a heading above words
# Most texts have none of these signs, which is quickly seen; and each way to begin is a letter of
# its own, from one of which to the next the search leaps.
_IN_LINE_SIGNS = ("[", "*", "_", "`")
_IN_LINE = re.compile(r"!\[([^\]]*)\]\([^)]*\)|\[([^\]]*)\]\([^)]*\)|\*|_|`")
_BEFORE_LINE_SIGNS = ("#", ">", ":::", "---", "===")
_BEFORE_LINE = re.compile(r"^(?: {0,3}#{1,6}\s+|\s*>+\s?|:::.*$|[-=]{3,}$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Word:
    """One word or phrase.

    `letters` is for a word in texts whose letters have lost their accents and capitals, `plain`
    for a phrase or a beginning in them; `accented` is for texts that cannot be read so. What
    stands before and behind a hit is looked at afterwards: letters are found many times as fast
    as a condition. Words of one `sense` were asked for by one word.
    """

    sense: int
    letters: str
    plain: re.Pattern[str]
    accented: str
    begins_word: bool
    ends_word: bool
    is_ascii: bool

    def spans(self, text: str, lower: str | None) -> Iterator[tuple[int, int]]:
        """Yield where it stands; `lower` is given where the text can be read without accents."""
        if lower is None or not self.letters:
            pattern, read = (
                (_compiled(self.accented), text) if lower is None else (self.plain, lower)
            )
            for hit in pattern.finditer(read):
                if self._is_apart(text, *hit.span()):
                    yield hit.span()
            return
        size = len(self.letters)
        at = lower.find(self.letters)
        while at >= 0:
            if self._is_apart(text, at, at + size):
                yield at, at + size
            at = lower.find(self.letters, at + size)

    def _is_apart(self, text: str, start: int, end: int) -> bool:
        if self.begins_word and start > 0 and _joins_on(text[start - 1]):
            return False
        return not (self.ends_word and end < len(text) and _joins_on(text[end]))


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
    def of(cls, senses: Iterable[Iterable[Words]]) -> "HitMarker":
        """Return the marker of a search's positive words, those of one sense together."""
        asked = {one: number for number, words in enumerate(senses) for one in words}
        words = [(one.field, _word(one, number)) for one, number in asked.items()]
        return cls(
            tuple(word for field, word in words if not field),
            tuple(word for field, word in words if field in ("", "title")),
        )

    def mark_title(self, title: str) -> Marked:
        """Return the title with its hits."""
        return Marked(title, _spans(self.in_title, title))

    def places(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where the hits stand in a whole text."""
        return _spans(self.in_text, text)

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
    """Return where the most different senses stand within one snippet's length.

    Most texts have one near their beginning, and it is found as it is typed; only where it is not,
    the whole text is read, and then without its accents.
    """
    if not words:
        return None
    small = _small_ascii if all(word.is_ascii for word in words) else str.lower
    for end in (_FIRST, _OFTEN_ENOUGH, len(body)):
        text = _beginning(body, end)
        lower = small(text)
        place, has_all = _densest(words, text, lower) if len(lower) == len(text) else (None, False)
        if has_all or (place is not None and end != _FIRST):
            return place
        if len(text) == len(body):
            break
    return place if place is not None else _densest(words, body, _without_accents(body))[0]


def _beginning(body: str, end: int) -> str:
    """Return the beginning of a text, of whole words where blanks part them."""
    return body if end >= len(body) else body[:end].rpartition(" ")[0] or body[:end]


def _small_ascii(text: str) -> str:
    """Return the text in small letters, with a sign for all that is not ASCII.

    Two or three times as quick as `lower`, and no ASCII word is missed by it.
    """
    return text.encode("ascii", "replace").decode("ascii").lower()


def _densest(words: Sequence[_Word], body: str, lower: str | None) -> tuple[int | None, bool]:
    """Return where most senses stand close together, and whether these are all."""
    senses = len({word.sense for word in words})
    hits = sorted(
        (start, word.sense)
        for word in words
        for start, _ in islice(word.spans(body, lower), _LOOKED_AT if senses > 1 else 1)
    )
    best, most = None, 0
    last: dict[int, int] = {}  # where each sense stood last
    for start, sense in hits:
        last[sense] = start
        near = [at for at in last.values() if at > start - (SNIPPET - _LEAD)]
        if len(near) > most:
            best, most = min(near), len(near)
            if most == senses:
                break
    return best, most == senses


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
    before = text[:hit] if whole_start else text[:hit].partition(" ")[2]
    plain = " ".join(_without_markup(before + text[hit:]).split())
    if len(plain) > SNIPPET:
        head, blank, _ = plain[:SNIPPET].rpartition(" ")
        plain = (head if blank and len(head) > SNIPPET // 2 else plain[:SNIPPET]) + " …"
    return plain if whole_start else f"… {plain}"


def _without_markup(text: str) -> str:
    if any(map(text.__contains__, _BEFORE_LINE_SIGNS)):
        text = _BEFORE_LINE.sub("", text)
    if any(map(text.__contains__, _IN_LINE_SIGNS)):
        text = _IN_LINE.sub(r"\1\2", text)
    return text


def _word(words: Words, sense: int) -> _Word:
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
        sense,
        plain[0] if len(tokens) == 1 and not end and plain[0].isalnum() else "",
        re.compile(_interleaved(plain, gaps) + end),
        _interleaved(accented, gaps) + end,
        begins_word=not cut[0],
        ends_word=not (words.prefix or cut[-1]),
        is_ascii=all(map(str.isascii, plain)),
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
