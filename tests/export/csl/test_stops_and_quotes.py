import pytest

from briefing.export.csl.printed_marks import printed
from briefing.export.csl.stops_and_quotes import tidied
from briefing.model.block import Emphasis, Link, Text
from briefing.text.inline_text import inline_text


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Is it so?. More", "Is it so? More"),
        ("(eds..)", "(eds.)"),
        ("and so on...", "and so on..."),
        ("Press,.", "Press."),
        ("(2015,)", "(2015)"),
        ("“My “own” way”", "“My ‘own’ way”"),
        ("‘My ‘own’ way’", "‘My “own” way’"),
        ("„Eins“ und „zwei“", "„Eins“ und „zwei“"),
        ("«Uno “dos”»", "«Uno “dos”»"),
        ("“The States’ Rights,” it’s", "“The States’ Rights,” it’s"),
    ],
)
def test_stops_and_marks_are_set_right(said: str, right: str) -> None:
    assert inline_text(tidied((Text(said),))) == right


def test_a_stop_behind_words_in_another_look_is_dropped_too() -> None:
    assert tidied((Emphasis((Text("So?"),)), Text(". Then"))) == (
        Emphasis((Text("So?"),)),
        Text(" Then"),
    )


def test_an_address_keeps_its_stops() -> None:
    link = Link((Text("https://a.org/x?."),), "https://a.org/x?.")
    assert tidied((link, Text("."))) == (link, Text("."))


@pytest.mark.parametrize(
    ("typed", "print_has"),
    [
        ('Don\'t say "never"', "Don’t say “never”"),
        ("'Fact' and 'fiction'", "‘Fact’ and ‘fiction’"),
        ("D'Arcus", "D’Arcus"),
        ("the '90s", "the ’90s"),
        ("plain", "plain"),
    ],
)
def test_typed_marks_become_those_of_print(typed: str, print_has: str) -> None:
    assert printed(typed) == print_has
