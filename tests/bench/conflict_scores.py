"""Score the finding of conflicts: all facts of the labelled pairs lie in one heap.

So a fact may also contradict one of another pair: whatever is found and was not seeded is false,
but for facts of two pairs that were made from one text, which may well contradict one another.
Every third pair was held aside while the rules were written; it is scored apart.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.model.fact import Fact
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.services.conflict_pairs import conflicts_among
from briefing.text.fact_kind import guess_kind
from briefing.text.figures import read_figure
from tests.bench.scoring import Score

LABELLED = Path(__file__).parents[1] / "data" / "labelled" / "conflicts.jsonl"
SEEDED = 50
FOUND = 0.9  # of those seeded: 45 of 50
TRUE = 0.9  # of those found


@dataclass(frozen=True)
class Pair:
    """Two facts, and in what they contradict one another: value, unit, date, statement, none."""

    name: str
    expected: str
    source: str
    first: Fact
    second: Fact
    is_aside: bool

    @property
    def uids(self) -> frozenset[Uid]:
        """Return what tells the pair from others."""
        return frozenset((self.first.uid, self.second.uid))


def labelled(path: Path = LABELLED) -> list[Pair]:
    """Return the labelled pairs."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Pair(
            row["id"],
            row["expected"],
            row["source"],
            _fact(row["first"], row["id"] + "a"),
            _fact(row["second"], row["id"] + "b"),
            row["aside"],
        )
        for row in rows
    ]


def found_among(pairs: Sequence[Pair]) -> dict[frozenset[Uid], str]:
    """Return what is found among all facts of the pairs, and why."""
    pair_of = {fact.uid: pair for pair in pairs for fact in (pair.first, pair.second)}
    facts = [fact for pair in pairs for fact in (pair.first, pair.second)]
    found: dict[frozenset[Uid], str] = {}
    for one in conflicts_among(facts):
        first, second = pair_of[one.first.uid], pair_of[one.second.uid]
        if first is second or first.source != second.source:
            found[frozenset((one.first.uid, one.second.uid))] = f"{one.kind.value}: {one.reason}"
    return found


def scores(data: Path) -> Iterator[Score]:
    """Yield the share of seeded conflicts found, and of those found that were seeded."""
    del data
    pairs = labelled()
    parts = {
        "conflicts, all": pairs,
        "conflicts, tuned on": [pair for pair in pairs if not pair.is_aside],
        "conflicts, held aside": [pair for pair in pairs if pair.is_aside],
    }
    for name, part in parts.items():
        seeded = {pair.uids for pair in part if pair.expected != "none"}
        found = found_among(part)
        true = len(seeded & found.keys())
        yield Score(f"{name}: found of those seeded", true / len(seeded), len(seeded), FOUND)
        share = true / len(found) if found else 0.0
        yield Score(f"{name}: true of those found", share, len(found), TRUE)


def _fact(row: dict[str, str], uid: str) -> Fact:
    """Return a fact as the desk would capture it from its statement."""
    statement = row["statement"]
    figure = read_figure(statement)
    return Fact(
        uid=Uid(uid),
        key=uid,
        statement=statement,
        kind=guess_kind(statement),
        value=figure[0] if figure else None,
        unit=figure[1] if figure else "",
        as_of=PartialDate.parse(row["as_of"]) if row["as_of"] else None,
    )
