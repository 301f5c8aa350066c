"""Verbs of what comes about by itself: after *may* or *could* they tell a chance, not a permission.

What an office or a person is allowed or able to do (`may grant`, `could ask`) is told by others.
After Palmer, Mood and Modality, 2nd ed., 2.1: epistemic modality goes with events and states.
"""

from briefing.text.word_set import word_set

_OUTCOMES = """
abandon accelerate accumulate affect aggravate alienate alter appear arise attack attempt
attract backfire backslide balk balloon become befall begin believe benefit boost break bring
cause cease change cloud collapse come compel complicate compound compromise conclude confront
confuse constitute contain continue contract contribute converge cost crack crash create cripple
crumble damage dampen decline decrease deepen default defect defy delay depart depreciate
depress derail destroy deter deteriorate die diminish disappear discourage disrupt dissolve
divert dominate double drag drain drift drive drop dwindle ease emanate embolden emerge
encourage endanger entail erode erupt escalate evaporate exacerbate exceed exist expand
experience explode exploit expose face fade fail fall falter fear fizzle flare flee fold follow
force forget fracture fuel gain go grind grow halt hamper happen harden harm hasten heighten
hesitate hinder hit hurt ignite impact impair impede imperil imply improve increase indicate
inflame inflict influence intensify interfere invade involve isolate jeopardise jeopardize kill
lag languish lash last lead leave lengthen lessen lie linger loom lose lower make materialise
materialize mean misinterpret misjudge misread miss mistake mount move narrow necessitate occur
oppose originate outnumber outweigh overestimate overheat overreact overshadow overtake
overwhelm peak perceive persist pile plummet plunge polarise polarize pose precipitate prevent
proliferate prolong prompt prove provoke push quicken radicalise radicalize raise reap
rebel rebound recede recover recur reduce reflect refuse regain reignite rely remain render
renege represent resemble reshape resign resist resort result resume resurface retaliate
reveal reverse revolt ring ripple rise rival run save seem send shift shorten shrink shrivel
signal slide slip slow slump snowball soar spark spell spill spiral spread spur squeeze stagnate
stall start stay step stifle strain strengthen stretch strike struggle stumble subside succeed
succumb suffer suggest surge surpass surrender survive swell swing take threaten tighten tip
topple trail transform translate trap trigger try turn undercut underestimate undermine unleash
unravel upset vanish violate wane want weaken widen win worsen yield
"""
# The same, only where no person or office is the subject.
_OF_THINGS = """
need require have find want provide help allow enable work produce limit restrict give offer add
keep get feel know think use look sound show put open close end stop pass support protect
promote develop include find confuse disclose differ vary depend apply serve assist extend
generate deliver
"""
_HARMED = """
affected alarmed alienated compromised damaged delayed derailed destroyed deterred disappointed
disrupted drawn emboldened endangered exposed forced harmed hit hurt imperilled infected injured
jeopardised jeopardized killed left lost misled missed obliged offset outweighed overwhelmed
postponed related linked connected driven caused undermined weakened worsened wounded tempted
motivated mistaken needed required surprised interested concerned involved
"""


def is_outcome(verb: str) -> bool:
    """Tell whether a base verb tells of an event or a state whoever its subject is."""
    return verb in word_set(_OUTCOMES)


def is_outcome_of_thing(verb: str) -> bool:
    """Tell whether a base verb does so where its subject is a thing."""
    return verb in word_set(_OF_THINGS) or is_outcome(verb)


def is_harm(participle: str) -> bool:
    """Tell whether a participle after *be* tells what befalls somebody."""
    return participle in word_set(_HARMED)
