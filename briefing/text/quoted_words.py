"""Words within quotation marks, which are another's: blanked out, so that places stay."""

import re

_QUOTED = re.compile(
    r"“[^”]{1,600}”|«[^»]{1,600}»|„[^“”]{1,600}[“”]|(?<![\w\d])\"[^\"]{1,600}\"(?!\w)"
    r"|(?<![\w’])‘[^‘’]{1,200}’(?!\w)"
)
_SPARED = 1  # a quotation mark at each end


def without_quotes(words: str) -> str:
    """Return the words with blanks for what is quoted; the length does not change."""
    if not any(mark in words for mark in '“«„"‘'):
        return words
    return _QUOTED.sub(lambda match: " " * len(match[0]), words)


def quotations(words: str) -> tuple[str, ...]:
    """Return what stands between quotation marks, without the marks."""
    return tuple(match[0][_SPARED:-_SPARED] for match in _QUOTED.finditer(words))
