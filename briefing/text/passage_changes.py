"""Two states of a text compared, passage by passage, however their lines are broken."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from briefing.text.sentence_split import split_sentences

_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_SAME_ENDS = 2000  # passages: beyond, only whole paragraphs are compared


def passage_changes(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Return each passage as it was and as it is; either is empty where there was none.

    Paragraphs that changed are compared sentence by sentence. White space makes no difference.
    """
    old, new = _paragraphs(before), _paragraphs(after)
    found: list[tuple[str, str]] = []
    for gone, come in _differences(old, new):
        was, now = old[gone], new[come]
        if not was or not now or len(was) + len(now) > _SAME_ENDS:
            found.append(("\n\n".join(was), "\n\n".join(now)))
            continue
        was, now = _sentences(was), _sentences(now)
        found += [
            (" ".join(was[inner_gone]), " ".join(now[inner_come]))
            for inner_gone, inner_come in _differences(was, now)
        ]
    return tuple(found)


def _differences(old: Sequence[str], new: Sequence[str]) -> list[tuple[slice, slice]]:
    """Return which runs of the one stand for which of the other, equal ones left out."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    matcher = SequenceMatcher(None, old[start:], new[start:])
    return [
        (slice(start + i, start + j), slice(start + k, start + m))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    ]


def _paragraphs(text: str) -> list[str]:
    return [words for part in _PARAGRAPHS.split(text) if (words := " ".join(part.split()))]


def _sentences(paragraphs: Sequence[str]) -> list[str]:
    return [
        text[span.start : span.end] for text in paragraphs for span in split_sentences(text, "en")
    ]
