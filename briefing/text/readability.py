"""How easily a text is read, by the formula of its language.

English: Flesch reading ease, and the grade of Kincaid (Flesch 1948; Kincaid and others 1975).
Spanish: Szigriszt-Pazos 1993, "índice de perspicuidad". French: Kandel and Moles 1958.
"""

import re
from dataclasses import dataclass

LEAST_WORDS = 30  # fewer say nothing of how a text reads

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|\Z)|\n\s*\n|\n(?=\s*(?:[-*+#>|]|\d+[.)]))")
_ENGLISH = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouyscxzgh]es|[^tdlaeiouy]ed|[^laeiouy]e)\Z")
_SPANISH = re.compile(r"[aeoáéíóúü]|(?<![aeoáéíóúü])[iuy]+(?![aeoáéíóúü])")
_FRENCH = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]+")
_MUTE = re.compile(r"(?<=[^aeiouyàâäéèêëîïôöùûüœæ])e(?:s|(?<!me)nt)?\Z")
_LEVELS = ((80, "very easy"), (65, "easy"), (50, "plain"), (35, "demanding"), (20, "hard"))


@dataclass(frozen=True, slots=True)
class Amounts:
    """What the formulas count; amounts of the parts of a text add up."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def __add__(self, other: "Amounts") -> "Amounts":
        return Amounts(
            self.words + other.words,
            self.sentences + other.sentences,
            self.syllables + other.syllables,
        )


@dataclass(frozen=True, slots=True)
class Readability:
    """`ease` from 0 (hard) to 100 (easy); `grade` in years of school, English only."""

    ease: float
    level: str
    grade: float | None = None


def amounts(text: str, language: str = "en") -> Amounts:
    """Count the words, sentences and syllables of plain text."""
    words = _WORD.findall(text)
    if not words:
        return Amounts()
    ends = sum(1 for _ in _END.finditer(text.strip() + "\n\n"))
    count = _COUNTERS.get(language[:2].casefold(), _english)
    return Amounts(len(words), max(1, ends), sum(count(word.casefold()) for word in words))


def readability(found: Amounts, language: str = "en") -> Readability | None:
    """Return how a text reads; nothing for a language without a formula, or too few words."""
    name = language[:2].casefold() or "en"
    if name not in _COUNTERS or found.words < LEAST_WORDS:
        return None
    length = found.words / found.sentences
    syllables = found.syllables / found.words
    match name:
        case "es":
            ease = 206.835 - 62.3 * syllables - length
        case "fr":
            ease = 207 - 1.015 * length - 73.6 * syllables
        case _:
            ease = 206.835 - 1.015 * length - 84.6 * syllables
    grade = 0.39 * length + 11.8 * syllables - 15.59 if name == "en" else None
    bounded = min(100.0, max(0.0, ease))
    level = next((word for least, word in _LEVELS if bounded >= least), "very hard")
    return Readability(bounded, level, grade)


def _english(word: str) -> int:
    return max(1, len(_ENGLISH.findall(_SILENT.sub("", word))))


def _spanish(word: str) -> int:
    return max(1, len(_SPANISH.findall(word)))


def _french(word: str) -> int:
    return max(1, len(_FRENCH.findall(_MUTE.sub("", word.replace("qu", "q").replace("gue", "ge")))))


_COUNTERS = {"en": _english, "es": _spanish, "fr": _french}
