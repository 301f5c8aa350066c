"""Pages of a PDF as pictures."""

import threading

import pypdfium2

from briefing.model.page import PageImage

_ONE_AT_A_TIME = threading.Lock()  # PDFium is not thread-safe
LARGEST = 12_000  # pixels a side, so that no zoom asks for gigabytes


def draw_page(pdf: bytes, number: int, scale: float) -> PageImage:
    """Draw a page, counted from 1; a scale of 1 is 72 dots an inch. IndexError beyond the last."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            if not 1 <= number <= len(document):
                raise IndexError(number)
            page = document[number - 1]
            try:
                longest = max(page.get_size())
                bitmap = page.render(scale=min(scale, LARGEST / longest), rev_byteorder=True)
                try:
                    return _image(bitmap)
                finally:
                    bitmap.close()
            finally:
                page.close()
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()
