"""Whether words are the long form of an acronym.

After A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions
in biomedical text", Pacific Symposium on Biocomputing 8, 2003: the letters are found from the
right, the first of them at the beginning of a word.
"""

import re

_NAME_END = re.compile(r"(?:[^\W\d_][\w’'.&-]*\s+){0,8}[^\W\d_][\w’'.&-]*$")
_CAPITAL = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]")
_MOST_WORDS = 5  # beyond the number of letters


def abbreviates(letters: str, words: str) -> bool:
    """Tell whether an acronym can stand for the last of these words."""
    short = letters.replace("&", "").lower()
    long = " ".join(words.lower().split()[-min(len(short) + _MOST_WORDS, len(short) * 2) :])
    at = len(long) - 1
    for index in range(len(short) - 1, -1, -1):
        while at >= 0 and (
            long[at] != short[index] or (index == 0 and at > 0 and long[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return False
        at -= 1
    return len(long) - at - 1 > len(short)


def is_named(words: str) -> bool:
    """Tell whether words end in a name in capitals, as a name translated before its acronym."""
    name = _NAME_END.search(words)
    if name is None:
        return False
    last = name[0].split()[-4:]
    return (
        bool(last) and bool(_CAPITAL.match(last[-1])) and len(_CAPITAL.findall(" ".join(last))) > 1
    )
