"""NEAR in a search line: `a NEAR b`, `a NEAR/5 "b c"`, `NEAR(a b, 5)`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.model.query import And, Near, Node, Words
from briefing.text.query_fields import ALIASES, query_fields
from briefing.text.query_tokens import Token, is_operator, is_searchable, tokens

DISTANCE = 10  # words between, where none is given
_NAMES = frozenset(query_fields())
_LAST_NUMBER = re.compile(r",\s*(\d{1,4})\s*\Z")


def group_words(token: Token) -> tuple[tuple[Words, ...], int, bool]:
    """Return what stands in `NEAR(…)`, the distance, and whether all of it could be taken."""
    inside, reach = token.text, token.reach
    number = _LAST_NUMBER.search(inside)
    if number:
        inside, reach = inside[: number.start()], number[1]
    parts = [*tokens(inside)]
    words = tuple(_words(parts))
    is_whole = len(words) == sum(part.text != "," for part in parts)
    return words, int(reach or DISTANCE), is_whole


def near(left: Node, right: Node, reach: str) -> Node | None:
    """Join two sides of an infix NEAR; None where one side is neither word nor phrase."""
    distance = int(reach or DISTANCE)
    if not isinstance(right, Words) or _is_of_a_field(right):
        return None
    right = _bare(right)
    if isinstance(left, Words):
        return None if _is_of_a_field(left) else Near((_bare(left), right), distance)
    if isinstance(left, Near) and left.distance == distance:
        return Near((*left.words, right), distance)
    before = left.parts if isinstance(left, And) else (left,)
    if not isinstance(before[-1], Near):
        return None
    return And((*before, Near((before[-1].words[-1], right), distance)))


def format_near(node: Near, words: Iterator[str]) -> str:
    """Return the group as it is typed; `words` are its words as they are typed."""
    return f"NEAR({' '.join(words)}, {node.distance})"


def _words(parts: list[Token]) -> Iterator[Words]:
    for part in parts:
        text = part.text
        if part.kind == "field" and not part.is_quoted:  # no fields here: an address, a time
            text = f"{part.name}:{part.operator}{text}" if is_searchable(text) else part.name
        elif part.kind not in ("word", "phrase"):
            continue
        words = _bare(Words(text, "", part.is_quoted, part.star))
        if is_searchable(words.text) and not _is_of_a_field(words):
            yield words


def _is_of_a_field(words: Words) -> bool:
    name, colon, _ = words.text.partition(":")
    is_typed = (
        bool(colon) and not words.phrase and ALIASES.get(name.lower(), name.lower()) in _NAMES
    )
    return bool(words.field) or is_typed


def _bare(words: Words) -> Words:
    """Return a word without the comma behind it, which here stands before the next."""
    text = words.text.rstrip(",*")
    return words if words.phrase or is_operator(text) else replace(words, text=text)
