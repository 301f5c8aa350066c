"""Words within quotation marks, which are another's: blanked out, so that places stay."""

import re
from functools import lru_cache

_QUOTED = re.compile(
    r"“[^”]{1,600}”|«[^»]{1,600}»|„[^“”]{1,600}[“”]|(?<![\w\d])\"[^\"]{1,600}\"(?!\w)"
    r"|(?<![\w’])‘(?:[^‘’]|’(?=\w)){1,200}’(?!\w)"
)
_SPARED = 1  # a quotation mark at each end


@lru_cache(maxsize=20_000)
def without_quotes(words: str, *, but_for: int = 0) -> str:
    """Return the words with blanks for what is quoted; the length does not change.

    Quotations of no more than `but_for` words stay.
    """
    if not any(mark in words for mark in '“«„"‘'):
        return words
    return _QUOTED.sub(lambda match: _blank(match[0], but_for), words)


def quotations(words: str) -> tuple[str, ...]:
    """Return what stands between quotation marks, without the marks."""
    return tuple(match[0][_SPARED:-_SPARED] for match in _QUOTED.finditer(words))


def _blank(quotation: str, but_for: int) -> str:
    return quotation if len(quotation.split()) <= but_for else " " * len(quotation)
