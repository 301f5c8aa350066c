"""A search that was given a name."""

from dataclasses import dataclass

from briefing.model.ids import Uid


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A named search line."""

    uid: Uid
    name: str
    query: str
