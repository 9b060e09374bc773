"""What the slides of a case put to the council: the questions for discussion, and what it is asked to take a stand on."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from radsassistent.answers.agenda.case_meant import AskedWord, asked_of_case, share
from radsassistent.answers.agenda.rows import HALF
from radsassistent.answers.decisions.facts import UNTELLING
from radsassistent.answers.decisions.proposal_facts import in_scope
from radsassistent.answers.decisions.proposal_points import PROPOSES, WORDS_OF_PROPOSALS
from radsassistent.answers.draft import Draft
from radsassistent.answers.text.open_answers import said_of
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.people import each_person
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import stem, words

_BODY = (
    r"(?:\w*(?:råd|rådet|rådets|utvalg|utvalget|utval|utvalet|styret|styre|komiteen|nemnda)|vi|me|oss|medlem\w*|council|"
    r"we|us|members)"
)
# A heading over what the council is to discuss: "Spørsmål til drøfting", "Vi ber om at porteføljerådet:".
_HEADED = re.compile(
    rf"\b(?:spørsmål|problemstilling\w*|dilemma\w*|punkt\w*)\s+til\s+(?:drøfting|diskusjon|{_BODY})\b|^til\s+(?:drøfting|"
    rf"diskusjon)\b|"
    r"\bspørsmål\s+(?:vi|me)\s+(?:ønsk|ynskj)\w*",
    re.IGNORECASE,
)
_LEADS_TO = re.compile(
    rf"\b(?:ber|bes|inviterer)\b.*\b{_BODY}\b|\b(?:ønsker|ynskjer|ønskjer)\b.*\b(?:innspill|innspel)\b", re.IGNORECASE
)
# A line that says itself that it is: "Spørsmål til rådet: Er noe glemt?".
_SAYS_SO = re.compile(
    rf"^(?:spørsmål|problemstilling\w*|dilemma\w*)\s+til\s+(?:drøfting|diskusjon|{_BODY})\s*:", re.IGNORECASE
)
# A question that only the council can be meant to answer.
_TO_COUNCIL = re.compile(rf"^(?:bør|skal|har|kan|hvordan|korleis|hva|kva)\b.*\b{_BODY}\b.*\?|^bør\b.*\?", re.IGNORECASE)
# Asked for as what is put to somebody, not as an answer to it.
_ASKS = re.compile(
    r"\b(?:(?:hvilke\w*|hvilket|kva(?:\s+for)?|hva|which|what)\s+(?:\w+\s+){0,3}?(?:spørsmål\w*|problemstilling\w*|"
    r"dilemma\w*|valg\w*|val(?:et)?|alternativ\w*|questions?|choices?|dilemmas?)|"
    r"(?:blir|vert|er)\s+(?:det\s+|vi\s+|rådet\s+|me\s+)?(?:spurt|stilt)|spørres|stilles|spør(?:r|s)?\b|(?:ta|tar|tek|"
    r"take)\s+(?:en\s+|ei\s+|a\s+)?(?:stilling|stand)|"
    rf"(?:ber|bad|ba|asks?)\s+{_BODY}\s+(?:om|to)\b|(?:drøftings?|diskusjons)spørsmål\w*|"
    r"(?:til|for)\s+(?:diskusjon|drøfting|discussion)|(?:bedt|bede|bedne|bes|asked|ber)\b[^?]*\b(?:drøft\w*|diskuter\w*|"
    r"stilling|discuss|om\s+at)|"
    r"(?:skal|bør|must|should|to)\s+(?:\w+\s+){0,2}?(?:drøfte|drøftes|diskutere|diskuteres|discuss|debate)|(?:velge|"
    r"velje|choose|valget|valet|stå|står|choice)\s+(?:mellom|between)|(?:hva|kva|what)\s+(?:er\s+det\s+)?(?:lurer|lurar)\s+(?:\w+\s+){1,2}på\b|(?:hva|kva|what)\s+(?:er\s+det\s+)?(?:\w+\s+){1,2}(?:lurer\s+på|lurar\s+på|vil\s+(?:ha\s+svar\s+på|vite|høre|ha\s+vår\s+mening\s+om)|ønsker\s+(?:svar|innspill)\s+(?:på|til|om)|vil\s+ha\s+(?:innspill|råd)\s+(?:på|til|om))|"
    r"(?:vil|ønsker|ynskjer)\s+(?:de|dei|\w+et|\w+en)\s+(?:ha\s+svar\s+på|(?:at\s+)?(?:vi|rådet)\s+skal\s+svare\s+på|ha\s+(?:innspill|synspunkter|råd)\s+(?:på|til|om))|eller\b.*\balternativ\w*)",
    re.IGNORECASE,
)
_WANTS_ANSWER = re.compile(
    r"\b(?:ha|få)\s+(?:svar|innspill|innspel|råd|synspunkt\w*)\s+(?:på|til|om)\b|\bskal\s+svare\s+på\b", re.IGNORECASE
)
# It is the council that is asked, or whoever is there.
_PUT = re.compile(
    rf"^bør\b|\b(?:lurer|lurar)\b|\b(?:{_BODY}|(?:drøftings?|diskusjons)spørsmål\w*|stilles|stilt|spurt|spørres|forelagt|foreligg\w*|(?:til|for)\s+(?:diskusjon|drøfting|discussion))\b",
    re.IGNORECASE,
)
_OUTRIGHT = re.compile(
    r"\b(?:spørsmål\w*|spurt|spør\w*|valg\w*|val|alternativ\w*|dilemma\w*|problemstilling\w*|bes|bedt|bede|ber|stilling|"
    r"questions?|choice|asked)\b",
    re.IGNORECASE,
)
# "Det andre spørsmålet": one of them by its place.
_IN_PLACE = re.compile(
    r"\b(?P<ordinal>første|fyrste|andre|tredje|fjerde|siste|first|second|third|last)\s+(?:av\s+)?(?:\w*spørsmål\w*|\w*punkt\w*|"
    r"problemstilling\w*|questions?)\b",
    re.IGNORECASE,
)
_ORDINALS = {
    "første": 0, "fyrste": 0, "first": 0, "andre": 1, "second": 1, "tredje": 2, "third": 2, "fjerde": 3, "siste": -1, "last": -1,
}  # fmt: skip
_CHOICE = re.compile(r"\b(?:valg\w*|velge|velje|val|valet|alternativ\w*|dilemma\w*|choice\w*|choose)\b", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:eller|or)\b", re.IGNORECASE)
_WHETHER = re.compile(r"^(?:er|is|are)\b|\b(?:eller|or)\s+(?:\w+\s+){0,3}(?:bare|berre|kun|only|just)\b", re.IGNORECASE)
_CASES = re.compile(
    r"\b(?:saker|sakene|sakane|cases|items)\b|\b(?:hvilken|hvilket|kva|which)\s+(?:sak\w*|case|item)\b", re.IGNORECASE
)
_WORDS = frozenset(
    stem(word)
    for word in (
        "spørsmål spørsmålet spørsmåla spørsmålene spør spørres spurt stilles stilt stille stilling ta tar diskusjon "
        "diskutere drøfting drøfte "
        "drøftes drøfta problemstilling problemstillinger dilemma dilemmaer valg valget velge velje val alternativ "
        "alternativet alternativer "
        "alternativene får seg forelagt foreligger bes bedt ber om blir vert til for oss vi rådet utvalget medlemmene "
        "question questions choice "
        "ting drøftingsspørsmål drøftingsspørsmålet diskusjonsspørsmålet første andre tredje siste går ut på "
        "to tre veier veien vei retninger muligheter får legges frem fram lurer svar svare vite "
        "høre innspill råd synspunkter vil ønsker "
        "discuss discussion put asked council bør eller mellom saken saka hjelpe gjelder gjeld når konkret konkrete"
    ).split()
)


def put_to_council(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What the slides ask of the council that a question asks for: of the case named, else the one with most of its words, else
    all of the case that the best passage is of. None where no slide asks anything of it.
    """
    if not _ASKS.search(query.asked) or not (_PUT.search(query.asked) or query.cases) or _CASES.search(query.asked):
        return None
    if _WHETHER.search(query.asked):
        # Whether the council is to discuss a case is told by its type.
        return None
    proposes = PROPOSES.search(query.asked) and not _WANTS_ANSWER.search(query.asked)
    if query.cues & {Cue.CLOCK, Cue.DURATION, Cue.DEBATE} or proposes:
        return None
    put = [unit for unit in corpus.of_kind(PassageKind.UNIT) if in_scope(unit, query) and _is_put(unit)]
    cases = _cases_named(query, corpus)
    pool = [unit for unit in put if unit.case in cases] if cases else put
    if _CHOICE.search(query.asked):
        pool = [unit for unit in pool if _EITHER.search(unit.text)]
    asked = _telling(query, corpus)
    if place := _IN_PLACE.search(query.asked):
        return _of_place(
            _ORDINALS[place["ordinal"].lower()], pool if cases else _of_best_case(pool, asked, hits, corpus)
        )
    chosen = _most_of(asked, pool, corpus)
    if not chosen:
        # A choice that nothing more is said of is any of the choices that the council has.
        chosen = pool if cases or (_CHOICE.search(query.asked) and not asked) else []
    if not chosen and _OUTRIGHT.search(query.asked):
        chosen = _of_best_case(pool, asked, hits, corpus)
    return Draft(tuple(said_of(unit) for unit in _distinct(chosen))) if chosen else None


def _of_place(place: int, put: Sequence[Passage]) -> Draft | None:
    """The one of what is put to the council that stands in a place, of those of the first slide that has any."""
    listed = [unit for unit in _distinct(put) if (unit.sha256, unit.slide) == (put[0].sha256, put[0].slide)]
    return Draft((said_of(listed[place]),)) if -len(listed) <= place < len(listed) else None


def _is_put(unit: Passage) -> bool:
    """Whether a text asks something of the council, by its own words or those that it stands under."""
    above = [str(text) for text in unit.data["under"][-1:]]
    if any(_LEADS_TO.search(text) for text in above):
        return True
    heads = (*above, str(unit.data.get("title") or ""))
    asks = unit.text.rstrip().endswith("?")
    if asks and _SAYS_SO.match(unit.text):
        return True
    return bool(unit.case) and asks and (any(map(_HEADED.search, heads)) or bool(_TO_COUNCIL.search(unit.text)))


def _cases_named(query: Query, corpus: Corpus) -> Set[str | None]:
    """The cases that a question names, by number or by whoever presents them."""
    if query.cases or not query.people:
        return set(query.cases)
    items = [item for item in corpus.of_kind(PassageKind.AGENDA) if item.case and in_scope(item, query)]
    return {item.case for item in items if set(each_person(item.data["presenter"])) & set(query.people)}


def _telling(query: Query, corpus: Corpus) -> list[AskedWord]:
    bodies = {stem(word) for meeting in corpus.meetings for word in words(meeting.body)}
    return asked_of_case(query, UNTELLING | WORDS_OF_PROPOSALS | _WORDS | bodies, corpus, every_word=True)


def _most_of(asked: Sequence[AskedWord], pool: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The texts that have most of what is asked, and half of it at least."""
    shares = [share(asked, set(corpus.terms(unit.text)), corpus) for unit in pool]
    most = max(shares, default=0.0)
    return [unit for unit, own in zip(pool, shares, strict=True) if own == most] if most >= HALF else []


def _of_best_case(
    pool: Sequence[Passage], asked: Sequence[AskedWord], hits: Sequence[Hit], corpus: Corpus
) -> list[Passage]:
    """All that is put to the council in the case that the best passage is of, where that case has words of what is asked."""
    best = hits[0].passage if hits else None
    if best is None or not best.case:
        return []
    own = corpus.case_terms.get((best.body, best.meeting, best.case), frozenset())
    if asked and share(asked, set(own), corpus) < HALF:
        return []
    return [unit for unit in pool if (unit.body, unit.meeting, unit.case) == (best.body, best.meeting, best.case)]


def _distinct(units: Sequence[Passage]) -> list[Passage]:
    """Texts without those that an earlier slide has word for word."""
    found = {" ".join(unit.text.casefold().split()).rstrip(".?"): unit for unit in reversed(units)}
    return [unit for unit in units if unit in found.values()]
