"""Text meets WCAG AA in both schemes, on every ground that it stands on."""

import itertools
import json
from pathlib import Path

import pytest

from briefing.paths import resources_dir
from briefing.ui.theme_tokens import TOKENS, Token, read_tokens

SURFACES: tuple[Token, ...] = ("background", "panel", "paper")
SOFT: tuple[Token, ...] = ("accent_soft", "ok_soft", "warn_soft", "bad_soft", "hover")
TEXT_ON_SURFACES: tuple[Token, ...] = ("ink", "muted", "accent", "ok", "warn", "bad")
TEXT_ON_SOFT: tuple[Token, ...] = ("ink", "muted_strong", "accent")
PAIRS: list[tuple[Token, Token]] = [
    *itertools.product(TEXT_ON_SURFACES, SURFACES),
    *itertools.product(TEXT_ON_SOFT, SOFT),
    ("ok_strong", "ok_soft"),
    ("warn_strong", "warn_soft"),
    ("bad_strong", "bad_soft"),
    ("ink", "highlight"),
    ("ink", "selection"),
    ("ink", "pressed"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_accent", "accent_pressed"),
    ("popover_ink", "popover"),
    ("popover_ink", "popover_key"),
]
DRAWN = {
    "light": {"background": "#f6f5f2", "panel": "#fbfaf8", "accent": "#1f4e79", "bad": "#a4262c"},
    "dark": {"background": "#17191c", "panel": "#1c1f23", "accent": "#7fb3e6", "bad": "#ef8a84"},
}


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    """Return the relative luminance of `#rrggbb` (WCAG 2.2, definitions)."""
    red, green, blue = (_linear(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def tokens(scheme: str) -> dict[Token, str]:
    return read_tokens(resources_dir() / "themes" / f"{scheme}.json")


def test_text_meets_aa_on_every_ground(tokens: dict[Token, str]) -> None:
    poor = {
        f"{text} on {ground}": round(contrast(tokens[text], tokens[ground]), 2)
        for text, ground in PAIRS
        if contrast(tokens[text], tokens[ground]) < 4.5
    }
    assert poor == {}


def test_edges_of_controls_can_be_seen(tokens: dict[Token, str]) -> None:
    for ground in SURFACES:
        assert contrast(tokens["line_strong"], tokens[ground]) >= 3
        assert contrast(tokens["accent"], tokens[ground]) >= 3


def test_label_colours_can_be_seen_on_every_surface(tokens: dict[Token, str]) -> None:
    labels: list[Token] = [name for name in TOKENS if name.startswith("label_")]
    faint = [
        (label, ground)
        for label in labels
        for ground in (*SURFACES, "accent_soft")
        if contrast(tokens[label], tokens[ground]) < 3
    ]
    assert len(labels) == 6
    assert faint == []


def test_colours_are_those_that_were_drawn(scheme: str, tokens: dict[Token, str]) -> None:
    assert {name: tokens[name] for name in DRAWN[scheme]} == DRAWN[scheme]  # type: ignore[index]


def test_a_missing_colour_is_named(tmp_path: Path) -> None:
    values = dict.fromkeys(TOKENS, "#123456")
    del values["accent"]
    values["ink"] = "blue"
    file = tmp_path / "odd.json"
    file.write_text(json.dumps(values))
    with pytest.raises(ValueError, match="ink, accent"):
        read_tokens(file)


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
