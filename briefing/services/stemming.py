"""A plain word also means its other forms: those that the library's articles really have.

Number by English spelling for every article; the forms of another language for articles in it
alone, so that `pan` finds `panes` in Spanish texts and no English `pans` besides. What is quoted
or goes on (`word*`) is exact. The forms are found by trying the language's endings in the index's
dictionary, and kept where the language's stemmer (Snowball) agrees.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from weakref import WeakKeyDictionary

from briefing.model.query import And, Filter, Near, Node, Not, Or, Words
from briefing.store import article_search, terms
from briefing.store.connections import Connection, pragma
from briefing.store.folded_words import folded_words
from briefing.store.index_words import index_words, sound
from briefing.text.word_endings import (
    ENDINGS,
    ENGLISH,
    is_written_as,
    joined_forms,
    paired_forms,
    stem_candidates,
)
from briefing.text.word_forms import other_forms, other_spelling

_FORMS = 12  # of a word in one language, those in most articles
_NEARS = 16  # ways in which words near one another may be spelled
_REMEMBERED = 2_000  # words whose forms are known, until anything is written
_SHORTEST = 3  # letters of a word that has forms


@dataclass(frozen=True, slots=True)
class _Known:
    """What one connection found out, for as long as nobody writes."""

    version: int
    languages: tuple[str, ...]
    forms: dict[str, dict[str, list[str]]]


class Stemming:
    """Widens queries by the forms of their words; may be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: WeakKeyDictionary[Connection, _Known] = WeakKeyDictionary()

    def widen(self, connection: Connection, root: Node | None) -> Node | None:
        """Return the query in which each plain word is its forms, any of which will do."""
        if root is None or not any(True for _ in _plain_words(root)):
            return root
        return _Widener(connection, self._known_to(connection)).node(root)

    def _known_to(self, connection: Connection) -> _Known:
        version = pragma(connection, "data_version")
        with self._lock:
            known = self._known.get(connection)
        if known and known.version == version and len(known.forms) < _REMEMBERED:
            return known
        present = (one for one in ENDINGS if one != ENGLISH and _has_articles(connection, one))
        known = _Known(version, tuple(present), {})
        with self._lock:
            self._known[connection] = known
        return known


@dataclass(frozen=True, slots=True)
class _Widener:
    connection: Connection
    known: _Known

    def node(self, node: Node) -> Node:
        match node:
            case And(parts):
                return And(tuple(map(self.node, parts)))
            case Or(parts):
                return Or(tuple(map(self.node, parts)))
            case Not(part):
                return Not(self.node(part))
            case Near(words, distance):
                ways = islice(product(*map(self.spellings, words)), _NEARS)
                return _any_of([Near(way, distance) for way in ways])
            case Words(phrase=False, prefix=False):
                return self.any_form(node)
            case _:
                return node

    def any_form(self, word: Words) -> Node:
        choices: list[Node] = [*self.spellings(word)]
        for language, forms in self.forms(word.text).items():
            if language != ENGLISH:
                named = [Words(form, word.field) for form in forms]
                choices.append(And((Filter("lang", language), _any_of(named))))
        return _any_of(choices)

    def spellings(self, word: Words) -> list[Words]:
        """Return the word and those forms that are asked for in articles of any language."""
        if word.phrase or word.prefix:
            return [word]
        return [word, *(Words(one, word.field) for one in self.forms(word.text).get(ENGLISH, ()))]

    def forms(self, text: str) -> dict[str, list[str]]:
        """Return other forms of a word that articles have, by language; `en` is for all."""
        found = self.known.forms.get(text)
        if found is None:
            found = self.known.forms[text] = _forms(self.connection, text, self.known.languages)
        return found


def _any_of(nodes: Sequence[Node]) -> Node:
    return Or(tuple(nodes)) if len(nodes) > 1 else nodes[0]


def _forms(connection: Connection, text: str, languages: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the forms by language, the frequent ones first; a language without any is left out."""
    tokens = folded_words(index_words(sound(text)))
    if spelled := other_spelling(text):
        other = folded_words(index_words(spelled))
        return _kept({ENGLISH: set(other)}, terms.articles_with(connection, other))
    if len(tokens) > 1:  # ארה״ב is cut in two: what may be joined on is before the first
        possible = [*joined_forms(tokens[0])]
        known = terms.articles_with(connection, possible) if possible else {}
        return {ENGLISH: [" ".join((one, *tokens[1:])) for one in known]} if known else {}
    if not tokens or len(tokens[0]) < _SHORTEST or not tokens[0].isalpha():
        return {}
    return _inflected(connection, tokens[0], languages)


def _inflected(
    connection: Connection, word: str, languages: tuple[str, ...]
) -> dict[str, list[str]]:
    from briefing.services.snowball_stems import stem_of  # noqa: PLC0415  (start-up time)

    sure = {ENGLISH: {*other_forms(word), *joined_forms(word)}}
    possible: dict[str, set[str]] = {}
    for language in (ENGLISH, *languages):
        if is_written_as(word, language):
            sure.setdefault(language, set()).update(paired_forms(word, language))
            possible[language] = set(stem_candidates(word, stem_of(language, word), language))
    tried = set[str]().union(*sure.values(), *possible.values()) - {word}
    known = terms.articles_with(connection, tried)
    for language, forms in possible.items():
        stem = stem_of(language, word)
        likely = (form for form in forms - sure[language] if form in known)
        sure[language].update(form for form in likely if stem_of(language, form) == stem)
    return _kept(sure, known)


def _kept(forms: dict[str, set[str]], known: dict[str, int]) -> dict[str, list[str]]:
    """Return the forms that are known; those for all languages are not named for one again."""
    kept: dict[str, list[str]] = {}
    for language, some in forms.items():
        others = [form for form in some if form in known and form not in kept.get(ENGLISH, ())]
        if others:
            kept[language] = sorted(others, key=lambda form: (-known[form], form))[:_FORMS]
    return kept


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
