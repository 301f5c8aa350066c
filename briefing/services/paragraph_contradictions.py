"""Which facts say otherwise than the sentences of a paragraph, and what each of the two says."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from briefing.model.fact import Fact, FactStatus
from briefing.model.ids import Uid
from briefing.services.conflict_pairs import profile_of
from briefing.services.trace_reading import TracedSentence
from briefing.text.contradiction import contradiction
from briefing.text.statement_profile import Profile, profile

_STANDING = frozenset({FactStatus.CURRENT, FactStatus.DISPUTED})


@dataclass(frozen=True, slots=True)
class Against:
    """A fact that says otherwise than a sentence; `written` is the sentence's, `held` the fact's.

    `is_cited` where the sentence rests on that very fact; `is_quoted` where its quote says so.
    """

    fact: Fact
    sentence: str
    written: str
    held: str
    is_cited: bool
    is_quoted: bool = False


def profile_of_sentence(sentence: TracedSentence, cited: Mapping[Uid, Fact]) -> Profile:
    """Take a sentence apart; it holds for the day for which the facts hold that it cites."""
    facts = (cited[one.uid] for one in sentence.sources if one.uid and one.uid in cited)
    days = {fact.as_of for fact in facts if fact.as_of}
    return profile(sentence.text, as_of=days.pop() if len(days) == 1 else None)


def contradicting(
    sentences: Sequence[TracedSentence],
    facts: Iterable[Fact],
    cited: Mapping[Uid, Fact],
    apart: AbstractSet[frozenset[Uid]],
) -> tuple[Against, ...]:
    """Return what facts say otherwise than sentences, each pair once, in the sentences' order.

    `cited` are the facts that the sentences cite, by uid; `apart` the pairs of facts that were said
    not to be about the same thing: then what cites one is not held against the other.
    """
    asked = list({fact.uid: fact for fact in (*cited.values(), *facts)}.values())
    found: dict[tuple[int, Uid], Against] = {}
    for sentence in sentences:
        mine = profile_of_sentence(sentence, cited)
        resting = {one.uid for one in sentence.sources if one.uid and one.uid in cited}
        for fact in asked:
            if fact.status not in _STANDING:
                continue
            if any(frozenset((uid, fact.uid)) in apart for uid in resting):
                continue
            told = contradiction(mine, profile_of(fact))
            if told is not None:
                is_cited = fact.uid in resting
                found[sentence.start, fact.uid] = Against(
                    fact, sentence.text, *told.words, is_cited
                )
        for one in _against_quotes(sentence, cited):
            found.setdefault((sentence.start, one.fact.uid), one)
    return tuple(found.values())


def _against_quotes(sentence: TracedSentence, cited: Mapping[Uid, Fact]) -> Iterator[Against]:
    """Yield what a sentence says otherwise than the quotes of the facts that it cites."""
    for difference in sentence.differences:
        if not difference.quoted:
            continue
        quoting = (
            cited[one.uid]
            for one in sentence.sources
            if one.uid and one.uid in cited and difference.quoted in " ".join(one.quote.split())
        )
        fact = next(quoting, None)
        if fact is not None:
            yield Against(
                fact,
                sentence.text,
                difference.written,
                difference.quoted,
                is_cited=True,
                is_quoted=True,
            )
