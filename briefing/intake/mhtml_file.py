"""MHTML, a page with all its parts in one file (RFC 2557), to an article."""

from collections.abc import Iterator

from briefing.intake.found_article import FoundArticle
from briefing.intake.mhtml_parts import mhtml_page
from briefing.intake.web_encoding import decode_page
from briefing.intake.web_page import found_on_page


def read_mhtml(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield the article of the page in the file; raises IntakeError where there is none."""
    page = mhtml_page(data)
    decoded = decode_page(page.data, page.charset)
    yield found_on_page(name, decoded.text, page.url, decoded.remark)
