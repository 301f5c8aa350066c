"""A library with one real article in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.model.article import Article
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.services.desk import Desk, create_desk
from briefing.services.publishing import Publishing
from briefing.store import articles
from briefing.store.library_file import Library

BODY = (
    "The United States and Mexico agreed on Wednesday to enhance security cooperation.\n\n"
    "Sheinbaum highlighted the arrest of 59 high-value targets by Mexico, who were extradited "
    "to the U.S. to face drug-trafficking charges. Rubio praised Mexico's cooperation.\n"
)


def make_article(**parts: object) -> Article:
    """Return an article like the one that a library begins with."""
    known: dict[str, object] = {
        "uid": Uid("article"),
        "citekey": "nytimes2025mexico",
        "title": "U.S. and Mexico Vow to Fight Crime",
        "body": BODY,
        "publisher": "nytimes",
        "published": PartialDate.parse("2025-09-03"),
        "tags": ("region/mexico",),
    }
    return Article(**{**known, **parts})  # pyright: ignore[reportArgumentType]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "desk.briefing") as library:
        yield library


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return the services over an empty library of their own."""
    with create_desk(tmp_path / "services.briefing") as desk:
        yield desk


@pytest.fixture
def article(library: Library) -> Article:
    return library.write("Add", lambda connection: articles.add(connection, make_article()))


@pytest.fixture
def publishing(library: Library) -> Publishing:
    return Publishing(library)
