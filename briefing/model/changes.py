"""What a write touched, so that each view can decide whether to refresh."""

from dataclasses import dataclass

from briefing.model.ids import Uid


@dataclass(frozen=True, slots=True)
class Changes:
    """The records that a write touched; `everything` after an undo too wide to name."""

    articles: frozenset[Uid] = frozenset()
    facts: frozenset[Uid] = frozenset()
    memos: frozenset[Uid] = frozenset()
    everything: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            self.articles | other.articles,
            self.facts | other.facts,
            self.memos | other.memos,
            self.everything or other.everything,
        )

    def __bool__(self) -> bool:
        return bool(self.articles or self.facts or self.memos or self.everything)
