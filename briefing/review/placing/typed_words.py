"""Words that a reviewer typed, each sign as the Markdown that prints just this sign."""

import re
from string import punctuation

_SIGNS = frozenset(punctuation)
_NAME = re.compile(r"[\w{]")


def typed(before: str, sign: str, after: str, *, in_cell: bool = False) -> str:
    """Return the Markdown of one character between its neighbours, with as few escapes as can be.

    A sign that would be markup there gets a backslash (CommonMark 0.31.2, 2.4).
    """
    if sign not in _SIGNS:
        return "\\\n" if sign == "\n" else sign
    if sign == "|":
        return "\\|" if in_cell else sign
    return "\\" + sign if _means_more(before, sign, after) else sign


def fully_escaped(sign: str) -> str:
    """Return a character that can mean nothing but itself."""
    return "\\" + sign if sign in _SIGNS else sign


def _means_more(before: str, sign: str, after: str) -> bool:  # noqa: C901, PLR0911 (one a sign)
    match sign:
        case "\\":
            return after in _SIGNS
        case "*":
            return not (before.isspace() and after.isspace())
        case "_":
            return not (before.isalnum() and after.isalnum())
        case "`":
            return True
        case "~" | "^" | "[":
            return after in {"~", "^", "[", "@", "-"} or before == sign
        case "<":
            return after.isalpha() or after in {"/", "!", "?"}
        case "&":
            return after == "#" or after.isalnum()
        case "]":
            return after in {"(", "[", "{", ":"}
        case "!":
            return after == "["
        case "@":
            return bool(_NAME.match(after)) and not before.isalnum()
        case _:
            return False
