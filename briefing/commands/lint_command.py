"""The command that examines a Markdown file by itself: lint."""

from collections.abc import Sequence

import click

from briefing.commands.console import (
    FINDINGS,
    examples,
    exit_with,
    json_option,
    print_json_array,
    say,
)
from briefing.commands.memo_source import read_source
from briefing.commands.record_json import finding_json
from briefing.model.finding import Finding


@click.command(
    "lint",
    epilog=examples(
        "briefing lint draft.md",
        "briefing lint draft.md --template decision-memo --scale phia",
        "briefing lint draft.md --rule passive-voice --rule long-sentence --json",
    ),
)
@click.argument("file")
@click.option("--template", default="", metavar="NAME", help="Examine it as a memo of this kind.")
@click.option("--scale", default="", metavar="NAME", help="Scale of likelihood: icd203 or phia.")
@click.option("--rule", "rules", multiple=True, metavar="NAME", help="Go by this rule only.")
@json_option
def lint_file(file: str, *, template: str, scale: str, rules: Sequence[str], as_json: bool) -> None:
    """Examine a Markdown FILE by the rules that need no library; - is standard input.

    Exit code 1 where something was found. A template named in the front matter counts.
    """
    from briefing.services.linting import LintWishes, lint  # noqa: PLC0415  (start-up time)

    text = read_source(file)
    findings = lint(text, LintWishes(template, scale, tuple(rules)))
    if as_json:
        print_json_array(finding_json(finding, text) for finding in findings)
    else:
        _tell(file, text, findings)
    exit_with(FINDINGS if findings else 0)


def _tell(file: str, text: str, findings: Sequence[Finding]) -> None:
    for one in findings:
        line = f":{text.count(chr(10), 0, one.start) + 1}" if one.start is not None else ""
        say(f"{file}{line}: {one.severity}  {one.reason}  [{one.rule}]")
        if one.mend:
            say(f"         {one.mend}")
    say(f"{len(findings)} finding{'s' * (len(findings) != 1)}" if findings else "Nothing found.")
