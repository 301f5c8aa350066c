"""What a template puts into a memo: its sections, those first whose conditions hold."""

import re
from collections.abc import Mapping
from dataclasses import replace

from briefing.model.template import Section, Template
from briefing.text.blocks import parse
from briefing.text.conditional_parts import holds
from briefing.text.outline import outline
from briefing.text.portion_marks import folded_title

Edit = tuple[int, int, str]
_NEEDS_QUOTES = re.compile(r"[^\w.-]")


def sections_that_fit(template: Template, fields: Mapping[str, str]) -> Template:
    """Return a template with those sections alone that a memo's fields ask for."""
    fitting = (one for one in template.sections if holds(one.condition, fields))
    return replace(template, sections=tuple(fitting))


def skeleton(template: Template, fields: Mapping[str, str]) -> str:
    """Return the body of a new memo: every section that is to be there, with its default text."""
    wanted = sections_that_fit(template, fields).sections
    return "\n\n".join(map(section_text, wanted)) + "\n"


def section_text(section: Section) -> str:
    """Return a section as a new memo has it; its condition goes along."""
    heading = f"{'#' * section.level} {section.title}{_attributes(section)}"
    text = re.sub(r"\n{3,}", "\n\n", section.text.strip("\n"))
    return f"{heading}\n\n{text}" if text.strip() else heading


def sections_to_add(
    body: str, template: Template, was: Mapping[str, str], fields: Mapping[str, str]
) -> tuple[tuple[Section, Edit], ...]:
    """Return the sections that a change of fields asks for and the text has not yet.

    Each stands before the next section of the template that the text has, or at the end.
    """
    entries = outline(parse(body), body)
    places = {folded_title(entry.title): entry.heading_span.start for entry in reversed(entries)}
    found: list[tuple[Section, Edit]] = []
    for number, section in enumerate(template.sections):
        if not turned(section, was, fields) or folded_title(section.title) in places:
            continue
        later = (folded_title(one.title) for one in template.sections[number + 1 :])
        place = next((places[title] for title in later if title in places), None)
        text = section_text(section)
        if place is None:
            gap = "\n" * (2 - (len(body) - len(body.rstrip("\n"))))
            found.append((section, (len(body), len(body), f"{gap}{text}\n")))
        else:
            found.append((section, (place, place, f"{text}\n\n")))
    return tuple(found)


def turned(section: Section, was: Mapping[str, str], fields: Mapping[str, str]) -> bool:
    """Return whether a change of fields brings a section in."""
    return holds(section.condition, fields) and not holds(section.condition, was)


def _attributes(section: Section) -> str:
    if not section.condition:
        return ""
    pairs = (f"{name}={_quoted(value)}" for name, value in section.condition)
    return f" {{.if {' '.join(pairs)}}}"


def _quoted(value: str) -> str:
    if value and not _NEEDS_QUOTES.search(value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
