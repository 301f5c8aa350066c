"""A house's Word file looked at: what plays each role and why, what it keeps, what it loses."""

from collections.abc import Iterator
from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE as RT

from briefing.export.docx.personal_traces import without_traces
from briefing.export.docx.sound_parts import sound_numbering, sound_styles
from briefing.export.docx.style_casting import Casting, StyleSource, cast
from briefing.export.docx.style_file import StyleFile, open_style_file
from briefing.export.docx.style_list import StyleList, is_on, shown_name
from briefing.export.docx.style_names import CHARACTER, PARAGRAPH, PARTS, TABLE, Part
from briefing.export.docx.xml_text import NAMESPACES, WORD, Element, parse_part
from briefing.model.house_style import (
    HouseStyleLook,
    RoleStyle,
    StyleKind,
    StyleName,
    StyleRoles,
)

_W = f"{{{WORD}}}"
_DEFAULT = "not in the file, so the style of other text serves"
_GONE = (
    "The file's own text goes: it names no place for the memo's (a content control, {{content}} or"
    " a bookmark named content)."
)
_STAYS = "The memo's text goes %s; the file's own text stays."


def look_at(path: Path, chosen: StyleRoles, resources: Path) -> HouseStyleLook:
    """Look at a Word file as the export does; ExportError where it cannot give a style."""
    house = open_style_file(path, resources)
    styles = StyleList(sound_styles(_root(house, RT.STYLES, "styles")))
    numbering = sound_numbering(_root(house, RT.NUMBERING, "numbering"), styles.root)
    casting = cast(StyleSource(styles, numbering, house.usage), dict(chosen), resources)
    return HouseStyleLook(
        file=path.name,
        roles=tuple(_role(part, wanted, casting, styles) for part, wanted in PARTS.items()),
        styles=tuple(_names(styles)),
        place=_STAYS % house.place if house.own else _GONE,
        keeps=tuple(_keeps(house, styles, casting)),
        notes=(*house.notes, *casting.warnings),
    )


def _role(part: str, wanted: Part, casting: Casting, styles: StyleList) -> RoleStyle:
    """Return what plays a part; the parts of lists are numbered by us where nothing does."""
    guess = casting.guesses.get(part)
    style = next(styles.chain(guess.identity if guess else styles.default(wanted.kind)), None)
    name = shown_name(style) if style is not None else ""
    if guess is None:
        name = wanted.names[0] if wanted.added else name
    return RoleStyle(
        role=part,
        label=wanted.label,
        kind=StyleKind(wanted.kind),
        style=name,
        reason=guess.reason if guess else _lack(part, wanted),
        is_there=guess is not None,
        is_chosen=part in casting.chosen,
    )


def _lack(part: str, wanted: Part) -> str:
    if part.startswith(("bullet", "number")):
        return "not in the file, so the program's own list serves"
    return "not in the file, so it is added" if wanted.added else _DEFAULT


def _names(styles: StyleList) -> Iterator[StyleName]:
    for kind in (PARAGRAPH, CHARACTER, TABLE):
        names = {shown_name(style) for style in styles.every(kind)}
        yield from (StyleName(StyleKind(kind), name) for name in sorted(names, key=str.casefold))


def _keeps(house: StyleFile, styles: StyleList, casting: Casting) -> Iterator[str]:
    """Yield what of the file a memo takes over, in a few words each."""
    for kind, name in ((RT.HEADER, "header"), (RT.FOOTER, "footer")):
        parts = house.parts(kind)
        if parts:
            yield f"{len(parts)} {name}{'s' * (len(parts) > 1)}"
    pictures = sum(
        relation.reltype == RT.IMAGE
        for part in house.package.iter_parts()
        for relation in part.rels.values()
    )
    if pictures:
        yield f"{pictures} picture{'s' * (pictures > 1)}"
    if any(is_on(section.find(_W + "titlePg")) for section in house.sections):
        yield "a first page of its own"
    if len(house.sections) > 1:
        yield f"{len(house.sections)} sections"
    heading = casting.guesses.get("heading1")
    if heading and styles.numbering(heading.identity):
        yield "numbered headings"


def _root(house: StyleFile, kind: str, element: str) -> Element:
    part = house.part(kind)
    if part is None:
        return parse_part(f"<w:{element} {NAMESPACES}/>".encode())
    return without_traces(parse_part(part.blob))
