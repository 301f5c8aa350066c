"""Any script in ASCII, by the names that Unicode gives its letters: rough, but readable."""

import re
import unicodedata

_LETTER_NAME = re.compile(
    r".* (?:LETTER|SYLLABLE|SIGN|CHARACTER|VOWEL)(?: SIGN| SHORT| FINAL)? (\w+)"
)
_CLUSTER = re.compile(r"[^AEIOU]+|[AEIOU]")
_SPELLED = ("HANGUL SYLLABLE", "HIRAGANA", "KATAKANA", "ETHIOPIC")  # the name is the sound
_SILENT = {"HARD", "SOFT"}  # Cyrillic signs
_SOUNDS = {"GHE": "g", "GAMMA": "g", "ER": "r", "YU": "yu", "YA": "ya", "IE": "e", "YERU": "y"} | {
    f"E{letter}": letter.lower() for letter in "LMNSF"
}
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(0x80)}
_LATIN = {"ß": "ss", "ẞ": "ss", "þ": "th", "Þ": "th", "ð": "d", "Ð": "d", "ı": "i", "ſ": "s"}


def romanised(text: str) -> str:
    """Return the text in ASCII letters, digits and spaces, as far as Unicode names its letters."""
    if text.isascii():
        return text.translate(_ASCII)
    return "".join(map(_roman, unicodedata.normalize("NFKC", text)))


def _roman(char: str) -> str:
    """Return a character's Latin form by the name that Unicode gives it, or nothing."""
    if not char.isascii() and not _is_hangul(char):
        parts = unicodedata.normalize("NFKD", char)
        if parts != char:
            return "".join(map(_roman, parts))
    if char.isascii():
        return char.lower() if char.isalnum() else " "
    if unicodedata.combining(char):
        return ""
    name = unicodedata.name(char, "")
    if name.startswith("LATIN"):
        return _latin(char, name)
    match = _LETTER_NAME.fullmatch(name)
    if match is None or match[1] in _SILENT:
        return "" if char.isalnum() else " "
    return _sound(name, match[1])


def _is_hangul(char: str) -> bool:
    """Return whether it is a whole Korean syllable, which its name spells and its parts do not."""
    return "\uac00" <= char <= "\ud7a3"


def _latin(char: str, name: str) -> str:
    """Return æ as ae, ø as o, ß as ss: what the letter's own name begins with."""
    if char in _LATIN:
        return _LATIN[char]
    words = name.rpartition(" LETTER ")[2].split()
    return words[0].lower() if words and len(words[0]) <= 2 and words[0].isalpha() else ""


def _sound(name: str, letter: str) -> str:
    """Return what a letter's name begins with; of a syllable's, all of it."""
    if letter in _SOUNDS:
        return _SOUNDS[letter]
    if name.startswith(_SPELLED):
        return letter.lower()
    match = _CLUSTER.match(letter)
    return match[0].lower() if match else ""
