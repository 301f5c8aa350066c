"""A locator taken apart for a style: its CSL term and its numbers, of which a style words both.

Source: CSL 1.0.2, "Locators"; the words are those of the CSL locales, long and short, in English,
Spanish, French and German.
"""

import re
from dataclasses import dataclass

_WORDS = {
    "page": "pages page pp p páginas página págs pág Seiten Seite S",
    "chapter": "chapters chapter chaps chap chs ch capítulos capítulo caps cap chapitres chapitre"
    " Kapitel Kap",
    "section": "sections section secs sec sects sect secciones sección Abschnitte Abschnitt §§ §",
    "paragraph": "paragraphs paragraph paras para par párrafos párrafo párrs párr paragraphes"
    " paragraphe Absätze Absatz Abs ¶¶ ¶",
    "article-locator": "articles article arts art artículos artículo Artikel",
    "column": "columns column cols col columnas columna colonnes colonne",
    "line": "lines line ll l líneas línea lignes ligne",
    "folio": "folios folio fols fol ff f",
    "book": "books book bks bk libros libro livres livre",
    "part": "parts part pts pt partes parte parties partie Teile Teil",
    "volume": "volumes volume vols vol tomos tomo tomes tome Bände Band Bde Bd",
    "figure": "figures figure figs fig figuras figura Abbildungen Abbildung Abb",
    "table": "tables table tablas tabla tableaux tableau Tabellen Tabelle tab",
    "note": "notes note nn n notas nota Anmerkungen Anmerkung Anm",
    "issue": "issues issue numbers number nos no números número núm numéros numéro Nummer Nr",
    "opus": "opuses opus ops op",
    "verse": "verses verse vv v versos verso versets verset",
    "appendix": "appendices appendix app annexes annex anexos anexo",
    "rule": "rules rule reglas regla règles règle",
    "supplement": "schedules schedule sch supplements supplement supp",
}
_OTHERS = "act canto elocation equation scene sub-verbo surah timestamp title-locator version"
TERMS = (*_WORDS, *_OTHERS.split())  # those of CSL that no word of ours names too
_TERMS = {word.lower(): term for term, words in _WORDS.items() for word in words.split()}
_LABELLED = re.compile(r"(§§?|¶¶?|[^\W\d_]+)\.?\s*(?=[\divxlcdm(])(.+)", re.IGNORECASE | re.DOTALL)
_PLURAL = re.compile(r"[-–—,;&]|\b(?:and|y|et|und)\b|(?<=\d)\s?ff?\b")
_RANGE = re.compile(r"(?<=\d)\s?-{1,2}\s?(?=\d)")
PAGE = "page"


@dataclass(frozen=True, slots=True)
class Locator:
    """`pp. 3-5` is the term page and the numbers 3–5; `words` is how the author wrote it."""

    term: str
    numbers: str
    words: str

    @property
    def is_plural(self) -> bool:
        """Tell whether it names more than one place."""
        return bool(_PLURAL.search(self.numbers))

    @property
    def is_numeric(self) -> bool:
        """Tell whether a style may take it for a number."""
        return self.numbers[:1].isdigit()


def read_locator(text: str) -> Locator | None:
    """Return a locator's parts: numbers alone are pages, what has no known word stays whole."""
    words = _RANGE.sub("–", " ".join(text.split()))
    if not words:
        return None
    labelled = _LABELLED.fullmatch(words)
    term = _TERMS.get(labelled[1].lower()) if labelled else None
    if labelled and term:
        return Locator(term, labelled[2].strip(), words)
    is_bare = words[0].isdigit() or words[0] == "("
    return Locator(PAGE if is_bare else "", words, words)
