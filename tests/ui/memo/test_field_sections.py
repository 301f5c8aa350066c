"""A changed field brings its section into the open memo."""

from briefing.services.template_editing import Origin
from briefing.ui.memo.outline_flow import OutlineFlow
from tests.ui.memo.conftest import Room

TEXT = """---
name: {name}
title: House memo
fields:
  - {{name: kind, label: Kind, type: choice, choices: [bill, order]}}
---

## Point

## Legal basis {{.if kind=bill}}

## End
"""


def test_section_comes_with_its_field_and_stays_when_it_goes(room: Room) -> None:
    name = room.memo.template
    room.desk.templates.save(Origin.LIBRARY, name, TEXT.format(name=name))
    room.desk.drafting.save(room.memo.uid, (("kind", "order"),), "## Point\n\nOurs.\n\n## End\n")
    room.open_memo()
    opened = room.panes.card
    opened.fields_changed.emit((("kind", "bill"),))
    editor = room.panes.editor
    assert editor.text() == "## Point\n\nOurs.\n\n## Legal basis {.if kind=bill}\n\n## End\n"
    assert "“Legal basis” is asked for now" in room.said[-1].text
    opened.fields_changed.emit((("kind", "order"),))
    assert "“Legal basis” stays in the text" in room.said[-1].text
    room.quick()
    flow = room.workspace.widget.findChild(OutlineFlow)
    assert isinstance(flow, OutlineFlow)
    assert [one.title for one in flow.reading.sections] == ["Point", "End"]
    editor.undo()
    assert editor.text() == "## Point\n\nOurs.\n\n## End\n"
