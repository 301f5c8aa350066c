"""Whether some words hold a verb that makes a sentence of them: `costs`, `was`, `have met`.

By the form of a word and its neighbours, not by a parser: what may be a verb is taken for one, so
that words without any are a fragment indeed (a caption, a byline, a row, a heading). English; words
of other languages are left alone. Source: Quirk et al., 3.2 (forms of the verb), 3.52 (finite).
"""

import re

from briefing.text.participles import is_participle
from briefing.text.word_set import word_set

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ALWAYS = word_set("""
is are was were am be been has have had will would can could may might must shall should do does
did cannot isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't mustn't
shouldn't don't doesn't didn't ain't i'm you're we're they're i've you've we've they've i'll
you'll we'll they'll he'll she'll it'll i'd you'd we'd they'd he'd she'd it's that's there's
here's what's who's he's she's let's
""")
# Verbs by their base; what ends in -s or stands behind a plural or a pronoun is told by them.
_BASES = word_set("""
accept account achieve act add address affect agree aim allow amend announce answer appear apply
argue arise arrive ask assess assist assume attack attract avoid ban base bear beat become begin
believe belong benefit bind block borrow break bring build burn buy call care carry catch cause
change charge choose cite claim climb close collapse collect combine come compare compete complete
comply comprise concern conclude confirm connect consider consist constitute contain continue
contribute control cost count cover create cut deal decide decline decrease define deliver demand
demonstrate deny depend describe deserve design determine develop differ direct disagree discuss
distribute do draw drive drop earn eat emerge employ enable encourage end engage enjoy ensure
enter equal establish estimate examine exceed exercise exist expand expect experience explain
export express extend face fail fall favour favor feel fight fill find finish fit flow focus
follow forbid force form fund gain generate get give go govern grant grow guarantee handle happen
hear help hide hire hit hold hope identify imply import improve include increase indicate
influence inform insist intend introduce invest invite involve issue join judge keep kill know
lack last launch lead learn leave lend let lie like limit link list live look lose love maintain
make manage mark matter mean measure meet mention monitor move name need note notice observe
obtain occur offer open operate oppose order own participate pass pay perform permit plan play
point poll pose prefer prepare present preserve prevent prohibit produce project promise promote
propose protect prove provide publish pull purchase push put qualify raise range reach read
realise realize receive recognise recognize recommend record reduce refer reflect refuse regard
regulate reject relate release rely remain remember remove replace report represent require resist
respond rest restrict result retain return reveal rise risk rule run save say scale see seek seem
sell send separate serve set settle shape share shift show shrink sign sit sound speak specify
spend spread stand start state stay stem stop store strengthen study suffer suggest supply support
surround survive take talk target tax teach tell tend test thank think threaten throw total touch
track trade train transfer transform travel treat trust try turn understand urge use vary view
violate vote wait walk want warn warrant watch weaken wear welcome win wish wonder work worry
write yield
""")
_IRREGULAR = word_set("""
arose ate became began bent blew bore bought broke brought built came caught chose clung cost cut
dealt drank drew drove fed fell felt fled flew forbade forgot fought found froze gave got grew
heard held hid hit hurt kept knew laid lay led left lent let lit lost made meant met paid put ran
rang read rode rose said sang sank sat saw sent set shook shot showed shut slept sold sought spent
spoke spread sprang stole stood struck stuck swore swam taught thought threw told took understood
undertook upheld went withdrew woke won wore wrote rebuilt overcame foresaw undid underwent
withheld beat bade
""")
_SUBJECTS = word_set("""
i you we they he she it who which that this these those there what everyone nobody people police
men women children many most some all both few others none one
""")
_NOUN_BEFORE = word_set(
    "the a an of this that these those its their his her our your my no in on for by"
)
_FOREIGN = word_set("""
el la los las un una uno del que y se su sus es son fue en con por para le les des du une et est
sont dans pour sur qui au aux der die das und ist sind mit von zu den dem ein eine auf im
""")
_FOREIGN_SIGNS = 2  # `la` and `en` may stand in a name
_ENDINGS = (("ies", "y"), ("es", ""), ("es", "e"), ("s", ""))


def has_verb(words: str) -> bool:
    """Tell whether some words hold a finite verb, as far as forms tell; in doubt they do."""
    each = [match[0].lower().replace("’", "'") for match in _WORD.finditer(words)]
    if sum(word in _FOREIGN for word in each) >= _FOREIGN_SIGNS:
        return True
    return any(_is_verb(each, at) for at in range(len(each)))


def _is_verb(each: list[str], at: int) -> bool:
    """Tell whether a word may be a finite verb among its neighbours."""
    word, before = each[at], each[at - 1] if at else ""
    if word in _ALWAYS or word in _IRREGULAR:
        return True
    if not before:
        return False
    if word.endswith("ed") and is_participle(word):
        return True
    if before in _NOUN_BEFORE:
        return False
    if _third_person(word):
        return True
    return word in _BASES and (before in _SUBJECTS or before.endswith(("s", "ly")))


def _third_person(word: str) -> bool:
    return any(
        word.endswith(ending) and word.removesuffix(ending) + base in _BASES
        for ending, base in _ENDINGS
    )
