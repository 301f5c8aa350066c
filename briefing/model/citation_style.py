"""A citation style as it is listed and chosen, and as a file that goes beside a memo."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """The name by which front matter, template and command line know a style, and its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class CslFile:
    """The CSL file that a memo was worded by; `name` has no extension.

    `is_ready` says that the name is enough to find it.
    """

    name: str
    data: bytes
    is_ready: bool = True
