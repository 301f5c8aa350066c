"""Titles cut to the few words by which a note names a source again (Chicago 17, 14.33)."""

import re

LONGEST = 6  # words that stand uncut
KEPT = 5
_TELLING = 3  # fewer words before a colon are a label, such as “Desk note”, and tell nothing
_SUBTITLE = re.compile(r"(?<=\w)(?:: | — | – )|(?<=[?!]) ")
_WEAK_WORDS = (
    "a an and as at but by for from in into of on or over that the their to vs. while who with"
    " de del el en la las los para por que y"
)
_WEAK_END = frozenset(_WEAK_WORDS.split())


def short_title(title: str) -> str:
    """Return a title without its subtitle, and its first words where it is still long."""
    text = " ".join(title.split())
    main = _SUBTITLE.split(text, maxsplit=1)[0]
    is_label = len(main.split()) < _TELLING and not main.endswith(("?", "!"))
    words = (text if is_label else main).split(" ")
    if len(words) <= LONGEST:
        return " ".join(words)
    kept = words[: KEPT + is_label]
    while len(kept) > 1 and kept[-1].lower() in _WEAK_END:
        kept.pop()
    return " ".join(kept).rstrip(",;:–—-")
