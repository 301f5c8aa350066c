"""What Word asks of a file that it is to open without repair: order, references, uniqueness.

The orders are those of the transitional schema of ECMA-376 (wml.xsd), for the elements that the
writer puts down itself.
"""

import re
import zipfile
from collections import Counter
from io import BytesIO
from posixpath import dirname, join, normpath

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{WORD}}}"
R = f"{{{RELATIONSHIPS}}}"

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr"
    " suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct"
    " topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind"
    " contextualSpacing mirrorIndents"
    " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr"
    " sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint"
    " noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect"
    " bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText"
    " vAlign hideMark",
    "numPr": "ilvl numId",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
    " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi"
    " rtlGutter docGrid printerSettings",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
    " unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr"
    " tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "footnotePr": "pos numFmt numStart numRestart footnote",
    "endnotePr": "pos numFmt numStart numRestart endnote",
    "settings": "writeProtection view zoom removePersonalInformation mirrorMargins"
    " bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop defaultTabStop"
    " autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders"
    " drawingGridHorizontalSpacing drawingGridVerticalSpacing characterSpacingControl"
    " noLineBreaksAfter noLineBreaksBefore footnotePr endnotePr compat rsids themeFontLang"
    " clrSchemeMapping decimalSymbol listSeparator",
}
_MANY = {
    "headerReference", "footerReference", "tr", "tc", "numPicBullet", "abstractNum", "num", "lvl",
    "lvlOverride", "tblStylePr", "style", "footnote", "endnote", "bookmarkStart", "bookmarkEnd",
}  # fmt: skip
_EITHER_FIRST = {"headerReference", "footerReference"}


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a Word file, one line each; nothing where it is sound."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = {n: etree.fromstring(d) for n, d in parts.items() if n.endswith((".xml", ".rels"))}
    found = [*_content_types(parts, xml), *_relationships(parts, xml)]
    for name, root in xml.items():
        if name.startswith("word/"):
            found += [f"{name}: {fault}" for fault in (*_order(root), *_cells(root))]
    document = xml["word/document.xml"]
    return [*found, *_bookmarks(document), *_references(document, xml)]


def _order(root: etree._Element) -> list[str]:
    found: list[str] = []
    for element in root.iter(etree.Element):
        kind = etree.QName(element)
        if kind.namespace != WORD or kind.localname not in ORDERS:
            continue
        order = ORDERS[kind.localname].split()
        names = [etree.QName(c).localname for c in element if etree.QName(c).namespace == WORD]
        unknown = [name for name in names if name not in order]
        known = [name for name in names if name in order]
        places = [0 if name in _EITHER_FIRST else order.index(name) for name in known]
        twice = [n for n, count in Counter(names).items() if count > 1 and n not in _MANY]
        if unknown or twice or places != sorted(places):
            found.append(f"{kind.localname}: {names}")
    return found


def _cells(root: etree._Element) -> list[str]:
    wrong = [cell for cell in root.iter(W + "tc") if cell[-1].tag != W + "p"]
    body = root.find(W + "body")
    ends = body is not None and (len(body) < 2 or body[-2].tag != W + "p")
    return ["a cell does not end in a paragraph"] * bool(wrong) + ["a body ends in a table"] * ends


def _content_types(parts: dict[str, bytes], xml: dict[str, etree._Element]) -> list[str]:
    root = xml["[Content_Types].xml"]
    named = {str(e.get("PartName")) for e in root if e.get("PartName")}
    missing = [n for n in parts if not n.endswith(".rels") and f"/{n}" not in named]
    missing.remove("[Content_Types].xml")
    extra = [n for n in named if n[1:] not in parts]
    return [f"content types: {name}" for name in (*missing, *extra)]


def _relationships(parts: dict[str, bytes], xml: dict[str, etree._Element]) -> list[str]:
    found: list[str] = []
    for name, root in xml.items():
        if not name.endswith(".rels"):
            continue
        folder = dirname(dirname(name))
        source = join(folder, name.rsplit("/", 1)[1].removesuffix(".rels"))
        ids = [str(e.get("Id")) for e in root]
        found += [f"{name}: {i} twice" for i, count in Counter(ids).items() if count > 1]
        for relation in root:
            target = normpath(join(folder, str(relation.get("Target"))))
            if relation.get("TargetMode") != "External" and target not in parts:
                found.append(f"{name}: {target} is missing")
        if source in xml:
            used = {str(v) for e in xml[source].iter(etree.Element) for k, v in e.attrib.items()
                    if str(k).startswith(R)}  # fmt: skip
            found += [f"{source}: {identity} is not related" for identity in used - set(ids)]
    with_relations = {n for n in xml if n.endswith(".rels")}
    for name, root in xml.items():
        own = f"{dirname(name)}/_rels/{name.rsplit('/', 1)[-1]}.rels"
        if own not in with_relations and any(
            str(k).startswith(R) for e in root.iter(etree.Element) for k in e.attrib
        ):
            found.append(f"{name}: has references and no relationships")
    return found


def _bookmarks(document: etree._Element) -> list[str]:
    starts = list(document.iter(W + "bookmarkStart"))
    ids = Counter(str(e.get(W + "id")) for e in starts)
    names = Counter(str(e.get(W + "name")) for e in starts)
    ends = {str(e.get(W + "id")) for e in document.iter(W + "bookmarkEnd")}
    found = [f"bookmark {i} twice" for i, count in (ids + names).items() if count > 1]
    found += [f"bookmark {i} does not end" for i in set(ids) ^ ends]
    return found + [f"bookmark name {n}" for n in names if not re.fullmatch(r"\w{1,40}", n)]


def _references(document: etree._Element, xml: dict[str, etree._Element]) -> list[str]:
    found: list[str] = []
    styles = {str(e.get(W + "styleId")) for e in xml["word/styles.xml"].iter(W + "style")}
    nums = {str(e.get(W + "numId")) for e in xml["word/numbering.xml"].iter(W + "num")}
    for name, root in xml.items():
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn"):
            used = {str(e.get(W + "val")) for e in root.iter(W + kind)}
            found += [f"{name}: no style {style}" for style in sorted(used - styles)]
        used = {str(e.get(W + "val")) for e in root.iter(W + "numId")}
        found += [f"{name}: no numbering {number}" for number in sorted(used - nums - {"0"})]
    for kind in ("footnote", "endnote"):
        used_ids = [str(e.get(W + "id")) for e in document.iter(f"{W}{kind}Reference")]
        part = xml.get(f"word/{kind}s.xml")
        there = {str(e.get(W + "id")) for e in part} - {"-1", "0"} if part is not None else set()
        if Counter(used_ids) != Counter(there):
            found.append(f"{kind}s: {sorted(used_ids)} are marked, {sorted(there)} are there")
    return found
