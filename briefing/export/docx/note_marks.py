"""Notes in the text and as a part of the file: footnotes or endnotes (ECMA-376 part 1, 17.11)."""

from collections.abc import Callable

from briefing.export.docx.list_numbering import ListNumbering
from briefing.export.docx.note_paragraphs import NoteParagraphs
from briefing.export.docx.place_marks import PlaceMarks
from briefing.export.docx.style_map import StyleMap
from briefing.export.docx.xml_text import DECLARATION, NAMESPACES, escape
from briefing.model.block import Inlines
from briefing.model.publication import PublishedNote
from briefing.model.template import NoteStyle

SEPARATOR, CONTINUATION = -1, 0  # the ids that Word itself gives them; notes count from 1


class NoteMarks:
    """Writes the marks of one document's notes; each note is referred to once, then pointed at."""

    def __init__(
        self, style: NoteStyle, notes: tuple[PublishedNote, ...], styles: StyleMap
    ) -> None:
        self.element = "footnote" if style is NoteStyle.FOOTNOTES else "endnote"
        self._numbers = {str(note.number) for note in notes}
        self._look = f'<w:rPr><w:rStyle w:val="{styles.id_of(self.element + "_mark")}"/></w:rPr>'
        self._text_style = styles.id_of(self.element + "_text")
        self._marked: set[str] = set()
        self._pointed: set[str] = set()

    def mark(self, label: str, *, beside_another: bool = False) -> str:
        """Return the mark of a note; a second one to the same note is a field that points there."""
        comma = self._run("<w:t>,</w:t>") if beside_another else ""
        if label not in self._numbers:
            return comma + self._run(f"<w:t>[{escape(label)}]</w:t>")
        if label in self._marked:
            self._pointed.add(label)
            return comma + self._pointer(label)
        self._marked.add(label)
        return comma + self._reference(label)

    def finish(self, body: str, places: PlaceMarks) -> str:
        """Return the body with a bookmark at each note that a field points to."""
        for label in sorted(self._pointed, key=int):
            reference = self._reference(label)
            body = body.replace(reference, places.named(f"note_{label}", reference), 1)
        return body

    def part(
        self,
        notes: tuple[PublishedNote, ...],
        runs: Callable[[Inlines], str],
        lists: ListNumbering,
    ) -> str:
        """Return the whole part, `footnotes.xml` or `endnotes.xml`."""
        root = self.element + "s"
        paragraphs = NoteParagraphs(self._text_style, runs, lists)
        texts = "".join(self._note(note, paragraphs) for note in notes)
        rules = self._rule(SEPARATOR, "separator") + self._rule(
            CONTINUATION, "continuationSeparator"
        )
        return f"{DECLARATION}<w:{root} {NAMESPACES}>{rules}{texts}</w:{root}>"

    def _note(self, note: PublishedNote, paragraphs: NoteParagraphs) -> str:
        own_mark = (
            self._run(f"<w:{self.element}Ref/>") + '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        )
        inside = paragraphs.xml(note, own_mark)
        return f'<w:{self.element} w:id="{note.number}">{inside}</w:{self.element}>'

    def _rule(self, identity: int, kind: str) -> str:
        spacing = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        return (
            f'<w:{self.element} w:type="{kind}" w:id="{identity}"><w:p><w:pPr>{spacing}</w:pPr>'
            f"<w:r><w:{kind}/></w:r></w:p></w:{self.element}>"
        )

    def _reference(self, label: str) -> str:
        return self._run(f'<w:{self.element}Reference w:id="{label}"/>')

    def _pointer(self, label: str) -> str:
        code = f" NOTEREF _bfg_note_{label} \\f \\h "
        return (
            self._run('<w:fldChar w:fldCharType="begin"/>')
            + self._run(f'<w:instrText xml:space="preserve">{code}</w:instrText>')
            + self._run('<w:fldChar w:fldCharType="separate"/>')
            + self._run(f"<w:t>{label}</w:t>")
            + self._run('<w:fldChar w:fldCharType="end"/>')
        )

    def _run(self, content: str) -> str:
        return f"<w:r>{self._look}{content}</w:r>"
