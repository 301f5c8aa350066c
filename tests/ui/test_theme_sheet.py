"""The stylesheet is filled in whole."""

import pytest

from briefing.paths import resources_dir
from briefing.ui.theme_sheet import fill_sheet
from briefing.ui.theme_tokens import TOKENS, read_tokens


def test_places_are_filled_in() -> None:
    sheet = "a { color: @ink; padding: @px(6) @px(0.2); image: @icon(check, on_accent); }"
    filled = fill_sheet(sheet, {"ink": "#111111"}, 1.5, lambda name, ink: f"<{name} {ink}>")
    assert filled == "a { color: #111111; padding: 9px 1px; image: <check on_accent>; }"


def test_an_unknown_token_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill_sheet("a { color: @teal; }", {"ink": "#111111"}, 1, lambda *_: "")


def test_the_shipped_sheet_names_only_tokens_and_no_colour() -> None:
    folder = resources_dir() / "themes"
    sheet = (folder / "window.qss").read_text(encoding="utf-8")
    tokens = dict(read_tokens(folder / "light.json"))
    filled = fill_sheet(sheet, {str(name): tokens[name] for name in TOKENS}, 1, lambda *_: "url(x)")
    assert "@" not in filled
    assert "#" not in sheet
