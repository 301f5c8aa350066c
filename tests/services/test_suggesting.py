from dataclasses import replace
from decimal import Decimal

import pytest

from briefing.errors import NotFoundError
from briefing.model.fact import FactDraft, FactKind
from briefing.model.ids import Uid
from briefing.services.desk import Desk
from briefing.store import articles
from tests.services.conftest import BODY, make_article


@pytest.fixture
def desk(desk: Desk) -> Desk:
    article = make_article()
    desk.library.write("Add", lambda connection: articles.add(connection, article))
    return desk


UID = make_article().uid


def test_suggestions_stand_in_the_body_with_their_words(desk: Desk) -> None:
    found = desk.suggesting.suggest(UID)
    assert len(found) == 2
    for one in found:
        assert " ".join(BODY[one.start : one.end].split()) == one.text
        assert one.reasons


def test_what_was_captured_is_left_out(desk: Desk) -> None:
    first = desk.suggesting.suggest(UID)[0]
    desk.evidence.capture(UID, first.start, first.end, FactDraft("Said."))
    assert first.text not in {one.text for one in desk.suggesting.suggest(UID)}


def test_a_part_of_a_sentence_captures_it(desk: Desk) -> None:
    first = desk.suggesting.suggest(UID)[0]
    desk.evidence.capture(UID, first.start, first.start + 9, FactDraft("Said."))
    assert first.text not in {one.text for one in desk.suggesting.suggest(UID)}


def test_draft_is_of_the_kind_that_was_suggested(desk: Desk) -> None:
    first = desk.suggesting.suggest(UID)[0]
    as_decision = desk.suggesting.draft(UID, replace(first, kind=FactKind.DECISION))
    assert (as_decision.kind, as_decision.value) == (FactKind.DECISION, None)
    fact, _ = desk.suggesting.keep(UID, replace(first, kind=FactKind.FIGURE))
    assert (fact.kind, fact.value) == (FactKind.FIGURE, Decimal(59))
    assert fact.evidence[0].anchor.quote == BODY[first.start : first.end]


def test_no_more_than_asked_for(desk: Desk) -> None:
    assert len(desk.suggesting.suggest(UID, 1)) == 1


def test_article_that_is_not_there_is_told(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        desk.suggesting.suggest(Uid("nobody"))
