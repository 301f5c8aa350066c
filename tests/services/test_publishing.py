"""A memo as writers read it: looked up, numbered, in its language."""

from dataclasses import replace

import pytest

from briefing.model.article import Article
from briefing.model.block import Div, Heading, List, Paragraph, Table, Text
from briefing.model.fact import Fact, FactStatus
from briefing.model.memo import Memo
from briefing.model.partial_date import PartialDate
from briefing.model.template import NoteStyle
from briefing.services.fact_standing import FactStanding
from briefing.services.picture_keeping import Pictures
from briefing.services.publishing import Publishing
from briefing.store import articles
from briefing.store.library_file import Library
from briefing.text.fact_marks import without_marks
from briefing.text.inline_text import inline_text
from tests.export.pictures import dot
from tests.services.cited_memos import NOTE, QUOTE, capture, make_memo


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
