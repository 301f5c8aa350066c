"""Dates as a memo writes them, in its language: 3 de septiembre de 2025, 3. September 2025."""

from typing import NamedTuple

from briefing.model.partial_date import PartialDate


class _Calendar(NamedTuple):
    """How a language words dates: its months, what stands between the parts, and about."""

    months: tuple[str, ...]
    join: str = " "
    about: str = "ca. "
    first: str = "{}"  # the first day of a month
    day: str = "{}"


_CALENDARS = {
    "de": _Calendar(
        ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
         "Oktober", "November", "Dezember"), about="etwa ", first="{}.", day="{}.",
    ),
    "es": _Calendar(
        ("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
         "octubre", "noviembre", "diciembre"), " de ", "hacia ",
    ),
    "fr": _Calendar(
        ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
         "octobre", "novembre", "décembre"), about="vers ", first="{}er",
    ),
    "it": _Calendar(
        ("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
         "settembre", "ottobre", "novembre", "dicembre"), about="circa ", first="{}º",
    ),
    "nl": _Calendar(
        ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
         "oktober", "november", "december"), about="omstreeks ",
    ),
    "pt": _Calendar(
        ("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
         "outubro", "novembro", "dezembro"), " de ", "cerca de ", "{}º",
    ),
}  # fmt: skip


def date_in_words(date: PartialDate, language: str) -> str:
    """Return a date in a language, in English where the language is not known."""
    calendar = _CALENDARS.get(language.replace("_", "-").partition("-")[0].lower())
    if calendar is None:
        return date.human()
    parts = [(calendar.first if date.day == 1 else calendar.day).format(date.day)]
    parts = parts if date.day else []
    if date.month:
        parts.append(calendar.months[date.month - 1])
    parts.append(str(date.year))
    return (calendar.about if date.approximate else "") + calendar.join.join(parts)
