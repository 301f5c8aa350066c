"""Builders: Word files of a house with places for a memo, macros, and what is not to be trusted."""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from lxml import etree

from tests.export.ooxml_rules import RELATIONSHIPS, WORD

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MS = "http://schemas.microsoft.com/office/2006/relationships"
_NS = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
MAIN_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    ".dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    ".docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    ".dotm": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}


def element(xml: str) -> etree._Element:
    """Return one element, with the prefixes that Word uses."""
    return etree.fromstring(f"<root {_NS}>{xml}</root>")[0]


def control(name: str, inside: str, *, more: str = "", by: str = "tag") -> str:
    """Return a content control of a tag (or alias) round some text."""
    return (
        f'<w:sdt><w:sdtPr><w:{by} w:val="{name}"/>{more}</w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def paragraph(*runs: str, style: str = "") -> str:
    """Return a paragraph of runs."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(run(text) for text in runs)}</w:p>"


def run(text: str) -> str:
    """Return a run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def with_body(document: Document, *blocks: str) -> None:
    """Put blocks in front of the last section's properties."""
    body = document.element[0]
    for block in blocks:
        body.insert(len(body) - 1, element(block))  # pyright: ignore[reportArgumentType]


def house_file(
    path: Path,
    *blocks: str,
    parts: Mapping[str, bytes] | None = None,
    relations: Iterable[tuple[str, str, str]] = (),
    document: Document | None = None,
) -> Path:
    """Write a file of the kind that its ending names.

    `relations` are (id, type, target) of the document; a target with `:` is outside. Types
    without a host are Word's own.
    """
    document = document or docx.Document()
    with_body(document, *blocks)
    packed = BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "[Content_Types].xml":
                data = _typed(data, path.suffix, parts or {})
            elif name == "word/_rels/document.xml.rels":
                data = data.replace(
                    b"</Relationships>", _relations(relations) + b"</Relationships>"
                )
            target.writestr(name, data)
        for name, data in (parts or {}).items():
            target.writestr(name, data)
    return path


def _typed(data: bytes, ending: str, parts: Mapping[str, bytes]) -> bytes:
    data = data.replace(MAIN_TYPES[".docx"].encode(), MAIN_TYPES[ending].encode())
    more = "".join(
        f'<Override PartName="/{name}" ContentType="application/octet-stream"/>' for name in parts
    )
    return data.replace(b"</Types>", more.encode() + b"</Types>")


def _relations(relations: Iterable[tuple[str, str, str]]) -> bytes:
    made = ""
    for identity, kind, target in relations:
        mode = ' TargetMode="External"' if ":" in target else ""
        host = _MS if kind in {"vbaProject", "keyMapCustomizations"} else _REL
        made += f'<Relationship Id="{identity}" Type="{host}/{kind}" Target="{target}"{mode}/>'
    return made.encode()
