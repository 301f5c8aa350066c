import os
import sys
from pathlib import Path

import pytest

from briefing.intake import article_file
from briefing.intake.article_file import ArticleFile, read_light_original
from briefing.intake.article_file import read_article_file as read_parts
from briefing.intake.register import HEAD
from briefing.intake.text_file import MAX_BYTES

DATA = Path(__file__).parents[1] / "data/intake"


def read_article_file(path: Path) -> ArticleFile:
    (found,) = read_parts(path)
    return found


def test_file_is_read_with_its_original_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "Note.TXT"
    path.write_bytes(b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\nB\r\n")
    found = read_article_file(path)
    assert found.draft is not None
    assert found.original is not None
    assert (found.path, found.reason) == (str(path), "")
    assert (found.draft.title, found.draft.body) == ("A", "B")
    assert found.original.data == path.read_bytes()
    assert (found.original.name, found.original.media_type) == ("Note.TXT", "text/plain")
    assert read_light_original(found.original) == found.draft


def test_remark_says_how_an_old_file_was_read() -> None:
    found = read_article_file(DATA / "encodings/sample-turkish.txt")
    assert found.draft is not None
    assert found.reason == "Read as cp1254 (Turkish); look it over."


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.md", b"", "The file is empty."),
        ("empty.docx", b"", "The file is empty."),
        ("empty.zip", b"", "The file is empty."),
        ("empty.pdf", b"", "The file is empty."),
        ("page.xyz", b"<p>x", "Files of the type .xyz cannot be imported"),
        ("photo.txt", b"\x89PNG\r\n", "It is a picture"),
        ("x.ZZZ", b"%PDF", "Files of the type .zzz"),
        ("noise", bytes(range(1, 9)) * 99, "It is not text"),
    ],
)
def test_file_that_is_no_article_has_one_reason(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = read_article_file(path)
    assert (found.draft, found.original) == (None, None)
    assert found.reason.startswith(reason)
    assert found.reason.endswith(".")


@pytest.mark.parametrize("size", [HEAD - 1, HEAD, HEAD + 1, 3 * HEAD])
def test_file_longer_than_its_head_is_read_whole(tmp_path: Path, size: int) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes((b"The river rose.\n" * (size // 16 + 1))[:size])
    found = read_article_file(path)
    assert found.original is not None
    assert found.original.data == path.read_bytes()


def test_too_large_a_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "larger than 16 MB" in read_article_file(path).reason


def test_what_is_not_there_or_no_file_has_a_reason(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    assert read_article_file(tmp_path / "nowhere.md").reason.startswith("It cannot be read: ")
    assert read_article_file(tmp_path / "gone.md").reason.startswith("It cannot be read: ")
    assert read_article_file(tmp_path).reason.startswith("It is no file")
    assert read_article_file(Path("nul\0.txt")).reason == "There is no file of this name."


def test_fault_of_a_parser_is_not_told_as_a_missing_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise ValueError("year 0 is out of range")

    monkeypatch.setattr(article_file, "read_whole", stumble)
    (tmp_path / "a.txt").write_text("words")
    assert read_article_file(tmp_path / "a.txt").reason.startswith("It cannot be read: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert read_article_file(tmp_path / "pipe.txt").reason.startswith("It is no file")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow text only")
def test_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_bytes(b"word " * 80)
    found = read_article_file(path)
    assert found.draft is not None
    assert found.draft.title == "caf\ufffd"
    found.path.encode()


@pytest.mark.parametrize("folder", ["front_matter", "encodings", "yaml_test_suite"])
def test_every_hostile_file_is_a_record_or_has_a_reason(folder: str) -> None:
    for path in sorted((DATA / folder).iterdir()):
        found = read_article_file(path)
        assert found.draft is not None or found.reason.endswith(".")
        assert (found.draft is None) == (path.suffix == ".yaml")
