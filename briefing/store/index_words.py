"""A text as the search index reads it: words apart in every script, marks that nobody types gone.

SQLite's unicode61 tokenizer folds case and Latin diacritics, and takes what stands between two
characters that are no letters as a word. That is not enough where a script writes no spaces
(Chinese, Japanese, Thai …): there each character becomes a word, and a search is for a phrase of
them, which finds any part of a text. Korean is cut likewise, because its particles are joined on.
Text and query go through the same function, so they always meet. Whoever changes what it makes of
a text must let the index be filled anew by a migration.

Words that differ in signs only are told apart where people do: OPEC+, C++, C# and emoji become
tokens of letters. All other signs are as blanks: `U.S.` is a phrase of two letters, 3.5 of two
figures.
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
_SIGNS = "\u2600-\u26ff\u2702-\u2764\U0001f000-\U0001f3fa\U0001f400-\U0001faff"  # emoji
_DROPPED = (
    "\U0001f3fb-\U0001f3ff"  # shades of skin
    "\u093c\u09bc\u0a3c\u0abc\u0b3c"  # Indic dots below, written or not
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # Arabic ones
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"  # symbol fonts in PDFs, and the index's own tokens
_COMPATIBLE = (  # ligatures, widths, small and circled figures, letters of mathematics
    "\ufb00-\ufdff\ufe70-\ufefc\uff01-\uff65\uffa0-\uffdc\u00aa\u00b5\u00ba\u00bc-\u00be\u0587"
    "\u01c4-\u01cc\u01f1-\u01f3\u2080-\u209c\u2100-\u218b\u2460-\u24ff\u3200-\u33ff"
    "\U0001d400-\U0001d7ff\U0001f100-\U0001f1e5"
)
# A raised figure calls a note: it belongs to no word (but CO₂ is one).
_RAISED = "\u00b2\u00b3\u00b9\u2070-\u207f"
# Letters in Unicode's eyes that stand for an apostrophe: Ukrainian ʼ, Hawaiian ʻ.
_APOSTROPHES = "\u02b9-\u02bf\ua78b\ua78c"


def _figures() -> dict[str, str]:
    """Return the decimal figures of all scripts: ten in a row, from a place that ends in 0 or 6."""
    starts = (row + place for row in range(0x660, 0x10000, 16) for place in (0, 6))
    zeros = (code for code in starts if unicodedata.decimal(chr(code), None) == 0)
    return {chr(zero + value): str(value) for zero in zeros for value in range(10)}


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
    **dict.fromkeys("ىیېےۓ", "ي"),
    "ک": "ك",
    **dict.fromkeys("ةہۀۂۃە", "ه"),
    "ँ": "ं",  # the moon with a dot, written or not
    "İ": "i",
    "ŧ": "t",
    "Ŧ": "T",
    **dict(zip("ɓɗƙƴƁƊƘƳ", "bdkyBDKY", strict=True)),  # Hausa
    **{chr(0x1C90 + at): chr(0x10D0 + at) for at in range(0x30)},  # Georgian capitals
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
    **_figures(),
}
_SINGLES = "".join(_SINGLE)

_SPECIAL = re.compile(
    f"[{_CUT}{_CUT_MARKS}{_DROPPED}{_PRIVATE}{_COMPATIBLE}{_RAISED}{_APOSTROPHES}{_SIGNS}{_SINGLES}]+"
)
_GONE = re.compile(f"[{_DROPPED}]+")
_APART = re.compile(f"[{_PRIVATE}{_APOSTROPHES}]+|(?=[{_RAISED}])")
_UNIT = re.compile(f"[{_CUT}][{_CUT_MARKS}]*")
_TABLE = str.maketrans(_SINGLE)
_ASCII = bytes(range(128))
_WORD = re.compile(r"[^\W_]")
_SIGN = re.compile(f"[{_SIGNS}]")
# What makes another word of one: `OPEC+`, `C++`, `C#`; but no `1+1`, `x#y`.
_BEHIND = re.compile(r"(?:\+(?<=[^\W_]\+)\+?|#(?<=[^\W_]#))(?![\w+#])")
# A Devanagari nasal joined to a consonant of its own row, which may be a dot above instead.
_NASAL = re.compile("(?:ङ(?=्[क-घ])|ञ(?=्[च-झ])|ण(?=्[ट-ढ])|न(?=्[त-ध])|म(?=्[प-भ]))्")
# Signs are spelled by the rarest letter there is (it stands in one manuscript) and their code.
_SPELLED = "\ua66e"
_TOKEN_OF_SIGNS = re.compile(f"(?:{_SPELLED}[0-9a-f]+)+")


def index_words(text: str) -> str:
    """Return the text as it is indexed and searched; the same object where nothing changes."""
    if not text.isascii():
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        if "\u094d" in text:  # Hindi writes हिन्दी and हिंदी
            text = _NASAL.sub("\u0902", text)
        if _SPECIAL.search(_beyond_ascii(text)):
            text = _SPECIAL.sub(lambda match: _run(match.group()), text)
    if _is_behind(text, "+") or _is_behind(text, "#"):
        text = _BEHIND.sub(lambda match: f" {_spelled(match.group())} ", text)
    return text


def _is_behind(text: str, sign: str) -> bool:
    """Return whether a sign stands right behind a letter or figure: before a heading none does."""
    at = text.find(sign, 1)
    while at > 0 and not text[at - 1].isalnum():
        at = text.find(sign, at + 1)
    return at > 0


def _beyond_ascii(text: str) -> str:
    """Return the characters that are not ASCII: there are few, and nothing finds them sooner."""
    beyond = text.encode(errors="surrogatepass").translate(None, _ASCII)
    return beyond.decode(errors="surrogatepass")


def signs_of(token: str) -> str:
    """Return the signs that a token of `index_words` stands for; nothing where it is a word."""
    if not _TOKEN_OF_SIGNS.fullmatch(token):
        return ""
    return "".join(chr(int(code, 16)) for code in token.split(_SPELLED)[1:])


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
    if text.isascii():  # most are, and tell it at once
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def sound_bytes(text: str) -> bytes:
    """Return the same text as UTF-8."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return sound(text).encode()
    return sound(text).encode() if b"\0" in data else data


def _run(run: str) -> str:
    text = _APART.sub(" ", _GONE.sub("", run))
    text = unicodedata.normalize("NFKC", text).translate(_TABLE)
    text = _UNIT.sub(lambda match: f" {match.group()} ", _GONE.sub("", text))
    return _SIGN.sub(lambda match: f" {_spelled(match.group())} ", text)


def _spelled(signs: str) -> str:
    return "".join(f"{_SPELLED}{ord(sign):x}" for sign in signs)
