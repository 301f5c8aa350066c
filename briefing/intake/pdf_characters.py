"""Characters and their places out of PDFium, gathered into runs; worker processes only."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol, cast

from pypdfium2 import PdfDocument, PdfPage, PdfTextPage, raw  # pyright: ignore[reportMissingTypeStubs]

from briefing.intake.pdf_segment import HYPHEN, PageText, Segment

MAX_CHARACTERS = 200_000  # on one page; beyond, the page is read no further
_MAX_ANNOTATIONS = 5_000  # that are looked at on a page
_TYPED = {3, 20}  # free text, a form's field (fpdf_annot.h)
_AS_SHOWN = 0  # FLAT_NORMALDISPLAY (fpdf_flatten.h)
_WIDE = 1.1  # heights: a gap as wide parts two columns or cells
_LEANING = 5  # degrees: what leans less is upright
_SAMPLED = 200  # characters that tell which way up a page is
_BOLD_NAME = re.compile(r"bold|black|heavy|demi|[-,]bd\b", re.IGNORECASE)
_BOLD_WEIGHT = 600
_NAME_BYTES = 256
_SOFT_HYPHENS = {0x02, 0xAD, 0xFFFE}
_SPACES = {0x20, 0x09, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000}
_ENDS = {0x0A, 0x0D}
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class _Box(Protocol):
    left: float
    right: float
    bottom: float
    top: float


class _Matrix(Protocol):
    a: float
    b: float
    c: float
    d: float


class _Pdfium(Protocol):
    """What is used of PDFium (fpdf_text.h, fpdf_annot.h …), which says nothing of its types."""

    def FS_RECTF(self) -> _Box: ...  # noqa: N802
    def FS_MATRIX(self) -> _Matrix: ...  # noqa: N802
    def FPDFText_GetUnicode(self, page: object, index: int) -> int: ...  # noqa: N802
    def FPDFText_GetLooseCharBox(self, page: object, index: int, box: _Box) -> int: ...  # noqa: N802
    def FPDFText_GetMatrix(self, page: object, index: int, _matrix: _Matrix) -> int: ...  # noqa: N802
    def FPDFText_GetCharOrigin(  # noqa: N802
        self, page: object, index: int, across: ctypes.c_double, up: ctypes.c_double
    ) -> int: ...
    def FPDFText_GetCharAngle(self, page: object, index: int) -> float: ...  # noqa: N802
    def FPDFText_GetFontSize(self, page: object, index: int) -> float: ...  # noqa: N802
    def FPDFText_GetFontWeight(self, page: object, index: int) -> int: ...  # noqa: N802
    def FPDFText_GetFontInfo(  # noqa: N802
        self, page: object, index: int, name: object, size: int, flags: object
    ) -> int: ...
    def FPDFPage_GetAnnotCount(self, page: object) -> int: ...  # noqa: N802
    def FPDFPage_GetAnnot(self, page: object, index: int) -> object: ...  # noqa: N802
    def FPDFAnnot_GetSubtype(self, annotation: object) -> int: ...  # noqa: N802
    def FPDFPage_CloseAnnot(self, annotation: object) -> None: ...  # noqa: N802
    def FPDFPage_Flatten(self, page: object, use: int) -> int: ...  # noqa: N802


_PDFIUM = cast("_Pdfium", raw)
_Bounds = tuple[float, float, float, float]


@dataclass(slots=True)
class _Run:
    """A segment that is still growing."""

    first: int
    chars: list[str]
    left: float
    right: float
    top: float
    bottom: float
    last_left: float  # of its last character
    last_right: float
    final: int  # and its place in the file
    has_space: bool = False
    is_askew: bool = False

    def take(self, index: int, char: str, box: _Bounds) -> bool:
        """Add a character that goes on on this line without a wide gap; return whether it does."""
        left, right, top, bottom = box
        height = self.bottom - self.top
        is_alike = top == self.top and bottom == self.bottom
        if not (is_alike and 0 <= left - self.last_right < height):  # the usual case is quick
            if not self._reaches(left, right, top, bottom):
                return False
            char = _raised(char, top, bottom, self)
            if bottom - top > height:
                self.top, self.bottom = top, bottom
            self.left = min(self.left, left)
        if self.has_space:
            self.chars.append(" ")
            self.has_space = False
        self.chars.append(char)
        self.right = max(self.right, right)
        self.last_left, self.last_right, self.final = left, right, index
        return True

    def _reaches(self, left: float, right: float, top: float, bottom: float) -> bool:
        height = min(self.bottom - self.top, bottom - top)
        shared = min(self.bottom, bottom) - max(self.top, top)
        gap = max(left - self.last_right, self.last_left - right)
        return shared > 0.3 * height and gap < _WIDE * max(self.bottom - self.top, bottom - top)


def page_text(document: PdfDocument, index: int) -> PageText:
    """Return the text of a page, counted from 0, with its places; PdfiumError if it is broken."""
    with closing(_page(document, index)) as page, closing(page.get_textpage()) as text:
        shown = page.get_cropbox() or (0.0, 0.0, *page.get_size())
        reader = _PageReader(text, shown)
        segments = tuple(reader.segments())
        raw_text = text.get_text_range() if segments else ""
        label = document.get_page_label(index)  # pyright: ignore[reportUnknownMemberType]
    upright = tuple(one for one in segments if one.top < reader.height)
    asides = tuple(one for one in segments if one.top >= reader.height)
    return PageText(index + 1, label, reader.height, upright, asides, raw_text, reader.unmapped)


def _page(document: PdfDocument, index: int) -> PdfPage:
    """Return a page, what was filled into its form or typed onto it made a part of it.

    That is done in memory only, where there is any: such a page is loaded again.
    """
    page = document[index]
    handle = cast("object", page.raw)  # pyright: ignore[reportUnknownMemberType]
    if any(kind in _TYPED for kind in _annotations(handle)):
        _PDFIUM.FPDFPage_Flatten(handle, _AS_SHOWN)
        page.close()
        page = document[index]
    return page


def _annotations(page: object) -> Iterator[int]:
    """Yield the kinds of what was put onto a page."""
    for number in range(min(_PDFIUM.FPDFPage_GetAnnotCount(page), _MAX_ANNOTATIONS)):
        annotation = _PDFIUM.FPDFPage_GetAnnot(page, number)
        if annotation:
            yield _PDFIUM.FPDFAnnot_GetSubtype(annotation)
            _PDFIUM.FPDFPage_CloseAnnot(annotation)


class _PageReader:
    """Reads the characters of one page in the order of the file.

    The page is turned so that most of its text is upright, whatever way it is to be held. What
    stands at another angle (a stamp, a label of an axis) is put below the page, line by line.
    """

    def __init__(self, text: PdfTextPage, shown: _Bounds) -> None:
        self._page: object = text.raw
        self._count = min(text.count_chars(), MAX_CHARACTERS)
        self._shown = shown
        self._turned = self._most_common_turn()
        sides = (shown[2] - shown[0], shown[3] - shown[1])
        self._width, self.height = sides if self._turned % 180 == 0 else sides[::-1]
        self._box, self._matrix = _PDFIUM.FS_RECTF(), _PDFIUM.FS_MATRIX()
        self.unmapped = 0

    def segments(self) -> Iterator[Segment]:
        """Yield the runs of the page."""
        order = 0
        for run in self._runs():
            if not run.is_askew and self._is_off_the_page(run):
                continue
            size, is_bold = self._font(run.first)
            is_bold = is_bold and self._font(run.final)[1]
            size = size or run.bottom - run.top
            place = (run.left, run.right, run.top, run.bottom)
            base = self._base(run.first, run.bottom)
            if run.is_askew:
                place, base = (
                    (0.0, self._width, self.height, self.height + size),
                    self.height + size,
                )
            text = "".join(run.chars) + " " * run.has_space
            yield Segment(text, *place, base, size, is_bold, order)
            order += 1

    def _most_common_turn(self) -> int:
        step = max(1, self._count // _SAMPLED)
        turns = Counter(
            self._turn(index)
            for index in range(0, self._count, step)
            if _PDFIUM.FPDFText_GetUnicode(self._page, index) > 0x20
        )
        most = turns.most_common(1)
        return most[0][0] if most and most[0][0] in {0, 90, 180, 270} else 0

    def _turn(self, index: int) -> int:
        """Return by how many degrees, clockwise, the page is to be turned for a character."""
        return round(-math.degrees(_PDFIUM.FPDFText_GetCharAngle(self._page, index))) % 360

    def _leans(self, index: int) -> bool:
        lean = abs(self._turn(index) - self._turned)
        return min(lean, 360 - lean) > _LEANING

    def _is_off_the_page(self, run: _Run) -> bool:
        """Return whether nobody who looks at the page sees it: a printer's mark, or worse."""
        return not (run.right > 0 and run.left < self._width) or not (
            run.bottom > 0 and run.top < self.height
        )

    def _runs(self) -> Iterator[_Run]:
        code_at = _PDFIUM.FPDFText_GetUnicode
        run: _Run | None = None
        for index in range(self._count):
            code = code_at(self._page, index)
            if code in _SPACES:
                if run:
                    run.has_space = True
                continue
            if code in _ENDS:
                if run:
                    yield run
                run = None
                continue
            char = chr(code) if 0x20 < code < 0xAD else self._char(code)
            box = self._place(index)
            if not char or box is None or (run and self._goes_on(run, index, char, box)):
                continue
            if run:
                yield run
            is_askew = self._leans(index)
            run = _Run(index, [char], *box, box[0], box[1], index, is_askew=is_askew)
        if run:
            yield run

    def _goes_on(self, run: _Run, index: int, char: str, box: _Bounds) -> bool:
        if not run.is_askew:
            return run.take(index, char, box)
        is_askew = self._leans(index)
        if is_askew:
            run.chars.append(f" {char}" if run.has_space else char)
            run.has_space, run.final = False, index
        return is_askew

    def _char(self, code: int) -> str:
        if code in _SOFT_HYPHENS:
            return HYPHEN
        if code < 0x20 or code == 0xFFFD or 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF:
            self.unmapped += 1
            return "•" if code in {0xF0B7, 0xF0A7} else ""  # bullets of Symbol and Wingdings
        return chr(code) if code <= 0x10FFFF else ""

    def _place(self, index: int) -> _Bounds | None:
        """Return left, right, top and bottom as the page is shown; None where it is off it."""
        box = self._box
        if not _PDFIUM.FPDFText_GetLooseCharBox(self._page, index, box):
            return None
        left, right, bottom, top = box.left, box.right, box.bottom, box.top
        first, low, last, high = self._shown
        if not self._turned:
            return left - first, right - first, high - top, high - bottom
        if self._turned == 90:
            return bottom - low, top - low, left - first, right - first
        if self._turned == 180:
            return last - right, last - left, bottom - low, top - low
        return high - top, high - bottom, last - right, last - left

    def _base(self, index: int, otherwise: float) -> float:
        """Return the height at which a character stands on its line."""
        across, up = ctypes.c_double(), ctypes.c_double()
        if not _PDFIUM.FPDFText_GetCharOrigin(self._page, index, across, up):
            return otherwise
        first, low, last, high = self._shown
        heights = {90: across.value - first, 180: up.value - low, 270: last - across.value}
        return heights.get(self._turned, high - up.value)

    def _font(self, index: int) -> tuple[float, bool]:
        """Return the size in points of a character, and whether it is bold."""
        size = _PDFIUM.FPDFText_GetFontSize(self._page, index)
        if _PDFIUM.FPDFText_GetMatrix(self._page, index, self._matrix):
            size *= math.hypot(self._matrix.b, self._matrix.d)
        if _PDFIUM.FPDFText_GetFontWeight(self._page, index) >= _BOLD_WEIGHT:
            return size, True
        name = ctypes.create_string_buffer(_NAME_BYTES)
        flags = ctypes.c_int()
        _PDFIUM.FPDFText_GetFontInfo(self._page, index, name, _NAME_BYTES, ctypes.byref(flags))
        return size, bool(_BOLD_NAME.search(name.value.decode("utf-8", errors="replace")))


def _raised(char: str, top: float, bottom: float, run: _Run) -> str:
    """Return a figure as a superscript where it is small and stands high: a note's number."""
    height = run.bottom - run.top
    is_small = bottom - top < 0.8 * height
    is_high = bottom < run.bottom - 0.25 * height
    return char.translate(_SUPERSCRIPTS) if is_small and is_high and char.isdecimal() else char
