"""The lines of WordNet's files, as they are read."""

from __future__ import annotations

from pathlib import Path

from training.wordnet import Entry, Synset, entries, exceptions, synsets


def test_an_adjective_s_satellite_is_an_adjective(tmp_path: Path) -> None:
    line = "00000001 00 a 02 Dear(p) 0 costly 0 002 & 00000003 a 0000 ! 00000002 s 0101 | x  \n"
    (tmp_path / "data.adj").write_text(f"  1 a licence\n{line}", "latin-1")
    assert list(synsets(tmp_path, "adj")) == [
        Synset(("a", "00000001"), ("dear", "costly"), (("a", "00000002"),))
    ]


def test_senses_come_as_they_stand_and_common_words_are_known(tmp_path: Path) -> None:
    (tmp_path / "index.noun").write_text(
        "  1 a licence\nmill n 2 1 @ 2 1 00000007 00000003  \nspelt n 1 0 1 0 00000005  \n",
        "latin-1",
    )
    assert list(entries(tmp_path, "noun")) == [
        Entry("mill", (("n", "00000007"), ("n", "00000003")), is_common=True),
        Entry("spelt", (("n", "00000005"),), is_common=False),
    ]


def test_a_form_may_be_of_several_words(tmp_path: Path) -> None:
    (tmp_path / "verb.exc").write_text("bought buy\nlay lay lie\n", "latin-1")
    assert dict(exceptions(tmp_path, "verb")) == {"bought": ["buy"], "lay": ["lay", "lie"]}
