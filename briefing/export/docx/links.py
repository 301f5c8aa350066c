"""Links out of a part: each address once, and only those that Word may open."""

from briefing.export.docx.xml_text import attribute

_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


class LinkTable:
    """The external relationships of one part, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def id_of(self, address: str) -> str:
        """Return the relationship id of an address that `web_address` gave."""
        return self._ids.setdefault(address, f"rIdLink{len(self._ids) + 1}")

    @property
    def entries(self) -> tuple[tuple[str, str], ...]:
        """Return (relationship id, address) of every link."""
        return tuple((identity, address) for address, identity in self._ids.items())

    def xml(self) -> str:
        """Return the links as elements of a relationships part (OPC, 9.3)."""
        return "".join(
            f'<Relationship Id="{identity}" Type="{_HYPERLINK}" Target="{attribute(address)}"'
            ' TargetMode="External"/>'
            for identity, address in self.entries
        )
