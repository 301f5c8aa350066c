"""Links out of a part: each address once, and only those that Word may open; its pictures."""

from briefing.export.docx.xml_text import attribute
from briefing.model.picture import Picture

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"

_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


class LinkTable:
    """The external relationships of one part, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._pictures: dict[str, Picture] = {}

    def id_of(self, address: str) -> str:
        """Return the relationship id of an address that `web_address` gave."""
        return self._ids.setdefault(address, f"rIdLink{len(self._ids) + 1}")

    def picture_id(self, picture: Picture) -> str:
        """Return the relationship id of a picture, which becomes a part of the file."""
        numbers = {key: number for number, key in enumerate(self._pictures, 1)}
        if picture.key not in numbers:
            self._pictures[picture.key] = picture
        return f"rIdPicture{numbers.get(picture.key, len(self._pictures))}"

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Return every picture that was asked for."""
        return tuple(self._pictures.values())

    @property
    def is_empty(self) -> bool:
        """Return whether there is neither a link nor a picture."""
        return not self._ids and not self._pictures

    @property
    def entries(self) -> tuple[tuple[str, str], ...]:
        """Return (relationship id, address) of every link."""
        return tuple((identity, address) for address, identity in self._ids.items())

    def xml(self) -> str:
        """Return the links as elements of a relationships part (OPC, 9.3)."""
        pictures = "".join(
            f'<Relationship Id="rIdPicture{number}" Type="{_IMAGE}"'
            f' Target="media/{picture.file_name}"/>'
            for number, picture in enumerate(self.pictures, 1)
        )
        return pictures + "".join(
            f'<Relationship Id="{identity}" Type="{_HYPERLINK}" Target="{attribute(address)}"'
            ' TargetMode="External"/>'
            for identity, address in self.entries
        )
