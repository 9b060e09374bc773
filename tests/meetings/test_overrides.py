"""What a meeting's folder says of the meeting, above what its documents say."""

from __future__ import annotations

from datetime import date

import pytest
from tests.deck_builder import document, slide

from radsassistent.meetings import Classification, Overrides, OverridesError, understand

DECK = document(
    slide("Møte i Oppdiktrådet 13. februar 2026"), slide("Sak 3: Troll"), slide("Om trollet", "Det er grønt.")
)


@pytest.mark.parametrize(
    "text",
    [
        'organ = "Fagrådet"\ndato = 2026-02-12\ntittel = "Vintermøtet"\nklassifisering = "intern"\n',
        'body = "Fagrådet"\ndate = "12.02.2026"\ntitle = "Vintermøtet"\nclassification = "Intern"\n',
        'organ = " Fagrådet "\ndato = "12. februar 2026"\ntittel = "Vintermøtet"\nklassifisering = "intern"',
    ],
)
def test_the_keys_are_read_in_norwegian_and_in_english(text: str) -> None:
    assert Overrides.parse(text) == Overrides("Fagrådet", date(2026, 2, 12), "Vintermøtet", Classification.INTERNAL)


def test_an_empty_file_says_nothing() -> None:
    assert Overrides.parse("") == Overrides()
    assert understand([DECK], Overrides.parse("")) == understand([DECK])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('orgn = "Fagrådet"', "nøkkelen «orgn» er ukjent"),
        ("organ = 5", "«organ» må være tekst"),
        ('organ = ""', "«organ» må være tekst"),
        ('dato = "snart"', "«dato» må være en dato"),
        ("dato = 2026-02-12T10:00:00", "«dato» må være en dato"),
        ("dato = 20260212", "«dato» må være en dato"),
        ('klassifisering = "hemmelig"', '«klassifisering» må være "åpen" eller "intern"'),
        ("klassifisering = true", '«klassifisering» må være "åpen" eller "intern"'),
        ('organ = "A"\nbody = "B"', "«organ» er oppgitt to ganger"),
        ("organ = Fagrådet", "kan ikke leses som TOML"),
        ("[mote]\norgan = 'x'", "nøkkelen «mote» er ukjent"),
    ],
)
def test_what_cannot_be_understood_is_told_in_one_line_with_a_way_out(text: str, says: str) -> None:
    with pytest.raises(OverridesError) as caught:
        Overrides.parse(text)
    message = str(caught.value)
    assert message.startswith("møte.toml: ") and says in message
    assert "\n" not in message and len(message.split(". ")) >= 2


def test_the_folder_holds_and_each_conflict_is_told() -> None:
    meeting = understand(
        [DECK],
        Overrides.parse('organ = "Fagrådet"\ndato = 2026-02-12\ntittel = "Vintermøtet"\nklassifisering = "åpen"'),
    )
    assert (meeting.body, meeting.date, meeting.title) == ("Fagrådet", date(2026, 2, 12), "Vintermøtet")
    assert meeting.classification is Classification.OPEN
    assert meeting.warnings == (
        "møte.toml sier Fagrådet, dokumentet sier Oppdiktrådet (side 1). møte.toml gjelder.",
        "møte.toml sier 12.02.2026, dokumentet sier 13.02.2026 (side 1). møte.toml gjelder.",
    )


def test_what_agrees_is_no_conflict() -> None:
    meeting = understand([DECK], Overrides.parse('organ = "Oppdiktråd"\ndato = 2026-02-13'))
    assert meeting.warnings == ()
    assert meeting.body == "Oppdiktråd"


def test_the_folder_fills_what_the_documents_leave_out_and_numbers_their_cases() -> None:
    silent = document(slide("Velkommen"), slide("Sak 3: Troll"), slide("Om trollet", "Det er grønt."))
    meeting = understand([silent], Overrides(body="Fagrådet", date=date(2027, 1, 5)))
    assert meeting.warnings == ()
    assert [case.number for case in meeting.cases] == ["3/27"]
