"""What the library holds for a text: the facts and articles that share its rare words."""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from briefing.model.ids import Uid
from briefing.store import word_probe
from briefing.store.connections import Connection
from briefing.store.word_probe import Table
from briefing.text.word_forms import other_forms

_WORDS = 60  # of a text that are looked at
_COMMON = 0.2  # a word in more than this share of the records tells little
_RARE_ENOUGH = 3  # records that may have it however small the library
_PROBED = 500
_COUNTED = 20_000  # records: how many more there are makes no word tell more
_SHOWN = 6
_TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_CITATION = re.compile(r"\[[^\]\n]*@[^\]\n]*\]|@[\w:.-]+")
_WORDS_OF_NO_WEIGHT = """
about above after again against all also although among and any are been before being below
between both but can could did does doing down during each few for from further had has have having
her here hers him his how into its itself just may more most much must nor not now off once one only
other our out over own said same says she should since some such than that the their them then there
these they this those through too two under until upon very was were what when where which while who
whom why will with within without would you your
two three four five six seven eight nine ten first second third
como con del las los más para pero por que sus una
avec dans des est les pour ses sur une
das dem den der die ein eine für ist mit und von
"""
STOP_WORDS = frozenset(_WORDS_OF_NO_WEIGHT.split())


@dataclass(frozen=True, slots=True)
class Match:
    """A fact or an article that a paragraph may rest on; `reason` names the words they share."""

    kind: str  # fact or article
    uid: Uid
    reason: str
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Probed:
    """In which records of a table each telling word of a text stands; common words have none.

    What stands in more records than `most` tells little of what the text is about.
    """

    table: Table
    total: int
    most: int
    rows: Mapping[str, list[int]]

    def best(
        self, words: Iterable[str], limit: int, *, are_all_asked: bool = False
    ) -> list[tuple[int, float, list[str]]]:
        """Return the rows that share most with words: row, score, and the words shared.

        A record has to share two words, or the only one there is. Words that tell little are passed
        over unless all are asked.
        """
        most = _PROBED if are_all_asked else self.most
        every = list(words)
        asked = [word for word in every if len(self.rows.get(word, ())) <= most]
        scores: defaultdict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        for word in asked:
            rows = self.rows.get(word, [])
            counts.update(rows)
            weight = math.log(1 + self.total / len(rows)) if rows else 0.0
            for row in rows:
                scores[row] += weight
        wanted = min(2, len(every))
        good = [row for row, count in counts.items() if count >= wanted]
        best = nsmallest(limit, good, key=lambda row: (-scores[row], -row))
        return [(row, scores[row], self._shared(row, asked)) for row in best]

    def _shared(self, row: int, words: Iterable[str]) -> list[str]:
        """Return the words that a row has, the rarest first."""
        having = [word for word in words if row in self.rows.get(word, ())]
        return sorted(having, key=lambda word: len(self.rows[word]))


def matches(
    connection: Connection, probed: Probed, words: Iterable[str], limit: int
) -> tuple[Match, ...]:
    """Return the records that share most with words, the best first."""
    best = probed.best(words, max(limit, 0))
    uids = word_probe.uids(connection, probed.table, [row for row, _, _ in best])
    return tuple(
        Match(probed.table, uids[row], shares(shared), score)
        for row, score, shared in best
        if row in uids
    )


def probe(connection: Connection, table: Table, words: Iterable[str]) -> Probed:
    """Ask in which records each word stands, in its singular or its plural."""
    total = word_probe.size(connection, table, _COUNTED)
    most = min(_PROBED, max(_RARE_ENOUGH, int(total * _COMMON)))
    forms = {word: (word, *other_forms(word)) for word in words} if total else {}
    common = (
        word_probe.common_in_articles(connection, forms, _PROBED)
        if table == "article"
        else frozenset[str]()
    )
    rows: dict[str, list[int]] = {}
    for word, each in forms.items():
        found = [] if word in common else word_probe.rows_with(connection, table, each, _PROBED)
        if 0 < len(found) <= _PROBED:
            rows[word] = found
    return Probed(table, total, most, rows)


def telling_words(text: str) -> list[str]:
    """Return the different words of a text that may tell something, as they are written."""
    found: dict[str, str] = {}
    for match in _TOKEN.finditer(_CITATION.sub(" ", unicodedata.normalize("NFC", text))):
        word = match.group()
        key = word.casefold()
        if (len(word) > 2 or word[0].isdigit()) and key not in STOP_WORDS:
            found.setdefault(key, word)
        if len(found) == _WORDS:
            break
    return list(found.values())


def shares(words: list[str]) -> str:
    """Return in words what a record has in common with a text."""
    more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return "shares " + ", ".join(words[:_SHOWN]) + more
