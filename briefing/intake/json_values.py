"""JSON from outside, read within limits; its values as words."""

import json
import re
from collections.abc import Iterator
from typing import TypeAlias, TypeGuard

from briefing.errors import IntakeError

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
# Halves of a character that stand alone; no text can hold them.
_LONE_HALVES = re.compile(
    r"\\u[dD][89aAbB][\da-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F][\da-fA-F]{2}"
)
_DEEPEST = 20  # levels of a value that are read


def loaded(text: str) -> Json:
    """Return what a JSON text holds; IntakeError where it is none."""
    try:
        return json.loads(_LONE_HALVES.sub(r"\\ufffd", text) if "\\u" in text else text)
    except json.JSONDecodeError as fault:
        raise IntakeError(f"It is no JSON: line {fault.lineno}, {fault.msg}.") from None
    except RecursionError:
        raise IntakeError("It is nested too deeply to be read.") from None
    except ValueError:  # a number of thousands of digits
        raise IntakeError("It holds a number that is too long to be read.") from None


def is_object(value: Json) -> TypeGuard[dict[str, Json]]:
    """Return whether it is an object with named values."""
    return isinstance(value, dict)


def words_of(value: Json, depth: int = 0) -> str:
    """Return a value as words; a list's are joined by semicolons, null says nothing."""
    if isinstance(value, str):
        return value
    if value is None or depth > _DEEPEST:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(filter(None, (words_of(one, depth + 1) for one in value)))
    if isinstance(value, dict):
        return "; ".join(f"{name}: {words}" for name, words in flat(value, depth + 1))
    return str(value)


def flat(value: dict[str, Json], depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield the values of an object as words, nested names joined by points."""
    for name, inner in value.items():
        if isinstance(inner, dict) and depth < _DEEPEST:
            yield from ((f"{name}.{deeper}", words) for deeper, words in flat(inner, depth + 1))
        elif words := words_of(inner, depth):
            yield name, words
