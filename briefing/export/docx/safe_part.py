"""A part of a house's Word file without what acts, reaches out, or refers to what is not there."""

import re
from collections.abc import Collection

from lxml import etree

from briefing.export.docx.unsafe_fields import without_unsafe_fields
from briefing.export.docx.xml_edits import remove, unwrap
from briefing.export.docx.xml_text import RELATIONSHIPS, WORD, Element

_W = f"{{{WORD}}}"
_R = f"{{{RELATIONSHIPS}}}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_DOCUMENT_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\|file:|/(?:Users|home)/|~/")
_STEPS = re.compile(r"[\\/]")
_ACTIVE = {
    _W + name for name in ("altChunk", "subDoc", "control", "contentPart", "movie", "bgSound")
} | {_OFFICE + "OLEObject"}  # fmt: skip
_REFERRING = {  # goes with its reference
    *(_W + n for n in ("headerReference", "footerReference", "numPicBullet", "printerSettings")),
    *(_W + f"embed{face}" for face in ("Regular", "Bold", "Italic", "BoldItalic")),
    *(_DRAWING + name for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver", "snd")),
    *(_CHART + name for name in ("externalData", "userShapes")),
}
_SHOWING = {_W + "drawing", _W + "pict", _W + "object"}
_OUTSIDE = ("src", "href", _OFFICE + "href", _OFFICE + "relid", _R + "href")


def make_safe(root: Element, kept: Collection[str]) -> tuple[str, ...]:
    """Take out of a part what is unsafe; `kept` are the ids that it may refer to.

    Returns what people should hear of, as a few words each.
    """
    told: dict[str, None] = {}
    for element in list(root.iter(_ACTIVE)):
        remove(element)
    for element in list(root.iter(_W + "object")):
        element.tag = _W + "pict"  # the picture of what was embedded stays
    for element in list(root.iter(_VML + "imagedata", _VML + "shape", _VML + "fill")):
        for name in [name for name in _OUTSIDE if name in element.attrib]:
            del element.attrib[name]
        _shorten_paths(element)
    for element in root.iter(_DOCUMENT_DRAWING + "docPr", _PICTURE + "cNvPr"):
        _shorten_paths(element)
    for element in list(root.iter(etree.Element)):
        for name in [str(n) for n in element.attrib if str(n).startswith(_R)]:
            if element.get(name) not in kept:
                _drop_reference(element, name)
    if without_unsafe_fields(root):
        told["fields that fetch from elsewhere or run something"] = None
    _drop_empty_pictures(root)
    return tuple(told)


def _shorten_paths(element: Element) -> None:
    """Leave of a picture's path on somebody's machine the name of its file."""
    for name in ("name", "descr", "title", "alt", _OFFICE + "title"):
        text = str(element.get(name) or "")
        if _PATH.match(text):
            element.set(name, _STEPS.split(text)[-1])


def _drop_reference(element: Element, name: str) -> None:
    """Take out a reference that leads nowhere, with what it stands for."""
    if element.tag == _W + "hyperlink" and element.get(_W + "anchor") is None:
        unwrap(element)
    elif element.tag in _REFERRING:
        remove(element)
    elif name in {_R + "embed", _R + "id", _R + "pict"} and element.tag != _W + "hyperlink":
        shown = next((a for a in element.iterancestors() if a.tag in _SHOWING), None)
        if shown is not None:
            remove(shown)
        else:
            del element.attrib[name]
    else:
        del element.attrib[name]


def _drop_empty_pictures(root: Element) -> None:
    """Take out bullets whose picture is gone, and pictures that were linked and never kept."""
    bullets = {str(b.get(_W + "numPicBulletId")) for b in root.iter(_W + "numPicBullet")}
    for use in list(root.iter(_W + "lvlPicBulletId")):
        if use.get(_W + "val") not in bullets:
            remove(use)
    for blip in list(root.iter(_DRAWING + "blip")):
        if not any(str(name).startswith(_R) for name in blip.attrib):
            shown = next((a for a in blip.iterancestors() if a.tag in _SHOWING), None)
            if shown is not None and shown.getparent() is not None:
                remove(shown)
