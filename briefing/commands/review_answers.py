"""Reviews as JSON and as lines: changes, comments, conflicts, flags, tasks."""

from collections.abc import Iterator, Sequence

from briefing.commands.record_json import Json
from briefing.model.memo_review import ReviewChange
from briefing.model.review_record import (
    MergeConflict,
    Merged,
    Review,
    ReviewFlag,
    ReviewTask,
    ThreadState,
)

_LONGEST = 60  # code points of a change that a line shows


def review_json(
    review: Review, merged: Merged | None = None, flags: Sequence[ReviewFlag] = ()
) -> Json:
    """Return a review; with what the merge makes of it, its changes, comments and conflicts."""
    head = _head_json(review)
    if merged is None:
        return head
    return head | {
        "changes": [_change_json(review, one) for one in review.content.changes],
        "threads": [_thread_json(one) for one in review.threads],
        "conflicts": [_conflict_json(one) for one in merged.conflicts],
        "flags": [_flag_json(one) for one in flags],
        "unplaced": [one.number for one in review.content.changes if not one.is_placed],
        "own_changes": [
            {
                "section": one.section,
                "start": one.start,
                "end": one.end,
                "conflict": one.is_conflict,
            }
            for one in merged.own
        ],
        "fields": dict(merged.fields),
        "preview": merged.body,
    }


def review_line(review: Review) -> str:
    """Return when a review came, its memo, its files and how far it is."""
    counts = review.counts
    files = ", ".join(one.name for one in review.files)
    when = f"{review.created_at.astimezone():%Y-%m-%d %H:%M}"
    done = f"{counts.decided} of {counts.changes} decided"
    memo = f"{review.memo_title} (version {review.version})"
    return f"{when}  {review.state.value:<8} {memo}: {files}, {done}"


def review_lines(review: Review, merged: Merged, flags: Sequence[ReviewFlag]) -> Iterator[str]:
    """Yield the changes with their flags, the comments, the conflicts, and how many there are."""
    yield f"{review.memo_title}, version {review.version}: " + ", ".join(
        one.name for one in review.files
    )
    for change in review.content.changes:
        yield _change_line(review, change)
        if not change.is_placed:
            yield f"        not placed: {change.reason}"
        for flag in flags:
            if flag.change == change.number:
                yield f"        look: {flag.reason}"
    for thread in review.threads:
        yield from _thread_lines(thread)
    for conflict in merged.conflicts:
        yield from _conflict_lines(conflict)
    counts = review.counts
    left = len(merged.open_conflicts)
    yield (
        f"{_many(counts.changes, 'change')}, {counts.decided} decided, {counts.applied} in the"
        f" memo; {_many(counts.threads, 'comment')}, {counts.open_threads} open;"
        f" {_many(left, 'conflict')} to settle."
    )


def task_json(number: int, task: ReviewTask) -> Json:
    """Return a task; its number is the one that decisions name it by."""
    return {
        "task": number,
        "text": task.text,
        "done": task.is_done,
        "author": task.author,
        "anchor": task.anchor,
        "created_at": task.created_at.isoformat(),
        "memo_uid": task.memo_uid,
        "uid": task.uid,
    }


def task_line(number: int, task: ReviewTask, title: str = "") -> str:
    """Return a task as a list item, with whose comment it came from."""
    told = f"{number:>4}  [{'x' if task.is_done else ' '}] {task.text}"
    came = f"{task.author} on “{_short(task.anchor)}”" if task.anchor else task.author
    return told + (f"  ({came})" if came else "") + (f"  · {title}" if title else "")


def _head_json(review: Review) -> Json:
    counts = review.counts
    return {
        "review": review.uid,
        "memo": review.memo_title,
        "memo_uid": review.memo_uid,
        "version": review.version,
        "state": review.state.value,
        "files": [one.name for one in review.files],
        "authors": list(review.authors),
        "counts": {
            "changes": counts.changes,
            "decided": counts.decided,
            "applied": counts.applied,
            "unplaced": counts.unplaced,
            "threads": counts.threads,
            "open_threads": counts.open_threads,
        },
        "warnings": list(review.content.warnings),
        "created_at": review.created_at.isoformat(),
    }


def _change_json(review: Review, one: ReviewChange) -> Json:
    decision = review.decision(one.number)
    return {
        "number": one.number,
        "kind": one.kind.value,
        "author": one.author,
        "date": one.date,
        "file": one.file,
        "section": one.section,
        "before": one.before,
        "after": one.after,
        "tracked": one.is_tracked,
        "placed": one.is_placed,
        "reason": one.reason,
        "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in one.edits],
        "field": {"name": one.field.name, "text": one.field.text} if one.field else None,
        "verdict": decision.verdict.value,
        "words": decision.text,
        "applied": one.number in review.applied,
    }


def _thread_json(state: ThreadState) -> Json:
    one = state.thread
    return {
        "number": one.number,
        "author": one.author,
        "date": one.date,
        "file": one.file,
        "section": one.section,
        "text": one.text,
        "anchor": one.anchor,
        "span": {"start": one.span.start, "end": one.span.end} if one.span else None,
        "replies": [
            {"author": reply.author, "date": reply.date, "text": reply.text}
            for reply in one.replies
        ],
        "answers": [{"date": reply.date, "text": reply.text} for reply in state.answers],
        "resolved": state.is_resolved,
        "tasks": [{"text": task.text, "done": task.is_done} for task in state.tasks],
    }


def _conflict_json(one: MergeConflict) -> Json:
    return {
        "number": one.number,
        "section": one.section,
        "reason": one.reason,
        "base": one.base,
        "mine": one.mine,
        "sides": [
            {
                "side": place,
                "author": side.author,
                "file": side.file,
                "changes": list(side.changes),
                "text": side.text,
            }
            for place, side in enumerate(one.sides, 1)
        ],
        "choice": one.decision.choice.value,
        "start": one.start,
        "end": one.end,
    }


def _flag_json(one: ReviewFlag) -> Json:
    return {
        "change": one.change,
        "kind": one.kind.value,
        "reason": one.reason,
        "sentence": one.words,
        "start": one.start,
        "end": one.end,
        "keys": list(one.keys),
    }


def _change_line(review: Review, one: ReviewChange) -> str:
    verdict = "in the memo" if one.number in review.applied else review.decision(one.number).verdict
    by = ", ".join(filter(None, (one.author, one.date[:10])))
    sides = [f"“{_short(side)}”" for side in (one.before, one.after) if side]
    place = f"  · {one.section}" if one.section else ""
    untracked = "" if one.is_tracked else "  (not tracked)"
    said = f"{one.kind.value}  {by}  {' → '.join(sides)}{untracked}{place}"
    return f"{one.number:>4}  {verdict:<11} {said}"


def _thread_lines(state: ThreadState) -> Iterator[str]:
    one = state.thread
    is_open = "resolved" if state.is_resolved else "open"
    place = f" on “{_short(one.anchor)}”" if one.anchor else ""
    yield f"{one.number:>4}  comment, {is_open}  {one.author}{place}: {_short(one.text)}"
    for reply in one.replies:
        yield f"        {reply.author}: {_short(reply.text)}"
    for reply in state.answers:
        yield f"        you: {_short(reply.text)}"
    for task in state.tasks:
        yield f"        task [{'x' if task.is_done else ' '}] {_short(task.text)}"


def _conflict_lines(one: MergeConflict) -> Iterator[str]:
    yield f"{one.number:>4}  conflict, {one.decision.choice.value}: {one.reason}"
    yield f"        {'mine' if one.is_with_mine else 'memo'}: {_short(one.mine) or '(nothing)'}"
    for place, side in enumerate(one.sides, 1):
        yield f"        {place} {side.author}: {_short(side.text) or '(nothing)'}"


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
