"""The pages of the help: the keys, from the action table, and the guide in `resources/help`."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefing.ui.action_table import LIBRARY, MEMOS, ActionSpec
from briefing.ui.fact_actions import FACTS
from briefing.ui.review_actions import REVIEW
from briefing.ui.timeline_actions import TIMELINE

KEYS = "keyboard.md"
_ROOMS = {
    "": "Everywhere",
    LIBRARY: "In the Library",
    FACTS: "In Facts",
    MEMOS: "In Memos",
    REVIEW: "In Review",
    TIMELINE: "In the Timeline",
}
# The order of a first reading; pages that are not named here follow by name.
_ORDER = (
    "index.md",
    "first-steps.md",
    "collecting.md",
    "searching.md",
    "facts-and-evidence.md",
    "memos.md",
    "review.md",
    "exporting.md",
    "document-elements.md",
    "house-styles.md",
    "command-line.md",
)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page: its file's name, its title, its Markdown."""

    name: str
    title: str
    markdown: str


def read_guide(folder: Path) -> tuple[HelpPage, ...]:
    """Return the pages of the guide in their order, the keys left out."""
    files = [file for file in folder.glob("*.md") if file.name != KEYS]
    files.sort(key=lambda file: (_place(file.name), file.name))
    return tuple(_read(file) for file in files)


def keys_page(rows: Iterable[tuple[ActionSpec, tuple[str, ...]]]) -> HelpPage:
    """Return the page of all keys; each spec comes with its keys as this platform writes them."""
    listed = [(spec, keys) for spec, keys in rows if keys]
    parts = ["# Keys\n"]
    for room, heading in _ROOMS.items():
        parts.append(f"## {heading}\n\n| Key | Does |\n|---|---|")
        for spec, keys in listed:
            if spec.workspace == room:
                names = ", ".join(f"`{key}`" for key in keys)
                parts.append(f"| {names} | {spec.text.removesuffix('…')} |")
        parts.append("")
    return HelpPage(KEYS, "Keys", "\n".join(parts))


def _read(file: Path) -> HelpPage:
    markdown = file.read_text(encoding="utf-8")
    first = markdown.partition("\n")[0]
    title = first.removeprefix("# ").partition(":")[0] if first.startswith("# ") else file.stem
    return HelpPage(file.name, "Overview" if file.name == "index.md" else title, markdown)


def _place(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
