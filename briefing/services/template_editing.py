"""Templates looked after: where each comes from, copies, changes, and what is wrong with one."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.errors import InputError, NotFoundError
from briefing.export.atomic_write import write_whole
from briefing.intake.template_file import read_template_text, template_faults
from briefing.intake.text_file import decode_text
from briefing.model.changes import Changes
from briefing.model.house_style import StyleRoles
from briefing.model.template import Template
from briefing.paths import resources_dir, user_templates_dir
from briefing.store import library_templates
from briefing.store.library_file import Library

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAME_LINE = re.compile(r"(?m)^name:.*$")


class Origin(StrEnum):
    """Where a template comes from; of one name the last of these is used."""

    PROGRAM = "program"
    OWN = "own"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """What is wrong with a template, and at which line of its text."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ShelvedTemplate:
    """A template as it stands somewhere; `template` is nothing where it cannot be read.

    `key` is what it is kept under, a file's name without `.md`; `name` is what it calls itself.
    `is_used` is false where one of the same name takes its place.
    """

    key: str
    name: str
    origin: Origin
    text: str
    template: Template | None
    faults: tuple[TemplateFault, ...]
    is_used: bool = True


class TemplateEditing:
    """What can be done with templates; without a library, those of the folders."""

    def __init__(self, library: Library | None = None) -> None:
        self._library = library

    def every(self) -> tuple[ShelvedTemplate, ...]:
        """Return all templates by their names, with those that others take the place of."""
        found = [*self._of_folder(Origin.PROGRAM), *self._of_folder(Origin.OWN)]
        if self._library is not None:
            stored = library_templates.every(self._library.reader())
            found += [_shelved(name, Origin.LIBRARY, text) for name, text in stored]
        used = {one.name: one.origin for one in found if one.template}
        marked = (
            replace(one, is_used=used.get(one.name, one.origin) is one.origin) for one in found
        )
        return tuple(sorted(marked, key=lambda one: (one.name, not one.is_used)))

    def named(self, name: str) -> ShelvedTemplate:
        """Return the template of a name that is used; InputError names those there are."""
        every = self.every()
        found = next((one for one in every if one.name == name and one.is_used), None)
        if found is None:
            names = ", ".join(dict.fromkeys(one.name for one in every))
            raise InputError(f"There is no template “{name}”; there are: {names}.")
        return found

    def copy(self, template: ShelvedTemplate, origin: Origin, name: str = "") -> Changes:
        """Copy a template into the user's folder or the library, under its name or another.

        InputError where one of that name is there: what was changed in it would be lost.
        """
        name = name or template.name
        if any(one.key == name and one.origin is origin for one in self.every()):
            raise InputError(
                f"There is a template “{name}” already; change that one, or give the copy another"
                " name."
            )
        text = template.text
        if name != template.name:
            text = _NAME_LINE.sub(f"name: {name}", text, count=1)
        return self.save(origin, name, text)

    def save(self, origin: Origin, name: str, text: str) -> Changes:
        """Keep the text of a template; one with faults is kept too, but not offered for memos."""
        if not _NAME.fullmatch(name):
            raise InputError("A template's name has small letters, digits and hyphens.")
        if origin is Origin.LIBRARY and self._library is not None:
            self._library.write(
                "Change template", lambda connection: library_templates.put(connection, name, text)
            )
            return Changes(everything=True)
        if origin is Origin.OWN:
            folder = user_templates_dir()
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as fault:
                raise InputError(f"{folder} cannot be made: {fault.strerror}.") from fault
            write_whole(folder / f"{name}.md", text.encode("utf-8"))
            return Changes(everything=True)
        raise InputError("The templates of the program stay as they are: copy this one first.")

    def remove(self, template: ShelvedTemplate) -> Changes:
        """Remove a template of the user's folder or of the library."""
        if template.origin is Origin.LIBRARY and self._library is not None:
            return self._library.change(
                "Remove template",
                lambda connection: library_templates.remove(connection, template.key),
            )[1] | Changes(everything=True)
        if template.origin is Origin.PROGRAM:
            raise InputError("The templates of the program cannot be removed.")
        path = user_templates_dir() / f"{template.key}.md"
        if not path.is_file():
            raise NotFoundError(f"{path.name} is no longer in your folder of templates.")
        try:
            path.unlink()
        except OSError as fault:
            raise InputError(f"{path.name} cannot be removed: {fault.strerror}.") from fault
        return Changes(everything=True)

    def _of_folder(self, origin: Origin) -> Iterator[ShelvedTemplate]:
        own = origin is Origin.OWN
        folder = user_templates_dir() if own else resources_dir() / "templates"
        for path in sorted(folder.glob("*.md")):
            if path.stem.casefold() != "readme" and not path.name.startswith("."):
                with suppress(OSError):
                    yield _shelved(path.stem, origin, decode_text(path.read_bytes()).text)


def check_template(name: str, text: str) -> tuple[TemplateFault, ...]:
    """Return what is wrong with the text of a template, by its line."""
    faults = [TemplateFault(fault.line, fault.reason) for fault in template_faults(name, text)]
    return tuple(faults)


def style_of(name: str, text: str) -> tuple[str, StyleRoles]:
    """Return the house style that a template's text names, and the styles of its roles."""
    template = _shelved(name, Origin.OWN, text).template
    return (template.style, template.styles) if template else ("memo", ())


def _shelved(stem: str, origin: Origin, text: str) -> ShelvedTemplate:
    faults = check_template(stem, text)
    template = None if faults else read_template_text(stem, text)
    name = template.name if template else stem
    return ShelvedTemplate(stem, name, origin, text, template, faults)
