import pytest

from briefing.export.page_images import LARGEST, draw_page
from briefing.export.typst_pages import write_pdf
from tests.export.publications import RESOURCES, make_publication


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return write_pdf(make_publication(), RESOURCES).data


def test_page_is_drawn_at_its_scale(pdf: bytes) -> None:
    image = draw_page(pdf, 1, 2.0)
    assert (image.width, image.height) == (1224, 1584)
    assert len(image.rgba) == image.stride * image.height
    pixels = {image.rgba[i : i + 4] for i in range(0, len(image.rgba), 4)}
    assert b"\xff\xff\xff\xff" in pixels
    assert len(pixels) > 20
    assert all(pixel[3] == 255 for pixel in pixels)


def test_colours_are_red_green_blue(pdf: bytes) -> None:
    image = draw_page(pdf, 1, 1.0)
    inks = [image.rgba[i : i + 4] for i in range(0, len(image.rgba), 4)]
    blue = [ink for ink in inks if ink[2] > ink[0] + 60]
    red = [ink for ink in inks if ink[0] > ink[2] + 60]
    assert len(blue) > 50 > len(red)  # the headings are ink blue


@pytest.mark.parametrize("number", [0, 3, -1])
def test_page_that_is_not_there_is_an_error(pdf: bytes, number: int) -> None:
    with pytest.raises(IndexError):
        draw_page(pdf, number, 1.0)


def test_no_scale_asks_for_gigabytes(pdf: bytes) -> None:
    assert LARGEST * LARGEST * 4 < 2**30
    assert draw_page(pdf, 1, 0.01).width >= 1
