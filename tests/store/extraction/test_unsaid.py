"""Nobody said it, whatever verb of saying stands there: no such statement is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str], list[dict[str, Any]]]

UNSAID = {
    # nothing shows it
    "no document shows": "No document shows Ada Birch telling them that the bridge was safe.",
    "no sign": "There is no sign that Ada Birch ever told anyone the bridge was safe.",
    "no record of": "There is no record of Ada Birch saying “the bridge is safe.”",
    "no proof whatever": "There is no proof whatever that Ada Birch said the bridge was safe.",
    "nothing shows": "Nothing in the file shows that Ada Birch said the bridge was safe.",
    "neither shows": "Neither the letter nor the tape shows that Ada Birch said it was safe.",
    "nothing to indicate": (
        "Police found nothing to indicate that Ada Birch told them “the bridge is safe.”"
    ),
    "nobody can recall": "Nobody can recall Ada Birch saying that the bridge was safe.",
    "never established": "It was never established that Ada Birch said the bridge was safe.",
    # turned round
    "nowhere does she": "Nowhere in the minutes does Ada Birch say that the bridge is safe.",
    "not once did she": "Not once did Ada Birch say that the bridge was safe.",
    "at no point": "At no point did Ada Birch say that the bridge was safe.",
    "in none of": "In none of her letters does Ada Birch say that the bridge was safe.",
    # not quite
    "fell short of": "Ada Birch fell short of saying that the bridge was safe.",
    "within a whisker": "Ada Birch got within a whisker of saying the bridge was safe.",
    "shied away from": "Ada Birch shied away from saying that the bridge was safe.",
    "close to telling": "Ada Birch came close to telling the crew that the bridge was safe.",
    "all but said": "Ada Birch all but said that the bridge was safe.",
    "as good as said": "Ada Birch as good as said that the bridge was safe.",
    "almost said": "Ada Birch almost said that the bridge was safe.",
    "seldom says": "Ada Birch seldom says that the bridge is safe.",
    # only supposed
    "some believe": "Some believe Ada Birch said that the bridge was safe.",
    "many think": "Many think that Ada Birch said the bridge was safe.",
    "I doubt": "I doubt Ada Birch said that the bridge was safe.",
    "residents fear": "Residents fear Ada Birch told them that the bridge was safe.",
    "aides hope": "Aides hope that Ada Birch tells the council the bridge is safe.",
    "voters want": "Voters want Ada Birch to say that the bridge is safe.",
    "picture": "Picture Ada Birch telling them that the bridge is safe.",
    "let us assume": "Let us assume Ada Birch said that the bridge was safe.",
    "suppose": "Suppose Ada Birch told voters the bridge was safe.",
    "perhaps": "Perhaps Ada Birch said that the bridge was safe.",
    "legend has it": "Legend has it that Abel Crane said “the river will take us all.”",
    # yet to come
    "until she says": "Until Ada Birch says that the bridge is safe, it stays shut.",
    "before she says": "Before Ada Birch says that the bridge is safe, she should look.",
    "plans to tell": "Ada Birch plans to tell them on Monday that the bridge is safe.",
    "likely to say": "Ada Birch is likely to say that the bridge is safe.",
    "wondered whether": "Kit Osei wondered whether Ada Birch had said the bridge was safe.",
    "what if she told": "What would happen if Ada Birch told them that the bridge is safe?",
    "has she told": "Has Ada Birch told the council that the bridge is safe?",
    # the stage, the page and the wall
    "in the novel": "In Kit Osei's new novel, a mayor says that the bridge is safe.",
    "in the second act": "In the second act, the queen says: “The bridge is safe for us all.”",
    "in a sketch": "In a sketch, Ada Birch says “the bridge is safe and so am I.”",
    "in his play": "In Kit Osei's play, the master tells a sailor: “The bridge is safe for us.”",
    "in the final episode": (
        "Her character, Dora, says “the bridge is safe and the river is calm” in the last episode."
    ),
    "a banner": "A banner over the quay said: “The bridge is safe for all of us.”",
    "a T-shirt": "His T-shirt read “The bridge is safe for all of us.”",
    "a poster": "A poster in the window reads “The bridge is safe for all of us.”",
    "a tattoo": "A tattoo on his arm says “No bridge is safe for ever.”",
    "a parody account": "A parody account in her name wrote: “The bridge is safe for us all.”",
    "a spoof site": "A spoof site had Ada Birch saying that the bridge was safe.",
    "a made-up post": "A made-up post has Ada Birch saying that the bridge is safe.",
    "a false post": "“Ada Birch said the bridge is safe,” a false post on Chatter read.",
    "invented": "An invented quotation in which Ada Birch says “the bridge is safe” spread.",
    # a thing is no statement; the writer is nobody's source
    "confirmed the offer": "Ada Birch confirmed the offer.",
    "I told": "I told Ada Birch that was odd.",
    # not yet, not surely, not at all
    "would say": "Ada Birch would say the bridge is safe.",
    "should say": "Ada Birch should say that the bridge is safe.",
    "could have said": "Ada Birch could have said that the bridge is safe.",
    "might have told": "Ada Birch might have told them that the bridge is safe.",
    "will say": "Ada Birch will say on Monday that the bridge is safe.",
    "wants to say": "Ada Birch wants to say that the bridge is safe.",
    "expected to say": "Ada Birch is expected to say that the bridge is safe.",
    "has yet to say": "Ada Birch has yet to say whether the bridge is safe.",
    "refused to say": "Ada Birch refused to say whether the bridge is safe.",
    "could not say": "Ada Birch couldn't say whether the bridge was safe.",
    "stopped short of saying": "Ada Birch stopped short of saying the bridge was safe.",
    "if he said": "It would be wrong if he said that the bridge is safe.",
    "imagine if": "Imagine if Ada Birch had said, “The bridge is safe.”",
    "unless": "Unless Ada Birch says that the bridge is safe, it stays shut.",
    "had she said": "Had Ada Birch said the bridge was safe, it would have opened.",
    "should she say": "Should Ada Birch claim that the bridge is safe, it will open.",
    "neither nor": "Ada Birch neither said nor wrote that the bridge was safe.",
    "not, as some claim": "Ada Birch did not, as some claim, say that the bridge is safe.",
    "nobody ever told": "Nobody ever told Ada Birch that the bridge was safe.",
    "asked whether he had said": (
        "Asked whether he had said that the bridge was safe, Bram Otto left."
    ),
    "did she say": "Did Ada Birch say the bridge is safe?",
    "whether she said": "Whether Ada Birch said “the bridge is safe” is not known.",
    "not clear whether": "It is not clear whether Ada Birch said the bridge is safe.",
    "without saying": "Without saying that the bridge was safe, Ada Birch left.",
    "asked to say": "Ada Birch was asked to say whether the bridge was safe.",
    "what she said is not known": "What Ada Birch said about the bridge is not known.",
    "a noun: remarks": "For the racial remarks that “hurt the town,” Ada Birch paid.",
    "a noun: states": "It would help in battleground states where “ferries win.”",
    "a noun: comments": "Her seemingly incongruous comments that year “hurt the town.”",
    "those admitted are": "Officials know that those admitted are women.",
    "Thanks to": "Thanks to his act, Bram Otto has a new title: “song historian.”",
    "Having announced": "Having announced that he would not sell, the judge left.",
}


@pytest.mark.parametrize("text", UNSAID.values(), ids=UNSAID)
def test_nobody_said_it(text: str, told: Told) -> None:
    assert told(text) == []
