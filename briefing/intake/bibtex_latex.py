"""LaTeX in the values of BibTeX made plain text."""

import logging
import re
import unicodedata

from bibtexparser.library import Library
from bibtexparser.middlewares import LatexDecodingMiddleware
from bibtexparser.model import Entry, Field

# It logs each command that it does not know; they are left out, as LaTeX without them does.
logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)

_DECODER = LatexDecodingMiddleware(keep_math_mode=False)
_COMMENT = re.compile(r"(?<!\\)%")
_ESCAPED = re.compile(r"\\([_%#&~{}$])")
_BRACES = re.compile(r"[{}]")
_LOWERED = re.compile(r"\$_\{?([0-9+=()-]{1,20})\}?\$|\\textsubscript\{([0-9+=()-]{1,20})\}")
_RAISED = re.compile(r"\$\^\{?([0-9+=()-]{1,20})\}?\$|\\textsuperscript\{([0-9+=()-]{1,20})\}")
_SUBSCRIPTS = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SUPERSCRIPTS = str.maketrans("0123456789+-=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
_MARKS = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307",
}  # fmt: skip
_ACCENT = re.compile(r"\\([\"'`^~=.])\{?([A-Za-z])\}?")
_TILDE = re.compile(r"\\(~)\{?([A-Za-z])\}?")
# TeX's own names, which its library of commands does not know; what stands behind is gobbled.
_LOGO = re.compile(
    r"\\((?:La|Bib|XeLa|LuaLa|pdfLa|Xe|Lua|pdf|Con)?TeX(?:e|t)?|MF|MP|METAFONT)(?![A-Za-z])"
    r"(?:\{\}|\\(?= )|\s+)?"
)
_LOGOS = {"LaTeXe": "LaTeX2e", "MF": "METAFONT", "MP": "MetaPost"}
_COMMAND = re.compile(r"\\(?![&%_#])|\$")
_DASHES = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}
_LIGATURES = re.compile("|".join(map(re.escape, _DASHES)))
_MOST = 100_000  # characters that are decoded; what is longer is hardly LaTeX
_DEEPEST = 40


def decoded(value: str) -> str:
    """Return a value as plain words; only one with commands or formulas is parsed as LaTeX."""
    if "\\" in value:
        value = _LOGO.sub(lambda match: _LOGOS.get(match[1], match[1]), value)
    simple = _ACCENT.sub(_accented, value) if "\\" in value else value
    if _COMMAND.search(simple) and len(value) <= _MOST and _depth(value) <= _DEEPEST:
        value = _LOWERED.sub(lambda match: (match[1] or match[2]).translate(_SUBSCRIPTS), value)
        value = _RAISED.sub(lambda match: (match[1] or match[2]).translate(_SUPERSCRIPTS), value)
        return _parsed(_COMMENT.sub(r"\\%", value))
    words = _LIGATURES.sub(lambda match: _DASHES[match[0]], simple)
    return _ESCAPED.sub(r"\1", _BRACES.sub("", words))


def with_tildes(value: str) -> str:
    r"""Return LaTeX with its letters under a tilde made: `\\~n` is no n behind a blank."""
    return _TILDE.sub(_accented, value) if r"\~" in value else value


def _accented(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[2] + _MARKS[match[1]])


def verbatim(value: str) -> str:
    """Return an address or a key: its characters unescaped, nothing else changed."""
    return _BRACES.sub("", _ESCAPED.sub(r"\1", value.replace(r"\url", ""))).strip()


def _parsed(value: str) -> str:
    entry = Entry("misc", "key", [Field("value", value)])
    blocks = _DECODER.transform(Library([entry])).entries
    said = str(blocks[0].fields[0].value) if blocks else _BRACES.sub("", value)
    return said.replace("\N{NO-BREAK SPACE}", " ")


def _depth(value: str) -> int:
    depth = deepest = 0
    for brace in _BRACES.findall(value):
        depth += 1 if brace == "{" else -1
        deepest = max(deepest, depth)
    return deepest
