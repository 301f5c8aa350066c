"""Changes find captions, words with attributes, columns and cells of tables drawn with rules."""

import pytest

from briefing.review.place_words import PART_OF_CITATION
from tests.export.publications import WHOLE_MEMO
from tests.review.returned import accepted, exported, placed_file, printed, sent


def test_memo_of_every_element_comes_back_unchanged() -> None:
    review = placed_file(WHOLE_MEMO, sent(WHOLE_MEMO).saved())
    assert (review.changes, review.threads) == ((), ())


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("costs", "is worth"),
        ("Before it", "After all of it"),
        ("haut niveau", "bas niveau"),
        ("first of the", "third of the"),
        ("Ausschuss", "Rat"),
        ("cold", "warm"),
        ("Third", "Fourth item"),
        ("What was agreed", "What was settled"),
    ],
)
def test_change_stays_within_its_element(words: str, new: str) -> None:
    file = sent(WHOLE_MEMO)
    file.replace(words, new)
    assert accepted(WHOLE_MEMO, file) == WHOLE_MEMO.replace(words, new, 1)


def test_cell_that_would_break_its_rules_is_left_to_the_analyst() -> None:
    file = sent(WHOLE_MEMO)
    file.replace("All of it", "Quite some of it")
    (change,) = placed_file(WHOLE_MEMO, file.saved()).changes
    assert change.edits == ()
    assert change.reason


REFERENCES = (
    "See [](#opt), [](#two) and\n[](#opt) then [@nyt]; or [](#no). []{#here}End[](#opt).\n\n"
    "## Opt {#opt}\n\n## Two {#two}\n"
)


@pytest.mark.parametrize("words", ["then", "See", "or", "End", " and", "."])
def test_words_put_beside_cross_references_leave_them(words: str) -> None:
    file = sent(REFERENCES)
    file.insert(0, file.text(0).index(words), "XX")
    new = accepted(REFERENCES, file)
    assert new.replace("XX", "") == REFERENCES
    assert printed(exported(new)) == printed(file.saved())


def test_cross_reference_that_a_reviewer_deletes_goes() -> None:
    file = sent(REFERENCES)
    file.delete(0, file.text(0).index("Opt"), file.text(0).index("Opt") + 3)
    assert accepted(REFERENCES, file) == REFERENCES.replace("[](#opt)", "", 1)


def test_half_of_a_cross_reference_is_told() -> None:
    file = sent(REFERENCES)
    file.delete(0, file.text(0).index("Opt"), file.text(0).index("Opt") + 1)
    (change,) = placed_file(REFERENCES, file.saved()).changes
    assert not change.edits
    assert change.reason == PART_OF_CITATION
