"""The words that a writer adds to a memo, in the memo's language: Table 2, Figure 1, Contents."""

from typing import NamedTuple

from briefing.export.language_tag import words_in


class ElementWords(NamedTuple):
    """The names of numbered elements, the heading of a table of contents, and what stands in place.

    `picture` names one where it is not shown, `skip` is the link to the text of a page, `notes` are
    what stands below it, `back` is the way from a note to its mark.
    """

    table: str = "Table"
    figure: str = "Figure"
    contents: str = "Contents"
    picture: str = "Picture"
    skip: str = "Skip to the text"
    notes: str = "Notes"
    back: str = "Back to the text"


_WORDS = {
    "ar": ElementWords(
        "جدول", "شكل", "المحتويات", "صورة", "إلى النص", "الهوامش", "العودة إلى النص"
    ),
    "de": ElementWords(
        "Tabelle", "Abbildung", "Inhalt", "Bild", "Zum Text", "Anmerkungen", "Zurück zum Text"
    ),
    "es": ElementWords(
        "Tabla", "Figura", "Índice", "Imagen", "Ir al texto", "Notas", "Volver al texto"
    ),
    "fr": ElementWords(
        "Tableau",
        "Figure",
        "Table des matières",
        "Image",
        "Aller au texte",
        "Notes",
        "Retour au texte",
    ),
    "it": ElementWords(
        "Tabella", "Figura", "Indice", "Immagine", "Vai al testo", "Note", "Torna al testo"
    ),
    "nl": ElementWords(
        "Tabel", "Figuur", "Inhoud", "Afbeelding", "Naar de tekst", "Noten", "Terug naar de tekst"
    ),
    "pl": ElementWords(
        "Tabela",
        "Rysunek",
        "Spis treści",
        "Obraz",
        "Przejdź do tekstu",
        "Przypisy",
        "Powrót do tekstu",
    ),
    "pt": ElementWords(
        "Tabela", "Figura", "Índice", "Imagem", "Ir para o texto", "Notas", "Voltar ao texto"
    ),
    "ru": ElementWords(
        "Таблица",
        "Рисунок",
        "Содержание",
        "Изображение",
        "К тексту",
        "Примечания",
        "Назад к тексту",
    ),
    "uk": ElementWords(
        "Таблиця", "Рисунок", "Зміст", "Зображення", "До тексту", "Примітки", "Назад до тексту"
    ),
}


def element_words(language: str) -> ElementWords:
    """Return the words of a language, the English ones where it is not known."""
    return words_in(language, _WORDS, ElementWords())
