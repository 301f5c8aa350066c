"""One item of a Zotero RDF file: what each of its elements says."""

import re
from collections.abc import Iterator

from briefing.intake.reference_names import person
from briefing.intake.reference_record import Said
from briefing.intake.reference_xml import Element, local_name, words_in
from briefing.intake.zotero_tree import ABOUT, RESOURCE, ZoteroTree

KINDS = {
    "annotation": "document", "artwork": "graphic", "audioRecording": "song", "bill": "bill",
    "blogPost": "post-weblog", "book": "book", "bookSection": "chapter", "case": "legal_case",
    "computerProgram": "software", "conferencePaper": "paper-conference", "dataset": "dataset",
    "dictionaryEntry": "entry-dictionary", "document": "document", "email":
    "personal_communication", "encyclopediaArticle": "entry-encyclopedia", "film":
    "motion_picture", "forumPost": "post", "hearing": "hearing", "instantMessage":
    "personal_communication", "interview": "interview", "journalArticle": "article-journal",
    "letter": "personal_communication", "magazineArticle": "article-magazine",
    "manuscript": "manuscript", "map": "map", "newspaperArticle": "article-newspaper",
    "patent": "patent", "podcast": "song", "preprint": "article", "presentation": "speech",
    "radioBroadcast": "broadcast", "report": "report", "standard": "standard",
    "statute": "legislation", "thesis": "thesis", "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture", "webpage": "webpage",
}  # fmt: skip
_PARTS = {
    "title": "title", "shortTitle": "title-short", "date": "issued", "dateSubmitted": "accessed",
    "abstract": "abstract", "language": "language", "pages": "page", "volume": "volume",
    "number": "issue", "edition": "edition", "rights": "license", "type": "genre",
    "libraryCatalog": "source", "archive": "archive", "coverage": "archive-place",
    "numPages": "number-of-pages", "alternative": "container-title-short",
}  # fmt: skip
_ROLES = {"authors": "author", "editors": "editor", "translators": "translator"}
_NUMBERED = frozenset({"report", "bill", "patent", "standard", "legislation"})
_NUMBER = re.compile(r"(DOI|ISSN|ISBN)\s+(.+)")
_CITEKEY = re.compile(r"^\s*citation[ -]?key\s*:\s*(\S+)\s*$", re.IGNORECASE | re.MULTILINE)
_LINKS = frozenset({"isPartOf", "isReferencedBy", "link", "relation", "itemType"})


def said_of_item(tree: ZoteroTree, item: Element) -> Iterator[Said]:
    """Yield what an item says, with what its journal, notes, files and collections say."""
    kind = KINDS.get(_first(item, "itemType"), _first(item, "itemType"))
    address = item.get(ABOUT, "")
    yield Said("type", kind)
    yield Said("key", "" if address.startswith("#") else address)
    for element in item:
        yield from _element(element, kind)
    for whole in tree.part_of(item, "isPartOf"):
        yield from _whole(whole)
    for memo in tree.part_of(item, "isReferencedBy"):
        yield Said("note", words_in(memo))
    for file in tree.part_of(item, "link"):
        yield Said("attachment", _file_name(file))
    for path in tree.collections(item):
        yield Said("keyword", path)


def _element(element: Element, kind: str) -> Iterator[Said]:
    name = local_name(element)
    if name in _LINKS:
        return
    people = [one for one in element.iter() if local_name(one) == "Person"]
    if people:
        role = _ROLES.get(name, name.removesuffix("s"))
        yield from (Said(role, _name(one), role) for one in people)
    elif name == "publisher":
        yield Said("publisher", _first(element, "name") or words_in(element))
        yield Said("publisher-place", _first(element, "locality"))
    elif name == "identifier":
        yield from _identifier(element)
    elif name == "subject":
        yield Said("keyword", words_in(element))
    elif name == "description":
        yield from _extra(words_in(element))
    else:
        part = "number" if name == "number" and kind in _NUMBERED else _PARTS.get(name, name)
        yield Said(part, words_in(element), part)


def _whole(whole: Element) -> Iterator[Said]:
    """Yield what a journal, a book or a series says of the item that stands in it."""
    is_series = local_name(whole) == "Series"
    for element in whole:
        name = local_name(element)
        if name == "title":
            yield Said("collection-title" if is_series else "container", words_in(element))
        elif name == "identifier" and not is_series:
            yield from _identifier(element)
        elif name in {"volume", "number", "edition", "alternative"}:
            yield Said(_PARTS[name], words_in(element))
        elif name == "isPartOf":
            yield from (said for inner in element for said in _whole(inner))


def _identifier(element: Element) -> Iterator[Said]:
    words = words_in(element)
    number = _NUMBER.match(words)
    if len(element):
        yield Said("url", words)
    elif number:
        yield Said(number[1].lower(), number[2])
    else:
        yield Said("identifier", words)


def _extra(words: str) -> Iterator[Said]:
    """Yield the citation key that people keep in Zotero's field for all else, and the rest."""
    key = _CITEKEY.search(words)
    if key:
        yield Said("citekey", key[1])
        words = _CITEKEY.sub("", words)
    yield Said("note", words.strip(), weight=1)


def _name(person_element: Element) -> str:
    given = _first(person_element, "givenName") or _first(person_element, "givenname")
    return person(_first(person_element, "surname"), given)


def _file_name(file: Element) -> str:
    """Return what an attached file is called; where it lies is not followed."""
    path = next((one.get(RESOURCE, "") for one in file if one.get(RESOURCE)), "")
    return path.rpartition("/")[2] or _first(file, "title")


def _first(element: Element, name: str) -> str:
    return next((words_in(one) for one in element.iter() if local_name(one) == name), "")
