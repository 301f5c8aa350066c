"""A text that a command reads: a file, or standard input."""

import sys
from pathlib import Path

from briefing.errors import InputError


def read_source(source: str) -> str:
    """Return the text of a file, of standard input for `-`; InputError where it cannot be read."""
    from briefing.intake.text_file import decode_text  # noqa: PLC0415  (start-up time)

    if source == "-":
        return decode_text(sys.stdin.buffer.read()).text
    try:
        return decode_text(Path(source).read_bytes()).text
    except OSError as fault:
        raise InputError(f"{source} cannot be read: {fault.strerror}.") from fault
