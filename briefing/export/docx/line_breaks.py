"""Where the author said that a page or a column ends (ECMA-376 part 1, 17.3.1.23 and 17.3.3.1)."""

import re

PAGE, COLUMN_END = "page", "column"
_OPENING = re.compile(r'<w:p><w:pPr><w:pStyle w:val="[^"]*"/>(?:<w:keepNext/>)?')


def broken(text: str, kind: str) -> str:
    """Return blocks so that they begin on a new page, or in the next column.

    A paragraph says so itself where it can; an empty one before it would leave a line behind.
    """
    opening = _OPENING.match(text)
    if opening and kind == PAGE:
        return f"{opening[0]}<w:pageBreakBefore/>{text[opening.end() :]}"
    if opening:
        place = text.index("</w:pPr>") + len("</w:pPr>")
        return f"{text[:place]}{_run(kind)}{text[place:]}"
    if not text.startswith("<w:"):  # a section begins here, on a page of its own
        return text
    return f"<w:p>{_run(kind)}</w:p>{text}"


def _run(kind: str) -> str:
    return f'<w:r><w:br w:type="{kind}"/></w:r>'
