"""What was changed without tracking is found, and both texts can be had again."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.word_review import ReviewedFile, RevisionKind
from briefing.review.comparing.word_compare import compared
from briefing.review.reading.resolved_text import resolved_text
from briefing.review.reading.word_reading import read_reviewed
from tests.review.word_files import gone, ins, paragraph, run, word_file

DATA = Path(__file__).parents[1] / "data/returned"
PAIRS = [
    ("WC015-Three-Paragraphs.docx", "WC015-Three-Paragraphs-After.docx"),
    ("WC024-Table-Before.docx", "WC024-Table-After2.docx"),
    ("WC035-Footnote-Before.docx", "WC035-Footnote-After.docx"),
    ("WC035-Footnote-After.docx", "WC035-Footnote-Before.docx"),
    ("WC046-Two-Text-Box.docx", "WC046-Two-Text-Box-Mod.docx"),
]


def read(*paragraphs: str, **parts: str) -> ReviewedFile:
    return read_reviewed(word_file("".join(paragraphs), **parts), "a.docx")


def plain(*texts: str) -> ReviewedFile:
    return read(*(paragraph(run(text)) for text in texts))


def told(file: ReviewedFile) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.before, one.after) for one in file.revisions]


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_pair_shows_its_change_and_both_texts(before: str, after: str) -> None:
    sent, returned = (read_reviewed((DATA / name).read_bytes(), name) for name in (before, after))
    file = compared(sent, returned)
    assert file.revisions
    assert not any(one.is_tracked for one in file.revisions)
    assert resolved_text(file, accept=True) == resolved_text(returned, accept=True)
    assert resolved_text(file, accept=False) == resolved_text(sent, accept=True)


def test_one_word_is_one_change_out_and_in() -> None:
    file = compared(plain("Mexico arrested 59 targets."), plain("Mexico arrested 61 targets."))
    assert told(file) == [("deletion", "59", ""), ("insertion", "", "61")]


def test_letters_and_blanks_written_another_way_are_no_change() -> None:
    sent = plain("Mérida took 1 000 tonnes to Zürich.")
    back = plain(unicodedata.normalize("NFD", "Mérida took 1\u00a0000 tonnes to\u00a0Zürich."))
    assert compared(sent, back).revisions == ()


def test_paragraph_that_was_split_and_one_that_was_joined() -> None:
    split = compared(plain("one two three four"), plain("one two", "three four"))
    assert ("paragraph-insertion", "", "\n") in told(split)
    joined = compared(plain("one two", "three four"), plain("one two three four"))
    assert ("paragraph-deletion", "\n", "") in told(joined)


def test_tracked_changes_stay_beside_what_was_not_tracked() -> None:
    returned = read(paragraph(run("The "), gone("old "), ins(run("new ")), run("words stay here")))
    file = compared(plain("The old words stay there"), returned)
    assert [(one.is_tracked, one.before, one.after) for one in file.revisions] == [
        (True, "old ", ""),
        (True, "", "new "),
        (False, "there", ""),
        (False, "", "here"),
    ]
    assert resolved_text(file, accept=True) == "The new words stay here"
    assert resolved_text(file, accept=False) == "The old words stay there"


def test_heading_that_became_text_and_words_that_became_bold_are_told() -> None:
    level = '<w:outlineLvl w:val="1"/>'
    sent = read(paragraph(run("Title"), properties=level), paragraph(run("plain words")))
    returned = read(paragraph(run("Title")), paragraph(run("plain "), run("words", "<w:b/>")))
    file = compared(sent, returned)
    assert [(one.kind, one.detail) for one in file.revisions] == [
        (RevisionKind.PARAGRAPH_FORMAT, "text, was heading 2"),
        (RevisionKind.RUN_FORMAT, ""),
    ]


def test_comments_and_bookmarks_stand_on_the_same_words() -> None:
    marks = (
        '<w:bookmarkStart w:id="1" w:name="here"/><w:commentRangeStart w:id="2"/>'
        + run("three")
        + '<w:commentRangeEnd w:id="2"/><w:bookmarkEnd w:id="1"/>'
    )
    comment = f'<w:comment w:id="2">{paragraph(run("Why?"))}</w:comment>'
    returned = read(paragraph(run("one "), marks), comments=comment)
    file = compared(plain("gone entirely before", "one two three"), returned)
    (note,) = file.comments
    text = file.paragraphs[note.paragraph].text
    assert text[note.start : note.end] == "three"
    (bookmark,) = file.paragraphs[note.paragraph].bookmarks
    assert text[bookmark.span.start : bookmark.span.end] == "three"


TEXTS = st.lists(
    st.lists(st.sampled_from(["one", "two", "three", "four", "five,", "."]), max_size=6).map(
        " ".join
    ),
    min_size=1,
    max_size=6,
)


def as_row(texts: list[str]) -> str:
    cells = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in texts[:2])
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_had_again(before: list[str], after: list[str]) -> None:
    sent, returned = plain(*before), plain(*after)
    file = compared(sent, returned)
    assert resolved_text(file, accept=True) == resolved_text(returned, accept=True)
    assert resolved_text(file, accept=False) == resolved_text(sent, accept=True)
    assert compared(returned, returned).revisions == ()


def noted(*notes: str) -> ReviewedFile:
    """Return a file of a sentence for each note, whose paragraphs are parted by line ends."""
    marks = [
        run(f"Sentence {words[:1]}.") + f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
        for number, words in enumerate(notes, 1)
    ]
    parts = [
        f'<w:footnote w:id="{number}">{"".join(paragraph(run(one)) for one in words.split("|"))}'
        "</w:footnote>"
        for number, words in enumerate(notes, 1)
    ]
    return read(*(paragraph(mark) for mark in marks), footnotes="".join(parts))


def test_note_taken_out_goes_with_its_own_mark() -> None:
    file = compared(noted("One wrote this.", "Two was there."), noted("Two was there."))
    assert resolved_text(file, accept=False).endswith("\nOne wrote this.\nTwo was there.")
    assert resolved_text(file, accept=True).endswith("\nTwo was there.")


notes = st.sampled_from(
    [
        "An endnote of ours.|It has two paragraphs.",
        "An endnote.",
        "Quite another thing.",
        "Quite another thing, said twice.",
        "It has two paragraphs.",
    ]
)


@given(st.lists(notes, max_size=4), st.lists(notes, max_size=4))
def test_any_two_rows_of_notes_can_be_had_again(before: list[str], after: list[str]) -> None:
    sent, returned = noted("First.", *before), noted("First.", *after)
    file = compared(sent, returned)
    assert resolved_text(file, accept=True) == resolved_text(returned, accept=True)
    assert resolved_text(file, accept=False) == resolved_text(sent, accept=True)
