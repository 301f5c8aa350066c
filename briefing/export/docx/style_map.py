"""The styles of one house style file: the id that plays each part, what was missing added."""

from collections.abc import Iterable
from copy import deepcopy

from briefing.export.docx.style_names import CHARACTER, PARAGRAPH, PARTS, Part
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


class StyleMap:
    """Finds a style by its part; `root` is the file's styles element and is added to."""

    def __init__(self, root: Element, fallback: Element) -> None:
        self._root = root
        self._fallback = {_key(style): style for style in fallback.iterfind(_W + "style")}
        self._by_name: dict[tuple[str, str], Element] = {}
        self._by_id: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._numberings: dict[str, tuple[str, int] | None] = {}
        for style in root.iterfind(_W + "style"):
            self._enter(style)

    @property
    def root(self) -> Element:
        """Return the styles element, with what was added."""
        return self._root

    def id_of(self, part: str) -> str:
        """Return the style id that plays a part; it is in the file from then on."""
        if part not in self._ids:
            self._ids[part] = self._cast(PARTS[part])
        return self._ids[part]

    def has(self, part: str) -> bool:
        """Say whether the file itself has a style for this part."""
        wanted = PARTS[part]
        return any((wanted.kind, name) in self._by_name for name in wanted.names)

    def numbering(self, part: str) -> tuple[str, int] | None:
        """Return (numId, level) that the style of a part carries, followed through basedOn."""
        if part not in self._numberings:
            self._numberings[part] = self._numbering(part)
        return self._numberings[part]

    def _numbering(self, part: str) -> tuple[str, int] | None:
        level, number = "", ""
        for style in self._chain(self.id_of(part)):
            level = level or value_of(style, "pPr", "numPr", "ilvl")
            number = number or value_of(style, "pPr", "numPr", "numId")
        return (number, int(level or 0)) if number not in {"", "0"} else None

    def _enter(self, style: Element) -> None:
        identity = str(style.get(_W + "styleId") or "")
        kind, name = _key(style)
        self._by_name.setdefault((kind, name), style)
        self._by_id.setdefault(identity, style)
        if style.get(_W + "default") in {"1", "true", "on"}:
            self._defaults.setdefault(kind, identity)

    def _chain(self, identity: str) -> Iterable[Element]:
        for _ in range(_DEPTH):
            style = self._by_id.get(identity)
            if style is None:
                return
            yield style
            identity = value_of(style, "basedOn")

    def _cast(self, part: Part) -> str:
        for name in part.names:
            if (part.kind, name) in self._by_name:
                return str(self._by_name[part.kind, name].get(_W + "styleId"))
        if part.added:
            return self._add(part)
        return self._default(part.kind)

    def _default(self, kind: str) -> str:
        if kind in self._defaults:
            return self._defaults[kind]
        return {PARAGRAPH: "Normal", CHARACTER: "DefaultParagraphFont"}.get(kind, "TableNormal")

    def _add(self, part: Part) -> str:
        style = deepcopy(self._fallback[part.kind, part.names[0]])
        identity = str(style.get(_W + "styleId"))
        while identity in self._by_id:
            identity += "Memo"
        style.set(_W + "styleId", identity)
        base = style.find(_W + "basedOn")
        if base is not None:
            if self._default(part.kind) in self._by_id:
                base.set(_W + "val", self._default(part.kind))
            else:
                style.remove(base)
        self._root.append(style)
        self._enter(style)
        return identity


def _key(style: Element) -> tuple[str, str]:
    name = value_of(style, "name").lower()
    return str(style.get(_W + "type") or PARAGRAPH), name
