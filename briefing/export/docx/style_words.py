"""What people call a house's styles, in many languages: names and ids compared by their words."""

import json
import re
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

Tokens = tuple[str, ...]
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])")
_PARTS = re.compile(r"[^\W_]+")
_LEVEL = re.compile("[1-9]")


@lru_cache(maxsize=4096)
def tokens(name: str) -> Tokens:
    """Return the words of a style's name or id: small letters without accents, numbers apart."""
    plain = unicodedata.normalize("NFKD", _CAMEL.sub(" ", name)).casefold()
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(_PARTS.findall(unicodedata.normalize("NFC", bare)))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How well a name says a role: the level it names, 0 where none, and what else it says.

    `rank` counts from 0, the usual word for the role.
    """

    level: int
    rank: int
    extra: Tokens


class StyleWords:
    """The words of each role; a name that says more than they do may say something else."""

    def __init__(self, families: dict[str, dict[Tokens, int]], never: frozenset[Tokens]) -> None:
        self._families = families
        self._never = never
        self._longest = max((len(w) for family in families.values() for w in family), default=1)

    @classmethod
    @cache
    def read(cls, path: Path) -> "StyleWords":
        """Read the list of words that ships."""
        data = json.loads(path.read_text("utf-8"))
        families: dict[str, dict[Tokens, int]] = {}
        for group in ("levelled", "plain", "character", "table"):
            for role, words in data[group].items():
                ranked = enumerate(tokens(word) for word in reversed(words))
                families[role] = {word: len(words) - rank for rank, word in ranked}
        return cls(families, frozenset(tokens(word) for word in data["never"]))

    def exact(self, family: str, name: str) -> Likeness | None:
        """Say how a name is one of a family's words, with a level or without."""
        found = self._like(family, tokens(name))
        return found if found and not found.extra else None

    def within(self, family: str, name: str) -> Likeness | None:
        """Say how a name holds one of a family's words, and nothing that speaks against it."""
        found = self._like(family, tokens(name))
        if found is None or self._has_any(found.extra, self._never):
            return None
        is_table = self._has_any(found.extra, self._families["table"])
        return None if is_table and not family.startswith("table") else found

    def allows(self, name: str) -> bool:
        """Say whether nothing in a name keeps its style from playing a part."""
        return not self._has_any(tokens(name), self._never)

    def _like(self, family: str, name: Tokens) -> Likeness | None:
        words = self._families.get(family, {})
        found: list[Likeness] = []
        for start, end in self._places(name):
            if name[start:end] in words:
                rest = name[:start] + name[end:]
                levels = [word for word in rest if _LEVEL.fullmatch(word)]
                level = int(levels[0]) if len(levels) == 1 else 0
                extra = tuple(word for word in rest if not (level and word == levels[0]))
                found.append(Likeness(level, words[name[start:end]], extra))
        return min(found, key=lambda one: (len(one.extra), one.rank), default=None)

    def _has_any(self, name: Tokens, words: Container[Tokens]) -> bool:
        return any(name[start:end] in words for start, end in self._places(name))

    def _places(self, name: Tokens) -> Iterator[tuple[int, int]]:
        for start in range(len(name)):
            for end in range(start + 1, min(start + self._longest, len(name)) + 1):
                yield start, end
