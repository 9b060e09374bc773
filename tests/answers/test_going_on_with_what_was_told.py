"""Later turns about texts, lists, figures and rows just told, and two things asked at once: of an invented council's slides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant, Conversation
from radsassistent.answers.compose import compose
from radsassistent.answers.figures.measures_together import measures_together, sum_of_years
from radsassistent.answers.figures.named_figures import named_figure, of_told_figure
from radsassistent.answers.figures.resolution import row_resolved
from radsassistent.answers.figures.rows import Row
from radsassistent.answers.text.form import has_form
from radsassistent.answers.text.open_answers import open_answer, said_of
from radsassistent.answers.turns.told_rows import of_told_rows
from radsassistent.answers.turns.told_texts import of_told_list
from radsassistent.archive import Archive, Passage, PassageKind
from radsassistent.documents import BlockKind, Slide
from radsassistent.search import understand
from radsassistent.search.corpus import Corpus
from radsassistent.search.figures import Figure
from radsassistent.search.hit import Hit


def with_headings(made: Slide, *headings: str) -> Slide:
    """A slide some of whose texts are headings."""
    blocks = (replace(b, kind=BlockKind.HEADING) if b.text in headings else b for b in made.blocks)
    return replace(made, blocks=tuple(blocks))


SLIDES = (
    slide("Møte i Drakerådet", "3. mai 2032", "Borgen, Oppdiktlia"),
    slide("Sak 1/32: Drakestell"),
    slide("Fem ønsker for dragene", "• 1: Varmere reir", "• 2: Mer kull til vinteren", "• 3: Lengre rullebane"),
    slide("Status for drakestellet", "• Flammene", "• Vingene våre", "• Klørne"),
    slide("Flammene", "• Treg tenning i kulda", "• Nye fôrprøver er bestilt fra Gnistgruva"),
    slide("Vingene våre", "• I nord er alle vinger salvet", "• I sør mangler det salve"),
    with_headings(
        slide(
            "Tilskudd til drakestell",
            ("2030", "• Reir: 12,5 mill.", "• Kull: 4,0 mill."),
            ("2031", "• Reir: 13,5 mill.", "• Kull: 6,0 mill."),
        ),
        "2030",
        "2031",
    ),
    slide("Fôrpotten 2032", "• Ramme: 88,5 mill kr", "• Søkesum: 120 mill kr"),
    slide(
        "Hva drakene ønsker seg",
        table(
            ("Ønske", "2031 (n=60)", "2032 (n=70)"),
            ("Saltslikk i reiret", "41", "44"),
            ("Kveldsflyging over fjorden", "23", "27"),
        ),
    ),
    slide(
        "Veier ut av borgen",
        table(
            ("Alternativ", "Merkostnad per år", "Lengste flytid"),
            ("A – Dagens port", "0 kr", "75 min"),
            ("B – To luker", "2,6 mill. kr", "50 min"),
            ("C – Åpent tak", "4,4 mill. kr", "40 min"),
        ),
    ),
    slide(
        "Hvorfor dragene uteblir",
        table(("Grunn", "Antall drager", "Prosent"), ("Snue i snuten", "96", "32 %"), ("Mistrivsel", "54", "18 %")),
    ),
    slide("Påmelding", "Andel drager som er påmeldt fjellturen", "12%", "2032", "Påmeldt", "88%", "Ikke påmeldt"),
    slide("Vaktholdet (1000 kr)", table(("Post", "2031", "2032"), ("Vakter", "110", "260"), ("Horn", "20", "30"))),
)

# The slide that lists what the next ones tell of.
CONTENTS = 4


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("drager")
    archive = Archive.open(folder / "arkiv", StemEmbedding())
    archive.put(*written(folder, *SLIDES, name="drager.pdf"))
    return Assistant(archive)


@pytest.fixture(scope="module")
def corpus(assistant: Assistant) -> Corpus:
    return assistant.corpus()


def unit(corpus: Corpus, text: str, slide_number: int | None = None, under: str | None = None) -> Passage:
    """The text unit that is so."""
    return next(
        passage
        for passage in corpus.of_kind(PassageKind.UNIT)
        if passage.text == text
        and slide_number in (None, passage.slide)
        and (under is None or under in passage.data["under"])
    )


def row(corpus: Corpus, label: str) -> Row:
    """The table row of that name."""
    return next(Row(passage) for passage in corpus.of_kind(PassageKind.TABLE_ROW) if passage.data["label"] == label)


def hits(corpus: Corpus, *kinds: PassageKind) -> list[Hit]:
    """All passages of some kinds as if they were found, equally likely."""
    return [Hit(passage, 1.0, 1.0, 0.0, 0.0, 0.1) for passage in corpus.passages if passage.kind in kinds]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("og nr to?", "Mer kull"),
        ("Og nummer 3?", "Lengre rullebane"),
        ("Hva var den siste av de tre?", "Lengre rullebane"),
        ("Kva var den andre på lista?", "Mer kull"),
        ("And the second one?", "Mer kull"),
        ("og den neste?", "Mer kull"),
        ("og nr fire?", None),
        ("Hvem betaler for den siste?", None),
        ("Hva er den andre saken?", None),
    ],
)
def test_an_item_is_told_by_its_place_in_the_list_just_told_of(
    corpus: Corpus, question: str, expected: str | None
) -> None:
    draft = of_told_list(question, [unit(corpus, "1: Varmere reir")], corpus)
    assert (expected is None) == (draft is None)
    assert draft is None or str(expected) in draft.statements[0].text


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Og kveldsflyging?", "Kveldsflyging over fjorden, 2031 (n=60): 23."),
        ("kveldsflyging, samme år?", "Kveldsflyging over fjorden, 2031 (n=60): 23."),
        ("Enn kveldsflyging siste året?", "Kveldsflyging over fjorden, 2032 (n=70): 27."),
        ("What about kveldsflyging in 2032?", "Kveldsflyging over fjorden, 2032 (n=70): 27."),
        ("Og kveldsflyging i 2025?", None),
        ("Og havbading?", None),
        ("Hvem la frem kveldsflyging?", None),
    ],
)
def test_the_same_is_told_of_another_row_of_the_table(corpus: Corpus, question: str, expected: str | None) -> None:
    told = [Figure(row(corpus, "Saltslikk i reiret").passage, "2031 (n=60)")]
    draft = of_told_rows(question, told, corpus)
    assert (draft.statements[0].text if draft is not None and not draft.abstained else None) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("året etter?", "2031: Reir: 13,5 mill."),
        ("Og i 2031?", "2031: Reir: 13,5 mill."),
        ("Og kull?", "2030: Kull: 4,0 mill."),
        ("Hva med kull i 2031?", "2031: Kull: 6,0 mill."),
        ("Hva blir det til sammen for de to årene?", "Reir – 2030 + 2031: 12,5 + 13,5 = 26,0 mill."),
        ("Og i 2035?", None),
        ("Og salve?", None),
    ],
)
def test_a_figure_that_stands_by_itself_is_told_of_another_year_and_another_name(
    corpus: Corpus, question: str, expected: str | None
) -> None:
    draft = of_told_figure(question, [unit(corpus, "Reir: 12,5 mill.")], corpus)
    assert (draft.statements[0].text if draft is not None else None) == expected


def test_the_figure_that_a_question_names_is_told_without_those_beside_it(corpus: Corpus) -> None:
    found = hits(corpus, PassageKind.UNIT)
    draft = named_figure(understand("Hvor stor er rammen for fôrpotten i 2032?", corpus), found, corpus)
    assert draft is not None
    assert [said.text for said in draft.statements] == ["Fôrpotten 2032: Ramme: 88,5 mill kr."]
    assert named_figure(understand("Hvor stor er rammen for enhjørningene i 2032?", corpus), found, corpus) is None
    assert named_figure(understand("Hvor stor er rammen for fôrpotten i 2030?", corpus), found, corpus) is None


@pytest.mark.parametrize(
    "question", ["Hvordan går det med flammene?", "Korleis går det med flammene?", "Hva er status for flammene?"]
)
def test_how_something_goes_stands_behind_the_list_of_contents_that_names_it(corpus: Corpus, question: str) -> None:
    found = sorted(hits(corpus, PassageKind.UNIT), key=lambda hit: hit.passage.slide != CONTENTS)
    draft = open_answer(understand(question, corpus), found, corpus)
    assert draft is not None
    assert {support.passage.slide for said in draft.statements for support in said.support} == {5}


def test_what_is_said_of_another_place_is_left_out(corpus: Corpus) -> None:
    north = Hit(unit(corpus, "I nord er alle vinger salvet"), 1.0, 1.0, 0.0, 0.0, 0.6)
    south = Hit(unit(corpus, "I sør mangler det salve"), 1.0, 1.0, 0.0, 0.0, 0.1)
    draft = open_answer(understand("Helt kort: hvilke råd får vi om vinger i nord?", corpus), [north, south], corpus)
    assert draft is not None
    assert "sør" not in " ".join(said.text for said in draft.statements[:1])


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Hva koster alternativ B og C?",
            ["B – To luker, Merkostnad per år: 2,6", "C – Åpent tak, Merkostnad per år: 4,4"],
        ),
        ("Kva kostar alternativ C?", ["C – Åpent tak, Merkostnad per år: 4,4 mill. kr."]),
        ("Hva koster alternativ D?", []),
        ("Hvem foreslo alternativ B?", []),
    ],
)
def test_options_are_known_by_their_letters(corpus: Corpus, question: str, expected: list[str]) -> None:
    draft = row_resolved(understand(question, corpus), hits(corpus, PassageKind.TABLE_ROW), corpus)
    said = [statement.text for statement in draft.statements] if draft is not None else []
    assert len(said) == len(expected)
    assert all(figure in text for figure, text in zip(expected, said, strict=True))


def test_two_measures_that_are_named_together_are_both_told(corpus: Corpus) -> None:
    snue = row(corpus, "Snue i snuten")
    asked = understand("Hvor mange drager har snue, i antall og prosent?", corpus)
    assert measures_together(asked, snue, corpus) == ["Antall drager", "Prosent"]
    assert measures_together(understand("Hvor mange drager har snue og hoste?", corpus), snue, corpus) == []


def test_two_years_together_are_their_sum_and_not_their_change(corpus: Corpus) -> None:
    guards = row(corpus, "Vakter")
    together = sum_of_years(
        understand("Hva koster vakter i 2031 og 2032 til sammen?", corpus), guards, ["2031", "2032"]
    )
    assert together is not None
    assert together.statements[0].text == "Vakter – 2031 + 2032: 110 + 260 = 370 tusen kroner."
    apart = understand("Hvor mye endrer vakter seg fra 2031 til 2032?", corpus)
    assert sum_of_years(apart, guards, ["2031", "2032"]) is None


def test_everything_about_a_row_is_all_of_its_cells(corpus: Corpus) -> None:
    rows = hits(corpus, PassageKind.TABLE_ROW)
    draft = row_resolved(understand("Fortell alt som står om mistrivsel i tabellen", corpus), rows, corpus)
    assert draft is not None
    assert draft.statements[0].text == "Mistrivsel – Antall drager: 54, Prosent: 18 %."
    assert row_resolved(understand("Hva koster alt til sammen for mistrivsel?", corpus), rows, corpus) is None


@pytest.mark.parametrize(
    "question",
    ["Hvor stor andel av dragene er påmeldt fjellturen?", "hvor stor del av dragene er påmeldt fjellturen i 2032?"],
)
def test_a_share_is_the_figure_right_below_its_caption(corpus: Corpus, question: str) -> None:
    found = [hit for hit in hits(corpus, PassageKind.UNIT) if hit.passage.data["title"] == "Påmelding"]
    draft = open_answer(understand(question, corpus), found, corpus)
    assert draft is not None
    assert [said.text for said in draft.statements] == ["Andel drager som er påmeldt fjellturen: 12%."]


@pytest.mark.parametrize(
    "question",
    ["Hvor stor er potten for fôrpotten i 2032?", "Kor stor er potten for fôrpotten i år?"],
)
def test_a_pot_is_the_frame(corpus: Corpus, question: str) -> None:
    draft = named_figure(understand(question, corpus), hits(corpus, PassageKind.UNIT), corpus)
    assert draft is not None
    assert [said.text for said in draft.statements] == ["Fôrpotten 2032: Ramme: 88,5 mill kr."]


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Hvor mye går til kull i 2031?", True),
        ("Hvor mye går til lufting av vinger i 2031?", False),
        ("Kor mykje går til saltslikk?", False),
        ("How much goes to feathers in 2031?", False),
    ],
)
def test_of_several_figures_only_one_that_a_question_has_a_word_of_answers(
    corpus: Corpus, question: str, *, answers: bool
) -> None:
    assert has_form(understand(question, corpus), unit(corpus, "Kull: 6,0 mill."), corpus) is answers


def test_a_figure_above_its_caption_is_the_brief_answer(corpus: Corpus) -> None:
    asked = understand("Hvor stor andel av vekterne bruker hornet? Bare tallet.", corpus)
    caption = unit(corpus, "Treg tenning i kulda")
    caption = replace(caption, text="Av alle vektere", data={**caption.data, "under": ["> 90 %"]})
    assert said_of(caption, asked).text == "> 90 %."


def test_a_figure_above_that_counts_what_is_asked_for_is_told_and_not_another_below_it(corpus: Corpus) -> None:
    caption = unit(corpus, "Treg tenning i kulda")
    caption = replace(caption, text="hvorav 9 lærlinger", data={**caption.data, "under": ["22 årsverk"]})
    asked = understand("Svar med ett tall: hvor mange årsverk har vaktstua?", corpus)
    assert said_of(caption, asked).text == "22 årsverk."
    asked = understand("Svar med ett tall: hvor mange lærlinger har vaktstua?", corpus)
    assert said_of(caption, asked).text == "hvorav 9 lærlinger."


def test_a_number_is_not_taken_from_a_slide_far_less_likely_than_the_likeliest(corpus: Corpus) -> None:
    likely = Hit(unit(corpus, "I nord er alle vinger salvet"), 1.0, 1.0, 0.0, 0.0, 0.9)
    far = Hit(unit(corpus, "Ramme: 88,5 mill kr"), 1.0, 1.0, 0.0, 0.0, 0.02)
    asked = understand("Hvor mye salve er rammen for vingene i nord?", corpus)
    assert compose(replace(asked, cues=frozenset()), [likely, far], corpus).abstained


def test_the_number_of_a_day_is_no_amount(corpus: Corpus) -> None:
    caption = unit(corpus, "Treg tenning i kulda")
    day = replace(caption, text="Ny tenning av flammene fra 1. september")
    amount = replace(caption, text="Ny tenning av 7 flammer")
    asked = understand("Hvor mange flammer får ny tenning?", corpus)
    assert not has_form(asked, day, corpus)
    assert has_form(asked, amount, corpus)


def test_the_later_turns_of_a_conversation_go_on_with_what_was_told(assistant: Assistant) -> None:
    talk = Conversation()
    first = assistant.ask("Hvor mange prosent ønsker seg saltslikk i reiret i 2031?", talk)
    assert "41" in first.text
    assert "23" in assistant.ask("og kveldsflyging, samme år?", talk).text
    assert "27" in assistant.ask("Og året etter?", talk).text
