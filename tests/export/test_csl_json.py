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


def test_fields_of_an_imported_reference_are_variables() -> None:
    article = make_article(
        title="Cartels",
        publisher="Journal of Conflict",
        authors=("Ana Paz",),
        fields=(
            ("type", "article-journal"),
            ("doi", "10.1/2"),
            ("volume", "12"),
            ("editor", "Smith, John; Reuters Staff"),
            ("original-date", "1999-05"),
            ("event-date", "some day"),
            ("licence", "CC0"),
            ("volume", "13"),
        ),
    )
    item = csl_item(article, Publisher("Journal of Conflict"))
    assert item["type"] == "article-journal"
    assert item["container-title"] == "Journal of Conflict"
    assert (item["DOI"], item["volume"]) == ("10.1/2", "12")
    assert item["editor"] == [{"family": "Smith", "given": "John"}, {"literal": "Reuters Staff"}]
    assert item["original-date"] == {"date-parts": [[1999, 5]]}
    assert not {"licence", "event-date"} & item.keys()


def test_what_an_article_says_itself_goes_before_its_fields() -> None:
    article = make_article(title="Own", fields=(("publisher", "Other"), ("type", "nonsense")))
    item = csl_item(article, Publisher("Own press", "government"))
    assert (item["publisher"], item["type"]) == ("Own press", "report")


def test_an_editor_who_stands_for_the_author_is_told_once() -> None:
    article = make_article(authors=("Ana Paz",), fields=(("type", "book"), ("editor", "Ana Paz")))
    assert "editor" not in csl_item(article, Publisher("P"))
