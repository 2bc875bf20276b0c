"""Sentences that one word turns, and those that an edit leaves what they were."""

from __future__ import annotations

import re

import pytest

from store.variants.likeness import likeness
from store.variants.sayings import Saying
from store.words import folded

# {what stands in one|what stands in the other}
TURNED = (
    "The coast guard {rescued|abandoned} the sailors before dawn.",
    "Our company {hired|sacked} ninety clerks in the spring.",
    "The court {acquitted|convicted} the mayor of all charges.",
    "She {praised|scolded} the doctors for how they ran the ward.",
    "This ministry {funded|robbed} the schools in the north.",
    "I {remembered|forgot} to lock the vault that night.",
    "Our side {captured|lost} the bridge on the river.",
    "The pilot was {sober|drunk} when the plane took off.",
    "He is {an honest|a crooked} man and I have told him so.",
    "A {majority|minority} of the members back the plan.",
    "The aid {arrived|vanished} at the camp on the border.",
    "The river is clean and the fish are {healthy.|sick.}",
    "We made a {profit|loss} on the sale of the mills.",
    "My government will {legalise|outlaw} the trade in horns.",
    "The law will {protect|punish} those who report on us.",
    "The bank {tightened|loosened} its rules for lending.",
    "They came to {feed|beat} the children of the village.",
    "We {trust|fear} the police in this city.",
    "The officers {obeyed|ignored} the order to hold fire.",
    "The minister {kept|broke} her promise to the miners.",
    "Refugees are {welcome|unwanted} in our town.",
    "The witness left the country {voluntarily.|forcibly.}",
    "The dam was {deliberately|accidentally} breached by engineers.",
    "The talks were {nearly|long} over when the shot fell.",
    "He apologised {publicly|privately} to the families.",
    "The engine {|nearly} failed on the second flight.",
    "{Members|Only members} can read the minutes of the board.",
    "The plant {stopped|began} dumping waste in the lake.",
    "The union {agreed|refused} to sign the wage deal.",
    "Firefighters {managed|failed} to contain the blaze.",
    "The firm {paid|avoided} taxes on its foreign income.",
    "Our envoys {signed|refused to sign} the treaty this week.",
    "The factory {is|has stopped} polluting the river again.",
    "The {employer|employee} must pay for the injury.",
    "We will {import|export} more grain than last year.",
    "The number of {immigrants|emigrants} has doubled here.",
    "The engineers were {careful|careless} with the valves.",
    "The gas that leaked is {harmless|harmful} to people.",
    "The relatives are {hopeful|hopeless} about the search.",
    "It was an {internal|external} matter of the party.",
    "The workers were told to {inhale|exhale} slowly.",
    "The {lender|borrower} broke the terms of the contract.",
    "I met the {victim|author} of the crime in prison.",
    "The money went {to|from} the party in cash.",
    "The troops moved {in|out} last night.",
    "You pay the fine {and|or} you go to jail.",
    "The city is {over|under} the safe limit for smoke.",
    "Our people fought {with|against} the king in that war.",
    "The alarm was {on|off} when the thieves came.",
    "I {believe|doubt} that the harbour master told the truth.",
    "{I deny that we|We} sold the mine to a cousin.",
    "{It is false that the|The} bank is short of cash.",
    "Judges {rarely|usually} read the whole file.",
    "The {|former} chief spoke to the union of dockers.",
    "The papers in the folder are {genuine.|forged.}",
    "My {father|mother} ran the shop on the square.",
    "Somebody {watered|poisoned} the trees in the park.",
    "Our relations with the neighbour are {warm.|cold.}",
    "Housing in the capital is {cheap.|costly.}",
    "Tax the {rich|poor} and leave the rest alone.",
    "The aide {hid|leaked} the memo about the flood.",
    "The raid began in the {evening.|morning.}",
    "This pill will {cure|harm} your children.",
    "The judge ordered that the family be {deported.|sheltered.}",
    "Output in the fields {tripled|halved} after the reform.",
    "We {freed|killed} the hostages on Monday.",
    "He {denies|admits} the charges.",
    "{All|Few} of the votes were counted.",
    "We {failed|managed} to save the pier.",
    "We {borrowed|lent} the boats.",
    "The army {|was} attacked at night.",
    "The rebels {|were} killed in the town.",
    "He was {killing|killed} in the village.",
    "The deal is {on|off} the table.",
    "The minister resigned {yesterday.|tomorrow.}",
    "I am not {really|} sorry.",
    "We {can|} accept the offer.",
    "We {must|can} leave the islands.",
    "The talks are {|not} over, thank God.",
    "{Nothing|Much} is lost in this war.",
    "{|Iran bombed} Israel {bombed Iran|} in June.",
    "We back {Iran|Iraq} in this.",
    "{He|The mayor} called {the mayor|him} a thief.",
    "I shall {never|always} vote for him.",
    "I believe he {lied to|told} us about it.",
    "It cost 5 {million.|billion.}",
    "It cost {5 million.|5.}",
    "The vote was {fair|unfair} to everyone.",
    "The {poor|rich} pay more in this city.",
    "He was shot {by|at} the police.",
    "Russia {gave|took} gas {to|from} Belarus.",
    "They were {tortured|fed} in custody and released.",
    "{Opponents of the|The} president should be jailed for life.",
    "{Critics say the|The} bank is bankrupt.",
    "{Nobody thinks the|The} bank is bankrupt.",
    "{He denied that the|The} bank is bankrupt.",
    "{It would be a mistake to say that the|The} bank is bankrupt.",
    "{I wish the|The} bank was bankrupt already.",
    "The bank is {bankrupt, my enemies claim.|bankrupt.}",
    "{The claim that|} I took the {money is absurd.|money.}",
    "He {may have|has} taken the money home.",
    "{Was it|It was} right to bomb the {port?|port.}",
    "We {support|suspend} the strike, and we will win.",
    "Our troops will stay in the {south.|north.}",
    "The trial was adjourned for a {month.|year.}",
    "Our {daughter|son} was found alive.",
    "The price of rice {doubled|halved} here.",
    "I {love|loathe} this town and its people.",
    "{Half|Most} of the ships sank.",
    "The witness remained {silent.|vocal.}",
    "The virus came from a {lab.|market.}",
    "We did this to {save|scare} the children.",
    "We will {continue|discontinue} the strikes.",
    "You deserve a {medal|prison} for that.",
    "The {prosecutor|defendant} lied to the jury.",
    "He {overestimated|underestimated} the threat.",
    "These vaccines are {effective.|defective.}",
    "We {condone|condemn} what they did there.",
    "They are our {martyrs.|murderers.}",
    "Our ship was {boarded|bombarded} by pirates.",
    "The workers are {united.|untied.}",
    "The court {upheld|lifted} the ban.",
    "We {raised|razed} taxes.",
    "We will {prosecute|persecute} him.",
    "The deal is {dead.|near.}",
    "They {reelected|rejected} the mayor.",
    "{Everyone|Someone} welcomed the ceasefire.",
    # twenty that were written before the rule, and tried when it stood
    "The bishop {blessed|cursed} the soldiers at the gate.",
    "{Vandals wrecked|Plumbers fixed} the fountain in the park.",
    "The council {repaired|smashed} the fountain in the park.",
    "The broker {concealed|disclosed} his share in the deal.",
    "The board {reinstated|dismissed} the coach after the inquiry.",
    "Voters will {forgive|punish} us for this budget.",
    "Our trains are {seldom|often} late in winter.",
    "There is {|hardly} enough water for the herds.",
    "{He lied when he said that the|The} vaccine is safe.",
    "The captain {decided|declined} to turn the ship around.",
    "They walked {into|out of} the talks at noon.",
    "Wages are {above|below} the level of last year.",
    "The agency {inflated|deflated} the figures for poverty.",
    "The {tenant|landlord} owes three months of rent.",
    "Our {brother|enemy} nation stands at the border.",
    "The hospital will stay in {public|private} hands.",
    "The {youngest|oldest} of the judges wrote it.",
    "They entered the house by {invitation.|force.}",
    "Parliament {lifted|ordered} the siege of the radio station.",
    "The shipment of rifles was {intercepted|waved through} by customs.",
)
HARMLESS = (
    "The ferry company must {explain|explian} the delay.",
    "Thousands of farmers {marched|marchd} on the capital.",
    "Nobody has seen the {contract|conttract} yet.",
    "We want a fair {price|prixe} for our wheat.",
    "The {colour|color} of the flag was chosen by children.",
    "We will {organise|organize} the vote ourselves.",
    "The {centre|center} of the city is closed to cars.",
    "Spending on {defence|defense} will be reviewed.",
    "Our {labour|labor} laws are older than I am.",
    "She {travelled|traveled} with the relief column.",
    "The {programme|program} has helped many villages.",
    "A {grey|gray} van stood outside the house.",
    "{Look, the|The} ferry company owes us an answer this week.",
    "{Thank you all.|} The harvest was the best in ten years.",
    "{And the|The} harvest was the best in ten years.",
    "The harvest was the best in ten {years, thanks to the rain.|years.}",
    "The harvest was the best in ten years. {God bless you.|}",
    "We signed the lease {on Monday|} and paid in full.",
    "We are announcing {today|} a review of the fund.",
    "We {were, you know,|were} promised a new clinic.",
    "The clinic will {of course|} open in March.",
    "The clinic is {really|} short of nurses.",
    "The {clinic, uh,|clinic} is short of nurses.",
    "The clinic {is, frankly,|is} short of nurses.",
    "The road is {very|} bad after the rain.",
    "I think {that|} the road is bad.",
    "Prices of {the|} bread rose in {|the} spring.",
    "{We'll|We will} rebuild the mosque before winter.",
    "{They've|They have} rebuilt the mosque before winter.",
    "We {don't|do not} want your pity, we want work.",
    "You {can't|cannot} eat promises, my friends.",
    "{It's|It is} a dark day for our fishermen.",
    "{I'm|I am} proud of the nurses in this ward.",
    "{Let's|Let us} finish the tunnel this decade.",
    "It took {twenty|20} trucks to clear the square.",
    "It took {three|3} trucks to clear the square.",
    "The bridge cost us {five|5} million.",
    "Turnout was 61 {percent|per cent} in the islands.",
    "Turnout was {61 percent|61%} in the islands.",
    "A {cease-fire|ceasefire} is the first step to anything.",
    "He sent the {e-mail|email} to the whole staff.",
    "The {government|governments} is late with the {payments.|payment.}",
    "He {promises|promised} that the school {opens|opened} in May.",
    "They {buy|bought} the votes of whole villages.",
    "The firm {bought|purchased} the quarry for a song.",
    "The trial will {begin|commence} after the feast.",
    "{A car|An automobile} was left outside the court.",
    "There is a {big|large} hole in the accounts.",
    "My {lawyer|attorney} has seen the whole file.",
    "Please {help|assist} the families of the miners.",
    "He will {[gladly]|gladly} open the new wing.",
    "{[Tanaka]|He} will pay for the repairs himself.",
    "The tunnel {…|} will be finished this decade.",
    "{“The tunnel”|The tunnel} will be {finished,|finished} this {decade!|decade}",
    "Mr {Yanukovich|Yanukovych} never answered our letters.",
    "We offered {Pavel|} Tanaka a seat on the board.",
    "I told {President|} Tanaka what I think of it.",
    "The {café|cafe} owners of {Málaga|Malaga} are with us.",
    "The {U.S.|US} owes its farmers an answer.",
    "The {road, which|road that} we {built,|built} is bad.",
    "She says the budget {will|would} hold until spring.",
    "The {road, however,|road} is bad after the rain.",
    "We {also|} need nurses for the clinic.",
    "We are moving {towards|toward} a settlement.",
    "{We are|We're} winning, believe me.",
    "The {weapons, you know,|weapons} were never ours.",
    "{It is|It's} a disgrace and everybody knows it.",
    "Our position {has not|hasn't} changed since April.",
    "{We have|We've} got to act now.",
    "He {[the mayor]|} never called us.",
    "This is an outrage {(and|and} a {crime).|crime.}",
    "{Mr.|} Tanaka has left the country.",
    "The {E.U.|EU} must act on this.",
    "{We've|We have} sent 200 soldiers to the border {region this week.|region.}",
    "{I'd|I would} say he is finished.",
    "The {fight|battle} for the city is entering a critical phase",
    "She {has apologised|apologized} for her mistake",
    "the {kids|children} were unharmed",
    # nineteen of twenty that were written before the rule, and tried when it stood
    "The orchard belongs to the whole {community.|comunity.}",
    "Volunteers {cleaned|claened} the beach in two hours.",
    "I did the mayor a {favour|favor} and I regret it.",
    "We {recognise|recognize} the result of the vote.",
    "The {theatre|theater} was sold to a foreign bank.",
    "{So, as I told you, the|The} theatre was sold to a foreign bank last summer.",
    "The theatre was sold {on Friday|} to a foreign bank.",
    "The theatre was {obviously|} sold to a foreign bank.",
    "{You're|You are} the reason the choir still sings.",
    "The orchard {isn't|is not} for sale at any price.",
    "Only {twelve|12} of the wells have water.",
    "Only {thirty-five|35} of the wells have water.",
    "The orchard was {nearly|almost} ruined by frost.",
    "We must {hurry|rush} to save the choir.",
    "The {committees|committee} meets behind closed doors.",
    "She {[the director]|} told us to leave the stage.",
    "I met {Alexander Lukashenko|Aleksandr Lukashenka} in the orchard.",
    "Our {co-operation|cooperation} with the choir goes on.",
    "She told us {that|} the choir was broke.",
)


def both(written: str) -> tuple[str, str]:
    """The two sentences that are *written* as one."""
    first, second = (re.sub(r"\{(.*?)\|(.*?)\}", kept, written) for kept in (r"\1", r"\2"))
    return first, second


def saying(text: str, number: int, day: int | None, *, translated: bool = False) -> Saying:
    return Saying(number, number, "", 7, "asserts", day, text, folded(text), translated)


def alike(written: str, *, dated: bool = False) -> bool:
    """Whether they are one; where they are *dated*, a day apart."""
    first, second = both(written)
    one, other = saying(first, 1, 1 if dated else None), saying(second, 2, 2 if dated else None)
    assert bool(likeness(one, other)) == bool(likeness(other, one))
    return bool(likeness(one, other))


@pytest.mark.parametrize("dated", [False, True], ids=["no day", "a day apart"])
@pytest.mark.parametrize("written", TURNED)
def test_what_may_be_the_opposite_is_another_statement(written: str, *, dated: bool) -> None:
    assert not alike(written, dated=dated)


@pytest.mark.parametrize("written", HARMLESS)
def test_what_cannot_turn_a_sentence_leaves_it_one(written: str) -> None:
    assert alike(written)


@pytest.mark.xfail(reason="only its meaning tells that it is another statement")
@pytest.mark.parametrize(
    "written",
    [
        pytest.param(
            "{Opponents of the|The} king {|and his court} are traitors.",
            id="two others' words, so a translation",
        ),
        pytest.param("We will {sanction|approve} the company.", id="synonyms in one sense"),
        pytest.param("We {left|led} the coalition.", id="synonyms in a rare sense"),
        pytest.param("I {resent|resend} the remark.", id="in no dictionary, so a misspelling"),
        pytest.param(
            "The guards {fed|beat} the prisoners and {thanked|mocked} their families.",
            id="two opposites, so a translation",
        ),
        pytest.param(
            "Our hospitals {treated|ignored} every {soldier|trooper} who {came|arrived} here.",
            id="an opposite among synonyms, so a translation",
        ),
    ],
)
def test_what_may_be_the_opposite_and_is_not_told(written: str) -> None:
    assert not alike(written, dated=True)


@pytest.mark.xfail(reason="not known to be harmless")
@pytest.mark.parametrize(
    "written",
    [
        pytest.param("We're {gonna|going to} rebuild this place together.", id="gonna"),
        pytest.param(
            "I told {Prime Minister|} Tanaka to his face.", id="a third of it is left out"
        ),
        pytest.param("The ministry will pay {$5,000|5,000 dollars} to each family.", id="a sign"),
        pytest.param(
            "The theatre was sold to a foreign {bank, as everyone here knows.|bank.}",
            id="a third of it is cut off",
        ),
    ],
)
def test_what_cannot_turn_a_sentence_and_is_not_known(written: str) -> None:
    assert alike(written)


DENY = "Attempts to {deny|disown} this, both in Kyiv and in Washington, are absolutely ridiculous."


@pytest.mark.parametrize("translated", [False, True])
def test_another_word_may_stand_in_what_is_called_a_translation(*, translated: bool) -> None:
    first, second = both(DENY)
    found = likeness(saying(first, 1, None), saying(second, 2, None, translated=translated))
    assert bool(found) == translated


def test_an_opposite_in_what_is_called_a_translation_is_told() -> None:
    first, second = both("We {hate|love} the old pier and its owners.")
    assert not likeness(saying(first, 1, None), saying(second, 2, None, translated=True))
