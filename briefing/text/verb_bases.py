"""English verbs by their base form: those that commonly make a sentence of a subject and an object.

Words that are nouns far more often (*file*, *market*, *house*) are left out: `is_base` is asked
where the neighbours of a word do not tell which it is.
"""

import re

from briefing.text.outcome_verbs import is_outcome_of_thing, is_state
from briefing.text.word_set import word_set

_BASES = word_set("""
absorb accept account achieve acknowledge acquire act adapt add address adhere adjust administer
admit adopt advance affect agree aim align allow amend amount analyse analyze anchor announce
answer appeal appear apply appoint approach approve argue arise arrest arrive ask assemble assert
assess assign assist assume assure attach attack attain attend attract audit avoid ban base bear
beat become begin believe belong bind block borrow bound break brief bring build burn buy call
cancel capture care carry catch cause challenge change charge check choose cite claim clear climb
close collapse collect combine come commit compare compete compile complete comply compose
comprise compute concern conclude conduct confer confirm connect consider consist constitute
constrain construct consult consume contain continue contribute control convene convert cost count
cover create cut deal decide declare decline decrease deem defend define degrade delete deliver
demand demonstrate deny depend deploy describe deserve design desire detect determine develop
differ direct disable disagree discuss distinguish distribute divide do draft draw drive drop earn
eat elect embed embrace emerge emit employ empower enable enact encompass encourage end endeavour
endorse enforce engage enhance enjoy ensure enter equal establish estimate evade evolve examine
exceed exclude execute exercise exist expand expect experience expire explain explore export
express extend extract face fail fall favor favour feel fetch field fight fill filter find finish
fit fix flatten flood flow focus follow forbid force forge form forward fund furnish gain gather
generate get give go govern grant grow guarantee guard guide handle happen hear help hide hire hit
hold hope identify ignore imagine implement imply import impose improve include increase incur
indicate influence inform inherit insert insist inspect install intend interact interpret
interview introduce invest invite invoke involve issue join judge keep kill know lack last launch
lead learn leave lend let leverage lie lift like limit link list listen live load look lose love
maintain make manage manufacture mark match matter mean measure meet mention merge monitor move
name need neglect note notice observe obtain occupy occur offer omit open operate oppose order own
participate pass pay perform permit plan play pledge point poll pose possess predict prefer
prepare present preserve press pretend prevail prevent produce prohibit project promise promote
propose protect prove provide publish pull purchase pursue push put qualify raise range reach read
realise realize receive recognise recognize recommend record recruit reduce refer reflect refuse
regard regulate reinforce reject relate release rely remain remark remember remind remove reopen
repair replace report represent require reserve reside resist resolve respect respond rest
restrict result retain return reuse reveal review revoke rise risk rule run safeguard satisfy save
say scale scan seal search see seek seem select sell send separate serve set settle shape share
shift shock show showcase shrink sign sit skip solve sound speak specify spend spread stand start
state stay stem stop store strengthen study submit substitute suffer suggest supply support
suppress surround survive suspend take talk target tax teach tell tend test thank think threaten
throw total touch track trade train transfer transform transmit travel treat trust try turn
underpin understand unite urge use vary view violate vote wait walk want warn warrant waste watch
weaken wear weigh weight welcome win wish wonder work worry write yield
""")
_MADE_VERB = re.compile(r"[a-z]{3}(?:i[sz]e|ify|ate)$")
_NO_VERBS = word_set("""
climate private certificate candidate delegate senate state rate corporate appropriate adequate
accurate separate immediate ultimate intimate moderate estate debate mandate template plate date
gate enterprise expertise exercise franchise merchandise otherwise likewise precise concise premise
promise disease paradise size prize late wise noise
""")


def is_base(word: str) -> bool:
    """Tell whether a lower-case word is the base of a verb."""
    if word in _BASES or is_outcome_of_thing(word) or is_state(word):
        return True
    return bool(_MADE_VERB.search(word)) and word not in _NO_VERBS
