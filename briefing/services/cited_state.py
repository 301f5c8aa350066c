"""What can be cited, under which key, and a mark by which a later change of it is known."""

import zlib
from dataclasses import dataclass

from briefing.model.fact import Fact
from briefing.model.ids import Uid
from briefing.services.cited_sources import FACT
from briefing.store import articles, facts, traces
from briefing.store.connections import Connection


@dataclass(frozen=True, slots=True)
class CitedThing:
    """A fact or an article: its key as a memo writes it, and its state as it is now."""

    key: str
    uid: Uid
    state: str


def things_of(connection: Connection, uid: Uid) -> tuple[CitedThing, ...]:
    """Return a fact, or an article with each key it has and the facts that rest on it.

    NotFoundError where there is neither.
    """
    found = facts.by_uids(connection, (uid,))
    if found:
        return (thing_of_fact(found[0]),)
    state = _state_of_article(articles.get(connection, uid).body)
    keys = traces.keys_of_article(connection, uid)
    own = (CitedThing(key, uid, state) for key in keys if not key.startswith(FACT))
    return (*own, *map(thing_of_fact, facts.of_article(connection, uid)))


def thing_of_fact(fact: Fact) -> CitedThing:
    """Return a fact as it is cited; what it says and whether it stands make its state."""
    said = (fact.statement, fact.value, fact.unit, fact.as_of, fact.status, fact.superseded_by)
    return CitedThing(FACT + fact.key, fact.uid, _digest("\n".join(map(str, said))))


def _state_of_article(body: str) -> str:
    return _digest(body)


def _digest(text: str) -> str:
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"
