"""Who is meant by a surname with a title, an initial or “he” beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from store.checking import Standing
from store.model import Article
from store.store import Store
from tests.store.checking.conftest import BY_RULES

TWO = """\
“We will rebuild the quay,” said Ines Marlow, the mayor of Dunmore. “It is paid for.”

“My nets were in that shed,” said Tom Marlow, a fisherman. “Nobody came to help.”

“There is nothing to hide,” said Deputy Mayor Colm Reeve.
"""
ANOTHER = (
    "“She was a fine pilot,” said Vera Holt. Mr Holt, her brother, did not agree.\n\n"
    "“The chart was wrong,” said Lars Quill, a spokesman for President Vera Holt.\n"
)
TOM, INES = "My nets were in that shed", "We will rebuild the quay"

VERBATIM, ELSE = Standing.VERBATIM, Standing.ANOTHER_SPEAKER

# who is said to have said what | the verdict | whether somebody else may be meant
CASES = {
    "the mayor, his words": ("Mayor Marlow", TOM, ELSE, False),
    "the mayor, her words": ("Mayor Marlow", INES, VERBATIM, False),
    "a title behind the name": ("Marlow, the mayor,", TOM, ELSE, False),
    "the fisherman, his words": ("the fisherman Marlow", TOM, VERBATIM, False),
    "another's initial": ("I. Marlow", TOM, ELSE, False),
    "his initial": ("T. Marlow", TOM, VERBATIM, False),
    "two initials, one his": ("T.J. Marlow", TOM, VERBATIM, False),
    "Mrs, his words": ("Mrs Marlow", TOM, ELSE, False),
    "Mrs, her words": ("Mrs Marlow", INES, VERBATIM, False),
    "Mr, her words": ("Mr Marlow", INES, ELSE, False),
    "Mr, his words": ("Mr Marlow", TOM, VERBATIM, False),
    "the surname only": ("Marlow", TOM, VERBATIM, True),
    "a title that nobody has": ("Dr Marlow", TOM, VERBATIM, True),
    "a misspelt full name": ("Tom Marlowe", TOM, VERBATIM, False),
    "another full name": ("Tim Marlow", TOM, ELSE, False),
    "somebody's wife": ("Tom Marlow's wife", TOM, ELSE, False),
    "whose spokesman it is": ("Vera Holt", "The chart was wrong", ELSE, False),
    "a body of that name": ("the Marlow Times", TOM, ELSE, False),
    "the prosecutor": ("the prosecutor", TOM, ELSE, False),
    "an outlet, few words": ("the Dunmore Herald", "There is nothing to hide", ELSE, False),
    "the role alone": ("the mayor of Dunmore", INES, VERBATIM, False),
}


@pytest.fixture(scope="module")
def marlows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("speakers") / "two.db", extractor=BY_RULES) as store:
        for text in (TWO, ANOTHER):
            store.load(Article(text), by="ed")
        yield store


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("draft", ["“{words},” {who} said.", "{who} said: “{words}.”"])
def test_who_is_meant(marlows: Store, case: str, draft: str) -> None:
    who, words, standing, doubtful = CASES[case]
    (verdict,) = marlows.check(draft.format(words=words, who=who))
    assert (verdict.standing, bool(verdict.others)) == (standing, doubtful)


def test_the_name_that_the_text_gives_is_told(marlows: Store) -> None:
    (verdict,) = marlows.check("“My nets were in that shed,” said Mayor Marlow.")
    assert verdict.speaker == "Mayor Marlow"


def test_a_title_alone_of_that_name_may_be_new(marlows: Store) -> None:
    (verdict,) = marlows.check("“There is nothing to hide,” said Mr Reeve.")
    assert (verdict.standing, verdict.others) == (VERBATIM, ())
