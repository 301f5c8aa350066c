"""Rich text to stories: its groups, control words and characters understood (RTF 1.9.1)."""

import codecs
import re
from collections.abc import Callable

from briefing.errors import IntakeError
from briefing.intake.markdown_document import Block
from briefing.intake.markdown_spans import Span, scripted, target
from briefing.intake.rtf_state import (
    CHARSETS,
    KNOWN_STARRED,
    NAMED,
    SIGNS,
    SILENT,
    Group,
    language_of,
    link_of,
)
from briefing.intake.rtf_story import Story
from briefing.intake.rtf_tokens import Sign, Token, tokens

MAX_DEPTH = 1_000  # of groups within groups
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_SYMBOLS = {"~": "\xa0", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\"}
_SWITCHES = {"b": "is_bold", "i": "is_italic", "strike": "is_struck", "v": "is_hidden"}
_POSITIONS = {"super": "superscript", "sub": "subscript", "nosupersub": ""}
_GOES_TO = {
    "fonttbl": "fonts", "stylesheet": "styles", "fldinst": "code", "listtext": "label",
    "pntext": "label", "upr": "ansi",
}  # fmt: skip
_DATES = {"yr": 0, "mo": 1, "dy": 2}


class RtfReader:
    """Reads one file; what it finds stands in its fields."""

    def __init__(self) -> None:
        self.notes: list[list[Block]] = []
        self.said: dict[str, str] = {}
        self.created = [0, 0, 0]
        self.language = ""
        self.changes = self.comments = 0
        self._group = Group()
        self._outer: list[Group] = []
        self._headings: dict[int, int] = {}
        self._story = Story(self._headings)
        self._stories: list[Story] = []
        self._codec, self._fonts = "cp1252", dict[int, str]()
        self._style = -1
        self._pending = bytearray()
        self._code, self._high, self._skip = "", 0, 0
        self._is_fresh = self._is_starred = False  # whether a group has just begun; with a star
        self._does: dict[str, Callable[[int | None], None]] = {
            "par": self._end_paragraph, "sect": self._end_paragraph, "page": self._end_paragraph,
            "cell": lambda _: self._story.end_cell(), "row": lambda _: self._story.end_row(),
            "nestcell": lambda _: self._story.end_cell(), "nestrow": self._end_paragraph,
            "pard": lambda _: self._story.begin_paragraph(), "u": self._unicode,
            "plain": lambda _: self._set(self._group.plain()), "footnote": self._begin_note,
        }  # fmt: skip

    def read(self, data: bytes) -> list[Block]:
        """Return a file's blocks; raises IntakeError where its groups are nested too deeply."""
        for token in tokens(data):
            if token.sign is Sign.BYTES:
                self._bytes(token)
                self._is_fresh &= not token.data.strip()
                continue
            self._flush()
            if token.sign is Sign.OPEN:
                if len(self._outer) >= MAX_DEPTH:
                    raise IntakeError("Its groups are nested too deeply to be read.")
                self._outer.append(self._group)
            elif token.sign is Sign.CLOSE:
                self._close()
            elif token.sign is Sign.SYMBOL:
                self._symbol(token.name)
            else:
                self._word(token.name, token.number)
            self._is_fresh = token.sign is Sign.OPEN
        self._flush()
        while self._stories:
            self._end_note()
        return self._story.ended()

    # groups and words

    def _close(self) -> None:
        if self._group.goes_to == "code" and self._outer and self._outer[-1].goes_to != "code":
            link = target(link_of(self._code))
            self._code = ""
            self._outer[-1] = self._outer[-1].changed(link=link or self._outer[-1].link)
        if self._stories and self._story.depth == len(self._outer):
            self._end_note()
        self._group = self._outer.pop() if self._outer else Group("nowhere")
        self._is_starred, self._skip = False, 0

    def _symbol(self, name: str) -> None:
        if name == "*":  # elsewhere it says nothing: StarOffice wrote it before names of styles
            self._is_starred = self._is_fresh
        elif name in "\r\n":
            self._end_paragraph()
        elif name in _SYMBOLS:
            self._say(_SYMBOLS[name])

    def _word(self, name: str, number: int | None) -> None:
        was_starred, self._is_starred = self._is_starred, False
        if self._group.goes_to in {"nowhere", "ansi"}:
            if name == "ud":
                self._hear_unicode()
            return
        if name in SILENT or (was_starred and name not in KNOWN_STARRED | NAMED):
            is_transparent = name == "shpinst"
            self._set(self._group.changed(goes_to="text" if is_transparent else "nowhere"))
        elif name in NAMED:
            is_first = name not in self.said
            self._set(self._group.changed(goes_to=name if is_first else "nowhere"))
        elif name == "annotation":
            self.comments += 1
            self._set(self._group.changed(goes_to="nowhere"))
        elif name in _GOES_TO:
            self._set(self._group.changed(goes_to=_GOES_TO[name]))
        elif name in SIGNS:
            self._say(SIGNS[name])
        elif name in self._does:
            self._does[name](number)
        else:
            self._look(name, number)

    def _hear_unicode(self) -> None:
        """Hear what is said in Unicode after it was said without (RTF 1.9.1, `upr`)."""
        if self._group.goes_to == "ansi":
            outer = next((one for one in reversed(self._outer) if one.goes_to != "ansi"), Group())
            self._set(outer)

    def _look(self, name: str, number: int | None) -> None:
        is_on = number != 0
        if name in _SWITCHES:
            self._set(self._group.changed(**{_SWITCHES[name]: is_on}))
        elif name in _POSITIONS:
            self._set(self._group.changed(position=_POSITIONS[name] if is_on else ""))
        elif name in {"revised", "deleted"}:
            self.changes += is_on
            deleted = is_on if name == "deleted" else self._group.is_deleted
            self._set(self._group.changed(is_deleted=deleted))
        elif name == "f":
            self._set(self._group.changed(font=number if number is not None else -1))
        elif name == "uc":
            self._set(self._group.changed(skips=max(0, min(number or 0, 8))))
        else:
            self._paragraph_word(name, number)

    def _paragraph_word(self, name: str, number: int | None) -> None:
        value = number if number is not None else 0
        if name == "s":
            self._story.paragraph.style = self._style = value
        elif name == "outlinelevel":
            self._story.paragraph.outline = value
            if self._group.goes_to == "styles":
                self._headings[self._style] = value
        elif name == "ilvl":
            self._story.paragraph.level = max(0, min(value, 8))
        elif name == "intbl":
            self._story.paragraph.is_in_table = True
        else:
            self._file_word(name, number, value)

    def _file_word(self, name: str, number: int | None, value: int) -> None:
        if name == "fcharset" and self._group.goes_to == "fonts":
            self._fonts[self._group.font] = CHARSETS.get(value, "")
        elif name == "ansicpg":
            self._codec = _known(f"cp{value}") or self._codec
        elif name == "mac":
            self._codec = "mac_roman"
        elif name in {"deflang", "lang"} and not self.language:
            self.language = language_of(number)
        elif name in _DATES and not self.created[_DATES[name]]:
            self.created[_DATES[name]] = value

    # text

    def _bytes(self, token: Token) -> None:
        data = token.data
        if self._skip:
            gone = min(self._skip, len(data))
            data, self._skip = data[gone:], self._skip - gone
        if data and self._group.goes_to != "nowhere":
            self._pending += data

    def _flush(self) -> None:
        if self._pending:
            codec = self._fonts.get(self._group.font) or self._codec
            words = bytes(self._pending).decode(codec, errors="replace")
            self._pending.clear()
            self._say(words)

    def _unicode(self, number: int | None) -> None:
        unit = (number or 0) & 0xFFFF
        if 0xD800 <= unit < 0xDC00:
            self._high = unit
        elif 0xDC00 <= unit < 0xE000:
            if self._high:
                self._say(chr(0x10000 + ((self._high - 0xD800) << 10) + unit - 0xDC00))
            self._high = 0
        elif unit:
            is_symbol = 0xF000 <= unit <= 0xF0FF
            self._say("•" if is_symbol else chr(unit))
        self._skip = self._group.skips

    def _say(self, words: str) -> None:
        group = self._group
        if group.goes_to == "text":
            if not (group.is_hidden or group.is_deleted):
                shown = scripted(words, group.position)
                self._story.paragraph.spans.append(
                    Span(shown, group.is_bold, group.is_italic, group.is_struck, group.link)
                )
        elif group.goes_to == "label":
            self._story.paragraph.label += words
        elif group.goes_to == "code":
            self._code += words
        elif group.goes_to == "styles":
            found = _HEADING.search(words)
            if found:
                self._headings[self._style] = int(found[1]) - 1
        elif group.goes_to in NAMED:
            self.said[group.goes_to] = self.said.get(group.goes_to, "") + words

    # paragraphs and notes

    def _end_paragraph(self, _: int | None = None) -> None:
        if self._group.goes_to == "text":
            self._story.end_paragraph()

    def _begin_note(self, _: int | None) -> None:
        if self._group.goes_to != "text":
            return
        self.notes.append([])
        self._story.paragraph.spans.append(Span(f"[^{len(self.notes)}]", is_markup=True))
        self._stories.append(self._story)
        self._story = Story(self._headings, len(self._outer), self.notes[-1])

    def _end_note(self) -> None:
        self._story.ended()
        self._story = self._stories.pop()

    def _set(self, group: Group) -> None:
        self._group = group


def _known(codec: str) -> str:
    try:
        return codecs.lookup(codec).name
    except LookupError:
        return ""
