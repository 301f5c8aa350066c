"""Authors' names: who is a person with a family name, and who is an office or a desk."""

import re
from dataclasses import dataclass

_PARTICLE_WORDS = (
    "al ap ben bin bint da dal de degli dei del della den der des di dos du el la le ibn op ten"
    " ter van von y zu zum zur"
)
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_OFFICES = re.compile(
    r"\b(agency|associated|association|authority|board|bureau|cent(?:er|re)|commission|committee"
    r"|company|congress|council|court|department|desk|directorate|division|editor(?:s|ial)?|embassy"
    r"|foundation|government|group|house|inc|institute|library|ministry|nations|network|news|office"
    r"|organi[sz]ation|parliament|press|reuters|secretariat|senate|service|society|staff|state"
    r"|team|times|trust|union|university|white)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w.'’‑-]*", re.UNICODE)
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its two halves (CSL: family, given)."""

    family: str
    given: str

    @property
    def straight(self) -> str:
        """Return it as it is spoken: Marco Rubio."""
        return f"{self.given} {self.family}".strip()

    @property
    def inverted(self) -> str:
        """Return it as a list sorts it: Rubio, Marco."""
        return f"{self.family}, {self.given}" if self.given else self.family


def split_name(text: str) -> PersonName | None:
    """Return a person's name, or nothing where it reads as an office or cannot be told apart."""
    text = " ".join(text.split())
    if _OFFICES.search(text):
        return None
    family, comma, given = text.partition(", ")
    if comma:
        is_person = given.lower() not in _SUFFIXES and _is_name(family) and _is_name(given)
        return PersonName(family, given) if is_person else None
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or not _is_name(text):
        return None
    return _from_words(words)


def _from_words(words: list[str]) -> PersonName:
    end = len(words) - 1
    if words[end].lower() in _SUFFIXES and end > 1:
        end -= 1
    start = end
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return PersonName(" ".join(words[start:]), " ".join(words[:start]))


def _is_name(text: str) -> bool:
    words = text.split()
    return 1 <= len(words) <= _MOST_WORDS and all(
        _WORD.fullmatch(word) and (not word[0].islower() or word.lower() in _PARTICLES)
        for word in words
    )
