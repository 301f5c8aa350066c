"""Which statements of many are worth comparing: those that share rare words."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from briefing.text.statement_profile import Profile

_KEYS = 8  # words of a statement by which it is found, the rarest ones
_COMMON = 60  # statements that may share a word before it no longer tells one from another
_SHARED = 2


def candidates(profiles: Sequence[Profile], common: int = _COMMON) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share words of no more than `common` statements, the earlier first."""
    counts = Counter(stem for one in profiles for stem in one.stems)
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(profiles):
        shared: Counter[int] = Counter()
        for stem in _rarest(one, counts, common):
            shared.update(having[stem])
            having[stem].append(number)
        needed = min(_SHARED, len(one.stems))
        for other, count in sorted(shared.items()):
            like = profiles[other]
            if count >= min(needed, len(like.stems)) and bool(like.said) == bool(one.said):
                yield other, number


def _rarest(one: Profile, counts: Counter[str], common: int) -> list[str]:
    telling = [stem for stem in one.stems if counts[stem] <= common]
    return sorted(telling, key=lambda stem: (counts[stem], stem))[:_KEYS]
