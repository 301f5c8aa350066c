import re
from collections.abc import Callable, Collection, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.partial_date import PartialDate
from briefing.text.citekeys import citekey_stem, free_number, numbered

DAY = PartialDate(2025, 9, 3)


def make(
    publisher: str = "",
    authors: Sequence[str] = (),
    published: PartialDate | None = DAY,
    title: str = "",
    url: str = "",
    taken: Collection[str] = (),
) -> str:
    stem = citekey_stem(publisher, authors, published, title, url)
    return free_citekey(stem, set(taken).__contains__)


def free_citekey(stem: str, taken: Callable[[str], bool]) -> str:
    return numbered(stem, free_number(lambda number: taken(numbered(stem, number))))


def test_citekey_of_a_news_story_names_publisher_year_and_subject() -> None:
    title = "U.S. and Mexico Vow to Fight Crime While Respecting Sovereignty"
    assert make("nytimes", title=title) == "nytimes2025mexico"


@pytest.mark.parametrize(
    ("publisher", "title", "expected"),
    [
        ("The New York Times", "US and UK: Trade deal", "nyt2025trade"),
        ("Federal Register", "Amendment to Executive Order", "federalregister2025amendment"),
        ("Menzies, Robert", "HOSKINS FAMILY MEMORIAL SERVICE", "menzies2025hoskins"),
        ("www.nytimes.com", "The wall", "nytimes2025wall"),
        ("https://news.bbc.co.uk/", "59 held in raid", "bbc2025held"),
        ("El País", "Los países acuerdan", "pais2025paises"),
        ("Известия", "Москва и мир", "izvestiya2025moskva"),
        ("한겨레", "대통령 담화", "hangyeore2025daetongryeong"),
        ("朝日新聞", "首相が語る", "article2025"),
        ("Le Monde", "L'Élysée répond", "monde2025elysee"),
        ("Straße & Ærø", "Łódź", "strasseaero2025lodz"),
        ("U.S. Department of State", "Remarks", "uds2025remarks"),
        ("nytimes", "The US and the EU", "nytimes2025us"),
        ("nytimes", "1984", "nytimes20251984"),
        ("x" * 99, "y" * 99, "x" * 18 + "2025" + "y" * 16),
    ],
)
def test_citekey_is_readable(publisher: str, title: str, expected: str) -> None:
    assert make(publisher, title=title) == expected


def test_author_then_domain_stand_in_for_a_missing_publisher() -> None:
    assert make(authors=("Jane Q. Doe", "X"), title="Tariffs") == "doe2025tariffs"
    assert make(authors=("Doe, Jane",), title="Tariffs") == "doe2025tariffs"
    assert make(url="https://www.gao.gov/products/1", title="Tariffs") == "gao2025tariffs"


def test_citekey_without_a_publisher_begins_with_its_word() -> None:
    assert make(title="New tariffs") == "tariffs2025"


def test_citekey_without_anything_still_has_a_name() -> None:
    assert make(published=None) == "article"
    assert make() == "article2025"


def test_taken_citekey_gets_a_letter() -> None:
    assert make("a", title="word", taken={"a2025word"}) == "a2025worda"
    assert make("a", title="word", taken={"a2025word", "a2025worda"}) == "a2025wordb"


def test_thousand_articles_of_one_name_cost_few_questions() -> None:
    taken: set[str] = set()
    asked = 0

    def is_taken(key: str) -> bool:
        nonlocal asked
        asked += 1
        return key in taken

    for _ in range(1000):
        key = free_citekey(citekey_stem("a", (), DAY, "word", ""), is_taken)
        assert key not in taken
        taken.add(key)
    assert asked < 25_000
    assert {"a2025wordz", "a2025wordaa"} <= taken


@given(st.text(max_size=40), st.lists(st.text(max_size=20), max_size=2), st.text(), st.text())
def test_citekey_is_ascii_whatever_it_is_made_from(
    publisher: str, authors: list[str], title: str, url: str
) -> None:
    key = make(publisher, authors, DAY, title, url)
    assert re.fullmatch(r"[a-z0-9]+", key)
    assert make(publisher, authors, DAY, title, url, taken={key}) != key
