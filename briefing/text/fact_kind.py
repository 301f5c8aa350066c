"""A first proposal of what kind of fact a passage states; the analyst has the last word."""

import re

from briefing.model.fact import FactKind
from briefing.text.written_dates import find_dates

# Ordered: the first that fits wins. Word lists in English, Spanish and French.
_RULES: tuple[tuple[FactKind, re.Pattern[str]], ...] = (
    (FactKind.QUOTATION, re.compile(r"[“\"«][^”\"»]{12,}[”\"»]")),
    (
        FactKind.DECISION,
        re.compile(
            r"\b(agreed|decided|ordered|approved|signed|directed|announced|will (?:establish|form"
            r"|coordinate)|formation of|acordaron|decidió|ordenó|firmó|aprobó|a décidé"
            r"|ont convenu|a signé|a ordonné)\b",
            re.IGNORECASE,
        ),
    ),
    (
        FactKind.FIGURE,
        re.compile(
            r"(?<![\w/-])[$€£]?\d[\d.,]*(?:\s?(?:%|per cent|percent|million|billion|bn|m))?"
            r"(?![\w/-])"
            r"|\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
            re.IGNORECASE,
        ),
    ),
    (
        FactKind.EVENT,
        re.compile(
            r"\b(met|meeting|arrived|arrested|killed|struck|strike|visited|held|took place|attacked"
            r"|se reunió|llegó|detuvo|visitó|a rencontré|est arrivé|a visité)\b",
            re.IGNORECASE,
        ),
    ),
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def guess_kind(passage: str) -> FactKind:
    """Return the likeliest kind; a claim where nothing tells. A date or a year is no figure."""
    for kind, pattern in _RULES:
        text = _without_dates(passage) if kind is FactKind.FIGURE else passage
        if pattern.search(text):
            return kind
    names_day = any(one.date.day for one in find_dates(passage))
    return FactKind.DATE if names_day else FactKind.CLAIM


def _without_dates(passage: str) -> str:
    for one in reversed(find_dates(passage)):
        passage = passage[: one.start] + " " + passage[one.end :]
    return _YEAR.sub("", passage)
