"""Commands on facts: add, list, show, and those of the other files joined to them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    print_json,
    print_json_array,
    say,
)
from briefing.commands.fact_answers import (
    corroboration_json,
    event_json,
    event_lines,
    fact_of,
    json_of,
)
from briefing.commands.fact_change_commands import (
    dispute_fact,
    edit_fact,
    reinstate_fact,
    retract_fact,
    supersede_fact,
)
from briefing.commands.fact_record_commands import export_facts, fact_history
from briefing.commands.record_lines import fact_line
from briefing.commands.value_types import DecimalType, PartialDateType
from briefing.errors import InputError
from briefing.model.article import Article
from briefing.model.fact import Confidence, Fact, FactDraft, FactKind, FactStatus
from briefing.text.quotations import quote_spans

if TYPE_CHECKING:
    from briefing.services.desk import Desk

_AROUND = 40  # characters shown on both sides of a place
_SORTS = ("date", "date-asc", "added", "statement")


@click.group("fact")
def fact_group() -> None:
    """Take facts from articles, each anchored in the words it rests on."""


@fact_group.command(
    "add",
    epilog=examples(
        "briefing fact add mexico.briefing nytimes2025mexico \\",
        '    --quote "the arrest of 59 high-value targets by Mexico" \\',
        '    --statement "Mexico arrested 59 high-value targets." \\',
        "    --kind figure --value 59 --unit targets --as-of 2025-09-03 --tag topic/cartels",
    ),
)
@library_argument
@click.argument("citekey")
@click.option("--quote", required=True, help="The article's own words, as they stand in it.")
@click.option("--occurrence", type=click.IntRange(min=1), help="Which one, where it stands twice.")
@click.option("--statement", help="What you state; the quote itself if left out.")
@click.option("--kind", type=click.Choice([kind.value for kind in FactKind]))
@click.option("--value", type=DecimalType(), help="The figure.")
@click.option("--unit", help="What the figure counts.")
@click.option("--as-of", "as_of", type=PartialDateType(), help="The day it is true of.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given again.")
@click.option("--confidence", type=click.Choice([one.value for one in Confidence]))
@click.option("--status", type=click.Choice([one.value for one in FactStatus]))
@json_option
def add_fact(
    library: Path,
    citekey: str,
    quote: str,
    occurrence: int | None,
    *,
    as_json: bool,
    **said: object,
) -> None:
    """Capture a fact from a quote in an article.

    Kind, value, unit and date are read from the quote where they are not given; the tags are
    those of the article unless some are given.
    """
    with desk_of(library) as desk:
        article = desk.searching.article_by_citekey(citekey)
        start, end = _place(article, quote, occurrence)
        draft = _with(desk.evidence.draft_from(article.uid, start, end), said)
        fact, _ = desk.evidence.capture(article.uid, start, end, draft)
        kept = desk.evidence.fact(fact.uid)
        if as_json:
            print_json(json_of(desk)(kept))
        else:
            say(fact_line(kept))


@fact_group.command(
    "list",
    epilog=examples(
        "briefing fact list mexico.briefing",
        "briefing fact list mexico.briefing tag:topic/cartels status:current kind:figure",
    ),
)
@library_argument
@click.argument("query", nargs=-1)
@click.option("--sort", type=click.Choice(_SORTS), default="date", show_default=True)
@click.option("--limit", type=click.IntRange(min=1))
@json_option
def list_facts(
    library: Path, query: tuple[str, ...], *, sort: str, limit: int | None, as_json: bool
) -> None:
    """List facts, all of them or those that a QUERY finds."""
    with desk_of(library) as desk:
        facts = desk.evidence.facts(" ".join(query), sort, limit)
        if as_json:
            print_json_array(map(json_of(desk), facts))
            return
    for fact in facts:
        say(fact_line(fact))


@fact_group.command("show", epilog=examples("briefing fact show mexico.briefing 7k2"))
@library_argument
@click.argument("key")
@json_option
def show_fact(library: Path, key: str, *, as_json: bool) -> None:
    """Show a fact, its evidence as it stands in the articles now, its sources and its history."""
    with desk_of(library) as desk:
        fact = _located(desk, fact_of(desk, key))
        sources, events = desk.standing.corroboration(fact.uid), desk.standing.history(fact.uid)
        if as_json:
            corroboration = corroboration_json(desk, sources)
            history = [event_json(event) for event in events]
            shown = {**json_of(desk)(fact), "corroboration": corroboration, "history": history}
            print_json(shown)
            return
        say(fact_line(fact))
        for piece in fact.evidence:
            article = desk.searching.article(piece.article_uid)
            say(f"\n    “{piece.anchor.quote}”")
            say(f"    {article.citekey}, {article.title} ({piece.state})")
        say(f"\n    {sources.reason}")
        for line in event_lines(events, fact) if events else ():
            say(f"    {line}")


def _place(article: Article, quote: str, occurrence: int | None) -> tuple[int, int]:
    """Return where the quote stands; InputError where it does not, or it is not clear which."""
    spans = quote_spans(article.body, quote)
    if not spans:
        raise InputError(
            f"These words do not stand in {article.citekey}; take them from"
            " `briefing show --text`, word for word."
        )
    if occurrence is None and len(spans) == 1:
        return spans[0]
    if occurrence is None or occurrence > len(spans):
        places = "\n".join(
            f"  --occurrence {number}: …{_around(article.body, *span)}…"
            for number, span in enumerate(spans, 1)
        )
        raise InputError(
            f"The quote stands {len(spans)} times in {article.citekey}; say which:\n{places}"
        )
    return spans[occurrence - 1]


def _around(body: str, start: int, end: int) -> str:
    return " ".join(body[max(0, start - _AROUND) : end + _AROUND].split())


def _with(draft: FactDraft, said: dict[str, object]) -> FactDraft:
    """Return the draft with what was said in place of what was read from the quote."""
    given = {name: value for name, value in said.items() if value not in (None, ())}
    types: dict[str, Callable[[object], object]] = {
        "kind": lambda value: FactKind(str(value)),
        "confidence": lambda value: Confidence(str(value)),
        "status": lambda value: FactStatus(str(value)),
    }
    values = {name: types.get(name, _same)(value) for name, value in given.items()}
    return replace(draft, **values)


def _same(value: object) -> object:
    return value


def _located(desk: "Desk", fact: Fact) -> Fact:
    """Return the fact with the state that its quotes have now."""
    evidence = (replace(piece, state=desk.evidence.locate(piece).state) for piece in fact.evidence)
    return replace(fact, evidence=tuple(evidence))


for _command in (
    edit_fact,
    supersede_fact,
    dispute_fact,
    retract_fact,
    reinstate_fact,
    fact_history,
    export_facts,
):
    fact_group.add_command(_command)
