"""How a memo is to be written out: all that a user can choose, in one record."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from briefing.model.template import NoteStyle


class CommentsKept(StrEnum):
    """Which comments go out in a Word file, as Word comments."""

    NONE = "none"
    FINDINGS = "findings"  # open findings of the checks
    REVIEWERS = "reviewers"  # reviewers' open threads, with the answers to them
    ALL = "all"

    @property
    def has_findings(self) -> bool:
        """Tell whether open findings go out."""
        return self in (CommentsKept.FINDINGS, CommentsKept.ALL)

    @property
    def has_threads(self) -> bool:
        """Tell whether reviewers' open threads go out."""
        return self in (CommentsKept.REVIEWERS, CommentsKept.ALL)


@dataclass(frozen=True, slots=True)
class Waiver:
    """A check that is open and may stay so in a final memo, and why."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What one export is asked for; what is not said is as the memo's template has it.

    `style` is a Word file that gives the house style, and `styles` names its styles by the roles
    that they are to play, where those guessed do not fit; `csl` the name of a shipped citation
    style or the path of a CSL file; `version` and `redline` are numbers of versions (0: the memo
    as it stands, and no redline). `is_final` asks for the release check, which `waivers` may pass
    by.
    """

    notes: NoteStyle | None = None
    style: Path | None = None
    styles: tuple[tuple[str, str], ...] = ()
    csl: str = ""
    version: int = 0
    annex: bool = False
    comments: CommentsKept = CommentsKept.NONE
    redline: int = 0
    is_final: bool = False
    recipients: str = ""
    waivers: tuple[Waiver, ...] = ()


AS_TEMPLATE = ExportOptions()
