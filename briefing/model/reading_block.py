"""An article's body as it is best read, each run tied to its place in the Markdown."""

from dataclasses import dataclass
from enum import StrEnum


class ReadingKind(StrEnum):
    """How a block is set."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    RULE = "rule"
    FIELD = "field"  # of a memo's head; its marker is what the field is called


@dataclass(frozen=True, slots=True)
class ReadingRun:
    """Words of one look.

    `body[start:start + len(text)]` is what they came from; where `start` is -1 they stand for
    something that the body has in other characters (an entity, a blank).
    """

    text: str
    start: int
    is_bold: bool = False
    is_italic: bool = False
    is_code: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class ReadingBlock:
    """One block: `depth` counts the lists and quotes round it, `marker` is a bullet or number."""

    kind: ReadingKind
    runs: tuple[ReadingRun, ...]
    level: int = 0
    depth: int = 0
    marker: str = ""
