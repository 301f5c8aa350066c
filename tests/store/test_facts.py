"""Facts with their evidence, and what the index holds of them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from briefing.errors import NotFoundError
from briefing.model.anchor import Anchor, AnchorState
from briefing.model.fact import Confidence, Evidence, FactKind, FactStatus
from briefing.model.ids import Uid, new_uid
from briefing.model.partial_date import PartialDate
from briefing.store import articles, facts, integrity
from briefing.store.library_file import Library
from tests.store.records import (
    add_articles,
    add_fact,
    check_index,
    found,
    make_article,
    make_evidence,
    make_fact,
)


def _matches(library: Library, match: str) -> list[str]:
    rows = library.reader().execute(
        "SELECT facts.statement FROM facts JOIN fact_fts ON pk = fact_fts.rowid"
        " WHERE fact_fts MATCH ?",
        (match,),
    )
    return [statement for (statement,) in rows.fetchall()]


def test_every_field_comes_back(library: Library) -> None:
    (article,) = add_articles(library, make_article())
    newer = add_fact(library, make_fact(make_evidence(article)))
    anchor = Anchor("met in Mexico", "The ministers ", ".", 30)
    evidence = Evidence(new_uid(), article.uid, anchor, "p. 3", AnchorState.MOVED)
    fact = make_fact(
        evidence,
        make_evidence(article),
        statement="59 arrests – “high-value”",
        kind=FactKind.FIGURE,
        value=Decimal("59.50"),
        unit="arrests",
        as_of=PartialDate(2025, 9, approximate=True),
        status=FactStatus.SUPERSEDED,
        superseded_by=newer.uid,
        confidence=Confidence.MODERATE,
        tags=("a/b", "c"),
    )
    kept = add_fact(library, fact)
    assert facts.get(library.reader(), fact.uid) == kept
    assert replace(kept, created_at=None, updated_at=None) == fact
    assert str(kept.value) == "59.50"
    assert facts.get_by_key(library.reader(), fact.key.upper()) == kept
    assert facts.of_article(library.reader(), article.uid) == (newer, kept)
    assert facts.all_facts(library.reader()) == (newer, kept)
    assert facts.by_uids(library.reader(), [kept.uid, Uid("gone"), newer.uid]) == (kept, newer)


def test_evidence_that_stays_keeps_its_place(library: Library) -> None:
    (article,) = add_articles(library, make_article())
    one, two = make_evidence(article), make_evidence(article, "Mexico")
    fact = add_fact(library, make_fact(one, two))
    three = make_evidence(article, "Body")
    library.write("Edit", lambda c: facts.update(c, replace(fact, evidence=(two, three))))
    assert facts.get(library.reader(), fact.uid).evidence == (two, three)
    moved = replace(two, state=AnchorState.LOST)
    library.write("Edit", lambda c: facts.update(c, replace(fact, evidence=(three, moved))))
    assert facts.get(library.reader(), fact.uid).evidence == (moved, three)


def test_statement_quotes_and_tags_are_indexed(library: Library) -> None:
    (article,) = add_articles(library, make_article(body="La visita de Sheinbaum 安全保障"))
    fact = make_fact(
        make_evidence(article, "安全保障"), statement="López agreed", tags=("topic/arms",)
    )
    fact = add_fact(library, fact)
    for match in ('"lopez"', '"安 全"', 'tags : "arms"'):
        assert _matches(library, match) == ["López agreed"], match
    library.write("Edit", lambda c: facts.update(c, replace(fact, statement="Other", tags=())))
    assert _matches(library, '"lopez" OR "arms"') == []
    check_index(library)


def test_article_tells_whether_it_has_facts(library: Library) -> None:
    one, two = add_articles(library, make_article(1), make_article(2))
    has_fact = 'meta : "\ue000hfact"'
    fact = add_fact(library, make_fact(make_evidence(one)))
    assert found(library, has_fact) == ["source1"]
    library.write("Edit", lambda c: facts.update(c, replace(fact, evidence=(make_evidence(two),))))
    assert found(library, has_fact) == ["source2"]
    library.write("Remove", lambda c: facts.remove(c, fact.uid))
    assert found(library, has_fact) == []
    assert library.write("Check", integrity.findings, undoable=False) == ()


def test_fact_outlives_its_article_without_evidence(library: Library) -> None:
    one, two = add_articles(library, make_article(1), make_article(2))
    fact = add_fact(library, make_fact(make_evidence(one), make_evidence(two)))
    library.write("Remove", lambda c: articles.remove(c, [one.uid]))
    kept = facts.get(library.reader(), fact.uid)
    assert [piece.article_uid for piece in kept.evidence] == [two.uid]
    assert library.write("Check", integrity.findings, undoable=False) == ()


def test_removing_the_newer_fact_frees_the_older(library: Library) -> None:
    (article,) = add_articles(library, make_article())
    newer = add_fact(library, make_fact(make_evidence(article)))
    older = add_fact(library, make_fact(make_evidence(article), superseded_by=newer.uid))
    library.write("Remove", lambda c: facts.remove(c, newer.uid))
    assert facts.get(library.reader(), older.uid).superseded_by is None


def test_missing_fact_and_article_are_told(library: Library) -> None:
    with pytest.raises(NotFoundError, match="no fact “7k2”"):
        facts.get_by_key(library.reader(), "7k2")
    with pytest.raises(NotFoundError, match="no article"):
        add_fact(library, make_fact(make_evidence(make_article())))
    assert facts.count(library.reader()) == 0
    assert facts.find_by_key(library.reader(), "\ud800") is None
