"""Dictionaries by language, and a library's own words."""

from pathlib import Path

import pytest

from briefing.services.desk import Desk, create_desk, open_desk


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("en", "color", "colour"),
        ("en-GB", "colour", "color"),
        ("en_AU", "colour", "color"),
        ("es-MX", "acuerdo", "acuedro"),
        ("fr", "l’Assemblée", "bonjuor"),
        ("en-US", "it’s", "definately"),
    ],
)
def test_each_language_has_its_dictionary(
    desk: Desk, language: str, right: str, wrong: str
) -> None:
    assert desk.spelling.misspelt([right, wrong], language) == {wrong}


def test_a_language_without_a_dictionary_is_left_alone(desk: Desk) -> None:
    assert not desk.spelling.misspelt(["Wörterbuhc"], "de")
    assert desk.spelling.suggestions("Wörterbuhc", "de") == ()


def test_what_was_meant_is_suggested(desk: Desk) -> None:
    assert "definitely" in desk.spelling.suggestions("definately", "en-US")
    assert "acuerdo" in desk.spelling.suggestions("acuedro", "es")


def test_a_word_that_is_learnt_is_known_with_its_possessive_until_it_is_forgotten(
    desk: Desk,
) -> None:
    assert desk.spelling.misspelt(["Xochiteca"], "en") == {"Xochiteca"}
    desk.spelling.learn("Xochiteca")
    assert not desk.spelling.misspelt(["Xochiteca", "xochiteca’s"], "en")
    desk.spelling.forget("xochiteca")
    assert desk.spelling.misspelt(["Xochiteca"], "en") == {"Xochiteca"}


def test_own_words_stay_with_the_library(tmp_path: Path) -> None:
    with create_desk(tmp_path / "kept.briefing") as desk:
        desk.spelling.learn("Xochiteca")
    with open_desk(tmp_path / "kept.briefing") as desk:
        assert not desk.spelling.misspelt(["Xochiteca"], "en")


def test_absurdly_long_words_are_passed_over(desk: Desk) -> None:
    word = "a" * 100_000
    assert not desk.spelling.misspelt([word], "en")
    assert desk.spelling.suggestions(word, "en") == ()


def test_names_that_several_articles_have_are_known(desk: Desk) -> None:
    asked = ["Xochiteca", "Xochiteca’s", "Xochitecc", "xochiteca"]
    desk.collecting.paste("A visit\n\nMinister Xochiteca came, not Xochitecc.\n")
    assert desk.spelling.misspelt(asked, "en") == set(asked)
    desk.collecting.paste("Another\n\nTalks with Xochiteca went on.\n")
    assert desk.spelling.misspelt(asked, "en") == {"Xochitecc", "xochiteca"}
