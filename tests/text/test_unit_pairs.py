"""Units stand for those that they are most alike to, split paragraphs for both halves."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.token_changes import token_changes, tokens
from briefing.text.unit_pairs import UnitKey, unit_stretches


def told(old: list[UnitKey], new: list[UnitKey]) -> list[tuple[list[str], list[str]]]:
    return [
        ([old[at].words for at in was], [new[at].words for at in now])
        for was, now in unit_stretches(old, new)
    ]


def texts(*words: str) -> list[UnitKey]:
    return [UnitKey("", one) for one in words]


def test_paragraph_that_went_is_no_part_of_the_one_that_was_reworded() -> None:
    old = texts("The group meets monthly in Mexico.", "Nobody paid.", "End.")
    assert told(old, texts("The group meets weekly in Mexico.", "End.")) == [
        (["The group meets monthly in Mexico."], ["The group meets weekly in Mexico."]),
        (["Nobody paid."], []),
        (["End."], ["End."]),
    ]


def test_split_paragraph_stands_for_both_halves() -> None:
    whole, halves = "one two three four five six", ["one two three", "four five six"]
    assert told(texts(whole), texts(*halves)) == [([whole], halves)]
    assert told(texts(*halves), texts(whole)) == [(halves, [whole])]


def test_last_paragraphs_before_a_block_and_at_the_end_stand_for_one_another() -> None:
    row = UnitKey("row", "cost low")
    old = [*texts("nothing alike"), row, *texts("some more words")]
    new = [*texts("other things"), row, *texts("entirely different", "and further")]
    assert told(old, new) == [
        (["nothing alike"], ["other things"]),
        (["cost low"], ["cost low"]),
        (["some more words"], ["entirely different", "and further"]),
    ]


def test_row_stands_for_no_paragraph() -> None:
    row, text = UnitKey("row", "cost low"), UnitKey("", "cost low")
    assert told([row], [text]) == [(["cost low"], []), ([], ["cost low"])]


UNITS = st.lists(
    st.builds(
        UnitKey, st.sampled_from(["", "row"]), st.sampled_from(["a b c", "a b d", "x y", ""])
    ),
    max_size=7,
)


@given(UNITS, UNITS)
def test_every_unit_is_told_once_in_order(old: list[UnitKey], new: list[UnitKey]) -> None:
    found = list(unit_stretches(old, new))
    assert [at for was, _ in found for at in was] == list(range(len(old)))
    assert [at for _, now in found for at in now] == list(range(len(new)))


def test_words_that_agree_by_chance_are_no_match() -> None:
    old, new = tokens("They will not pay the tariff."), tokens("We shall be paid the duties.")
    changes = [one for one in token_changes(old, new) if not one.is_equal]
    assert len(changes) == 1


@given(st.text("ab .\n", max_size=30), st.text("ab .\n", max_size=30))
def test_stretches_alternate_and_cover_both(before: str, after: str) -> None:
    old, new = tokens(before), tokens(after)
    found = token_changes(old, new)
    assert "".join(old[at] for one in found for at in range(one.i, one.j)) == before
    assert "".join(new[at] for one in found for at in range(one.k, one.m)) == after
    assert all(a.is_equal != b.is_equal for a, b in pairwise(found))
    assert all(old[one.i : one.j] == new[one.k : one.m] for one in found if one.is_equal)
