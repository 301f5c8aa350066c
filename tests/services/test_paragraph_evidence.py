"""The evidence for a paragraph: what contradicts it, what it cites, what more there is."""

import pytest

from briefing.model.article import Article
from briefing.model.fact import Fact, FactDraft
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.partial_date import PartialDate
from briefing.services.conflict_finding import ConflictFinding
from briefing.services.evidence import EvidenceDesk
from briefing.services.fact_standing import FactStanding
from briefing.services.paragraph_evidence import EvidenceFound, ParagraphEvidence
from briefing.store.library_file import Library

MEMO = Memo(Uid("memo"), "memo", "", (("language", "en"),), "")
TARGETS = "Mexico extradited 59 high-value targets to the United States."
OTHER = TARGETS.replace("59", "61")
UNLIKE = "Rubio praised the cooperation of Mexico's navy on Wednesday."


@pytest.fixture
def evidence(library: Library) -> ParagraphEvidence:
    return ParagraphEvidence(library)


def keep(library: Library, article: Article, statement: str, day: str = "") -> Fact:
    start = article.body.index("Rubio praised")
    draft = FactDraft(statement, as_of=PartialDate.parse(day) if day else None)
    return EvidenceDesk(library).capture(article.uid, start, start + 33, draft)[0]


def matched(found: EvidenceFound) -> list[str]:
    return [one.uid for one in found.matches]


def test_other_figure_contradicts_with_both_figures(
    library: Library, article: Article, evidence: ParagraphEvidence
) -> None:
    fact = keep(library, article, TARGETS)
    (against,) = evidence.of(MEMO, f"Talks go on. {OTHER} They will be tried.").against
    assert (against.fact.uid, against.sentence) == (fact.uid, OTHER)
    assert against.written.startswith("61")
    assert against.held.startswith("59")
    assert not against.is_cited


def test_what_contradicts_is_not_offered_as_a_match(
    library: Library, article: Article, evidence: ParagraphEvidence
) -> None:
    fact = keep(library, article, TARGETS)
    found = evidence.of(MEMO, OTHER)
    assert fact.uid not in matched(found)


@pytest.mark.parametrize("said", ["59", "fifty-nine"])
def test_same_figure_is_a_match_and_says_so(
    library: Library, article: Article, evidence: ParagraphEvidence, said: str
) -> None:
    fact = keep(library, article, TARGETS)
    found = evidence.of(MEMO, TARGETS.replace("59", said))
    assert found.against == ()
    assert found.matches[0].uid == fact.uid
    assert found.matches[0].reason.startswith("says 59")


def test_what_is_cited_is_listed_apart_whether_it_matches_or_not(
    library: Library, article: Article, evidence: ParagraphEvidence
) -> None:
    fact = keep(library, article, UNLIKE)
    found = evidence.of(MEMO, f"Tariffs rise [@fact:{fact.key}; @{article.citekey}].")
    assert [one.uid for one in found.cited] == [fact.uid, article.uid]
    found = evidence.of(MEMO, f"{UNLIKE[:-1]} [@fact:{fact.key}].")
    assert [one.uid for one in found.cited] == [fact.uid]
    assert fact.uid not in matched(found)
    assert article.uid not in matched(found)  # cited by way of its fact


def test_cited_fact_that_says_otherwise_contradicts(
    library: Library, article: Article, evidence: ParagraphEvidence
) -> None:
    fact = keep(library, article, TARGETS)
    found = evidence.of(MEMO, f"{OTHER[:-1]} [@fact:{fact.key}].")
    (against,) = found.against
    assert (against.fact.uid, against.is_cited) == (fact.uid, True)
    assert found.cited == ()


def test_superseded_fact_leads_to_its_successor(
    library: Library, article: Article, evidence: ParagraphEvidence
) -> None:
    old = keep(library, article, TARGETS)
    new = keep(library, article, "By December, 92 criminals had been handed over.")
    FactStanding(library).supersede(old.uid, new.uid, "newer count")
    found = evidence.of(MEMO, TARGETS)
    assert matched(found)[0] == new.uid
    assert "takes the place of" in found.matches[0].reason
    assert old.uid not in matched(found)
    found = evidence.of(MEMO, f"Tariffs rise [@fact:{old.key}].")
    assert [one.uid for one in found.cited] == [old.uid]
    assert matched(found)[0] == new.uid


def test_current_facts_come_before_disputed_and_retracted_ones(
    library: Library, article: Article, evidence: ParagraphEvidence
) -> None:
    kept = [keep(library, article, f"{TARGETS[:-1]}, {who} said.") for who in ("he", "she", "it")]
    standing = FactStanding(library)
    standing.retract(kept[2].uid, "a slip")
    standing.dispute(kept[1].uid, "the embassy denies it")
    assert matched(evidence.of(MEMO, TARGETS))[:3] == [one.uid for one in kept]


def test_fact_of_another_day_than_the_cited_one_contradicts_nothing(
    library: Library, article: Article, evidence: ParagraphEvidence
) -> None:
    keep(library, article, TARGETS, "2025-02-27")
    cited = keep(library, article, OTHER, "2025-08-12")
    assert evidence.of(MEMO, f"{OTHER[:-1]} [@fact:{cited.key}].").against == ()
    assert len(evidence.of(MEMO, OTHER).against) == 1


def test_facts_told_apart_are_not_held_against_a_sentence(
    library: Library, article: Article, evidence: ParagraphEvidence
) -> None:
    first = keep(library, article, TARGETS)
    cited = keep(library, article, OTHER)
    paragraph = f"{OTHER[:-1]} [@fact:{cited.key}]."
    assert [one.fact.uid for one in evidence.of(MEMO, paragraph).against] == [first.uid]
    ConflictFinding(library).not_same(first.uid, cited.uid, "other convoys")
    assert evidence.of(MEMO, paragraph).against == ()


def test_fact_and_article_name_the_rare_words_that_they_share(
    library: Library, article: Article, evidence: ParagraphEvidence
) -> None:
    keep(library, article, TARGETS)
    paragraph = "Mexico arrested 59 high-value targets, Sheinbaum said [@source9, p. 3]."
    fact, whole = evidence.of(MEMO, paragraph).matches
    assert (fact.kind, whole.kind) == ("fact", "article")
    assert "shares " in fact.reason
    assert "59" in fact.reason
    assert whole.reason.startswith("shares ")
    assert "Sheinbaum" in whole.reason
    assert "source9" not in whole.reason


@pytest.mark.parametrize("paragraph", ["", "There were some more of them.", "[@nobody]"])
def test_paragraph_that_says_nothing_finds_nothing(
    library: Library, article: Article, evidence: ParagraphEvidence, paragraph: str
) -> None:
    keep(library, article, UNLIKE)
    assert evidence.of(MEMO, paragraph) == EvidenceFound()
