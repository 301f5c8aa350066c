"""A plain word finds its other forms, those of another language in its articles alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.query import And, Filter, Near, Node, Not, Or, Words
from briefing.services.stemming import Stemming
from briefing.store.library_file import Library
from briefing.text.query_language import parse_query
from tests.store.records import add_articles, make_article

TEXTS = {
    "en": "policies sanctioned sanctions important imports making stopped children U.S.A. email"
    " secured securities",
    "es": "elecciones acordaron acuerdos luces mexicanas",
    "fr": "journaux nationales gouvernements",
    "de": "Häusern Wahlen",
    "ru": "санкциями правительству",
    "ar": "والحكومة",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.create(tmp_path_factory.mktemp("forms") / "a.briefing") as library:
        add_articles(
            library,
            *(
                make_article(number, language=language, body=text, title="")
                for number, (language, text) in enumerate(TEXTS.items())
            ),
        )
        yield library


def _widened(library: Library, line: str) -> Node | None:
    return Stemming().widen(library.reader(), parse_query(line).root)


def _of(language: str, *forms: str) -> And:
    words = [Words(form) for form in forms]
    return And((Filter("lang", language), Or(tuple(words)) if len(words) > 1 else words[0]))


@pytest.mark.parametrize(
    ("line", "root"),
    [
        ("policy", Or((Words("policy"), Words("policies")))),
        ("sanction", Or((Words("sanction"), Words("sanctioned"), Words("sanctions")))),
        ("import", Or((Words("import"), Words("imports")))),  # and not `important`
        ("security", Or((Words("security"), Words("securities")))),  # and not `secured`
        ("make", Or((Words("make"), Words("making")))),
        ("child", Or((Words("child"), Words("children")))),
        ("U.S.A.", Words("U.S.A.")),
        ("email's", Or((Words("email's"), Words("email")))),
        ("e-mail", Or((Words("e-mail"), Words("email")))),
        ("title:policy", Or((Words("policy", "title"), Words("policies", "title")))),
        ("Elección", Or((Words("Elección"), Words("elecciones")))),
        ("acuerdo", Or((Words("acuerdo"), Words("acuerdos")))),
        ("mexicano", Or((Words("mexicano"), _of("es", "mexicanas")))),
        ("luz", Or((Words("luz"), _of("es", "luces")))),
        ("journal", Or((Words("journal"), _of("fr", "journaux")))),
        ("Haus", Or((Words("Haus"), _of("de", "hausern")))),
        ("санкция", Or((Words("санкция"), _of("ru", "санкциями")))),
        ("حكومة", Or((Words("حكومة"), Words("والحكومه")))),
        ('"policy"', Words("policy", phrase=True)),
        ("polic*", Words("polic", prefix=True)),
        ("nothing", Words("nothing")),
        ("U.S.", Words("U.S.")),
        ("5", Words("5")),
        ("", None),
        ("tag:policy", Filter("tag", "policy")),
        ("NOT policy", Not(Or((Words("policy"), Words("policies"))))),
        (
            "NEAR(policy stop, 3)",
            Or(
                tuple(
                    Near((Words(one), Words(other)), 3)
                    for one in ("policy", "policies")
                    for other in ("stop", "stopped")
                )
            ),
        ),
    ],
)
def test_word_means_the_forms_that_articles_have(
    library: Library, line: str, root: Node | None
) -> None:
    assert _widened(library, line) == root


def test_language_that_comes_is_noticed(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library:
        stemming = Stemming()
        root = parse_query("eleccion").root
        assert stemming.widen(library.reader(), root) == root
        add_articles(library, make_article(1, language="es-MX", body="elecciones"))
        assert stemming.widen(library.reader(), root) != root


@given(st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_line_raises(library: Library, line: str) -> None:
    _widened(library, line)
