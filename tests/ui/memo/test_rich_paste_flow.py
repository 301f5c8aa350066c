"""Words pasted from Word or the web become Markdown in one step."""

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from tests.ui.memo.conftest import Room

HTML = "<h2>Aim</h2><p>To <b>end</b> it.</p><ul><li>one</li><li>two</li></ul>"


def paste(room: Room, html: str, plain: str = "plain") -> None:
    data = QMimeData()
    data.setHtml(html)
    data.setText(plain)
    room.editor.insertFromMimeData(data)
    room.settle()


def test_blocks_stand_between_blank_lines_and_go_in_one_step(room: Room) -> None:
    room.open_memo()
    room.editor.replace_text("Before. After.")
    room.editor.set_position(8)
    paste(room, HTML)
    assert room.editor.text() == ("Before. \n\n## Aim\n\nTo **end** it.\n\n- one\n- two\n\nAfter.")
    room.editor.undo()
    assert room.editor.text() == "Before. After."


def test_words_go_into_their_sentence(room: Room) -> None:
    room.open_memo()
    room.editor.replace_text("It was agreed.")
    room.editor.select_span(7, 13)
    paste(room, "<span>never <i>settled</i></span>")
    assert room.editor.text() == "It was never *settled*."


def test_pictures_left_behind_are_told(room: Room) -> None:
    room.open_memo()
    room.editor.replace_text("")
    paste(room, "<p>Words</p><img src='https://a.example/1.png'>")
    assert "A picture was left out" in room.said[-1].text


def test_table_cell_takes_one_line_of_plain_words(room: Room) -> None:
    room.open_memo()
    room.editor.replace_text("| a | b |\n|---|---|\n| x |  |")
    room.editor.set_position(len("| a | b |\n|---|---|\n| x"))
    paste(room, "<p>one</p><p>two</p>", "one\ntwo")
    assert room.editor.text().splitlines()[2] == "| xone two |     |"


def test_plain_paste_takes_the_words_alone(room: Room) -> None:
    room.open_memo()
    room.editor.replace_text("")
    data = QMimeData()
    data.setHtml("<h2>Aim</h2>")
    data.setText("Aim")
    QApplication.clipboard().setMimeData(data)
    room.context.actions.trigger("memo.paste_plain")
    assert room.editor.text() == "Aim"
