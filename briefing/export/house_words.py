"""The words between the parts of a source in the house's notes and lists, by language."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.export.language_tag import words_in

_LIKE_Y = re.compile(r"h?i(?![ae])", re.IGNORECASE)  # Spanish: “e Iglesias”, but “y Hierro”


class HouseWords(NamedTuple):
    """`pause` stands before the last of three names or more, where a comma parts them all."""

    accessed: str = "accessed"
    joins: str = "and"
    pause: str = ","
    before_i: str = ""

    def listed(self, names: Sequence[str], *, is_inverted: bool = False) -> str:
        """Return names in a row: A, B, and C; behind a first one of `Rubio, Marco` A, and B."""
        if len(names) < 2:
            return "".join(names)
        joins = self.before_i if self.before_i and _LIKE_Y.match(names[-1]) else self.joins
        pause = self.pause if len(names) > 2 or is_inverted else ""
        return f"{', '.join(names[:-1])}{pause} {joins} {names[-1]}"


_WORDS = {
    "de": HouseWords("abgerufen am", "und", ""),
    "es": HouseWords("consultado el", "y", "", "e"),
    "fr": HouseWords("consulté le", "et", ""),
    "it": HouseWords("consultato il", "e", ""),
    "nl": HouseWords("geraadpleegd op", "en", ""),
    "pt": HouseWords("acesso em", "e", ""),
}


def house_words(language: str) -> HouseWords:
    """Return the words of a language, the English ones where it is not known."""
    return words_in(language, _WORDS, HouseWords())
