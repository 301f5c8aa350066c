"""Citekeys for the new articles of one import: each free, with few questions to the library."""

from collections import Counter
from collections.abc import Iterable
from functools import partial

from briefing.store import article_batches, articles
from briefing.store.connections import Connection
from briefing.text.citekeys import free_number, numbered


class CitekeyGiving:
    """What one import has given so far; each of its batches is begun."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}  # that were given last, by stem
        self._given: set[str] = set()  # in this batch, without case: the library has them not yet
        self._answers: dict[str, bool] = {}  # whether the library has them

    def begin(self, connection: Connection, stems: Iterable[str]) -> None:
        """Ask the library at once for the citekeys that a batch of new articles may want."""
        self._given.clear()
        wanted: set[str] = set()
        for stem, count in Counter(stems).items():
            wanted.add(stem)
            first = self._numbers.get(stem, 0)
            wanted.update(numbered(stem, first + more) for more in range(1, count + 1))
        taken = article_batches.taken(connection, wanted)
        self._answers = {citekey: citekey in taken for citekey in wanted}

    def give(self, connection: Connection, stem: str) -> str:
        """Return a free citekey of a stem; nobody else gets it."""
        is_taken = partial(self._is_taken, connection, stem)
        number = free_number(is_taken, self._numbers.get(stem, 0))
        if number:
            self._numbers[stem] = number
        citekey = numbered(stem, number)
        self._given.add(citekey.casefold())
        return citekey

    def _is_taken(self, connection: Connection, stem: str, number: int) -> bool:
        citekey = numbered(stem, number)
        if citekey.casefold() in self._given:
            return True
        if citekey in self._answers:
            return self._answers[citekey]
        return articles.find_by_citekey(connection, citekey) is not None
