"""The place within a source that a citation names: `p. 3`, `pp. 33–35`, `art. 5`, `{ch. iv}`.

Source: the Pandoc User's Guide, "Citation syntax": a locator is a term and numbers, or numbers
alone (pages), or whatever stands in braces. Terms are those of the CSL locales for English,
Spanish, French and German, long and short.
"""

import re

_TERMS = """
    pages page pp p fols fol ff f columns column cols col lines line ll l folios folio
    páginas página págs pág Seiten Seite S
    books book bks bk chapters chapter chaps chap chs ch parts part pts pt volumes volume vols vol
    sections section secs sec sects sect subsections subsection paragraphs paragraph paras para par
    capítulos capítulo caps cap chapitres chapitre Kapitel Kap Bände Band Bde Bd tomos tomo tomes
    tome Teile Teil párrafos párrafo párrs párr paragraphes paragraphe Absätze Absatz Abs
    articles article arts art artículos artículo Artikel clauses clause cl recitals recital rec
    figures figure figs fig figuras figura Abbildung Abb tables table tabla tableau Tabelle tab
    annexes annex appendices appendix app notes note nn n numbers number nos no números número
    núm Nummer Nr Rn Randnummer issues issue opuses opus ops op verses verse vv v
    schedules schedule sch
"""
_WORDS = "|".join(sorted(map(re.escape, set(_TERMS.split())), key=len, reverse=True))
_NUMBER = r"(?:\(?\d[\w.:/]*\)?(?:\([\w]{1,4}\))*|\(?[ivxlcdm]+\)?(?!\w)|\(?[IVXLCDM]+\)?(?!\w))"
_RANGE = rf"{_NUMBER}(?:\s*[-–—]+\s*{_NUMBER})?(?:\s?ff?\b\.?)?"
_LIST = rf"{_RANGE}(?:\s*(?:,|&|;|\band\b|\by\b|\bet\b|\bund\b)\s*{_RANGE})*"
_LABELLED = re.compile(rf"(?:(?:{_WORDS})\b\.?|§§?|¶¶?)\s*{_LIST}", re.IGNORECASE)
_PAGES_ALONE = re.compile(rf"(?=\(?\d){_LIST}")
_BRACED = re.compile(r"((?:\w+\.?\s*)?)\{([^{}]*)\}")


def split_locator(tail: str) -> tuple[str, str]:
    """Return the locator and the suffix of what stands after a key, its comma dropped.

    A locator keeps its own words; a final stop that ends a number belongs to the suffix.
    """
    text = tail.strip()
    text = text.removeprefix(",").lstrip()
    braced = _BRACED.match(text)
    if braced:
        return (braced[1] + braced[2]).strip(), _suffix(text[braced.end() :])
    match = _LABELLED.match(text) or _PAGES_ALONE.match(text)
    if match is None:
        return "", text
    locator = match[0].rstrip(".:/ ") if match[0][-1] in ".:/" else match[0]
    return locator, _suffix(text[len(locator) :])


def _suffix(rest: str) -> str:
    return rest.strip().removeprefix(",").strip()
