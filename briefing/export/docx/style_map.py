"""The styles of one house style file: the id that plays each part, what was missing added."""

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from briefing.export.docx.style_guess import Guess
from briefing.export.docx.style_list import StyleList, identity_of, kind_of, value_of
from briefing.export.docx.style_names import CHARACTER, PARAGRAPH, PARTS, Part
from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_NAMES = {"DefaultParagraphFont": "Default Paragraph Font", "TableNormal": "Normal Table"}
_NO_DEFAULT = {PARAGRAPH: "Normal", CHARACTER: "DefaultParagraphFont"}


class StyleMap:
    """Finds a style by its part; `casting` says which of the file's styles play which parts.

    What the file lacks is added from `fallback` when it is asked for.
    """

    def __init__(self, styles: StyleList, fallback: Element, casting: Mapping[str, Guess]) -> None:
        self._styles = styles
        self._fallback = {_key(style): style for style in fallback.iterfind(_W + "style")}
        self._casting = casting
        self._ids: dict[str, str] = {}
        self._numberings: dict[str, tuple[str, int] | None] = {}

    @property
    def root(self) -> Element:
        """Return the styles element, with what was added."""
        return self._styles.root

    def id_of(self, part: str) -> str:
        """Return the style id that plays a part; it is in the file from then on."""
        if part not in self._ids:
            self._ids[part] = self._cast(part)
        return self._ids[part]

    def has(self, part: str) -> bool:
        """Say whether the file itself has a style for this part."""
        return part in self._casting

    def numbering(self, part: str) -> tuple[str, int] | None:
        """Return (numId, level) that the style of a part carries, followed through basedOn."""
        if part not in self._numberings:
            self._numberings[part] = self._styles.numbering(self.id_of(part))
        return self._numberings[part]

    def has_right_tab(self, part: str) -> bool:
        """Say whether the style of a part has a place at the right for page numbers."""
        return any(
            tab.get(_W + "val") in {"right", "end"}
            for style in self._styles.chain(self.id_of(part))
            for tab in style.iterfind(f"{_W}pPr/{_W}tabs/{_W}tab")
        )

    def _cast(self, part: str) -> str:
        if part in self._casting:
            return self._casting[part].identity
        wanted = PARTS[part]
        return self._add(wanted) if wanted.added else self._sound_default(wanted.kind)

    def _sound_default(self, kind: str) -> str:
        """Return the default style of a kind, added where a file has none at all."""
        identity = self._default(kind)
        if not self._styles.has(identity):
            style = etree.SubElement(self.root, _W + "style")
            for name, value in (("type", kind), ("default", "1"), ("styleId", identity)):
                style.set(_W + name, value)
            etree.SubElement(style, _W + "name").set(_W + "val", _NAMES.get(identity, identity))
            self._styles.add(style)
        return identity

    def _default(self, kind: str) -> str:
        return self._styles.default(kind) or _NO_DEFAULT.get(kind, "TableNormal")

    def _add(self, part: Part) -> str:
        style = deepcopy(self._fallback[part.kind, part.names[0]])
        identity = identity_of(style)
        while self._styles.has(identity):
            identity += "Memo"
        style.set(_W + "styleId", identity)
        for name in ("basedOn", "next"):
            base = style.find(_W + name)
            if base is None:
                continue
            if self._styles.has(self._default(part.kind)):
                base.set(_W + "val", self._default(part.kind))
            else:
                style.remove(base)
        self._styles.add(style)
        return identity


def _key(style: Element) -> tuple[str, str]:
    return kind_of(style), value_of(style, "name").lower()
