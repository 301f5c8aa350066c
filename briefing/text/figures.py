"""The first figure of a passage, with its unit: `$3.2bn`, `fifty-nine people`, `12.5 per cent`.

Figures that count or measure nothing are passed over: days, years, times, and the numbers of
articles, sections, pages and the like.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from briefing.text.number_words import number_of, words_pattern

UNIT_WORDS = 4

_SCALES = {
    **dict.fromkeys(("thousand", "mil", "mille", "tausend", "k"), Decimal(10**3)),
    **dict.fromkeys(("million", "millions", "millones", "millón", "mn", "mio"), Decimal(10**6)),
    **dict.fromkeys(("millionen", "million's", "m"), Decimal(10**6)),
    **dict.fromkeys(("billion", "billions", "bn", "milliard", "milliards"), Decimal(10**9)),
    **dict.fromkeys(("milliarden", "mrd", "mil millones"), Decimal(10**9)),
    **dict.fromkeys(("trillion", "trillions", "tn", "trn", "billones", "billón"), Decimal(10**12)),
    **dict.fromkeys(("hundred",), Decimal(100)),
    **dict.fromkeys(("dozen",), Decimal(12)),
}
_LONG = "|".join(sorted((s for s in _SCALES if s not in {"m", "k"}), key=len, reverse=True))
_MONEY = r"US\$|A\$|C\$|MX\$|[$€£¥]|USD|EUR|GBP|MXN|CAD|AUD|JPY|CHF"
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|janv|févr|avr|mai|juin"
    r"|juil|août|déc|märz|okt|dez)[a-zéûä]*\.?"
)
_DIGITS = (
    r"\d{1,3}(?:[,\ \u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+(?:[.,]\d+)?"
)
_FRACTION = (
    r"[\s-](?:thirds?|quarters?|halves|fifths?|sixths?|eighths?|tenths?|in\s(?:ten|five|four))\b"
)
_NUMBER = re.compile(
    rf"""(?<![\w.,/:-])(?P<minus>minus\s|[-−](?=[\d$€£¥]))?(?P<before>{_MONEY})?\s?
    (?:(?P<digits>{_DIGITS})(?![\d/:]|[.,]\d)|(?P<words>\b(?:{words_pattern()})\b)(?!{_FRACTION}))
    (?:(?P<tight>bn|tn|trn|mn|m|k)\b|[\s-]?(?P<scale>{_LONG})\b\.?)?
    (?P<behind>\s?(?:%|per\s?cent\b|percent\b|por\sciento\b|pour\scent\b|Prozent\b))?""",
    re.VERBOSE | re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?:\b(?:no|nos|nr|núm|art|arts|article|artículo|artikel|sections?|secs?|sects?|chapter"
    r"|page|pages|pp?|paragraph|para|figure|fig|table|annex|part|title|vol|volume|resolution|act"
    r"|rule|order|item|step|version|clause|schedule|phase|day|number|law)\b\.?|[§#№])\s*\(?$",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?:st|nd|rd|th|\.)?\s+(?:of\s|de\s)?{_MONTH}(?!\w)", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+$", re.IGNORECASE)
_TIME = re.compile(
    r"\s?(?:[ap]\.?m\b|o['’]clock|hrs\b|GMT\b|UTC\b)|(?:st|nd|rd|th)\b", re.IGNORECASE
)
_DETERMINER = re.compile(
    r"\b(?:the|these|those|los|las|les|ces|other|our|their)\s+$", re.IGNORECASE
)
_SINCE = re.compile(
    r"\b(?:in|since|by|from|until|till|during|of|and|en|desde|hasta|depuis|de|seit|bis|im)\s+$",
    re.IGNORECASE,
)
_COUNTED = frozenset({"people", "men", "women", "children", "police", "personnel", "staff"})
_UNIT_WORD = re.compile(r"\s*([^\W\d_](?:[\w’'-]|\.(?=\w\.))*\.?)")
_STOP_WORDS = """
    a about across after against all also among an and are as at be because been before between
    but by can could de del des did do does du during each every for from had has have he her his
    if in into is it its la las le les los may might more near not of off on or out over para per
    por que she should since so than that the their them then there these they this those through
    to under until up was we were what when where which while who whom whose will with within would
    y et en un une una con sur dans par pour qui aux au der die das und von im mit
"""
_STOP = frozenset(_STOP_WORDS.split())
_DOTTED = frozenset({"es", "fr", "de", "pt", "it"})  # 1.234 is a thousand and more
_OF = re.compile(r"\s+(?:de\s|d['’])", re.IGNORECASE)
_CURRENCY = {
    **dict.fromkeys(("usd", "us$"), "US$"),
    **dict.fromkeys(("eur", "euro", "euros"), "€"),
    **dict.fromkeys(("gbp",), "£"),
    **dict.fromkeys(("dollar", "dollars", "dólares"), "$"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that counts or measures; `value` keeps the precision written (3.2E+9)."""

    start: int
    end: int
    value: Decimal
    unit: str
    number_end: int
    scale: Decimal | None


def read_figure(text: str) -> tuple[Decimal, str] | None:
    """Return the value and unit of the first figure that counts or measures, or None.

    `$3.2bn` is 3200000000 with the unit `$`; a percentage has the unit `%`; a count has the words
    that name what is counted. A dot between digits is a decimal point unless it parts thousands.
    """
    for figure in figures(text):
        whole = figure.value.to_integral_value()
        return (whole if whole == figure.value else figure.value), figure.unit
    return None


def figures(text: str, language: str = "en") -> Iterator[Figure]:
    """Yield every figure that counts or measures; Spanish and French part thousands by dots."""
    for match in _NUMBER.finditer(text):
        if not _is_label(text, match) and (found := _figure(text, match, language)):
            yield found


def figure_at(text: str, position: int, language: str = "en") -> Figure | None:
    """Return the figure that begins at a place, whatever stands before it."""
    match = _NUMBER.match(text[position:])
    return _figure(text[position:], match, language) if match else None


def _figure(text: str, match: re.Match[str], language: str) -> Figure | None:
    value = _value(match, language)
    if value is None:
        return None
    unit, end = _unit(text, match)
    blanks = len(match[0]) - len(match[0].lstrip())
    return Figure(match.start() + blanks, end, value, unit, match.end(), _scale(match))


def _value(match: re.Match[str], language: str) -> Decimal | None:
    words, digits = match["words"], match["digits"]
    number = number_of(words) if words else _decimal(digits, language)
    if number is None:
        return None
    scale = _scale(match)
    if scale is not None:
        power = scale.adjusted()
        number = number.scaleb(power) if scale == Decimal(1).scaleb(power) else number * scale
    return -number if match["minus"] else number


def _scale(match: re.Match[str]) -> Decimal | None:
    tight = (match["tight"] or "").lower()
    if tight == "m" and not match["before"]:
        tight = ""  # metres, as likely as not
    return _SCALES.get(tight) or _SCALES.get((match["scale"] or "").lower().rstrip("."))


def _decimal(digits: str, language: str) -> Decimal | None:
    plain = re.sub(r"[ \u00a0\u202f\u2009'’]", "", digits)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain) and language[:2] != "fr":
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", plain) or (
        language[:2] in _DOTTED and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}(?:,\d+)?", plain)
    ):
        plain = plain.replace(".", "")
    try:
        return Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None


def _is_label(text: str, match: re.Match[str]) -> bool:
    """Tell whether a number names a day, a year, a time or a part of a document."""
    if match["before"] or match["behind"] or match["scale"]:
        return False
    before, behind = text[max(0, match.start() - 24) : match.start()], text[match.end() :]
    if _REFERENCE.search(before) or _TIME.match(behind):
        return True
    if match["words"]:
        return bool(_DETERMINER.search(before))
    digits = match["digits"] or ""
    if not digits.isdigit():
        return False
    if _DAY.match(behind) or (_MONTH_BEFORE.search(before) and int(digits) <= 31):
        return True
    if len(digits) != 4 or not 1500 <= int(digits) <= 2199:
        return False
    counted = _unit(text, match)[0].partition(" ")[0].lower()
    return bool(_SINCE.search(before)) or not (counted.endswith("s") or counted in _COUNTED)


def _unit(text: str, match: re.Match[str]) -> tuple[str, int]:
    """Return the words for what is counted, and where they end."""
    if match["behind"]:
        return "%", match.end()
    if match["before"]:
        return _CURRENCY.get(match["before"].lower(), match["before"]), match.end()
    if match["tight"] and match["tight"].lower() == "m":
        return "m", match.end()
    words: list[str] = []
    position = match.end()
    of = _OF.match(text, position) if match["scale"] or match["words"] else None
    position = of.end() if of else position
    end = match.end()
    while len(words) < UNIT_WORDS and (word := _UNIT_WORD.match(text, position)):
        plain = word[1].rstrip(".")
        if plain.lower() in _STOP or (words and plain[0].isupper()):
            break
        words.append(plain)
        position, end = word.end(), word.start(1) + len(plain)
        if word[1].endswith(".") or (len(plain) <= 2 and plain.islower()) or _is_plural(plain):
            break
    unit = " ".join(words)
    return _CURRENCY.get(unit.lower(), unit), end


def _is_plural(word: str) -> bool:
    """Tell whether a word ends what is counted: `members left` counts members."""
    return word.lower() in _COUNTED or (
        len(word) > 3 and word.endswith("s") and word[-2] not in "su"
    )
