import pytest

from tests.export.publications import PUBLISHERS, make_article


@pytest.mark.parametrize(
    ("publisher", "url", "expected"),
    [
        ("nytimes", "", "The New York Times"),
        ("NYTimes", "", "The New York Times"),
        ("the new york times", "", "The New York Times"),
        ("nytimes.com", "", "The New York Times"),
        ("", "https://www.nytimes.com/x", "The New York Times"),
        ("", "https://edition.cnn.com/x", "CNN"),
        ("", "https://www.example.org/x", "example.org"),
        ("El Gráfico", "https://www.nytimes.com/x", "El Gráfico"),
        ("", "", ""),
        ("", "http://[bad", ""),
    ],
)
def test_publisher_is_named_as_it_names_itself(publisher: str, url: str, expected: str) -> None:
    assert PUBLISHERS.of(make_article(publisher=publisher, url=url)).name == expected
