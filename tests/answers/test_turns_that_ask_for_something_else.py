"""A later turn that asks for something else than was just told is not told it again: of an invented council's slides."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.answers.test_going_on_with_what_was_told import SLIDES as DRAGONS
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over

from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.named_figures import of_told_figure
from radsassistent.answers.figures.rows import Row, told
from radsassistent.answers.said_again import says_again
from radsassistent.answers.text.open_answers import said_of
from radsassistent.answers.turns.reckoned import reckoned
from radsassistent.answers.turns.subject_by_name import is_of_subject, of_subject
from radsassistent.archive import Passage, PassageKind
from radsassistent.search import Conversation
from radsassistent.search.answer_types import TYPES, asked_types
from radsassistent.search.corpus import Corpus
from radsassistent.search.figures import Figure, only_reckons
from radsassistent.search.turn import Turn
from radsassistent.search.understand import understand

PAID_BY_USERS = "Drift av nattfyret betales av skipperne."
DECK = (
    slide("Møte i Fyrrådet 5. mai 2038", "Odden, Oppdiktvær"),
    slide("Sak 1/38: Fyrdrift"),
    slide("Bruk av fyrlysene", "• Andel losbåter på nett: 90 %"),
    slide("Nattfyret", "• Lav fremdrift", "• Linsen er pusset i Skjærvik"),
    slide("Tåkeluren", "• Lav fremdrift i Indre Sund"),
    slide(
        "Vekst i utgiftene (mill. kr)",
        table(
            ("Tiltak", "2036", "2037"),
            ("Vekst for nattfyret", "4", "6"),
            ("Vekst for tåkeluren", "3", "2"),
            (PAID_BY_USERS, "", ""),
        ),
    ),
    slide(
        "Anslag for moloen",
        table(("År", "Bygging fra", "Bygging til"), ("2037", "5", "9"), ("2038", "3", "8"), ("Totalt", "8", "17")),
    ),
)
SHARE, SLOW, GROWTH = "Andel losbåter på nett: 90 %", "Lav fremdrift", "Vekst for nattfyret"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return assistant_over(DECK, tmp_path_factory.mktemp("arkiv"), StemEmbedding()).corpus()


def passage(corpus: Corpus, text: str) -> Passage:
    """The text unit that is so, else the row that is called so."""
    units = (p for p in corpus.of_kind(PassageKind.UNIT) if p.text == text)
    rows = (p for p in corpus.of_kind(PassageKind.TABLE_ROW) if p.data["label"] == text)
    return next(iter((*units, *rows)))


def told_of(corpus: Corpus, question: str, text: str) -> tuple[Turn, Draft]:
    """A question that a passage has just answered, and what it told."""
    of = passage(corpus, text)
    draft = told(Row(of), ["2037"]) if of.kind is PassageKind.TABLE_ROW else Draft((said_of(of),))
    assert draft is not None
    figures = (Figure(of, "2037"),) if of.kind is PassageKind.TABLE_ROW else ()
    turn = Turn(understand(question, corpus), "1/38", slides=((of.sha256, of.slide),), figures=figures, told=(of,))
    return turn, draft


@pytest.mark.parametrize(
    ("before", "text", "question", "again"),
    [
        ("Hvor stor andel av losbåtene er på nett?", SHARE, "og av robåtene?", True),
        ("Hvor stor andel av losbåtene er på nett?", SHARE, "Og losbåtene?", False),
        ("Hvor stor andel av losbåtene er på nett?", SHARE, "hvilke båter er det?", True),
        ("Hvor stor andel av losbåtene er på nett?", SHARE, "hvor mange er det?", False),
        ("Hvor mange losbåter er på nett?", SHARE, "hvor mange måker så dere?", True),
        ("Hvor stor andel av losbåtene er på nett?", SHARE, "Er det båter på nett?", False),
        ("Hvordan går det med nattfyret?", SLOW, "hvilket annet fyr har lav fremdrift?", True),
        ("Hvordan går det med nattfyret?", SLOW, "hvem skal betale for det?", True),
        ("Hvordan går det med nattfyret?", SLOW, "hvem står bak det?", False),
        ("Hvordan går det med nattfyret?", SLOW, "Og LURIX? Hva brukes det til?", True),
        ("Hvor mye vokser nattfyret i 2037?", GROWTH, "og hvor mye er det å dele ut?", True),
        ("Hvor mye vokser nattfyret i 2037?", GROWTH, "ett år etter?", True),
    ],
)
def test_the_same_is_not_told_again_where_something_else_is_asked_for(
    corpus: Corpus, before: str, text: str, question: str, *, again: bool
) -> None:
    turn, draft = told_of(corpus, before, text)
    assert says_again(understand(question, corpus), draft, turn, corpus) is again


def test_what_was_not_told_before_is_not_told_again(corpus: Corpus) -> None:
    turn, _ = told_of(corpus, "Hvordan går det med nattfyret?", SLOW)
    other = Draft((said_of(passage(corpus, SHARE)),))
    assert not says_again(understand("og av robåtene?", corpus), other, turn, corpus)


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("Hvem betaler for drifta av det?", "Hvem betaler for drifta av Nattfyret?"),
        ("og hvor mye vokser utgiftene til den tjenesten?", "hvor mye vokser utgiftene til Nattfyret?"),
        ("Hvem er leder?", None),
        ("Hvor mange måker er det å se der når tåka kommer inn fra havet om natta?", None),
    ],
)
def test_a_pronoun_is_the_subject_of_the_slide_just_told(corpus: Corpus, question: str, whole: str | None) -> None:
    turn, _ = told_of(corpus, "Hvordan går det med nattfyret?", SLOW)
    found = of_subject(question, turn, corpus)
    assert (found[0] if found is not None else None) == whole


def test_a_title_that_was_not_spoken_of_stands_for_nothing(corpus: Corpus) -> None:
    turn, _ = told_of(corpus, "Hva er status?", SLOW)
    assert of_subject("Hvem betaler for drifta av det?", turn, corpus) is None


@pytest.mark.parametrize(("text", "fits"), [(PAID_BY_USERS, True), ("Vekst for tåkeluren", False), (SLOW, False)])
def test_other_slides_tell_of_the_subject_where_they_name_it(corpus: Corpus, text: str, *, fits: bool) -> None:
    turn, _ = told_of(corpus, "Hvordan går det med nattfyret?", SLOW)
    draft = Draft((said_of(passage(corpus, text)),))
    assert is_of_subject("Hvem betaler for drifta av det?", "Nattfyret", draft, turn, corpus) is fits


@pytest.mark.parametrize(
    ("question", "total"),
    [("hvor mye er det i alt frem til 2038?", "17"), ("hvor mye blir det i alt?", "17"), ("i alt til 2037?", None)],
)
def test_a_total_until_a_year_is_that_of_a_table_which_goes_so_far(
    corpus: Corpus, question: str, total: str | None
) -> None:
    assert only_reckons(question)
    draft = reckoned(question, [(Figure(passage(corpus, "2037"), "Bygging til"),)], corpus)
    assert (draft is None) == (total is None)
    assert draft is None or total in draft.statements[0].text


def test_a_year_is_asked_of_the_amount_just_told_though_only_an_earlier_question_named_one(corpus: Corpus) -> None:
    talk = Conversation()
    talk.add(Turn(understand("Hvor mange losbåter kom det i 2036?", corpus)))
    talk.add(Turn(understand("Hvor mange millioner gjelder nattfyret?", corpus)))
    assert "nattfyret" in talk.resolved("og i 2037?")


def test_what_it_was_in_another_year_is_asked_of_the_figure_not_of_the_case(corpus: Corpus) -> None:
    talk = Conversation()
    turn, _ = told_of(corpus, "Hvor mye vokser nattfyret i 2037?", GROWTH)
    talk.add(turn)
    assert talk.resolved("hva var det i 2035?") == "Hvor mye vokser nattfyret i 2035?"


@pytest.mark.parametrize(
    "question", ["Hvem la det fram?", "hvem legger frem dette i møtet?", "og kven held innlegget?"]
)
def test_who_presents_what_was_told_is_asked_of_its_case(corpus: Corpus, question: str) -> None:
    talk = Conversation()
    turn, _ = told_of(corpus, "Hvordan går det med nattfyret?", SLOW)
    talk.add(turn)
    assert "1/38" in talk.resolved(question)


def test_a_whole_question_that_goes_on_is_read_by_itself_too(corpus: Corpus) -> None:
    talk = Conversation()
    talk.add(Turn(understand("Hvor mange losbåter kom det?", corpus)))
    assert talk.otherwise("og hva koster moloen?") == "Hva koster moloen?"
    assert talk.otherwise("og når?") is None


@pytest.mark.parametrize(
    ("question", "place"),
    [("hvor sikre er de tallene?", False), ("kor sikkert er det?", False), ("hvor er sikringen?", True)],
)
def test_how_sure_something_is_asks_for_no_place(question: str, *, place: bool) -> None:
    names = [kind.name for kind, asked in zip(TYPES, asked_types(question), strict=True) if asked]
    assert ("place" in names) is place


def test_a_figure_told_of_several_years_is_told_of_the_one_that_is_named(
    tmp_path: Path, embedding: StemEmbedding
) -> None:
    dragons = assistant_over(DRAGONS, tmp_path, embedding).corpus()
    both = [passage(dragons, "Reir: 12,5 mill."), passage(dragons, "Reir: 13,5 mill.")]
    draft = of_told_figure("og i 2031?", both, dragons)
    assert draft is not None
    assert [said.text for said in draft.statements] == ["2031: Reir: 13,5 mill."]
    assert of_told_figure("og året etter?", both, dragons) is None


def test_members_are_not_named_for_those_that_a_slide_counted(tmp_path: Path, embedding: StemEmbedding) -> None:
    people = slide(
        "Rådets medlemmer", table(("Navn", "Organisasjon"), ("Tora Fabelvik", "Losbåt 1"), ("Odd Nøkk", "Los 2"))
    )
    corpus = assistant_over((*DECK, people), tmp_path, embedding).corpus()
    turn, _ = told_of(corpus, "Hvor stor andel av losbåtene er på nett?", SHARE)
    draft = Draft(tuple(map(said_of, corpus.of_kind(PassageKind.MEMBER))))
    assert draft.statements
    assert says_again(understand("hvilke båter er det?", corpus), draft, turn, corpus)
    assert not says_again(understand("hvem sitter i rådet?", corpus), draft, turn, corpus)
