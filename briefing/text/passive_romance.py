"""Passive verb groups in Spanish (*ser* + participle) and French (*être* + participle).

None are: *estar* with a participle and *se* passives; French verbs whose perfect is made with
*être*, reflexive ones, and participles that tell a state. Sources: RAE, Nueva gramática de la
lengua española, 41.2-41.4; Grevisse and Goosse, Le Bon Usage, § 769-772 and § 812.
"""

import re
from collections.abc import Callable

from briefing.text.word_set import word_set

_TOKEN = re.compile(r"[^\W\d_]+(?=['’])['’]|[^\W\d_]+|[^\w\s]")
_LONGEST_GAP = 3

_SER = """es son era eran fue fueron será serán sería serían sea sean fuera fueran fuese fuesen
sido siendo ser fui fuimos somos seremos"""
_SPANISH_BETWEEN = "no ya también luego después así aún solo sólo nunca siempre además bien hoy"
_SPANISH_IRREGULAR = """
hech dich puest vist escrit abiert rot resuelt devuelt impuest propuest expuest descubiert
cubiert inscrit previst suscrit compuest dispuest opuest electo absuelt disuelt descrit reabiert
supuest contrapuest interpuest traducid
"""
_SPANISH_STATES = """
adecuad demasiad debid elevad delicad complicad limitad privad obligad sentid parecid conocid
avanzad unid sagrad determinad contenid sonid resultad estad partid lad grad mercad pasad cuidad
apellid abogad aliad sold soldad significad vestid fluid sólid válid rápid líquid ácid estúpid
tímid ciudad mitad verdad calidad unidad cantidad cad nad tod cuidados abogados equivocad
moderad sofisticad variad marcad prolongad agotad aislad educad divertid aburrid pesad cansad
honrad osad callad animad enfocad dispuest opuest supuest debida casad
"""
_ETRE = """
est sont était étaient fut furent sera seront serait seraient soit soient été être étant fût
sommes serons suis serai es êtes
"""
_FRENCH_BETWEEN = """pas plus déjà encore aussi ainsi bien toujours souvent donc jamais également
alors ensuite enfin désormais tous toutes tout ici largement mieux ne"""
_FRENCH_IRREGULAR = """
mis pris fait dit écrit conduit produit construit détruit ouvert offert couvert vu tenu reçu lu
rendu vendu perdu défini établi fourni garanti choisi puni subi suivi élu prévu conclu exclu
inclus admis soumis transmis promis remis permis requis acquis contraint atteint joint introduit
réduit traduit déduit instruit rejoint craint restreint éteint repris surpris compris entrepris
appris commis omis démis battu abattu vaincu convenu détenu maintenu obtenu retenu soutenu
contenu étendu défendu entendu attendu suspendu répandu pendu tendu résolu dissous absous cousu
saisi investi averti enrichi élargi affaibli renforcé réuni rempli accompli envahi bâti démoli
inscrit décrit prescrit souscrit proscrit interdit prédit contredit découvert recouvert aperçu
déçu perçu conçu poursuivi interrompu corrompu rompu
"""
_FRENCH_STATES = """
allé arrivé resté tombé entré rentré né décédé passé monté retourné remonté élevé privé limité
situé âgé éloigné persuadé déterminé attaché lié fondé engagé préoccupé intéressé habitué censé
avéré motivé équilibré compliqué approprié adapté isolé marié opposé réputé égalité été santé
composé déçu surpris compris sensé spécialisé qualifié développé avancé modéré varié
carré osé fatigué fâché dévoué désolé occupé basé implanté centré connecté animé zélé étonné
concerné confronté aisé
"""


def find_spanish_passives(words: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each *ser* with its participle."""
    return _find(words, word_set(_SER), word_set(_SPANISH_BETWEEN), _is_spanish, ())


def find_french_passives(words: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of each *être* with its participle."""
    reflexive = ("s'", "s’", "se", "me", "m'", "m’", "te", "nous", "vous")
    return _find(words, word_set(_ETRE), word_set(_FRENCH_BETWEEN), _is_french, reflexive)


def _find(
    words: str,
    verbs: frozenset[str],
    between: frozenset[str],
    is_participle: Callable[[str], bool],
    reflexive: tuple[str, ...],
) -> tuple[tuple[int, int], ...]:
    tokens = [(match[0].lower(), match.start(), match.end()) for match in _TOKEN.finditer(words)]
    found: list[tuple[int, int]] = []
    for at, (word, start, _) in enumerate(tokens):
        if word not in verbs or (at and tokens[at - 1][0] in reflexive):
            continue
        for following, _, end in tokens[at + 1 : at + 2 + _LONGEST_GAP]:
            if is_participle(following):
                if not found or start >= found[-1][1]:
                    found.append((start, end))
                break
            if following not in between and not following.endswith(("mente", "ment")):
                break
    return tuple(found)


def _is_spanish(word: str) -> bool:
    stem = re.sub("[oa]s?$", "", word)
    if stem == word or stem in word_set(_SPANISH_STATES) or word in word_set(_SPANISH_STATES):
        return False
    return stem in word_set(_SPANISH_IRREGULAR) or bool(
        re.search("(?:[^aeiou]ad|[^a]id|íd)$", stem)
    )


def _is_french(word: str) -> bool:
    root = re.sub("(?<=[éiut])(?:es|e|s)$|(?<=is)es?$", "", word)
    if {root, word} & word_set(_FRENCH_STATES):
        return False
    return bool({root, word} & word_set(_FRENCH_IRREGULAR)) or bool(re.search("[^é]é$", root))
