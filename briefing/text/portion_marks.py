"""Portion marks: the mark in round brackets with which a paragraph, title or caption begins."""

import re
from dataclasses import dataclass

from briefing.text.contents import contents_of
from briefing.text.prose import prose_of

_MARK = re.compile(
    r"(?:\[[ xX]\]\s)?[*_\s]*\((?P<mark>[A-Z][A-Z0-9]*(?:[:+/ .-]{1,2}[A-Z0-9]+)*)\)(?=[\s*_:.]|$)"
)
# Possessive: a form's line of ten thousand underscores is passed over once.
_ANY_MARK = re.compile(r"(?m)^[ \t>*_#+\d.-]*+(?:\[[ xX]\]\s[\s*_]*+)?\([A-Z][A-Z0-9:+/ .-]*\)")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_FORM_LINE = re.compile(r"_{3,}")


@dataclass(frozen=True, slots=True)
class Portion:
    """A paragraph, list item or heading: its mark without brackets, if any, and where it stands."""

    mark: str
    kind: str
    words: str
    start: int
    end: int
    mark_end: int


def folded_title(heading: str) -> str:
    """Return a heading as titles are compared: without its mark, its case and its blanks."""
    match = _MARK.match(heading)
    title = heading[match.end() :].strip(" .:") if match else ""
    return " ".join((title or heading).casefold().split())


def without_mark(words: str) -> str:
    """Return what a paragraph says behind its mark."""
    return words[mark_end(words) :]


def mark_end(words: str) -> int:
    """Return where the mark of a paragraph ends; 0 without one."""
    match = _MARK.match(words)
    return match.end() if match else 0


def find_portions(markdown: str) -> tuple[Portion, ...]:
    """Return the portions of a text that a mark is asked of; none where no portion has one.

    Left out: notes, cells, block quotations, forms to be filled in, and what has no words.
    """
    if not _ANY_MARK.search(markdown):
        return ()
    found: list[Portion] = []
    for placed in contents_of(markdown):
        content = placed.content
        is_other = content.kind not in {"paragraph", "heading"}
        if is_other or {"note", "quote"} & set(content.containers):
            continue
        words = prose_of(content).text
        if not _WORDS.search(words) or _FORM_LINE.search(content.text):
            continue
        match = _MARK.match(content.text)
        start, end = placed.span(0, len(content.text))
        mark_end = placed.span(0, match.end())[1] if match else start
        kind = "heading" if content.kind == "heading" else "paragraph"
        found.append(Portion(match["mark"] if match else "", kind, words, start, end, mark_end))
    return tuple(found)
