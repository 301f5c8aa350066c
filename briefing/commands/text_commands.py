"""The command that finds a quote in a text: where it stands now, and how surely."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from briefing.commands.console import (
    examples,
    json_option,
    print_json,
    say,
)
from briefing.errors import InputError, IntakeError
from briefing.model.anchor import Anchor, AnchorState, Located
from briefing.text.anchors import locate
from briefing.text.folding import fold

MAX_QUOTE = 100_000  # code points of a quote, or of one side of it
_AROUND = 40  # code points shown on both sides of a place


@click.command(
    "locate",
    epilog=examples(
        'briefing locate --quote "the arrest of 59 high-value targets" article.txt',
        'briefing locate --quote "59 targets" --prefix "arrest of " --suffix " by Mexico" a.txt'
        " --json",
        'pdftotext report.pdf - | briefing locate --quote "12.5 per cent" --start 4310 -',
    ),
)
@click.option("--quote", required=True, metavar="WORDS", help="The words to find.")
@click.option("--prefix", default="", metavar="WORDS", help="What stood before them.")
@click.option("--suffix", default="", metavar="WORDS", help="What stood behind them.")
@click.option(
    "--start",
    type=click.IntRange(min=0),
    metavar="N",
    help="Where they began, in code points from 0; left out where it is not known.",
)
@click.argument("source", metavar="FILE")
@json_option
def locate_quote(
    source: str, *, quote: str, prefix: str, suffix: str, start: int | None, as_json: bool
) -> None:
    """Find a quote in a text file, or in what is piped in (-), and say how surely it is found.

    exact: at its old place; where that is not known, in one place with both sides whole. moved:
    elsewhere, or with other words around it, for the reason given. ambiguous: it cannot be told,
    with the candidates. lost: its words stand nowhere. White space, quotation marks, hyphens and
    joined letters make no difference; a changed figure or a "not" does. With --json: an object
    with state, start, end (code points, a line's end as one), text, reason and candidates; start
    and end are null where the quote is lost.
    """
    anchor = _anchor(quote, prefix, suffix, start)
    text = _text_of(source)
    found = locate(text, _with_blanks(text, anchor))
    if as_json:
        print_json(_json(text, found))
    else:
        _tell(text, found)


def _anchor(quote: str, prefix: str, suffix: str, start: int | None) -> Anchor:
    if not quote.strip():
        raise InputError("The quote is empty; give its words with --quote.")
    if max(len(quote), len(prefix), len(suffix)) > MAX_QUOTE:
        raise InputError(f"The quote or what surrounds it is longer than {MAX_QUOTE:,} characters.")
    words = quote.strip()
    before = quote[: len(quote) - len(quote.lstrip())]
    behind = quote[len(quote.rstrip()) :]
    begin = -1 if start is None else start + len(before)
    return Anchor(words, prefix + before, behind + suffix, begin)


def _with_blanks(text: str, anchor: Anchor) -> Anchor:
    """Return the anchor with the blanks beside its quote that a shell's user left out."""
    if anchor.prefix + anchor.quote + anchor.suffix in text:
        return anchor
    folded = fold(text).text
    before, quote, behind = anchor.prefix, anchor.quote, anchor.suffix
    if before and not before[-1].isspace() and not _stands(folded, before + quote):
        before += " "
    is_apart = behind[:1].isalnum() or _stands(folded, f"{quote} {behind}")
    if behind and not behind[0].isspace() and is_apart and not _stands(folded, quote + behind):
        behind = f" {behind}"
    return replace(anchor, prefix=before, suffix=behind)


def _stands(folded: str, words: str) -> bool:
    return fold(words).text in folded


def _text_of(source: str) -> str:
    # Imported when a text is read: the encodings' library is heavy.
    from briefing.intake.text_file import MAX_BYTES, decode_text  # noqa: PLC0415  (start-up time)

    try:
        if source == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "its name is not one"
        raise InputError(f"{source} cannot be read: {reason}.") from fault
    if not data.strip():
        return ""
    try:
        return decode_text(data).text
    except IntakeError as fault:
        raise InputError(f"{'What was piped in' if source == '-' else source}: {fault}") from fault


def _json(text: str, found: Located) -> dict[str, object]:
    is_lost = found.state is AnchorState.LOST
    return {
        "state": found.state.value,
        "start": None if is_lost else found.start,
        "end": None if is_lost else found.end,
        "text": "" if is_lost else text[found.start : found.end],
        "reason": found.reason,
        "candidates": [
            {"start": start, "end": end, "text": text[start:end]} for start, end in found.candidates
        ],
    }


def _tell(text: str, found: Located) -> None:
    is_placed = found.state not in {AnchorState.AMBIGUOUS, AnchorState.LOST}
    place = f" {found.start}–{found.end}" if is_placed else ""
    say(f"{found.state.value}{place}" + (f": {found.reason}" if found.reason else ""))
    for start, end in found.candidates or ([(found.start, found.end)] if is_placed else []):
        around = text[max(0, start - _AROUND) : end + _AROUND]
        say(f"  {start}–{end}  … {' '.join(around.split())} …")
