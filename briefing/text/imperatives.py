"""Sentences that tell the reader what to do, or greet and thank: they state nothing.

An imperative begins with a base verb and an object, perhaps after a conjunction or a clause with
*if*, *when* or *to* (Quirk et al., 11.24-11.30). *Use of*, *Support for* and the like are nouns.
"""

import re

_VERBS = """
add adjust agree allow answer apply ask assign avoid be become begin bring browse build call
capture change check choose clear click close collect come compare complete conduct connect
consider contact convert copy create decide define delete describe design determine develop
disable discuss do document don't don’t download draw drop edit email enable encourage engage
ensure enter establish evaluate examine exercise explain explore expose express fill find fix
focus follow forget fund gather get give go grab hold identify imagine implement improve include
inform insist install invest invite join keep know learn leave limit listen log look lower
maintain make mark measure meet minimise minimize monitor move name note offer open organise
organize perform pick place plan play please prepare press prevent print provide publish pull push
put raise read receive record reduce refer reference register remember remove rename repeat
replace report request require reserve restrict return review run save schedule search see seek
select send set share show sign specify start state stay stop store submit subscribe suggest
support take talk tell test think tighten track train treat try turn update upgrade upload use
verify view visit wait watch work write
"""
_OBJECT = (
    r"(?:(?:the|an?|your|our|their|its|his|her|my|this|that|these|those|it|them|us|me|him|any|all"
    r"|each|every|more|some|no|only|how|what|which|whether|where|who|one|two|three|both|sure|out|up"
    r"|yourself|careful|aware|to|not|always|never|about|back|down|into|on|through)\b"
    r"|[“\"‘]|https?:|www\.)"
)
# No nouns as well: these may have any plural for their object.
_ONLY_VERBS = (
    r"(?:avoid|choose|consider|create|enable|ensure|find|get|identify|include|keep|learn|make|provide"
    r"|read|see|write) (?:\w+s\b|\d)"
)
# No nouns at all: whatever follows, one who begins with them asks for something.
_NEVER_NOUNS = r"""
(?:add|allow|apply|ask|avoid|become|bring|choose|consider|convene|create|define|delete|describe
|determine|develop|download|eliminate|emphasi[sz]e|enable|encourage|engage|ensure|enter|establish
|evaluate|examine|expand|explain|explore|follow|gather|identify|imagine|implement|improve|include
|incorporate|install|integrate|introduce|invest|investigate|invite|keep|learn|maintain|make|minimi[sz]e
|obtain|participate|perform|prepare|preserve|prevent|prioriti[sz]e|prohibit|promote|propose|protect
|provide|publish|recogni[sz]e|refer|reject|remember|remove|replace|require|resolve|restore|retain|see
|seek|select|send|strengthen|submit|subscribe|trace|treat|verify|write)
"""
_NOUNS = r"(?! (?:of|for|by|between|among|and|was|is|are|were|has|have|had)\b)"
_LEAD = (
    r"(?:(?:and|but|so|then|or|next|finally|first|second|third|instead|also|again|therefore|well|now"
    r"|by all means|at least|for now|just|simply|please|always|never|to start|in general)[,:]? )*"
)
_CLAUSE = (
    r"(?:(?:if|when|whenever|once(?! an? )|before|after|where|to|while|unless|in case|the next time"
    r"|for (?:more|further|additional|an? example|details|example|help|questions|information))\b"
    r"[^;,]{0,160}, )?"
)
_IMPERATIVE = re.compile(
    rf"[\W_]*{_LEAD}{_CLAUSE}{_LEAD}"
    rf"(?:(?:{'|'.join(_VERBS.split())}){_NOUNS} {_OBJECT}|{_ONLY_VERBS}"
    rf"|{''.join(_NEVER_NOUNS.split())}\s(?=[a-z\d`“\"‘])(?!(?:of|is|was|are|were|has|had)\b)"
    r"|let(?:['’]s| us)\b"
    r"|let (?:me|him|her|them)\b|lets\b|please \w|you (?:must|should)\b)",
    re.IGNORECASE,
)
_PLEASE = re.compile(r", please [a-z]+ ", re.IGNORECASE)
# A name: `Let Me Get …`
_TITLE = re.compile(r"[\W_]*[A-Z][a-z]+ (?:Me|Us|My|Your|It|The|Out) [A-Z]")
_GREETING = re.compile(
    rf"[\W_]*{_LEAD}(?:(?:many )?thanks\b|thank you\b"
    r"|(?:good (?:morning|afternoon|evening)|hello|welcome|dear|congratulations)\b|may god\b"
    r"|(?:i|we)(?:['’]d| would)? (?:just |also |really |do |very much )*"
    r"(?:hope|wish|thank|look forward"
    r"|(?:want|like|love) to (?:say|thank|congratulate|hear|know))\b)",
    re.IGNORECASE,
)


def is_imperative(sentence: str) -> bool:
    """Tell whether a sentence asks the reader, or the reader and us, to do something."""
    if _TITLE.match(sentence):
        return False
    return bool(_IMPERATIVE.match(sentence) or _PLEASE.search(sentence))


def is_greeting(sentence: str) -> bool:
    """Tell whether a sentence greets, thanks, or says what is hoped."""
    return bool(_GREETING.match(sentence))
