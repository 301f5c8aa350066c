"""Front matter written as JSON or TOML."""

import json
import re
import tomllib
from collections.abc import Iterable
from typing import cast

from briefing.intake.front_matter_values import Entries, Items, Pairs, Value

_JSON_FENCE = re.compile(r";;;[ \t]*(?:json)?[ \t]*\n(.*?\n)?;;;[ \t]*(?:\n|$)", re.DOTALL)
_TOML_FENCE = re.compile(r"\+\+\+[ \t]*(?:toml)?[ \t]*\n(.*?\n)?\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
_TOML_LINE = re.compile(r"([\w.-]+)[ \t]*=[ \t]*(.*)")


def read_data(block: str, language: str) -> Pairs:
    """Return the pairs of a block of `json` or `toml`; none where it cannot be read."""
    return _json(block) if language == "json" else _toml(block)


def split_data(text: str) -> tuple[Pairs, str] | None:
    """Return the pairs between `;;;` or `+++` lines or of an object before a text, and the text."""
    for fence, read in ((_JSON_FENCE, _json), (_TOML_FENCE, _toml)):
        match = fence.match(text)
        if match is not None:
            pairs = read(match[1] or "")
            return (pairs, text[match.end() :].strip("\n")) if pairs else None
    return _leading_object(text) if text.startswith("{") else None


def _leading_object(text: str) -> tuple[Pairs, str] | None:
    """Split off an object that ends a line and has text after it; a JSON file is all text."""
    try:
        value, end = _decoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    rest = text[end:].lstrip(" \t")
    if not isinstance(value, Entries) or not rest.startswith("\n") or not rest.strip():
        return None
    return value.pairs, rest.strip("\n")


def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(
        object_pairs_hook=_entries, parse_int=str, parse_float=str, parse_constant=str
    )


def _json(block: str) -> Pairs:
    """Return an object's pairs; its braces may have been left out."""
    for text in (block, f"{{{block}}}"):
        try:
            value = _decoder().decode(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, Entries):
            return value.pairs
    return ()


def _entries(pairs: Iterable[tuple[str, object]]) -> Entries:
    return Entries(tuple((_text(key), _value(value)) for key, value in pairs))


def _toml(block: str) -> Pairs:
    """Return the pairs of TOML; of what only looks like it, the lines `key = value`."""
    try:
        return _entries(tomllib.loads(block).items()).pairs
    except (ValueError, RecursionError):
        matches = [_TOML_LINE.fullmatch(line.strip()) for line in block.split("\n")]
    return tuple((match[1], match[2].strip("\"'")) for match in matches if match)


def _value(value: object) -> Value:
    """Return a JSON or TOML value with every scalar as text."""
    match value:
        case Entries():
            return value
        case dict():
            return _entries(cast("dict[str, object]", value).items())
        case list():
            return Items(tuple(map(_value, cast("list[object]", value))))
        case bool():
            return str(value).lower()
        case None:
            return ""
        case _:
            return _text(str(value))


def _text(text: str) -> str:
    r"""Return it without lone surrogates, which `\ud800` can smuggle in."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
