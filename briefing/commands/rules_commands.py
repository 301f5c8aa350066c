"""Commands for tag rules: list, add, remove, preview, apply."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    note,
    print_json,
    print_json_array,
    say,
)
from briefing.commands.record_lines import row_line
from briefing.errors import NotFoundError
from briefing.model.ids import Uid
from briefing.model.tag_rule import RulePreview, TagRule

if TYPE_CHECKING:
    from briefing.services.desk import Desk


@click.group("rules")
def rules_group() -> None:
    """Keep tag rules: articles that match a query get a tag. A rule never takes one away."""


@rules_group.command("list", epilog=examples("briefing rules list mexico.briefing"))
@library_argument
@json_option
def list_rules(library: Path, *, as_json: bool) -> None:
    """List the rules, with the number of articles each would still tag."""
    with desk_of(library) as desk:
        found = [(rule, desk.tag_rules.preview(rule)) for rule in desk.tag_rules.every()]
    if as_json:
        print_json_array(_rule_json(rule, preview) for rule, preview in found)
        return
    for rule, preview in found:
        kind = "automatic" if rule.is_automatic else "by hand"
        say(f"{rule.tag}  {rule.query}  {kind}, {preview.count:,} to tag  {rule.uid}")


@rules_group.command(
    "add",
    epilog=examples(
        'briefing rules add mexico.briefing topic/cartels "cartels OR narcotráfico"',
        "briefing rules add mexico.briefing region/mexico title:mexico --automatic",
    ),
)
@library_argument
@click.argument("tag")
@click.argument("query", nargs=-1, required=True)
@click.option("--automatic", is_flag=True, help="Apply it to every article that is imported.")
@json_option
def add_rule(
    library: Path, tag: str, query: tuple[str, ...], *, automatic: bool, as_json: bool
) -> None:
    """Keep a rule; `apply` lets it tag the articles that are there."""
    with desk_of(library) as desk:
        rule, _ = desk.tag_rules.save(TagRule(None, " ".join(query), tag, automatic))
        _tell(rule, desk.tag_rules.preview(rule), as_json=as_json)


@rules_group.command(
    "preview",
    epilog=examples("briefing rules preview mexico.briefing topic/cartels cartels after:2025"),
)
@library_argument
@click.argument("tag")
@click.argument("query", nargs=-1, required=True)
@json_option
def preview_rule(library: Path, tag: str, query: tuple[str, ...], *, as_json: bool) -> None:
    """Tell what a rule would tag, and keep nothing."""
    with desk_of(library) as desk:
        rule = TagRule(None, " ".join(query), tag)
        _tell(rule, desk.tag_rules.preview(rule), as_json=as_json)


@rules_group.command(
    "apply",
    epilog=examples(
        "briefing rules apply mexico.briefing", "briefing rules apply mexico.briefing topic/cartels"
    ),
)
@library_argument
@click.argument("rules", nargs=-1)
@json_option
def apply_rules(library: Path, rules: tuple[str, ...], *, as_json: bool) -> None:
    """Let all RULES give their tags, or those named by their tag or uid."""
    with desk_of(library) as desk:
        chosen = [rule.uid for name in rules for rule in _named(desk, name)] if rules else None
        uids = None if chosen is None else [uid for uid in chosen if uid]
        tagged = len(desk.tag_rules.apply(uids).articles)
    if as_json:
        print_json({"tagged": tagged})
    else:
        say(f"{tagged:,} articles tagged.")


@rules_group.command("remove", epilog=examples("briefing rules remove mexico.briefing topic/x"))
@library_argument
@click.argument("rule")
@json_option
def remove_rule(library: Path, rule: str, *, as_json: bool) -> None:
    """Remove the rules of a tag, or the one of a uid; the tags that they gave stay."""
    with desk_of(library) as desk:
        gone = _named(desk, rule)
        for one in gone:
            if one.uid:
                desk.tag_rules.remove(one.uid)
    if as_json:
        print_json({"removed": len(gone)})


def _named(desk: "Desk", name: str) -> list[TagRule]:
    """Return the rules of a tag or a uid; NotFoundError where there is none."""
    folded = name.casefold()
    found = [
        rule
        for rule in desk.tag_rules.every()
        if rule.uid == Uid(name) or rule.tag.casefold() == folded
    ]
    if not found:
        raise NotFoundError(f"There is no tag rule “{name}”; `briefing rules list` shows all.")
    return found


def _tell(rule: TagRule, preview: RulePreview, *, as_json: bool) -> None:
    for problem in preview.problems:
        note(problem)
    if as_json:
        rows = [{"citekey": row.citekey, "title": row.title} for row in preview.rows]
        print_json({**_rule_json(rule, preview), "articles": rows})
        return
    for row in preview.rows:
        say(row_line(row))
    note(f"{preview.count:,} articles to tag {rule.tag}; {preview.have:,} have it.")


def _rule_json(rule: TagRule, preview: RulePreview) -> dict[str, object]:
    return {
        "uid": rule.uid,
        "tag": rule.tag,
        "query": rule.query,
        "automatic": rule.is_automatic,
        "count": preview.count,
        "have": preview.have,
        "problems": list(preview.problems),
    }
