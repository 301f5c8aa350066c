"""Score the words of citations against the CSL test suite, and tell what its engine limits.

A case passes where every citation, or the list of sources, says the same with the same look. The
suite also tests processors from within (its cases of `CITATIONS` edit a document as they go, some
ask for abbreviations or for parts of an item's name); such cases count as failed here.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

from briefing.errors import ExportError
from briefing.export.csl.assembled_citation import Notes
from briefing.export.csl.citation_asks import Ask, NoteMemory, Piece
from briefing.export.csl.csl_style import CslStyle, read_style
from briefing.export.csl.csl_wording import Answers, word
from briefing.export.csl.list_wording import list_words
from briefing.export.csl.locator_terms import TERMS, Locator
from briefing.model.article import Article
from briefing.model.block import (
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from briefing.model.ids import Uid
from tests.bench.scoring import Score

_SECTION = re.compile(r">>=+ ([A-Z-]+) =+>>\n(.*?)\n?<<=+ \1 =+<<", re.DOTALL)
_TAGS = {Emphasis: "i", Strong: "b", Superscript: "sup", Subscript: "sub"}
_LINE = re.compile(r"^(?:>>|\.\.)\[\d+\] ?", re.MULTILINE)
_TARGET = 0.5
Json = Any


def scores(data: Path) -> Iterator[Score]:
    """Yield the share of cases that pass, whole and by the suite's own groups."""
    folder = data / "references" / "csl_test_suite"
    verdicts: dict[str, list[bool]] = {}
    raised = 0
    for file in sorted(folder.glob("*.txt")):
        try:
            passes = case_passes(file.read_text(encoding="utf-8"))
        except (ExportError, KeyError, TypeError, ValueError) as error:
            passes = False
            raised += not isinstance(error, ExportError)
        verdicts.setdefault(file.name.partition("_")[0], []).append(passes)
    every = [verdict for group in verdicts.values() for verdict in group]
    if every:
        yield Score("CSL test suite: cases that pass", _share(every), len(every), _TARGET)
        yield Score(
            "CSL test suite: cases that nothing raises", 1 - raised / len(every), len(every)
        )
    for group, found in verdicts.items():
        yield Score(f"  of the group “{group}”", _share(found), len(found))


def case_passes(text: str) -> bool:
    """Tell whether a case of the suite comes out as it says."""
    parts = dict(_SECTION.findall(text))
    style = read_style(parts["CSL"].encode(), "case")
    if not isinstance(style, CslStyle):
        return False
    items = {str(item.get("id", n)): item for n, item in enumerate(json.loads(parts["INPUT"]))}
    answers = _answers(parts, items, style)
    wanted = _plain(parts["RESULT"])
    if parts["MODE"].strip() == "bibliography":
        told = list_words(style, style.locale or "en-US", [entry for _, entry in answers.entries])
        entries = map(_html, told)
        found = "".join(f'<div class="csl-entry">{entry}</div>' for entry in entries)
        wanted = re.sub(r'</?div(?: class="csl-bib-body")?>(?!$)', "", wanted)
        return _entries(found) == _entries(parts["RESULT"])
    found = "\n".join(_html(line) for line in answers.citations)
    return _plain(found) == wanted


def _answers(parts: dict[str, str], items: dict[str, Json], style: CslStyle) -> Answers:
    memory = NoteMemory(style)
    asks: list[Ask] = []
    for number, cites in enumerate(_cites(parts, items), 1):
        pieces = tuple(_piece(cite) for cite in cites)
        note = number if style.is_note else 0
        asks.append(Ask(pieces, note, memory.is_near(pieces, note)))
    cited = {uid: items[uid] for ask in asks for uid in (piece.key for piece in ask.pieces)}
    return word(style, style.locale or "en-US", cited, asks, (), Notes(memory.first))


def _cites(parts: dict[str, str], items: dict[str, Json]) -> list[list[Json]]:
    if "CITATIONS" in parts:
        return [citation[0]["citationItems"] for citation in json.loads(parts["CITATIONS"])]
    if "CITATION-ITEMS" in parts:
        return json.loads(parts["CITATION-ITEMS"])
    return [[{"id": uid} for uid in items]]


def _piece(cite: Json) -> Piece:
    uid = str(cite["id"])
    place = None
    if cite.get("locator"):
        words = str(cite["locator"]).replace("-", "–")
        label = cite.get("label", "page")
        place = Locator(label if label in TERMS else "page", words, words)
    article = Article(Uid(uid), uid, uid, "")
    prefix, suffix = cite.get("prefix", "").strip(), cite.get("suffix", "").strip(" ,")
    return Piece(uid, article, place, prefix, suffix, not cite.get("suppress-author"))


def _html(inlines: Inlines) -> str:
    return "".join(_tagged(inline) for inline in inlines)


def _tagged(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Emphasis() | Strong() | Superscript() | Subscript():
            tag = _TAGS[type(inline)]
            return f"<{tag}>{_html(inline.children)}</{tag}>"
        case SmallCaps(children):
            return f'<span style="font-variant:small-caps;">{_html(children)}</span>'
        case Link(children):
            return _html(children)
        case LineBreak():
            return " "
        case _:
            return ""


def _entries(html: str) -> list[str]:
    return [_plain(entry) for entry in re.split(r'<div class="csl-entry">', html)[1:]]


def _plain(html: str) -> str:
    """Return a result without what only a page has: its blocks, entities and doubled spaces."""
    text = unescape(re.sub(r"</?div[^>]*>", " ", _LINE.sub("", html.strip())))
    return " ".join(text.replace("\u00a0", " ").split())


def _share(found: list[bool]) -> float:
    return sum(found) / len(found)
