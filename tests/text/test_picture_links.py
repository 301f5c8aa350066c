"""How pictures are named in a memo's text."""

import pytest

from briefing.text.picture_links import (
    PictureLink,
    picture_alone,
    picture_keys,
    picture_link,
    with_files,
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("picture:map", PictureLink("map")),
        ("picture:map-2?width=60", PictureLink("map-2", 60)),
        ("picture:map?width=0", PictureLink("map")),
        ("picture:map?width=250", PictureLink("map")),
        ("picture:Map", None),
        ("map.png", None),
        ("https://a.example/picture:map", None),
    ],
)
def test_address_names_a_picture(source: str, expected: PictureLink | None) -> None:
    assert picture_link(source) == expected


def test_keys_are_found_once_and_lines_of_a_picture_alone() -> None:
    text = "![a](picture:one) and ![b](picture:two?width=5)\n![c](picture:one)"
    assert picture_keys(text) == ("one", "two")
    assert picture_alone("![c](picture:one)") == PictureLink("one")
    assert picture_alone("see ![c](picture:one)") is None


def test_files_take_the_place_of_keys() -> None:
    text = '![a](picture:one?width=50) ![b](picture:one "t") ![c](picture:gone)'
    assert with_files(text, {"one": "m.one.png"}) == (
        '![a](m.one.png){width=50%} ![b](m.one.png "t") ![c](picture:gone)'
    )


def test_width_joins_the_attributes_that_are_there() -> None:
    names = {"map": "memo.map.png"}
    assert with_files("![a](picture:map?width=60){#fig}", names) == (
        "![a](memo.map.png){width=60% #fig}"
    )
    kept = "![a](picture:map?width=60){width=5cm}"
    assert with_files(kept, names) == "![a](memo.map.png){width=5cm}"


def test_picture_with_attributes_stands_alone() -> None:
    assert picture_alone("![a](picture:map){width=50% #fig}") == PictureLink("map")
