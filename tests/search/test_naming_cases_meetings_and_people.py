"""What questions name, in the ways that people write it, over two councils whose case numbers collide."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written
from tests.two_councils import FANTASI, OPPDIKT

from radsassistent.archive import Archive
from radsassistent.search import Corpus, Query, understand


@pytest.fixture(scope="module")
def councils_corpus(councils: Archive) -> Corpus:
    return Corpus.of(councils.snapshot())


@pytest.fixture
def asked(councils_corpus: Corpus):
    def asking(question: str) -> Query:
        return understand(question, councils_corpus)

    return asking


@pytest.mark.parametrize(
    "named",
    [
        "sak 5/31", "Sak 5 / 31", "SAK 05/31", "sak nr. 5/2031", "saksnr 5/31", "sak nummer 5", "saken 5", "saka 5",
        "5/31", "(5/31)", "den femte saken", "case 5", "sak nr 005/2031",
    ],
)  # fmt: skip
def test_every_spelling_of_a_case_names_it(asked, named: str) -> None:
    query = asked(f"Hva skjer i {named}?")
    assert (query.cases, query.unknown_cases) == (("5/31",), ())


@pytest.mark.parametrize("named", ["sak 5 og 6", "sakene 5, 6", "sak 5-6", "5/31 og 6/31", "sak 5/31 og sak 6"])
def test_several_cases_are_all_named(asked, named: str) -> None:
    assert set(asked(f"Hvem legger frem {named}?").cases) == {"5/31", "6/31"}


@pytest.mark.parametrize(
    ("named", "unknown"),
    [("sak 55/31", "55/31"), ("sak 55", "55/31"), ("sak 5/30", "5/30"), ("sak 5 i 2030", "5/30"), ("15/31", "15/31")],
)
def test_a_case_that_no_council_has_is_unknown_and_no_other_takes_its_place(asked, named: str, unknown: str) -> None:
    query = asked(f"Hva foreslås i {named}?")
    assert (query.cases, query.unknown_cases) == ((), (unknown,))


@pytest.mark.parametrize("named", ["traktorsaken", "Traktorsaken"])
def test_a_case_is_named_by_what_it_is_about(asked, named: str) -> None:
    assert asked(f"Når kommer {named}?").cases == ("5/31",)


@pytest.mark.parametrize(
    "question", ["Hva koster det i 2031?", "Hva kostet det 2030–2031?", "Kostnader 2032", "5,31 %"]
)
def test_years_and_amounts_name_no_case(asked, question: str) -> None:
    query = asked(question)
    assert query.cases == query.unknown_cases == ()


def test_the_year_of_a_case_number_is_no_year_that_is_asked_about(asked) -> None:
    assert asked("Hva koster det i sak 5/2031?").years == ()
    assert asked("Hva koster det i 2032 etter sak 5/2031?").years == ("2032",)


def test_each_year_is_named_once_in_the_order_of_the_question(asked) -> None:
    assert asked("Hva skjer fra 2032 til 2031, og i 2032?").years == ("2032", "2031")


@pytest.mark.parametrize("named", ["lysbilde 4", "lysark 4", "slide 4", "side nr. 4", "plansje 4", "Lysbilde nummer 4"])
def test_a_slide_is_known_by_its_many_names(asked, named: str) -> None:
    query = asked(f"Hva står på {named}?")
    assert query.slides == (4,)
    assert query.cases == ()


@pytest.mark.parametrize(
    ("named", "body"),
    [
        ("møtet 5. mars 2031", OPPDIKT),
        ("møtet 05.03.2031", OPPDIKT),
        ("møtet 2031-03-05", OPPDIKT),
        ("møtet i mars", OPPDIKT),
        ("marsmøtet", OPPDIKT),
        ("aprilmøtet", FANTASI),
        ("møtet i april 2031", FANTASI),
        ("møtet 9. april 2031", FANTASI),
    ],
)
def test_a_meeting_is_known_by_its_day_and_by_its_month(asked, named: str, body: str) -> None:
    query = asked(f"Hva foreslås i {named}?")
    assert [meeting.body for meeting in query.meetings] == [body]
    assert query.unknown_meeting is None
    assert body in query.described()


@pytest.mark.parametrize("named", ["møtet i april 2030", "junimøtet", "møtet i juni"])
def test_a_meeting_that_was_not_held_is_unknown(asked, named: str) -> None:
    query = asked(f"Hva foreslås i {named}?")
    assert (query.meetings, query.unknown_meeting) == ((), named)


@pytest.mark.parametrize(
    "named",
    ["Tuva Oppdiktsdatter", "tuva oppdiktsdatter", "Oppdiktsdatter", "Tuva Oppdiktsdatters", "Tuva Opdiktsdatter"],
)
def test_a_person_is_known_by_full_name_by_last_name_and_misspelt(asked, named: str) -> None:
    query = asked(f"Hva er rollen til {named}?")
    assert (query.people, query.unknown_names) == (("Tuva Oppdiktsdatter",), ())


def test_two_people_are_both_named(asked) -> None:
    assert set(asked("Hva sier Tuva Oppdiktsdatter og Storm Bryggevoll?").people) == {
        "Tuva Oppdiktsdatter",
        "Storm Bryggevoll",
    }


def test_a_first_name_alone_does_not_make_one_person_another(asked) -> None:
    assert asked("Hva sier Tuva Xerxesdatter?").people == ()


@pytest.mark.parametrize("name", ["Xerxes Quimby", "Wolfgang Zzyzx", "Quimby"])
def test_a_name_that_no_document_has_is_unknown(asked, name: str) -> None:
    query = asked(f"Hva mener {name} om traktorene?")
    assert (query.people, query.unknown_names) == ((), (name,))


@pytest.mark.parametrize(
    "question",
    [
        "Hva sier Fantasibyen kommune?",
        "Hvem representerer Traktorforeningen?",
        "HVEM leder?",
        "How many tractors were sold in July?",
        "Is the tractor list written in English?",
    ],
)
def test_what_the_documents_name_is_no_unknown_name(asked, question: str) -> None:
    assert asked(question).unknown_names == ()


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Hva foreslås i sak 5/31 i aprilmøtet?", ["Fantasiutvalget 09.04.2031", "sak 5/31"]),
        ("Hva står på lysbilde 4?", ["lysbilde 4"]),
        ("Hva koster traktorene?", ["hele arkivet"]),
    ],
)
def test_where_is_searched_is_told_in_words(asked, question: str, named: list[str]) -> None:
    described = asked(question).described()
    assert all(part in described for part in named)


@pytest.mark.parametrize("question", ["?", "...", "5/31", "2031", "æøå", "🚜", "sak", "a" * 300, "Sak sak SAK/"])
def test_odd_questions_are_understood_without_an_error(asked, question: str) -> None:
    assert asked(question).question == question


@pytest.fixture
def board(tmp_path, embedding) -> Corpus:
    """A board whose cases are counted under its meetings' numbers."""
    agenda = table(
        ("Kl.", "Sak", "Tittel"), ("12.30", "4.1", "Protokoll"), ("12.35", "4.2", "Ny låve"), ("13.00", "4.3", "Priser")
    )
    deck = (
        slide("Styremøte nr. 4 i Trollhagen 5. mars 2031"),
        slide("Saksliste", agenda),
        slide("Sak 4.2 Ny låve", "• Stor låve"),
    )
    made, path = written(tmp_path / "styret", *deck)
    archive = Archive.open(tmp_path / "arkiv", embedding)
    archive.put(made, path)
    return Corpus.of(archive.snapshot())


@pytest.mark.parametrize("named", ["sak 4.2", "Sak 4.2", "sak nr. 4.2", "4.2"])
def test_a_case_counted_under_the_meetings_number_is_named_by_both(board: Corpus, named: str) -> None:
    query = understand(f"Hva gjelder {named}?", board)
    assert (query.cases, query.unknown_cases) == (("4.2",), ())


def test_an_hour_or_an_amount_is_no_case_counted_under_a_meeting(board: Corpus) -> None:
    assert understand("Hva koster låven, 14.5 mill. kroner?", board).cases == ()


@pytest.fixture(scope="module")
def lighthouse(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("fyr")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.put(
        *written(
            folder / "inn",
            slide("Møte i Fyrrådet 17. september 2031"),
            slide("Dagsorden", table(("Sak", "Tittel", "Tid"), ("1/31", "Lys", "10:00"), ("2/31", "Horn", "11:00"))),
            name="fyr.pdf",
        )
    )
    return Corpus.of(archive.snapshot())


@pytest.mark.parametrize(
    ("question", "asked_of_it"),
    [
        ("Hvor mange saker står på sakslisten den 17. september?", "Hvor mange saker står på sakslisten ?"),
        ("Hvilke saker skal opp torsdag 17. september?", "Hvilke saker skal opp ?"),
        ("Hva er på agendaen 17.09.2031?", "Hva er på agendaen ?"),
        ("Hvilke saker må svares på før 1. oktober, 17. september?", "Hvilke saker må svares på før 1. oktober, ?"),
    ],
)
def test_the_day_of_the_only_meeting_names_it_and_is_no_word_of_the_question(
    lighthouse: Corpus, question: str, asked_of_it: str
) -> None:
    query = understand(question, lighthouse)
    assert [meeting.date for meeting in query.meetings] == ["2031-09-17"]
    assert query.asked == asked_of_it


@pytest.mark.parametrize(
    ("question", "asked_of_it"),
    [
        ("Når er det lunsj i møtet i september 2031?", "Når er det lunsj?"),
        ("Når er det lunsj i møtet 17. september 2031?", "Når er det lunsj?"),
        ("Hvem ledet møtet i Fyrrådet i september 2031?", "Hvem ledet møtet?"),
        ("Hva står i referatet fra september 2031?", "Hva står i referatet?"),
        ("Hvem ledet septembermøtet i 2031?", "Hvem ledet møtet?"),
        ("Who chaired the September 2031 meeting?", "Who chaired the meeting?"),
    ],
)
def test_the_month_and_year_that_the_meeting_is_called_by_are_not_asked_for(
    lighthouse: Corpus, question: str, asked_of_it: str
) -> None:
    query = understand(question, lighthouse)
    assert [meeting.date for meeting in query.meetings] == ["2031-09-17"]
    assert (query.asked, query.years) == (asked_of_it, ())


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("Hva kostet fyret i september 2031?", ("2031",)),
        ("Hva kostet fyret i 2030, etter møtet i september 2031?", ("2030",)),
        ("Når er møtet i september 2032?", ("2032",)),
        ("Når er møtet i september 2031?", ("2031",)),
    ],
)
def test_the_year_of_anything_else_or_of_a_meeting_that_is_itself_asked_about_stays(
    lighthouse: Corpus, question: str, years: tuple[str, ...]
) -> None:
    assert understand(question, lighthouse).years == years


def test_the_month_of_the_only_meeting_is_a_time_that_may_be_spoken_of(lighthouse: Corpus) -> None:
    assert understand("Hva skal være ferdig i september?", lighthouse).meetings == ()
