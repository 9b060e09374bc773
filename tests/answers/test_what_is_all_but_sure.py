"""What the search is all but sure of is told though few words of the question call it; of an invented council."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over

from radsassistent.answers.agenda.facts import SURE_OF_LENGTH, SUREST, agenda_answer
from radsassistent.answers.agenda.wording import which_case
from radsassistent.answers.belied import FAR_FROM_LIKELY, LIKELY, is_belied
from radsassistent.answers.by_likelihood import by_likelihood
from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.likely_row import likely_row, likely_total
from radsassistent.answers.text.open_answers import SURE, SURE_SLIDE, open_answer, said_of
from radsassistent.answers.withheld import is_withheld
from radsassistent.archive import PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.tells import FEWEST
from radsassistent.search.understand import understand

DECK = (
    slide("Møte i Fyrrådet 5. mai 2038", "Lampesalen, Oppdiktnes"),
    slide(
        "Dagsorden",
        table(
            ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
            ("1/38", "Linser og speil", "Oppdiktet Olsen, Fyretaten", "10:50", "Orientering"),
            ("2/38", "Tåkelur på Skvalpeskjær", "Oppdiktet Nilsen, Lurlaget", "11:30", "Drøfting"),
        ),
    ),
    slide("Fyrfondet", "• Ramme: 152,6 mill. kr", "• Søkesum: 504 mill. kr"),
    slide("Lys over havet", "• Skip som så lyset", "+ 125 %"),
    slide("Fyrvokterne", "• Svært mange fyrvoktere sover om dagen", "• Ingen hytter har strøm"),
    slide(
        "Kostnader",
        table(
            ("Fyr", "2038", "2039"),
            ("Skvalpeskjær", "4", "5"),
            ("Drift av lampene på Tåkeholmen dekkes av brukerne fram til 2041", "", ""),
        ),
    ),
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A deck of enough slides that likelihoods count."""
    fillers = [slide(f"Skjær {n}", f"• Skjær nummer {n} er vått", f"• Det bryter på {n}") for n in range(FEWEST // 2)]
    return assistant_over((*DECK, *fillers), tmp_path_factory.mktemp("sikkert"), StemEmbedding()).corpus()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return assistant_over(DECK, tmp_path_factory.mktemp("sikkert"), StemEmbedding()).corpus()


def hit(corpus: Corpus, kind: PassageKind, text: str, chance: float) -> Hit:
    passage = next(p for p in corpus.passages if p.kind is kind and text in p.text)
    return Hit(passage, 1.0, 1.0, 0.0, 0.0, chance=chance)


def texts(draft: Draft | None) -> list[str]:
    return [] if draft is None else [said.text for said in draft.statements]


@pytest.mark.parametrize(("chance", "told"), [(SUREST + 0.05, True), (SUREST - 0.05, False)])
def test_an_item_that_is_all_but_sure_is_told_though_it_is_called_otherwise(
    corpus: Corpus, chance: float, *, told: bool
) -> None:
    query = understand("hun med ulingen skal snakke om??", corpus)
    found = [hit(corpus, PassageKind.AGENDA, "Tåkelur", chance)]
    assert any("2/38" in text for text in texts(agenda_answer(query, found, corpus))) is told


def test_a_row_without_a_word_of_votes_does_not_tell_how_many_voted_however_sure(corpus: Corpus) -> None:
    found = [hit(corpus, PassageKind.TABLE_ROW, "Skvalpeskjær", 0.95)]
    assert by_likelihood(understand("Hva var stemmetallet om Skvalpeskjær?", corpus), found, corpus).abstained


def test_the_hour_of_an_item_that_is_all_but_sure_is_not_withheld(corpus: Corpus) -> None:
    query = understand("What time is the item on the new foghorn?", corpus)
    found = hit(corpus, PassageKind.AGENDA, "Tåkelur", LIKELY + 0.1)
    assert not is_withheld(query, Draft((said_of(found.passage),)), [found], corpus)


@pytest.mark.parametrize(
    ("question", "own", "other", "belied"),
    [
        ("Saken om uling i skodda, hvem legger frem?", FAR_FROM_LIKELY - 0.02, LIKELY + 0.1, True),
        ("Saken om uling i skodda, hvem legger frem?", FAR_FROM_LIKELY + 0.1, LIKELY + 0.1, False),
        ("Saken om uling i skodda, hvem legger frem?", FAR_FROM_LIKELY - 0.02, LIKELY - 0.1, False),
        ("Hvem legger frem sak 1/38?", FAR_FROM_LIKELY - 0.02, LIKELY + 0.1, False),
        ("Hvem legger frem den første saken?", FAR_FROM_LIKELY - 0.02, LIKELY + 0.1, False),
    ],
)
def test_one_item_told_by_its_words_is_belied_by_another_that_is_by_far_likelier(
    corpus: Corpus, question: str, own: float, other: float, *, belied: bool
) -> None:
    told = hit(corpus, PassageKind.AGENDA, "Linser", own)
    hits = [hit(corpus, PassageKind.AGENDA, "Tåkelur", other), told]
    assert is_belied(understand(question, corpus), Draft((said_of(told.passage),)), hits, corpus) is belied


def test_what_a_rule_tells_where_the_search_found_nothing_is_not_belied(corpus: Corpus) -> None:
    told = hit(corpus, PassageKind.AGENDA, "Linser", 0.0).passage
    assert not is_belied(understand("Hvem snakker om linser?", corpus), Draft((said_of(told),)), [], corpus)


@pytest.mark.parametrize(("question", "belied"), [("Når ses vi igjen?", False), ("Når letter tåka?", True)])
def test_when_the_next_meeting_is_is_not_belied_by_an_item(corpus: Corpus, question: str, *, belied: bool) -> None:
    told = hit(corpus, PassageKind.UNIT, "Ramme", 0.0)
    hits = [hit(corpus, PassageKind.AGENDA, "Tåkelur", LIKELY + 0.1), told]
    assert is_belied(understand(question, corpus), Draft((said_of(told.passage),)), hits, corpus) is belied


@pytest.mark.parametrize(("chance", "told"), [(SURE + 0.1, True), (SURE - 0.1, False)])
def test_a_figure_that_is_called_otherwise_is_told_where_it_is_likely(
    corpus: Corpus, chance: float, *, told: bool
) -> None:
    query = understand("Hvor mange millioner er det å dele ut?", corpus)
    found = [hit(corpus, PassageKind.UNIT, "Ramme", chance)]
    assert any("152,6" in text for text in texts(open_answer(query, found, corpus))) is told


def test_in_a_small_archive_a_figure_is_called_by_its_name(small: Corpus) -> None:
    query = understand("Hvor mange millioner er det å dele ut?", small)
    assert texts(open_answer(query, [hit(small, PassageKind.UNIT, "Ramme", 0.9)], small)) == []


@pytest.mark.parametrize(("chance", "told"), [(SURE_SLIDE + 0.1, True), (SURE_SLIDE - 0.1, False)])
def test_the_one_percentage_of_a_slide_is_told_where_the_slide_is_all_but_sure(
    corpus: Corpus, chance: float, *, told: bool
) -> None:
    query = understand("Hvor mange prosent flere fikk øye på fyret?", corpus)
    found = [hit(corpus, PassageKind.SLIDE, "Skip som så", chance), hit(corpus, PassageKind.UNIT, "Skip som så", 0.0)]
    assert (texts(open_answer(query, found, corpus)) == ["Lys over havet: + 125 %."]) is told


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("Hvor mange fyrvoktere sover om dagen?", "Svært mange fyrvoktere", True),
        ("Hvor mange hytter har strøm?", "Ingen hytter", True),
        ("Hvor mange netter sover de?", "Svært mange fyrvoktere", False),
    ],
)
def test_how_many_there_are_may_be_told_in_words(corpus: Corpus, question: str, text: str, *, told: bool) -> None:
    found = [hit(corpus, PassageKind.UNIT, text, 0.3)]
    assert bool(texts(open_answer(understand(question, corpus), found, corpus))) is told


@pytest.mark.parametrize(
    ("question", "told"),
    [("Hvem betaler for lampene på Tåkeholmen?", True), ("Hvor mange millioner koster lampene på Tåkeholmen?", False)],
)
def test_a_row_whose_name_is_a_sentence_is_told_in_its_words(corpus: Corpus, question: str, *, told: bool) -> None:
    found = [hit(corpus, PassageKind.TABLE_ROW, "Tåkeholmen", 0.9), hit(corpus, PassageKind.TABLE_ROW, "4", 0.1)]
    said = texts(likely_row(understand(question, corpus), found, corpus))
    assert any("dekkes av brukerne" in text for text in said) is told


@pytest.mark.parametrize(("chance", "told"), [(SURE_OF_LENGTH + 0.05, True), (SURE_OF_LENGTH - 0.05, False)])
def test_how_long_a_row_is_that_is_all_but_sure_is_told_in_whatever_words(
    corpus: Corpus, chance: float, *, told: bool
) -> None:
    query = understand("Hvor lang tid går det med til hun med ulingen før vi kommer videre?", corpus)
    found = [hit(corpus, PassageKind.AGENDA, "Linser", chance)]
    assert any("40 minutter" in text for text in texts(agenda_answer(query, found, corpus))) is told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hva koster utviklingen av lampene til sammen, lavt og høyt?", True),
        ("Hvor mye øker lampene til sammen fra 2038 til 2039?", False),
        ("Hvilket fyr koster mest til sammen?", False),
        ("Hva koster lampene i 2038?", False),
    ],
)
def test_a_sum_that_is_sure_is_told_where_a_sum_is_asked_for(lamps: Corpus, question: str, *, told: bool) -> None:
    draft = likely_total(understand(question, lamps), [hit(lamps, PassageKind.TABLE_ROW, "Sum", 0.7)], lamps)
    assert any("117,2" in text for text in texts(draft)) is told


def test_a_row_that_is_not_sure_tells_no_sum(lamps: Corpus) -> None:
    query = understand("Hva koster lampene til sammen?", lamps)
    assert likely_total(query, [hit(lamps, PassageKind.TABLE_ROW, "Sum", 0.3)], lamps) is None
    assert likely_total(query, [hit(lamps, PassageKind.TABLE_ROW, "2038", 0.9)], lamps) is None


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    sums = table(
        ("År", "Lamper fra", "Lamper til"),
        ("2038", "1,5", "2,9"),
        ("2039", "115,7", "196,7"),
        ("Sum", "117,2", "199,6"),
    )
    fillers = [slide(f"Skjær {n}", f"• Skjær nummer {n} er vått", f"• Det bryter på {n}") for n in range(FEWEST // 2)]
    return assistant_over(
        (*DECK, slide("Lamper", sums), *fillers), tmp_path_factory.mktemp("lamper"), StemEmbedding()
    ).corpus()


@pytest.mark.parametrize(("other", "case"), [(0.3, "2/38"), (0.1, "1/38")])
def test_the_case_asked_for_is_the_likelier_one_where_hardly_a_word_is_another_ones(
    corpus: Corpus, other: float, case: str
) -> None:
    query = understand("Hvilket saksnummer har saken om lyden som speiler seg i det hjelpeløse mørket?", corpus)
    found = [hit(corpus, PassageKind.AGENDA, "Tåkelur", other), hit(corpus, PassageKind.AGENDA, "Linser", 0.1)]
    assert any(case in text for text in texts(which_case(query, found, corpus)))


def test_cases_counted_by_their_type_need_no_word_of_their_titles(corpus: Corpus) -> None:
    query = understand(
        "Hvor mange av sakene på lista er det meningen at rådet skal drøfte, ikke bare bli orientert om?", corpus
    )
    found = [hit(corpus, PassageKind.AGENDA, "Tåkelur", 0.3)]
    draft = agenda_answer(query, found, corpus)
    assert texts(draft) == ["1 sak: 2/38."]
    assert draft is not None
    assert not is_withheld(query, draft, found, corpus)
