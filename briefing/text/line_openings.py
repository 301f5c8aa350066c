"""What opens a block at the start of a line of Markdown, and the backslash that keeps it words."""

import re

_NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
_SIGN = re.compile(
    r"#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|[=-]+\s*$|:::|:(?=[ \t])|~~~|\||\[[^\]@]*\]:", re.MULTILINE
)
_RULE = re.compile(r"([-_*])(?:[ \t]*\1){2,}[ \t]*$", re.MULTILINE)
_CITED_TARGET = re.compile(r"\[[^\]@]*@[^\]]*\](?=:\s*\S+\s*$)", re.MULTILINE)


def escaped_start(line: str) -> str:
    """Return a line, its inline markup made, that opens no block by its first signs.

    CommonMark 0.31.2, 2.4 and 4; divs, captions, rows of tables and notes are ours. A citation
    before a colon stays one: the colon gets the backslash.
    """
    kept = _NUMBER.match(line) or _CITED_TARGET.match(line)
    if kept:
        return f"{kept[0]}\\{line[kept.end() :]}"
    return "\\" + line if _SIGN.match(line) or _RULE.match(line) else line
