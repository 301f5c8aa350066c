"""Styles from elsewhere that memos were sent in, kept to compare what comes back in the same.

That one cannot be kept is no reason not to send.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import ExportError
from briefing.export.atomic_write import write_whole
from briefing.model.export_options import ExportOptions
from briefing.model.house_mark import house_mark
from briefing.model.house_style import StyleRoles
from briefing.model.publication import Publication
from briefing.model.style_mark import csl_mark
from briefing.paths import user_data_dir
from briefing.services.styling import Styling

_SENT = "sent"  # the folders of those that are kept only to compare with


@dataclass(frozen=True, slots=True)
class SentHouse:
    """A Word file that gave a look, and the roles that its styles were told to play."""

    path: Path
    roles: StyleRoles = ()


class SentStyles:
    """Finds styles again by the marks that files carry."""

    def __init__(self) -> None:
        self._houses = user_data_dir() / "docx" / _SENT
        self._csl = user_data_dir() / "csl" / _SENT

    def house_mark(self, publication: Publication, options: ExportOptions) -> str:
        """Return the mark of a look that is not as the template has it, or nothing."""
        file = _house(publication, options)
        return house_mark(file.read_bytes(), options.styles) if file else ""

    def keep(self, publication: Publication, options: ExportOptions) -> None:
        """Keep what a file that comes back is to be compared in, where it does not stand ready."""
        with suppress(OSError, ExportError):
            if file := _house(publication, options):
                self._keep_house(file.read_bytes(), options.styles)
            csl = publication.csl
            if csl and not csl.is_ready and not self.csl(csl_mark(csl)):
                self._csl.mkdir(parents=True, exist_ok=True)
                write_whole(self._csl / f"{csl_mark(csl)}.csl", csl.data)

    def house(self, mark: str) -> SentHouse | None:
        """Return the look that a mark in an exported memo means, if it is here."""
        if not mark:
            return None
        for one in Styling().every():
            if house_mark(one.path.read_bytes()) == mark:
                return SentHouse(one.path)
        sent = self._houses / f"{mark}.docx"
        return SentHouse(sent, _roles(sent.with_suffix(".json"))) if sent.is_file() else None

    def csl(self, mark: str) -> str:
        """Return the place of the citation style that a mark means, or nothing."""
        kept = self._csl / f"{mark}.csl"
        return str(kept) if mark and kept.is_file() else ""

    def _keep_house(self, data: bytes, roles: StyleRoles) -> None:
        mark = house_mark(data, roles)
        if self.house(mark) is None:
            self._houses.mkdir(parents=True, exist_ok=True)
            write_whole(self._houses / f"{mark}.docx", data)
            text = json.dumps([*roles], ensure_ascii=False)
            write_whole(self._houses / f"{mark}.json", text.encode("utf-8", "replace"))


def _house(publication: Publication, options: ExportOptions) -> Path | None:
    """Return the Word file of a look that is not as the template has it, if it is there."""
    if options.style is not None:
        return options.style if options.style.is_file() else None
    return Styling().find(publication.style) if options.styles else None


def _roles(file: Path) -> StyleRoles:
    with suppress(OSError, ValueError):
        return tuple((str(role), str(style)) for role, style in json.loads(file.read_bytes()))
    return ()
