"""Which kind of JSON a file is, told by how it begins and without reading all of it."""

import json
import re

_HEAD = 256 * 1024
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/')
_ZOTERO_TYPE = re.compile(r'"itemType"\s*:\s*"[a-zA-Z]{3,30}"')
_CSL_TYPE = re.compile(
    r'"type"\s*:\s*"(?:article|article-(?:journal|magazine|newspaper)|bill|book|broadcast|chapter'
    r"|classic|collection|dataset|document|entry|entry-(?:dictionary|encyclopedia)|event|figure"
    r"|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture"
    r"|musical_score|pamphlet|paper-conference|patent|performance|periodical"
    r"|personal_communication|post|post-weblog|regulation|report|review|review-book|software|song"
    r'|speech|standard|thesis|treaty|video|webpage)"'
)


def kind_of_json(data: bytes) -> str:
    """Return `jsonfeed`, `zotero-json`, `csl`, `lines` (an object a line), or nothing."""
    text = data[:_HEAD].decode("utf-8-sig", errors="replace").lstrip()
    if text.startswith("{") and _JSON_FEED.search(data):
        return "jsonfeed"
    if _is_lines(text, is_cut=len(data) > _HEAD):
        return "lines"
    if text.startswith(("[", "{")) and _ZOTERO_TYPE.search(text):
        return "zotero-json"
    return "csl" if text.startswith(("[", "{")) and _CSL_TYPE.search(text) else ""


def _is_lines(text: str, *, is_cut: bool) -> bool:
    """Return whether the first two lines that hold anything are an object each."""
    lines = [line for line in text.split("\n")[: -1 if is_cut else None] if line.strip()][:2]
    return len(lines) == 2 and all(map(_is_object, lines))


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
