"""A question that leaves out what the slide just told is about, with its title: "hvem betaler for drifta av den?"."""

from __future__ import annotations

import re

from radsassistent.answers.draft import Draft
from radsassistent.answers.turns.spoken_of import told_by_text
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.figures import own_words
from radsassistent.search.pronouns import with_thing
from radsassistent.search.terms import begins_alike
from radsassistent.search.turn import Turn

# A title of more words than these is no name, and a longer question says itself what it is about.
MOST_IN_TITLE = 5
MOST_WORDS = 12
_OPENING = re.compile(r"^\s*(?:(?:og|men|så|and|but|so)\b\s*)?", re.IGNORECASE)
# "Av det", "for den tjenesten", "driften der": what is spoken of stands beside a preposition or a noun, or ends the question.
_POINTS = re.compile(
    r"\b(?:av|for|med|til|i|på|om|fra|frå|of|for|with|on|in|from)\s+(?:den|det|dette|denne|dem|it|this|that|them)\b|"
    r"\b(?:den|det|denne|dette|that|this)\s+\w{3,}(?:en|et|a|service|scheme|system)\b|\b(?:den|det|der|dem|it|that|there)\W*$",
    re.IGNORECASE,
)


def of_subject(question: str, turn: Turn, corpus: Corpus) -> tuple[str, str] | None:
    """A question with the title of the one slide just told for its pronoun, and that title; None where it has none, text of
    several slides was told, or the turn before spoke of something else than the title does.
    """
    titles = {str(each.data.get("title") or "").strip() for each in turn.told}
    if not told_by_text(turn) or len(titles) != 1 or len(question.split()) > MOST_WORDS or not _POINTS.search(question):
        return None
    title = titles.pop()
    named = set(corpus.terms(title))
    spoken_of = set(corpus.asked(turn.query.text))
    if not named or len(title.split()) > MOST_IN_TITLE or not any(begins_alike(term, spoken_of) for term in named):
        return None
    whole = with_thing(_OPENING.sub("", question), title)
    return None if whole is None else (whole, title)


def is_of_subject(question: str, title: str, draft: Draft, turn: Turn, corpus: Corpus) -> bool:
    """Whether a draft is of other slides that speak of the subject by its whole name, and has a word of what is asked of it."""
    passages = [support.passage for said in draft.statements for support in said.support]
    words = own_words(question)
    told = {(each.sha256, each.slide) for each in turn.told}
    return bool(passages) and all(
        each.kind in (PassageKind.UNIT, PassageKind.TABLE_ROW)
        and (each.sha256, each.slide) not in told
        and _says(each, title, words, corpus)
        for each in passages
    )


def _says(passage: Passage, title: str, words: list[str], corpus: Corpus) -> bool:
    said = set(corpus.terms(passage.embedded_text))
    # What stands under its name is a part of it.
    named = str(passage.data["label"]) if passage.kind is PassageKind.TABLE_ROW else passage.embedded_text
    asked = (form for word in words for form in corpus.asked(word))
    return set(corpus.terms(title)) <= set(corpus.terms(named)) and any(
        form in said or begins_alike(form, said) for form in asked
    )
