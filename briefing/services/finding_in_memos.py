"""Words looked for in the texts of all memos, as they stand there; with the sentence around."""

import re
from collections.abc import Iterator

from briefing.model.ids import Uid
from briefing.model.memo_find import FindAllAnswer, MemoFinds, MemoPassage
from briefing.model.search_page import Marked
from briefing.services.searching import Searching
from briefing.store import memos
from briefing.store.library_file import Library
from briefing.text.sentences import sentences

MOST_OF_MEMO = 50  # passages of one memo that are shown
MOST_SHOWN = 500  # passages in all
_REACH = 400  # characters of its line, before and behind, in which a find's sentence is sought
_BEFORE = 60  # characters of the sentence that are shown before the find
_LONGEST = 240  # characters that are shown
_MOST_LOOSE = 50  # memos that hold the words apart
_CITED_END = re.compile(r"[.!?…][\"”’»)]*\s*\[[^\[\]\n]*@[^\[\]\n]*\]\s+(?=\S)")


class FindingInMemos:
    """Finds words in memos; may be called from any thread."""

    def __init__(self, library: Library, searching: Searching) -> None:
        self._library = library
        self._searching = searching

    def find(
        self, words: str, *, match_case: bool = False, whole_words: bool = False
    ) -> FindAllAnswer:
        """Return every memo that holds the words as they are written, white space aside.

        Where there is none, the memos that hold each of several words anywhere.
        """
        if not words.strip():
            return FindAllAnswer()
        pattern = _pattern(words, match_case=match_case, whole_words=whole_words)
        found: list[MemoFinds] = []
        count, room = 0, MOST_SHOWN
        for uid, title, body in memos.texts(self._library.reader()):
            spans = [match.span() for match in pattern.finditer(body)]
            if spans:
                count += len(spans)
                shown = spans[: min(room, MOST_OF_MEMO)]
                room -= len(shown)
                passages = tuple(_passage(body, *span) for span in shown)
                found.append(MemoFinds(uid, title, passages, len(spans)))
        if found or match_case or len(words.split()) < 2:
            return FindAllAnswer(tuple(found), count)
        return self._loose(words, whole_words=whole_words)

    def _loose(self, words: str, *, whole_words: bool) -> FindAllAnswer:
        """Return the memos that hold all the words, wherever they stand in them."""
        line = " ".join(re.findall(r"\w+", words))
        if not line:
            return FindAllAnswer()
        hits = self._searching.memos(line, limit=_MOST_LOOSE).hits
        found = tuple(
            self._loose_finds(hit.memo.uid, hit.memo.title, words, whole_words=whole_words)
            for hit in hits
        )
        return FindAllAnswer(found, sum(one.count for one in found), is_loose=True)

    def _loose_finds(self, uid: Uid, title: str, words: str, *, whole_words: bool) -> MemoFinds:
        """Return where the first of each word stands in a memo."""
        body = memos.get(self._library.reader(), uid).body
        spans = sorted(
            match.span()
            for word in re.findall(r"\w+", words)
            if (match := _pattern(word, match_case=False, whole_words=whole_words).search(body))
        )
        return MemoFinds(uid, title, tuple(_passage(body, *span) for span in spans), len(spans))


def _pattern(words: str, *, match_case: bool, whole_words: bool) -> re.Pattern[str]:
    source = r"\s+".join(re.escape(word) for word in words.split())
    if whole_words:
        source = rf"(?<!\w){source}(?!\w)"
    return re.compile(source, 0 if match_case else re.IGNORECASE)


def _passage(body: str, start: int, end: int) -> MemoPassage:
    """Return a find with the sentence that it begins in, cut where that is long."""
    first = max(body.rfind("\n", 0, start) + 1, start - _REACH)
    last = body.find("\n", end)
    last = min(len(body) if last < 0 else last, end + _REACH)
    for span in _sentences(body[first:last]):
        if first + span[0] <= start < first + span[1]:
            first, last = first + span[0], max(end, first + span[1])
            break
    head = "…" if start - first > _BEFORE else ""
    if head:
        cut = body.find(" ", start - _BEFORE, start)
        first = cut + 1 if cut >= 0 else start - _BEFORE
    tail = "…" if last - first > _LONGEST else ""
    last = max(end, min(last, first + _LONGEST))
    place = len(head) + start - first
    text = (head + body[first:last]).rstrip() + tail
    return MemoPassage(start, end, Marked(text, ((place, place + end - start),)))


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    """Yield where sentences stand; a citation behind the full stop belongs to the one before."""
    for span in sentences(line):
        start = span.start
        for cited in _CITED_END.finditer(line, span.start, span.end):
            yield start, cited.end()
            start = cited.end()
        yield start, span.end
