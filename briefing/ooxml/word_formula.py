"""A Word formula (Office Math) as a line of text, the way one types it."""

from collections.abc import Callable, Mapping

from briefing.ooxml.word_package import Element, child, is_on, local, value

_INTEGRAL = "∫"  # the sign of an operator that names none (ECMA-376-1, 22.1.2.70)


def formula(element: Element) -> str:
    """Return a formula on one line: fractions with a slash, indices after ^ and _."""
    parts: list[str] = []
    for inner in element:
        name = local(inner)
        if name == "t":
            parts.append(inner.text or "")
        elif name in _READERS:
            parts.append(_READERS[name](inner))
        elif not name.endswith("Pr"):
            parts.append(formula(inner))
    return "".join(parts)


def _fraction(element: Element) -> str:
    over, under = _part(element, "num"), _part(element, "den")
    kind = value(child(child(element, "fPr"), "type"))
    return f"{_grouped(over)}{'¦' if kind == 'noBar' else '/'}{_grouped(under)}"


def _indices(element: Element) -> str:
    return _part(element, "e") + _low_and_high(element, "sub", "sup")


def _indices_before(element: Element) -> str:
    return _low_and_high(element, "sub", "sup") + _part(element, "e")


def _low_limit(element: Element) -> str:
    return f"{_part(element, 'e')}_{_grouped(_part(element, 'lim'))}"


def _high_limit(element: Element) -> str:
    return f"{_part(element, 'e')}^{_grouped(_part(element, 'lim'))}"


def _root(element: Element) -> str:
    degree = "" if is_on(child(child(element, "radPr"), "degHide")) else _part(element, "deg")
    return f"{degree}√{_grouped(_part(element, 'e'))}"


def _operator(element: Element) -> str:
    """Return a sum, product or integral with its limits (ECMA-376-1, 22.1.2.70)."""
    sign = _sign(child(element, "naryPr"), "chr", _INTEGRAL)
    words = _part(element, "e")
    limits = _low_and_high(element, "sub", "sup")
    return f"{sign}{limits} {words}" if limits and words else sign + limits + words


def _brackets(element: Element) -> str:
    properties = child(element, "dPr")
    held = [formula(one) for one in element if local(one) == "e"]
    inside = _sign(properties, "sepChr", "|").join(held)
    return f"{_sign(properties, 'begChr', '(')}{inside}{_sign(properties, 'endChr', ')')}"


def _matrix(element: Element) -> str:
    """Return rows with semicolons between, and cells with commas."""
    rows = (row for row in element if local(row) == "mr")
    return "; ".join(", ".join(map(formula, row)) for row in rows)


def _array(element: Element) -> str:
    return "; ".join(formula(one) for one in element if local(one) == "e")


_READERS: Mapping[str, Callable[[Element], str]] = {
    "f": _fraction,
    "sSup": _indices,
    "sSub": _indices,
    "sSubSup": _indices,
    "sPre": _indices_before,
    "limLow": _low_limit,
    "limUpp": _high_limit,
    "rad": _root,
    "nary": _operator,
    "d": _brackets,
    "m": _matrix,
    "eqArr": _array,
}


def _low_and_high(element: Element, low: str, high: str) -> str:
    indices = (("_", _part(element, low)), ("^", _part(element, high)))
    return "".join(sign + _grouped(words) for sign, words in indices if words)


def _sign(properties: Element | None, name: str, otherwise: str) -> str:
    """Return a sign that is said, an empty one too, or the one that is meant unsaid."""
    found = child(properties, name)
    return otherwise if found is None else value(found)


def _part(element: Element, name: str) -> str:
    found = child(element, name)
    return "" if found is None else formula(found)


def _grouped(words: str) -> str:
    return words if len(words) <= 1 or words.isalnum() else f"({words})"
