"""The files that the pictures of a Markdown text name: those beside it, not those of the web."""

import re

_NAMED = re.compile(r"!\[(?:\\.|[^\]\\])*\]\(([^\s()<>:]+)(?:\s+\"[^\"\n]*\")?\)")


def picture_names(markdown: str) -> tuple[str, ...]:
    """Return the names, each once."""
    return tuple(dict.fromkeys(found[1] for found in _NAMED.finditer(markdown)))
