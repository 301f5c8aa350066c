"""What the window says of the open memo: its heading, and its part of the status bar."""

import time
from collections.abc import Sequence

from briefing.model.finding import Finding, Severity
from briefing.ui.memo.memo_readability import told
from briefing.ui.memo.memo_reading import MemoReading
from briefing.ui.memo.memo_titles import title_of
from briefing.ui.memo.open_memo import OpenMemo, SaveState
from briefing.ui.memo.since_words import ago
from briefing.ui.workspace import Heading, Status, StatusItem


def heading_of(opened: OpenMemo, version: int) -> Heading:
    """Return title, template and version of the open memo."""
    memo = opened.memo
    badge = opened.template.title if opened.template else memo.template
    states = {
        SaveState.SAVED: "saved",
        SaveState.TYPED: "saving…",
        SaveState.SAVING: "saving…",
        SaveState.FAILED: "not saved",
    }
    parts = [f"v{version}" if version else "", states[opened.state]]
    return Heading(
        title_of(memo, opened.template), badge, " · ".join(part for part in parts if part)
    )


def status_of(opened: OpenMemo, reading: MemoReading, findings: Sequence[Finding]) -> Status:
    """Return what is saved, words and how they read, checks; claims and sources at the right."""
    words = f"{reading.words:,}" + (f" / {reading.limit:,}" if reading.limit else "") + " words"
    minutes = f"{reading.minutes} min read"
    is_over = reading.limit is not None and reading.words > reading.limit
    items = [
        StatusItem(
            " · ".join(part for part in (words, minutes, told(reading.readability)) if part),
            "triangle-alert" if is_over else "",
            "warn" if is_over else "muted",
        )
    ]
    if findings:
        is_bad = any(finding.severity is Severity.ERROR for finding in findings)
        amount = "1 check" if len(findings) == 1 else f"{len(findings)} checks"
        ink = "bad" if is_bad else "warn"
        items.append(StatusItem(amount, "triangle-alert", ink, "memo.next_finding"))
    sources = "1 source" if reading.sources == 1 else f"{reading.sources} sources"
    claims = f"{reading.sourced} of {reading.claims} claims sourced"
    return Status(_saved(opened), tuple(items), f"{claims} · {sources}")


def _saved(opened: OpenMemo) -> str:
    if opened.state is SaveState.FAILED:
        return "Not saved, trying again"
    if opened.is_unsaved:
        return "Saving…"
    if not opened.saved_at:
        return "Saved"
    return f"Saved {ago(time.monotonic() - opened.saved_at)}"
