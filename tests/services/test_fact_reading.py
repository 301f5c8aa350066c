"""A fact opens with its quotes where they stand now; what cannot be told is asked, and mended."""

from dataclasses import replace

import pytest

from briefing.errors import InputError
from briefing.model.anchor import AnchorState
from briefing.model.article import Article
from briefing.model.fact import Fact, FactDraft
from briefing.model.fact_history import FactEventKind
from briefing.services.evidence import EvidenceDesk
from briefing.services.evidence_mending import EvidenceMending
from briefing.services.fact_reading import FactReading, OpenedEvidence
from briefing.services.safekeeping import Safekeeping
from briefing.store import articles
from briefing.store.library_file import Library

QUOTE = "the arrest of 59 high-value targets"


@pytest.fixture
def fact(library: Library, article: Article) -> Fact:
    start = article.body.index(QUOTE)
    draft = FactDraft("Mexico arrested 59.")
    return EvidenceDesk(library).capture(article.uid, start, start + len(QUOTE), draft)[0]


def rewritten(library: Library, article: Article, body: str) -> None:
    library.write(
        "Change", lambda connection: articles.update(connection, replace(article, body=body))
    )


def opened(library: Library, fact: Fact) -> OpenedEvidence:
    (one,) = FactReading(library).open(fact.uid).evidence
    return one


def test_a_quote_is_shown_with_the_words_around_it(library: Library, fact: Fact) -> None:
    one = opened(library, fact)
    assert one.located.state is AnchorState.EXACT
    (place,) = one.places
    assert (place.before, place.words) == ("Sheinbaum highlighted ", QUOTE)
    assert place.after.startswith(" by Mexico, who were")
    assert one.citekey == "nytimes2025mexico"


def test_a_lost_quote_is_shown_nowhere(library: Library, article: Article, fact: Fact) -> None:
    rewritten(library, article, "Another text altogether.")
    one = opened(library, fact)
    assert one.located.state is AnchorState.LOST
    assert one.places == ()


def test_a_moved_quote_can_be_accepted_at_its_new_place(
    library: Library, article: Article, fact: Fact
) -> None:
    rewritten(library, article, f"New first words.\n\n{article.body}")
    one = opened(library, fact)
    (place,) = one.places
    mending = EvidenceMending(library)
    mending.choose(fact.uid, one.evidence.uid, place.start, place.end)
    assert opened(library, fact).located.state is AnchorState.EXACT
    history = FactReading(library).open(fact.uid).history
    assert [event.kind for event in history] == [FactEventKind.EVIDENCE]
    Safekeeping(library).undo()
    assert opened(library, fact).evidence == one.evidence


def test_an_ambiguous_quote_offers_its_candidates_to_choose_from(
    library: Library, article: Article, fact: Fact
) -> None:
    twice = f"It praised {QUOTE} again.\n\nOthers doubted it.\n\nIt blamed {QUOTE} again.\n"
    rewritten(library, article, twice)
    one = opened(library, fact)
    assert one.located.state is AnchorState.AMBIGUOUS
    assert [place.before for place in one.places] == ["It praised ", "It blamed "]
    second = one.places[1]
    EvidenceMending(library).choose(fact.uid, one.evidence.uid, second.start, second.end)
    chosen = opened(library, fact)
    assert chosen.located.state is AnchorState.EXACT
    assert chosen.places[0].before.endswith("It blamed ")


def test_the_last_evidence_stays_and_another_can_go(
    library: Library, article: Article, fact: Fact
) -> None:
    mending = EvidenceMending(library)
    with pytest.raises(InputError, match="all the fact rests on"):
        mending.remove(fact.uid, fact.evidence[0].uid)
    EvidenceDesk(library).add_evidence(fact.uid, article.uid, 0, 17)
    mending.remove(fact.uid, fact.evidence[0].uid)
    (left,) = EvidenceDesk(library).fact(fact.uid).evidence
    assert left.anchor.quote == article.body[:17]
    with pytest.raises(InputError, match="taken away meanwhile"):
        mending.choose(fact.uid, fact.evidence[0].uid, 0, 5)


def test_what_a_fact_states_otherwise_than_its_quote_is_told(
    library: Library, article: Article, fact: Fact
) -> None:
    assert FactReading(library).open(fact.uid).differences == ()
    start = article.body.index(QUOTE)
    draft = FactDraft("It was the arrest of 61 high-value targets.")
    wrong = EvidenceDesk(library).capture(article.uid, start, start + len(QUOTE), draft)[0]
    (told,) = FactReading(library).open(wrong.uid).differences
    assert told.startswith("It states “61 high-value targets")
    assert "59 high-value targets" in told
