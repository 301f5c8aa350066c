import pytest

from briefing.ui.editor.completion_trigger import Trigger, completed, find_trigger


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("text @", Trigger(5, "", in_brackets=False)),
        ("text @ny", Trigger(5, "ny", in_brackets=False)),
        ("[@fact:7", Trigger(1, "fact:7", in_brackets=True)),
        ("[see @a; @b", Trigger(9, "b", in_brackets=True)),
        ("[done] @b", Trigger(7, "b", in_brackets=False)),
        ("me@home", None),
        ("@a b", None),
        ("`x @", None),
        (r"\@a", None),
        ("`x` @a", Trigger(4, "a", in_brackets=False)),
    ],
)
def test_citation_begins_where_an_at_sign_may(before: str, expected: Trigger | None) -> None:
    assert find_trigger(before + " after", len(before)) == expected


def test_completion_brings_its_brackets() -> None:
    assert completed(Trigger(5, "ny", in_brackets=False), "nyt2025", " go") == ("[@nyt2025]", 10)


def test_completion_closes_an_open_bracket_once() -> None:
    trigger = Trigger(1, "ny", in_brackets=True)
    assert completed(trigger, "nyt2025", "") == ("@nyt2025]", 9)
    assert completed(trigger, "nyt2025", "]. More") == ("@nyt2025", 8)
    assert completed(trigger, "nyt2025", " and [other]") == ("@nyt2025]", 9)
