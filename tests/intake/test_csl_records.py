import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.csl_records import read_csl
from briefing.intake.draft_article import DraftArticle
from briefing.intake.json_values import Json, loaded, words_of
from briefing.model.partial_date import PartialDate

DATA = Path(__file__).parents[1] / "data" / "references"


def read(value: object) -> list[DraftArticle | None]:
    return [one.draft for one in read_csl("refs.json", json.dumps(value).encode())]


def test_chapter_of_a_book() -> None:
    (found,) = read_csl("x.json", (DATA / "extra-variables.csl.json").read_bytes())
    draft = found.draft
    assert draft is not None
    assert found.part == draft.citekey == "Bennett.Checkel_2015"
    assert draft.authors == ("Bennett, Andrew", "Checkel, Jeffrey T.")
    assert (draft.publisher, draft.published) == ("Cambridge University Press", PartialDate(2015))
    assert found.original is not None
    (again,) = read_csl(found.original.name, found.original.data)
    assert again.draft == draft


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2019, 3, 21]]}, PartialDate(2019, 3, 21)),
        ({"date-parts": [["2019", "3"]], "circa": True}, PartialDate(2019, 3, approximate=True)),
        ({"date-parts": [[2019, 3], [2020]]}, PartialDate(2019, 3)),
        ({"raw": "12 May 2020"}, PartialDate(2020, 5, 12)),
        ({"literal": "forthcoming"}, None),
        ([{"year": 1968, "month": 2}], PartialDate(1968, 2)),
        ("2020-01", PartialDate(2020, 1)),
        ({"date-parts": "x"}, None),
    ],
)
def test_dates_in_all_their_forms(issued: object, date: PartialDate | None) -> None:
    (draft,) = read([{"type": "book", "title": "T", "issued": issued}])
    assert draft is not None
    assert draft.published == date


def test_names_with_particles_and_offices() -> None:
    names = [
        {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
        {"literal": "World Bank"},
        {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
    ]
    (draft,) = read({"items": [{"type": "book", "title": "<i>T</i>", "author": names}]})
    assert draft is not None
    assert draft.authors == ("van Gogh, Vincent", "World Bank", "Martin Luther King Jr.")
    assert draft.title == "T"


def test_item_that_is_none_is_told() -> None:
    first, second = read_csl("x.json", b'[3, {"type": "book", "title": "T"}]')
    assert (first.draft, first.remark) == (
        None,
        "The item is no object with the fields of a reference.",
    )
    assert second.draft


@pytest.mark.parametrize("text", ["[" * 100_000, "{", '{"a": ' + "9" * 5000 + "}", "[]"])
def test_what_is_no_reference_is_refused(text: str) -> None:
    with pytest.raises(IntakeError):
        list(read_csl("x.json", text.encode()))


def test_half_characters_are_no_text() -> None:
    assert loaded('["\\ud800 a", "\\ud83d\\ude00", "\\udc00"]') == ["\ufffd a", "😀", "\ufffd"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
NAMES = st.sampled_from(["title", "author", "issued", "accessed", "keyword", "id", "URL", "note"])


@settings(max_examples=40)
@given(st.lists(st.dictionaries(NAMES, JSON), min_size=1, max_size=3))
def test_any_json_is_read(items: list[object]) -> None:
    assert len(read(items)) == len(items)


def test_words_of_a_deep_value_end() -> None:
    deep: Json = "x"
    for _ in range(500):
        deep = [deep]
    assert words_of(deep) == ""
