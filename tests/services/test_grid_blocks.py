"""Grids reach print and pandoc with their counts."""

import zipfile
from pathlib import Path

import pytest

from briefing.model.article import Article
from briefing.model.block import Div, Paragraph, Table
from briefing.model.fact import FactDraft
from briefing.model.memo import Memo
from briefing.paths import user_templates_dir
from briefing.services.drafting import Drafting
from briefing.services.evidence import EvidenceDesk
from briefing.services.grid_blocks import LEGEND
from briefing.services.publishing import Publishing
from briefing.store.library_file import Library
from briefing.text.blocks import parse
from briefing.text.fact_marks import without_marks
from briefing.text.grid_text import find_grids
from briefing.text.inline_text import inline_text
from tests.services.conftest import BODY

QUOTE = "the arrest of 59 high-value targets by Mexico"


def grid(key: str) -> str:
    return (
        "::: {.hypotheses}\n"
        "| Evidence | H1: Pressure worked | H2: Own will |\n|:--|:-:|:-:|\n"
        f"| Mexico sent 59. [@fact:{key}] | C | I: it was asked to |\n"
        "| The law is old. | N | I |\n:::"
    )


@pytest.fixture
def memo(library: Library, article: Article) -> Memo:
    """Return a memo with a grid at its top, and one within a quotation."""
    start = BODY.index(QUOTE)
    draft = FactDraft("Mexico sent 59.")
    fact, _ = EvidenceDesk(library).capture(article.uid, start, start + len(QUOTE), draft)
    drafting = Drafting(library, user_templates_dir())
    made, _ = drafting.new_memo("decision-memo", {"subject": "Who"})
    quoted = "\n".join(f"> {line}" for line in grid(fact.key).split("\n"))
    drafting.save(made.uid, made.fields, f"## Options\n\n{grid(fact.key)}\n\n{quoted}\n")
    return drafting.memo(made.uid)


def test_counts_and_legend_stand_under_the_evidence(library: Library, memo: Memo) -> None:
    div = Publishing(library).publication(memo).blocks[1]
    assert isinstance(div, Div)
    table, legend = div.blocks
    assert isinstance(table, Table)
    assert [inline_text(cell) for cell in table.rows[-1]] == ["Inconsistent", "0", "2"]
    assert isinstance(legend, Paragraph)
    assert inline_text(legend.inlines) == LEGEND


def test_pandoc_gets_the_same_table(library: Library, memo: Memo) -> None:
    markdown = without_marks(Publishing(library).publication(memo).markdown)
    table = next(b for b in parse(markdown).blocks if isinstance(b, Div)).blocks[0]
    assert isinstance(table, Table)
    assert [inline_text(cell) for cell in table.rows[-1]] == ["Inconsistent", "0", "2"]
    assert "@nytimes2025mexico]" in markdown
    assert "fact:" not in markdown
    assert f"> | **Inconsistent** | 0 | 2 |\n>\n> {LEGEND}\n> :::" in markdown


def test_grid_written_out_and_taken_in_again_is_counted_once(library: Library, memo: Memo) -> None:
    publishing = Publishing(library)
    once = publishing.publication(memo).markdown
    again = Memo(memo.uid, memo.slug, memo.template, memo.fields, once)
    assert publishing.publication(again).markdown.count("| **Inconsistent** | 0 | 2 |") == 2
    assert len(find_grids(once)[0].grid.rows) == 2


def test_word_file_holds_the_table(library: Library, memo: Memo, tmp_path: Path) -> None:
    target = tmp_path / "memo.docx"
    Publishing(library).export(memo.uid, target)
    with zipfile.ZipFile(target) as package:
        text = package.read("word/document.xml").decode("utf-8")
    assert text.count("H2: Own will") == 2
