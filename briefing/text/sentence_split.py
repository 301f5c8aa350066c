"""Where a plain text's sentences end: sentencex, mended where it cuts after an abbreviation."""

import re
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from briefing.model.block import Span

# After these no sentence ends, whatever follows.
_TITLES = (
    r"Mrs?|Ms|Mx|Drs?|Profs?|Gens?|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Brig|Sens?|Reps?|Govs?|Amb|Hon|Rev"
    r"|Pres|Sec|Supt|St|Ste|Messrs|MM|Mme|Mlle|Me|Sr|Sra|Srta|Dra|Lic|Ing|Gral|Hr|Fr|Frau"
)
# After these none ends where a figure, a lower-case letter or a bracket follows.
_BEFORE_FIGURE = (
    r"[Nn]os?|[Nn]rs?|[Nn]úm|[Aa]rts?|[Vv]ols?|[Cc]hs?|[Cc]haps?|[Ss]ecs?|[Ss]ects?|[Ff]igs?|pp?"
    r"|[Pp]gs?|[Pp]ágs?|[Pp]aras?|[Pp]árrs?|[Cc]f|[Cc]a|approx|[Aa]bs|[Ss]|[Rr]n|[Tt]it|[Cc]l"
    r"|[Rr]eg|[Pp]ts?|eds?|vs?|et al|ibid|op|e\.g|i\.e|z\. ?B|u\. ?a|d\. ?h|bzw|usw|etc|p\. ?ej"
    r"|c\.-à-d|incl|est|avg|max|min"
)
_AFTER_TITLE = re.compile(rf"(?:^|[\s(\[“\"«'’])(?:{_TITLES})\.\s*$")
_AFTER_LABEL = re.compile(rf"(?:^|[\s(\[“\"«'’,;])(?:{_BEFORE_FIGURE})\.\s*$")
_FRENCH_MISTER = re.compile(r"(?:^|[\s(])M\.\s*$")
_LABEL_CONTINUES = re.compile(r"[\d(\[§IVXLC]")
_LOWER = re.compile(r"[\W_]*[a-zà-öø-ÿ]")
_NO_GAP = re.compile(r"\w\.$")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*")
_ODD_BLANK = re.compile(r"[^\S\x00-\x7f]|[\n\r]")  # sentencex counts a blank as one byte
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class _Sentencex(Protocol):
    def segment(self, language: str, text: str) -> list[str]: ...


@cache
def _sentencex() -> _Sentencex:
    # Loaded on first use: the window's start imports this room's names, not a compiled library.
    return cast("_Sentencex", import_module("sentencex"))


def split_sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Return the sentences of a plain text, in code points, without the spaces around them.

    `language` is a tag such as `en`, `es-MX`; a blank line always ends a sentence.
    """
    tag = _LANGUAGE.match(language.lower())
    spans: list[Span] = []
    begin = 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        spans += _paragraph(text[begin:end], begin, tag[0] if tag else "en")
        begin = gap.end() if gap else end
    return tuple(spans)


def _paragraph(text: str, offset: int, language: str) -> list[Span]:
    clean = _ODD_BLANK.sub(" ", _SURROGATE.sub("\ufffd", text))
    spans: list[Span] = []
    position = begin = 0
    pieces = _sentencex().segment(language, clean) if clean.strip() else []
    for index, piece in enumerate(pieces):
        position += len(piece)
        following = pieces[index + 1] if index + 1 < len(pieces) else ""
        if following and _goes_on(clean[begin:position], following, language):
            continue
        words = clean[begin:position]
        if words.strip():
            start = begin + len(words) - len(words.lstrip())
            spans.append(Span(offset + start, offset + begin + len(words.rstrip())))
        begin = position
    return spans


def _goes_on(sentence: str, following: str, language: str) -> bool:
    """Tell whether a sentence was cut too early."""
    tail = sentence[-40:]
    if _AFTER_TITLE.search(tail) or (language == "fr" and _FRENCH_MISTER.search(tail)):
        return True
    if _AFTER_LABEL.search(tail) and (_LABEL_CONTINUES.match(following) or _LOWER.match(following)):
        return True
    if _NO_GAP.search(sentence) and following[:1].isalnum():
        return True  # a name with a dot in it, such as a file's
    return bool(_LOWER.match(following)) and not tail.rstrip().endswith(("?", "!", "…"))
