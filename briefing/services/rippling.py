"""What a change of a fact or an article touches in memos, and bringing it up to date."""

from collections.abc import Sequence

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.ripple import TouchedSentence
from briefing.store.library_file import Library


class Rippling:
    """What can be done with the sentences that rest on a fact or an article."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def touched(self, uid: Uid) -> tuple[TouchedSentence, ...]:
        """Return every sentence of every memo that cites a fact, or an article and its facts."""
        del uid
        return ()

    def proposal(self, touched: TouchedSentence) -> str:
        """Return the sentence with the newer fact's figure, date and citation.

        Where the fact is disputed or retracted nothing can be proposed: it comes as it stands.
        """
        return touched.text

    def update(self, touched: Sequence[TouchedSentence], texts: Sequence[str]) -> Changes:
        """Write new texts for sentences of many memos, as one step; each memo is versioned first.

        InputError where a memo was changed meanwhile, so that a sentence is no longer there.
        """
        del touched, texts
        return Changes()

    def keep(self, touched: Sequence[TouchedSentence], reason: str) -> Changes:
        """Let sentences stay as they are, and remember why, until what they cite changes again."""
        del touched, reason
        return Changes()
