"""Template files: front matter with limits and fields, sections with guidance, read with care.

A heading of level two begins a section; `::: {.guidance}` … `:::` speaks to the writer; whatever
else stands under the heading is the section's default text. See resources/templates/README.md.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.errors import InputError, IntakeError
from briefing.intake.front_matter import read_front_matter
from briefing.intake.front_matter_values import Entries, Items, Value
from briefing.intake.template_error import TemplateError
from briefing.intake.template_fields import read_fields
from briefing.intake.template_styles import read_style_roles
from briefing.intake.text_file import decode_text
from briefing.model.template import NO_SOURCES, YES, NoteStyle, Section, Template
from briefing.text.attributes import Attributes, split_attributes
from briefing.text.conditional_parts import Condition, condition_of

_HEADING = re.compile(r"##[ \t]+(.+)")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_COUNT = re.compile("0*[1-9][0-9]{0,8}")
_GUIDANCE = re.compile(r" {0,3}:{3,}[ \t]*(?:\{[ \t]*\.guidance[ \t]*\}|guidance)[ \t]*")
_MOST_FAULTS = 50
_CLOSING = re.compile(r" {0,3}:{3,}[ \t]*")


def read_template(path: Path) -> Template:
    """Return the template in a file; InputError names the file, the line and what to mend."""
    try:
        text = decode_text(path.read_bytes()).text
    except OSError as fault:
        raise InputError(f"{path.name} cannot be read: {fault.strerror}.") from fault
    except IntakeError as fault:
        raise InputError(f"{path.name} cannot be read. {fault}") from fault
    return _TemplateText(path, text).template()


def read_template_text(name: str, text: str) -> Template:
    """Return the template in a text; InputError names `name`, the line and what to mend."""
    return _TemplateText(Path(f"{name}.md"), text).template()


def template_faults(name: str, text: str) -> tuple[TemplateError, ...]:
    """Return each thing that is wrong with a template, by its line; none where nothing is.

    What is wrong is struck out and the rest read again, so that one fault does not hide others.
    """
    read = _TemplateText(Path(f"{name}.md"), text)
    found: list[TemplateError] = []
    while len(found) < _MOST_FAULTS:
        try:
            read.template()
        except TemplateError as fault:
            found.append(fault)
            if not read.strike(fault):
                break
        else:
            break
    return tuple(sorted(found, key=lambda fault: fault.line))


class _TemplateText:
    """The text of one template file, which knows its lines."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.split("\n")
        front = read_front_matter(text)
        self._values: dict[str, Value] = dict(reversed(front.pairs))
        self._has_values = bool(self._values)
        # The body is what the text ends with, but for the line ends that were cut from it.
        head = text.rstrip("\n")[: -len(front.body)] if front.pairs and front.body else text
        self._start = head.count("\n") if front.pairs else 0

    def strike(self, fault: TemplateError) -> bool:
        """Leave what is wrong out of the next reading; return whether there is a next one."""
        if fault.key:
            return self._values.pop(fault.key, None) is not None
        at = fault.line - 1
        is_struck = self._start <= at < len(self._lines) and bool(self._lines[at].strip())
        if is_struck:
            title = _HEADING.fullmatch(self._lines[at])
            self._lines[at] = f"## Struck out {fault.line}" if title else ""
        return is_struck

    def template(self) -> Template:
        """Return the template; TemplateError for the first thing that is wrong."""
        if not self._has_values:
            raise self._fault(1, "a template begins with front matter between --- lines")
        notes = self._word("notes") or NoteStyle.FOOTNOTES
        if notes not in set(NoteStyle):
            raise self._fault_at("notes", "notes are footnotes or endnotes")
        listing = self._word("sources").lower()
        if listing not in {"", NO_SOURCES}:
            raise self._fault_at("sources", "sources are “none”, or the line is left out")
        sections = tuple(self._sections())
        if not sections:
            raise self._fault(len(self._lines), "a template needs a section, `## Title`")
        fields = read_fields(
            self._values.get("fields", ""), lambda reason: self._fault_at("fields", reason)
        )
        self._check_conditions(sections, {field.name for field in fields})
        return Template(
            name=self._word("name") or self._path.stem,
            title=self._word("title") or self._path.stem.replace("-", " ").capitalize(),
            description=self._word("description"),
            follows=self._word("follows"),
            pages=self._number("pages"),
            words=self._number("words"),
            notes=NoteStyle(notes),
            style=self._word("style") or "memo",
            styles=read_style_roles(
                self._values.get("styles", ""), lambda reason: self._fault_at("styles", reason)
            ),
            has_ratings=self._word("ratings").lower() in YES,
            csl=self._word("csl"),
            sources=listing,
            fields=fields,
            sections=sections,
            checks=self._words("checks"),
            scale=self._word("scale"),
        )

    def _check_conditions(self, sections: Iterable[Section], names: set[str]) -> None:
        """Raise for the first section that asks for a field which the memo has not."""
        for section in sections:
            strange = next((name for name, _ in section.condition if name not in names), None)
            if strange:
                heading = re.compile(rf"##[ \t]+{re.escape(section.title)}[ \t{{]")
                lines = enumerate(self._lines, 1)
                line = next((n for n, text in lines if heading.match(text)), 1)
                raise self._fault(line, f"there is no field “{strange}” to depend on")

    def _sections(self) -> Iterator[Section]:
        seen: set[str] = set()
        heading: tuple[int, str] | None = None
        lines: list[tuple[int, str]] = []
        fence = ""
        for number, line in enumerate(self._lines[self._start :], self._start + 1):
            mark = _FENCE.match(line)
            if mark and (not fence or mark[1] == fence):
                fence = "" if fence else mark[1]
            match = None if fence else _HEADING.fullmatch(line)
            if match is None:
                lines.append((number, line))
                if heading is None and line.strip():
                    raise self._fault(number, "this stands before the first section, `## Title`")
                continue
            if heading:
                yield self._section(*heading, lines, seen)
            heading, lines = (number, match[1]), []
        if heading:
            yield self._section(*heading, lines, seen)

    def _section(
        self, number: int, heading: str, lines: list[tuple[int, str]], seen: set[str]
    ) -> Section:
        title, attributes = split_attributes(heading)
        if not title.strip() or "{" in title:
            raise self._fault(number, "a section's heading is `## Title {.required words=80}`")
        if title.casefold() in seen:
            raise self._fault(number, f"there is a section “{title}” already")
        seen.add(title.casefold())
        guidance, text = self._guidance(lines)
        return Section(
            title=title.strip(),
            required="required" in attributes.classes,
            words=self._limit(number, attributes),
            guidance=guidance,
            text=text,
            condition=self._condition(number, attributes),
        )

    def _limit(self, number: int, attributes: Attributes) -> int | None:
        words = dict(attributes.pairs).get("words")
        if words is None:
            return None
        if not _COUNT.fullmatch(words):
            raise self._fault(number, f"words={words} is no number of words")
        return int(words)

    def _condition(self, number: int, attributes: Attributes) -> Condition:
        """Return with which fields the section is there."""
        condition = condition_of(attributes.classes, attributes.pairs)
        if "if" in attributes.classes and not condition:
            raise self._fault(number, "a condition is written {.if field=value}")
        return condition

    def _guidance(self, lines: list[tuple[int, str]]) -> tuple[str, str]:
        """Split a section's lines into what speaks to the writer and its default text."""
        guidance: list[str] = []
        text: list[str] = []
        opened = 0
        for number, line in lines:
            if opened and _CLOSING.fullmatch(line):
                opened = 0
            elif not opened and _GUIDANCE.fullmatch(line):
                opened = number
            else:
                (guidance if opened else text).append(line)
        if opened:
            raise self._fault(opened, "this guidance is not closed by a line :::")
        return "\n".join(guidance).strip(), "\n".join(text).strip("\n")

    def _word(self, key: str) -> str:
        value = self._values.get(key, "")
        if isinstance(value, Entries):
            raise self._fault_at(key, f"{key} is one line of words")
        return value if isinstance(value, str) else value.source

    def _words(self, key: str) -> tuple[str, ...]:
        value = self._values.get(key, "")
        if isinstance(value, str):
            return tuple(value.replace(",", " ").split())
        if isinstance(value, Items) and all(isinstance(item, str) for item in value.values):
            return tuple(str(item) for item in value.values)
        raise self._fault_at(key, f"{key} is a list of names")

    def _number(self, key: str) -> int | None:
        value = self._word(key).partition(" #")[0].strip()
        if not value:
            return None
        if not _COUNT.fullmatch(value):
            raise self._fault_at(key, f"{key} is a whole number")
        return int(value)

    def _fault_at(self, key: str, reason: str) -> InputError:
        lines = enumerate(self._lines[: self._start], 1)
        line = next((n for n, line in lines if line.startswith(key)), 1)
        return TemplateError(self._path.name, line, reason, key)

    def _fault(self, line: int, reason: str) -> InputError:
        return TemplateError(self._path.name, line, reason)
