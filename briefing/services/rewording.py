"""The sentence of a memo as a newer fact would have it: its statement, or its figure and date."""

from briefing.model.fact import Fact, FactStatus
from briefing.model.fact_history import FactState
from briefing.model.ids import Uid
from briefing.model.ripple import TouchedSentence
from briefing.services.cited_sources import FACT
from briefing.services.fact_standing import newest
from briefing.store import fact_events, facts
from briefing.store.connections import Connection
from briefing.text.citation_keys import with_key
from briefing.text.citations import find_citations
from briefing.text.restating import restated


class Reworder:
    """Words sentences anew, looking each fact up once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[Uid, tuple[Fact, Fact, tuple[FactState, ...]] | None] = {}

    def reworded(self, touched: TouchedSentence) -> str:
        """Return the sentence as it would be true now; as it stands where that cannot be told."""
        if not touched.key.startswith(FACT):
            return touched.text
        if touched.source not in self._known:
            self._known[touched.source] = self._look_up(touched.source)
        known = self._known[touched.source]
        if known is None:
            return touched.text
        old, newer, said = known
        text = touched.text
        places = [found.span for found in find_citations(text)]
        text = restated(text, places, said, fact_events.state_of(newer))
        return with_key(text, touched.key, FACT + newer.key) if newer.uid != old.uid else text

    def _look_up(self, uid: Uid) -> tuple[Fact, Fact, tuple[FactState, ...]] | None:
        """Return a fact, the one that stands in its place, and all that was said before."""
        old = facts.get(self._connection, uid)
        newer = newest(self._connection, old)
        said: list[FactState] = []
        fact = old
        while True:
            said += [event.before for event in fact_events.of_fact(self._connection, fact.uid)]
            if fact.uid == newer.uid:
                break
            said.append(fact_events.state_of(fact))
            fact = facts.get(self._connection, fact.superseded_by or newer.uid)
        if newer.status is not FactStatus.CURRENT:
            return None
        return old, newer, tuple(reversed(said))
