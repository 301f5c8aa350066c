"""Hands the actions of the table that work on the text to the editor."""

from functools import partial

from briefing.ui.actions import ActionSet
from briefing.ui.editor.footnote_command import footnote
from briefing.ui.memo.memo_room import EVIDENCE, PAGES, MemoRoom
from briefing.ui.memo.pane_cycle import PaneCycle


def handle_text_actions(actions: ActionSet, room: MemoRoom) -> None:
    """Say what the actions on text, search and panes do in this room."""
    commands, finding, handle = room.commands, room.finding, actions.handle
    handle("memo.bold", commands.bold)
    handle("memo.italic", commands.italic)
    handle("memo.link", commands.link)
    handle("memo.heading", commands.heading)
    handle("memo.list_items", commands.bullets)
    handle("memo.numbered", commands.numbers)
    handle("memo.block_quote", commands.quote)
    handle("memo.tasks", commands.tasks)
    handle("memo.tick", commands.tick)
    _handle_table_actions(actions, room)
    handle("memo.footnote", partial(footnote, room.editor))
    handle("memo.paste_plain", room.editor.pasting.take_plain)
    handle("memo.cite", room.completing.begin)
    handle("memo.find", partial(finding.open, replaces=False))
    handle("memo.replace", partial(finding.open, replaces=True))
    handle("memo.find_next", partial(finding.step, 1))
    handle("memo.find_previous", partial(finding.step, -1))
    query = 'query="status:current" sort="date" limit="6"'
    handle("memo.insert_facts", partial(commands.looked_up, "facts", query, "status:current"))
    query = 'query="status:current"'
    handle("memo.insert_timeline", partial(commands.looked_up, "timeline", query, "status:current"))
    handle("memo.insert_sources", partial(commands.looked_up, "sources", "", ""))
    handle("memo.insert_source_summary", partial(commands.looked_up, "source-summary", "", ""))
    handle("memo.pages", partial(room.toggle, PAGES))
    handle("memo.evidence", partial(room.toggle, EVIDENCE))
    handle("memo.next_pane", PaneCycle(room).go_on)
    handle("memo.fields", room.edit_fields)
    handle("memo.rename", partial(room.edit_fields, "subject"))


def _handle_table_actions(actions: ActionSet, room: MemoRoom) -> None:
    tables, handle = room.tables, actions.handle
    handle("memo.table", tables.insert)
    handle("memo.row_above", tables.row_above)
    handle("memo.row_below", tables.row_below)
    handle("memo.delete_row", tables.delete_row)
    handle("memo.column_left", tables.column_left)
    handle("memo.column_right", tables.column_right)
    handle("memo.delete_column", tables.delete_column)
    handle("memo.align_column", tables.align)
