"""Commands, requests and thanks are told from statements that begin with the same words."""

import pytest

from briefing.text.imperatives import is_greeting, is_imperative

COMMANDS = [
    "Use the form below to record what you find.",
    "If the figures change, tell the desk.",
    "For more information, see 5 CFR 1320.",
    "But let's deal with the issue.",
    "Please reply by Friday.",
    "Learn principles that anyone can apply.",
]
STATEMENTS = [
    "Use of force rose in 2024.",
    "Support for the party fell.",
    "Contact between the two armies was rare.",
    "Once a month the bank reviews loans, makes updates and reports.",
    "Plans were made in the capital.",
    "Call volumes doubled in May.",
    "To cut costs, the ministry sold its shares.",
]


@pytest.mark.parametrize("sentence", COMMANDS)
def test_a_command_is_found(sentence: str) -> None:
    assert is_imperative(sentence)


@pytest.mark.parametrize("sentence", STATEMENTS)
def test_a_statement_is_none(sentence: str) -> None:
    assert not is_imperative(sentence)


def test_thanks_and_wishes_are_found() -> None:
    assert is_greeting("Well, thank you very much.")
    assert is_greeting("I hope the bill will pass.")
    assert not is_greeting("Thanksgiving fell late that year.")
