"""The house style that a template's text names, with the styles of its roles, replaced."""

import json
import re
from collections.abc import Iterable

_HEAD = re.compile(r"\A---[ \t]*\n(.*?^)---[ \t]*$", re.MULTILINE | re.DOTALL)
_STYLE = re.compile(r"(?m)^style:[^\n]*\n")
_STYLES = re.compile(r"(?m)^styles:[^\n]*\n(?:[ \t]+[^\n]*\n)*")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def with_house_style(text: str, style: str, roles: Iterable[tuple[str, str]]) -> str:
    """Return a template's text that names a house style and roles; as it was without a head."""
    head = _HEAD.match(text)
    if head is None:
        return text
    lines = f"style: {_scalar(style)}\n"
    pairs = "".join(f"  {_scalar(role)}: {_scalar(name)}\n" for role, name in roles)
    lines += f"styles:\n{pairs}" if pairs else ""
    kept = _STYLES.sub("", head[1])
    place = _STYLE.search(kept)
    if place:
        kept = kept[: place.start()] + lines + _STYLE.sub("", kept[place.end() :])
    else:
        kept += lines
    return text[: head.start(1)] + kept + text[head.end(1) :]


def _scalar(words: str) -> str:
    """Return a YAML scalar that reads back as the words."""
    is_plain = _PLAIN.fullmatch(words) and words.lower() not in _WORDS
    return words if is_plain else json.dumps(words, ensure_ascii=False)
