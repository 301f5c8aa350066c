"""Word's way to put lists and notes into HTML, turned into elements that say what they are.

Word writes an item as `<p style="mso-list:l0 level2 lfo1">` with its bullet in a span of
`mso-list:Ignore`, and a note as a link to `#_ftn1` with its words in a list at the end.
"""

import re
from collections.abc import Sequence

from lxml.html import Element, HtmlElement

from briefing.intake.html_tree import elements, tag_of

_LIST = re.compile(r"mso-list:\s*\S+\s+level(\d)", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list:\s*Ignore", re.IGNORECASE)
_HIDDEN = re.compile(r"mso-hide:\s*all|mso-element:\s*comment", re.IGNORECASE)
_ORDERED = re.compile(r"\(?(\d{1,4}|[a-z]{1,4})[.)]", re.IGNORECASE)
_NOTE = re.compile(r"#_(ftn|edn)(\d{1,5})\Z")
_NOTE_BACK = re.compile(r"#_(?:ftn|edn)ref\d{1,5}\Z")
_NOTE_ID = re.compile(r"(ftn|edn)(\d{1,5})\Z")
MARK = "\ue0f0{}\ue0f1"  # a note's key between two characters that no text uses
_TITLES = {"msotitle": "h1", "msosubtitle": "h2"}


def drop_hidden(root: HtmlElement) -> None:
    """Take away what Word does not show: hidden words, comments and the links to them."""
    for element in list(elements(root)):
        name = (element.get("class") or "").casefold()
        if _HIDDEN.search(element.get("style") or "") or name == "msocommentreference":
            _remove(element)


def name_titles(root: HtmlElement) -> None:
    """Make Word's title and subtitle headings."""
    for element in elements(root):
        name = (element.get("class") or "").casefold()
        if tag_of(element) == "p" and name in _TITLES:
            element.tag = _TITLES[name]


def build_lists(root: HtmlElement) -> None:
    """Put runs of list paragraphs into lists, nested by their levels."""
    for paragraph in list(root.iter("p")):
        if paragraph.getparent() is None or _level(paragraph) is None:
            continue
        run = [paragraph]
        while (following := run[-1].getnext()) is not None and _level(following) is not None:
            run.append(following)
        _build(run)


def take_notes(root: HtmlElement) -> tuple[tuple[str, HtmlElement], ...]:
    """Put a mark in the place of each link to a note; return the notes, cut out, by their keys."""
    found: list[tuple[str, HtmlElement]] = []
    for element in list(elements(root)):
        named = _NOTE_ID.match(element.get("id") or "")
        is_note = "mso-element:" in (element.get("style") or "").replace(" ", "")
        if named and is_note and element.getparent() is not None:
            found.append((named[1] + named[2], element))
            _remove(element)
    keys = {key for key, _ in found}
    for link in list(root.iter("a")):
        target = _NOTE.search(link.get("href") or "")
        if target and target[1] + target[2] in keys:
            _put_words(link, MARK.format(target[1] + target[2]))
    for _, note in found:
        for link in list(note.iter("a")):
            if _NOTE_BACK.search(link.get("href") or ""):
                _remove(link)
    _drop_note_rules(root)
    return tuple(found)


def _drop_note_rules(root: HtmlElement) -> None:
    """Take away the line that parts the text from its notes."""
    for element in list(elements(root)):
        style = (element.get("style") or "").replace(" ", "")
        if "mso-element:footnote-list" in style or "mso-element:endnote-list" in style:
            _remove(element)


def _level(element: HtmlElement) -> int | None:
    found = _LIST.search(element.get("style") or "") if tag_of(element) == "p" else None
    return int(found[1]) if found else None


def _build(run: Sequence[HtmlElement]) -> None:
    """Move list paragraphs into lists that stand in the place of the first one."""
    parent = run[0].getparent()
    if parent is None:
        return
    place = parent.index(run[0])
    open_lists: list[tuple[int, HtmlElement]] = []
    tops: list[HtmlElement] = []
    for paragraph in run:
        level, tag = _level(paragraph) or 1, "ol" if _is_ordered(paragraph) else "ul"
        while open_lists and open_lists[-1][0] > level:
            open_lists.pop()
        if open_lists and open_lists[-1][0] == level and open_lists[-1][1].tag != tag:
            open_lists.pop()
        if not open_lists or open_lists[-1][0] < level:
            holder = Element(tag)
            items = open_lists[-1][1] if open_lists else None
            if items is not None and len(items):
                items[-1].append(holder)
            else:
                tops.append(holder)
            open_lists.append((level, holder))
        item = Element("li")
        open_lists[-1][1].append(item)
        tail, paragraph.tail = paragraph.tail, None
        item.append(paragraph)
        paragraph.tag = "span"
        item.tail = tail if tail and tail.strip() else None
    for offset, top in enumerate(tops):
        parent.insert(place + offset, top)


def _is_ordered(paragraph: HtmlElement) -> bool:
    """Tell by the number that Word wrote before the words, and take it away."""
    is_ordered = False
    for span in list(paragraph.iter("span")):
        if _IGNORED.search(span.get("style") or ""):
            words = "".join(span.itertext()).strip()
            # Courier's "o" is the bullet of the second level; a letter counts with its full stop.
            is_ordered = _ORDERED.match(words) is not None
            _remove(span)
    return is_ordered


def _put_words(element: HtmlElement, words: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = words
    element.tag = "span"
    element.attrib.clear()


def _remove(element: HtmlElement) -> None:
    """Take an element away; the words behind it stay."""
    if element.getparent() is not None:
        element.drop_tree()
