"""Two states of a memo's Markdown compared: which paragraphs came, went, moved or were reworded.

A paragraph is what stands between blank lines (a list or a fenced block is one). Spaces and
line breaks inside make no difference.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from briefing.model.block import Span
from briefing.model.memo_change import ChangeKind, MemoChange
from briefing.text.word_changes import word_changes

ALIKE = 0.4  # of the words in common: so much makes one paragraph a rewording of another
_MOST_PAIRS = 10_000  # comparisons in one stretch; beyond, paragraphs pair in their order
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,}|:{3,})")
_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*(?:\{[^{}\n]*\})?[ \t]*\Z")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    text: str
    folded: str
    section: str


def memo_changes(before: str, after: str) -> tuple[MemoChange, ...]:
    """Return each paragraph that differs, in the order of the text as it is now."""
    old, new = list(_paragraphs(before)), list(_paragraphs(after))
    found = list(_stretches(old, new, len(before), len(after)))
    return tuple(sorted(_joined_moves(found), key=lambda one: (one.after.start, one.before.start)))


def without_change(body: str, change: MemoChange) -> str:
    """Return the body with one change taken back; the body must be the one it was found in."""
    start, end = change.after.start, change.after.end
    match change.kind:
        case ChangeKind.REWORDED:
            return body[:start] + change.was + body[end:]
        case ChangeKind.ADDED:
            return _without(body, start, end)
        case ChangeKind.REMOVED:
            return _with(body, start, change.was)
        case ChangeKind.MOVED:
            return body  # where it stood is not to be told once others have moved


def _without(body: str, start: int, end: int) -> str:
    """Cut a paragraph out with the blank line behind it, or before it at the end."""
    behind = re.match(r"\n(?:[ \t]*\n)*", body[end:])
    if behind and end + behind.end() < len(body):
        return body[:start] + body[end + behind.end() :]
    return body[:start].rstrip() + "\n" if body[:start].strip() else ""


def _with(body: str, place: int, paragraph: str) -> str:
    """Put a paragraph in at the start of another, or at the end."""
    if place >= len(body.rstrip()):
        head = body.rstrip()
        return f"{head}\n\n{paragraph}\n" if head else f"{paragraph}\n"
    return f"{body[:place]}{paragraph}\n\n{body[place:]}"


def _paragraphs(body: str) -> Iterator[_Paragraph]:
    section = ""
    for start, end in _pieces(body):
        text = body[start:end]
        heading = _HEADING.match(text) if "\n" not in text else None
        if heading:
            section = heading[1]
        yield _Paragraph(Span(start, end), text, " ".join(text.split()), section)


def _pieces(body: str) -> Iterator[tuple[int, int]]:
    """Yield where paragraphs stand; blank lines inside a fence do not part it."""
    start = 0
    fence = ""
    position = 0
    for line in body.splitlines(keepends=True):
        found = _FENCE.match(line)
        if not line.strip() and not fence:
            if body[start:position].strip():
                yield _trimmed(body, start, position)
            start = position + len(line)
        elif found and not fence:
            fence = found[1]
        elif found and found[1][0] == fence[0] and not line.strip().strip(fence[0]):
            fence = "" if len(found[1]) >= len(fence) else fence
        position += len(line)
    if body[start:].strip():
        yield _trimmed(body, start, len(body))


def _trimmed(body: str, start: int, end: int) -> tuple[int, int]:
    return start, start + len(body[start:end].rstrip())


def _stretches(
    old: Sequence[_Paragraph], new: Sequence[_Paragraph], old_end: int, new_end: int
) -> Iterator[MemoChange]:
    matcher = SequenceMatcher(
        None, [one.folded for one in old], [one.folded for one in new], autojunk=False
    )
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            continue
        here = Span(*[new[k].span.start if k < len(new) else new_end] * 2)
        there = Span(*[old[i].span.start if i < len(old) else old_end] * 2)
        pairs = dict(_pairs(old[i:j], new[k:m]))
        taken = set(pairs.values())
        for index, one in enumerate(old[i:j]):
            if index in pairs:
                yield _reworded(one, new[k + pairs[index]])
            else:
                place = _place_after(pairs, index, new[k:m], here)
                yield MemoChange(ChangeKind.REMOVED, one.text, "", one.span, place, one.section)
        for index, one in enumerate(new[k:m]):
            if index not in taken:
                yield MemoChange(ChangeKind.ADDED, "", one.text, there, one.span, one.section)


def _place_after(
    pairs: dict[int, int], index: int, new: Sequence[_Paragraph], otherwise: Span
) -> Span:
    """Return where a removed paragraph would stand now: before its next neighbour that is left."""
    following = [pairs[other] for other in pairs if other > index]
    start = new[min(following)].span.start if following else None
    if start is None and pairs and new:
        start = new[-1].span.end + 2  # behind the last one of the stretch
    return Span(start, start) if start is not None else otherwise


def _reworded(was: _Paragraph, now: _Paragraph) -> MemoChange:
    words = tuple(word_changes(was.text, now.text))
    return MemoChange(
        ChangeKind.REWORDED, was.text, now.text, was.span, now.span, now.section, words
    )


def _pairs(old: Sequence[_Paragraph], new: Sequence[_Paragraph]) -> Iterator[tuple[int, int]]:
    """Yield which old paragraph became which new one, in order, none crossing another."""
    if len(old) * len(new) > _MOST_PAIRS:
        yield from zip(range(len(old)), range(len(new)), strict=False)
        return
    following = 0
    for index, one in enumerate(old):
        likely = [
            (_likeness(one, other), -place)
            for place, other in enumerate(new[following:], following)
        ]
        best = max(likely, default=(0.0, 0))
        if best[0] >= ALIKE:
            yield index, -best[1]
            following = 1 - best[1]


def _likeness(one: _Paragraph, other: _Paragraph) -> float:
    if one.text[:1] == "#" and other.text[:1] != "#":
        return 0.0
    old, new = _WORD.findall(one.folded.casefold()), _WORD.findall(other.folded.casefold())
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def _joined_moves(found: Sequence[MemoChange]) -> Iterator[MemoChange]:
    """Yield the changes, a paragraph that went here and came there as one that moved."""
    gone: dict[str, list[MemoChange]] = {}
    for one in found:
        if one.kind is ChangeKind.REMOVED:
            gone.setdefault(" ".join(one.was.split()), []).append(one)
    for one in found:
        origins = gone.get(" ".join(one.now.split()), [])
        if one.kind is ChangeKind.ADDED and origins:
            origin = origins.pop()
            yield replace(one, kind=ChangeKind.MOVED, was=origin.was, before=origin.before)
        elif one.kind is not ChangeKind.REMOVED:
            yield one
    for left in gone.values():
        yield from left
