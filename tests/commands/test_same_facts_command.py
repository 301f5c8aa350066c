from pathlib import Path

from tests.commands.conftest import CITEKEY, Run


def test_memos_are_drafted_and_named(library: Path, run: Run) -> None:
    name = run("memo", "new", library, "decision-memo", "--subject", "Talks").stdout.strip()
    run("memo", "edit", library, name, "--file", "-", given=f"Both agreed. [@{CITEKEY}]")
    result = run("memo", "same-facts", library, name, "situation-report", "talking-points")
    made = result.stdout.split()
    assert len(made) == 2
    assert name not in made
    for one in made:
        assert f"- Both agreed [@{CITEKEY}]." in run("memo", "show", library, one).stdout
