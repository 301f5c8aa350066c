"""A body, or a stretch of it, with edits made."""

from collections.abc import Iterable

from briefing.model.memo_review import MemoEdit


def with_edits(body: str, edits: Iterable[MemoEdit], start: int = 0, end: int | None = None) -> str:
    """Return a stretch of a body with edits in their order; all of it unless a stretch is said."""
    parts: list[str] = []
    at = start
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        parts += [body[at : max(at, edit.start)], edit.text]
        at = max(at, edit.end)
    return "".join((*parts, body[at:end]))
