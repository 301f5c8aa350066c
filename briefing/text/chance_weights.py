"""How much each sign around a word speaks for a chance: a logistic regression, as plain numbers.

The weights are fitted to labelled sentences and shipped as data; a sign that is not listed weighs
nothing. Source: Hosmer and Lemeshow, Applied Logistic Regression, 3rd ed., 1.1.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_STEEPEST = 30.0  # beyond it the chance is 0 or 1, and exp would overflow


@dataclass(frozen=True, slots=True, eq=False)
class ChanceWeights:
    """The weight of each sign, and from which share on a word counts as one of chance."""

    weights: Mapping[str, float]
    threshold: float

    def share(self, signs: Iterable[str]) -> float:
        """Return how likely signs like these stand around a word of chance, 0 to 1."""
        weights = self.weights
        total = sum(weights.get(sign, 0.0) for sign in signs)
        return 1 / (1 + math.exp(-max(-_STEEPEST, min(_STEEPEST, total))))

    def speak_for(self, signs: Iterable[str]) -> bool:
        """Tell whether the signs speak for a chance."""
        return self.share(signs) >= self.threshold
