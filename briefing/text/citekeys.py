"""Citekeys: short readable names for articles, as `nytimes2025mexico`."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from briefing.model.partial_date import PartialDate
from briefing.text.romanise import romanised

MAX_SOURCE = 18
MAX_WORD = 16
_SHORT = 2  # letters; a longer word tells more
NAMELESS = "article"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that tell nothing of a title's subject, in the languages that analysts read most.
_STOPWORDS = _words(
    """
    a about after again against all also am an and any are as at be been before being between both
    but by can could did do does doing down during each few for from further had has have having
    he her here hers him his how i if in into is it its just may me might more most must my new no
    nor not now of off on once one only or other our out over own per said says shall she should
    so some such than that the their them then there these they this those three through to too
    two under until up upon versus via vs was we were what when where which while who whom why
    will with within without would yes you your de da das der des di die do dos du e een ein eine
    el en er es et het il im ist la las le les lo los mit na ne nel no o os para pas por pour que
    qui se su sur te um una und une uno van von y zu zum zur au aux dans del den dem des della dei
    gli i al con
    """
)
_LINKING_WORDS = _words("the a an of and for de la le les el los der die das du des et y")
# Countries, blocs and offices whose short form says less than the word after it.
_ACRONYMS = _words(
    """
    us usa uk eu un uae ussr drc prc roc rok dprk eea uno nz oau au g7 g20 pm mp mps rt hon
    """
)
_TITLES_OF_PEOPLE = _words("mr mrs ms dr sir dame lord lady hon st")
_DOMAIN_PARTS = _words("www www2 com org net gov edu mil int co ac info news")
_DOTTED = re.compile(r"(?:\b[^\W\d_]\.){2,}")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_DOMAIN = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:[:/].*)?", re.IGNORECASE)


def citekey_stem(
    publisher: str, authors: Sequence[str], published: PartialDate | None, title: str, url: str
) -> str:
    """Return what a citekey is made of: who published it, the year, the title's telling word.

    Who: the publisher, else the first author, else the address's domain; up to two words of a
    name, the initials of a longer one. The telling word is the first that is no abbreviation,
    country's acronym, number or stopword; without a who it comes first. ASCII letters and digits
    only.
    """
    source = _source(publisher) or _surname(authors) or _source(_domain(url))
    year = f"{published.year:04d}" if published else ""
    word = _telling_word(title)
    key = f"{source}{year}{word}" if source else f"{word}{year}"
    return key if key and key[0].isalpha() else f"{NAMELESS}{key}"


def free_number(taken: Callable[[int], bool], given: int = 0) -> int:
    """Return a number by which a stem becomes a free citekey: found by doubling and halving.

    `given` is one that was free before, and is taken now: the next is tried first.
    """
    if not taken(0):
        return 0
    low, high = given, given + 1  # `low` is taken, `high` is to be tried
    while taken(high):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        if taken(middle):
            low = middle
        else:
            high = middle
    return high


def numbered(stem: str, number: int) -> str:
    """Return the citekey of a stem that has this number: `a`, `b`, … `aa`; 0 is the stem itself."""
    return stem + _suffix(number)


@lru_cache(maxsize=1024)  # many articles are of one publisher
def _source(name: str) -> str:
    """Return a short form of who published: its domain, its surname, its words or initials."""
    domain = _DOMAIN.fullmatch(name.strip())
    if domain:
        parts = [part for part in domain[1].lower().split(".") if part not in _DOMAIN_PARTS]
        parts = parts[:-1] if len(parts) > 1 else parts
        return _letters(parts[-1])[:MAX_SOURCE] if parts else ""
    if _looks_like_inverted_name(name):
        return _letters(name.partition(",")[0])[:MAX_SOURCE]
    words = [_letters(word) for word in _WORD.findall(_undotted(name)) if _is_readable(word)]
    words = list(filter(None, words))
    words = [word for word in words if word not in _LINKING_WORDS] or words
    joined = "".join(words)
    if len(words) > 2 or len(joined) > MAX_SOURCE:
        initials = "".join(word[0] for word in words)
        return initials[:MAX_SOURCE] if len(words) > 1 else joined[:MAX_SOURCE]
    return joined


def _looks_like_inverted_name(name: str) -> bool:
    """Return whether it is written `Menzies, Robert`."""
    before, comma, after = name.partition(",")
    return bool(comma) and len(before.split()) == 1 and 0 < len(after.split()) <= 3


def _surname(authors: Sequence[str]) -> str:
    """Return the first author's last name; a name without blanks is taken whole."""
    if not authors:
        return ""
    if "," in authors[0]:
        return _letters(authors[0].partition(",")[0])[:MAX_SOURCE]
    words = romanised(authors[0].replace("-", "")).split()
    return words[-1][:MAX_SOURCE] if words else ""


def _domain(url: str) -> str:
    match = _DOMAIN.fullmatch(url.strip())
    return match[1] if match else ""


def _undotted(text: str) -> str:
    """Write `U.S.` as `US`, so that it is one word."""
    return _DOTTED.sub(lambda match: match[0].replace(".", ""), text)


def _telling_word(title: str) -> str:
    """Return the first word that tells what a title is about, or nothing."""
    words = _WORD.findall(_DOTTED.sub(" ", title))
    shouted = title.upper() == title
    fallbacks: list[tuple[int, str]] = []  # how little they tell, in their order
    for word in words:
        roman = _stem(word) if _is_readable(word) else ""
        tells = bool(roman) and _tells(word, roman, shouted=shouted)
        if tells and len(roman) > _SHORT:
            return roman[:MAX_WORD]
        if roman:
            fallbacks.append((0 if tells else 2 if roman in _STOPWORDS else 1, roman))
    return min(fallbacks, key=lambda one: one[0])[1][:MAX_WORD] if fallbacks else ""


def _stem(word: str) -> str:
    """Return a word's letters without `l’` before them or `’s` after."""
    parts = [_letters(part) for part in re.split("[’']", word)]
    return parts[0] if len(parts) == 1 or len(parts[0]) > 2 else parts[1]


def _is_readable(word: str) -> bool:
    """Return whether every letter of a word has a Latin form; an ideograph has none."""
    return all(romanised(char) for char in word if unicodedata.category(char) == "Lo")


def _tells(word: str, roman: str, *, shouted: bool) -> bool:
    """Return whether a word may stand for its title; `shouted`: all of it is in capitals."""
    if roman in _STOPWORDS or roman in _TITLES_OF_PEOPLE or any(map(str.isdigit, roman)):
        return False
    acronym = word.isupper() and len(word) <= 3 and not shouted
    return not (acronym or (roman in _ACRONYMS and (word.isupper() or shouted)))


def _letters(text: str) -> str:
    return romanised(text).replace(" ", "")


def _suffix(number: int) -> str:
    """Return a, b, … z, aa, ab, … for 1, 2, …; the key itself counts as nothing."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
