"""What Word asks of a file that it is to open without repair: schemas, references, uniqueness."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from posixpath import dirname, join, normpath

from lxml import etree

from tests.export.ooxml_schemas import as_read, schema_faults

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
WORD_2012 = "http://schemas.microsoft.com/office/word/2012/wordml"
W, R = f"{{{WORD}}}", f"{{{RELATIONSHIPS}}}"
W14, W15 = f"{{{WORD_2010}}}", f"{{{WORD_2012}}}"

Xml = dict[str, etree._Element]
_STYLES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table", "basedOn": ""}
_POINTING = re.compile(r"\s*(?:REF|PAGEREF|NOTEREF)\s+\"?(\w+)")
_TABLE_LIMIT = 63  # columns that Word's tables have


def assert_valid(data: bytes, house: bytes = b"") -> None:
    """Fail where a Word file would be repaired; what its house style had wrong is forgiven."""
    forgiven = {fault.partition(": ")[2] for fault in faults(house)} if house else set[str]()
    found = [fault for fault in faults(data) if fault.partition(": ")[2] not in forgiven]
    assert not found, "\n".join(found)


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a Word file, one line each; nothing where it is sound."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    xml = {n: etree.fromstring(d) for n, d in parts.items() if n.endswith((".xml", ".rels"))}
    found = [f"{name}: twice in the zip" for name in _twice(names)]
    found += [*schema_faults(xml), *_content_types(parts, xml), *_relationships(parts, xml)]
    read = {name: as_read(root) for name, root in xml.items()}
    for name, root in read.items():
        if etree.QName(root).namespace == WORD:
            found += [f"{name}: {fault}" for fault in (*_cells(root), *_fields(root))]
    styles, document = _root(read, "styles"), _root(read, "document")
    found += [*_styles(read, styles), *_numbers(read), *_notes(read, document)]
    return [*found, *_bookmarks(read), *_drawings(read), *_comments(xml), *_sections(document)]


def _root(xml: Xml, element: str) -> etree._Element:
    """Return the part whose root has this name, or an empty one."""
    return next((e for e in xml.values() if e.tag == W + element), etree.Element(W + element))


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


def _values(root: etree._Element, name: str, attribute: str = "val") -> list[str]:
    return [str(e.get(W + attribute)) for e in root.iter(W + name)]


def _content_types(parts: dict[str, bytes], xml: Xml) -> list[str]:
    root = xml["[Content_Types].xml"]
    named = {str(e.get("PartName")) for e in root if e.get("PartName")}
    endings = {str(e.get("Extension")).lower() for e in root if e.get("Extension")} - {"xml"}
    missing = [
        n
        for n in parts
        if f"/{n}" not in named and n.rpartition(".")[2].lower() not in endings
        if n != "[Content_Types].xml"
    ]
    extra = [n for n in named if n[1:] not in parts]
    return [f"content types: {name}" for name in (*missing, *extra)]


def _relationships(parts: dict[str, bytes], xml: Xml) -> list[str]:
    found: list[str] = []
    known: dict[str, set[str]] = {}
    for name, root in xml.items():
        if not name.endswith(".rels"):
            continue
        folder = dirname(dirname(name))
        ids = [str(e.get("Id")) for e in root]
        known[join(folder, name.rsplit("/", 1)[1].removesuffix(".rels"))] = set(ids)
        found += [f"{name}: {identity} twice" for identity in _twice(ids)]
        for relation in root:
            target = normpath(join("/", folder, str(relation.get("Target"))))[1:]
            if relation.get("TargetMode") != "External" and target not in parts:
                found.append(f"{name}: {target} is missing")
    for name, root in xml.items():
        used = {str(v) for e in root.iter(etree.Element) for k, v in e.attrib.items()
                if str(k).startswith(R)}  # fmt: skip
        unknown = used - known.get(name, set())
        found += [f"{name}: {identity} is not related" for identity in sorted(unknown)]
    return found


def _cells(root: etree._Element) -> list[str]:
    """Tables: each cell ends in a paragraph, no row is wider than the grid, spans begin."""
    found: list[str] = []
    for table in root.iter(W + "tbl"):
        grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        above: set[int] = set()
        if not 0 < grid <= _TABLE_LIMIT:
            found.append(f"a table of {grid} columns")
        for row in table.iterchildren(W + "tr"):
            at, spanned = 0, set[int]()
            for cell in row.iterchildren(W + "tc"):
                if cell[-1].tag != W + "p":
                    found.append("a cell does not end in a paragraph")
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                if merge is not None:
                    spanned.add(at)
                    if merge.get(W + "val") != "restart" and at not in above:
                        found.append("a cell goes on that did not begin")
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                at += int(str(span.get(W + "val"))) if span is not None else 1
            above = spanned
            if at > grid or at == 0:
                found.append(f"a row of {at} cells in a grid of {grid}")
    return found


def _fields(root: etree._Element) -> list[str]:
    """Complex fields: begun, separated and ended in this order in each story."""
    open_fields: list[str] = []
    for mark in root.iter(W + "fldChar"):
        kind = str(mark.get(W + "fldCharType"))
        if kind == "begin":
            open_fields.append(kind)
        elif not open_fields or (kind == "separate" and open_fields[-1] != "begin"):
            return [f"a field's {kind} stands alone"]
        elif kind == "separate":
            open_fields[-1] = kind
        else:
            open_fields.pop()
    return ["a field does not end"] * bool(open_fields)


def _styles(xml: Xml, styles: etree._Element) -> list[str]:
    kinds = {str(e.get(W + "styleId")): str(e.get(W + "type")) for e in styles.iter(W + "style")}
    found = [f"style {name} twice" for name in _twice(_values(styles, "style", "styleId"))]
    for name, root in xml.items():
        for element, kind in _STYLES.items():
            used = sorted(set(_values(root, element)))
            wrong = [s for s in used if s not in kinds or (kind and kinds[s] != kind)]
            found += [f"{name}: no {kind} style {style}" for style in wrong]
    return found


def _numbers(xml: Xml) -> list[str]:
    numbering = _root(xml, "numbering")
    nums = [str(e.get(W + "numId")) for e in numbering.iterchildren(W + "num")]
    abstracts = _values(numbering, "abstractNum", "abstractNumId")
    found = [f"numbering {number} twice" for number in (*_twice(nums), *_twice(abstracts))]
    used = {str(e.get(W + "val")) for num in numbering.iter(W + "num")
            for e in num.iterchildren(W + "abstractNumId")}  # fmt: skip
    found += [f"no abstract numbering {number}" for number in sorted(used - set(abstracts))]
    for name, root in xml.items():
        used = {str(e.get(W + "val")) for e in root.iter(W + "numId")}
        found += [f"{name}: no numbering {number}" for number in sorted(used - {*nums, "0"})]
    return found


def _notes(xml: Xml, document: etree._Element) -> list[str]:
    found: list[str] = []
    for kind in ("footnote", "endnote"):
        part = _root(xml, f"{kind}s")
        there = {str(e.get(W + "id")): e.get(W + "type") for e in part.iter(W + kind)}
        used = _values(document, f"{kind}Reference", "id")
        normal = [identity for identity, type_ in there.items() if type_ in {None, "normal"}]
        if Counter(used) != Counter(normal):
            found.append(f"{kind}s: {sorted(used)} are marked, {sorted(normal)} are there")
        properties = _root(xml, "settings").find(f"{W}{kind}Pr")
        rules = _values(properties, kind, "id") if properties is not None else []
        found += [f"settings: no {kind} {i}" for i in rules if part.getparent() is None
                  and len(part) and i not in there]  # fmt: skip
    return found


def _bookmarks(xml: Xml) -> list[str]:
    starts = [e for root in xml.values() for e in root.iter(W + "bookmarkStart")]
    ids = [str(e.get(W + "id")) for e in starts]
    names = [str(e.get(W + "name")) for e in starts]
    ends = [e for root in xml.values() for e in root.iter(W + "bookmarkEnd")]
    found = [f"bookmark {one} twice" for one in (*_twice(ids), *_twice(names))]
    unpaired = set(ids) ^ {str(e.get(W + "id")) for e in ends}
    found += [f"bookmark {identity} has one end" for identity in sorted(unpaired)]
    found += [f"bookmark name {n}" for n in names if not re.fullmatch(r"[^\W\d]\w{0,39}", n)]
    pointed = {str(e.get(W + "anchor")) for root in xml.values() for e in root.iter(W + "hyperlink")
               if e.get(W + "anchor")}  # fmt: skip
    for root in xml.values():
        codes = [e.text or "" for e in root.iter(W + "instrText")]
        codes += _values(root, "fldSimple", "instr")
        pointed |= {match[1] for match in map(_POINTING.match, codes) if match}
    return found + [f"no bookmark {name}" for name in sorted(pointed - {*names, "_top"})]


def _drawings(xml: Xml) -> list[str]:
    """Each drawing has a number of its own in its part, as Word gives it."""
    found: list[str] = []
    for name, root in xml.items():
        ids = [str(e.get("id")) for e in root.iter(f"{{{DRAWING}}}docPr")]
        found += [f"{name}: drawing {identity} twice" for identity in _twice(ids)]
    return found


def _comments(xml: Xml) -> list[str]:
    """Comments are there, ranged and marked once; replies name a comment's last paragraph."""
    there = _values(_root(xml, "comments"), "comment", "id")
    document = _root(xml, "document")
    found = [f"comment {identity} twice" for identity in _twice(there)]
    marked = _values(document, "commentReference", "id")
    if Counter(marked) != Counter(there):
        found.append(f"comments: {sorted(marked)} are marked, {sorted(there)} are there")
    starts = _values(document, "commentRangeStart", "id")
    if sorted(starts) != sorted(_values(document, "commentRangeEnd", "id")) or _twice(starts):
        found.append("comments: a range has one end")
    found += [f"no comment {identity}" for identity in sorted(set(starts) - set(there))]
    paragraphs = [str(e.get(W14 + "paraId")) for e in _root(xml, "comments").iter(W + "p")
                  if e.get(W14 + "paraId")]  # fmt: skip
    found += [f"paragraph {identity} twice" for identity in _twice(paragraphs)]
    found += [f"paragraph {i}" for i in paragraphs if not 0 < int(i, 16) < 0x80000000]
    for root in xml.values():
        for entry in root.iter(W15 + "commentEx"):
            named = (entry.get(W15 + "paraId"), entry.get(W15 + "paraIdParent"))
            found += [f"no comment paragraph {n}" for n in named if n and n not in paragraphs]
    return found


def _sections(document: etree._Element) -> list[str]:
    body = document.find(W + "body")
    if body is None or len(body) < 2 or body[-1].tag != W + "sectPr":
        return ["a body does not end in its section"]
    found = ["a body ends in a table"] if body[-2].tag != W + "p" else []
    for section in document.iter(W + "sectPr"):
        heads = [
            f"{e.tag} {e.get(W + 'type')}" for e in section if str(e.tag).endswith("Reference")
        ]
        found += [f"section: {head} twice" for head in _twice(heads)]
    return found
