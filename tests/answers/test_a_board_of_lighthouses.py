"""What members of an invented board of lighthouses ask of a deck with remarks beside names, a plan of meetings and lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant, Conversation
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

SLIDES = (
    slide("Fyrstyret – styret for kommunale fyr", "Møte nr. 3/2031", "Torsdag 12. juni 2031 kl. 10.00–14.00", "Fyrbua"),
    slide(
        "Saksliste",
        table(
            ("Tid", "Sak", "Tema", "Type", "Innleder"),
            ("10.00–10.10", "21/31", "Godkjenning av innkalling", "Godkjenning", "Styreleder Tora Fabelvik"),
            ("10.10–10.40", "22/31", "Lykter og linser: tildeling for 2032", "Beslutning", "Rådgiver Siv Sagn"),
            ("10.40–11.10", "23/31", "Vaktordning på fyrene", "Drøfting", "Fyrmester Grim Steinset"),
            ("11.10–11.50", "", "Lunsj i naustet", "", ""),
            ("11.50–12.10", "24/31", "Risiko ved fyrene", "Drøfting", "Fyrmester Grim Steinset"),
            ("12.10–12.20", "25/31", "Møteplan for 2032", "Godkjenning", "Siv Sagn"),
        ),
    ),
    slide(
        "Medlemmer i styret",
        table(
            ("Navn", "Tittel", "Virksomhet", "Merknad"),
            ("Tora Fabelvik", "Kommunedirektør", "Tåkeheim kommune", "Styreleder"),
            ("Odd Huldermo", "Kommunalsjef", "Skodde kommune", "Nestleder, vertskap"),
            ("Ylva Bergtatt", "IKT-sjef", "Bølgevik kommune", None),
            ("Per Eventyr", "Økonomisjef", "Måkeby kommune", "Nytt medlem fra 1. mai"),
            ("Grim Steinset", "Fyrmester", "Jutullaget", "Innleder i sak 23/31"),
        ),
    ),
    slide(
        "Observatører og sekretariat",
        "Observatører (talerett, ikke stemmerett)",
        table(
            ("Navn", "Tittel", "Virksomhet"),
            ("Nils Nøkk", "Seniorrådgiver", "Tjernvokterne"),
            ("Runa Ravn", "Leder", "Brukerrådet for fyr"),
        ),
        "Sekretariatet",
        table(
            ("Navn", "Rolle", "Ansvar", "Telefon"),
            ("Siv Sagn", "Fyrrådgiver", "Lykter og linser", "900 00 201"),
            ("Bo Brenning", "Økonomirådgiver", "Budsjett", "900 00 202"),
        ),
    ),
    slide("Sak 22/31 Lykter og linser: tildeling for 2032", "Sakstype: Beslutning", "Innleder: Siv Sagn"),
    slide(
        "Om ordningen",
        "• Søknadene fra kommunene poengsettes fra 0 til 30. Nedre grense for tildeling er 20 poeng.",
        "• Maksimalt tilskudd per prosjekt er 10,0 mill. kr, og prosjektet kan vare i inntil 24 måneder.",
        table(("Kriterium", "Maks poeng"), ("Nytte for skip", "10"), ("Samarbeid mellom kommuner", "8")),
    ),
    slide(
        "Status for prosjektene – trafikklys",
        table(
            ("Prosjekt", "Prosjektleder", "Fase", "Tid", "Kostnad", "Kvalitet"),
            ("Felles tåkelur (FTL)", "Grim Steinset", "Gjennomføring", "Gul", "Gul", "Grønn"),
            ("Digital lykt (DL)", "Siv Sagn", "Pilot", "Grønn", "Rød", "Grønn"),
            ("Trygg brygge (TB)", "Bo Brenning", "Planlegging", "Rød", "Grønn", "Gul"),
        ),
    ),
    slide(
        "Kostnadsbilde 2030–2032 (mill. kr)",
        table(
            ("Prosjekt", "2030 regnskap", "2031 prognose", "2032 plan", "Sum"),
            ("Felles tåkelur (FTL)", "38,4", "61,2", "84,5", "184,1"),
            ("Digital lykt (DL)", "27,9", "33,6", "41,8", "103,3"),
            ("Trygg brygge (TB)", "19,3", "22,7", "25,4", "67,4"),
        ),
        "Hovedforklaringer",
        "DL: lisenser for flere lykter.",
        "TB: stilling som bryggevakt ubesatt i fem måneder.",
    ),
    slide(
        "Søknader og innstilling for 2032",
        table(
            ("Nr.", "Søker", "Prosjekt", "Søkt (mill. kr)", "Poeng", "Innstilling (mill. kr)"),
            ("1", "Tåkeheim", "Tåkelur med nye belger", "9,6", "27", "8,5"),
            ("2", "Skodde", "Linse til Skoddefyret", "4,2", "28", "4,2"),
            ("3", "Bølgevik", "Lyspære for maneter", "6,9", "17", "Avslag"),
            ("4", "Måkeby", "Måkeskremsel på rekkverket", "3,3", "19", "Avslag"),
            ("5", "Snøvær", "Stige til lykta", "5,1", "22", "4,0"),
        ),
    ),
    slide(
        "Søkt og tildelt beløp 2029–2031",
        table(
            ("År", "Søkt (mill. kr)", "Tildelt (mill. kr)"),
            ("2029", "31,2", "22,0"),
            ("2030", "38,5", "24,5"),
            ("2031", "29,1", "16,7"),
        ),
    ),
    slide(
        "Vurdering og forslag til vedtak – sak 22/31",
        "• Bølgevik: maneter lyser av seg selv. Oppfordres til å søke på nytt.",
        "• Måkeby: under grensen med ett poeng.",
        "Forslag til vedtak",
        "1. Styret godkjenner tildelingen i tråd med innstillingen.",
        "2. Sekretariatet sender tilsagnsbrev innen 15. juli 2031. Klagefristen er tre uker.",
    ),
    slide("Sak 23/31 Vaktordning på fyrene", "Drøfting · Innleder: Grim Steinset"),
    slide(
        "Aktuelt fra sekretariatet",
        "• Fyrkonferansen arrangeres 28. januar 2032 i Bølgevik kulturhus. Påmeldingen åpner 12. november, pris 1 450 kroner.",
        "• Nytt arkiv er tatt i bruk; papirene ligger fra nå av i portalen, ikke på e-post.",
    ),
    slide(
        "Vaktordning: timer og brukere",
        "Statens bidrag trappes ned fra 12,0 mill. kr i 2031 til 8,0 mill. kr i 2033.",
        table(
            ("", "Stat (mill. kr)", "Kommuner (mill. kr)"),
            ("2031", "12,0", "7,2"),
            ("2032", "9,5", "8,2"),
            ("2033", "8,0", "9,9"),
        ),
        table(
            ("", "Båter i følge"),
            ("1. kv. 2030", "1320"),
            ("2. kv. 2030", "1780"),
            ("3. kv. 2030", "2150"),
            ("4. kv. 2030", "2940"),
            ("1. kv. 2031", "3710"),
        ),
    ),
    slide(
        "To modeller – virkning for ulike kommuner (kr per innbygger, 2032)",
        table(
            ("Kommunegruppe", "Antall kommuner", "Dagens sats", "Modell A: lik sats", "Modell B: fastbeløp"),
            ("Under 3 000 innbyggere", "17", "31", "39", "58"),
            ("3 000–9 999 innbyggere", "24", "29", "39", "44"),
            ("10 000 innbyggere og flere", "7", "22", "39", "33"),
        ),
        "• Modell A: enkel å forstå.",
        "• Modell B: rammer de minste hardest.",
    ),
    slide(
        "Sak 24/31 Risiko ved fyrene (drøfting)",
        table(
            ("ID", "Risiko", "Sanns. (1–5)", "Konsekv. (1–5)", "Verdi", "Eier", "Tiltak"),
            ("R1", "Lampen slukner i storm", "4", "5", "20", "Grim Steinset", "Nødlykt"),
            ("R2", "Fyrvokteren sovner", "4", "4", "16", "Siv Sagn", "Kaffe og klokke"),
            ("R3", "Måker på linsa", "3", "3", "9", "Bo Brenning", "Skremsel"),
        ),
    ),
    slide(
        "Sak 25/31 Møteplan for 2032 (godkjenning)",
        table(
            ("Møte", "Dato", "Tid", "Sted", "Form", "Frist for saker"),
            ("1/2032", "Torsdag 12. februar", "10.00–15.00", "Bølgevik", "Fysisk", "15. januar"),
            ("2/2032", "Torsdag 15. april", "12.00–15.00", "–", "Digitalt", "18. mars"),
            ("3/2032", "Torsdag 10. juni", "Lunsj til lunsj 10.–11. juni", "Måkeby", "Fysisk", "13. mai"),
        ),
        "Forslag til vedtak",
        "Møteplanen for 2032 godkjennes. Sekretariatet kan flytte et møte med minst seks ukers varsel.",
    ),
)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("fyr")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest", *SLIDES, name="fyrstyret.pdf"))
    return Assistant(archive)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem er nestleder?", "Odd Huldermo"),
        ("Kven er nestleiar i styret?", "Odd Huldermo"),
        ("Hvem leder styret?", "Tora Fabelvik"),
        ("Hvilken kommune kommer styrelederen fra?", "Tåkeheim"),
    ],
)
def test_a_role_in_a_column_of_remarks_is_a_role(board: Assistant, question: str, said: str) -> None:
    answer = board.ask(question)
    assert said in answer.text and "Bergtatt" not in answer.text, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvem er ny i styret?",
        "Hvilken kommune kommer det nye styremedlemmet fra?",
        "Kva kommune kjem den ferske medlemen frå?",
        "Which municipality is the new member from?",
    ],
)
def test_who_is_new_is_told_by_a_remark_beside_the_name(board: Assistant, question: str) -> None:
    answer = board.ask(question)
    assert "Per Eventyr" in answer.text and "Måkeby" in answer.text, answer.text
    assert "Huldermo" not in answer.text


@pytest.mark.parametrize(
    "question", ["Får observatørene være med og stemme?", "Har observatørane røysterett?", "May the observers vote?"]
)
def test_a_heading_over_the_observers_tells_whether_they_may_vote(board: Assistant, question: str) -> None:
    assert "ikke stemmerett" in board.ask(question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvilket nummer ringer jeg til økonomirådgiveren?", "900 00 202"),
        ("Kva nummer ringjer eg til økonomirådgjevaren?", "900 00 202"),
        ("Hva er telefonnummeret til Siv Sagn?", "900 00 201"),
        ("What is Bo Brenning's phone number?", "900 00 202"),
    ],
)
def test_a_number_to_call_is_no_number_of_a_case(board: Assistant, question: str, said: str) -> None:
    assert said in board.ask(question).text


def test_a_telephone_that_the_list_does_not_have_is_not_told(board: Assistant) -> None:
    assert board.ask("Hvilket nummer ringer jeg til Tora Fabelvik?").abstained


def test_the_one_word_asked_of_who_has_a_role_is_the_organisation(board: Assistant) -> None:
    assert board.ask("Svar med ett ord: Hvilken kommune kommer styrelederen fra?").text.startswith("Tåkeheim")


def test_a_title_in_nynorsk_is_that_of_a_list_in_bokmål(board: Assistant) -> None:
    assert "Bo Brenning" in board.ask("Kven er økonomirådgjevar?").text


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hva er Tåkeheim innstilt til?", "8,5", "28"),
        ("Kva er Snøvær innstilt til å få?", "4,0", "8,5"),
        ("Hva er Tåkeheim innstilt til, og når skal tilsagnsbrevet sendes?", "8,5", "Klagefristen"),
        ("Hva er Tåkeheim innstilt til, og når skal tilsagnsbrevet sendes?", "15. juli", "maneter"),
    ],
)
def test_what_a_column_proposes_for_a_row_is_told(board: Assistant, question: str, said: str, unsaid: str) -> None:
    answer = board.ask(question)
    assert said in answer.text and unsaid not in answer.text, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How much notice must be given to move a meeting next year, according to the proposal?",
        "Hvor mye varsel må gis for å flytte et møte, ifølge forslaget?",
        "Hvor lang tid i forveien må det varsles om et møte flyttes, ifølge forslaget i sak 25/31?",
    ],
)
def test_how_long_before_is_no_amount_of_money(board: Assistant, question: str) -> None:
    assert "seks ukers varsel" in board.ask(question).text


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("Hvilket nummer har saken om neste års møter?", "25/31"),
        ("Kva nummer har saka om møta neste år?", "25/31"),
        ("Hvilken sak handler om neste års møteplan?", "25/31"),
    ],
)
def test_next_years_meetings_are_those_of_the_plan(board: Assistant, question: str, case: str) -> None:
    assert case in board.ask(question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvilken risiko står høyest på lista?", "Lampen slukner"),
        ("Kva risiko er størst?", "Lampen slukner"),
        ("Which risk is rated highest?", "Lampen slukner"),
    ],
)
def test_columns_of_risks_may_be_shortened_and_say_their_scale(board: Assistant, question: str, said: str) -> None:
    answer = board.ask(question)
    assert said in answer.text and "R3" not in answer.text, answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Where will the June 2032 meeting take place?", "Måkeby"),
        ("Hvor er junimøtet neste år?", "Måkeby"),
        ("Kvar skal møtet i februar 2032 vere?", "Bølgevik"),
        ("Where will the meeting in February next year be held?", "Bølgevik"),
    ],
)
def test_where_a_planned_meeting_is_asked_by_its_month_is_told(board: Assistant, question: str, said: str) -> None:
    assert said in board.ask(question).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvilken kommunes søknad fikk høyest poengsum?", "Skodde"),
        ("Kva søknad fekk lågast poengsum?", "Bølgevik"),
        ("Hvem fikk flest poeng?", "Skodde"),
    ],
)
def test_a_score_is_a_number_of_points(board: Assistant, question: str, said: str) -> None:
    assert said in board.ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "Gi meg en kort punktliste over søkerne som får avslag, bare navnene.",
        "Hvilke søkere får avslag?",
        "Kven får avslag?",
        "Hvilke søknader er innstilt til avslag?",
    ],
)
def test_the_rows_whose_cell_says_so_are_told(board: Assistant, question: str) -> None:
    answer = board.ask(question)
    assert "Bølgevik" in answer.text and "Måkeby" in answer.text and "Skodde" not in answer.text, answer.text


@pytest.mark.parametrize(
    "question", ["Og hva fikk de i fjor?", "Og kva fekk dei i 2030?", "And what did they get in 2030?"]
)
def test_what_is_asked_of_those_spoken_of_is_not_told_of_all(board: Assistant, question: str) -> None:
    chat = Conversation()
    board.ask("Hvor mye ligger Tåkeheim an til å få i tilskudd?", chat)
    assert "24,5" not in board.ask(question, chat).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor mye ventes Felles tåkelur å koste i 2031?", "61,2"),
        ("Kor mykje er Digital lykt venta å koste i 2032?", "41,8"),
        ("Hvor mye ventes Felles tåkelur å koste i 2031, og hvem leder prosjektet?", "61,2"),
    ],
)
def test_a_colour_is_no_cost(board: Assistant, question: str, said: str) -> None:
    answer = board.ask(question)
    assert said in answer.text and "Kostnad: " not in answer.text, answer.text


def test_a_colour_is_nobody(board: Assistant) -> None:
    assert "Grønn" not in board.ask("Who did the external quality review of the shared foghorn?").text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvorfor bruker Trygg brygge mindre penger enn budsjettert?", "bryggevakt"),
        ("Kvifor går Trygg brygge under budsjettet?", "bryggevakt"),
        ("Why does DL cost more?", "lisenser"),
        ("Hva er grunnen til at Trygg brygge bruker mindre?", "bryggevakt"),
        ("Hvorfor fikk ikke Bølgevik penger?", "lyser av seg selv"),
        ("Kvifor er Måkeby innstilt til avslag?", "under grensen med ett poeng"),
    ],
)
def test_a_line_that_opens_with_the_name_of_a_row_tells_why_it_is_so(
    board: Assistant, question: str, said: str
) -> None:
    assert said in board.ask(question).text


def test_a_row_without_a_line_of_its_own_has_no_reason(board: Assistant) -> None:
    answer = board.ask("Hvorfor koster Felles tåkelur mer enn i fjor?")
    assert "lisenser" not in answer.text and "bryggevakt" not in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor mange båter var i følge ved utgangen av 2030?", "2940"),
        ("Kor mange båtar var i følgje ved slutten av 2030?", "2940"),
        ("Hvor mange båter var i følge i 2. kvartal 2030?", "1780"),
        ("Hva er statens bidrag ventet å bli i 2032?", "9,5"),
    ],
)
def test_the_end_of_a_year_is_its_last_quarter(board: Assistant, question: str, said: str) -> None:
    assert said in board.ask(question).text


def test_a_break_is_of_no_type_of_case_and_what_is_not_known_is_none(board: Assistant) -> None:
    chat = Conversation()
    board.ask("Hvem legger fram saken om romskip?", chat)
    assert board.ask("Når starter den?", chat).abstained
    assert board.ask("Og hva slags sakstype er det?", chat).abstained
    assert "23/31" in board.ask("Hva er det vi skal drøfte på møtet?").text


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hva ville de aller minste kommunene betalt per innbygger med modell B?", "58", "44"),
        ("Kva betaler dei minste kommunane per innbyggjar etter modell A?", "39", "58"),
        ("Hva betaler de minste kommunene per innbygger i dag?", "31", "22"),
    ],
)
def test_the_smallest_are_those_of_the_row_of_the_smallest_size(
    board: Assistant, question: str, said: str, unsaid: str
) -> None:
    answer = board.ask(question)
    assert said in answer.text and unsaid not in answer.text, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Which hotel will we stay at for the gathering in June 2032?",
        "Hva er prisen for samlingen i juni 2032?",
        "Når åpner påmeldingen til samlingen i juni 2032?",
    ],
)
def test_what_is_in_january_is_not_told_of_june(board: Assistant, question: str) -> None:
    assert "januar" not in board.ask(question).text


def test_what_is_in_the_month_asked_for_is_told(board: Assistant) -> None:
    assert "12. november" in board.ask("Når åpner påmeldingen til Fyrkonferansen i januar 2032?").text


@pytest.mark.parametrize(
    "question",
    [
        "Hva er det meste ett prosjekt kan få?",
        "Hvor mye kan et prosjekt få på det meste?",
        "Kor mykje tilskot kan eit prosjekt få maksimalt?",
        "Hva er taket på tilskudd per prosjekt?",
        "What is the most a project can get?",
    ],
)
def test_the_most_that_there_can_be_is_told_by_the_limit(board: Assistant, question: str) -> None:
    assert "10,0 mill" in board.ask(question).text


def test_a_limit_of_something_else_is_no_limit(board: Assistant) -> None:
    assert "10,0 mill" not in board.ask("Hvor mange lykter kan slukke på det meste?").text
