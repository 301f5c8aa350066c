"""What a change of a fact or an article touches: the sentences of memos that rest on it."""

from dataclasses import dataclass

from briefing.model.ids import Uid


@dataclass(frozen=True, slots=True)
class TouchedSentence:
    """A sentence of a memo with the citations that stand at it (code points of the memo's body).

    `key` is what it cites, as it is written there; `source` the fact or article that it names.
    `kept_reason` says why the sentence stays as it is, where the analyst ruled so.
    """

    memo_uid: Uid
    slug: str
    title: str
    start: int
    end: int
    text: str
    key: str
    source: Uid
    kept_reason: str = ""
