from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.article import Article
from briefing.model.block import Div, Paragraph
from briefing.model.fact import Fact
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.services.fact_standing import FactStanding
from briefing.services.publishing import Publishing
from briefing.store import articles
from briefing.store.library_file import Library
from briefing.text.inline_text import inline_text
from tests.services.cited_memos import QUOTE, capture, make_memo
from tests.services.conftest import make_article


@pytest.fixture
def rated(library: Library) -> tuple[Article, ...]:
    """Three articles of two publishers, one of them not rated."""
    drafts = (
        make_article(reliability="A", credibility=2),
        make_article(
            uid=Uid("b"), citekey="again2025", title="Again", reliability="B", credibility=3,
            published=PartialDate.parse("2025-09-07"), body="Something else entirely here.",
        ),
        make_article(
            uid=Uid("c"), citekey="reuters2025", title="Reuters", publisher="reuters",
            published=None, body="Quite another text.",
        ),
    )  # fmt: skip
    return tuple(library.write("Add", lambda c, one=one: articles.add(c, one)) for one in drafts)


@pytest.fixture
def fact(library: Library, rated: tuple[Article, ...]) -> Fact:
    return capture(library, rated[0], QUOTE)


def test_statement_counts_sources_and_tells_both_ratings_apart(
    library: Library, fact: Fact
) -> None:
    body = (
        f"Mexico sent men [@fact:{fact.key}; @reuters2025]. More will follow [@again2025]."
        " Nobody knows more [@nobody2020]. We shall see.\n"
    )
    assert Publishing(library).source_summary(make_memo(library, body)) == (
        "This memo rests on 3 articles that make 2 independent sources, published from"
        " 3 September 2025 to 7 September 2025 (1 without a date)."
        " By sourced sentences it leans most on The New York Times (2 of 3) and Reuters (1 of 3)."
        " Their reliability ranges from A (completely reliable) to B (usually reliable);"
        " 1 article has not been rated."
        " The credibility of what they say ranges from 2 (probably true) to 3 (possibly true);"
        " 1 article has not been rated."
        " Of its 3 sourced sentences, 1 rests on two or more independent sources."
        " One source that it cites could not be assessed."
    )


def test_statement_is_in_the_language_of_the_memo(library: Library, fact: Fact) -> None:
    body = (
        f"México envió hombres [@fact:{fact.key}; @reuters2025]. Vendrán más [@again2025]."
        " Nadie sabe más [@nobody2020].\n"
    )
    memo = make_memo(library, body)
    spanish = replace(memo, fields=(*memo.fields, ("language", "es-MX")))
    assert Publishing(library).source_summary(spanish) == (
        "Este memorando se apoya en 3 artículos que equivalen a 2 fuentes independientes, con"
        " fechas de 3 de septiembre de 2025 a 7 de septiembre de 2025 (1 sin fecha)."
        " Por número de frases con fuente, se apoya sobre todo en The New York Times (2 de 3) y"
        " Reuters (1 de 3). Su fiabilidad va de A (totalmente fiable) a B (normalmente fiable);"
        " 1 artículo no ha sido calificado. La credibilidad de lo que dicen va de 2"
        " (probablemente cierto) a 3 (posiblemente cierto); 1 artículo no ha sido calificado."
        " De sus 3 frases con fuente, 1 se apoya en dos o más fuentes independientes."
        " Una fuente citada no pudo evaluarse."
    )
    underscored = replace(memo, fields=(*memo.fields, ("language", "es_MX")))
    assert " a B (normalmente fiable);" in Publishing(library).source_summary(underscored)
    french = replace(memo, fields=(*memo.fields, ("lang", "fr")))
    told = Publishing(library).source_summary(french)
    assert told.startswith("Cette note s’appuie sur 3 articles qui forment 2 sources indépendantes")
    assert " (dates\u00a0: 3 septembre 2025 – 7 septembre 2025), 1 sans date." in told
    assert told.endswith("Une source citée n’a pu être évaluée.")


def test_disputed_facts_are_told(library: Library, fact: Fact) -> None:
    FactStanding(library).dispute(fact.uid, "doubtful")
    words = Publishing(library).source_summary(make_memo(library, f"A [@fact:{fact.key}]."))
    assert words.endswith(
        "Its one sourced sentence rests on a single source. One cited fact is disputed."
    )


def test_memo_without_sources_says_so(library: Library) -> None:
    memo = make_memo(library, "Text.")
    assert Publishing(library).source_summary(memo) == "This memo cites no source."


def test_block_is_filled_wherever_the_memo_is_read(
    library: Library, fact: Fact, tmp_path: Path
) -> None:
    publishing = Publishing(library)
    memo = make_memo(library, f"A [@fact:{fact.key}].\n\n::: {{.source-summary}}\n:::\n")
    publication = publishing.publication(memo)
    div = publication.blocks[-1]
    assert isinstance(div, Div)
    assert isinstance(div.blocks[0], Paragraph)
    words = inline_text(div.blocks[0].inlines)
    assert words.startswith("This memo rests on 1 article")
    publishing.export(memo.uid, tmp_path / "memo.md")
    text = (tmp_path / "memo.md").read_text(encoding="utf-8")
    assert f"::: {{.source-summary}}\n{words}\n:::" in text
