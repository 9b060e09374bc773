"""Stand-ins and terms, roles, which of two meetings, its hours and place, numbered rows: of an invented council."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import document, slide, table
from tests.lighthouse_council import lighthouse_council

from radsassistent.answers import Assistant, Conversation
from radsassistent.answers.compose import known
from radsassistent.answers.figures.rows import Row, told
from radsassistent.answers.figures.values import table_answer
from radsassistent.archive import PassageKind
from radsassistent.archive.passages import passages
from radsassistent.meetings import understand as understand_meeting
from radsassistent.search import Corpus, Hit, understand


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant(lighthouse_council(tmp_path_factory.mktemp("fyr"), StemEmbedding()))


@pytest.fixture(scope="module")
def corpus(assistant: Assistant) -> Corpus:
    return assistant.corpus()


@pytest.fixture
def settled(corpus: Corpus):
    """What the wording alone settles of a question: the text; None where it leaves the question to the ranker."""

    def asked(question: str) -> str | None:
        query = understand(question, corpus)
        held = {(m.body, m.date) for m in query.meetings}
        hits = [Hit(p, 0.0, 0.0, 0.0, 0.0) for p in corpus.passages if not held or (p.body, p.meeting) in held]
        draft = known(query, hits, corpus)
        return " ".join(said.text for said in draft.statements) if draft is not None else None

    return asked


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem er vara for Tora Fyrlykt?", "Tora Fyrlykt – personlig vara: Ivar Tåkelur."),
        ("Hvem møter i stedet for Fyrlykt hvis hun blir syk?", "Tora Fyrlykt – personlig vara: Ivar Tåkelur."),
        ("Kven er vara for fyrmesteren?", "Tora Fyrlykt – personlig vara: Ivar Tåkelur."),
        ("Har Vindfelle noen stedfortreder?", "Mona Vindfelle – personlig vara: Ikke oppnevnt."),
        ("Hvem er Ivar Tåkelur vara for?", "Tora Fyrlykt – personlig vara: Ivar Tåkelur."),
        ("Hvor lenge sitter Fyrlykt i rådet?", "Tora Fyrlykt – oppnevnt til: 2032."),
        ("Hvem går ut i 2031?", "Oppnevnt til 2031: Jens Skjærgård og Mona Vindfelle."),
    ],
)
def test_what_a_list_tells_of_a_member_besides_is_answered_by_its_heading(settled, question: str, said: str) -> None:
    assert settled(question) == said


@pytest.mark.parametrize(
    "question",
    [
        # People sit elsewhere than in councils.
        "Hvor lenge må folk sitte i brakker hvis fyret pusses opp?",
        # Nobody who met or was away is asked for.
        "Hvor mange kom ikke med båten i juli?",
        "Hvor mange biler kom ikke inn på kaia?",
        # No meeting of the archive is in that month or year.
        "Hvor møtes vi i november?",
        "Når er det første møtet i 2099?",
    ],
)
def test_what_lists_and_meetings_do_not_tell_is_left_to_the_slides(settled, question: str) -> None:
    assert settled(question) is None


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvem leder rådet?", "Tora Fyrlykt"),
        ("Hvem er nestleder i rådet?", "Jens Skjærgård"),
        ("Kven er observatør i rådet?", "Peder Glimt"),
    ],
)
def test_a_role_is_told_apart_from_the_others(settled, question: str, name: str) -> None:
    assert settled(question).startswith(f"{name} (")


def test_who_came_in_somebodys_place_is_told_by_the_line_that_says_so(settled) -> None:
    assert settled("Hvem kom inn for Jens Skjærgård?") == "Gro Brenning tok over etter Jens Skjærgård 1. mai 2031."


def test_who_is_away_is_told_by_a_slide_where_no_minutes_do(settled) -> None:
    assert settled("Hvem har meldt forfall til junimøtet?") == "Forfall i Fyrvokterrådet 17. juni 2031: Mona Vindfelle."


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor holdt vi til 11. mars?", "Lyktesalen, Oppdiktholmen."),
        ("Hvor holdt vi til 11/3?", "Lyktesalen, Oppdiktholmen."),
        ("Hvilket lokale skal vi være i 17. juni?", "Naustet, Oppdiktvågen."),
        ("Hvor var marsmøtet?", "Lyktesalen, Oppdiktholmen."),
    ],
)
def test_the_place_is_that_of_the_meeting_that_is_named(settled, question: str, said: str) -> None:
    assert settled(question) == said


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kva tid tok marsmøtet til?", "Sak 1/31, Innkalling og saksliste, er satt opp kl. 09:30."),
        ("When does the meeting in March start?", "Sak 1/31, Innkalling og saksliste, er satt opp kl. 09:30."),
        ("Når er vi ferdige?", "17. juni 2031, kl. 10.00–14.00."),
        ("Når slutter marsmøtet?", "11. mars 2031, kl. 09.30–15.00."),
    ],
)
def test_the_hours_are_those_of_the_meeting_that_is_named_else_of_the_newest(settled, question: str, said: str) -> None:
    assert settled(question) == said


@pytest.mark.parametrize("question", ["Når begynner vi på sak 6/31?", "Når starter arbeidet med vardene?"])
def test_when_something_else_begins_is_not_the_start_of_the_meeting(settled, question: str) -> None:
    assert "5/31" not in (settled(question) or "")


def test_several_who_present_one_case_are_both_told(settled) -> None:
    assert settled("Hvem tar tåkelursaka?").startswith("Jens Skjærgård og Mona Vindfelle, legger frem sak 2/31")


def test_a_case_is_known_by_a_compound_that_begins_as_its_title_does(settled) -> None:
    assert settled("Hvilket saksnummer har seilskutetrafikken i mars?") == "Sak 3/31: Seilskuteanløp ved moloen."


def test_a_follow_up_is_asked_of_the_meeting_that_was_spoken_of(assistant: Assistant) -> None:
    chat = Conversation()
    assert "Lyktesalen" in assistant.ask("Hvor holdt vi til 11. mars?", chat).text
    assert assistant.ask("og når er vi ferdige?", chat).text == "11. mars 2031, kl. 09.30–15.00."
    assert assistant.ask("Når er vi ferdige 17. juni?", chat).text == "17. juni 2031, kl. 10.00–14.00."


def test_numbered_rows_are_called_by_their_words_and_the_sum_has_no_number(corpus: Corpus) -> None:
    rows = [row.data for row in corpus.of_kind(PassageKind.TABLE_ROW) if row.data["title"] == "Tiltak ved lykta"]
    assert [row["label"] for row in rows] == ["Ny pære i lykta", "Maling av trappa", "Sum"]
    assert [row["values"][0] for row in rows] == ["1", "2", None]


@pytest.fixture
def of_row(corpus: Corpus):
    """What is told of the row of a name, as if it were all that was found; None where it does not answer."""

    def answered(question: str, label: str) -> str | None:
        row = next(p for p in corpus.of_kind(PassageKind.TABLE_ROW) if p.data["label"] == label)
        draft = table_answer(understand(question, corpus), [Hit(row, 0.0, 0.0, 0.0, 0.0)], corpus)
        return " ".join(each.text for each in draft.statements) if draft is not None else None

    return answered


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem er ansvarlig for maling av trappa?", "Maling av trappa, Ansvarlig: Skodde kommune."),
        ("Når er fristen for maling av trappa?", "Maling av trappa, Frist: 15. juli 2031."),
        ("Hva koster maling av trappa?", "Maling av trappa, Kostnad (kr): 90000."),
    ],
)
def test_of_a_row_the_column_of_what_is_asked_for_is_told(of_row, question: str, said: str) -> None:
    assert of_row(question, "Maling av trappa") == said


def test_a_number_that_no_column_is_of_is_not_answered_with_the_whole_row(of_row) -> None:
    assert of_row("Hvor mange malere er det på maling av trappa?", "Maling av trappa") is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hva bruker vi på parafin alle årene til sammen?", "Parafin, Sum: 27 tusen kroner."),
        ("Hva blir totalsummen for parafin fram til 2030?", "Parafin, Sum: 27 tusen kroner."),
        ("Hva bruker vi på parafin i 2030?", "Parafin, 2030: 15 tusen kroner."),
    ],
)
def test_all_the_years_together_are_the_column_of_their_sum(of_row, question: str, said: str) -> None:
    assert of_row(question, "Parafin") == said


def test_what_grows_most_is_told_by_the_column_of_growth_and_is_no_sum(of_row) -> None:
    said = of_row("Hvilken bøye vokser mest i antall skip?", "Nordbøya")
    assert said == "Sørbøya, Vekst 2029–2030: 100 %."


@pytest.mark.parametrize("question", ["Hva står KBL for?", "Kva tyder forkortinga KBL?", "Hva betyr KBL?"])
def test_an_abbreviation_is_told_by_the_line_that_writes_it_out(settled, question: str) -> None:
    assert settled(question) == "KBL = Kystens blinkende lykter."


@pytest.mark.parametrize("question", ["Hva står XYZ for?", "Hva står KBL på?"])
def test_an_abbreviation_that_no_line_writes_out_is_left_to_others(settled, question: str) -> None:
    assert "blinkende" not in (settled(question) or "")


@pytest.mark.parametrize("question", ["Hva ble bestemt om seilskutene?", "Ble planen for moloen godkjent?"])
def test_what_was_decided_of_a_case_with_only_a_proposal_is_told_as_a_proposal(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith("Arkivet har bare forslag til vedtak")
    assert "Forslag til vedtak i sak 3/31" in answer.text


def test_what_stood_in_the_minutes_of_a_meeting_that_is_not_there_is_not_told(assistant: Assistant) -> None:
    answer = assistant.ask("Hva sto det i referatet fra møtet i september?")
    assert answer.abstained
    assert "møtet i september" in answer.text


@pytest.mark.parametrize(
    ("label", "said"),
    [
        # The caption's unit is that of the years; what is only counted has none, and a share its own.
        (
            "Nordøya",
            "Nordøya – Folketall: 1 840, 2030: 5,1 millioner kroner, 2031: 5,6 millioner kroner, Andel (%): 12 %.",
        ),
        (
            "Sum",
            "Tilskudd – Sum – Folketall: 3 000, 2030: 9,1 millioner kroner, 2031: 9,9 millioner kroner, Andel (%): 100 %.",
        ),
    ],
)
def test_every_value_of_a_row_is_told_in_the_unit_of_its_own_column(label: str, said: str) -> None:
    shown = slide(
        "Tilskudd til øyene",
        table(
            ("Øy", "Folketall", "2030", "2031", "Andel (%)"),
            ("Nordøya", "1 840", "5,1", "5,6", "12"),
            ("Sum", "3 000", "9,1", "9,9", "100"),
            caption="Tilskudd (mill. kroner)",
        ),
    )
    made = document(slide("Møte i Oppdiktrådet 5. mars 2031"), shown)
    rows = [p for p in passages(understand_meeting([made]), [made]) if p.kind is PassageKind.TABLE_ROW]
    row = Row(next(p for p in rows if p.data["label"] == label))
    assert [each.text for each in told(row, row.columns).statements] == [said]


def test_what_the_slide_that_opens_a_case_goes_on_to_say_can_be_found(corpus: Corpus) -> None:
    texts = {p.text for p in corpus.of_kind(PassageKind.UNIT)}
    assert "Moloen tåler skip på høyst 40 meter uten slepebåt" in texts
    assert "Legges frem av Jens Skjærgård · Drøfting" not in texts
