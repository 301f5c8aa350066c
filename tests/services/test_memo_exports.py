"""Memos are written as files of every kind, and kept as the versions that were written."""

import subprocess
import zipfile
from pathlib import Path

import docx
import pytest

from briefing.errors import ExportError
from briefing.model.article import Article
from briefing.model.export_options import ExportOptions
from briefing.model.fact import Fact
from briefing.model.partial_date import PartialDate
from briefing.model.template import NoteStyle
from briefing.paths import user_data_dir, user_templates_dir
from briefing.services.drafting import Drafting
from briefing.services.fact_standing import FactStanding
from briefing.services.publishing import Publishing
from briefing.store.library_file import Library
from briefing.text.fact_marks import without_marks
from tests.services.cited_memos import QUOTE, capture, make_memo


@pytest.fixture
def fact(library: Library, article: Article) -> Fact:
    return capture(library, article, QUOTE, as_of=PartialDate(2025, 9, 3))


def test_word_file_is_written_and_kept_as_a_version(
    library: Library, publishing: Publishing, fact: Fact, tmp_path: Path
) -> None:
    memo = make_memo(library, f"## Background\n\nMexico sent 59 [@fact:{fact.key}].")
    report = publishing.export(memo.uid, tmp_path / "memo.docx")
    assert report.path == tmp_path / "memo.docx"
    assert (report.version, report.warnings, report.beside) == (1, (), ())
    assert report.changes.memos == {memo.uid}
    with zipfile.ZipFile(report.path) as archive:
        notes = archive.read("word/endnotes.xml").decode()
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert "U.S. and Mexico Vow to Fight Crime" in notes
    assert "3 September 2025" in notes
    assert str(tmp_path).encode() not in everything
    (version,) = Drafting(library, user_templates_dir()).versions(memo.uid)
    assert (version.body, version.reason) == (memo.body, "exported to memo.docx")


def test_same_export_gives_same_bytes(
    library: Library, publishing: Publishing, tmp_path: Path
) -> None:
    memo = make_memo(library, "## A\n\nText.")
    for name in ("a.docx", "b.docx"):
        publishing.export(memo.uid, tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_notes_can_be_chosen(library: Library, publishing: Publishing, tmp_path: Path) -> None:
    memo = make_memo(library, "Text.[^1]\n\n[^1]: Note.")
    publishing.export(memo.uid, tmp_path / "memo.docx", ExportOptions(notes=NoteStyle.FOOTNOTES))
    with zipfile.ZipFile(tmp_path / "memo.docx") as archive:
        assert "word/footnotes.xml" in archive.namelist()


def test_house_style_of_the_user_goes_first(
    library: Library, publishing: Publishing, tmp_path: Path
) -> None:
    folder = user_data_dir() / "docx"
    folder.mkdir(parents=True)
    own = docx.Document()
    own.sections[0].header.paragraphs[0].text = "Our house"
    own.save(str(folder / "memo.docx"))
    memo = make_memo(library, "Text.")
    publishing.export(memo.uid, tmp_path / "memo.docx")
    header = docx.Document(str(tmp_path / "memo.docx")).sections[0].header
    assert header.paragraphs[-1].text == "Our house"


def test_markdown_has_its_references_beside(
    library: Library, publishing: Publishing, fact: Fact, tmp_path: Path
) -> None:
    memo = make_memo(library, f"Mexico sent 59 [@fact:{fact.key}].")
    report = publishing.export(memo.uid, tmp_path / "memo.md")
    assert report.beside == (tmp_path / "memo.references.json",)
    assert '"id": "nytimes2025mexico"' in report.beside[0].read_text(encoding="utf-8")
    assert "[@nytimes2025mexico]" in report.path.read_text(encoding="utf-8")


@pytest.mark.pandoc
def test_pandoc_reads_the_markdown_unchanged(
    library: Library, publishing: Publishing, article: Article, fact: Fact, tmp_path: Path
) -> None:
    body = (
        f"A [@fact:{fact.key}], b @{article.citekey} [p. 2].\n\n::: {{.facts}}\n:::\n\n"
        "::: {.timeline}\n:::\n\n## Sources\n\n::: {.sources}\n:::\n"
    )
    publishing.export(make_memo(library, body).uid, tmp_path / "memo.md")
    command = ["pandoc", "memo.md", "--citeproc", "--fail-if-warnings", "-t", "plain"]
    result = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert "The arrest of 59" in result.stdout
    references = " ".join(result.stdout.rpartition("Sources")[2].split())
    assert references.endswith("“U.S. And Mexico Vow to Fight Crime,” September 3, 2025.")


@pytest.mark.parametrize("extension", [".pdf", ".html", ".txt"])
def test_other_kinds_are_written(
    library: Library, publishing: Publishing, tmp_path: Path, extension: str
) -> None:
    memo = make_memo(library, "## A\n\nText.")
    report = publishing.export(memo.uid, tmp_path / f"memo{extension}")
    assert report.path.stat().st_size > 100


def test_pages_show_where_blocks_stand(library: Library, publishing: Publishing) -> None:
    memo = make_memo(library, "## A\n\nText.")
    pages = publishing.pages(memo)
    assert pages.count == 1
    assert [memo.body[place.span.start : place.span.end] for place in pages.places] == [
        "## A",
        "Text.",
    ]
    image = publishing.draw_page(pages.pdf, 1, 1.0)
    assert (image.width, image.height) == (612, 792)


def test_nothing_is_kept_where_nothing_is_written(
    library: Library, publishing: Publishing, tmp_path: Path
) -> None:
    memo = make_memo(library, "Text.")
    for target in (tmp_path / "none" / "memo.docx", tmp_path / "memo.xls"):
        with pytest.raises(ExportError):
            publishing.export(memo.uid, target)
    with pytest.raises(ExportError, match="cannot be read"):
        publishing.export(
            memo.uid, tmp_path / "memo.docx", ExportOptions(style=tmp_path / "none.docx")
        )
    assert not Drafting(library, user_templates_dir()).versions(memo.uid)
    assert not list(tmp_path.glob("memo*"))


@pytest.mark.parametrize("name", ["memo.md", "memo.docx"])
def test_exported_version_reads_as_it_did_though_its_facts_changed(
    library: Library,
    publishing: Publishing,
    article: Article,
    fact: Fact,
    name: str,
    tmp_path: Path,
) -> None:
    body = f"Mexico sent 59 [@fact:{fact.key}].\n\n::: {{.facts}}\n:::\n"
    memo = make_memo(library, body)
    first = publishing.export(memo.uid, tmp_path / name)
    newer = capture(library, article, QUOTE[:20], statement="A newer fact.")
    FactStanding(library).supersede(fact.uid, newer.uid, "counted again")
    (tmp_path / "again").mkdir()
    again = publishing.export(
        memo.uid, tmp_path / "again" / name, ExportOptions(version=first.version)
    )
    now = publishing.export(memo.uid, tmp_path / f"now-{name}")
    assert _read_words(tmp_path / "again" / name) == _read_words(tmp_path / name)
    assert "A newer fact." in _read_words(tmp_path / f"now-{name}")
    assert (again.version, now.version) == (first.version, first.version + 1)


def _read_words(path: Path) -> str:
    """Return a file's words; marks of blocks that are looked up may differ."""
    if path.suffix == ".docx":
        return "\n".join(part.text for part in docx.Document(str(path)).paragraphs)
    text = path.read_text(encoding="utf-8").replace("{.printed-facts", "{.facts")
    return without_marks(text)
