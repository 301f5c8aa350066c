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
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "ð": "d"})
_LEVEL = re.compile("[1-9]")


@lru_cache(maxsize=4096)
def tokens(name: str) -> Tokens:
    """Return the words of a style's name or id: small letters without accents, numbers apart."""
    plain = unicodedata.normalize("NFKD", _CAMEL.sub(" ", name)).casefold().translate(_LETTERS)
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

    def __init__(
        self, families: dict[str, list[Tokens]], never: set[Tokens], others: frozenset[str]
    ) -> None:
        self._families: dict[Tokens, dict[str, int]] = {}
        for family, words in families.items():
            for rank, word in enumerate(words):
                self._families.setdefault(word, {}).setdefault(family, rank)
        self._never = never
        self._others = others
        self._longest = max((len(word) for word in self._families), default=1)
        self._known: dict[str, dict[str, Likeness]] = {}

    @classmethod
    @cache
    def read(cls, path: Path) -> "StyleWords":
        """Read the list of words that ships."""
        data = json.loads(path.read_text("utf-8"))
        families: dict[str, list[Tokens]] = {}
        for group in ("levelled", "plain", "character", "table"):
            families |= {role: [tokens(word) for word in data[group][role]] for role in data[group]}
        never = {tokens(word) for word in data["never"]}
        return cls(families, never, frozenset(data["other"]))

    def exact(self, family: str, name: str) -> Likeness | None:
        """Say how a name is one of a family's words, with a level or without."""
        found = self._likenesses(name).get(family)
        return found if found and not found.extra else None

    def within(self, family: str, name: str) -> Likeness | None:
        """Say how a name holds one of a family's words, and nothing that speaks against it."""
        found = self._likenesses(name).get(family)
        if found is None or name.lower() in self._others or self._has_any(found.extra, self._never):
            return None
        is_table = any(
            "table" in self._families.get(found.extra[start:end], ())
            for start, end in self._places(found.extra)
        )
        return None if is_table and not family.startswith("table") else found

    def allows(self, name: str) -> bool:
        """Say whether nothing in a name keeps its style from playing a part."""
        return name.lower() not in self._others and not self._has_any(tokens(name), self._never)

    def _likenesses(self, name: str) -> dict[str, Likeness]:
        """Return how a name says each family, the way that leaves least of it over."""
        if name in self._known:
            return self._known[name]
        words, found = tokens(name), dict[str, Likeness]()
        for start, end in self._places(words):
            for family, rank in self._families.get(words[start:end], {}).items():
                made = _likeness(words[:start] + words[end:], rank)
                old = found.get(family)
                if old is None or (len(made.extra), rank) < (len(old.extra), old.rank):
                    found[family] = made
        self._known[name] = found
        return found

    def _has_any(self, name: Tokens, words: Container[Tokens]) -> bool:
        return any(name[start:end] in words for start, end in self._places(name))

    def _places(self, name: Tokens) -> Iterator[tuple[int, int]]:
        for start in range(len(name)):
            for end in range(start + 1, min(start + self._longest, len(name)) + 1):
                yield start, end


def _likeness(rest: Tokens, rank: int) -> Likeness:
    levels = [word for word in rest if _LEVEL.fullmatch(word)]
    level = int(levels[0]) if len(levels) == 1 else 0
    return Likeness(level, rank, tuple(word for word in rest if not level or word != levels[0]))
