"""Hunspell's dictionaries, which stand in `resources/dictionaries`."""

from functools import cache
from importlib import import_module
from typing import Protocol, cast

from briefing.paths import resources_dir


class Dictionary(Protocol):
    """The words of a language."""

    def spell(self, word: str, /) -> bool:
        """Tell whether a word is known."""
        ...

    def suggest(self, word: str, /) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first."""
        ...


class _Hunspell(Protocol):
    """The library, which brings no types with it."""

    def Hunspell(self, name: str, folder: str, /) -> Dictionary: ...  # noqa: N802


def read_dictionary(name: str) -> Dictionary:
    """Read a dictionary (0.1 s)."""
    folder = str(resources_dir() / "dictionaries")
    return cast("_Hunspell", import_module("hunspell")).Hunspell(name, folder)


def is_english_word(word: str) -> bool:
    """Tell whether a word written small is English; names are not."""
    return _english().spell(word)


@cache
def _english() -> Dictionary:
    return read_dictionary("en_US")
