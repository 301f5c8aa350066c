"""What changed since a version is tracked: rejected it is the old file, accepted the new one."""

from io import BytesIO
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.export.docx.document_writer import write_docx
from briefing.export.docx.redline import redlined
from briefing.model.word_review import ReviewedFile, RevisionKind
from briefing.review.reading.resolved_text import resolved_text
from briefing.review.reading.word_reading import read_reviewed
from tests.export.ooxml_rules import faults
from tests.export.publications import EVERY_ELEMENT, RESOURCES, STYLE, make_publication

DATE = "2026-05-04T09:30:00Z"


def written(markdown: str, **parts: object) -> bytes:
    publication = make_publication(markdown=markdown, **parts)  # pyright: ignore[reportArgumentType]
    return write_docx(publication, STYLE, RESOURCES).data


def read(data: bytes) -> ReviewedFile:
    return read_reviewed(data, "memo.docx")


def both_ways(old: str, new: str) -> ReviewedFile:
    """Return the redline of two texts, which must give both of them again."""
    was, now = written(old), written(new)
    data = redlined(now, was, "Ada Analyst", DATE)
    file = read(data)
    assert faults(data) == []
    assert resolved_text(file, accept=True) == resolved_text(read(now), accept=True)
    assert resolved_text(file, accept=False) == resolved_text(read(was), accept=True)
    return file


def told(file: ReviewedFile) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.before, one.after) for one in file.revisions]


def test_word_that_was_replaced_is_out_and_in_by_the_author_at_the_date() -> None:
    file = both_ways("Mexico arrested 59 targets.", "Mexico arrested 61 targets.")
    assert told(file) == [("deletion", "59", ""), ("insertion", "", "61")]
    assert {(one.author, one.date) for one in file.revisions} == {("Ada Analyst", DATE)}


def test_memo_that_did_not_change_has_no_change_and_the_same_bytes() -> None:
    data = written(EVERY_ELEMENT)
    file = read(redlined(data, data, "Ada", DATE))
    assert file.revisions == ()
    assert file.paragraphs == read(data).paragraphs
    once, again = (redlined(written("a b"), written("a c"), "Ada", DATE) for _ in range(2))
    assert once == again


def test_paragraphs_come_and_go() -> None:
    file = both_ways("One.\n\nTwo.\n\nThree.", "One.\n\nOther words.\n\nThree.")
    assert told(file) == [
        ("deletion", "Two.", ""),
        ("paragraph-deletion", "\n", ""),
        ("insertion", "", "Other words."),
        ("paragraph-insertion", "", "\n"),
    ]


def test_paragraphs_are_split_and_joined() -> None:
    whole = "The group meets monthly. It reports to both capitals."
    halves = "The group meets monthly.\n\nIt reports to both capitals."
    split = [one.kind for one in both_ways(whole, halves).revisions]
    assert RevisionKind.PARAGRAPH_INSERTION in split
    assert RevisionKind.INSERTION not in split
    joined = [one.kind for one in both_ways(halves, whole).revisions]
    assert RevisionKind.PARAGRAPH_DELETION in joined


def test_notes_of_deleted_words_are_kept_for_who_rejects() -> None:
    file = both_ways("Claim [@nyt, p. 3]. Other [@doj].", "Claim [@nyt, p. 4]. Rest.")
    assert any(before.startswith("[note]") for _, before, _ in told(file))


def test_notes_that_only_the_older_one_has_are_carried() -> None:
    both_ways("Claim [@nyt].", "Claim.")
    both_ways("Claim.", "Claim [@nyt].")


def test_rows_cells_and_tables_come_and_go() -> None:
    head = "| Criterion | Option |\n|---|---|\n"
    rows = ["| Cost | low |\n", "| Risk of delay | high |\n", "| Time | long |\n"]
    both_ways(head + "".join(rows), head + rows[0] + rows[2])
    both_ways(head + rows[0] + "\nAfter.", "Before.\n\n" + head + "".join(rows) + "\nAfter all.")
    both_ways("Words.\n\n" + head + rows[0], "Words.")
    both_ways("Words.", "Words.\n\n" + head + rows[0])
    three = "| a | b | c |\n|---|---|---|\n| Cost | low | x |\n"
    both_ways(head + rows[0], three)


def test_lists_headings_and_links_are_marked() -> None:
    both_ways("1. First\n2. Second\n\n- a\n- b", "1. First\n2. Other\n3. Third\n\n- b\n- c")
    both_ways(
        "## One\n\nText [here](https://a.example/).", "### One\n\nText [there](https://b.example/)."
    )
    both_ways("Words.", EVERY_ELEMENT)
    both_ways(EVERY_ELEMENT, "Words.")


def test_blanks_are_words_too() -> None:
    both_ways("```\nfor fact in facts:\n    print(fact)\n```", "for fact in facts: print(fact)")


def test_change_of_look_alone_is_a_change_of_format() -> None:
    file = both_ways("Some plain words.", "Some **plain** words.")
    assert told(file) == [("run-format", "plain", "plain")]
    heading = both_ways("Words.", "## Words.")
    assert [one.kind for one in heading.revisions] == [
        RevisionKind.PARAGRAPH_FORMAT,
    ]


BLOCKS = st.sampled_from(
    [
        "Mexico will cooperate [@nyt, p. 3].",
        "Mexico will not cooperate [@doj].",
        "## Background",
        "- first\n- second item",
        "1. one\n2. two",
        "| a | b |\n|---|---|\n| c | d |",
        "| a | b |\n|---|---|\n| c | e |\n| f | g |",
        "**Bold** and *plain* words with a [link](https://a.example/).",
        "> A quotation of words.",
        "---",
    ]
)
MEMOS = st.lists(BLOCKS, min_size=1, max_size=6).map("\n\n".join)


@settings(max_examples=10, deadline=None)
@given(MEMOS, MEMOS)
def test_any_two_memos_can_be_had_again(old: str, new: str) -> None:
    both_ways(old, new)


def test_words_set_otherwise_together_are_one_run_with_one_change() -> None:
    was, now = written("It was a long day for us."), written("It was **a long day** for us.")
    with ZipFile(BytesIO(redlined(now, was, "Ada", DATE))) as package:
        body = package.read("word/document.xml").decode()
    assert body.count("<w:rPrChange ") == 1
    assert ">a long day</w:t>" in body
