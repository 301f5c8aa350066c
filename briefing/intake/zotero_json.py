"""Zotero's own JSON (Better BibTeX JSON, Zotero web API): each item becomes an article."""

import json
from collections.abc import Iterator

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.found_references import MAX_BYTES, Form, Record, found_references
from briefing.intake.json_values import Json, is_object, loaded, words_of
from briefing.intake.reference_names import person
from briefing.intake.reference_record import Said, read_reference
from briefing.intake.reference_words import plain_line, plain_passage
from briefing.intake.text_file import decode_text
from briefing.intake.zotero_items import KINDS

FORM = Form(".json", "application/json")

_PARTS = {
    "title": ("title", 0), "publicationTitle": ("container", 0), "bookTitle": ("container", 1),
    "proceedingsTitle": ("container", 1), "encyclopediaTitle": ("container", 1),
    "dictionaryTitle": ("container", 1), "websiteTitle": ("container", 1), "blogTitle":
    ("container", 1), "forumTitle": ("container", 1), "programTitle": ("container", 1),
    "journalAbbreviation": ("container", 4), "publisher": ("publisher", 0), "institution":
    ("publisher", 1), "university": ("publisher", 1), "organization": ("publisher", 2),
    "studio": ("publisher", 2), "network": ("publisher", 2), "date": ("issued", 0),
    "dateEnacted": ("issued", 1), "dateDecided": ("issued", 1), "issueDate": ("issued", 1),
    "accessDate": ("accessed", 0), "url": ("url", 0), "DOI": ("doi", 0),
    "language": ("language", 0), "abstractNote": ("abstract", 0), "citationKey": ("citekey", 0),
    "pages": ("page", 0), "place": ("publisher-place", 0), "series": ("collection-title", 0),
    "shortTitle": ("title-short", 0), "libraryCatalog": ("source", 0), "rights": ("license", 0),
    "callNumber": ("call-number", 0), "reportNumber": ("number", 0), "numPages":
    ("number-of-pages", 0), "nameOfAct": ("title", 1), "caseName": ("title", 1),
    "subject": ("title", 1),
}  # fmt: skip
_PASSED_OVER = frozenset(
    {"itemType", "creators", "tags", "notes", "attachments", "collections", "extra", "relations",
     "itemID", "libraryID", "version", "seeAlso", "dateAdded", "dateModified", "uri", "key",
     "itemKey", "path"}
)  # fmt: skip
_MOST_STEPS = 20


def read_zotero_json(_name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield each item; IntakeError where there is none."""
    decoded = decode_text(data, MAX_BYTES)
    value = loaded(decoded.text)
    library = value if is_object(value) else {"items": value}
    items = library.get("items", value)
    found = [item for item in (items if isinstance(items, list) else [items]) if is_object(item)]
    if not any("itemType" in _data(item) for item in found):
        raise IntakeError("It holds no item of a Zotero library.")
    paths = _collections(library.get("collections"))
    records = (_record(_data(item), paths) for item in found)
    return found_references(records, FORM, decoded.remark)


def _data(item: dict[str, Json]) -> dict[str, Json]:
    """Return an item's own fields; the web API wraps them."""
    inner = item.get("data")
    return inner if is_object(inner) else item


def _record(item: dict[str, Json], paths: dict[str, list[str]]) -> Record:
    kind = words_of(item.get("itemType", ""))
    if kind == "attachment":
        name = words_of(item.get("title", "")) or "attachment"
        reason = "It is an attached file without a reference; import the file itself."
        return Record(None, "", reason, name)
    own = paths.get(words_of(item.get("itemID", "")), [])
    kept = {name: value for name, value in item.items() if name != "collections"}
    collections = {
        str(number): {"name": path, "items": [item.get("itemID")]}
        for number, path in enumerate(own)
    }
    source = json.dumps({"items": [kept], "collections": collections}, ensure_ascii=False, indent=1)
    said = _said_of_note(item) if kind == "note" else _said(item, kind)
    tags = (Said("keyword", path) for path in own)
    return Record(read_reference([*said, *tags]), source + "\n")


def _said_of_note(item: dict[str, Json]) -> Iterator[Said]:
    words = plain_passage(words_of(item.get("note", "")))
    yield Said("type", "note")
    yield Said("title", plain_line(words.partition("\n")[0])[:200])
    yield Said("abstract", words)


def _said(item: dict[str, Json], kind: str) -> Iterator[Said]:
    yield Said("type", KINDS.get(kind, kind))
    for creator in _objects(item.get("creators")):
        role = words_of(creator.get("creatorType", "author"))
        yield Said(role, _name(creator), role)
    yield from (Said("keyword", words_of(tag.get("tag"))) for tag in _objects(item.get("tags")))
    for note in _list(item.get("notes")):
        yield Said("note", words_of(note.get("note") if is_object(note) else note))
    for file in _objects(item.get("attachments")):
        yield Said("attachment", words_of(file.get("title")))
    yield from _extra(item.get("extra"))
    for name, value in item.items():
        if name not in _PASSED_OVER:
            part, weight = _PARTS.get(name, (name.lower(), 0))
            said_as = part if part not in {"container", "publisher"} else name
            yield Said(part, words_of(value), said_as, weight)


def _extra(value: Json) -> Iterator[Said]:
    """Yield what people keep in Zotero's field for all else, its own lines left out."""
    lines = [words_of(line) for line in value] if isinstance(value, list) else [words_of(value)]
    rest: list[str] = []
    for line in "\n".join(lines).split("\n"):
        name, _, words = line.partition(":")
        if name.strip().lower() == "citation key":
            yield Said("citekey", words.strip(), weight=1)
        else:
            rest.append(line)
    yield Said("note", "\n".join(rest), weight=1)


def _name(creator: dict[str, Json]) -> str:
    whole = words_of(creator.get("name"))
    names = (words_of(creator.get(part)) for part in ("lastName", "firstName"))
    return whole or person(*names)


def _collections(value: Json) -> dict[str, list[str]]:
    """Return the paths of the collections that hold each item."""
    every = {key: one for key, one in value.items() if is_object(one)} if is_object(value) else {}
    found: dict[str, list[str]] = {}
    for key, collection in every.items():
        for item in _list(collection.get("items")):
            found.setdefault(words_of(item), []).append(_path(every, key))
    return found


def _path(every: dict[str, dict[str, Json]], key: str) -> str:
    names: list[str] = []
    while key in every and len(names) < _MOST_STEPS:
        names.append(plain_line(words_of(every[key].get("name"))))
        key = words_of(every[key].get("parent", ""))
    if len(names) > 1:
        names = [name.replace("/", "-") for name in names]
    return "/".join(reversed(names))


def _objects(value: Json) -> list[dict[str, Json]]:
    return [one for one in _list(value) if is_object(one)]


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
