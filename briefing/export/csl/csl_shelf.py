"""The citation styles there are: those that ship, the user's own, or any CSL file."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import ExportError
from briefing.export.csl.csl_style import CslStyle, read_style
from briefing.model.citation_style import CitationStyle

_ENDING = ".csl"
_INDEX = "styles.json"


@dataclass(frozen=True, slots=True)
class CslShelf:
    """Finds styles by name or path; `shipped` has an index, `own` is the user's folder."""

    shipped: Path
    own: Path

    def every(self) -> tuple[CitationStyle, ...]:
        """Return the styles that can be named: those that ship first, then the user's by name."""
        shipped = [CitationStyle(name, title) for name, _, title in self.index()]
        own = [_listed(file) for file in sorted(self.own.glob("*" + _ENDING))]
        return (*shipped, *own)

    def find(self, name: str, beside: Sequence[Path] = ()) -> CslStyle:
        """Return a style by its name or its file; `beside` are folders to look into as well.

        A style that only points to another gives that one. Raises ExportError.
        """
        wanted = name.strip()
        found = self._read(wanted, beside)
        if isinstance(found, CslStyle):
            return found
        parent = self._file(found, beside)
        style = read_style(parent.read_bytes(), found) if parent else None
        if isinstance(style, CslStyle):
            return style
        raise ExportError(
            f"The citation style “{wanted}” only points to the style “{found}”, which is not"
            f" here: put {found}.csl into {self.own}, or name another style."
        )

    def is_ready(self, name: str, style: CslStyle) -> bool:
        """Tell whether a style is found by the name of its file alone, wherever that stands."""
        file = self._file(Path(name.strip()).stem, ())
        return file is not None and read_style(file.read_bytes(), name) == style

    def index(self) -> list[tuple[str, str, str]]:
        """Return the name, file and title of each style that ships."""
        entries = json.loads((self.shipped / _INDEX).read_text(encoding="utf-8"))
        return [(entry["name"], entry["file"], entry["title"]) for entry in entries]

    def _read(self, name: str, beside: Sequence[Path]) -> CslStyle | str:
        file = self._file(name, beside)
        if file is None:
            known = ", ".join(style.name for style in self.every())
            raise ExportError(
                f"There is no citation style “{name}”: name one of {known}, or a CSL file."
            )
        try:
            return read_style(file.read_bytes(), name)
        except OSError as error:
            raise ExportError(f"The citation style {file} cannot be read: {error}.") from error

    def _file(self, name: str, beside: Sequence[Path]) -> Path | None:
        stem = name.removesuffix(_ENDING)
        plain = Path(stem).name + _ENDING
        places = [folder / plain for folder in (self.own, *beside)]
        if name != stem:
            places.insert(0, Path(name).expanduser())
        for known, file, _ in self.index():
            if stem in (known, file.removesuffix(_ENDING)):
                places.append(self.shipped / file)
        return next((place for place in places if place.is_file()), None)


def _listed(file: Path) -> CitationStyle:
    """Return a style of the user's as a list shows it, by its file's name where it is broken."""
    try:
        style = read_style(file.read_bytes(), file.stem)
    except (ExportError, OSError):
        return CitationStyle(file.stem, f"{file.stem} (cannot be read)")
    return CitationStyle(file.stem, style.title if isinstance(style, CslStyle) else file.stem)
