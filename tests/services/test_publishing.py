import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from briefing.errors import ExportError
from briefing.model.article import Article
from briefing.model.block import Div, Heading, List, Paragraph, Table, Text
from briefing.model.export_options import ExportOptions
from briefing.model.fact import Fact, FactDraft, FactStatus
from briefing.model.memo import Memo
from briefing.model.partial_date import PartialDate
from briefing.model.template import NoteStyle
from briefing.paths import user_data_dir, user_templates_dir
from briefing.services.drafting import Drafting
from briefing.services.evidence import EvidenceDesk
from briefing.services.fact_standing import FactStanding
from briefing.services.picture_keeping import Pictures
from briefing.services.publishing import Publishing
from briefing.store import articles
from briefing.store.library_file import Library
from briefing.text.fact_marks import without_marks
from briefing.text.inline_text import inline_text
from tests.export.pictures import dot
from tests.services.conftest import BODY

QUOTE = "the arrest of 59 high-value targets by Mexico"
FIELDS = {"to": "Assistant Secretary", "from": "WHA desk", "date": "2025-09-05",
          "subject": "US–Mexico security", "marking": "TLP:GREEN"}  # fmt: skip
NOTE = "“U.S. and Mexico Vow to Fight Crime,” The New York Times, 3 September 2025"


def capture(library: Library, article: Article, quote: str, **draft: object) -> Fact:
    start = BODY.index(quote)
    wanted = FactDraft(**{"statement": quote.capitalize(), **draft})  # pyright: ignore[reportArgumentType]
    return EvidenceDesk(library).capture(article.uid, start, start + len(quote), wanted)[0]


def make_memo(library: Library, body: str, template: str = "decision-memo") -> Memo:
    drafting = Drafting(library, user_templates_dir())
    memo, _ = drafting.new_memo(template, FIELDS)
    drafting.save(memo.uid, memo.fields, body)
    return drafting.memo(memo.uid)


@pytest.fixture
def publishing(library: Library) -> Publishing:
    return Publishing(library)


@pytest.fixture
def fact(library: Library, article: Article) -> Fact:
    return capture(library, article, QUOTE, as_of=PartialDate(2025, 9, 3))


def test_head_is_that_of_the_template(library: Library, publishing: Publishing) -> None:
    publication = publishing.publication(make_memo(library, "Text."))
    assert publication.heading == "Decision memo"
    assert publication.fields == (
        ("To", "Assistant Secretary"),
        ("From", "WHA desk"),
        ("Date", "5 September 2025"),
        ("Subject", "US–Mexico security"),
    )
    assert publication.marking == "TLP:GREEN"
    assert publication.note_style is NoteStyle.ENDNOTES


def test_memo_outlives_its_template(library: Library, publishing: Publishing) -> None:
    memo = make_memo(library, "Text.")
    gone = Memo(memo.uid, memo.slug, "no-such-template", memo.fields, memo.body)
    publication = publishing.publication(gone)
    assert ("To", "Assistant Secretary") in publication.fields
    assert publication.marking == "TLP:GREEN"


def test_fact_is_cited_by_its_article(library: Library, publishing: Publishing, fact: Fact) -> None:
    body = f"Mexico sent 59 [@fact:{fact.key}]. And again [@nytimes2025mexico, p. 2]."
    publication = publishing.publication(make_memo(library, body))
    first, second = (inline_text(note.paragraphs[0]) for note in publication.notes)
    assert first == f"{NOTE}."
    assert second == "The New York Times, “U.S. and Mexico Vow,” p. 2."
    assert publication.facts == (fact,)
    cited = "[@nytimes2025mexico]. And again [@nytimes2025mexico, p. 2]."
    mark = f'[]{{cites="[@fact:{fact.key}]"}}'
    assert publication.markdown == f"Mexico sent 59 {mark}{cited}"
    assert without_marks(publication.markdown) == f"Mexico sent 59 {cited}"


def test_facts_are_looked_up(library: Library, publishing: Publishing, fact: Fact) -> None:
    body = '## Key facts\n\n::: {.facts query="status:current"}\nold\n:::\n\nEnd.\n'
    publication = publishing.publication(make_memo(library, body))
    div = publication.blocks[1]
    assert isinstance(div, Div)
    (items,) = div.blocks
    assert isinstance(items, List)
    (paragraph,) = items.items[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert inline_text(paragraph.inlines) == fact.statement
    assert len(publication.notes) == 1
    assert publication.markdown == (
        '## Key facts\n\n::: {.facts query="status:current"}\n'
        f"- {fact.statement} [@nytimes2025mexico]\n:::\n\nEnd.\n"
    )


def test_disputed_fact_is_said_to_be(
    library: Library, publishing: Publishing, article: Article
) -> None:
    capture(library, article, QUOTE, status=FactStatus.DISPUTED)
    publication = publishing.publication(make_memo(library, "::: {.facts}\n:::\n"))
    assert "(disputed)" in publication.markdown


def test_facts_that_no_one_has_are_told(library: Library, publishing: Publishing) -> None:
    body = '::: {.facts query="tag:topic/cartels" limit="many" sort="size"}\n:::\n'
    publication = publishing.publication(make_memo(library, body))
    div = publication.blocks[0]
    assert isinstance(div, Div)
    assert isinstance(div.blocks[0], Paragraph)
    assert inline_text(div.blocks[0].inlines) == "No facts match “tag:topic/cartels”."
    assert len(publication.warnings) == 3


@pytest.mark.usefixtures("fact")
@pytest.mark.parametrize("limit", ["9" * 5000, "-1", "²"])
def test_limit_that_is_no_number_is_told(
    publishing: Publishing, library: Library, limit: str
) -> None:
    memo = make_memo(library, f'::: {{.facts limit="{limit}"}}\n:::\n')
    warnings = publishing.publication(memo).warnings
    assert [warning for warning in warnings if "no number" in warning]


def test_timeline_is_a_table_by_date(
    library: Library, publishing: Publishing, article: Article, fact: Fact
) -> None:
    capture(library, article, "The United States and Mexico agreed", as_of=PartialDate(2025))
    capture(library, article, "Rubio praised Mexico's cooperation", as_of=None)
    publication = publishing.publication(make_memo(library, "- x\n\n  ::: {.timeline}\n  :::\n"))
    outer = publication.blocks[0]
    assert isinstance(outer, List)
    div = outer.items[0].blocks[1]
    assert isinstance(div, Div)
    table = div.blocks[0]
    assert isinstance(table, Table)
    dates = [inline_text(row[0]) for row in table.rows]
    assert dates == ["2025", "3 September 2025", "undated"]
    assert inline_text(table.rows[1][1]) == fact.statement
    assert "\n  | 2025 | The United States and Mexico agreed" in publication.markdown.replace(
        "united states and mexico", "United States and Mexico"
    )


def test_sources_stand_where_the_div_is(
    library: Library, publishing: Publishing, fact: Fact
) -> None:
    body = f"A [@fact:{fact.key}].\n\n::: {{.sources}}\n:::\n"
    publication = publishing.publication(make_memo(library, body))
    heading, div = publication.blocks[1:]
    assert isinstance(heading, Heading)
    assert inline_text(heading.inlines) == "Sources"
    assert isinstance(div, Div)
    assert isinstance(div.blocks[0], Paragraph)
    assert inline_text(div.blocks[0].inlines) == (
        "“U.S. and Mexico Vow to Fight Crime.” The New York Times, 3 September 2025."
    )
    assert publication.markdown.endswith("::: {#refs .sources}\n:::\n")


def test_unknown_source_is_told(library: Library, publishing: Publishing) -> None:
    publication = publishing.publication(make_memo(library, "A [@nope] and [@fact:zzz]."))
    texts = [inline_text(note.paragraphs[0]) for note in publication.notes]
    assert texts == ["[unknown source: nope].", "[unknown source: fact:zzz]."]
    assert len(publication.warnings) == 2


def test_guidance_is_not_published(library: Library, publishing: Publishing) -> None:
    body = "A.\n\n::: {.guidance}\nWrite it last.\n:::\n\nB.\n"
    publication = publishing.publication(make_memo(library, body))
    assert len(publication.blocks) == 2
    assert "Write it last" not in publication.markdown


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


def test_formats_are_named(publishing: Publishing) -> None:
    assert [kind.extension for kind in publishing.formats()] == [
        ".docx",
        ".md",
        ".pdf",
        ".html",
        ".txt",
    ]


def test_article_that_is_gone_leaves_no_source(
    library: Library, publishing: Publishing, article: Article, fact: Fact
) -> None:
    library.write("Remove", lambda connection: articles.remove(connection, [article.uid]))
    publication = publishing.publication(make_memo(library, f"A [@fact:{fact.key}]."))
    assert inline_text(publication.notes[0].paragraphs[0]).startswith("[unknown source")
    assert publication.warnings


def test_words_in_html_are_not_lost(library: Library, publishing: Publishing) -> None:
    body = "Before.\n\n<div>Important <b>words</b></div>\n\n<!-- a remark -->\n\nAfter."
    published = publishing.publication(make_memo(library, body))
    paragraphs = [block for block in published.blocks if isinstance(block, Paragraph)]
    assert [block.inlines for block in paragraphs] == [
        (Text("Before."),),
        (Text("Important words"),),
        (Text("After."),),
    ]
    assert published.warnings == ("HTML in the text became plain words.",)


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


def test_picture_that_the_library_lacks_is_told(library: Library, publishing: Publishing) -> None:
    told = publishing.publication(make_memo(library, "![A map](picture:map)\n")).warnings
    assert told == ("The library has no picture “map”; its description stands there.",)


def test_picture_of_a_hidden_part_stays_here(library: Library, publishing: Publishing) -> None:
    Pictures(library).add("dot.png", "image/png", (2, 2), dot().data)
    body = "So.\n\n::: {.if kind=secret}\n![A dot](picture:dot)\n:::\n"
    assert publishing.publication(make_memo(library, body)).pictures == ()


@pytest.mark.parametrize(
    ("language", "header", "when", "remark"),
    [
        ("es-MX", ["Fecha", "Acontecimiento"], "3 de septiembre de 2025", " (en disputa)"),
        ("fr", ["Date", "Événement"], "3 septembre 2025", " (contesté)"),
        ("en-GB", ["Date", "Event"], "3 September 2025", " (disputed)"),
    ],
)
def test_head_and_timeline_are_in_the_language_of_the_memo(
    library: Library, publishing: Publishing, fact: Fact, language: str, header: list[str],
    when: str, remark: str,
) -> None:  # fmt: skip
    FactStanding(library).dispute(fact.uid, "doubtful")
    memo = make_memo(library, "::: {.timeline}\n:::\n")
    fields = (*(field for field in memo.fields if field[0] != "date"), ("date", "2025-09-03"))
    told = replace(memo, fields=(*fields, ("language", language)))
    publication = publishing.publication(told)
    assert ("Date", when) in publication.fields
    table = next(one for div in publication.blocks if isinstance(div, Div) for one in div.blocks)
    assert isinstance(table, Table)
    assert [inline_text(cell) for cell in table.header] == header
    assert inline_text(table.rows[0][0]) == when
    assert inline_text(table.rows[0][1]).endswith(remark)
    assert f"| {header[0]} | {header[1]} |" in publication.markdown
