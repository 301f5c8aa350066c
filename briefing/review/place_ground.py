"""What the places of one review stand on: the body, its printed paragraphs and its editors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.review.memo_tree import Node
from briefing.review.place_blocks import BlockEditor
from briefing.review.place_edit import WordEditor
from briefing.review.printed_places import Slot


@dataclass(frozen=True, slots=True)
class Ground:
    """What every story of a review stands on; `shift` is by how much print raises headings."""

    body: str
    slots: Sequence[Slot]
    words: WordEditor
    blocks: BlockEditor
    quote_styles: frozenset[str]
    shift: int
    divs: Mapping[Node, int]  # how many paragraphs each looked-up div printed
