"""What a search through all memos finds: passages with the words in them, memo by memo."""

from dataclasses import dataclass

from briefing.model.ids import Uid
from briefing.model.search_page import Marked


@dataclass(frozen=True, slots=True)
class MemoPassage:
    """One find: where it stands, in code points of the memo's body, and its sentence."""

    start: int
    end: int
    shown: Marked


@dataclass(frozen=True, slots=True)
class MemoFinds:
    """What one memo holds; `count` may be more than the passages that are shown."""

    uid: Uid
    title: str
    passages: tuple[MemoPassage, ...]
    count: int


@dataclass(frozen=True, slots=True)
class FindAllAnswer:
    """The memos that hold the words, the last changed first; `is_loose`: apart from one another."""

    memos: tuple[MemoFinds, ...] = ()
    count: int = 0
    is_loose: bool = False
