"""What a returned Word file says, as JSON and as lines: its changes and its comments."""

from collections.abc import Iterator

from briefing.commands.console import Json
from briefing.model.word_review import ReviewedFile, Revision, WordComment

_LONGEST = 60  # code points of a change that a line shows


def reviewed_json(file: ReviewedFile) -> Json:
    """Return every change and comment of a file."""
    return {
        "name": file.name,
        "last_author": file.last_author,
        "changes": [_change_json(one) for one in file.revisions],
        "comments": [_comment_json(one) for one in file.comments],
        "warnings": list(file.warnings),
    }


def reviewed_lines(file: ReviewedFile) -> Iterator[str]:
    """Yield a line for each change and comment, and how many there are."""
    for one in file.revisions:
        by = ", ".join(filter(None, (one.author, one.date[:10])))
        yield f"{one.number:>4}  {one.kind.value:<20}  {by}  {_said(one)}".rstrip()
    for one in file.comments:
        by = ", ".join(filter(None, (one.author, one.date[:10])))
        kind = f"answer to {one.parent}" if one.parent else "comment"
        state = " (resolved)" if one.is_resolved and not one.parent else ""
        place = f" on “{_short(one.anchor)}”" if one.anchor and not one.parent else ""
        yield f"{one.number:>4}  {kind}{state}  {by}{place}: {_short(one.text)}"
    changes, comments = len(file.revisions), len(file.comments)
    yield f"{changes} change{'s' * (changes != 1)}, {comments} comment{'s' * (comments != 1)}."


def _change_json(one: Revision) -> Json:
    return {
        "number": one.number,
        "kind": one.kind.value,
        "author": one.author,
        "date": one.date,
        "part": one.part,
        "paragraph": one.paragraph,
        "before": one.before,
        "after": one.after,
        "detail": one.detail,
        "move": one.move,
        "tracked": one.is_tracked,
    }


def _comment_json(one: WordComment) -> Json:
    return {
        "number": one.number,
        "author": one.author,
        "initials": one.initials,
        "date": one.date,
        "text": one.text,
        "anchor": one.anchor,
        "paragraph": one.paragraph,
        "start": one.start,
        "end_paragraph": one.end_paragraph,
        "end": one.end,
        "parent": one.parent or None,
        "resolved": one.is_resolved,
    }


def _said(one: Revision) -> str:
    untracked = "" if one.is_tracked else "  (not tracked)"
    if one.detail and one.before == one.after:
        return (f"{one.detail}: “{_short(one.after)}”" if one.after else one.detail) + untracked
    sides = [f"“{_short(side)}”" for side in (one.before, one.after) if side]
    return " → ".join(sides) + untracked


def _short(text: str) -> str:
    text = text.replace("\n", "¶").strip() if text.strip() else text.replace("\n", "¶")
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
