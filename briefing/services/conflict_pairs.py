"""Which facts of many contradict one another: those that share rare words are compared."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefing.model.conflict import Conflict
from briefing.model.fact import Fact, FactDraft, FactKind, FactStatus
from briefing.text.contradiction import contradiction
from briefing.text.statement_profile import Profile, profile

_KEYS = 8  # words of a statement by which it is found, the rarest ones
_COMMON = 400  # statements that may share a word before it no longer tells one from another
_SHARED = 2
_STANDING = frozenset({FactStatus.CURRENT, FactStatus.DISPUTED})


def profile_of(fact: Fact | FactDraft) -> Profile:
    """Take a fact's statement apart."""
    return profile(
        fact.statement, fact.value, fact.unit, fact.as_of, is_dated=fact.kind is FactKind.DATE
    )


def conflicts_among(facts: Sequence[Fact]) -> list[Conflict]:
    """Return the conflicts among facts that stand, in the order in which they were captured."""
    standing = [fact for fact in facts if fact.status in _STANDING]
    profiles = [profile_of(fact) for fact in standing]
    found: list[Conflict] = []
    for one, other in _candidates(profiles):
        told = contradiction(profiles[one], profiles[other])
        if told is not None:
            found.append(Conflict(standing[one], standing[other], told.kind, told.reason))
    return found


def conflicts_with(fact: Fact, others: Iterable[Fact]) -> list[Conflict]:
    """Return the conflicts of one fact with others that stand; the one captured first is first."""
    mine = profile_of(fact)
    found: list[Conflict] = []
    for other in others:
        if other.uid == fact.uid or other.status not in _STANDING:
            continue
        is_later = not other.created_at or bool(
            fact.created_at and fact.created_at < other.created_at
        )
        profiles = (mine, profile_of(other)) if is_later else (profile_of(other), mine)
        told = contradiction(*profiles)
        if told is not None:
            pair = (fact, other) if is_later else (other, fact)
            found.append(Conflict(*pair, told.kind, told.reason))
    return found


def _candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share rare words, the earlier one first."""
    counts = Counter(stem for one in profiles for stem in one.stems)
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(profiles):
        shared: Counter[int] = Counter()
        for stem in _rarest(one, counts):
            shared.update(having[stem])
            having[stem].append(number)
        needed = min(_SHARED, len(one.stems))
        for other, count in sorted(shared.items()):
            like = profiles[other]
            if count >= min(needed, len(like.stems)) and bool(like.said) == bool(one.said):
                yield other, number


def _rarest(one: Profile, counts: Counter[str]) -> list[str]:
    telling = [stem for stem in one.stems if counts[stem] <= _COMMON]
    return sorted(telling, key=lambda stem: (counts[stem], stem))[:_KEYS]
