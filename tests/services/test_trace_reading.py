"""The trace of a memo: each sentence with its sources as they stand, and what differs."""

from dataclasses import replace

import pytest

from briefing.model.article import Article
from briefing.model.fact import FactDraft
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.services.evidence import EvidenceDesk
from briefing.services.fact_standing import FactStanding
from briefing.services.trace_reading import TracedSentence, TraceReading
from briefing.services.triage import Triage
from briefing.store.library_file import Library

QUOTE = "the arrest of 59 high-value targets by Mexico"


@pytest.fixture
def key(library: Library, article: Article) -> str:
    start = article.body.index(QUOTE)
    draft = FactDraft("Mexico arrested 59 targets.")
    fact, _ = EvidenceDesk(library).capture(article.uid, start, start + len(QUOTE), draft)
    return fact.key


def traced(library: Library, body: str, language: str = "") -> tuple[TracedSentence, ...]:
    fields = (("language", language),) if language else ()
    return TraceReading(library).sentences(Memo(Uid("memo"), "memo", "", fields, body))


def test_a_sentence_opens_at_the_quote_of_its_fact(
    library: Library, article: Article, key: str
) -> None:
    (sentence,) = traced(library, f"## Key points\n\nMexico held 59 targets. [@fact:{key}]\n")
    (source,) = sentence.sources
    assert (sentence.text, sentence.section) == ("Mexico held 59 targets.", "Key points")
    assert (source.kind, source.status, source.citekey) == ("fact", "current", "nytimes2025mexico")
    assert (source.quote, source.state) == (QUOTE, "exact")
    assert article.body[source.start : source.end] == QUOTE
    assert sentence.is_claim
    assert not sentence.is_untraced


def test_each_sentence_has_its_own_sources(library: Library, key: str) -> None:
    body = (
        f"Mexico held 59 targets [@fact:{key}; @nytimes2025mexico, p. 3]. Rubio praised it again.\n"
    )
    first, second = traced(library, body)
    assert [(one.key, one.kind) for one in first.sources] == [
        (f"fact:{key}", "fact"),
        ("nytimes2025mexico", "article"),
    ]
    assert second.is_untraced


def test_what_is_no_longer_so_is_told(library: Library, article: Article, key: str) -> None:
    fact = EvidenceDesk(library).fact_by_key(key)
    FactStanding(library).dispute(fact.uid, "Two papers say 60.")
    Triage(library).edit(replace(article, body=article.body.replace("59", "60")))
    (sentence,) = traced(library, f"Mexico held 59 targets. [@fact:{key}]")
    (source,) = sentence.sources
    assert (source.status, source.state, source.start) == ("disputed", "lost", None)
    assert "60 high-value targets" in source.reason


def test_a_quote_that_moved_is_found_there(library: Library, article: Article, key: str) -> None:
    moved = "A new first paragraph.\n\n" + article.body
    Triage(library).edit(replace(article, body=moved))
    (sentence,) = traced(library, f"Mexico held 59 targets. [@fact:{key}]")
    (source,) = sentence.sources
    assert moved[source.start : source.end] == QUOTE


def test_keys_that_the_library_does_not_have_are_missing(library: Library) -> None:
    (sentence,) = traced(library, "Mexico held 59 targets. [@fact:zzz; @nobody]")
    assert [(one.kind, one.status, one.state) for one in sentence.sources] == [
        ("fact", "missing", None),
        ("article", "missing", None),
    ]
    assert not sentence.is_untraced


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Mexico held **60** high-value targets.", ["figure"]),
        ("Mexico held fifty-nine high-value targets.", []),
        ("Mexico held **59** high-value targets.", []),
    ],
)
def test_figures_are_compared_with_the_quote(
    library: Library, key: str, words: str, kinds: list[str]
) -> None:
    body = f"# Head\n\n- {words} [@fact:{key}]\n"
    (sentence,) = traced(library, body)
    assert [one.kind for one in sentence.differences] == kinds
    for one in sentence.differences:
        assert body[one.start : one.end].replace("**", "") == one.written


def test_what_an_article_cited_beside_says_is_no_difference(
    library: Library, article: Article, key: str
) -> None:
    Triage(library).edit(replace(article, body=article.body + "\nLater 60 high-value targets.\n"))
    body = f"Mexico held 60 high-value targets. [@fact:{key}; @nytimes2025mexico]"
    (sentence,) = traced(library, body)
    assert sentence.differences == ()


def test_a_block_quotation_is_found_in_its_article(library: Library, article: Article) -> None:
    words = "Rubio praised Mexico’s cooperation."
    body = f"> {words} [@nytimes2025mexico]\n\n> Rubio blamed Mexico. [@nytimes2025mexico]\n"
    first, second = traced(library, body)
    (stands,), (lost,) = first.sources, second.sources
    assert article.body[stands.start : stands.end] == "Rubio praised Mexico's cooperation."
    assert lost.state == "lost"


def test_words_in_quotation_marks_are_found_in_their_article(
    library: Library, article: Article
) -> None:
    body = "They agreed “to enhance security cooperation”, as reported. [@nytimes2025mexico]\n"
    (sentence,) = traced(library, body)
    (source,) = sentence.sources
    assert article.body[source.start : source.end] == "to enhance security cooperation"


def test_the_citations_behind_the_stop_belong_to_the_sentence(library: Library, key: str) -> None:
    body = f"Mexico held 59 targets. [@fact:{key}] The talks went on."
    first, _ = traced(library, body)
    assert body[first.start : first.whole_end] == f"Mexico held 59 targets. [@fact:{key}]"


def test_a_memo_is_split_by_its_language(library: Library, key: str) -> None:
    body = f"Lo dijo el Sr. Rubio en México. [@fact:{key}]"
    assert len(traced(library, body, "es")) == 1


def test_claims_without_a_source_are_listed(library: Library, key: str) -> None:
    body = (
        "## Issue\n\nWhat now? We recommend talks. The border was closed on Monday.\n\n"
        f"Mexico held 59 targets. [@fact:{key}]\n"
    )
    memo = Memo(Uid("memo"), "memo", "", (), body)
    assert [one.text for one in TraceReading(library).sentences(memo) if one.is_untraced] == [
        "The border was closed on Monday."
    ]
