import pytest

from briefing.export.bibliography import Bibliography
from briefing.model.block import Emphasis, Inlines, Link, Text
from briefing.model.partial_date import PartialDate
from briefing.text.inline_text import inline_text
from tests.export.publications import PUBLISHERS, make_article

AMERICAN = Bibliography(PUBLISHERS, "en-US")


def note(line: Inlines) -> str:
    return inline_text(AMERICAN.ended(line))


def test_first_note_names_all_that_is_known() -> None:
    article = make_article(authors=("Marco Rubio",), accessed=PartialDate(2025, 9, 5))
    assert note(AMERICAN.full(article, "p. 3")) == (
        "Marco Rubio, “U.S. and Mexico Vow to Fight Crime While Respecting Sovereignty,”"
        " The New York Times, 3 September 2025, p. 3, accessed 5 September 2025,"
        " https://www.nytimes.com/2025/09/03/world/americas/us-mexico.html."
    )


def test_newspaper_is_italic_and_address_a_link() -> None:
    line = AMERICAN.full(make_article())
    assert Emphasis((Text("The New York Times"),)) in line
    url = make_article().url
    assert Link((Text(url),), url) in line


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"published": None, "url": ""}, "“A Title,” The New York Times."),
        ({"published": PartialDate(2025), "url": "", "publisher": ""}, "“A Title,” 2025."),
        ({"published": None, "url": "", "publisher": ""}, "“A Title.”"),
        ({"published": PartialDate(2024, 5, approximate=True), "url": ""},
         "“A Title,” The New York Times, about May 2024."),
        ({"title": "", "published": None, "url": ""}, "The New York Times."),
        ({"publisher": "", "published": None, "url": "https://nytimes.com/x"},
         "“A Title,” The New York Times, https://nytimes.com/x."),
        ({"publisher": "El Gráfico", "published": None, "url": ""}, "“A Title,” El Gráfico."),
    ],
)  # fmt: skip
def test_what_is_not_known_is_left_out(parts: dict[str, object], expected: str) -> None:
    article = make_article(**{"title": "A Title", **parts})
    assert note(AMERICAN.full(article)) == expected


def test_later_note_is_short() -> None:
    by_paper = make_article()
    by_people = make_article(authors=("Rubio, Marco", "Claudia Sheinbaum"))
    assert note(AMERICAN.short(by_paper)) == "The New York Times, “U.S. and Mexico Vow.”"
    assert note(AMERICAN.short(by_people, "p. 4")) == (
        "Rubio and Sheinbaum, “U.S. and Mexico Vow,” p. 4."
    )
    assert note(AMERICAN.short(by_people, authors=False)) == "“U.S. and Mexico Vow.”"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Is It War?", "“Is It War?,” The New York Times."),
        ("“No tariffs,” Says Mexico", "“‘No tariffs,’ Says Mexico,” The New York Times."),
        ('Mexico Says "No"', "“Mexico Says ‘No,’” The New York Times."),
        ("A Report to the U.S.", "“A Report to the U.S.,” The New York Times."),
        ("A sentence.", "“A sentence,” The New York Times."),
    ],
)
def test_quotation_marks_and_stops_of_titles(title: str, expected: str) -> None:
    article = make_article(title=title, published=None, url="")
    assert note(AMERICAN.full(article)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-GB", "“A “B” C”, The New York Times".replace("“B”", "‘B’")),
        ("de", "„A ‚B‘ C“, The New York Times"),
        ("fr", "«\u202fA “B” C\u202f», The New York Times"),
        ("es-MX", "«A “B” C», The New York Times"),
        ("xx", "“A ‘B’ C”, The New York Times"),
    ],
)
def test_quotation_marks_are_those_of_the_language(language: str, expected: str) -> None:
    article = make_article(title='A "B" C', published=None, url="")
    assert inline_text(Bibliography(PUBLISHERS, language).full(article)) == expected


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (("Marco Rubio",), "Rubio, Marco. “A Title.”"),
        (("Office of Public Affairs",), "Office of Public Affairs. “A Title.”"),
        (("Ana de la Torre", "Li Wei"), "de la Torre, Ana, and Li Wei. “A Title.”"),
        (("Ana Paz", "Li Wei", "Jo Ray"), "Paz, Ana, Li Wei, and Jo Ray. “A Title.”"),
        (("Ana Paz", "Li Wei", "Jo Ray", "Al Bo"), "Paz, Ana, et al. “A Title.”"),
    ],
)
def test_list_of_sources_inverts_the_first_name(authors: tuple[str, ...], expected: str) -> None:
    article = make_article(title="A Title", authors=authors, publisher="", published=None, url="")
    assert inline_text(AMERICAN.entry(article)) == expected


def test_list_entry_ends_each_part_with_a_stop() -> None:
    article = make_article(
        title="What Now?", accessed=PartialDate(2025, 9, 5), url="https://a.org/"
    )
    assert inline_text(AMERICAN.entry(article)) == (
        "“What Now?” The New York Times, 3 September 2025. Accessed 5 September 2025. https://a.org/."
    )


def test_sources_are_sorted_without_their_article_word() -> None:
    paper = make_article()
    people = make_article(authors=("Zoe Adams",))
    agency = make_article(publisher="reuters")
    ordered = sorted([agency, paper, people], key=AMERICAN.sort_key)
    assert ordered == [people, paper, agency]


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("es-MX", ("Marco Rubio e Ignacio Ruiz, «A», The New York Times, 3 de septiembre de 2025,"
                  " consultado el 1 de octubre de 2025, https://a.org/b.")),
        ("fr-FR", ("Marco Rubio et Ignacio Ruiz, «\u202fA\u202f», The New York Times, 3 septembre"
                  " 2025, consulté le 1er octobre 2025, https://a.org/b.")),
        ("de", ("Marco Rubio und Ignacio Ruiz, „A“, The New York Times, 3. September 2025,"
               " abgerufen am 1. Oktober 2025, https://a.org/b.")),
    ],
)  # fmt: skip
def test_names_and_dates_are_in_the_language_of_the_memo(language: str, wanted: str) -> None:
    article = make_article(
        title="A", authors=("Marco Rubio", "Ignacio Ruiz"), url="https://a.org/b",
        accessed=PartialDate(2025, 10, 1),
    )  # fmt: skip
    house = Bibliography(PUBLISHERS, language)
    assert inline_text(house.ended(house.full(article))) == wanted


def test_spanish_list_puts_no_comma_before_its_last_author() -> None:
    article = make_article(title="A", authors=("Rubio, Marco", "Ana Paz", "Hierro, Eva"), url="")
    entry = inline_text(Bibliography(PUBLISHERS, "es").entry(article))
    assert entry.startswith("Rubio, Marco, Ana Paz y Eva Hierro. «A». The New York Times, 3 de sep")
