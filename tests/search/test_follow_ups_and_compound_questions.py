"""Questions that lean on the one before, and questions that hold several."""

from __future__ import annotations

import pytest

from radsassistent.archive import Archive
from radsassistent.search import Conversation, Corpus, understand
from radsassistent.search.cues import Cue
from radsassistent.search.parts import parts
from radsassistent.search.relative_years import of_that_year
from radsassistent.search.style import without_style
from radsassistent.search.turn import Turn


@pytest.fixture(scope="module")
def councils_corpus(councils: Archive) -> Corpus:
    return Corpus.of(councils.snapshot())


@pytest.fixture
def chat(councils_corpus: Corpus):
    """Asks questions as the turns of one conversation; gives what the last was understood as."""

    def asking(*questions: str, conversation: Conversation | None = None):
        talk = conversation or Conversation()
        for question in questions:
            query = understand(talk.resolved(question), councils_corpus)
            talk.add(Turn(query))
        return query

    return asking


@pytest.mark.parametrize("follow_up", ["Når begynner den?", "Hva er forslaget der?", "Hvem legger frem saken?"])
def test_a_follow_up_that_points_back_is_about_the_case_before(chat, follow_up: str) -> None:
    assert chat("Hva er sak 6/31?", follow_up).cases == ("6/31",)


def test_the_case_is_taken_over_through_several_turns(chat) -> None:
    assert chat("Hva er sak 6/31?", "Når begynner den?", "Hvem legger frem den?").cases == ("6/31",)


@pytest.mark.parametrize("follow_up", ["Og sak 8?", "Hva med sak 8/31?", "Kva med sak 08/2031?", "Men sak 8?"])
def test_another_case_takes_the_place_of_the_one_before(chat, follow_up: str) -> None:
    query = chat("Hvem legger frem sak 6/31?", follow_up)
    assert query.cases == ("8/31",)
    assert "legger frem" in query.text


@pytest.mark.parametrize("follow_up", ["Og i 2032?", "Hva med 2032?", "Enn i 2032?"])
def test_another_year_takes_the_place_of_the_one_before(chat, follow_up: str) -> None:
    query = chat("Hva koster traktorkjøp i 2031?", follow_up)
    assert query.years == ("2032",)
    assert "traktorkjøp" in query.text


def test_a_question_that_stands_alone_takes_nothing_over(chat) -> None:
    alone = "Hvor mange hjerter steker vaffeljernet om gangen?"
    query = chat("Hvem legger frem sak 5/31?", alone)
    assert (query.text, query.cases) == (alone, ())


def test_a_person_is_taken_over(chat) -> None:
    assert chat("Hvem er Oddny Kvikkmyr?", "Hvor jobber hun?").people == ("Oddny Kvikkmyr",)


def test_two_conversations_at_once_keep_their_own_case(chat) -> None:
    first, second = Conversation(), Conversation()
    chat("Hva er sak 6/31?", conversation=first)
    chat("Hva er sak 8/31?", conversation=second)
    assert chat("Når begynner den?", conversation=first).cases == ("6/31",)
    assert chat("Når begynner den?", conversation=second).cases == ("8/31",)


def test_a_first_question_has_nothing_to_lean_on(chat) -> None:
    assert chat("Når begynner den?").cases == ()


@pytest.mark.parametrize(
    ("earlier", "follow_up", "resolved"),
    [
        ("Hva koster Helsenorge i 2026?", "Hva med året etter?", "Hva koster Helsenorge i 2027?"),
        ("Hva koster Helsenorge i 2026?", "Og året før?", "Hva koster Helsenorge i 2025?"),
        ("Hva koster Helsenorge i 2026?", "Og i 2030?", "Hva koster Helsenorge i 2030?"),
        ("Hva koster drift av Oppdiktnett i 2026?", "Og for Fantasinett?", "Hva koster drift av Fantasinett i 2026?"),
        ("Hvem er medlem fra Oppdikt kommune?", "Og fra KS?", "Hvem er medlem fra KS?"),
        ("Kven sit i rådet for Oppdikt i 2031?", "Enn for Fabelby?", "Kven sit i rådet for Fabelby i 2031?"),
        ("Hvem legger frem sak 6/31?", "Og sak 8/31?", "Hvem legger frem sak 8/31?"),
        ("Who presents case 6/31?", "What about case 8/31?", "Who presents case 8/31?"),
        ("Når er møtet i mars 2031?", "Og i Fabelby?", "Når er møtet i Fabelby?"),
    ],
)
def test_what_is_asked_anew_stands_in_the_place_of_what_was_asked(
    earlier: str, follow_up: str, resolved: str, councils_corpus: Corpus
) -> None:
    talk = Conversation()
    talk.add(Turn(understand(earlier, councils_corpus)))
    assert talk.resolved(follow_up) == resolved


@pytest.mark.parametrize(
    "follow_up",
    [
        "Hvem legger frem saken?",
        "Når begynner den?",
        "Hva er forslaget til vedtak?",
        "Når?",
        "Kven legg fram?",
        "What is proposed?",
    ],
)
def test_a_question_without_a_subject_is_about_the_case_that_the_answer_before_cited(
    follow_up: str, councils_corpus: Corpus
) -> None:
    talk = Conversation()
    talk.add(Turn(understand("Hva koster traktorkjøp i 2031?", councils_corpus), "6/31"))
    assert understand(talk.resolved(follow_up), councils_corpus).cases == ("6/31",)


@pytest.mark.parametrize(
    "alone",
    [
        "Hvem leder rådet?",
        "Når er neste møte?",
        "Er det noen fra Oppdikt kommune i rådet?",
        "Hva koster vaffeljern?",
        "Hvor mange saker er det?",
    ],
)
def test_a_new_subject_is_not_dragged_into_the_case_before(alone: str, councils_corpus: Corpus) -> None:
    talk = Conversation()
    talk.add(Turn(understand("Hva koster traktorkjøp i 2031?", councils_corpus), "6/31"))
    assert talk.resolved(alone) == alone


@pytest.mark.parametrize("alone", ["Hvor mange møter er det i 2032?", "Hva koster det å kjøpe traktorer i 2031?"])
def test_a_det_that_points_to_nothing_takes_over_neither_case_nor_person(chat, alone: str) -> None:
    query = chat("Hvem er Oddny Kvikkmyr i sak 6/31?", alone)
    assert (query.text, query.cases, query.people) == (alone, (), ())


@pytest.mark.parametrize(
    ("earlier", "case", "follow_up", "resolved"),
    [
        ("Hva koster drift av Fantasinett i 2026?", "6/31", "Hvor mye øker det fra 2026 til 2030?", "for Fantasinett?"),
        ("Hvem legger frem sak 6/31?", "6/31", "Og hva er forslaget?", "Hva er forslaget i sak 6/31?"),
        ("Når er lunsj?", None, "Hvor lenge varer den?", "Hvor lenge varer lunsj?"),
        ("Hvem legger frem sak 6/31?", "6/31", "Og hva er forslaget i sak 8/31?", "Hva er forslaget i sak 8/31?"),
        ("Hva koster traktorkjøp i 2031?", None, "Og hvor stor er rammen?", "Hva koster traktorkjøp i 2031?"),
        ("Hvor mange traktorer er kjøpt?", "8/31", "Hvilken sak er dette i?", "i sak 8/31?"),
    ],
)
def test_a_pronoun_stands_for_what_was_spoken_of(
    earlier: str, case: str | None, follow_up: str, resolved: str, councils_corpus: Corpus
) -> None:
    talk = Conversation()
    talk.add(Turn(understand(earlier, councils_corpus), case))
    assert talk.resolved(follow_up).endswith(resolved)


def test_another_case_goes_back_to_the_turn_that_named_one(councils_corpus: Corpus) -> None:
    talk = Conversation()
    talk.add(Turn(understand("Hvem legger frem sak 6/31?", councils_corpus), "6/31"))
    talk.add(Turn(understand("Hvor gammel er hun?", councils_corpus)))
    assert talk.resolved("Og sak 8/31?") == "Hvem legger frem sak 8/31?"


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("Hvem legger frem sak 6/31, og når begynner den?", 2),
        ("Hva koster traktorkjøp og hvem leder rådet?", 2),
        ("Hvem leder rådet, og når er møtet, og hvor er det?", 3),
        ("Kven leier rådet, og kva kostar traktorane?", 2),
        ("Who leads the council, and what does it cost?", 2),
        ("Hva er drift og forvaltning?", 1),
        ("Hva koster traktorer og vaffeljern?", 1),
        ("Fortell om traktorene og hvem som leverer dem", 1),
        ("Hva sier Oppdiktrådet om hva og hvorfor?", 1),
        ("Kort om traktorene: hvor mange er kjøpt, og hvor mange går på strøm?", 2),
        ("Hvor mange bønder har traktor, og bruker de den mye?", 2),
        ("Når kommer traktorene fra Nordby og fra Sørby inn på marka?", 2),
        ("Hvem er medlem fra Nordby og fra Sørby?", 1),
        ("Hvor mye koster det i 2031 og i 2032?", 1),
        ("Er traktoren ny, og hvem kjører den?", 2),
        ("Hvem eier traktoren? Og hvor står den?", 2),
        ("Hvor mange traktorer er det, og fra hvilken fabrikk kommer de?", 2),
        ("Hvem leder rådet, hvor mange sitter i det, og når er møtet?", 3),
        ("Kan du si når traktoren kommer og hvem som kjører den?", 2),
        ("Blir det traktor? Si når den kommer og hvem som kjører", 2),
        ("Traktorer – hvem eier dem og hvem kjører dem?", 2),
        ("Begge bruker traktor. Hvem pløyer, og hvem sår?", 2),
        ("Hvem sitter i henholdsvis rådet og styret?", 2),
        ("Hvilken gård, hvilken låve og hvilket fjøs har traktor?", 1),
        ("Hvem har kjørt traktoren, når ble den vasket og hvem vasket den?", 3),
        ("Kunne du vært så snill å fortelle meg hvem som eier den, og hvilket fjøs den står i?", 2),
        ("Hvem eier traktoren? Jeg har hørt to navn.", 1),
        ("Hva skjer kl. 12. Hvem kjører?", 1),
        ("Hva skjer når det gjelder drift og når det gjelder salg?", 1),
    ],
)
def test_a_question_is_taken_apart_where_a_second_one_begins(question: str, held: int) -> None:
    found = parts(question)
    assert len(found) == held
    assert all(part.question.endswith("?") for part in found) or held == 1


@pytest.mark.parametrize(
    ("question", "second"),
    [
        ("Hvor mange troll kom fra nord, og hvor mange fra sør?", "Hvor mange troll kom fra sør?"),
        ("Hva sies om lykter i fyrtalen, og hva i mål 3 i planen?", "Hva sies om lykter i mål 3 i planen?"),
        ("Hva koster fyret i 2031, og hva i 2032?", "Hva koster fyret i 2032?"),
        ("Kva vert sagt om lykter i sak 3 og i fyrtalen?", "Kva vert sagt om lykter i fyrtalen?"),
        ("Hva står det om troll både i sak 3 og i fyrtalen?", "Hva står det om troll i fyrtalen?"),
        ("What does it say about trolls in case 3 and in case 4?", "What does it say about trolls in case 4?"),
        ("Hvordan går det med fyret, og gir det noen flere lykter?", "gir det noen flere lykter?"),
        ("Hva frykter de, både for fyrene og lyktene?", "Hva frykter de for lyktene?"),
        ("Hva koster det i både nord og sør?", "Hva koster det i sør?"),
        ("Han nye fra Trollvik – hva heter han og hva gjør han?", "Han nye fra Trollvik: hva gjør han?"),
    ],
)
def test_a_second_question_without_a_verb_is_the_first_of_another_place(question: str, second: str) -> None:
    assert [part.question for part in parts(question)][1:] == [second]


def test_who_is_on_both_of_two_lists_is_one_question() -> None:
    assert len(parts("Hvem sitter både i rådet og i gruppen?")) == 1


@pytest.mark.parametrize(
    "question", ["Hva koster fyret, og hva med lykten?", "Hvem kommer, og etter det er fyret stengt?"]
)
def test_what_leans_in_another_way_is_left_as_it_is(question: str) -> None:
    assert parts(question)[-1].question.lower().endswith(("hva med lykten?", question.lower()))


def test_no_word_that_tells_something_is_lost_when_a_question_is_taken_apart() -> None:
    question = "Hva koster traktorkjøp i 2032, og hvem legger frem sak 8/31?"
    first, second = parts(question)
    assert (first.question, second.question) == ("Hva koster traktorkjøp i 2032?", "hvem legger frem sak 8/31?")


def test_a_part_of_its_own_case_does_not_take_over_the_first_ones(councils_corpus: Corpus) -> None:
    later = parts("Hvem legger frem sak 6/31, og hva er det som foreslås i sak 8/31?")[1]
    assert understand(later.question, councils_corpus, later).cases == ("8/31",)


@pytest.mark.parametrize(
    ("follow_up", "resolved"),
    [
        ("Når da?", "Når da i sak 6/31?"),
        ("Er den til drøfting?", "Er den til drøfting i sak 6/31?"),
        ("Hva kommer etter?", "Hva kommer etter sak 6/31?"),
    ],
)
def test_what_says_next_to_nothing_is_about_the_case_before(
    follow_up: str, resolved: str, councils_corpus: Corpus
) -> None:
    talk = Conversation()
    talk.add(Turn(understand("Hvem legger frem sak 6/31?", councils_corpus)))
    assert talk.resolved(follow_up) == resolved


def test_a_turn_without_an_answer_goes_on_speaking_of_the_case_and_the_person_before(councils_corpus: Corpus) -> None:
    talk = Conversation()
    talk.add(
        Turn(understand("Hvem legger frem sak 6/31?", councils_corpus), "6/31", ("Sindre Fantasivik",), (("a", 1),))
    )
    talk.add(Turn(understand("Er det dyrt?", councils_corpus)))
    assert talk.last.spoken_of == "6/31"
    assert talk.last.people == ("Sindre Fantasivik",)


def test_a_turn_with_an_answer_of_its_own_leaves_the_case_before(councils_corpus: Corpus) -> None:
    talk = Conversation()
    talk.add(Turn(understand("Hvem legger frem sak 6/31?", councils_corpus), "6/31"))
    talk.add(Turn(understand("Hvem er medlem fra havna?", councils_corpus), None, (), (("a", 2),)))
    assert talk.last.spoken_of is None


def test_a_change_since_another_year_is_that_of_what_was_spoken_of(councils_corpus: Corpus) -> None:
    talk = Conversation()
    talk.add(Turn(understand("Hva koster Traktorkjøp i 2032?", councils_corpus)))
    assert talk.resolved("Hvor mye er det mer enn i 2031?") == "Hvor mye endrer Traktorkjøp seg fra 2031 til 2032?"


def test_one_thing_takes_the_place_of_another_without_a_capital(councils_corpus: Corpus) -> None:
    talk = Conversation()
    talk.add(Turn(understand("Hva koster traktorkjøp i 2032?", councils_corpus)))
    assert talk.resolved("Og vaffeljernet?") == "Hva koster vaffeljernet i 2032?"


def test_a_later_question_without_a_topic_is_searched_for_with_the_first(councils_corpus: Corpus) -> None:
    later = parts("Hvem legger frem vaffeljernet, og hvilket klokkeslett?")[1]
    query = understand(later.question, councils_corpus, later)
    assert "vaffeljernet" in query.text
    assert set(query.terms) >= set(councils_corpus.asked("vaffeljernet"))


def test_a_later_question_with_a_topic_of_its_own_is_searched_for_alone(councils_corpus: Corpus) -> None:
    later = parts("Hvem legger frem vaffeljernet, og hva skal seilbåtene hete?")[1]
    assert understand(later.question, councils_corpus, later).text == later.question


@pytest.mark.parametrize("alone", ["Hvilket klokkeslett?", "Når er møtet?", "Hvem legger frem?"])
def test_a_question_of_one_part_without_a_topic_takes_over_no_case_unless_it_says_it(
    alone: str, councils_corpus: Corpus
) -> None:
    (only,) = parts(alone)
    query = understand(only.question, councils_corpus, only, case_spoken_of="6/31")
    assert (query.text, query.cases) == (alone, ())
    (pointing,) = parts("Når begynner den?")
    assert understand(pointing.question, councils_corpus, pointing, case_spoken_of="6/31").cases == ("6/31",)


def test_a_later_question_without_a_topic_is_about_the_one_case_of_the_answer_before_it(
    councils_corpus: Corpus,
) -> None:
    later = parts("Hvem legger frem vaffeljernet, og hvilket klokkeslett?")[1]
    assert understand(later.question, councils_corpus, later, case_spoken_of="6/31").cases == ("6/31",)


def test_what_a_question_says_it_is_about_goes_with_each_of_its_halves() -> None:
    first, second = parts("Traktorer: hvor mange er kjøpt, og hvor mange går på strøm?")
    assert first.question == "Traktorer: hvor mange er kjøpt?"
    assert second.question == "Traktorer: hvor mange går på strøm?"


def test_why_something_is_asked_goes_with_neither_half() -> None:
    (first, _) = parts("Jeg skal skrive en liten notis: hva koster traktorene, og hvem leverer dem?")
    assert first.question == "hva koster traktorene?"


def test_one_question_of_two_is_asked_of_each() -> None:
    first, second = parts("Fra når kommer data fra fjøset og fra låven inn i registeret?")
    assert first.question == "Fra når kommer data fra fjøset inn i registeret?"
    assert "fra låven inn i registeret" in second.question


def test_a_half_may_be_asked_with_the_other_once_it_finds_nothing_alone() -> None:
    first, second = parts("Hvor mange kuer og hvor mange geiter har Oppdiktgården?")
    assert first.with_the_other is not None
    assert first.with_the_other.before == second.question.rstrip("?")
    assert second.with_the_other is not None
    assert second.with_the_other.before == first.question.rstrip("?")
    assert parts("Hvor mange kuer har Oppdiktgården?")[0].with_the_other is None


@pytest.mark.parametrize(
    ("question", "years", "said"),
    [
        ("hva kostet det det året?", ("2031",), "hva kostet det i 2031?"),
        ("hvor stor var rammen samme år?", ("2031",), "hvor stor var rammen i 2031?"),
        ("what did it cost that year?", ("2031",), "what did it cost i 2031?"),
        ("hva kostet det det året?", ("2031", "2032"), "hva kostet det det året?"),
        ("Hvor mange fyr er det planlagt da?", ("2031",), "Hvor mange fyr er det planlagt i 2031?"),
        ("how many lights are planned then?", ("2031",), "how many lights are planned i 2031?"),
        ("Hvor mange da?", ("2031",), "Hvor mange da?"),
        ("hva koster det i 2032?", ("2031",), "hva koster det i 2032?"),
    ],
)
def test_that_year_is_the_one_year_spoken_of(question: str, years: tuple[str, ...], said: str) -> None:
    assert of_that_year(question, years) == said


@pytest.mark.parametrize(
    "wish",
    [
        "si det i én kort setning",
        "Kortere, takk",
        "Kan du ta det i stikkord?",
        "say it in one sentence",
        "kort fortalt?",
    ],
)
def test_the_same_said_shorter_is_the_question_before_asked_for_a_short_answer(
    wish: str, councils_corpus: Corpus
) -> None:
    talk = Conversation()
    talk.add(Turn(understand("Hva koster traktorkjøp i 2032?", councils_corpus)))
    again = understand(talk.resolved(wish), councils_corpus)
    assert again.text == "Hva koster traktorkjøp i 2032?"
    assert Cue.BRIEF in again.cues


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("Stikkord: hva koster traktorene?", "hva koster traktorene?"),
        ("Kort liste, bare navnene: hvilke traktorer kjøpes?", "hvilke traktorer kjøpes?"),
        ("Bare årstallet, takk: når kom traktorene?", "når kom traktorene?"),
        ("Hva heter rådet nå, kort sagt?", "Hva heter rådet nå?"),
        ("Traktorer: hva koster de?", "Traktorer: hva koster de?"),
        ("Hva er en kort traktor?", "Hva er en kort traktor?"),
    ],
)
def test_wishes_for_the_answers_form_are_not_searched_for(question: str, bare: str) -> None:
    assert without_style(question) == bare


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("Når startet den tjenesten?", True),
        ("hvor mye av den ble ikke brukt?", True),
        ("Hvem bruker dem?", True),
        ("Hva koster traktorer?", False),
        ("Hvem legger frem saken?", False),
    ],
)
def test_a_short_question_may_point_back_to_the_text_just_told(
    question: str, points: bool, councils_corpus: Corpus
) -> None:
    talk = Conversation()
    assert not talk.points_to_text(question)
    talk.add(Turn(understand("Hvordan går det med traktorkjøp?", councils_corpus)))
    assert talk.points_to_text(question) is points


@pytest.mark.parametrize(
    ("first", "follow_up", "resolved"),
    [
        ("Hva foreslås i saken om havna?", "Og i den om ferja?", "Hva foreslås i saken om ferja?"),
        ("Kva er framlegget i saka om hamna?", "Kva med ferja?", "Kva er framlegget i saka om ferja?"),
        (
            "What is proposed in the item on harbours?",
            "And in the one on ferries?",
            "What is proposed in the item on ferries?",
        ),
    ],
)
def test_another_subject_takes_the_place_of_what_the_case_was_about(
    councils_corpus: Corpus, first: str, follow_up: str, resolved: str
) -> None:
    talk = Conversation()
    talk.add(Turn(understand(first, councils_corpus), case="5/26"))
    assert talk.resolved(follow_up) == resolved
    assert not understand(resolved, councils_corpus, None, (), "5/26").cases


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            "Vaffeljern: oppstart av prøven og hvor stort tilskuddet er?",
            ["Vaffeljern: oppstart av prøven", "Vaffeljern: hvor stort tilskuddet er"],
        ),
        ("Antall kuer på garden og prisen på melk i 2032?", ["Antall kuer på garden", "prisen på melk i 2032"]),
        ("Drift og forvaltning i 2032?", ["Drift og forvaltning i 2032?"]),
        ("Antall bønder og gjetere på marka", ["Antall bønder og gjetere på marka"]),
        ("Dyr som går til beite og slakt i 2032", ["Dyr som går til beite og slakt i 2032"]),
    ],
)
def test_two_things_named_without_a_question_word_are_perhaps_asked_for_one_by_one(question, asked) -> None:
    found = parts(question)
    assert [part.question for part in found] == asked
    assert all(part.perhaps for part in found) == (len(found) > 1)


def test_what_is_said_before_two_questions_goes_with_each() -> None:
    first, second = parts("Begge gårdene har traktor. Hvem pløyer, og hvem sår?")
    assert first.question == "Begge gårdene har traktor. Hvem pløyer?"
    assert second.question == "Begge gårdene har traktor. hvem sår?"


def test_what_the_asker_says_of_themselves_goes_with_neither_unless_it_is_meant() -> None:
    assert parts("Jeg er ny her. Hvem pløyer, og hvem sår?")[0].question == "Hvem pløyer?"
    assert parts("Jeg kommer først klokka ett. Hvem pløyer da, og hvem sår?")[0].question.startswith("Jeg kommer først")


def test_a_later_question_of_the_proposal_is_of_the_first_ones_case(councils_corpus: Corpus) -> None:
    later = parts("Hvem legger frem vaffeljernet, og hva sier tilrådingen om hvem som skal betale?")[1]
    assert understand(later.question, councils_corpus, later, case_spoken_of="6/31").cases == ("6/31",)


def test_the_thing_itself_stands_for_what_the_other_part_names(councils_corpus: Corpus) -> None:
    later = parts("Hvor mange har prøvd vaffeljernet, og hva koster løsningen i 2032?")[1]
    assert "vaffeljernet" in understand(later.question, councils_corpus, later).text
    other = parts("Hvor mange har prøvd vaffeljernet, og hva koster løsningen for seilbåter?")[1]
    assert "vaffeljernet" not in understand(other.question, councils_corpus, other).text
