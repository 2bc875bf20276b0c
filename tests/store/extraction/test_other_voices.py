"""Words of others beside a name: said to somebody, relayed, denied, dreamt up, or nobody's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Told = Callable[[str], list[dict[str, Any]]]

# id: (text, speakers of what is told, in order)
VOICES: dict[str, tuple[str, list[str | None]]] = {
    "her sister": ("Ada Birch left. “He lied,” said her sister.", ["her sister"]),
    "her surgeon, by name": (
        "Ada Birch left. “She is well,” said her surgeon, Kit Osei.",
        ["Kit Osei"],
    ),
    "their captain, by name": (
        "The crew of Ada Birch left. “We row,” added their captain Wim Declan.",
        ["Wim Declan"],
    ),
    "according to her": ("Ada Birch left. According to her, the quay is full.", ["Ada Birch"]),
    "was told": ("Ada Birch was told: “The quay is shut.”", []),
    "was told by": ("Ada Birch was told by Kit Osei: “The quay is shut.”", []),
    "was asked": ("Ada Birch was asked: “Is the quay shut?”", []),
    "met with jeers": ("Ada Birch met jeers: “Shut the quay.”", []),
    "opened a letter": ("Ada Birch opened a letter: “Shut the quay.”", []),
    "greeted by a banner": ("Ada Birch was greeted by a banner: “Shut the quay.”", []),
    "read a letter that said": (
        "Ada Birch had a letter from Kit Osei that said: “Shut the quay.”",
        [],
    ),
    "has a motto": ("Ada Birch has a motto: “Never shut the quay.”", []),
    "sang in a musical": ("Ada Birch sang in the musical: “The Quay at Night.”", []),
    "the note on her desk": ("The note on Ada Birch’s desk: “Shut the quay.”", []),
    "a thing and a colon": ("Motto: “Never shut the quay.”", []),
    "a name and a colon": ("Ada Birch: “Shut the quay.”", ["Ada Birch"]),
    "a surname and a colon": ("Ada Birch came.\nBirch: “Shut the quay.”", ["Ada Birch"]),
    "her reply": ("Ada Birch’s reply: “Shut the quay.”", ["Ada Birch"]),
    "her warning to them": ("Ada Birch’s warning to the crew: “Shut it.”", ["Ada Birch"]),
    "was adamant": ("Ada Birch was adamant: “The quay is shut.”", ["Ada Birch"]),
    "gave a warning": ("Ada Birch gave a stark warning: “The quay is shut.”", ["Ada Birch"]),
    "had a message for them": (
        "Ada Birch had a message for the crew: “The quay is shut.”",
        ["Ada Birch"],
    ),
    "a letter from": ("A letter from Ada Birch: “The quay is shut.”", ["Ada Birch"]),
    "a letter from her door": ("A letter from Ada Birch’s door: “The quay is shut.”", []),
    "heard another say": ("Ada Birch heard Kit Osei say: “The quay is shut.”", ["Kit Osei"]),
    "cited another as saying": ("Ada Birch cited Kit Osei as saying: “The quay is shut.”", []),
    "told police another had confessed": (
        "Ada Birch told police Kit Osei had claimed: “The quay is shut.”",
        [],
    ),
    "told the jury another said": (
        "Ada Birch told the jury Kit Osei said: “The quay is shut.”",
        [],
    ),
    "said another had told her": ("“It is shut,” Ada Birch said Kit Osei told her.", []),
    "told another, who answered": (
        "“It is shut,” Ada Birch told Kit Osei, who answered: “I see.”",
        ["Ada Birch", "Kit Osei"],
    ),
    "carried over his own act": (
        "“It is shut,” said Bram Otto. He shrugged. “We shut it on Monday.”",
        ["Bram Otto", "Bram Otto"],
    ),
    "carried over the end of the cue's sentence": (
        "“It is shut,” said Bram Otto, who runs it and has the key. “We shut it on Monday.”",
        ["Bram Otto", "Bram Otto"],
    ),
    "the mayor objected": (
        "“It is shut,” said Bram Otto. The mayor objected. “It was never shut.”",
        ["Bram Otto", None],
    ),
    "she, who is not he": (
        "“It is shut,” said Bram Otto. She frowned. “It was never shut.”",
        ["Bram Otto", None],
    ),
    "a placard": (
        "“It is shut,” said Bram Otto. A placard told it differently. “It was never shut.”",
        ["Bram Otto", None],
    ),
    "his rivals": (
        "“It is shut,” said Bram Otto. His rivals think not. “It was never shut.”",
        ["Bram Otto", None],
    ),
    "the fans sang": (
        "“It is shut,” said Bram Otto. The fans sang “It was never shut.”",
        ["Bram Otto"],
    ),
    "but the mayor, in the cue's sentence": (
        "“It is shut,” said Bram Otto, but the mayor laughed. “It was never shut.”",
        ["Bram Otto", None],
    ),
    "a question in a paragraph of its own": (
        "“It is shut,” said Bram Otto.\n“Who shut it?”\n“The crew.”",
        ["Bram Otto", None, None],
    ),
    "what follows a question": (
        "“Who shut it?” said Bram Otto.\n“It was shut by the crew.”",
        ["Bram Otto", None],
    ),
    "after a dateline": (
        "“It is shut,” said Bram Otto.\n\nDUNMORE, Norland -- “It was never shut!”",
        ["Bram Otto", None],
    ),
    "signed beside": (
        "“It is shut,” said Bram Otto.\n“It was never shut.” A blogger, “The Quay at Night”",
        ["Bram Otto", None],
    ),
    "signed below": (
        "“It is shut,” said Bram Otto.\n“It was never shut and never will be.”\n— Kit Osei",
        ["Bram Otto", "Kit Osei"],
    ),
    "signed below without a dash": (
        "“It is shut,” said Bram Otto.\n“It was never shut and never will be.”\nKit Osei, baker",
        ["Bram Otto", "Kit Osei"],
    ),
    "it is false that": ("It is false that Ada Birch said “the quay is shut.”", []),
    "not true that": ("It is not true that Ada Birch said “the quay is shut.”", []),
    "was not who wrote": ("It was not Ada Birch who wrote “the quay is shut.”", []),
    "was not who wrote, but": (
        "It was not Ada Birch who wrote “the quay is shut,” but Kit Osei.",
        [],
    ),
    "wished she had said": ("Ada Birch wished she had said “the quay is shut.”", []),
    "in a doctored clip": ("In a doctored clip, Ada Birch said “the quay is shut.”", []),
    "said in a spoof": ("“The quay is shut,” Ada Birch said in a spoof interview.", []),
    "an impostor": ("An impostor for Ada Birch wrote “the quay is shut.”", []),
    "a parody account": ("A parody account of Ada Birch posted “the quay is shut.”", []),
    "in a real clip": ("In a short clip, Ada Birch said “the quay is shut.”", ["Ada Birch"]),
    "says it is fake": ("Ada Birch said the video is “a crude fake.”", ["Ada Birch"]),
    "if one, then the other": (
        "If Bram Otto says “sorry,” Ada Birch says she will open the quay.",
        ["Ada Birch"],
    ),
    "asked what another had said": (
        "Bram Otto, asked what Ada Birch had claimed, said “it is shut.”",
        ["Bram Otto"],
    ),
    "asked about another": ("Bram Otto, asked about Ada Birch, said “no.”", ["Bram Otto"]),
    "whose boss": (
        "Engineer Lena Holt, whose boss Slate once sued, said: “It is shut.”",
        ["Lena Holt"],
    ),
    "who asked not to be named": (
        "One docker, who asked not to be named, said: “It is shut.”",
        ["One docker", "One docker"],
    ),
    "three speak, named after the cue": (
        "“It is shut,” said Ada Birch, Bram Otto and Kit Osei.",
        ["Ada Birch, Bram Otto and Kit Osei"],
    ),
    "three speak, named before the cue": (
        "In Dunmore, Ada Birch, Bram Otto, and Kit Osei said “it is shut.”",
        ["Ada Birch, Bram Otto, and Kit Osei"],
    ),
    "two speak in a place": (
        "In Dunmore, Ada Birch and Bram Otto said “it is shut.”",
        ["Ada Birch and Bram Otto"],
    ),
    "two titles are no list": (
        "“It is shut,” said Ada Birch, CEO and President.",
        ["Ada Birch"],
    ),
    "another begins after a comma": (
        "“It is shut,” said Ada Birch, and Bram Otto nodded.",
        ["Ada Birch"],
    ),
    "reacting to": (
        "Reacting to the vote, the warden, Lord Ferris of Eastmere, said: “It is shut.”",
        ["Ferris"],
    ),
    "the head of a body, with her title": (
        "The head of the review, Dame Lena Holt, said: “It is shut.”",
        ["Lena Holt"],
    ),
    "on a day before the denial": (
        "Sir Abel Crane, the chairman of the Dunmore Port, on Monday denied shutting it.",
        ["Abel Crane"],
    ),
    "a question marked with Q": (
        "Q. And your crew?\nA. They said it was shut.",
        [None, None],
    ),
    "the son is not the father": (
        "Abel Crane came. Abel Crane Jr. left. “It is shut,” said Abel Crane.",
        ["Abel Crane"],
    ),
    "the son": (
        "Abel Crane came. “It is shut,” said Abel Crane Jr. on Monday.",
        ["Abel Crane Jr."],
    ),
    "father or son": (
        "Abel Crane Jr. and Abel Crane came. “It is shut,” said Crane.",
        ["Crane"],
    ),
    "a plural possessive": (
        "“It is shut,” according to the Rowers’ Weekly.",
        ["the Rowers’ Weekly"],
    ),
    "a union": ("“It is shut,” the dockers’ union said.", ["the dockers’ union"]),
    "read out another's words": ("Ada Birch read aloud: “Shut the quay at once.”", []),
    "recalled another's words": ("Ada Birch recalled his motto: “Shut the quay at once.”", []),
    "recalled another saying": ("“Shut it,” Ada Birch recalled Kit Osei saying.", []),
    "laughed at": ("Ada Birch laughed at a placard: “Shut the quay at once.”", []),
    "under a picture of": ("Beside Ada Birch: “Shut the quay at once.”", []),
    "denied that another said": ("Ada Birch denied Kit Osei said “shut it.”", []),
    "rumours that": ("Rumours that Ada Birch said “shut it” were false.", []),
    "had one said": (
        "Had Ada Birch said “shut it,” Kit Osei said, he would go.",
        ["Kit Osei"],
    ),
    "when one said it, another laughed": (
        "When Ada Birch wrote “shut it,” Kit Osei laughed.",
        ["Ada Birch"],
    ),
    "after one said it, another did": (
        "After Ada Birch said “shut it,” Kit Osei said “never.”",
        ["Ada Birch", "Kit Osei"],
    ),
    "said nothing": ("“Shut the quay.” Ada Birch said nothing.", []),
    "said nothing had changed": ("Ada Birch said nothing had changed.", ["Ada Birch"]),
    "while another acts": (
        "“It is shut,” said Bram Otto while the warden shrugged. “It was never shut.”",
        ["Bram Otto", None],
    ),
    "another after a semicolon": (
        "“It is shut,” said Bram Otto; a warden shrugged. “It was never shut.”",
        ["Bram Otto", None],
    ),
    "he spoke to her": (
        "“It is shut,” said Bram Otto. He faced his mother. “It was never shut.”",
        ["Bram Otto", None],
    ),
    "he read a poster": (
        "“It is shut,” said Bram Otto. He glanced at a poster. “Keep out of here.”",
        ["Bram Otto", None],
    ),
    "two quotations side by side": (
        "Bram Otto told Lena Holt: “It is shut.” “No, it is open.”",
        ["Bram Otto", None],
    ),
    "they, after others acted": (
        "“We sail,” said the crew. The owners argued. “It is shut,” they said.",
        ["the crew", None],
    ),
    "sued by another": ("Bram Otto was sued by Wim Declan. He said it was shut.", [None]),
}


@pytest.mark.parametrize(("text", "due"), VOICES.values(), ids=VOICES)
def test_voices(text: str, due: list[str | None], told: Told) -> None:
    assert [row["speaker"] for row in told(text)] == due
