"""The weights that ship are well-formed, and few enough to be read."""

import math

from briefing.checks.chance_reading import chance_weights


def test_the_weights_are_numbers_and_the_threshold_a_share() -> None:
    weights = chance_weights()
    assert 0.5 <= weights.threshold < 1
    assert 100 < len(weights.weights) < 4_000
    assert all(math.isfinite(weight) and abs(weight) < 10 for weight in weights.weights.values())


def test_what_the_rules_say_weighs_most() -> None:
    weights = chance_weights().weights
    assert max(weights, key=lambda sign: weights[sign]) == "a chance by rule"
    assert weights["set apart"] < 0
