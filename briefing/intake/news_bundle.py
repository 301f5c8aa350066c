"""One document of a news database that holds several articles: cut where the export says so.

Nexis ends each with `End of Document` or begins it with `3 of 23 DOCUMENTS`, ProQuest with
`Document 3 of 23`; Factiva ends each with its number, `Document NYTF000020250903el93000a1`.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.intake.found_article import FoundArticle
from briefing.intake.printed_date import printed_date
from briefing.intake.text_article import read_text_article
from briefing.model.article import Original

SEVERAL = "It seems to hold several articles; they were taken as one."
_EDGE = r"^[\s#*_>|\\-]*"
_LAST = r"[\s*_|\\]*$"
_COUNTED = re.compile(
    rf"{_EDGE}(?:Document (\d{{1,4}}) of (\d{{1,4}})|(\d{{1,4}}) of (\d{{1,4}}) DOCUMENTS?){_LAST}",
    re.MULTILINE | re.IGNORECASE,
)
_ENDS = (
    re.compile(rf"{_EDGE}End of Document{_LAST}", re.MULTILINE | re.IGNORECASE),
    re.compile(rf"{_EDGE}Document (?=[A-Za-z0-9]*\d)[A-Za-z0-9]{{20,30}}{_LAST}", re.MULTILINE),
)
_HINT = re.compile(
    r"End of Document|Document\s+[A-Z][A-Za-z0-9]{19,29}\b|\d\s+of\s+\d+\s+DOCUMENT"
    r"|Document\s+\d+\s+of\s+\d+",
    re.IGNORECASE,
)
_MARKS = re.compile(r"\\(?=[!-/:-@\[-`{-~])|^[#>\s]+|[*_]{1,3}|!?\[|\]\([^)]*\)", re.MULTILINE)
# The cover of Nexis lists the titles: `Documents (23)`, `1. A river treaty is signed`.
_COVER = re.compile(
    rf"{_EDGE}Documents? ?\\?\(\d+\\?\){_LAST}\n+{_EDGE}1\\?\.[ *_\[]*(?P<title>[^\]*_\n]+)",
    re.MULTILINE,
)
_NAMED = re.compile(r"(?:HEADLINE|HD)\s*:?\s+(\S.*)")
_BYLINE = re.compile(r"BYLINE\s*:\s*(\S.{1,200})", re.IGNORECASE)
_FEWEST = 80  # characters: less is what stands between or behind the articles
_FRONT = 12  # lines in which a title and a date stand
_LONGEST_TITLE = 300


def may_be_bundle(source: str) -> bool:
    """Return whether a source names the ends of articles at all, at little cost."""
    return len(_HINT.findall(source, 0)) > 1


def articles_of_bundle(found: FoundArticle, text: str = "") -> Iterator[FoundArticle]:
    """Yield the articles of a document, each with its own original; one alone as it was found.

    `text` is the whole document as Markdown where the article's body is only a part of it.
    """
    whole = text or (found.draft.body if found.draft else "")
    pieces, is_clear = _cut(whole) if may_be_bundle(whole) else ([], True)
    if len(pieces) < 2:
        told = found.remark if is_clear else f"{found.remark} {SEVERAL}".strip()
        yield replace(found, remark=told)
        return
    for piece in dict.fromkeys(pieces):
        yield _article(piece, found.remark)


def _cut(text: str) -> tuple[list[str], bool]:
    """Return the pieces of a text and whether it says clearly where they begin and end."""
    counted = list(_COUNTED.finditer(text))
    totals = {match[2] or match[4] for match in counted}
    numbers = [int(match[1] or match[3]) for match in counted]
    is_in_order = len(totals) == 1 and numbers == sorted(set(numbers)) and numbers[:1] == [1]
    if len(counted) > 1 and is_in_order:
        starts = [match.end() for match in counted]
        ends = [*(match.start() for match in counted[1:]), len(text)]
        return _kept(text[start:end] for start, end in zip(starts, ends, strict=True)), True
    for end in _ENDS:
        if len(list(end.finditer(text))) > 1:
            return _kept(end.split(_without_cover(text))), True
    return [], len(counted) < 2


def _without_cover(text: str) -> str:
    """Return a text from where the first title of its cover's list stands again."""
    cover = _COVER.search(text)
    at = text.find(cover["title"].strip(), cover.end()) if cover else -1
    return text[text.rfind("\n", 0, at) + 1 :] if at >= 0 else text


def _kept(pieces: Iterator[str] | list[str]) -> list[str]:
    cleaned = (_ENDS[0].sub("", piece).strip() for piece in pieces)
    return [piece for piece in cleaned if len(piece) >= _FEWEST]


def _article(piece: str, remark: str) -> FoundArticle:
    """Return a piece as a Markdown file of its own, read as such a file is."""
    lines = [_MARKS.sub("", line).strip() for line in piece.split("\n")]
    front = [line for line in lines if line][:_FRONT]
    named = (match[1] for line in front if (match := _NAMED.fullmatch(line)))
    title = next(named, front[0])[:_LONGEST_TITLE]
    published = printed_date(tuple(front))
    head = [f"title: {_quoted(title)}", *([f"date: {published}"] if published else [])]
    byline = next((match[1] for line in front if (match := _BYLINE.fullmatch(line))), "")
    head += [f"author: {_quoted(byline)}"] if byline else []
    source = "\n".join(("---", *head, "---", "", piece, ""))
    part = hashlib.sha256(piece.encode()).hexdigest()[:16]
    data = source.encode()
    name = f"{part}.md"
    original = Original(name, "text/markdown", data, hashlib.sha256(data).hexdigest())
    draft = read_text_article(name, source, is_markdown=True)
    return FoundArticle(draft, part, original, remark)


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
