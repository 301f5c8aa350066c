from PySide6.QtCore import QMimeData

from briefing.ui.editor.plain_clipboard import as_paragraphs, pasted, record_data, record_in


def test_line_ends_become_one_sign() -> None:
    data = QMimeData()
    data.setText("a\r\nb\rc\u2029d\x00")
    assert pasted(data) == "a\nb\nc\nd"


def test_text_from_word_keeps_its_paragraphs() -> None:
    assert as_paragraphs("One.\n•\tfirst\n•\tsecond\nTwo.") == "One.\n\n- first\n- second\n\nTwo."


def test_text_with_blank_lines_stays_as_it_is() -> None:
    assert as_paragraphs("One\nline.\n\nTwo.") == "One\nline.\n\nTwo."


def test_record_comes_through_a_drag() -> None:
    assert record_in(record_data("fact", "abc", "words")) == ("fact", "abc")
    assert record_in(QMimeData()) is None
