"""Memos are checked against the library, and dismissals hold while the words stay."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.article import Article
from briefing.model.fact import FactDraft, FactStatus
from briefing.model.finding import Severity
from briefing.model.ids import Uid, new_uid
from briefing.model.memo import Memo
from briefing.services.checking import Checking
from briefing.services.drafting import Drafting
from briefing.services.evidence import EvidenceDesk
from briefing.services.triage import Triage
from briefing.store import articles
from briefing.store.library_file import Library
from tests.services.conftest import make_article

QUOTE = "the arrest of 59 high-value targets by Mexico"


@pytest.fixture
def checking(library: Library) -> Checking:
    return Checking(library)


@pytest.fixture
def evidence(library: Library) -> EvidenceDesk:
    return EvidenceDesk(library)


@pytest.fixture
def drafting(library: Library, tmp_path: Path) -> Drafting:
    return Drafting(library, tmp_path / "templates")


@pytest.fixture
def key(article: Article, evidence: EvidenceDesk) -> str:
    start = article.body.index(QUOTE)
    draft = FactDraft("Mexico arrested 59 targets.")
    fact, _ = evidence.capture(article.uid, start, start + len(QUOTE), draft)
    return fact.key


def _memo(body: str, template: str = "") -> Memo:
    return Memo(Uid("memo"), "memo", template, (), body)


def _rules(checking: Checking, body: str) -> list[str]:
    found = checking.check_memo(_memo(body))
    return [finding.rule for finding in found if finding.severity is not Severity.NOTE]


def test_a_memo_that_cites_what_stands_passes(checking: Checking, key: str) -> None:
    body = f"Mexico arrested 59 targets. [@fact:{key}] It was praised. [@nytimes2025mexico]"
    assert _rules(checking, body) == []


def test_what_is_not_in_the_library_and_what_cites_nothing_is_found(checking: Checking) -> None:
    body = "Mexico arrested 59 targets. [@fact:zzz; @nobody] It was praised by Rubio."
    assert _rules(checking, body) == ["unknown-citation", "unknown-citation", "unsourced-sentence"]


def test_a_disputed_fact_is_told(checking: Checking, evidence: EvidenceDesk, key: str) -> None:
    fact = evidence.fact_by_key(key)
    evidence.edit(fact.uid, FactDraft(fact.statement, status=FactStatus.DISPUTED))
    assert _rules(checking, f"59 were held. [@fact:{key}]") == ["changed-evidence"]


def test_a_changed_article_is_told_in_memo_and_library(
    checking: Checking, library: Library, article: Article, key: str
) -> None:
    changed = replace(article, body=article.body.replace("59", "60"))
    Triage(library).edit(changed)
    (finding,) = checking.check_memo(_memo(f"Mexico held 59. [@fact:{key}]"))
    assert "no longer in" in finding.reason
    assert "60 high-value targets" in finding.mend
    (lost,) = checking.check_library()
    assert (lost.rule, lost.severity) == ("lost-evidence", "error")


def test_a_memo_of_a_template_is_held_to_it(checking: Checking, drafting: Drafting) -> None:
    memo, _ = drafting.new_memo("decision-memo", {})
    found = {finding.rule for finding in checking.check_memo(memo)}
    assert {"missing-fields", "required-sections"} <= found
    long = replace(memo, body=memo.body + "\n\n" + "We assess that it is long. " * 700)
    found = {finding.rule for finding in checking.check_memo(long)}
    assert {"word-limit", "page-limit"} <= found


def test_a_dismissal_is_remembered_by_the_words_not_the_place(
    checking: Checking, drafting: Drafting
) -> None:
    memo, _ = drafting.new_memo("talking-points", {})
    memo = replace(memo, template="", body="The army left the north in May.")
    (finding,) = checking.check_memo(memo)
    changes = checking.dismiss(memo.uid, finding, "Known to every reader.")
    assert changes.memos == {memo.uid}
    assert checking.check_memo(memo) == ()
    moved = replace(memo, body="We assess it is so.\n\n- The army  *left* the\n  north in May.")
    assert checking.check_memo(moved) == ()
    other = replace(memo, body="The army left the south in May.")
    assert len(checking.check_memo(other)) == 1


def test_a_dismissal_can_be_taken_back(
    checking: Checking, drafting: Drafting, library: Library
) -> None:
    memo, _ = drafting.new_memo("talking-points", {})
    memo = replace(memo, template="", body="The army left the north in May.")
    (finding,) = checking.check_memo(memo)
    checking.dismiss(memo.uid, finding, "")
    library.undo()
    assert checking.check_memo(memo) == (finding,)


def test_a_library_is_checked_memo_by_memo(checking: Checking, drafting: Drafting) -> None:
    memo, _ = drafting.new_memo("talking-points", {"subject": "The north"})
    drafting.save(memo.uid, memo.fields, "The army left the north in May.")
    places = [finding.place for finding in checking.check_library()]
    assert all(place.startswith("Memo “The north”, ") for place in places)
    assert any("unsourced" in finding.rule for finding in checking.check_library())


def test_damaged_file_is_a_finding_not_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "damaged.briefing"
    with Library.create(path) as library:
        for number in range(40):
            one = make_article(uid=new_uid(), citekey=f"a{number}", body=f"w{number} " * 3000)
            library.write("Add", lambda connection, one=one: articles.add(connection, one))
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 65_536] = b"\xa5" * 65_536
    path.write_bytes(data)
    with Library.open(path) as library:
        found = Checking(library).check_library()
    assert {one.rule for one in found} >= {"file"}
    assert "backup" in found[0].mend
