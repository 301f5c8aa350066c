"""RIS files cut into records of tagged lines, so that none is lost whatever is missing.

Source: the RIS format specification (Research Information Systems), 2001 and 2011.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_TAGS_WORDS = """
    TY ID A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CR CT CY DA DB DI DO DP DS
    ED EP ER ET ID IN IS J1 J2 JA JF JO JP K1 KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NO NV OL OP PA
    PB PMCID PMID PP PY RD RI RN RP RT SE SF SL SN SP SR ST T1 T2 T3 TA TI TT U1 U2 U3 U4 U5 UR VL
    VO WP WT WV Y1 Y2 YR
"""
_TAGS = frozenset(_TAGS_WORDS.split())
# The standard has two blanks before the hyphen; with fewer, only a known tag is one.
_LINE = re.compile(r"[ \t]{0,3}([A-Z][A-Z0-9]|PMC?ID)(?:(  )|[ \t]{0,4})-(?:[ \t]+(.*)|(.*))")
_LONG = frozenset({"AB", "N1", "N2", "RN", "NO"})  # that may have several paragraphs


@dataclass(slots=True)
class TaggedRecord:
    """One record: its tags with their values in order, and the lines that it was written in."""

    lines: list[str] = field(default_factory=list[str])
    _values: list[tuple[str, list[str]]] = field(default_factory=list[tuple[str, list[str]]])

    @property
    def is_begun(self) -> bool:
        """Return whether it holds a tag yet."""
        return bool(self._values)

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Return each tag with its value."""
        return [(tag, "".join(pieces)) for tag, pieces in self._values]

    @property
    def source(self) -> str:
        """Return the record as it was written."""
        return "\n".join(self.lines).strip("\n") + "\n"

    def add(self, tag: str, value: str) -> None:
        """Take a line that begins with a tag."""
        self._values.append((tag, [value]))

    def add_to_last(self, words: str, long: frozenset[str], *, after_blank: bool = False) -> None:
        """Take a line that goes on with the last value; `long` ones may have paragraphs."""
        if not self._values:
            return
        tag, pieces = self._values[-1]
        if after_blank and tag not in long:
            return
        joint = "\n\n" if after_blank else "\n" if tag in long else " "
        pieces += (joint, words) if pieces[0] or len(pieces) > 1 else (words,)


def ris_records(text: str) -> Iterator[TaggedRecord]:
    """Yield every record: from TY or the first tag, to ER, the next TY or the end of the file."""
    record = TaggedRecord()
    blank = False
    for line in text.split("\n"):
        tag, value = _tag_of(line)
        if tag == "TY" and record.is_begun:
            yield record
            record = TaggedRecord()
        if tag == "ER":
            if record.is_begun:
                record.lines.append(line)
                yield record
            record = TaggedRecord()
        elif tag:
            record.add(tag, value)
        elif line.strip():
            record.add_to_last(line.strip(), _LONG, after_blank=blank)
        if record.is_begun:
            record.lines.append(line)
        blank = not line.strip()
    if record.is_begun:
        yield record


def _tag_of(line: str) -> tuple[str, str]:
    match = _LINE.fullmatch(line.lstrip("\ufeff"))
    if match is None:
        return "", ""
    tag, exact, spaced, close = match.groups()
    value = (spaced if spaced is not None else close).strip()
    if tag not in _TAGS and not exact:
        return "", ""
    return tag, value
