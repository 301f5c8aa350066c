from pathlib import Path

import pytest

from briefing.model.memo_review import ReviewKind
from briefing.review.reading.word_reading import read_reviewed
from tests.export.publications import EVERY_ELEMENT
from tests.review.returned import accepted, applied, placed_file, printed, sent
from tests.review.tracked_edits import TrackedFile


def test_file_without_changes_changes_nothing() -> None:
    review = placed_file(EVERY_ELEMENT, sent(EVERY_ELEMENT).saved())
    assert review.changes == ()
    assert review.threads == ()


@pytest.mark.parametrize(
    ("body", "words", "new", "expected"),
    [
        ("The **new group** met.", "group", "body", "The **new body** met."),
        ("The **new group** met.", "group met", "x", "The **new x**."),
        ("The **new group** met.", " group", "", "The **new** met."),
        ("The **new group** met.", "new group ", "", "The met."),
        ("The _new_ group.", "new", "old", "The _old_ group."),
        ("A [link](http://a.example/) here.", "link", "word", "A [word](http://a.example/) here."),
        (
            "A [long link](http://a.example/) here.",
            "long ",
            "",
            "A [link](http://a.example/) here.",
        ),
        ("See <http://a.example/> here.", "http://a.example/ ", "", "See here."),
        ("R &amp; D is \\* dear.", "D", "E", "R &amp; E is \\* dear."),
        ("Say `code it` now.", "it", "`x`", "Say `` code `x` `` now."),
        ("One line\nand more.", "and more", "less", "One line\nless."),
        ("It grew [@nyt].", "grew", "fell", "It fell [@nyt]."),
        ("It grew. [@nyt] So it was.", "It grew", "They fell", "They fell. [@nyt] So it was."),
    ],
)
def test_words_are_changed_within_their_marks(
    body: str, words: str, new: str, expected: str
) -> None:
    file = sent(body)
    file.replace(words, new)
    assert accepted(body, file) == expected


def test_a_typed_name_behind_words_that_another_change_sets_bold_is_no_citation() -> None:
    file = sent("It went deep.")
    file.insert(0, len("It went deep"), "@nyt")
    assert accepted("It went deep.", file) == "It went deep\\@nyt."


TYPED = (
    "*starred* and _lined_", "[bracket](x)", "# no heading", "1. no item", "- no item", "> no",
    "&amp; <b>", "`tick", "@nyt said", "[@nyt]", "[^1]", "a | b", "~~no~~", "\\", "***", "+ x",
    "::: x", "    deep", "x^[no note]", "![no](picture.png)", "1) no", "=", "---", "$5 {.x}",
)  # fmt: skip


@pytest.mark.parametrize("place", [0, 4, 8])
@pytest.mark.parametrize("mark", ["", "- ", "## ", "> "])
def test_typed_signs_print_as_themselves(mark: str, place: int) -> None:
    body = "\n\n".join(f"{mark}One word" for _ in TYPED)
    file = sent(body)
    for number, typed in enumerate(TYPED):
        file.insert(number, place, typed)
    assert printed(sent(accepted(body, file)).saved()) == printed(file.saved())


def test_change_knows_its_reviewer_and_section() -> None:
    body = "## Background\n\nIt grew."
    file = sent(body)
    file.replace("grew", "fell")
    (change,) = placed_file(body, file.saved()).changes
    assert (change.number, change.kind) == (1, ReviewKind.REPLACED)
    assert (change.before, change.after) == ("grew", "fell")
    assert (change.author, change.date) == ("Ada", "2026-05-04T09:30:00Z")
    assert (change.file, change.section, change.is_tracked) == ("back.docx", "Background", True)


def test_two_reviewers_side_by_side_make_two_changes() -> None:
    body = "One two three."
    file = sent(body)
    file.delete(0, 4, 8)
    file.author = "Bert"
    file.insert(0, 4, "zwei ")
    changes = placed_file(body, file.saved()).changes
    assert [(one.author, one.kind) for one in changes] == [
        ("Bert", ReviewKind.INSERTED),
        ("Ada", ReviewKind.DELETED),
    ]
    assert applied(body, changes) == "One zwei three."
    assert applied(body, changes[1:]) == "One three."


def test_deleted_mark_of_a_note_deletes_its_citation() -> None:
    body = "It grew a lot [@nyt]. Then it fell."
    file = sent(body)
    start = file.text(0).index("lot.") + 4
    file.delete(0, start - 1, start + 1)
    assert accepted(body, file) == "It grew a lotThen it fell."


def test_plain_words_amid_emphasis_print_as_typed() -> None:
    body = "He *said: ¿qué? “so”* there."
    file = sent(body)
    file.insert(0, file.text(0).index("qué"), "Mexico. ")
    file.insert(0, file.text(0).index("“so"), "it ")
    assert printed(sent(accepted(body, file)).saved()) == printed(file.saved())


TABLE = "| A | B |\n|---|--:|\n| one | two [@nyt] |\n| three | four |\n\nEnd.\n"


def test_row_is_deleted() -> None:
    file = sent(TABLE)
    file.delete_row(file.number_of("three"))
    assert accepted(TABLE, file) == "| A | B |\n|---|--:|\n| one | two [@nyt] |\n\nEnd.\n"


def test_rows_are_put_in() -> None:
    file = sent(TABLE)
    file.copy_row(file.number_of("one"), "x|y", "*z*")
    file.copy_row(file.number_of("A"), "h", "i")
    expected = (
        "| A | B |\n|---|--:|\n| h | i |\n| one | two [@nyt] |\n| x\\|y | \\*z\\* |\n"
        "| three | four |\n\nEnd.\n"
    )
    assert accepted(TABLE, file) == expected


def test_cell_with_a_pipe_is_changed_beside_it_and_up_to_it() -> None:
    body = "| h | k |\n|---|---|\n| one \\| two words | b |\n"
    file = sent(body)
    file.replace("words", "signs")
    assert accepted(body, file) == body.replace("words", "signs")
    file = sent(body)
    file.replace("one | two", "three")
    assert accepted(body, file) == body.replace("one \\| two", "three")


def test_look_that_cannot_be_said_leaves_the_looks_of_other_words() -> None:
    body = "- [A link](http://a.example/) and `some code` for [one more](http://b.example/)\n"
    file = sent(body)
    number = file.number_of("some code")
    start = file.text(number).index(" for")
    file.embolden(number, start, start + 1)
    assert applied(body, placed_file(body, file.saved()).changes) == body


def test_cell_is_changed_in_its_row() -> None:
    file = sent(TABLE)
    file.replace("two", "2|3")
    assert "| one | 2\\|3 [@nyt] |" in accepted(TABLE, file)


def test_words_are_set_in_bold_and_stay_within_their_link() -> None:
    body = "One [two three](http://a.example/) four."
    file = sent(body)
    file.embolden(0, 4, 7)
    assert accepted(body, file) == "One [**two** three](http://a.example/) four."


def test_new_note_becomes_a_note_of_the_memo() -> None:
    body = "It grew [@nyt]."
    file = sent(body)
    file.add_note(0, 7, "Says *who*?")
    assert accepted(body, file) == "It grew^[Says \\*who\\*?] [@nyt]."


def test_changed_head_says_where_to_change_it() -> None:
    body = "Text."
    file = sent(body)
    file.change_silently("Assistant Secretary", "Deputy Secretary")
    changes = placed_file(body, file.saved()).changes
    assert changes
    assert all("fields" in one.reason and not one.edits for one in changes)


def test_file_without_bookmarks_is_placed_by_its_text() -> None:
    file = sent(EVERY_ELEMENT)
    file.replace("agreed", "spoke")
    file.replace("First", "Premier")
    file.drop_bookmarks()
    new = accepted(EVERY_ELEMENT, file)
    expected = EVERY_ELEMENT.replace("agreed", "spoke").replace("1. First", "1. Premier")
    assert new == expected


def test_untracked_changes_are_found() -> None:
    file = sent(EVERY_ELEMENT)
    file.change_silently("agreed", "spoke")
    review = placed_file(EVERY_ELEMENT, file.saved())
    assert [one.is_tracked for one in review.changes] == [False]
    assert applied(EVERY_ELEMENT, review.changes) == EVERY_ELEMENT.replace("agreed", "spoke")


def test_every_revision_is_told() -> None:
    file = sent(EVERY_ELEMENT)
    file.replace("agreed", "spoke")
    file.delete_row(file.number_of("moderate"))
    file.embolden(file.number_of("A group"), 0, 3)
    data = file.saved()
    review = placed_file(EVERY_ELEMENT, data)
    assert len(review.changes) == 3


def test_saved_file_is_a_package(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(TrackedFile(sent("Text.").saved()).saved())
    assert read_reviewed(path.read_bytes(), path.name).paragraphs


MEMO = (
    "## Head\n\nText.[^own] More [@nyt].\n\n- a\n- b\n\n| A | B |\n|---|---|\n| c | d |\n\n"
    "End.^[Inline note.]\n\n## Last\n\nx\n\n[^own]: The author's own words.\n"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("own words", "own *fine* words"),
        ("Inline note", "Inline text"),
        ("## Last", "### Last"),
        ("| c | d |", "| c | d |\n| e | f |"),
        ("| c | d |\n", ""),
        ("| A | B |\n|---|---|\n| c | d |", "| A |\n|---|\n| c |"),
        ("| A | B |\n|---|---|\n| c | d |\n\n", ""),
        ("Text.", "**Text**."),
        ("End.", "[End](https://example.org/)."),
        ("\n\n- a", "\n\n### Sub\n\n- a"),
    ],
)
def test_memo_is_changed_as_an_untracked_file_reads(old: str, new: str) -> None:
    review = placed_file(MEMO, sent(MEMO.replace(old, new)).saved())
    assert applied(MEMO, review.changes) == MEMO.replace(old, new)


def test_note_goes_with_its_mark_as_one_change() -> None:
    review = placed_file(MEMO, sent(MEMO.replace("[^own]", "", 1)).saved())
    assert [one.kind for one in review.changes] == [ReviewKind.DELETED]
