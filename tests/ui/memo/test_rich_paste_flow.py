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


NOTED = (
    "<p>It grew.<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>[1]</a></p>"
    "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id='ftn1'>"
    "<p><a style='mso-footnote-id:ftn1' href='#_ftnref1' name='_ftn1'>[1]</a> A source.</p>"
    "</div></div>"
)


def test_pasted_footnotes_go_to_the_end_and_the_cursor_stays(room: Room) -> None:
    room.open_memo()
    room.editor.replace_text("## One\n\n\n\n## Two\n\nEnd.\n")
    room.editor.set_position(8)
    paste(room, NOTED)
    assert room.editor.text() == "## One\n\nIt grew.[^1]\n\n## Two\n\nEnd.\n\n[^1]: A source.\n"
    assert room.editor.text()[: room.editor.position()].endswith("grew.[^1]")
    paste(room, NOTED)
    assert room.editor.text().endswith("[^1]: A source.\n\n[^2]: A source.\n")
    room.editor.undo()
    room.editor.undo()
    assert room.editor.text() == "## One\n\n\n\n## Two\n\nEnd.\n"


def test_pasted_footnotes_at_the_end_stand_under_their_words(room: Room) -> None:
    room.open_memo()
    room.editor.replace_text("")
    paste(room, NOTED)
    assert room.editor.text() == "It grew.[^1]\n\n[^1]: A source."
    assert room.editor.text()[: room.editor.position()].endswith("grew.[^1]")


def test_pasted_footnotes_join_those_above_the_cursor(room: Room) -> None:
    room.open_memo()
    room.editor.replace_text("Was.[^1]\n\n[^1]: Old.\n\nNow: ")
    room.editor.set_position(len(room.editor.text()))
    paste(room, NOTED)
    assert room.editor.text() == ("Was.[^1]\n\n[^1]: Old.\n\n[^2]: A source.\n\nNow: It grew.[^2]")
    assert room.editor.position() == len(room.editor.text())


def test_a_pasted_table_has_even_columns_and_a_plain_header(room: Room) -> None:
    room.open_memo()
    room.editor.replace_text("")
    paste(
        room,
        "<table><tr><td><b>Year</b></td><td><b>Handed over</b></td></tr>"
        "<tr><td>2025</td><td><b>55</b></td></tr></table>",
    )
    assert room.editor.text().splitlines() == [
        "| Year | Handed over |",
        "| ---- | ----------- |",
        "| 2025 | **55**      |",
    ]


def test_plain_words_on_an_empty_line_come_and_go_in_one_step(room: Room) -> None:
    room.open_memo()
    text = "## One\n\nFirst.\n\n## Two\n\nEnd.\n"
    room.editor.replace_text(text)
    room.editor.set_position(text.index("\n## Two"))
    data = QMimeData()
    data.setText("A sentence. [@a]")
    room.editor.insertFromMimeData(data)
    assert "First.\n\nA sentence. [@a]\n\n## Two" in room.editor.text()
    room.editor.undo()
    assert room.editor.text() == text
