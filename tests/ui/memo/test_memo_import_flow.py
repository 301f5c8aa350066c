"""A Markdown file taken in as a memo, from the list of memos."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.memo.conftest import Room


def test_export_comes_back_and_opens(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "talks.md"
    room.desk.publishing.export(room.memo.uid, file)
    text = file.read_text(encoding="utf-8").replace("[@bsd2025usmca]", "[@nobody2020]")
    file.write_text(text, encoding="utf-8")
    body = room.memo.body
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    wished: list[str] = []
    room.context.navigator.memo_requested.connect(lambda uid, _place: wished.append(uid))
    room.context.actions.trigger("memo.import")
    room.quick()
    assert len(room.desk.drafting.memos()) == 2
    imported = room.desk.drafting.memo(room.desk.drafting.memos()[0].uid)
    assert imported.body == body.replace("[@bsd2025usmca]", "[@nobody2020]")
    assert [said.text for said in room.said if "nobody2020" in said.text]
    assert wished == [imported.uid]
