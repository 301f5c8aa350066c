"""What the places of one review stand on: the body, its printed paragraphs and its editors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.model.memo_review import MemoEdit
from briefing.review.placing.memo_tree import Node
from briefing.review.placing.place_blocks import BlockEditor
from briefing.review.placing.place_edit import UNSAYABLE, WordEditor
from briefing.review.placing.place_words import UnplacedError
from briefing.review.placing.printed_places import Slot
from briefing.review.placing.standing_blocks import StandingBlocks


@dataclass(frozen=True, slots=True)
class Ground:
    """What every story of a review stands on; `shift` is by how much print raises headings."""

    body: str
    slots: Sequence[Slot]
    words: WordEditor
    blocks: BlockEditor
    quote_styles: frozenset[str]
    shift: int
    standing: StandingBlocks
    divs: Mapping[Node, int]  # how many paragraphs each looked-up div printed

    def check(self, edits: Sequence[MemoEdit]) -> None:
        """Raise UnplacedError where edits would make other blocks of those beside them."""
        if not self.standing.stand(edits):
            raise UnplacedError(UNSAYABLE)
