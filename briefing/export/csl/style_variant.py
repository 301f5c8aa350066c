"""A style made ready for the engine: the parts of CSL that it lacks are settled beforehand.

The engine (hayagriva, in typst 0.15) knows a cited place only as words without a term, counts no
notes and cannot leave an author out. So for each kind of place a variant of the style is made in
which the conditions on it are decided and its label is written in, and marks (private characters)
stand where a note's number goes and about the author.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from briefing.export.csl.branch_pruning import Settled, pruned
from briefing.export.csl.csl_style import CSL, CslStyle, Element
from briefing.export.csl.engine_types import CONTAINED, NOTED
from briefing.export.csl.macro_copies import with_own_macros
from briefing.export.csl.repeated_authors import mark_lists

NAME_OPENS, NAME_CLOSES = "\ue0f1", "\ue0f2"
KEY_MARK = "\ue0f5"
LABEL_OPENS, LABEL_CLOSES, OWN_WORDS = "\ue0fa", "\ue0fb", "\ue0fc"
_KEPT = 24  # styles made ready; one is up to 130 kB
_C = f"{{{CSL}}}"
_LOCATOR = "locator"
_DOUBLE = "-in-citations"
_FIRST = "first-reference-note-number"
# In place of an author the engine forgets a container's title, and a condition on it then fails.
_TESTED = {"container-title": CONTAINED}
_AFFIXES = ("prefix", "suffix", "strip-periods", "text-case", "font-style", "font-variant",
            "font-weight", "text-decoration", "vertical-align")  # fmt: skip
_INFO = (  # the engine asks for all three, and for nothing else of it
    '<info xmlns="{0}"><title/><id/><updated>2000-01-01T00:00:00+00:00</updated></info>'
)
_SPANISH = """<locale xmlns="{0}" xml:lang="es"><terms>
<term name="article-locator"><single>artículo</single><multiple>artículos</multiple></term>
<term name="article-locator" form="short"><single>art.</single><multiple>arts.</multiple></term>
</terms></locale>"""  # the engine's Spanish has no word for an article of a law
_NO_BIBLIOGRAPHY = (
    '<bibliography xmlns="{0}"><layout><text variable="title"/></layout></bibliography>'
)


@dataclass(frozen=True, slots=True)
class Variant:
    """What a citation asks of its style: the term of its place, and whether its author is told."""

    term: str = ""
    is_plural: bool = False
    is_numeric: bool = True
    is_near: bool = False
    is_author_marked: bool = False
    is_mixed: bool = False  # places of several terms: each that is not `term` brings its own words
    is_whole: bool = False  # a source behind the first has a place: none is told by its year alone

    @property
    def is_of_places(self) -> bool:
        """Tell whether it words nothing but citations: the list is that of the plain one."""
        return bool(self.term or self.is_near)


@dataclass(frozen=True, slots=True)
class Renaming:
    """The names that a style's types and variables take on for the engine's sake."""

    types: tuple[tuple[str, str], ...] = ()
    variables: tuple[tuple[str, str], ...] = ()


@lru_cache(maxsize=_KEPT)
def variant_source(
    style: CslStyle,
    variant: Variant,
    types: tuple[str, ...],
    variables: tuple[str, ...],
    renaming: Renaming,
) -> str:
    """Return the XML of a style for one kind of citation of sources.

    `types` and `variables` are CSL's, those that some source has.
    """
    root = style.root()
    root.set("class", "in-text")  # notes are numbered here; the engine words them in a line
    _complete(root, style, variant)
    _key_entries(root)
    for label in list(root.iter(_C + "label")):
        _write_label(label, variant, renaming)
    settled = Settled(
        frozenset(types),
        frozenset(variables),
        variant.term,
        variant.is_numeric,
        variant.is_near,
    )
    pruned(root, settled)
    if variant.is_author_marked:
        _mark_authors(root)
    if variant.is_whole:  # the engine leaves out the label of a place where it collapses
        for citation in root.iter(_C + "citation"):
            citation.attrib.pop("collapse", None)
    mark_lists(root, style.repeats)
    _rename(root, renaming)
    _settle_first_notes(root)  # behind the renaming, for it uses a variable that is renamed away
    # the engine prints a line's end in an affix as it is written
    return etree.tostring(root, encoding="unicode").replace("&#10;", " ").replace("&amp;#10;", " ")


def _complete(root: Element, style: CslStyle, variant: Variant) -> None:
    """Give a style what the engine asks for, and no list that is not printed."""
    for info in root.findall(_C + "info"):
        root.remove(info)
    root.insert(0, etree.fromstring(_INFO.format(CSL)))
    if not any(term.get("name") == "article-locator" for term in root.iter(_C + "term")):
        root.insert(1, etree.fromstring(_SPANISH.format(CSL)))
    if not style.has_bibliography or variant.is_of_places:
        for bibliography in root.findall(_C + "bibliography"):
            root.remove(bibliography)
        root.append(etree.fromstring(_NO_BIBLIOGRAPHY.format(CSL)))


def _key_entries(root: Element) -> None:
    """Put each source's name in the engine before its entry, by which citations are told apart."""
    bibliography = root.find(_C + "bibliography")
    layout = root.find(f"{_C}bibliography/{_C}layout")
    if bibliography is None or layout is None:
        return
    if bibliography.attrib.pop("second-field-align", None) and len(layout):
        layout[0].set("suffix", layout[0].get("suffix", "") + " ")
    key = {"variable": "citation-key", "prefix": KEY_MARK, "suffix": KEY_MARK}
    layout.insert(0, etree.Element(_C + "text", key))


def _settle_first_notes(root: Element) -> None:
    """Put a mark where a style tells the note in which a source was first cited."""
    for element in list(root.iter(_C + "text", _C + "number")):
        if element.get("variable") == _FIRST:
            _as_first_note(element)
    for label in list(root.iter(_C + "label")):
        if label.get("variable") == _FIRST:
            _as_term(label, _FIRST, is_plural=False)
    for branch in root.iter(_C + "if", _C + "else-if"):
        names = branch.get("variable", "").split()
        if _FIRST in names:
            names.remove(_FIRST)
            _set_or_drop(branch, "variable", names)
            branch.set("position", f"{branch.get('position', '')} subsequent".strip())


def _as_first_note(element: Element) -> None:
    """Turn a note's number into the variable that holds its mark, where a source was cited before.

    It stays a variable, since a group is left out that has none.
    """
    element.tag = _C + "text"
    element.attrib.pop("form", None)
    element.set("variable", NOTED)
    parent = element.getparent()
    if parent is None:
        return
    choose = etree.Element(_C + "choose")
    parent.replace(element, choose)
    branch = etree.SubElement(choose, _C + "if", {"position": "subsequent"})
    branch.append(element)


def _write_label(label: Element, variant: Variant, renaming: Renaming) -> None:
    """Write out the label of a cited place, and those of variables that are renamed."""
    name = label.get("variable", "")
    if name in dict(renaming.variables):
        _as_term(label, name, is_plural=False)
    if name != _LOCATOR:
        return
    parent = label.getparent()
    if parent is None:
        return
    if not variant.term:
        parent.remove(label)
        return
    plural = label.get("plural", "contextual")
    is_plural = plural == "always" or (plural == "contextual" and variant.is_plural)
    _as_term(label, variant.term, is_plural=is_plural)
    if variant.is_mixed:
        label.set("prefix", LABEL_OPENS + label.get("prefix", ""))
        label.set("suffix", label.get("suffix", "") + LABEL_CLOSES)
    # in its own choice: without a place there is no label either
    choose = etree.Element(_C + "choose")
    parent.replace(label, choose)
    branch = etree.SubElement(choose, _C + "if", {"variable": _LOCATOR})
    branch.append(label)


def _as_term(label: Element, term: str, *, is_plural: bool) -> None:
    """Turn a label into the text of a term, its look kept."""
    kept = {name: label.attrib[name] for name in (*_AFFIXES, "form") if name in label.attrib}
    label.attrib.clear()
    label.tag = _C + "text"
    label.attrib.update({"term": term, **kept})
    if is_plural:
        label.set("plural", "true")


def _mark_authors(root: Element) -> None:
    """Put marks about what names a source's author in citations, so that it can be cut out.

    The macros that citations call are their own: in the list of sources a mark would stand between
    a name's full stop and the next.
    """
    citation = root.find(_C + "citation")
    for part in () if citation is None else with_own_macros(root, citation, _DOUBLE):
        for names in part.iter(_C + "names"):
            if "author" in names.get("variable", "").split():
                names.set("prefix", NAME_OPENS + names.get("prefix", ""))
                names.set("suffix", names.get("suffix", "") + NAME_CLOSES)


def _rename(root: Element, renaming: Renaming) -> None:
    types, variables = dict(renaming.types), dict(renaming.variables)
    for element in root.iter(_C + "if", _C + "else-if"):
        if "type" in element.attrib:
            _renamed(element, "type", types)
    for element in root.iter():
        tests = element.tag in (_C + "if", _C + "else-if")
        for name in ("variable", "is-numeric", "is-uncertain-date"):
            if name in element.attrib:
                _renamed(element, name, {**variables, **_TESTED} if tests else variables)


def _renamed(element: Element, attribute: str, names: Mapping[str, str]) -> None:
    words = (names.get(word, word) for word in element.attrib[attribute].split())
    element.set(attribute, " ".join(dict.fromkeys(words)))


def _set_or_drop(element: Element, attribute: str, words: list[str]) -> None:
    if words:
        element.set(attribute, " ".join(words))
    else:
        del element.attrib[attribute]
