import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.register import reader_for
from briefing.intake.zotero_json import read_zotero_json
from briefing.model.partial_date import PartialDate

PATH = Path(__file__).parents[1] / "data" / "references" / "collections.json"
ITEM = {
    "itemType": "newspaperArticle",
    "title": "Tariffs <i>again</i>",
    "creators": [
        {"creatorType": "author", "firstName": "Ann", "lastName": "Roe"},
        {"creatorType": "author", "name": "World Bank"},
        {"creatorType": "translator", "firstName": "T", "lastName": "R"},
    ],
    "publicationTitle": "The Times",
    "date": "2025-09-03",
    "accessDate": "2025-10-01T10:00:00Z",
    "tags": [{"tag": "trade"}, {"tag": "steel"}],
    "notes": [{"note": "<p>Mine</p>"}],
    "extra": "Citation Key: roe2025\nmore",
    "attachments": [{"title": "x.pdf", "path": "/home/me/x.pdf"}],
}


def test_item_becomes_an_article() -> None:
    (found,) = read_zotero_json("x.json", json.dumps({"items": [ITEM]}).encode())
    draft = found.draft
    assert draft is not None
    assert (draft.title, draft.publisher, draft.citekey) == (
        "Tariffs again",
        "The Times",
        "roe2025",
    )
    assert draft.authors == ("Roe, Ann", "World Bank")
    assert (draft.published, draft.accessed) == (PartialDate(2025, 9, 3), PartialDate(2025, 10, 1))
    assert (draft.tags, draft.note) == (("trade", "steel"), "Mine\n\nmore")
    assert draft.fields == (
        ("type", "article-newspaper"),
        ("translator", "R, T"),
        ("attachment", "x.pdf"),
    )


def test_collections_are_tags_and_each_item_reads_again_alike() -> None:
    data = PATH.read_bytes()
    reader = reader_for(PATH, data)
    assert reader is not None
    assert reader.name == "Zotero JSON"
    found = list(reader.read(PATH.name, data))
    assert len(found) == len({one.part for one in found}) == 7
    assert found[0].draft is not None
    assert found[0].draft.tags == (
        "Jabref groups import does not work #717.2.10",
        "Jabref groups import does not work #717.2.10/my-main-group-2/my-subgroup-2",
    )
    for one in found:
        assert one.original is not None
        (again,) = read_zotero_json(one.original.name, one.original.data)
        assert again.draft == one.draft


def test_items_of_the_web_api_and_notes_are_read() -> None:
    note = {"itemType": "note", "note": "<p>Alone</p><p>Here</p>"}
    file = {"itemType": "attachment", "title": "PDF"}
    items = [{"key": "A", "data": ITEM}, {"key": "B", "data": note}, {"data": file}]
    first, second, third = read_zotero_json("x.json", json.dumps(items).encode())
    assert first.draft is not None
    assert second.draft is not None
    assert (second.draft.title, second.draft.body) == ("Alone", "Alone\n\nHere")
    assert (third.draft, third.part) == (None, "PDF")


def test_what_has_no_item_is_refused() -> None:
    with pytest.raises(IntakeError, match="no item"):
        list(read_zotero_json("x.json", b'{"items": [{"title": "T"}]}'))


JSON = st.none() | st.integers() | st.text(max_size=9) | st.lists(st.text(max_size=5), max_size=3)
NAMES = st.sampled_from([*ITEM, "itemID", "url", "collections"])


@settings(max_examples=50)
@given(st.dictionaries(NAMES, JSON), st.dictionaries(st.text(max_size=3), JSON))
def test_any_item_is_read(item: dict[str, object], collections: dict[str, object]) -> None:
    library = {"items": [ITEM, item], "collections": collections}
    assert len(list(read_zotero_json("x.json", json.dumps(library).encode()))) == 2
