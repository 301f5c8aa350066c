"""The file of decisions that `review --apply` takes: JSON, one entry a number.

{"changes": {"1": "accept", "2": "reject", "3": {"accept": "other words"}},
 "conflicts": {"4": "mine", "7": {"theirs": 2}, "9": {"edit": "words of my own"}},
 "threads": {"1": {"answer": "Done.", "resolve": true, "task": "Ask the embassy"}},
 "tasks": {"1": "done"}}
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from briefing.errors import InputError
from briefing.model.memo_review import Decision, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision

Json = dict[str, object]
_VERDICTS = {"accept": Verdict.ACCEPTED, "reject": Verdict.REJECTED, "open": Verdict.OPEN}
_KEEP = "keep-citation"
_DROP = "drop-citation"
_CITED = (_KEEP, _DROP)


@dataclass(frozen=True, slots=True)
class ThreadWish:
    """What is to be done about a comment; an empty task says what the comment says."""

    answer: str = ""
    resolve: bool | None = None
    task: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewDecisions:
    """What the file decides, by number."""

    changes: Mapping[int, Decision] = field(default_factory=dict[int, Decision])
    conflicts: Mapping[int, ConflictDecision] = field(default_factory=dict[int, ConflictDecision])
    threads: Mapping[int, ThreadWish] = field(default_factory=dict[int, ThreadWish])
    tasks: Mapping[int, bool] = field(default_factory=dict[int, bool])
    keep_citations: tuple[int, ...] = ()
    drop_citations: tuple[int, ...] = ()


def read_decisions(path: Path) -> ReviewDecisions:
    """Read a file of decisions; InputError says which entry is not one."""
    try:
        found: object = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as fault:
        reason = (fault.strerror or "it cannot be opened").lower()
        raise InputError(f"“{path}” cannot be read: {reason}. Check its name.") from None
    except ValueError as fault:
        raise InputError(f"“{path}” is no JSON: {fault}.") from None
    known = {"changes", "conflicts", "threads", "tasks"}
    if not isinstance(found, dict) or not cast("Json", found).keys() <= known:
        raise InputError(f"“{path}” must be an object of changes, conflicts, threads and tasks.")
    parts = cast("Json", found)
    changes = dict(_entries(parts, "changes"))
    return ReviewDecisions(
        {number: _decision(number, one) for number, one in changes.items() if one not in _CITED},
        {number: _settled(number, one) for number, one in _entries(parts, "conflicts")},
        {number: _wish(number, one) for number, one in _entries(parts, "threads")},
        {number: _is_done(number, one) for number, one in _entries(parts, "tasks")},
        tuple(number for number, one in changes.items() if one == _KEEP),
        tuple(number for number, one in changes.items() if one == _DROP),
    )


def _entries(parts: Json, name: str) -> Iterator[tuple[int, object]]:
    entries = parts.get(name, {})
    if not isinstance(entries, dict):
        raise InputError(f"“{name}” must be an object: a number, and what is decided.")
    for number, one in cast("Json", entries).items():
        if not number.isascii() or not number.isdigit():
            raise InputError(f"“{number}” among the {name} is no number.")
        yield int(number), one


def _decision(number: int, given: object) -> Decision:
    if isinstance(given, str) and given in _VERDICTS:
        return Decision(_VERDICTS[given])
    words = _only(given, "accept")
    if isinstance(words, str):
        return Decision(Verdict.ACCEPTED, words)
    raise InputError(
        f"Change {number}: say “accept”, “reject”, “open”, “{_KEEP}”, “{_DROP}” or"
        " {“accept”: “other words”}."
    )


def _settled(number: int, given: object) -> ConflictDecision:
    if isinstance(given, str) and given in {"mine", "theirs", "both", "open"}:
        return ConflictDecision(ConflictChoice(given))
    side = _only(given, "theirs")
    if isinstance(side, int) and not isinstance(side, bool) and side > 0:
        return ConflictDecision(ConflictChoice.THEIRS, side - 1)
    words = _only(given, "edit")
    if isinstance(words, str):
        return ConflictDecision(ConflictChoice.EDITED, text=words)
    raise InputError(
        f"Conflict {number}: say “mine”, “theirs”, “both”, “open”, {{“theirs”: 2}} for the second"
        " side, or {“edit”: “words of your own”}."
    )


def _wish(number: int, given: object) -> ThreadWish:
    wrong = InputError(f"Thread {number}: give an object with “answer”, “resolve” or “task”.")
    if not isinstance(given, dict) or not cast("Json", given).keys() <= {
        "answer",
        "resolve",
        "task",
    }:
        raise wrong
    wish = cast("Json", given)
    answer, resolve, task = wish.get("answer", ""), wish.get("resolve"), wish.get("task")
    if not isinstance(answer, str) or not isinstance(resolve, bool | None):
        raise wrong
    if not isinstance(task, str | bool | None):
        raise wrong
    words = "" if task is True else None if task is False else task
    return ThreadWish(answer, resolve, words)


def _is_done(number: int, given: object) -> bool:
    if given not in {"done", "open"}:
        raise InputError(f"Task {number}: say “done” or “open”.")
    return given == "done"


def _only(given: object, name: str) -> object:
    """Return what an object of one entry says, or nothing."""
    if not isinstance(given, dict):
        return None
    entry = cast("Json", given)
    return entry[name] if list(entry) == [name] else None
