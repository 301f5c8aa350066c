"""The properties of a paragraph, written in the order of the schema (CT_PPr)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """A paragraph's style, and what is set on top of it as finished elements."""

    style: str
    keep_next: bool = False
    page_break: bool = False
    numbering: str = ""
    border: str = ""
    tabs: str = ""
    spacing: str = ""
    indent: str = ""
    align: str = ""

    def xml(self, *, right_to_left: bool = False) -> str:
        """Return `w:pPr`."""
        parts = [f'<w:pPr><w:pStyle w:val="{self.style}"/>']
        if self.keep_next:
            parts.append("<w:keepNext/>")
        if self.page_break:
            parts.append("<w:pageBreakBefore/>")
        parts += [self.numbering, self.border, self.tabs]
        if right_to_left:
            parts.append("<w:bidi/>")
        parts += [self.spacing, self.indent]
        if self.align:
            parts.append(f'<w:jc w:val="{self.align}"/>')
        return "".join(parts) + "</w:pPr>"
