"""Two texts compared: paragraphs are matched first, then the words of those that differ."""

import re
from difflib import SequenceMatcher

from briefing.model.memo_change import WordKind

_WORD = re.compile(r"\s+|\d+(?:[.,:]\d+)+|\w+|[^\w\s]")  # a figure is one word
_PARAGRAPH = re.compile(r"\n\s*\n")
_MOST_WORDS = 3_000  # of one changed stretch; a longer one is given as out and in, whole


def word_changes(before: str, after: str) -> list[tuple[WordKind, str]]:
    """Return stretches in order; white space alone is no difference.

    The stretches that are not deleted make up the text after, those not inserted the one before,
    but for white space.
    """
    found: list[tuple[WordKind, str]] = []
    old, new = _paragraphs(before), _paragraphs(after)
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.extend(("equal", f"{one}\n\n") for one in new[k:m])
        else:
            found += _words("\n\n".join(old[i:j]), "\n\n".join(new[k:m]))
            found.append(("equal", "\n\n"))
    return [(kind, text) for kind, text in found if text]


def _paragraphs(text: str) -> list[str]:
    return [" ".join(one.split()) for one in _PARAGRAPH.split(text) if one.strip()]


def _words(before: str, after: str) -> list[tuple[WordKind, str]]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > _MOST_WORDS:
        return [("delete", before), ("insert", after)]
    found: list[tuple[WordKind, str]] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("equal", "".join(new[k:m])))
        else:
            found.append(("delete", "".join(old[i:j])))
            found.append(("insert", "".join(new[k:m])))
    return found
