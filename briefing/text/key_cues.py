"""What in a sentence tells of a key fact: figures, decisions, agreements, quoted speech, dates.

Word lists in English, Spanish and French; a text in another language has figures, dates and quotes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.fact import FactKind
from briefing.text.key_cue_words import (
    ACTED,
    AGREED,
    COUNTED,
    DECIDED,
    MEASURES,
    MONTHS,
    RECENT,
    SAID,
    SCALES,
)
from briefing.text.number_words import words_pattern

SHOWN = 60  # characters of a cue that are told


@dataclass(frozen=True, slots=True)
class Cue:
    """One sign of a key fact: what it is called, the words, and how much it tells."""

    kind: FactKind
    name: str
    words: str
    weight: float

    @property
    def reason(self) -> str:
        """Return what to say of it: `a figure: $3.2 billion`."""
        words = " ".join(self.words.split())
        shown = words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"
        return f"{self.name}: {shown}"


_NUMBER = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_MONEY = r"(?:US|A|C|NZ|AU|HK)?\$|[€£¥]|USD|EUR|GBP|AUD"
_SCALED = rf"(?:{_NUMBER}|(?:{words_pattern()}))[\s-](?:{SCALES})(?!\w)"
_STRONG_FIGURE = re.compile(
    rf"(?<![\w.,])(?:{_MONEY})\s?(?:{_NUMBER})(?:\s?(?:{SCALES}|bn|m|k)(?!\w))?"
    rf"|(?<![\w.,])(?:{_SCALED})(?:\s(?:de\s|d['’])?(?:{MEASURES})(?!\w))?"
    rf"|(?<![\w.,/-])(?:{_NUMBER})(?:\s?%|\s(?:{MEASURES})(?!\w))"
    rf"|(?<!\w)(?:{words_pattern()})\s(?:{MEASURES})(?!\w)",
    re.IGNORECASE,
)
_FIGURE_NEAR = re.compile(rf"\d|(?<=[\s-])(?:{SCALES}|{MEASURES})(?!\w)", re.IGNORECASE)
_GROUPED = re.compile(r"(?<![\w.,/-])\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?![\w-]|[.,]\d)")
_COUNT = re.compile(
    rf"(?<![\w.,/$-])(?!(?:1[5-9]|20)\d\d\b)\d{{1,6}}(?=\s(?:[^\W\d_]+[\s-]){{0,2}}(?:{COUNTED})(?!\w))"
    rf"|(?<!\w)(?:{words_pattern()})\s(?=(?:[^\W\d_]+\s){{0,2}}(?:{COUNTED})(?!\w))",
    re.IGNORECASE,
)
_LOOSE_COUNT = re.compile(
    r"(?<![\w.,/$#§-])(?<!\b[A-Z]\s)(?!(?:1[5-9]|20)\d\d\b)\d{2,6}(?=\s[a-zà-ÿ]{4,})"
)
_REFERENCE = re.compile(
    r"(?:\b(?:no|nos|núm|art|article|artículo|sections?|secs?|chapter|pages?|pp?|vol|volume|rule"
    r"|issue|number|order|title|section|version|phase|step|figure|table|annex|grade)\b\.?|[§#№])\s*$",
    re.IGNORECASE,
)

_DATE = re.compile(
    rf"(?<!\w)(?:\d{{1,2}}(?:st|nd|rd|th|er|º)?(?:\s?[-–]\s?\d{{1,2}})?(?:\s(?:de|of))?\s(?:{MONTHS})"
    rf"|(?:{MONTHS})\s\d{{1,2}}(?:st|nd|rd|th)?)(?!\w)(?:,?\s(?:de\s|del\s)?\d{{4}})?"
    r"|(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(
    rf"(?<!\w)(?:{MONTHS})\s(?:of\s|de\s|del\s)?(?:1[5-9]|20)\d\d(?!\w)", re.IGNORECASE
)
_YEAR = re.compile(
    r"(?<!\w)(?:(?:in|since|by|until|en|desde|hasta|depuis|dès|de|between|entre|durante|fin)"
    r"(?:\sl['’]an|\sel\saño)?\s|(?:et|and|y|,)\s)(?:1[5-9]|20)\d\d(?!\w|[-–]\d)",
    re.IGNORECASE,
)
_RECENT = re.compile(rf"(?<!\w)(?:{RECENT})(?!\w)", re.IGNORECASE)

_DECIDED = re.compile(rf"(?<!\w)(?:{DECIDED})(?!\w)")
_AGREED = re.compile(rf"(?<!\w)(?:{AGREED})(?!\w)", re.IGNORECASE)
_ACTED = re.compile(rf"(?<!\w)(?:{ACTED})(?!\w)", re.IGNORECASE)
_SPANISH_PARTICIPLE = re.compile(r"^[^\W\d_]+[ai]d[oa]s?$")
_SPANISH_AUXILIARY = re.compile(
    r"\b(?:h[ae]n?|había[ns]?|habrán?|haber|fue(?:ron)?|será[ns]?|ser|siendo|sido|es|son|era[ns]?)"
    r"(?:\s[^\W\d_]+)?\s$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"(?:\b(?:the|an?|its|their|our|his|her|my|your|of|with|for)|['’]s)"
    r"(?:\s(?:newly|recently|already|fully|most|long|old|new))?\s$",
    re.IGNORECASE,
)
_NOUN_BEHIND = re.compile(
    r"\s[a-z]{4,}s?\b(?<!\bthat)(?<!\bthis)(?<!\bwith)(?<!\bfrom)(?<!\bplans)"
)
_QUOTE = re.compile(r"[“\"«„]\s?([^“”\"«»„]{3,}?)\s?[”\"»“]|[“\"«]\s?([^“”\"«»]{20,})$")
_SAID = re.compile(rf"(?<!\w)(?:{SAID})(?!\w)", re.IGNORECASE)
_MIN_QUOTED = 3  # words that make a quotation rather than a title or a term
_MUCH_QUOTED = 8


def find_cues(sentence: str) -> tuple[Cue, ...]:
    """Return the signs of a key fact in a sentence, the strongest of each kind, strongest first."""
    best: dict[str, Cue] = {}
    for cue in _cues(sentence):
        if cue.name not in best or cue.weight > best[cue.name].weight:
            best[cue.name] = cue
    return tuple(sorted(best.values(), key=lambda cue: -cue.weight))


def _cues(sentence: str) -> Iterator[Cue]:
    yield from _figures(sentence)
    yield from _words(sentence)
    yield from _dates(sentence)
    yield from _quotes(sentence)


def _figures(sentence: str) -> Iterator[Cue]:
    undated = _blanked(_DATE, _blanked(_MONTH_YEAR, sentence))
    strong = (_STRONG_FIGURE, 3.0), (_GROUPED, 2.8)  # the dear one only where it may match
    for pattern, weight in (*(strong if _FIGURE_NEAR.search(undated) else ()), (_COUNT, 2.6)):
        for match in pattern.finditer(undated):
            if not _REFERENCE.search(undated[: match.start()]):
                words = _with_noun(sentence, match.start(), match.end())
                yield Cue(FactKind.FIGURE, "a figure", words, weight)
    for match in _LOOSE_COUNT.finditer(undated):
        if not _REFERENCE.search(undated[: match.start()]):
            words = _with_noun(sentence, match.start(), match.end())
            yield Cue(FactKind.FIGURE, "a number", words, 2.1)


def _words(sentence: str) -> Iterator[Cue]:
    for match in _AGREED.finditer(sentence):
        yield Cue(FactKind.DECISION, "an agreement", match[0], 2.6)
    for match in _DECIDED.finditer(sentence):
        if _is_adjective(sentence, match):
            continue
        yield Cue(FactKind.DECISION, "a decision", match[0], 2.4)
    for match in _ACTED.finditer(sentence):
        yield Cue(FactKind.EVENT, "an event", match[0], 1.3)


def _is_adjective(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a participle qualifies a noun: `the accepted view`, `un juego ordenado`."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    if _SPANISH_PARTICIPLE.search(match[0]):
        return not (_SPANISH_AUXILIARY.search(before) or after.startswith(" por "))
    is_bare = match[0].endswith("ed") and " " not in match[0]
    return is_bare and bool(_DETERMINER.search(before) and _NOUN_BEHIND.match(after))


def _dates(sentence: str) -> Iterator[Cue]:
    for pattern, weight in ((_DATE, 2.0), (_MONTH_YEAR, 1.6), (_YEAR, 1.5), (_RECENT, 0.9)):
        for match in pattern.finditer(sentence):
            yield Cue(FactKind.DATE, "a date", match[0].strip(" ,"), weight)


def _quotes(sentence: str) -> Iterator[Cue]:
    said = _SAID.search(_blanked(_QUOTE, sentence))
    for match in _QUOTE.finditer(sentence):
        quoted = match[1] or match[2] or ""
        length = len(quoted.split())
        if said and (length >= _MIN_QUOTED or quoted[:1].islower()):
            weight = 3.0 if length >= _MUCH_QUOTED else 2.5
            yield Cue(FactKind.QUOTATION, "quoted speech", f"{said[0]} {match[0]}", weight)


def _with_noun(sentence: str, start: int, end: int) -> str:
    """Return the words of a figure with the word behind it, for the reason."""
    following = re.match(r"\s?(?:de\s|d['’]|of\s)?[^\W\d_]+", sentence[end:])
    return sentence[start : end + (following.end() if following else 0)]


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)
