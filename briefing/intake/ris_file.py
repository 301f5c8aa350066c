"""RIS files (.ris): each record becomes an article."""

from collections.abc import Iterable, Iterator
from itertools import chain

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.found_references import MAX_BYTES, Form, Record, found_references
from briefing.intake.reference_record import Said, read_reference
from briefing.intake.ris_records import TaggedRecord, ris_records
from briefing.intake.text_file import decode_text

FORM = Form(".ris", "application/x-research-info-systems")

_KINDS = {
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ART": "graphic",
    "BILL": "bill", "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter",
    "COMP": "software", "CONF": "paper-conference", "CPAPER": "paper-conference",
    "DATA": "dataset", "DICT": "entry-dictionary", "EBOOK": "book", "ECHAP": "chapter",
    "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia",
    "GEN": "document", "GOVDOC": "report", "HEAR": "hearing", "ICOMM": "webpage",
    "INPR": "article-journal", "JFULL": "article-journal", "JOUR": "article-journal",
    "LEGAL": "legislation", "MANSCPT": "manuscript", "MAP": "map", "MGZN": "article-magazine",
    "MPCT": "motion_picture", "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent",
    "PCOMM": "personal_communication", "RPRT": "report", "SER": "book", "SLIDE": "speech",
    "SOUND": "song", "STAND": "standard", "STAT": "legislation", "THES": "thesis",
    "UNPB": "manuscript", "UNPD": "manuscript", "VIDEO": "motion_picture", "WEB": "webpage",
}  # fmt: skip
# What each tag says: its part in a reference, and its weight there.
_PARTS = {
    "TI": ("title", 0), "T1": ("title", 1), "CT": ("title", 2), "TT": ("title", 8),
    "JF": ("container", 0), "JO": ("container", 1), "T2": ("container", 2),
    "BT": ("container", 3), "J2": ("container", 4), "JA": ("container", 5), "J1": ("container", 6),
    "PB": ("publisher", 0), "AU": ("author", 0), "A1": ("author", 0), "ED": ("editor", 0),
    "PY": ("issued", 0), "DA": ("issued", 1), "Y1": ("issued", 2), "YR": ("issued", 3),
    "Y2": ("accessed", 0), "RD": ("accessed", 1), "UR": ("url", 0), "LK": ("url", 1),
    "L2": ("url", 2), "DO": ("doi", 0), "DI": ("doi", 1), "LA": ("language", 0),
    "AB": ("abstract", 0), "N2": ("abstract", 1), "KW": ("keyword", 0), "K1": ("keyword", 0),
    "N1": ("note", 0), "RN": ("note", 1), "NO": ("note", 2), "ID": ("key", 0),
    "VL": ("volume", 0), "VO": ("volume", 0), "IS": ("issue", 0), "CP": ("issue", 0),
    "ET": ("edition", 0), "CY": ("publisher-place", 0), "PP": ("publisher-place", 0),
    "T3": ("collection-title", 0), "ST": ("title-short", 0), "CN": ("call-number", 0),
    "DB": ("archive", 0), "DP": ("source", 0), "NV": ("number-of-volumes", 0),
    "M3": ("genre", 0), "OP": ("original-date", 0), "L1": ("attachment", 0),
}  # fmt: skip
_WHOLE_WORKS = frozenset({"BOOK", "EBOOK", "EDBOOK", "SER"})  # their T2 names a series
_NUMBERED = frozenset({"RPRT", "GOVDOC", "STAND", "PAT", "BILL", "STAT"})


def read_ris(_name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield each record; IntakeError where the file holds none."""
    decoded = decode_text(data, MAX_BYTES)
    records = map(_record, ris_records(decoded.text))
    first = next(records, None)
    if first is None:
        raise IntakeError("It holds no RIS record: no line begins with TY and a hyphen.")
    return found_references(chain([first], records), FORM, decoded.remark)


def _record(record: TaggedRecord) -> Record:
    said = list(_said(record))
    if all(one.part == "type" or not one.value for one in said):
        return Record(None, record.source, "The record holds nothing but its type.")
    return Record(read_reference(said), record.source)


def _said(record: TaggedRecord) -> Iterable[Said]:
    tags = dict(reversed(record.pairs))
    kind = tags.get("TY", "").upper()
    pages = [tags[tag] for tag in ("SP", "EP") if tags.get(tag)]
    if pages:
        yield Said("page", pages[0] if pages[0] in pages[1:] else "-".join(pages))
    for tag, value in record.pairs:
        if tag == "TY":
            yield Said("type", _KINDS.get(kind, value.lower()))
        elif tag not in {"SP", "EP"}:
            part, weight = _part(tag, kind, tags)
            yield Said(part, value, part if part not in _PARTS else tag, weight)


def _part(tag: str, kind: str, tags: dict[str, str]) -> tuple[str, int]:
    """Return what a tag says in a record of that kind."""
    if tag == "T2" and kind in _WHOLE_WORKS:
        return "collection-title", 0
    if tag == "BT" and (kind in _WHOLE_WORKS or not tags.keys() & {"TI", "T1"}):
        return "title", 3
    if tag == "A2":  # the editors, but of a record with authors of its own only
        return "editor", 0
    if tag in {"A3", "A4"}:
        return "contributor", 0
    if tag == "SN":
        if kind in _NUMBERED:
            return "number", 0
        return "isbn" if kind in _WHOLE_WORKS or kind in {"CHAP", "ECHAP"} else "issn", 0
    if tag == "M1":
        return "number" if kind in _NUMBERED or "IS" in tags else "issue", 0
    return _PARTS.get(tag, (tag, 0))
