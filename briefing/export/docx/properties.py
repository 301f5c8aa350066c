"""Document properties: from the memo alone, never from the machine or its user (OPC 2, 11)."""

from briefing.export.docx.xml_text import DECLARATION, escape
from briefing.model.partial_date import PartialDate
from briefing.model.publication import Publication

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_EXTENDED = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'


def core_properties(publication: Publication) -> str:
    """Return `docProps/core.xml`: subject as title, the memo's date, its From as author."""
    front = {name.lower(): value for name, value in publication.front_matter}
    elements = [
        ("dc:title", publication.subject or publication.heading),
        ("dc:subject", publication.heading if publication.subject else ""),
        ("dc:creator", front.get("from", "")),
        ("cp:keywords", front.get("keywords", "")),
        ("dc:language", publication.language),
        ("cp:category", publication.marking),
    ]
    inside = "".join(
        f"<{name}>{escape(value)}</{name}>" for name, value in elements if value.strip()
    )
    day = _day(front.get("date", ""))
    if day:
        for name in ("created", "modified"):
            inside += f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
    return f"{DECLARATION}<cp:coreProperties {_CORE}>{inside}</cp:coreProperties>"


def extended_properties() -> str:
    """Return `docProps/app.xml`, which names nothing but the program."""
    return f"{DECLARATION}<Properties {_EXTENDED}><Application>Briefing</Application></Properties>"


def _day(text: str) -> str:
    try:
        return PartialDate.parse(text).first_day().isoformat()
    except ValueError:
        return ""
