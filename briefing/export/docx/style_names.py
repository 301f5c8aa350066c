"""Which Word style plays which part in a memo, by the names that every Word knows.

A built-in style has the same `w:name` in a Word of any language, whatever its id
(`heading 1` has the id `Titre1` in a French file), so names are what is looked for first;
`style_guess` looks further.
"""

from dataclasses import dataclass

PARAGRAPH = "paragraph"
CHARACTER = "character"
TABLE = "table"


@dataclass(frozen=True, slots=True)
class Part:
    """A part to play: the kind of style, and the names that may play it, best first.

    Where none is there, `added` says that the first name is added to the file from
    `resources/docx/fallback_styles.xml`; otherwise the file's default style plays it.
    """

    kind: str
    names: tuple[str, ...]
    added: bool = True
    label: str = ""


def _levels(name: str, kind: str, label: str, levels: int, *, added: bool) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    for level in range(1, levels + 1):
        suffix = "" if level == 1 and kind != "toc" else f" {level}"
        parts[f"{kind}{level}"] = Part(PARAGRAPH, (f"{name}{suffix}",), added, f"{label} {level}")
    return parts


PARTS: dict[str, Part] = {
    "title": Part(PARAGRAPH, ("title",), label="Title"),
    **{
        f"heading{n}": Part(PARAGRAPH, (f"heading {n}",), label=f"Heading {n}") for n in range(1, 7)
    },
    "body": Part(PARAGRAPH, ("body text",), added=False, label="Text"),
    **_levels("list bullet", "bullet", "Bullet list", 5, added=False),
    **_levels("list number", "number", "Numbered list", 5, added=False),
    **_levels("list continue", "continue", "List, further text", 5, added=False),
    "quote": Part(PARAGRAPH, ("quote", "block text", "intense quote"), label="Quotation"),
    "code_block": Part(
        PARAGRAPH, ("html preformatted", "source code", "plain text"), label="Code, as a block"
    ),
    "code": Part(
        CHARACTER, ("html code", "verbatim char", "html typewriter"), label="Code, in a line"
    ),
    "link": Part(CHARACTER, ("hyperlink",), label="Link"),
    "footnote_text": Part(PARAGRAPH, ("footnote text",), label="Footnote"),
    "footnote_mark": Part(CHARACTER, ("footnote reference",), label="Footnote mark"),
    "endnote_text": Part(PARAGRAPH, ("endnote text",), label="Endnote"),
    "endnote_mark": Part(CHARACTER, ("endnote reference",), label="Endnote mark"),
    "sources": Part(PARAGRAPH, ("bibliography",), label="List of sources"),
    "caption": Part(PARAGRAPH, ("caption",), label="Caption"),
    "toc_heading": Part(PARAGRAPH, ("toc heading",), label="Heading of the contents"),
    **_levels("toc", "toc", "Contents", 6, added=True),
    "header": Part(PARAGRAPH, ("header",), label="Header"),
    "footer": Part(PARAGRAPH, ("footer",), label="Footer"),
    "marking": Part(CHARACTER, ("marking",), label="Marking"),
    "table": Part(
        TABLE, ("memo table", "table grid", "light grid", "grid table 1 light"), label="Table"
    ),
    "table_text": Part(PARAGRAPH, ("table text", "compact"), added=False, label="Text in tables"),
    "table_head": Part(
        PARAGRAPH,
        ("table heading", "table header", "table head"),
        added=False,
        label="Head of a table",
    ),
    "fields": Part(TABLE, ("memo fields",), label="Head of the memo, as a table"),
    "field_label": Part(PARAGRAPH, ("field label",), label="Head of the memo, label"),
    "field_value": Part(PARAGRAPH, ("field value",), label="Head of the memo, value"),
}
