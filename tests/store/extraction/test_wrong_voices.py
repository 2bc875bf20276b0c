"""Where words went to the wrong speaker or a chopped name: each form, beside one like it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str], list[dict[str, Any]]]
Who = list[str | None]

# id: (text, speakers of what is shown, in order)
VOICES: dict[str, tuple[str, Who]] = {
    # firms of two names
    "a firm before its cue": (
        "Otto & Birch said in a statement: “The quay is shut.”",
        ["Otto & Birch"],
    ),
    "a firm after its words": ("“The quay is shut,” Otto & Birch said.", ["Otto & Birch"]),
    "a firm and whose boss": (
        "Otto & Birch, whose chairman Kit Osei sails, said that the quay was shut.",
        ["Otto & Birch"],
    ),
    "what else a firm is called": (
        "Rival Otto & Birch said that the quay was shut.",
        ["Otto & Birch"],
    ),
    "a firm that ends in LLP": (
        "Otto and Birch LLP said that the quay was shut.",
        ["Otto and Birch LLP"],
    ),
    "a partner of a firm": (
        "“The quay is shut,” said Kit Osei, a partner at Otto & Birch.",
        ["Kit Osei"],
    ),
    "two full names are two people": (
        "“The quay is shut,” said Ada Birch & Bram Otto.",
        ["Ada Birch & Bram Otto"],
    ),
    # “nor” turns it round
    "nor has she": ("Ada Birch came. Nor has Birch said that the quay is safe.", []),
    "nor did she": ("Ada Birch came. Nor did she say that the quay was safe.", []),
    "nor would she": ("Ada Birch came. Nor would Birch say that the quay was safe.", []),
    "nor, she said": (
        "Ada Birch came. Nor, she said, was it safe to cross the quay.",
        ["Ada Birch"],
    ),
    # the paragraph before is about another
    "another, by surname and himself": (
        "“It is late,” said Bram Otto.\n\nTarnley himself was more modest.\n\n"
        "“It hit my shin,” he said.\n\nKit Tarnley scored twice.",
        ["Bram Otto", "Kit Tarnley"],
    ),
    "another, by surname": (
        "Idris Tarnley scored twice.\n\n“It is late,” said Bram Otto.\n\n"
        "Tarnley was more modest.\n\n“It hit my shin,” he said.",
        ["Bram Otto", None],
    ),
    "the speaker himself": (
        "Idris Tarnley scored twice.\n\n“It is late,” said Bram Otto.\n\n"
        "Otto was more modest.\n\n“It hit my shin,” he said.",
        ["Bram Otto", "Bram Otto"],
    ),
    # what a speaker is doing is no name
    "prosecuting": (
        "By Lena Holt\n\nKit Osei admitted fraud.\n\n"
        "Prosecuting, Imogen Tarnley said Osei had written 12 cheques to himself.",
        ["Imogen Tarnley"],
    ),
    "mitigating": ("Mitigating, Bram Otto KC said that she was sorry.", ["Bram Otto"]),
    "a surname with that ending": ("Fleming, 44, said that the quay was shut.", ["Fleming"]),
    "a list that such a surname opens": (
        "Fleming, Ada Birch and Kit Osei said that the quay was shut.",
        ["Fleming, Ada Birch and Kit Osei"],
    ),
    # what stands after a name, and before one
    "a barrister, and whom he tells of": (
        "Hugo Otto KC, prosecuting, said Mr Kit Osei had known for weeks. “He was covering up,” he "
        "told the jury.",
        ["Hugo Otto", "Hugo Otto"],
    ),
    "an MP, then her surname": (
        "Ada Birch MP said that it was late. “We must go,” Birch said.",
        ["Ada Birch", "Ada Birch"],
    ),
    "a party": ("Fen GOP said that it was late.", ["Fen GOP"]),
    "a judge with two titles": (
        "The judge, Mrs Justice Birch, told jurors: “You must not look it up.”",
        ["Birch"],
    ),
    "a chair with a title": (
        "The inquiry's chair, Lady Birch, said that she would hear him in June.",
        ["Birch"],
    ),
    "a sister by her first name": (
        "Ada Birch and her sister Tilda own the bakery.\n\n“I am tired,” Ada said.\n\nTilda will "
        "have none of it. “You can carry me out,” she said.",
        ["Ada Birch", "Tilda"],
    ),
    # a clause with “whose”
    "families whose": (
        "Families whose homes were ruined by the flood have dismissed the plan as “daft”.",
        ["Families"],
    ),
    "parents whose": (
        "Parents whose children attend the school said that it was unsafe.",
        ["Parents"],
    ),
    "a name and whose": ("Ada Birch, whose son was hurt, said that it was unsafe.", ["Ada Birch"]),
    # quoted by another, and taken back
    "quoted, and the article says it is false": (
        "The mayor quoted Kit Osei as saying that “the quay was safe”. The quote was fake.",
        [],
    ),
    "quoted, and never said": (
        "The mayor quoted Kit Osei as saying that “the quay was safe”.\n\nOsei never said that.",
        [],
    ),
    "quoted, and withdrawn": (
        "The Fen Post quoted Kit Osei as saying the quay was shut. It later withdrew the report.",
        [],
    ),
    "quoted, and something else was fake": (
        "The mayor quoted Kit Osei as saying that “the quay was safe”. The painting was fake.",
        ["Kit Osei"],
    ),
    # shown by a fake, as another sentence tells
    "in a video that is a fake": (
        "In a video seen by many, Kit Osei says: “I sold the quay.” The video is a fake.",
        [],
    ),
    "in a clip that was generated, a paragraph on": (
        "“I sold the quay,” Kit Osei says in a clip.\n\nThe clip was generated by AI.",
        [],
    ),
    "in it, after a fake": (
        "A doctored recording of Kit Osei spread on Monday. “I sold the quay,” he says in it.",
        [],
    ),
    "in a video that is not fake": (
        "“I sold the quay,” Kit Osei said in a video. The video was not fake.",
        ["Kit Osei"],
    ),
    "in a video, and another is a fake": (
        "“I sold the quay,” Kit Osei said in a video. The mayor shared a fake video of a whale.",
        ["Kit Osei"],
    ),
    "at a meeting, after a fake": (
        "A fake video of Kit Osei spread on Monday. “It is a disgrace,” he said at the meeting.",
        ["Kit Osei"],
    ),
    "that a video is a fake": (
        "Kit Osei said in court that the video in the post was forged. The video was forged.",
        ["Kit Osei"],
    ),
    "about a fake": (
        "Asked about the video, Kit Osei said: “That is not me.” The video was doctored.",
        ["Kit Osei"],
    ),
    "a clip that claims to show": (
        "A clip that claims to show Kit Osei promising to sell the quay was shared.",
        [],
    ),
    "a post claiming to show": ("A post claiming to show Kit Osei saying he would go is old.", []),
    "claims that a show": ("Kit Osei claims that the show would open in May.", ["Kit Osei"]),
    # what a plot tells
    "people of a novel": (
        "In the novel, a mayor called Ada Birch is sacked. “At last,” she tells her crew. "
        "Birch tells her husband: “It is late.”",
        [],
    ),
    "whoever wrote the novel": (
        "Kit Osei is writing a novel in which a mayor called Ada Birch is sacked. "
        "“I enjoyed it,” Osei says.",
        ["Kit Osei"],
    ),
    "who plays in the film": (
        "In the film, Ada Birch plays a mayor. “I loved it all,” Birch says.",
        ["Ada Birch"],
    ),
    "known before the plot": (
        "Bram Otto led the council.\n\nIn the novel, Bram Otto is sacked. "
        "“That is untrue,” Otto says.",
        ["Bram Otto"],
    ),
    "a beast": ("“Order, order,” the parrot says. “Who is there?”", []),
    "a team of that name": ("The Foxes said that they would win on Monday.", ["The Foxes"]),
    "a dog walker": ("A dog walker said that the quay was shut.", ["A dog walker"]),
    # one person under two titles
    "a councillor for short": (
        "Council leader Ada Birch said that it was late.\n\nCllr Birch: “I will not go.”\n\n"
        "Cllr Otto: “I did not say so at all.”",
        ["Ada Birch", "Ada Birch", "Otto"],
    ),
    "a sergeant for short": (
        "Detective Sergeant Ada Birch said that it was late. DS Birch replied: “Some of it.”",
        ["Ada Birch", "Ada Birch"],
    ),
    "a firm that only looks so": (
        "Detective Sergeant Ada Birch said that it was late. DS Otto said that prices would rise.",
        ["Ada Birch", "DS Otto"],
    ),
    "a science as title": (
        "Hydrologist Ada Birch said that the river was full.",
        ["Ada Birch"],
    ),
    # cues
    "fumed": ("“It is never too late,” Ada Birch fumed.", ["Ada Birch"]),
    "grinned": ("“No comment,” Ada Birch grinned.", ["Ada Birch"]),
    "a number is no denial": ("A No 10 spokesman replied: “Yes.”", ["A No 10 spokesman"]),
    "what she said was": (
        "What Ada Birch actually said was: “Nobody will close the quay.”",
        ["Ada Birch"],
    ),
    "what she said is not known": ("What Ada Birch said is not known.", []),
}


@pytest.mark.parametrize(("text", "who"), VOICES.values(), ids=VOICES)
def test_whose_words_they_are(text: str, who: Who, told: Told) -> None:
    assert [one["speaker"] for one in told(text)] == who


# id: (text, role of the last statement)
ROLES: dict[str, tuple[str, str | None]] = {
    "of whom is quoted": (
        "The mayor quoted the captain, Ada Birch, as saying that “the quay was safe”.",
        "the captain",
    ),
    "of whom was met": (
        "Bram Otto met the captain, Ada Birch, who said that the quay was shut.",
        "the captain",
    ),
    "with a participle": (
        "The retired captain, Ada Birch, said that the quay was shut.",
        "The retired captain",
    ),
    "of a councillor for short": (
        "Council leader Ada Birch said that it was late.\n\nCllr Birch said that it was dark.",
        "Council leader",
    ),
    "of one with a body's surname": ("Treasurer Ned Poll said that it was late.", "Treasurer"),
    "of a firm": (
        "Otto & Birch's chairman, Kit Osei, said that sales rose in May.",
        "Otto & Birch's chairman",
    ),
    "of a science": ("Hydrologist Ada Birch said that the river was full.", "Hydrologist"),
}


@pytest.mark.parametrize(("text", "role"), ROLES.values(), ids=ROLES)
def test_the_role_is_that_of_the_speaker_alone(text: str, role: str, told: Told) -> None:
    assert told(text)[-1]["role"] == role


# id: (text, through whom it came)
THROUGH = {
    "a person": (
        "The mayor quoted Kit Osei as saying that “the quay was safe”.",
        ["The mayor"],
    ),
    "after another verb": (
        "When the mayor stood up and quoted Kit Osei as saying that “it was safe”, they left.",
        ["the mayor"],
    ),
    "nobody who only quotes at the start": ("Kit Osei is quoted as saying that it is safe.", []),
}


@pytest.mark.parametrize(("text", "through"), THROUGH.values(), ids=THROUGH)
def test_whoever_quotes_passes_it_on(text: str, through: list[str], told: Told) -> None:
    assert [name for one in told(text) for name, _ in one["via"]] == through
