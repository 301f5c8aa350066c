"""Many facts get a status with one reason, as one step of undo."""

import pytest

from briefing.errors import InputError
from briefing.model.article import Article
from briefing.model.fact import Fact, FactDraft, FactStatus
from briefing.model.partial_date import PartialDate
from briefing.services.bulk_standing import stand_many
from briefing.services.evidence import EvidenceDesk
from briefing.services.fact_standing import FactStanding
from briefing.services.safekeeping import Safekeeping
from briefing.store.library_file import Library


@pytest.fixture
def facts(library: Library, article: Article) -> tuple[Fact, ...]:
    desk = EvidenceDesk(library)
    drafts = (FactDraft(f"Statement {number}.") for number in range(3))
    return tuple(desk.capture(article.uid, 0, 10, draft)[0] for draft in drafts)


def test_many_are_disputed_at_once_and_taken_back_at_once(
    library: Library, facts: tuple[Fact, ...]
) -> None:
    FactStanding(library).dispute(facts[0].uid, "A first doubt")
    before = EvidenceDesk(library).facts("", "added")
    since = PartialDate(2025, 9)
    uids = [fact.uid for fact in facts]
    stand_many(library, uids, FactStatus.DISPUTED, "The ministry counts otherwise", since)
    after = EvidenceDesk(library).facts("", "added")
    assert {fact.status for fact in after} == {FactStatus.DISPUTED}
    history = FactStanding(library).history
    assert [event.reason for event in history(uids[0])] == ["A first doubt"]  # it was so already
    assert [event.reason for event in history(uids[1])] == ["The ministry counts otherwise"]
    Safekeeping(library).undo()
    assert EvidenceDesk(library).facts("", "added") == before


def test_a_reason_is_needed_but_to_reinstate(library: Library, facts: tuple[Fact, ...]) -> None:
    uids = [fact.uid for fact in facts]
    with pytest.raises(InputError, match="Say why"):
        stand_many(library, uids, FactStatus.RETRACTED, " ")
    stand_many(library, uids, FactStatus.RETRACTED, "Withdrawn")
    stand_many(library, uids, FactStatus.CURRENT, "")
    assert {fact.status for fact in EvidenceDesk(library).facts()} == {FactStatus.CURRENT}
