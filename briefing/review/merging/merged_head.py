"""The fields of a memo's head merged: each is a text of its own, with conflicts of its own.

A field is taken as a whole: where two hands changed it, however far apart, it is a conflict.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.model.memo_review import Decision, FieldEdit, MemoEdit, MemoReview, ReviewChange
from briefing.model.partial_date import PartialDate
from briefing.model.review_record import ConflictDecision, MergeConflict, Merged
from briefing.review.merging.three_way import merge
from briefing.text.dates import read_date

Field = Callable[[str], str]
_TICK = "\ufdd1"  # no character: stands for a backtick
_FIRST_EDGE, _EDGES = 0xF0000, 0x8000  # private use, plane 15
_SEAL = re.compile("[`\U000f0000-\U000f7fff]")
_BETWEEN = re.compile(rf"(?<={_SEAL.pattern})\s+(?={_SEAL.pattern})")  # both sides are kept


def with_head(
    merged: Merged,
    content: MemoReview,
    field: Field,
    decisions: Mapping[int, Decision],
    settled: Mapping[int, ConflictDecision],
    applied: frozenset[int] = frozenset(),
) -> Merged:
    """Return a merged memo with what the changes of its head make of its fields.

    `field` tells what the memo says now. Conflicts of the head come before those of the text.
    """
    worded = {number: replace(one, text=_sealed_if(one.text)) for number, one in decisions.items()}
    chosen = {number: replace(one, text=_sealed(one.text)) for number, one in settled.items()}
    values: list[tuple[str, str]] = []
    conflicts: list[MergeConflict] = []
    for name, base, changes in _by_field(content.changes):
        own = replace(content, body=_sealed(base), changes=changes, threads=())
        one = merge(own, _sealed(field(name)), worded, chosen, applied)
        values.append((name, _held(_opened(one.body), base, changes)))
        section = changes[0].section
        label = FieldEdit(name, "", "").label
        conflicts += (_told(each, label, section) for each in one.conflicts)
    return replace(merged, fields=tuple(values), conflicts=(*conflicts, *merged.conflicts))


def _told(conflict: MergeConflict, label: str, section: str) -> MergeConflict:
    return replace(
        conflict,
        start=0,
        end=0,
        base=_opened(conflict.base),
        mine=_opened(conflict.mine),
        sides=tuple(replace(one, text=_opened(one.text)) for one in conflict.sides),
        reason=f"{label}: {conflict.reason}",
        section=section,
        is_in_head=True,
    )


def _sealed(value: str) -> str:
    """Return a value as one word to the merge (code), with edges that no other value has."""
    edge = chr(_FIRST_EDGE + zlib.crc32(value.encode("utf-8", "surrogatepass")) % _EDGES)
    return f"`{edge}{value.replace('`', _TICK)}{edge}`"


def _sealed_if(value: str | None) -> str | None:
    return None if value is None else _sealed(value)


def _opened(text: str) -> str:
    """Return what was sealed, or what of it stands on one side of a conflict."""
    return _SEAL.sub("", _BETWEEN.sub("; ", text)).replace(_TICK, "`")


def _held(value: str, base: str, changes: Sequence[ReviewChange]) -> str:
    """Return a value as the memo holds it: a date that was typed in words as a date."""
    others = (base, *(one.field.text for one in changes if one.field is not None))
    date = read_date(value) if any(_is_date(other) for other in others) else None
    return str(date) if date is not None else value


def _is_date(value: str) -> bool:
    try:
        PartialDate.parse(value)
    except ValueError:
        return False
    return True


def _by_field(
    changes: Sequence[ReviewChange],
) -> Iterator[tuple[str, str, tuple[ReviewChange, ...]]]:
    """Yield the fields that changes are about, what each was, and its changes as edits of it."""
    found: dict[str, list[ReviewChange]] = {}
    for change in changes:
        if change.field is not None:
            found.setdefault(change.field.name, []).append(change)
    for name, some in found.items():
        base = next(one.field.before for one in some if one.field is not None)
        edited = tuple(
            replace(one, edits=(MemoEdit(0, len(_sealed(base)), _sealed(one.field.text)),))
            for one in some
            if one.field is not None
        )
        yield name, base, edited
