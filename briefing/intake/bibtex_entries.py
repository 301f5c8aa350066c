"""BibTeX files cut into entries and strings; what is broken is read as far as it goes.

Source: Patashnik, BibTeXing (1988); Markey, Tame the BeaST (2009). Text outside entries is a
comment. An entry that is never closed ends where the next begins a line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_START = re.compile(r"@[ \t]*([A-Za-z][\w-]*)\s*([{(])")
_KEY = re.compile(r"""\s*([^,{}"=\n]*)""")
_NAME = re.compile(r"""[^\s=,{}"#@]+""")
_BARE = re.compile(r"""[^\s,#{}"=()]+""")
_GAP = re.compile(r"[\s,]*")
_EQUALS = re.compile(r"\s*=\s*")
_JOINED = re.compile(r"\s*#\s*")
# What matters inside a value: braces, quotes, and the start of an entry at that of a line.
_MARKS = re.compile(r"""[{}"]|\n[ \t]*@[A-Za-z]+[ \t]*[{(]""")
_LINE_START = re.compile(r"[ \t]*@[A-Za-z]+[ \t]*[{(]")
_INDENT = 80  # blanks that may stand before an entry on its line
_UNCLOSED = "The entry is not closed; it was read as far as it goes."
_ODD = "Something in the entry is no field; the fields round it were read."

Parts = tuple[str, ...]  # of a value that is joined by `#`; each with its braces or quotes


@dataclass(slots=True)
class BibEntry:
    """One entry; `fields` are names in lower case with the parts of their values, in order."""

    kind: str
    key: str
    source: str = ""
    fields: list[tuple[str, Parts]] = field(default_factory=list[tuple[str, Parts]])
    fault: str = ""

    def value(self, name: str) -> Parts:
        """Return the parts of a field's value, or nothing."""
        return next((parts for own, parts in self.fields if own == name), ())


def bibtex_entries(text: str) -> Iterator[BibEntry]:
    """Yield every entry, and `@string`s as entries of that kind."""
    at = 0
    while start := _START.search(text, at):
        entry = BibEntry(start[1].lower(), "")
        if _is_commented_out(text, start.start()):
            at = start.end()
            continue
        if entry.kind == "comment":
            at = _after_comment(text, start)
            continue
        at = _Scan(text, start, entry).end
        entry.source = text[start.start() : at].strip()
        if entry.kind != "preamble":
            yield entry


def _is_commented_out(text: str, at: int) -> bool:
    """Return whether a line begins with `%` and then an entry, as biber and people read it."""
    before = text[max(at - _INDENT, 0) : at]
    return before[before.rfind("\n") + 1 :].lstrip().startswith("%")


def _after_comment(text: str, start: re.Match[str]) -> int:
    """Return the end of a comment in balanced braces; of one that is not, of its line."""
    if start[2] == "{":
        end, is_closed = _balanced(text, start.end() - 1)
        if is_closed:
            return end
    end = text.find("\n", start.end())
    return len(text) if end < 0 else end


class _Scan:
    """One pass over the text of an entry; `end` is where it stopped."""

    def __init__(self, text: str, start: re.Match[str], entry: BibEntry) -> None:
        self._text = text
        self._close = "}" if start[2] == "{" else ")"
        self._entry = entry
        self.end: int = start.end()
        if entry.kind not in {"string", "preamble"}:
            self._read_key()
        self._read_fields()

    def _read_key(self) -> None:
        match = _KEY.match(self._text, self.end)
        key = match[1].strip() if match else ""
        after = match.end() if match else self.end
        if self._close == ")" and key.endswith(")"):  # no fields at all
            key, after = key[:-1], after - 1
        if self._text[after : after + 1] != "=":  # else it is the first field: there is no key
            self._entry.key = key
            self.end = after

    def _read_fields(self) -> None:
        while True:
            gap = _GAP.match(self._text, self.end)
            self.end = gap.end() if gap else self.end
            char = self._text[self.end : self.end + 1]
            if char == self._close:
                self.end += 1
                return
            if not char or self._is_next_entry():
                self._entry.fault = _UNCLOSED
                return
            if not self._read_field():
                self._entry.fault = self._entry.fault or _ODD

    def _is_next_entry(self) -> bool:
        if self._text[self.end] != "@" or not _LINE_START.match(self._text, self.end):
            return False
        before = self._text[max(self.end - _INDENT, 0) : self.end].rstrip(" \t")
        return not before or before.endswith("\n")

    def _read_field(self) -> bool:
        """Read a field and its value; pass over one piece of what is none."""
        name = _NAME.match(self._text, self.end)
        equals = _EQUALS.match(self._text, name.end()) if name else None
        if name is None or equals is None:
            self.end = name.end() if name else self.end + 1
            return False
        self.end = equals.end()
        parts: list[str] = []
        while part := self._part():
            parts.append(part)
            joined = _JOINED.match(self._text, self.end)
            if joined is None:
                break
            self.end = joined.end()
        if parts:
            self._entry.fields.append((name[0].lower(), tuple(parts)))
        return bool(parts)

    def _part(self) -> str:
        """Return one part of a value, with what it stands in."""
        start = self.end
        char = self._text[start : start + 1]
        if char in {"{", '"'}:
            self.end, is_closed = _balanced(self._text, start)
            if not is_closed:
                self._entry.fault = _UNCLOSED
            part = self._text[start : self.end]
            return part if is_closed else part + ("}" if char == "{" else '"')
        bare = _BARE.match(self._text, start)
        self.end = bare.end() if bare else start
        return bare[0] if bare else ""


def _balanced(text: str, start: int) -> tuple[int, bool]:
    """Return where a value in braces or quotes ends, and whether it is closed."""
    is_quoted = text[start] == '"'
    depth = 0
    at = start + 1
    while mark := _MARKS.search(text, at):
        char = mark[0][0]
        at = mark.end()
        if char == "\n":
            return mark.start(), False
        if char == '"':
            if is_quoted and not depth:
                return at, True
        elif char == "{":
            depth += 1
        elif depth:
            depth -= 1
        elif not is_quoted:
            return at, True
        else:  # a brace that closes the entry: the quotation mark is missing
            return mark.start(), False
    return len(text), False
