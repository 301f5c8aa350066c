"""The styles in which a memo's citations can be worded: the house's own notes, or any of CSL."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import ExportError
from briefing.export.atomic_write import write_whole
from briefing.export.bibliography import Bibliography
from briefing.export.numbering import Numbered, Resolve, number_notes
from briefing.export.publisher_names import PublisherNames
from briefing.model.article import Article
from briefing.model.block import Document
from briefing.model.citation_style import CitationStyle, CslFile
from briefing.model.memo import Memo
from briefing.model.template import NO_SOURCES, YES, Template
from briefing.paths import resources_dir, user_data_dir
from briefing.services.dictionaries import is_english_word
from briefing.services.source_lists import lists_in

if TYPE_CHECKING:
    from briefing.export.csl.csl_shelf import CslShelf
    from briefing.export.csl.csl_style import CslStyle

FOLDER = "csl"
_NO_LIST = (
    "Sources are named in the text, and the memo has no list of them: add a block"
    " “::: {.sources}” and “:::” at its end."
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A memo's citations worded, and the style's file where it is one of CSL."""

    numbered: Numbered
    file: CslFile | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CitingWish:
    """How a memo is to be cited: `asked` for this once, or in the memo's or template's `own` style.

    `has_ratings`: each source is told with its kind and its Admiralty rating. `has_list`: sources
    are listed where the memo has a place for it.
    """

    language: str
    asked: str = ""
    own: str = ""
    has_ratings: bool = False
    has_list: bool = True


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

    def add(self, file: Path) -> CitationStyle:
        """Keep a CSL file among the user's own styles; ExportError where it cannot be used."""
        style = _shelf().find(str(file))
        kept = user_data_dir() / FOLDER / f"{file.stem}.csl"
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_whole(kept, style.data)
        return CitationStyle(kept.stem, style.title)

    def cited(
        self,
        document: Document,
        resolve: Resolve,
        wish: CitingWish,
        further: Sequence[Article] = (),
    ) -> Cited:
        """Return a document with its citations in the style asked for, else the memo's own.

        `further` are listed though they may not be cited. ExportError where the style asked for
        cannot be used; one that the memo names in vain becomes a warning, and the notes are in
        the house's style.
        """
        house = Bibliography(self._publishers, wish.language, has_ratings=wish.has_ratings)
        ask = _Asked(document, resolve, further, house)
        if wish.asked or not wish.own:
            return self._worded(ask, wish.asked, wish)
        try:
            return self._worded(ask, wish.own, wish)
        except ExportError as error:
            return Cited(ask.by_house(), warnings=(f"{error} Notes are in the house's style.",))

    def _worded(self, ask: "_Asked", name: str, wish: CitingWish) -> Cited:
        if not name:
            return Cited(ask.by_house())
        # lxml and typst take 0.1 s to import, for which a memo without a style need not wait
        from briefing.export.csl.csl_wording import CslWording  # noqa: PLC0415
        from briefing.export.csl.style_citing import cite_by_style  # noqa: PLC0415

        style = _shelf().find(name)
        wording = CslWording(style, wish.language, self._publishers, is_english_word)
        numbered = cite_by_style(ask.document, ask.resolve, wording, ask.house, ask.further)
        is_missed = wish.has_list and numbered.sources and _wants_list(style, ask.document)
        file = CslFile(Path(name).stem, style.data, _shelf().is_ready(name, style))
        return Cited(numbered, file, (_NO_LIST,) if is_missed else ())


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be cited, and the house's own words for it."""

    document: Document
    resolve: Resolve
    further: Sequence[Article]
    house: Bibliography

    def by_house(self) -> Numbered:
        return number_notes(self.document, self.resolve, self.house, self.further)


def _wants_list(style: "CslStyle", document: Document) -> bool:
    """Say whether readers are sent to a list of sources that the memo does not have."""
    if style.is_note or not style.has_bibliography:
        return False
    return not any(lists_in(document))


def _shelf() -> "CslShelf":
    from briefing.export.csl.csl_shelf import CslShelf  # noqa: PLC0415 - lxml takes 37 ms

    return CslShelf(resources_dir() / FOLDER, user_data_dir() / FOLDER)


def citing_wish(memo: Memo, template: Template | None, asked: str, language: str) -> CitingWish:
    """Return how a memo is to be cited; its own fields go before its template's."""
    ratings = memo.field("ratings").strip().lower()
    lists = memo.field("sources").strip().lower() or (template.sources if template else "")
    return CitingWish(
        language,
        asked,
        own=memo.field("csl").strip() or (template.csl if template else ""),
        has_ratings=ratings in YES if ratings else bool(template and template.has_ratings),
        has_list=lists != NO_SOURCES,
    )
