from pathlib import Path

import pytest

from briefing.errors import ExportError, InputError
from briefing.model.export_options import CommentsKept, ExportOptions, Waiver
from briefing.model.memo import Memo
from briefing.model.memo_release import file_hash, text_hash
from briefing.model.template import NoteStyle
from briefing.services.desk import Desk
from briefing.store.library_file import Library

SOUND = "## Point\n\nBoth sides agreed.\n"
UNKNOWN = "## Point\n\nBoth sides agreed [@nobody2020].\n"
FIELDS = {"to": "The Secretary", "from": "WHA desk", "date": "2025-09-05", "subject": "Talks"}
FINAL = ExportOptions(is_final=True, recipients=" The  Secretary ")


@pytest.fixture
def desk(library: Library) -> Desk:
    return Desk(library)


def make_memo(desk: Desk, body: str) -> Memo:
    memo, _ = desk.drafting.new_memo("one-page-brief", FIELDS)
    desk.drafting.save(memo.uid, memo.fields, body)
    return desk.drafting.memo(memo.uid)


def waiving(desk: Desk, memo: Memo, reason: str = "cleared by legal") -> ExportOptions:
    """Return options that waive each check that is open."""
    checks = desk.releasing.open_checks(memo.uid)
    waivers = tuple(Waiver(check.rule, reason) for check in checks)
    return ExportOptions(is_final=True, recipients=" The  Secretary ", waivers=waivers)


def test_final_is_refused_while_a_required_check_is_open(desk: Desk, tmp_path: Path) -> None:
    memo = make_memo(desk, UNKNOWN)
    assert "unknown-citation" in [check.rule for check in desk.releasing.open_checks(memo.uid)]
    with pytest.raises(ExportError, match=r"cannot be final .*unknown-citation \(1\)"):
        desk.releasing.export(memo.uid, tmp_path / "memo.md", FINAL)
    assert not list(tmp_path.glob("memo*"))
    assert not desk.releasing.releases(memo.uid)
    assert not desk.drafting.versions(memo.uid)


def test_waived_release_is_logged_with_its_reasons(desk: Desk, tmp_path: Path) -> None:
    memo = make_memo(desk, UNKNOWN)
    options = waiving(desk, memo)
    report = desk.releasing.export(memo.uid, tmp_path / "memo.md", options)
    (release,) = desk.releasing.releases(memo.uid)
    assert release == report.release
    assert release.file_hash == file_hash((tmp_path / "memo.md").read_bytes())
    assert release.version_hash == text_hash(memo.fields, memo.body)
    assert (release.version, release.file_name) == (1, "memo.md")
    assert release.recipients == "The Secretary"
    assert release.waivers == options.waivers
    (version,) = desk.drafting.versions(memo.uid)
    assert version.sent_to == "The Secretary"


def test_waiver_without_a_reason_is_none(desk: Desk, tmp_path: Path) -> None:
    memo = make_memo(desk, UNKNOWN)
    with pytest.raises(InputError, match="Say why"):
        desk.releasing.export(memo.uid, tmp_path / "memo.md", waiving(desk, memo, "  "))


def test_waiver_of_what_was_mended_is_not_logged(desk: Desk, tmp_path: Path) -> None:
    memo = make_memo(desk, UNKNOWN)
    options = waiving(desk, memo)
    desk.drafting.save(memo.uid, memo.fields, SOUND)
    report = desk.releasing.export(memo.uid, tmp_path / "memo.md", options)
    assert report.release is not None
    assert "unknown-citation" not in [one.rule for one in report.release.waivers]


def test_plain_export_is_neither_checked_nor_logged(desk: Desk, tmp_path: Path) -> None:
    memo = make_memo(desk, UNKNOWN)
    report = desk.releasing.export(memo.uid, tmp_path / "memo.md")
    assert report.release is None
    assert not desk.releasing.releases(memo.uid)


@pytest.mark.parametrize("name", ["memo.docx", "memo.pdf", "memo.html", "memo.md"])
def test_release_can_be_reproduced_and_told_by_its_file(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    memo = make_memo(desk, SOUND + "\nA.[^1]\n\n[^1]: Note.\n")
    options = waiving(desk, memo)
    options = ExportOptions(
        is_final=True, waivers=options.waivers, notes=NoteStyle.ENDNOTES, comments=CommentsKept.NONE
    )
    desk.releasing.export(memo.uid, tmp_path / name, options)
    desk.drafting.save(memo.uid, memo.fields, "Something else.\n")
    (release,) = desk.releasing.releases(memo.uid)
    assert release.options.notes is NoteStyle.ENDNOTES
    assert desk.releasing.is_reproduced(release)
    assert desk.releasing.released_as(memo.uid, tmp_path / name) == release
    (tmp_path / name).write_bytes(b"changed")
    assert desk.releasing.released_as(memo.uid, tmp_path / name) is None


def test_log_stays_through_undo_and_goes_with_its_memo(desk: Desk, tmp_path: Path) -> None:
    memo = make_memo(desk, SOUND)
    desk.releasing.export(memo.uid, tmp_path / "memo.md", waiving(desk, memo))
    desk.drafting.remove(memo.uid)
    assert not desk.releasing.releases(memo.uid)
    desk.library.undo()
    assert len(desk.releasing.releases(memo.uid)) == 1


def test_release_with_an_own_style_asks_for_it(desk: Desk, tmp_path: Path) -> None:
    style = tmp_path / "secret folder" / "house.docx"
    style.parent.mkdir()
    memo = make_memo(desk, SOUND)
    shipped = next((Path(__file__).parents[2] / "resources" / "docx").glob("memo.docx"))
    style.write_bytes(shipped.read_bytes())
    waivers = waiving(desk, memo).waivers
    options = ExportOptions(is_final=True, style=style, waivers=waivers)
    desk.releasing.export(memo.uid, tmp_path / "memo.docx", options)
    (release,) = desk.releasing.releases(memo.uid)
    assert release.options.style == Path("house.docx")
    with pytest.raises(InputError, match=r"house\.docx"):
        desk.releasing.is_reproduced(release)
    assert desk.releasing.is_reproduced(release, style)


def test_release_keeps_the_roles_of_its_style_and_finds_one_that_stands_ready(
    desk: Desk, tmp_path: Path
) -> None:
    memo = make_memo(desk, SOUND)
    style = desk.styling.every()[0].path
    waivers = waiving(desk, memo).waivers
    options = ExportOptions(
        is_final=True, style=style, styles=(("heading1", "Heading 2"),), waivers=waivers
    )
    desk.releasing.export(memo.uid, tmp_path / "memo.docx", options)
    (release,) = desk.releasing.releases(memo.uid)
    assert release.options.styles == (("heading1", "Heading 2"),)
    assert desk.releasing.is_reproduced(release)


@pytest.mark.parametrize(
    "options",
    [
        ExportOptions(is_final=True, redline=1),
        ExportOptions(is_final=True, comments=CommentsKept.ALL),
    ],
)
def test_final_memo_has_neither_comments_nor_tracked_changes(
    desk: Desk, tmp_path: Path, options: ExportOptions
) -> None:
    memo = make_memo(desk, SOUND)
    with pytest.raises(InputError, match="without comments"):
        desk.releasing.export(memo.uid, tmp_path / "memo.docx", options)
