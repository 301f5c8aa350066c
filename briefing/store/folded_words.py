"""The words of a text as the search index folds them, letter for letter as SQLite does it.

What becomes of a character outside ASCII is asked of SQLite itself, once: so the dictionary of
terms and the index never differ.
"""

import re
import sqlite3
import threading
from functools import cache, lru_cache

TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
_ASCII_WORD = re.compile("[0-9a-z]+")
_RUN = re.compile("[0-9A-Za-z\x80-\U0010ffff]+")  # outside ASCII, it may still hold signs
_SURROGATES = range(0xD800, 0xE000)


def folded_words(text: str) -> list[str]:
    """Return the words of a text that was made ready by index_words, in their order."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    words: list[str] = []
    for run in _RUN.findall(text):
        if run.isascii():
            words.append(run.lower())
        else:
            words += _words_of_run(run)
    return words


def different_words(text: str) -> set[str]:
    """Return each word once."""
    if text.isascii():
        return set(_ASCII_WORD.findall(text.lower()))
    words: set[str] = set()
    for run in set(_RUN.findall(text)):
        if run.isascii():
            words.add(run.lower())
        else:
            words.update(_words_of_run(run))
    return words


@lru_cache(maxsize=1 << 15)  # “quoted” and don’t come again and again
def _words_of_run(run: str) -> tuple[str, ...]:
    return tuple(run.translate(_folds()).split())


class _Folds(dict[int, str]):
    """What each character becomes in the index: a blank where it ends a word."""

    def __init__(self) -> None:
        super().__init__({code: chr(code).lower() for code in range(0x80) if chr(code).isalnum()})
        self._lock = threading.Lock()
        self._index = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._index.execute(f'CREATE VIRTUAL TABLE probe USING fts5 (text, tokenize="{TOKENIZER}")')
        self._index.execute("CREATE VIRTUAL TABLE terms USING fts5vocab (probe, row)")

    def __missing__(self, code: int) -> str:
        fold = " " if code in _SURROGATES else self._ask(chr(code))
        self[code] = fold
        return fold

    def _ask(self, char: str) -> str:
        with self._lock:
            self._index.execute("INSERT INTO probe (rowid, text) VALUES (1, ?)", (f"a{char}b",))
            terms = self._index.execute("SELECT term FROM terms").fetchall()
            self._index.execute("DELETE FROM probe")
        return terms[0][0][1:-1] if len(terms) == 1 else " "


@cache
def _folds() -> _Folds:
    return _Folds()
