"""A search line cut into tokens: words, phrases, fields, operators and brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_QUOTES = '"“”„‟«»'
_TOKEN = re.compile(
    rf"""(?P<space>\s+)
    | (?P<open>\()
    | (?P<close>\))
    | (?P<minus>[-−](?=[^\s)\-]))
    | (?P<field>[A-Za-z]+):(?P<operator><=|>=|=|<|>)?
      (?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<shut>[{_QUOTES}]?) | (?P<value>[^\s(){_QUOTES}]*))
      (?P<field_star>\*?)
    | [{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?P<phrase_shut>[{_QUOTES}]?)(?P<phrase_star>\*?)
    | (?P<word>[^\s(){_QUOTES}]+)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the line.

    `kind` is word, phrase, field, and, or, not, open or close. `name` and `operator` belong to a
    field; `is_quoted`, `is_shut` say whether and how well it was quoted; `star` that it goes on.
    """

    kind: str
    text: str
    start: int
    end: int
    name: str = ""
    operator: str = ""
    is_quoted: bool = False
    is_shut: bool = True
    star: bool = False


_OPERATORS = {"AND": "and", "OR": "or", "NOT": "not"}


def tokens(line: str) -> Iterator[Token]:
    """Yield the tokens of a search line; every character but spaces belongs to one."""
    position = 0
    while match := _TOKEN.match(line, position):
        position = match.end()
        if match["space"] is None:
            yield _token(match)


def _token(match: re.Match[str]) -> Token:
    start, end = match.span()
    if match["open"] or match["close"] or match["minus"]:
        kind = "open" if match["open"] else "close" if match["close"] else "not"
        return Token(kind, match[0], start, end)
    if match["field"]:
        return _field(match)
    if match["phrase"] is not None:
        star, is_shut = bool(match["phrase_star"]), bool(match["phrase_shut"])
        text = " ".join(match["phrase"].split())
        return Token("phrase", text, start, end, is_quoted=True, is_shut=is_shut, star=star)
    word = match["word"]
    if word in _OPERATORS:
        return Token(_OPERATORS[word], word, start, end)
    return Token("word", word.rstrip("*"), start, end, star=word.endswith("*"))


def _field(match: re.Match[str]) -> Token:
    is_quoted = match["quoted"] is not None
    value = " ".join(match["quoted"].split()) if is_quoted else match["value"]
    star = bool(match["field_star"]) or (not is_quoted and value.endswith("*"))
    return Token(
        "field",
        value if is_quoted else value.rstrip("*"),
        match.start(),
        match.end(),
        name=match["field"].lower(),
        operator=match["operator"] or "",
        is_quoted=is_quoted,
        is_shut=not is_quoted or bool(match["shut"]),
        star=star,
    )
