"""The command line: joins the commands and answers for exit codes and the text streams.

Exit codes: 0 done, 1 findings or some files failed, 2 usage, 3 the world's fault.
"""

import io
import os
import sys
from collections.abc import Sequence

import click

from briefing import __version__
from briefing.commands.command_table import COMMAND_TABLE
from briefing.commands.console import DONE, WORLD
from briefing.commands.lazy_group import LazyGroup
from briefing.errors import BriefingError
from briefing.garbage import collect_seldom

_INTERRUPTED = 130  # 128 + SIGINT, as shells have it


@click.group(
    "briefing",
    cls=LazyGroup,
    table=COMMAND_TABLE,
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    collect_seldom()
    _serve_as_worker()
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


def _serve_as_worker() -> None:
    """Do a worker's work where a packaged program was started for that: through itself."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support  # noqa: PLC0415 - start-up time

        freeze_support()


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
