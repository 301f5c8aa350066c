"""What the library holds for a paragraph: the facts and articles that share its rare words."""

import math
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from briefing.model.ids import Uid
from briefing.store import word_probe
from briefing.store.connections import Connection
from briefing.store.word_probe import Table

_WORDS = 60  # of a paragraph that are looked at
_COMMON = 0.2  # a word in more than this share of the records tells little
_RARE_ENOUGH = 3  # records that may have it however small the library
_PROBED = 500
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


def match_paragraph(connection: Connection, paragraph: str, limit: int) -> tuple[Match, ...]:
    """Return what shares most of the paragraph's rare words, facts before articles."""
    words = _words(paragraph)
    found: list[Match] = []
    for table in ("fact", "article"):
        found += _matches(connection, table, words, limit - len(found))
    return tuple(found)


def _matches(connection: Connection, table: Table, words: list[str], limit: int) -> list[Match]:
    total = word_probe.size(connection, table)
    if not total or limit < 1:
        return []
    most = min(_PROBED, max(_RARE_ENOUGH, int(total * _COMMON)))
    scores: defaultdict[int, float] = defaultdict(float)
    shared: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        rows = word_probe.rows_with(connection, table, word, most)
        if len(rows) > most:
            continue
        for row in rows:
            scores[row] += math.log(1 + total / len(rows))
            shared[row].append(word)
    wanted = min(2, len(words))
    good = [row for row in scores if len(shared[row]) >= wanted]
    best = sorted(good, key=lambda row: (-scores[row], -row))[:limit]
    uids = word_probe.uids(connection, table, best)
    return [Match(table, uids[row], _reason(shared[row])) for row in best if row in uids]


def _words(paragraph: str) -> list[str]:
    """Return the different words of a paragraph that may tell something, as they are written."""
    found: dict[str, str] = {}
    for match in _TOKEN.finditer(_CITATION.sub(" ", unicodedata.normalize("NFC", paragraph))):
        word = match.group()
        key = word.casefold()
        if (len(word) > 2 or word[0].isdigit()) and key not in STOP_WORDS:
            found.setdefault(key, word)
        if len(found) == _WORDS:
            break
    return list(found.values())


def _reason(words: list[str]) -> str:
    more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return "shares " + ", ".join(words[:_SHOWN]) + more
