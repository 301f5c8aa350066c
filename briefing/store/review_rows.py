"""Changes and threads of a review as JSON, and back: lists of values in the order of their fields.

What was read of a file is kept as it was read: the numbers that decisions refer to stay the same
when a later program reads the file better.
"""

import json
from collections.abc import Iterable
from typing import Any

from briefing.model.block import Span
from briefing.model.memo_review import (
    FieldEdit,
    MemoEdit,
    ReviewChange,
    ReviewKind,
    ReviewReply,
    ReviewThread,
)
from briefing.store.index_words import sound

_FIXED = 10  # values of a change that each row has


def changes_text(changes: Iterable[ReviewChange]) -> str:
    """Return changes as they are kept."""
    return _dumped(
        [
            one.number,
            one.kind.value,
            one.author,
            one.date,
            one.file,
            one.section,
            one.before,
            one.after,
            [[edit.start, edit.end, edit.text] for edit in one.edits],
            one.reason,
            one.is_tracked,
            [one.field.name, one.field.before, one.field.text] if one.field else None,
        ]
        for one in changes
    )


def changes_of(text: str) -> tuple[ReviewChange, ...]:
    """Read what `changes_text` wrote."""
    return tuple(
        ReviewChange(
            number,
            ReviewKind(kind),
            *words,
            edits=tuple(MemoEdit(*edit) for edit in edits),
            reason=reason,
            is_tracked=bool(rest[0]),
            field=FieldEdit(*rest[1]) if rest[1:] and rest[1] else None,
        )
        for number, kind, *words, edits, reason, rest in map(_parted, json.loads(text))
    )


def threads_text(threads: Iterable[ReviewThread]) -> str:
    """Return comment threads as they are kept."""
    return _dumped(
        [
            one.number,
            one.author,
            one.date,
            one.file,
            one.section,
            one.text,
            one.anchor,
            [one.span.start, one.span.end] if one.span else None,
            [[reply.author, reply.date, reply.text] for reply in one.replies],
            one.is_resolved,
        ]
        for one in threads
    )


def threads_of(text: str) -> tuple[ReviewThread, ...]:
    """Read what `threads_text` wrote."""
    return tuple(
        ReviewThread(
            *words,
            span=Span(*span) if span else None,
            replies=tuple(ReviewReply(*reply) for reply in replies),
            is_resolved=is_resolved,
        )
        for *words, span, replies, is_resolved in json.loads(text)
    )


def _parted(row: list[Any]) -> list[Any]:
    """Return a row with what may be missing of it as a list: fields came later than the rest."""
    return [*row[:_FIXED], row[_FIXED:]]


def _dumped(rows: Iterable[list[object]]) -> str:
    return sound(json.dumps(list(rows), ensure_ascii=False))
