"""Several reviewers' copies of one version as one review: what two of them hold comes once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from briefing.model.memo_review import MemoReview, ReviewChange, ReviewReply, ReviewThread

JOIN = ", "  # between the names of files that hold the same change
_NOWHERE = -1
_BY_HAND = "Its place in the memo cannot be told; make the change by hand."


def combined(contents: Sequence[MemoReview]) -> MemoReview:
    """Return what files say of one version, numbered anew in the order of the text.

    The order of the files makes no difference.
    """
    ordered = sorted(contents, key=lambda one: one.files)
    first = replace(ordered[0], changes=(), threads=(), files=(), warnings=())
    whole = _joined(first, ordered)
    changes = (replace(one, number=at) for at, one in enumerate(whole.changes, 1))
    threads = (replace(one, number=at) for at, one in enumerate(whole.threads, 1))
    return replace(whole, changes=tuple(changes), threads=tuple(threads))


def extended(content: MemoReview, more: Sequence[MemoReview]) -> MemoReview:
    """Return a review with further files; what it holds already keeps its numbers."""
    return _joined(content, sorted(more, key=lambda one: one.files))


def with_sound_edits(content: MemoReview) -> MemoReview:
    """Return what a file says, a change whose place in the body is none as one without a place."""
    length = len(content.body)

    def is_sound(change: ReviewChange) -> bool:
        return all(0 <= edit.start <= edit.end <= length for edit in change.edits)

    changes = tuple(
        one if is_sound(one) else replace(one, edits=(), reason=one.reason or _BY_HAND)
        for one in content.changes
    )
    return replace(content, changes=changes)


def _joined(content: MemoReview, more: Sequence[MemoReview]) -> MemoReview:
    places = _places([content, *more])
    changes, threads = list(content.changes), list(content.threads)
    for one in more:
        known = {_sameness(change): at for at, change in enumerate(changes)}
        numbers = count(max((change.number for change in changes), default=0) + 1)
        for change in one.changes:
            at = known.get(_sameness(change))
            if at is None:
                changes.append(replace(change, number=next(numbers)))
            else:
                changes[at] = replace(changes[at], file=_both(changes[at].file, change.file))
        threads = list(_with_threads(threads, one.threads))
    every = (content, *more)
    return replace(
        content,
        files=tuple(dict.fromkeys(name for one in every for name in one.files)),
        changes=tuple(sorted(changes, key=lambda one: _order(one, places))),
        threads=tuple(sorted(threads, key=_thread_order)),
        warnings=tuple(dict.fromkeys(words for one in every for words in one.warnings)),
    )


def _places(contents: Iterable[MemoReview]) -> dict[object, int]:
    """Return where each change stands; one without a place stands with the one before it."""
    found: dict[object, int] = {}
    for content in contents:
        place = _NOWHERE
        for change in content.changes:
            place = min((edit.start for edit in change.edits), default=place)
            found.setdefault(_sameness(change), place)
    return found


def _order(change: ReviewChange, places: dict[object, int]) -> tuple[object, ...]:
    words = (change.author, change.date, change.file, change.before, change.after)
    return (places[_sameness(change)], not change.is_placed, *words, change.number)


def _sameness(change: ReviewChange) -> tuple[object, ...]:
    """Return what two copies of one change share: the second reviewer worked on the first's."""
    return (
        change.author,
        change.date,
        change.kind,
        change.before,
        change.after,
        change.edits,
        change.field,
        change.reason,
        None if change.is_placed and change.date else change.file,
    )


def _both(files: str, other: str) -> str:
    names = files.split(JOIN)
    return files if other in names else JOIN.join((*names, other))


def _with_threads(
    threads: Iterable[ReviewThread], more: Iterable[ReviewThread]
) -> Iterator[ReviewThread]:
    """Yield threads, one that two files hold once, with the replies of both."""
    left = list(more)
    numbers = count(1)
    for one in threads:
        numbers = count(max(next(numbers), one.number + 1))
        twin = next((other for other in left if _same_comment(one, other)), None)
        if twin is None:
            yield one
            continue
        left.remove(twin)
        yield replace(
            one,
            file=_both(one.file, twin.file),
            span=one.span or twin.span,
            replies=_replies(one.replies, twin.replies),
            is_resolved=one.is_resolved or twin.is_resolved,
        )
    yield from (replace(one, number=next(numbers)) for one in left)


def _same_comment(one: ReviewThread, other: ReviewThread) -> bool:
    is_same = (one.author, one.date, one.text) == (other.author, other.date, other.text)
    return is_same and one.file != other.file


def _replies(mine: Sequence[ReviewReply], others: Sequence[ReviewReply]) -> tuple[ReviewReply, ...]:
    return tuple(sorted(dict.fromkeys((*mine, *others)), key=lambda one: one.date))


def _thread_order(thread: ReviewThread) -> tuple[object, ...]:
    place = thread.span.start if thread.span else _NOWHERE
    return place, thread.date, thread.author, thread.text, thread.file
