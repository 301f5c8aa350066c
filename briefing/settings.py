"""What the user chose and where the window was left: one JSON file, read at start."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

_MOST_RECENT = 8


class Settings:
    """The settings file. `save` writes what changed; a file that cannot be read starts afresh.

    Nothing of a library's content stands here: only paths, sizes and choices.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._values = _read(path)
        self._is_dirty = False

    # ---- looks ----

    @property
    def theme(self) -> str:
        """Return `system`, `light` or `dark`."""
        value = self._text("theme")
        return value if value in {"light", "dark"} else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self._put("theme", value)

    @property
    def text_size(self) -> int:
        """Return the text size in per cent."""
        value = self._values.get("text_size")
        return value if isinstance(value, int) and not isinstance(value, bool) else 100

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._put("text_size", value)

    # ---- places ----

    @property
    def default_folder(self) -> Path:
        """Return where file dialogs begin: the chosen folder, else the user's documents."""
        chosen = self._text("default_folder")
        if chosen and Path(chosen).is_dir():
            return Path(chosen)
        documents = Path.home() / "Documents"
        return documents if documents.is_dir() else Path.home()

    @default_folder.setter
    def default_folder(self, value: Path) -> None:
        self._put("default_folder", str(value))

    @property
    def recent_libraries(self) -> tuple[Path, ...]:
        """Return the libraries opened last that still exist, the latest first."""
        found = self._values.get("recent_libraries")
        names = cast("list[Any]", found) if isinstance(found, list) else []
        paths = [Path(name) for name in names if isinstance(name, str)]
        return tuple(path for path in paths if path.is_file())[:_MOST_RECENT]

    def add_recent_library(self, path: Path) -> None:
        """Put a library first in the list."""
        others = [str(known) for known in self.recent_libraries if known != path]
        self._put("recent_libraries", [str(path), *others][:_MOST_RECENT])

    def remove_recent_library(self, path: Path) -> None:
        """Take a library off the list; the file stays."""
        others = [str(known) for known in self.recent_libraries if known != path]
        self._put("recent_libraries", others)

    @property
    def opens_last_library(self) -> bool:
        """Return whether the window begins with the library that was open last."""
        return self._values.get("opens_last_library") is not False

    @opens_last_library.setter
    def opens_last_library(self, value: bool) -> None:
        self._put("opens_last_library", value)

    @property
    def last_library(self) -> Path | None:
        """Return the library that was open when the window was closed."""
        value = self._text("last_library")
        return Path(value) if value and Path(value).is_file() else None

    @last_library.setter
    def last_library(self, path: Path | None) -> None:
        self._put("last_library", str(path) if path else "")

    # ---- where things were left ----

    def state(self, name: str) -> Mapping[str, Any]:
        """Return what was remembered under a name: `window`, or a library's path."""
        states = self._table("states")
        found = states.get(name)
        return cast("dict[str, Any]", found) if isinstance(found, dict) else {}

    def set_state(self, name: str, value: Mapping[str, object]) -> None:
        """Remember plain JSON values under a name; only the libraries used last are kept."""
        states = self._table("states")
        states.pop(name, None)
        states[name] = dict(value)
        while len(states) > _MOST_RECENT * 2:
            del states[next(iter(states))]
        self._put("states", states, is_changed=True)

    def save(self) -> None:
        """Write the file, beside and renamed; raises OSError where it cannot be written."""
        if not self._is_dirty:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self._values, indent=2, ensure_ascii=False)
        beside = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        try:
            beside.write_text(text, encoding="utf-8")
            beside.replace(self.path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
        self._is_dirty = False

    def _text(self, name: str) -> str:
        value = self._values.get(name)
        return value if isinstance(value, str) else ""

    def _table(self, name: str) -> dict[str, Any]:
        value = self._values.get(name)
        return dict(cast("dict[str, Any]", value)) if isinstance(value, dict) else {}

    def _put(self, name: str, value: object, *, is_changed: bool = False) -> None:
        if is_changed or self._values.get(name) != value:
            self._values[name] = value
            self._is_dirty = True


def _read(path: Path) -> dict[str, Any]:
    try:
        found: object = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}
