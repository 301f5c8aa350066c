"""What says that something is possible is told from permission, ability, offers and wishes."""

import pytest

from briefing.checks.chance_reading import chance_weights
from briefing.text.estimative_words import find_off_scale

VAGUE = frozenset(
    {"could", "may", "might", "maybe", "possible", "possibly", "perhaps", "conceivably"}
    | {"cannot be ruled out", "a chance", "potentially"}
)
CHANCES = [
    "The government may fall before the budget is passed.",
    "Russia may cut gas deliveries this winter.",
    "Beijing could respond with export controls on rare earths.",
    "The rebels may attack the airport within weeks.",
    "Voters may punish the ruling party in November.",
    "The central bank might raise rates in June.",
    "The minister may resign over the affair.",
    "Morena could lose its supermajority.",
    "The cartel may retaliate against judges.",
    "Ministers may face a legal challenge.",
    "Investors might pull their money out.",
    "The talks could drag on into spring.",
    "Maduro may have left Caracas.",
    "The army might intervene.",
    "Opposition parties may boycott the vote.",
    "It is possible that the court will strike down the decree.",
    "There is a risk that transfers will stop.",
    "The strike may spread to the ports.",
    "Shortages could emerge by March.",
    "The decree might be annulled by the court.",
    "Perhaps the army knows more than it says.",
    "The bridge may already be closed.",
    "Mexico might possibly extradite more prisoners.",
    "Escalation cannot be ruled out.",
    "A default could possibly trigger riots.",
    "Tariffs may well rise again.",
    "The company may be insolvent.",
    "They think the plan might work, but they may have to wait.",
    "I do not think they will, but they could.",
    "If it fails again it could collapse.",
    "Some of you might not like the result.",
    "Perhaps inflation has already peaked.",
    "The minister is possibly ill.",
    "The cartel possibly paid the judge.",
    "The new rule potentially exposes banks to losses.",
    "They will sign, possibly as early as Friday.",
    "Conceivably, the union could split.",
    "We run the risk that the disease will spread.",
    "Some of the banks may collapse.",
    "The number of refugees may double.",
    "Additional tariffs may apply.",
    "Failure of the talks could trigger a war.",
    "More than 500 people may lose their jobs.",
    "He warned, however, that the talks may fail.",
    "There could in the future be a strike.",
    "We may not win the vote.",
    "The target may not be met.",
    "The odds are that the bill will pass.",
    "The contract could be worth more than $2 billion.",
    "Well, maybe he's already gone.",
]
NONE = [
    "The might of the army is great.",
    "They look for methods whereby the strait may be kept open.",
    "We hope that this note, short as it is, may help.",
    "That these might be easily had, the laws were few.",
    "One approach might be to wait for the vote.",
    "The deficit could be avoided by cutting the fund.",
    "The cost is lower than it might otherwise be.",
    "While they may not already know the rules, they learn fast.",
    "Ministers might instead ask for a review.",
    "You may also be interested in the annex.",
    "The application could have no bearing on the case.",
    "It might, for example, ask for the minutes.",
    "It may seem a small thing.",
    "The President may veto the bill within ten days.",
    "The Commission may impose fines of up to 10 per cent.",
    "Applicants may appeal within 30 days.",
    "Member states may derogate from this article.",
    "You may wish to raise this with the ambassador.",
    "The committee could not agree on a text.",
    "We could offer a phased withdrawal.",
    "Ministers could extend the deadline, or they could let it lapse.",
    "The embassy could issue a statement.",
    "In 2019 the police could search homes without a warrant.",
    "The visit took place in May.",
    "The Governor may call an election at any time.",
    "Staff may work from home.",
    "The agency may use the funds for training.",
    "Before 2015, farmers could sell to anyone.",
    "That may sound costly, but it is cheap.",
    "If the talks might fail, prepare the ground.",
    "Whatever the cost may be, we shall pay.",
    "The funds were moved so that schools could reopen.",
    "They listed the costs that firms may incur during the first year.",
    "The note tells how the tariff might affect exports.",
    "It might be worth a second look.",
    "Long may it last.",
    "Regulations may provide for exceptions.",
    "The next of kin may also apply for the medal.",
    "The best deal the embassy could get was signed.",
    "He bought it from a possibly bankrupt firm.",
    "It cut errors and possibly cost.",
    "Perhaps you would like to see the file.",
    "It is a potentially deadly disease.",
]


@pytest.mark.parametrize("sentence", CHANCES)
def test_a_chance_is_found(sentence: str) -> None:
    assert find_off_scale(sentence, VAGUE, chance_weights())


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_chance_is_passed_over(sentence: str) -> None:
    assert not find_off_scale(sentence, VAGUE, chance_weights())
