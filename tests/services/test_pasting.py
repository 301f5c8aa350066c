import pytest

from briefing.model.article import Article, DateOrigin
from briefing.model.import_outcome import ImportOutcome, Outcome
from briefing.model.partial_date import PartialDate
from briefing.services.collecting import Collecting
from briefing.store import articles, originals
from briefing.store.library_file import Library

URL = "https://news.example.org/2025/09/03/talks"
HTML = "<h1>Talks fail</h1><p>The <b>ministers</b> left.</p><ul><li>One</li></ul>"


def paste(library: Library, text: str, url: str = "", html: str = "") -> ImportOutcome:
    (outcome,) = Collecting(library).paste(text, url, html).outcomes
    return outcome


def the_article(library: Library) -> Article:
    (article,) = articles.every(library.reader())
    return article


def test_text_becomes_an_article(library: Library) -> None:
    outcome = paste(library, "Talks fail\n\nThe ministers left.")
    assert (outcome.outcome, outcome.path) == (Outcome.ADDED, "pasted text")
    article = the_article(library)
    assert (article.title, article.url) == ("Talks fail", "")
    assert library.undo_label == "Paste an article"


@pytest.mark.parametrize(("text", "url"), [("Talks fail.", URL), (f"\n<{URL}>\n\nTalks fail.", "")])
def test_address_given_or_in_the_first_line_is_the_articles(
    library: Library, text: str, url: str
) -> None:
    paste(library, text, url)
    article = the_article(library)
    assert (article.url, article.body) == (URL, "Talks fail.")
    assert (article.published, article.date_origin) == (PartialDate(2025, 9, 3), DateOrigin.URL)
    original = originals.find(library.reader(), article.uid)
    assert original is not None
    assert original.data.decode().startswith(URL)


def test_same_paste_again_is_nothing_new(library: Library) -> None:
    paste(library, f"{URL}\nTalks fail.")
    assert paste(library, f"{URL}\nTalks fail.").outcome is Outcome.UNCHANGED
    outcome = paste(library, f"{URL}\nTalks fail again.")
    assert outcome.outcome is Outcome.UPDATED
    assert "1 passage changed" in outcome.reason


def test_page_becomes_markdown(library: Library) -> None:
    paste(library, "Talks fail The ministers left.", URL, HTML)
    article = the_article(library)
    assert article.title == "Talks fail"
    assert "The **ministers** left." in article.body
    assert "- One" in article.body
    original = originals.find(library.reader(), article.uid)
    assert original is not None
    assert original.data.decode() == f"<!-- saved from url=({len(URL):04}){URL} -->\n{HTML}"
    assert paste(library, "", URL, HTML).outcome is Outcome.UNCHANGED


@pytest.mark.parametrize("text", ["", " \n", URL])
def test_paste_without_words_has_a_reason(library: Library, text: str) -> None:
    outcome = paste(library, text)
    assert outcome.outcome is Outcome.FAILED
    assert outcome.reason == "There is no text in what was pasted."
