"""The page on collecting tells every format, and its limits, as they are."""

import re
from pathlib import Path

from briefing.intake.article_formats import MB, READERS

PAGE = Path(__file__).parents[2] / "resources" / "help" / "collecting.md"


def test_every_suffix_is_told_and_no_other() -> None:
    page = PAGE.read_text(encoding="utf-8").partition("## What can be imported")[2]
    rows = [line for line in page.partition("\n\nIn folders")[0].splitlines() if "|" in line]
    told = {suffix for row in rows for suffix in re.findall(r"`(\.\w+)`", row)}
    assert told == {suffix for reader in READERS for suffix in reader.suffixes}


def test_limits_are_told() -> None:
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    limits = {reader.name: reader.max_bytes // MB for reader in READERS}
    assert limits.pop("Markdown") == limits.pop("plain text") == 16
    assert limits.pop("mailbox") == limits.pop("ZIP") == 512
    assert limits.pop("PDF") == 256
    assert set(limits.values()) == {64}
    told = "16 MB, mailboxes and ZIP files 512 MB, PDF files 256 MB, all others 64 MB"
    assert told in page
