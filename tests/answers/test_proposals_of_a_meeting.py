"""Which proposals are as asked, what is proposed in the case meant, what the slides put to the council: of an invented deck."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.deck_builder import slide, table, written

from radsassistent.answers import Answer, Assistant, Conversation
from radsassistent.archive import Archive, CouncilEmbedding

pytestmark = pytest.mark.embedder

AGENDA = (
    ("31/33", "Godkjenning av innkalling", "Signe Myrvoll, Myrkontoret", "09:00", "Godkjenning"),
    ("32/33", "Status for torvtaket", "Jarle Torvmo, Torvlaget", "09:15", "Orientering"),
    ("33/33", "Utgifter til klopper", "Berit Klopp, Klopplaget", "09:45", "Drøfting"),
    ("34/33", "Plan for multeturer", "Ola Viddesen, Turkontoret", "10:30", "Drøfting"),
    (None, "Lunsj", None, "11:15", None),
    (None, "Rundt myra", "Alle", "11:45", None),
    ("35/33", "Tranetellingen", "Kaja Trane, Fugleverket", "12:00", "Drøfting"),
    ("36/33", "Orientering fra Myrkontoret", "Signe Myrvoll, Myrkontoret", "13:00", "Orientering"),
    ("37/33", "Eventuelt", "Signe Myrvoll, Myrkontoret", "13:45", None),
)
SLIDES = (
    slide("Møte i Myrrådet 3. juni 2033", "Møterom Pors, Myrhuset, Oppdiktmo"),
    slide("Dagsorden", table(("Saksnr", "Sak", "Legger frem", "Tid", "Sakstype"), *AGENDA)),
    slide("Sak 31/33: Godkjenning av innkalling"),
    slide("Forslag til vedtak", "Myrrådet godkjenner innkallingen."),
    slide("Sak 32/33: Status for torvtaket", "• Torvtaket er stengt om natten"),
    slide("Forslag til vedtak", "Myrrådet tar saken til orientering."),
    slide("Sak 33/33: Utgifter til klopper", "• Kloppene råtner raskere enn ventet"),
    slide(
        "Oppdatert forslag til vedtak",
        "• Myrrådet er kjent med at kloppene blir dyrere, og at det skyldes den våte våren.",
        "• Myrrådet tar oversikten til etterretning.",
        "• Klopplaget sender regningen til Myrdepartementet.",
    ),
    slide("Sak 34/33: Plan for multeturer", "• Turene går over hele myra"),
    slide(
        "Spørsmål til drøfting",
        "• Bør turene gå hver uke, eller er det nok med én i måneden?",
        "• Hvordan får vi med flere barn på turene?",
    ),
    slide(
        "Forslag til vedtak",
        "• Det nasjonale myrrådet gir innspill til planen for multeturer.",
        "• Turkontoret tar med seg innspillene når planen trykkes.",
    ),
    slide("Sak 35/33: Tranetellingen", "• Tranene telles fra tårnet"),
    slide(
        "Forslag til vedtak",
        "Myrrådet drøftet tellingen. Fugleverket kommer tilbake til Myrrådet med nye tall.",
    ),
    slide("Sak 36/33: Orientering fra Myrkontoret", "• Kontoret flytter i høst"),
    slide("Forslag til vedtak", "Myrrådet tar saken til orientering."),
    slide("Sak 37/33: Eventuelt"),
    slide("Rundt myra", "Her kan medlemmene si hva de har sett på myra.", "Det som sies, kan bli en sak senere."),
)
APPROVED, TORV, KLOPPER, PUT, MULTER, TRANER, KONTOR = 4, 6, 8, 10, 11, 13, 15


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory, built_in_embedder: CouncilEmbedding) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("myr")
    archive = Archive.open(folder / "arkiv", built_in_embedder)
    archive.put(*written(folder / "ingest", *SLIDES, name="myrraadet.pdf"))
    return Assistant(archive)


def cited(answer: Answer) -> set[int]:
    """The slides that an answer cites."""
    assert not answer.abstained, answer.text
    return {citation.slide for citation in answer.citations}


@pytest.mark.parametrize(
    ("question", "slides"),
    [
        ("Hvilke forslag til vedtak går ut på å ta noe til orientering?", {TORV, KONTOR}),
        ("Hvilke forslag til vedtak er ikke til orientering?", {APPROVED, KLOPPER, MULTER, TRANER}),
        ("I hvilken sak foreslås det å ta noe til etterretning?", {KLOPPER}),
        ("Hvilket vedtaksforslag er merket som en ny versjon?", {KLOPPER}),
        ("Kva sak har eit framlegg som er oppdatert?", {KLOPPER}),
        ("Hvilket forslag til vedtak har flest punkter?", {KLOPPER}),
        ("I hvilke vedtaksforslag er Fugleverket nevnt?", {TRANER}),
        ("I hvilke forslag står det «innspill»?", {MULTER}),
        ("Which proposals mention Turkontoret?", {MULTER}),
        ("Hvilket forslag begynner ikke med Myrrådet?", {MULTER}),
        ("Hvilke to forslag til vedtak er helt like?", {TORV, KONTOR}),
        ("Hvilke saker, bortsett fra sak 32/33, foreslås tatt til orientering?", {KONTOR}),
        ("Hvilke av drøftingssakene har forslag om å ta noe til etterretning?", {KLOPPER}),
        ("Hva er det lengste forslaget til vedtak?", {KLOPPER}),
        ("I hvilke saker går forslaget ut på ren orientering og ikke noe mer?", {TORV, KONTOR}),
        ("Hvilket av forslagene har vært endret siden utsendingen?", {KLOPPER}),
        ("In which cases does the draft text say that the council has discussed something?", {TRANER}),
        ("Which proposals ask the council only to take note?", {TORV, KLOPPER, KONTOR}),
    ],
)
def test_all_proposals_that_are_as_asked_are_told_and_no_others(assistant, question, slides) -> None:
    assert cited(assistant.ask(question)) == slides


def test_proposals_are_counted_and_named_by_their_cases(assistant) -> None:
    answer = assistant.ask("Hvor mange av vedtaksforslagene går ut på å ta noe til orientering?")
    assert "2 forslag til vedtak: sak 32/33 og sak 36/33." in answer.text
    assert cited(answer) == {TORV, KONTOR}


@pytest.mark.parametrize(
    "question",
    [
        "I hvor mange saker er det lagt frem forslag?",
        "Hvor mange forslag til vedtak er det?",
        "Hvor mange forslag har vi fått på bordet?",
    ],
)
def test_how_many_proposals_there_are_is_told_of_all_cases(assistant, question) -> None:
    answer = assistant.ask(question)
    assert answer.text.startswith("6 forslag til vedtak: ")
    assert cited(answer) == {APPROVED, TORV, KLOPPER, MULTER, TRANER, KONTOR}


@pytest.mark.parametrize(
    "question",
    [
        "Hva er det de vil at vi skal lande på i saken om tranetellingen?",
        "Hva ender rådet opp med å si om tranetellingen hvis det går gjennom?",
        "Hva er det meningen at vi skal mene om tranetellingen?",
    ],
)
def test_what_the_council_is_to_come_to_is_told_by_the_proposal(assistant, question) -> None:
    assert cited(assistant.ask(question)) == {TRANER}


@pytest.mark.parametrize(
    "question", ["Hører vi noe mer om det senere, da?", "What is the council supposed to do with it?"]
)
def test_what_comes_of_the_case_just_told_is_told_by_its_proposal(assistant, question) -> None:
    chat = Conversation()
    assistant.ask("Hva er det de vil at vi skal lande på i saken om tranetellingen?", chat)
    assert cited(assistant.ask(question, chat)) == {TRANER}


@pytest.mark.parametrize(
    "question",
    [
        "Hva sto det i forslaget om kloppene før det ble oppdatert?",
        "Hvordan lød det opprinnelige forslaget i sak 33/33?",
        "Hva var det gamle forslaget i sak 33/33?",
    ],
)
def test_how_a_proposal_was_worded_before_it_was_changed_is_not_told_by_the_new_one(assistant, question) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize(
    "question",
    [
        "Hvilke to veier får vi valget mellom i saken om multeturer?",
        "Hvilket dilemma legges frem for oss om turene hver uke?",
    ],
)
def test_the_choice_that_the_council_has_is_told_by_what_is_put_to_it(assistant, question) -> None:
    answer = assistant.ask(question)
    assert cited(answer) == {PUT}
    assert "eller er det nok" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hvilken sak har ikke noe forslag til vedtak?",
        "Har alle sakene et vedtaksforslag?",
        "Kva sak manglar framlegg til vedtak?",
        "Which item has no proposal?",
    ],
)
def test_the_case_without_a_proposal_is_told_by_the_agenda(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "Dokumentene har ikke noe forslag til vedtak i sak 37/33." in answer.text
    assert cited(answer) == {2}


@pytest.mark.parametrize(
    ("question", "slide"),
    [
        ("Hva går forslaget i Jarle Torvmos sak ut på?", TORV),
        ("Ola Viddesen sin sak, hva er rådets bidrag ment å være?", MULTER),
        ("Skal rådet godkjenne noe i saken om torvtaket?", TORV),
        ("Hva er forslaget i den første drøftingssaken?", KLOPPER),
        ("Hva foreslås i den siste saken med forslag til vedtak?", KONTOR),
        ("Kva departement er nemnt i framlegget om klopper?", KLOPPER),
        ("Hva skjer med innspillene våre til multeturene etterpå?", MULTER),
        ("Hvem skal komme tilbake til rådet etter tranesaken?", TRANER),
        ("Hva skyldes det at kloppene blir dyrere, ifølge forslaget?", KLOPPER),
        ("Hvor mange punkter har forslaget i sak 33/33?", KLOPPER),
    ],
)
def test_the_proposal_of_the_case_meant_is_told_however_the_case_is_called(assistant, question, slide) -> None:
    answer = assistant.ask(question)
    assert cited(answer) == {slide}
    assert "orslag" in answer.text


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("Hva er det andre punktet i forslaget om klopper?", "tar oversikten til etterretning", "Myrdepartementet"),
        ("Hva sier siste punkt i forslaget i sak 33/33?", "Myrdepartementet", "etterretning"),
        ("What does the first bullet of the proposal in case 34/33 say?", "gir innspill", "trykkes"),
    ],
)
def test_the_point_of_a_proposal_that_is_named_by_its_place_is_told_alone(assistant, question, said, unsaid) -> None:
    text = assistant.ask(question).text
    assert said in text
    assert unsaid not in text


@pytest.mark.parametrize(
    "question",
    [
        "Hvilken frist setter forslaget i sak 35/33 for de nye tallene?",
        "Hvorfor er forslaget i sak 33/33 oppdatert?",
        "Hvor mange kroner bevilges i forslaget i sak 34/33?",
        "Hvem var uenig i forslaget om kloppene?",
        "Hvilke endringer ble gjort i innkallingen før den ble godkjent?",
        "Var det dissens i tranesaken?",
    ],
)
def test_what_a_proposal_does_not_say_is_not_answered_with_it(assistant, question) -> None:
    assert assistant.ask(question).abstained


@pytest.mark.parametrize("question", ["Er innkallingen formelt godkjent?", "Er planen for multeturer endelig nå?"])
def test_what_is_not_settled_is_said_to_be_only_proposed(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "bare forslag til vedtak" in answer.text
    assert "Forslag til vedtak i sak" in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvilke spørsmål er satt opp til drøfting om multeturene?", ["hver uke", "flere barn"]),
        ("Hvilket valg får rådet i saken om multeturer?", ["eller er det nok med én i måneden"]),
        ("Kva blir rådet spurt om når det gjeld barn på turane?", ["flere barn"]),
        ("What questions is the council asked in case 34/33?", ["hver uke", "flere barn"]),
    ],
)
def test_what_the_slides_put_to_the_council_is_told(assistant, question, said) -> None:
    answer = assistant.ask(question)
    assert all(words in answer.text for words in said), answer.text
    assert cited(answer) == {PUT}


@pytest.mark.parametrize("question", ["Hva kan vi ta opp under Rundt myra?", "Skal det vedtas noe under Rundt myra?"])
def test_what_the_slides_say_of_an_item_without_a_number_is_told(assistant, question) -> None:
    answer = assistant.ask(question)
    assert "si hva de har sett på myra" in answer.text
    assert cited(answer) == {17}


def test_when_an_item_without_a_number_begins_is_told_by_the_agenda(assistant) -> None:
    answer = assistant.ask("Når begynner Rundt myra?")
    assert "11:45" in answer.text
    assert cited(answer) == {2}


@pytest.mark.parametrize(
    ("question", "said", "where"),
    [
        (
            "Hvilken sak skal tas til etterretning og ikke til orientering?",
            "Myrrådet tar oversikten til etterretning.",
            KLOPPER,
        ),
        (
            "Hva går det andre drøftingsspørsmålet om multeturene ut på?",
            "Hvordan får vi med flere barn på turene?",
            PUT,
        ),
        ("Kva er det siste spørsmålet til drøfting om multeturane?", "Hvordan får vi med flere barn på turene?", PUT),
    ],
)
def test_what_is_denied_only_sets_off_and_a_question_put_is_told_by_its_place(assistant, question, said, where) -> None:
    answer = assistant.ask(question)
    assert said in answer.text
    assert "Bør turene gå hver uke" not in answer.text
    assert {citation.slide for citation in answer.citations} == {where}
