"""What a card says: who, when, which words, what to look at, what was decided."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.memo_change import WordKind
from briefing.model.memo_review import ReviewChange, ReviewKind
from briefing.model.review_record import FlagKind, MergeConflict, ThreadState
from briefing.ui.review.item_states import ItemState
from briefing.ui.review.review_items import ItemKind, ReviewItem
from briefing.ui.review.review_times import short_time
from briefing.ui.theme_tokens import Token

_LONGEST = 360  # characters of one side that a card shows
Stretch = tuple[WordKind, str]

_LEADS = {
    ReviewKind.MOVED: "Moved: ",
    ReviewKind.FORMATTED: "Set otherwise: ",
    ReviewKind.SPLIT: "Paragraph split: ",
    ReviewKind.JOINED: "Paragraphs joined: ",
    ReviewKind.OTHER: "Other change: ",
}
_WORDS = {
    ItemState.ACCEPTED: ("accepted", "check", "ok"),
    ItemState.REJECTED: ("rejected", "x", "muted"),
    ItemState.EDITED: ("accepted, edited", "pencil", "ok"),
    ItemState.BOTH: ("both kept", "check", "ok"),
    ItemState.RESOLVED: ("resolved", "check", "ok"),
    ItemState.UNPLACED: ("not placed", "triangle-alert", "warn"),
}
_CONFLICT_WORDS = {ItemState.ACCEPTED: "theirs taken", ItemState.REJECTED: "not taken"}
_FLAG_ICONS = {
    FlagKind.NO_SOURCE: "triangle-alert",
    FlagKind.DIFFERS: "git-compare",
    FlagKind.TURNED: "git-compare",
    FlagKind.QUOTE_CHANGED: "text-quote",
    FlagKind.CITATION_DELETED: "circle-help",
    FlagKind.CITATION_LEFT: "circle-help",
    FlagKind.UNKNOWN_CITATION: "circle-help",
}


@dataclass(frozen=True, slots=True)
class CardNote:
    """One remark under the words."""

    icon: str
    ink: Token
    text: str


@dataclass(frozen=True, slots=True)
class CardFace:
    """What is painted of a card; `lines` are paragraphs of stretches."""

    icon: str
    heading: str
    lines: tuple[tuple[Stretch, ...], ...]
    notes: tuple[CardNote, ...] = ()
    state: str = ""
    state_icon: str = ""
    state_ink: Token = "muted"

    @property
    def words(self) -> str:
        """Return everything that it says, for those who hear it."""
        said = {"delete": "deleted: ", "insert": "inserted: ", "equal": ""}
        lines = [
            ", ".join(f"{said[kind]}{text.strip()}" for kind, text in line if text.strip(" →"))
            for line in self.lines
        ]
        parts = (self.heading, *lines, *(note.text for note in self.notes), self.state)
        return ". ".join(part for part in parts if part)


def face_of(item: ReviewItem, state: ItemState, this_year: int) -> CardFace:
    """Return what the card of an item says."""
    word, icon, ink = _WORDS.get(state, ("", "", "muted"))
    if item.conflict is not None:
        word = _CONFLICT_WORDS.get(state, word)
    when = short_time(item.date, this_year)
    return CardFace(
        _icon(item),
        " · ".join(part for part in (item.author or "Unnamed reviewer", when) if part),
        tuple(_lines(item)),
        tuple(_notes(item)),
        word,
        icon,
        ink,  # type: ignore[arg-type] - each is a token
    )


def _icon(item: ReviewItem) -> str:
    if item.kind is ItemKind.THREAD:
        return "message-square"
    return "merge" if item.kind is ItemKind.CONFLICT else "pencil"


def _lines(item: ReviewItem) -> Iterator[tuple[Stretch, ...]]:
    if item.thread is not None:
        yield from _of_thread(item.thread)
    elif item.conflict is not None:
        yield from _of_conflict(item.conflict)
    else:
        for change in item.changes:
            yield _of_change(change)


def _of_change(change: ReviewChange) -> tuple[Stretch, ...]:
    lead = f"{change.field.label}: " if change.field else _LEADS.get(change.kind, "")
    before, after = _short(change.before).strip(), _short(change.after).strip()
    if lead and not before and not after:
        return (("equal", f"{lead.removesuffix(': ')} here"),)
    stretches: list[Stretch] = [("equal", lead)] if lead else []
    if before and before == after:
        return (*stretches, ("equal", before))
    if before:
        stretches.append(("delete", before))
    if before and after:
        stretches.append(("equal", " → "))
    if after:
        stretches.append(("insert", after))
    return tuple(stretches) or (("equal", "A change without words"),)


def _of_conflict(conflict: MergeConflict) -> Iterator[tuple[Stretch, ...]]:
    whose = "You: " if conflict.is_with_mine else "It was: "
    yield (("equal", whose), ("equal", _short(conflict.mine) or "(nothing)"))
    for side in conflict.sides:
        words: Stretch = ("insert", _short(side.text)) if side.text else ("delete", "deletes it")
        yield (("equal", f"{side.author or 'Reviewer'}: "), words)


def _of_thread(state: ThreadState) -> Iterator[tuple[Stretch, ...]]:
    yield (("equal", _broken(state.thread.text)),)
    for reply in (*state.thread.replies, *state.answers):
        yield (("equal", f"{reply.author or 'You'}: {_broken(reply.text)}"),)


def _notes(item: ReviewItem) -> Iterator[CardNote]:
    for change in item.changes:
        if change.reason:
            yield CardNote("triangle-alert", "warn", change.reason)
        if not change.is_tracked:
            yield CardNote("eye-off", "muted", "Changed without tracking")
    if item.conflict is not None:
        yield CardNote("merge", "warn", item.conflict.reason)
    for flag in item.flags:
        yield CardNote(_FLAG_ICONS[flag.kind], "warn", flag.reason)
    if item.thread is not None:
        yield from _thread_notes(item)


def _thread_notes(item: ReviewItem) -> Iterator[CardNote]:
    state = item.thread
    if state is None:
        return
    if not item.is_placed:
        on = f" on “{_short(state.thread.anchor)}”" if state.thread.anchor else ""
        yield CardNote("triangle-alert", "warn", f"Its words{on} are not in the memo any more")
    for task in state.tasks:
        yield CardNote("square-check" if task.is_done else "list-checks", "muted", task.text)


def _short(text: str) -> str:
    words = " ".join(text.split())
    lead = " " if text[:1].isspace() and words else ""
    return lead + (words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…")


def _broken(text: str) -> str:
    """Return a comment with its line breaks as a layout takes them."""
    return "\u2028".join(line.strip() for line in text.strip().splitlines() if line.strip())
