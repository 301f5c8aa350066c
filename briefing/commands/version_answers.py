"""Versions of memos and the changes between two, as lines and as JSON."""

from collections.abc import Iterator

from briefing.model.memo import MemoVersion
from briefing.model.memo_change import ChangeKind, MemoChange

Json = dict[str, object]

_MARKS = {"equal": ("", ""), "delete": ("[-", "-]"), "insert": ("{+", "+}")}  # as wdiff writes it


def version_json(version: MemoVersion) -> Json:
    """Return a version without its text."""
    return {
        "version": version.number,
        "name": version.name,
        "reason": version.reason,
        "sent_to": version.sent_to,
        "sent_at": version.sent_at.isoformat() if version.sent_at else None,
        "created_at": version.created_at.isoformat(),
        "uid": version.uid,
    }


def version_line(version: MemoVersion) -> str:
    """Return number, time, name or reason, and where it was sent."""
    when = f"{version.created_at.astimezone():%Y-%m-%d %H:%M}"
    told = f"{version.name} ({version.reason})" if version.name else version.reason
    if version.sent_at:
        day = version.sent_at.astimezone().date()
        told += f" · sent {day}" + (f" to {version.sent_to}" if version.sent_to else "")
    return f"{version.number:>4}  {when}  {told}"


def change_json(number: int, change: MemoChange) -> Json:
    """Return a change; its positions are code points of the two texts."""
    return {
        "change": number,
        "kind": change.kind.value,
        "section": change.section,
        "was": change.was,
        "now": change.now,
        "before": {"start": change.before.start, "end": change.before.end},
        "after": {"start": change.after.start, "end": change.after.end},
        "words": [{"kind": kind, "text": text} for kind, text in change.words],
    }


def change_lines(number: int, change: MemoChange) -> Iterator[str]:
    """Yield what a change is and its words, `[-gone-]` and `{+new+}`."""
    yield f"{number:>4}  {change.kind.value}" + (f" · {change.section}" if change.section else "")
    for line in _marked(change).strip().split("\n"):
        yield f"      {line}".rstrip()


def _marked(change: MemoChange) -> str:
    match change.kind:
        case ChangeKind.ADDED:
            return _in_marks("insert", change.now)
        case ChangeKind.REMOVED:
            return _in_marks("delete", change.was)
        case ChangeKind.MOVED:
            return change.now
        case ChangeKind.REWORDED:
            return "".join(_in_marks(kind, text) for kind, text in change.words)


def _in_marks(kind: str, text: str) -> str:
    opening, closing = _MARKS[kind]
    return f"{opening}{text}{closing}"
