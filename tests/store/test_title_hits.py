"""Titles looked through: those that have all words of a query, however these are written."""

from dataclasses import replace

import pytest

from briefing.model.partial_date import PartialDate
from briefing.model.query import And, Node, Or, Words
from briefing.store.known_values import known_values
from briefing.store.library_file import Library
from briefing.store.match_query import compile_query
from briefing.store.title_hits import newest_with_title
from tests.store.records import add_articles, make_article

TITLES = (
    "Tariffs on C++ compilers",
    "TARIFFS AND QUOTAS",
    "Les tarifs de l’Élysée",
    "Notariffs",
    "Elysee and tariffs",
    "Other",
)


@pytest.mark.parametrize(
    ("root", "places"),
    [
        (Words("tariffs"), (0, 1, 4)),
        (Words("Élysée"), (2, 4)),
        (Words("tar", prefix=True), (0, 1, 2, 4)),
        (Words("C++"), (0,)),
        (And((Words("tariffs"), Words("quotas"))), (1,)),
        (Or((Words("quotas"), Words("elysee"))), (1, 2, 4)),
        (Words("absent"), ()),
    ],
)
def test_titles_with_all_words_are_told(
    library: Library, root: Node, places: tuple[int, ...]
) -> None:
    body = "Tariffs, tarifs and quotas on C++, by the Élysée, absent."
    made = add_articles(
        library,
        *(
            make_article(number, title=title, body=body, published=PartialDate(2030 - number))
            for number, title in enumerate(TITLES)
        ),
    )
    reader = library.reader()
    match = compile_query(root, known_values(reader, root))
    ids = newest_with_title(
        reader, replace(match, expression=match.quick or match.expression), root
    )
    sort_ids = dict(reader.execute("SELECT uid, sort_id FROM articles").fetchall())
    assert ids == [sort_ids[made[place].uid] for place in places]
