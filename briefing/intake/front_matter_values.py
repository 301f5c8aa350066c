"""What front matter says: words, lists and mappings in their order; and its plain lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `source` is how it was written where that was on one line."""

    values: tuple["Value", ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping in its order, duplicates kept; `source` as for Items."""

    pairs: tuple[tuple[str, "Value"], ...]
    source: str = ""


Value = str | Items | Entries
Pairs = tuple[tuple[str, Value], ...]

PLAIN_LINE = re.compile(r"([^\W\d][\w .-]{0,63}?)[ \t]{0,8}:(?:[ \t]+(.*))?")
_NOT_PLAIN = frozenset("\"'[{|>&!")  # what YAML reads as more than the words on the line
_NULLS = ("null", "~")


def flattened(key: str, value: Value) -> Iterator[tuple[str, str]]:
    """Yield a value as plain fields: each item by itself, nested keys joined by points."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, Entries):
        for name, inner in value.pairs:
            yield from flattened(f"{key}.{name}" if key else name, inner)
        if not value.pairs:
            yield key, value.source
    else:
        nested = len(value.values) > 1 and any(isinstance(item, Entries) for item in value.values)
        for number, item in enumerate(value.values, 1):
            yield from flattened(f"{key}.{number}" if nested else key, item)
        if not value.values:
            yield key, value.source


def plain_pairs(block: str) -> Pairs | None:
    """Return the pairs of a block in which each line is `key: value`; None if one is more."""
    pairs: list[tuple[str, Value]] = []
    for line in block.split("\n"):
        match = PLAIN_LINE.fullmatch(line)
        if match is None:
            if line.strip() and line[0] != "#":
                return None
            continue
        value = (match[2] or "").strip()
        if value and value[0] in _NOT_PLAIN:
            bare = _unquoted(value)
            if bare is None:
                return None
            value = bare
        elif value in _NULLS:
            value = ""
        pairs.append((match[1], value))
    return tuple(pairs)


def _unquoted(value: str) -> str | None:
    """Return what stands between simple quotes; None where it is not so simple."""
    quote, inner = value[0], value[1:-1]
    simple = len(value) > 1 and value[-1] == quote and quote in "\"'"
    return inner if simple and quote not in inner and "\\" not in inner else None
