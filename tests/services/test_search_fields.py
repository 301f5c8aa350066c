"""Every field of the search line finds the articles that have it."""

from collections.abc import Iterator

import pytest

from briefing.model.article import Colour, Usage
from briefing.model.partial_date import PartialDate
from briefing.services.searching import Searching
from briefing.store import articles, traces
from briefing.store.library_file import Library
from tests.store.records import (
    add_articles,
    add_fact,
    add_memo,
    make_article,
    make_evidence,
    make_fact,
    make_memo,
    make_original,
)

FOUND = {
    "title:summit": "a",
    'title:"trade summit"': "a",
    "author:clinton": "a",
    'publisher:="The Times"': "a",
    "publisher:times": "a b",
    "tag:region": "a b",
    "tag:region/mexico": "a",
    "usage:used": "a",
    "rank:<3": "a",
    "rank:>=3": "b",
    "rating:B2": "a",
    "rating:2": "a",
    "after:2025-09": "a b",
    "before:2025-09-03": "c",
    "on:2024": "c",
    "lang:es": "b",
    "lang:es-mx": "b",
    "-lang:es": "a c",
    "has:fact": "a",
    "has:pdf": "b",
    "has:original": "b",
    "has:note": "c",
    "has:colour": "a",
    "colour:red": "a",
    "color:red": "a",
    "in:memo": "a",
    "in:arms": "a",
    "in:Arms": "a",
    "in:other": "",
    "-in:memo": "b c",
    "cited:yes": "a",
    "cited:no": "b c",
    "dup:no": "a b c",
    "dup:yes": "",
    "dup:a": "",
    "NEAR(president boss, 3)": "a",
    "NEAR(president boss, 2)": "",
    'president NEAR/2 "cartel boss"': "a",
    "boss NEAR/3 president": "a",
    "in:memo OR has:pdf": "a b",
    "(in:memo OR has:pdf) lang:es": "b",
    "status:current": "",  # of facts
}


@pytest.fixture(scope="module")
def searching(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searching]:
    with Library.create(tmp_path_factory.mktemp("fields") / "a.briefing") as library:
        first, second, _ = add_articles(
            library,
            make_article(
                1,
                citekey="a",
                title="A trade summit",
                authors=("Hillary Clinton",),
                publisher="The Times",
                tags=("region/mexico",),
                usage=Usage.USED,
                rank=1,
                reliability="B",
                credibility=2,
                colour=Colour.RED,
                body="The president met the cartel boss.",
            ),
            make_article(
                2,
                citekey="b",
                publisher="Times of Malta",
                tags=("region",),
                rank=3,
                language="es-MX",
            ),
            make_article(3, citekey="c", published=PartialDate(2024), note="Seen."),
        )
        pdf = make_original(b"%PDF", "b.pdf")
        pdf = type(pdf)(pdf.name, "application/pdf", pdf.data, pdf.sha256)
        library.write("Original", lambda c: articles.update(c, second, pdf))
        add_fact(library, make_fact(make_evidence(first)))
        memo = add_memo(library, make_memo("arms"))
        cited = [traces.SentenceSource(0, 3, "a")]
        library.write("Trace", lambda c: traces.replace(c, memo.uid, cited), undoable=False)
        yield Searching(library)


@pytest.mark.parametrize("line", FOUND)
def test_line_finds(searching: Searching, line: str) -> None:
    page = searching.search(line)
    assert sorted(hit.article.citekey for hit in page.hits) == FOUND[line].split()
    assert page.problems == ()
