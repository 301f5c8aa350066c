"""Names are told by their capitals, and the capital of a sentence's first word is not one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.proper_names import find_names


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("The United States and President Claudia Sheinbaum met NATO.", "en",
         ["United States", "Claudia Sheinbaum", "NATO"]),
        ("Talks ended. Ministers left.", "en", []),
        ("Marco Rubio's visit to the Ministry of Defence on Monday", "en",
         ["Marco Rubio", "Ministry of Defence"]),
        ("He left the U.S. for El Salvador in March.", "en", ["U.S.", "El Salvador"]),
        ("NATO met [@Smith2020] there.", "en", ["NATO"]),
        ("A LINE THAT IS SHOUTED", "en", []),
        ("El presidente de México se reunió con la ONU en la Ciudad de México.", "es",
         ["México", "ONU", "Ciudad de México"]),
        ("Le président Emmanuel Macron a reçu l'Union européenne à Paris.", "fr",
         ["Emmanuel Macron", "Union", "Paris"]),
        ("", "en", []),
    ],
)  # fmt: skip
def test_names_are_found(text: str, language: str, names: list[str]) -> None:
    assert [found.text for found in find_names(text, language)] == names


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for found in find_names(text):
        assert text[found.start : found.end] == found.text
