"""The stems of words by Snowball's rules (snowballstem.org), one stemmer a language.

It brings the tables of all languages with it, 30 ms: import it when a word is first searched for.
"""

import threading
from functools import cache, lru_cache
from typing import Protocol, cast

import snowballstemmer  # pyright: ignore[reportMissingTypeStubs]

_NAMES = {
    "en": "english", "es": "spanish", "pt": "portuguese", "fr": "french", "it": "italian",
    "de": "german", "nl": "dutch", "sv": "swedish", "da": "danish", "no": "norwegian",
    "ru": "russian", "pl": "polish", "tr": "turkish", "ro": "romanian", "el": "greek",
    "hi": "hindi",
}  # fmt: skip
_WORKBENCH = threading.Lock()  # a stemmer holds one word at a time


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - Snowball's name


@lru_cache(maxsize=1 << 13)  # some 50 µs a word
def stem_of(language: str, word: str) -> str:
    """Return the stem of a folded word in a language (`es`)."""
    with _WORKBENCH:
        return _stemmer(_NAMES[language]).stemWord(word)


@cache
def _stemmer(name: str) -> _Stemmer:
    return cast("_Stemmer", snowballstemmer.stemmer(name))  # pyright: ignore[reportUnknownMemberType]
