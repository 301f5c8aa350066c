import pytest

from briefing.intake.reference_languages import reference_language
from briefing.intake.reference_names import person, read_name
from briefing.intake.reference_record import Said, is_citekey, read_reference
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate


def test_journal_speaks_for_an_article_and_a_publisher_for_a_book() -> None:
    said = [Said("title", "T"), Said("container", "The Journal"), Said("publisher", "The Press")]
    article = read_reference([Said("type", "article-journal"), *said]).draft
    book = read_reference([Said("type", "chapter"), *said]).draft
    assert (article.publisher, book.publisher) == ("The Journal", "The Press")
    assert ("publisher", "The Press") in article.fields
    assert ("container-title", "The Journal") in book.fields


def test_least_weight_is_taken_and_what_differs_is_kept() -> None:
    said = [Said("title", "Long title", weight=1), Said("title", "Title"), Said("title", "TITLE")]
    draft = read_reference([*said, Said("volume", "7")]).draft
    assert draft.title == "Title"
    assert draft.fields == (("volume", "7"), ("title", "Long title"))


def test_more_exact_date_of_the_same_year_is_taken() -> None:
    said = [Said("issued", "2001"), Said("issued", "2001/09/01/", weight=2)]
    draft = read_reference([Said("title", "T"), *said]).draft
    assert (draft.published, draft.date_origin) == (PartialDate(2001, 9, 1), DateOrigin.GIVEN)
    later = read_reference([*said, Said("issued", "2003-04-05", weight=3)]).draft
    assert later.published == PartialDate(2001, 9, 1)
    assert ("issued", "2003-04-05") in later.fields


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ([Said("doi", "10.1000/xyz")], "https://doi.org/10.1000/xyz"),
        ([Said("doi", "https://doi.org/10.1000/xyz")], "https://doi.org/10.1000/xyz"),
        ([Said("doi", "10.1000/xyz"), Said("url", "https://a.org/x")], "https://a.org/x"),
        ([Said("url", r"\url{https://a.org/x}")], "https://a.org/x"),
        ([Said("url", "see the shelf")], ""),
    ],
)
def test_address_is_given_or_that_of_the_doi(said: list[Said], url: str) -> None:
    assert read_reference([Said("title", "T"), *said]).draft.url == url


def test_without_a_title_another_field_stands_in_and_is_told() -> None:
    found = read_reference([Said("container", "The Journal"), Said("citekey", "x1")])
    assert found.draft.title == "The Journal"
    assert found.remark == "It has no title; its container stands in its place."
    assert read_reference([Said("volume", "1")]).draft.title == "Untitled reference"


def test_byline_in_an_author_s_field_is_split() -> None:
    said = [Said("title", "T"), Said("author", "By Ana Ruiz and Bo Li"), Said("author", "Roe, R.")]
    assert read_reference(said).draft.authors == ("Ana Ruiz", "Bo Li", "Roe, R.")
    assert read_reference([Said("title", "T"), Said("author", "By, John")]).draft.authors == (
        "By, John",
    )


def test_editors_stand_in_for_authors() -> None:
    draft = read_reference([Said("title", "T"), Said("editor", "Roe, R.")]).draft
    assert draft.authors == ("Roe, R.",)
    assert draft.fields == (("editor", "Roe, R."),)


def test_abstract_is_the_text_and_the_summary_without_markup() -> None:
    draft = read_reference([Said("title", "T"), Said("abstract", "<p>A &amp; <i>b</i></p>c")]).draft
    assert draft.body == draft.summary == "A & b\n\nc"


@pytest.mark.parametrize(
    ("key", "is_one"),
    [("Smith2020", True), ("a:b-c.d", True), ("fact:7k2", False), ("two words", False),
     ("x" * 81, False), ("", False), ("a]b", False)],
)  # fmt: skip
def test_citekey_can_be_cited_as_it_is(key: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_citekey(key) is is_one


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harrison,Warren", "Harrison, Warren"),
        ("King, Jr., Martin Luther", "Martin Luther King Jr."),
        ("King, Martin Luther, Jr.", "Martin Luther King Jr."),
        ("World Health Organization", "World Health Organization"),
        ("et al.", ""),
    ],
)
def test_names_are_kept_as_the_library_keeps_them(text: str, name: str) -> None:
    assert read_name(text) == name


def test_person_may_have_one_name_only() -> None:
    assert (person("Plato"), person("", "Cher")) == ("Plato", "Cher")


@pytest.mark.parametrize(
    ("text", "tag"),
    [("English", "en"), ("spa", "es"), ("ngerman", "de"), ("fr-CA", "fr-CA"), ("eng; fre", "en"),
     ("Klingon (tlh)", "")],
)  # fmt: skip
def test_languages_become_tags(text: str, tag: str) -> None:
    assert reference_language(text) == tag
