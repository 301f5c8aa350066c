"""Each part of a Word file held against the schemas of ECMA-376, as Word reads it.

What a file marks as ignorable is stripped first, and alternatives are settled by what the
schemas know (markup compatibility: ECMA-376 part 3, 9 and 10).
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from lxml import etree

SCHEMAS = Path(__file__).parents[1] / "data" / "ooxml_schemas"
OWN = Path(__file__).parent / "docx" / "schemas"

_SITE = "http://schemas.openxmlformats.org"
_OFFICE = f"{_SITE}/officeDocument/2006"
_COMPATIBILITY = f"{_SITE}/markup-compatibility/2006"
_MC = f"{{{_COMPATIBILITY}}}"
_XML = "http://www.w3.org/XML/1998/namespace"
_VML = ("urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office",
        "urn:schemas-microsoft-com:office:word")  # fmt: skip
_PARTS: tuple[tuple[tuple[str, Path], ...], ...] = (
    (
        (f"{_SITE}/wordprocessingml/2006/main", SCHEMAS / "wml.xsd"),
        (f"{_SITE}/drawingml/2006/main", SCHEMAS / "dml-main.xsd"),
        (f"{_SITE}/drawingml/2006/picture", SCHEMAS / "dml-picture.xsd"),
        (f"{_SITE}/drawingml/2006/chart", SCHEMAS / "dml-chart.xsd"),
        (f"{_SITE}/drawingml/2006/chartDrawing", SCHEMAS / "dml-chartDrawing.xsd"),
        (f"{_SITE}/drawingml/2006/diagram", SCHEMAS / "dml-diagram.xsd"),
        (f"{_SITE}/drawingml/2006/lockedCanvas", SCHEMAS / "dml-lockedCanvas.xsd"),
        (
            f"{_SITE}/drawingml/2006/wordprocessingDrawing",
            SCHEMAS / "dml-wordprocessingDrawing.xsd",
        ),
        (f"{_OFFICE}/math", SCHEMAS / "shared-math.xsd"),
    ),
    ((f"{_OFFICE}/custom-properties", SCHEMAS / "shared-documentPropertiesCustom.xsd"),),
    ((f"{_OFFICE}/extended-properties", SCHEMAS / "shared-documentPropertiesExtended.xsd"),),
    (
        ("http://purl.org/dc/elements/1.1/", OWN / "dc.xsd"),
        ("http://purl.org/dc/terms/", OWN / "dcterms.xsd"),
        (f"{_SITE}/package/2006/metadata/core-properties", SCHEMAS / "opc-coreProperties.xsd"),
    ),
    ((f"{_SITE}/package/2006/content-types", SCHEMAS / "opc-contentTypes.xsd"),),
    ((f"{_SITE}/package/2006/relationships", SCHEMAS / "opc-relationships.xsd"),),
)
# Besides those: what stands in them without a schema that is looked into.
_UNDERSTOOD = {name for part in _PARTS for name, _ in part} | {
    f"{_OFFICE}/relationships", f"{_OFFICE}/docPropsVTypes", _XML, *_VML,
    "http://www.w3.org/2001/XMLSchema-instance", "",
}  # fmt: skip


def schema_faults(parts: dict[str, etree._Element]) -> list[str]:
    """Return what the schemas say of each part that they describe, one line each."""
    found: list[str] = []
    for name, root in parts.items():
        schema = _schema_of(etree.QName(root).namespace or "")
        if schema is None:
            continue
        read = as_read(root)
        if not schema.validate(read):
            found += [f"{name}: {_brief(entry.message)}" for entry in schema.error_log]
    return found


def as_read(root: etree._Element) -> etree._Element:
    """Return a part as a reader sees it that understands nothing beyond the schemas."""
    read = etree.fromstring(etree.tostring(root))
    _settle(read, frozenset())
    return read


@cache
def _schema_of(namespace: str) -> etree.XMLSchema | None:
    for part in _PARTS:
        if any(namespace == name for name, _ in part):
            return _compiled([(_XML, OWN / "xml.xsd"), *part])
    return None


def _compiled(files: Iterable[tuple[str, Path]]) -> etree.XMLSchema:
    """Compile schemas together; a namespace that was imported once is not looked for again."""
    imports = "".join(
        f'<xs:import namespace="{name}" schemaLocation="{file.resolve().as_uri()}"/>'
        for name, file in files
    )
    start = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(start))


def _settle(element: etree._Element, ignored: frozenset[str]) -> None:
    """Strip what may be ignored, and put the part of an alternative that is read in its place."""
    prefixes = str(element.get(_MC + "Ignorable") or "").split()
    ignored |= {element.nsmap.get(prefix, "") for prefix in prefixes} - _UNDERSTOOD
    for name in list(element.attrib):
        namespace = etree.QName(name).namespace or ""
        if namespace == _COMPATIBILITY or namespace in ignored:
            del element.attrib[name]
    for child in list(element.iterchildren(etree.Element)):
        if child.tag == _MC + "AlternateContent":
            _choose(element, child)
        elif (etree.QName(child).namespace or "") in ignored:
            _drop(element, child)
    for child in element.iterchildren(etree.Element):
        _settle(child, ignored)


def _choose(parent: etree._Element, alternatives: etree._Element) -> None:
    for option in alternatives.iterchildren(_MC + "Choice", _MC + "Fallback"):
        required = str(option.get("Requires") or "").split()
        if all(option.nsmap.get(prefix, "?") in _UNDERSTOOD for prefix in required):
            place = parent.index(alternatives)
            for offset, child in enumerate(list(option)):
                parent.insert(place + offset, child)
            break
    _drop(parent, alternatives)


def _drop(parent: etree._Element, child: etree._Element) -> None:
    child.tail = None
    parent.remove(child)


def _brief(message: str) -> str:
    for name in sorted(_UNDERSTOOD - {""}, key=len, reverse=True):
        message = message.replace(f"{{{name}}}", "")
    return message
