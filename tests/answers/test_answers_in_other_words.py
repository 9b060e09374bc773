"""What a likely slide tells though it has no word of the question: texts, titles with a year, items of an agenda."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over

from radsassistent.answers.agenda.facts import SURE_OF_HOUR, agenda_answer
from radsassistent.answers.by_likelihood import LEAST_LIKELY_ROW, LONE, LONE_CUTOFF, LONE_TEXT, TEXT_CUTOFF
from radsassistent.answers.compose import compose
from radsassistent.answers.draft import Draft
from radsassistent.answers.engine import MOST_HITS, CouncilRetriever, HitNode
from radsassistent.answers.text.open_answers import said_of
from radsassistent.answers.text.titles import likeliest_title
from radsassistent.answers.withheld import IN_OTHER_WORDS, is_withheld
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import CouncilQueryBundle
from radsassistent.search.understand import understand

DECK = (
    slide("Møte i Trollrådet 6. juni 2035", "Salen, Oppdiktberg"),
    slide(
        "Dagsorden",
        table(
            ("Sak", "Tittel", "Ansvarlig", "Tid", "Type"),
            ("1/35", "Åpen runde", "Alle", "10:50", "Orientering"),
            ("2/35", "Steinrøysa", "Oppdiktet Troll, Oppdiktet etat", "11:30", "Drøfting"),
        ),
    ),
    slide("Bergtaking innføres 2037", "• Kister og skrin", "• Gull i haugen"),
    slide("Gullet i haugen", "• Gjemt siden 1806"),
    slide("Trollenes mål", "• Flere steiner"),
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return assistant_over(DECK, tmp_path_factory.mktemp("troll"), StemEmbedding()).corpus()


def hit(corpus: Corpus, kind: PassageKind, text: str, chance: float) -> Hit:
    passage = next(p for p in corpus.passages if p.kind is kind and text in p.text)
    return Hit(passage, 1.0, 1.0, 0.0, 0.0, chance=chance)


def drafted(passage: Passage) -> Draft:
    return Draft((said_of(passage),))


@pytest.mark.parametrize(("chance", "withheld"), [(IN_OTHER_WORDS + 0.1, False), (IN_OTHER_WORDS - 0.1, True)])
def test_a_number_without_a_word_of_the_question_is_told_where_its_slide_is_likely(
    corpus: Corpus, chance: float, *, withheld: bool
) -> None:
    query = understand("Hvor mange vintre har rikdommen ligget nedgravd?", corpus)
    found = hit(corpus, PassageKind.UNIT, "Gjemt siden 1806", chance)
    assert is_withheld(query, drafted(found.passage), [found], corpus) is withheld


def test_a_number_of_something_that_one_unknown_word_calls_is_not_told(corpus: Corpus) -> None:
    query = understand("Hvor mange huldre?", corpus)
    found = hit(corpus, PassageKind.UNIT, "Gjemt siden 1806", 0.9)
    assert is_withheld(query, drafted(found.passage), [found], corpus)


def test_a_number_of_a_slide_beside_the_likeliest_is_not_told(corpus: Corpus) -> None:
    query = understand("Hvor mange vintre har rikdommen ligget nedgravd?", corpus)
    found = hit(corpus, PassageKind.UNIT, "Gjemt siden 1806", 0.41)
    likelier = hit(corpus, PassageKind.UNIT, "Flere steiner", 0.5)
    assert is_withheld(query, drafted(found.passage), [likelier, found], corpus)


def test_the_title_of_the_likeliest_slide_tells_the_year_that_nothing_below_it_does(corpus: Corpus) -> None:
    hits = [
        hit(corpus, PassageKind.UNIT, "Kister og skrin", 0.5),
        hit(corpus, PassageKind.SLIDE, "Kister og skrin", 0.1),
    ]
    query = understand("Fra hvilket år kan troll få folk med seg inn?", corpus)
    draft = likeliest_title(query, hits)
    assert draft is not None
    (said,) = draft.statements
    assert said.text == "Bergtaking innføres 2037."
    assert [support.passage.slide for support in said.support] == [3]


@pytest.mark.parametrize(
    "question", ["Hvor mange troll får folk med seg inn?", "Hvilket år er det dyrest å få folk med seg inn?"]
)
def test_a_title_tells_nothing_but_a_time_and_no_extreme(corpus: Corpus, question: str) -> None:
    hits = [
        hit(corpus, PassageKind.UNIT, "Kister og skrin", 0.5),
        hit(corpus, PassageKind.SLIDE, "Kister og skrin", 0.1),
    ]
    assert likeliest_title(understand(question, corpus), hits) is None


@pytest.mark.parametrize(("chance", "told"), [(SURE_OF_HOUR + 0.05, True), (SURE_OF_HOUR - 0.05, False)])
def test_a_likely_row_of_the_agenda_tells_when_on_the_day_it_is(corpus: Corpus, chance: float, *, told: bool) -> None:
    query = understand("Når på dagen får folk lufte det de bærer på?", corpus)
    row = hit(corpus, PassageKind.AGENDA, "Åpen runde", chance)
    draft = agenda_answer(query, [row], corpus)
    assert (draft is not None and "10:50" in draft.statements[0].text) is told


def test_a_likely_row_does_not_tell_the_day_that_something_else_is_on(corpus: Corpus) -> None:
    query = understand("Når i år får folk lufte det de bærer på?", corpus)
    row = hit(corpus, PassageKind.AGENDA, "Åpen runde", 0.7)
    assert agenda_answer(query, [row], corpus) is None


def test_a_list_that_a_part_of_a_large_deck_is_can_be_told_whole(tmp_path: Path, embedding: StemEmbedding) -> None:
    steps = [slide(what, f"• {what}") for what in ("Mose på trinnet", "Vann i dammen", "Ild i peisen")]
    fillers = [slide(f"Bergskatt {n}", f"• Bergskatt {n} har et trinn") for n in range(MOST_HITS)]
    assistant = assistant_over((*DECK, *fillers, slide("Topp tre for gullet"), *steps), tmp_path, embedding)
    corpus = assistant.corpus()
    first = next(p for p in corpus.of_kind(PassageKind.UNIT) if p.text.startswith("Mose på"))
    section = first.data.get("section")
    query = understand("Hvilket trinn handler om mose?", corpus)
    bundle = CouncilQueryBundle(query_str=query.text, embedding=embedding.get_query_embedding(query.text), query=query)
    found = {node.hit.passage.id for node in CouncilRetriever(corpus).retrieve(bundle) if isinstance(node, HitNode)}
    of_part = {p.id for p in corpus.passages if p.data.get("section") == section and p.case == first.case}
    assert section is not None
    assert len(of_part) == len(steps)
    assert of_part <= found


@pytest.mark.parametrize(
    ("kind", "text", "others", "told"),
    [
        (PassageKind.UNIT, "Kister og skrin", 0.01, True),
        (PassageKind.SLIDE, "Kister og skrin", 0.2, False),
        (PassageKind.AGENDA, "Steinrøysa", 0.01, False),
    ],
)
def test_what_alone_is_likely_at_all_is_told_though_it_is_likelier_that_nothing_answers(
    corpus: Corpus, kind: PassageKind, text: str, others: float, *, told: bool
) -> None:
    query = understand("Hva ligger gjemt under bakken?", corpus)
    answers_at_all = 1.0 - LONE_CUTOFF + 0.01
    hits = [
        hit(corpus, kind, text, answers_at_all - others),
        hit(corpus, PassageKind.UNIT, "Flere steiner", others),
    ]
    assert compose(query, hits, corpus).abstained is not told


@pytest.mark.parametrize(
    ("text", "share", "question", "told"),
    [
        ("Kister og skrin", LONE, "Hva ligger gjemt under bakken?", True),
        ("Kister og skrin", LONE_TEXT, "Hva ligger gjemt under bakken?", False),
        ("Kister og skrin", LONE, "Hvem ligger gjemt under bakken?", False),
        ("Kister og skrin", LONE, "Hvor mange ligger gjemt under bakken?", False),
    ],
)
def test_running_text_that_alone_is_likely_is_told_at_less_unless_it_lacks_what_is_asked_for(
    corpus: Corpus, text: str, share: float, question: str, *, told: bool
) -> None:
    answers_at_all = 1.0 - TEXT_CUTOFF + 0.01
    hits = [
        hit(corpus, PassageKind.UNIT, text, (share + 0.01) * answers_at_all),
        hit(corpus, PassageKind.UNIT, "Gull i haugen", (0.99 - share) * answers_at_all),
    ]
    assert compose(understand(question, corpus), hits, corpus).abstained is not told


@pytest.mark.parametrize(("chance", "told"), [(LEAST_LIKELY_ROW + 0.01, True), (LEAST_LIKELY_ROW - 0.01, False)])
def test_nothing_is_told_where_the_likeliest_is_a_row_that_is_hardly_likely(
    corpus: Corpus, chance: float, *, told: bool
) -> None:
    query = understand("Hva ligger gjemt under bakken?", corpus)
    texts = [hit(corpus, PassageKind.UNIT, text, 0.19) for text in ("Gull i haugen", "Kister og skrin")]
    hits = [hit(corpus, PassageKind.AGENDA, "Steinrøysa", chance), *texts]
    assert compose(query, hits, corpus).abstained is not told
