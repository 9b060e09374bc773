"""Who comes for the leader, who may not deal with a case, how long somebody sits, and names with letters of Sámi."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table
from tests.one_deck_council import assistant_over

from radsassistent.answers import Assistant
from radsassistent.answers.belied import LIKELY, is_belied
from radsassistent.answers.draft import Draft
from radsassistent.answers.figures.group_leaders import leads_group
from radsassistent.answers.members.statements import person
from radsassistent.answers.text.demands import as_demanded
from radsassistent.archive import PassageKind
from radsassistent.search.hit import Hit
from radsassistent.search.tells import FEWEST
from radsassistent.search.understand import understand

DECK = (
    slide("Møte i Haugrådet 3. april 2033", "Haugstua, Trollbygda"),
    slide("Saksliste", "Sak 5/33 Gullet i haugen (Per Skogrå) kl. 10.00", "Sak 6/33 Dører i fjellet kl. 11.00"),
    slide(
        "Rådets medlemmer",
        table(
            ("Navn", "Verv", "Foreslått av", "Stilling", "Ut"),
            ("Gro Hulder", "Leder", "Haugfolket", "Gullsmed", "2036"),
            ("Ole Nisse", "Nestleder", "Fjøslaget", "Gårdsvokter", "2035"),
            ("Ánne Trollheim", "Medlem", "Noaidene", "Trommemaker", "2034"),
            ("Per Skogrå", "Medlem", "Skoglaget", "Tømmermåler", "2036"),
            ("Siv Hespe", "Medlem", "Hespelaget", "Garnspinner", "2033"),
        ),
    ),
    slide(
        "Før møtet",
        "• Per Skogrå eier deler av haugen og fratrer under sak 5/33",
        "• Inhabilitet meldes til lederen",
    ),
    slide(
        "Sak 6/33 Dører i fjellet",
        "• Dørene leies av Stiftelsen Steinrøys",
        "• Prosjektleder: tømmermester Siv Alvestad",
    ),
    slide(
        "Gruppe for nye hengsler",
        table(
            ("Hvem", "Kommer fra", "Oppgave i gruppa"),
            ("Ola Smed", "Smielauget", "Smøring"),
            ("Ida Ambolt", "Essa", "Leder"),
            ("Ikke utpekt", "Tinget", "Rust"),
        ),
    ),
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    fillers = [
        slide(f"Siv {n}", f"• Siv nummer {n} står i vann", f"• Det vaier i vind {n}") for n in range(FEWEST // 2)
    ]
    return assistant_over((*DECK, *fillers), tmp_path_factory.mktemp("leder"), StemEmbedding())


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem er inhabil?", "Per Skogrå eier deler av haugen og fratrer under sak 5/33."),
        ("Kven er ugild når vi tek gullet?", "Per Skogrå eier deler av haugen og fratrer under sak 5/33."),
        ("Hvor lenge sitter trommemakeren?", "Ánne Trollheim – ut: 2034."),
        ("Hvor lenge sitter Per Skogrå?", "Per Skogrå – ut: 2036."),
        ("Hvor lenge har Per Skogrå igjen i rådet?", "Per Skogrå – ut: 2036."),
        ("Who leaves the council in 2034?", "Ánne Trollheim – ut: 2034."),
        ("Hvem er ferdige i rådet i 2035?", "Ole Nisse – ut: 2035."),
        ("Kven er ferdige ved nyttår?", "Siv Hespe – ut: 2033."),
        ("Hvem er Ánne Trollheim?", "Trommemaker"),
        ("Hva heter stedet vi møtes på?", "Haugstua, Trollbygda."),
    ],
)
def test_what_lists_and_remarks_tell_of_members_is_told(assistant: Assistant, question: str, said: str) -> None:
    assert said in assistant.ask(question).text


@pytest.mark.parametrize(
    "question",
    ["Hvem leder gruppa for nye hengsler?", "Kven skal leie hengselgruppa?", "Who heads the group on new hinges?"],
)
def test_who_leads_a_group_is_the_row_of_its_table_with_that_role(assistant: Assistant, question: str) -> None:
    corpus = assistant.corpus()
    row = next(p for p in corpus.of_kind(PassageKind.TABLE_ROW) if "Ola Smed" in p.text)
    draft = leads_group(understand(question, corpus), [Hit(row, 1.0, 1.0, 0.0, 0.0, chance=LIKELY)], corpus)
    assert draft is not None
    assert [said.text for said in draft.statements] == ["Ida Ambolt: Leder."]


def test_nobody_is_disqualified_where_no_line_says_it_of_a_case(assistant: Assistant) -> None:
    assert "Skogrå" not in assistant.ask("Hvem er inhabil i sak 6/33?").text


def test_another_slide_does_not_belie_who_comes_for_the_leader(assistant: Assistant) -> None:
    corpus = assistant.corpus()
    query = understand("Hvem tar over hvis lederen er borte?", corpus)
    second = next(p for p in corpus.of_kind(PassageKind.MEMBER) if p.data["name"] == "Ole Nisse")
    other = next(p for p in corpus.of_kind(PassageKind.UNIT) if "fratrer" in p.text)
    hits = [Hit(other, 1.0, 1.0, 0.0, 0.0, chance=LIKELY + 0.2), Hit(second, 1.0, 1.0, 0.0, 0.0, chance=0.01)]
    assert not is_belied(query, Draft((person(second, query),)), hits, corpus)


def test_who_has_a_role_is_told_by_the_text_that_begins_with_it(assistant: Assistant) -> None:
    corpus = assistant.corpus()
    rented, leads = (
        next(p for p in corpus.of_kind(PassageKind.UNIT) if words in p.text) for words in ("leies av", "Prosjektleder")
    )
    hits = [Hit(rented, 1.0, 1.0, 0.0, 0.0, chance=0.4), Hit(leads, 1.0, 1.0, 0.0, 0.0, chance=0.3)]
    query = understand("Hvem er prosjektleder for dørene?", corpus)
    assert [hit.passage for hit in as_demanded(query, hits)] == [leads, rented]
