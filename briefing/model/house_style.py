"""A house style looked at: which style plays each role of a memo and why, and what else it does."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class StyleKind(StrEnum):
    """The kinds of style that a Word file has (ECMA-376 part 1, 17.18.83)."""

    PARAGRAPH = "paragraph"
    CHARACTER = "character"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class HouseStyleFile:
    """A Word file that stands ready under a name; `is_own` says it is the user's."""

    name: str
    path: Path
    is_own: bool


@dataclass(frozen=True, slots=True)
class StyleName:
    """A style of a Word file: what it is called there, and what kind of style it is."""

    kind: StyleKind
    name: str


@dataclass(frozen=True, slots=True)
class RoleStyle:
    """What plays one role of a memo: a style by its name, and why that one.

    `role` is what a mapping calls it, `label` what people do. `is_there` is false where the file
    has no such style and one is added; `is_chosen` says that a mapping named it.
    """

    role: str
    label: str
    kind: StyleKind
    style: str
    reason: str
    is_there: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class HouseStyleLook:
    """What a Word file gives a memo; `place` tells where its text goes, `notes` what is lost."""

    file: str
    roles: tuple[RoleStyle, ...]
    styles: tuple[StyleName, ...]
    place: str
    keeps: tuple[str, ...]
    notes: tuple[str, ...]


StyleRoles = tuple[tuple[str, str], ...]  # roles and the names of the styles that play them
