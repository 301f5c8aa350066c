"""Sections that depend on a field come with it, and are neither checked nor printed without."""

import pytest

from briefing.model.memo import Memo
from briefing.model.template import FieldType, Section, Template, TemplateField
from briefing.paths import user_templates_dir
from briefing.services.checking import Checking
from briefing.services.drafting import Drafting
from briefing.services.publishing import Publishing
from briefing.services.section_texts import sections_to_add, skeleton
from briefing.services.template_editing import Origin, TemplateEditing, check_template
from briefing.store.library_file import Library

TEXT = """---
name: house
title: House memo
fields:
  - {name: kind, label: Kind, type: choice, choices: [bill, order]}
checks: [required-sections]
---

## Point {.required}

## Legal basis {.required words=90 .if kind=bill}

The act is [name of the act].

## End
"""
TEMPLATE = Template(
    "house",
    "House",
    fields=(TemplateField("kind", "Kind", FieldType.TEXT),),
    sections=(
        Section("Point"),
        Section("Legal", condition=(("kind", "a bill"),), text="The act."),
        Section("End"),
        Section("Annex", condition=(("kind", "*"),)),
    ),
)


@pytest.fixture
def drafting(library: Library) -> Drafting:
    TemplateEditing(library).save(Origin.LIBRARY, "house", TEXT)
    return Drafting(library, user_templates_dir())


def test_new_memo_has_the_sections_that_its_fields_ask_for(drafting: Drafting) -> None:
    without, _ = drafting.new_memo("house", {"subject": "A", "kind": "order"})
    assert without.body == "## Point\n\n## End\n"
    with_it, _ = drafting.new_memo("house", {"subject": "B", "kind": "bill"})
    assert "## Legal basis {.if kind=bill}\n\nThe act is" in with_it.body


def test_change_of_a_field_brings_sections_to_their_places() -> None:
    body = skeleton(TEMPLATE, {})
    assert body == "## Point\n\n## End\n"
    found = sections_to_add(body, TEMPLATE, {}, {"kind": "a bill"})
    for _, (start, end, text) in reversed(found):
        body = body[:start] + text + body[end:]
    assert body == (
        '## Point\n\n## Legal {.if kind="a bill"}\n\nThe act.\n\n'
        '## End\n\n## Annex {.if kind="*"}\n'
    )
    assert sections_to_add(body, TEMPLATE, {}, {"kind": "a bill"}) == ()
    assert sections_to_add("", TEMPLATE, {"kind": "x"}, {"kind": "y"}) == ()


def test_hidden_section_is_neither_asked_for_nor_printed(
    library: Library, drafting: Drafting
) -> None:
    made, _ = drafting.new_memo("house", {"subject": "B", "kind": "bill"})
    body = made.body.replace("## Point\n", "## Point\n\nOurs.\n")
    told = {}
    for kind in ("bill", "order"):
        memo = Memo(made.uid, made.slug, "house", (("kind", kind),), body)
        markdown = Publishing(library).publication(memo).markdown
        findings = Checking(library).check_memo(memo)
        told[kind] = ("Legal basis" in markdown, [one.place for one in findings])
    assert told == {"bill": (True, ["Legal basis"]), "order": (False, [])}


def test_template_that_depends_on_a_strange_field_is_at_fault() -> None:
    assert check_template("house", TEXT) == ()
    strange = TEXT.replace(".if kind=bill", ".if mood=good")
    (fault,) = check_template("house", strange)
    assert (fault.line, fault.reason) == (11, "there is no field “mood” to depend on")
    (fault,) = check_template("house", TEXT.replace(".if kind=bill", ".if"))
    assert fault.reason == "a condition is written {.if field=value}"
