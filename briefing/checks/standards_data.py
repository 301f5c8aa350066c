"""What the rules look up: scales, marking schemes and word lists of `standards`, read once.

A file of the same name in the user's own folder `standards` takes the place of the one that ships;
what it leaves out, as a copy of an older one does, is as it ships.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, cast

from briefing.errors import InputError, NotFoundError
from briefing.paths import resources_dir, user_data_dir

Data = dict[str, Any]
_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (list, "a list"),
    (dict, "an object"),
    (bool, "true or false"),
    ((int, float), "a number"),
    (str, "text"),
)


def standards_folders() -> tuple[Path, ...]:
    """Return where standards stand: those that ship, then the user's own."""
    return (resources_dir() / "standards", user_data_dir() / "standards")


def standard_named(name: str) -> Data:
    """Return the content of `NAME.json`; NotFoundError, or InputError for a broken one."""
    shipped, own = (folder / f"{name}.json" for folder in standards_folders())
    if own.is_file():
        return _over(own, own.stat().st_mtime_ns, shipped)
    if shipped.is_file():
        return _read(shipped, shipped.stat().st_mtime_ns)
    raise NotFoundError(f"There is no standard “{name}”: {name}.json is in no folder “standards”.")


def standards_like(pattern: str) -> tuple[Data, ...]:
    """Return all standards whose file's name fits a pattern, one a name, the user's for ours."""
    names = {path.stem for folder in standards_folders() for path in folder.glob(pattern)}
    return tuple(standard_named(name) for name in sorted(names))


@cache
def _over(own: Path, changed: int, shipped: Path) -> Data:
    """Read the user's file over the one that ships, if one does, whose kinds of values it keeps."""
    data = _read(own, changed)
    if not shipped.is_file():
        return data
    known = _read(shipped, shipped.stat().st_mtime_ns)
    for key, value in known.items():
        kind, words = next((kind, words) for kind, words in _KINDS if isinstance(value, kind))
        if key in data and not isinstance(data[key], kind):
            raise InputError(f"{own.name} cannot be used: “{key}” must be {words}.")
    return {**known, **data}


@cache
def _read(path: Path, changed: int) -> Data:
    """Read a file; `changed` makes it read anew once it was changed."""
    del changed
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise InputError(f"{path.name} cannot be read as JSON: {fault}.") from fault
    if not isinstance(data, dict):
        raise InputError(f"{path.name} is no standard: it must be one JSON object.")
    return cast("Data", data)
