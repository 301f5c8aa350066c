"""An OpenDocument text to an article: as Markdown, tracked changes taken as accepted."""

from collections.abc import Iterator, Sequence

from briefing.errors import IntakeError
from briefing.intake import field_readers
from briefing.intake.document_article import article_of
from briefing.intake.document_properties import DocumentProperties
from briefing.intake.found_article import FoundArticle
from briefing.intake.markdown_document import Block, MarkdownDocument
from briefing.intake.odt_blocks import OdtBlocks
from briefing.intake.odt_inlines import OdtTally
from briefing.intake.odt_styles import OdtStyles
from briefing.ooxml.document_package import DocumentPackage, parsed
from briefing.ooxml.word_package import Element, child, local

_MAX_NOTES = 20_000  # notes within notes included
_ZIP = b"PK\x03\x04"


def read_odt(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield the article that a text document is, packed or flat; IntakeError where it is none."""
    content, styles, meta = _packed(data) if data.startswith(_ZIP) else _flat(data)
    body = child(child(content, "body"), "text")
    if body is None:
        raise IntakeError("It is no OpenDocument text, whatever its name says.")
    tally = OdtTally()
    known = OdtStyles(styles, content)
    reader = OdtBlocks(known, tally)
    blocks = list(reader.blocks(body))
    text = _text(blocks, reader, tally)
    draft = article_of(name, text, blocks, _properties(meta, known.language))
    changes = reader.changes(body) + tally.changes
    yield FoundArticle(draft, remark=_remark(changes, tally.comments))


def _packed(data: bytes) -> tuple[Element | None, Element | None, Element | None]:
    package = DocumentPackage(data)
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise IntakeError("It is protected by a password; save it without one.")
    return package.xml("content.xml"), package.xml("styles.xml"), package.xml("meta.xml")


def _flat(data: bytes) -> tuple[Element | None, Element | None, Element | None]:
    root = parsed(data)
    return root, None, root


def _text(blocks: Sequence[Block], reader: OdtBlocks, tally: OdtTally) -> str:
    document = MarkdownDocument()
    for block in blocks:
        document.add(block)
    number = 0
    while number < min(len(tally.notes), _MAX_NOTES):
        body = child(tally.notes[number], "note-body")
        number += 1
        document.add_note(number, list(reader.blocks(body)) if body is not None else ())
    return document.text()


def _properties(meta: Element | None, language: str) -> DocumentProperties:
    said: dict[str, str] = {}
    stated = child(meta, "meta")
    for one in stated if stated is not None else ():
        said.setdefault(local(one), (one.text or "").strip())
    return DocumentProperties(
        title=said.get("title", ""),
        authors=said.get("initial-creator") or said.get("creator", ""),
        created=said.get("creation-date", ""),
        language=field_readers.language(said.get("language") or language) or "",
        others=tuple((key, said[key]) for key in ("subject", "keyword") if said.get(key)),
    )


def _remark(changes: int, comments: int) -> str:
    remarks: list[str] = []
    if changes:
        remarks.append("Tracked changes were taken as accepted.")
    if comments:
        remarks.append(f"{comments} comment{'s' * (comments > 1)} left out.")
    return " ".join(remarks)
