"""What a conversation makes likelier to be meant: slides of an invented council that say the same of two things."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide
from tests.one_deck_council import assistant_over, last

from radsassistent.answers import Assistant, Conversation
from radsassistent.answers.turns.resolving import resolved
from radsassistent.search.context import Context, leaning
from radsassistent.search.corpus import SlideKey
from radsassistent.search.find import find
from radsassistent.search.rank import candidates
from radsassistent.search.understand import understand

DECK = (
    slide("Møte i Lindormrådet 4. april 2033", "Salen, Oppdiktheim"),
    slide("Sak 1/33: Lindormens hule", "• Hulen graves ut med spader", "• Risiko: taket er lavt og grunnen løs"),
    slide("Hulens kart", "• Kartet tegnes på nytt"),
    slide("Sak 2/33: Lindormens elv", "• Elven demmes opp med stein", "• Risiko: vannet stiger om våren"),
    slide("Elvens kart", "• Kartet males på skinn"),
)


@pytest.fixture
def assistant(tmp_path: Path, embedding: StemEmbedding) -> Assistant:
    return assistant_over(DECK, tmp_path, embedding)


@pytest.mark.parametrize(
    ("question", "of_the_cave", "of_the_river"),
    [
        ("Hva slags risiko er det de som jobber der må passe seg for?", "taket er lavt", "vannet stiger"),
        ("Blir det laget noe kart?", "Kartet tegnes på nytt", "Kartet males på skinn"),
    ],
)
def test_what_is_told_alike_of_two_things_is_told_of_the_one_spoken_of(
    assistant: Assistant, question: str, of_the_cave: str, of_the_river: str
) -> None:
    cave = last(assistant, "Hvordan graves hulen ut?", question).text
    river = last(assistant, "Hvordan demmes elven opp?", question).text
    assert of_the_cave in cave
    assert of_the_river not in cave
    assert of_the_river in river
    assert of_the_cave not in river


def test_a_conversation_leans_to_the_slide_its_case_and_the_slides_beside_it(
    assistant: Assistant, embedding: StemEmbedding
) -> None:
    talk = Conversation()
    assistant.ask("Hvordan graves hulen ut?", talk)
    corpus = assistant.corpus()
    passages = corpus.passages
    embedded = embedding.get_query_embedding
    context = resolved("Hva er risikoen?", talk, corpus).context(embedded)
    assert context is not None
    query = understand("Hva er risikoen?", corpus)
    hits = find(query, embedded(query.text), corpus)
    lean = dict(zip((hit.passage.id for hit in hits), leaning(context, hits, corpus).tolist(), strict=True))
    of = {number: [lean[p.id] for p in passages if p.slide == number and p.id in lean] for number in (2, 3, 4)}
    assert min(of[2]) > max(of[4])
    assert min(of[3]) > max(of[4])


def test_a_first_question_and_one_that_leaves_the_subject_have_no_context(
    assistant: Assistant, embedding: StemEmbedding
) -> None:
    talk = Conversation()
    corpus, embedded = assistant.corpus(), embedding.get_query_embedding
    assert resolved("Hva er risikoen?", talk, corpus).context(embedded) is None
    assistant.ask("Hvordan graves hulen ut?", talk)
    assert resolved("Hva er risikoen?", talk, corpus).context(embedded) is not None
    assert resolved("Noe helt annet: hva er risikoen?", talk, corpus).context(embedded) is None


def test_without_a_context_nothing_is_leant_to(assistant: Assistant, embedding: StemEmbedding) -> None:
    corpus = assistant.corpus()
    query = understand("Hva er risikoen?", corpus)
    hits = find(query, embedding.get_query_embedding(query.text), corpus)
    assert not leaning(None, hits, corpus).any()


def test_what_stands_on_a_slide_just_told_is_ranked_whatever_its_place(
    tmp_path: Path, embedding: StemEmbedding
) -> None:
    fillers = [slide(f"Fjære {n}", f"• Risikoen ved fjære nummer {n} er liten") for n in range(90)]
    corpus = assistant_over((*DECK, *fillers), tmp_path, embedding).corpus()
    query = understand("Hva er risikoen ved fjære?", corpus)
    hits = find(query, embedding.get_query_embedding(query.text), corpus)
    told = next((p.sha256, p.slide) for p in corpus.passages if "Hulen graves ut" in p.text)

    def ranked_slides(slides: Collection[SlideKey]) -> set[int]:
        return {hit.passage.slide for hit in candidates(hits, slides) if not hit.passage.is_structured}

    assert told[1] not in ranked_slides(())
    assert told[1] in ranked_slides([told])


def test_an_answer_that_cites_nothing_gives_no_context() -> None:
    assert Context.of("Hva?", "Og når?", (), (), "1/33", lambda text: [1.0]) is None
