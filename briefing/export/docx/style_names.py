"""Which Word style plays which part in a memo, by the names that every Word knows.

A built-in style has the same `w:name` in a Word of any language, whatever its id
(`heading 1` has the id `Titre1` in a French file), so names are what is looked for.
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


def _levels(name: str, kind: str, levels: int, *, added: bool) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    for level in range(1, levels + 1):
        suffix = "" if level == 1 else f" {level}"
        parts[f"{kind}{level}"] = Part(PARAGRAPH, (f"{name}{suffix}",), added)
    return parts


PARTS: dict[str, Part] = {
    "title": Part(PARAGRAPH, ("title",)),
    **{f"heading{n}": Part(PARAGRAPH, (f"heading {n}",)) for n in range(1, 7)},
    "body": Part(PARAGRAPH, ("body text",), added=False),
    **_levels("list bullet", "bullet", 5, added=False),
    **_levels("list number", "number", 5, added=False),
    **_levels("list continue", "continue", 5, added=False),
    "quote": Part(PARAGRAPH, ("quote", "block text", "intense quote")),
    "code_block": Part(PARAGRAPH, ("html preformatted", "source code", "plain text")),
    "code": Part(CHARACTER, ("html code", "verbatim char", "html typewriter")),
    "link": Part(CHARACTER, ("hyperlink",)),
    "footnote_text": Part(PARAGRAPH, ("footnote text",)),
    "footnote_mark": Part(CHARACTER, ("footnote reference",)),
    "endnote_text": Part(PARAGRAPH, ("endnote text",)),
    "endnote_mark": Part(CHARACTER, ("endnote reference",)),
    "sources": Part(PARAGRAPH, ("bibliography",)),
    "header": Part(PARAGRAPH, ("header",)),
    "footer": Part(PARAGRAPH, ("footer",)),
    "marking": Part(CHARACTER, ("marking",)),
    "table": Part(TABLE, ("memo table", "table grid", "light grid", "grid table 1 light")),
    "table_text": Part(PARAGRAPH, ("table text", "compact"), added=False),
    "fields": Part(TABLE, ("memo fields",)),
    "field_label": Part(PARAGRAPH, ("field label",)),
    "field_value": Part(PARAGRAPH, ("field value",)),
}
