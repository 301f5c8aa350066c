"""How far a style's macros reach: those that call one another without end stop any engine."""

from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias

from lxml import etree

from briefing.errors import ExportError

DEEPEST = 60  # macros within macros; the public styles go 12 deep
MOST = 20_000  # elements on the longest way through a macro; Chicago notes has 1,800
Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage] # noqa: SLF001 # lxml names no other


def check_macros(root: Element, name: str) -> None:
    """Raise ExportError where macros of a style call themselves, or call too many others."""
    macros = {str(one.get("name")): one for one in root.iter("{*}macro")}
    calls = {
        key: [called for one in macro.iter("*") if (called := one.get("macro"))]
        for key, macro in macros.items()
    }
    depth: dict[str, int] = {}
    reach: dict[str, int] = {}
    try:
        for key in TopologicalSorter(calls).static_order():
            depth[key] = 1 + max((depth[one] for one in calls.get(key, [])), default=0)
            reach[key] = _longest(macros[key], reach) if key in macros else 0
    except CycleError as error:
        told = " → ".join(error.args[1])
        raise ExportError(
            f"“{name}” is no sound citation style: its macros call themselves ({told})."
        ) from error
    if max(depth.values(), default=0) > DEEPEST or max(reach.values(), default=0) > MOST:
        raise ExportError(f"“{name}” is no sound citation style: its macros call too many others.")


def _longest(element: Element, reach: dict[str, int]) -> int:
    """Return how many elements are passed at most; one branch of a choice is."""
    inner = [_longest(child, reach) for child in element.iterchildren("*")]
    passed = max(inner, default=0) if str(element.tag).endswith("}choose") else sum(inner)
    return 1 + passed + reach.get(element.get("macro", ""), 0)
