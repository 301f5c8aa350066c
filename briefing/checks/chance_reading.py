"""The weights by which `may`, `could` and the like are read: `standards/chance-weights.json`."""

from functools import lru_cache

from briefing.checks.standards_data import standard_named
from briefing.text.chance_weights import ChanceWeights

_NAME = "chance-weights"


@lru_cache(maxsize=1)
def chance_weights() -> ChanceWeights:
    """Return the weights, read once."""
    data = standard_named(_NAME)
    weights: dict[str, float] = data["weights"]
    return ChanceWeights(weights, float(data["threshold"]))
