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


def escaped(text: str) -> str:
    """Return words with a backslash before each sign that would be read as inline markup."""
    return _INLINE.sub(lambda match: "\\" + match[0], text)
