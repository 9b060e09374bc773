"""A board whose members stand on two lists, the larger of them without its leader: an invented museum of trolls."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import laid_out, slide, table, written

from radsassistent.answers import Assistant, Conversation
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

DECK = (
    slide("Styret for Trollmuseet", "Styremøte 2/2034", "Torsdag 23. mars 2034 kl. 09.30–15.30", "Berghallen, Rabben"),
    slide(
        "Saksliste",
        table(
            ("Kl.", "Sak", "Tittel", "Type", "Presenteres av"),
            ("09.30", "8/34", "Innkalling og saksliste", "Vedtak", "Styreleder Gyri Hauge"),
            ("10.00", "9/34", "Regnskapet for 2033", "Vedtak", "Økonomisjef Vidar Skrell"),
            ("11.00", "10/34", "Ny bro til museet", "Vedtak", "Direktør Torodd Ur"),
            ("12.00", "–", "Lunsj", "", ""),
            ("12.45", "11/34", "Utlån av haler", "Drøfting", "Samlingssjef Borghild Li"),
        ),
    ),
    slide(
        "Styret 2033–2036: oppnevnte",
        table(
            ("Navn", "Rolle", "Stilling", "Virksomhet"),
            ("Gyri Hauge", "Styreleder", "Advokat", "Oppnevnt av departementet"),
            ("Asle Berge", "Nestleder", "Havnefogd", "Rabben havn. Oppnevnt av fylkeskommunen"),
            ("Turid Myr", "Styremedlem", "Kommunalsjef", "Rabben kommune"),
            ("Nils Skog", "Styremedlem", "Fyrvokter", "Valgt av Venneforeningen"),
        ),
    ),
    slide(
        "Ansatte, studenter og administrasjon",
        table(
            ("Navn", "Rolle", "Representerer", "Varamedlem", "Møter 23.03."),
            ("Tone Fure", "Styremedlem", "Ansatte (Haleforbundet)", "Siv Alm", "Ja"),
            ("Mikkel Rogn", "Styremedlem", "Ansatte (Kloforbundet)", "Gunn Øye", "Forfall – vara møter"),
            ("Nora Elv", "Studentrepresentant", "Studentene ved Huldreskolen", "Jonas Tveit", "Ja"),
            ("Torodd Ur", "Direktør", "Administrasjonen", "–", "Ja"),
            ("Ingvild Mo", "Styresekretær", "Administrasjonen", "–", "Ja"),
            ("Vidar Skrell", "Økonomisjef", "Administrasjonen", "–", "På Teams"),
        ),
        "• Turid Myr har meldt seg inhabil i sak 10/34 og fratrer under behandlingen; kommunens vara er Terje Hovde.",
        "• Forfall meldes Ingvild Mo senest to dager før møtet.",
        "• Asle Berge kommer til sak 10/34.",
    ),
    laid_out(
        "Grupper og nemnder",
        ("* Halenemnda", 40, 100),
        ("Borghild Li (leder), to lærere og en smed", 40, 120),
        ("Velger ut haler til utlån hvert kvartal.", 40, 140),
        ("* Arbeidsgruppa for høringer", 500, 100),
        ("Terje Hovde (leder) og to jurister", 500, 120),
        ("Skriver utkast til uttalelser for oss.", 500, 140),
    ),
    slide(
        "Innkalling og saksliste",
        "Sak 8/34",
        "• Torodd Ur ber om at stemmetallet i sak 5/34 rettes fra 6–1 til 5–2.",
        "• Revisors honorar var 90 000 kroner.",
    ),
    slide(
        "Ny bro til museet",
        "Sak 10/34",
        "• Tegningene er laget av Broutvalget i dalen (BUD), ledet av Aslak Brenne.",
        "• Broen bygges av granitt og skal bære fire troll.",
    ),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("troll")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest" / "mars", *DECK, name="mars.pdf"))
    return Assistant(archive)


def said(assistant: Assistant, *questions: str) -> str:
    """The answer to the last of the questions of one conversation."""
    conversation = Conversation()
    answers = [assistant.ask(question, conversation) for question in questions]
    return answers[-1].text


@pytest.mark.parametrize(
    "question",
    [
        "Hvem er nestleder i styret?",
        "Kven er nestleiar?",
        "Hvem er nummer to i styret?",
        "Who is the deputy leader of the board?",
        "Who is deputy chair?",
    ],
)
def test_the_list_with_the_leader_is_the_boards_own_however_long_another_is(
    assistant: Assistant, question: str
) -> None:
    answer = said(assistant, question)
    assert "Asle Berge" in answer
    assert "Fure" not in answer


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvem sitter i styret for fylkeskommunen?", "Asle Berge"),
        ("Hvem sitter i styret for studentene?", "Nora Elv"),
        ("Kven i styret er fyrvaktar eller fyrvokter?", "Nils Skog"),
    ],
)
def test_who_sits_on_a_board_in_two_parts_is_found_on_either(assistant: Assistant, question: str, name: str) -> None:
    assert name in said(assistant, question)


@pytest.mark.parametrize(
    "question", ["Hvor mange medlemmer har styret?", "Kor mange sit i styret?", "How many members does the board have?"]
)
def test_the_members_of_a_board_are_counted_on_both_its_lists_and_without_the_staff(
    assistant: Assistant, question: str
) -> None:
    answer = said(assistant, question)
    assert answer.startswith("7:")
    assert "Torodd Ur" not in answer


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvem leder BUD?", "Aslak Brenne"),
        ("Kven leiar halenemnda?", "Borghild Li"),
        ("Hvem er sjef for gruppa som skriver høringssvarene våre?", "Terje Hovde"),
        ("Who chairs the Halenemnda?", "Borghild Li"),
    ],
)
def test_who_leads_a_group_is_told_by_the_line_that_says_so_and_never_by_who_leads_the_board(
    assistant: Assistant, question: str, name: str
) -> None:
    answer = said(assistant, question)
    assert name in answer
    assert "Gyri Hauge" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "Hvem må gå fra bordet når brosaken behandles?",
        "Hvilke medlemmer må på gangen i sak 10/34?",
        "Kven er inhabil i brosaka?",
        "Who has to leave the room when the bridge is dealt with?",
    ],
)
def test_who_is_to_leave_the_table_is_who_is_disqualified(assistant: Assistant, question: str) -> None:
    assert "Turid Myr har meldt seg inhabil" in said(assistant, question)


@pytest.mark.parametrize("question", ["Hva tjener direktøren?", "Kva har økonomisjefen i lønn?"])
def test_what_no_list_tells_is_not_answered_by_the_row_of_somebody_with_that_title(
    assistant: Assistant, question: str
) -> None:
    assert "Administrasjonen" not in said(assistant, question)


@pytest.mark.parametrize(
    "question",
    [
        "Hvem har forfall?",
        "Hvem kan ikke komme?",
        "Kven kjem ikkje denne gongen?",
        "Hvilket styremedlem fra de ansatte kommer ikke denne gangen?",
        "Who can't come?",
        "Hvem er borte i dag?",
        "Hvem mangler vi i dag, altså hvem har forfall til møtet?",
    ],
)
def test_who_does_not_come_is_told_by_the_column_of_the_list_that_says_so(assistant: Assistant, question: str) -> None:
    answer = said(assistant, question)
    assert "Mikkel Rogn – møter 23.03.: Forfall" in answer
    assert "Tone Fure" not in answer


def test_who_takes_part_on_a_screen_is_told_by_that_column_too(assistant: Assistant) -> None:
    for question in ("Hvem deltar på Teams?", "Kven er med på skjerm?", "Who is attending online?"):
        assert "Vidar Skrell – møter 23.03.: På Teams." in said(assistant, question)


@pytest.mark.parametrize(
    "question", ["Hvem møter i stedet?", "Kven møter i staden?", "Og hvem er vara?", "Who comes instead?"]
)
def test_who_comes_instead_is_asked_of_the_one_just_told(assistant: Assistant, question: str) -> None:
    answer = said(assistant, "Hvem fra de ansatte kan ikke komme?", question)
    assert "varamedlem: Gunn Øye" in answer
    assert "Siv Alm" not in answer


@pytest.mark.parametrize(
    "question",
    [
        "Jeg er revisor og skal bare være med på regnskapet. Når må jeg være klar?",
        "Eg skal berre vere med på regnskapet. Kva tid må eg vere klar?",
        "I only come for the regnskapet item. When must I be ready?",
        "Når må jeg være klar til regnskapet?",
    ],
)
def test_when_somebody_must_be_ready_for_one_item_is_when_that_begins(assistant: Assistant, question: str) -> None:
    assert "10:00" in said(assistant, question)


@pytest.mark.parametrize(
    "question",
    ["Når er vi ferdige på torsdag?", "Når slutter møtet på torsdag?", "When is the meeting done on Thursday?"],
)
def test_when_the_meeting_is_over_may_be_asked_by_its_weekday(assistant: Assistant, question: str) -> None:
    assert "15.30" in said(assistant, question)


@pytest.mark.parametrize(
    "question", ["Hvem styrer møtet hvis Gyri må gå, altså nestlederen?", "Kven leier møtet når leiaren er sjuk?"]
)
def test_who_leads_a_meeting_is_asked_of_the_board(assistant: Assistant, question: str) -> None:
    assert "Asle Berge" in said(assistant, question)


@pytest.mark.parametrize(
    "question",
    ["Hvem sier jeg fra til hvis jeg må melde avbud?", "Kven melder eg forfall til?", "Who do I tell if I can't come?"],
)
def test_whom_to_tell_that_one_cannot_come_is_not_who_cannot(assistant: Assistant, question: str) -> None:
    answer = said(assistant, question)
    assert "Forfall meldes Ingvild Mo" in answer
    assert "Mikkel Rogn" not in answer


def test_when_somebody_comes_is_told_by_the_line_that_says_so(assistant: Assistant) -> None:
    for question in ("Når kommer Asle Berge?", "Kva tid kjem Asle Berge?", "When does Asle Berge arrive?"):
        assert "Asle Berge kommer til sak 10/34." in said(assistant, question)


@pytest.mark.parametrize("question", ["Hvem er vara for Turid Myr?", "Hvem møter i stedet for Turid Myr?"])
def test_the_line_that_names_a_stand_in_tells_where_no_list_does(assistant: Assistant, question: str) -> None:
    assert "kommunens vara er Terje Hovde" in said(assistant, question)


def test_one_who_is_away_may_be_called_by_where_she_is_from(assistant: Assistant) -> None:
    for question in (
        "Hvem stiller i stedet for han fra Kloforbundet som har forfall?",
        "Kven kjem i staden for han frå Kloforbundet?",
    ):
        assert "Gunn Øye" in said(assistant, question)


def test_what_a_line_says_of_an_earlier_case_is_told_and_nothing_else_of_it(assistant: Assistant) -> None:
    assert "fra 6–1 til 5–2" in said(assistant, "Hva skal stemmetallet i sak 5/34 rettes til?")
    for question in ("Hva ble vedtatt i sak 5/34?", "Hvem la frem sak 5/34?", "Hva sto det om honoraret i sak 5/34?"):
        assert "finnes ikke i dokumentene" in said(assistant, question)
