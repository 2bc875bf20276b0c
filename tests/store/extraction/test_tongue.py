"""What language an article is in, whatever it declares; English is read, and nothing else."""

from __future__ import annotations

import pytest

from store.extraction import extract
from store.extraction.tongue import foreign
from store.model import Article

ENGLISH = (
    "“The pier stays as it is,” said Ana Ruiz, who had been asked about it by the council.\n\n"
    "The vote was taken after four hours, and nobody who was in the hall left before it."
)
GERMAN = (
    "„Die Fähre bleibt“, sagte Ida Lund nach der Sitzung des Rates am Montag.\n\n"
    '"Das ist nicht wahr", said Tom Berg, der das Schiff seit dreißig Jahren fährt, und das ist '
    "auch die Meinung der anderen, die mit ihm auf dem Schiff sind."
)
FRENCH = (
    "« Nous ne supprimerons pas le bateau cet hiver », a déclaré Ida Lund après une réunion de "
    "quatre heures. “C'est faux”, a dit Tom Berg dans une lettre que nous avons lue. Le conseil "
    "n'a pas répondu à cette lettre, selon les documents qui sont dans son dossier."
)
SPANISH = (
    "«No cerraremos el barco este invierno», dijo Ida Lund después de la reunión del consejo. "
    "“Es el único camino al hospital para los que viven en la isla”, añadió. El consejo no ha "
    "respondido a la carta que los marineros le enviaron en marzo, según su secretario."
)
RUSSIAN = "«Мы не закроем паром этой зимой», — сказала Ида Лунд. “Это неправда”, — сказал Берг."
DUTCH = (
    "“De boot blijft varen”, zei Ida Lund na de vergadering van het bestuur. Het is de enige weg "
    "naar het ziekenhuis voor de mensen op het eiland, en die zijn met meer dan negenhonderd."
)
SWEDISH = (
    "”Färjan är kvar i vinter”, sade Ida Lund efter mötet som var i fyra timmar. Det är den enda "
    "vägen till sjukhuset för dem som bor på ön, och de är inte få, men ingen har frågat dem."
)
JAPANESE = "「フェリーは続けます」とルンド氏は述べた。会議は四時間に及んだ。"
BILINGUAL = (
    "“Ich bleibe und ich werde nicht gehen, das ist mein Wort und es gilt auch für den Rat,” the "
    "mayor told reporters in German, and it was not what they had been waiting for in the hall."
)
RESULTS = "Sund 3 Vik 1. Aas 2 Moe 2. Berg 0 Lund 4. Holm 1 Dahl 1. " * 4


@pytest.mark.parametrize(
    ("text", "declared", "due"),
    [
        pytest.param(ENGLISH, None, None, id="English"),
        pytest.param(ENGLISH, "de", None, id="English that is declared German"),
        pytest.param(ENGLISH, "en-GB", None, id="English, declared"),
        pytest.param(GERMAN, None, "German", id="German"),
        pytest.param(GERMAN, "en", "German", id="German in an English template"),
        pytest.param(FRENCH, "en-US", "French", id="French in an English template"),
        pytest.param(SPANISH, None, "Spanish", id="Spanish"),
        pytest.param(DUTCH, None, "Dutch", id="Dutch"),
        pytest.param(SWEDISH, "sv-SE", "Swedish", id="Swedish"),
        pytest.param(RUSSIAN, "ru", "Russian", id="Russian, declared"),
        pytest.param(RUSSIAN, "en", "another language", id="a script of several languages"),
        pytest.param(JAPANESE, None, "Japanese", id="Japanese"),
        pytest.param(BILINGUAL, None, None, id="English around German words"),
        pytest.param(RESULTS, "en", None, id="a list of names, declared English"),
        pytest.param(RESULTS, None, None, id="a list of names"),
        pytest.param(RESULTS, "fi-FI", "Finnish", id="a list of names, declared Finnish"),
        pytest.param("“No,” said Ana Ruiz.", None, None, id="one sentence"),
        pytest.param("„Nein“, sagte Ana Ruiz.", "de-AT", "German", id="one sentence, declared"),
        pytest.param("", None, None, id="nothing"),
        pytest.param("12 — 13! 14?", "en", None, id="no words"),
        pytest.param(GERMAN, "xx", "German", id="a language that nobody knows"),
    ],
)
def test_language(text: str, declared: str | None, due: str | None) -> None:
    assert foreign(Article(text, language=declared)) == due


@pytest.mark.parametrize("text", [GERMAN, FRENCH, SPANISH, RUSSIAN, DUTCH, SWEDISH, JAPANESE])
def test_no_statement_is_found_in_another_language(text: str) -> None:
    assert extract(Article(text, language="en")) == ()


@pytest.mark.parametrize("text", [ENGLISH, BILINGUAL])
def test_statements_are_found_in_english(text: str) -> None:
    assert extract(Article(text))
