"""A memo as a Markdown file: its fields as front matter, then its body; read and written."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.intake.front_matter import read_front_matter
from briefing.intake.front_matter_values import PLAIN_LINE, flattened

# What YAML, in pandoc's hands, would read as more than the words that stand there.
_NEEDS_QUOTES = re.compile(
    r"""^[\s\-?:,\[\]{}\#&*!|>'"%@`=~]|:\s|:$|\s\#|\s$|^(?:null|true|false|yes|no|on|off)$
    |^[-+.\d][\d_:.,eExXoO+-]*$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ue000-\uf8ff]""",
    re.VERBOSE | re.IGNORECASE,
)
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class MemoFile:
    """What stands in a memo's file."""

    fields: tuple[tuple[str, str], ...]
    body: str


def read_memo_file(text: str) -> MemoFile:
    """Return the fields of a memo's text in their order, and its body."""
    front = read_front_matter(text.replace("\r\n", "\n"))
    fields = (field for key, value in front.pairs for field in flattened(key, value))
    return MemoFile(tuple(fields), front.body.strip("\n") + "\n" if front.body.strip() else "")


def write_memo_file(fields: Sequence[tuple[str, str]], body: str) -> str:
    """Return a memo as text that `read_memo_file` and pandoc read back."""
    lines = [f"{_key(key)}: {_value(value)}".rstrip() for key, value in fields]
    return "\n".join(["---", *lines, "---", "", body.strip("\n"), ""])


def _key(key: str) -> str:
    plain = PLAIN_LINE.fullmatch(f"{key}:") and not _NEEDS_QUOTES.search(key)
    return key if plain else _quoted(key)


def _value(value: str) -> str:
    return _quoted(value) if value and _NEEDS_QUOTES.search(value) else value


def _quoted(text: str) -> str:
    """Return it in double quotes; JSON's are YAML's too (YAML 1.2, section 1.2)."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
