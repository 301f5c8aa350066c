"""Real numbering for lists: each numbered list counts for itself (ECMA-376 part 1, 17.9)."""

from dataclasses import dataclass

from lxml import etree

from briefing.export.docx.style_list import value_of
from briefing.export.docx.style_map import StyleMap
from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
LEVELS = 9  # Word's own limit
STYLED_LEVELS = 5  # List Bullet … List Bullet 5
INDENT = 360  # twentieths of a point a level
HIGHEST_START = 32767  # Word counts no further
_BULLETS = ("•", "–", "◦")
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")


@dataclass(frozen=True, slots=True)
class ListLook:
    """How the items of one list are written: their style, and their `w:numPr` and `w:ind`."""

    style: str
    numbering: str
    indent: str = ""


class ListNumbering:
    """Hands out the numbering of lists; `root` is the file's numbering element, added to.

    A list takes the numbering of the house style's own list styles where they carry one, and
    numbering of ours, in the style of body text, where they do not.
    """

    def __init__(self, root: Element, styles: StyleMap) -> None:
        self._root = root
        self._styles = styles
        self._abstract_of = {
            str(num.get(_W + "numId")): value_of(num, "abstractNumId")
            for num in root.iterfind(_W + "num")
        }
        self._abstracts = {
            str(a.get(_W + "abstractNumId")) for a in root.iterfind(_W + "abstractNum")
        }
        self._last = max((int(n) for n in self._abstract_of if n.isdecimal()), default=0)
        self._own: dict[bool, str] = {}
        self._own_bullet_num = ""
        self._nums: list[str] = []

    def look(self, depth: int, *, ordered: bool, start: int = 1) -> ListLook:
        """Return the look of one list; `depth` counts from 0, a numbered one begins at `start`."""
        depth = min(depth, LEVELS - 1)
        part = ("number" if ordered else "bullet") + str(min(depth + 1, STYLED_LEVELS))
        carried = self._styles.numbering(part) if self._styles.has(part) else None
        if carried is None or carried[0] not in self._abstract_of:
            return self._own_look(depth, ordered=ordered, start=start)
        number, level = carried
        level = min(level + max(0, depth + 1 - STYLED_LEVELS), LEVELS - 1)
        style = self._styles.id_of(part)
        if ordered:
            number = self._new_num(self._abstract_of[number], level, start)
        elif depth < STYLED_LEVELS:
            return ListLook(style, "")
        return ListLook(style, _num_pr(level, number))

    def own(self, depth: int, *, ordered: bool, start: int = 1) -> ListLook:
        """Return the look of a list that is not to have the house's own style of lists."""
        return self._own_look(min(depth, LEVELS - 1), ordered=ordered, start=start)

    def continued(self, depth: int) -> ListLook:
        """Return the look of an item's second and later paragraphs."""
        depth = min(depth, LEVELS - 1)
        part = f"continue{depth + 1}"
        if depth < STYLED_LEVELS and self._styles.has(part):
            return ListLook(self._styles.id_of(part), "")
        return ListLook(self._styles.id_of("body"), "", f'<w:ind w:left="{INDENT * (depth + 1)}"/>')

    def xml_root(self) -> Element:
        """Return the numbering element with every list that was handed out."""
        if self._nums:
            block = f'<w:numbering xmlns:w="{WORD}">{"".join(self._nums)}</w:numbering>'
            last = list(self._root.iterfind(_W + "num"))
            place = self._root.index(last[-1]) + 1 if last else self._after_abstracts()
            for offset, num in enumerate(etree.fromstring(block.encode())):
                self._root.insert(place + offset, num)
            self._nums.clear()
        return self._root

    def _own_look(self, depth: int, *, ordered: bool, start: int) -> ListLook:
        abstract = self._own_abstract(ordered=ordered)
        if ordered:
            number = self._new_num(abstract, depth, start)
        else:
            self._own_bullet_num = self._own_bullet_num or self._new_num(abstract)
            number = self._own_bullet_num
        return ListLook(self._styles.id_of("body"), _num_pr(depth, number))

    def _new_num(self, abstract: str, level: int | None = None, start: int = 1) -> str:
        self._last += 1
        start = min(max(start, 0), HIGHEST_START)
        again = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            if level is not None
            else ""
        )
        self._nums.append(
            f'<w:num w:numId="{self._last}"><w:abstractNumId w:val="{abstract}"/>{again}</w:num>'
        )
        return str(self._last)

    def _own_abstract(self, *, ordered: bool) -> str:
        if ordered not in self._own:
            identity = str(max((int(a) for a in self._abstracts if a.isdecimal()), default=0) + 1)
            self._abstracts.add(identity)
            self._own[ordered] = identity
            element = etree.fromstring(_abstract(identity, ordered=ordered).encode())
            self._root.insert(self._after_abstracts(), element)
        return self._own[ordered]

    def _after_abstracts(self) -> int:
        before = {_W + "numPicBullet", _W + "abstractNum"}
        return sum(1 for child in self._root if child.tag in before)


def _num_pr(level: int, number: str) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _abstract(identity: str, *, ordered: bool) -> str:
    levels: list[str] = []
    for level in range(LEVELS):
        shape = _FORMATS[level % 3] if ordered else "bullet"
        text = f"%{level + 1}." if ordered else _BULLETS[level % 3]
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{INDENT * (level + 1)}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
        )
    nsid = f"1F4E79A{int(ordered)}"  # lists of one nsid are merged when texts are pasted
    return (
        f'<w:abstractNum xmlns:w="{WORD}" w:abstractNumId="{identity}"><w:nsid w:val="{nsid}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )
