import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage

from briefing.intake.picture_header import picture_header


def picture(kind: str) -> bytes:
    """Return a picture of 37 by 21 dots as Qt writes it."""
    image = QImage(37, 21, QImage.Format.Format_RGB32)
    image.fill(0)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(data.data())


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_size_is_read(kind: str) -> None:
    assert picture_header(picture(kind)) == (f"image/{kind}", (37, 21))


def test_gif_is_read() -> None:
    assert picture_header(b"GIF89a\x25\0\x15\0\0\0\0") == ("image/gif", (37, 21))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\xff\xd8", b"\xff\xd8\xff\xe0\0\x10JF"])
def test_nothing_else_is_taken_for_a_picture(data: bytes) -> None:
    assert picture_header(data) is None
