"""A returned file's paragraphs as they were before it was changed, set against those sent out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import repeat
from typing import NamedTuple

from briefing.model.word_review import Piece, WordParagraph
from briefing.review.placing.printed_places import Slot

_ALIKE = 0.5


class Sign(NamedTuple):
    """One character of a returned file; without a piece, the end of its paragraph.

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
    """Returned paragraphs that were one before; `offsets` are those of its signs in the slot.

    `slot` is the number of the paragraph that was sent out, -1 where it was none of ours. Of an
    untouched one, which is a single paragraph as it was sent, signs are made when asked for.
    """

    slot: int
    ends: tuple[WordParagraph, ...]
    _signs: tuple[Sign, ...] = ()
    _offsets: tuple[int, ...] = ()
    is_untouched: bool = False

    @property
    def last(self) -> WordParagraph:
        """Return the paragraph in whose end it ends."""
        return self.ends[-1]

    @property
    def signs(self) -> tuple[Sign, ...]:
        """Return its characters with the ends of its paragraphs."""
        if not self._signs:
            self._signs = tuple(signs_of(self.last))
        return self._signs

    @property
    def offsets(self) -> tuple[int, ...]:
        """Return where each sign stands in the slot."""
        return self._offsets or tuple(range(len(self.signs)))


Returned = tuple[Sign, ...] | WordParagraph  # one that nobody touched stands for its signs


def signs_of(paragraph: WordParagraph) -> Iterator[Sign]:
    """Yield the characters of a paragraph and its end."""
    for piece in paragraph.pieces:
        inserted = piece.inserted[-1] if piece.inserted else 0
        deleted = piece.deleted[-1] if piece.deleted else 0
        alike = (repeat(one, len(piece.text)) for one in (paragraph, piece, inserted, deleted))
        yield from map(Sign._make, zip(piece.text, *alike, strict=True))
    yield Sign("", paragraph, None, paragraph.mark_inserted, paragraph.mark_deleted)


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
        signs = tuple(signs_of(one)) if isinstance(one, WordParagraph) else one
        ends = tuple(sign.paragraph for sign in signs if sign.is_end)
        if match < 0:
            groups.append(Group(-1, ends, signs, (0,) * len(signs)))
        else:
            offsets = tuple(_of_signs(signs, _offsets(text, targets[match])))
            groups.append(Group(numbers[match], ends, signs, offsets))
    return tuple(groups)


def _words_before(returned: Returned) -> str:
    if isinstance(returned, WordParagraph):
        return returned.text
    return "".join(sign.text for sign in returned if not sign.inserted)


def _gathered(paragraphs: Sequence[WordParagraph]) -> list[Returned]:
    """Return the signs of paragraphs, joined where a paragraph's end was inserted."""
    waiting: list[Sign] = []
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
        waiting += signs_of(paragraph)
        if not waiting[-1].inserted:
            gathered.append(tuple(waiting))
            waiting = []
    _put_last(gathered, waiting)
    return gathered


def _put_last(gathered: list[Returned], waiting: list[Sign]) -> None:
    """Put paragraphs that were added behind the last one down as its own second half."""
    if not waiting:
        return
    before = gathered[-1] if gathered else ()
    before = tuple(signs_of(before)) if isinstance(before, WordParagraph) else before
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


def _of_signs(signs: Sequence[Sign], offsets: Sequence[int]) -> Iterator[int]:
    place = 0
    for text, _, _, inserted, _ in signs:
        yield offsets[place]
        if not inserted:
            place += len(text)
