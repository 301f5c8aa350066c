"""The words of looked-up facts in the memo's language: a timeline's columns, and what a fact is."""

from dataclasses import dataclass

from briefing.export.language_tag import words_in
from briefing.model.fact import FactStatus
from briefing.model.partial_date import PartialDate
from briefing.text.date_words import date_in_words


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """`statuses` are those of a fact that stands no more, English where there are none."""

    language: str
    date: str = "Date"
    event: str = "Event"
    undated: str = "undated"
    statuses: tuple[str, str, str] = ("disputed", "superseded", "retracted")

    def when(self, date: PartialDate | None) -> str:
        """Return a date in words."""
        return date_in_words(date, self.language) if date else self.undated

    def remark(self, status: FactStatus) -> str:
        """Return what is said behind a fact: nothing of one that stands."""
        names = dict(zip(_TOLD, self.statuses, strict=True))
        return f" ({names[status]})" if status in names else ""


_TOLD = (FactStatus.DISPUTED, FactStatus.SUPERSEDED, FactStatus.RETRACTED)
_WORDS = {
    "de": TimelineWords(
        "de", "Datum", "Ereignis", "ohne Datum", ("umstritten", "überholt", "zurückgezogen")
    ),
    "es": TimelineWords(
        "es", "Fecha", "Acontecimiento", "sin fecha", ("en disputa", "superado", "retirado")
    ),
    "fr": TimelineWords("fr", "Date", "Événement", "sans date", ("contesté", "dépassé", "retiré")),
    "it": TimelineWords(
        "it", "Data", "Evento", "senza data", ("contestato", "superato", "ritirato")
    ),
    "nl": TimelineWords(
        "nl", "Datum", "Gebeurtenis", "zonder datum", ("betwist", "achterhaald", "ingetrokken")
    ),
    "pt": TimelineWords("pt", "Data", "Evento", "sem data", ("contestado", "superado", "retirado")),
}


def timeline_words(language: str) -> TimelineWords:
    """Return the words of a language, the English ones where it is not known."""
    return words_in(language, _WORDS, TimelineWords("en"))
