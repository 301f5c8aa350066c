"""Spelling: which words no dictionary of a language knows, and what may have been meant.

The dictionaries are Hunspell's, in `resources/dictionaries`; a library keeps words of its own.
"""

import json
from collections import OrderedDict
from collections.abc import Iterable
from functools import cached_property
from threading import Lock
from typing import Protocol, cast

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.paths import resources_dir
from briefing.services.dictionaries import Dictionary, read_dictionary
from briefing.store import library_settings, terms
from briefing.store.connections import Connection
from briefing.store.folded_words import folded_words
from briefing.store.index_words import index_words
from briefing.store.library_file import Library

MAX_OWN = 20_000
_KEY = "spelling.words"
_OFF = "spelling.off"
_IGNORED = "spelling.ignored."  # and the memo's uid
_KNOWN_ANSWERS = 50_000  # words whose answer is kept; a long memo has some 5,000 different ones
_SUGGESTED = 7
_SEVERAL = 2  # articles that have a name: one alone may have it misspelt
_BRITISH = frozenset({"gb", "au", "nz", "ie", "za", "in", "uk", "ca"})
_LONGEST = 60  # letters; Hunspell refuses longer ones, and suggests slowly for them


class Spelling:
    """Dictionaries read when they are first asked for. May be used from any one thread at a time.

    Hunspell itself is not thread-safe; a lock keeps its callers apart.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._folder = resources_dir() / "dictionaries"
        self._read: dict[str, Dictionary] = {}
        self._answers: OrderedDict[tuple[str, str], bool] = OrderedDict()
        self._lock = Lock()
        self._own: frozenset[str] | None = None

    @cached_property
    def dictionaries(self) -> tuple[str, ...]:
        """Return the names of the dictionaries that are there: `en_GB`, `en_US`, `es`, `fr`."""
        found = {path.stem for path in self._folder.glob("*.dic")}
        return tuple(sorted(name for name in found if (self._folder / f"{name}.aff").is_file()))

    def dictionary_for(self, language: str) -> str:
        """Return the dictionary for a language tag (BCP 47), or nothing where there is none."""
        parts = language.replace("_", "-").casefold().split("-")
        if parts[0] in {"en", ""}:
            return "en_GB" if _BRITISH & set(parts[1:]) else "en_US"
        wanted = ("_".join([parts[0], *(part.upper() for part in parts[1:2])]), parts[0])
        return next((name for name in wanted if name in self.dictionaries), "")

    def misspelt(self, words: Iterable[str], language: str) -> frozenset[str]:
        """Return those of the words that neither dictionary nor library knows.

        A name is known where the library's own articles have it.
        """
        name = self.dictionary_for(language)
        if not name:
            return frozenset()
        own = self.own_words
        with self._lock:
            unknown = frozenset(
                word
                for word in words
                if own.isdisjoint(_own_forms(word)) and not self._knows(name, word)
            )
        return unknown - self._names(unknown)

    def _names(self, words: Iterable[str]) -> frozenset[str]:
        """Return those that begin with a capital and stand in several of the library's articles."""
        forms = {
            word: folded_words(index_words(_own_forms(word)[1]))
            for word in words
            if word[:1].isupper()
        }
        every = {part for parts in forms.values() for part in parts}
        articles = terms.articles_with(self._library.reader(), every) if every else {}
        return frozenset(
            word
            for word, parts in forms.items()
            if parts and min(articles.get(part, 0) for part in parts) >= _SEVERAL
        )

    def suggestions(self, word: str, language: str) -> tuple[str, ...]:
        """Return what may have been meant, the likeliest first."""
        name = self.dictionary_for(language)
        if not name or len(word) > _LONGEST:
            return ()
        with self._lock:
            found = self._dictionary(name).suggest(_plain(word))
        return tuple(dict.fromkeys(found))[:_SUGGESTED]

    @property
    def own_words(self) -> frozenset[str]:
        """Return the library's own words, folded."""
        if self._own is None:
            found = _own(self._library.reader())
            self._own = frozenset(_plain(word).casefold() for word in found)
        return self._own

    @property
    def own_list(self) -> tuple[str, ...]:
        """Return the library's own words as they were added, in alphabetical order."""
        return tuple(sorted(_own(self._library.reader()), key=str.casefold))

    @property
    def is_on(self) -> bool:
        """Return whether misspelt words are to be shown in this library."""
        return not library_settings.get(self._library.reader(), _OFF)

    def switch(self, *, is_on: bool) -> Changes:
        """Show misspelt words in this library, or leave them."""
        self._put(_OFF, "" if is_on else "1")
        return Changes()

    def ignored(self, memo: Uid) -> frozenset[str]:
        """Return the words, folded, that are left as they are in one memo."""
        found = _words_in(library_settings.get(self._library.reader(), _IGNORED + memo))
        return frozenset(_plain(word).casefold() for word in found)

    def ignore(self, memo: Uid, word: str) -> Changes:
        """Leave a word as it is in one memo."""

        def work(connection: Connection) -> None:
            words = _words_in(library_settings.get(connection, _IGNORED + memo))
            kept = list(dict.fromkeys([*words, word]))[-MAX_OWN:]
            library_settings.put(connection, _IGNORED + memo, json.dumps(kept, ensure_ascii=False))

        self._library.write("Ignore a word", work, undoable=False)
        return Changes()

    def misspelt_in(self, words: Iterable[str], language: str, memo: Uid) -> frozenset[str]:
        """Return the misspelt words of a memo: `misspelt` without those ignored there."""
        ignored = self.ignored(memo)
        found = self.misspelt(words, language)
        return frozenset(word for word in found if ignored.isdisjoint(_own_forms(word)))

    def learn(self, word: str) -> Changes:
        """Add a word to the library's own."""
        return self._change(lambda words: [*words, word] if word not in words else words)

    def forget(self, word: str) -> Changes:
        """Take a word out of the library's own."""
        folded = word.casefold()
        return self._change(lambda words: [one for one in words if one.casefold() != folded])

    def _change(self, edit: "_Edit") -> Changes:
        def work(connection: Connection) -> None:
            words = edit(list(_own(connection)))[-MAX_OWN:]
            library_settings.put(connection, _KEY, json.dumps(words, ensure_ascii=False))

        self._library.write("Change own words", work, undoable=False)
        self._own = None
        return Changes()

    def _put(self, key: str, value: str) -> None:
        def work(connection: Connection) -> None:
            library_settings.put(connection, key, value)

        self._library.write("Change spelling", work, undoable=False)

    def _knows(self, name: str, word: str) -> bool:
        key = (name, word)
        if key in self._answers:
            self._answers.move_to_end(key)
            return self._answers[key]
        is_known = len(word) > _LONGEST or self._is_spelt(self._dictionary(name), _plain(word))
        self._answers[key] = is_known
        if len(self._answers) > _KNOWN_ANSWERS:
            self._answers.popitem(last=False)
        return is_known

    @staticmethod
    def _is_spelt(dictionary: Dictionary, word: str) -> bool:
        """Tell whether a word is known as it stands, or without its possessive or elision."""
        if dictionary.spell(word):
            return True
        head, mark, tail = word.partition("'")
        if not mark:
            return False
        if tail in {"", "s"}:
            return dictionary.spell(head)
        return dictionary.spell(f"{head}'") and dictionary.spell(tail)  # l'article, qu'il

    def _dictionary(self, name: str) -> Dictionary:
        if name not in self._read:
            self._read[name] = read_dictionary(name)
        return self._read[name]


class _Edit(Protocol):
    def __call__(self, words: list[str], /) -> list[str]: ...


def _own(connection: Connection) -> tuple[str, ...]:
    """Return the library's own words."""
    return _words_in(library_settings.get(connection, _KEY))


def _words_in(kept: str) -> tuple[str, ...]:
    """Return a list of words as it was kept; none where another program spoiled it."""
    try:
        found: object = json.loads(kept or "[]")
    except ValueError:
        return ()
    words = cast("list[object]", found) if isinstance(found, list) else []
    return tuple(word for word in words if isinstance(word, str))


def _own_forms(word: str) -> tuple[str, str]:
    """Return a word folded, as it is and without its possessive."""
    plain = _plain(word).casefold()
    return plain, plain.removesuffix("s").removesuffix("'") if "'" in plain else plain


def _plain(word: str) -> str:
    """Return a word as dictionaries spell it: straight apostrophe, no soft hyphens."""
    return word.replace("’", "'").replace("\u00ad", "")
