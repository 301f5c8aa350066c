"""Front matter that is not plain: each key by itself as YAML, and as it stands where YAML balks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from briefing.intake.front_matter_values import Entries, Items, Pairs, Value, plain_pairs

MAX_YAML = 64 * 1024  # characters a block; YAML is slow, and no front matter has more of it
MAX_NODES = 10_000

_KEY_LINE = re.compile(
    r"""(?P<key>"[^"\n]+"|'[^'\n]+'|[^\W\d][\w .-]{0,63}?)[ \t]{0,8}:(?:[ \t]+(?P<value>.*))?$"""
)
_ITEM = re.compile(r"[ \t]*-[ \t]+([^\s\"'\[{|>&!*?%@`#-].*)")
_BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?")


@dataclass(slots=True)
class _Entry:
    """One key, what stands on its line, and the lines under it."""

    key: str
    head: str
    value: str
    rest: list[str]


def read_loose(block: str) -> Pairs:
    """Return the pairs of a block; a key that YAML refuses does not spoil the others."""
    entries = _entries(block.split("\n"))
    if entries is None:
        value = read_yaml(block)
        return value.pairs if isinstance(value, Entries) else ()
    return tuple(_pairs(entries))


def read_yaml(text: str) -> Value | None:
    """Return YAML with every scalar as a string; None where it is no YAML, or a bomb."""
    if len(text) > MAX_YAML:
        return None
    try:
        node = yaml.SafeLoader(text).get_single_node()
        return None if node is None else _Converter().value(node)
    except (yaml.YAMLError, RecursionError, _BeyondUseError):
        return None


class _BeyondUseError(Exception):
    """YAML that no front matter needs."""


class _Converter:
    """Turns YAML nodes into values; an alias is followed, within the limit on nodes."""

    def __init__(self) -> None:
        self._nodes = 0

    def value(self, node: yaml.Node) -> Value:
        """Return the node's value; _BeyondUseError past MAX_NODES or for a key that is no word."""
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise _BeyondUseError("too many nodes")
        if isinstance(node, yaml.MappingNode):
            return Entries(tuple((self._key(key), self.value(inner)) for key, inner in node.value))
        if isinstance(node, yaml.SequenceNode):
            return Items(tuple(self.value(inner) for inner in node.value))
        return _scalar(node)

    def _key(self, node: yaml.Node) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise _BeyondUseError("a key is not a word")
        return _scalar(node)


def _scalar(node: yaml.Node) -> str:
    text = str(node.value)
    if getattr(node, "style", None) is None and text in {"~", "null", "Null", "NULL"}:
        return ""
    return text.rstrip("\n").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _entries(lines: list[str]) -> list[_Entry] | None:
    """Return the lines by key; None where the block does not begin with one."""
    entries: list[_Entry] = []
    for line in lines:
        match = _KEY_LINE.match(line)
        if match is not None:
            key = match["key"].strip("\"'") if match["key"][0] in "\"'" else match["key"]
            entries.append(_Entry(key, line, (match["value"] or "").strip(), []))
        elif entries:
            entries[-1].rest.append(line)
        elif line.strip() and line[0] != "#":
            return None
    return entries


def _pairs(entries: list[_Entry]) -> Iterator[tuple[str, Value]]:
    """Yield key and value; what is more than all the YAML we read is taken as it stands."""
    left = MAX_YAML
    for entry in entries:
        size = len(entry.head) + sum(map(len, entry.rest))
        if size > left:
            yield entry.key, _as_it_stands(entry.value, entry.rest)
        else:
            left -= size
            yield entry.key, _value(entry)


def _value(entry: _Entry) -> Value:
    """Return what an entry says: plain, as a list of plain items, as YAML, or as it stands."""
    rest = [line for line in entry.rest if line.strip() and line[0] != "#"]
    if not rest:
        return _line_value(entry)
    if not entry.value:
        items = [_ITEM.fullmatch(line) for line in rest]
        if all(item and ": " not in item[1] and " #" not in item[1] for item in items):
            return Items(tuple(item[1].strip() for item in items if item))
    value = read_yaml("\n".join([entry.head, *entry.rest]))
    if isinstance(value, Entries) and len(value.pairs) == 1:
        return value.pairs[0][1]
    return _as_it_stands(entry.value, rest)


def _line_value(entry: _Entry) -> Value:
    """Return a value of one line; its source is kept where it was a list or a mapping."""
    plain = plain_pairs(f"key: {entry.value}")
    if plain:
        return plain[0][1]
    if entry.value[0] in "&!":
        return entry.value
    value = read_yaml(f"key: {entry.value}")
    if not isinstance(value, Entries) or len(value.pairs) != 1:
        return entry.value
    inner = value.pairs[0][1]
    if isinstance(inner, Items):
        return Items(inner.values, entry.value)
    if isinstance(inner, Entries):
        return Entries(inner.pairs, entry.value)
    return inner


def _as_it_stands(value: str, rest: list[str]) -> Value:
    """Return the lines of an entry as people mean them: items, a block, or one folded line."""
    items = [line.strip() for line in rest]
    if not value and all(item.startswith("- ") or item == "-" for item in items):
        return Items(tuple(item[2:].strip() for item in items))
    if _BLOCK_SCALAR.fullmatch(value):
        return ("\n" if value[0] == "|" else " ").join(items)
    folded = " ".join([value, *items]).strip()
    if len(folded) > 1 and folded[0] == folded[-1] and folded[0] in "\"'":
        return folded[1:-1]
    return folded
