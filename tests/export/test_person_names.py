import pytest

from briefing.export.person_names import split_name


@pytest.mark.parametrize(
    ("text", "family", "given"),
    [
        ("Marco Rubio", "Rubio", "Marco"),
        ("Rubio, Marco", "Rubio", "Marco"),
        ("Ana María de la Torre", "de la Torre", "Ana María"),
        ("Martin Luther King Jr.", "King Jr.", "Martin Luther"),
        ("J. R. R. Tolkien", "Tolkien", "J. R. R."),
        ("Conor O’Brien", "O’Brien", "Conor"),
    ],
)
def test_person_has_two_halves(text: str, family: str, given: str) -> None:
    person = split_name(text)
    assert person is not None
    assert (person.family, person.given) == (family, given)
    assert person.straight == f"{given} {family}"
    assert person.inverted == f"{family}, {given}"


@pytest.mark.parametrize(
    "text",
    ["Reuters", "Reuters Staff", "Office of Foreign Assets Control", "The White House", "", "UN",
     "Department of State, Bureau of Political Affairs", "the team", "18F", "a b"],
)  # fmt: skip
def test_office_is_no_person(text: str) -> None:
    assert split_name(text) is None
