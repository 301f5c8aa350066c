"""A Word file to an article: its text as Markdown, tracked changes taken as accepted."""

from collections.abc import Iterator, Sequence

from briefing.intake import field_readers
from briefing.intake.document_article import article_of
from briefing.intake.document_properties import DocumentProperties
from briefing.intake.found_article import FoundArticle
from briefing.intake.markdown_document import Block, MarkdownDocument
from briefing.intake.news_bundle import articles_of_bundle
from briefing.intake.rtf_article import SIGNATURE, read_rtf
from briefing.intake.word_blocks import BlockReader
from briefing.intake.word_chunks import wrapped_article
from briefing.intake.word_numbering import WordNumbering
from briefing.intake.word_runs import Tally
from briefing.ooxml.word_package import Element, WordPackage, child, local, value
from briefing.ooxml.word_styles import WordStyles

_NOTE_PARTS = {"footnote": "footnotes", "endnote": "endnotes"}


def read_docx(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield the article or articles of a Word file; raises IntakeError where it holds none."""
    package = WordPackage(data)
    reading = _Reading(package)
    body = child(package.document(), "body")
    blocks = list(reading.reader.blocks(body)) if body is not None else []
    text = reading.text(blocks)
    wrapped = None if text.strip() else next(wrapped_article(name, package), None)
    if wrapped:
        yield wrapped
        return
    comments = sum(local(one) == "comment" for one in _children(package.beside("comments")))
    said = _properties(package.properties(), reading.styles.language)
    draft = article_of(name, text, blocks, said)
    yield from articles_of_bundle(FoundArticle(draft, remark=_remark(reading.tally, comments)))


def read_old_word(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield what a .doc is by its content: rich text or a newer Word file by another name.

    Raises IntakeError, with what to do, for the binary format of old Word.
    """
    yield from read_rtf(name, data) if data.startswith(SIGNATURE) else read_docx(name, data)


class _Reading:
    """The parts of one file that its blocks need to be read."""

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self.tally = Tally()
        self.styles = WordStyles(package.beside("styles"))
        self._numbering = WordNumbering(package.beside("numbering"), self.styles)
        self.reader = BlockReader(self.styles, self._numbering, package.relations, self.tally)

    def text(self, blocks: Sequence[Block]) -> str:
        """Return the blocks as Markdown, with the notes that they refer to."""
        document = MarkdownDocument()
        for block in blocks:
            document.add(block)
        notes = {kind: self._notes(part) for kind, part in _NOTE_PARTS.items()}
        for (kind, note_id), number in list(self.tally.notes.items()):
            document.add_note(number, notes[kind].get(note_id, ()))
        return document.text()

    def _notes(self, part: str) -> dict[str, tuple[Block, ...]]:
        if not any(kind + "s" == part for kind, _ in self.tally.notes):
            return {}
        relations = self._package.relations_of(part)
        reader = BlockReader(self.styles, self._numbering, relations, self.tally)
        wanted = {note_id for kind, note_id in self.tally.notes if kind + "s" == part}
        return {
            value(note, "id"): tuple(reader.blocks(note))
            for note in _children(self._package.beside(part))
            if value(note, "id") in wanted
        }


def _properties(root: Element | None, language: str) -> DocumentProperties:
    said = {local(one): (one.text or "").strip() for one in _children(root)}
    return DocumentProperties(
        title=said.get("title", ""),
        authors=said.get("creator", ""),
        created=said.get("created", ""),
        language=field_readers.language(said.get("language") or language) or "",
        others=tuple((key, said[key]) for key in ("subject", "keywords") if said.get(key)),
    )


def _remark(tally: Tally, comments: int) -> str:
    remarks: list[str] = []
    if tally.changes:
        remarks.append("Tracked changes were taken as accepted.")
    if comments:
        remarks.append(f"{comments} comment{'s' * (comments > 1)} left out.")
    if tally.embedded:
        remarks.append("Documents embedded in it were left out.")
    return " ".join(remarks)


def _children(element: Element | None) -> list[Element]:
    return [] if element is None else list(element)
