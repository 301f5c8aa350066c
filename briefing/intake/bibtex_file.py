"""BibTeX and BibLaTeX files (.bib): each entry becomes an article."""

import re
from collections.abc import Iterator
from pathlib import PureWindowsPath

from briefing.errors import IntakeError
from briefing.intake.bibtex_entries import BibEntry, Parts, bibtex_entries
from briefing.intake.bibtex_latex import decoded, verbatim
from briefing.intake.bibtex_names import bibtex_names
from briefing.intake.bibtex_strings import Strings, inherited
from briefing.intake.found_article import FoundArticle
from briefing.intake.found_references import MAX_BYTES, Form, Record, found_references
from briefing.intake.reference_dates import date_of_parts
from briefing.intake.reference_record import Said, read_reference
from briefing.intake.text_file import decode_text

FORM = Form(".bib", "application/x-bibtex")

_KINDS = {
    "article": "article-journal", "artwork": "graphic", "audio": "song", "book": "book",
    "bookinbook": "chapter", "booklet": "pamphlet", "collection": "book", "conference":
    "paper-conference", "dataset": "dataset", "electronic": "webpage", "image": "graphic",
    "inbook": "chapter", "incollection": "chapter", "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia", "jurisdiction": "legal_case", "legal": "legislation",
    "legislation": "legislation", "letter": "personal_communication", "manual": "report",
    "mastersthesis": "thesis", "misc": "document", "movie": "motion_picture", "mvbook": "book",
    "mvcollection": "book", "mvproceedings": "book", "newspaper": "article-newspaper",
    "online": "webpage", "patent": "patent", "periodical": "periodical", "phdthesis": "thesis",
    "proceedings": "book", "reference": "book", "report": "report", "review": "review",
    "software": "software", "standard": "standard", "suppbook": "chapter", "techreport": "report",
    "thesis": "thesis", "unpublished": "manuscript", "video": "motion_picture", "www": "webpage",
}  # fmt: skip
_SUBKINDS = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
_PARTS = {
    "journaltitle": ("container", 0), "journal": ("container", 1), "booktitle": ("container", 2),
    "maintitle": ("container", 3), "shortjournal": ("container", 4),
    "publisher": ("publisher", 0), "institution": ("publisher", 1), "school": ("publisher", 2),
    "organization": ("publisher", 3), "author": ("author", 0), "editor": ("editor", 0),
    "date": ("issued", 0), "urldate": ("accessed", 0), "lastchecked": ("accessed", 1),
    "accessdate": ("accessed", 2), "url": ("url", 0), "doi": ("doi", 0),
    "langid": ("language", 0), "language": ("language", 1), "hyphenation": ("language", 2),
    "abstract": ("abstract", 0), "keywords": ("keyword", 0), "keyword": ("keyword", 0),
    "groups": ("keyword", 1), "mendeley-tags": ("keyword", 1), "note": ("note", 0),
    "annotation": ("note", 1), "annote": ("note", 1), "comment": ("note", 1),
    "pages": ("page", 0), "series": ("collection-title", 0), "address": ("publisher-place", 0),
    "location": ("publisher-place", 0), "shorttitle": ("title-short", 0), "type": ("genre", 0),
    "chapter": ("chapter-number", 0), "eventtitle": ("event-title", 0), "venue": ("event-place", 0),
    "origdate": ("original-date", 0), "issue": ("issue", 1), "file": ("attachment", 0),
}  # fmt: skip
_VERBATIM = frozenset({"url", "doi", "file", "eprint", "isbn", "issn", "date", "urldate"})
_NAMES = frozenset({"author", "editor", "translator", "bookauthor"})
_PASSED_OVER = frozenset({"title", "subtitle", "year", "month", "day", "crossref", "xdata"})
_PATHS = re.compile(r"bdsk-file-\d+|local-zo-url-\d+|__markedentry")
_TITLES = re.compile(r"[.!?:]$")
_FILE = re.compile(r"(?:[^:;\\]|\\.)+")


def read_bibtex(_name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield each entry; IntakeError where the file holds none."""
    decoded_text = decode_text(data, MAX_BYTES)
    entries = list(bibtex_entries(decoded_text.text))
    if all(entry.kind == "string" for entry in entries):
        raise IntakeError("It holds no BibTeX entry, only text outside of entries.")
    strings = Strings(entries)
    entries = [entry for entry in entries if entry.kind != "string"]
    by_key = {entry.key.lower(): entry for entry in reversed(entries) if entry.key}
    records = (_record(entry, strings, by_key) for entry in entries)
    return found_references(records, FORM, decoded_text.remark)


def _record(entry: BibEntry, strings: Strings, by_key: dict[str, BibEntry]) -> Record:
    taken_over = inherited(entry, by_key)
    source = _source(entry, taken_over, strings)
    if entry.kind in {"xdata", "set"}:
        return Record(None, source, "The entry only serves others; it is no reference.", entry.key)
    full = BibEntry(entry.kind, entry.key, source, [*entry.fields, *taken_over])
    said = list(_said(full, strings))
    if all(one.part in {"type", "key", "citekey"} for one in said):
        return Record(None, source, entry.fault or "The entry has no fields.", entry.key)
    return Record(read_reference(said), source, entry.fault)


def _source(entry: BibEntry, taken_over: list[tuple[str, Parts]], strings: Strings) -> str:
    """Return an entry as a file of its own: with its strings, and what it takes from a parent."""
    whole = BibEntry(entry.kind, entry.key, "", [*entry.fields, *taken_over])
    text = entry.source
    if taken_over:
        is_closed = not entry.fault and text[-1:] in {"}", ")"}
        close = text[-1] if is_closed else "}"
        head = (text[:-1] if is_closed else text).rstrip().rstrip(",")
        lines = "".join(f",\n  {name} = {' # '.join(parts)}" for name, parts in taken_over)
        text = f"{head}{lines}\n{close}"
    return "\n".join((*strings.used_by(whole), text)) + "\n"


def _said(entry: BibEntry, strings: Strings) -> Iterator[Said]:
    values = {name: strings.text(parts) for name, parts in reversed(entry.fields)}
    kind = _SUBKINDS.get(values.get("entrysubtype", "").lower(), _KINDS.get(entry.kind, entry.kind))
    yield Said("type", kind)
    yield Said("citekey", entry.key)
    yield Said("title", _title(values), "title")
    if values.get("year"):
        yield from _issued(*(decoded(values.get(name, "")) for name in ("year", "month", "day")))
    for name, parts in entry.fields:
        if name in _PASSED_OVER or _PATHS.fullmatch(name):
            continue
        yield from _field(name, strings.text(parts), kind)


def _field(name: str, value: str, kind: str) -> Iterator[Said]:
    part, weight = _part(name, kind)
    if name in _NAMES:
        yield from (Said(part, one, name, weight) for one in bibtex_names(value))
    elif part == "keyword":
        words = re.split("[,;]", decoded(value))
        yield from (Said(part, word, name, weight) for word in words)
    elif part == "attachment":
        yield from (Said(part, one, part) for one in _file_names(value))
    else:
        words = verbatim(value) if name in _VERBATIM else decoded(value)
        yield Said(part, words, part if part not in {"publisher", "container"} else name, weight)


def _part(name: str, kind: str) -> tuple[str, int]:
    if name == "number":
        return ("issue" if kind.startswith("article") else "number"), 0
    if name == "howpublished":
        return "url", 1
    return _PARTS.get(name, (name, 0))


def _title(values: dict[str, str]) -> str:
    title, subtitle = (decoded(values.get(name, "")).strip() for name in ("title", "subtitle"))
    if title and subtitle:
        return f"{title} {subtitle}" if _TITLES.search(title) else f"{title}: {subtitle}"
    return title or subtitle


def _issued(year: str, month: str, day: str) -> Iterator[Said]:
    """Yield the date of the fields of classic BibTeX; as words where it cannot be read."""
    date = date_of_parts(year.strip(), month.strip(), day.strip())
    words = " ".join(part for part in (day, month, year) if part)
    yield Said("issued", str(date) if date else words, "year", 1)


def _file_names(value: str) -> Iterator[str]:
    """Yield the names of attached files, without their folders: they are not followed."""
    for one in value.split(";"):
        pieces = [piece.replace("\\:", ":") for piece in _FILE.findall(one) if piece.strip()]
        path = next((piece for piece in pieces if "." in piece), "")
        name = PureWindowsPath(path.replace("\\\\", "\\")).name.strip()
        if name:
            yield name
