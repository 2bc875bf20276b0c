"""Names that are other words, too; first names, roles and pairs that stand for people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Speakers = Callable[[str], list[str | None]]

# id: (text with <sources>, {cues} and [what was said], the last speaker)
NAMES: dict[str, tuple[str, str | None]] = {
    "verb as given name": (
        "<Will Stone> {said} [the plan was bad].",
        "Will Stone",
    ),
    "month as given name": (
        "<May Summers> {said} [neither was right].",
        "May Summers",
    ),
    "month as given name, then her surname": (
        "May Summers came. <Summers> {said} [neither was right].",
        "May Summers",
    ),
    "month and a town": (
        "In April Dunmore flooded. <Dunmore> {said} [no].",
        "Dunmore",
    ),
    "a girl called April": (
        "<April Finch> {said} [it was late].",
        "April Finch",
    ),
    "a girl called June, later": (
        "“It is late,” June Tarn laughed. <Tarn> {said} [it was shut].",
        "June Tarn",
    ),
    "a man called Grant": (
        "<Grant Wood> {said} [the plan was good].",
        "Grant Wood",
    ),
    "a man called Mark in a question": (
        "Will Mark Tarn go? <Tarn> {said} [he would].",
        "Mark Tarn",
    ),
    "will before a surname": (
        "Will Otto go? <Ivo Otto> {said} [he would].",
        "Ivo Otto",
    ),
    "chef": (
        "<Chef Alain Roux> {said} [salt is bad].",
        "Alain Roux",
    ),
    "miner": (
        "<Miner Huw Pryce> {said} [the shaft was wet].",
        "Huw Pryce",
    ),
    "beekeeper": (
        "<Beekeeper Tilda Moss> {said} [the hives were empty].",
        "Tilda Moss",
    ),
    "billionaire investor": (
        "<Billionaire investor Karl Roy> {said} [shares would fall].",
        "Karl Roy",
    ),
    "a firm’s trainee": (
        "<Trainee nurse Ida Holm> {said} [the ward was full].",
        "Ida Holm",
    ),
    "one’s wife by her first name": (
        "<Hanley’s wife, Sonia,> {said} [police had lied].",
        "Sonia",
    ),
    "the mayor’s son": (
        "<The mayor’s son, Tom,> {said} [he was sorry].",
        "Tom",
    ),
    "his brother by first name": (
        "Liam Orr left. <His brother Sean> {said} [no].",
        "Sean",
    ),
    "seldom": (
        "<Ada Moll> seldom {said} [the bank was safe].",
        "Ada Moll",
    ),
    "only": (
        "<Only Ada Moll> {said} [the bank was safe].",
        "Ada Moll",
    ),
    "even": (
        "<Even Ada Moll> {said} [the bank was safe].",
        "Ada Moll",
    ),
    "yesterday": (
        "<Yesterday Ada Moll> {said} [the bank was safe].",
        "Ada Moll",
    ),
    "whenever": (
        "<Whenever Ada Moll> {said} [the bank was safe].",
        "Ada Moll",
    ),
    "the former": (
        "Greta Solm and Guy Brand met. <The former> {said} [the law was cruel].",
        "Greta Solm",
    ),
    "the latter": (
        "Greta Solm and Guy Brand met. <The latter> {said} [the law was kind].",
        "Guy Brand",
    ),
    "the latter of three": (
        "Greta Solm, Ida Holm and Guy Brand met. <The latter> {said} [the law was kind].",
        None,
    ),
    "capitals": (
        "ADA MOLL is gone. <MOLL> {said} [the bank was safe].",
        "ADA MOLL",
    ),
    "a surname two bear, one a woman": (
        "Ellen Crake, whose sister Vera Crake runs the bank, resigned. <Crake> {said} "
        "[she would stay].",
        "Crake",
    ),
    "someone who": (
        "<Someone who owned one, Bill Hartley,> {said} [his dog howled].",
        "Bill Hartley",
    ),
    "whose aide": (
        "Ian Dunn, <whose aide> {said} [the tax was fair], resigned.",
        "Ian Dunn's aide",
    ),
    "whose mother, by name": (
        "Ian Dunn, <whose mother Ada Moll> {said} [the tax was fair], resigned.",
        "Ada Moll",
    ),
    "acronym body": (
        "The Fen River Trust (FRT) met. <FRT> {said} [the dam would hold].",
        "Fen River Trust",
    ),
    "a report’s publisher": (
        "A report by the Fen River Trust came out. <The report> {said} [the dam would hold].",
        "The report",
    ),
    "the poster is someone": (
        "Ada Moll posted it. <The poster> {said} [the dam would hold].",
        "The poster",
    ),
    "theresa may": (
        "Theresa May left. <May> {said} [it was over].",
        "Theresa May",
    ),
    "headline will": (
        "Will Kerr Quit?\n\n“[It is late],” <Kerr> {said}.",
        "Kerr",
    ),
    "on may summers": (
        "The vote was on May Day. <Ada Moll> {said} [it was late].",
        "Ada Moll",
    ),
}


@pytest.mark.parametrize(("text", "due"), NAMES.values(), ids=NAMES)
def test_last_speaker(text: str, due: str | None, speakers: Speakers) -> None:
    assert speakers(text)[-1] == due
