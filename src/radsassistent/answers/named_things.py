"""Whether what an answer rests on has the names of the question: what it costs on Bjørkøy is not told by Tindvik's price."""

from __future__ import annotations

import re

from radsassistent.answers.draft import Draft
from radsassistent.archive import PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query
from radsassistent.search.terms import begins_alike, is_english, stem, terms

# A name inside a sentence: its first word and what follows a colon are capitalised as such. English writes more with capitals.
NAME_INSIDE = re.compile(rf"(?<=[\w,»)] ){CAPITAL}[\w@]+(?:@\w+)?")
_SHORTEST = 3
# A name may hold the word that a slide has: "vest" of "Vestlandet".
_SHORTEST_HELD = 4
# A follow-up stands before the question that it goes on from, whose names it may have in the place of others.
_GONE_ON_FROM = re.compile(
    r"(?<=\w )(?=(?:Hva|Hvem|Hvor|Hvilke[nt]?|Hvordan|Hvorfor|Når|Kva|Kven|Kor|Korleis|Kvifor|Er|Har|Skal|Kan|Ble|Finnes|Får)"
    r"\b)"
)
# What is told by number, place in an order or list is found by other words than those that stand there.
_BY_RECORD = frozenset({PassageKind.AGENDA, PassageKind.MEMBER, PassageKind.PROPOSAL, PassageKind.DECISION})


def lacks_a_name(query: Query, draft: Draft, corpus: Corpus) -> bool:
    """Whether a question names something that none of the slides which a draft cites speaks of, nor the case that they are of.

    Over the dev questions and seventeen councils 25 answers of text, figures and attendance that lacked a name were wrong,
    4 right.
    """
    if draft.abstained or query.of_told or is_english(query.question):
        return False
    cited = [support.passage for said in draft.statements for support in said.support]
    if not cited or any(passage.kind in _BY_RECORD for passage in cited):
        return False
    asked = _GONE_ON_FROM.split(query.question, maxsplit=1)[0]
    # A small word ("Min helse") tells no name from another.
    names = [name for name in NAME_INSIDE.findall(asked) if name.isupper() or (len(name) >= _SHORTEST and terms(name))]
    if not names:
        return False
    told = {term for passage in cited for term in corpus.slide_terms(passage)}
    told |= {term for said in draft.statements for term in terms(said.text)}
    cases = {(passage.body, passage.meeting, passage.case) for passage in cited}
    for item in corpus.of_kind(PassageKind.AGENDA):
        if (item.body, item.meeting, item.case) in cases:
            # Whoever presents a case does what its slides tell.
            told.update(
                corpus.terms(" ".join(str(item.data[key] or "") for key in ("title", "presenter", "organisation")))
            )
    return any(not _is_told(name, told, corpus) for name in names)


def _is_told(name: str, told: set[str], corpus: Corpus) -> bool:
    """Whether a name, another form of it, what it is short for or what is short for it is among the terms told."""
    own = stem(name.lower())
    forms = {own, stem(own.removesuffix("s"))}
    if not corpus.lexical.has(own):
        forms.update(corpus.lexical.alike(own))
    for form in forms:
        if (
            form in told
            or begins_alike(form, told)
            or any(len(t) >= _SHORTEST_HELD and form.startswith(t) for t in told)
        ):
            return True
        whole = corpus.abbreviated_by(form)
        if whole and all(begins_alike(term, told) for term in whole):
            return True
    return any(own in corpus.abbreviated_by(term) for term in told)
