"""A Word formula (Office Math) as a line of text, the way one types it."""

from briefing.ooxml.word_package import Element, child, local


def formula(element: Element) -> str:
    """Return a formula on one line: fractions with a slash, indices after ^ and _."""
    parts: list[str] = []
    for inner in element:
        name = local(inner)
        if name == "t":
            parts.append(inner.text or "")
        elif name == "f":
            over, under = _part(inner, "num"), _part(inner, "den")
            parts.append(f"{_grouped(over)}/{_grouped(under)}")
        elif name in {"sSup", "sSub", "sSubSup"}:
            parts.append(_part(inner, "e"))
            parts += [f"_{_grouped(low)}" for low in [_part(inner, "sub")] if low]
            parts += [f"^{_grouped(high)}" for high in [_part(inner, "sup")] if high]
        elif name == "rad":
            parts.append(f"√{_grouped(_part(inner, 'e'))}")
        elif name == "d":
            parts.append(f"({''.join(formula(one) for one in inner if local(one) == 'e')})")
        else:
            parts.append(formula(inner))
    return "".join(parts)


def _part(element: Element, name: str) -> str:
    found = child(element, name)
    return "" if found is None else formula(found)


def _grouped(words: str) -> str:
    return words if len(words) <= 1 or words.isalnum() else f"({words})"
