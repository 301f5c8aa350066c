"""A search as a tree: words, phrases and filters joined by and, or, not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One word or phrase in the text; `field` narrows it, `prefix` lets its last word go on."""

    text: str
    field: str = ""  # "", title, publisher, author
    phrase: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Words or phrases that stand close together: at most `distance` words between them."""

    words: tuple[Words, ...]
    distance: int = 10


@dataclass(frozen=True, slots=True)
class Filter:
    """A property an article must have: `tag:region/mexico`, `rank:<3`, `after:2025-08`.

    `operator` is one of `=`, `<`, `<=`, `>`, `>=`; only rank takes others than `=`.
    """

    field: str  # tag, usage, rank, rating, after, before, on, lang, has, cited, publisher
    value: str
    operator: str = "="


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What does not match."""

    part: "Node"


Node = Words | Near | Filter | And | Or | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed search line; `problems` say which parts were taken as plain words, and why."""

    root: Node | None
    problems: tuple[str, ...] = ()
