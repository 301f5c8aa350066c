"""What is cited is offered, written and labelled."""

from dataclasses import replace

import pytest

from briefing.errors import InputError
from briefing.model.article import Article
from briefing.model.fact import Fact, FactDraft, FactStatus
from briefing.services.citing import CitedState, Citing
from briefing.services.evidence import EvidenceDesk
from briefing.store import articles
from briefing.store.library_file import Library

QUOTE = "the arrest of 59 high-value targets by Mexico"


@pytest.fixture
def citing(library: Library) -> Citing:
    return Citing(library)


@pytest.fixture
def fact(library: Library, article: Article) -> Fact:
    start = article.body.index(QUOTE)
    draft = FactDraft("Mexico arrested 59 high-value targets")
    return EvidenceDesk(library).capture(article.uid, start, start + len(QUOTE), draft)[0]


def test_at_sign_offers_articles_and_facts(citing: Citing, article: Article, fact: Fact) -> None:
    offers = {offer.insert: offer for offer in citing.completions("mexico")}
    assert offers[article.citekey].detail == "nytimes · 3 September 2025"
    assert offers[f"fact:{fact.key}"].detail == article.citekey


def test_fact_prefix_offers_facts_only(citing: Citing, fact: Fact) -> None:
    assert [offer.insert for offer in citing.completions("fact:mexico")] == [f"fact:{fact.key}"]


def test_fact_is_written_as_a_cited_sentence(citing: Citing, fact: Fact) -> None:
    written = citing.citation_for_fact(fact.uid)
    assert written == f"Mexico arrested 59 high-value targets. [@fact:{fact.key}]"


def test_quote_is_written_as_a_cited_block(citing: Citing, article: Article) -> None:
    start = article.body.index("Sheinbaum")
    written = citing.citation_for_quote(article.uid, start, start + len("Sheinbaum highlighted"))
    assert written == "> Sheinbaum highlighted [@nytimes2025mexico]"
    with pytest.raises(InputError):
        citing.citation_for_quote(article.uid, 3, 3)


def test_quote_from_a_paged_article_is_cited_with_its_page(
    citing: Citing, article: Article, library: Library
) -> None:
    words = "Sheinbaum highlighted"
    start = article.body.index(words)
    for pages, cited in (((0, "3"),), ", p. 3"), (((0, "3"), (start + 4, "4")), ", pp. 3–4"):
        paged = replace(article, pages=pages)
        library.write("Edit", lambda connection, one=paged: articles.update(connection, one))
        written = citing.citation_for_quote(article.uid, start, start + len(words))
        assert written == f"> {words} [@nytimes2025mexico{cited}]"


def test_label_opens_the_fact_at_its_words(citing: Citing, article: Article, fact: Fact) -> None:
    label = citing.labels([f"fact:{fact.key}"])[f"fact:{fact.key}"]
    assert (label.label, label.state) == (article.citekey, CitedState.OK)
    assert label.article_uid == article.uid
    assert article.body[label.start : label.end] == QUOTE


def test_unknown_keys_are_said_to_be_missing(citing: Citing) -> None:
    labels = citing.labels(["nobody2025", "fact:zzz"])
    assert {label.state for label in labels.values()} == {CitedState.MISSING}


def test_label_tells_that_a_fact_no_longer_stands(
    citing: Citing, library: Library, article: Article, fact: Fact
) -> None:
    key = f"fact:{fact.key}"
    draft = FactDraft(fact.statement, status=FactStatus.DISPUTED)
    EvidenceDesk(library).edit(fact.uid, draft)
    assert citing.labels([key])[key].state is CitedState.DISPUTED
    gone = replace(article, body=article.body.replace("59", "55"))
    library.write("Edit", lambda connection: articles.update(connection, gone))
    assert citing.labels([key])[key].state is CitedState.CHANGED
