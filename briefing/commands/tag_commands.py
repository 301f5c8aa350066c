"""Commands for tags: give and take them, and change the tree of tags itself."""

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

if TYPE_CHECKING:
    from briefing.services.desk import Desk


@click.group("tag")
def tag_group() -> None:
    """Tag articles. A tag is a path, region/mexico; it stands for all below it."""


@tag_group.command(
    "add",
    epilog=examples(
        "briefing tag add mexico.briefing nytimes2025mexico region/mexico topic/cartels"
    ),
)
@library_argument
@click.argument("citekey")
@click.argument("tags", nargs=-1, required=True)
@json_option
def add_tags(library: Path, citekey: str, tags: tuple[str, ...], *, as_json: bool) -> None:
    """Give an article tags; a tag that is new is made."""
    with desk_of(library) as desk:
        desk.triage.add_tags((desk.searching.article_by_citekey(citekey).uid,), tags)
        _tell_tags(desk, citekey, as_json=as_json)


@tag_group.command(
    "remove", epilog=examples("briefing tag remove mexico.briefing nytimes2025mexico topic/cartels")
)
@library_argument
@click.argument("citekey")
@click.argument("tags", nargs=-1, required=True)
@json_option
def remove_tags(library: Path, citekey: str, tags: tuple[str, ...], *, as_json: bool) -> None:
    """Take tags from an article; a tag that nothing has any more is gone."""
    with desk_of(library) as desk:
        desk.triage.remove_tags((desk.searching.article_by_citekey(citekey).uid,), tags)
        _tell_tags(desk, citekey, as_json=as_json)


@tag_group.command("list", epilog=examples("briefing tag list mexico.briefing"))
@library_argument
@json_option
def list_tags(library: Path, *, as_json: bool) -> None:
    """List all tags, with the number of articles of that very tag, and with all below it.

    With --json: an array of objects with tag, articles (of that very tag) and below (of it and
    of all below it).
    """
    with desk_of(library) as desk:
        given = {one.value for one in desk.searching.tags()}
        tree = [one for one in desk.tags.tree() if one.path in given]
    if as_json:
        print_json_array({"tag": one.path, "articles": one.own, "below": one.below} for one in tree)
        return
    for one in tree:
        below = f"  ({one.below:,} with all below)" if one.below != one.own else ""
        say(f"{one.own:>6}  {one.path}{below}")


@tag_group.command(
    "rename", epilog=examples("briefing tag rename mexico.briefing region/mx region/mexico")
)
@library_argument
@click.argument("tag")
@click.argument("new_name")
def rename_tag(library: Path, tag: str, new_name: str) -> None:
    """Rename a tag with all below it; what has the new name already is joined."""
    with desk_of(library) as desk:
        desk.tags.rename(tag, new_name)


@tag_group.command("move", epilog=examples("briefing tag move mexico.briefing mexico region"))
@library_argument
@click.argument("tag")
@click.argument("under", default="")
def move_tag(library: Path, tag: str, under: str) -> None:
    """Put a tag with all below it UNDER another one, or to the top."""
    with desk_of(library) as desk:
        desk.tags.move(tag, under)


@tag_group.command(
    "merge",
    epilog=examples("briefing tag merge mexico.briefing mexiko mejico --into region/mexico"),
)
@library_argument
@click.argument("tags", nargs=-1, required=True)
@click.option("--into", required=True, metavar="TAG", help="The tag that they become.")
def merge_tags(library: Path, tags: tuple[str, ...], *, into: str) -> None:
    """Let several tags, each with all below it, be one."""
    with desk_of(library) as desk:
        desk.tags.merge(tags, into)


@tag_group.command("delete", epilog=examples("briefing tag delete mexico.briefing topic/misc"))
@library_argument
@click.argument("tags", nargs=-1, required=True)
def delete_tags(library: Path, tags: tuple[str, ...]) -> None:
    """Take tags, each with all below it, from every article and fact."""
    with desk_of(library) as desk:
        desk.tags.remove(tags)


def _tell_tags(desk: "Desk", citekey: str, *, as_json: bool) -> None:
    article = desk.searching.article_by_citekey(citekey)
    if as_json:
        print_json({"citekey": article.citekey, "tags": list(article.tags)})
    else:
        say(", ".join(article.tags))
