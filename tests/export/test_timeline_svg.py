"""A timeline's picture: well-formed, complete, and the same each time."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from briefing.errors import ExportError
from briefing.export.timeline_png import timeline_png
from briefing.export.timeline_svg import timeline_svg
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.model.timeline import TimelineEntry, TimelineKind
from briefing.paths import resources_dir
from briefing.services.timeline_layout import lay_out
from briefing.text.label_width import label_width

_SVG = "{http://www.w3.org/2000/svg}"


def _entry(when: str, title: str, kind: TimelineKind = TimelineKind.FACT) -> TimelineEntry:
    return TimelineEntry(kind, Uid(title), "fact:aaa", title, PartialDate.parse(when))


_ENTRIES = [
    _entry("2025-09-03", "Talks & <agreement> “held”"),
    _entry("2025-08~", "About August"),
    _entry("2025", "墨西哥", TimelineKind.ARTICLE),
]


def _picture(entries: list[TimelineEntry]) -> str:
    return timeline_svg(lay_out(entries, 2.0, label_width), "US & Mexico")


def test_each_entry_stands_in_the_picture_with_its_date() -> None:
    root = ET.fromstring(_picture(_ENTRIES))
    words = [text.text for text in root.iter(f"{_SVG}text")]
    titles = [title.text for title in root.iter(f"{_SVG}title")]
    assert {"Talks & <agreement> “held”", "About August", "墨西哥"} <= set(words)
    assert titles[0] == "US & Mexico"
    assert "about August 2025 · About August" in titles


def test_what_stands_no_more_is_struck_through_and_a_dispute_is_told() -> None:
    fates = [replace(_ENTRIES[0], status=one) for one in ("superseded", "retracted", "disputed")]
    words = [text for one in fates for text in ET.fromstring(_picture([one])).iter(f"{_SVG}text")]
    told = {text.text: text.get("text-decoration") for text in words}
    assert told["(disputed) Talks & <agreement> “held”"] is None
    assert told["Talks & <agreement> “held”"] == "line-through"


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert ET.fromstring(_picture([_entry("2025", "a\x00b\x1b\ud800\ufffec")])) is not None


def test_the_same_entries_give_the_same_picture() -> None:
    assert _picture(_ENTRIES) == _picture(list(_ENTRIES))


def test_a_png_is_drawn_from_it() -> None:
    fonts = resources_dir() / "fonts"
    png = timeline_png(lay_out(_ENTRIES, 2.0, label_width), "US & Mexico", fonts)
    assert png.startswith(b"\x89PNG")


def test_a_png_that_would_be_too_large_is_refused(tmp_path: Path) -> None:
    layout = lay_out([_entry("1900", "a"), _entry("2025", "b")], 10.0, label_width)
    with pytest.raises(ExportError, match="too large"):
        timeline_png(layout, "Long", tmp_path)
