"""A picture of the library as an inline drawing (ECMA-376 part 1, 20.4.2.8)."""

from collections.abc import Iterable

from briefing.export.docx.links import LinkTable
from briefing.export.docx.xml_text import attribute
from briefing.model.block import Image
from briefing.model.picture import Picture
from briefing.text.picture_links import picture_link
from briefing.text.picture_sizes import PictureSize, picture_size

_DOT = 9_525  # EMU, at 96 dots an inch
_TWIP = 635  # EMU
_POINT = 12_700  # EMU
_TALLEST = 8_000_000  # EMU: a page of A4 or Letter within its margins, a caption left room for
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


class PictureDrawing:
    """Draws pictures no wider than the text; `text_width` is in twentieths of a point."""

    def __init__(self, pictures: Iterable[Picture], text_width: int) -> None:
        self._pictures = {picture.key: picture for picture in pictures}
        self.text_width = text_width
        self._count = 0

    def drawing(self, image: Image, links: LinkTable) -> str:
        """Return the run that shows a picture, or nothing where it is none of the library."""
        link = picture_link(image.source)
        picture = self._pictures.get(link.key) if link else None
        if link is None or picture is None:
            return ""
        self._count += 1
        wide, high = self._size(picture, picture_size(image))
        name, alt = attribute(picture.name), attribute(image.attribute("alt") or image.alt)
        identity = links.picture_id(picture)
        size = f'cx="{wide}" cy="{high}"'
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
            f' distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="{self._count}" name="{name}" descr="{alt}"/>'
            f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
            f'<pic:cNvPr id="{self._count}" name="{name}" descr="{alt}"/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{identity}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def _size(self, picture: Picture, asked: PictureSize) -> tuple[int, int]:
        """Return width and height in EMU, in the picture's own proportion if one is not given."""
        limit = self.text_width * _TWIP
        wide, high = int(asked.width * _POINT), int(asked.height * _POINT)
        if asked.share:
            wide = int(limit * asked.share / 100)
        if not wide:
            wide = high * picture.width // picture.height if high else picture.width * _DOT
        if not high or wide > limit:
            wide = min(wide, limit)
            high = wide * picture.height // picture.width
        if high > _TALLEST:
            wide, high = wide * _TALLEST // high, _TALLEST
        return max(wide, 1), max(high, 1)
