"""The command on ripples: the sentences that a fact or an article touches, and updating them."""

from pathlib import Path

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    print_json_array,
    say,
)
from briefing.commands.fact_answers import fact_of, touched_json
from briefing.errors import InputError, NotFoundError
from briefing.model.ids import Uid
from briefing.services.desk import Desk


@click.command(
    "ripple",
    epilog=examples(
        "briefing ripple mexico.briefing 7k2",
        "briefing ripple mexico.briefing 7k2 --update",
        'briefing ripple mexico.briefing 7k2 --keep "the memo says as of June"',
        "briefing ripple mexico.briefing nytimes2025mexico --json",
    ),
)
@library_argument
@click.argument("key", metavar="FACT")
@click.option("--update", is_flag=True, help="Write the proposals into the memos, as one step.")
@click.option("--keep", metavar="REASON", help="Let the sentences stay as they are, and say why.")
@json_option
def ripple(library: Path, key: str, *, update: bool, keep: str | None, as_json: bool) -> None:
    """List every sentence of every memo that rests on a fact, or on an article.

    FACT is a fact's key or an article's citekey. Sentences that are kept with a reason are
    listed with it, and neither updated nor kept again.
    """
    if update and keep is not None:
        raise InputError("Choose one: --update or --keep.")
    with desk_of(library) as desk:
        touched = desk.ripple.touched(_uid_of(desk, key))
        proposals = desk.ripple.proposals(touched)
        waiting = [pair for pair in zip(touched, proposals, strict=True) if not pair[0].kept_reason]
        if update:
            sentences, texts = [one for one, _ in waiting], [text for _, text in waiting]
            desk.ripple.update(sentences, texts)
        elif keep is not None and waiting:
            desk.ripple.keep([one for one, _ in waiting], keep)
    if as_json:
        print_json_array(map(touched_json, touched, proposals))
        return
    for one, text in zip(touched, proposals, strict=True):
        say(f"{one.slug}: {' '.join(one.text.split())}")
        if one.kept_reason:
            say(f"    kept: {one.kept_reason}")
        elif text != one.text:
            say(f"    {'now' if update else 'would be'}: {' '.join(text.split())}")
    if not touched:
        say("No memo cites it.")


def _uid_of(desk: Desk, key: str) -> Uid:
    try:
        return fact_of(desk, key).uid
    except NotFoundError:
        return desk.searching.article_by_citekey(key).uid
