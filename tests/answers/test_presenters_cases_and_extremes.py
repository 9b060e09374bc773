"""Who presents what, which case, whose title, the largest and the smallest: asked in words of the asker's own.

What the wording alone settles is asked of its rule itself, with no passage found, so that nothing else can answer; the rest goes
through the whole path with the built-in embedder.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.council_embedding import StemEmbedding
from tests.troll_garden_council import troll_garden_council

from radsassistent.answers import Assistant
from radsassistent.answers.agenda.meeting_facts import meeting_answer
from radsassistent.answers.agenda.wording import presented_about, which_case
from radsassistent.answers.compose import compose, known
from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.by_wording import extreme_by_wording
from radsassistent.answers.members.facts import members_by_title
from radsassistent.archive import PassageKind
from radsassistent.search import Corpus, Hit, find, understand

Rule = Callable[..., Draft | None]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus.of(troll_garden_council(tmp_path_factory.mktemp("trollhage-ord"), StemEmbedding()).snapshot())


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    return Assistant(troll_garden_council(tmp_path_factory.mktemp("trollhage"), built_in_embedder))


@pytest.fixture
def by_rule(corpus: Corpus):
    """What one rule makes of a question: the text, None where it leaves the question to others."""

    def asked(rule: Rule, question: str, hits: tuple[Hit, ...] = ()) -> str | None:
        draft = rule(understand(question, corpus), hits, corpus)
        return " ".join(said.text for said in draft.statements) if draft is not None else None

    return asked


def told(assistant: Assistant, question: str) -> tuple[str, set[int]]:
    answer = assistant.ask(question)
    assert not answer.abstained, answer.text
    return answer.text, {citation.slide for citation in answer.citations}


@pytest.mark.parametrize(
    ("question", "presenter", "case"),
    [
        ("Hvem snakker om turstiene i lia?", "Einar Trollhaug", "23/31"),
        ("Hvem skal fortelle rådet om gapahuker?", "Einar Trollhaug", "23/31"),
        ("Kven orienterer om draktene?", "Dagny Sagnfjord", "24/31"),
        ("Hvem legger frem noe om gjerdene?", "Bjarne Fabelheim", "22/31"),
        ("Who speaks about hulderkoret?", "Dagny Sagnfjord", "24/31"),
    ],
)
def test_who_presents_is_told_by_the_one_title_with_what_is_asked_about(by_rule, question, presenter, case) -> None:
    text = by_rule(presented_about, question)
    assert text is not None
    assert presenter in text
    assert case in text


@pytest.mark.parametrize(("chance", "told"), [(0.8, True), (0.3, False)])
def test_who_goes_through_what_is_surely_told_in_a_case_is_who_presents_the_case(
    by_rule, corpus: Corpus, chance: float, told: bool
) -> None:
    in_case = next(p for p in corpus.passages if p.case == "23/31" and p.kind is not PassageKind.AGENDA)
    text = by_rule(presented_about, "Hvem går gjennom tallene?", (Hit(in_case, 1, 1, 1, 1, chance=chance),))
    assert (text is not None and "Einar Trollhaug" in text) is told


@pytest.mark.parametrize(
    "question",
    [
        "Hvem snakker om romferger?",
        "Hvem presenterer?",
        "Hvem bygger gapahukene?",
        "Hvem har ansvar for gjerdene?",
        "Hvem snakker for RHF?",
        "Hvem snakker om ungdomsklubben, kaffe, ull og gjerdene?",
        "Hvem legger frem eventuelt?",
        "Når snakker vi om gjerdene?",
        "Hvem legger frem sak 22/31?",
    ],
)
def test_who_presents_is_not_told_by_a_title_that_does_not_settle_it(by_rule, question: str) -> None:
    assert by_rule(presented_about, question) is None


@pytest.mark.parametrize(
    "question", ["Hvem snakker om turstiene i lia?", "Hvem orienterer om draktene?", "Hvem skal fortelle om gapahuker?"]
)
def test_who_presents_is_cited_to_the_agenda(assistant, question: str) -> None:
    text, slides = told(assistant, question)
    assert "legger frem sak" in text
    assert slides == {3}


def test_who_presents_is_settled_before_anything_is_looked_for(by_rule) -> None:
    assert by_rule(known, "Hvem snakker om de fine turstiene alle venter på?") == (
        "Einar Trollhaug, Fjord Nord RHF, legger frem sak 23/31, Turstier og gapahuker i lia."
    )


def test_who_presents_what_no_slide_speaks_of_is_not_told(assistant) -> None:
    assert assistant.ask("Hvem snakker om romferger?").abstained


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("Hvilket saksnummer har saken om nye flotte noter som ingen kan synge?", "24/31"),
        ("Hvilken sak gjelder den lange turen og gapahukene ingen har sett?", "23/31"),
        ("I hvilken sak er det snakk om gjerder og penger?", "22/31"),
    ],
)
def test_the_case_is_the_only_one_whose_title_has_a_part_of_the_words(by_rule, question: str, case: str) -> None:
    text = by_rule(which_case, question)
    assert text is not None
    assert text.startswith(f"Sak {case}")


@pytest.mark.parametrize("question", ["Hvilken sak handler om romferger?", "Hvilken sak har Fjord RHF?"])
def test_no_case_is_told_where_no_title_or_two_have_as_many_of_the_words(by_rule, question: str) -> None:
    assert by_rule(which_case, question) is None


@pytest.mark.parametrize(
    ("question", "case"),
    [
        ("Hvilken sak er bare til orientering?", "23/31"),
        ("Hvilken sak er kun til drøfting?", "22/31"),
        ("Kva sak er berre til orientering?", "23/31"),
        ("Hvilken sak skal vi drøfte?", "22/31"),
    ],
)
def test_one_case_is_asked_for_by_its_type(assistant, question: str, case: str) -> None:
    text, slides = told(assistant, question)
    assert [each for each in ("21/31", "22/31", "23/31", "24/31", "25/31") if each in text] == [case]
    assert slides == {3}


@pytest.mark.parametrize("question", ["Hvilken sak er til avstemning?", "Hvilken sak er best for nissene?"])
def test_a_type_that_no_case_has_tells_none(assistant, question: str) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Er det noen bibliotekar i rådet?", "Bjarne Fabelheim: Bibliotekar, Tåkedal kommune."),
        ("Hvem i rådet er seterbudeie?", "Cecilie Eventyrvik: Seterbudeie, Skodde kommune."),
    ],
)
def test_a_member_is_told_by_a_title_that_no_other_has(by_rule, assistant, question: str, name: str) -> None:
    assert told(assistant, question) == (name, {2})


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Hvem i styret er bibliotekar?", "Bjarne Fabelheim: Bibliotekar, Tåkedal kommune."),
        ("Sit det ei seterbudeie i rådet, og kven er det?", "Cecilie Eventyrvik: Seterbudeie, Skodde kommune."),
        ("Har Skodde noen ved bordet, og hvem er det?", "Cecilie Eventyrvik: Seterbudeie, Skodde kommune."),
    ],
)
def test_a_word_of_a_members_own_is_enough_where_nothing_is_likely_to_answer(by_rule, question: str, name: str) -> None:
    assert by_rule(members_by_title, question) == name
    assert by_rule(compose, question) == name


@pytest.mark.parametrize(
    "question",
    [
        "Er det noen tannlege i rådet?",
        "Er det en fagsjef i rådet?",
        "Hvem i rådet legger frem noe for bibliotekaren?",
        "Hvem i rådet var bibliotekar i 2029?",
        "Hva sier bibliotekaren i rådet om gjerder?",
        "Hvem i rådet eier en rød sykkel og en bibliotekar av papp?",
    ],
)
def test_no_member_is_told_by_a_title_that_several_or_none_have_or_that_is_not_asked_for(by_rule, question) -> None:
    assert by_rule(members_by_title, question) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvilket gjerde er dyrest?", "Steingjerde, Pris (kr): 900000."),
        ("Kva gjerde er billegast?", "Risgjerde, Pris (kr): 40000."),
        ("Hvilket gjerde tar lengst tid å bygge?", "Glassgjerde, Byggetid (uker): 52."),
        ("Kva gjerde har kortast byggetid?", "Risgjerde, Byggetid (uker): 12."),
    ],
)
def test_the_largest_and_the_smallest_are_of_the_column_that_is_asked_of(assistant, question: str, said: str) -> None:
    assert told(assistant, question) == (said, {5})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvilket år er trollmat dyrest?", "Trollmat, 2032: 21 millioner kroner."),
        ("Hvilket år koster gartnere mest?", "Gartnere, 2030: 9 millioner kroner."),
        ("I hvilket år er trollmaten billigst?", "Trollmat, 2030: 10 millioner kroner."),
        ("Hvilken post er dyrest i 2032?", "Trollmat, 2032: 21 millioner kroner."),
        ("Hvilken post koster minst i 2031?", "Gartnere, 2031: 7 millioner kroner."),
    ],
)
def test_an_extreme_is_of_the_years_or_of_the_rows_as_it_is_asked_for(assistant, question: str, said: str) -> None:
    assert told(assistant, question) == (said, {7})


@pytest.mark.parametrize(
    "question", ["Hvilket gjerde er penest?", "Hvilket fjell er høyest?", "Hvilket troll er størst?"]
)
def test_an_extreme_of_what_no_table_has_is_not_told(assistant, question: str) -> None:
    assert assistant.ask(question).abstained


def test_what_there_was_most_of_is_not_told_by_what_cost_most(assistant) -> None:
    assert "millioner" not in assistant.ask("Hvilket år var det flest troll?").text


@pytest.fixture
def found(corpus: Corpus):
    """The passages that a question finds, nearest first, without the ranker."""
    embedding = StemEmbedding()

    def of(question: str) -> tuple[Hit, ...]:
        query = understand(question, corpus)
        return tuple(find(query, embedding.get_query_embedding(query.text), corpus))

    return of


def test_an_extreme_is_told_by_its_wording_where_the_table_speaks_of_all_that_is_asked(by_rule, found) -> None:
    question = "Hvilket gjerde rundt trollhagen er dyrest?"
    assert by_rule(extreme_by_wording, question, found(question)) == "Steingjerde, Pris (kr): 900000."
    assert by_rule(compose, question, found(question)) == "Steingjerde, Pris (kr): 900000."


@pytest.fixture
def fences(found):
    """The rows of the table of fences alone, as when they are nearest to a question."""

    def of(question: str) -> tuple[Hit, ...]:
        return tuple(
            hit for hit in found(question) if hit.passage.kind is PassageKind.TABLE_ROW and hit.passage.slide == 5
        )

    return of


def test_an_extreme_is_told_by_its_wording_where_the_rows_of_one_table_are_nearest(by_rule, fences) -> None:
    question = "Hvilket alternativ som vokser i lia er billigst?"
    assert by_rule(extreme_by_wording, question, fences(question)) == "Risgjerde, Pris (kr): 40000."


def test_what_somebody_holds_to_be_an_extreme_is_not_told_by_a_table(by_rule, fences) -> None:
    question = "Hvilket alternativ synes Bjarne Fabelheim er billigst?"
    assert by_rule(extreme_by_wording, question, fences(question)) is None


@pytest.mark.parametrize(
    "question",
    [
        "Er gjerdet rundt trollhagen dyrest?",
        "Hvilket gjerde er dyrest og hvilket er billigst?",
        "Hvilket gjerde synes Bjarne Fabelheim er dyrest?",
        "Hvilket gjerde i Fantasibyen er dyrest?",
        "Hvilket gjerde er dyrest å male på eventuelt?",
    ],
)
def test_an_extreme_is_not_told_by_its_wording_where_more_is_asked_than_a_table_has(by_rule, found, question) -> None:
    assert by_rule(extreme_by_wording, question, found(question)) is None


@pytest.mark.parametrize(
    "question",
    ["Hva er utviklingen for gartnere fra 2029 til 2032?", "Hva koster gartnere år for år fra 2029 til 2032?"],
)
def test_the_course_over_the_years_is_each_of_them_and_the_change(assistant, question: str) -> None:
    text, slides = told(assistant, question)
    assert "2029: 4, 2030: 9, 2031: 7, 2032: 5 (millioner kroner)" in text
    assert "fra 4 i 2029 til 5 i 2032, en økning på 1" in text
    assert slides == {7}


def test_a_course_is_of_no_other_years_than_those_asked_for(assistant) -> None:
    text, _ = told(assistant, "Hvordan er utviklingen i trollmat fra 2029 til 2031?")
    assert "2029: 12, 2030: 10, 2031: 16" in text
    assert "21" not in text


def test_a_change_alone_does_not_tell_the_years_between(assistant) -> None:
    text, _ = told(assistant, "Hvor mye øker trollmat fra 2029 til 2032?")
    assert "fra 12 i 2029 til 21 i 2032" in text
    assert "2030" not in text


@pytest.mark.parametrize(
    "question",
    [
        "Hvilket møterom sitter vi i?",
        "Hvor skal vi møte opp?",
        "Kva møterom er me i?",
        "Hvilket rom møtes vi i?",
        "hvor skal vi være, hvilket rom?",
        "Which room has been booked for the council meeting?",
    ],
)
def test_the_room_that_we_meet_in_is_the_venue(by_rule, question: str) -> None:
    assert by_rule(meeting_answer, question) == "Naustsalen, Fjordetaten, Oppdiktvik."


@pytest.mark.parametrize(
    "question",
    [
        "Hvilket møterom sitter hulderkoret i?",
        "Hvilket rom skal stiene merkes i?",
        "Hvilket møterom har vi i sak 23/31?",
    ],
)
def test_the_room_of_somebody_or_something_else_is_not_the_venue(by_rule, question: str) -> None:
    assert by_rule(meeting_answer, question) is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem leder rådet? Bare navnet.", "Astrid Oppdiktnes."),
        ("Svar med ett ord: hvem leder rådet?", "Oppdiktnes."),
        ("One word only: who chairs the council?", "Oppdiktnes."),
        ("Hva er tittelen til Dagny Sagnfjord? Kort svar.", "Fagsjef."),
        ("Hvilke saker er til drøfting og orientering? Bare saksnumrene.", "22/31 og 23/31."),
    ],
)
def test_no_more_is_told_than_a_brief_answer_is_asked_for(assistant, question: str, said: str) -> None:
    assert told(assistant, question)[0] == said


def test_names_alone_are_told_of_several_members_where_no_more_is_asked_for(assistant) -> None:
    text, slides = told(assistant, "Hvilke medlemmer er fra RHF-ene? Bare navnene.")
    assert (text, slides) == ("Dagny Sagnfjord og Einar Trollhaug.", {2})


def test_cases_are_told_with_their_titles_where_not_their_numbers_alone_are_asked_for(assistant) -> None:
    text, _ = told(assistant, "Nevn kort hvilke saker som er til drøfting og orientering.")
    assert "Gjerdene rundt trollhagen" in text and "Turstier og gapahuker i lia" in text


def test_as_many_of_the_largest_are_told_as_are_asked_for(assistant) -> None:
    text, _ = told(assistant, "Hvilke to gjerder er de to dyreste?")
    assert text == "Pris (kr) – Steingjerde: 900000, Glassgjerde: 700000."


def test_what_two_questions_in_one_are_both_answered_by_is_told_once(assistant) -> None:
    answer = assistant.ask("Hvem snakker om turstiene, og hvem legger dem frem?")
    assert len(answer.sentences) == len({sentence.text for sentence in answer.sentences}) == 1


@pytest.mark.parametrize("question", ["Hvem er vara for lederen?", "Kven er stedfortreder for Bjarne Fabelheim?"])
def test_a_stand_in_is_known_not_to_be_told_where_no_document_has_any(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert (answer.text, answer.abstained) == ("Dokumentene oppgir ingen vara.", True)
