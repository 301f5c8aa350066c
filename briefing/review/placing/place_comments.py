"""Comments of a returned file with their answers, each at its words in the memo's body."""

from collections.abc import Callable, Mapping, Sequence

from briefing.model.block import Span
from briefing.model.memo_review import ReviewReply, ReviewThread
from briefing.model.word_review import ReviewedFile, WordComment
from briefing.review.placing.memo_tree import Node
from briefing.review.placing.place_stretches import Group
from briefing.review.placing.printed_places import Slot

Place = tuple[int, int]  # the number of a slot, and an offset in its print


class PrintedSpots:
    """Tells where the characters of returned paragraphs stood in what was sent out."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = {
            paragraph.number: group
            for group in groups
            if group.slot >= 0
            for paragraph in group.ends
        }

    def at(self, paragraph: int, offset: int) -> Place | None:
        """Return the place of a character, or that of the paragraph's end; None if it has none."""
        group = self._groups.get(paragraph)
        if group is None:
            return None
        for stretch, place in zip(group.stretches, group.offsets, strict=True):
            if stretch.paragraph.number != paragraph:
                continue
            if offset < len(stretch.text) or stretch.is_end:
                return group.slot, place if stretch.inserted or stretch.is_end else place + offset
            offset -= len(stretch.text)
        return None


def threads_in(
    file: ReviewedFile,
    spots: PrintedSpots,
    span_of: Callable[[Place, Place], Span | None],
    section_of: Callable[[int], str],
    first: int,
) -> list[ReviewThread]:
    """Return the threads of a file, numbered from `first`; answers are joined to their comment."""
    known = {one.number: one for one in file.comments}
    answers: dict[int, list[ReviewReply]] = {}
    for one in file.comments:
        root = _root(one, known)
        if root.number != one.number:
            answers.setdefault(root.number, []).append(ReviewReply(one.author, one.date, one.text))
    threads: list[ReviewThread] = []
    for one in file.comments:
        if _root(one, known).number != one.number:
            continue
        start = spots.at(one.paragraph, one.start)
        end = spots.at(one.end_paragraph, one.end)
        threads.append(
            ReviewThread(
                first + len(threads),
                one.author,
                one.date,
                file.name,
                section_of(start[0]) if start else "",
                one.text,
                one.anchor,
                span_of(start, end) if start and end else None,
                tuple(answers.get(one.number, ())),
                one.is_resolved,
            )
        )
    return threads


def _root(comment: WordComment, known: Mapping[int, WordComment]) -> WordComment:
    seen = {comment.number}
    while comment.parent in known and comment.parent not in seen:
        comment = known[comment.parent]
        seen.add(comment.number)
    return comment


def printed_span(slots: Sequence[Slot], start: Place, end: Place) -> Span | None:
    """Return where print from one place to another stands in the body, if it is there at all."""
    first, last = slots[start[0]], slots[end[0]]
    if first.node is None or last.node is None:
        block = first.node or last.node or first.lookup
        return block.span if block else None
    begin = _body_place(first, first.node, start[1], is_end=False)
    finish = _body_place(last, last.node, end[1], is_end=True)
    return Span(min(begin, finish), max(begin, finish))


def _body_place(slot: Slot, node: Node, offset: int, *, is_end: bool) -> int:
    """Return where a printed character begins in the body, or the one before it ends."""
    owners = slot.alignment.owners
    atoms = node.atoms or ()
    ahead = owners[:offset][::-1] if is_end else owners[offset:]
    owner = next((one for one in ahead if one >= 0), -1)
    if owner < 0 or not atoms:
        return node.words.start if is_end == (offset == 0) else node.words.end
    last = slot.alignment.groups.get(owner, (owner, owner))[1]
    return atoms[last].end if is_end else atoms[owner].start
