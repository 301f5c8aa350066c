"""Which sentences of a memo are claims about the world, that need a source.

No claim is: a question; a command, thanks or a wish; a lead-in that ends with a colon; a fragment
without a verb, or of less than four words without a figure; a recommendation or request ("We
recommend …", "That you agree …"), or what stands in a section that holds nothing else; what a memo
says of itself ("This note sets out …"); a judgment marked as one ("We assess …", "In our view …"),
which ICD 203 asks to be told apart from information; headings, also bold ones that a paragraph
begins with, table cells and footnotes, which their caller leaves out. The portion mark of a
paragraph is passed over, so are the box of a task and the short codes of a web site.
Sources: ICD 203, 206 (analytic and sourcing standards); phrases in English, Spanish and French.
"""

import re

from briefing.text.finite_verbs import is_fragment
from briefing.text.imperatives import is_greeting, is_imperative
from briefing.text.portion_marks import without_mark

MIN_WORDS = 4

_JUDGMENTS = r"""
      (?:we|i)\ (?:therefore\ |also\ |still\ |continue\ to\ |do\ not\ |don[’']t\ )?
      (?:assess|judge|believe|expect|estimate|think|anticipate)\b
    | (?:we|i)\ (?:are|am|have|remain)\ (?:\w+ly\ )?
      (?:confident|(?:high|moderate|low)\ confidence)\b
    | with\ (?:high|moderate|low)\ confidence,?\ we\b
    | (?:in|on)\ our\ (?:view|judge?ment|assessment) | our\ (?:view|judge?ment|assessment)\b
    | (?:key\ )?(?:judge?ment|assessment|comment|analyst\ comment)\s*[:.—–-]
    | it\ is\ (?:our|my)\ (?:view|judge?ment|assessment)
    | (?:evaluamos|estimamos|consideramos|creemos)\b | (?:a|en)\ nuestr[oa]\ (?:juicio|opinión)
    | nous\ (?:estimons|jugeons|pensons|considérons)\b | (?:à|selon)\ notre\ (?:avis|jugement)
    | selon\ nous\b
"""
_OPENINGS = r"""
    # requests and recommendations
    (?: that\ you | please
    | (?:we|i)\ (?:therefore\ |also\ |strongly\ )?
      (?:recommend|propose|suggest|ask|request|seek|advise|invite|urge)
    | recommend\b | recommend(?:ed|ations?)(?:\ \w+){0,2}\s*[:–—]
    | it\ is\ (?:therefore\ )?(?:recommended|proposed|suggested)
    | (?:you|ministers?|we)\ (?:should|may\ wish\ to|need\ to|must)\b | (?:you|we)\ could\b
    | (?:you|ministers?|we)\ are\ (?:asked|invited|recommended)\ to\b
    | (?:agree|approve|note|decide|endorse|consider|instruct|authori[sz]e)\b
    | (?:sign|direct|use|see|read|review|contact|refer|consult|keep|avoid|compare|add|ask|ensure)
      \ (?:the|this|these|that|your|our|all|it|to|also|officials|staff|["“‘'])
    | let(?:\ us|[’']s)\b | (?:but|so|and)\ let(?:\ us|[’']s)\b | do(?:\ not|n[’']t)\b
    | make\ sure\b | remember\b
    | (?:le\ )?recomendamos | se\ (?:recomienda|propone|solicita) | proponemos | solicitamos
    | nous\ (?:vous\ )?(?:recommandons|proposons|demandons|suggérons)
    | il\ (?:est\ (?:recommandé|proposé)|convient\ de)\b )
    # what the memo says of itself
    | (?:this|the\ present)\ (?:memo|memorandum|note|paper|brief|briefing|submission|report
      |annex|section|document|minute|assessment)\b
    | (?:sources?|contacts?|poc|fuentes?|références?)\s*:
    | (?:este|esta)\ (?:memorando|nota|informe|documento|sección)\b
    | (?:cette|ce|la\ présente)\ (?:note|mémo|document|rapport|section)\b
"""
# A judgment may be marked within the sentence: "The border, we assess, will stay closed."
_WITHIN = re.compile(
    r",\s(?:we|I)\s(?:assess|judge|believe|estimate|expect|think)\s?[,.]"
    r"|\b[io]n our (?:view|judge?ment|assessment)\b|\ba nuestro juicio\b|\bà notre avis\b",
    re.IGNORECASE,
)
_JUDGMENT = re.compile(rf"[\W_]*(?:{_JUDGMENTS})", re.VERBOSE | re.IGNORECASE)
_NO_CLAIM = re.compile(rf"[\W_]*(?:{_OPENINGS})", re.VERBOSE | re.IGNORECASE)
_SECTION = re.compile(
    r"\b(?:recommend\w*|next\ssteps?|asks?|action\s(?:required|requested)|decisions?\s(?:sought"
    r"|requested|required)|requests?|purpose|recomendaci\w+|próximos\spasos|recommandations?"
    r"|prochaines\sétapes|judge?ments?|assessments?|comments?|talking\spoints?|contacts?)\b",
    re.IGNORECASE,
)
_SHORT_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)  # of Hugo, Jinja, Liquid
_BOX = re.compile(r"^[\s*_]*\[[ xX]\]\s+")  # of a task
_RUN_IN = re.compile(r"^[\W_]*[\w ,/’'-]{1,40}?\s*[:—–][\s*_]+")
_FIELDS = re.compile(r"[\s*_]*[a-z_]+: \S.{0,80}? [a-z_]+: ")  # of a front matter
_WORD = re.compile(r"[^\W_](?:[\w'’.-]*\w)?")
_FIGURE = re.compile(r"\d")
_QUESTION = re.compile(r"\?[\W_]*$")
_LEAD_IN = re.compile(r":[\s*_]*$")


def is_claim(words: str) -> bool:
    """Tell whether a sentence of running text asserts something that a source should bear out."""
    sentence = _BOX.sub("", _SHORT_CODE.sub(" ", without_mark(words))).strip()
    if _QUESTION.search(sentence) or _LEAD_IN.search(sentence) or sentence.lstrip()[:1] == "¿":
        return False
    said = _WORD.findall(sentence)
    if not said or (len(said) < MIN_WORDS and not _FIGURE.search(sentence)):
        return False
    if is_fragment(sentence) or _FIELDS.match(sentence):
        return False
    if is_imperative(sentence) or is_greeting(sentence) or is_imperative(_RUN_IN.sub("", sentence)):
        return False
    return not _NO_CLAIM.match(sentence) and not is_judgment(sentence)


def is_judgment(sentence: str) -> bool:
    """Tell whether a sentence is marked as the author's judgment."""
    return bool(_JUDGMENT.match(without_mark(sentence)) or _WITHIN.search(sentence))


def holds_claims(heading: str) -> bool:
    """Tell whether the section under a heading is one in which claims stand."""
    return not _SECTION.search(heading)
