"""A plain word also means its other forms: those that the library's articles really have.

Number by English spelling for every article; the forms of another language for articles in it
alone, so that `pan` finds `panes` in Spanish texts and no English `pans` besides. What is quoted
or goes on (`word*`) is exact. The forms are found by trying the language's endings in the index's
dictionary, and kept where the language's stemmer (Snowball) agrees.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from weakref import WeakKeyDictionary

from briefing.model.query import And, Filter, Near, Node, Not, Or, Words
from briefing.store import article_search, terms
from briefing.store.connections import Connection, pragma
from briefing.store.folded_words import folded_words
from briefing.store.index_words import index_words, sound
from briefing.text.word_endings import ENDINGS, joined_forms, paired_forms, stem_candidates
from briefing.text.word_forms import joined_spelling, other_forms

_FORMS = 12  # of a word in one language, those in most articles
_NEARS = 16  # ways in which words near one another may be spelled
_SHORTEST = 3  # letters of a word that has forms


class Stemming:
    """Widens queries by the forms of their words; may be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._languages: WeakKeyDictionary[Connection, tuple[int, tuple[str, ...]]]
        self._languages = WeakKeyDictionary()

    def widen(self, connection: Connection, root: Node | None) -> Node | None:
        """Return the query in which each plain word is its forms, any of which will do."""
        if root is None or not any(True for _ in _plain_words(root)):
            return root
        return self._widened(connection, root, self._other_languages(connection))

    def _widened(self, connection: Connection, node: Node, languages: tuple[str, ...]) -> Node:
        match node:
            case And(parts):
                return And(tuple(self._widened(connection, part, languages) for part in parts))
            case Or(parts):
                return Or(tuple(self._widened(connection, part, languages) for part in parts))
            case Not(part):
                return Not(self._widened(connection, part, languages))
            case Near(words, distance):
                return _near(connection, words, distance)
            case Words(phrase=False, prefix=False):
                return self._any_form(connection, node, languages)
            case _:
                return node

    def _any_form(self, connection: Connection, word: Words, languages: tuple[str, ...]) -> Node:
        forms = [*_forms(connection, word.text, "en")]
        choices: list[Node] = [word, *(Words(form, word.field) for form in forms)]
        for language in languages:
            others = [form for form in _forms(connection, word.text, language) if form not in forms]
            if others:
                named = [Words(form, word.field) for form in others]
                choices.append(And((Filter("lang", language), _any_of(named))))
        return _any_of(choices)

    def _other_languages(self, connection: Connection) -> tuple[str, ...]:
        """Return the languages besides English that articles are known to be in."""
        version = pragma(connection, "data_version")
        with self._lock:
            kept = self._languages.get(connection)
        if kept and kept[0] == version:
            return kept[1]
        languages = tuple(
            language
            for language in ENDINGS
            if language != "en" and _has_articles(connection, language)
        )
        with self._lock:
            self._languages[connection] = (version, languages)
        return languages


def _near(connection: Connection, words: tuple[Words, ...], distance: int) -> Node:
    spelled = [[word, *_english(connection, word)] for word in words]
    return _any_of([Near(way, distance) for way in islice(product(*spelled), _NEARS)])


def _any_of(nodes: Sequence[Node]) -> Node:
    return Or(tuple(nodes)) if len(nodes) > 1 else nodes[0]


def _english(connection: Connection, word: Words) -> list[Words]:
    if word.phrase or word.prefix:
        return []
    return [Words(form, word.field) for form in _forms(connection, word.text, "en")]


def _forms(connection: Connection, text: str, language: str) -> list[str]:
    """Return other forms of a word that some article has, the frequent ones first."""
    joined = joined_spelling(text)
    if joined:
        return _in_dictionary(connection, folded_words(index_words(joined)))
    tokens = folded_words(index_words(sound(text)))
    if len(tokens) > 1 and language == "en":  # ארה״ב is cut in two: what may be joined on is before
        first = _in_dictionary(connection, joined_forms(tokens[0]))
        return [" ".join((form, *tokens[1:])) for form in first]
    if len(tokens) != 1 or len(tokens[0]) < _SHORTEST or not tokens[0].isalpha():
        return []
    from briefing.services.snowball_stems import stem_of  # noqa: PLC0415  (start-up time)

    (word,) = tokens
    stem = stem_of(language, word)
    spelled = (*other_forms(word), *joined_forms(word)) if language == "en" else ()
    sure = {*spelled, *paired_forms(word, language)} - {word}
    possible = set(stem_candidates(word, stem, language))
    found = _in_dictionary(connection, sure | possible)
    return [form for form in found if form in sure or stem_of(language, form) == stem][:_FORMS]


def _in_dictionary(connection: Connection, forms: Iterable[str]) -> list[str]:
    found = terms.articles_with(connection, forms)
    return sorted(found, key=lambda form: (-found[form], form))


def _plain_words(node: Node) -> Iterator[Words]:
    match node:
        case And(parts) | Or(parts):
            yield from _all_plain_words(parts)
        case Near(words):
            yield from _all_plain_words(words)
        case Not(part):
            yield from _plain_words(part)
        case Words(phrase=False, prefix=False):
            yield node
        case _:
            return


def _all_plain_words(parts: Iterable[Node]) -> Iterator[Words]:
    for part in parts:
        yield from _plain_words(part)


def _has_articles(connection: Connection, language: str) -> bool:
    found = article_search.find_page(connection, Filter("lang", language), "date", 1, "")
    return bool(found.ids)
