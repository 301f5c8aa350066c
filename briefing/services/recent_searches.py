"""The lines that were searched for last, kept with the library and outside undo."""

import json
from typing import cast

from briefing.store import library_settings
from briefing.store.connections import Connection

KEPT = 20
_KEY = "searching.recent"
_LONGEST = 1_000  # characters of a line worth keeping


def recent(connection: Connection) -> tuple[str, ...]:
    """Return the lines, the last one first; none where another program spoiled the list."""
    try:
        found: object = json.loads(library_settings.get(connection, _KEY) or "[]")
    except ValueError:
        return ()
    lines = cast("list[object]", found) if isinstance(found, list) else []
    return tuple(line for line in lines if isinstance(line, str))[:KEPT]


def remember(connection: Connection, line: str) -> None:
    """Put a line at the head of the list; the same line, however spaced, stands there once."""
    line = " ".join(line.split())
    if not line or len(line) > _LONGEST:
        return
    others = [one for one in recent(connection) if one.casefold() != line.casefold()]
    kept = json.dumps([line, *others][:KEPT], ensure_ascii=False)
    library_settings.put(connection, _KEY, kept)
