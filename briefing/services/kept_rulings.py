"""Which sentences of a memo stay as they are although a fact that they cite no longer stands."""

from briefing.model.fact import Fact, FactStatus
from briefing.model.ids import Uid
from briefing.services.cited_state import thing_of_fact
from briefing.store import kept_sentences
from briefing.store.connections import Connection


def kept_reasons(connection: Connection, memo_uid: Uid, key: str, fact: Fact) -> dict[str, str]:
    """Return the words of each sentence that is kept for the fact as it now is, and why."""
    if fact.status is FactStatus.CURRENT:
        return {}
    found = kept_sentences.reasons(connection, [thing_of_fact(fact).state])
    return {
        words: reason
        for (uid, kept_key, words, _), reason in found.items()
        if uid == memo_uid and kept_key == key
    }
