"""MEDLINE/PubMed (.nbib) and Web of Science (.isi, .ciw) files: each record becomes an article.

Sources: NLM, MEDLINE/PubMed Data Element Descriptions; Clarivate, Web of Science field tags.
"""

import re
from collections.abc import Iterator

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.found_references import MAX_BYTES, Form, Record, found_references
from briefing.intake.reference_dates import reference_date
from briefing.intake.reference_record import Said, read_reference
from briefing.intake.ris_records import TaggedRecord
from briefing.intake.text_file import decode_text

NBIB = Form(".nbib", "application/nbib")
ISI = Form(".ciw", "application/x-isi-export")

_NBIB_LINE = re.compile(r"([A-Z]{2,4}) {0,2}- ?(.*)")
_ISI_LINE = re.compile(r"([A-Z][A-Z0-9])(?: (.*))?")
_NBIB_PARTS = {
    "TI": ("title", 0), "BTI": ("container", 2), "VTI": ("title", 3), "TT": ("title", 4),
    "JT": ("container", 0), "TA": ("container", 1), "PB": ("publisher", 0),
    "FAU": ("author", 0), "CN": ("author", 1), "FED": ("editor", 0), "DP": ("issued", 0),
    "DEP": ("issued", 1), "LA": ("language", 0), "AB": ("abstract", 0), "OT": ("keyword", 0),
    "MH": ("keyword", 1), "PMID": ("key", 0), "VI": ("volume", 0), "IP": ("issue", 0),
    "PG": ("page", 0), "IS": ("issn", 0), "ISBN": ("isbn", 0), "PL": ("publisher-place", 0),
    "GN": ("note", 0), "PT": ("genre", 0),
}  # fmt: skip
_ISI_PARTS = {
    "TI": ("title", 0), "SO": ("container", 0), "JI": ("container", 3), "J9": ("container", 4),
    "PU": ("publisher", 0), "PI": ("publisher-place", 0), "BE": ("editor", 0), "ED": ("editor", 0),
    "LA": ("language", 0), "AB": ("abstract", 0), "DE": ("keyword", 0), "ID": ("keyword", 1),
    "UT": ("key", 0), "VL": ("volume", 0), "IS": ("issue", 0), "PS": ("page", 0), "SN": ("issn", 0),
    "BN": ("isbn", 0), "DI": ("doi", 0), "SE": ("collection-title", 0), "CT": ("event-title", 0),
    "DT": ("genre", 0),
}  # fmt: skip
_ISI_KINDS = {"J": "article-journal", "B": "book", "S": "chapter", "P": "patent"}
_SPLIT = frozenset({"DE", "ID"})
_PEOPLE = frozenset({"AU", "AF", "BE", "ED", "CA"})


def read_nbib(_name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield each record of a MEDLINE file; IntakeError where it holds none."""
    decoded = decode_text(data, MAX_BYTES)
    records = [_nbib_record(one) for one in _nbib(decoded.text)]
    if not records:
        raise IntakeError("It holds no MEDLINE record: no line begins with PMID and a hyphen.")
    return found_references(records, NBIB, decoded.remark)


def read_isi(_name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield each record of a Web of Science file; IntakeError where it holds none."""
    decoded = decode_text(data, MAX_BYTES)
    records = [_isi_record(one) for one in _isi(decoded.text)]
    if not records:
        raise IntakeError("It holds no Web of Science record: no line begins with PT.")
    return found_references(records, ISI, decoded.remark)


def _nbib(text: str) -> Iterator[TaggedRecord]:
    """Yield records: each begins with its PMID, or after a blank line."""
    record = TaggedRecord()
    blank = False
    for line in text.split("\n"):
        match = _NBIB_LINE.fullmatch(line.rstrip())
        if match and record.is_begun and (match[1] == "PMID" or (blank and match[1] == "OWN")):
            yield record
            record = TaggedRecord()
        if match:
            record.add(match[1], match[2].strip())
        elif line.strip():
            record.add_to_last(line.strip(), frozenset())
        if record.is_begun:
            record.lines.append(line)
        blank = not line.strip()
    if record.is_begun:
        yield record


def _isi(text: str) -> Iterator[TaggedRecord]:
    """Yield records: from PT to ER, the next PT or the end; what stands between is the file's."""
    record = TaggedRecord()
    for line in text.split("\n"):
        match = _ISI_LINE.fullmatch(line.lstrip("\ufeff").rstrip())
        tag = match[1] if match else ""
        if record.is_begun and tag in {"PT", "ER", "EF"}:
            yield record
            record = TaggedRecord()
        if tag in {"FN", "VR", "ER", "EF"}:
            continue
        if match:
            record.add(tag, (match[2] or "").strip())
        elif line.strip():
            record.add_to_last(line.strip(), _PEOPLE)  # one name a line
        if record.is_begun:
            record.lines.append(line)
    if record.is_begun:
        yield record


def _nbib_record(record: TaggedRecord) -> Record:
    return Record(read_reference(_said_of_nbib(record.pairs)), record.source)


def _said_of_nbib(pairs: list[tuple[str, str]]) -> Iterator[Said]:
    tags = dict(pairs)
    yield Said("type", "book" if "BTI" in tags and "TI" not in tags else "article-journal")
    full = "FAU" in tags
    for tag, value in pairs:
        if tag == "AU":
            if not full:
                yield Said("author", _spaced(value))
        elif tag in {"AID", "LID"}:
            kind = "doi" if value.endswith("[doi]") else tag
            yield Said(kind, value.removesuffix("[doi]").strip())
        else:
            part, weight = _NBIB_PARTS.get(tag, (tag, 0))
            yield Said(part, value.lstrip("*"), tag, weight)


def _spaced(name: str) -> str:
    """Return `Smith JA` as `Smith, JA`."""
    family, blank, initials = name.rpartition(" ")
    return f"{family}, {initials}" if blank and initials.isupper() else name


def _isi_record(record: TaggedRecord) -> Record:
    source = f"FN Clarivate Analytics Web of Science\nVR 1.0\n{record.source}ER\n\nEF\n"
    return Record(read_reference(_said_of_isi(record.pairs)), source)


def _said_of_isi(pairs: list[tuple[str, str]]) -> Iterator[Said]:
    tags = dict(pairs)
    yield Said("type", _ISI_KINDS.get(tags.get("PT", ""), "article-journal"))
    pages = [tags[tag] for tag in ("BP", "EP") if tags.get(tag)]
    yield Said("page", "-".join(pages))
    yield from _isi_date(tags.get("PD", ""), tags.get("PY", ""))
    for tag, value in pairs:
        if tag in {"PT", "BP", "EP", "PD", "PY"} or (tag == "AU" and "AF" in tags):
            continue
        part, weight = ("author", 0) if tag in {"AU", "AF", "CA"} else _ISI_PARTS.get(tag, (tag, 0))
        pieces = re.split("[;\n]", value) if tag in _SPLIT | _PEOPLE else [value]
        yield from (Said(part, piece, tag, weight) for piece in pieces)


def _isi_date(day: str, year: str) -> Iterator[Said]:
    if day and year:
        whole = day if year in day else f"{day} {year}"
        found, _ = reference_date(whole)
        if found and found.month:
            yield Said("issued", whole)
            return
    yield Said("issued", year or day)
