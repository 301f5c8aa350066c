"""Pandoc attributes: `{#id .class key="value"}` behind headings, divs and code.

Source: the Pandoc User's Guide, "Extension: header_attributes" and "fenced_divs".
"""

import re
from typing import NamedTuple

_PART = re.compile(
    r"""\s*(?:\#(?P<id>[^\s{}\#=]+)
    | \.(?P<class>[^\s{}.\#="']+)
    | (?P<key>[^\s{}.\#="'][^\s{}="']*)=
      (?: "(?P<double>(?:\\.|[^"\\])*)" | '(?P<single>(?:\\.|[^'\\])*)' | (?P<bare>[^\s{}"']+) )
    | (?P<minus>-)(?=[\s}]))""",
    re.VERBOSE | re.DOTALL,
)
_END = re.compile(r"\s*\}")
_ESCAPE = re.compile(r"""\\(["'\\])""")


class Attributes(NamedTuple):
    """Classes and pairs in their order; an identifier is the pair `id`."""

    classes: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()


def attributes_at(text: str, start: int) -> tuple[Attributes, int] | None:
    """Read the attributes that open with the `{` at `start`; return them and where they end."""
    if not text.startswith("{", start):
        return None
    classes: list[str] = []
    pairs: list[tuple[str, str]] = []
    position = start + 1
    while part := _PART.match(text, position):
        position = part.end()
        if part["id"]:
            pairs.append(("id", part["id"]))
        elif part["class"]:
            classes.append(part["class"])
        elif part["minus"]:
            classes.append("unnumbered")
        else:
            pairs.append((part["key"], _value(part)))
    end = _END.match(text, position)
    if end is None or not (classes or pairs):
        return None
    return Attributes(tuple(classes), tuple(pairs)), end.end()


def split_attributes(heading: str) -> tuple[str, Attributes]:
    """Return a heading's words and the attributes that stand at its end, if any."""
    trimmed = heading.rstrip(" \t")
    if not trimmed.endswith("}"):
        return heading, Attributes()
    start = trimmed.rfind("{")
    found = attributes_at(trimmed, start) if start >= 0 else None
    while found is None and start > 0:  # a brace inside a quoted value
        start = trimmed.rfind("{", 0, start)
        found = attributes_at(trimmed, start) if start >= 0 else None
    if found is None or found[1] != len(trimmed):
        return heading, Attributes()
    return trimmed[:start].rstrip(" \t"), found[0]


def _value(part: re.Match[str]) -> str:
    if part["bare"] is not None:
        return part["bare"]
    quoted = part["double"] if part["double"] is not None else part["single"]
    return _ESCAPE.sub(r"\1", quoted)
