"""A rich text file (RTF) to an article: as Markdown, tracked changes taken as accepted."""

from collections.abc import Iterator

from briefing.errors import IntakeError
from briefing.intake import field_readers
from briefing.intake.document_article import article_of
from briefing.intake.document_properties import DocumentProperties
from briefing.intake.found_article import FoundArticle
from briefing.intake.markdown_document import MarkdownDocument
from briefing.intake.news_bundle import articles_of_bundle
from briefing.intake.rtf_reader import RtfReader

SIGNATURE = b"{\\rtf"


def read_rtf(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield the article or articles of a rich text file; raises IntakeError where it holds none."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if not start.startswith(SIGNATURE):
        raise IntakeError("It is no rich text (RTF), whatever its name says.")
    reader = RtfReader()
    found = reader.read(data)
    document = MarkdownDocument()
    for block in found:
        document.add(block)
    for number, blocks in enumerate(reader.notes, 1):
        document.add_note(number, blocks)
    draft = article_of(name, document.text(), found, _properties(reader))
    yield from articles_of_bundle(FoundArticle(draft, remark=_remark(reader)))


def _properties(reader: RtfReader) -> DocumentProperties:
    year, month, day = reader.created
    said = reader.said
    return DocumentProperties(
        title=said.get("title", ""),
        authors=said.get("author", ""),
        created=f"{year:04d}-{month:02d}-{day:02d}" if year else "",
        language=field_readers.language(reader.language) or "",
        others=tuple((key, said[key]) for key in ("subject", "keywords") if said.get(key)),
    )


def _remark(reader: RtfReader) -> str:
    remarks: list[str] = []
    if reader.changes:
        remarks.append("Tracked changes were taken as accepted.")
    if reader.comments:
        remarks.append(f"{reader.comments} comment{'s' * (reader.comments > 1)} left out.")
    return " ".join(remarks)
