"""The words that a writer adds to a memo, in the memo's language: Table 2, Figure 1, Contents."""

from typing import NamedTuple

from briefing.export.language_tag import language_and_region


class ElementWords(NamedTuple):
    """The names of numbered elements, and the heading of a table of contents."""

    table: str = "Table"
    figure: str = "Figure"
    contents: str = "Contents"


_WORDS = {
    "ar": ElementWords("جدول", "شكل", "المحتويات"),
    "de": ElementWords("Tabelle", "Abbildung", "Inhalt"),
    "es": ElementWords("Tabla", "Figura", "Índice"),
    "fr": ElementWords("Tableau", "Figure", "Table des matières"),
    "it": ElementWords("Tabella", "Figura", "Indice"),
    "nl": ElementWords("Tabel", "Figuur", "Inhoud"),
    "pl": ElementWords("Tabela", "Rysunek", "Spis treści"),
    "pt": ElementWords("Tabela", "Figura", "Índice"),
    "ru": ElementWords("Таблица", "Рисунок", "Содержание"),
    "uk": ElementWords("Таблиця", "Рисунок", "Зміст"),
}


def element_words(language: str) -> ElementWords:
    """Return the words of a language, the English ones where it is not known."""
    return _WORDS.get(language_and_region(language)[0], ElementWords())
