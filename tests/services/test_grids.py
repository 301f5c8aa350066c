"""Rows of a grid are made from facts, and lead back to the words they rest on."""

import pytest

from briefing.model.article import Article
from briefing.model.fact import Fact, FactDraft
from briefing.model.ids import Uid
from briefing.services.evidence import EvidenceDesk
from briefing.services.fact_standing import FactStanding
from briefing.services.grids import Grids
from briefing.store.library_file import Library
from tests.services.conftest import BODY

QUOTE = "the arrest of 59 high-value targets by Mexico"


@pytest.fixture
def fact(library: Library, article: Article) -> Fact:
    start = BODY.index(QUOTE)
    draft = FactDraft("Mexico arrested 59 | sixty targets")
    return EvidenceDesk(library).capture(article.uid, start, start + len(QUOTE), draft)[0]


def test_row_for_a_fact_cites_it(library: Library, fact: Fact) -> None:
    row = Grids(library).row_for(fact.uid)
    assert row.words == f"Mexico arrested 59 | sixty targets. [@fact:{fact.key}]"
    assert row.keys == (f"fact:{fact.key}",)


def test_evidence_is_the_quote_at_its_place(library: Library, fact: Fact) -> None:
    key = f"fact:{fact.key}"
    (piece,) = Grids(library).evidence([key])[key]
    assert (piece.quote, BODY[piece.start : piece.end], piece.standing) == (QUOTE, QUOTE, "")


def test_evidence_says_what_no_longer_stands(library: Library, fact: Fact) -> None:
    FactStanding(library).retract(fact.uid, "The paper took it back.")
    key = f"fact:{fact.key}"
    assert Grids(library).evidence([key])[key][0].standing == "This fact is retracted."


def test_article_is_evidence_and_an_unknown_key_is_none(library: Library, article: Article) -> None:
    known = Grids(library).evidence([article.citekey, "fact:zzz", "nobody2020"])
    assert known[article.citekey][0].article_uid == article.uid
    assert known["fact:zzz"] == known["nobody2020"] == ()


def test_facts_are_offered_by_words_and_without(library: Library, fact: Fact) -> None:
    grids = Grids(library)
    assert [offer.uid for offer in grids.offers("arrested targets")] == [fact.uid]
    assert [offer.uid for offer in grids.offers(" ")] == [Uid(fact.uid)]
    assert grids.offers("zebra") == ()
