"""Changes that were our own are accepted before the rest is looked at."""

from pathlib import Path

import pytest

from briefing.model.word_review import ReviewedFile
from briefing.review.comparing.settled_changes import settled
from briefing.review.reading.resolved_text import resolved_text
from briefing.review.reading.word_reading import read_reviewed
from tests.review.word_files import gone, ins, paragraph, run, word_file

DATA = Path(__file__).parents[1] / "data/returned"
OURS, THEIRS = 'w:author="Ada" w:date="1"', 'w:author="Bea" w:date="2"'


def ours(file: ReviewedFile) -> list[int]:
    return [one.number for one in file.revisions if one.author == "Ada"]


def test_our_words_are_taken_and_theirs_stay_open() -> None:
    body = paragraph(
        run("The "),
        gone("old", OURS),
        ins(run("new"), by=OURS),
        run(" and "),
        ins(run("more "), by=THEIRS),
        run("text"),
    )
    file = read_reviewed(word_file(body), "a.docx")
    left = settled(file, ours(file))
    assert [(one.number, one.author, one.after) for one in left.revisions] == [(1, "Bea", "more ")]
    assert resolved_text(left, accept=False) == "The new and text"
    assert resolved_text(left, accept=True) == "The new and more text"


def test_paragraphs_that_we_joined_are_one_and_comments_stay_on_their_words() -> None:
    body = (
        paragraph(run("one"), mark=f"<w:del {OURS}/>")
        + paragraph(
            gone("x", OURS),
            '<w:commentRangeStart w:id="1"/>',
            run("two"),
            '<w:commentRangeEnd w:id="1"/>',
        )
        + paragraph(run("three"), mark=f"<w:ins {OURS}/>")
        + paragraph(run("four"))
    )
    comment = f'<w:comment w:id="1" w:author="Bea">{paragraph(run("?"))}</w:comment>'
    file = read_reviewed(word_file(body, comments=comment), "a.docx")
    left = settled(file, ours(file))
    assert [one.text for one in left.paragraphs] == ["onetwo", "three", "four"]
    assert left.revisions == ()
    (note,) = left.comments
    assert (note.paragraph, note.start, note.end) == (0, 3, 6)


@pytest.mark.parametrize(
    "name", sorted(one.name for one in DATA.glob("*-source.docx") if "RP015" not in one.name)
)
def test_all_changes_settled_read_as_all_accepted(name: str) -> None:
    file = read_reviewed((DATA / name).read_bytes(), name)
    left = settled(file, [one.number for one in file.revisions])
    assert left.revisions == ()
    assert resolved_text(left, accept=False) == resolved_text(file, accept=True)
