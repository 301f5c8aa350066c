"""What a command line asks of a library's reviews: its words taken apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from briefing.commands.console import SUFFIX, LibraryPath

_WORD_SUFFIXES = frozenset((".docx", ".docm", ".dotx", ".dotm"))


@dataclass(frozen=True, slots=True)
class ReviewAsk:
    """What is asked; `memo` may be empty or `-`."""

    library: Path
    memo: str = ""
    files: tuple[Path, ...] = ()
    decisions: Path | None = None
    accept_all: bool = False
    reject_all: bool = False
    by_text: bool = False
    as_json: bool = False


def review_ask(targets: Sequence[str]) -> ReviewAsk:
    """Take apart what was named: a library, its memo unless the files tell it, the files."""
    first, *rest = targets
    if Path(first).suffix not in {"", SUFFIX} and not Path(first).exists():
        raise click.UsageError(f"“{first}” is no Word file; give one that ends in .docx.")
    memo = "" if not rest or is_word_file(rest[0]) else rest[0]
    files = tuple(map(Path, rest[1:] if memo else rest))
    return ReviewAsk(LibraryPath().convert(first, None, None), memo, files)


def is_word_file(target: str) -> bool:
    """Tell whether a word on the command line names a Word file, by its ending."""
    return Path(target).suffix.lower() in _WORD_SUFFIXES
