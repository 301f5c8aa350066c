"""The row of one file's front matter, beside the parser that every other program calls."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml

from briefing.intake.front_matter import read_front_matter
from tests.bench.corpus import build_corpus
from tests.bench.timing import Row, budget_row, median_ms

FILES = 200
LIMIT_MS = 0.03


def front_matter_rows(folder: Path) -> Iterator[Row]:
    """Yield the time a file, over files in the seed format."""
    corpus = build_corpus(folder / f"corpus-{FILES}", FILES)
    texts = [path.read_text(encoding="utf-8") for path in sorted(corpus.rglob("*.txt"))]
    ours = median_ms(partial(_each, texts)) / FILES
    heads = [text.split("\n---\n", 1)[0].removeprefix("---\n") for text in texts]
    quoted = ["\n".join(_quoted(line) for line in head.splitlines()) for head in heads]
    peer = median_ms(partial(_each_yaml, quoted)) / FILES
    yield budget_row(
        "front matter of one file", ours, LIMIT_MS, "PyYAML, as frontmatter does", peer
    )


def _each(texts: list[str]) -> None:
    for text in texts:
        read_front_matter(text)


def _each_yaml(heads: list[str]) -> None:
    for head in heads:
        yaml.load(head, yaml.CSafeLoader)


def _quoted(line: str) -> str:
    """Quote the value, since YAML refuses a title with a colon in it."""
    name, value = line.split(": ", 1)
    return f"{name}: '{value.replace(chr(39), chr(39) * 2)}'"
