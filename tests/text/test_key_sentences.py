from hypothesis import given
from hypothesis import strategies as st

from briefing.model.fact import FactKind
from briefing.text.key_sentences import key_sentences
from tests.bench.suggestion_scores import labelled_articles, precision_and_recall, suggested

FIGURE = "The ministry gave the northern provinces $3.2 billion for 59 hospitals."


def test_figures_are_suggested_with_their_words() -> None:
    (found,) = key_sentences(FIGURE)
    assert found.kind is FactKind.FIGURE
    assert FIGURE[found.start : found.end] == FIGURE
    assert any(reason.startswith("a figure: $3.2 billion") for reason in found.reasons)


def test_questions_requests_and_plain_opinion_are_not_suggested() -> None:
    for text in (
        "Should the ministry give the northern provinces $3.2 billion?",
        "I think that we all agree that this was good for the future of the people.",
        "Please visit www.example.org for 59 more pages of our 2019 report.",
        "These are strong and positive words about the needs of our farmers.",
    ):
        assert key_sentences(text) == ()


def test_each_language_has_its_decisions_quotes_and_dates() -> None:
    spanish = "El Gobierno aprobó el 3 de mayo de 2019 una ayuda de 300 millones de euros."
    french = "« Nous avons perdu la moitié de la récolte », a déclaré le ministre à Paris."
    assert key_sentences(spanish, language="es")[0].kind is FactKind.FIGURE
    assert any(
        "a decision: aprobó" in key_sentences(spanish, language="es")[0].reasons for _ in "x"
    )
    assert key_sentences(french, language="fr")[0].kind is FactKind.QUOTATION


def test_quotation_marks_round_a_title_are_no_speech() -> None:
    reasons = [
        reason
        for found in key_sentences('He said that the film "The Third Man" cost $2 million to make.')
        for reason in found.reasons
    ]
    assert not any(reason.startswith("quoted speech: said “The") for reason in reasons)


def test_participles_that_qualify_a_noun_are_no_decisions() -> None:
    for text in (
        "The old accepted patterns of reading no longer apply to any of these pages.",
        "Fue un juego muy ordenado en el centro del campo durante casi todo el partido.",
    ):
        assert key_sentences(text) == ()
    (found,) = key_sentences("The Government announced plans for a new port in Darwin on Monday.")
    assert found.kind is FactKind.DECISION


def test_headings_and_lists_of_contents_are_no_sentences() -> None:
    assert key_sentences("# 3,200 people killed on 3 May 2019") == ()


def test_best_comes_first() -> None:
    text = f"The group met in 1998. {FIGURE} Smith left for Paris on Monday."
    found = key_sentences(text)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert text[found[0].start : found[0].end] == FIGURE


@given(st.text(max_size=400))
def test_any_text_yields_spans_inside_it(text: str) -> None:
    for found in key_sentences(text):
        assert 0 <= found.start < found.end <= len(text)


def test_labelled_set_is_met() -> None:
    articles = [article for article in labelled_articles() if article.part == "open"]
    top, _, _ = precision_and_recall(articles, suggested, 5)
    _, recall, _ = precision_and_recall(articles, suggested)
    assert top >= 0.85
    assert recall >= 0.8
