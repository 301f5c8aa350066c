"""Formulas of a page, however it draws them, put back as the TeX that they were written in."""

import re

from lxml.html import HtmlElement

from briefing.intake.html_tree import elements, tag_of

_DRAWN = re.compile(r"(?:^|\s)(?:katex|MathJax\w*|mjx-\w+|mwe-math-element|MJXc-display)(?:\s|$)")
_DISPLAYED = re.compile(
    r"(?:^|\s)(?:katex-display|math-block|math-display|MathJax_Display)(?:\s|$)"
)
_PREVIEW = re.compile(r"(?:^|\s)MathJax(?:_\w+)?(?:\s|$)")
_TEX = re.compile(r"\\[a-zA-Z]{2,}\s*[{(_^\\a-zA-Z]|\\(?:frac|sqrt|sum|int)\b")
_TEX_KEYS = ("data-math", "data-latex", "data-tex", "alttext")
_STYLE = re.compile(r"^\{\\(?:display|text)style\s*(.*)\}$", re.DOTALL)


def restore_formulas(root: HtmlElement) -> None:
    """Replace each formula by its TeX between dollar signs, two where it stands by itself."""
    if not _may_have_formulas(root):
        return
    for element in list(elements(root)):
        if next(element.iterancestors("head"), None) is not None or element.getparent() is None:
            continue
        tex = _tex_of(element)
        if tex:
            _write(element, tex, "$$" if _is_displayed(element) else "$")


def _may_have_formulas(root: HtmlElement) -> bool:
    found = root.xpath(
        "boolean(//math | //*[@data-math or @data-latex or @data-tex] | //script[starts-with(@type,"
        " 'math/tex')] | //img[contains(@alt, '\\')] | //*[contains(@class, 'katex')])"
    )
    return bool(found)


def _tex_of(element: HtmlElement) -> str:
    """Return the TeX that an element was drawn from; nothing where it is no formula."""
    tag = tag_of(element)
    if tag == "script":
        is_tex = (element.get("type") or "").startswith("math/tex")
        return _plain(element.text or "") if is_tex else ""
    if tag == "img":
        alt = element.get("alt") or ""
        return _plain(alt) if _TEX.search(alt) else ""
    said = next((element.get(key) or "" for key in _TEX_KEYS if element.get(key)), "")
    if said and len(said) < 5_000:
        return _plain(said)
    if tag == "math" or _DRAWN.search(element.get("class") or ""):
        notes = (
            note for note in element.iter("annotation") if "tex" in (note.get("encoding") or "")
        )
        return next((_plain(note.text) for note in notes if note.text), "")
    return ""


def _plain(tex: str) -> str:
    tex = " ".join(tex.split())
    match = _STYLE.match(tex)
    return match[1].strip() if match else tex


def _is_displayed(element: HtmlElement) -> bool:
    if "mode=display" in (element.get("type") or "") or element.get("display") == "block":
        return True
    if next((True for math in element.iter("math") if math.get("display") == "block"), False):
        return True
    around = (element, *list(element.iterancestors())[:2])
    return any(_DISPLAYED.search(holder.get("class") or "") for holder in around)


def _write(element: HtmlElement, tex: str, mark: str) -> None:
    """Turn an element into words; what MathJax drew beside its source goes."""
    if tag_of(element) == "script":
        drawn = element.getprevious()
        while drawn is not None and _PREVIEW.search(drawn.get("class") or ""):
            before = drawn.getprevious()
            drawn.drop_tree()
            drawn = before
    for child in list(element):
        element.remove(child)
    element.tag = "span"
    element.attrib.clear()
    element.text = f"{mark}{tex}{mark}"
