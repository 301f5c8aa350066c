"""The parts of a Word file as one zip, the same bytes for the same parts (OPC, part 2, 7)."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from docx.opc.part import Part
from docx.package import Package

from briefing.export.docx.links import LinkTable
from briefing.export.docx.xml_text import DECLARATION, attribute
from briefing.export.web_address import web_address

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the first moment a zip can name
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_NOWHERE = "about:blank"  # in place of a path on somebody's machine
_LEVEL = 5  # beyond it the text of a memo grows no smaller, only slower


def pack(
    package: Package,
    rewritten: Mapping[str, str | bytes],
    links: Mapping[str, LinkTable],
    types: Mapping[str, str],
) -> bytes:
    """Return the package as a zip.

    Each mapping goes by part name (`/word/document.xml`): what replaces a part's own bytes, the
    links that were written into it, and what replaces its content type.
    """
    kinds: dict[str, str] = {}
    entries: dict[str, str | bytes] = {"_rels/.rels": _relationships(package, None)}
    for part in package.iter_parts():
        name = str(part.partname)
        kinds[name] = types.get(name, part.content_type)
        entries[name[1:]] = rewritten.get(name, part.blob)
        if part.rels or (name in links and not links[name].is_empty):
            folder, _, leaf = name[1:].rpartition("/")
            entries[f"{folder}/_rels/{leaf}.rels"] = _relationships(part, links.get(name))
    for table in links.values():
        for picture in table.pictures:
            place = f"/word/media/{picture.file_name}"
            kinds[place] = picture.media_type
            entries[place[1:]] = picture.data
    return zipped({"[Content_Types].xml": _content_types(kinds), **dict(sorted(entries.items()))})


def _content_types(kinds: Mapping[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="{attribute(name)}" ContentType="{attribute(kind)}"/>'
        for name, kind in sorted(kinds.items())
    )
    return (
        f'{DECLARATION}<Types xmlns="{_TYPES}">'
        f'<Default Extension="rels" ContentType="{_RELATIONS_TYPE}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(source: Package | Part, links: LinkTable | None) -> str:
    parts: list[str] = []
    for identity, relation in sorted(source.rels.items()):
        target, mode = relation.target_ref, ""
        if relation.is_external:
            target, mode = web_address(target) or _NOWHERE, ' TargetMode="External"'
        parts.append(
            f'<Relationship Id="{attribute(identity)}" Type="{attribute(relation.reltype)}"'
            f' Target="{attribute(target)}"{mode}/>'
        )
    more = links.xml() if links is not None else ""
    return (
        f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{"".join(parts)}{more}</Relationships>'
    )


def zipped(entries: Mapping[str, str | bytes]) -> bytes:
    """Return parts by their names as a zip, without a clock and without a system."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name, _BEGINNING)
            entry.create_system = 0  # the same on Windows and elsewhere
            entry.compress_type = zipfile.ZIP_DEFLATED
            data = content.encode() if isinstance(content, str) else content
            archive.writestr(entry, data, compresslevel=_LEVEL)
    return target.getvalue()
