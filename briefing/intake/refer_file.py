"""EndNote import files (.enw), the refer format: each record becomes an article.

Source: refer(1); EndNote, "EndNote Import" field tags.
"""

import re
from collections.abc import Iterator

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.found_references import MAX_BYTES, Form, Record, found_references
from briefing.intake.reference_record import Said, read_reference
from briefing.intake.ris_records import TaggedRecord
from briefing.intake.text_file import decode_text

FORM = Form(".enw", "application/x-endnote-refer")

_LINE = re.compile(r"%([0-9A-Za-z@!+#$^&*()~\[\]<>?-])(?:\s(.*))?")
_KINDS = {
    "journal article": "article-journal", "newspaper article": "article-newspaper",
    "magazine article": "article-magazine", "book": "book", "edited book": "book",
    "book section": "chapter", "report": "report", "government document": "report",
    "thesis": "thesis", "conference paper": "paper-conference", "conference proceedings":
    "paper-conference", "web page": "webpage", "electronic article": "article-journal",
    "blog": "post-weblog", "bill": "bill", "case": "legal_case", "statute": "legislation",
    "hearing": "hearing", "patent": "patent", "manuscript": "manuscript", "map": "map",
    "personal communication": "personal_communication", "generic": "document",
}  # fmt: skip
_PARTS = {
    "T": ("title", 0), "A": ("author", 0), "E": ("editor", 0), "Y": ("contributor", 0),
    "J": ("container", 0), "B": ("container", 1), "I": ("publisher", 0),
    "C": ("publisher-place", 0), "D": ("issued", 0), "8": ("issued", 1), "U": ("url", 0),
    "R": ("doi", 0), "X": ("abstract", 0), "K": ("keyword", 0), "G": ("language", 0),
    "V": ("volume", 0), "N": ("issue", 0), "P": ("page", 0), "7": ("edition", 0),
    "S": ("collection-title", 0), "Z": ("note", 0), "F": ("key", 0), "9": ("genre", 0),
    "@": ("isbn", 0), "[": ("accessed", 0), "!": ("title-short", 0), "M": ("accession-number", 0),
    "L": ("call-number", 0), "W": ("archive", 0), "O": ("note", 1), "?": ("contributor", 0),
}  # fmt: skip
_LONG = frozenset({"X", "Z", "K"})


def read_refer(_name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield each record; IntakeError where the file holds none."""
    decoded = decode_text(data, MAX_BYTES)
    records = [Record(read_reference(_said(one)), one.source) for one in _records(decoded.text)]
    if not records:
        raise IntakeError("It holds no EndNote record: no line begins with a per cent sign.")
    return found_references(records, FORM, decoded.remark)


def _records(text: str) -> Iterator[TaggedRecord]:
    """Yield records: each begins with `%0`, or after a blank line."""
    record = TaggedRecord()
    blank = False
    for line in text.split("\n"):
        match = _LINE.fullmatch(line.rstrip())
        is_next = match is not None and (match[1] == "0" or blank)
        if is_next and any(tag != "0" for tag, _ in record.pairs):  # its kind may be said twice
            yield record
            record = TaggedRecord()
        if match:
            record.add(match[1], (match[2] or "").strip())
        elif line.strip():
            record.add_to_last(line.strip(), _LONG)
        if record.is_begun:
            record.lines.append(line)
        blank = not line.strip()
    if record.is_begun:
        yield record


def _said(record: TaggedRecord) -> Iterator[Said]:
    for tag, value in record.pairs:
        if tag == "0":
            yield Said("type", _KINDS.get(value.lower(), value.lower()))
        elif tag == "K":
            yield from (Said("keyword", one) for one in re.split("[;\n]", value))
        else:
            part, weight = _PARTS.get(tag, (f"%{tag}", 0))
            yield Said(part, value, part, weight)
