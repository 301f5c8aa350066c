"""Facts are captured from passages and open at them again."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.errors import InputError, NotFoundError
from briefing.model.anchor import AnchorState
from briefing.model.article import Article
from briefing.model.fact import FactDraft, FactKind, FactStatus
from briefing.model.partial_date import PartialDate
from briefing.services.evidence import EvidenceDesk
from briefing.store import articles
from briefing.store.library_file import Library

QUOTE = "the arrest of 59 high-value targets by Mexico"


@pytest.fixture
def desk(library: Library) -> EvidenceDesk:
    return EvidenceDesk(library)


def span_of(article: Article, words: str = QUOTE) -> tuple[int, int]:
    start = article.body.index(words)
    return start, start + len(words)


def test_draft_reads_figure_and_date_from_the_passage(desk: EvidenceDesk, article: Article) -> None:
    draft = desk.draft_from(article.uid, *span_of(article))
    assert draft.kind is FactKind.FIGURE
    assert draft.value == Decimal(59)
    assert draft.as_of == PartialDate.parse("2025-09-03")
    assert draft.tags == ("region/mexico",)


def test_captured_fact_opens_at_its_words_after_a_restart(
    desk: EvidenceDesk, article: Article, library: Library
) -> None:
    fact, changes = desk.capture(article.uid, *span_of(article), FactDraft("59 arrested"))
    assert changes.facts == {fact.uid}
    assert article.uid in changes.articles
    library.close()
    with Library.open(Path(library.path)) as reopened:
        again = EvidenceDesk(reopened)
        found = again.fact_by_key(fact.key)
        spot = again.locate(found.evidence[0])
        assert spot.state is AnchorState.EXACT
        assert article.body[spot.start : spot.end] == QUOTE


def test_fact_from_a_paged_article_knows_its_page(
    desk: EvidenceDesk, article: Article, library: Library
) -> None:
    start, end = span_of(article)
    paged = replace(article, pages=((0, "12"), (start + 5, "13")))
    library.write("Edit", lambda connection: articles.update(connection, paged))
    whole, _ = desk.capture(article.uid, start, end, FactDraft("59 arrested"))
    later, _ = desk.capture(article.uid, start + 6, end, FactDraft("59 arrested"))
    assert desk.fact(whole.uid).evidence[0].page == "12–13"
    assert desk.fact(later.uid).evidence[0].page == "13"


def test_passages_follow_a_text_that_moved(
    desk: EvidenceDesk, article: Article, library: Library
) -> None:
    fact, _ = desk.capture(article.uid, *span_of(article), FactDraft("59 arrested"))
    longer = replace(article, body="A new first line.\n\n" + article.body)
    library.write("Edit", lambda connection: articles.update(connection, longer))
    (passage,) = desk.passages(article.uid)
    assert passage.fact_uid == fact.uid
    assert passage.state is AnchorState.MOVED
    assert longer.body[passage.start : passage.end] == QUOTE


def test_lost_quote_has_no_passage(desk: EvidenceDesk, article: Article, library: Library) -> None:
    fact, _ = desk.capture(article.uid, *span_of(article), FactDraft("59 arrested"))
    other = replace(article, body=article.body.replace("59", "55"))
    library.write("Edit", lambda connection: articles.update(connection, other))
    assert desk.passages(article.uid) == ()
    assert desk.locate(desk.fact(fact.uid).evidence[0]).state is AnchorState.LOST


def test_facts_are_found_and_ordered(desk: EvidenceDesk, article: Article) -> None:
    span = span_of(article)
    for statement, day in (("older", "2024"), ("newer", "2025-09"), ("undated", "")):
        as_of = PartialDate.parse(day) if day else None
        desk.capture(article.uid, *span, FactDraft(statement, as_of=as_of))
    assert [fact.statement for fact in desk.facts()] == ["newer", "older", "undated"]
    assert [f.statement for f in desk.facts(sort="date-asc")] == ["older", "newer", "undated"]
    assert [fact.statement for fact in desk.facts("after:2025", limit=1)] == ["newer"]


def test_unknown_order_is_refused_in_words(desk: EvidenceDesk) -> None:
    with pytest.raises(InputError, match="date, date-asc"):
        desk.facts(sort="colour")


def test_edit_keeps_key_and_evidence(desk: EvidenceDesk, article: Article) -> None:
    fact, _ = desk.capture(article.uid, *span_of(article), FactDraft("59 arrested"))
    desk.edit(fact.uid, FactDraft("59 sent north", status=FactStatus.DISPUTED))
    changed = desk.fact(fact.uid)
    assert (changed.statement, changed.status) == ("59 sent north", FactStatus.DISPUTED)
    assert (changed.key, changed.evidence) == (fact.key, fact.evidence)


def test_second_passage_is_added(desk: EvidenceDesk, article: Article) -> None:
    fact, _ = desk.capture(article.uid, *span_of(article), FactDraft("59 arrested"))
    desk.add_evidence(fact.uid, article.uid, *span_of(article, "extradited to the U.S."))
    assert len(desk.fact(fact.uid).evidence) == 2
    assert [one.uid for one in desk.facts_of(article.uid)] == [fact.uid]


def test_removed_fact_comes_back_with_undo(
    desk: EvidenceDesk, article: Article, library: Library
) -> None:
    fact, _ = desk.capture(article.uid, *span_of(article), FactDraft("59 arrested"))
    desk.remove([fact.uid])
    with pytest.raises(NotFoundError):
        desk.fact(fact.uid)
    undone = library.undo()
    assert undone is not None
    assert undone[0] == "Remove fact"
    assert desk.fact(fact.uid).evidence == fact.evidence


@pytest.mark.parametrize("span", [(0, 0), (5, 5), (9_000, 9_001)])
def test_empty_passage_is_refused(
    desk: EvidenceDesk, article: Article, span: tuple[int, int]
) -> None:
    with pytest.raises(InputError, match="Select"):
        desk.capture(article.uid, *span, FactDraft("nothing"))


def test_empty_statement_is_refused(desk: EvidenceDesk, article: Article) -> None:
    with pytest.raises(InputError, match="statement"):
        desk.capture(article.uid, *span_of(article), FactDraft("  "))
