"""Units of quantities by one name each, in English, Spanish and French, and which fit together."""

import re
from collections.abc import Mapping

_NAMES = """
    $: dollar dollars dólar dólares
    USD: us$ usd us·dollars american·dollars dólares·estadounidenses dollars·américains
    CAD: c$ cad canadian·dollars
    AUD: a$ aud australian·dollars
    MXN: mx$ mxn mexican·pesos pesos·mexicanos
    EUR: € eur euro euros
    GBP: £ gbp pounds·sterling libras·esterlinas livres·sterling
    JPY: jpy yen yens yenes
    CNY: cny rmb yuan yuanes
    CHF: chf swiss·francs francs·suisses
    peso: peso pesos
    %: % percent per·cent por·ciento pour·cent
    percentage point: percentage·point percentage·points puntos·porcentuales pp
     points·de·pourcentage percent·points
    person: person persons people persona personas personne personnes
    km: km kms kilometre kilometres kilometer kilometers kilómetro kilómetros kilomètre kilomètres
    m: m metre metres meter meters metro metros mètre mètres
    cm: cm centimetres centimeters centímetros centimètres
    mm: mm millimetres millimeters milímetros millimètres
    mile: mile miles millas mi
    foot: foot feet ft pies pieds
    kg: kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes kilogramo kilogramos
    g: g gram grams gramme grammes gramo gramos
    tonne: t tonne tonnes tonelada toneladas metric·ton metric·tons
    ton: ton tons
    ha: ha hectare hectares hectárea hectáreas
    acre: acre acres
    km²: km² km2 square·kilometres square·kilometers kilómetros·cuadrados kilomètres·carrés
    square mile: square·miles
    litre: l litre litres liter liters litro litros
    barrel: barrel barrels barriles barils
    °C: °c degrees·celsius
    MW: mw megawatt megawatts megavatios mégawatts
    GW: gw gigawatt gigawatts gigavatios
    year: year years año años an ans année années
    month: month months mes meses mois
    week: week weeks semana semanas semaine semaines
    day: day days día días jour jours
    hour: hour hours hora horas heure heures
    minute: minute minutes minuto minutos
"""
_ODD_PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "policemen": "policeman",
    "lives": "life",
    "police": "police",
    "species": "species",
}
_DOLLARS = frozenset({"USD", "CAD", "AUD", "MXN", "NZD", "HKD", "SGD"})
_PESOS = frozenset({"MXN", "COP", "ARS", "CLP", "PHP"})
_TONS = frozenset({"ton", "tonne"})


def _by_name() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for entry in re.split(r"\n {4}(?! )", _NAMES):
        unit, _, words = entry.strip().partition(": ")
        names |= {word.replace("·", " "): unit for word in words.split()}
    return names


_UNITS = _by_name()
_CLOSED = frozenset(_UNITS.values()) - {"person"}


def unit_of(words: str, language: str = "en") -> str:
    """Return the one name of a unit; of what is counted, the singular of its noun."""
    plain = " ".join(words.split())
    known = _UNITS.get(plain.casefold())
    if known or not plain:
        return known or ""
    if len(plain) == 3 and plain.isupper():  # a currency's code (ISO 4217)
        return plain
    pieces = plain.casefold().split()
    last = _UNITS.get(pieces[-1])
    if last and (last in _CLOSED or last == "person"):
        return last
    first = _UNITS.get(pieces[0])
    if first and first in _CLOSED:
        return first
    return _singular(pieces[-1] if language[:2] == "en" else pieces[0], language)


def is_measure(unit: str) -> bool:
    """Tell whether a unit measures, where others name what is counted."""
    return unit in _CLOSED or (len(unit) == 3 and unit.isupper())


def units_fit(one: str, other: str) -> bool:
    """Tell whether two units may be the same; a dollar may be of any country."""
    if one == other:
        return True
    pair = frozenset({one, other})
    return pair == _TONS or any(
        loose in pair and (pair - {loose}) <= codes
        for loose, codes in (("$", _DOLLARS), ("peso", _PESOS))
    )


def _singular(word: str, language: str) -> str:
    if word in _ODD_PLURALS:
        return _ODD_PLURALS[word]
    if len(word) <= 3 or word[-1] not in "sx" or word.endswith(("ss", "us", "is")):
        return word
    if language[:2] == "es":
        return re.sub(r"(?<=[^aeiouáéíóú])es$|s$", "", word.replace("ciones", "ción"))
    if language[:2] == "fr":
        return re.sub(r"aux$", "al", word) if word.endswith("aux") else word[:-1]
    if word.endswith("x"):
        return word
    return re.sub(
        r"(?<=[^aeiou])ies$", "y", re.sub(r"(?<=sh|ch|ss)es$|(?<=x)es$", "", word)
    ).rstrip("s")
