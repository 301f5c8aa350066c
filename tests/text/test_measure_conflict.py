"""Two values of one measure."""

import pytest

from briefing.text.measure_conflict import telling, two_values


def values(one: str, other: str) -> tuple[str, str] | None:
    return two_values(telling(one, one), telling(other, other))


def test_both_values_are_told_as_written() -> None:
    said = values("Mexico sent 55 prisoners north.", "Mexico sent ninety prisoners north.")
    assert said == ("55 prisoners", "ninety prisoners")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mexico sent 59 prisoners.", "Mexico sent fifty-nine prisoners."),
        ("Mexico sent 55 prisoners.", "Mexico sent 59 soldiers."),
        ("Mexico sent 55 prisoners in 2024.", "Mexico sent 59 prisoners in 2025."),
        ("Mexico sent 55 sick prisoners.", "Mexico sent 59 healthy prisoners."),
        ("Mexico would send 55 prisoners.", "Mexico sent 59 prisoners."),
        ("Spain cut tax for 5% of workers.", "Spain cut tax for workers by 7%."),
        ("Spain cut fuel tax by 5%.", "Spain cut tax by 7%."),
    ],
)
def test_other_measures_and_equal_values_are_none(one: str, other: str) -> None:
    assert values(one, other) is None
    assert values(other, one) is None
