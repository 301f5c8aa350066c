import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImage, QImageReader

from briefing.export.picture_cleaning import without_metadata
from briefing.model.picture import Picture

SECRET = b"52.5200 N, by Jane Doe"


def chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return len(data).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)


def drawn(kind: str) -> bytes:
    """Return a picture of 8 by 4 dots as Qt writes it."""
    image = QImage(8, 4, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)  # pyright: ignore[reportCallIssue, reportArgumentType]
    return bytes(data.data())


def picture(kind: str, data: bytes) -> Picture:
    return Picture("p", "p", f"image/{kind}", 8, 4, data)


def size_of(data: bytes) -> tuple[int, int]:
    """Return the size as the picture is to be seen, turned as it says."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    image = reader.read()
    return image.width(), image.height()


def exif(side: int) -> bytes:
    tag = (0x0112).to_bytes(2, "little") + b"\3\0\1\0\0\0" + side.to_bytes(2, "little") + b"\0\0"
    tiff = b"II*\0\x08\0\0\0" + b"\1\0" + tag + b"\0\0\0\0" + SECRET
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2) + body


def test_png_keeps_what_it_draws() -> None:
    plain = drawn("png")
    told = plain[:33] + chunk(b"tEXt", b"Author\0" + SECRET) + plain[33:] + SECRET
    cleaned = without_metadata(picture("png", told)).data
    assert SECRET not in cleaned
    assert size_of(cleaned) == (8, 4)
    assert without_metadata(picture("png", cleaned)).data == cleaned


@pytest.mark.parametrize(("side", "size"), [(1, (8, 4)), (3, (8, 4)), (6, (4, 8))])
def test_jpeg_keeps_which_side_is_up(side: int, size: tuple[int, int]) -> None:
    plain = drawn("jpeg")
    comment = b"\xff\xfe" + (len(SECRET) + 2).to_bytes(2) + SECRET
    told = plain[:2] + exif(side) + comment + plain[2:]
    cleaned = without_metadata(picture("jpeg", told)).data
    assert SECRET not in cleaned
    assert size_of(told) == size_of(cleaned) == size


def test_gif_loses_its_comment() -> None:
    head = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff"
    frame = b",\0\0\0\0\1\0\1\0\0\2\2L\1\0;"
    told = head + b"!\xfe" + bytes([len(SECRET)]) + SECRET + b"\0" + frame
    assert without_metadata(picture("gif", told)).data == head + frame


def test_clean_picture_is_left_as_it_is() -> None:
    one = without_metadata(picture("png", drawn("png")))
    assert without_metadata(one) is one


@given(st.sampled_from(["png", "jpeg", "gif"]), st.binary(max_size=80), st.integers(0, 60))
def test_broken_pictures_never_raise(kind: str, noise: bytes, cut: int) -> None:
    start = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff\xe1", "gif": b"GIF89a"}[kind]
    one = picture(kind, start + noise)
    assert without_metadata(one)
    assert without_metadata(replace(one, data=one.data[:cut]))
