"""The marked text as a document: each mark on its words, ends of paragraphs where they are."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from briefing.model.marked_text import MarkKind
from briefing.model.review_record import MergedPiece, PieceRole
from briefing.services.citing import CitationLabel
from briefing.text.marked_pieces import marked_pieces
from briefing.text.reading_blocks import reading_blocks
from briefing.ui.review.item_states import ItemState
from briefing.ui.review.review_document import ReviewDocument
from briefing.ui.theme import Theme
from tests.ui.review.made_review import made_review


def _document(theme: Theme, *pieces: MergedPiece) -> ReviewDocument:
    marked = marked_pieces(pieces, ())
    return ReviewDocument(theme, reading_blocks(marked.text), marked, lambda _mark: ItemState.OPEN)


def _inserted(text: str, number: int = 1) -> MergedPiece:
    return MergedPiece(text, PieceRole.INSERTED, (number,), is_in_body=False)


def _words(document: ReviewDocument, kind: MarkKind) -> list[str]:
    cursor = QTextCursor(document.document)
    found: list[str] = []
    for mark, start, end in document.marks:
        if mark.kind is kind:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            found.append(cursor.selectedText())
    return found


def test_every_mark_of_a_review_stands_on_its_words(theme: Theme) -> None:
    _, merged, _ = made_review()
    document = _document(theme, *merged.pieces)
    assert _words(document, MarkKind.DELETED) == [
        "step up",
        "Public opinion has hardened against any foreign operation.",
    ]
    inserted = ["widen", ", the most in any year", "is likely to", "political"]
    assert _words(document, MarkKind.INSERTED) == inserted
    assert _words(document, MarkKind.MINE) == ["would probably"]


def test_marks_behind_letters_of_two_units_stand_on_their_words(theme: Theme) -> None:
    document = _document(theme, MergedPiece("𝔸 map 🗺 of "), _inserted("new"), MergedPiece(" land"))
    assert _words(document, MarkKind.INSERTED) == ["new"]


def test_a_split_paragraph_has_a_sign_where_it_ends(theme: Theme) -> None:
    document = _document(theme, MergedPiece("One."), _inserted("\n\n"), MergedPiece("Two."))
    ((mark, position),) = document.signs
    assert mark.kind is MarkKind.INSERTED
    assert position == len("One.")


def test_a_blank_that_becomes_the_end_of_a_paragraph_has_one_sign(theme: Theme) -> None:
    blank = MergedPiece(" ", PieceRole.DELETED, (1,))
    document = _document(theme, MergedPiece("One."), blank, _inserted("\n\n"), MergedPiece("Two."))
    ((mark, position),) = document.signs
    assert mark.kind is MarkKind.INSERTED
    assert position == len("One.")


def test_bold_that_comes_is_set_and_marked(theme: Theme) -> None:
    document = _document(
        theme, MergedPiece("We "), _inserted("**"), MergedPiece("say"), _inserted("**")
    )
    assert document.document.toPlainText() == "We say"
    assert _words(document, MarkKind.CHANGED) == ["say"]
    assert not document.signs


def test_a_text_without_marks_is_only_set(theme: Theme) -> None:
    document = _document(theme, MergedPiece("## Head\n\nWords [@key2025]."))
    assert not document.marks
    assert document.document.toPlainText() == "Head\nWords [@key2025]."


_SIGNS = "# Head,- item,1. one,| a | b |,|---|---|,**bold,**,*,`code`,> quote,[@key2025],[^n]"
_PARTS = ["\n\n", "\n", "[^n]: note", "```", "𝔸", " words ", "&amp;", *_SIGNS.split(",")]
_MARKDOWN = st.lists(st.sampled_from(_PARTS), max_size=6).map("".join)
_PIECES = st.lists(
    st.builds(
        MergedPiece,
        _MARKDOWN,
        st.sampled_from(PieceRole),
        st.sampled_from([(1,), (2,), (1, 2)]),
        st.integers(0, 1),
        st.booleans(),
    ),
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(_PIECES)
def test_marks_of_any_markdown_stand_in_the_document(
    theme: Theme, pieces: list[MergedPiece]
) -> None:
    document = _document(theme, *pieces)
    length = document.document.characterCount()
    for _, start, end in document.marks:
        assert 0 <= start <= end < length
    taken = document.stale(lambda _mark: ItemState.ACCEPTED, {1, 2})
    document.refresh(lambda _mark: ItemState.ACCEPTED, taken)


_LABELS = {
    key: CitationLabel(key, label, "")
    for key, label in (("fact:7k2", "nyt2025"), ("ap2025", "ap2025"), ("gov2025", "Gov"))
}


def _labelled(theme: Theme, *pieces: MergedPiece) -> ReviewDocument:
    marked = marked_pieces(pieces, ())
    blocks = reading_blocks(marked.text)
    return ReviewDocument(theme, blocks, marked, lambda _mark: ItemState.OPEN, _LABELS)


def test_citations_are_said_as_chips_say_them(theme: Theme) -> None:
    document = _labelled(
        theme,
        MergedPiece("𝔸 [@fact:7k2; @gov2025, p. 3]. The "),
        _inserted("new"),
        MergedPiece(" x"),
    )
    assert "".join(document.document.toPlainText().split("\u2009")) == (
        "𝔸 nyt2025; Gov, p. 3. The new x"
    )
    assert _words(document, MarkKind.INSERTED) == ["new"]
    last = document.place(len("𝔸 [@fact:7k2; @gov2025, p. 3]. The new "))
    assert last == document.document.characterCount() - 2


def test_a_citation_that_is_deleted_is_marked_as_a_whole(theme: Theme) -> None:
    gone = MergedPiece(" [@ap2025]", PieceRole.DELETED, (1,))
    document = _labelled(theme, MergedPiece("Said"), gone, MergedPiece("."))
    assert _words(document, MarkKind.DELETED) == ["ap2025"]


def test_one_source_that_is_deleted_of_several_is_marked_alone(theme: Theme) -> None:
    gone = MergedPiece("; @gov2025", PieceRole.DELETED, (1,))
    document = _labelled(theme, MergedPiece("Said [@ap2025"), gone, MergedPiece("]."))
    assert document.document.toPlainText() == "Said [ap2025; Gov]."
    assert _words(document, MarkKind.DELETED) == ["; Gov"]


def test_an_address_is_no_citation(theme: Theme) -> None:
    document = _labelled(theme, MergedPiece("Ask [info@else.org] or @someone."))
    assert document.document.toPlainText() == "Ask [info@else.org] or @someone."


def test_blanks_at_the_ends_of_a_mark_are_not_marked(theme: Theme) -> None:
    document = _document(theme, MergedPiece("to"), _inserted(" widen "), MergedPiece("it"))
    assert _words(document, MarkKind.INSERTED) == ["widen"]
