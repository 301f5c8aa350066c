from hypothesis import given
from hypothesis import strategies as st

from briefing.text.shingles import SKETCH, Sketch, shared_part, shingle, sketch

WORDS = st.lists(st.text("abcdefg", min_size=1, max_size=6), max_size=300).map(" ".join)


@given(st.text(max_size=2_000))
def test_any_text_has_a_sketch_that_is_kept_as_bytes(text: str) -> None:
    made = sketch(text)
    assert list(made.hashes) == sorted(set(made.hashes))
    assert len(made.hashes) == min(made.runs, SKETCH)
    assert Sketch.unpack(made.runs, made.packed()) == made
    assert set(made.hashes) <= shingle(text).kinds


@given(WORDS, WORDS)
def test_shared_part_is_a_share_and_knows_no_order(one: str, other: str) -> None:
    first, second = sketch(one), sketch(other)
    assert 0.0 <= shared_part(first, second) <= 1.0
    assert shared_part(first, second) == shared_part(second, first)
    if first.runs:
        assert shared_part(first, first) == 1.0


def test_case_punctuation_markup_and_addresses_make_no_difference() -> None:
    plain = "The ministers met in Mexico City on Wednesday to talk"
    dressed = (
        "the *ministers* [met](https://example.org/1)"
        " in <b>Mexico</b>&nbsp;City, on “Wednesday” to talk!"
    )
    assert shingle(dressed).words == shingle(plain).words
    assert sketch(dressed) == sketch(plain)


def test_script_without_spaces_is_cut_into_characters() -> None:
    assert shingle("墨西哥总统").words == tuple(sign.encode() for sign in "墨西哥总统")
    assert len(shingle("墨西哥总统宣布了新的计划").kinds) == 8
    assert shingle("EU与墨西哥").words == tuple(
        word.encode() for word in ("eu", "与", "墨", "西", "哥")
    )


def test_text_of_a_few_words_has_no_runs() -> None:
    assert sketch("Four words are few") == Sketch(0, ())
    assert shared_part(sketch(""), sketch("one two three four five six")) == 0.0
