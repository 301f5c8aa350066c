"""A returned file's paragraphs as they were before it was changed, set against those sent out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise
from typing import NamedTuple

from briefing.model.word_review import Piece, WordParagraph
from briefing.review.placing.printed_places import Slot

_ALIKE = 0.5


class Stretch(NamedTuple):
    """Characters of a returned file in a row; without a piece, the end of their paragraph.

    `inserted` and `deleted` are numbers of revisions, 0 for none.
    """

    text: str
    paragraph: WordParagraph
    piece: Piece | None = None
    inserted: int = 0
    deleted: int = 0

    @property
    def is_end(self) -> bool:
        """Return whether it ends a paragraph."""
        return self.piece is None


@dataclass(slots=True, eq=False)
class Group:
    """Returned paragraphs that were one before; `offsets` say where each stretch is in the slot.

    Words that were there before stand in the slot side by side; those put in, all at one place.
    `slot` is the number of the paragraph that was sent out, -1 where it was none of ours. Of an
    untouched one, which is a single paragraph as it was sent, stretches are made when asked for.
    """

    slot: int
    ends: tuple[WordParagraph, ...]
    _stretches: tuple[Stretch, ...] = ()
    _offsets: tuple[int, ...] = ()
    is_untouched: bool = False

    @property
    def last(self) -> WordParagraph:
        """Return the paragraph in whose end it ends."""
        return self.ends[-1]

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Return its words with the ends of its paragraphs."""
        if not self._stretches:
            self._stretches = tuple(stretches_of(self.last))
        return self._stretches

    @property
    def offsets(self) -> tuple[int, ...]:
        """Return where each stretch stands in the slot."""
        if not self._offsets:
            lengths = (len(one.text) for one in self.stretches[:-1])
            self._offsets = tuple(accumulate(lengths, initial=0))
        return self._offsets


Returned = tuple[Stretch, ...] | WordParagraph  # one that nobody touched stands for its stretches


def stretches_of(paragraph: WordParagraph) -> Iterator[Stretch]:
    """Yield the words of a paragraph, piece by piece, and its end."""
    for piece in paragraph.pieces:
        inserted = piece.inserted[-1] if piece.inserted else 0
        deleted = piece.deleted[-1] if piece.deleted else 0
        if piece.text:
            yield Stretch(piece.text, paragraph, piece, inserted, deleted)
    yield Stretch("", paragraph, None, paragraph.mark_inserted, paragraph.mark_deleted)


def _is_untouched(paragraph: WordParagraph) -> bool:
    if paragraph.mark_inserted or paragraph.mark_deleted:
        return False
    return not any(one.inserted or one.deleted or one.formatted for one in paragraph.pieces)


def groups_of(
    paragraphs: Sequence[WordParagraph],
    slots: Sequence[Slot],
    numbers: Sequence[int],
) -> tuple[Group, ...]:
    """Return the paragraphs of one story as they were; `numbers` are its slots, in order.

    Paragraphs of inserted rows and cells are no part of it.
    """
    gathered = _gathered(paragraphs)
    words = [_words_before(one) for one in gathered]
    targets = [slots[number].paragraph.text for number in numbers]
    groups: list[Group] = []
    for one, text, match in zip(gathered, words, _matched(words, targets), strict=True):
        if match >= 0 and isinstance(one, WordParagraph) and text == targets[match]:
            groups.append(Group(numbers[match], (one,), is_untouched=True))
            continue
        stretches = tuple(stretches_of(one)) if isinstance(one, WordParagraph) else one
        ends = tuple(stretch.paragraph for stretch in stretches if stretch.is_end)
        if match < 0:
            groups.append(Group(-1, ends, stretches, (0,) * len(stretches)))
        else:
            parts = list(_split(stretches, _offsets(text, targets[match])))
            offsets = tuple(offset for _, offset in parts)
            stretches = tuple(stretch for stretch, _ in parts)
            groups.append(Group(numbers[match], ends, stretches, offsets))
    return tuple(groups)


def _words_before(returned: Returned) -> str:
    if isinstance(returned, WordParagraph):
        return returned.text
    return "".join(stretch.text for stretch in returned if not stretch.inserted)


def _gathered(paragraphs: Sequence[WordParagraph]) -> list[Returned]:
    """Return the stretches of paragraphs, joined where a paragraph's end was inserted."""
    waiting: list[Stretch] = []
    gathered: list[Returned] = []
    for paragraph in paragraphs:
        cell = paragraph.cell
        if cell and (cell.row_inserted or cell.cell_inserted):
            continue
        if waiting and cell != waiting[-1].paragraph.cell:
            _put_last(gathered, waiting)
            waiting = []
        if not waiting and _is_untouched(paragraph):
            gathered.append(paragraph)
            continue
        waiting += stretches_of(paragraph)
        if not waiting[-1].inserted:
            gathered.append(tuple(waiting))
            waiting = []
    _put_last(gathered, waiting)
    return gathered


def _put_last(gathered: list[Returned], waiting: list[Stretch]) -> None:
    """Put paragraphs that were added behind the last one down as its own second half."""
    if not waiting:
        return
    before = gathered[-1] if gathered else ()
    before = tuple(stretches_of(before)) if isinstance(before, WordParagraph) else before
    if before and before[-1].paragraph.cell == waiting[0].paragraph.cell and not before[-1].deleted:
        added = waiting[-1]
        first = before[-1]._replace(inserted=added.inserted)
        last = added._replace(inserted=0)
        gathered[-1] = (*before[:-1], first, *waiting[:-1], last)
    else:
        gathered.append(tuple(waiting))


def _matched(words: list[str], targets: list[str]) -> list[int]:
    """Return the target of each text, or -1: equal ones first, then others by likeness."""
    if words == targets:
        return list(range(len(words)))
    matches = [-1] * len(words)
    matcher = SequenceMatcher(None, words, targets, autojunk=False)
    for tag, low, high, first, last in matcher.get_opcodes():
        if tag == "equal":
            matches[low:high] = range(first, last)
        elif tag == "replace":
            _pair(words, targets, (low, high, first, last), matches)
    return matches


def _pair(
    words: list[str], targets: list[str], gap: tuple[int, int, int, int], matches: list[int]
) -> None:
    low, high, first, last = gap
    for index in range(low, high):
        best, likeness = -1, _ALIKE
        for target in range(first, last):
            ratio = _likeness(words[index], targets[target])
            if ratio > likeness:
                best, likeness = target, ratio
        if best >= 0:
            matches[index] = best
            first = best + 1


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.ratio()


def _offsets(text: str, target: str) -> Sequence[int]:
    """Return where each place in a text as it came back is in the one that was sent out."""
    if text == target:
        return range(len(text) + 1)
    places = [0] * (len(text) + 1)
    matcher = SequenceMatcher(None, text, target, autojunk=False)
    for tag, low, high, first, last in matcher.get_opcodes():
        for step in range(high - low):
            places[low + step] = min(first + step, last) if tag == "equal" else first
    places[len(text)] = len(target)
    return places


def _split(stretches: Sequence[Stretch], places: Sequence[int]) -> Iterator[tuple[Stretch, int]]:
    """Yield each stretch with its place, cut where what it says stands apart in the slot."""
    place = 0
    for stretch in stretches:
        if stretch.inserted or not stretch.text:
            yield stretch, places[place]
            continue
        end = place + len(stretch.text)
        cuts = [] if isinstance(places, range) else _cuts(places, place, end)
        for start, stop in pairwise((place, *cuts, end)):
            yield stretch._replace(text=stretch.text[start - place : stop - place]), places[start]
        place = end


def _cuts(places: Sequence[int], start: int, end: int) -> list[int]:
    return [at for at in range(start + 1, end) if places[at] != places[at - 1] + 1]
