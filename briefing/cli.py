"""The command line: joins the commands and answers for exit codes and the text streams.

Exit codes: 0 done, 1 findings or some files failed, 2 usage, 3 the world's fault.
"""

import io
import multiprocessing
import os
import sys
from collections.abc import Sequence

import click

from briefing import __version__
from briefing.commands.article_commands import list_articles, show_article
from briefing.commands.conflict_commands import list_conflicts
from briefing.commands.console import DONE, WORLD
from briefing.commands.dedupe_command import dedupe
from briefing.commands.fact_commands import fact_group
from briefing.commands.grid_commands import grid
from briefing.commands.import_command import import_files
from briefing.commands.library_commands import check_library, new_library, sample_library
from briefing.commands.lint_command import lint_file
from briefing.commands.memo_commands import memo_group
from briefing.commands.publishing_commands import export_memo
from briefing.commands.review_file_command import review_files
from briefing.commands.ripple_commands import ripple
from briefing.commands.rules_commands import rules_group
from briefing.commands.search_commands import facets, search
from briefing.commands.style_commands import show_style
from briefing.commands.suggest_command import suggest
from briefing.commands.tag_commands import tag_group
from briefing.commands.template_commands import templates_group
from briefing.commands.text_commands import locate_quote
from briefing.commands.timeline_command import timeline
from briefing.commands.trace_command import trace
from briefing.commands.triage_commands import remove_articles, triage_articles
from briefing.errors import BriefingError

_INTERRUPTED = 130  # 128 + SIGINT, as shells have it

COMMANDS = (
    new_library,
    import_files,
    list_articles,
    search,
    facets,
    show_article,
    triage_articles,
    tag_group,
    rules_group,
    dedupe,
    remove_articles,
    fact_group,
    suggest,
    list_conflicts,
    ripple,
    timeline,
    memo_group,
    grid,
    trace,
    export_memo,
    review_files,
    check_library,
    lint_file,
    locate_quote,
    templates_group,
    show_style,
    sample_library,
)


class _InOrder(click.Group):
    """A group that lists its commands in the order of the work, not of the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names as they were joined."""
        del ctx
        return list(self.commands)


@click.group(
    "briefing",
    cls=_InOrder,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    epilog="Exit codes: 0 done, 1 findings or some files failed, 2 usage, 3 the world's fault.",
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context) -> None:
    """Collect articles, take facts from them, and write memos that rest on them. Offline.

    A LIBRARY is one file, NAME.briefing. `briefing COMMAND --help` tells of each command.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for _command in COMMANDS:
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    multiprocessing.freeze_support()  # a packaged program starts its workers through itself
    _speak_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        # Not cli.main(): that ends the program with 1 when nobody reads on.
        with cli.make_context("briefing", words) as context:
            cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except BriefingError as fault:
        click.echo(f"briefing: {fault}", err=True)
        return WORLD
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except BrokenPipeError:
        _stop_speaking()
    return DONE


def _speak_utf8() -> None:
    """Print UTF-8 whatever the locale; what cannot be printed is escaped, never a fault."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _stop_speaking() -> None:
    """Let nothing be flushed into a pipe that nobody reads (docs.python.org, SIGPIPE note)."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
