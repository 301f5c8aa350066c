"""Pages of a PDF as pictures."""

import threading
from collections.abc import Generator
from contextlib import closing, contextmanager
from typing import Protocol, cast

from pypdfium2 import PdfDocument  # pyright: ignore[reportMissingTypeStubs]
from pypdfium2.raw import FPDFBitmap_BGRA  # pyright: ignore[reportMissingTypeStubs]

from briefing.model.page import PageImage

_ONE_AT_A_TIME = threading.Lock()  # PDFium is not thread-safe
LARGEST = 12_000  # pixels a side, so that no zoom asks for gigabytes


class _Bitmap(Protocol):
    """What is used of a PdfBitmap, which says nothing of its types itself."""

    width: int
    height: int
    stride: int
    buffer: bytearray

    def close(self) -> None: ...


def draw_page(pdf: bytes, number: int, scale: float) -> PageImage:
    """Draw a page, counted from 1; a scale of 1 is 72 dots an inch. IndexError beyond the last."""
    with _opened(pdf) as document:
        if not 1 <= number <= len(document):
            raise IndexError(number)
        with closing(document[number - 1]) as page:
            longest: float = max(page.get_size())
            drawn = page.render(  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
                scale=min(scale, LARGEST / longest),  # pyright: ignore[reportArgumentType]
                rev_byteorder=True,
                force_bitmap_format=FPDFBitmap_BGRA,
            )
            with closing(cast("_Bitmap", drawn)) as bitmap:
                return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


@contextmanager
def _opened(pdf: bytes) -> Generator[PdfDocument]:
    with _ONE_AT_A_TIME, closing(PdfDocument(pdf)) as document:
        yield document
