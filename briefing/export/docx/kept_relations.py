"""Which parts of a house's Word file go with a memo: those that show, none that act or reach out.

By the last word of a relationship's type (ECMA-376 part 1, 15.2; [MS-OI29500] for Word's own).
"""

SHOWN = frozenset({"image", "hyperlink", "chart"})
_DIAGRAM = frozenset(
    {"diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"}
)
_TEXT = SHOWN | _DIAGRAM
_MAIN = frozenset({"styles", "numbering", "settings", "theme", "fontTable", "header", "footer"})

# what each kind of part may refer to; all else is left behind
_MAY_REFER_TO: dict[str, frozenset[str]] = {
    "": frozenset({"officeDocument"}),
    "officeDocument": _MAIN | _TEXT,
    "header": _TEXT,
    "footer": _TEXT,
    "numbering": frozenset({"image"}),
    "theme": frozenset({"image"}),
    "fontTable": frozenset({"font"}),
    "chart": frozenset({"chartUserShapes", "chartStyle", "chartColorStyle", "image"}),
    "chartUserShapes": frozenset({"image"}),
    "diagramData": frozenset({"image"}),
    "diagramDrawing": frozenset({"image"}),
}
_OUTSIDE = frozenset({"hyperlink"})  # what may be somewhere else

# what people should hear of, and how it is called
_TOLD = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "keyMapCustomizations": "key assignments",
    "oleObject": "embedded objects",
    "package": "embedded files",
    "control": "ActiveX controls",
    "activeXControlBinary": "ActiveX controls",
    "aFChunk": "embedded documents",
    "subDocument": "linked documents",
    "mailMergeSource": "a mail merge source",
    "frame": "linked frames",
}
_TOLD_OUTSIDE = {
    "image": "pictures that are fetched from elsewhere",
}


def is_kept(source: str, kind: str, *, is_external: bool) -> bool:
    """Say whether a part of the kind `source` may refer to one of a `kind`."""
    if is_external and kind not in _OUTSIDE:
        return False
    return kind in _MAY_REFER_TO.get(source, frozenset())


def told(kind: str, *, is_external: bool) -> str:
    """Return how to call what is left behind; nothing where nobody would miss it."""
    if is_external and kind in _TOLD_OUTSIDE:
        return _TOLD_OUTSIDE[kind]
    return _TOLD.get(kind, "")
