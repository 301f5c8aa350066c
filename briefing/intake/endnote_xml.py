"""EndNote XML (.xml): each record becomes an article."""

from collections.abc import Iterator

from lxml import etree

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.found_references import Form, Record, found_references
from briefing.intake.reference_dates import reference_date
from briefing.intake.reference_record import Said, read_reference
from briefing.intake.reference_xml import Element, local_name, parsed_references, words_in

FORM = Form(".xml", "application/xml")

_KINDS = {
    "aggregated database": "dataset", "ancient text": "classic", "artwork": "graphic",
    "audiovisual material": "motion_picture", "bill": "bill", "blog": "post-weblog",
    "book": "book", "book section": "chapter", "case": "legal_case", "catalog": "book",
    "computer program": "software", "conference paper": "paper-conference",
    "conference proceedings": "paper-conference", "dataset": "dataset",
    "dictionary": "entry-dictionary", "edited book": "book", "electronic article":
    "article-journal", "electronic book": "book", "electronic book section": "chapter",
    "encyclopedia": "entry-encyclopedia", "film or broadcast": "motion_picture",
    "generic": "document", "government document": "report", "hearing": "hearing",
    "journal article": "article-journal", "legal rule or regulation": "legislation",
    "magazine article": "article-magazine", "manuscript": "manuscript", "map": "map",
    "newspaper article": "article-newspaper", "online database": "dataset",
    "online multimedia": "motion_picture", "pamphlet": "pamphlet", "patent": "patent",
    "personal communication": "personal_communication", "press release": "article-newspaper",
    "report": "report", "serial": "book", "standard": "standard", "statute": "legislation",
    "thesis": "thesis", "unpublished work": "manuscript", "web page": "webpage",
}  # fmt: skip
# What stands where in a record: its part in a reference, and its weight there.
_PARTS = {
    "contributors/authors/author": ("author", 0),
    "contributors/secondary-authors/author": ("editor", 0),
    "contributors/tertiary-authors/author": ("contributor", 0),
    "contributors/subsidiary-authors/author": ("contributor", 0),
    "contributors/translated-authors/author": ("translator", 0),
    "titles/title": ("title", 0), "titles/translated-title": ("title", 5),
    "titles/short-title": ("title-short", 0), "titles/secondary-title": ("container", 1),
    "titles/tertiary-title": ("collection-title", 0), "titles/alt-title": ("container", 4),
    "periodical/full-title": ("container", 0), "periodical/abbr-1": ("container", 3),
    "alt-periodical/full-title": ("container", 5), "pages": ("page", 0), "volume": ("volume", 0),
    "number": ("issue", 0), "edition": ("edition", 0), "section": ("section", 0),
    "keywords/keyword": ("keyword", 0), "pub-location": ("publisher-place", 0),
    "publisher": ("publisher", 0), "isbn": ("isbn", 0), "accession-num": ("accession-number", 0),
    "electronic-resource-num": ("doi", 0), "abstract": ("abstract", 0), "notes": ("note", 0),
    "research-notes": ("note", 1), "work-type": ("genre", 0), "language": ("language", 0),
    "urls/related-urls/url": ("url", 0), "urls/web-urls/url": ("url", 1),
    "urls/text-urls/url": ("url", 2), "access-date": ("accessed", 0), "label": ("label", 0),
    "call-num": ("call-number", 0), "remote-database-name": ("archive", 0),
    "remote-database-provider": ("source", 0), "auth-address": ("author-address", 0),
    "orig-pub": ("original-publisher", 0),
}  # fmt: skip
_PASSED_OVER = frozenset({"database", "source-app", "rec-number", "foreign-keys", "ref-type"})
_NUMBERED = frozenset({"report", "bill", "patent", "standard"})


def read_endnote_xml(_name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield each record; IntakeError where the file holds none."""
    root, remark = parsed_references(data)
    records = [root] if local_name(root) == "record" else list(root.iter("record"))
    if not records:
        raise IntakeError("It holds no EndNote record.")
    return found_references(map(_record, records), FORM, remark)


def _record(record: Element) -> Record:
    inner = etree.tostring(record, encoding="unicode", with_tail=False)
    source = f"<xml><records>{inner}</records></xml>\n"
    said = list(_said(record))
    if all(one.part == "type" or not one.value for one in said):
        return Record(None, source, "The record holds nothing but its type.")
    return Record(read_reference(said), source)


def _said(record: Element) -> Iterator[Said]:
    kind = _kind(record)
    yield Said("type", kind)
    key = words_in(record.find("label"))
    if key:
        yield Said("citekey", key)
    yield from _date(record)
    for path, element in _leaves(record):
        words = words_in(element)
        if not words or path.startswith("dates/"):
            continue
        part, weight = _PARTS.get(path, (path.rpartition("/")[2], 0))
        if path == "number" and kind in _NUMBERED:
            part = "number"
        if path == "urls/pdf-urls/url":
            part, words = "attachment", words.replace("\\", "/").rpartition("/")[2]
        name = path.rpartition("/")[2] if part in {"container", "publisher"} else part
        yield Said(part, words, name, weight)


def _kind(record: Element) -> str:
    of_type = record.find("ref-type")
    name = str(of_type.get("name") or words_in(of_type)) if of_type is not None else ""
    return _KINDS.get(name.strip().lower(), name.strip().lower())


def _date(record: Element) -> Iterator[Said]:
    """Yield the year, and the day with it where one is given."""
    year = words_in(record.find("dates/year"))
    day = words_in(record.find("dates/pub-dates/date"))
    if year and day and year not in day:
        found, _ = reference_date(f"{day} {year}")
        yield Said("issued", f"{day} {year}" if found and found.month else day, "pub-date", 1)
    elif day:
        yield Said("issued", day, "pub-date", 1)
    yield Said("issued", year, "year")


def _leaves(record: Element) -> Iterator[tuple[str, Element]]:
    """Yield the elements that hold words, with their paths; `style` is how words look."""
    for element in record:
        name = local_name(element)
        if not name or name in _PASSED_OVER:
            continue
        inner = [child for child in element if local_name(child) not in {"style", ""}]
        if not inner:
            yield name, element
        for child in inner:
            path = f"{name}/{local_name(child)}"
            deeper = [one for one in child if local_name(one) not in {"style", ""}]
            if not deeper:
                yield path, child
            for one in deeper:
                yield f"{path}/{local_name(one)}", one
