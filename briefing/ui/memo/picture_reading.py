"""Pictures from files and the clipboard, in a kind that Word takes: PNG, JPEG or GIF."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from briefing.errors import InputError

FILTER = "Pictures (*.png *.jpg *.jpeg *.gif *.webp *.bmp *.svg *.tif *.tiff)"
_AS_IS = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "gif": "image/gif"}
_MOST_BYTES = 60_000_000  # of a file that is read at all
_DRAWN = 2_000  # dots a side: a drawing without a size of its own, and no picture is kept larger
_LARGEST = 6_000


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """A picture ready to be kept, and a small one to be shown."""

    name: str
    media_type: str
    size: tuple[int, int]
    data: bytes
    image: QImage


def read_picture(source: Path | QImage) -> ReadPicture:
    """Read a picture, on any thread; InputError tells what is wrong with it."""
    if isinstance(source, QImage):
        return _as_png("picture.png", source)
    try:
        data = source.read_bytes() if source.stat().st_size <= _MOST_BYTES else b""
    except OSError as error:
        raise InputError(f"“{source.name}” cannot be read: {error.strerror}.") from error
    if not data:
        raise InputError(f"“{source.name}” is empty or larger than 60 MB: choose another picture.")
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    kind = bytes(reader.format().data()).decode("ascii", "replace").lower()
    if kind == "svg":
        size = reader.size().scaled(QSize(_DRAWN, _DRAWN), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(size)
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise InputError(f"“{source.name}” is no picture that can be read.")
    is_turned = kind in {"jpeg", "jpg"} and bool(reader.transformation().value)
    if kind not in _AS_IS or is_turned or max(image.width(), image.height()) > _LARGEST:
        return _as_png(source.with_suffix(".png").name, image)
    return ReadPicture(source.name, _AS_IS[kind], (image.width(), image.height()), data, image)


def _as_png(name: str, image: QImage) -> ReadPicture:
    """Return a picture as PNG, made smaller where it is very large."""
    if image.isNull():
        raise InputError("The clipboard holds no picture that can be read.")
    if max(image.width(), image.height()) > _LARGEST:
        image = image.scaled(
            _LARGEST,
            _LARGEST,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType] - its stub
    size = (image.width(), image.height())
    return ReadPicture(name, "image/png", size, bytes(held.data()), image)
