"""House styles stand ready by name, are looked at, and taken in from anywhere."""

from pathlib import Path

import docx
import pytest

from briefing.errors import ExportError, InputError
from briefing.paths import user_data_dir
from briefing.services.styling import Styling


@pytest.fixture
def styling() -> Styling:
    return Styling()


def word_file(path: Path, *styles: str) -> Path:
    document = docx.Document()
    for name in styles:
        document.styles.add_style(name, 1)  # a paragraph style
        document.add_paragraph("x", style=name)
    document.save(str(path))
    return path


def test_shipped_style_stands_ready_and_an_own_one_takes_its_place(styling: Styling) -> None:
    assert [(one.name, one.is_own) for one in styling.every()] == [("memo", False)]
    own = user_data_dir() / "docx"
    own.mkdir(parents=True)
    word_file(own / "memo.dotx")
    (own / "~$memo.dotx").write_bytes(b"")
    (own / "notes.txt").write_text("no style")
    assert [(one.name, one.is_own) for one in styling.every()] == [("memo", True)]
    assert styling.named("memo") == own / "memo.dotx"
    with pytest.raises(ExportError, match="no house style “nix”"):
        styling.named("nix")


def test_file_is_taken_in_once_and_never_over_another(styling: Styling, tmp_path: Path) -> None:
    file = word_file(tmp_path / "Ministry 2025.docx")
    taken = styling.take_in(file)
    assert (taken.name, taken.path.parent) == ("Ministry 2025", user_data_dir() / "docx")
    assert taken.path.read_bytes() == file.read_bytes()
    assert styling.take_in(file) == taken
    word_file(file, "Other")
    with pytest.raises(InputError, match="“Ministry 2025” already"):
        styling.take_in(file)


def test_what_gives_no_style_is_not_taken_in(styling: Styling, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK")
    with pytest.raises(ExportError, match="cannot give the house style"):
        styling.take_in(broken)
    with pytest.raises(InputError, match="no Word file"):
        styling.take_in(tmp_path / "style.odt")
    assert [one.name for one in styling.every()] == ["memo"]


def test_look_tells_what_plays_each_role_and_why(styling: Styling, tmp_path: Path) -> None:
    file = word_file(tmp_path / "h.docx", "Ministry Heading 1", "Fancy")
    look = styling.look(file, (("quote", "Fancy"), ("body", "Gone")))
    roles = {role.role: role for role in look.roles}
    heading = roles["heading1"]
    assert (heading.style, heading.is_there, heading.is_chosen) == (
        "Ministry Heading 1", True, False,
    )  # fmt: skip
    assert heading.reason == "part of its name, used in the file's own text"
    assert (roles["quote"].style, roles["quote"].is_chosen) == ("Fancy", True)
    assert not roles["code_block"].is_there
    assert all(role.label and role.reason for role in look.roles)
    assert "Fancy" in {style.name for style in look.styles}
    assert look.place.startswith("The file's own text goes")
    assert look.notes == ("The house style has no paragraph style “Gone” for: Text.",)
