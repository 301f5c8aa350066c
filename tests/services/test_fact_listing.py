"""Facts are found by a line, put in any order, counted, and written to a file."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.model.article import Article
from briefing.model.fact import Confidence, FactDraft, FactKind
from briefing.model.partial_date import PartialDate
from briefing.services.drafting import Drafting
from briefing.services.evidence import EvidenceDesk
from briefing.services.fact_listing import FactListing, FactSort
from briefing.store import articles
from briefing.store.library_file import Library
from tests.services.conftest import make_article

DRAFTS = (
    FactDraft("Beta: 59 targets", FactKind.FIGURE, Decimal(59), as_of=PartialDate(2025, 9)),
    FactDraft("alpha: they agreed", FactKind.EVENT, as_of=PartialDate(2024)),
    FactDraft("Gamma: 7 ships", FactKind.FIGURE, Decimal(7), confidence=Confidence.LOW),
)


@pytest.fixture
def listing(library: Library, article: Article) -> FactListing:
    desk = EvidenceDesk(library)
    for number, draft in enumerate(DRAFTS):
        desk.capture(article.uid, number, number + 10, draft)
    return FactListing(library)


def told(listing: FactListing, sort: FactSort, *, falls: bool, line: str = "") -> list[str]:
    uids = listing.found(line, sort, is_descending=falls).uids
    return [row.fact.statement.partition(":")[0] for row in listing.rows(uids)]


@pytest.mark.parametrize(
    ("sort", "falls", "expected"),
    [
        (FactSort.STATEMENT, False, ["alpha", "Beta", "Gamma"]),
        (FactSort.VALUE, False, ["Gamma", "Beta", "alpha"]),
        (FactSort.VALUE, True, ["Beta", "Gamma", "alpha"]),
        (FactSort.AS_OF, True, ["Beta", "alpha", "Gamma"]),
        (FactSort.AS_OF, False, ["alpha", "Beta", "Gamma"]),
        (FactSort.CONFIDENCE, True, ["Gamma", "Beta", "alpha"]),
        (FactSort.ADDED, True, ["Gamma", "alpha", "Beta"]),
    ],
)
def test_facts_come_in_the_order_asked_and_those_without_last(
    listing: FactListing,
    sort: FactSort,
    falls: bool,  # noqa: FBT001
    expected: list[str],
) -> None:
    assert told(listing, sort, falls=falls) == expected


def test_a_line_narrows_and_says_what_is_wrong_with_it(listing: FactListing) -> None:
    assert told(listing, FactSort.ADDED, falls=False, line="kind:figure ships") == ["Gamma"]
    found = listing.found("kind:figure", FactSort.ADDED, is_descending=False)
    assert (len(found.uids), found.total) == (2, 3)
    assert listing.found("title:x", FactSort.ADDED, is_descending=False).problems


def test_sources_and_memos_are_counted_and_sort(
    library: Library, listing: FactListing, tmp_path: Path
) -> None:
    beta = next(one for one in EvidenceDesk(library).facts() if "Beta" in one.statement)
    other = make_article(uid="other", citekey="other", publisher="La Jornada", body="59 blancos.")
    library.write("Add", lambda connection: articles.add(connection, other))
    EvidenceDesk(library).add_evidence(beta.uid, other.uid, 0, 10)
    drafting = Drafting(library, tmp_path)
    for number in (1, 2):
        memo, _ = drafting.new_memo("decision-memo", {"subject": f"Memo {number}"})
        drafting.save(memo.uid, memo.fields, f"So it is [@fact:{beta.key}].")
    (first, *_) = listing.found("", FactSort.SOURCES, is_descending=True).uids
    (most, *_) = listing.found("", FactSort.MEMOS, is_descending=True).uids
    assert first == most == beta.uid
    (row,) = listing.rows((beta.uid,))
    assert (row.corroboration.independent, row.memos) == (2, 2)


def test_export_keeps_the_order_and_names_what_superseded(
    library: Library, listing: FactListing, tmp_path: Path
) -> None:
    uids = listing.found("", FactSort.STATEMENT, is_descending=True).uids
    assert listing.export(uids, tmp_path / "facts.json") == 3
    rows = json.loads((tmp_path / "facts.json").read_text("utf-8"))
    assert [row["statement"] for row in rows] == [
        EvidenceDesk(library).fact(uid).statement for uid in uids
    ]
    assert rows[0]["citekeys"] == ["nytimes2025mexico"]
