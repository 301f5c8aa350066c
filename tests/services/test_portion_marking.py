"""The banner of a memo follows from the marks of its portions."""

import json

import pytest

from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.template import FieldType, Template, TemplateField
from briefing.paths import user_data_dir
from briefing.services.portion_marking import banner_of, marking_labels, scheme_choices

TEMPLATE = Template("t", "T", fields=(TemplateField("handling", "Handling", FieldType.MARKING),))


def make_memo(body: str, **fields: str) -> Memo:
    return Memo(Uid("1" * 32), "m", "t", tuple(fields.items()), body)


@pytest.mark.parametrize(
    ("body", "banner", "highest"),
    [
        ("(TLP:GREEN) One.\n\n(TLP:AMBER) Two.", "", "TLP:AMBER"),
        ("(TLP:GREEN) One.\n\n(TLP:AMBER) Two.", "TLP:AMBER", "TLP:AMBER"),
        ("## (P) Title\n\n- (C//NF) Item.\n\n(I//REL) More.", "PUBLIC", "CONFIDENTIAL//NF//REL"),
        ("No marks at all.", "TLP:RED", ""),
        ("(WHO) says that it is so.", "", ""),
    ],
)
def test_banner_is_the_highest_mark_with_every_caveat(body: str, banner: str, highest: str) -> None:
    found = banner_of(make_memo(body, handling=banner), TEMPLATE)
    assert (found.field, found.current, found.highest) == ("handling", banner, highest)
    assert found.is_right == (not highest or banner == highest)


def test_field_is_the_one_that_is_filled() -> None:
    memo = make_memo("(P) One.", marking="PUBLIC")
    assert banner_of(memo, TEMPLATE).field == "marking"
    assert banner_of(make_memo("(P) One."), None).field == "marking"


def test_scheme_of_the_memo_is_offered_first() -> None:
    assert scheme_choices("", "INTERNAL")[0].title == "Plain markings"
    assert scheme_choices("(TLP:RED) One.", "")[0].title == "Traffic Light Protocol 2.0"
    first = scheme_choices("(C) One.", "")[0].choices[0]
    assert (first.mark, first.label) == ("C", "CONFIDENTIAL")


def test_scheme_of_the_user_is_offered_too() -> None:
    folder = user_data_dir() / "standards"
    folder.mkdir(parents=True, exist_ok=True)
    scheme = {"name": "house", "title": "House", "markings": [{"label": "HOUSE", "portion": "H"}]}
    file = folder / "marking-house.json"
    file.write_text(json.dumps(scheme), "utf-8")
    try:
        assert "House" in {one.title for one in scheme_choices("", "")}
    finally:
        file.unlink()


def test_labels_of_all_schemes_can_be_chosen() -> None:
    labels = marking_labels()
    assert labels.index("TLP:RED") < labels.index("TLP:CLEAR")
    assert "CONFIDENTIAL" in labels
