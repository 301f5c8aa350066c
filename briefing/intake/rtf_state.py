"""What holds within a group of rich text: where its words go, how they look, how they are coded."""

import locale
import re
from dataclasses import dataclass, replace
from typing import Any

# Destinations whose words are no part of the text (RTF 1.9.1, destinations).
SILENT = frozenset((
    "colortbl", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr",
    "footerf", "pict", "nonshppict", "object", "objdata", "objclass", "objname", "listtable",
    "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl", "themedata",
    "colorschememapping", "latentstyles", "datastore", "mmathPr", "bkmkstart", "bkmkend", "tc",
    "tcn", "xe", "private", "operator", "company", "category", "manager", "doccomm", "hlinkbase",
    "version", "vern", "filetbl", "atrfstart", "atrfend", "atnref", "atnid", "atnauthor",
    "atndate", "atnparent", "atntime", "atnicn", "ftnsep", "ftnsepc", "ftncn", "aftnsep",
    "aftnsepc", "aftncn", "pnseclvl", "pgptbl", "userprops", "mailmerge", "wgrffmtfilter",
    "template", "passwordhash", "protusertbl", "shpinst", "sp", "formfield", "datafield",
    "background", "do", "printim", "revtim", "buptim", "factoidname", "defchp", "defpap",
    "ebcstart", "comment",
))  # fmt: skip
NAMED = frozenset(("title", "author", "subject", "keywords"))
# What follows `\*` is passed over by those who do not know it; these are known.
KNOWN_STARRED = frozenset(
    ("shptxt", "ud", "fldinst", "footnote", "listtext", "annotation", "fonttbl")
)
CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
SIGNS = {
    "line": "\n", "lbr": "\n", "tab": " ", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c",
    "ltrmark": "\u200e", "rtlmark": "\u200f", "softline": "", "zwbo": "",
}  # fmt: skip
_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Group:
    """The state of one group; opening one copies it, closing it brings the outer one back."""

    goes_to: str = "text"  # text, nowhere, ansi, fonts, styles, code, label, a property
    font: int = -1
    skips: int = 1  # characters that stand in for a \u, for readers without Unicode
    is_bold: bool = False
    is_italic: bool = False
    is_struck: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    position: str = ""
    link: str = ""

    def plain(self) -> "Group":
        """Return the group with its letters as they were at first."""
        return Group(self.goes_to, self.font, self.skips, link=self.link)

    def changed(self, **fields: Any) -> "Group":  # noqa: ANN401  # any of its own fields
        """Return the group with other values."""
        return replace(self, **fields)


def link_of(code: str) -> str:
    """Return where a field's code leads; nothing where it is no link."""
    found = _LINK.match(code)
    return found[1] if found else ""


def language_of(number: int | None) -> str:
    """Return the language tag of a Windows language number; nothing for one that is not known."""
    return locale.windows_locale.get(number or 0, "").replace("_", "-")
