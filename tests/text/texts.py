"""The texts that these tests share: the examples of the specification and real documents."""

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent.parent / "data" / "text"
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    markdown: str
    html: str


@cache
def spec_examples() -> tuple[Example, ...]:
    spec = (DATA / "commonmark_spec.txt").read_text(encoding="utf-8").replace("→", "\t")
    return tuple(Example(*match.groups()) for match in _EXAMPLE.finditer(spec))


@cache
def documents() -> tuple[str, ...]:
    lines = (DATA / "policy_docs.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line)["text"] for line in lines)
