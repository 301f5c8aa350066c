"""A picture of a memo, kept in the library under a key."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, JPEG or GIF; width and height are in dots."""

    key: str
    name: str
    media_type: str
    width: int
    height: int
    data: bytes

    @property
    def file_name(self) -> str:
        """Return the name of the file that it is written to."""
        return f"{self.key}.{EXTENSIONS[self.media_type]}"


EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif"}
