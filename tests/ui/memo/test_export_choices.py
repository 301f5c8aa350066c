from pathlib import Path

from briefing.model.export_options import CommentsKept, ExportOptions, Waiver
from briefing.model.ids import Uid
from briefing.model.template import NoteStyle
from briefing.settings import Settings
from briefing.ui.memo.export_choices import ExportMemory

ONE, TWO = Uid("one"), Uid("two")


def test_memo_is_remembered_by_itself_and_others_follow_its_ways(
    settings: Settings, tmp_path: Path
) -> None:
    memory = ExportMemory(settings)
    options = ExportOptions(notes=NoteStyle.ENDNOTES, annex=True, comments=CommentsKept.FINDINGS)
    memory.keep(ONE, tmp_path / "for the minister.pdf", options)
    settings.save()
    again = ExportMemory(Settings(settings.path))
    own = again.recall(ONE, "talks", Path("elsewhere"))
    assert (own.target, own.options, own.is_own) == (
        tmp_path / "for the minister.pdf", options, True,
    )  # fmt: skip
    other = again.recall(TWO, "tariffs", Path("elsewhere"))
    assert (other.target, other.options.annex, other.is_own) == (
        tmp_path / "tariffs.pdf", True, False,
    )  # fmt: skip


def test_nothing_remembered_is_word_as_the_template_has_it(
    settings: Settings, tmp_path: Path
) -> None:
    last = ExportMemory(settings).recall(ONE, "talks", tmp_path)
    assert (last.target, last.options) == (tmp_path / "talks.docx", ExportOptions())


def test_a_release_is_not_repeated_by_itself(settings: Settings, tmp_path: Path) -> None:
    memory = ExportMemory(settings)
    release = ExportOptions(
        is_final=True, recipients="The Minister", waivers=(Waiver("a", "b"),), redline=3
    )
    memory.keep(ONE, tmp_path / "memo.docx", release)
    assert memory.recall(ONE, "talks", tmp_path).options == ExportOptions()
    settings.save()
    assert "The Minister" not in settings.path.read_text()


def test_what_is_gone_or_broken_is_as_the_template_has_it(
    settings: Settings, tmp_path: Path
) -> None:
    memory = ExportMemory(settings)
    style = tmp_path / "house.docx"
    style.write_bytes(b"")
    folder = tmp_path / "out"
    folder.mkdir()
    memory.keep(ONE, folder / "memo.docx", ExportOptions(style=style))
    assert memory.recall(ONE, "talks", tmp_path).options.style == style
    style.unlink()
    folder.rmdir()
    last = memory.recall(ONE, "talks", tmp_path)
    assert (last.target, last.options.style) == (tmp_path / "talks.docx", None)
    settings.set_state("export", {"one": {"notes": "sideways", "path": 3, "annex": "yes"}})
    assert memory.recall(ONE, "talks", tmp_path).options == ExportOptions()


def test_only_so_many_memos_are_remembered(settings: Settings, tmp_path: Path) -> None:
    memory = ExportMemory(settings)
    for number in range(100):
        memory.keep(Uid(str(number)), tmp_path / f"{number}.docx", ExportOptions())
    assert len(settings.state("export")) < 70
    assert memory.recall(Uid("99"), "a", tmp_path).is_own
    assert not memory.recall(Uid("3"), "a", tmp_path).is_own
