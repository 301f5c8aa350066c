"""Signs weigh together: what speaks for a chance against what speaks for something else."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.chance_weights import ChanceWeights

WEIGHTS = ChanceWeights({"perfect": 2.0, "wish": -3.0}, 0.6)


def test_no_sign_speaks_for_neither() -> None:
    assert WEIGHTS.share([]) == 0.5
    assert WEIGHTS.share(["never listed"]) == 0.5


def test_signs_add_up() -> None:
    assert WEIGHTS.speak_for(["perfect"])
    assert not WEIGHTS.speak_for(["perfect", "wish"])


@given(st.floats(min_value=-1e6, max_value=1e6))
def test_any_weight_gives_a_share(weight: float) -> None:
    assert 0 <= ChanceWeights({"sign": weight}, 0.5).share(["sign"]) <= 1
