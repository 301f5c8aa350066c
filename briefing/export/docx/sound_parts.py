"""A house's styles, numberings and sections as the schema wants them: in order, once, complete.

Other programs write them in orders that Word mends in silence or complains of (ECMA-376 part 1,
17.7, 17.9 and 17.6.18; wml.xsd).
"""

from lxml import etree

from briefing.export.docx.style_list import kind_of, value_of
from briefing.export.docx.xml_edits import remove
from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr"
    " shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
    " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
    " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
    " rPr sectPr pPrChange"
)
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof"
    " snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd"
    " fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_ORDERS = {
    "styles": "docDefaults latentStyles style",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr"
    " tcPr tblStylePr",
    "pPr": _PARAGRAPH,
    "rPr": _RUN,
    "numPr": "ilvl numId",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "tblCellMar": "top left start bottom right end",
    "tcMar": "top left start bottom right end",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection"
    " tcFitText vAlign hideMark",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "sectPr": "footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols"
    " formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
}
_PLACES = {
    _W + name: {_W + child: place for place, child in enumerate(order.split(), 1)}
    for name, order in _ORDERS.items()
}
_MARGINS = {
    "top": "1440", "right": "1440", "bottom": "1440", "left": "1440", "header": "720",
    "footer": "720", "gutter": "0",
}  # fmt: skip
_MANY = {
    _W + name
    for name in (
        "style", "tblStylePr", "numPicBullet", "abstractNum", "num", "lvl", "headerReference",
        "footerReference",
    )
}  # fmt: skip
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_NAMING = ("basedOn", "next", "link")


def in_order(root: Element) -> Element:
    """Return a part with the children of each element that is known in the schema's order."""
    for element in root.iter(*_PLACES):
        places = _PLACES[str(element.tag)]
        old = list(element)
        # what is not known here stays where it is put: in front, as references of a section are
        new = sorted(old, key=lambda child: _place(child, places))
        new = [child for child in new if _is_first(child, new)]
        if new != old:
            element[:] = new
    for shade in root.iter(_W + "shd"):
        if shade.get(_W + "val") is None:
            shade.set(_W + "val", "clear")
    for margins in root.iter(_W + "pgMar"):
        for name, usual in _MARGINS.items():
            if margins.get(_W + name) is None:
                margins.set(_W + name, usual)
    return root


def sound_styles(root: Element) -> Element:
    """Return styles in order, each id once, and none that is based on one that is not there."""
    in_order(root)
    kinds: dict[str, str] = {}
    for style in list(root.iterfind(_W + "style")):
        identity = style.get(_W + "styleId")
        if identity is None or identity in kinds:
            remove(style)
        else:
            kinds[str(identity)] = kind_of(style)
    for style in root.iterfind(_W + "style"):
        for name in _NAMING:
            if value_of(style, name) not in kinds:
                _drop(style, name)
    return root


def sound_numbering(root: Element, styles: Element) -> Element:
    """Return numberings in order that name no style which is not there."""
    in_order(root)
    known = {str(style.get(_W + "styleId")) for style in styles.iterfind(_W + "style")}
    naming = (_W + "pStyle", _W + "styleLink", _W + "numStyleLink")
    for name in list(root.iter(*naming)):
        if name.get(_W + "val") not in known:
            remove(name)
    abstracts = {str(a.get(_W + "abstractNumId")) for a in root.iterfind(_W + "abstractNum")}
    for num in root.findall(_W + "num"):
        if value_of(num, "abstractNumId") not in abstracts:
            root.remove(num)
    return root


def without_lost_numbers(styles: Element, numbering: Element) -> None:
    """Take out of styles the numbers of numberings that are not there."""
    known = {str(num.get(_W + "numId")) for num in numbering.iterfind(_W + "num")} | {"0"}
    for number in list(styles.iter(_W + "numId")):
        if number.get(_W + "val") not in known:
            holder = number.getparent()
            if holder is not None and etree.QName(holder).localname == "numPr":
                remove(holder)


def without_lost_styles(root: Element, styles: Element) -> None:
    """Take out of a text the names of styles that are not there."""
    known = {str(style.get(_W + "styleId")) for style in styles.iterfind(_W + "style")}
    for use in list(root.iter(_W + "pStyle", _W + "rStyle", _W + "tblStyle")):
        if use.get(_W + "val") not in known:
            remove(use)


def _place(child: Element, places: dict[str, int]) -> int:
    """Return where a child stands; of alternatives, where what they hold stands."""
    if child.tag == _ALTERNATIVES:
        held = (inner for way in child for inner in way)
        return next((places[str(one.tag)] for one in held if str(one.tag) in places), 0)
    return places.get(str(child.tag), 0)


def _is_first(child: Element, among: list[Element]) -> bool:
    """Say whether a child is the first of its name, or one of which there may be many."""
    if child.tag in _MANY:
        return True
    return next(one for one in among if one.tag == child.tag) is child


def _drop(style: Element, name: str) -> None:
    for child in style.findall(_W + name):
        style.remove(child)
