"""Plain words to Markdown that shows exactly those words, with as few backslashes as can be."""

import re

# What would be markup wherever it stands; a star or a dash between blanks is none.
_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])"
    r"|\*(?!\s|$)|(?<=\S)\*"
    r"|(?<![^\W_])_(?=\S)|(?<=\S)_(?![^\W_])"
    r"|`|~(?=~)|(?<=~)~"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w{1,31};)"
    r"|\](?=[(\[])"
)
# What would open a block at the start of a line.
_LINE_START = re.compile(
    r"(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|\*(?=\s|$)|[=-]+\s*$|:::|\[(?=[^\]]*\]:))", re.MULTILINE
)
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Return words with a backslash before each sign that would be read as inline markup."""
    return _INLINE.sub(lambda match: "\\" + match[0], text)


def escaped_start(line: str) -> str:
    """Return a line, its inline markup made, that opens no block by its first signs."""
    match = _LINE_START.match(line)
    if match:
        return "\\" + line
    match = _NUMBERED.match(line)
    return f"{match[1]}\\{line[match.end(1) :]}" if match else line
