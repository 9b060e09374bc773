"""Whether what an answer rests on has the names of the question: what it costs on Bjørkøy is not told by Tindvik's price."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radsassistent.answers.draft import Draft
from radsassistent.archive import PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.search.corpus import Corpus
from radsassistent.search.passage_facts import facts
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


# Companies, schools, municipalities …, of which each has a name.
_ORGANISATIONS = (
    r"(?:\w*kommun(?!al|ikasjon)|fylke(?!sting|sråd|smann)|\w*leverandør|\w*selskap(?!e?lig)|\w*firma|\w*bedrift|\w*sykehus|\w*sjukehus|\w*helseforetak|"
    r"land(?:a|et|ene)?\b|\w*skole(?!n?s?\s+(?:elev|lærer))|\w*skul[ea]|rederi|reiarlag|\w*laborator|\w*organisasjon|\w*direktorat|\w*departement|"
    r"\w*universitet|høgskol|høyskol|municipalit|compan(?:y|ies)|supplier|vendor|hospital|school|countr(?:y|ies)|count(?:y|ies))\w*"
)
_ORGANISATION_ASKED = re.compile(
    rf"\b(?:(?:hvilke[nt]?|kva(?:\s+for)?(?:\s+(?:ein|eit|ei))?|which|what)\s+(?:(?!er\b|is\b|are\b)\w+\s+)?{_ORGANISATIONS}|"
    rf"(?:hva|kva)\s+(?:heter|heiter)\s+(?:\w+\s+)?{_ORGANISATIONS}|(?:navn|namn)\w*\s+på\s+(?:\w+\s+)?{_ORGANISATIONS}|"
    rf"names?\s+of\s+the\s+(?:\w+\s+)?{_ORGANISATIONS})",
    re.IGNORECASE,
)
_NOT_OF_PEOPLE = frozenset(
    {PassageKind.UNIT, PassageKind.SLIDE, PassageKind.PROPOSAL, PassageKind.DECISION, PassageKind.TABLE_ROW}
)
_CAPITALISED = re.compile(rf"(?<![\w@]){CAPITAL}[\w@’&-]*")
# "Bergen er først ute", "Bergen, Moss og Bodø", "Bergen: 12": what a sentence that a name opens goes on with.
_BEHIND_A_NAME = re.compile(
    r"\s*(?:$|[,:(/&+–|;-]|(?:og|er|har|var|ble|blei|vart|skal|vil|kan|får|fikk|and|is|has|was|will)\b)|\s+" + CAPITAL
)
_BEFORE_IN_SENTENCE = re.compile(r"[\w,;)»]\s+[«(]?$|[\w,;]\s[–-]\s$")


def names_no_organisation(query: Query, draft: Draft, corpus: Corpus) -> bool:
    """Whether it is asked which company, school or municipality, and a draft of text or rows names nothing but what the question
    does: "Hvilke laboratorier deler svar?" is not answered by "Private laboratorier deler svar".

    Over 9,900 questions about February and forty councils 17 of 18 such answers of text were wrong.
    """
    if draft.abstained or not _ORGANISATION_ASKED.search(query.asked):
        return False
    supports = [support for said in draft.statements for support in said.support]
    if not supports or any(support.passage.kind not in _NOT_OF_PEOPLE for support in supports):
        return False
    texts = [facts(support.passage, corpus).headed for support in supports]
    return not any(name for text in texts for name in new_names(query, text, corpus))


def new_names(query: Query, text: str, corpus: Corpus) -> Iterator[str]:
    """The words of a text with a capital letter that the question has not, inside a sentence or opening one as a name."""
    asked = query.question.casefold()
    for line in text.splitlines():
        for match in _CAPITALISED.finditer(line):
            name = match[0]
            inside = _BEFORE_IN_SENTENCE.search(line[: match.start()]) is not None
            if name.casefold().removesuffix("s") in asked or len(name) == 1:
                continue
            opens = name.casefold() not in corpus.small_words and _BEHIND_A_NAME.match(line, match.end())
            if inside or name[1:].isupper() or opens:
                yield name


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
