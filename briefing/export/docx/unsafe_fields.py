"""Fields of a house's Word file that fetch or run something, or name a person or a machine.

Of the former the result stays. Field codes as ECMA-376 part 1, 17.16.5 lists them.
"""

from dataclasses import dataclass, field

from briefing.export.docx.xml_edits import remove, remove_between, unwrap
from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_UNSAFE = {
    "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "DDE", "DDEAUTO", "LINK", "EMBED",
    "DATABASE", "MACROBUTTON", "RD", "AUTOTEXT", "AUTOTEXTLIST", "GOTOBUTTON", "PRINT", "ASK",
    "FILLIN", "CONTROL", "HTMLACTIVEX", "NEXT", "NEXTIF", "SKIPIF", "SET",
}  # fmt: skip
# what these show is somebody's name or machine, so it goes with them
_PRIVATE = {
    "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "LASTSAVEDBY", "TEMPLATE", "REVNUM",
    "EDITTIME", "SAVEDATE", "PRINTDATE",
}  # fmt: skip


@dataclass(slots=True)
class _OpenField:
    """A field whose end was not met yet: its parts so far, and its code."""

    parts: list[Element] = field(default_factory=list["Element"])
    code: str = ""
    is_result: bool = False


def without_unsafe_fields(root: Element) -> bool:
    """Take such fields out of a part; say whether any of them fetched or ran something."""
    found = False
    for simple in list(root.iter(_W + "fldSimple")):
        name = _name(str(simple.get(_W + "instr") or ""))
        if name in _PRIVATE:
            remove(simple)
        elif name in _UNSAFE:
            found = True
            unwrap(simple)
    opened: list[_OpenField] = []
    for element in list(root.iter(_W + "fldChar", _W + "instrText")):
        if element.tag == _W + "instrText":
            if opened and not opened[-1].is_result:
                opened[-1].code += element.text or ""
                opened[-1].parts.append(element)
            continue
        kind = element.get(_W + "fldCharType")
        if kind == "begin":
            opened.append(_OpenField([element]))
        elif opened:
            opened[-1].parts.append(element)
            opened[-1].is_result = True
            if kind == "end":
                found = _close(opened.pop()) or found
    return found


def _close(one: _OpenField) -> bool:
    name = _name(one.code)
    runs = [part.getparent() for part in one.parts]
    if name in _PRIVATE and runs[0] is not None and runs[-1] is not None:
        if not remove_between(runs[0], runs[-1]):
            for part in one.parts:
                remove(part)
        return False
    if name not in _UNSAFE:
        return False
    for part in one.parts:
        remove(part)
    return True


def _name(code: str) -> str:
    words = code.split()
    return words[0].upper() if words else ""
