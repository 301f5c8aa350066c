"""What changed since a version, drafted in words for the reader of the next one."""

import re
from collections.abc import Iterator, Sequence

from briefing.model.memo import MemoVersion
from briefing.model.memo_change import ChangeKind, MemoChange
from briefing.text.citations import find_citations
from briefing.text.passage_changes import passage_changes

_QUOTED = 160  # characters of a passage that are quoted
_TOLD = 20  # passages told one by one
_CITATION = re.compile(r"\s*\[[^\[\]\n]*@[^\]\n]*\]")
_MARKS = re.compile(r"^(?:#{1,6}|>|[-*+]|\d{1,3}[.)])\s+|[*`]|\s*\{[^{}]*\}$")


def drafted(version: MemoVersion, body: str, changes: Sequence[MemoChange]) -> str:
    """Return Markdown that tells what was reworded, came, went and is cited since a version."""
    since = f"version {version.number}{_sending(version)}"
    told = [line for one in changes for line in _told(one)]
    told += _sources_told(version.body, body)
    if not told:
        return f"Nothing in the text changed since {since}."
    if len(told) > _TOLD:
        told[_TOLD:] = [f"{len(told) - _TOLD} more passages changed."]
    return "\n".join([f"Changes since {since}:", "", *(f"- {one}" for one in told)])


def _sending(version: MemoVersion) -> str:
    if version.sent_at is None and not version.reason.startswith("exported"):
        return ""
    when = (version.sent_at or version.created_at).astimezone()
    word = "sent" if version.sent_at else "exported"
    to = f" to {version.sent_to}" if version.sent_to else ""
    return f" ({word}{to} on {when.day} {when:%B %Y})"


def _told(change: MemoChange) -> Iterator[str]:
    where = f"{change.section}: " if change.section else ""
    match change.kind:
        case ChangeKind.ADDED:
            yield f"{where}added “{_shown(change.now)}”"
        case ChangeKind.REMOVED:
            yield f"{where}removed “{_shown(change.was)}”"
        case ChangeKind.MOVED:
            yield f"{where}“{_shown(change.now)}” now stands here"
        case ChangeKind.REWORDED:
            for was, now in passage_changes(change.was, change.now):
                yield from _reworded(where, _shown(was), _shown(now))


def _reworded(where: str, was: str, now: str) -> Iterator[str]:
    if was == now:  # only a citation or a mark is another
        return
    if not was:
        yield f"{where}added “{now}”"
    elif not now:
        yield f"{where}removed “{was}”"
    else:
        yield f"{where}“{was}” now reads “{now}”"


def _sources_told(before: str, after: str) -> Iterator[str]:
    old, new = _keys(before), _keys(after)
    for word, keys in (("Newly cited", new), ("No longer cited", old)):
        others = old if keys is new else new
        only = [key for key in keys if key not in others]
        if only:
            yield f"{word}: {', '.join(f'[@{key}]' for key in only)}"


def _keys(body: str) -> dict[str, None]:
    return {item.key: None for found in find_citations(body) for item in found.citation.items}


def _shown(markdown: str) -> str:
    """Return a passage in plain words, without citations, cut where it is long."""
    words = " ".join(_MARKS.sub("", _CITATION.sub("", markdown)).split())
    return words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + "…"
