"""Whether *may*, *might* or *could* tells a chance: by its subject, its verb and that verb's form.

Epistemic is what "it is possible that …" says as well. Four things tell it (Palmer, Mood and
Modality, 2nd ed., 2.1-2.3; Quirk et al. 4.49-4.53): a perfect or progressive, another modal below
it (*may have to*), a state or an event that nobody wills, and a subject to which nothing can be
permitted. Where it stands (`text.modal_places`) can forbid it all the same.
"""

from briefing.text.modal_clause import ModalClause
from briefing.text.outcome_verbs import is_harm, is_outcome, is_outcome_of_thing, is_state
from briefing.text.subject_kinds import SubjectKind, is_pronoun
from briefing.text.word_set import word_set

# What a speaker says of his own words, or asks of a reader.
_SAYING = word_set("""
add ask say note point suggest mention remind recall remember like wish want consider call
quote put describe guess wonder notice hear see read try check go look turn begin interrupt think
prefer choose argue contact use
""")
_LATER = word_set("""
future soon eventually later someday years months weeks decades tomorrow tonight next ultimately
""")
_UNWILLED = frozenset({"well", "yet", "never", "already", "even", "soon", "eventually"})
_FINITE = word_set("is was are were has had does did does can will would shall should")
# A law or a plan says what a thing comprises.
_COMPRISING = frozenset({"include", "comprise", "consist"})
_LIVING = (SubjectKind.PERSON, SubjectKind.BODY, SubjectKind.NAME)
_CHANCED = word_set("lose fail face miss suffer fall die run struggle succeed end")
_VALUED = word_set("""
worth worthwhile useful helpful wise good better best advisable appropriate prudent sensible
desirable preferable easier easiest simpler simplest
""")
# `One option might be to wait`: offered, not foretold.
_PROPOSALS = word_set("""
option options alternative alternatives approach way ways solution solutions answer idea ideas
suggestion suggestions example examples step response
""")
_SUMS = word_set("more less about over up nearly almost around billions millions between")
_BEFORE_QUOTE = frozenset({":", '"', "“"})
# What goes on in a reader's mind is said to please him.
_OF_MIND = word_set("""
interested surprised familiar aware curious tempted inclined wondering thinking asking looking
asked amazed pleased
""")
_ACHIEVED = word_set("""
done accomplished achieved avoided obviated effected obtained remedied overcome secured
""")
_REACHED = _ACHIEVED | {"met", "reached", "completed", "finished", "resolved", "fulfilled"}
# What may fairly or easily be done is right or feasible, not likely or unlikely.
_EASE = word_set("safely properly fairly justly easily readily reasonably rightly usefully")
_SEEMING = frozenset({"seem", "sound"})  # granted, whether taken back or not
_ENDING_UP = frozenset({"end", "finish", "wind"})
_INSTRUMENTS = word_set("""
act acts regulation regulations order orders rule rules bylaw bylaws statute statutes directive
contract agreement treaty scheme
""")
_PROVIDING = word_set(
    "provide specify prescribe require contain authorize authorise set apply make"
)
# What one does by leave or in an office, whatever the subject looks like.
_BY_LEAVE = word_set("""
request submit appeal elect appoint issue grant designate direct authorize authorise waive
delegate redelegate opt attend enroll enrol register inspect
""")
_TRANSITIVE = word_set("""
have encounter face need incur make want require receive experience cause meet bring own find hold
contain get produce create
""")
_NO_OBJECT = word_set("""
in on at for with from by of when while if as and or but about during after before under within
because until since into through
""")
_GOTTEN = word_set("like want get receive see hear notice recognize recognise")
_NOTED = word_set("heard noticed seen read guessed remembered thought wondered")


def tells_chance(clause: ModalClause) -> bool:
    """Tell whether the modal of a clause says that something is possible."""
    if clause.verb in _FINITE or clause.verb.endswith("'s"):
        return False
    if is_by_leave(clause) or is_valued(clause) or lacks_object(clause):
        return False
    if clause.modal == "could":
        return _could(clause)
    if clause.is_perfect:
        return not (clause.kind is SubjectKind.READER and clause.after[0] in _NOTED)
    if clause.is_stacked:
        return True
    if clause.kind in (SubjectKind.SPEAKER, SubjectKind.READER):
        return _of_speaker(clause)
    return _may(clause) if clause.modal == "may" else _might(clause)


def verb_class(verb: str) -> str:
    """Return what sort of happening or doing a base verb tells."""
    if verb in {"be", "become", "have"}:
        return verb
    if is_outcome(verb):
        return "outcome"
    if verb in _SAYING:
        return "saying"
    if verb in _BY_LEAVE:
        return "leave"
    if is_state(verb):
        return "state"
    return "outcome of things" if is_outcome_of_thing(verb) else "doing"


def _of_speaker(clause: ModalClause) -> bool:
    """Tell whether what `I`, `we` or `you may …` is nothing one chooses or is granted."""
    if clause.is_negated and clause.verb in _GOTTEN:
        return True
    if "conceivably" in clause.adverbs:
        return True
    if clause.verb in _SAYING or clause.verb == "find" or "otherwise" in clause.adverbs:
        return False
    if "well" in clause.adverbs:
        return True
    if clause.kind is SubjectKind.SPEAKER and clause.is_negated:
        return True  # nobody forbids himself
    if clause.verb == "be":
        is_of_mind = clause.kind is SubjectKind.READER and bool(_OF_MIND & set(clause.after[:1]))
        return bool(clause.after) and not clause.is_passive and not is_of_mind
    return is_state(clause.verb) or clause.verb in _CHANCED


def _may(clause: ModalClause) -> bool:
    if clause.is_passive:
        return _befalls(clause)
    if clause.verb == "be" or clause.is_progressive:
        return bool(clause.after)
    if clause.kind is SubjectKind.THING:
        return True
    if clause.verb == "find" and clause.after[:1] in (("it",), ("that",)):
        return True
    if is_state(clause.verb) or is_outcome(clause.verb) or _UNWILLED & set(clause.adverbs):
        return True
    return clause.kind is SubjectKind.NAME and not clause.is_negated


def _might(clause: ModalClause) -> bool:
    if clause.verb == "better" or (clause.is_passive and clause.after[0] == "expected"):
        return False
    return clause.kind not in _LIVING or clause.verb not in _SAYING or clause.is_negated


def lacks_object(clause: ModalClause) -> bool:
    """Tell whether a verb's object stands before it, as in `costs that it may have`."""
    return (
        clause.verb in _TRANSITIVE
        and clause.after[:1] != ("to",)
        and (not clause.after or clause.after[0] in _NO_OBJECT or not clause.after[0][0].isalnum())
    )


def is_by_leave(clause: ModalClause) -> bool:
    """Tell whether it is an act of office, or a law doing what its makers gave it to do."""
    if clause.verb in _BY_LEAVE:
        return clause.after[:1] != ("to",)
    if clause.verb == "apply" and clause.kind is not SubjectKind.THING:
        return True
    if clause.verb == "of":  # the might of a state
        return True
    if clause.is_passive and _is_feasible(clause):
        return True
    if clause.modal == "could" and "only" in clause.adverbs:
        return True
    if clause.modal != "may" and "instead" in clause.adverbs and clause.kind in _LIVING:
        return True
    if clause.verb in _SEEMING and clause.subject in {"it", "this", "that"}:
        return True
    is_law = clause.subject in _INSTRUMENTS and clause.verb in _PROVIDING
    return is_law or clause.verb in _COMPRISING


def _is_feasible(clause: ModalClause) -> bool:
    """Tell whether something can be done, in a passive: `this might be avoided by …`."""
    if _EASE & {*clause.adverbs, *clause.after[:1]}:
        return True
    return not clause.is_negated and clause.after[0] in _ACHIEVED


def is_valued(clause: ModalClause) -> bool:
    """Tell whether a thing is commended: `it might be worth a try`."""
    if clause.verb != "be" or not clause.after or clause.is_negated:
        return False
    if clause.subject in _PROPOSALS:
        return True
    if clause.after[0] == "worth" and _is_amount(clause.after[1:2]):
        return False
    is_quoted = clause.after[0] == "," and not "".join(clause.after[1:2]).isalpha()
    return (
        any(word in _VALUED for word in clause.after[:2])
        or clause.after[0] in _BEFORE_QUOTE
        or is_quoted
    )


def _is_amount(words: tuple[str, ...]) -> bool:
    """Tell whether a word begins a sum: `worth more than 2,400 million`."""
    return any(word in _SUMS or not word.isalpha() for word in words)


def _befalls(clause: ModalClause) -> bool:
    """Tell whether a passive after *may* tells what befalls something, not what is allowed."""
    if is_harm(clause.after[0]) or _UNWILLED & set(clause.adverbs):
        return True
    if clause.is_negated and clause.after[0] in _REACHED:
        return True  # nobody forbids an aim to be reached
    return bool(_LATER & set(clause.after))


def _could(clause: ModalClause) -> bool:
    if clause.is_negated or clause.is_perfect or clause.after[:1] in (("no",), ("nothing",)):
        return False
    if clause.verb in _ENDING_UP and clause.after[:1] == ("up",):
        return True
    if clause.kind in (SubjectKind.SPEAKER, SubjectKind.READER):
        return clause.kind is SubjectKind.SPEAKER and clause.verb in {"face", "lose", "suffer"}
    if clause.is_stacked:
        return clause.verb != "be"
    if clause.is_passive:
        return is_harm(clause.after[0])
    if clause.verb == "be":
        is_offer = clause.subject in {"that", "this"} and clause.after[:1] in (("a",), ("an",))
        return bool(clause.after) and not is_offer
    if clause.kind is SubjectKind.THING:
        return is_outcome_of_thing(clause.verb)
    is_noun = not is_pronoun(clause.subject) and clause.kind is SubjectKind.PERSON
    return is_outcome(clause.verb) or (is_noun and clause.verb in {"develop", "show", "require"})
