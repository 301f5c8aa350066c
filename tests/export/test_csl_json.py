import json

import pytest

from briefing.export.csl_json import csl_item, csl_json
from briefing.export.publisher_names import Publisher
from briefing.model.partial_date import PartialDate
from tests.export.golden import assert_golden
from tests.export.publications import ARTICLES, PUBLISHERS, make_article


def test_references_are_as_they_were_found_right() -> None:
    assert_golden("memo.references.json", csl_json(ARTICLES.values(), PUBLISHERS))


@pytest.mark.parametrize(
    ("kind", "url", "expected"),
    [
        ("newspaper", "https://a.org/", "article-newspaper"),
        ("magazine", "", "article-magazine"),
        ("journal", "", "article-journal"),
        ("government", "https://a.gov/x", "report"),
        ("", "https://a.org/x", "webpage"),
        ("", "https://a.org/x.pdf?y", "report"),
        ("", "", "report"),
    ],
)
def test_type_follows_publisher_and_address(kind: str, url: str, expected: str) -> None:
    assert csl_item(make_article(url=url), Publisher("P", kind))["type"] == expected


def test_dates_and_names_are_as_exact_as_they_are_known() -> None:
    article = make_article(
        published=PartialDate(2025, 9, approximate=True),
        accessed=PartialDate(2026),
        authors=("Ana Paz", "Reuters Staff"),
        language="es",
    )
    item = json.loads(csl_json([article], PUBLISHERS))[0]
    assert item["issued"] == {"date-parts": [[2025, 9]], "circa": True}
    assert item["accessed"] == {"date-parts": [[2026]]}
    assert item["author"] == [{"family": "Paz", "given": "Ana"}, {"literal": "Reuters Staff"}]
    assert item["language"] == "es"
