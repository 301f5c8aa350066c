"""A sentence as it reads once a fact in it says something else: a proposal, for the analyst."""

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from briefing.model.block import Span
from briefing.model.fact_history import FactState
from briefing.model.partial_date import PartialDate
from briefing.text.fact_quantity import quantity_of
from briefing.text.quantities import FoundQuantity, agree, find_quantities
from briefing.text.written_dates import find_dates

_STOP = ".!?…"
_FIGURE = re.compile(r"\d[\d.,\u00a0\u202f\u2009'’]*\d|\d")
_SCALES = (
    (Decimal(10**12), re.compile(r"\s?(?:trillion|tn|trn)\b", re.IGNORECASE)),
    (Decimal(10**9), re.compile(r"\s?(?:billion|bn|milliards?|mil\smillones)\b", re.IGNORECASE)),
    (Decimal(10**6), re.compile(r"\s?(?:million|millions|millones|m|mn)\b", re.IGNORECASE)),
    (Decimal(10**3), re.compile(r"\s?(?:thousand|mil|mille|k)\b", re.IGNORECASE)),
)
_Change = tuple[int, int, str]


def restated(
    text: str, untouched: Sequence[Span], said: Sequence[FactState], now: FactState
) -> str:
    """Return the sentence with what a fact said before replaced by what is said now.

    Its statement where it stands word for word, else its figure and its date. `untouched` are
    places such as citations; `said` goes from the latest to the first. What is not found stays.
    """
    for state in said:
        whole = _with_statement(text, state.statement, now.statement)
        if whole is not None:
            return whole
    changes = [
        change
        for change in (*_figures(text, said, now), *_dates(text, said, now))
        if not any(span.start < change[1] and change[0] < span.end for span in untouched)
    ]
    parts: list[str] = []
    position = 0
    for start, end, new in sorted(set(changes)):
        if start >= position:
            parts += [text[position:start], new]
            position = end
    return "".join([*parts, text[position:]])


def _with_statement(text: str, old: str, new: str) -> str | None:
    plain, newer = old.strip().rstrip(_STOP), new.strip().rstrip(_STOP)
    if not plain or plain == newer:
        return None
    at = text.find(plain)
    return None if at < 0 else text[:at] + newer + text[at + len(plain) :]


def _figures(text: str, said: Sequence[FactState], now: FactState) -> Iterator[_Change]:
    if now.value is None:
        return
    newer = quantity_of(now.value, now.unit)
    for state in said:
        old = quantity_of(state.value, state.unit)
        if old is None or newer is None or old == newer or old.unit != newer.unit:
            continue
        for found in find_quantities(text):
            if agree(old, found.quantity) and found.quantity.high is None:
                yield from _figure(found, now.value)


def _figure(found: FoundQuantity, value: Decimal) -> Iterator[_Change]:
    """Yield the figure as the old one is written: its scale, its separators."""
    digits = _FIGURE.search(found.words)
    if digits is None:
        words = re.match(r"[^\W\d]+(?:-[^\W\d]+)*", found.words)
        if words:  # a number word: the figure in digits
            yield found.start, found.start + words.end(), _plain(value, "59")
        return
    start, end = found.start + digits.start(), found.start + digits.end()
    for scale, name in _SCALES:
        word = name.match(found.words, digits.end())
        if word:
            scaled = value / scale
            fits = scaled >= 1 and len(scaled.normalize().as_tuple().digits) <= 4
            if fits:
                yield start, end, format(scaled.normalize(), "f")
            else:
                yield start, found.start + word.end(), _plain(value, "1,000")
            return
    yield start, end, _plain(value, digits[0])


def _plain(value: Decimal, like: str) -> str:
    """Return a number with the separator of thousands that another one has."""
    separator = re.search(r"(?<=\d)([.,\u00a0\u202f\u2009'’])(?=\d{3}(?:\D|$))", like)
    number = format(value, ",f") if separator or abs(value) >= 10_000 else format(value, "f")
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    sign = separator[1] if separator else ","
    return number.replace(",", sign) if sign != "," and "." not in number else number


def _dates(text: str, said: Sequence[FactState], now: FactState) -> Iterator[_Change]:
    for state in said:
        if state.as_of is None or now.as_of is None or state.as_of == now.as_of:
            continue
        for found in find_dates(text):
            written = text[found.start : found.end]
            for form in _FORMS:
                if form(state.as_of) == written:
                    yield found.start, found.end, form(now.as_of)
                    break


def _american(date: PartialDate) -> str:
    words = date.human().split()
    return f"{words[1]} {words[0]}, {words[2]}" if date.day else " ".join(words)


def _american_short(date: PartialDate) -> str:
    words = date.short().split()
    return f"{words[1]} {words[0]}, {words[2]}" if date.day else " ".join(words)


_FORMS: tuple[Callable[[PartialDate], str], ...] = (
    PartialDate.human,
    PartialDate.short,
    _american,
    _american_short,
    str,
)
