import pytest

from briefing.export.short_titles import short_title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("U.S. and Mexico Vow to Fight Crime While Respecting Sovereignty", "U.S. and Mexico Vow"),
        ("The Fentanyl Trade: A Decade of Failure", "The Fentanyl Trade"),
        ("Desk note: what the 3 September joint statement says", "Desk note: what the 3 September"),
        ("Fentanyl: A Decade of Failure and What Comes", "Fentanyl: A Decade of Failure"),
        ("What Now? Mexico After the Strike in the Caribbean", "What Now?"),
        ("A short title of six words", "A short title of six words"),
        ("", ""),
        ("10:30 at the Border", "10:30 at the Border"),
    ],
)
def test_title_is_cut_where_it_still_makes_sense(title: str, expected: str) -> None:
    assert short_title(title) == expected
