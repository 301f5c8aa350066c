"""The words of the evidence annex, in the memo's language; its JSON is the same in each."""

from dataclasses import dataclass, field

from briefing.export.language_tag import words_in


@dataclass(frozen=True, slots=True)
class AnnexWords:
    """The heading, the lead and the columns, and what stands where a quote or a source lacks.

    `states` are those of a quote that does not stand as it did, and those of a fact.
    """

    title: str = "Evidence annex"
    lead: str = (
        "Each sentence of the memo that cites a source, the words of the source that it rests on,"
        " and where they stand."
    )
    empty: str = "The memo cites no source."
    columns: tuple[str, str, str, str] = ("No.", "Sentence", "Quote", "Source")
    same: str = "(same sentence)"
    whole: str = "(cited as a whole)"
    unquoted: str = "(no quote)"
    absent: str = "{}: not in the library"
    rated: str = "rated {}"
    states: dict[str, str] = field(default_factory=dict[str, str])

    def state(self, name: str) -> str:
        """Return what became of a quote or a fact."""
        return self.states.get(name, name)


_WORDS = {
    "es": AnnexWords(
        "Anexo de evidencias",
        "Cada frase del memorando que cita una fuente, las palabras de la fuente en que se apoya"
        " y dónde figuran.",
        "El memorando no cita ninguna fuente.",
        ("N.º", "Frase", "Cita textual", "Fuente"),
        "(la misma frase)",
        "(citada en su conjunto)",
        "(sin cita textual)",
        "{}: no está en la biblioteca",
        "calificada {}",
        {
            "moved": "desplazada", "ambiguous": "ambigua", "lost": "ya no se encuentra",
            "disputed": "hecho discutido", "superseded": "hecho superado",
            "retracted": "hecho retirado",
        },
    ),
    "fr": AnnexWords(
        "Annexe des preuves",
        "Chaque phrase de la note qui cite une source, les mots de la source sur lesquels elle"
        " s’appuie, et où ils se trouvent.",
        "La note ne cite aucune source.",
        ("Nº", "Phrase", "Citation", "Source"),
        "(même phrase)",
        "(citée dans son ensemble)",
        "(sans citation)",
        "{}\u00a0: absente de la bibliothèque",
        "cotée {}",
        {
            "moved": "déplacée", "ambiguous": "ambiguë", "lost": "introuvable",
            "disputed": "fait contesté", "superseded": "fait dépassé", "retracted": "fait retiré",
        },
    ),
}  # fmt: skip


def annex_words(language: str) -> AnnexWords:
    """Return the words of a language, the English ones where it is not known."""
    return words_in(language, _WORDS, AnnexWords())
