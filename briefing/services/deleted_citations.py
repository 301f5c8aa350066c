"""Citations that a reviewer's change parts from their sentence: they are asked about.

Either the citation goes and the sentence stays, or the sentence goes and leaves its citation.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.errors import InputError
from briefing.model.memo_review import Decision, MemoEdit, ReviewChange, Verdict
from briefing.model.review_record import FlagKind, ReviewFlag
from briefing.review.merging.hunks import Hunk, with_hunks
from briefing.text.citations import FoundCitation, find_citations
from briefing.text.sentences import Supported, supported_sentences
from briefing.text.span_index import SpanIndex

_HARMLESS = re.compile(r"[\w ,.()“”‘’'–—]*")  # no mark of Markdown, no new line
_LEAST = 3  # letters that are left of a sentence which stays


@dataclass(frozen=True, slots=True)
class _Losing:
    """A sentence that stays, and the citations of it that go."""

    sentence: Supported
    gone: tuple[FoundCitation, ...]
    keys: tuple[str, ...]


class DeletedCitations:
    """Finds them in one version of a memo."""

    def __init__(self, body: str, language: str = "en") -> None:
        self._body = body
        self._sentences = SpanIndex(supported_sentences(body, language), _reach)
        self._cited = SpanIndex(find_citations(body), lambda one: (one.span.start, one.span.end))

    def flags(self, change: ReviewChange) -> Iterator[ReviewFlag]:
        """Yield one flag for each sentence that loses a citation, or leaves one behind."""
        yield from self._left_flags(change)
        for one in self._losing(change):
            names = ", ".join(f"@{key}" for key in one.keys)
            what = "citation" if len(one.keys) == 1 else "citations"
            yield ReviewFlag(
                change.number,
                FlagKind.CITATION_DELETED,
                f"It deletes the {what} {names}, but not the sentence that rests on it.",
                " ".join(one.sentence.text.split()),
                keys=one.keys,
            )

    def keeping(self, change: ReviewChange) -> Decision:
        """Return the decision that takes a change but for the citations that it deletes.

        InputError where it deletes none, or does too much else to part the two.
        """
        marks = [cited.span for one in self._losing(change) for cited in one.gone]
        if not marks:
            raise InputError(f"Change {change.number} deletes no citation of a sentence.")
        words = " ".join(dict.fromkeys(self._body[one.start : one.end] for one in marks))
        deleted = "".join(self._body[one.start : one.end] for one in change.edits)
        if " ".join(deleted.split()) == words and not any(one.text.strip() for one in change.edits):
            return Decision(Verdict.REJECTED)
        first, *others = change.edits
        if others:
            raise InputError(
                f"Change {change.number} does more than one thing; accept it and cite"
                f" {words} again, or reject it."
            )
        return Decision(Verdict.ACCEPTED, _with_words(first, words, self._body))

    def without_left(self, change: ReviewChange) -> ReviewChange:
        """Return a change that takes along the citations which it would leave behind.

        InputError where it leaves none.
        """
        left = [span for _, cited in self._leaving(change) for span in cited]
        if not left:
            raise InputError(f"Change {change.number} leaves no citation without its sentence.")
        edits = list(change.edits)
        for cited in left:
            start, end = cited.span.start, cited.span.end
            before = next((one for one in edits if self._leads_to(one, start)), None)
            if before is None:
                edits.append(MemoEdit(start, end, ""))
            else:
                edits[edits.index(before)] = replace(before, end=end)
        return replace(change, edits=tuple(sorted(edits, key=lambda one: one.start)))

    def _leads_to(self, edit: MemoEdit, start: int) -> bool:
        between = self._body[edit.end : start]
        return edit.end <= start and not edit.text and not between.strip() and "\n\n" not in between

    def _left_flags(self, change: ReviewChange) -> Iterator[ReviewFlag]:
        for sentence, left in self._leaving(change):
            keys = tuple(dict.fromkeys(item.key for one in left for item in one.citation.items))
            names = ", ".join(f"@{key}" for key in keys)
            what = "a citation" if len(keys) == 1 else "citations"
            yield ReviewFlag(
                change.number,
                FlagKind.CITATION_LEFT,
                f"It leaves {what} without its sentence: {names}.",
                " ".join(sentence.text.split()),
                keys=keys,
            )

    def _leaving(
        self, change: ReviewChange
    ) -> Iterator[tuple[Supported, tuple[FoundCitation, ...]]]:
        """Yield each sentence that goes while citations of it stay, with those."""
        for sentence in self._near(change.edits):
            is_touched = any(
                one.start < sentence.span.end and sentence.span.start < one.end
                for one in change.edits
            )
            left = tuple(one for one in sentence.citations if not _is_cut(one, change.edits))
            if is_touched and left and self._is_gone(sentence, change.edits):
                yield sentence, left

    def _losing(self, change: ReviewChange) -> Iterator[_Losing]:
        gone = self._gone_keys(change.edits)
        if not gone:
            return
        for sentence in self._near(change.edits):
            cut = tuple(one for one in sentence.citations if _is_cut(one, change.edits))
            keys = [item.key for one in cut for item in one.citation.items if gone[item.key] > 0]
            if keys and not self._is_gone(sentence, change.edits):
                yield _Losing(sentence, cut, tuple(dict.fromkeys(keys)))

    def _near(self, edits: Sequence[MemoEdit]) -> Sequence[Supported]:
        """Return the sentences that edits may touch, or whose citations they may."""
        if not edits:
            return ()
        return self._sentences.near(min(one.start for one in edits), max(one.end for one in edits))

    def _gone_keys(self, edits: Sequence[MemoEdit]) -> Counter[str]:
        """Return how often each key is cited no more once the edits are made."""
        if not any(self._may_cut(one) for one in edits):
            return Counter()
        start = self._body.rfind("\n\n", 0, min(one.start for one in edits)) + 1
        end = self._body.find("\n\n", max(one.end for one in edits))
        end = len(self._body) if end < 0 else end
        if "@" not in self._body[start:end]:
            return Counter()
        hunks = [Hunk(one.start, one.end, one.text) for one in edits]
        before = Counter(_keys(find_citations(self._body[start:end])))
        return before - Counter(_keys(find_citations(with_hunks(self._body, hunks, start, end))))

    def _may_cut(self, edit: MemoEdit) -> bool:
        """Tell whether an edit touches a citation, or marks that may make words of one."""
        start, end = max(0, edit.start - 1), edit.end + 1
        if not _HARMLESS.fullmatch(self._body, start, end) or not _HARMLESS.fullmatch(edit.text):
            return True
        near = self._cited.near(start, end)
        return any(one.span.start < end and start < one.span.end for one in near)

    def _is_gone(self, sentence: Supported, edits: Iterable[MemoEdit]) -> bool:
        """Tell whether nothing of a sentence's own words is left."""
        start, end = sentence.span.start, sentence.span.end
        own = list(self._body[start:end])
        for one in sentence.citations:
            for at in range(max(start, one.span.start), min(end, one.span.end)):
                own[at - start] = " "
        added = ""
        for edit in edits:
            for at in range(max(start, edit.start), min(end, edit.end)):
                own[at - start] = " "
            if edit.start < end and start < edit.end:
                added += edit.text
        return sum(sign.isalnum() for sign in (*own, *added)) < _LEAST


def _reach(sentence: Supported) -> tuple[int, int]:
    """Return where a sentence stands together with its citations."""
    spans = (sentence.span, *(one.span for one in sentence.citations))
    return min(one.start for one in spans), max(one.end for one in spans)


def _is_cut(cited: FoundCitation, edits: Iterable[MemoEdit]) -> bool:
    return any(one.start < cited.span.end and cited.span.start < one.end for one in edits)


def _keys(found: Iterable[FoundCitation]) -> Iterator[str]:
    return (item.key for one in found for item in one.citation.items)


def _with_words(edit: MemoEdit, words: str, body: str) -> str:
    """Return an edit's text with citations in it: before a stop that ends it, else behind it."""
    text = edit.text.rstrip()
    stop = text[-1:] if text[-1:] in {".", "!", "?", ";", ":", ","} else ""
    head = text.removesuffix(stop) if stop else text
    needs_space = bool(head) or not body[: edit.start].endswith((" ", "\n"))
    tail = edit.text[len(text) :]
    if not tail and not stop and body[edit.end : edit.end + 1].isalnum():
        tail = " "
    return f"{head}{' ' if needs_space else ''}{words}{stop}{tail}"
