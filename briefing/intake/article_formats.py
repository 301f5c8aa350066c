"""The formats that articles can come in: a row of data a format, in the order of the guide."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module

from briefing.intake.found_article import FoundArticle
from briefing.intake.table_choice import TableChoice

MB = 1024 * 1024
TABLES = TableChoice()

Read = Callable[..., Iterable[FoundArticle]]


@dataclass(frozen=True, slots=True)
class Reader:
    """One format, and `module:function` that takes a file's name and bytes and finds articles.

    The function yields FoundArticles, and raises IntakeError, one sentence, where the whole file
    is no article. A heavy reader imports or runs a library that is slow to load or may crash: it
    is called in a worker process only. Where several formats share a suffix, `kinds` are those of
    xml_kinds and json_kinds that the reader takes; the one without any takes the rest. The reader
    of a table is also handed what its columns were said to mean: (mapping, remembered). The parts
    of what `is_folder` are files like those of a folder, and not of one origin.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    function: str
    is_heavy: bool = False
    kinds: tuple[str, ...] = ()
    max_bytes: int = 64 * MB
    is_table: bool = False
    is_folder: bool = False

    def read(self, name: str, data: bytes, tables: TableChoice = TABLES) -> Iterable[FoundArticle]:
        """Return what the file holds; its module is imported here, on first use."""
        module, function = self.function.split(":")
        read: Read = getattr(import_module(module), function)
        if self.is_table:
            return read(name, data, tables.mapping, tables.remembered)
        return read(name, data)


READERS = (
    Reader(
        "Markdown",
        (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdtxt", ".mmd", ".qmd", ".rmd"),
        "text/markdown",
        "briefing.intake.text_article:read_markdown",
        max_bytes=16 * MB,
    ),
    Reader(
        "plain text",
        (".txt", ".text"),
        "text/plain",
        "briefing.intake.text_article:read_plain",
        max_bytes=16 * MB,
    ),
    Reader(
        "web page",
        (".html", ".htm", ".xhtml", ".xht", ".shtml"),
        "text/html",
        "briefing.intake.web_page:read_web_page",
        is_heavy=True,
    ),
    Reader(
        "web archive",
        (".mhtml", ".mht"),
        "multipart/related",
        "briefing.intake.mhtml_file:read_mhtml",
        is_heavy=True,
    ),
    Reader(
        "mail",
        (".eml", ".emlx"),
        "message/rfc822",
        "briefing.intake.mail_file:read_mail",
        is_heavy=True,
    ),
    Reader(
        "Outlook message",
        (".msg",),
        "application/vnd.ms-outlook",
        "briefing.intake.outlook_file:read_outlook",
        is_heavy=True,
    ),
    Reader(
        "mailbox",
        (".mbox", ".mbx"),
        "application/mbox",
        "briefing.intake.mbox_file:read_mbox",
        is_heavy=True,
        max_bytes=512 * MB,
    ),
    Reader(
        "ZIP",
        (".zip",),
        "application/zip",
        "briefing.intake.zip_file:read_zip",
        is_heavy=True,
        max_bytes=512 * MB,
        is_folder=True,
    ),
    Reader(
        "RSS and Atom",
        (".rss", ".atom", ".xml", ".rdf"),
        "application/rss+xml",
        "briefing.intake.feed_file:read_feed",
        is_heavy=True,
        kinds=("rss", "atom"),
    ),
    Reader(
        "JSON Feed",
        (".json",),
        "application/feed+json",
        "briefing.intake.json_feed:read_json_feed",
        is_heavy=True,
        kinds=("jsonfeed",),
    ),
    Reader(
        "OPML",
        (".opml", ".xml"),
        "text/x-opml",
        "briefing.intake.opml_file:read_opml",
        is_heavy=True,
        kinds=("opml",),
    ),
    Reader(
        "PDF",
        (".pdf",),
        "application/pdf",
        "briefing.intake.pdf_article:read_pdf",
        is_heavy=True,
        max_bytes=256 * MB,
    ),
    Reader(
        "Word",
        (".docx", ".docm"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "briefing.intake.word_article:read_docx",
        is_heavy=True,
    ),
    Reader(
        "OpenDocument text",
        (".odt", ".fodt"),
        "application/vnd.oasis.opendocument.text",
        "briefing.intake.odt_article:read_odt",
        is_heavy=True,
    ),
    Reader(
        "rich text",
        (".rtf",),
        "application/rtf",
        "briefing.intake.rtf_article:read_rtf",
        is_heavy=True,
    ),
    Reader(
        "old Word",
        (".doc",),
        "application/msword",
        "briefing.intake.word_article:read_old_word",
        is_heavy=True,
    ),
    Reader(
        "RIS",
        (".ris",),
        "application/x-research-info-systems",
        "briefing.intake.ris_file:read_ris",
        is_heavy=True,
    ),
    Reader(
        "BibTeX",
        (".bib", ".bibtex"),
        "application/x-bibtex",
        "briefing.intake.bibtex_file:read_bibtex",
        is_heavy=True,
    ),
    Reader(
        "MEDLINE",
        (".nbib", ".medline"),
        "application/nbib",
        "briefing.intake.medline_file:read_nbib",
        is_heavy=True,
    ),
    Reader(
        "Web of Science",
        (".isi", ".ciw"),
        "application/x-isi-export",
        "briefing.intake.medline_file:read_isi",
        is_heavy=True,
    ),
    Reader(
        "EndNote import",
        (".enw",),
        "application/x-endnote-refer",
        "briefing.intake.refer_file:read_refer",
        is_heavy=True,
    ),
    Reader(
        "EndNote XML",
        (".xml",),
        "application/xml",
        "briefing.intake.endnote_xml:read_endnote_xml",
        is_heavy=True,
        kinds=("endnote",),
    ),
    Reader(
        "Zotero RDF",
        (".rdf", ".xml"),
        "application/rdf+xml",
        "briefing.intake.zotero_rdf:read_zotero_rdf",
        is_heavy=True,
        kinds=("zotero-rdf",),
    ),
    Reader(
        "Zotero JSON",
        (".json",),
        "application/json",
        "briefing.intake.zotero_json:read_zotero_json",
        is_heavy=True,
        kinds=("zotero-json",),
    ),
    Reader(
        "CSL-JSON",
        (".json", ".csljson"),
        "application/vnd.citationstyles.csl+json",
        "briefing.intake.csl_records:read_csl",
        is_heavy=True,
        kinds=("csl",),
    ),
    Reader(
        "table",
        (".csv", ".tsv", ".tab", ".jsonl", ".ndjson", ".jsonlines", ".json"),
        "text/csv",
        "briefing.intake.table_file:read_table",
        is_heavy=True,
        is_table=True,
    ),
)
