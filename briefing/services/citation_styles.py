"""The styles in which a memo's citations can be worded: the house's own notes, or any of CSL."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.export.bibliography import Bibliography
from briefing.export.numbering import Numbered, Resolve, number_notes
from briefing.export.publisher_names import PublisherNames
from briefing.model.block import Document
from briefing.model.citation_style import CitationStyle, CslFile
from briefing.paths import resources_dir, user_data_dir

if TYPE_CHECKING:
    from briefing.export.csl.csl_shelf import CslShelf

FOLDER = "csl"


@dataclass(frozen=True, slots=True)
class Cited:
    """A memo's citations worded, and the style's file where it is one of CSL."""

    numbered: Numbered
    file: CslFile | None = None
    warnings: tuple[str, ...] = ()


class CitationStyles:
    """Knows the styles that ship and the user's own, and words citations by them.

    Where no style is named the notes are worded by `Bibliography`, which needs no engine: a memo
    of two hundred pages is on paper before one of CSL's styles is read.
    """

    def __init__(self, publishers: PublisherNames) -> None:
        self._publishers = publishers

    def every(self) -> tuple[CitationStyle, ...]:
        """Return the styles that can be named, those that ship first."""
        return _shelf().every()

    def cited(self, document: Document, resolve: Resolve, name: str, language: str) -> Cited:
        """Return a document with its citations in a style; ExportError where it cannot be used."""
        house = Bibliography(self._publishers, language)
        if not name:
            return Cited(number_notes(document, resolve, house))
        # lxml and typst take 0.1 s to import, for which a memo without a style need not wait
        from briefing.export.csl.csl_wording import CslWording  # noqa: PLC0415
        from briefing.export.csl.style_citing import cite_by_style  # noqa: PLC0415

        style = _shelf().find(name)
        wording = CslWording(style, language, self._publishers)
        numbered = cite_by_style(document, resolve, wording, house)
        return Cited(numbered, CslFile(Path(name).stem, style.data))


def _shelf() -> "CslShelf":
    from briefing.export.csl.csl_shelf import CslShelf  # noqa: PLC0415 - lxml takes 37 ms

    return CslShelf(resources_dir() / FOLDER, user_data_dir() / FOLDER)
