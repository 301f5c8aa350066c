"""Titles for the engine: what is headed already stays as it is, and small words stay small.

Where a style sets titles in headline capitals, the engine takes every word behind a full stop or
comma for the first one: “U.S. And Mexico”. Braces keep words as they are (hayagriva's file
format, "Formattable String").
"""

import re

_SPECIAL = str.maketrans({"\\": "\\\\", "{": "\\{", "}": "\\}", "$": "\\$"})
_SMALL_WORDS = """
    a an and as at but by de en et for from in into la le nor of on onto or per the to upon v vs
    via with
"""
SMALL_WORDS = frozenset(_SMALL_WORDS.split())
_WORD = re.compile(r"[^\W\d_][\w’'–-]*")
_STARTS = re.compile(r"(?:^|[:?!—]|\s–)\s*[“‘\"'«(\[]*$")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u1dbf\u2e80-\uabff\uac00-\ud7ff]")
_NOTHING = "\u2060"  # the engine loses the space behind braces with which a title begins
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17))
    + "]"
)
_LONG = 4  # letters; shorter words tell nothing of how a title is headed
_HEADED = 0.8  # of its long words begin with a capital


def engine_words(text: str) -> str:
    """Return words on one line, without what HTML cannot hold and without private characters."""
    return " ".join(_UNFIT.sub("", text).split())


def literal(text: str) -> str:
    """Return words in which the engine finds no markup of its own."""
    return text.translate(_SPECIAL)


def titled(title: str) -> str:
    """Return a title with its small words kept small, whole where it is in headline capitals.

    So are titles in another script than Latin, which has no headline capitals of its own.
    """
    if is_headed(title) or _OTHER_SCRIPT.search(title):
        return "{" + literal(title) + "}"
    parts: list[str] = []
    place = 0
    for word in _WORD.finditer(title):
        is_small = word[0] in SMALL_WORDS and not _STARTS.search(title[: word.start()])
        if is_small or any(letter.isupper() for letter in word[0][1:]):
            opening = "{" if word.start() else _NOTHING + "{"
            parts += [literal(title[place : word.start()]), opening, literal(word[0]), "}"]
            place = word.end()
    return "".join([*parts, literal(title[place:])])


def is_headed(title: str) -> bool:
    """Tell whether a title's long words begin with capitals already, more than one of them."""
    long = [word[0] for word in _WORD.finditer(title) if len(word[0]) >= _LONG]
    headed = [word for word in long if word[0].isupper()]
    return len(headed) > 1 and len(headed) >= _HEADED * len(long)
