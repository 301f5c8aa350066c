"""Bold, italic, code, links and the like within one line of Markdown, for drawing only.

The rule for runs of `*` and `_` is CommonMark's (0.31, 6.2), without its multiples of three.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


class Ink(StrEnum):
    """How a stretch of text is drawn; several can lie over one another."""

    BOLD = "bold"
    ITALIC = "italic"
    STRIKE = "strike"
    CODE = "code"
    LINK = "link"
    SYNTAX = "syntax"  # the marks themselves, in a quieter ink
    NOTE = "note"
    HIDDEN = "hidden"  # marks that nobody edits now


@dataclass(frozen=True, slots=True)
class InlineSpan:
    """Code points from `start` up to `end` of the line.

    `scope` is what the marks belong to, themselves included: they are shown while the cursor is
    in it. Marks without one are always shown.
    """

    start: int
    end: int
    ink: Ink
    scope: tuple[int, int] | None = None


@dataclass(slots=True)
class _Run:
    """A run of `*`, `_` or `~` that may open or close."""

    start: int
    count: int
    char: str
    can_open: bool
    can_close: bool


_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?P<ticks>`+)(?!`)(?P<inner>.*?)(?<!`)(?P=ticks)(?!`))"
    r"|(?P<note>\[\^[^\]\s]+\])"
    r"|(?P<link>!?\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"
    r"(?:\s+\"[^\"]*\")?)\))"
    r"|(?P<auto><(?:https?|mailto):[^<>\s]+>)"
    r"|(?P<html></?[A-Za-z][^<>]*>|<!--.*?-->)"
    r"|(?P<run>\*+|_+|~~)"
)
_QUICK = re.compile(r"[*_`~\[<\\]")


def inline_spans(text: str, start: int = 0) -> tuple[InlineSpan, ...]:
    """Return what is marked in a line from `start` on, in no certain order."""
    if not _QUICK.search(text, start):
        return ()
    spans: list[InlineSpan] = []
    runs: list[_Run] = []
    for match in _TOKEN.finditer(text, start):
        if match["run"]:
            runs.append(_run(text, match))
        else:
            _add_token(match, spans)
            if match["words"]:
                first = match.start("words")
                spans += _shifted(inline_spans(match["words"]), first)
    _add_emphasis(runs, spans)
    return tuple(spans)


def _shifted(spans: tuple[InlineSpan, ...], by: int) -> list[InlineSpan]:
    return [
        InlineSpan(
            span.start + by,
            span.end + by,
            span.ink,
            (span.scope[0] + by, span.scope[1] + by) if span.scope else None,
        )
        for span in spans
    ]


def _add_token(match: re.Match[str], spans: list[InlineSpan]) -> None:
    start, end = match.span()
    if match["escape"]:
        spans.append(InlineSpan(start, start + 1, Ink.SYNTAX, (start, end)))
    elif match["code"]:
        ticks = len(match["ticks"])
        spans += [
            InlineSpan(start, end, Ink.CODE),
            InlineSpan(start, start + ticks, Ink.SYNTAX, (start, end)),
            InlineSpan(end - ticks, end, Ink.SYNTAX, (start, end)),
        ]
    elif match["link"]:
        first, last = match.span("words")
        spans += [
            InlineSpan(start, first, Ink.SYNTAX, (start, end)),
            InlineSpan(first, last, Ink.LINK),
            InlineSpan(last, end, Ink.SYNTAX, (start, end)),
        ]
    elif match["note"]:
        spans.append(InlineSpan(start, end, Ink.NOTE))
    elif match["auto"]:
        spans.append(InlineSpan(start, end, Ink.LINK))
    else:
        spans.append(InlineSpan(start, end, Ink.SYNTAX))


def _run(text: str, match: re.Match[str]) -> _Run:
    start, end = match.span()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = not after.isspace() and (_is_word(after) or before.isspace() or not _is_word(before))
    right = not before.isspace() and (_is_word(before) or after.isspace() or not _is_word(after))
    if text[start] == "_":  # within a word an underscore is one
        opens = left and (not right or not _is_word(before))
        return _Run(start, end - start, "_", opens, right and (not left or not _is_word(after)))
    return _Run(start, end - start, text[start], left, right)


def _is_word(char: str) -> bool:
    return char.isalnum()


def _add_emphasis(runs: list[_Run], spans: list[InlineSpan]) -> None:
    """Match closing runs with the nearest opening ones of their kind."""
    open_runs: list[_Run] = []
    for run in runs:
        while run.can_close and run.count:
            opener = next((o for o in reversed(open_runs) if o.char == run.char and o.count), None)
            if opener is None:
                break
            del open_runs[open_runs.index(opener) + 1 :]
            _pair(opener, run, spans)
        if run.can_open and run.count:
            open_runs.append(run)


def _pair(opener: _Run, closer: _Run, spans: list[InlineSpan]) -> None:
    """Take one or two marks from each side; what lies between is italic or bold."""
    used = 2 if opener.count >= 2 and closer.count >= 2 else 1
    opener.count -= used
    inner = opener.start + opener.count
    ink = Ink.BOLD if used == 2 else Ink.ITALIC
    if closer.char == "~":
        ink = Ink.STRIKE
    scope = (inner, closer.start + used)
    spans += [
        InlineSpan(inner + used, closer.start, ink),
        InlineSpan(inner, inner + used, Ink.SYNTAX, scope),
        InlineSpan(closer.start, closer.start + used, Ink.SYNTAX, scope),
    ]
    closer.start += used
    closer.count -= used
