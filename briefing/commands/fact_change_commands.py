"""Commands that change facts: edit, supersede, dispute, retract, reinstate."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    print_json,
    say,
)
from briefing.commands.fact_answers import fact_of, json_of
from briefing.commands.record_lines import fact_line
from briefing.commands.value_types import DecimalType, PartialDateType
from briefing.errors import InputError
from briefing.model.fact import Confidence, Fact, FactDraft, FactKind
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate

if TYPE_CHECKING:
    from briefing.services.desk import Desk

_since = click.option(
    "--since", type=PartialDateType(), help="The day from which that holds; unknown if left out."
)


def _told(_context: click.Context, _option: click.Parameter, reason: str) -> str:
    if not reason.strip():
        raise click.BadParameter("say why; those who read on need the reason")
    return reason


_reason = click.option(
    "--reason", required=True, callback=_told, help="Why; it is kept in the fact's history."
)


@click.command(
    "edit",
    epilog=examples(
        'briefing fact edit mexico.briefing 7k2 --statement "Mexico arrested 59 targets."',
        "briefing fact edit mexico.briefing 7k2 --value 61 --unit targets --reason recount",
    ),
)
@library_argument
@click.argument("key")
@click.option("--statement", help="What you state.")
@click.option("--kind", type=click.Choice([kind.value for kind in FactKind]))
@click.option("--value", type=DecimalType(), help="The figure.")
@click.option("--no-value", is_flag=True, help="It has no figure and no unit.")
@click.option("--unit", help="What the figure counts.")
@click.option("--as-of", "as_of", type=PartialDateType(), help="The day it is true of.")
@click.option("--confidence", type=click.Choice([one.value for one in Confidence]))
@click.option("--tag", "tags", multiple=True, help="The tags from now on; may be given again.")
@click.option("--reason", default="", help="Why; it is kept in the fact's history.")
@json_option
def edit_fact(library: Path, key: str, *, reason: str, as_json: bool, **said: object) -> None:
    """Change what a fact says; what it said before stays in its history."""
    with desk_of(library) as desk:
        fact = fact_of(desk, key)
        draft = _redrafted(fact, said)
        if draft == fact.draft():
            raise InputError("Say what is to be changed: --statement, --value, --as-of …")
        desk.evidence.edit(fact.uid, draft, reason)
        _answer(desk, fact.uid, as_json=as_json)


@click.command(
    "supersede",
    epilog=examples('briefing fact supersede mexico.briefing 7k2 --by 9xp --reason "newer count"'),
)
@library_argument
@click.argument("key")
@click.option("--by", "newer", required=True, metavar="KEY", help="The fact that takes its place.")
@_reason
@_since
@json_option
def supersede_fact(
    library: Path,
    key: str,
    *,
    newer: str,
    reason: str,
    since: PartialDate | None,
    as_json: bool,
) -> None:
    """Let a newer fact take the place of one; `ripple` lists the sentences that it touches."""
    with desk_of(library) as desk:
        fact = fact_of(desk, key)
        desk.standing.supersede(fact.uid, fact_of(desk, newer).uid, reason, since)
        _answer(desk, fact.uid, as_json=as_json)


def _standing_command(
    name: str, summary: str, change: Callable[["Desk", Uid, str, PartialDate | None], object]
) -> click.Command:
    @click.command(
        name,
        help=summary,
        epilog=examples(f'briefing fact {name} mexico.briefing 7k2 --reason "a recount"'),
    )
    @library_argument
    @click.argument("key")
    @_reason
    @_since
    @json_option
    def command(
        library: Path, key: str, *, reason: str, since: PartialDate | None, as_json: bool
    ) -> None:
        with desk_of(library) as desk:
            fact = fact_of(desk, key)
            change(desk, fact.uid, reason, since)
            _answer(desk, fact.uid, as_json=as_json)

    return command


dispute_fact = _standing_command(
    "dispute",
    "Say that a fact is disputed, and by what.",
    lambda desk, uid, reason, since: desk.standing.dispute(uid, reason, since),
)
retract_fact = _standing_command(
    "retract",
    "Withdraw a fact; what cites it is told so by the checks.",
    lambda desk, uid, reason, since: desk.standing.retract(uid, reason, since),
)
reinstate_fact = _standing_command(
    "reinstate",
    "Let a fact stand again.",
    lambda desk, uid, reason, since: desk.standing.reinstate(uid, reason, since),
)


def _answer(desk: "Desk", uid: Uid, *, as_json: bool) -> None:
    fact = desk.evidence.fact(uid)
    if as_json:
        print_json(json_of(desk)(fact))
        return
    say(fact_line(fact))
    count = len(desk.ripple.touched(uid))
    if count:
        sentences = "1 sentence cites" if count == 1 else f"{count:,} sentences cite"
        say(f"{sentences} it in memos; `briefing ripple` has them.")


def _redrafted(fact: Fact, said: dict[str, object]) -> FactDraft:
    draft = fact.draft()
    if said.pop("no_value"):
        draft = replace(draft, value=None, unit="")
    given = {name: value for name, value in said.items() if value not in (None, ())}
    if "kind" in given:
        given["kind"] = FactKind(str(given["kind"]))
    if "confidence" in given:
        given["confidence"] = Confidence(str(given["confidence"]))
    value = given.get("value")
    if value is not None and not isinstance(value, Decimal):
        raise InputError(f"“{value}” is no number.")
    return replace(draft, **given)  # pyright: ignore[reportArgumentType] - checked by click
