"""What a house's numberings count with: bullets, figures, letters (ECMA-376 part 1, 17.9)."""

from briefing.export.docx.style_list import value_of
from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
BULLET = "bullet"


class NumberFormats:
    """Finds the format of a level; `root` is the file's numbering element, if it has one."""

    def __init__(self, root: Element | None) -> None:
        self._abstracts: dict[str, Element] = {}
        self._of_num: dict[str, str] = {}
        self._by_link: dict[str, Element] = {}
        for abstract in root.iterfind(_W + "abstractNum") if root is not None else ():
            self._abstracts[str(abstract.get(_W + "abstractNumId"))] = abstract
            link = value_of(abstract, "styleLink")
            if link:
                self._by_link[link] = abstract
        for num in root.iterfind(_W + "num") if root is not None else ():
            self._of_num[str(num.get(_W + "numId"))] = value_of(num, "abstractNumId")

    def of(self, number: str, level: int) -> str:
        """Return the format of a level (`bullet`, `decimal` …); nothing where there is none."""
        abstract = self._abstracts.get(self._of_num.get(number, ""))
        if abstract is None:
            return ""
        # a numbering may be told by a numbering style, which another one is linked to
        abstract = self._by_link.get(value_of(abstract, "numStyleLink"), abstract)
        for found in abstract.iterfind(_W + "lvl"):
            if found.get(_W + "ilvl") == str(level):
                return value_of(found, "numFmt")
        return ""
