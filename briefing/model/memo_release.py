"""A release of a memo: which version left as which file, when, to whom, and with which waivers."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from briefing.model.export_options import ExportOptions, Waiver
from briefing.model.finding import Finding
from briefing.model.ids import Uid


@dataclass(frozen=True, slots=True)
class OpenCheck:
    """A required check that is not met: its rule and what it found."""

    rule: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class MemoRelease:
    """One line of a memo's release log.

    The hashes are SHA-256 in hexadecimal: of the version's fields and text (`text_hash`), and of
    the file's bytes. `options` are those the file was written with; a style file is named only.
    """

    uid: Uid
    memo_uid: Uid
    version: int
    version_hash: str
    file_name: str
    file_hash: str
    recipients: str
    options: ExportOptions
    waivers: tuple[Waiver, ...]
    released_at: datetime


def text_hash(fields: Sequence[tuple[str, str]], body: str) -> str:
    """Return the SHA-256 of a memo's fields and text, as JSON has them in UTF-8."""
    text = json.dumps([list(map(list, fields)), body], ensure_ascii=False, separators=(",", ":"))
    return file_hash(text.encode("utf-8", "replace"))


def file_hash(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(data).hexdigest()
