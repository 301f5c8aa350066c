"""Templates kept in hand: each file is read again only when it has changed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefing.errors import InputError
from briefing.intake.template_file import read_template
from briefing.model.template import Template

_Stamp = tuple[int, int]  # when the file was changed (ns), and its size


class TemplateShelf:
    """The templates of some folders; one of a later folder replaces its namesake."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)
        self._read: dict[Path, tuple[_Stamp, Template | None]] = {}

    def find(self, name: str) -> Template | None:
        """Return the template of a name, or nothing; a file of that name is looked at first."""
        for folder in reversed(self._folders):
            template = self._template(folder / f"{Path(name).name}.md")
            if template and template.name == name:
                return template
        return next((template for template in self.every() if template.name == name), None)

    def every(self) -> tuple[Template, ...]:
        """Return all templates that can be read, by title."""
        named = {template.name: template for template in self._all()}
        return tuple(sorted(named.values(), key=lambda template: template.title))

    def _all(self) -> Iterator[Template]:
        for folder in self._folders:
            for path in sorted(folder.glob("*.md")):
                template = self._template(path)
                if template:
                    yield template

    def _template(self, path: Path) -> Template | None:
        """Return the template in a file, or nothing where it is none."""
        try:
            found = path.stat()
        except (OSError, ValueError):
            return None
        stamp = (found.st_mtime_ns, found.st_size)
        if self._read.get(path, ((0, 0), None))[0] != stamp:
            try:
                self._read[path] = (stamp, read_template(path))
            except InputError:  # `briefing templates` names the files that cannot be read
                self._read[path] = (stamp, None)
        return self._read[path][1]
