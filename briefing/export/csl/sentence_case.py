"""English headlines as sentences, for manuals that want titles so (APA 7, 6.17 and 9.19).

Which words are names is read from the article itself: what stands small in its text is no name,
what stands with a capital amid its sentences is one. A dictionary speaks for what is not there.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from briefing.export.csl.engine_titles import SMALL_WORDS, is_headed

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_OPENING = r"[\s“‘\"'«(\[]*$"
_START = re.compile(r"(?:^|:\s|—|\s–\s)" + _OPENING)
_STOP = re.compile(r"[.?!…]\s" + _OPENING)
_STOPPED = re.compile(r"(?:^|[^\w.])(?:\w\.)+$")  # “U.S.” ends no sentence
_JOINED_BEFORE = re.compile(r"[\w.@#]$")  # “Booking.com”, “@Reuters”
_JOINED_BEHIND = re.compile(r"[\d_]|[.@][^\W_]")
_OWN = re.compile(r"[’']s$")
_AMID = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)*")
_HEADING = re.compile(r"^#.*$", re.MULTILINE)
# Words that make names of others; without a sign that they are none, they keep their capital.
_NAMING_WORDS = """
    academy act agency alliance america army assembly bank black board border bureau cape central
    chamber city college command commission committee conference congress constitution convention
    corps council county court democratic department east eastern executive federal fleet force
    forces foundation free general great group guard gulf high house institute international island
    islands kingdom latin league long middle ministry mount national nations navy new north northern
    office order organization parliament party patrol people's plan port pacific republic republican
    revolutionary river royal saint san security senate service south southern state states street
    summit supreme survey treaty tribunal union united university wall war west western white world
"""
_NAMING = frozenset(_NAMING_WORDS.split())
_READ = 20_000  # characters of an article, enough to meet the words of its title
_AROUND = 60  # characters of a title beside a word, enough to tell how it stands there
_KEPT = 600  # titles; the preview asks for those of a memo at each pause in typing

IsWord = Callable[[str], bool]  # whether a word written small is English; names are not


def sentence_case(title: str, body: str, is_word: IsWord) -> str:
    """Return a headline in the capitals of a sentence; what follows a colon begins with one too."""
    return _cased(title, body[:_READ] if is_headed(title) else "", is_word)


@lru_cache(maxsize=_KEPT)
def _cased(title: str, body: str, is_word: IsWord) -> str:
    text = _HEADING.sub("", body).replace(title, "")
    seen = _Seen(frozenset(_WORD.findall(text)), frozenset(_names(text)), is_word)
    is_headline = is_headed(title)

    def cased(word: re.Match[str]) -> str:
        before = title[max(0, word.start() - _AROUND) : word.start()]
        if _is_as_written(word, before):
            return word[0]
        if _START.search(before):
            return word[0][0].title() + word[0][1:]
        return word[0] if not is_headline or seen.is_name(word, title) else word[0].lower()

    return _WORD.sub(cased, title)


def _is_as_written(word: re.Match[str], before: str) -> bool:
    """Tell whether a word's letters are its own: “iPhone”, “Booking.com”, behind a full stop.

    A small letter behind a stop shows that the stop ends no sentence: “vs. the World”.
    """
    if any(letter.isupper() for letter in word[0][1:]) or _JOINED_BEFORE.search(before):
        return True
    if _JOINED_BEHIND.match(word.string, word.end()):
        return True
    return bool(_STOP.search(before)) and not _STOPPED.search(before.rstrip())


@dataclass(frozen=True, slots=True)
class _Seen:
    """The words of an article, and those that stand amid its sentences with a capital."""

    words: frozenset[str]
    names: frozenset[str]
    is_word: IsWord

    def is_name(self, word: re.Match[str], title: str) -> bool:
        """Tell whether a capital in a title is a name's."""
        plain = _OWN.sub("", word[0])
        small = plain.lower()
        if any(letter.isupper() for letter in plain[1:]) or (len(plain) == 1 and plain != "A"):
            return True
        if small in SMALL_WORDS:
            return False
        if any(pair in self.names for pair in _pairs(word, title)):
            return True
        if small in self.words:
            return False
        return plain in self.names or small in _NAMING or not self.is_word(small)


def _names(text: str) -> set[str]:
    """Return the words of names, and each two that follow one another."""
    names: set[str] = set()
    for found in _AMID.findall(text):
        words = found.split()
        names.update(words, (" ".join(two) for two in pairwise(words)))
    return names


def _pairs(word: re.Match[str], title: str) -> list[str]:
    """Return a word with the one before, and with the one behind, where only a blank parts them."""
    before = title[max(0, word.start() - _AROUND) : word.start()].split(" ")
    after = title[word.end() : word.end() + _AROUND].split(" ")
    pairs: list[str] = []
    if len(before) > 1 and before[-1] == "":
        pairs.append(f"{before[-2]} {word[0]}")
    if len(after) > 1 and after[0] == "":
        pairs.append(f"{word[0]} {after[1]}")
    return pairs
