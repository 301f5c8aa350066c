from pathlib import Path

import pytest

from briefing.model.article import Article
from briefing.model.fact import FactDraft, FactKind
from briefing.model.import_outcome import ImportOutcome, Outcome
from briefing.services.collecting import Collecting
from briefing.services.evidence import EvidenceDesk
from briefing.services.safekeeping import Safekeeping
from briefing.services.versioning import Versioning
from briefing.store import article_versions, articles
from briefing.store.library_file import Library
from briefing.text.passage_changes import passage_changes

FIRST = "The ministers met on Monday. They agreed on tariffs.\n\nAll left. Nothing was signed."
SECOND = (
    "The ministers met on\nMonday. They agreed on quotas.\n\n"
    "All left. A treaty was signed.\n\nLater."
)
PAGE = "---\ntitle: Talks\nurl: https://a.org/talks\n---\n{}\n"


def collect(library: Library, path: Path, body: str) -> ImportOutcome:
    path.write_text(PAGE.format(body), encoding="utf-8")
    (outcome,) = Collecting(library).import_paths([path]).outcomes
    return outcome


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return tmp_path / "first.md"


def the_article(library: Library) -> Article:
    (article,) = articles.every(library.reader())
    return article


def capture(library: Library, quote: str) -> str:
    article = the_article(library)
    start = article.body.index(quote)
    draft = FactDraft(statement=quote, kind=FactKind.EVENT)
    fact, _ = EvidenceDesk(library).capture(article.uid, start, start + len(quote), draft)
    return fact.key


def test_same_address_refreshed_keeps_both_texts(
    library: Library, page: Path, tmp_path: Path
) -> None:
    collect(library, page, FIRST)
    outcome = collect(library, tmp_path / "second.md", SECOND)
    assert outcome.outcome is Outcome.UPDATED
    assert outcome.reason == "Changed: text. 2 passages changed."
    article = the_article(library)
    assert article.body == SECOND
    (version,) = Versioning(library).of(article.uid)
    assert (version.body, version.reason) == (FIRST, "Replaced by second.md")
    original = article_versions.find_original(library.reader(), version.uid)
    assert original is not None
    assert original.data == PAGE.format(FIRST).encode()
    assert passage_changes(version.body, article.body) == (
        ("They agreed on tariffs.", "They agreed on quotas."),
        ("Nothing was signed.", "A treaty was signed. Later."),
    )


def test_report_names_the_facts_that_lost_their_quote(library: Library, page: Path) -> None:
    collect(library, page, FIRST)
    capture(library, "The ministers met on Monday.")
    lost = capture(library, "Nothing was signed.")
    outcome = collect(library, page, SECOND)
    told = f"2 passages changed; 1 fact’s quote is no longer there: {lost}."
    assert outcome.reason.endswith(told)


def test_earlier_file_again_is_nothing_new(library: Library, page: Path, tmp_path: Path) -> None:
    collect(library, page, FIRST)
    collect(library, tmp_path / "second.md", SECOND)
    outcome = collect(library, tmp_path / "third.md", FIRST)
    assert outcome.outcome is Outcome.UNCHANGED
    assert "as an earlier version, from first.md" in outcome.reason
    assert the_article(library).body == SECOND


def test_undo_takes_text_and_version_back_in_one_step(library: Library, page: Path) -> None:
    collect(library, page, FIRST)
    collect(library, page, SECOND)
    library.undo()
    article = the_article(library)
    assert article.body == FIRST
    assert Versioning(library).of(article.uid) == ()
    assert collect(library, page, SECOND).outcome is Outcome.UPDATED


def test_version_brought_back_leaves_the_newer_text_as_a_version(
    library: Library, page: Path
) -> None:
    collect(library, page, FIRST)
    collect(library, page, SECOND)
    versioning = Versioning(library)
    article = the_article(library)
    (version,) = versioning.of(article.uid)
    changes = versioning.restore(article.uid, version.uid)
    assert changes.articles == {article.uid}
    assert the_article(library).body == FIRST
    newest, oldest = versioning.of(article.uid)
    assert (newest.body, oldest.body) == (SECOND, FIRST)
    versioning.restore(article.uid, newest.uid)
    assert the_article(library).body == SECOND
    assert len(versioning.of(article.uid)) == 2


def test_restored_text_stays_until_the_file_changes_again(library: Library, page: Path) -> None:
    collect(library, page, FIRST)
    collect(library, page, SECOND)
    article = the_article(library)
    (version,) = Versioning(library).of(article.uid)
    Versioning(library).restore(article.uid, version.uid)
    assert collect(library, page, SECOND).outcome is Outcome.UNCHANGED
    assert the_article(library).body == FIRST
    assert collect(library, page, "Third.").outcome is Outcome.UPDATED
    assert the_article(library).body == "Third."


def test_other_layout_of_the_same_words_makes_no_version(library: Library, page: Path) -> None:
    collect(library, page, "One two.\n\nThree.")
    outcome = collect(library, page, "One\ntwo.\n\nThree.")
    assert outcome.reason == "Changed: text."
    assert Versioning(library).of(the_article(library).uid) == ()


def test_metadata_that_changed_makes_no_version(library: Library, page: Path) -> None:
    collect(library, page, FIRST)
    page.write_text(PAGE.format(FIRST).replace("url", "publisher: P\nurl"), encoding="utf-8")
    (outcome,) = Collecting(library).import_paths([page]).outcomes
    assert outcome.reason == "Changed: publisher."
    assert Versioning(library).of(the_article(library).uid) == ()


def test_damaged_file_of_a_version_is_found(library: Library, page: Path) -> None:
    collect(library, page, FIRST)
    collect(library, page, SECOND)
    assert Safekeeping(library).integrity() == ()
    library.write(
        "Damage",
        lambda c: c.execute("UPDATE article_versions SET data = x'00', packing = 'none'"),
    )
    (finding,) = Safekeeping(library).integrity()
    assert finding.rule == "originals"
