import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export.csl.locator_terms import TERMS, read_locator


@pytest.mark.parametrize(
    ("text", "term", "numbers", "is_plural"),
    [
        ("p. 3", "page", "3", False),
        ("pp. 3-5", "page", "3–5", True),
        ("33--35", "page", "33–35", True),
        ("3, 7", "page", "3, 7", True),
        ("ch. 4", "chapter", "4", False),
        ("chap. iv", "chapter", "iv", False),
        ("§ 12(a)", "section", "12(a)", False),
        ("§§ 12-14", "section", "12–14", True),
        ("para. 7", "paragraph", "7", False),
        ("¶ 7", "paragraph", "7", False),
        ("art. 5(2)(b)", "article-locator", "5(2)(b)", False),
        ("págs. 3-5", "page", "3–5", True),
        ("cap. 2", "chapter", "2", False),
        ("párr. 9", "paragraph", "9", False),
        ("artículo 3", "article-locator", "3", False),
        ("chapitre 2", "chapter", "2", False),
        ("n 4", "note", "4", False),
        ("p. 3 f", "page", "3 f", True),
    ],
)
def test_places_are_taken_apart(text: str, term: str, numbers: str, *, is_plural: bool) -> None:
    place = read_locator(text)
    assert place is not None
    assert (place.term, place.numbers, place.is_plural) == (term, numbers, is_plural)


def test_words_that_name_no_place_stay_whole() -> None:
    place = read_locator("the preamble")
    assert place is not None
    assert (place.term, place.words) == ("", "the preamble")
    assert read_locator("  ") is None


@given(st.text(max_size=40))
def test_any_words_are_kept(text: str) -> None:
    place = read_locator(text)
    assert (place is None) == (not text.split())
    assert place is None or place.term in {"", *TERMS}
