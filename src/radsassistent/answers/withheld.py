"""Why what the likeliest passages say is not told after all: it has not the form of an answer to what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.agenda.facts import is_sure_of_hour
from radsassistent.answers.belied import LIKELY
from radsassistent.answers.days_otherwise import is_of_another_month
from radsassistent.answers.decisions.points import has_wanted, tells_day
from radsassistent.answers.draft import Draft, Statement
from radsassistent.answers.figures.columns import tells_a_colour
from radsassistent.answers.figures.reckoning_words import OVER, UNDER
from radsassistent.answers.named_things import NAME_INSIDE, lacks_a_name
from radsassistent.answers.turns.reckoned import figures_told
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.documents.numbers import number, numbers
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.passage_facts import facts
from radsassistent.search.query import Query, Wanted
from radsassistent.search.rank import chances_of_slides
from radsassistent.search.tells import FEWEST
from radsassistent.search.terms import words

# The share of the weight of a question's topic that is no more than a word in common. Over the training questions every
# number and time that was answered below it was wrong.
NO_WORD = 0.1
# A number or a time of a slide that has less than this share of the likeliest slide's chance is what another slide tells of
# something else. Over the dev questions and five invented councils 17 of 21 such answers were wrong.
FAR_LESS = 0.15
# What running text of the likeliest slide tells, where that slide is at least so likely, may answer in words of its own. Of 27
# numbers and times, asked for by 2,000 questions of thirteen writers, that were withheld for having no word of the question 17
# were right, and 5 asked for what no slide tells; of 13 answers that lack a name of the question 9 and 1.
IN_OTHER_WORDS = 0.4
_VOTES_ASKED = re.compile(
    r"\b(?:stemmetal\w*|røystetal\w*|(?:hvor|kor)\s+mange\s+(?:stem|røyst)\w*|how\s+many\s+vote[sd]?)\b", re.IGNORECASE
)
_VOTES_TOLD = re.compile(r"\b(?:stem(?:me|mer|t|te)|røyst\w*|enstemmig\w*|samrøystes|votes?)\b", re.IGNORECASE)
_OF_MONEY_OR_SHARES = re.compile(
    r"kroner|\bkr\b|mill|mrd|milliard|penge|pengar|prosent|percent|%|andel|tusen|koste|kosta", re.IGNORECASE
)
_MONEY_OR_SHARE = re.compile(r"\d\s*%|\(kr\)|\bkroner\b|\bkr\b", re.IGNORECASE)
# "Hva koster …?", not "hvem snakker om hva … koster?".
_PRICE_ASKED = re.compile(
    r"^(?:og\s+|and\s+)?(?:hva|kva|what|(?:hvor|kor)\s+(?:mye|mykje|dyr\w*)|how\s+(?:much|expensive))\b(?!.*\b(?:hvem|kven|who|sak|case)\b).*"
    r"\b(?:koste[rt]?|kosta|kostar|costs?|prisen|price)\b",
    re.IGNORECASE,
)
_PRICE_TOLD = re.compile(
    r"\d|\b(?:gratis|kostnadsfri\w*|ingen|inga|dekk\w*|finansier\w*|betal(?:er|ar|es|ast|t|te)?|inngår|free)\b",
    re.IGNORECASE,
)
_TIME_TOLD = re.compile(
    r"\d|\b(?:innen|innan|senest|seinast|før|etter|løpende|løpande|fortløpende|straks|mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag|"
    r"søndag|sundag|\w*(?:uke|veke|måned|månad|kvartal|halvår|årsskifte)\w*|before|until|by)\b",
    re.IGNORECASE,
)
_WHEN_TOLD = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|\w*(?:uke|veke|kvartal|tertial|halvår|fredag|mandag)\w*)\b|\b[QT]\d\b|\b\d{{1,2}}[./]\d{{1,2}}\b|"
    r"\w*(?:frist|deadline)\w*|\b\d{4}-\d\d\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\b(?:\w*frist(?:en|er|ar|ene|ane)?|deadlines?)\b", re.IGNORECASE)
_OF_TEXT = frozenset({PassageKind.UNIT, PassageKind.SLIDE, PassageKind.PROPOSAL})
_TEXT = frozenset({PassageKind.UNIT, PassageKind.SLIDE})
_OF_MEMBERS = frozenset({Cue.MEMBER, Cue.BODY, Cue.LEADER, Cue.TITLE, Cue.EMPLOYER})
# "Hvilke fem skoler", "19 virksomheter …, hvilke da?": so many are to be named. A span of time or an amount is no such number.
_TO_BE_NAMED = re.compile(r"\b(?:hvilke[nt]?|kva\s+for|which|(?:hva|kva)\s+(?:heter|heiter))\b", re.IGNORECASE)
_NUMBERS = {
    "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12,
}  # fmt: skip
_COUNT = re.compile(
    rf"(?<![\d/.,:–-])\b(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)})\s+(?:av\s+(?:de\s+|dei\s+)?\d+\s+)?"
    r"(?!år|måned|månad|uke|veke|dag|time|timar|minutt|prosent|mill|kr)[^\W\d_]{3,}",
    re.IGNORECASE,
)
_DAY_ASKED = re.compile(
    r"\b(?:hvilken|kva|kva\s+for\s+ein|what|which)\s+(?:dato|dag|date|day|ukedag|vekedag)\b", re.IGNORECASE
)
_DAY_TOLD = re.compile(
    r"\b\d{1,2}\.\s*(?:\d|jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)|"
    r"\b(?:man|måndag|tirs|tys|ons|tors|fre|lør|laur|søn|sun)(?:dag)?(?:en|ar|er)?\b|\b\d{4}-\d\d-\d\d\b",
    re.IGNORECASE,
)
# Names of people are asked for, or who somebody is who is called by what he is: "hvem er eieren som vil rive?".
_NAMES_ASKED = re.compile(
    r"\b(?:navn\w*|namn\w*|names?)\s+(?:på|til|of)\s+(?:alle\s+|all\s+)?(?:dem|de|dei|den|han|hun|ho|person\w*|medlem\w*|deltak\w*|folk\w*|those|the\s+(?:people|members|person))\b",
    re.IGNORECASE,
)
_WHO_IS = re.compile(
    r"^(?:hvem|kven|who)\s+(?:er|var|is|was)\s+(?:the\s+)?(?P<called>(?!det\b|dette\b|den\b|dei?\b|som\b)[a-zæøå]{4,})\b",
    re.IGNORECASE,
)
# A capital inside a sentence, or two words with one: a name.
_A_NAME = re.compile(
    rf"(?<=[a-zæøå0-9,;:(–-]\s){CAPITAL}\w|\b{CAPITAL}[\w’'-]+\s+{CAPITAL}[\w’'-]+|\b{CAPITAL}{{2,}}\b"
)
_WHO_ASKED = re.compile(r"^(?:og\s+|men\s+|and\s+|but\s+)?(?:hvem|kven|who)\b", re.IGNORECASE)
# A name anywhere, and words for people, for bodies and for who pays.
_SOMEBODY_TOLD = re.compile(
    rf"(?<=[a-zæøå0-9,;:(–-]\s){CAPITAL}[\w’'-]+|\b{CAPITAL}[\w’'-]+\s+{CAPITAL}[\w’'-]+|\b{CAPITAL}{{2,}}\b|^{CAPITAL}[\w’'-]+(?=\s(?i:kommune|fylke|sykehus|sjukehus|skole|skule|universitet))|(?<=\(){CAPITAL}\w+|"
    r"(?i:\b(?:alle|ingen|inga|samtlige|everyone|nobody|(?:de|dei|den)\s+som|finansier\w*|betal\w*|dekk\w*|"
    r"\w*(?:(?<=\w{2})(?:ere|erne|arar|arane)|folk|mannskap|grupp[ae]|utval|rådet|styret|komit|team|kommune|etat|departement|direktorat|foretak|"
    r"føretak|sekretariat|nemnd|tilsyn|sjef|leder|leiar|direktør|ansvarlig|rådgiver|rådgjevar|ombud|ombod|lege|lag|forening|foreining|selskap|"
    r"firma|leverandør|student|elev|pasient|ansatt|tilsett|innbygg|bruker|brukar|pårørende|medlem|representant|person|eier|eigar|menneske|"
    r"familie|barn|ungdom|kvinne|menn|mann)\w*)\b)"
)
_STEM = 6
_WHY_ASKED = re.compile(r"\b(?:hvorfor|kvifor|why)\b", re.IGNORECASE)
# A cell of several words may say why, one with an amount does not: "Uavklart finansiering", "58 millioner kroner".
_MAY_SAY_WHY = re.compile(r"^[^\d]*[^\W\d_]{2,}\s+[^\W\d_]{2,}[^\d]*$")
# Somebody who is not named is said to have done or got something.
_SOMEBODY = re.compile(
    r"^(?:ble|blei|vart|fikk|fekk|er|har|was|were|has|did)\s+(?:det\s+)?(?:noen|nokon|anyone|anybody|someone|somebody)\b(?!\s+av\b)",
    re.IGNORECASE,
)
_RECORDS = frozenset({PassageKind.DECISION, PassageKind.PROPOSAL})
_PARTS = re.compile(r"[,;:\n]|\s(?:og|and)\s")


def is_withheld(query: Query, draft: Draft, hits: Sequence[Hit], corpus: Corpus) -> bool:
    """Whether a draft is not told, so that another kind of passage is tried."""
    likely = _is_of_likely_slide(draft, hits) or _is_likeliest_item(query, draft, hits, corpus)
    # What is called by one word alone, that the slide has not, is another thing, unless the text is the likeliest by far.
    by_far = hits[0].chance >= LIKELY and len(corpus.passages) >= FEWEST
    asks_much = len(corpus.topic(query.text)) > 1 or by_far
    return (
        (_speaks_of_else(query, draft, corpus) and not (asks_much and likely))
        or _counts_nothing(query, draft)
        or _has_no_number(query, draft)
        or counts_something_else(query, draft)
        or _is_beyond_limit(query, draft)
        or _tells_no_deadline(query, draft, corpus)
        or _tells_no_price(query, draft, corpus)
        or _from_far_less_likely(query, draft, hits)
        or _counts_what_is_to_be_named(query, draft)
        or _ranks_nothing(query, draft, corpus)
        or _tells_no_day(query, draft)
        or _tells_no_name(query, draft)
        or tells_a_colour(query, draft)
        or is_of_another_month(query, draft)
        or _tells_nothing_of_somebody(query, draft, corpus)
        or (lacks_a_name(query, draft, corpus) and not likely)
    )


def _is_of_likely_slide(draft: Draft, hits: Sequence[Hit]) -> bool:
    """Whether a draft is running text of the likeliest slide alone, which is likely to answer; a row must be called by words."""
    chances = chances_of_slides(hits)
    of = [support.passage for said in draft.statements for support in said.support]
    best = max(chances, key=lambda slide: chances[slide], default=None)
    if best is None or chances[best] < IN_OTHER_WORDS or any(p.kind not in _TEXT for p in of):
        return False
    return {(passage.sha256, passage.slide) for passage in of} == {best}


def _is_likeliest_item(query: Query, draft: Draft, hits: Sequence[Hit], corpus: Corpus) -> bool:
    """Whether a draft is the one item of the agenda that is likelier than all else together, or is surely whose hour is asked."""
    of = {support.passage.id for said in draft.statements for support in said.support}
    first = hits[0]
    is_likely = first.passage.kind is PassageKind.AGENDA and (first.chance >= LIKELY or is_sure_of_hour(query, first))
    return is_likely and of == {first.passage.id} and len(corpus.passages) >= FEWEST


def _counts_what_is_to_be_named(query: Query, draft: Draft) -> bool:
    """Whether so many are to be named, and a draft only says again that there are so many: "Hvilke 27 kommuner?" is not answered
    by "27 kommuner leverer data".
    """
    if draft.abstained or not _TO_BE_NAMED.search(query.text):
        return False
    said = "\n".join(statement.text for statement in draft.statements)
    again = _counts(query.text) & _counts(said)
    return bool(again) and max(again) > sum(bool(part.strip()) for part in _PARTS.split(said))


def _tells_no_day(query: Query, draft: Draft) -> bool:
    """Whether the day of something is asked for, and a draft has none: a month is none."""
    said = " ".join(statement.text for statement in draft.statements)
    return bool(_DAY_ASKED.search(query.text)) and not _DAY_TOLD.search(said)


def _tells_no_name(query: Query, draft: Draft) -> bool:
    """Whether names of people are asked for, or who somebody is, and a text has no name, at most what he is called again."""
    if draft.abstained or any(s.passage.kind not in _OF_TEXT for said in draft.statements for s in said.support):
        return False
    quoted = [s.quote for said in draft.statements for s in said.support]
    called = _WHO_IS.search(query.asked)
    proposed = any(s.passage.kind is PassageKind.PROPOSAL for said in draft.statements for s in said.support)
    again = called is not None and (proposed or any(called["called"].casefold() in text.casefold() for text in quoted))
    return bool(_NAMES_ASKED.search(query.asked) or again) and not any(map(_A_NAME.search, quoted))


def tells_nobody(query: Query, draft: Draft) -> bool:
    """Whether it is asked who, and a draft of running text tells of nobody by name or by what they are but those of the question.
    Of 20 such answers to the training questions of 39 councils 4 should have been others and 16 none.
    """
    if draft.abstained or not _WHO_ASKED.match(query.asked):
        return False
    supports = [support for said in draft.statements for support in said.support]
    if not supports or any(support.passage.kind not in _TEXT for support in supports):
        return False
    told = [
        word for said in draft.statements for match in _SOMEBODY_TOLD.finditer(said.text) for word in words(match[0])
    ]
    asked = words(query.asked)
    return all(any(own.startswith(word[:_STEM]) for own in asked) for word in told)


def gives_rows_for_a_reason(query: Query, draft: Draft) -> bool:
    """Whether it is asked why, and a draft gives rows with nothing but figures and single words: "September: 388"."""
    rows = [support.passage for said in draft.statements for support in said.support]
    if not _WHY_ASKED.search(query.asked) or not rows or any(row.kind is not PassageKind.TABLE_ROW for row in rows):
        return False
    return not any(_MAY_SAY_WHY.search(str(value or "")) for row in rows for value in row.data["values"])


def _tells_nothing_of_somebody(query: Query, draft: Draft, corpus: Corpus) -> bool:
    """Whether a question is what somebody did or got whom it does not name, and a draft is a record of what the council did that
    has no word of it but names: "Ble noen bøtelagt for å krysse Fabelsundet?".
    """
    of = [support.passage for said in draft.statements for support in said.support]
    if not of or not _SOMEBODY.search(query.asked) or any(passage.kind not in _RECORDS for passage in of):
        return False
    names = {term for name in NAME_INSIDE.findall(query.asked) for term in corpus.asked(name)}
    telling = {term: weight for term, weight in corpus.topic(query.asked).items() if term not in names}
    return bool(telling) and all(covered(telling, corpus.term_sets(passage)[0]) <= NO_WORD for passage in of)


def _ranks_nothing(query: Query, draft: Draft, corpus: Corpus) -> bool:
    """Whether the one that is most or least is asked for, and a draft gives a sum, or, of no year, one row's years, held against
    none.
    """
    if Cue.EXTREME not in query.cues or len(draft.statements) != 1 or draft.statements[0].computed:
        return False
    rows = [facts(support.passage, corpus).row for support in draft.statements[0].support]
    if Cue.TOTAL not in query.cues and rows and all(row is not None and row.is_total for row in rows):
        return True
    if query.years or not _TO_BE_NAMED.search(query.text):
        return False
    figures = figures_told(draft)
    return len(figures) > 1 and all(figure.year for figure in figures)


def _counts(text: str) -> set[int]:
    """How many there are of the things that a text counts."""
    found = (match["count"].lower() for match in _COUNT.finditer(text))
    return {int(count) if count.isdigit() else _NUMBERS[count] for count in found}


def _speaks_of_else(query: Query, draft: Draft, corpus: Corpus) -> bool:
    """Whether a draft gives a number or a time from slides that have next to no word of what the question is about."""
    topic = corpus.topic(query.text)
    if not topic or query.of_told or query.wanted not in (Wanted.NUMBER, Wanted.TIME):
        return False
    of = [support.passage for said in draft.statements for support in said.support]
    if of and all(_is_row_called(query, passage, corpus) for passage in of):
        return False
    if Cue.CASE_TYPE in query.cues and draft.statements and all(map(_counts_cases, draft.statements)):
        # Cases are counted by their type, whatever else is said of them.
        return False
    return all(covered(topic, corpus.slide_terms(passage)) <= NO_WORD for passage in of)


def _counts_cases(said: Statement) -> bool:
    """Whether a statement counts rows of an agenda."""
    return bool(said.computed) and all(support.passage.kind is PassageKind.AGENDA for support in said.support)


def _is_row_called(query: Query, passage: Passage, corpus: Corpus) -> bool:
    """Whether a passage is a row of a table that a question has the whole name of, be it of a measure: "Pris"."""
    label = corpus.term_sets(passage)[2] if passage.kind is PassageKind.TABLE_ROW else frozenset[str]()
    return bool(label) and label <= set(query.terms)


def _counts_no_votes(query: Query, draft: Draft) -> bool:
    """Whether it is asked how many voted which way, and a draft has no word of votes."""
    return bool(_VOTES_ASKED.search(query.text)) and not any(_VOTES_TOLD.search(said.text) for said in draft.statements)


def _has_no_number(query: Query, draft: Draft) -> bool:
    """Whether a number is asked for, and a draft is a record of what was decided or proposed without one."""
    of = [support.passage for said in draft.statements for support in said.support]
    if not of or query.wanted is not Wanted.NUMBER or any(passage.kind not in _RECORDS for passage in of):
        return False
    return not any(has_wanted(query, support.quote) for said in draft.statements for support in said.support)


def _is_beyond_limit(query: Query, draft: Draft) -> bool:
    """Whether it is asked what is over or under a figure, and a draft gives one row's figures on its other side."""
    over, under = OVER.search(query.text), UNDER.search(query.text)
    limit = number(next(each for each in (over, under) if each)["limit"].strip(" .,")) if over or under else None
    of = [support.passage for said in draft.statements for support in said.support]
    if limit is None or not of or any(passage.kind is not PassageKind.TABLE_ROW for passage in of):
        return False
    told = [value for said in draft.statements for value in numbers(said.text)]
    return not any(value > limit if over else value < limit for value in told)


def counts_something_else(query: Query, draft: Draft) -> bool:
    """Whether a draft counts something else than what is asked for: shares or money for a number, nothing of votes for those."""
    return _counts_money_or_shares(query, draft) or _counts_no_votes(query, draft)


def _counts_money_or_shares(query: Query, draft: Draft) -> bool:
    """Whether it is asked how many there are of something, and a draft gives shares or amounts of money from a table."""
    of = [support.passage for said in draft.statements for support in said.support]
    if Cue.HOW_MANY not in query.cues or _OF_MONEY_OR_SHARES.search(query.text) or not of:
        return False
    rows = all(passage.kind is PassageKind.TABLE_ROW for passage in of)
    return rows and all(_MONEY_OR_SHARE.search(said.text) for said in draft.statements)


def _tells_no_deadline(query: Query, draft: Draft, corpus: Corpus) -> bool:
    """Whether a deadline is asked for, and a draft gives rows of an agenda, which tell when something is spoken of, a proposal
    without a day, a text without any word of time, or a row without a day or month.
    """
    kinds = {support.passage.kind for said in draft.statements for support in said.support}
    if not _DEADLINE.search(query.question) or not kinds:
        return False
    if kinds <= _TEXT:
        told = [facts(support.passage, corpus).headed for said in draft.statements for support in said.support]
        return not any(map(_TIME_TOLD.search, told))
    if kinds == {PassageKind.TABLE_ROW}:
        return not any(tells_day(said.text) or _WHEN_TOLD.search(said.text) for said in draft.statements)
    if not kinds <= {PassageKind.AGENDA, PassageKind.PROPOSAL}:
        return False
    return kinds == {PassageKind.AGENDA} or not any(tells_day(said.text) for said in draft.statements)


def _tells_no_price(query: Query, draft: Draft, corpus: Corpus) -> bool:
    """Whether it is asked what something costs, and a draft of running text or a proposal has no figure nor word for who pays."""
    supports = [support for said in draft.statements for support in said.support]
    if not supports or not _PRICE_ASKED.search(query.asked) or any(s.passage.kind not in _OF_TEXT for s in supports):
        return False
    return not any(_PRICE_TOLD.search(facts(support.passage, corpus).headed) for support in supports)


def _from_far_less_likely(query: Query, draft: Draft, hits: Sequence[Hit]) -> bool:
    """Whether a draft gives a number or a time of slides far less likely to answer than the likeliest, which has none."""
    asks = query.wanted in (Wanted.NUMBER, Wanted.TIME) or _DEADLINE.search(query.question)
    if draft.abstained or not asks:
        return False
    chances = chances_of_slides(hits)
    told = {(support.passage.sha256, support.passage.slide) for said in draft.statements for support in said.support}
    best = max((chances.get(slide, 0.0) for slide in told), default=0.0)
    return best < FAR_LESS * max(chances.values(), default=0.0)


def _counts_nothing(query: Query, draft: Draft) -> bool:
    """Whether an amount is asked for and a draft gives an agenda row, which has none unless it was counted, or counts members
    where nothing is said of members.
    """
    if query.wanted is not Wanted.NUMBER:
        return False
    kinds = {support.passage.kind for said in draft.statements for support in said.support}
    if kinds == {PassageKind.MEMBER}:
        return not query.cues & _OF_MEMBERS
    computed = any(said.computed for said in draft.statements)
    return kinds == {PassageKind.AGENDA} and not computed
