import json
import zipfile
from pathlib import Path

import docx
import pytest

from briefing.model.article import Article
from briefing.model.export_options import ExportOptions
from briefing.model.fact import Fact
from briefing.model.memo import Memo
from briefing.model.memo_release import text_hash
from briefing.paths import user_templates_dir
from briefing.services.drafting import Drafting
from briefing.services.publishing import Publishing
from briefing.store import articles
from briefing.store.library_file import Library
from tests.services.cited_memos import QUOTE, capture, make_memo
from tests.services.conftest import make_article

ANNEX = ExportOptions(annex=True)


@pytest.fixture
def fact(library: Library, article: Article) -> Fact:
    return capture(library, article, QUOTE)


@pytest.fixture
def memo(library: Library, fact: Fact) -> Memo:
    other = capture(library, library_article(library), "Rubio praised", statement="Praise | given")
    body = (
        f"## Point\n\nMexico *sent* 59 [@fact:{fact.key}; @nytimes2025mexico].\n\n"
        "Unknown [@nobody2020]. Nothing cited here.\n\n"
        f'::: {{.facts query="key:{other.key}"}}\n:::\n'
    )
    return make_memo(library, body)


def library_article(library: Library) -> Article:

    return articles.get_by_citekey(library.reader(), "nytimes2025mexico")


def annex_of(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / "memo.evidence.json").read_text("utf-8"))
    return found


def test_json_leads_from_sentence_to_quote_to_article(
    library: Library, memo: Memo, fact: Fact, tmp_path: Path
) -> None:
    report = Publishing(library).export(memo.uid, tmp_path / "memo.html", ANNEX)
    assert report.beside == (tmp_path / "memo.evidence.json",)
    annex = annex_of(tmp_path)
    assert annex["format"] == "briefing-evidence-annex-1"
    assert annex["text_sha256"] == text_hash(memo.fields, memo.body)
    first, second, third = annex["sentences"]  # pyright: ignore[reportGeneralTypeIssues]
    assert (first["number"], first["text"], first["section"]) == (1, "Mexico sent 59.", "Point")
    quoted, whole = first["sources"]
    assert (quoted["cites"], quoted["quote"]) == (f"fact:{fact.key}", QUOTE)
    assert quoted["state"] == "exact"
    assert quoted["article"]["citekey"] == "nytimes2025mexico"
    assert quoted["article"]["published"] == "2025-09-03"
    assert (whole["cites"], whole["quote"]) == ("nytimes2025mexico", None)
    assert second["sources"][0]["article"] is None
    assert (third["text"], third["section"]) == ("Praise | given", "Facts looked up")


def test_sentences_say_what_they_point_to(
    library: Library, article: Article, tmp_path: Path
) -> None:
    del article
    memo = make_memo(
        library,
        "@nytimes2025mexico [p. 3] says that many were sent. As [](#tbl-n) and [](#gone) show, it "
        "goes on [@nytimes2025mexico].\n\n: Numbers {#tbl-n}\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
    )
    Publishing(library).export(memo.uid, tmp_path / "memo.txt", ANNEX)
    first, second = annex_of(tmp_path)["sentences"]  # pyright: ignore[reportGeneralTypeIssues]
    assert first["text"] == "The New York Times says that many were sent."
    assert second["text"] == "As Table 1 and show, it goes on."
    assert [one["sources"][0]["place"] for one in (first, second)] == ["p. 3", None]
    told = " ".join((tmp_path / "memo.txt").read_text("utf-8").split())
    assert told.count("(no quote)") == told.count("(cited as") == 1


def test_word_file_ends_with_the_table(library: Library, memo: Memo, tmp_path: Path) -> None:
    Publishing(library).export(memo.uid, tmp_path / "memo.docx", ANNEX)
    table = docx.Document(str(tmp_path / "memo.docx")).tables[-1]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["No.", "Sentence", "Quote", "Source"]
    assert cells[1][:3] == ["1", "Mexico sent 59.", f"“{QUOTE}”"]
    assert "The New York Times" in cells[1][3]
    assert cells[2][:3] == ["1", "(same sentence)", "(cited as a whole)"]
    assert cells[3][3] == "nobody2020: not in the library"


@pytest.mark.parametrize("name", ["memo.pdf", "memo.md", "memo.docx"])
def test_annex_is_only_there_on_request_and_never_kept_as_the_memo(
    library: Library, memo: Memo, tmp_path: Path, name: str
) -> None:
    publishing = Publishing(library)
    publishing.export(memo.uid, tmp_path / name, ANNEX)
    longer = (tmp_path / name).read_bytes()
    assert publishing.export(memo.uid, tmp_path / name).version == 1
    shorter = (tmp_path / name).read_bytes()
    assert len(longer) > len(shorter)
    if name.endswith(".md"):
        assert "Praise \\| given" in longer.decode()
        assert longer.decode().startswith(shorter.decode().rstrip("\n"))


def test_annex_of_an_earlier_version_still_has_its_quotes(
    library: Library, memo: Memo, fact: Fact, tmp_path: Path
) -> None:
    publishing = Publishing(library)
    first = publishing.export(memo.uid, tmp_path / "memo.md")
    article = library_article(library)
    capture(library, article, "Sheinbaum highlighted", statement="A newer fact.")
    publishing.export(
        memo.uid, tmp_path / "memo.docx", ExportOptions(annex=True, version=first.version)
    )
    with zipfile.ZipFile(tmp_path / "memo.docx") as package:
        assert QUOTE in package.read("word/document.xml").decode()
    assert f"fact:{fact.key}" in json.dumps(annex_of(tmp_path))


def test_memo_without_sources_says_so(library: Library, tmp_path: Path) -> None:
    memo = make_memo(library, "Text.")
    Publishing(library).export(memo.uid, tmp_path / "memo.md", ANNEX)
    assert "The memo cites no source." in (tmp_path / "memo.md").read_text("utf-8")
    assert annex_of(tmp_path)["sentences"] == []


@pytest.mark.parametrize(
    ("language", "header", "whole"),
    [
        ("es-MX", ["N.º", "Frase", "Cita textual", "Fuente"], "(citada en su conjunto)"),
        ("fr-FR", ["Nº", "Phrase", "Citation", "Source"], "(citée dans son ensemble)"),
        ("ja", ["No.", "Sentence", "Quote", "Source"], "(cited as a whole)"),
    ],
)
def test_annex_is_in_the_language_of_the_memo(
    library: Library, memo: Memo, tmp_path: Path, language: str, header: list[str], whole: str
) -> None:
    drafting = Drafting(library, user_templates_dir())
    drafting.save(memo.uid, (*memo.fields, ("language", language)), memo.body)
    Publishing(library).export(memo.uid, tmp_path / "memo.docx", ANNEX)
    table = docx.Document(str(tmp_path / "memo.docx")).tables[-1]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == header
    assert cells[2][2] == whole
    assert annex_of(tmp_path)["format"] == "briefing-evidence-annex-1"


def test_long_addresses_get_the_width(library: Library, tmp_path: Path) -> None:
    long = "https://example.org/" + "a-long-way-to-the-report/" * 6 + "report.pdf"
    article = make_article(url=long)
    library.write("Add", lambda connection: articles.add(connection, article))
    memo = make_memo(library, "Mexico sent men [@nytimes2025mexico].\n")
    Publishing(library).export(memo.uid, tmp_path / "memo.docx", ANNEX)
    table = docx.Document(str(tmp_path / "memo.docx")).tables[-1]
    number, sentence, quote, source = (column.width or 0 for column in table.columns)
    assert source > sentence + quote > number


def test_a_range_of_pages_is_dashed_as_in_the_notes(
    library: Library, article: Article, tmp_path: Path
) -> None:
    del article
    memo = make_memo(library, "Many were sent [@nytimes2025mexico, pp. 3-5].\n")
    Publishing(library).export(memo.uid, tmp_path / "memo.txt", ANNEX)
    (sentence,) = annex_of(tmp_path)["sentences"]  # pyright: ignore[reportGeneralTypeIssues]
    assert sentence["sources"][0]["place"] == "pp. 3-5"
    annex = (tmp_path / "memo.txt").read_text("utf-8").partition("Evidence annex")[2]
    assert "pp. 3–5." in annex
