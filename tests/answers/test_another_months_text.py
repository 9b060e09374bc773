"""A text about one month is no answer about another, whatever kind of passage it is quoted from."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, written

from radsassistent.answers.days_otherwise import is_of_another_month
from radsassistent.answers.draft import Draft, statement
from radsassistent.archive import Archive, PassageKind
from radsassistent.search import Corpus, understand


@pytest.fixture(scope="module")
def balloons(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("ballonger")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    deck = (
        slide("Møte i Ballongrådet 5. mai 2038", "Ballongsalen, Oppdiktnes"),
        slide("Ballongløpet", "Ballongløpet holdes i januar 2039 med start fra Oppdikttoppen"),
    )
    archive.put(*written(folder / "inn", *deck, name="ballonger.pdf"))
    return Corpus.of(archive.snapshot())


@pytest.mark.parametrize("kind", [PassageKind.UNIT, PassageKind.SLIDE])
@pytest.mark.parametrize(("month", "is_another"), [("juni 2039", True), ("januar 2039", False)])
def test_a_text_about_one_month_does_not_tell_of_another(
    balloons: Corpus, kind: PassageKind, month: str, is_another: bool
) -> None:
    told = next(each for each in balloons.of_kind(kind) if "januar 2039" in each.text)
    draft = Draft((statement(told.text, told),))
    assert is_of_another_month(understand(f"Hva skjer i {month}?", balloons), draft) is is_another
