"""What the export dialog offers, and what it was left at: kept in the settings, memo by memo."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from briefing.model.export_options import AS_TEMPLATE, CommentsKept, ExportOptions
from briefing.model.ids import Uid
from briefing.model.memo import MemoVersion
from briefing.model.template import NoteStyle
from briefing.settings import Settings

_STATE = "export"
_LAST = "last"
_KEPT = 60  # memos whose last export is remembered


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: what is kept, and what it is called."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ExportOffer:
    """All that there is to choose from; `kinds` are extensions with their dots, and names."""

    kinds: tuple[Choice, ...]
    styles: tuple[Choice, ...] = ()
    citations: tuple[Choice, ...] = ()
    versions: tuple[MemoVersion, ...] = ()
    recipients: str = ""


@dataclass(frozen=True, slots=True)
class LastExport:
    """Where a memo went last and how; a `target` without a folder has not been chosen yet."""

    target: Path
    options: ExportOptions = AS_TEMPLATE
    is_own: bool = False  # of this memo, not only of the one exported last


class ExportMemory:
    """Remembers exports; of a memo that was never exported, how the last other one was."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def recall(self, uid: Uid, slug: str, folder: Path) -> LastExport:
        """Return how the memo was exported last; `folder` serves where none was chosen."""
        state = self._settings.state(_STATE)
        own = _table(state.get(uid))
        found = own or _table(state.get(_LAST))
        path = Path(_text(found, "path"))
        is_usable = bool(path.name) and path.parent.is_dir()
        options = _options(found)
        if own and is_usable:
            return LastExport(path, options, is_own=True)
        suffix = path.suffix or ".docx"
        return LastExport((path.parent if is_usable else folder) / (slug + suffix), options)

    def keep(self, uid: Uid, target: Path, options: ExportOptions) -> None:
        """Remember an export. What belongs to one release alone is not kept."""
        values: dict[str, object] = {
            "path": str(target),
            "notes": options.notes.value if options.notes else "",
            "style": str(options.style) if options.style else "",
            "styles": dict(options.styles),
            "csl": options.csl,
            "annex": options.annex,
            "comments": options.comments.value,
        }
        others = {
            key: value
            for key, value in self._settings.state(_STATE).items()
            if key not in (uid, _LAST)
        }
        for key in list(others)[: max(0, len(others) - _KEPT + 1)]:
            del others[key]
        self._settings.set_state(_STATE, {**others, uid: values, _LAST: values})


def _options(kept: Mapping[str, Any]) -> ExportOptions:
    """Return options from what was kept; what cannot be read any more is as the template says."""
    style = Path(_text(kept, "style"))
    notes = _text(kept, "notes")
    comments = _text(kept, "comments")
    return ExportOptions(
        notes=NoteStyle(notes) if notes in set(NoteStyle) else None,
        style=style if style.name and style.is_file() else None,
        styles=_pairs(kept, "styles"),
        csl=_text(kept, "csl"),
        annex=kept.get("annex") is True,
        comments=CommentsKept(comments) if comments in set(CommentsKept) else CommentsKept.NONE,
    )


def _table(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _pairs(table: Mapping[str, Any], name: str) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in _table(table.get(name)).items() if value)


def _text(table: Mapping[str, Any], name: str) -> str:
    value = table.get(name)
    return value if isinstance(value, str) else ""
