"""Templates kept in hand: each is read again only when its text has changed."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from briefing.errors import InputError
from briefing.intake.template_file import read_template, read_template_text
from briefing.model.template import Template
from briefing.paths import resources_dir, user_templates_dir
from briefing.store import library_templates
from briefing.store.library_file import Library

_KEPT = 200  # templates; reading one takes some hundredths of a second
_Stamp = tuple[int, int]  # when the file was changed (ns), and its size
Stored = Callable[[], Sequence[tuple[str, str]]]  # names and texts


class TemplateShelf:
    """The templates of some folders; one of a later folder replaces its namesake.

    Those that `stored` returns, a library's own, replace all others of their names.
    """

    def __init__(self, folders: Sequence[Path], stored: Stored = tuple) -> None:
        self._folders = tuple(folders)
        self._stored = stored

    def find(self, name: str) -> Template | None:
        """Return the template of a name, or nothing; a file of that name is looked at first."""
        for template in self._of_library():
            if template.name == name:
                return template
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
        yield from self._of_library()

    def _of_library(self) -> Iterator[Template]:
        every = (_of_text(name, text) for name, text in self._stored())
        return (template for template in every if template)

    def _template(self, path: Path) -> Template | None:
        """Return the template in a file, or nothing where it is none."""
        try:
            found = path.stat()
        except (OSError, ValueError):
            return None
        return _of_file(path, (found.st_mtime_ns, found.st_size))


@lru_cache(maxsize=_KEPT)
def _of_file(path: Path, stamp: _Stamp) -> Template | None:
    """Return the template in a file as it was then; several shelves ask for the same one."""
    del stamp
    try:
        return read_template(path)
    except InputError:  # `briefing templates` names the files that cannot be read
        return None


@lru_cache(maxsize=_KEPT)
def _of_text(name: str, text: str) -> Template | None:
    try:
        return read_template_text(name, text)
    except InputError:  # the workspace of templates says what is wrong
        return None


def library_shelf(library: Library, own: Path | None = None) -> TemplateShelf:
    """Return the templates of a library: those that ship, the user's, and the library's own."""
    folders = (resources_dir() / "templates", own or user_templates_dir())
    return TemplateShelf(folders, lambda: library_templates.every(library.reader()))
