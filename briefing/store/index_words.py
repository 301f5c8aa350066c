"""A text as the search index reads it: words apart in every script, marks that nobody types gone.

SQLite's unicode61 tokenizer folds case and Latin diacritics, and takes what stands between two
characters that are no letters as a word. That is not enough where a script writes no spaces
(Chinese, Japanese, Thai …): there each character becomes a word, and a search is for a phrase of
them, which finds any part of a text. Korean is cut likewise, because its particles are joined on.
Text and query go through the same function, so they always meet.
"""

import re
import unicodedata

# Written without spaces, and Hangul; each character with its marks becomes a word.
_CUT = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e50-\u0e59"  # Thai
    "\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd\u0ec0-\u0ec6\u0ed0-\u0edf"  # Lao
    "\u1000-\u102a\u103f-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081"  # Burmese
    "\u1780-\u17b3\u17d7\u17dc\u17e0-\u17e9"  # Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # Han
    "\U00020000-\U000323af"
    "\u3040-\u3098\u309b-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff\uff66-\uff9f"  # Kana
    "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"  # Hangul
    "\ua000-\ua48c"  # Yi
)
_CUT_MARKS = (
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    "\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d"
    "\u17b4-\u17d3\u17dd\u3099\u309a"
)
_DROPPED = (
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # Arabic ones
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"  # symbol fonts in PDFs, and the index's own tokens
_COMPATIBLE = "\ufb00-\ufdff\ufe70-\ufefc\uff01-\uff65\uffa0-\uffdc"  # ligatures, widths


def _greek() -> dict[str, str]:
    """Return the Greek letters with accents, and what they are without; SQLite keeps them."""
    letters = map(chr, (*range(0x386, 0x3CF), *range(0x1F00, 0x1FFF)))
    plain = {char: unicodedata.normalize("NFD", char)[0] for char in letters}
    return {char: base for char, base in plain.items() if char != base and base.isalpha()}


_SINGLE = {
    **_greek(),
    "ς": "σ",
    "ё": "е",
    "Ё": "Е",
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیې", "ي"),
    "ک": "ك",
    "ة": "ه",
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ħ": "h",
    "Ħ": "H",
    "ı": "i",
    "ß": "ss",
    "ẞ": "ss",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ð": "d",
    "Ð": "D",
    "þ": "th",
    "Þ": "TH",
    **{chr(start + digit): str(digit) for start in (0x660, 0x6F0) for digit in range(10)},
}
_SINGLES = "".join(_SINGLE)

_SPECIAL = re.compile(f"[{_CUT}{_CUT_MARKS}{_DROPPED}{_PRIVATE}{_COMPATIBLE}{_SINGLES}]+")
_GONE = re.compile(f"[{_DROPPED}]+")
_OWN = re.compile(f"[{_PRIVATE}]+")
_UNIT = re.compile(f"[{_CUT}][{_CUT_MARKS}]*")
_TABLE = str.maketrans(_SINGLE)
_WORD = re.compile(r"[^\W_]")


def index_words(text: str) -> str:
    """Return the text as it is indexed and searched; the same object where nothing changes."""
    if text.isascii() or not _SPECIAL.search(text):
        return text
    return _SPECIAL.sub(lambda match: _run(match.group()), text)


def has_words(text: str) -> bool:
    """Return whether anything of the text can be searched for."""
    return _WORD.search(text) is not None


def stands_alone(char: str) -> bool:
    """Return whether a character is a word of its own, as those of scripts without spaces are."""
    return _UNIT.match(char) is not None


def sound(text: str) -> str:
    """Return text that SQLite can hold whole: lone surrogates and NUL become U+FFFD, one for one.

    Positions in the text stay what they are.
    """
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def _run(run: str) -> str:
    text = _OWN.sub(" ", _GONE.sub("", run))
    text = unicodedata.normalize("NFKC", text).translate(_TABLE)
    return _UNIT.sub(lambda match: f" {match.group()} ", _GONE.sub("", text))
