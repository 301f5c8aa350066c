"""A memo as pages: typst lays them out, offline and in memory, as a PDF with the blocks' places."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import typst

from briefing.errors import ExportError
from briefing.export.typst_pictures import UndrawnPictureError, drawable, left_out
from briefing.export.typst_source import typst_source
from briefing.model.block import Span
from briefing.model.page import Pages, Place
from briefing.model.picture import Picture
from briefing.model.publication import Publication

# Both at once if it can be; typst takes no PDF/A-4 together with PDF/UA-1, whose PDF is 1.7.
_Standards = list[Literal["ua-1", "a-2a"]]
_STANDARDS: tuple[_Standards, ...] = (["ua-1", "a-2a"], ["ua-1"], ["a-2a"], [])
_NAMES = {"ua-1": "PDF/UA-1 (accessible)", "a-2a": "PDF/A-2a (for archives)"}
_KEPT = 2  # layouts; one is some 100 kB
_BLOCK = 4  # values of a block's place: start, end, page, points from the top


@dataclass(frozen=True, slots=True)
class WrittenPdf:
    """The bytes, and what kept the file from meeting a standard."""

    data: bytes
    warnings: tuple[str, ...] = ()


def write_pdf(publication: Publication, resources: Path) -> WrittenPdf:
    """Return a memo as a tagged PDF, accessible (PDF/UA-1) and for the archive (PDF/A-2a) at once.

    Where the memo itself stands in the way, as a picture without words does, it meets what it can
    of the two, and a warning says why not both. The same publication gives the same bytes.
    """
    try:
        return _written(publication, resources)
    except UndrawnPictureError:
        drawn = _drawn(publication)
        written = _written(drawn, resources)
        told = left_out(publication.pictures, drawn.pictures)
        return WrittenPdf(written.data, (*told, *written.warnings))


def _written(publication: Publication, resources: Path) -> WrittenPdf:
    fonts = fonts_in(resources / "fonts")
    source = _source(publication, resources)
    with TemporaryDirectory(prefix="briefing-pages-") as folder, _told():
        file = _put(source, publication.pictures, Path(folder))
        reason = ""
        for standards in _STANDARDS:
            try:
                data = typst.compile(
                    file,
                    root=Path(folder),
                    format="pdf",
                    font_paths=fonts,
                    pdf_standards=[*standards],
                )
            except typst.TypstError as error:
                if not standards or not _is_of_standard(error):
                    raise
                reason = reason or _reason(error)
            else:
                return WrittenPdf(data, _unmet(standards, reason))
    raise AssertionError("typst wrote no PDF though no standard was asked for")


def _is_of_standard(error: typst.TypstError) -> bool:
    return "PDF/" in str(error)


def _reason(error: typst.TypstError) -> str:
    """Return what typst says behind `PDF/UA-1 error: `."""
    return " ".join(str(error).split()).partition(" error: ")[2].rstrip(".")


def _unmet(standards: _Standards, reason: str) -> tuple[str, ...]:
    """Say which standard a file does not meet, and why."""
    unmet = [name for standard, name in _NAMES.items() if standard not in standards]
    return (f"The PDF is not {' and not '.join(unmet)}: {reason}.",) if unmet else ()


def lay_out(publication: Publication, resources: Path) -> Pages:
    """Return a memo's pages with the place of each block; may run on any thread."""
    fonts = resources / "fonts"
    try:
        return _laid_out(_source(publication, resources), publication.pictures, fonts)
    except UndrawnPictureError:
        drawn = _drawn(publication)
        return _laid_out(_source(drawn, resources), drawn.pictures, fonts)


def _drawn(publication: Publication) -> Publication:
    """Return a memo without the pictures that cannot be drawn: their words stand for them."""
    return replace(publication, pictures=drawable(publication.pictures))


@lru_cache(maxsize=_KEPT)
def _laid_out(source: bytes, pictures: tuple[Picture, ...], fonts: Path) -> Pages:
    """Lay pages out; those of the last sources are kept: preview and checks ask for the same.

    The source goes through a file: typst's compiler keeps what it laid out between two
    questions only where it can read its source again.
    """
    with TemporaryDirectory(prefix="briefing-pages-") as folder:
        file = _put(source, pictures, Path(folder))
        compiler = typst.Compiler(file, root=Path(folder), font_paths=fonts_in(fonts))
        with _told():
            pdf = compiler.compile(format="pdf")
            answer = compiler.query("<place>", field="value")
    if not isinstance(pdf, bytes):
        raise TypeError(type(pdf))  # a PDF is one file, whatever its pages
    values: list[list[float]] = json.loads(answer)
    places = tuple(
        Place(Span(int(value[0]), int(value[1])), int(value[2]), value[3])
        for value in values
        if len(value) == _BLOCK
    )
    return Pages(pdf, int(values[-1][0]), places)


@contextmanager
def _told() -> Generator[None]:
    """Turn what typst does not take into an ExportError of one sentence."""
    try:
        yield
    except typst.TypstError as error:
        words = " ".join(str(error).split()).rstrip(".")
        kind = UndrawnPictureError if "image" in words else ExportError
        raise kind(
            f"The pages cannot be laid out: {words}. Export to Word, or change what was written"
            " last."
        ) from error


def _put(source: bytes, pictures: tuple[Picture, ...], folder: Path) -> Path:
    """Write the source and the pictures beside it; return the source's file."""
    for picture in pictures:
        (folder / picture.file_name).write_bytes(picture.data)
    file = folder / "memo.typ"
    file.write_bytes(source)
    return file


def _source(publication: Publication, resources: Path) -> bytes:
    folder = resources / "docx"
    look = folder / f"{publication.style}.typ"
    if not look.is_file():
        look = folder / "memo.typ"
    return typst_source(publication, look.read_text(encoding="utf-8")).encode()


@cache
def fonts_in(folder: Path) -> typst.Fonts:
    """Read the fonts once: ours, and the system's for scripts that ours lack."""
    return typst.Fonts(include_system_fonts=True, font_paths=[folder])
