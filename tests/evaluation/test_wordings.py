"""What questions are said to ask for, in files of wordings and by their gold answers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from radsassistent.evaluation.train_asked_for import wordings_in
from radsassistent.search.asked_for import AskedFor

COMMITTED = Path(__file__).parents[2] / "eval" / "training" / "wordings.tsv"


def test_every_committed_wording_says_what_it_asks_for_and_each_sort_has_enough() -> None:
    counted = Counter(wording.asks for wording in wordings_in(COMMITTED, 0))
    assert set(counted) == set(AskedFor)
    assert min(counted.values()) >= 70


@pytest.mark.parametrize("line", ["presenter Hvem legger frem saken?", "farge\tHvilken farge har huset?", "a\tb\tc"])
def test_a_line_that_is_no_wording_is_an_error(tmp_path: Path, line: str) -> None:
    (tmp_path / "feil.tsv").write_text(f"time\tNår er saken oppe?\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"feil\.tsv, line 2"):
        list(wordings_in(tmp_path / "feil.tsv", 0))
