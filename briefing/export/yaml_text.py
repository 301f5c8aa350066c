"""Front matter written as YAML that reads back as the same strings, whatever they hold."""

import json
import re
from collections.abc import Iterable

# Words that YAML 1.1 or 1.2 would take for something else, and all that could end a plain scalar.
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_RESERVED = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null"])
_UNPRINTABLE = re.compile(
    "[\x7f-\x84\x86-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\x85]|[\U000e0000-\U0010ffff]"
)


def front_matter(fields: Iterable[tuple[str, str]]) -> str:
    """Return the fields between `---` lines, every value a double-quoted string."""
    lines = "".join(f"{_key(name)}: {quoted_string(value)}\n" for name, value in fields)
    return f"---\n{lines}---\n" if lines else ""


def quoted_string(text: str) -> str:
    """Return a double-quoted YAML scalar; JSON's escapes are YAML's (YAML 1.2, 1.3)."""
    return _UNPRINTABLE.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    if 0xD800 <= code <= 0xDFFF:
        return "\\uFFFD"
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def _key(name: str) -> str:
    is_plain = _PLAIN_KEY.fullmatch(name) and name.lower() not in _RESERVED
    return name if is_plain else quoted_string(name)
