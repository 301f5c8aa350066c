"""Score readers against gold: precision, recall and shares, printed beside their targets."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """One figure, from 0 to 1, over `count` files; `target` is None where none was set."""

    what: str
    value: float
    count: int
    target: float | None = None

    @property
    def is_kept(self) -> bool:
        """Return whether the target was reached."""
        return self.target is None or self.value >= self.target


@dataclass(frozen=True)
class Overlap:
    """How many of the words that were found and of those that were wanted agree."""

    found: int
    wanted: int
    both: int

    @property
    def precision(self) -> float:
        """Return the share of the found words that were wanted."""
        return self.both / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Return the share of the wanted words that were found."""
        return self.both / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def overlap(found: Iterable[str], wanted: Iterable[str]) -> Overlap:
    """Return how two bags of words agree, each word as often as it occurs."""
    ours, gold = Counter(found), Counter(wanted)
    return Overlap(ours.total(), gold.total(), (ours & gold).total())


def print_scores(scores: Iterable[Score]) -> bool:
    """Print the scores as they come; return whether every target was reached."""
    kept = True
    for score in scores:
        target = "" if score.target is None else f"target {score.target:.2f}"
        missed = "" if score.is_kept else "  MISSED"
        print(f"{score.what:<56}{score.value:>8.3f}  over {score.count:>5}  {target}{missed}")
        kept = kept and score.is_kept
    return kept
