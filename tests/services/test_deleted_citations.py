"""A change that parts a citation from its sentence is asked about, and can be mended."""

import pytest

from briefing.errors import InputError
from briefing.model.memo_review import MemoEdit, ReviewChange, ReviewKind
from briefing.model.review_record import FlagKind
from briefing.services.deleted_citations import DeletedCitations

BODY = "They agreed. [@one] They set up a group. [@two; @three]\n\nA third stays [@four]."
SENTENCE = " They set up a group."


def _deleting(words: str, text: str = "") -> ReviewChange:
    start = BODY.index(words)
    edit = MemoEdit(start, start + len(words), text)
    return ReviewChange(1, ReviewKind.DELETED, "A", "", "a.docx", "", words, text, (edit,))


def test_a_citation_that_is_left_without_its_sentence_is_flagged() -> None:
    (flag,) = DeletedCitations(BODY).flags(_deleting(SENTENCE))
    assert flag.kind is FlagKind.CITATION_LEFT
    assert flag.keys == ("two", "three")


def test_it_is_taken_out_with_its_sentence() -> None:
    (edit,) = DeletedCitations(BODY).without_left(_deleting(SENTENCE)).edits
    assert BODY[: edit.start] + BODY[edit.end :] == (
        "They agreed. [@one]\n\nA third stays [@four]."
    )


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (f"{SENTENCE} [@two; @three]", ""),  # the citation goes along
        (SENTENCE, " It was a group of ministers."),  # other words rest on it
        (" a group", ""),  # a part of it goes
    ],
)
def test_what_leaves_none_is_not_flagged(words: str, text: str) -> None:
    found = DeletedCitations(BODY)
    kinds = {flag.kind for flag in found.flags(_deleting(words, text))}
    assert FlagKind.CITATION_LEFT not in kinds
    with pytest.raises(InputError):
        found.without_left(_deleting(words, text))


def test_words_before_a_citation_inside_a_sentence_leave_it() -> None:
    (flag,) = DeletedCitations(BODY).flags(_deleting("A third stays "))
    assert flag.kind is FlagKind.CITATION_LEFT
    (edit,) = DeletedCitations(BODY).without_left(_deleting("A third stays ")).edits
    assert BODY[edit.start : edit.end] == "A third stays [@four]"
