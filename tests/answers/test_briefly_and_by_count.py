"""Brief answers to what a slide is about, lists asked for by their count, the slides that one line marks, and catchwords."""

from __future__ import annotations

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Assistant, Citation, Conversation, Sentence
from radsassistent.answers.said import Said, answer_of
from radsassistent.archive import Archive
from radsassistent.search.parts import parts
from radsassistent.search.query import Query, Wanted
from radsassistent.search.style import without_style

pytestmark = pytest.mark.embedder


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder) -> Assistant:
    folder = tmp_path_factory.mktemp("kort")
    made, path = written(
        folder,
        slide("Fyrtårnrådet", "Møte torsdag 4. mars 2032 kl. 09.00–14.00", "Fyrsalen, Oppdiktøya"),
        slide(
            "Dagsorden",
            table(
                ("Tid", "Sak", "Tittel", "Type", "Ansvarlig"),
                ("09.00–10.00", "4/32", "Lyktestell", "Orientering", "Tuva Fyrstikk"),
                ("10.00–11.00", "5/32", "Fyrportalen", "Orientering", "Odd Brenner"),
            ),
        ),
        slide("Sak 4/32 Lyktestell", "• Orientering"),
        slide(
            "Linseprøven",
            "• Linsene prøves i to fyr siden våren 2031",
            "• Fyrvokterne er fornøyde",
            "• Glasset kommer fra Glassholmen, over 12 tonn i 40 kasser",
        ),
        slide(
            "Mål for lyktestellet",
            "• Lysene skal være rene",
            "• Linsene skal være hele",
            "• Trappene skal være tørre",
        ),
        slide(
            "Timeplan",
            "• Trappene vaskes av trollene",
            "• Glasset pusses av måkene",
            "• Hva gjør vi når det blir mørkt?",
        ),
        slide(
            "Måkevakten",
            "• Måkevakten bygger på avtalen med Skjærgården",
            "• Hensikten er å holde lyktene rene",
            "• Måkevakten varer i to år. Den skal prøves ut i Nordskjær og Sørskjær, og så i alle fyr langs hele kysten "
            "fram til våren. Kanskje blir også Vestskjær med når måkene er ferdige med alt det andre.",
        ),
        slide("Sak 5/32 Fyrportalen", "• Orientering"),
        slide("Bølgevarsel på portalen", "Nytt siden sist", "• Varselet sendes hver morgen."),
        slide("Kart over skjærene", "Nytt siden sist", "• Kartet viser alle skjær."),
        slide(
            "Ny plan for tåkelurene",
            "Oddvar Lur innleder",
            "Tiltak 1: Lurene stemmes hver vår",
            "Tiltak 2: Sytti lurer får nytt horn",
            "Tiltak 3: Lurene hviler i klarvær",
        ),
        slide(
            "Topp 4 hos fyrvokterne",
            "1: Få på plass riktig parafin i alle fyr",
            "2: Bytte veker før høststormene",
            "3: Inkludere måkene i vaktlisten",
            "4: Fortsette byggingen av tåkehus",
        ),
    )
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(made, path)
    return Assistant(archive)


@pytest.mark.parametrize("question", ["Status for linseprøven – kort", "Linseprøven in one sentence please"])
def test_a_slide_asked_about_as_a_whole_is_told_in_brief(assistant, question) -> None:
    answer = assistant.ask(question)
    assert {citation.slide for citation in answer.citations} == {4}
    assert "prøves i to fyr" in answer.text
    assert len(answer.text.split()) <= 40


def test_a_list_asked_for_by_its_count_is_told_whole(assistant) -> None:
    text = assistant.ask("Hva er de tre målene for lyktestellet?").text
    assert all(word in text for word in ("rene", "hele", "tørre"))


@pytest.mark.parametrize(
    "question",
    [
        "I stikkord: kva er dei tre punkta på timeplanen?",
        "Hva er de tre punktene i timeplanen i sak 4/32?",
        "What are the three points on the timeplan in case 4/32?",
    ],
)
def test_points_of_no_other_kind_are_those_under_the_title_that_is_named(assistant, question) -> None:
    text = assistant.ask(question).text
    assert all(word in text for word in ("Trappene", "Glasset", "mørkt?"))
    assert "?." not in text


@pytest.mark.parametrize(
    "question", ["Kva er vitsen med måkevakta? Svar med éi setning.", "I én setning: hva er hensikten med måkevakten?"]
)
def test_a_purpose_asked_for_is_what_says_that_it_is_one(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "holde lyktene rene" in answer.text
    assert len(answer.text.split()) <= 40


def test_a_brief_answer_is_the_one_sentence_of_a_long_text_that_tells_it(assistant) -> None:
    text = assistant.ask("Svar kort: i hvilke fyr skal måkevakten prøves ut?").text
    assert "Nordskjær og Sørskjær" in text
    assert "Vestskjær" not in text


@pytest.mark.parametrize(
    "question",
    [
        "Hva er nytt på Fyrportalen siden sist?",
        "Kva er nytt på Fyrportalen sidan førre møte?",
        "Hva er nytt siden forrige gang?",
    ],
)
def test_the_slides_that_one_line_marks_are_told_by_their_titles(assistant, question) -> None:
    answer = assistant.ask(question)
    assert {citation.slide for citation in answer.citations} == {9, 10}
    assert "Kart over skjærene" in answer.text


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Hva er lyktestell for noe? Svar kort", "Hva er lyktestell for noe?"),
        ("Kan du si i én setning hva lykter er?", "Kan du si hva lykter er?"),
        ("Kva er ei lykt? Svar med éi setning.", "Kva er ei lykt?"),
        ("Fyrportalen in one sentence please", "Fyrportalen"),
        ("Hva sier de? Hva svarte rådet?", "Hva sier de? Hva svarte rådet?"),
    ],
)
def test_a_wish_for_a_brief_answer_is_taken_out_wherever_it_stands(text, bare) -> None:
    assert without_style(text) == bare


def test_catchwords_are_asked_for_one_by_one() -> None:
    assert [part.question for part in parts("Lykter: antall i år + antall neste år")] == [
        "Lykter: antall i år",
        "Lykter: antall neste år",
    ]
    assert len(parts("Hvem legger frem sak 4/32 + 5/32?")) == 1


@pytest.mark.parametrize(
    "question",
    [
        "Tiltakene for tåkelurene i korte punkter, takk",
        "Hva er tiltakene for tåkelurene?",
        "Kva er tiltaka for tåkelurane?",
    ],
)
def test_lines_numbered_by_the_word_asked_for_are_all_told_in_their_order(assistant: Assistant, question: str) -> None:
    text = assistant.ask(question).text
    assert 0 <= text.find("stemmes hver vår") < text.find("nytt horn") < text.find("hviler i klarvær")


def test_a_wish_for_short_points_says_nothing_of_what_is_asked() -> None:
    assert without_style("Tiltakene for lurene i korte punkter, takk") == "Tiltakene for lurene"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Svar bare med årstallet: når begynte linseprøven?", "2031."),
        ("Hvem legger frem sak 4/32? Kun etternavn", "Fyrstikk."),
        ("Kven legg fram sak 5/32, berre fornamnet", "Odd."),
        ("When does case 5/32 start, just the time", "10:00."),
        ("Hvor mange kasser glass kom det? Bare tallet", "40."),
        ("Hvor mange tonn glass kom i kassene? Bare tallet", "over 12 tonn."),
    ],
)
def test_no_more_than_the_value_is_told_where_that_alone_is_wished_for(assistant, question, said) -> None:
    answer = assistant.ask(question)
    assert answer.text == said
    assert answer.citations


@pytest.mark.parametrize(
    "question", ["I hvor mange fyr prøves linsene, og siden når? Bare tallet", "Hvem er lyktene for? Bare navnet"]
)
def test_a_sentence_stays_where_no_one_value_is_what_is_wished_for(assistant, question) -> None:
    assert len(assistant.ask(question).text.split()) > 1


def test_the_value_alone_of_what_was_just_told_may_be_wished_for_afterwards(assistant) -> None:
    conversation = Conversation()
    assistant.ask("Hvem legger frem sak 4/32?", conversation)
    assert assistant.ask("Bare etternavnet, takk", conversation).text == "Fyrstikk."


@pytest.mark.parametrize(
    "question",
    [
        "Kan du foreslå en god film til i kveld?",
        "Skriv et dikt om våren",
        "Hvor mye er 37 ganger 24?",
        "Can you recommend a restaurant?",
    ],
)
def test_what_is_asked_of_the_assistant_itself_is_told_by_no_slide(assistant, question) -> None:
    answer = assistant.ask(question)
    assert answer.abstained
    assert not answer.citations


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hva står øverst på topp fire-listen til fyrvokterne?", "1: Få på plass riktig parafin i alle fyr."),
        ("Hva er nummer to på topp 4-lista hos fyrvokterne?", "2: Bytte veker før høststormene."),
        ("Kva står på tredjeplass på topp fire-lista hos fyrvoktarane?", "3: Inkludere måkene i vaktlisten."),
        ("Hva er det siste punktet på topp fire-listen hos fyrvokterne?", "4: Fortsette byggingen av tåkehus."),
    ],
)
def test_one_place_of_a_numbered_list_is_told_alone(assistant, question, said) -> None:
    assert assistant.ask(question).text.split(" hos fyrvokterne: ")[-1] == said


def told_of(*texts: str) -> list[str]:
    """What is told of sentences that parts of a question came to, each of a slide of its own."""
    query = Query("Hvem?", "Hvem?", Wanted.PERSON, ())
    parts_said = [
        Said(query, (Sentence(text, (Citation("", "", None, "oppdikt.pdf", "a", number, text),)),), False, [], 0.0, 0)
        for number, text in enumerate(texts, 1)
    ]
    return [sentence.text for sentence in answer_of("Hvem?", parts_said, 1.0).sentences]


def test_what_one_sentence_says_with_fewer_words_than_another_is_not_told_beside_it() -> None:
    whole = "Erik Li, Havnelaget, legger frem sak 9/32."
    assert told_of(whole, "Erik Li: Havnelaget.") == [whole]
    assert told_of("Erik Li: Havnelaget.", whole) == [whole]


@pytest.mark.parametrize("other", ["Saken ble ikke vedtatt i mars.", "Saken ble vedtatt uten Erik Li."])
def test_what_another_sentence_denies_is_told_beside_it(other: str) -> None:
    assert told_of("Saken ble vedtatt.", other) == ["Saken ble vedtatt.", other]
