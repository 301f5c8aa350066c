"""A memo template: its sections, what each asks for, its limits and its house style."""

from dataclasses import dataclass
from enum import StrEnum

NO_SOURCES = "none"  # of `sources`: no list of them, wherever the text has a place for one
YES = frozenset({"yes", "true", "on"})  # as front matter says it


class NoteStyle(StrEnum):
    """Where a memo's notes stand (ECMA-376 part 1, 17.11)."""

    FOOTNOTES = "footnotes"
    ENDNOTES = "endnotes"


class FieldType(StrEnum):
    """What a front matter field holds."""

    TEXT = "text"
    PERSON = "person"
    DATE = "date"
    CHOICE = "choice"
    MARKING = "marking"


@dataclass(frozen=True, slots=True)
class TemplateField:
    """One field of the memo's front matter."""

    name: str
    label: str
    type: FieldType = FieldType.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its heading, the guidance for it, its limit in words, its default text.

    `condition` names fields and the values with which the section is there; none is always met.
    """

    title: str
    level: int = 2
    required: bool = False
    words: int | None = None
    guidance: str = ""
    text: str = ""
    condition: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A memo skeleton read from a Markdown file; `scale` names its scale of likelihood."""

    name: str
    title: str
    description: str = ""
    follows: str = ""
    pages: int | None = None
    words: int | None = None
    notes: NoteStyle = NoteStyle.FOOTNOTES
    style: str = "memo"
    has_ratings: bool = False  # sources are told with their kinds and Admiralty ratings
    csl: str = ""  # the style of citations; the house's own notes where none is named
    sources: str = ""  # NO_SOURCES, or nothing
    styles: tuple[tuple[str, str], ...] = ()  # roles and the house style's names for them
    fields: tuple[TemplateField, ...] = ()
    sections: tuple[Section, ...] = ()
    checks: tuple[str, ...] = ()
    scale: str = ""
