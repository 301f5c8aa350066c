"""Comments go out on their words, in threads, and are read back as they were."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.export.docx.comments_part import commented
from briefing.export.docx.document_writer import write_docx
from briefing.export.docx.redline import redlined
from briefing.model.block import Span
from briefing.model.memo_review import ReviewReply
from briefing.model.outgoing_comment import OutgoingComment
from briefing.model.word_review import ReviewedFile
from briefing.review.reading.resolved_text import resolved_text
from briefing.review.reading.word_reading import read_reviewed
from tests.export.ooxml_rules import faults
from tests.export.publications import EVERY_ELEMENT, RESOURCES, STYLE, make_publication

BODY = "Mexico will not act alone.\n\nMexico will *act* with [others](https://a.example/).\n"
DATE = "2026-05-04T09:30:00Z"


def written(markdown: str = BODY) -> bytes:
    return write_docx(make_publication(markdown=markdown), STYLE, RESOURCES).data


def read(data: bytes) -> ReviewedFile:
    assert faults(data) == []
    return read_reviewed(data, "memo.docx")


def test_thread_comes_back_with_its_answers_and_state() -> None:
    answers = (ReviewReply("Bea", DATE, "Because."), ReviewReply("Ada", "", "Two\nlines."))
    thread = OutgoingComment(
        "Ada B. Clerk", DATE, "Why?", "will not", None, answers, is_resolved=True
    )
    file = read(commented(written(), [thread, OutgoingComment("Cy", "", "Open", "others")]))
    assert [
        (c.author, c.date, c.text, c.parent, c.anchor, c.is_resolved) for c in file.comments
    ] == [
        ("Ada B. Clerk", DATE, "Why?", 0, "will not", True),
        ("Bea", DATE, "Because.", 1, "will not", True),
        ("Ada", "", "Two\nlines.", 1, "will not", True),
        ("Cy", "", "Open", 0, "others", False),
    ]
    assert file.comments[0].initials == "ABC"


def test_of_equal_words_those_nearest_to_the_place_are_meant() -> None:
    second = BODY.index("Mexico", 5)
    for start in (0, second):
        comment = OutgoingComment("Ada", "", "Why?", "Mexico", Span(start, start + 6))
        (found,) = read(commented(written(), [comment])).comments
        text = read(written()).paragraphs[found.paragraph].text
        assert ("others" in text) == (start == second)


def test_words_that_are_gone_leave_the_comment_on_its_paragraph() -> None:
    comment = OutgoingComment("Ada", "", "Why?", "words that were", Span(30, 40))
    (found,) = read(commented(written(), [comment])).comments
    assert found.anchor == "Mexico will act with others."
    (nowhere,) = read(commented(written(), [OutgoingComment("Ada", "", "All?")])).comments
    assert nowhere.paragraph == 0


def test_comments_change_no_word_and_give_the_same_bytes() -> None:
    data = written(EVERY_ELEMENT)
    comments = [OutgoingComment("Ada", DATE, "Why?", "Washington"), OutgoingComment("B", "", "c")]
    once, again = (commented(data, comments) for _ in range(2))
    assert once == again
    assert resolved_text(read(once), accept=True) == resolved_text(read(data), accept=True)
    assert commented(data, []) == data


def test_comments_stand_in_a_redline_too() -> None:
    marked = redlined(written(BODY.replace("alone", "by itself")), written(), "Ada", DATE)
    file = read(commented(marked, [OutgoingComment("Bea", "", "Sure?", "act by itself")]))
    assert [one.anchor for one in file.comments] == ["act by itself"]
    assert [one.kind.value for one in file.revisions] == ["deletion", "insertion"]


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), min_size=1, max_size=5))
def test_any_words_of_a_paragraph_can_be_commented(places: list[tuple[int, int]]) -> None:
    data = written()
    text = next(one.text for one in read(data).paragraphs if "others" in one.text)
    anchors = [text[start : start + length].strip() for start, length in places]
    comments = [OutgoingComment("Ada", "", f"{n}", words) for n, words in enumerate(anchors)]
    found = {one.text: one.anchor for one in read(commented(data, comments)).comments}
    for number, words in enumerate(anchors):
        if words:
            assert found[str(number)] == words
