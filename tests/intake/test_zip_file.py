import io
import stat
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.article_formats import READERS, Reader
from briefing.intake.found_article import FoundArticle
from briefing.intake.parts import MAX_DEPTH, read_whole
from briefing.intake.zip_file import read_zip


def packed(members: Mapping[str | zipfile.ZipInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _zip_reader() -> Reader:
    return next(reader for reader in READERS if reader.name == "ZIP")


def read(data: bytes) -> dict[str, FoundArticle]:
    found = list(read_zip("dossier.zip", data))
    assert len({one.part for one in found}) == len(found)
    assert all(one.remark.endswith(".") for one in found if one.draft is None)
    return {one.part: one for one in found}


def test_members_are_articles_with_their_own_originals() -> None:
    found = read(packed({"notes/a.md": b"# Tariffs\n\nWords.", "b.txt": b"Talks\n\nGo on."}))
    assert list(found) == ["notes/a.md", "b.txt"]
    first = found["notes/a.md"]
    assert first.draft is not None
    assert first.original is not None
    assert first.draft.title == "Tariffs"
    assert (first.original.name, first.original.data) == ("a.md", b"# Tariffs\n\nWords.")
    assert first.original.media_type == "text/markdown"


def test_zip_in_a_zip_is_read_and_named() -> None:
    inner = packed({"a.md": b"# Inner"})
    assert list(read(packed({"deep/in.zip": inner}))) == ["deep/in.zip › a.md"]


def test_zip_nested_too_deep_has_a_reason() -> None:
    data = packed({"a.md": b"# Deep"})
    for _ in range(MAX_DEPTH + 2):
        data = packed({"in.zip": data})
    (found,) = read(data).values()
    assert "nested more than" in found.remark


def test_bomb_is_not_unpacked() -> None:
    blanks = b" " * 400_000
    data = packed({f"{number}.txt": b"Words" + blanks for number in range(5)})
    found = list(read_whole(_zip_reader(), "a.zip", data, max_bytes=1_000_000))
    assert [one.draft is None for one in found] == [False, False, True, True, True]
    assert "unfolds" in found[2].remark
    large = read(packed({"large.txt": b" " * (16 * 1024 * 1024 + 1)}))
    assert "larger than 16 MB" in large["large.txt"].remark


@pytest.mark.parametrize(
    "name", ["../evil.md", "a/../../evil.md", "/etc/evil.md", "C:/evil.md", "..\\evil.md"]
)
def test_name_that_leads_out_has_a_reason(name: str) -> None:
    (found,) = read(packed({name: b"# Evil"})).values()
    assert found.remark == "Its name leads out of the ZIP file; it was not opened."


def test_link_is_not_followed() -> None:
    link = zipfile.ZipInfo("a.md")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert read(packed({link: b"/etc/passwd"}))["a.md"].remark == "It is a link, not a file."


def test_encrypted_member_has_a_reason() -> None:
    data = bytearray(packed({"a.md": b"# Secret", "b.md": b"# Open"}))
    for header, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + offset] |= 1
    found = read(bytes(data))
    assert "encrypted" in found["a.md"].remark
    assert found["b.md"].draft is not None


def test_damaged_member_costs_itself_only() -> None:
    data = bytearray(packed({"a.md": b"# Broken words that go on", "b.md": b"# Whole"}))
    data[40] ^= 0xFF
    found = read(bytes(data))
    assert found["a.md"].remark == "It is damaged and cannot be unpacked."
    assert found["b.md"].draft is not None


def test_name_that_is_utf_8_without_saying_so_is_read() -> None:
    member = zipfile.ZipInfo("México.md")
    data = packed({member: b"# Tariffs"})
    plain = data.replace(b"\x00\x08", b"\x00\x00")
    assert list(read(plain)) == ["México.md"]


def test_names_that_come_twice_are_two_parts() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = packed({zipfile.ZipInfo("a.md"): b"# One", zipfile.ZipInfo("a.md"): b"# Two"})
    assert list(read(data)) == ["a.md", "a.md (2)"]


def test_litter_and_the_folder_of_a_saved_page_are_passed_over() -> None:
    members: dict[str | zipfile.ZipInfo, bytes] = {
        "__MACOSX/._a.md": b"x",
        ".hidden/a.md": b"# Hidden",
        "saved/page.htm": b"",
        "saved/page_files/script.md": b"# Not an article",
        "saved/other_files/notes.md": b"# Notes",
    }
    assert set(read(packed(members))) == {"saved/page.htm", "saved/other_files/notes.md"}


def test_what_is_no_zip_file_is_said_so() -> None:
    for data in (b"", b"PK\x03\x04", b"no", packed({"a.md": b"# A"})[:-30]):
        with pytest.raises(IntakeError, match="damaged"):
            list(read_zip("a.zip", data))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_zip_files_break_nothing(data: st.DataObject) -> None:
    whole = bytearray(packed({"a.md": b"# Words\n\n" * 20, "b/c.txt": b"More words"}))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = list(read_zip("a.zip", bytes(whole)))
    except IntakeError:
        return
    assert all(one.draft or one.remark for one in found)
