"""A run of characters on one line of a page, and the text of a page as such runs."""

from dataclasses import dataclass

HYPHEN = "\u00ad"  # a hyphen that PDFium took for one that breaks a word at a line's end


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that stand beside one another; points, y downwards from the page's top.

    `base` is where its letters stand, `size` how large they are, `order` its place in the file.
    The text ends with a space where one followed.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    base: float
    size: float
    is_bold: bool
    order: int

    @property
    def height(self) -> float:
        """Return how tall it is."""
        return self.bottom - self.top

    def shares_line(self, other: "Segment") -> bool:
        """Return whether the two stand on one line: the lower overlaps by more than half."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared > 0.5 * min(self.height, other.height)


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page says: its runs in the order of the file, and its text as it was extracted.

    `asides` are the runs that stand at another angle than the rest.
    """

    number: int
    label: str
    height: float
    segments: tuple[Segment, ...]
    asides: tuple[Segment, ...]
    raw: str
    unmapped: int = 0  # characters whose font does not say what they are
