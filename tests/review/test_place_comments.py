"""Comments of a returned file stand at the words of the memo that they are about."""

from dataclasses import replace

from briefing.model.block import Span
from briefing.model.word_review import ReviewedFile, WordComment
from briefing.review.reading.word_reading import read_reviewed
from tests.review.returned import placed_reading, sent


def commented(body: str, anchor: str, *parents: int) -> ReviewedFile:
    file = read_reviewed(sent(body).saved(), "back.docx")
    paragraph = next(one for one in file.paragraphs if anchor in one.text)
    start = paragraph.text.index(anchor)
    comments = tuple(
        WordComment(
            number, "Ada", "A", "2026-05-04", f"Why {number}?", anchor, paragraph.number, start,
            paragraph.number, start + len(anchor), parent, is_resolved=False,
        )
        for number, parent in enumerate(parents, 1)
    )  # fmt: skip
    return replace(file, comments=comments)


def test_comment_stands_at_its_words_with_its_answers() -> None:
    body = "## Head\n\nIt **grew** &amp; fell [@nyt]."
    (thread,) = placed_reading(body, commented(body, "grew & fell", 0, 1, 2)).threads
    assert thread.span is not None
    assert body[thread.span.start : thread.span.end] == "grew** &amp; fell"
    assert [reply.text for reply in thread.replies] == ["Why 2?", "Why 3?"]
    assert (thread.number, thread.section, thread.text) == (1, "Head", "Why 1?")


def test_comment_on_the_head_has_no_place() -> None:
    (thread,) = placed_reading("Text.", commented("Text.", "Assistant", 0)).threads
    assert thread.span is None


def test_comment_on_a_fact_that_was_put_in_later_stands_near() -> None:
    file = sent("One two.")
    file.insert(0, 4, "more ")
    read = read_reviewed(file.saved(), "back.docx")
    place = next(one.number for one in read.paragraphs if "One" in one.text)
    comment = WordComment(1, "Ada", "A", "", "Why?", "more", place, 4, place, 8)
    (thread,) = placed_reading("One two.", replace(read, comments=(comment,))).threads
    assert thread.span is not None
    assert thread.span.start <= thread.span.end <= len("One two.")


def test_span_covers_the_words_of_several_paragraphs() -> None:
    body = "One.\n\nTwo."
    read = read_reviewed(sent(body).saved(), "back.docx")
    first, last = (next(p.number for p in read.paragraphs if p.text == w) for w in ("One.", "Two."))
    comment = WordComment(1, "Ada", "A", "", "Why?", "One.", first, 0, last, 4)
    (thread,) = placed_reading(body, replace(read, comments=(comment,))).threads
    assert thread.span == Span(0, len(body))
