"""The article on a page: where most of its words stand, without what stands beside them."""

import logging
import re
import unicodedata
from copy import deepcopy
from dataclasses import dataclass, field

from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from briefing.intake.html_runs import INLINE_TAGS, text_runs
from briefing.intake.html_tree import elements, tag_of
from briefing.intake.web_boilerplate import (
    drop,
    is_notes,
    link_density,
    names_boilerplate,
    remove_unseen,
)
from briefing.intake.web_formulas import restore_formulas

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without an article is no fault
_WORD = re.compile(r"\w+")
_GRAM = 4  # words in a row that are known again
_MOST_ELEMENTS = 20_000  # of a page that is looked through twice: beyond, it is a long document
_MOST_OF = 0.85  # of the article's words must stand in the element that is taken
_FEW_WORDS = 25
_LISTS = frozenset({"div", "section", "ul", "ol", "dl", "table", "article", "center"})
_PASSAGES = frozenset(
    (
        *("p", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "ul", "ol"),
        *("li", "dl", "dt", "dd", "table", "tbody", "tr", "td", "th"),
    )
)


@dataclass(slots=True)
class _Weights:
    """For each element how many words stand in it, and how many of them trafilatura kept."""

    words: dict[HtmlElement, int] = field(default_factory=dict[HtmlElement, int])
    kept: dict[HtmlElement, int] = field(default_factory=dict[HtmlElement, int])

    def add(self, block: HtmlElement, words: int, kept: int) -> None:
        """Count words for a block and all that it stands in."""
        element: HtmlElement | None = block
        while element is not None:
            self.words[element] = self.words.get(element, 0) + words
            self.kept[element] = self.kept.get(element, 0) + kept
            element = element.getparent()


def main_content(root: HtmlElement) -> HtmlElement:
    """Return a copy of the element that holds the article, what is not of it taken away.

    trafilatura says which words are the article; the page's own elements give them back whole,
    with lists, tables, code and words that occur twice.
    """
    page = deepcopy(root)
    restore_formulas(page)
    remove_unseen(page)
    if sum(1 for _ in elements(page)) > _MOST_ELEMENTS:
        return _unguided(page)
    weights = _weighed(page, _Known(_words(_extracted(page))))
    if not weights.kept.get(page):
        return _unguided(page)
    holder = _holder(page, weights)
    _prune(holder, weights)
    for notes in _notes_outside(page, holder):
        holder.append(notes)
    return holder


class _Known:
    """The text that was extracted, to ask whether a passage is in it."""

    def __init__(self, words: list[str]) -> None:
        self._text = f" {' '.join(words)} "
        self._grams = {tuple(words[i : i + _GRAM]) for i in range(len(words) - _GRAM + 1)}

    def count(self, words: list[str]) -> int:
        """Return how many of a passage's words are known: all or none of a short one."""
        if len(words) < 2 * _GRAM:
            return len(words) if f" {' '.join(words)} " in self._text else 0
        starts = range(len(words) - _GRAM + 1)
        known = sum(tuple(words[i : i + _GRAM]) in self._grams for i in starts)
        return len(words) * known // len(starts) if known * 4 >= len(starts) else 0


def _extracted(page: HtmlElement) -> str:
    """Return the words that trafilatura takes for the article; none where it stumbles."""
    try:
        found = bare_extraction(deepcopy(page), include_comments=False, include_tables=True)
    except (AttributeError, LookupError, RecursionError, LxmlError):
        return ""
    return str(getattr(found, "text", "") or "")


def _weighed(page: HtmlElement, known: _Known) -> _Weights:
    weights = _Weights()
    for run in text_runs(page):
        words = _words(run.text)
        if words:
            weights.add(run.block, len(words), known.count(words))
    return weights


def _holder(page: HtmlElement, weights: _Weights) -> HtmlElement:
    """Return the deepest element in which most of the kept words stand."""
    holder = page
    needed = weights.kept[page] * _MOST_OF
    while True:
        inner = [child for child in holder if weights.kept.get(child, 0) >= needed]
        if not inner or tag_of(inner[0]) in INLINE_TAGS | {
            "p",
            "table",
            "ul",
            "ol",
            "li",
            "blockquote",
        }:
            return holder
        holder = inner[0]


def _notes_outside(page: HtmlElement, holder: HtmlElement) -> list[HtmlElement]:
    """Return the sections of notes that stand beside the article, not in it."""
    found: list[HtmlElement] = []
    within = {holder, *holder.iterancestors()}
    for element in elements(page):
        if element in within or not is_notes(element):
            continue
        above = set(element.iterancestors())
        if holder not in above and above.isdisjoint(found):
            found.append(element)
    return found


def _prune(holder: HtmlElement, weights: _Weights) -> None:
    """Take away what is not of the article; what trafilatura passed over stays if it belongs.

    It belongs where it is a passage of its own (a code block, a table, a heading, a paragraph), or
    a part that stands between others which were kept.
    """
    children = [child for child in holder if weights.words.get(child)]
    places = [index for index, child in enumerate(children) if weights.kept.get(child)]
    for index, child in enumerate(children):
        words, kept = weights.words[child], weights.kept.get(child, 0)
        if tag_of(child) in INLINE_TAGS:
            continue
        is_enclosed = bool(places) and places[0] < index < places[-1]
        if kept:
            is_foreign = kept * 10 < words and names_boilerplate(child)
        elif is_notes(child):
            continue
        else:
            belongs = is_enclosed or tag_of(child) in _PASSAGES
            is_foreign = not belongs or names_boilerplate(child) or _is_link_list(child, words)
        if is_foreign:
            drop(child)
        else:
            _prune(child, weights)


def _is_link_list(element: HtmlElement, words: int) -> bool:
    """Return whether an element holds links rather than sentences."""
    return tag_of(element) in _LISTS and words > 2 and link_density(element) > 0.5


def _unguided(page: HtmlElement) -> HtmlElement:
    """Return the article where trafilatura found none: what is marked as one, or the body."""
    total = len(str(page.text_content()).split())
    holder = next(page.iter("body"), page)
    for tag in ("article", "main"):
        marked = list(page.iter(tag))
        if len(marked) == 1 and len(str(marked[0].text_content()).split()) * 4 > total:
            holder = marked[0]
            break
    if len(str(holder.text_content()).split()) > _FEW_WORDS:
        for element in list(elements(holder)):
            if element is not holder and names_boilerplate(element):
                drop(element)
    return holder


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
