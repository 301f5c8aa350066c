"""Whether a sentence that a reviewer changed still fits what it cites."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model.memo_review import ReviewChange, ReviewKind
from briefing.model.review_record import FlagKind, ReviewFlag
from briefing.services.matching import telling_words
from briefing.services.trace_reading import TracedSentence
from briefing.services.traced_sources import MISSING, TracedSource
from briefing.text.folding import fold
from briefing.text.ranking_words import ranking_words
from briefing.text.statement_profile import profile

_QUOTED = re.compile(r"“([^“”]{12,})”|\"([^\"]{12,})\"|«([^«»]{12,})»|„([^„“]{12,})“")
_LEAST_NEW = 3  # words that an addition to a sentence with sources has, to be a claim of its own
_ADDING = frozenset({ReviewKind.INSERTED, ReviewKind.REPLACED})
_STEM = 5  # letters by which a word of an addition is known in a quote


@dataclass(frozen=True, slots=True)
class ChangedSentence:
    """A sentence as it would read in a body, and those that stand in its place now."""

    change: ReviewChange
    body: str
    now: TracedSentence
    was: Sequence[TracedSentence]

    @property
    def words(self) -> str:
        """Return the sentence with the citations behind its stop."""
        return self.body[self.now.start : self.now.whole_end]

    def flag(
        self, kind: FlagKind, reason: str, start: int = 0, end: int = 0, keys: Sequence[str] = ()
    ) -> ReviewFlag:
        """Return a flag of it; places are those of its words."""
        return ReviewFlag(
            self.change.number, kind, reason, self.words, start, end, tuple(dict.fromkeys(keys))
        )


def sentence_flags(one: ChangedSentence) -> Iterator[ReviewFlag]:
    """Yield what of a sentence does not fit what it cites, and did before."""
    yield from _differing(one)
    yield from _turned(one)
    yield from _quotes(one)
    yield from _unknown(one)
    yield from _unsourced(one)


def _differing(one: ChangedSentence) -> Iterator[ReviewFlag]:
    known = {(each.kind, each.written) for was in one.was for each in was.differences}
    for each in one.now.differences:
        if (each.kind, each.written) not in known:
            start = each.start - one.now.start
            end = each.end - one.now.start
            keys = [source.key for source in one.now.sources if source.quote]
            yield one.flag(FlagKind.DIFFERS, each.reason, start, end, keys)


def _turned(one: ChangedSentence) -> Iterator[ReviewFlag]:
    """Yield a flag where a “not”, or a word that is one, came or went in what cites something."""
    cited = [source.key for source in one.now.sources if source.status != MISSING]
    was = [each for each in one.was if each.is_claim or each.sources]
    if not cited or len(was) != 1:
        return
    before, after = profile(was[0].text), profile(one.now.text)
    if before.sign == after.sign:
        return
    turning = [word for word in after.turning if word not in before.turning]
    gone = [word for word in before.turning if word not in after.turning]
    told = [*(f"“{word}” came" for word in turning), *(f"“{word}” went" for word in gone)]
    how = f" ({', '.join(told)})" if told else ""
    reason = f"It says the opposite of what it said{how}; does the source say so?"
    yield one.flag(FlagKind.TURNED, reason, keys=cited)


def _quotes(one: ChangedSentence) -> Iterator[ReviewFlag]:
    """Yield a flag where words in quotation marks were those of a source, and are no more."""
    verbatim = {_plain(source.quote) for was in one.was for source in was.sources if source.quote}
    known = {_plain(quote) for was in one.was for quote in _quoted(was.text)}
    stands = {_plain(source.quote) for source in one.now.sources if source.quote}
    for match in _QUOTED.finditer(one.now.text):
        quote = _plain("".join(part or "" for part in match.groups()))
        was_true = any(
            old not in now and any(old in full for full in verbatim)
            for old in known
            for now in [quote]
        )
        if quote not in known and was_true and not any(quote in full for full in stands):
            reason = "The words in quotation marks are no longer those of the source."
            keys = [source.key for source in one.now.sources]
            yield one.flag(FlagKind.QUOTE_CHANGED, reason, match.start(), match.end(), keys)


def _unknown(one: ChangedSentence) -> Iterator[ReviewFlag]:
    known = {source.key for was in one.was for source in was.sources}
    for source in one.now.sources:
        if source.status == MISSING and source.key not in known:
            reason = f"It cites @{source.key}, which is not in this library."
            yield one.flag(FlagKind.UNKNOWN_CITATION, reason, keys=(source.key,))


def _unsourced(one: ChangedSentence) -> Iterator[ReviewFlag]:
    """Yield a flag for a new claim that cites nothing, or that what is cited does not say."""
    if one.now.is_untraced:
        if not any(was.is_untraced for was in one.was):
            yield one.flag(FlagKind.NO_SOURCE, "New claim without a source.")
        return
    added = _added_words(one)
    if not one.now.is_claim or not added:
        return
    said = _plain(" ".join(map(_said, one.now.sources)))
    cites_whole = any(not source.quote and source.status != MISSING for source in one.now.sources)
    if said and not cites_whole and _says_more(added, said):
        words = " ".join(one.change.after.split())
        at = one.words.find(words)
        place = (at, at + len(words)) if at >= 0 else (0, 0)
        reason = f"New claim without a source: no quote cited here says “{words.strip(' ,;.')}”."
        yield one.flag(FlagKind.NO_SOURCE, reason, *place)


def _says_more(added: Sequence[str], said: str) -> bool:
    """Tell whether words claim what a quote does not say: most of them, or that it is the most."""
    if ranking_words(added) - ranking_words(said.split()):
        return True
    telling = telling_words(" ".join(added))
    missing = [word for word in telling if _stem(word) not in said]
    return len(added) >= _LEAST_NEW and len(missing) * 2 > len(telling)


def _added_words(one: ChangedSentence) -> list[str]:
    """Return the words that a change brings beyond those that it takes."""
    if one.change.kind not in _ADDING:
        return []
    before = {_plain(word) for was in one.was for word in was.text.split()}
    words = one.change.after.split()
    new = [word for word in words if _plain(word.strip(",;.:")) not in before]
    grown = len(words) - len(one.change.before.split())
    return new if grown >= _LEAST_NEW else []


def _quoted(text: str) -> list[str]:
    return ["".join(part or "" for part in match.groups()) for match in _QUOTED.finditer(text)]


def _said(source: TracedSource) -> str:
    return f"{source.statement} {source.quote}"


def _stem(word: str) -> str:
    return _plain(word)[:_STEM]


def _plain(text: str) -> str:
    return fold(" ".join(text.split())).text.casefold()
