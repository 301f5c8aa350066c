"""Whether two sentences of one text give two values to one measure.

Precision first. It is one measure where all telling words of the shorter statement stand in the
longer one, something of what is measured among them; where no word is qualified in the one by what
the other lacks; where the unit is the same; and where neither names another place, time or case.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.text.contradiction import same_time
from briefing.text.quantity_match import may_agree, of_one_kind
from briefing.text.quantity_units import is_measure
from briefing.text.statement_profile import Profile, Said, profile
from briefing.text.statement_words import statement_words

# Numbers that name or narrow something: `(Smith 2019)`, `top 1%`, `Python 3.11`, `two-year`.
_NAMING = re.compile(
    r"\b(?:top|bottom|first|last|next|past|aged?(?: of)?|every|than|level|stage|phase|tier|type)\s"
    r"(?:the )?\$?\d[\d.,–-]*%?|\b\d+-(?:year|month|week|day|hour)s?\b(?:-old)?"
    r"|(?<=\S\s)[A-Z][\w.-]*\s(?!(?:1[5-9]|20)\d\d\b)\d[\d.-]*(?=[\s,;)]*(?:[a-z]|$))"
    r"(?! (?:million|billion))"
)
_LARGE = re.compile(r"\d,\d{3}|\b(?:hundred|thousand|million|billion|trillion)")
_COUNTED = re.compile(r"(?:[^\Wsu]s|people|men|children|police|staff|personnel|lives)\W*$")
_MODAL = re.compile(r"\b(?:would|could|may|might)\b")
_MEASURE = re.compile(r"\b(?:cost|worth|value|average|total)(?=[sd]?\b)")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[^\w\s]")
_NO_QUALIFIER = ("ly", "'s", "’s", "s'", "s’")
_LEAST = 3  # words that both have
_LEAST_PLAIN = 2  # where a name is among them, or neither has another word
_MOST_MORE = 9  # words that one has more than the other
_MOST_OF_A_KIND = 2  # figures of one unit in a statement; more are a series


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement taken apart; `dated` has the dates of its sentence where it has none itself.

    `qualified` tells which words stand right before which, `measures` what is counted or weighed,
    `shares` which of its figures are a part of something: `5% of households`.
    """

    profile: Profile
    dated: Profile
    qualified: Mapping[str, frozenset[str]]
    measures: frozenset[str]
    modals: frozenset[str]
    shares: frozenset[str]


@lru_cache(maxsize=20_000)
def telling(statement: str, sentence: str) -> Telling:
    """Take a statement apart that stands in a sentence."""
    plain = _NAMING.sub(lambda match: " " * len(match[0]), statement)
    told = profile(plain)
    units = (said.quantity.unit for said in told.said)
    return Telling(
        profile=told,
        dated=told if told.periods else profile(sentence),
        qualified=_qualified(plain),
        measures=frozenset(
            (*_MEASURE.findall(plain), *(unit for unit in units if not is_measure(unit)))
        ),
        modals=frozenset(_MODAL.findall(plain)),
        shares=frozenset(said.words for said in told.said if _is_share(said, plain)),
    )


def two_values(one: Telling, other: Telling) -> tuple[str, str] | None:
    """Return the two values that two statements give to one measure, or nothing."""
    if not _is_one_measure(one, other) or not same_time(one.dated, other.dated):
        return None
    for mine, others in _answering(one, other):
        if not may_agree(mine.quantity, others.quantity):
            return mine.words.strip(" ."), others.words.strip(" .")
    return None


def _is_one_measure(first: Telling, second: Telling) -> bool:
    one, other = first.profile, second.profile
    shared = one.stems & other.stems
    mine, others = one.stems - shared, other.stems - shared
    names = one.names | other.names
    measured = {word for word in first.measures & second.measures if _MEASURE.fullmatch(word)}
    is_plain = bool(shared & names) or not (mine or others)
    return (
        bool(shared)
        and len(shared) + len(measured) >= (_LEAST_PLAIN if is_plain else _LEAST)
        and not (mine and others)
        and max(len(mine), len(others)) <= _MOST_MORE
        and (bool(shared - names) or bool(first.measures & second.measures))
        and (one.scope, one.sign, first.modals) == (other.scope, other.sign, second.modals)
        and not (one.places & mine or other.places & others)
        and not any(_qualifies(first, second, stem) for stem in shared)
        and not any(_qualifies(second, first, stem) for stem in shared)
    )


def _qualifies(one: Telling, other: Telling, stem: str) -> bool:
    """Tell whether a statement qualifies a word, wherever it has it, by what the other lacks."""
    return all(
        word and word not in other.profile.stems
        for word in one.qualified.get(stem, frozenset({""}))
    )


def _answering(one: Telling, other: Telling) -> Iterator[tuple[Said, Said]]:
    """Yield the figures that answer one another: of one unit, equally many, in order."""
    left = [said for said in one.profile.said if _measures(said)]
    while left:
        kind = left[0].quantity
        mine = [said for said in left if of_one_kind(said.quantity, kind)]
        left = [said for said in left if said not in mine]
        others = [
            said
            for said in other.profile.said
            if _measures(said) and of_one_kind(said.quantity, kind)
        ]
        if len(mine) != len(others) or len(mine) > _MOST_OF_A_KIND:
            continue
        pairs = list(zip(mine, others, strict=True))
        if all(
            (not a.role or not b.role or a.role == b.role)
            and (a.words in one.shares) == (b.words in other.shares)
            for a, b in pairs
        ):
            yield from pairs


def _measures(said: Said) -> bool:
    """Tell whether a figure counts or measures, and is no label."""
    unit = said.quantity.unit
    if is_measure(unit) or unit == "person":
        return True
    return bool((_COUNTED if unit else _LARGE).search(said.words))


def _is_share(said: Said, text: str) -> bool:
    return bool(re.search(re.escape(said.words.strip()) + r"\s+of\b", text))


def _qualified(words: str) -> Mapping[str, frozenset[str]]:
    """Return the words that stand right before each telling word, `""` where there is none.

    What ends in -ly or is an owner, and what stands before a name, qualifies nothing.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    before = ""
    for token in _TOKEN.findall(words):
        word = next(statement_words(token), None)
        stem = word.stem if word and word.is_telling else ""
        if stem:
            found[stem].add("" if token[0].isupper() else before)
        before = "" if token.lower().endswith(_NO_QUALIFIER) else stem
    return {stem: frozenset(each) for stem, each in found.items()}
