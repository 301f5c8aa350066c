"""The fonts and icons that are shipped can be read, and their licences stand beside them."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.architecture.source_files import ROOT

FONTS = ROOT / "resources" / "fonts"
ICONS = ROOT / "resources" / "icons"


@pytest.mark.parametrize("font", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.stem)
def test_font_is_truetype_with_its_licence_beside_it(font: Path) -> None:
    assert font.read_bytes()[:4] == b"\x00\x01\x00\x00"
    licence = font.with_name(f"OFL-{font.stem.split('-')[0]}.txt")
    assert "SIL Open Font License" in licence.read_text(encoding="utf-8")


def test_icons_have_their_licence_beside_them() -> None:
    assert "ISC License" in (ICONS / "LICENSE-Lucide.txt").read_text(encoding="utf-8")


def test_icons_are_drawn_in_the_ink_of_the_theme() -> None:
    for icon in ICONS.glob("*.svg"):
        root = ET.parse(icon).getroot()
        assert root.get("stroke") == "currentColor", icon.name
        assert root.get("viewBox") == "0 0 24 24", icon.name
