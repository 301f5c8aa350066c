"""Commands that sort articles out: triage, remove."""

from collections.abc import Sequence
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
from briefing.model.article import Usage
from briefing.model.ids import Uid
from briefing.services.desk import Desk


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
@json_option
def triage_articles(
    library: Path,
    citekeys: tuple[str, ...],
    *,
    usage: str | None,
    rank: int | None,
    rating: str | None,
    note: str | None,
    as_json: bool,
) -> None:
    """Say of articles how far they have come, their rank, rating and note."""
    with desk_of(library) as desk:
        uids = _uids(desk, citekeys)
        if usage is not None:
            desk.triage.set_usage(uids, Usage(usage))
        if rank is not None:
            desk.triage.set_rank(uids, rank or None)
        if rating is not None:
            desk.triage.set_rating(uids, *_rating(rating))
        if note is not None:
            for uid in uids:
                desk.triage.set_note(uid, note)
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
