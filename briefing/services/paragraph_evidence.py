"""The evidence for a paragraph: what contradicts it, what it cites, and what more there is."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model.fact import Fact, FactStatus
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.services.conflict_pairs import profile_of
from briefing.services.fact_standing import newest
from briefing.services.matching import Match, Probed, matches, probe, shares, telling_words
from briefing.services.paragraph_contradictions import Against, contradicting, profile_of_sentence
from briefing.services.trace_reading import TracedSentence, TraceReading
from briefing.store import conflict_rulings, facts, word_probe
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.text.quantities import agree
from briefing.text.statement_profile import Said

_FACTS = 8
_ARTICLES = 4  # beside the facts: the further ones share little
_RANKED = 16  # facts whose figures are looked at
_COMPARED = 8  # facts that are compared with one sentence
_MOST_COMPARED = 60
_WEAK = 0.3  # of the best one's score: what is below shares words by chance
_WEIGHTS = {FactStatus.DISPUTED: 0.8, FactStatus.RETRACTED: 0.4}
_SMALL = 12  # figures up to it are equal by chance
_BEGINNING = 60  # characters of a statement that name it


@dataclass(frozen=True, slots=True)
class EvidenceFound:
    """What the library holds for a paragraph; each record stands in one of the three."""

    against: tuple[Against, ...] = ()
    cited: tuple[Match, ...] = ()
    matches: tuple[Match, ...] = ()


class ParagraphEvidence:
    """What can be asked of a paragraph of a memo; for a worker's thread."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._trace = TraceReading(library)

    def of(self, memo: Memo, paragraph: str) -> EvidenceFound:
        """Return the evidence for a paragraph of a memo, facts before articles."""
        reader = self._library.reader()
        sentences = self._trace.sentences(replace(memo, body=paragraph))
        cited = _cited(sentences)
        resting = {
            fact.uid: fact
            for fact in facts.by_uids(reader, [one.uid for one in cited if one.kind == "fact"])
        }
        words = telling_words(paragraph)
        probed = probe(reader, "fact", words)
        ranked = _facts(reader, probed.best(words, _RANKED))
        against = self._against(reader, sentences, probed, resting)
        known = {*resting, *(one.fact.uid for one in against)}
        told = [one for each in sentences for one in profile_of_sentence(each, resting).said]
        return EvidenceFound(
            against,
            tuple(one for one in cited if one.uid not in {each.fact.uid for each in against}),
            (
                *_best_facts(reader, ranked, resting, known, told, probed.total),
                *_best_articles(reader, words, {one.uid for one in cited}, resting.values()),
            ),
        )

    def _against(
        self,
        reader: Connection,
        sentences: Sequence[TracedSentence],
        probed: Probed,
        resting: Mapping[Uid, Fact],
    ) -> tuple[Against, ...]:
        rows: dict[int, list[str]] = {}
        for sentence in sentences:
            asked = telling_words(sentence.text)
            for row, _, shared in probed.best(asked, _COMPARED, are_all_asked=True):
                rows.setdefault(row, shared)
        some = [(row, 0.0, shared) for row, shared in rows.items()][:_MOST_COMPARED]
        compared = [fact for fact, _, _ in _facts(reader, some)]
        apart = {frozenset((one.first, one.second)) for one in conflict_rulings.every(reader)}
        return contradicting(sentences, compared, resting, apart)


def _cited(sentences: Iterable[TracedSentence]) -> tuple[Match, ...]:
    """Return what sentences cite that the library has, each once."""
    sources = (one for sentence in sentences for one in sentence.sources if one.uid)
    return tuple({one.uid: Match(one.kind, one.uid, "") for one in sources if one.uid}.values())


def _facts(
    reader: Connection, best: Sequence[tuple[int, float, list[str]]]
) -> list[tuple[Fact, float, list[str]]]:
    uids = word_probe.uids(reader, "fact", [row for row, _, _ in best])
    known = {fact.uid: fact for fact in facts.by_uids(reader, list(uids.values()))}
    return [
        (known[uids[row]], score, shared)
        for row, score, shared in best
        if row in uids and uids[row] in known
    ]


def _best_facts(
    reader: Connection,
    ranked: Iterable[tuple[Fact, float, list[str]]],
    resting: Mapping[Uid, Fact],
    known: set[Uid],
    told: Sequence[Said],
    total: int,
) -> Iterator[Match]:
    """Yield facts that may support a paragraph, the best first; what is known already is left out.

    First those that take the place of what is cited. A superseded fact leads to its successor.
    """
    found: dict[Uid, Match] = {}
    for fact in resting.values():
        successor = newest(reader, fact)
        if successor.uid not in known:
            reason = f"takes the place of “{_beginning(fact)}”, which is cited here"
            found.setdefault(successor.uid, Match("fact", successor.uid, reason, math.inf))
    for fact, score, shared in ranked:
        stands = newest(reader, fact)
        if stands.uid not in known and stands.uid not in found:
            found[stands.uid] = _scored(fact, stands, score, shared, told, math.log(1 + total))
    ordered = sorted(found.values(), key=lambda one: -one.score)
    strongest = max((one.score for one in ordered if one.score < math.inf), default=0.0)
    yield from [one for one in ordered if one.score >= strongest * _WEAK][:_FACTS]


def _scored(
    fact: Fact, stands: Fact, score: float, shared: list[str], told: Sequence[Said], bonus: float
) -> Match:
    """Return the fact that stands in place of one which shares words, with its reason and score."""
    reason = shares(shared)
    if stands.uid != fact.uid:
        reason = f"takes the place of “{_beginning(fact)}”, which {reason}"
    if told and (same := _same_figure(stands, told)):
        reason, score = f"says {same} too; {reason}", score + bonus
    return Match("fact", stands.uid, reason, score * _WEIGHTS.get(stands.status, 1.0))


def _same_figure(fact: Fact, told: Sequence[Said]) -> str:
    """Return the words of a figure of a fact that the paragraph says as well, if there is one."""
    for said in profile_of(fact).said:
        is_telling = bool(said.quantity.unit) or abs(said.quantity.value) > _SMALL
        if is_telling and any(agree(said.quantity, mine.quantity) for mine in told):
            return said.words.strip()
    return ""


def _best_articles(
    reader: Connection, words: Sequence[str], cited: set[Uid], resting: Iterable[Fact]
) -> tuple[Match, ...]:
    """Return articles that the paragraph does not cite, nor by way of a fact."""
    known = cited | {piece.article_uid for fact in resting for piece in fact.evidence}
    found = matches(reader, probe(reader, "article", words), words, _ARTICLES + len(known))
    return tuple(one for one in found if one.uid not in known)[:_ARTICLES]


def _beginning(fact: Fact) -> str:
    statement = fact.statement
    return statement if len(statement) <= _BEGINNING else statement[:_BEGINNING].rstrip() + "…"
