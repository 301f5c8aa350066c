"""The phrases of a source summary statement, by language; where a count stands, one and several."""

from dataclasses import dataclass

from briefing.export.language_tag import words_in

Counted = tuple[str, str]  # the words for one, and for several


@dataclass(frozen=True, slots=True)
class SummaryPhrases:
    """English; the names of the places are those of the counts and words that are put in."""

    joins: str = " and "
    nothing: str = "This memo cites no source."
    not_here: str = "None of the sources that this memo cites is in the library."
    articles: Counted = ("{} article", "{} articles")
    rests: str = "This memo rests on {}"
    each_apart: str = ", each of an independent source"
    makes: Counted = (" that make {} independent source", " that make {} independent sources")
    on: str = ", published {}"
    between: str = ", published from {} to {}"
    undated: str = " ({} without a date)"
    leans: str = "By sourced sentences it leans most on {}."
    leading: str = "{} ({} of {})"
    reliability: str = "Their reliability"
    credibility: str = "The credibility of what they say"
    ranges: str = "{} ranges from {} to {}"
    rated: str = "{} is rated {}"
    open: str = "{} is open: {}"
    unjudged: Counted = ("{} article cannot be judged", "{} articles cannot be judged")
    unrated: Counted = ("{} article has not been rated", "{} articles have not been rated")
    lone_several: str = "Its one sourced sentence rests on two or more independent sources."
    lone_single: str = "Its one sourced sentence rests on a single source."
    all_single: str = "Each of its {} sourced sentences rests on a single source."
    several: Counted = (
        "Of its {1} sourced sentences, {0} rests on two or more independent sources.",
        "Of its {1} sourced sentences, {0} rest on two or more independent sources.",
    )
    disputed: Counted = ("one cited fact is disputed", "{} cited facts are disputed")
    outdated: Counted = (
        "one cited fact is no longer current",
        "{} cited facts are no longer current",
    )
    lost: Counted = (
        "one quote can no longer be found in the source",
        "{} quotes can no longer be found in the source",
    )
    missing: Counted = (
        "one source that it cites could not be assessed.",
        "{} sources that it cites could not be assessed.",
    )


_PHRASES = {
    "es": SummaryPhrases(
        joins=" y ",
        nothing="Este memorando no cita ninguna fuente.",
        not_here="Ninguna de las fuentes que cita este memorando está en la biblioteca.",
        articles=("{} artículo", "{} artículos"),
        rests="Este memorando se apoya en {}",
        each_apart=", cada uno de una fuente independiente",
        makes=(
            " que equivalen a {} fuente independiente",
            " que equivalen a {} fuentes independientes",
        ),
        on=", con fecha de {}",
        between=", con fechas de {} a {}",
        undated=" ({} sin fecha)",
        leans="Por número de frases con fuente, se apoya sobre todo en {}.",
        leading="{} ({} de {})",
        reliability="Su fiabilidad",
        credibility="La credibilidad de lo que dicen",
        ranges="{} va de {} a {}",
        rated="{} se califica de {}",
        open="{} queda abierta: {}",
        unjudged=("{} artículo no se puede juzgar", "{} artículos no se pueden juzgar"),
        unrated=("{} artículo no ha sido calificado", "{} artículos no han sido calificados"),
        lone_several="Su única frase con fuente se apoya en dos o más fuentes independientes.",
        lone_single="Su única frase con fuente se apoya en una sola fuente.",
        all_single="Cada una de sus {} frases con fuente se apoya en una sola fuente.",
        several=(
            "De sus {1} frases con fuente, {0} se apoya en dos o más fuentes independientes.",
            "De sus {1} frases con fuente, {0} se apoyan en dos o más fuentes independientes.",
        ),
        disputed=("un hecho citado está en disputa", "{} hechos citados están en disputa"),
        outdated=("un hecho citado ya no está vigente", "{} hechos citados ya no están vigentes"),
        lost=(
            "una cita textual ya no se encuentra en la fuente",
            "{} citas textuales ya no se encuentran en la fuente",
        ),
        missing=(
            "una fuente citada no pudo evaluarse.",
            "{} fuentes citadas no pudieron evaluarse.",
        ),
    ),
    "fr": SummaryPhrases(
        joins=" et ",
        nothing="Cette note ne cite aucune source.",
        not_here="Aucune des sources que cite cette note ne se trouve dans la bibliothèque.",
        articles=("{} article", "{} articles"),
        rests="Cette note s’appuie sur {}",
        each_apart=", chacun d’une source indépendante",
        makes=(" qui forment {} source indépendante", " qui forment {} sources indépendantes"),
        on=" (date\u00a0: {})",
        between=" (dates\u00a0: {} – {})",
        undated=", {} sans date",
        leans="En nombre de phrases sourcées, elle s’appuie surtout sur {}.",
        leading="{} ({} sur {})",
        reliability="Leur fiabilité",
        credibility="La crédibilité de ce qu’elles disent",
        ranges="{} va de {} à {}",
        rated="{} est cotée {}",
        open="{} reste ouverte\u00a0: {}",
        unjudged=("{} article ne peut être jugé", "{} articles ne peuvent être jugés"),
        unrated=("{} article n’a pas été coté", "{} articles n’ont pas été cotés"),
        lone_several="Sa seule phrase sourcée repose sur deux sources indépendantes ou plus.",
        lone_single="Sa seule phrase sourcée repose sur une seule source.",
        all_single="Chacune de ses {} phrases sourcées repose sur une seule source.",
        several=(
            "Sur ses {1} phrases sourcées, {0} repose sur deux sources indépendantes ou plus.",
            "Sur ses {1} phrases sourcées, {0} reposent sur deux sources indépendantes ou plus.",
        ),
        disputed=("un fait cité est contesté", "{} faits cités sont contestés"),
        outdated=("un fait cité n’est plus d’actualité", "{} faits cités ne sont plus d’actualité"),
        lost=(
            "une citation ne se retrouve plus dans la source",
            "{} citations ne se retrouvent plus dans la source",
        ),
        missing=(
            "une source citée n’a pu être évaluée.",
            "{} sources citées n’ont pu être évaluées.",
        ),
    ),
}


def summary_phrases(language: str) -> SummaryPhrases:
    """Return the phrases of a language, the English ones where it is not known."""
    return words_in(language, _PHRASES, SummaryPhrases())
