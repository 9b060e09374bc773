"""Titles that are sentences of their own answer when something is: of an invented council."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, written

from radsassistent.answers.text.titles import told_by_title
from radsassistent.archive import Archive
from radsassistent.search import Corpus, Hit, understand

SLIDES = (
    slide("Møte i Trollhagerådet", "3. mai 2032", "Hagestua, Oppdiktlia"),
    slide("Gnomforskriften trer i kraft fra 2033 – forberedelser er i gang", "• Gnomene har fått brev"),
    slide("Telttaket settes opp i juni", "• Teltet er grønt"),
    slide("Telttaket settes opp av gartneren i august", "• Teltet er rødt"),
    slide("Høring: gebyr for troll på 25–28 år", "• Høringsfrist: 3. juni 2032"),
    slide("Trollbrua stenges om to år", "• Brua er gammel"),
    slide("Lyktene i hagen", "• Tennes i oktober"),
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("titler")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.put(*written(folder, *SLIDES, name="hagen.pdf"))
    return Corpus.of(archive.snapshot())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Når trer gnomforskriften i kraft?", "Gnomforskriften trer i kraft fra 2033 – forberedelser er i gang."),
        ("When does gnomforskriften trer i kraft?", "Gnomforskriften trer i kraft fra 2033 – forberedelser er i gang."),
        # Two titles tell of it.
        ("Når settes telttaket opp?", None),
        # Its title tells no time.
        ("Når tennes lyktene i hagen?", None),
        # An age is no day, nor is a span.
        ("Når er høringsfristen for gebyret?", None),
        ("Når stenges trollbrua?", "Trollbrua stenges om to år."),
        # No title has that word.
        ("Når trer gnomforskriften i kraft i Lyktevåg?", None),
        # No time is asked for.
        ("Hvem lager gnomforskriften i kraft?", None),
    ],
)
def test_a_title_answers_when_where_it_alone_has_all_of_the_question(
    corpus: Corpus, question: str, told: str | None
) -> None:
    hits = [Hit(passage, 0.0, 0.0, 0.0, 0.0) for passage in corpus.passages]
    draft = told_by_title(understand(question, corpus), hits, corpus)
    assert (draft.statements[0].text if draft is not None else None) == told
