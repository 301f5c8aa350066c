"""Verbs of what comes about by itself: after *may* or *could* they tell a chance, not a permission.

What an office or a person is allowed or able to do (`may grant`, `could ask`) is told by others.
After Palmer, Mood and Modality, 2nd ed., 2.1: epistemic modality goes with events and states.
"""

from briefing.text.word_set import word_set

_OUTCOMES = """
abandon affect aggravate alienate appear arise attack attract backfire backslide balk become befall
believe boycott bubble buckle burst cloud coincide collapse complicate compound compromise confront
confuse constitute contain converge cost crack crash cripple crumble culminate damage dampen
decline deepen default defect defy depreciate depress derail desert destroy deter deteriorate die
diminish disappear disrupt dissolve dominate drag drain drift dwindle emanate embolden emerge
endanger ensue entail erode erupt escalate evaporate exacerbate exceed exist experience exploit
expose face fade fail fall falter fear fizzle flare flee fluctuate fold forget founder fracture
fuel gain grind grow halt hamper happen harden harm hasten heighten hesitate hinder hit hurt ignite
impact impair impede imperil implode imply inflame inflict intensify interfere intervene invade
jeopardise jeopardize kill lag languish lash last lie linger loom lose materialise materialize mean
misfire misinterpret misjudge misread miss mistake mount narrow necessitate occur originate
outnumber outweigh overestimate overheat overreact overshadow overtake overwhelm peak pile plateau
plummet plunge polarise polarize pose proliferate prolong protest provoke punish radicalise
radicalize react reap rebel rebound recede recover recur reflect refuse regain reignite relapse
rely renege resemble reshape resign resist resort respond result resurface retaliate revolt ripple
rise rival sabotage shrink shrivel slide slip slump snowball soar spark spell spill spiral split
spur squeeze stagnate stall stifle strain stray stretch strike struggle stumble subside succeed
succumb suffer surge surpass surrender survive swamp swell swing threaten tip topple trail
transpire trap trigger undercut underestimate undermine underperform unleash unravel upset vanish
violate wane weaken wither worsen yield
"""
# The same, only where no person or office is the subject.
_OF_THINGS = """
accelerate accumulate add allow alter apply assist attempt balloon bear begin benefit boost break
bring cause cease change close come compel conclude continue contract contribute create decrease
defeat delay deliver depart depend derive develop differ disadvantage disclose discourage distort
divert double drive drop ease eat enable encourage end expand explode extend facilitate feel find
follow force frighten generate get give go have help improve include increase indicate influence
inhibit inspire interrupt introduce invalidate involve isolate keep know lead leave lengthen lessen
limit look lower make mask mislead motivate move need nullify obscure obstruct offer offset open
oppose outstrip overburden overturn paralyse paralyze pass perceive permit persist persuade
precipitate preclude prejudice pressure prevent produce promote prompt propel protect prove provide
push put quicken raise reduce relieve remain render represent require restore restrict resume
reveal reverse revolutionise revolutionize ring run save seem send serve shatter shift shorten show
signal slow sound spoil spread start stay stem step stimulate stop strengthen suggest support
sustain swamp take tempt think tighten transform translate try turn undo unlock upend use vary want
widen win wipe work wreck
"""
# What nobody does on purpose or by leave, even a person.
_STATES = """
have know need feel believe prefer differ contain exist lack understand realize realise struggle
hesitate recognise recognize own remain belong depend seem appear resent regret enjoy hate love
expect assume perceive doubt suspect misunderstand forget owe resemble
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


def is_state(verb: str) -> bool:
    """Tell whether a base verb tells a state, which cannot be permitted."""
    return verb in word_set(_STATES)


def is_harm(participle: str) -> bool:
    """Tell whether a participle after *be* tells what befalls somebody."""
    return participle in word_set(_HARMED)
