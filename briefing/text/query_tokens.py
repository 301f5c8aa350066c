"""A search line cut into tokens: words, phrases, fields, operators and brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_QUOTES = '"“”„‟«»'
# The mark of a Hebrew abbreviation stands inside its word, and looks like a quotation mark.
_INSIDE = r'(?<=[\u05d0-\u05ea])["“”](?=[\u05d0-\u05ea])'
_QUOTED = rf"(?:[^{_QUOTES}]|{_INSIDE})*"
_TOKEN = re.compile(
    rf"""(?P<space>\s+)
    | NEAR(?:/(?P<reach>\d{{1,4}}))?\((?P<near>(?:{_INSIDE}|[{_QUOTES}]{_QUOTED}[{_QUOTES}]|[^()])*)
      (?P<near_shut>\)?)
    | (?P<open>\()
    | (?P<close>\))
    | (?P<minus>[-−](?=[^\s)\-]))
    | (?P<field>[A-Za-z]+):(?P<operator><=|>=|=|<|>)?
      (?:[{_QUOTES}](?P<quoted>{_QUOTED})(?P<shut>[{_QUOTES}]?)
         | (?P<value>(?:[^\s(){_QUOTES}]|{_INSIDE})*))
      (?P<field_star>\*?)
    | [{_QUOTES}](?P<phrase>{_QUOTED})(?P<phrase_shut>[{_QUOTES}]?)(?P<phrase_star>\*?)
    | (?P<word>(?:[^\s(){_QUOTES}]|{_INSIDE})+)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the line.

    `kind` is word, phrase, field, and, or, not, near, group, open or close. `name` and `operator`
    belong to a field; `is_quoted`, `is_shut` say whether and how well it was quoted; `star` that it
    goes on. A group is `NEAR(…)`, its text what stands inside; `reach` is the 5 of `NEAR/5`.
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
    reach: str = ""


_OPERATORS = {"AND": "and", "OR": "or", "NOT": "not"}
_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?")
_SIGNS = re.compile("[\u2600-\u26ff\u2702-\u2764\U0001f000-\U0001faff]")  # the index holds these


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
    if match["near"] is not None:
        reach, is_shut = match["reach"] or "", bool(match["near_shut"])
        return Token("group", match["near"], start, end, is_shut=is_shut, reach=reach)
    if match["field"]:
        return _field(match)
    if match["phrase"] is not None:
        star, is_shut = bool(match["phrase_star"]), bool(match["phrase_shut"])
        text = " ".join(match["phrase"].split())
        return Token("phrase", text, start, end, is_quoted=True, is_shut=is_shut, star=star)
    word = match["word"]
    if word in _OPERATORS:
        return Token(_OPERATORS[word], word, start, end)
    if near := _NEAR.fullmatch(word):
        return Token("near", word, start, end, reach=near[1] or "")
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


def is_operator(word: str) -> bool:
    """Tell whether a word joins others: AND, OR, NOT, NEAR, NEAR/5."""
    return word in _OPERATORS or _NEAR.fullmatch(word) is not None


def is_searchable(text: str) -> bool:
    """Tell whether a text holds a letter or a digit of any script, or an emoji."""
    return any(character.isalnum() for character in text) or _SIGNS.search(text) is not None
