"""Macros copied for one part of a style, so that a change to them does not reach the others."""

from collections.abc import Iterator
from copy import deepcopy

from briefing.export.csl.csl_style import CSL, Element

_C = f"{{{CSL}}}"


def with_own_macros(root: Element, part: Element, ending: str) -> Iterator[Element]:
    """Yield a part of a style and copies of the macros that it calls, which it now calls instead.

    A copy has the macro's name with `ending`.
    """
    macros = {macro.get("name", ""): macro for macro in root.findall(_C + "macro")}
    copied: set[str] = set()
    waiting = [part]
    while waiting:
        caller = waiting.pop()
        yield caller
        for call in caller.iter(_C + "text", _C + "key"):
            name = call.get("macro", "")
            if name not in macros:
                continue
            call.set("macro", name + ending)
            if name not in copied:
                copied.add(name)
                copy = deepcopy(macros[name])
                copy.set("name", name + ending)
                root.insert(root.index(macros[name]), copy)
                waiting.append(copy)
