"""The weights that ship are well-formed, and small enough to be read with the first memo."""

import math

from briefing.checks.chance_reading import chance_weights
from briefing.paths import resources_dir


def test_the_weights_are_numbers_and_the_threshold_a_share() -> None:
    weights = chance_weights()
    assert 0.5 <= weights.threshold < 1
    assert len(weights.weights) > 100
    assert all(math.isfinite(weight) and abs(weight) < 10 for weight in weights.weights.values())


def test_the_file_is_small() -> None:
    file = resources_dir() / "standards" / "chance-weights.json"
    assert file.stat().st_size < 1_000_000


def test_what_the_rules_say_weighs_most() -> None:
    weights = chance_weights().weights
    assert max(weights, key=lambda sign: weights[sign]) == "a chance by rule"
    assert weights["set apart"] < 0
