"""Changes find captions, words with attributes, columns and cells of tables drawn with rules."""

import pytest

from briefing.review.placing.place_words import PART_OF_CITATION
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


COLUMNS = (
    '::: {.columns count="2"}\n::: {.column}\nWords one.\n:::\n\n::: {.column}\nWords two.\n:::\n'
    ':::\n\n::: {lang="de"}\nDer Rat.\n\nMehr.\n:::\n\nBack\n'
)


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_joined_paragraphs_leave_the_fences_between_them(number: int) -> None:
    file = sent(COLUMNS)
    file.join(number)
    new = accepted(COLUMNS, file)
    lines = new.splitlines()
    assert sum(line.startswith("::: {") for line in lines) == lines.count(":::")
    assert printed(exported(new)) == printed(file.saved())


def test_joined_heading_keeps_its_name() -> None:
    file = sent("# Head {#h}\n\nWords.\n")
    file.join(0)
    assert accepted("# Head {#h}\n\nWords.\n", file) == "# HeadWords. {#h}\n"


TABLE = "| a | b |\n|---|---|\n| 1 | 2 |\n"
CAPTION = ": Costs a year {#t}\n"


@pytest.mark.parametrize("body", [f"{TABLE}\n{CAPTION}", f"{CAPTION}\n{TABLE}"])
@pytest.mark.parametrize("number", [0, 5])
def test_nothing_comes_between_a_table_and_its_caption(body: str, number: int) -> None:
    file = sent(f"First.\n\n{body}\nLast.\n")
    file.add_paragraph(number + 1, "new")
    assert body in accepted(f"First.\n\n{body}\nLast.\n", file)


def test_caption_is_split_in_its_line() -> None:
    file = sent(f"{TABLE}\n{CAPTION}")
    file.end_paragraph(0, file.text(0).index(" a year"))
    assert ": Costs  a year {#t}" in accepted(f"{TABLE}\n{CAPTION}", file)


def test_caption_without_words_goes_whole() -> None:
    file = sent(f"{TABLE}\n{CAPTION}\nLast.\n")
    file.replace("Costs a year", "")
    assert accepted(f"{TABLE}\n{CAPTION}\nLast.\n", file) == f"{TABLE}\nLast.\n"


def test_task_without_words_goes_with_its_box() -> None:
    file = sent("- [x] Send it\n- [ ] Call\n")
    file.replace("Send it", "")
    assert accepted("- [x] Send it\n- [ ] Call\n", file) == "- [ ] Call\n"


def test_words_put_where_rules_stand_are_paragraphs() -> None:
    body = "## Head\n\n---\n\n---\n"
    file = sent(body)
    file.add_paragraph(1, "One")
    file.insert(3, 0, "Two")
    file.join(2)
    assert accepted(body, file).startswith("## Head\n\nOne\n\nTwo\n\n---")


LISTED = (
    "1. First\n    1. one\n    2. two\n        - a dot\n2. Second\n\n   Another one\n\n3. Third\n\n"
    "Words above\n1. last\n2. of all\n"
)


@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("one", "1. one\n    2. two", "1. two"),
        ("two", "    2. two\n        - a dot", "    - a dot"),
        ("Second", "2. Second\n\n   Another one", "\nAnother one"),
        ("last", "1. last\n2. of all", "1. of all"),
    ],
)
def test_item_that_goes_leaves_a_list_behind(words: str, old: str, new: str) -> None:
    file = sent(LISTED)
    file.delete_paragraph(file.number_of(words))
    assert accepted(LISTED, file) == LISTED.replace(old, new)
    assert printed(exported(accepted(LISTED, file))) == printed(file.saved())


def test_emphasis_that_would_be_stars_where_two_paragraphs_are_joined_is_left_out() -> None:
    body = "## Head\n\n> *(yet) far*\n"
    file = sent(body)
    file.join(0)
    assert printed(exported(accepted(body, file))) == printed(file.saved())
