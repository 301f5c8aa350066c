"""The command that finds near-copies, merges them, and tells apart what is none."""

from collections.abc import Iterator
from pathlib import Path

import click

from briefing.commands.console import (
    ProgressLine,
    desk_of,
    examples,
    json_option,
    library_argument,
    note,
    print_json,
    say,
)
from briefing.commands.record_json import cluster_json
from briefing.model.ids import Uid
from briefing.model.near_copies import Cluster, MergePreview
from briefing.services.desk import Desk

_AT_ONCE = 200  # clusters read at once


@click.command(
    "dedupe",
    epilog=examples(
        "briefing dedupe mexico.briefing",
        "briefing dedupe mexico.briefing --merge apnews2025mexico elpaso2025mexico",
        "briefing dedupe mexico.briefing --not-copies cisa2024moxa cisa2024siemens",
    ),
)
@library_argument
@click.option("--merge", "kept", metavar="KEEP", help="Merge the CITEKEYS into this article.")
@click.option("--preview", is_flag=True, help="With --merge: tell what it would do, do nothing.")
@click.option("--not-copies", is_flag=True, help="Say that the two CITEKEYS are no copies.")
@click.argument("citekeys", nargs=-1)
@json_option
def dedupe(
    library: Path,
    citekeys: tuple[str, ...],
    *,
    kept: str | None,
    preview: bool,
    not_copies: bool,
    as_json: bool,
) -> None:
    """Find near-copies: wire copies, reprints, pages collected twice.

    Nothing is merged unless you say so. With --json: an object with compared, clusters (an array of
    arrays of articles, the earliest first, with citekey, title, publisher, published, similarity
    to the earliest) and, with --merge, merged.
    """
    _check_usage(citekeys, kept, preview=preview, not_copies=not_copies)
    with desk_of(library) as desk:
        uids = [desk.searching.article_by_citekey(citekey).uid for citekey in citekeys]
        if kept is not None:
            _merge(desk, kept, uids, is_preview=preview, as_json=as_json)
            return
        if not_copies:
            desk.copies.not_copies(uids[0], uids[1])
        _find(desk, as_json=as_json)


def _check_usage(
    citekeys: tuple[str, ...], kept: str | None, *, preview: bool, not_copies: bool
) -> None:
    if kept is not None and not_copies:
        raise click.UsageError("Use one of --merge and --not-copies.")
    if kept is not None and not citekeys:
        raise click.UsageError("Name the articles to merge behind the one that is kept.")
    if not_copies and len(citekeys) != 2:  # a pair
        raise click.UsageError("--not-copies takes two citekeys.")
    if citekeys and kept is None and not not_copies:
        raise click.UsageError("Say what to do with the articles: --merge KEEP or --not-copies.")
    if preview and kept is None:
        raise click.UsageError("--preview goes with --merge.")


def _find(desk: Desk, *, as_json: bool) -> None:
    line = ProgressLine("Compared")
    report = desk.copies.find(line)
    line.close()
    if as_json:
        found = [cluster_json(cluster) for cluster in _clusters(desk)]
        print_json({"compared": report.compared, "clusters": found})
        return
    for cluster in _clusters(desk):
        for member in cluster.members:
            row = member.row
            when = str(row.published or "")
            say(f"{member.similarity:>5.0%}  {row.citekey}  {when}  {row.publisher}  {row.title}")
        say()
    note(f"{report.clusters:,} clusters of {report.articles:,} near-copies.")


def _clusters(desk: Desk) -> Iterator[Cluster]:
    after = 0
    while found := desk.copies.clusters(_AT_ONCE, after):
        yield from found
        after = found[-1].number


def _merge(desk: Desk, kept: str, uids: list[Uid], *, is_preview: bool, as_json: bool) -> None:
    keep = desk.searching.article_by_citekey(kept).uid
    brings = desk.copies.preview_merge(keep, uids)
    if not is_preview:
        desk.copies.merge(keep, uids)
    if as_json:
        print_json({"kept": kept, "merged": not is_preview, **_preview(brings)})
        return
    for key, quote in brings.lost_quotes:
        note(f"Not in the kept text: fact:{key} “{quote}”")
    verb = "would bring" if is_preview else "brought"
    tags = f"{len(brings.tags)} tags, {brings.facts} facts, {brings.memos} memos"
    say(f"{kept}: merging {verb} {tags}.")


def _preview(brings: MergePreview) -> dict[str, object]:
    return {
        "tags": list(brings.tags),
        "facts": brings.facts,
        "memos": brings.memos,
        "lost_quotes": [{"fact": key, "quote": quote} for key, quote in brings.lost_quotes],
    }
