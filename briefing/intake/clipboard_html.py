"""The HTML that Word, a browser or Google Docs puts on the clipboard, as Markdown for a memo."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from briefing.intake.html_markdown import element_to_markdown
from briefing.intake.html_tree import elements, parse_html, tag_of
from briefing.intake.word_clipboard import (
    MARK,
    build_lists,
    drop_hidden,
    name_titles,
    take_notes,
)

_CODE = re.compile(r"<div[^>]{0,400}white-space:\s*pre\s*[;\"']", re.IGNORECASE)
_HEAD = re.compile(r"\A(?:[A-Za-z]+:[^\r\n<]{0,200}\r?\n)+(?=\s*<)")  # Windows' CF_HTML
_SOURCE = re.compile(r"^SourceURL:(\S{1,2000})\s*$", re.MULTILINE)
_MARKED = re.compile(MARK.format(r"((?:ftn|edn)\d{1,5})"))
_HEAVY = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight:\s*(?:normal|[1-5]00)", re.IGNORECASE)
_SLANTED = re.compile(r"font-style:\s*(?:italic|oblique)", re.IGNORECASE)
_UPRIGHT = re.compile(r"font-style:\s*normal", re.IGNORECASE)
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em"})
_LITTER = frozenset({"mw-editsection", "reference"})  # of Wikipedia
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


@dataclass(frozen=True, slots=True)
class ClipboardText:
    """What was pasted as Markdown, and how many pictures could not come along."""

    markdown: str
    dropped_pictures: int = 0


def read_clipboard(html: str, taken_notes: Collection[str] = ()) -> ClipboardText:
    """Return what a reader of the HTML would see; empty for code, which is pasted as it stands.

    Notes get numbers that are not among `taken_notes`.
    """
    if _CODE.search(html[:4_000]):
        return ClipboardText("")
    head = _HEAD.match(html)
    source = _SOURCE.search(head[0]) if head else None
    root = parse_html(html[head.end() :] if head else html)
    if root is None:
        return ClipboardText("")
    drop_hidden(root)
    pictures = sum(1 for _ in root.iter("img"))
    _drop_litter(root)
    _name_styles(root)
    name_titles(root)
    build_lists(root)
    notes = take_notes(root)
    base = source[1] if source else ""
    names = _note_names([key for key, _ in notes], taken_notes)
    text = _with_notes(element_to_markdown(root, base), names)
    for key, note in notes:
        words = _with_notes(element_to_markdown(note, base), names)
        text += f"\n\n[^{names[key]}]: " + words.replace("\n", "\n    ").replace("\n    \n", "\n\n")
    return ClipboardText(text.replace("\xa0", " ").strip(), pictures)


def _note_names(keys: Collection[str], taken: Collection[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    number = 0
    for key in keys:
        number += 1
        while str(number) in taken:
            number += 1
        names[key] = str(number)
    return names


def _with_notes(text: str, names: Mapping[str, str]) -> str:
    return _MARKED.sub(lambda found: f"[^{names[found[1]]}]", text)


def _drop_litter(root: HtmlElement) -> None:
    for element in list(elements(root)):
        named = (element.get("class") or "").split()
        if tag_of(element) in {"sup", "span"} and not _LITTER.isdisjoint(named):
            element.drop_tree()


def _name_styles(root: HtmlElement) -> None:
    """Let weight and slant that stand in styles be elements; Google Docs writes all of it so."""
    for element in list(elements(root)):
        tag, style = tag_of(element), element.get("style") or ""
        is_plain = tag in _BOLD and _LIGHT.search(style)
        is_plain = is_plain or (tag in _ITALIC and _UPRIGHT.search(style))
        if is_plain:
            element.tag = "span"
        elif tag == "span" and not _is_in_heading(element):
            _wrap(element, style)


def _wrap(span: HtmlElement, style: str) -> None:
    is_bold, is_italic = bool(_HEAVY.search(style)), bool(_SLANTED.search(style))
    if is_bold and is_italic:
        inner = span.makeelement("i")
        inner.text, span.text = span.text, None
        inner.extend(list(span))
        span.append(inner)
    if is_bold or is_italic:
        span.tag = "b" if is_bold else "i"


def _is_in_heading(element: HtmlElement) -> bool:
    return any(tag_of(above) in _HEADINGS for above in element.iterancestors())
