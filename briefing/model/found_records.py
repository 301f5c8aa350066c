"""What a search answers when it looks through facts or memos: pages with their marked words."""

from dataclasses import dataclass

from briefing.model.fact import Fact
from briefing.model.memo import MemoRow
from briefing.model.search_page import Marked


@dataclass(frozen=True, slots=True)
class FactHit:
    """One fact found: its statement, and the quote that shows most of the words."""

    fact: Fact
    statement: Marked
    quote: Marked


@dataclass(frozen=True, slots=True)
class FactPage:
    """One page of facts; `after` asks for the next one, and is empty on the last."""

    hits: tuple[FactHit, ...]
    after: str = ""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemoHit:
    """One memo found."""

    memo: MemoRow
    title: Marked
    snippet: Marked


@dataclass(frozen=True, slots=True)
class MemoPage:
    """One page of memos; `after` asks for the next one, and is empty on the last."""

    hits: tuple[MemoHit, ...]
    after: str = ""
    problems: tuple[str, ...] = ()
