"""Clusters from pairs: copies of copies belong together, but for two things that keep them apart.

A refusal keeps two articles apart whatever else connects them. And a longer piece that holds two
different texts is a round-up: only the first of them joins it, or all stories of a week would be
one cluster. So whole copies join first, then parts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.store.copy_pairs import KeptPair


def clusters_of(pairs: Iterable[KeptPair], refused: set[tuple[int, int]]) -> dict[int, int]:
    """Return the cluster of each article that has one: the lowest pk in it."""
    ordered = sorted(
        pairs, key=lambda pair: (bool(pair.part_pk), -pair.similarity, pair.a_pk, pair.b_pk)
    )
    joining = _Joining(ordered, refused)
    for pair in ordered:
        joining.join(pair)
    return joining.clusters()


@dataclass(slots=True, eq=False)
class _Group:
    members: set[int]
    parts: set[int] = field(default_factory=set[int])  # those that joined as parts of a longer one


class _Joining:
    def __init__(self, pairs: Sequence[KeptPair], refused: set[tuple[int, int]]) -> None:
        self._refused = refused
        self._groups: dict[int, _Group] = {}
        self._copies: dict[int, set[int]] = {}
        for pair in pairs:
            self._copies.setdefault(pair.a_pk, set()).add(pair.b_pk)
            self._copies.setdefault(pair.b_pk, set()).add(pair.a_pk)

    def join(self, pair: KeptPair) -> None:
        """Let the groups of two articles be one, if nothing keeps them apart."""
        one, other = self._group(pair.a_pk), self._group(pair.b_pk)
        if one is other or self._is_refused(one, other):
            return
        part, whole = (one, other) if pair.part_pk == pair.a_pk else (other, one)
        if pair.part_pk and whole.parts and not self._is_copied(part, whole.parts):
            return
        whole.members |= part.members
        whole.parts |= part.parts | (part.members if pair.part_pk else set())
        self._groups |= dict.fromkeys(part.members, whole)

    def clusters(self) -> dict[int, int]:
        """Return the cluster of each article that is not alone."""
        return {
            pk: min(group.members) for pk, group in self._groups.items() if len(group.members) > 1
        }

    def _group(self, pk: int) -> _Group:
        return self._groups.setdefault(pk, _Group({pk}))

    def _is_refused(self, one: _Group, other: _Group) -> bool:
        return bool(self._refused) and any(
            (min(a, b), max(a, b)) in self._refused for a in one.members for b in other.members
        )

    def _is_copied(self, part: _Group, others: set[int]) -> bool:
        return any(self._copies[pk] & others for pk in part.members)
