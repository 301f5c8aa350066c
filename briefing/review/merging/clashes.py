"""Which hunks are at the same words: those of one group cannot all be taken as they are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefing.review.merging.hunks import Hunk, in_order, overlaps
from briefing.review.merging.merge_guard import fit_together

_NEAR = 3  # code points of white space between words that went and words that came beside them
_WHOLE = re.compile(r"""[.!?…]["'”’»)]*(?:\s*\[[^\[\]]*\])*\s*\Z""")  # a sentence, its citations
_APART = re.compile(r"\A\s*[,;:()–—-]|[,;:()–—-]\s*\Z")  # words that punctuation sets off
_GAP = re.compile(r"\n[ \t]*\n\s*")


def clashing(base: str, hunks: Iterable[Hunk]) -> list[tuple[Hunk, ...]]:
    """Return the groups of hunks that clash, in the order of the text, each hunk in one."""
    ordered = in_order(hunks)
    roots = list(range(len(ordered)))

    def root(number: int) -> int:
        while roots[number] != number:
            roots[number] = roots[roots[number]]
            number = roots[number]
        return number

    for one, other in _pairs(base, ordered):
        roots[root(other)] = root(one)
    for stretch in _unfit(base, ordered, [root(number) for number in range(len(ordered))]):
        for other in stretch[1:]:
            roots[root(other)] = root(stretch[0])
    for one, other in _between(ordered, [root(number) for number in range(len(ordered))]):
        roots[root(other)] = root(one)
    found: dict[int, list[Hunk]] = {}
    for number, hunk in enumerate(ordered):
        found.setdefault(root(number), []).append(hunk)
    groups = (tuple(group) for group in found.values() if len(group) > 1)
    return sorted((group for group in groups if not all(one.is_mine for one in group)), key=_start)


def clash(base: str, one: Hunk, other: Hunk) -> bool:
    """Tell whether two hunks of different hands are at the same words."""
    if one.is_mine and other.is_mine:
        return False
    if overlaps(one, other):
        return True
    if one.files & other.files:
        return False  # what stands side by side in one file is meant so
    if one.is_insertion and other.is_insertion:
        return one.start == other.start and not _has_an_order(one, other)
    added, gone = (one, other) if one.is_insertion else (other, one)
    if added.is_insertion and _is_block(added.text) and _joins(base, gone):
        return added.start in {gone.start, gone.end}  # it would stand in a line
    if not added.is_insertion or not (gone.is_deletion or _are_of_reviewers(one, other)):
        return False
    if _stands_by_itself(added.text, beside=gone.text):
        return False
    is_before = added.start <= gone.start
    low, high = (added.start, gone.start) if is_before else (gone.end, added.start)
    edge = base[gone.start] if is_before else base[gone.end - 1]
    between = base[low:high] + edge
    return high - low <= _NEAR and not base[low:high].strip() and "\n" not in between


def _stands_by_itself(text: str, *, beside: str) -> bool:
    """Tell whether added words do without those beside them; `beside` is what replaces these.

    “59, the most so far” goes with “61” as well, and is nothing where 59 went.
    """
    if _is_block(text) or _WHOLE.search(text):
        return True
    return bool(beside and _APART.search(text))


def _are_of_reviewers(one: Hunk, other: Hunk) -> bool:
    """Tell whether none of two hunks is the analyst's, who is not asked about words put beside."""
    return not one.is_mine and not other.is_mine


def _joins(base: str, hunk: Hunk) -> bool:
    """Tell whether a hunk takes the end of one line and the beginning of the next."""
    if "\n" not in base[hunk.start : hunk.end] or "\n" in hunk.text:
        return False
    begins = hunk.start == 0 or base[hunk.start - 1] == "\n"
    ends = hunk.end == len(base) or base[hunk.end] == "\n"
    return not begins and not ends


def _pairs(base: str, ordered: Sequence[Hunk]) -> Iterator[tuple[int, int]]:
    for number, one in enumerate(ordered):
        reach = one.end + _NEAR
        for other in range(number + 1, len(ordered)):
            if ordered[other].start > reach:
                break
            if clash(base, one, ordered[other]):
                yield number, other


def _between(ordered: Sequence[Hunk], roots: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield what stands between hunks that clash, with one of them: it goes with them."""
    hulls: dict[int, tuple[int, int]] = {}
    for root, one in zip(roots, ordered, strict=True):
        start, end = hulls.get(root, (one.start, one.end))
        hulls[root] = min(start, one.start), max(end, one.end)
    sizes = Counter(roots)
    open_ones: list[int] = []
    for number, one in enumerate(ordered):
        open_ones = [root for root in open_ones if hulls[root][1] >= one.start]
        for root in open_ones:
            if root != roots[number] and _is_within(one, *hulls[root]):
                yield root, number
        if roots[number] not in open_ones and sizes[roots[number]] > 1:
            open_ones.append(roots[number])


def _is_within(one: Hunk, start: int, end: int) -> bool:
    """Tell whether a hunk stands in a stretch; the analyst's also where it is at its edge."""
    if one.is_insertion and not one.is_mine:
        return start < one.start < end
    return start <= one.start and one.end <= end


def _has_an_order(one: Hunk, other: Hunk) -> bool:
    """Tell whether of two texts at one place it is plain which comes first."""
    mine, theirs = (one, other) if one.is_mine else (other, one)
    if not mine.is_mine:
        return _side(one.text) != _side(other.text)
    if _is_block(theirs.text):
        return not _is_block(mine.text)
    return mine.text.endswith("\n") and not mine.text.startswith("\n")


def _side(text: str) -> int:
    return -1 if text.endswith("\n") else 1 if text.startswith("\n") else 0


def _is_block(text: str) -> bool:
    return _side(text) != 0


def _unfit(base: str, ordered: Sequence[Hunk], roots: Sequence[int]) -> Iterator[list[int]]:
    """Yield the hunks of each paragraph in which those of several hands do not fit together."""
    gaps = [match.end() for match in _GAP.finditer(base)]
    for start, end, numbers in _paragraphs(ordered, [0, *gaps, len(base)]):
        parties = [[ordered[at] for at in party] for party in _parties(ordered, numbers)]
        if len(parties) < 2 or len({roots[number] for number in numbers}) < len(numbers):
            continue  # one hand, or a conflict already
        if not fit_together(base, parties, start, end):
            yield numbers


def _paragraphs(
    ordered: Sequence[Hunk], places: Sequence[int]
) -> Iterator[tuple[int, int, list[int]]]:
    """Yield stretches of whole paragraphs with the hunks that stand in them."""
    held: list[int] = []
    start = end = at = 0
    for number, one in enumerate(ordered):
        if held and one.start >= end:
            yield start, end, held
            held = []
        while at + 1 < len(places) - 1 and places[at + 1] <= one.start:
            at += 1
        if not held:
            start = places[at]
        held.append(number)
        end = max(end, next((place for place in places[at + 1 :] if place >= one.end), places[-1]))
    if held:
        yield start, end, held


def _parties(ordered: Sequence[Hunk], numbers: Iterable[int]) -> list[list[int]]:
    """Return the hunks of the analyst and of each set of files apart."""
    ranked = sorted(numbers, key=lambda number: sorted(ordered[number].files))
    grouped = groupby(ranked, key=lambda number: sorted(ordered[number].files))
    return [sorted(group) for _, group in grouped]


def _start(group: Sequence[Hunk]) -> int:
    return min(one.start for one in group)
