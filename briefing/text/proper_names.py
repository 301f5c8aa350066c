"""Names in running text: people, places, bodies, acronyms, by their capitals."""

import re
from dataclasses import dataclass

from briefing.text.dates import MONTH_NAMES
from briefing.text.sentence_split import split_sentences


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name and where it stands."""

    start: int
    end: int
    text: str


_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_WORD = rf"(?:{_CAPITAL}\.(?:[ ]?{_CAPITAL}\.)*|{_CAPITAL}[\w’'-]*[^\W_])"
_LINK = r"(?:of(?:\sthe)?|de(?:\sla|\slos|\sl['’])?|del|des?|du|von|van(?:\sder)?|bin|al|d['’]|&)"
_NAME = re.compile(rf"(?<![\w@:/.])(?:(?:al|el|bin)-)?{_WORD}(?:\s(?:{_LINK}\s)?{_WORD})*")
_NO_PROSE = re.compile(r"\[[^\[\]]*@[^\[\]]*\]|https?://\S+")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,8}s?")
_OPENING = re.compile(r"[\W_]*\Z")
# Words with a capital that name nothing by themselves.
_PLAIN_WORDS = """
    the a an this that these those it he she we they you i its his her our their in on at by of for
    from to with and or but if as when while after before since both most many some all no not yes
    there here what who how why where mr mrs ms dr sir president minister ministers government
    monday tuesday wednesday thursday friday saturday sunday
    el la los las un una lo en de por para con que y o pero si como cuando desde según este esta
    lunes martes miércoles jueves viernes sábado domingo señor señora presidente presidenta
    le les une du des dans par pour avec et ou mais si comme quand depuis selon ce cette ces il elle
    ils elles nous vous lundi mardi mercredi jeudi vendredi samedi dimanche monsieur madame
    président
"""
_PLAIN = frozenset(_PLAIN_WORDS.split()) | MONTH_NAMES
_ARTICLES = frozenset({"El", "La", "Los", "Las", "Le", "Les"})  # within a sentence: El Salvador


def find_names(text: str, language: str = "en") -> tuple[FoundName, ...]:
    """Return the names of a text, in its order.

    A sentence's first word is none by itself, unless it is an acronym or has capitals within; nor
    are titles, days, months, and words of a line that is all in capitals.
    """
    plain = _NO_PROSE.sub(lambda match: " " * len(match[0]), text)
    openings = {span.start for span in split_sentences(plain, language)}
    found: list[FoundName] = []
    for match in _NAME.finditer(plain):
        at = match.start()
        is_first = any(_OPENING.match(plain[opening:at]) for opening in openings if opening <= at)
        start, end = _without_plain_words(plain, at, match.end(), is_first=is_first)
        name = plain[start:end]
        if not name or _is_shouted(plain, start, end):
            continue
        is_first = is_first and start == at
        if is_first and " " not in name and not _has_own_capitals(name):
            continue
        found.append(FoundName(start, end, name))
    return tuple(found)


def _without_plain_words(text: str, start: int, end: int, *, is_first: bool) -> tuple[int, int]:
    words = list(re.finditer(r"\S+", text[start:end]))
    while words and _is_plain(words[0][0]):
        if not is_first and words[0][0] in _ARTICLES and len(words) > 1:
            break
        words.pop(0)
        while words and words[0][0][0].islower():
            words.pop(0)
    while words and (_is_plain(words[-1][0]) or words[-1][0][0].islower()):
        words.pop()
    if not words:
        return start, start
    last = words[-1].end() - (2 if re.search(r"\w['’]s$", words[-1][0]) else 0)
    return start + words[0].start(), start + last


def _is_plain(word: str) -> bool:
    return word.casefold().strip(".’'") in _PLAIN and not _ACRONYM.fullmatch(word)


def _has_own_capitals(name: str) -> bool:
    return bool(_ACRONYM.fullmatch(name)) or any(letter.isupper() for letter in name[1:])


def _is_shouted(text: str, start: int, end: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    return line.isupper() and " " in line.strip()
