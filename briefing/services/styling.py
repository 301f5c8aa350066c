"""House styles: the Word files that stand ready, what each gives a memo, and new ones taken in."""

from contextlib import suppress
from pathlib import Path

from briefing.errors import ExportError, InputError
from briefing.export.atomic_write import write_whole
from briefing.export.house_styles import ENDINGS, find_house_style
from briefing.model.house_style import HouseStyleFile, HouseStyleLook, StyleRoles
from briefing.paths import resources_dir, user_data_dir


class Styling:
    """What can be done with house styles; they are files, the same for every library."""

    def __init__(self) -> None:
        self._own = user_data_dir() / "docx"
        self._shipped = resources_dir() / "docx"

    def every(self) -> tuple[HouseStyleFile, ...]:
        """Return the house styles by name; the user's take the place of those that ship."""
        found: dict[str, HouseStyleFile] = {}
        for folder, is_own in ((self._shipped, False), (self._own, True)):
            for path in sorted(folder.glob("*")):
                if path.suffix.lower() in ENDINGS and not path.name.startswith(("~", ".")):
                    found[path.stem] = HouseStyleFile(path.stem, path, is_own)
        return tuple(found[name] for name in sorted(found, key=str.casefold))

    def named(self, name: str) -> Path:
        """Return the file of a house style; ExportError where there is none of that name."""
        return find_house_style(name, (self._own, self._shipped))

    def find(self, name: str) -> Path | None:
        """Return the file of a house style, or nothing."""
        with suppress(ExportError):
            return self.named(name)
        return None

    def look(self, path: Path, chosen: StyleRoles = ()) -> HouseStyleLook:
        """Tell what a Word file gives a memo; ExportError where it cannot give a style."""
        # brings the writer of Word files with it (0.1 s)
        from briefing.export.docx.style_look import look_at  # noqa: PLC0415

        return look_at(path, chosen, resources_dir())

    def take_in(self, path: Path) -> HouseStyleFile:
        """Copy a Word file to where templates find it by its name.

        InputError where another file has that name already; ExportError where it gives no style.
        """
        if path.suffix.lower() not in ENDINGS:
            raise InputError(f"{path.name} is no Word file: choose one of {', '.join(ENDINGS)}.")
        self.look(path)
        try:
            data = path.read_bytes()
            there = next((one for one in self.every() if one.name == path.stem), None)
            if there is not None:
                if there.path.read_bytes() == data:
                    return there
                raise InputError(
                    f"There is a house style “{path.stem}” already; give the file another name."
                )
            self._own.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise InputError(f"{path.name} cannot be copied: {fault.strerror}.") from fault
        target = self._own / path.name
        write_whole(target, data)
        return HouseStyleFile(path.stem, target, is_own=True)
