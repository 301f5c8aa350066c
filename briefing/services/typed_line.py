"""The search line while it is being typed: its last word may go on."""

import re

from briefing.text.query_fields import TEXT_FIELDS
from briefing.text.query_tokens import Token, tokens

_BEHIND_SIGNS = re.compile(r"[^\W_]*$")
_FEW = 3  # letters from which the beginnings of words are looked for


def as_typed(line: str) -> str:
    """Return the line to search for while it is typed: `joint sta` asks for `joint sta*`.

    Two letters are a word of their own (EU, UN); a single one is left out: half the library has
    words that begin so. What stands behind a sign goes on likewise (`e-mai`, not `AT&T`), and a
    sign at the end ends the word (`U.S.`). What is quoted, negated, or the value of a field that
    takes no words stays as it is.
    """
    found = list(tokens(line))
    if not found or found[-1].end != len(line):
        return line
    last = found[-1]
    is_negated = len(found) > 1 and found[-2].kind == "not"
    if is_negated or last.star or last.is_quoted or not _takes_words(last):
        return line
    begun = _BEHIND_SIGNS.search(last.text)
    if begun and len(last.text) > len(begun[0]) and len(begun[0]) < _FEW and last.text.isascii():
        return line
    if len(last.text) >= _FEW or not last.text.isascii():
        return line + "*"
    return line[: last.start] if len(last.text) == 1 and last.text.isalpha() else line


def _takes_words(token: Token) -> bool:
    if token.kind == "field":
        return token.name in TEXT_FIELDS and not token.operator and bool(token.text)
    return token.kind == "word"
