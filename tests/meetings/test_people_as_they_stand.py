"""People of invented councils, told by where their names stand: under headings, on sub-levels, in columns, beside badges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.deck_builder import document, laid_out, pages, slide, table

from radsassistent.documents import Block, BlockKind, Box, Slide, SlideStatus
from radsassistent.meetings import Meeting, Presence, understand

OPENING = slide("Møte i Trollhagerådet 12. mars 2031")


def meeting(*slides: Slide) -> Meeting:
    return understand([document(OPENING, *slides)])


def told(*slides: Slide) -> list[tuple[str, str | None, str | None, str]]:
    return [(m.name, m.organisation or m.title, m.role, m.group) for m in meeting(*slides).members]


def bullets(title: str, *lines: str) -> Slide:
    """A slide of bullets; two spaces before a text put it one level below."""
    blocks = [Block(BlockKind.TITLE, title, Box(40, 20, 900, 50), size=32)]
    for place, line in enumerate(lines):
        text = line.lstrip()
        box = Box(40, 100 + 20 * place, 900, 118 + 20 * place)
        level = (len(line) - len(text)) // 2
        blocks.append(Block(BlockKind.BULLET, text, box, level=level, size=18 - 2 * level))
    return Slide(1, 960, 540, tuple(blocks), SlideStatus.TEXT)


def framed(title: str, *frames: tuple[float, float, Sequence[str]]) -> Slide:
    """A slide of frames: where each begins from the left and the top, and its lines; "* " sets one in bold."""
    blocks = [Block(BlockKind.TITLE, title, Box(40, 20, 900, 50), size=32)]
    for group, (left, top, lines) in enumerate(frames):
        for place, line in enumerate(lines):
            said = line.removeprefix("* ")
            kind = BlockKind.HEADING if said != line else BlockKind.PARAGRAPH
            box = Box(left, top + 18 * place, left + 200, top + 18 * place + 16)
            blocks.append(Block(kind, said, box, group=group, size=14, bold=said != line))
    return Slide(1, 960, 540, tuple(blocks), SlideStatus.TEXT)


def test_what_stands_a_level_below_a_name_is_told_of_that_one() -> None:
    found = meeting(
        bullets(
            "Styrets sammensetning",
            *("Tora Fabelvik", "  styreleder", "Odd Huldermo", "  valgt av de ansatte", "Siv Sagn", "  observatør"),
        )
    ).members
    assert [(m.name, m.role, m.details) for m in found] == [
        ("Tora Fabelvik", "styreleder", ()),
        ("Odd Huldermo", None, (("valgt av", "de ansatte"),)),
        ("Siv Sagn", "observatør", ()),
    ]


def test_names_a_level_below_an_organisation_sit_for_it_though_it_looks_like_a_name() -> None:
    group = "Medlemmer i brukerrådet"
    assert told(
        bullets(
            group,
            *("Trollets Venner", "  Tora Fabelvik (leder)", "Huldrelaget", "  Odd Huldermo", "  Siv Sagn"),
            *("Fyrets Alliansen", "  Nils Nøkk"),
        )
    ) == [
        ("Tora Fabelvik", "Trollets Venner", "leder", group),
        ("Odd Huldermo", "Huldrelaget", None, group),
        ("Siv Sagn", "Huldrelaget", None, group),
        ("Nils Nøkk", "Fyrets Alliansen", None, group),
    ]


def test_parties_in_boxes_have_their_members_and_their_stand_ins_below_them() -> None:
    assert told(
        framed(
            "Rådets medlemmer",
            (
                40,
                100,
                ("* Trollpartiet", "Tora Fabelvik (leder)", "Odd Huldermo", "Vara:", "1. Siv Sagn", "2. Nils Nøkk"),
            ),
            (300, 100, ("* Hulderlista", "Per Eventyr", "Vara: Jon Jutul")),
            (560, 100, ("* Merknad", "To har stemmerett.")),
        )
    ) == [
        ("Tora Fabelvik", "Trollpartiet", "leder", "Rådets medlemmer"),
        ("Odd Huldermo", "Trollpartiet", None, "Rådets medlemmer"),
        ("Siv Sagn", "Trollpartiet", "1. vara", "Vara"),
        ("Nils Nøkk", "Trollpartiet", "2. vara", "Vara"),
        ("Per Eventyr", "Hulderlista", None, "Rådets medlemmer"),
        ("Jon Jutul", "Hulderlista", "Vara", "Vara"),
    ]


def test_cards_in_one_type_begin_with_a_name() -> None:
    assert told(
        framed(
            "Styringsgruppens medlemmer",
            (40, 100, ("Tora Fabelvik", "Leder, Tåkeheim kommune")),
            (300, 100, ("Odd Huldermo", "Statens huldrekontor")),
            (560, 100, ("Siv Sagn", "Brukerrepresentant", "Skodde Fiskelag")),
        )
    ) == [
        ("Tora Fabelvik", "Tåkeheim kommune", "Leder", "Styringsgruppens medlemmer"),
        ("Odd Huldermo", "Statens huldrekontor", None, "Styringsgruppens medlemmer"),
        ("Siv Sagn", "Skodde Fiskelag", None, "Styringsgruppens medlemmer"),
    ]


def badges(*texts: tuple[str, float, float]) -> Slide:
    """Cards of names in bold, in columns, with badges in small type above some."""
    made = laid_out("Hvem sitter rundt bordet?", *texts)
    small = {"LEDER", "NESTLEDER", "FORFALL"}
    shown = [
        Block(
            b.kind, b.text, Box(b.box.left + 30, b.box.top, b.box.left + 90, b.box.top + 10), size=9, bold=True, group=n
        )
        if b.text in small
        else b
        for n, b in enumerate(made.blocks)
    ]
    return Slide(1, 960, 540, tuple(shown), SlideStatus.TEXT)


CARDS = badges(
    ("LEDER", 40, 85), ("NESTLEDER", 240, 85),
    ("* Tora Fabelvik", 40, 100), ("* Odd Huldermo", 240, 100), ("* Siv Sagn", 440, 100),
    ("rektor, Tåke skole", 40, 118), ("lærer, Skodde skole", 240, 118), ("elev, Fabel skole", 440, 118),
    ("FORFALL", 240, 285),
    ("* Nils Nøkk", 40, 300), ("* Per Eventyr", 240, 300), ("* Jon Jutul", 440, 300),
    ("fisker, Tjern", 40, 318), ("smed, Fjell", 240, 318), ("jeger, Skog", 440, 318),
)  # fmt: skip


def test_a_badge_is_the_role_of_the_one_whom_it_stands_beside_and_of_nobody_else() -> None:
    assert [(name, role) for name, _, role, _ in told(CARDS)] == [
        ("Tora Fabelvik", "leder"),
        ("Odd Huldermo", "nestleder"),
        ("Siv Sagn", None),
        ("Nils Nøkk", None),
        ("Per Eventyr", None),
        ("Jon Jutul", None),
    ]


def test_a_badge_tells_who_is_away() -> None:
    assert [(a.name, a.presence) for a in meeting(CARDS).attendance] == [("Per Eventyr", Presence.ABSENT)]


def test_those_beside_a_table_of_members_are_read_too() -> None:
    found = told(
        slide(
            "Rådet 2030–2034",
            table(
                ("Valgt av", "Medlem", "Verv"),
                ("Trollaget", "Tora Fabelvik", None),
                ("Huldrelaget", "Odd Huldermo", "nestleder"),
                ("Sagaforeningen", "Siv Sagn", None),
            ),
            "Sekretær for rådet er Nils Nøkk.",
            "Tora Fabelvik er rådets leder.",
        )
    )
    assert [(name, role) for name, _, role, _ in found] == [
        ("Tora Fabelvik", "leder"),
        ("Odd Huldermo", "nestleder"),
        ("Siv Sagn", None),
        ("Nils Nøkk", "Sekretær"),
    ]


def test_sentences_say_who_leads_who_else_is_there_and_who_stands_in() -> None:
    found = told(
        slide(
            "Styringsgruppas sammensetning",
            "Gruppa ledes av Tora Fabelvik (Tåkeheim kommune). Øvrige medlemmer er Odd Huldermo (Skodde kommune) og "
            "Siv Sagn (Sagalaget).",
            "Varamedlem for alle er Nils Nøkk (Skodde kommune).",
            "Per Eventyr er prosjektleder og sekretær for gruppa.",
        )
    )
    assert [(name, org, role) for name, org, role, _ in found] == [
        ("Tora Fabelvik", "Tåkeheim kommune", "leder"),
        ("Odd Huldermo", "Skodde kommune", None),
        ("Siv Sagn", "Sagalaget", None),
        ("Nils Nøkk", "Skodde kommune", "Varamedlem"),
        ("Per Eventyr", None, "prosjektleder og sekretær"),
    ]


def test_a_heading_of_the_secretariat_and_the_absent_makes_nobody_of_the_secretariat_absent() -> None:
    understood = meeting(
        bullets(
            "Sekretariat og forfall",
            "Tora Fabelvik, sekretariatsleder",
            "Odd Huldermo, rådgiver",
            "Jon Jutul, førstekonsulent – fører referat",
            "Meldt forfall: Siv Sagn, Nils Nøkk",
            "  For Nøkk møter Per Eventyr",
        )
    )
    assert [(a.name, a.presence, a.substitutes_for) for a in understood.attendance] == [
        ("Siv Sagn", Presence.ABSENT, None),
        ("Nils Nøkk", Presence.ABSENT, None),
        ("Per Eventyr", Presence.SUBSTITUTE, "Nils Nøkk"),
    ]
    assert [m.name for m in understood.members] == ["Tora Fabelvik", "Odd Huldermo", "Jon Jutul"]


def test_a_line_of_those_away_tells_why_and_who_comes_in_sentences() -> None:
    found = meeting(slide("Hvem er her i dag?", "Forfall:", "Tora Fabelvik – fjelltur. Odd Huldermo møter.")).attendance
    assert [(a.name, a.reason, a.substitutes_for) for a in found] == [
        ("Tora Fabelvik", "fjelltur", None),
        ("Odd Huldermo", None, "Tora Fabelvik"),
    ]


def test_brackets_behind_one_who_is_away_tell_who_comes() -> None:
    said = "Forfall: Tora Fabelvik, direktør, Trollaget (vara: Odd Huldermo, rådgiver) og Siv Sagn, lege, Sagalaget (ingen vara)."
    found = meeting(slide("Deltakere", said)).attendance
    assert [(a.name, a.title, a.substitutes_for) for a in found] == [
        ("Tora Fabelvik", "direktør", None),
        ("Odd Huldermo", "rådgiver", "Tora Fabelvik"),
        ("Siv Sagn", "lege", None),
    ]


def test_brackets_behind_two_who_are_away_are_of_the_one_before_them() -> None:
    said = "Forfall: Tora Fabelvik og Siv Sagn (vara: Odd Huldermo)."
    found = meeting(slide("Deltakere", said)).attendance
    assert {(a.name, a.substitutes_for) for a in found} == {
        ("Tora Fabelvik", None),
        ("Siv Sagn", None),
        ("Odd Huldermo", "Siv Sagn"),
    }


def test_who_is_on_leave_is_away_and_who_comes_in_the_meantime_is_in_the_seat() -> None:
    said = "Tora Fabelvik har permisjon t.o.m. 31. oktober; Odd Huldermo møter fast i perioden."
    found = meeting(slide("Rådets medlemmer", said)).attendance
    assert [(a.name, a.reason, a.substitutes_for) for a in found] == [
        ("Tora Fabelvik", "permisjon t.o.m. 31. oktober", None),
        ("Odd Huldermo", None, "Tora Fabelvik"),
    ]


def test_who_comes_for_somebody_is_one_and_from_where() -> None:
    *_, last = told(
        slide("Medlemmer", "Tora Fabelvik, leder", "Odd Huldermo, lege", "Vara for Odd Huldermo: Siv Sagn, Troll Bydel")
    )
    assert last == ("Siv Sagn", "Troll Bydel", "Vara for Odd Huldermo", "Medlemmer")


def test_brackets_with_a_title_and_a_place_tell_no_role() -> None:
    (found, *_) = told(
        slide(
            "Utvalgets medlemmer",
            "Tora Fabelvik (seksjonsleder, Trollregisteret)",
            "Odd Huldermo (leder)",
            "Siv Sagn (Sagalaget)",
        )
    )
    assert found == ("Tora Fabelvik", "Trollregisteret", None, "Utvalgets medlemmer")


@pytest.mark.parametrize(
    ("column", "cell"),
    [("Til stede", "Forfall; vara Siv Sagn møtte"), ("Frammøte", "Forfall, Siv Sagn møtte som vara")],
)
def test_a_table_of_minutes_tells_in_a_cell_who_sat_for_whom(column: str, cell: str) -> None:
    minutes = document(
        *pages("# Referat fra møte i Trollhagerådet 12. mars 2031\n# Deltakere"),
        slide(
            None,
            table(
                ("Navn", "Organisasjon", column),
                ("Tora Fabelvik (leder)", "Trollaget", "Ja"),
                ("Odd Huldermo", "Huldrelaget", cell),
                ("Nils Nøkk", "Tjernlaget", "Ja, vara for Per Eventyr"),
            ),
        ),
    )
    assert [(a.name, a.presence, a.substitutes_for) for a in understand([minutes]).attendance] == [
        ("Tora Fabelvik", Presence.PRESENT, None),
        ("Odd Huldermo", Presence.ABSENT, None),
        ("Siv Sagn", Presence.SUBSTITUTE, "Odd Huldermo"),
        ("Nils Nøkk", Presence.SUBSTITUTE, "Per Eventyr"),
    ]


def test_minutes_list_those_who_met_by_organisation() -> None:
    text = """
    # Referat fra møte i Trollhagerådet 12. mars 2031
    # Deltakere
    Trolletaten: Tora Fabelvik (leder), Odd Huldermo
    Huldreverket: Siv Sagn (for Nils Nøkk)
    Forfall: Nils Nøkk (Huldreverket)
    """
    assert [(a.name, a.organisation, a.presence) for a in understand([document(*pages(text))]).attendance] == [
        ("Tora Fabelvik", "Trolletaten", Presence.PRESENT),
        ("Odd Huldermo", "Trolletaten", Presence.PRESENT),
        ("Siv Sagn", "Huldreverket", Presence.SUBSTITUTE),
        ("Nils Nøkk", "Huldreverket", Presence.ABSENT),
    ]


def test_a_table_of_tasks_in_front_lists_nobody() -> None:
    tasks = table(
        ("Sak", "Tema", "Innleder"),
        *(
            (letter, "Om troll", name)
            for letter, name in zip("ABC", ("Siv Sagn", "Nils Nøkk", "Jon Jutul"), strict=True)
        ),
    )
    assert not meeting(slide("Det vi skal gjennom", tasks)).members


def test_a_book_for_the_meeting_that_puts_proposals_is_no_minutes() -> None:
    cases = [
        slide(f"Sak {n}/31: Om troll", "Forslag til vedtak:", f"Rådet tar sak {n} til etterretning.") for n in (1, 2, 3)
    ]
    understood = understand([document(slide("Møtebok for rådsmøte 1/2031"), slide("Saksliste", "Vedtak"), *cases)])
    assert (len(understood.proposals), len(understood.decisions)) == (3, 0)


def test_what_people_say_in_frames_under_their_names_makes_them_no_members_by_it() -> None:
    said = "«Trollene bør få vite hvem som har åpnet porten.»"
    quoted = framed(
        "Innspill før drøftingen",
        *(
            (40.0 + 300 * place, 100.0, (f"* {name}", said))
            for place, name in enumerate(("Tora Fabelvik", "Odd Huldermo", "Siv Sagn"))
        ),
    )
    assert told(quoted) == []


def test_a_motto_beside_a_title_is_no_organisation() -> None:
    group = "Rådets medlemmer"
    names = (("Tora Fabelvik", "fyrvokter"), ("Odd Huldermo", "brovakt"), ("Siv Sagn", "klokker"))
    frames = [
        (40.0 + 300 * place, 100.0, (f"* {name}", title, "«Alle skal ha lys»"))
        for place, (name, title) in enumerate(names)
    ]
    assert told(framed(group, *frames)) == [(name, title, None, group) for name, title in names]


@pytest.mark.parametrize("heading", ["Prosjektet", "Fyrkontoret", "Støttelag", "Andre som er med"])
def test_whoever_stands_under_a_heading_beside_a_table_of_members_is_of_that(heading: str) -> None:
    listed = laid_out(
        "Styringsgruppa for tåka",
        (f"* {heading}", 40, 400),
        ("Tora Fabelvik, fyrleiar", 40, 418),
        ("Odd Huldermo, tåkeansvarleg", 40, 436),
    )
    rows = table(
        ("Namn", "Rolle", "Organisasjon"), ("Kari Berg", "Leiar", "Jutullaget"), ("Ola Dal", "", "Huldrelaget")
    )
    of_table = Block(BlockKind.TABLE, "", Box(40, 80, 600, 300), table=rows)
    found = meeting(replace(listed, blocks=(listed.blocks[0], of_table, *listed.blocks[1:]))).members
    assert [(m.name, m.title, m.group) for m in found] == [
        ("Kari Berg", None, "Styringsgruppa for tåka"),
        ("Ola Dal", None, "Styringsgruppa for tåka"),
        ("Tora Fabelvik", "fyrleiar", heading),
        ("Odd Huldermo", "tåkeansvarleg", heading),
    ]


def test_one_who_is_counted_is_one_whatever_the_names_of_organisations_look_like() -> None:
    cards = [(40 + 300 * n, 100, (f"* {name}", body)) for n, (name, body) in enumerate(
        (("Kari Berg", "Huldra Bredbånd"), ("Ola Dal", "Jutullaget"), ("Liv Vik", "Nissens venner"))
    )]  # fmt: skip
    counted = ("* Varamedlemmer i rekkefølge", "1. Siv Sagn, Huldra Bredbånd", "2. Else Ur, Jutullaget")
    labelled = ("* Vara", "1. vara: Siv Sagn, Huldra Bredbånd", "2. vara: Else Ur, Jutullaget")
    for lines in (counted, labelled):
        found = told(framed("Rådets medlemmer 2031", *cards, (40, 300, lines)))
        assert found[3:] == [
            ("Siv Sagn", "Huldra Bredbånd", "1. vara", lines[0].removeprefix("* ")),
            ("Else Ur", "Jutullaget", "2. vara", lines[0].removeprefix("* ")),
        ]


def test_cards_with_the_role_in_a_tab_and_where_somebody_is_from_beside_the_title() -> None:
    people = (
        ("RÅDETS LEDER", "Tora Fabelvik", "Trollheim · ordfører", "Odd-Helge Huldrevann", "2019"),
        ("NESTLEDER", "Odd Huldermo", "Ytre Hulder · varaordfører", "Eva Sagnvik", "2023"),
        ("MEDLEM", "Siv Sagn", "Fossetroll · leder i utvalg for bruer", "Terje Kvitberg", "2021"),
    )
    frames = [
        (40.0 + 300 * place, 100.0, (f"* {role}", f"* {name}", of, f"Vara: {deputy}", f"Medlem siden {year}"))
        for place, (role, name, of, deputy, year) in enumerate(people)
    ]
    found = meeting(framed("Medlemmer – de tre kommunene", *frames)).members
    assert [(m.name, m.title, m.organisation, m.role) for m in found] == [
        ("Tora Fabelvik", "ordfører", "Trollheim", "leder"),
        ("Odd Huldermo", "varaordfører", "Ytre Hulder", "nestleder"),
        ("Siv Sagn", "leder i utvalg for bruer", "Fossetroll", None),
    ]
    assert found[0].details == (("Vara", "Odd-Helge Huldrevann"), ("Medlem siden", "2019"))


def test_cards_that_tell_in_sentences_what_somebody_is_and_those_of_a_second_row_are_read() -> None:
    first = (
        ("Tora Fabelvik", "Troll fylkeskommune", "Leder i hovedutvalg for bruer. Medlem med stemmerett. Vara: Ida Elv"),
        ("Odd Huldermo", "Hulder Bondelag", "Observatør. Organisasjonssjef"),
        ("Siv Sagn", "Ungdommens trollpanel", "Observatør. Elev ved Hulder vgs."),
    )
    staff = (("Nora Grøn", "sekretariatsleder"), ("Pål Stein", "rådgiver"), ("Ylva Bergtatt", "klimarådgiver"))
    frames = [
        (40.0 + 230 * place, 100.0, (f"* {name}", f"* {of}", told)) for place, (name, of, told) in enumerate(first)
    ]
    frames += [(40.0 + 230 * place, 340.0, (f"* {name}", title)) for place, (name, title) in enumerate(staff)]
    slide_ = framed("Fylkeskommune, observatører og sekretariat", *frames)
    over = Block(BlockKind.HEADING, "Sekretariatet", Box(40, 300, 200, 318), size=17, bold=True)
    heads = {name for name, *_ in (*first, *staff)}
    blocks = [replace(block, size=15) if block.text in heads else block for block in slide_.blocks]
    found = meeting(replace(slide_, blocks=(*blocks[:10], over, *blocks[10:]))).members
    assert [(m.name, m.title, m.organisation, m.role) for m in found] == [
        ("Tora Fabelvik", "Leder i hovedutvalg for bruer", "Troll fylkeskommune", None),
        ("Odd Huldermo", "Organisasjonssjef", "Hulder Bondelag", "Observatør"),
        ("Siv Sagn", "Elev ved Hulder vgs.", "Ungdommens trollpanel", "Observatør"),
        ("Nora Grøn", "sekretariatsleder", None, None),
        ("Pål Stein", "rådgiver", None, None),
        ("Ylva Bergtatt", "klimarådgiver", None, None),
    ]
    assert [m.group for m in found[3:]] == ["Sekretariatet"] * 3
