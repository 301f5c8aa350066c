"""A text as the index reads it: the same for text and query, and nothing hidden in it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.store import index_tokens
from briefing.store.index_words import has_words, index_words, signs_of, sound


def test_plain_text_is_left_alone() -> None:
    for text in ("", "Plain words.", "Señor López’s “naïve” idea — 5 % …", "Привет мир"):
        assert index_words(text) is text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("CO₂ and km²", "CO2 and km 2"),
        ("Hawaiʻi обʼєкт", "Hawai i об єкт"),
        ("İstanbul ısı", "istanbul isi"),
        ("٢٠٢٥ २०२५ ๒๕๖๘", "2025 2025 2568"),
        ("क़ानून", "कानून"),
        ("हिन्दी सम्बन्ध", "हिंदी संबंध"),
        ("Łódź Straße Æsop", "Lódź Strasse AEsop"),
        ("قَانُونٌ إلى", "قانون الي"),
        ("ｶﾞ ﬁn ＡＢＣ", "ガ fin ABC"),
        ("e\u0301tat", "état"),
        ("ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო"),
    ],
)
def test_spellings_become_one(text: str, words: str) -> None:
    assert index_words(text).split() == words.split()


def test_signs_that_make_another_word_become_tokens() -> None:
    for text in ("OPEC+", "C++", "C#", "👍"):
        (token,) = [token for token in index_words(text).split() if signs_of(token)]
        assert text.endswith(signs_of(token))
        assert token.isalnum()
    assert index_words("1+1 x#y ## + #") == "1+1 x#y ## + #"
    assert index_words("👍🏽").split() == index_words("👍").split()
    assert signs_of("word") == ""


@given(st.text())
def test_reading_twice_changes_nothing_more(text: str) -> None:
    once = index_words(text)
    assert index_words(once).split() == once.split()


@given(st.text())
def test_no_private_character_is_left(text: str) -> None:
    assert not any(unicodedata.category(char) == "Co" for char in index_words(text))


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1))
def test_characters_of_a_script_without_spaces_become_words(text: str) -> None:
    assert index_words(text).split() == list(text)


def test_words_with_marks_stay_together() -> None:
    assert index_words("มั่น").split() == ["มั่", "น"]
    assert index_words("कुर्सी") == "कुर्सी"


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_sound_text_can_be_stored_and_keeps_its_places(text: str) -> None:
    kept = sound(text)
    assert len(kept) == len(text)
    assert "\0" not in kept
    kept.encode()
    if text.isascii() and "\0" not in text:
        assert kept is text


def test_what_has_words_is_told() -> None:
    assert has_words("a")
    assert has_words("—5—")
    assert has_words("会")
    assert not has_words("—_!?")
    assert not has_words("")


@given(st.text())
def test_tokens_are_of_letters_and_digits_alone(value: str) -> None:
    token = index_tokens.tag(value)
    assert token[0] == "\ue000"
    assert token[1:].isascii()
    assert token[1:].isalnum()


@given(st.text(max_size=8), st.text(max_size=8))
def test_tokens_are_equal_only_where_the_values_are(one: str, two: str) -> None:
    same = index_tokens.folded(one) == index_tokens.folded(two)
    alike = index_tokens.folded(one).encode("utf-8", "replace") == index_tokens.folded(two).encode(
        "utf-8", "replace"
    )
    assert (index_tokens.publisher(one) == index_tokens.publisher(two)) == (same or alike)


def test_tokens_of_different_kinds_differ() -> None:
    kinds = (index_tokens.tag, index_tokens.publisher, index_tokens.usage, index_tokens.has)
    assert len({kind("used") for kind in kinds}) == len(kinds)


def test_paths_above_a_tag() -> None:
    assert list(index_tokens.above("a/b/c")) == ["a/b/c", "a/b", "a"]


def test_figures_of_every_script_are_those_of_the_latin_one() -> None:
    for code in range(0x660, 0x10000):
        value = unicodedata.decimal(chr(code), None)
        if value is not None:
            assert index_words(chr(code)) == str(value)
