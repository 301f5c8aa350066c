"""The parts of a Zotero RDF file and what belongs to what: items, notes, files, collections."""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from briefing.intake.reference_words import plain_line
from briefing.intake.reference_xml import Element, local_name, words_in

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_Z = "http://www.zotero.org/namespaces/export#"
_DC = "http://purl.org/dc/elements/1.1/"
_DCTERMS = "http://purl.org/dc/terms/"
_SPACES = {"rdf": _RDF, "z": _Z, "dc": _DC, "dcterms": _DCTERMS}
ABOUT = f"{{{_RDF}}}about"
RESOURCE = f"{{{_RDF}}}resource"
_CONTAINERS = frozenset({"Journal", "Periodical", "Series", "Newspaper", "Magazine"})
_MOST_STEPS = 20  # of collections inside collections


class ZoteroTree:
    """Items, and the notes, files, journals and collections that they refer to by address."""

    def __init__(self, root: Element) -> None:
        self._root = root
        top = [element for element in root if local_name(element)]
        self._by_address = {
            address: element for element in top if (address := element.get(ABOUT, ""))
        }
        notes = [one for one in top if local_name(one) == "Memo"]
        attachments = [one for one in top if local_name(one) == "Attachment"]
        self._parents = dict(self._links_of_collections(top))
        taken = {self._taken(one) for element in top for one in element.iter() if one is not root}
        self.items = [one for one in top if _is_item(one) and not _is_part(one, taken)]
        self.lone_notes = [one for one in notes if one.get(ABOUT) not in taken]
        self.lone_attachments = [one for one in attachments if one.get(ABOUT) not in taken]

    def part_of(self, item: Element, name: str) -> Iterator[Element]:
        """Yield what an item refers to by an element of that name, there or elsewhere."""
        for link in item:
            if local_name(link) != name:
                continue
            found = self._by_address.get(link.get(RESOURCE, ""))
            if found is not None:
                yield found
            yield from link

    def collections(self, item: Element) -> Iterator[str]:
        """Yield the collections that an item lies in, each as a path."""
        for collection in self._parents.get(item.get(ABOUT, ""), ()):
            yield "/".join(self._path(collection))

    def alone(self, item: Element) -> str:
        """Return an item as a file of its own, with all that it refers to."""
        root = etree.Element(f"{{{_RDF}}}RDF", nsmap={**_SPACES, **self._root.nsmap})
        root.append(_copy(item))
        for link in item:
            found = self._by_address.get(link.get(RESOURCE, ""))
            if found is not None:
                root.append(_copy(found))
        for number, collection in enumerate(self._parents.get(item.get(ABOUT, ""), ())):
            _add_collections(root, self._path(collection), item.get(ABOUT, ""), number)
        return etree.tostring(root, encoding="unicode") + "\n"

    def _links_of_collections(self, top: list[Element]) -> Iterator[tuple[str, list[Element]]]:
        found: dict[str, list[Element]] = {}
        for collection in top:
            if local_name(collection) == "Collection":
                for part in collection:
                    if local_name(part) == "hasPart":
                        found.setdefault(part.get(RESOURCE, ""), []).append(collection)
        return iter(found.items())

    def _path(self, collection: Element) -> list[str]:
        names: list[str] = []
        here: Element | None = collection
        while here is not None and len(names) < _MOST_STEPS:
            title = next((words_in(one) for one in here if local_name(one) == "title"), "")
            names.append(plain_line(title).replace("/", "-"))
            here = next(iter(self._parents.get(here.get(ABOUT, ""), ())), None)
        return [name for name in reversed(names) if name]

    def _taken(self, element: Element) -> str:
        is_collection = local_name(element) == "hasPart"
        return "" if is_collection else element.get(RESOURCE, "")


def _is_item(element: Element) -> bool:
    """Return whether it is an item by its type, or, in old files, by its name."""
    name = local_name(element)
    kind = next((words_in(one) for one in element if local_name(one) == "itemType"), "")
    if kind:
        return kind not in {"attachment", "note"}
    is_other = name in {"Memo", "Attachment", "Collection", *_CONTAINERS}
    return not is_other and any(local_name(one) == "title" for one in element)


def _is_part(element: Element, taken: set[str]) -> bool:
    """Return whether it only serves an item, as the book that a chapter stands in."""
    is_typed = any(local_name(one) == "itemType" for one in element)
    return not is_typed and element.get(ABOUT, "") in taken


def _copy(element: Element) -> Element:
    copied = deepcopy(element)
    copied.tail = "\n"
    return copied


def _add_collections(root: Element, path: list[str], address: str, number: int) -> None:
    """Write a path of collections, the last of which holds the item."""
    for depth, name in enumerate(path):
        collection = etree.SubElement(root, f"{{{_Z}}}Collection")
        collection.set(ABOUT, f"#collection_{number}_{depth}")
        etree.SubElement(collection, f"{{{_DC}}}title").text = name
        inner = f"#collection_{number}_{depth + 1}" if depth + 1 < len(path) else address
        etree.SubElement(collection, f"{{{_DCTERMS}}}hasPart").set(RESOURCE, inner)
