"""Runs of words with their look to inline Markdown: as few marks as say it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.intake.markdown_escapes import escaped

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]{1,2000}", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\f\v\u2028]+")
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\xad\ufeff\ufffe\uffff]")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_FIGURES = re.compile("[0-9+-]{1,4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Span:
    """Words that look alike; `is_markup` where they are Markdown already (a note's mark)."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    link: str = ""
    is_markup: bool = False


def inline(spans: Iterable[Span], *, plain: bool = False) -> str:
    """Return spans as Markdown on one or more lines; `plain` leaves bold letters out.

    A line's end in the words becomes a hard one.
    """
    kept = [span for span in spans if span.text]
    text = _linked(kept, is_bold=not plain)
    lines = [_BLANKS.sub(" ", line).strip() for line in text.split("\n")]
    return "  \n".join(line for line in lines if line)


def words_of(spans: Iterable[Span]) -> str:
    """Return the bare words of spans."""
    return " ".join("".join(span.text for span in spans if not span.is_markup).split())


def scripted(words: str, position: str) -> str:
    """Return figures that stand high or low as Unicode has them; other words as they are."""
    if not _FIGURES.fullmatch(words):
        return words
    return words.translate({"superscript": _RAISED, "subscript": _LOWERED}.get(position, {}))


def target(address: str) -> str:
    """Return a link's target as Markdown takes it; nothing for one that leads nowhere."""
    wanted = address.strip().replace(" ", "%20").replace("(", "%28").replace(")", "%29")
    wanted = wanted.replace("\\", "%5C")
    return wanted if _ADDRESS.fullmatch(wanted) else ""


def _linked(spans: Sequence[Span], *, is_bold: bool) -> str:
    parts: list[str] = []
    for link, group in groupby(spans, key=lambda span: span.link):
        words = _styled(list(group), 0 if is_bold else 1)
        core = words.strip()
        if not link or not core or "](" in core:
            parts.append(words)
            continue
        lead, trail = _around(words)
        shown = core if core.count("[") == core.count("]") else core.replace("[", "\\[")
        parts.append(f"{lead}[{' '.join(shown.split())}]({link}){trail}")
    return "".join(parts)


_STYLES = (("**", "is_bold"), ("*", "is_italic"), ("~~", "is_struck"))


def _styled(spans: Sequence[Span], style: int) -> str:
    """Return spans with the marks from a style on; each is set round the whole of its words."""
    if style == len(_STYLES):
        return "".join(_plain(span) for span in spans)
    mark, name = _STYLES[style]
    groups = [
        (looks_so, list(group))
        for looks_so, group in groupby(spans, key=lambda span: bool(getattr(span, name)))
    ]
    written = [_styled(group, style + 1) for _, group in groups]
    parts: list[str] = []
    for number, (looks_so, _) in enumerate(groups):
        before = parts[-1][-1:] if parts else ""
        after = written[number + 1][:1] if number + 1 < len(written) else ""
        words = written[number]
        parts.append(_marked(words, mark, before, after) if looks_so else words)
    return "".join(parts)


def _marked(words: str, mark: str, before: str, after: str) -> str:
    """Return words between marks; bare where the marks would not be read as such.

    Nor do marks stand inside a word: it could no longer be found.
    """
    core = words.strip()
    if not core or core.startswith("*") or core.endswith(("*", "\\")) or "\n" in core:
        return words
    lead, trail = _around(words)
    is_apart = (lead or not before.isalnum()) and (trail or not after.isalnum())
    return f"{lead}{mark}{core}{mark}{trail}" if is_apart else words


def _around(words: str) -> tuple[str, str]:
    """Return the blanks before and behind."""
    return words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]


def _plain(span: Span) -> str:
    return span.text if span.is_markup else escaped(_INVISIBLE.sub("", span.text))
