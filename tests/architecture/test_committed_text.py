"""What is committed speaks of the project alone: no registry's host, no path of one machine."""

import re
import subprocess

import pytest

from tests.architecture.source_files import ROOT

# Each word is broken by a character class, so that this file does not name it.
UNWANTED = re.compile(
    r"p[y]pi[.]org|p[y]thonhosted|registry[.]n[p]mjs|deb[.]d[e]bian[.]"
    r"|(?<![\w./])/w[o]rk/|/tmp/b[r]ief|/f[a]rm/in"
)
LARGEST = 2_000_000


def test_committed_text_names_no_registry_and_no_machine() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    wrong = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in paths
        if path.is_file() and path.stat().st_size < LARGEST
        if (found := UNWANTED.search(path.read_text(encoding="utf-8", errors="ignore")))
    ]
    assert not wrong, "\n".join(wrong)
