import pytest

from briefing.errors import InputError
from briefing.intake.table_mapping import (
    folded,
    full_mapping,
    guess_mapping,
    names_article,
    parse_mapping,
    signature,
)

LONG = "words " * 60


@pytest.mark.parametrize(
    ("columns", "row", "fields"),
    [
        (
            ["Headline", "Publication Date", "Outlet", "Full text", "Link", "Byline"],
            ["A", "2025-09-03", "The Times", "B", "https://a.org", "Ann Roe"],
            ["title", "published", "publisher", "body", "url", "authors"],
        ),
        (
            ["Titular", "Fecha de publicación", "Medio", "Texto", "Enlace", "Autor", "Resumen"],
            ["A", "3 de septiembre de 2025", "El País", "B", "https://a.es", "Ana Pérez", "C"],
            ["title", "published", "publisher", "body", "url", "authors", "summary"],
        ),
        (
            ["Titre", "Date", "Éditeur", "Contenu", "Adresse", "Auteurs", "Mots-clés", "Langue"],
            ["A", "2025-01-02", "Le Monde", "B", "https://a.fr", "C. D.", "x; y", "fr"],
            ["title", "published", "publisher", "body", "url", "authors", "tags", "language"],
        ),
        (["title", "source"], ["A", "https://a.org"], ["title", "url"]),
        (["title", "source"], ["A", "Reuters"], ["title", "publisher"]),
        (["title", "story_html"], ["A", LONG], ["title", "body"]),
        (["name", "title", "n"], ["x", "A", "1"], ["", "title", ""]),
        (["title", "date"], ["A", "not a day"], ["title", ""]),
        (["title", "seen at"], ["A", "https://a.org"], ["title", "url"]),
    ],
)
def test_columns_are_known_by_name_and_by_what_they_hold(
    columns: list[str], row: list[str], fields: list[str]
) -> None:
    assert list(guess_mapping(columns, [row]).values()) == fields


def test_what_is_given_takes_a_field_from_the_column_it_was_guessed_for() -> None:
    columns, row = ["title", "Kopf", "date"], ["A", "B", "2025"]
    mapping = full_mapping(columns, [row], {"kopf": "title"})
    assert mapping == {"title": "", "Kopf": "title", "date": "published"}


def test_column_may_be_told_to_keep_its_name() -> None:
    assert full_mapping(["title", "date"], [["A", "2025"]], {"date": ""}) == {
        "title": "title",
        "date": "",
    }


def test_same_columns_have_one_signature_in_any_order_and_writing() -> None:
    assert signature(["Título", "Fecha "]) == signature(["fecha", "TITULO"])
    assert signature(["title"]) != signature(["title", "date"])
    assert folded("  Fecha de  Publicación ") == "fecha_de_publicacion"


def test_mapping_needs_a_title_or_a_text() -> None:
    assert names_article({"a": "body"})
    assert not names_article({"a": "url", "b": ""})


def test_mapping_on_a_command_line() -> None:
    assert parse_mapping(("Headline=title", "a=b=Text", "Day=date", "Nr=", "Id=-")) == {
        "Headline": "title",
        "a=b": "body",
        "Day": "published",
        "Nr": "",
        "Id": "",
    }


@pytest.mark.parametrize("word", ["Headline", "=title", "Headline=colour of the sky"])
def test_what_maps_nothing_is_told(word: str) -> None:
    with pytest.raises(InputError):
        parse_mapping((word,))
