"""Where an article is used: its facts, and the sentences that cite it or one of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.model.article import Article
from briefing.services.tracing import retrace
from briefing.services.used_in import UsedIn, used_in
from briefing.store.library_file import Library
from tests.store.records import (
    add_articles,
    add_fact,
    add_memo,
    make_article,
    make_evidence,
    make_fact,
    make_memo,
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.briefing") as library:
        yield library


@pytest.fixture
def article(library: Library) -> Article:
    return add_articles(library, make_article(1), make_article(2))[0]


def test_facts_and_citing_sentences_are_told(library: Library, article: Article) -> None:
    fact = add_fact(library, make_fact(make_evidence(article), key="7k2"))
    body = (
        "Nothing cited. Trade fell [@source1]. Ministers met [@fact:7k2; @source2]. End [@source2]."
    )
    for memo in (make_memo("first", body), make_memo("second", "Only this [@source2].")):
        kept = add_memo(library, memo)
        library.write("Trace", lambda c, kept=kept: retrace(c, kept), undoable=False)
    used = used_in(library, article.uid)
    assert [one.uid for one in used.facts] == [fact.uid]
    (memo,) = used.memos
    assert (memo.slug, memo.title) == ("first", "On first")
    assert [(one.text, one.keys) for one in memo.sentences] == [
        ("Trade fell [@source1].", ("source1",)),
        ("Ministers met [@fact:7k2; @source2].", ("fact:7k2",)),
    ]
    assert body[memo.sentences[0].start : memo.sentences[0].end].strip() == memo.sentences[0].text


def test_article_that_nothing_uses_is_used_nowhere(library: Library, article: Article) -> None:
    assert used_in(library, article.uid) == UsedIn((), ())
