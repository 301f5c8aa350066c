"""Looking for an anchor's words in a folded text, and for what stood around them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model.anchor import CONTEXT, Anchor
from briefing.text.anchor_surroundings import ENOUGH, Surroundings
from briefing.text.folding import SPACELESS, Folded, fold

MAX_OCCURRENCES = 1_000
NEAR = 16  # code points left around a quote that tell it from a chance likeness
SHOWN_WORDS = 80

_BEFORE = re.compile(rf"(?:(?![{SPACELESS}])[\w.,'%$€£¥‰°+/\-])*\Z")
_BEHIND = re.compile(rf"(?:(?![{SPACELESS}])[\w.,'%$€£¥‰°+/\-])*")
_GLUE = 24  # code points looked at for the rest of a word or figure
_FIGURE_SIGNS = frozenset("%$€£¥‰°+-")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of the quote's words; which sides of its surroundings are whole, or broken.

    A side that the anchor does not know is neither.
    """

    start: int
    end: int
    is_broken_before: bool
    is_broken_behind: bool
    has_whole_side: bool


class Search:
    """One anchor and one text, both folded."""

    def __init__(self, text: str, anchor: Anchor, *, is_loose: bool = False) -> None:
        self.anchor = anchor
        self._source = text
        self._folded: Folded = fold(text, is_loose=is_loose)
        self._text = self._folded.text
        given = fold(anchor.prefix + anchor.quote + anchor.suffix, is_loose=is_loose)
        begin = given.from_source(len(anchor.prefix))
        finish = given.end_from_source(len(anchor.prefix) + len(anchor.quote.rstrip()))
        self._quote = given.text[begin:finish].strip()
        before, behind = given.text[:begin], given.text[finish:]
        self._glue = _glue_before(before[-_GLUE:]), _glue_behind(behind[:_GLUE])
        self._is_first = 0 <= anchor.start == len(anchor.prefix) < CONTEXT
        self._before = before if self._is_first else _from_word(before)
        self._behind = behind if len(anchor.suffix) < CONTEXT else _to_word(behind)
        self._words = self._quote.split()
        self._every: list[Occurrence] | None = None
        self._around: Surroundings | None = None

    @property
    def has_no_surroundings(self) -> bool:
        """Tell whether the anchor knows nothing of what stood around its quote."""
        return not self._before.strip() and not self._behind.strip()

    @property
    def knows_its_place(self) -> bool:
        """Tell whether the anchor says where its quote stood."""
        return self.anchor.start >= 0

    def source_span(self, found: Occurrence) -> tuple[int, int]:
        """Return where an occurrence stands in the text as given."""
        start = self._folded.to_source(found.start)
        end = self._folded.end_to_source(found.end)
        words = self._source[start:end]  # a dash is folded together with the blanks round it
        return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())

    def is_at_old_place(self, found: Occurrence) -> bool:
        """Tell whether an occurrence begins where the quote began."""
        return self.source_span(found)[0] == self.anchor.start

    def is_hardly_shifted(self, found: Occurrence) -> bool:
        """Tell whether an occurrence, with its surroundings, is no further than type shifts it."""
        start = self.source_span(found)[0]
        is_close = abs(start - self.anchor.start) <= NEAR
        is_whole = not found.is_broken_before and not found.is_broken_behind
        return self.knows_its_place and is_close and is_whole

    def with_whole_surroundings(self) -> list[Occurrence]:
        """Return the occurrences around which both sides stand as they did."""
        if self.has_no_surroundings:
            return []
        whole = self._before + self._quote + self._behind
        begins = (p + len(self._before) for p in _places(self._text, whole, MAX_OCCURRENCES))
        found = [self._occurrence(begin) for begin in begins if self._is_apart(begin)]
        return [each for each in found if not each.is_broken_before and not each.is_broken_behind]

    def occurrences(self) -> list[Occurrence]:
        """Return the places of the quote's words that are no part of a longer word or figure."""
        return [found for found in self._all() if self._is_apart(found.start)]

    def rivals(self, found: Occurrence) -> list[Occurrence]:
        """Return the other places, joined to a longer word or not, that may be the quote's.

        They keep so much of its surroundings that an edit near the quote explains the rest.
        """
        return [
            other
            for other in self._all()
            if other != found
            and (
                other.has_whole_side
                or len(self.surroundings.kept(other.start, other.end)) >= ENOUGH
            )
        ]

    @property
    def surroundings(self) -> Surroundings:
        """Return where pieces of the surroundings stand in the text."""
        if self._around is None:
            quote = len(self._quote)
            self._around = Surroundings(self._text, self._before, self._behind, quote)
        return self._around

    def _all(self) -> list[Occurrence]:
        if self._every is None:
            places = _places(self._text, self._quote, MAX_OCCURRENCES)
            self._every = [self._occurrence(place) for place in places]
        return self._every

    def words_in_place(self) -> str:
        """Return what stands between the old surroundings now, where they stand once."""
        gaps = list(self._gaps())
        if len(gaps) != 1:
            return ""
        start = self._folded.to_source(gaps[0][0])
        words = " ".join(self._source[start : self._folded.end_to_source(gaps[0][1])].split())
        return words if len(words) <= SHOWN_WORDS else words[: SHOWN_WORDS - 1].rstrip() + "…"

    def has_near_copy(self, found: Occurrence) -> bool:
        """Tell whether a part of the quote stands elsewhere beside surroundings lost here."""
        around = self.surroundings
        if around.is_mostly_kept(found.start, found.end):
            return False
        return self._is_beside_any(found, self._lost_marks(found))

    def _is_beside_any(self, found: Occurrence, marks: Iterable[str]) -> bool:
        reach = len(self._quote) + NEAR
        for mark in marks:
            for place in _places(self._text, mark, MAX_OCCURRENCES // 10):
                if any(self._has_part(found, place - reach, place + len(mark) + reach)):
                    return True
        return False

    def _has_part(self, found: Occurrence, start: int, end: int) -> Iterator[bool]:
        """Yield True for each third of the quote that stands in a stretch of the text."""
        third = max(1, len(self._words) // 3)
        parts = [
            " ".join(self._words[first : first + third])
            for first in range(0, len(self._words), third)
        ]
        parts = [part for part in parts if len(part) >= NEAR // 2]
        if not parts:  # too short to be known again once it changed
            yield True
        for part in parts:
            place = self._text.find(part, max(0, start), end)
            while found.start <= place < found.end:
                place = self._text.find(part, place + 1, end)
            if place >= 0:
                yield True

    def _lost_marks(self, found: Occurrence) -> Iterator[str]:
        """Yield the nearest surroundings of each broken side, unless they stand near by."""
        reach = len(self._quote) + 5 * NEAR
        before, behind = self._before[-NEAR:].strip(), self._behind[:NEAR].strip()
        first = max(0, found.start - reach)
        if found.is_broken_before and self._text.find(before, first, found.start) < 0:
            yield before
        if found.is_broken_behind and self._text.find(behind, found.end, found.end + reach) < 0:
            yield behind

    def _occurrence(self, start: int) -> Occurrence:
        end = start + len(self._quote)
        before = _common_end(self._before, self._text, start)
        behind = _common_start(self._behind, self._text, end)
        has_before, has_behind = bool(self._before.strip()), bool(self._behind.strip())
        is_whole_before = before == len(self._before) and (not self._is_first or start == before)
        is_whole_behind = behind == len(self._behind)
        return Occurrence(
            start,
            end,
            has_before and not is_whole_before,
            has_behind and not is_whole_behind,
            (has_before and is_whole_before) or (has_behind and is_whole_behind),
        )

    def _is_apart(self, start: int) -> bool:
        """Tell whether an occurrence is joined to no more letters or figures than the quote was."""
        end = start + len(self._quote)
        before = _glue_before(self._text[max(0, start - _GLUE) : start])
        behind = _glue_behind(self._text[end : end + _GLUE])
        return _is_same_glue(before, self._glue[0], self._quote[0]) and _is_same_glue(
            behind, self._glue[1], self._quote[-1]
        )

    def _gaps(self) -> Iterator[tuple[int, int]]:
        """Yield what stands between the old surroundings, wherever both still stand near by."""
        if len(self._before.strip()) < NEAR // 2 or len(self._behind.strip()) < NEAR // 2:
            return
        reach = 2 * len(self._quote) + 5 * NEAR
        for place in _places(self._text, self._before, MAX_OCCURRENCES // 10):
            start = place + len(self._before)
            limit = start + reach + len(self._behind)
            end = self._text.find(self._behind, start, limit)
            if end > start:
                yield start, end


def _places(text: str, words: str, limit: int) -> Iterator[int]:
    place = text.find(words)
    while place >= 0 and limit > 0:
        yield place
        limit -= 1
        place = text.find(words, place + 1)


def _common_end(context: str, text: str, end: int) -> int:
    count = 0
    while count < min(len(context), end) and context[-1 - count] == text[end - 1 - count]:
        count += 1
    return count


def _common_start(context: str, text: str, start: int) -> int:
    limit = min(len(context), len(text) - start)
    count = 0
    while count < limit and context[count] == text[start + count]:
        count += 1
    return count


def _from_word(before: str) -> str:
    """Leave out the first piece of a prefix, which may be half a word."""
    cut = before.find(" ") + 1
    return before[cut:] if cut and len(before) - cut >= NEAR // 2 else before


def _to_word(behind: str) -> str:
    """Leave out the last piece of a suffix, which may be half a word."""
    cut = behind.rfind(" ")
    return behind[:cut] if cut >= NEAR // 2 else behind


def _glue_before(text: str) -> str:
    found = _BEFORE.search(text)
    return found[0] if found else ""


def _glue_behind(text: str) -> str:
    found = _BEHIND.match(text)
    return found[0] if found else ""


def _is_same_glue(now: str, then: str, edge: str) -> bool:
    """Tell whether what clings to an edge of the quote changes the word or figure there."""
    if now == then or not edge.isalnum():
        return True
    signs = _FIGURE_SIGNS if edge.isdigit() else frozenset[str]()
    return not any(sign.isalnum() or sign in signs for sign in now + then)
