"""The kinds by which a list of sources is parted, under headings in the memo's language."""

from typing import NamedTuple

from briefing.export.csl_json import csl_type
from briefing.export.language_tag import words_in
from briefing.export.publisher_names import PublisherNames
from briefing.model.article import Article


class ListHeadings(NamedTuple):
    """The headings of a list of sources, those of its kinds in the order in which they stand."""

    sources: str = "Sources"
    law: str = "Law and cases"
    documents: str = "Reports and documents"
    books: str = "Books and scholarly articles"
    news: str = "News media"
    web: str = "Web pages"
    other: str = "Other sources"


_HEADINGS = {
    "ar": ListHeadings("المصادر", "التشريعات والأحكام القضائية", "التقارير والوثائق",
                       "الكتب والمقالات العلمية", "الصحافة", "صفحات الويب", "مصادر أخرى"),
    "de": ListHeadings("Quellen", "Recht und Rechtsprechung", "Berichte und Dokumente",
                       "Bücher und Fachaufsätze", "Presse", "Webseiten", "Weitere Quellen"),
    "es": ListHeadings("Fuentes", "Legislación y jurisprudencia", "Informes y documentos",
                       "Libros y artículos académicos", "Prensa", "Páginas web", "Otras fuentes"),
    "fr": ListHeadings("Sources", "Législation et jurisprudence", "Rapports et documents",
                       "Livres et articles scientifiques", "Presse", "Pages web", "Autres sources"),
    "it": ListHeadings("Fonti", "Legislazione e giurisprudenza", "Rapporti e documenti",
                       "Libri e articoli scientifici", "Stampa", "Pagine web", "Altre fonti"),
    "nl": ListHeadings("Bronnen", "Wetgeving en rechtspraak", "Rapporten en documenten",
                       "Boeken en wetenschappelijke artikelen", "Nieuwsmedia", "Webpagina’s",
                       "Overige bronnen"),
    "pl": ListHeadings("Źródła", "Akty prawne i orzecznictwo", "Raporty i dokumenty",
                       "Książki i artykuły naukowe", "Prasa", "Strony internetowe", "Inne źródła"),
    "pt": ListHeadings("Fontes", "Legislação e jurisprudência", "Relatórios e documentos",
                       "Livros e artigos científicos", "Imprensa", "Páginas web", "Outras fontes"),
    "ru": ListHeadings("Источники", "Законодательство и судебная практика", "Доклады и документы",
                       "Книги и научные статьи", "Пресса", "Веб-страницы", "Прочие источники"),
    "uk": ListHeadings("Джерела", "Законодавство та судова практика", "Доповіді та документи",
                       "Книги та наукові статті", "Преса", "Вебсторінки", "Інші джерела"),
}  # fmt: skip
_KINDS = {
    "law": "bill legal_case legislation regulation treaty",
    "documents": "dataset document hearing pamphlet patent report speech standard",
    "books": "article article-journal book chapter classic collection entry entry-dictionary"
    " entry-encyclopedia manuscript paper-conference periodical review review-book thesis",
    "news": "article-magazine article-newspaper broadcast interview",
    "web": "post post-weblog software webpage",
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}
KINDS = ListHeadings._fields[1:]


def list_headings(language: str) -> ListHeadings:
    """Return the headings in a language, the English ones where it is not known."""
    return words_in(language, _HEADINGS, ListHeadings())


def source_kind(article: Article, publishers: PublisherNames) -> str:
    """Return which of `KINDS` an article is of, by the type that it has for a citation."""
    return _KIND_OF.get(csl_type(article, publishers.of(article)), KINDS[-1])
