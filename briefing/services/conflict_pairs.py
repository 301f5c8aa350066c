"""Which facts of many contradict one another: those that share rare words are compared."""

from collections.abc import Iterable, Sequence

from briefing.model.conflict import Conflict
from briefing.model.fact import Fact, FactDraft, FactKind, FactStatus
from briefing.text.contradiction import contradiction
from briefing.text.statement_candidates import candidates
from briefing.text.statement_profile import Profile, profile

_COMMON = 400  # facts that may share a word before it no longer tells one from another
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
    for one, other in candidates(profiles, _COMMON):
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
