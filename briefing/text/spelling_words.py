"""The words of one line of Markdown that a spelling dictionary should know.

Left out: code, links' targets, citations, attributes, addresses, words with figures in them, and
abbreviations in capitals.
"""

import re
from collections.abc import Iterator

_PASSED_OVER = re.compile(
    r"`+[^`]*`+"
    r"|\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"
    r"|\[[^\[\]\n]*@[^\[\]\n]*\]"
    r"|-?@[\w:.#$%&+?<>~/-]*\w"
    r"|\[\^[^\]\s]+\]"
    r"|\{[^{}]*\}"
    r"|<[^<>\s][^<>]*>"
    r"|\b(?:https?://|www\.)\S+"
    r"|\b[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|\b[\w-]+\.(?:com|org|net|gov|int|edu|docx|pdf|md)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’\u00ad][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?\Z")


def spelling_words(line: str) -> Iterator[tuple[int, str]]:
    """Yield each word with its place in the line (code points), as it is written."""
    bare = _PASSED_OVER.sub(lambda found: " " * len(found[0]), line)
    for found in _WORD.finditer(bare):
        word = found[0]
        is_word = len(word) > 1 and not any(letter.isdigit() for letter in word)
        if is_word and not _is_abbreviation(word):
            yield found.start(), word


def _is_abbreviation(word: str) -> bool:
    """Tell whether a word is NATO, NATO's or MPs: two capitals or more, and an ending at most."""
    stem = _POSSESSIVE.sub("", word)
    stem = stem.removesuffix("s")
    return len(stem) > 1 and stem.isupper()
