"""Zotero RDF (.rdf): each item becomes an article, with its notes, tags and collections."""

from collections.abc import Iterator

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.found_references import Form, Record, found_references
from briefing.intake.reference_record import Said, read_reference
from briefing.intake.reference_words import plain_line, plain_passage
from briefing.intake.reference_xml import local_name, parsed_references, words_in
from briefing.intake.zotero_items import said_of_item
from briefing.intake.zotero_tree import ABOUT, ZoteroTree

FORM = Form(".rdf", "application/rdf+xml")


def read_zotero_rdf(_name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield each item and each note that stands alone; IntakeError where there is none."""
    root, remark = parsed_references(data)
    tree = ZoteroTree(root)
    records = list(_records(tree))
    if not records:
        raise IntakeError("It holds no item of a Zotero library.")
    return found_references(records, FORM, remark)


def _records(tree: ZoteroTree) -> Iterator[Record]:
    for item in tree.items:
        yield Record(read_reference(said_of_item(tree, item)), tree.alone(item))
    for memo in tree.lone_notes:
        words = plain_passage(words_in(memo))
        if words:
            title = plain_line(words.partition("\n")[0])[:200]
            said = [Said("type", "note"), Said("title", title), Said("abstract", words)]
            yield Record(read_reference(said), tree.alone(memo))
    for attachment in tree.lone_attachments:
        title = next((words_in(one) for one in attachment if local_name(one) == "title"), "")
        reason = "It is an attached file without a reference; import the file itself."
        yield Record(None, "", reason, title or attachment.get(ABOUT) or "attachment")
