"""Comments have their words, places and threads, whichever program wrote them."""

from pathlib import Path

from briefing.model.word_review import ReviewedFile
from briefing.review.reading.word_reading import read_reviewed
from tests.review.word_files import gone, paragraph, run, word_file

DATA = Path(__file__).parents[1] / "data/returned"


def comment(number: int, text: str, paragraph_id: str = "", date: str = "") -> str:
    identity = f' w14:paraId="{paragraph_id}"' if paragraph_id else ""
    dated = f' w:date="{date}"' if date else ""
    body = f"<w:p{identity}><w:r><w:annotationRef/></w:r>{run(text)}</w:p>"
    return f'<w:comment w:id="{number}" w:author="Ada" w:initials="A"{dated}>{body}</w:comment>'


def on(words: str, *numbers: int) -> str:
    starts = "".join(f'<w:commentRangeStart w:id="{one}"/>' for one in numbers)
    ends = "".join(f'<w:commentRangeEnd w:id="{one}"/>' for one in numbers)
    marks = "".join(f'<w:r><w:commentReference w:id="{one}"/></w:r>' for one in numbers)
    return starts + words + ends + marks


def read(body: str, comments: str, **parts: str) -> ReviewedFile:
    return read_reviewed(word_file(body, comments=comments, **parts), "a.docx")


def test_thread_of_word_is_read() -> None:
    file = read_reviewed((DATA / "comment-thread.docx").read_bytes(), "thread.docx")
    first, answer = file.comments
    assert (first.text, first.anchor, first.parent) == ("A comment.", "dolor sit amet", 0)
    assert (answer.text, answer.anchor, answer.parent) == ("A reply comment.", first.anchor, 1)
    text = file.paragraphs[first.paragraph].text
    assert text[first.start : first.end] == "dolor sit amet"


def test_thread_that_word_settled_is_resolved() -> None:
    file = read_reviewed((DATA / "resolved-comment.docx").read_bytes(), "resolved.docx")
    assert [one.is_resolved for one in file.comments] == [True]


def test_answers_come_after_their_comment_by_date_and_are_resolved_with_it() -> None:
    comments = (
        comment(1, "late", "0000000C", "2026-05-06T00:00:00Z")
        + comment(2, "early", "0000000b", "2026-05-05T00:00:00Z")
        + comment(3, "first", "0000000A", "2026-05-04T00:00:00Z")
    )
    threads = (
        '<w15:commentEx w15:paraId="0000000A" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0000000C" w15:paraIdParent="0000000B" w15:done="0"/>'
    )
    file = read(paragraph(on(run("words"), 1, 2, 3)), comments, commentsExtended=threads)
    assert [(one.text, one.parent, one.is_resolved) for one in file.comments] == [
        ("first", 0, True),
        ("early", 1, True),
        ("late", 1, True),
    ]


def test_threads_that_answer_in_a_circle_end() -> None:
    threads = (
        '<w15:commentEx w15:paraId="0000000A" w15:paraIdParent="0000000B"/>'
        '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A"/>'
    )
    comments = comment(1, "a", "0000000A") + comment(2, "b", "0000000B")
    file = read(paragraph(on(run("words"), 1, 2)), comments, commentsExtended=threads)
    assert sorted(one.text for one in file.comments) == ["a", "b"]


def test_comments_of_google_docs_on_the_same_words_are_one_thread() -> None:
    comments = comment(0, "Why?") + comment(1, "Because.") + comment(2, "_Marked as resolved_")
    file = read(paragraph(on(run("words"), 0, 1, 2), on(run("else"), 3)), comments)
    assert [(one.text, one.parent, one.is_resolved) for one in file.comments] == [
        ("Why?", 0, True),
        ("Because.", 1, True),
        ("_Marked as resolved_", 1, True),
    ]


def test_comments_of_libreoffice_on_the_same_words_are_one_thread_by_their_dates() -> None:
    comments = (
        comment(0, "Because.", date="2026-05-05T00:00:00Z")
        + comment(1, "Why?", date="2026-05-04T00:00:00Z")
        + comment(2, "Done?", "0000000A")
    )
    threads = '<w15:commentEx w15:paraId="0000000A" w15:done="1"/>'
    body = paragraph(on(run("words"), 0, 1), on(run("else"), 2))
    file = read(body, comments, commentsExtended=threads)
    assert [(one.text, one.parent, one.is_resolved) for one in file.comments] == [
        ("Why?", 0, False),
        ("Because.", 1, False),
        ("Done?", 0, True),
    ]


def test_comments_of_a_word_without_threads_on_the_same_words_are_two() -> None:
    body, comments = paragraph(on(run("words"), 0, 1)), comment(0, "Why?") + comment(1, "Old.")
    data = word_file(body, application="Microsoft Office Word", comments=comments)
    assert [one.parent for one in read_reviewed(data, "a.docx").comments] == [0, 0]
    data = word_file(body, application="LibreOffice/6.0.7.3", comments=comments)
    assert [one.parent for one in read_reviewed(data, "a.docx").comments] == [0, 1]


def test_table_and_control_in_a_comment_are_read() -> None:
    cells = "".join(f"<w:tc><w:tcPr/>{paragraph(run(one))}</w:tc>" for one in ("3,200", "3,400"))
    body = (
        paragraph(run("Take these:"))
        + f"<w:tbl><w:tblPr/><w:tr>{cells}</w:tr></w:tbl>"
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('Bea'))}</w:sdtContent></w:sdt>"
    )
    comments = f'<w:comment w:id="1" w:author="Ada">{body}</w:comment>'
    (only,) = read(paragraph(on(run("words"), 1)), comments).comments
    assert only.text == "Take these:\n3,200\n3,400\nBea"


def test_date_that_only_newer_parts_hold_is_found() -> None:
    file = read(
        paragraph(on(run("words"), 1)),
        comment(1, "a", "0000000A"),
        commentsIds='<w16:commentId w16:paraId="0000000A" w16:durableId="77"/>',
        commentsExtensible='<w16:commentExtensible w16:durableId="77" w16:dateUtc="2026-05-04"/>',
    )
    assert [one.date for one in file.comments] == ["2026-05-04"]


def test_comment_on_deleted_words_keeps_them_as_its_anchor() -> None:
    file = read(
        paragraph(run("a "), on(gone("old") + run("new"), 1), on(gone("gone"), 2)),
        comment(1, "x") + comment(2, "y"),
    )
    assert [one.anchor for one in file.comments] == ["new", "gone"]
    assert [(one.start, one.end) for one in file.comments] == [(2, 8), (8, 12)]


def test_comment_over_two_paragraphs_and_one_that_stands_nowhere() -> None:
    start, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    file = read(
        paragraph(run("ab"), start, run("cd")) + paragraph(run("ef"), end, run("gh")),
        comment(1, "x") + comment(2, "y"),
    )
    first, second = file.comments
    assert (first.anchor, first.paragraph, first.end_paragraph) == ("cd\nef", 0, 1)
    assert (second.anchor, second.paragraph) == ("", -1)
