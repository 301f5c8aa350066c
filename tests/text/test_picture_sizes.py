"""Sizes of pictures, as pandoc writes them."""

import pytest

from briefing.model.block import Image
from briefing.text.picture_sizes import PictureSize, picture_size


def size(source: str = "x.png", **attributes: str) -> PictureSize:
    return picture_size(Image("", source, "", tuple(attributes.items())))


@pytest.mark.parametrize(
    ("width", "points"),
    [("8cm", 226.77), ("2in", 144), ("96px", 72), ("96", 72), ("10mm", 28.35), ("12.5pt", 12.5)],
)
def test_length_is_told_in_points(width: str, points: float) -> None:
    assert size(width=width).width == pytest.approx(points, abs=0.01)


def test_share_is_that_of_the_text() -> None:
    assert size(width="50%") == PictureSize(share=50)
    assert size("picture:map?width=60") == PictureSize(share=60)
    assert size("picture:map?width=60", width="30%") == PictureSize(share=30)
    assert size("picture:map?width=60", width="72pt") == PictureSize(width=72)


@pytest.mark.parametrize("width", ["", "wide", "0%", "120%", "-2cm", "2em", "1e3px"])
def test_what_is_no_size_is_none(width: str) -> None:
    assert size(width=width) == size() == PictureSize()


def test_height_may_be_given_too() -> None:
    assert size(height="1in", width="50%") == PictureSize(share=50, height=72)
