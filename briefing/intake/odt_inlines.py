"""An OpenDocument paragraph to spans: look, links, notes, boxes (ODF 1.3-3, 6)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefing.intake.markdown_spans import Span, scripted, target
from briefing.intake.odt_styles import Letters, OdtStyles
from briefing.ooxml.word_package import Element, child, local, value

_PLAIN = Letters()
_MOST_SPACES = 100
_SILENT = frozenset(
    (
        *("annotation-end", "bookmark", "bookmark-start", "bookmark-end", "reference-mark"),
        *("soft-page-break", "tracked-changes", "sequence-decls", "hidden-text", "script"),
        *("change", "change-start", "change-end", "toc-mark", "alphabetical-index-mark"),
        *("title", "desc", "image", "object", "plugin", "event-listeners", "forms"),
    )
)
_CHANGES = frozenset(("change", "change-start"))
_DRAWN = frozenset(
    (*("frame", "custom-shape", "rect", "g", "text-box", "ellipse", "line", "connector"),)
)


@dataclass(slots=True)
class OdtTally:
    """What is said of a document beside its text, its notes and boxes put by."""

    changes: int = 0
    comments: int = 0
    notes: list[Element] = field(default_factory=list[Element])
    boxes: list[Element] = field(default_factory=list[Element])


def odt_spans(
    parent: Element, styles: OdtStyles, tally: OdtTally, look: Letters = _PLAIN, link: str = ""
) -> Iterator[Span]:
    """Yield the words of a paragraph or of a part of it."""
    if parent.text:
        yield _span(parent.text, look, link)
    for element in parent:
        yield from _element(element, styles, tally, look, link)
        if element.tail:
            yield _span(element.tail, look, link)


def _element(
    element: Element, styles: OdtStyles, tally: OdtTally, look: Letters, link: str
) -> Iterator[Span]:
    name = local(element)
    if name == "s":
        count = value(element, "c")
        spaces = min(int(count[:4]), _MOST_SPACES) if count.isdecimal() else 1
        yield _span(" " * spaces, look, link)
    elif name in {"tab", "line-break"}:
        yield _span(" " if name == "tab" else "\n", look, link)
    elif name == "note":
        tally.notes.append(element)
        yield Span(f"[^{len(tally.notes)}]", is_markup=True)
    elif name == "annotation":
        tally.comments += 1
    elif name in _SILENT:
        tally.changes += name in _CHANGES
    elif name in _DRAWN:
        tally.boxes.append(element)
    else:
        yield from _inner(element, name, styles, tally, look, link)


def _inner(  # a step of one walk
    element: Element, name: str, styles: OdtStyles, tally: OdtTally, look: Letters, link: str
) -> Iterator[Span]:
    if name == "span":
        look = _over(styles.look("text", value(element, "style-name")), look)
    elif name == "a":
        link = target(value(element, "href")) or link
    elif name == "ruby":
        found = child(element, "ruby-base")
        element = element if found is None else found
    yield from odt_spans(element, styles, tally, look, link)


def _over(nearer: Letters, further: Letters) -> Letters:
    """Return the look of words in a span within another."""
    return Letters(
        further.is_bold if nearer.is_bold is None else nearer.is_bold,
        further.is_italic if nearer.is_italic is None else nearer.is_italic,
        further.is_struck if nearer.is_struck is None else nearer.is_struck,
        further.is_hidden if nearer.is_hidden is None else nearer.is_hidden,
        further.position if nearer.position is None else nearer.position,
    )


def _span(words: str, look: Letters, link: str) -> Span:
    if look.is_hidden:
        return Span("")
    text = words if words == "\n" else words.replace("\n", " ").replace("\r", " ")
    shown = scripted(text, look.position or "")
    return Span(shown, bool(look.is_bold), bool(look.is_italic), bool(look.is_struck), link)
