"""The key points of a case: its own statements, word for word, each once, and no proposal among them."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.decided_council import MEETING, decided_council
from tests.deck_builder import slide, written

from radsassistent.answers.slides.key_points import MOST_POINTS, key_points
from radsassistent.archive import Archive, agendas


@pytest.fixture
def points(tmp_path, embedding):
    """The key points of a case with these slides, of which each is its title and its lines."""

    def taking(*slides):
        archive = Archive.open(tmp_path / "arkiv", embedding)
        made = [slide("Møte i Oppdiktrådet 5. mars 2031"), slide("Sak 1/31: Innkjøp av traktorer")]
        archive.put(*written(tmp_path / "inn", *made, *(slide(*each) for each in slides)))
        (meeting,) = agendas.meetings(archive.directory, internal=True)
        units, topic = agendas.units_of_case(archive.directory, meeting.key, "1/31", internal=True)
        return key_points(units, topic, "Innkjøp av traktorer")

    return taking


STATEMENTS = (
    "Traktorene skal være grønne og gå på elektrisitet.",
    "Leverandøren er et firma som holder til nord i Fantasibyen.",
    "Kommunen har satt av 120 millioner kroner i budsjettet.",
)


def test_statements_stand_word_for_word_with_their_slides_in_order(points):
    found = points(("Om saken", *STATEMENTS[:2]), ("Penger", STATEMENTS[2]))
    assert [(unit.text, unit.place.slide) for unit in found] == [
        (STATEMENTS[0], 3),
        (STATEMENTS[1], 3),
        (STATEMENTS[2], 4),
    ]


def test_labels_repetitions_and_the_title_are_left_out(points):
    repeated = "Denne linjen er på alle lysbildene i hele saken."
    found = points(
        ("Om saken", *STATEMENTS, repeated, "Kort"),
        ("Mer om saken", repeated, "Innkjøp av traktorer", "Hvem skal kjøre alle disse nye traktorene da?"),
    )
    assert {unit.text for unit in found} <= set(STATEMENTS)


def test_there_are_never_more_points_than_are_read_at_a_glance(points):
    things = "løkene gulrøttene potetene kålene ertene bønnene selleriene purrene".split()
    lines = [f"I år {place} skal vi høste {thing} på jordet bak {thing[::-1]}." for place, thing in enumerate(things)]
    assert len(points(*[(f"Del {place}", line) for place, line in enumerate(lines)])) == MOST_POINTS


def test_where_little_is_said_there_are_no_points(points):
    assert points(("Om saken", STATEMENTS[0])) == []


def test_what_minutes_tell_is_no_key_point_since_it_may_be_a_proposal_that_fell(tmp_path):
    archive = decided_council(tmp_path, StemEmbedding())
    for case in ("1/31", "2/31", "3/31", "4/31"):
        units, _ = agendas.units_of_case(archive.directory, MEETING, case, internal=True)
        assert {unit.document for unit in units} <= {"oppdikt.pdf"}
        assert not any("vaffeljern før" in unit.text for unit in units)
