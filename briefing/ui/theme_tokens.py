"""Colour tokens: the named colours of one scheme, read from `resources/themes/NAME.json`."""

import json
from pathlib import Path
from typing import Literal, get_args

Token = Literal[
    # Surfaces, from the back to the front; `canvas` lies behind the pages of a memo.
    "background",
    "panel",
    "paper",
    "canvas",
    # Lines: between panes, and round what can be typed into (3:1 where it must be seen).
    "line",
    "line_strong",
    # Text; on a soft or hovered surface the strong kind keeps 4.5:1.
    "ink",
    "muted",
    "muted_strong",
    # What can be pressed or is selected.
    "accent",
    "accent_hover",
    "accent_pressed",
    "accent_soft",
    "on_accent",
    # States: text on a surface, text on its own soft ground, the soft ground.
    "ok",
    "ok_strong",
    "ok_soft",
    "warn",
    "warn_strong",
    "warn_soft",
    "bad",
    "bad_strong",
    "bad_soft",
    # Marks in running text.
    "highlight",
    "selection",
    # What lies under the pointer or is held down, the bars of charts.
    "hover",
    "pressed",
    "bar",
    # What floats: toasts, the bar over a selection.
    "popover",
    "popover_ink",
    "popover_key",
    "shadow",
    # The colours that an analyst labels articles with (3:1 on every surface).
    "label_red",
    "label_orange",
    "label_yellow",
    "label_green",
    "label_blue",
    "label_purple",
]

TOKENS: tuple[Token, ...] = get_args(Token)


def read_tokens(file: Path) -> dict[Token, str]:
    """Return the colours (`#rrggbb`) of a scheme.

    Raises ValueError, with the names, where a colour is missing or is none.
    """
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    wrong = [name for name in TOKENS if not _is_color(found.get(name, ""))]
    if wrong:
        raise ValueError(f"{file.name} lacks a colour like #1f4e79 for: {', '.join(wrong)}")
    return {name: found[name] for name in TOKENS}


def _is_color(text: str) -> bool:
    return len(text) == 7 and text[0] == "#" and all(c in "0123456789abcdef" for c in text[1:])
