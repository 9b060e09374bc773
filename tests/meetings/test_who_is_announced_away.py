"""Who cannot come, who comes instead, and who takes part on a screen or for a while, as decks announce it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.deck_builder import document, laid_out, slide, table

from radsassistent.documents import Block, BlockKind, Box, Slide, SlideStatus
from radsassistent.meetings import Attendee, Meeting, Presence, understand

OPENING = slide("Møte i Trollhagerådet 12. mars 2031")
AWAY, HERE, INSTEAD = Presence.ABSENT, Presence.PRESENT, Presence.SUBSTITUTE


def meeting(*slides: Slide) -> Meeting:
    return understand([document(OPENING, *slides)])


def told(found: Sequence[Attendee]) -> list[tuple[str, Presence, str | None, str | None]]:
    return [(a.name, a.presence, a.substitutes_for, a.reason) for a in found]


def cards(title: str, *columns: Sequence[str]) -> Slide:
    """A slide of columns, each a heading over frames of one line."""
    blocks = [Block(BlockKind.TITLE, title, Box(40, 20, 900, 50), size=32)]
    for column, (heading, *lines) in enumerate(columns):
        left = 40.0 + 300 * column
        blocks.append(
            Block(BlockKind.HEADING, heading, Box(left, 90, left + 260, 110), group=column, size=16, bold=True)
        )
        for place, line in enumerate(lines):
            box = Box(left, 140 + 60 * place, left + 260, 170 + 60 * place)
            blocks.append(Block(BlockKind.PARAGRAPH, line, box, group=10 + 10 * column + place, size=12))
    return Slide(1, 960, 540, tuple(blocks), SlideStatus.TEXT)


def test_frames_under_a_heading_of_those_away_tell_who_is_who_comes_and_who_misses_only_a_part() -> None:
    understood = meeting(
        cards(
            "Rundt bålet: sekretariat og forfall",
            ("Sekretariat", "Nora Grøn – skriver", "Pål Stein – vaktsjef", "Ida Elv – bålmester"),
            (
                "Forfall",
                "Grim Steinset – permisjon ut april. Vara: Tora Fabelvik",
                "Ylva Bergtatt – møter fra kl. 11.20. Ingen vara innkalt",
                "Siv Sagn – inhabil i sak 3/31. Vara i saken: Odd Huldermo",
            ),
        )
    )
    assert told(understood.attendance) == [
        ("Grim Steinset", AWAY, None, "permisjon ut april"),
        ("Tora Fabelvik", INSTEAD, "Grim Steinset", None),
        ("Ylva Bergtatt", HERE, None, "møter fra kl. 11.20"),
        ("Siv Sagn", HERE, None, "inhabil i sak 3/31"),
        ("Odd Huldermo", INSTEAD, "Siv Sagn", "inhabil i sak 3/31"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Grim Steinset – syk. Vara: Tora Fabelvik",
        "Grim Steinset (syk) – tjernvokter Tora Fabelvik møter",
        "Grim Steinset (syk) → Tora Fabelvik",
        "Grim Steinset – syk, vara Tora Fabelvik",
        "Grim Steinset (syk), vara: Tora Fabelvik",
        "Grim Steinset – syk. Varamedlem Tora Fabelvik kjem",
        "Grim Steinset – syk. Derfor stiller Tora Fabelvik",
        "Grim Steinset – syk. Da første vara er bortreist, møter tjernvokter Tora Fabelvik",
    ],
)
def test_a_line_of_those_away_tells_who_comes_instead_in_whatever_words(line: str) -> None:
    found = meeting(slide("Hvem er her i dag?", ("Meldt forfall:", f"• {line}"))).attendance
    assert told(found) == [("Grim Steinset", AWAY, None, "syk"), ("Tora Fabelvik", INSTEAD, "Grim Steinset", None)]


@pytest.mark.parametrize("title", ["Forfall", "Meldt forfall", "Forfall til møtet", "Forfall og vara"])
def test_under_a_title_of_those_away_each_point_tells_of_one(title: str) -> None:
    found = meeting(
        slide(title, "• Grim Steinset – syk", "• Tora Fabelvik – vara for Grim Steinset", "• Ylva Bergtatt")
    )
    assert told(found.attendance) == [
        ("Grim Steinset", AWAY, None, "syk"),
        ("Tora Fabelvik", INSTEAD, "Grim Steinset", None),
        ("Ylva Bergtatt", AWAY, None, None),
    ]


def test_under_a_title_of_those_who_came_as_well_nobody_is_away() -> None:
    assert not meeting(slide("Frammøte og forfall", "• Grim Steinset", "• Ylva Bergtatt")).attendance


@pytest.mark.parametrize(
    "line",
    [
        "Forfall: Grim Steinset (vaktskifte ved Tåkefyret). Da 1. vara er bortreist, møter Tora Fabelvik.",
        "Forfall: Grim Steinset (vaktskifte ved Tåkefyret). Tora Fabelvik møter.",
        "Forfall: Grim Steinset (vaktskifte ved Tåkefyret). I staden kjem tjernvokter Tora Fabelvik.",
        "Forfall: Grim Steinset (vaktskifte ved Tåkefyret). 2. vara Tora Fabelvik stiller.",
    ],
)
def test_a_sentence_behind_the_one_who_is_away_tells_who_comes(line: str) -> None:
    found = meeting(slide("Vara og observatører", line)).attendance
    assert told(found) == [
        ("Grim Steinset", AWAY, None, "vaktskifte ved Tåkefyret"),
        ("Tora Fabelvik", INSTEAD, "Grim Steinset", None),
    ]


MEMBERS = slide(
    "Rådets medlemmer 2031–2034",
    table(
        ("Navn", "Tittel", "Organisasjon"),
        ("Grim Steinset", "Fjellvokter", "Trollforbundet"),
        ("Ylva Bergtatt", "Brusjef", "Jutullaget"),
        ("Siv Sagn", "Tjernmester", "Sagalaget"),
    ),
)


@pytest.mark.parametrize("remark", ["Merknad", "I dag", "Kommentar"])
def test_remarks_of_a_table_tell_of_members_listed_before_how_they_take_part(remark: str) -> None:
    understood = meeting(
        MEMBERS,
        slide(
            "Forfall, vara og observatører i dag",
            table(
                ("Navn", "Rolle", remark),
                ("Grim Steinset", "Medlem", "Forfall – vara Tora Fabelvik møter"),
                ("Ylva Bergtatt", "Medlem", "Deltar digitalt"),
                ("Siv Sagn", "Medlem", "Går kl. 13.30"),
                ("Nora Grøn", "Observatør", "Ekspedisjonssjef, Trolldepartementet"),
                ("Pål Stein", "Rådgiver", "Sekretariatet – referent"),
            ),
        ),
    )
    assert told(understood.attendance) == [
        ("Grim Steinset", AWAY, None, None),
        ("Tora Fabelvik", INSTEAD, "Grim Steinset", None),
        ("Ylva Bergtatt", HERE, None, "Deltar digitalt"),
        ("Siv Sagn", HERE, None, "Går kl. 13.30"),
    ]
    assert [m.name for m in understood.members] == [
        "Grim Steinset",
        "Ylva Bergtatt",
        "Siv Sagn",
        "Nora Grøn",
        "Pål Stein",
    ]
    nora = understood.members[3]
    assert (nora.role, nora.title, nora.organisation) == ("Observatør", "Ekspedisjonssjef", "Trolldepartementet")


def test_a_mark_behind_a_name_tells_how_somebody_takes_part() -> None:
    understood = meeting(
        slide(
            "Rådets medlemmer",
            "• Grim Steinset, fjellvokter, Trollforbundet (digitalt)",
            "• Ylva Bergtatt, brusjef – møter fra kl. 11.20",
            "• Siv Sagn, forteller – kommer fra Tåkeheim",
            "• Per Eventyr, skogvokter",
        )
    )
    assert told(understood.attendance) == [
        ("Grim Steinset", HERE, None, "digitalt"),
        ("Ylva Bergtatt", HERE, None, "møter fra kl. 11.20"),
    ]


def test_one_with_a_mark_stays_on_a_list_of_names_alone() -> None:
    lists = (slide("Arbeidsutvalget", "• Grim Steinset (digitalt)", "• Ylva Bergtatt", "• Siv Sagn"), MEMBERS)
    found = [(m.name, m.group) for m in meeting(*lists).members if m.name == "Grim Steinset"]
    assert [group for _, group in found] == ["Arbeidsutvalget", "Rådets medlemmer 2031–2034"]


def test_stand_ins_in_their_order_are_read_whatever_they_are() -> None:
    found = meeting(
        laid_out(
            "Vara og observatører",
            ("* Varamedlemmer (i rekkefølge)", 40, 90),
            ("1. vara: kommandørkaptein (p) Tora Fabelvik", 40, 120),
            ("2. vara: skredvarsler Odd Huldermo", 40, 140),
            ("3. vara: lektor Nils Nøkk", 40, 160),
        )
    ).members
    heading = "Varamedlemmer (i rekkefølge)"
    assert [(m.name, m.role, m.title, m.group) for m in found] == [
        ("Tora Fabelvik", "1. vara", "kommandørkaptein (p)", heading),
        ("Odd Huldermo", "2. vara", "skredvarsler", heading),
        ("Nils Nøkk", "3. vara", "lektor", heading),
    ]


@pytest.mark.parametrize(
    ("note", "coming"),
    [
        ("* Har meldt forfall til møtet 12. mars; vararepresentanten er innkalt.", ["Ylva Bergtatt"]),
        ("* Meldt forfall.", []),
        ("* Møter for første gang.", None),
        ("** Meldt forfall.", None),
    ],
)
def test_a_note_by_its_mark_tells_whom_of_a_table_is_away(note: str, coming: list[str] | None) -> None:
    found = meeting(
        slide(
            "Rådets medlemmer",
            table(
                ("Kommune", "Medlem", "Parti", "Vararepresentant"),
                ("Tåkeheim", "Tora Fabelvik (leder)", "Hulderlista", "Odd Huldermo"),
                ("Skodde", "Grim Steinset *", "Trollpartiet", "Ylva Bergtatt"),
            ),
            note,
        )
    ).attendance
    away = [] if coming is None else [("Grim Steinset", AWAY, None, None)]
    assert told(found) == [*away, *((name, INSTEAD, "Grim Steinset", None) for name in coming or ())]


def test_a_note_of_one_star_is_not_of_who_has_two() -> None:
    found = meeting(
        slide(
            "Rådets medlemmer",
            table(
                ("Kommune", "Medlem", "Parti"),
                ("Tåkeheim", "Tora Fabelvik **", "Hulderlista"),
                ("Skodde", "Grim Steinset *", "Trollpartiet"),
            ),
            "* Meldt forfall.",
            "** Møter for første gang.",
        )
    ).attendance
    assert told(found) == [("Grim Steinset", AWAY, None, None)]


def test_a_stand_in_who_meets_is_told_with_the_title_behind_the_name() -> None:
    understood = meeting(
        slide(
            "Rådets medlemmer",
            "Tora Fabelvik, fyrvokter",
            "Odd Huldermo, brovakt",
            "Meldt forfall: Tora Fabelvik. Møtende vara: Siv Sagn, seksjonsoverlege.",
        )
    )
    assert told(understood.attendance) == [
        ("Tora Fabelvik", AWAY, None, None),
        ("Siv Sagn", INSTEAD, "Tora Fabelvik", None),
    ]
    assert [(a.title, a.organisation) for a in understood.attendance][1] == ("seksjonsoverlege", None)


@pytest.mark.parametrize(
    ("heading", "line", "comes"),
    [
        ("Varamedlemmer som møter:", "Siv Tuss (Sp) for Kari Fabel", True),
        ("Varamedlem:", "Siv Tuss (Sp), møter for Kari Fabel", True),
        ("Varamedlemmer:", "Siv Tuss (Sp), vara for Kari Fabel", False),
        ("Varamedlemmer:", "Siv Tuss (Sp) for Kari Fabel", False),
    ],
)
def test_who_sits_in_the_seat_of_somebody_comes_where_the_list_says_so_or_that_one_is_away(
    heading: str, line: str, comes: bool
) -> None:
    listed = ("Faste medlemmer:", "Kari Fabel (Sp)", "Ola Sagn (H)", "Liv Alv (Ap)", heading, line)

    def coming(*more: str) -> list[tuple[str, str | None]]:
        found = understand([document(slide("Møte i Trollrådet 12. mars 2031"), slide("Medlemmer", *listed, *more))])
        assert "Siv Tuss" in {each.name for each in found.members}
        return [(a.name, a.substitutes_for) for a in found.attendance if a.presence is Presence.SUBSTITUTE]

    assert coming() == ([("Siv Tuss", "Kari Fabel")] if comes else [])
    assert coming("Forfall:", "Kari Fabel") == [("Siv Tuss", "Kari Fabel")]


@pytest.mark.parametrize(
    "line",
    ["Forfall: Grim Steinset (Tora Fabelvik møter)", "Forfall: Grim Steinset (vara: Tora Fabelvik)",
     "Grim Steinset har meldt fråfall; Tora Fabelvik møter.", "Grim Steinset har meldt forfall. Tora Fabelvik stiller.",
     "Ylva Bergtatt deltar på video. Grim Steinset har meldt forfall; Tora Fabelvik møter."],
)  # fmt: skip
def test_who_comes_is_told_in_brackets_or_in_the_next_clause(line: str) -> None:
    found = meeting(MEMBERS, slide("Hvem er her i dag?", line)).attendance
    assert [(a.name, a.presence, a.substitutes_for, a.organisation) for a in found] == [
        ("Grim Steinset", AWAY, None, None),
        ("Tora Fabelvik", INSTEAD, "Grim Steinset", None),
    ]


@pytest.mark.parametrize(
    "label",
    ["Ikke til stede 12. mars", "Ikkje til stades i dag", "Forfall 12. mars 2031", "Er ikke med", "Meldt fråfall"],
)
def test_those_who_are_not_there_that_day_are_away_by_whatever_words(label: str) -> None:
    found = meeting(MEMBERS, slide("Hvem er her i dag?", f"{label}: Grim Steinset")).attendance
    assert told(found) == [("Grim Steinset", AWAY, None, None)]


def test_those_under_a_band_are_away_and_those_under_the_band_beside_or_below_it_are_not() -> None:
    bands = {"Til stede": (40, 90), "Forfall": (500, 90), "Fra sekretariatet": (500, 250)}
    lines = {
        "Siv Sagn – Sagalaget (leder)": (40, 130), "Ida Elv – Elvelaget": (40, 160), "Nora Grøn – Grønn front": (40, 190),
        "Grim Steinset – Trollforbundet": (500, 130), "Ylva Bergtatt – syk": (500, 160), "Pål Stein – vaktsjef": (500, 290),
    }  # fmt: skip
    made = laid_out("Deltakere i møtet", *((text, left, top) for text, (left, top) in (bands | lines).items()))
    framed = [
        replace(block, group=number, bold=True) if block.text in bands else block
        for number, block in enumerate(made.blocks)
    ]
    found = meeting(replace(made, blocks=tuple(framed))).attendance
    assert [(a.name, a.presence, a.organisation, a.reason) for a in found] == [
        ("Grim Steinset", AWAY, "Trollforbundet", None),
        ("Ylva Bergtatt", AWAY, None, "syk"),
    ]
