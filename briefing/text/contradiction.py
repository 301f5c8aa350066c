"""Whether two statements about the same thing contradict one another, and in what.

Precision first. Two statements are about the same thing where the shorter one's words stand in the
other, no more than one of them has words of its own that name another thing, neither narrows what
the other leaves wide, and they hold for the same time.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.conflict import ConflictKind
from briefing.model.partial_date import PartialDate
from briefing.text.quantity_match import is_unit_slip, may_agree, of_one_kind
from briefing.text.statement_profile import Profile, Said
from briefing.text.written_dates import dates_agree

NEAR_DAYS = 3  # between two reports of one event
_LEAST_SHARED = 2
_SHARED_PART = 0.6  # of the shorter statement's words
_SAME_PART = 0.7  # of all their words, where words decide alone
_LEAST_WORDS = 3
_MANY_SHARED = 5  # so many that one other word on each side is but another wording
_MOST_MORE = 6  # words that one statement may have more than the other


@dataclass(frozen=True, slots=True)
class Contradiction:
    """In what two statements differ, how one would say it, and what either says there."""

    kind: ConflictKind
    reason: str
    words: tuple[str, str]


def contradiction(one: Profile, other: Profile) -> Contradiction | None:
    """Return in what two statements contradict one another, or nothing."""
    if _likeness(one, other) < _SHARED_PART:
        return None
    if one.said and other.said:
        return _of_figures(one, other)
    if bool(one.said) != bool(other.said) or not _is_same_in_words(one, other):
        return None
    return _of_words(one, other)


def _likeness(one: Profile, other: Profile) -> float:
    """Return which part of the shorter statement stands in the other; 0 for another thing."""
    shared = one.stems & other.stems
    mine, others = one.stems - shared, other.stems - shared
    shorter = min(len(one.stems), len(other.stems))
    if len(shared) < min(_LEAST_SHARED, shorter) or not shared:
        return 0.0
    if one.scope ^ other.scope or _name_others(one, other, mine, others):
        return 0.0
    if (one.places & mine) or (other.places & others):  # a part is not the whole
        return 0.0
    most_apart = 1 if len(shared) >= _MANY_SHARED else 0
    if min(len(mine), len(others)) > most_apart or max(len(mine), len(others)) > _MOST_MORE:
        return 0.0
    return len(shared) / shorter


def _is_same_in_words(one: Profile, other: Profile) -> bool:
    """Tell whether two statements are so alike that a date or a “not” is all that parts them."""
    shared, every = one.stems & other.stems, one.stems | other.stems
    if (one.names ^ other.names) & (every - shared):
        return False
    return len(shared) >= _LEAST_WORDS and len(shared) >= _SAME_PART * len(every)


def _name_others(
    one: Profile, other: Profile, mine: frozenset[str], others: frozenset[str]
) -> bool:
    """Tell whether each names somebody or some place that the other does not."""
    return bool(mine & one.names and others & other.names)


def _of_figures(one: Profile, other: Profile) -> Contradiction | None:
    pairs = _paired(one.said, other.said)
    if not pairs:
        return _slip(one, other) if same_time(one, other) else None
    if all(may_agree(a.quantity, b.quantity) for a, b in pairs):
        if one.sign != other.sign and same_time(one, other) and _is_same_in_words(one, other):
            return _opposite(one, other)
        return None
    if not same_time(one, other):
        return None
    differing = next(((a, b) for a, b in pairs if not may_agree(a.quantity, b.quantity)), None)
    if differing is None:
        return None
    mine, others = differing
    if is_unit_slip(mine.quantity, others.quantity):
        return _slip(one, other)
    words = mine.words.strip(), others.words.strip()
    reason = f"One says {words[0]}, the other {words[1]}."
    return Contradiction(ConflictKind.VALUE, reason, words)


def _paired(one: Sequence[Said], other: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Return the quantities that answer one another: of a kind, in the same part, in order.

    Where one statement has more of a kind than the other, the leading ones answer, unless one of
    the others agrees: then nothing is said against it.
    """
    found: list[tuple[Said, Said]] = []
    taken: set[int] = set()
    for said in one:
        fitting = [
            (index, answer)
            for index, answer in enumerate(other)
            if index not in taken
            and of_one_kind(said.quantity, answer.quantity)
            and not (said.role and answer.role and said.role != answer.role)
        ]
        if fitting:
            index, answer = next(
                ((at, each) for at, each in fitting if may_agree(said.quantity, each.quantity)),
                fitting[0],
            )
            taken.add(index)
            found.append((said, answer))
    if len(one) == len(other):
        return found
    agreeing = [pair for pair in found if may_agree(pair[0].quantity, pair[1].quantity)]
    return agreeing or found[:1]


def _slip(one: Profile, other: Profile) -> Contradiction | None:
    """Return two figures that are equal but for their unit: dollars and euros, miles and km."""
    for mine in one.said:
        for others in other.said:
            if is_unit_slip(mine.quantity, others.quantity):
                reason = f"The same figure has another unit: {mine.words}, and {others.words}."
                words = mine.words.strip(), others.words.strip()
                return Contradiction(ConflictKind.UNIT, reason, words)
    return None


def _of_words(one: Profile, other: Profile) -> Contradiction | None:
    if one.sign != other.sign:
        return _opposite(one, other) if same_time(one, other) else None
    dates = _differing_dates(one, other)
    if dates is None:
        return None
    said = dates[0].human(), dates[1].human()
    reason = f"One says {said[0]}, the other {said[1]}."
    return Contradiction(ConflictKind.DATE, reason, said)


def _opposite(one: Profile, other: Profile) -> Contradiction | None:
    mine = [word for word in one.turning if word not in other.turning]
    others = [word for word in other.turning if word not in one.turning]
    if not (mine or others):
        return None
    words = mine[0] if mine else "so", others[0] if others else "so"
    reason = f"One says the opposite of the other: “{words[0]}” against “{words[1]}”."
    return Contradiction(ConflictKind.STATEMENT, reason, words)


def same_time(one: Profile, other: Profile) -> bool:
    """Tell whether two statements may hold for the same time; what says no time fits any."""
    if one.periods and other.periods:
        return all(
            any(_overlap(mine, others) for others in long)
            for short, long in (_by_length(one.periods, other.periods),)
            for mine in short
        )
    mine = one.periods or ((one.as_of,) if one.as_of else ())
    others = other.periods or ((other.as_of,) if other.as_of else ())
    if not mine or not others:
        return True
    return any(_overlap(a, b) or _is_near(a, b) for a in mine for b in others)


def _by_length(
    one: Sequence[PartialDate], other: Sequence[PartialDate]
) -> tuple[Sequence[PartialDate], Sequence[PartialDate]]:
    return (one, other) if len(one) <= len(other) else (other, one)


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    return dates_agree(one, other)


def _is_near(one: PartialDate, other: PartialDate) -> bool:
    """Tell whether two days are so close that two reports may tell of one event."""
    if one.day is None or other.day is None:
        return False
    return abs((one.first_day() - other.first_day()).days) <= NEAR_DAYS


def _differing_dates(one: Profile, other: Profile) -> tuple[PartialDate, PartialDate] | None:
    """Return the dates that two statements give to one event, where they cannot both be true."""
    if len(one.periods) != len(other.periods) or not one.periods:
        return None
    pairs = zip(one.periods, other.periods, strict=True)
    apart = [(a, b) for a, b in pairs if not _overlap(a, b)]
    if len(apart) != 1:
        return None
    mine, others = apart[0]
    if not ((one.is_once and other.is_once) or _is_near(mine, others)):
        return None
    return mine, others
