"""How often the likeliest passage answers, by how likely it is held to be."""

from __future__ import annotations

from radsassistent.archive import Archive
from radsassistent.evaluation.cutoffs import bands
from radsassistent.evaluation.gold import Question


def question(text: str, *, slides: tuple[tuple[int, ...], ...] = (), answer: str = "") -> Question:
    kind = "fact" if slides else "not-in-documents"
    answers = ((answer,),) if answer else ()
    return Question(text, text, "nb", None, kind, False, "dev", answers, slides, (), None, "2026-02-12-portefoljeradet")


def test_each_question_that_no_rule_settles_is_counted_once_by_what_the_likeliest_passage_does(
    february_archive: Archive,
) -> None:
    asked = [
        question("Hvor mange søknader kom det inn?", slides=((170,),), answer="128"),
        question("Hva heter kongen av Fabelland?"),
        question("Hva kostet den nye brua over Fabelelva?"),
    ]
    of_nothing = [band for band in bands(asked, february_archive) if band.sort.startswith("ingen svarer")]
    assert 0 < sum(band.questions for band in of_nothing) <= len(asked)
    assert all(band.right + band.untold <= band.questions for band in of_nothing)
    assert sum(band.untold for band in of_nothing) >= 1
