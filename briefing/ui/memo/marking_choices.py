"""The markings that a memo can carry, from the schemes in `resources/standards`."""

import json
from pathlib import Path


def marking_choices(standards: Path) -> tuple[str, ...]:
    """Return the labels of every scheme, each scheme from the closest to the most open.

    A file that cannot be read as a scheme is passed over: it is the user's to edit, and the
    marking of a memo can be typed.
    """
    labels: list[str] = []
    for file in [standards / "tlp.json", *sorted(standards.glob("marking-*.json"))]:
        try:
            scheme = json.loads(file.read_text(encoding="utf-8"))
            labels += [str(marking["label"]) for marking in scheme["markings"]]
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return tuple(dict.fromkeys(labels))
