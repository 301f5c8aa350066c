"""The styles of one Word file: by id and name, with what they take from those they are based on."""

from collections.abc import Iterator

from briefing.export.docx.style_names import PARAGRAPH
from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_DEPTH = 12  # how far a chain of basedOn is followed


def value_of(element: Element, *path: str) -> str:
    """Return the `w:val` of a child reached by local names, or nothing."""
    found: Element | None = element
    for name in path:
        found = found.find(_W + name) if found is not None else None
    return str(found.get(_W + "val") or "") if found is not None else ""


def is_on(element: Element | None) -> bool:
    """Say whether a switch is there and not turned off (CT_OnOff)."""
    return element is not None and element.get(_W + "val") not in {"0", "false", "off"}


def kind_of(style: Element) -> str:
    """Return whether a style is one of paragraphs, characters, tables or numbering."""
    return str(style.get(_W + "type") or PARAGRAPH)


def shown_name(style: Element) -> str:
    """Return a style's name as people see it; its id where it has none."""
    return value_of(style, "name") or identity_of(style)


def identity_of(style: Element) -> str:
    """Return the id by which a text names a style."""
    return str(style.get(_W + "styleId") or "")


class StyleList:
    """Finds the styles of `root`, which may be added to; the first of a name or id counts."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._by_id: dict[str, Element] = {}
        self._by_name: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, str] = {}
        for style in root.iterfind(_W + "style"):
            self._enter(style)

    def every(self, kind: str) -> Iterator[Element]:
        """Yield the styles of a kind, in their order."""
        return (style for style in self._by_id.values() if kind_of(style) == kind)

    def has(self, identity: str) -> bool:
        """Say whether there is a style of that id."""
        return identity in self._by_id

    def named(self, kind: str, name: str) -> Element | None:
        """Return the style of a kind that has a name, or failing that an id; capitals are equal."""
        found = self._by_name.get((kind, name.strip().lower()))
        if found is not None:
            return found
        return next(
            (s for s in self.every(kind) if identity_of(s).lower() == name.strip().lower()), None
        )

    def built_in(self, kind: str, name: str) -> Element | None:
        """Return the style that has one of Word's own names."""
        return self._by_name.get((kind, name))

    def default(self, kind: str) -> str:
        """Return the id of the default style of a kind, or nothing."""
        return self._defaults.get(kind, "")

    def chain(self, identity: str) -> Iterator[Element]:
        """Yield a style and those that it is based on."""
        for _ in range(_DEPTH):
            style = self._by_id.get(identity)
            if style is None:
                return
            yield style
            identity = value_of(style, "basedOn")

    def inherited(self, identity: str, *path: str) -> str:
        """Return what a style, or the first that it is based on, says under a path of names."""
        return next((v for s in self.chain(identity) if (v := value_of(s, *path))), "")

    def numbering(self, identity: str) -> tuple[str, int] | None:
        """Return the (numId, level) that a style carries."""
        number = self.inherited(identity, "pPr", "numPr", "numId")
        level = self.inherited(identity, "pPr", "numPr", "ilvl")
        if number in {"", "0"}:
            return None
        return number, int(level) if level.isdecimal() else 0

    def add(self, style: Element) -> None:
        """Put a style behind the others."""
        self.root.append(style)
        self._enter(style)

    def _enter(self, style: Element) -> None:
        kind = kind_of(style)
        for name in [value_of(style, "name"), *value_of(style, "name").split(",")]:
            # an old Word keeps a style's other names behind commas: “heading 1,h1”
            self._by_name.setdefault((kind, name.strip().lower()), style)
        self._by_id.setdefault(identity_of(style), style)
        if style.get(_W + "default") in {"1", "true", "on"}:
            self._defaults.setdefault(kind, identity_of(style))
