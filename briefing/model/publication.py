"""A memo ready to be written: lookups filled in, citations numbered, notes and sources worded."""

from dataclasses import dataclass

from briefing.model.article import Article
from briefing.model.block import Block, Inlines
from briefing.model.citation_style import CslFile
from briefing.model.fact import Fact
from briefing.model.picture import Picture
from briefing.model.template import NoteStyle


@dataclass(frozen=True, slots=True)
class PublishedNote:
    """A numbered note: what it says, line by line (a citation is one paragraph of inlines).

    `blocks` say the same where the author's own note holds more than paragraphs.
    """

    number: int
    paragraphs: tuple[Inlines, ...]
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """What every writer reads.

    In `blocks` no Citation is left: each became a NoteMark whose label is its note's number as
    text (`"3"`), and so did the author's own footnotes. `heading` is the template's title,
    `fields` are (label, value) in the order of the template. `markdown` is the body as pandoc
    reads it, with facts looked up and fact citations turned into those of their articles, each
    with a mark of the facts that it stood for (text.fact_marks).
    """

    heading: str
    subject: str
    fields: tuple[tuple[str, str], ...]
    front_matter: tuple[tuple[str, str], ...]
    marking: str
    language: str
    note_style: NoteStyle
    blocks: tuple[Block, ...]
    notes: tuple[PublishedNote, ...]
    sources: tuple[Article, ...]
    markdown: str
    template: str = ""
    style: str = "memo"
    mark: str = ""  # by which a Word file of it is known again (model.memo_mark)
    styles: tuple[tuple[str, str], ...] = ()  # roles and the house style's names for them
    house_mark: str = ""  # of a house style that is not the template's
    further: tuple[Article, ...] = ()  # those that a list of sources has beside `sources`
    facts: tuple[Fact, ...] = ()  # those that were cited or looked up, in their order
    pictures: tuple[Picture, ...] = ()  # those of the library that the text names
    csl: CslFile | None = None  # the citation style, where it is not the house's own
    warnings: tuple[str, ...] = ()  # what could not be looked up or resolved
