"""What sort of subject a word is: the speaker, the reader, a person, a body, a name, or a thing.

A thing can be given no permission, and an office seldom chances to do something: hence modals are
read by their subject (Palmer, Mood and Modality, 2nd ed., 2.1; Quirk et al. 4.49-4.53).
"""

import re
from enum import StrEnum

from briefing.text.word_set import word_set


class SubjectKind(StrEnum):
    """What a subject is, as far as its word tells."""

    SPEAKER = "speaker"
    READER = "reader"
    PERSON = "person"
    BODY = "body"
    NAME = "name"
    THING = "thing"


_PRONOUNS = {
    **dict.fromkeys(["i", "we", "one"], SubjectKind.SPEAKER),
    "you": SubjectKind.READER,
    **dict.fromkeys(
        [
            "he",
            "she",
            "they",
            "who",
            "anyone",
            "everyone",
            "someone",
            "somebody",
            "anybody",
            "nobody",
            "people",
            "persons",
        ],
        SubjectKind.PERSON,
    ),
    **dict.fromkeys(
        [
            "it",
            "this",
            "that",
            "these",
            "those",
            "which",
            "there",
            "what",
            "something",
            "nothing",
            "anything",
        ],
        SubjectKind.THING,
    ),
}
_BODIES = """
administration administrator agencies agency army assembly attorney auditor authorities authority
bank banks board boards bodies body bureau businesses cabinet chair chairman chairperson chief
commission commissioner commissions committee committees companies company congress council
councils countries court courts department departments director directors firms forum foundation
government governments governor group groups hospitals house institution institutions judge judges
jury king legislature magistrate mayor member members minister ministers ministries ministry
monarch nations office officer officers official officials oireachtas organisation organisations
organization organizations parliament parties party police president queen registrar schools
secretary senate senator society staff states taoiseach team teams tribunal union unions
university
"""
_PEOPLE = """
adults applicant applicants audience audiences boys child children citizen citizens client clients
colleague colleagues consultants crew customers defendants doctors expert experts families family
farmers folks friends girls guest guests hosts households immigrants individual individuals kids
kin man men merchants migrants nurses parents participant participants patient patients person
persons plaintiff pupils recipients refugees relatives residents respondents soldiers spouse
student students tenants troops veterans victims voters woman women youth
"""
_AMOUNTS = "some many most several few none much half others all both each either neither"
_MAKER = re.compile(r"(?:[a-z]{3,}(?:ers?|ors?|ists?|ians?|ees?))$")
_NO_MAKER = re.compile(
    r"(?:(?:numb|ord|pap|pow|lett|wat|weath|matt|bord|wint|comput|serv|riv|off|quart|cent|summ"
    r"|chapt|charact|clust|count|cov|disast|fev|filt|fold|foot|head|lay|lev|mast|meas|memb|met"
    r"|own|pap|pointe|post|print|rememb|remaind|rout|slaught|surrend|tend|transf|trigg|twitt"
    r"|und|wav|wond|newslett|remind|parameter|regist|shelt|show|silv|timb|conson|encount)ers?"
    r"|(?:err|fact|sect|vect|behavi|col|harb|flo|do|fav|lab|hum|hon|indicat|mirr|mot|vap|val|corrid"
    r"|metaph|react|terr|tens|calculat|process|monit|connect|sens|generat|edit)(?:o|ou)rs?"
    r"|(?:cho|fr|decr|degr|guarant|s|fl|kn|thr|f|b|coff|tr|employee)ees?|lists?|mists?|twists?"
    r"|(?:med|guard|civil)ians?)$"
)


def is_pronoun(word: str) -> bool:
    """Tell whether a subject is a pronoun, or *people*, in lower case."""
    return word in _PRONOUNS


def subject_kind(word: str, *, is_name: bool) -> SubjectKind:
    """Return the kind of a subject's head word; `is_name` where it stands as a bare name."""
    plain = word.lower()
    if plain in _PRONOUNS:
        return _PRONOUNS[plain]
    if plain in word_set(_BODIES):
        return SubjectKind.BODY
    if plain in word_set(_PEOPLE) or (_MAKER.search(plain) and not _NO_MAKER.search(plain)):
        return SubjectKind.PERSON
    return SubjectKind.NAME if is_name and plain not in word_set(_AMOUNTS) else SubjectKind.THING
