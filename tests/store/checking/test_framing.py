"""Words quoted without those that make them another's or untrue, and the harmless opposites."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.checking import Standing, Verdict
from store.model import Article
from store.store import Store
from tests.store.checking.conftest import BY_RULES

ALTERED, PARTIAL, VERBATIM = Standing.ALTERED, Standing.PARTIAL, Standing.VERBATIM

# what Ada Birch said | what of it is quoted as hers
ANOTHERS = {
    "what she was called": ("They called me ‘a menace to shipping’.", "a menace to shipping"),
    "what she was told": ("He told me: ‘Sell the pier by Friday.’", "Sell the pier by Friday."),
    "what people claim": ("People claim that we hid the survey.", "We hid the survey."),
    "what critics say": ("My critics say we have failed the town.", "We have failed the town."),
    "what a paper says": ("The survey says the piles are “rotten through”.", "rotten through"),
    "what others think": ("They think we burnt the survey.", "We burnt the survey."),
    "what one is told": ("We are told that nobody will come.", "Nobody will come."),
    "who says it told after it": (
        "‘Sell the pier by Friday,’ he told me.",
        "Sell the pier by Friday,",
    ),
    "what one is made out to be": ("They have made me out to be ‘a tyrant’.", "a tyrant"),
    "after an ellipsis": (
        "I hear people claim that we hid the survey.",
        "I hear … we hid the survey.",
    ),
}
NOT_SO = {
    "never said": ("I never said ‘we will burn it down’.", "We will burn it down."),
    "never told anyone": ("I never told anyone, ‘pay up or leave’.", "Pay up or leave."),
    "not true": ("It is not true that we will leave the county.", "We will leave the county."),
    "not believed": ("I don't believe that we lied to the crews.", "We lied to the crews."),
    "wrong to say": ("It would be wrong to say that the town is broke.", "The town is broke."),
    "a lie": ("It is a lie that the pier was sold.", "The pier was sold."),
    "an absurd idea": ("The idea that we sold the pier is absurd.", "We sold the pier."),
    "a condition": ("We will close if they cut the grant.", "They cut the grant."),
    "what one asks": ("Did we cut any corners? You tell me.", "We cut any corners."),
    "why one asks": ("Why would we lie about a pier?", "We lie about a pier."),
    "a question": ("Did I say ‘the money is gone’?", "The money is gone."),
}
HERS = {
    "what she told somebody": (
        "I told him: ‘Sell the pier by Friday.’",
        "Sell the pier by Friday.",
    ),
    "what she called it": (
        "We call it ‘the long repair of the pier’.",
        "the long repair of the pier",
    ),
    "what she believes": (
        "We believe the pier is safe to walk on.",
        "The pier is safe to walk on.",
    ),
    "what she knows": ("I know that we failed these families.", "We failed these families."),
    "what is fair to say": ("It is fair to say that the town is broke.", "The town is broke."),
    "what she admits": ("I have to say that we hid the survey.", "We hid the survey."),
    "after a condition": ("If they cut the grant, we will close in May.", "We will close in May."),
    "another clause": ("They call me names, but we will not leave.", "We will not leave."),
    "what she sets against it": (
        "They say that harbours are for the rich, but I grew up on this quay.",
        "I grew up on this quay.",
    ),
    "a word of her own in marks": (
        "I am not ‘a tyrant’, I am ‘the harbour's own’.",
        "the harbour's own",
    ),
    "beside a question": ("Will we stay? We have paid for it.", "We have paid for it."),
    "a question with its answer": ("Why did it fall? It was rotten.", "It was rotten."),
    "a report beside it": ("He says it is finished. We are still here.", "We are still here."),
}


def _check(path: Path, said: str, draft: str) -> Verdict:
    with Store(path / "pier.db", extractor=BY_RULES) as store:
        marked = said.replace("“", "‘").replace("”", "’")
        store.load(Article(f"“{marked}” said Ada Birch, the mayor of Port Ansel."), by="ed")
        return store.check(draft)[-1]


@pytest.mark.parametrize("case", ANOTHERS | NOT_SO)
@pytest.mark.parametrize("draft", ["Ada Birch said: “{}”", "{}"], ids=["as hers", "bare"])
def test_words_without_what_makes_them_anothers_or_untrue(
    tmp_path: Path, case: str, draft: str
) -> None:
    said, quoted = (ANOTHERS | NOT_SO)[case]
    assert _check(tmp_path, said, draft.format(quoted)).standing is ALTERED


@pytest.mark.parametrize("case", ANOTHERS)
def test_that_they_are_anothers_is_told(tmp_path: Path, case: str) -> None:
    said, quoted = ANOTHERS[case]
    assert _check(tmp_path, said, f"Ada Birch said: “{quoted}”").out_of_context


@pytest.mark.parametrize("case", HERS)
def test_words_that_stay_hers(tmp_path: Path, case: str) -> None:
    said, quoted = HERS[case]
    verdict = _check(tmp_path, said, f"Ada Birch said: “{quoted}”")
    assert verdict.standing in (PARTIAL, VERBATIM)
    assert not verdict.out_of_context


@pytest.mark.parametrize(
    "draft",
    [
        "Ada Birch said they called her “a menace to shipping”.",
        "“They called me ‘a menace to shipping’,” Ada Birch said.",
    ],
)
def test_a_draft_may_tell_it_itself(tmp_path: Path, draft: str) -> None:
    verdict = _check(tmp_path, "They called me ‘a menace to shipping’.", draft)
    assert verdict.standing in (PARTIAL, VERBATIM)
