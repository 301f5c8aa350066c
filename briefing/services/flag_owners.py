"""Which change a flag belongs to, where several changes made the sentence that it is about."""

from collections.abc import Iterator, Mapping

from briefing.model.memo_review import ReviewChange
from briefing.model.review_record import FlagKind, ReviewFlag
from briefing.text.statement_profile import profile

_What = tuple[object, ...]


def each_once(
    flags: Mapping[ReviewFlag, bool], changes: Mapping[int, ReviewChange]
) -> Iterator[ReviewFlag]:
    """Yield each flag once: of the change that brought its words, else of the first.

    `flags` tells of each whether the words of its own change are what it is about.
    """
    groups: dict[_What, list[ReviewFlag]] = {}
    for flag in flags:
        groups.setdefault(_what(flag), []).append(flag)
    owners = {_owner(group, flags, changes) for group in groups.values()}
    yield from (flag for flag in flags if flag in owners)


def _what(flag: ReviewFlag) -> _What:
    return flag.kind, flag.reason, flag.words, flag.start, flag.end


def _owner(
    group: list[ReviewFlag], flags: Mapping[ReviewFlag, bool], changes: Mapping[int, ReviewChange]
) -> ReviewFlag:
    def fit(flag: ReviewFlag) -> tuple[bool, bool]:
        change = changes[flag.change]
        own = f"{change.before} {change.after}".split()
        is_named = any(f"“{word}”" in flag.reason for word in own)
        return flags[flag], is_named or (flag.kind is FlagKind.TURNED and _turns(change))

    return max(group, key=fit)  # the first of those that fit as well


def _turns(change: ReviewChange) -> bool:
    """Tell whether the words of a change say the opposite of those before: “no one” is a “not”."""
    return profile(change.before).sign != profile(change.after).sign
