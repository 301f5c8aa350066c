"""Commands that sort articles out: triage, remove."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    print_json_array,
)
from briefing.commands.record_json import article_json
from briefing.model.article import Colour, Usage
from briefing.model.ids import Uid
from briefing.services.desk import Desk

_NO_COLOUR = "none"


@click.command(
    "triage",
    epilog=examples(
        "briefing triage mexico.briefing nytimes2025mexico --usage shortlisted --rank 1 --rating B2"
    ),
)
@library_argument
@click.argument("citekeys", nargs=-1, required=True)
@click.option("--usage", type=click.Choice([usage.value for usage in Usage]))
@click.option("--rank", type=click.IntRange(min=0), help="1 is the first; 0 takes the rank away.")
@click.option("--rating", metavar="CODE", help="The Admiralty code, such as B2; - takes it away.")
@click.option("--note", help="Your note on it; an empty one takes it away.")
@click.option("--add-note", help="A paragraph to put behind the note.")
@click.option("--colour", type=click.Choice([one.value or _NO_COLOUR for one in Colour]))
@json_option
def triage_articles(
    library: Path, citekeys: tuple[str, ...], *, as_json: bool, **marks: str | int | None
) -> None:
    """Say of articles how far they have come, their rank, rating, note and colour."""
    with desk_of(library) as desk:
        uids = _uids(desk, citekeys)
        for name, value in marks.items():
            if value is not None:
                _MARKS[name](desk, uids, str(value))
        if as_json:
            print_json_array(article_json(desk.searching.article(uid)) for uid in uids)


@click.command("remove", epilog=examples("briefing remove mexico.briefing nytimes2025mexico"))
@library_argument
@click.argument("citekeys", nargs=-1, required=True)
def remove_articles(library: Path, citekeys: tuple[str, ...]) -> None:
    """Remove articles, with their originals and the evidence in them."""
    with desk_of(library) as desk:
        desk.triage.remove(_uids(desk, citekeys))


def _uids(desk: Desk, citekeys: Sequence[str]) -> list[Uid]:
    return [desk.searching.article_by_citekey(citekey).uid for citekey in citekeys]


def _set_note(desk: Desk, uids: Sequence[Uid], text: str) -> None:
    for uid in uids:
        desk.triage.set_note(uid, text)


def _set_rank(desk: Desk, uids: Sequence[Uid], rank: str) -> None:
    desk.triage.set_rank(uids, int(rank) or None)


def _set_colour(desk: Desk, uids: Sequence[Uid], name: str) -> None:
    desk.triage.set_colour(uids, Colour("" if name == _NO_COLOUR else name))


def _rating(code: str) -> tuple[str, int | None]:
    """Return both halves of the Admiralty code; a usage error where it is none."""
    if code == "-":
        return "", None
    letter, digit = code[:1].upper(), code[-1:]
    has_letter, has_digit = letter in set("ABCDEF"), digit in set("123456")
    if not code or len(code) != has_letter + has_digit:
        raise click.BadParameter(
            "a rating is a letter A to F, a digit 1 to 6, or both: B2", param_hint="--rating"
        )
    return letter if has_letter else "", int(digit) if has_digit else None


_MARKS: dict[str, Callable[[Desk, Sequence[Uid], str], object]] = {
    "usage": lambda desk, uids, value: desk.triage.set_usage(uids, Usage(value)),
    "rank": _set_rank,
    "rating": lambda desk, uids, value: desk.triage.set_rating(uids, *_rating(value)),
    "note": _set_note,
    "add_note": lambda desk, uids, value: desk.triage.append_note(uids, value),
    "colour": _set_colour,
}
