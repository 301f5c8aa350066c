"""The sentences of an article that most likely state a key fact, best first, each with its reasons.

A sum of what stands in the sentence (`key_cues`), of how often its words occur in the article, and
of what it shares with the title; less what speaks against it: questions, requests, contents lists,
notices, plain opinion. Nothing is learnt and nothing leaves the machine.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.fact import FactKind
from briefing.text.key_cues import Cue, find_cues
from briefing.text.key_penalties import penalty
from briefing.text.sentences import Supported, sentences, supported_sentences

THRESHOLD = 2.5  # of the score: below it nothing is suggested

LONGEST = 1_200  # characters of a sentence; what is longer is a list or a text without stops

_WORD = re.compile(r"[^\W\d_]{4,}")
_NAME = re.compile(r"(?<=[\w,] )(?:[A-ZÀ-Þ][\w'’-]+|[A-Z]{2,})")
_MOSTLY = 0.4  # of a body in running text makes it one of prose
_FURTHER = 0.5  # share of the weight of each further kind of cue
_FREQUENT = 0.5  # most that common words of the article add
_TITLED = 0.5  # most that words of the title add
_NAMED = 0.3
_OPENING = 0.3  # of the first sentences


@dataclass(frozen=True, slots=True)
class KeySentence:
    """A sentence that may state a key fact: `body[start:end]`, what it is and why."""

    start: int
    end: int
    kind: FactKind
    reasons: tuple[str, ...]
    score: float


def key_sentences(body: str, title: str = "", language: str = "en") -> tuple[KeySentence, ...]:
    """Return the sentences of an article that may state a key fact, the likeliest first."""
    running = _running_text(body, language)
    common = _common_words(sentence.text for sentence in running)
    named = set(_words(title))
    found = [
        key
        for place, sentence in enumerate(running)
        if (key := _judged(sentence, place, common, named))
    ]
    return tuple(sorted(found, key=lambda key: (-key.score, key.start)))


def _running_text(body: str, language: str) -> tuple[Supported, ...]:
    """Return the sentences; of all the text where it is set in from the margin, as code is."""
    found = supported_sentences(body, language)
    if sum(len(sentence.text) for sentence in found) > len(body.strip()) * _MOSTLY:
        return found
    return tuple(
        Supported(
            span, (), block, is_claim=True, text=" ".join(body[span.start : span.end].split())
        )
        for block, span in enumerate(sentences(body, language))
    )


def _judged(
    sentence: Supported, place: int, common: Counter[str], named: set[str]
) -> KeySentence | None:
    """Return a sentence with its score, or nothing where it falls short."""
    cues = find_cues(sentence.text) if len(sentence.text) <= LONGEST else ()
    if not cues:
        return None
    score = cues[0].weight + _FURTHER * sum(cue.weight for cue in cues[1:])
    words = set(_words(sentence.text))
    score += _FREQUENT * _share(words, {word for word, count in common.items() if count > 1})
    score += _TITLED * _share(words, named)
    score += _NAMED if _NAME.search(sentence.text) else 0
    score += _OPENING if place < 2 else 0
    score -= penalty(sentence.text)
    if score < THRESHOLD:
        return None
    reasons = tuple(cue.reason for cue in cues)
    span = sentence.span
    return KeySentence(span.start, span.end, _kind(cues), reasons, round(score, 2))


def _kind(cues: tuple[Cue, ...]) -> FactKind:
    """Return the kind of the strongest cue; a date alone tells of an event."""
    kind = cues[0].kind
    return FactKind.EVENT if kind is FactKind.DATE and len(cues) > 1 else kind


def _common_words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in set(_words(text)))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _share(words: set[str], others: set[str]) -> float:
    return len(words & others) / len(words) if words else 0.0
