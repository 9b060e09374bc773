"""Alternative proposals are told with whose they are; a proposal of something else than what is asked is not told: invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers import Answer, Assistant
from radsassistent.answers.decisions.alternatives import alternative_proposal
from radsassistent.answers.decisions.best_record import proposed_on_best_slide
from radsassistent.answers.decisions.points import tells_time
from radsassistent.answers.decisions.proposal_facts import proposed
from radsassistent.answers.decisions.proposal_of_case import proposal_of_case
from radsassistent.answers.decisions.proposal_of_else import is_of_else
from radsassistent.answers.decisions.proposal_points import proposal_point
from radsassistent.answers.draft import Draft
from radsassistent.answers.members.roles import body_without_list
from radsassistent.archive import Archive, PassageKind
from radsassistent.search import Corpus, Hit, understand

SLIDES = (
    slide("Møte i Fyrrådet 3. mars 2034", "Fyrhuset, Oppdiktøy"),
    slide(
        "Dagsorden",
        table(
            ("Saksnr", "Sak", "Legger frem", "Tid"),
            ("1/34", "Plassering av det nye fyret", "Signe Lykt", "09:00"),
            ("2/34", "Papegøyer på øya", "Odd Måke", "10:00"),
            ("3/34", "Arbeidet i rådet", "Siv Skjær", "11:00"),
            ("4/34", "Mat på skolen i fyret", "Odd Måke", "12:00"),
        ),
    ),
    slide(
        "Medlemmer",
        table(
            ("Navn", "Rolle", "Organisasjon"),
            ("Signe Lykt", "Leder", "Fyrvesenet"),
            ("Odd Måke", "Nestleder", "Måkelaget"),
            ("Siv Skjær", "Medlem", "Skjærlaget"),
        ),
    ),
    slide("Sak 1/34: Plassering av det nye fyret"),
    slide(
        "Hvor skal fyret stå?",
        ("Leders forslag til vedtak:", "1. Fyret bygges på Nordskjæret.", "2. Fyret vurderes etter to år."),
        ("Alternativt forslag fra Odd Måke:", "Fyret bygges på Sørholmen, med trapp."),
    ),
    slide("Sak 2/34: Papegøyer på øya"),
    slide(
        "Papegøyene i arbeid",
        "• Papegøyene teller skip",
        table(("", "Før", "Forslag"), ("Responstid", "Ikke målt", "20 min"), ("Reir", "3", "5")),
        ("Forslag til vedtak:", "Ordningen med papegøyer fortsetter til 31. desember 2035."),
    ),
    slide("Sak 3/34: Arbeidet i rådet", "• Rådet rekker ikke alt"),
    slide(
        "Forslag til vedtak",
        "Det opprettes et arbeidsutvalg med leder, nestleder og Siv Skjær.",
        "Leder foreslår at rådet vedtar slikt:",
        "Møtene starter klokka ti.",
    ),
    slide("Sak 4/34: Mat på skolen i fyret", "• Elevene får tørrfisk til skolemat"),
)
PLACE, PARROTS = 5, 7


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder: Path = tmp_path_factory.mktemp("fyr")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.put(*written(folder / "ingest", *SLIDES, name="fyrraadet.pdf"))
    return archive


@pytest.fixture(scope="module")
def corpus(archive: Archive) -> Corpus:
    return Corpus.of(archive.snapshot())


def hits(corpus: Corpus, kind: PassageKind, slide: int, *words: str, chance: float = 0.5) -> list[Hit]:
    """One passage as the likeliest, with all others behind it."""
    first = next(p for p in corpus.passages if p.kind is kind and p.slide == slide and all(w in p.text for w in words))
    rest = [Hit(p, 0.0, 0.0, 0.0, 0.0) for p in corpus.passages if p is not first]
    return [Hit(first, 0.0, 0.0, 0.0, 0.0, chance=chance), *rest]


def told(draft: Draft | None) -> str | None:
    return "\n".join(said.text for said in draft.statements) if draft is not None else None


def test_an_alternative_proposal_is_told_as_such_with_whose_it_is(archive: Archive) -> None:
    for question in (
        "Hva er det alternative forslaget om det nye fyret?",
        "Hva foreslår Odd Måke?",
        "Hva går Måkes alternativ ut på?",
        "Er det noen som har foreslått noe annet?",
        "Kva er det alternative framlegget om fyret?",
        "What is the alternative proposal?",
    ):
        answer: Answer = Assistant(archive).ask(question)
        assert answer.text.startswith("Alternativt forslag fra Odd Måke: Fyret bygges på Sørholmen"), question
        assert {citation.slide for citation in answer.citations} == {PLACE}


@pytest.mark.parametrize(
    "question",
    [
        "Hva er forslaget til vedtak om fyret?",
        "Hva foreslår Siv Skjær?",
        "Hva er det alternative forslaget om papegøyene?",
        "Hvilket alternativ er dyrest?",
    ],
)
def test_an_alternative_is_not_told_for_what_is_proposed_nor_for_what_others_propose(
    corpus: Corpus, question: str
) -> None:
    likely = hits(corpus, PassageKind.PROPOSAL, PLACE)
    assert alternative_proposal(understand(question, corpus), likely, corpus) is None


def test_who_is_proposed_for_a_body_that_no_list_is_of_is_told_by_the_proposal(corpus: Corpus) -> None:
    def told_of(question: str) -> str | None:
        return told(body_without_list(understand(question, corpus), [], corpus))

    proposed_who = told_of("Hvem er foreslått inn i arbeidsutvalget ved siden av leder og nestleder?")
    assert proposed_who is not None and proposed_who.startswith("Forslag til vedtak i sak 3/34: Det opprettes et arb")
    assert told_of("Hvem er medlem av arbeidsutvalget?") == (
        "Dokumentene har ingen liste over hvem som sitter i arbeidsutvalget."
    )
    assert told_of("Hvem er foreslått som leder av trollutvalget?") == (
        "Dokumentene har ingen liste over hvem som sitter i trollutvalget."
    )


def test_a_row_without_a_word_of_what_is_proposed_gives_way_to_the_proposal_on_its_slide(corpus: Corpus) -> None:
    likely = hits(corpus, PassageKind.TABLE_ROW, PARROTS, "Responstid")
    asked = understand("Hvor lenge foreslås det at vi fortsetter med papegøyer?", corpus)
    assert "31. desember 2035" in (told(proposed_on_best_slide(asked, likely, corpus)) or "")
    row = understand("Hvilken responstid foreslås det at papegøyene får?", corpus)
    assert proposed_on_best_slide(row, likely, corpus) is None


def test_a_proposal_with_no_word_of_what_other_cases_tell_is_of_something_else(corpus: Corpus) -> None:
    def of_else(question: str, chance: float) -> bool:
        likely = hits(corpus, PassageKind.PROPOSAL, PLACE, chance=chance)
        return is_of_else(understand(question, corpus), Draft(tuple(proposed(likely[0].passage))), likely, corpus)

    assert of_else("Hva foreslår rådet om skolemat til elevene?", 0.6)
    assert not of_else("Hva foreslår rådet om skolemat til elevene?", 0.95)
    assert not of_else("Hva foreslås om fyret og skolemat?", 0.6)
    assert not of_else("Hva foreslås om tryllestaver og sopelimer?", 0.6)


def test_a_case_that_lacks_words_is_not_told_where_another_one_is_likelier(corpus: Corpus) -> None:
    asked = understand("Hva er forslaget om plassering av fyret og responstid?", corpus)
    assert proposal_of_case(asked, hits(corpus, PassageKind.PROPOSAL, PARROTS), corpus) is None
    assert proposal_of_case(asked, hits(corpus, PassageKind.PROPOSAL, PLACE), corpus) is not None


def test_the_words_over_the_points_of_a_proposal_are_no_point_of_it(corpus: Corpus) -> None:
    for question in ("Hva tilrår leder for papegøyer?", "Hva foreslår leder at vi vedtar?"):
        draft = proposal_point(understand(question, corpus), [], corpus)
        assert "slikt:" not in (told(draft) or "")


@pytest.mark.parametrize("text", ["Fyret vurderes etter to år.", "Svar kommer innen tre uker.", "Om 5 månader"])
def test_when_something_is_done_may_be_told_by_how_long_it_takes_until_then(text: str) -> None:
    assert tells_time(text)
    assert not tells_time("Fyret varer i to år.")


def test_a_body_without_a_list_is_who_a_line_says_that_it_is(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "arkiv", StemEmbedding())
    of_election = slide(
        "Sak 1/34: Valg til klageutvalget",
        ("Klageutvalget for fyrlys 2035 – forslag:", "Leder: Signe Lykt. Medlemmer: Odd Måke og Siv Skjær."),
        "Valgkomiteen (Tind, Berg og Fjell) er enstemmig. Klageutvalget (7 medlemmer) behandlet 46 klager i fjor.",
    )
    archive.put(*written(tmp_path / "ingest", SLIDES[0], SLIDES[2], of_election, name="valg.pdf"))
    corpus = Corpus.of(archive.snapshot())

    def told_of(question: str) -> str | None:
        return told(body_without_list(understand(question, corpus), [], corpus))

    assert told_of("Hvem sitter i valgkomiteen?") == (
        "Valgkomiteen (Tind, Berg og Fjell) er enstemmig. Klageutvalget (7 medlemmer) behandlet 46 klager i fjor."
    )
    assert told_of("Hvem er leder av klageutvalget?") == "Leder: Signe Lykt. Medlemmer: Odd Måke og Siv Skjær."
    assert told_of("Hvem sitter i ankeutvalget?") == "Dokumentene har ingen liste over hvem som sitter i ankeutvalget."
