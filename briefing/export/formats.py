"""The kinds of file that a memo can leave as; a writer is imported when it is asked for."""

from dataclasses import dataclass, replace
from pathlib import Path

from briefing.errors import ExportError
from briefing.export.house_styles import find_house_style
from briefing.model.export_options import AS_TEMPLATE, ExportOptions
from briefing.model.publication import Publication


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A kind of file: its extension with the dot, and its name."""

    extension: str
    name: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes of a file, the files that go beside it, and what could not be written."""

    data: bytes
    beside: tuple[tuple[str, bytes], ...] = ()
    warnings: tuple[str, ...] = ()


FORMATS = (
    ExportFormat(".docx", "Word document"),
    ExportFormat(".md", "Markdown"),
    ExportFormat(".pdf", "PDF"),
    ExportFormat(".html", "Web page"),
    ExportFormat(".txt", "Plain text"),
)
_ALSO = {".markdown": ".md", ".htm": ".html", ".text": ".txt"}
# What is asked for and not written, and what to do: no library writes OpenDocument from Word, and
# an office program's own files differ from one day to the next.
_INSTEAD = {
    ".odt": "Export to Word, and save that as .odt in LibreOffice.",
    ".doc": "Export to .docx, which Word has read since 2007.",
    ".rtf": "Export to Word, and save that as .rtf there.",
}


def format_of(target: Path) -> ExportFormat:
    """Return the kind of file that a name asks for; ExportError names those there are."""
    extension = target.suffix.lower()
    for kind in FORMATS:
        if kind.extension == _ALSO.get(extension, extension):
            return kind
    if extension in _INSTEAD:
        raise ExportError(f"{target.name} cannot be written. {_INSTEAD[extension]}")
    known = ", ".join(kind.extension for kind in FORMATS)
    raise ExportError(f"{target.name} cannot be written: give it one of the endings {known}.")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a writer finds its data, and what it was asked for."""

    resources: Path
    house_folders: tuple[Path, ...]
    options: ExportOptions = AS_TEMPLATE


def render(
    publication: Publication, kind: ExportFormat, stem: str, around: Surroundings
) -> Rendered:
    """Write a memo as bytes; `stem` is the file's name without its extension.

    The imports stand in the branches because each brings a library of its own (0.1 s a piece).
    """
    match kind.extension:
        case ".docx":
            from briefing.export.docx.document_writer import write_docx  # noqa: PLC0415

            style = around.options.style or find_house_style(
                publication.style, around.house_folders
            )
            publication, told = _with_sound_pictures(publication)
            file = write_docx(publication, style, around.resources)
            return Rendered(file.data, warnings=(*told, *file.warnings))
        case ".pdf":
            from briefing.export.typst_pages import write_pdf  # noqa: PLC0415

            pdf = write_pdf(publication, around.resources)
            return Rendered(pdf.data, warnings=pdf.warnings)
        case ".html":
            from briefing.export.html_file import write_html  # noqa: PLC0415

            publication, told = _with_sound_pictures(publication)
            return Rendered(write_html(publication).encode(), warnings=told)
        case ".txt":
            from briefing.export.plain_text_file import write_plain_text  # noqa: PLC0415

            return Rendered(write_plain_text(publication).encode("utf-8", "replace"))
        case _:
            return _markdown(publication, stem, around.resources)


def _with_sound_pictures(publication: Publication) -> tuple[Publication, tuple[str, ...]]:
    """Return a memo without its damaged pictures, for which their words stand; and name these."""
    if not publication.pictures:
        return publication, ()
    from briefing.export.typst_pictures import left_out, sound  # noqa: PLC0415

    whole = sound(publication.pictures)
    return replace(publication, pictures=whole), left_out(publication.pictures, whole)


def _markdown(publication: Publication, stem: str, resources: Path) -> Rendered:
    from briefing.export.markdown_file import references_name, write_markdown  # noqa: PLC0415
    from briefing.export.publisher_names import PublisherNames  # noqa: PLC0415

    publishers = PublisherNames.read(resources / "standards" / "publishers.json")
    file = write_markdown(publication, stem, publishers)
    beside = list(file.pictures)
    if file.references:
        beside.append((references_name(stem), file.references.encode("utf-8", "replace")))
    if publication.csl:
        beside.append((f"{publication.csl.name}.csl", publication.csl.data))
    return Rendered(file.text.encode("utf-8", "replace"), tuple(beside))
