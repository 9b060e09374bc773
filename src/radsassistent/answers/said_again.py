"""Whether a turn would only be told again what was told just now, though it asks for something else: "og av tannlegene?"."""

from __future__ import annotations

import re
from collections.abc import Collection

from radsassistent.answers.draft import Draft
from radsassistent.answers.turns.told_slides import own
from radsassistent.archive import PassageKind
from radsassistent.archive.parts import telling_words
from radsassistent.documents.letters import CAPITAL, CAPITALS
from radsassistent.search.conversation import is_fragment
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.elliptical import ELLIPTICAL
from radsassistent.search.query import Query, Wanted
from radsassistent.search.relative_years import years_away
from radsassistent.search.swapped import is_bare
from radsassistent.search.terms import begins_alike, is_english, stem, words
from radsassistent.search.turn import Turn

# What is told of records (who, when, what is proposed) may well answer the next question too.
_OF_SLIDES = frozenset({PassageKind.UNIT, PassageKind.SLIDE, PassageKind.TABLE_ROW})
# "Hvilken annen tjeneste …", "hvem andre …": not the one just told of.
OTHERS_ASKED = re.compile(
    r"\b(?:hvilke[nt]?|kva(?:\s+for(?:\s+(?:ein|ei|eit))?)?|hva|hvem|kven|noen|nokon|noe|noko|which|what|who|any)\s+(?:slags\s+)?"
    r"(?:annen|anna|annet|andre|other|else)\b(?!\s+(?:rad\w*|linj\w*|punkt\w*))",
    re.IGNORECASE,
)
# "Hvilke kommuner er det?": those that were counted.
_WHICH_THEY_ARE = re.compile(
    r"^(?:(?:og|men|and|but)\s+)?(?:(?:hvilke[nt]?|kva\s+for|which)\s+(?:[^\W\d_]+\s+)?|(?:hvem|kven|who)\s+)(?:er|var|are|were|is)\s+(?:det|de|dei|they|it)\W*$",
    re.IGNORECASE,
)
# What a fragment leaves as it was: a time, a place in an order, whose it is.
_NAMES_NOTHING = re.compile(
    r"(?:etterpå|før|etter|innan|innen|siden|sidan|senere|seinare|nå|no|først\w*|fyrst\w*|andre|ener\w*|toer\w*|treer\w*|neste|siste|nye?|nytt|gamle?|"
    r"alle|ingen|begge|hans|hennes|hennar|deres|dykkar|sammen|saman|together|after\w*|before|then|others?|new|old|uk[ea]n?|veka|måned\w*|månad\w*|dag\w*)",
    re.IGNORECASE,
)
# A name in capitals inside a sentence.
_CAPITALS = re.compile(rf"(?<=[\w,»)] ){CAPITAL}[{CAPITALS}0-9@]+\b")
_FIGURE = re.compile(r"\d+(?:[  ]\d{3})*(?:[.,]\d+)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ONE_OF = frozenset({Wanted.NUMBER, Wanted.TIME})


def says_again(asked: Query, draft: Draft, turn: Turn, corpus: Corpus) -> bool:
    """Whether a draft tells no more of slides than the turn before did, and `asked`, the turn as it was said, asks for something
    else: for another thing that it names, for others, for a second number or time, or for which they are that were counted; or
    whether it names members for these.

    Of 106 turns that were told the same again, 71 were answered by it, so that a word
    which is not there is no sign of something else: "hvem rakk det ikke?".
    """
    passages = [support.passage for said in draft.statements for support in said.support]
    told = {passage.id for passage in turn.told}
    if _are_members_instead(asked, draft, turn):
        return True
    if draft.abstained or not passages or any(p.kind not in _OF_SLIDES or p.id not in told for p in passages):
        return False
    said = {term for passage in passages for term in corpus.terms(passage.embedded_text)}
    said |= {term for each in draft.statements for term in corpus.terms(each.text)}
    return (
        OTHERS_ASKED.search(asked.text) is not None
        or _names_another(asked.text, said, corpus)
        or _asks_another(asked, draft, turn, said, corpus)
        or (_WHICH_THEY_ARE.match(asked.text) is not None and len(_values(draft)) == 1)
        or (Cue.MONEY in asked.cues and not any(Cue.MONEY in cues(p.embedded_text) for p in passages))
    )


def _are_members_instead(asked: Query, draft: Draft, turn: Turn) -> bool:
    """Whether it is asked which they are that a slide just counted, and a draft names members, whom nothing was said of."""
    kinds = {support.passage.kind for said in draft.statements for support in said.support}
    counted = bool(turn.told) and all(passage.kind in _OF_SLIDES for passage in turn.told)
    return counted and kinds == {PassageKind.MEMBER} and _WHICH_THEY_ARE.match(asked.text) is not None


def _names_another(asked: str, said: Collection[str], corpus: Corpus) -> bool:
    """Whether a turn is a few words that name a thing ("og sykehus?"), or has a name, that what was told has not."""
    named = [] if is_english(asked) else _CAPITALS.findall(asked)
    if is_fragment(asked):
        named += [word for word in own(asked) if not _NAMES_NOTHING.fullmatch(word)]
    return any(not _is_said(name, said, corpus) for name in named)


def _is_said(word: str, said: Collection[str], corpus: Corpus) -> bool:
    return any(form in said or begins_alike(form, said) for form in corpus.asked(word))


def _asks_another(asked: Query, draft: Draft, turn: Turn, said: Collection[str], corpus: Corpus) -> bool:
    """Whether a number or a time is asked for as it was just now, in other words, but one is told; or that of another year."""
    one = len(_values(draft)) == 1 or (asked.wanted is Wanted.TIME and len(draft.statements) == 1)
    if not one or years_away(asked.text):
        return one
    before = set(words(turn.query.text))
    anew = [word for word in telling_words(asked.text) if word not in before and stem(word) not in ELLIPTICAL]
    again = asked.wanted in _ONE_OF and asked.wanted is turn.query.wanted and not is_bare(asked.text)
    return again and any(not _is_said(word, said, corpus) for word in anew)


def _values(draft: Draft) -> set[str]:
    """The numbers that a draft tells, but for years."""
    text = " ".join(said.text for said in draft.statements)
    return set(_FIGURE.findall(_YEAR.sub(" ", text)))
