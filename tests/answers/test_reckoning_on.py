"""Questions that only reckon with the figures just told, and shares: of an invented council's tables."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written
from tests.lighthouse_council import MARCH

from radsassistent.answers import Assistant, Conversation
from radsassistent.answers.figures.comparison import each_row
from radsassistent.answers.figures.rows import Row
from radsassistent.answers.turns.told_rows import of_told_rows
from radsassistent.answers.verification.computed import percent
from radsassistent.archive import Archive, PassageKind
from radsassistent.search import understand
from radsassistent.search.figures import Figure, only_reckons
from radsassistent.search.query import Scope

SLIDES = (
    slide("Møte i Trollhagerådet", "3. mai 2032", "Hagestua, Oppdiktlia"),
    slide("Sak 1/32: Hagens utgifter"),
    slide(
        "Utgifter til hagen (mill. kroner)",
        table(
            ("Post", "2030", "2031", "2032", "Sum"),
            ("Gjerder", "40", "50", "30", "120"),
            ("Lykter", "10", "12", "18", "40"),
            ("Sum", "50", "62", "48", "160"),
        ),
    ),
    slide(
        "Anslag for drivhuset (mill. kroner)",
        table(
            ("År", "Drivhus fra", "Drivhus til"),
            ("2031", "5", "9"),
            ("2032", "3", "8"),
            ("Totalt", "8", "17"),
        ),
    ),
    slide(
        "Tiltak mot snegler",
        table(
            ("Tiltak", "Ansvarlig", "Frist", "Kostnad (kr)"),
            ("Kobberbånd", "Heksa Mosegrodd", "1. juni 2032", "4000"),
            ("Øl i skåler", "Nils Gressklipp", "15. juli 2032", "900"),
        ),
    ),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("hage")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.put(*written(folder, *SLIDES, name="hagen.pdf"))
    return Assistant(archive)


def said(assistant: Assistant, *questions: str) -> str:
    """The text of the last of the answers of one conversation."""
    talk = Conversation()
    return [assistant.ask(question, talk).text for question in questions][-1]


GREENHOUSE = "Hva er det høyeste anslaget til for drivhuset i 2031?"
GATES = ("Hva koster gjerder i 2030?", "Og i 2031?")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hvor mange prosent opp er det?", "fra 40 i 2030 til 50 i 2031, en økning på 25,0 prosent"),
        ("kor mykje er det i prosent?", "en økning på 25,0 prosent"),
        ("How much is that in percent?", "en økning på 25,0 prosent"),
        ("Hvor mye økte det?", "en økning på 10 millioner kroner"),
        ("hvor mange millioner mer er det?", "en økning på 10 millioner kroner"),
        ("Og det laveste?", "2032: 30 millioner kroner"),
        ("I hvilket år er det høyest?", "2031: 50 millioner kroner"),
        ("Og samlet for alle årene?", "Sum: 120 millioner kroner"),
        ("Kor stor er skilnaden?", "en økning på 10 millioner kroner"),
        ("året etter?", "Gjerder, 2032: 30 millioner kroner"),
        ("Hva var det året før?", "Gjerder, 2030: 40 millioner kroner"),
        ("And the year after?", "Gjerder, 2032: 30 millioner kroner"),
        ("Enn i 2032 da?", "Gjerder, 2032: 30 millioner kroner"),
        ("Hvor mye ned er det i 2032?", "fra 50 i 2031 til 30 i 2032, en nedgang på 20 millioner kroner"),
    ],
)
def test_what_only_reckons_with_the_figures_just_told_is_reckoned_from_them(
    assistant: Assistant, question: str, expected: str
) -> None:
    assert expected in said(assistant, *GATES, question)


def test_what_comes_after_another_year_goes_on_from_that_year(assistant: Assistant) -> None:
    assert "Lykter, 2031: 12 millioner kroner" in said(assistant, *GATES, "Hva med lykter?")


def test_a_reckoned_answer_cites_the_slide_of_both_figures(assistant: Assistant) -> None:
    talk = Conversation()
    for question in GATES:
        assistant.ask(question, talk)
    answer = assistant.ask("Hvor mange prosent er det?", talk)
    assert {citation.slide for sentence in answer.sentences for citation in sentence.citations} == {3}


def test_the_other_end_of_a_range_is_that_of_the_same_year(assistant: Assistant) -> None:
    assert "Drivhus fra: 5" in said(assistant, GREENHOUSE, "Og det laveste?")


def test_the_sum_over_rows_of_years_is_the_tables_own(assistant: Assistant) -> None:
    assert "17" in said(assistant, GREENHOUSE, "Og samlet for alle årene?")


@pytest.fixture
def measure(assistant: Assistant) -> Row:
    """The row of the first measure against snails."""
    rows = assistant.corpus().of_kind(PassageKind.TABLE_ROW)
    return next(Row(passage) for passage in rows if passage.data["label"] == "Kobberbånd")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Og når er fristen?", "Kobberbånd, Frist: 1. juni 2032."),
        ("Kva er fristen?", "Kobberbånd, Frist: 1. juni 2032."),
        ("Og hva koster det?", "Kobberbånd, Kostnad (kr): 4000."),
        ("And when?", "Kobberbånd, Frist: 1. juni 2032."),
        ("Og når er lunsjen?", None),
        ("Og når er fristen for øl i skåler?", None),
        ("Og hvem?", None),
        ("Hva er samlet kostnad for tiltakene?", None),
        ("Hvilket tiltak har kortest frist?", None),
        ("Hva er fristen for hvert tiltak?", None),
    ],
)
def test_another_column_of_the_row_just_told_is_told_of_that_row_alone(
    assistant: Assistant, measure: Row, question: str, expected: str | None
) -> None:
    draft = of_told_rows(question, [Figure(measure.passage, "Ansvarlig")], assistant.corpus())
    assert (draft.statements[0].text if draft is not None else None) == expected


def test_the_second_half_of_a_question_speaks_of_the_row_that_answers_the_first(assistant: Assistant) -> None:
    answer = said(assistant, "Hvilket tiltak mot snegler er dyrest, og når er fristen?")
    assert "4000" in answer
    assert "Kobberbånd, Frist: 1. juni 2032" in answer


def test_the_other_extreme_of_a_column_is_that_of_another_row(assistant: Assistant) -> None:
    answer = said(assistant, "Hvilket tiltak mot snegler er dyrest?", "Og det billigste?")
    assert "Øl i skåler" in answer


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hva koster hvert tiltak?", "Kostnad (kr) – Kobberbånd: 4000, Øl i skåler: 900."),
        ("Kva er fristen for kvart tiltak?", "Frist – Kobberbånd: 1. juni 2032, Øl i skåler: 15. juli 2032."),
        ("Hva koster hvert av dem hvert år?", "Kostnad (kr) – Kobberbånd: 4000, Øl i skåler: 900."),
        ("Hva koster kobberbånd hver uke?", None),
        ("Hva koster hvert kobberbånd?", None),
    ],
)
def test_each_row_is_told_where_each_is_asked_for(
    assistant: Assistant, measure: Row, question: str, expected: str | None
) -> None:
    corpus = assistant.corpus()
    draft = each_row(understand(question, corpus), measure, corpus)
    assert (draft.statements[0].text if draft is not None else None) == expected


def test_without_two_years_told_no_change_is_made_up(assistant: Assistant) -> None:
    answer = said(assistant, "Hva koster lykter i 2031?", "Hvor mange prosent opp er det?")
    assert "økning" not in answer


def test_figures_outside_the_readers_scope_are_not_reckoned_with(assistant: Assistant) -> None:
    talk = Conversation()
    for question in GATES:
        assistant.ask(question, talk)
    assert "økning" not in assistant.ask("Hvor mange prosent opp er det?", talk, Scope(slides=(4,))).text


def test_figures_of_a_document_that_was_removed_are_not_reckoned_with(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "arkiv", StemEmbedding())
    archive.put(*written(tmp_path / "ingest" / "hagen", *SLIDES, name="hagen.pdf"))
    archive.put(*written(tmp_path / "ingest" / "mars", *MARCH, name="mars.pdf"))
    talk = Conversation()
    for question in GATES:
        Assistant(archive).ask(question, talk)
    archive.remove("hagen.pdf")
    answer = Assistant(archive).ask("Hvor mange prosent opp er det?", talk)
    assert answer.abstained
    assert answer.rejected == 0


def test_after_an_answer_without_figures_nothing_is_reckoned(assistant: Assistant) -> None:
    answer = said(assistant, *GATES, "Når er møtet?", "Hvor mange prosent opp er det?")
    assert "25" not in answer


def test_a_year_that_the_table_has_not_is_not_reckoned_with(assistant: Assistant) -> None:
    assert "økning" not in said(assistant, *GATES, "Hvor mye mer er det i 2035?")
    assert "kroner" not in said(assistant, *GATES, "Og i 2035?")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hvor mange prosent øker lykter fra 2030 til 2032?", "fra 10 i 2030 til 18 i 2032, en økning på 80,0 prosent"),
        ("Hvor stor andel av summen er lykter i 2031?", "12 av 62 millioner kroner, 19,4 prosent"),
    ],
)
def test_percentages_are_reckoned_where_the_table_has_amounts(
    assistant: Assistant, question: str, expected: str
) -> None:
    assert expected in said(assistant, question)


@pytest.mark.parametrize(
    "question", ["Hvor mange prosent opp er det?", "og det laveste?", "hvilket år er det høyest?", "And the lowest?"]
)
def test_a_question_of_reckoning_words_alone_reckons(question: str) -> None:
    assert only_reckons(question)


@pytest.mark.parametrize(
    "question",
    ["Hvor mange prosent av legene bruker den?", "Når er det?", "Hva er høyest i Lyktevåg?", "Og gjerder i 2031?"],
)
def test_a_question_with_a_subject_of_its_own_or_without_reckoning_does_not(question: str) -> None:
    assert not only_reckons(question)


def test_a_share_of_nothing_is_refused() -> None:
    assert percent(Decimal(1), Decimal(3)) == Decimal("33.3")
    with pytest.raises(ZeroDivisionError):
        percent(Decimal(1), Decimal(0))
