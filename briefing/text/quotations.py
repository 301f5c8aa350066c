"""Words looked for in a text: every place where a quote stands."""

from briefing.model.anchor import Anchor, AnchorState
from briefing.text.anchors import locate

_UNPLACED = -1  # an anchor that does not know where it stood


def quote_spans(text: str, quote: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of every place of a quote, in order; the words must be its own.

    Blanks, quotation marks, hyphens at line ends and ligatures make no difference (anchors).
    """
    found = locate(text, Anchor(quote.strip(), "", "", _UNPLACED))
    if found.state is AnchorState.LOST:
        return ()
    return found.candidates or ((found.start, found.end),)
