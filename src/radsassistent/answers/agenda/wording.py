"""What the wording alone tells to be about the agenda: cases by number, title or presenter, breaks, the first and the last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from radsassistent.answers.agenda import order as agenda_order
from radsassistent.answers.agenda.facts import SURE, agenda_answer, of_type
from radsassistent.answers.agenda.likeness import likeliest_row
from radsassistent.answers.agenda.rows import (
    AN_ITEM,
    CASES_OF_TYPE,
    HALF,
    THE_AGENDA,
    WHO_SPEAKS,
    asks_several,
    covering,
    in_scope,
    item_terms,
    most_covering,
    name,
    named_by_title,
    only_speaking,
    presented_by,
    said,
    telling_words,
    titled,
    with_parts,
)
from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.people import each_person
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.rank import nothing
from radsassistent.search.terms import stem

_ASKS_PROPOSAL = re.compile(r"\b(forslag|foreslå|framlegg|vedta|innstilling|propos)\w*", re.IGNORECASE)
_IS_ABOUT = re.compile(
    r"\b(?:hva|kva|what)\s+(?:het|heter|heiter|er|handler|handlar|gjelder|gjeld|is)\b", re.IGNORECASE
)
# One case is asked for: "i hvilken sak", "hvilket nummer har saken om".
_WHICH_CASE = re.compile(
    r"\b(?:hvilken|hvilket|kva|which|what)\s+(?:\w+\s+){0,3}?(?:sak|saka|saksnummer|sakspunkt|agendapunkt|punkt|case|item)\b|"
    r"\b(?:hvor|kor|where)\s+(?:på|i|on)\s+(?:the\s+)?(?:dagsorden\w*|saksl\w*|sakl\w*|program\w*|agenda\w*)|"
    r"\b(?:hvor|kor)\s+(?:hører|høyrer)\b.*\b(?:hjemme|heime)\b|"
    r"\b(?:hvilket|kva|what)\s+(?:saks)?(?:nummer|number)\b|\b(?:saksnum(?:mer|re)\w*|saksnr|case\s+number)\b",
    re.IGNORECASE,
)
_THE_ITEM = re.compile(r"\b(?:sak(?:en|a)?|punktet|item|case)\s+(?:om|on|about|concerning)\b", re.IGNORECASE)
_YEARS, _DAYS = {stem("år"), stem("year")}, {stem("dato"), stem("dag"), stem("date")}
# One of the cases named is asked for, by what is spoken of in it: "ligger den i sak 3 eller i sak 4?".
_EITHER_CASE = re.compile(
    r"\b(?:sak|saka|saken|case|item|punkt)\s+\d+(?:/\d+)?\s+(?:eller|or)\s+(?:(?:i|under|in|på)\s+)?(?:sak\s+|case\s+|item\s+|punkt\s+)?\d+",
    re.IGNORECASE,
)
# Of what all cases are likely to be by their passages the case meant has this share, and no document lacks more of the question's
# words than a third. Over 20 questions about the February deck the case was the right one in all but those with two right ones.
CLEAR_SHARE = 0.6
LEAST_SPOKEN = 1 / 3
# A row that is so likely is meant, in whatever words. Measured: of questions on who presents what two unseen decks call otherwise
# the right row had 0.79 to 0.96, the likeliest of those on cases that are on no agenda 0.34.
ALL_BUT_SURE = 0.75
# Who presents what one row is so likely to be, nothing else being a FAR_BEHINDth as likely, is told, too.
STANDS_OUT, FAR_BEHIND = 0.3, 8.0
# "I hvilken sak ba vi om …": what a meeting did with it does not tell which case it was.
_DEEDS = frozenset(
    stem(word)
    for word in "ba bad bedt bede gjaldt snakket snakka diskuterte bestemte vedtok vedtatt vedteke foreslo ønsket ønska asked "
    "decided".split()
)
_SEVERAL_WORDS = 2
# Where a slide has every word of what is asked, it may be less likely that anything answers.
WHOLE_CUTOFF = 0.7
# Several are asked for, by what is spoken of in them.
_WHICH_CASES = re.compile(
    r"\b(?:hvilke|kva|which)\s+(?:av\s+)?(?:saker|sakene|sakane|cases|items)\b.*"
    r"\b(?:tema|om|nevn\w*|omtal\w*|tatt\s+opp|handler|handlar|about|mention\w*|discuss\w*)\b",
    re.IGNORECASE,
)
# The share of a question's telling words that a title must have to be the case asked for, where no other has as much: who
# asks for a number says what it is for in many words.
LEAST_OF_CASE = 0.2
# A row that has fewer than half of a question's words is not the case meant where another is so many times as likely.
CLEARLY_LIKELIER = 2.0
# One case is asked for by its type: "hvilken sak er til orientering".
_CASE_OF_TYPE = re.compile(
    r"\b(?:hvilken|kva|kva\s+for\s+ei|which|what)\s+(?:sak|saka|case|item)\s+(?:\w+\s+){1,3}?(?:til|for|orienter|drøft|informer)",
    re.IGNORECASE,
)
# Above this probability that nothing answers, no case is named for what is spoken of in it. Not measured by itself: a case
# must have half of the question's words too.
WHICH_CASE_CUTOFF = 0.5
_TYPES = r"(?:orient|inform|drøft|diskut|beslut|godkjenn|vedta)\w*"
_CASE_TYPE = re.compile(
    r"\b(?:sakstype\w*|(?:type|slags)\s+sak|(?:orienterings|drøftings|godkjennings|beslutnings|vedtaks|diskusjons)saka?(?:en)?)\b|"
    rf"\b{_TYPES}\b.*\b(?:eller|or)\b.*\b{_TYPES}\b",
    re.IGNORECASE,
)
# When "we" come to something is told by the agenda: "når begynner vi på", "når skal vi snakke om".
_WE_BEGIN = re.compile(
    r"\b(?:begynner|starter|byrjar|startar|tar|tek|tek\s+opp|kommer|kjem|skal|er|behandler|drøfter|snakker|do)\s+(?:vi|\w*(?:råd|utval|utvalg|nemnd|styr)(?:et|a)|we)\b",
    re.IGNORECASE,
)
# Cues of questions that an agenda does not answer, whatever case they name.
_OTHER = frozenset({Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE, Cue.MONEY, Cue.CHANGE, Cue.MEMBER})


def whole_agenda(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """All cases, where the agenda itself is asked for: "vis dagsordenen"."""
    named = query.cases or query.people or query.slides
    return agenda_answer(query, hits, corpus) if THE_AGENDA.search(query.asked) and not named else None


def agenda_by_wording(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer what names a case, by number, presenter or its whole topic, and asks for no more than who presents it, when, for
    how long, its type or its number.
    """
    several = (
        asks_several(query) and not query.people and not _ASKS_PROPOSAL.search(CASES_OF_TYPE.sub(" ", query.asked))
    )
    beyond = bool(query.cues & _OTHER or query.slides)
    if not _asks_of_agenda(query) or (beyond and not (asks_case_type(query) or several)) or query.years:
        return None
    items, telling = in_scope(query, corpus), set(telling_words(query, corpus))
    if several:
        organisations = {term for item in items for term in corpus.terms(item.data["organisation"] or "")}
        return agenda_answer(query, hits, corpus) if telling <= organisations else None
    if not query.cases and not query.people and _is_timed(query):
        unnumbered = _unnumbered(query, items, hits)
        named = {term for item in unnumbered for term in item_terms(item, corpus)}
        if telling - named - agenda_order.break_terms(query.text):
            unnumbered = []
        if len(unnumbered) == 1 and agenda_order.asks_duration(query):
            return agenda_order.duration(unnumbered[0], items, name(unnumbered[0]))
        if unnumbered:
            return _with_what_follows(unnumbered, query, items, corpus)
    if not query.cases and telling and not query.people:
        about = covering(query, telling, corpus)
        if len(about) != 1 and AN_ITEM.search(query.asked):
            # Spoken of as a case, it is the one that has clearly most of the words.
            most = most_covering(telling_words(query, corpus), [item for item in items if item.case], corpus)
            about = [most] if most is not None else []
        if len(about) != 1 or (agenda_order.asks_end(query) and not AN_ITEM.search(query.asked)):
            # When something is finished is told by no agenda, unless it is spoken of as a case.
            return None
        query = replace(query, cases=(str(about[0].case),), meetings=(MeetingKey(about[0].body, about[0].meeting),))
        telling = set()
    if query.cases and query.wanted is Wanted.PERSON and Cue.PRESENT in query.cues:
        # Who presents a case that is named is clear, whatever else is said.
        telling = set()
    return agenda_answer(query, hits, corpus) if not telling and _is_placed(query, items) else None


def _asks_of_agenda(query: Query) -> bool:
    """Whether a question is for something that agenda rows have."""
    presents = query.wanted is Wanted.PERSON and (Cue.PRESENT in query.cues or bool(query.cases))
    presents = presents or _presented_by_person(query)
    called = bool(query.cases) and bool(_IS_ABOUT.search(query.text))
    of_cases = Cue.WHICH_CASE in query.cues or asks_several(query) or asks_case_type(query)
    return presents or called or of_cases or _is_timed(query) or presented_by(query)


def _presented_by_person(query: Query) -> bool:
    """Whether a question is for what somebody presents."""
    return Cue.PRESENT in query.cues and bool(query.people)


def _is_timed(query: Query) -> bool:
    return query.wanted is Wanted.TIME or bool(query.cues & {Cue.DURATION, Cue.CLOCK})


def _is_placed(query: Query, items: Sequence[Passage]) -> bool:
    """Whether a question names a row by its case, as the first or last one, or by its presenter."""
    if query.cases:
        return True
    if Cue.EDGE in query.cues and agenda_order.first_or_last(query, items):
        return True
    return any(set(each_person(item.data["presenter"])) & set(query.people) for item in items)


def _unnumbered(query: Query, items: Sequence[Passage], hits: Sequence[Hit]) -> list[Passage]:
    """The rows without a case that a question names: a break, "Dagsaktuelt"."""
    if agenda_order.beside(query, items, hits):
        return []
    titled_so = [item for item in named_by_title(items, query) if not item.case]
    return agenda_order.breaks(query, items) or titled_so


def asks_case_type(query: Query) -> bool:
    """Whether a question is for the type of a case, by name or by a choice: "til orientering eller drøfting"."""
    return bool(_CASE_TYPE.search(query.text))


def item_by_wording(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer what speaks of a case as such ("saken om …, når?"), or asks who presents or at what time of day, and names no
    more than one row's topic.
    """
    presents = (Cue.PRESENT in query.cues and query.wanted is Wanted.PERSON) or _presented_by_person(query)
    of_agenda = AN_ITEM.search(query.asked) or query.cues & {Cue.BREAK, Cue.CLOCK} or asks_case_type(query)
    we_begin = query.wanted is Wanted.TIME and _WE_BEGIN.search(query.text)
    return agenda_by_wording(query, hits, corpus) if of_agenda or we_begin or presents else None


def which_case(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The case that a question asks the number of: the one that its topic names, else the one that most speaks of it."""
    either = len(query.cases) > 1 and _EITHER_CASE.search(query.text) is not None
    if (query.cases and not either) or query.people or not (either or _WHICH_CASE.search(query.text)):
        return None
    telling = {term: weight for term, weight in telling_words(query, corpus).items() if term not in _DEEDS}
    items = [item for item in in_scope(query, corpus) if item.case and (not either or item.case in query.cases)]
    if not telling and _CASE_OF_TYPE.search(query.text) and (typed := of_type(query, items)):
        return Draft(tuple(said(item, query) for item in typed))
    about = [] if either else covering(query, telling.keys(), corpus)
    if len(about) == 1:
        return Draft((titled(about[0]),))
    most = most_covering(telling, items, corpus, LEAST_OF_CASE) or only_speaking(telling.keys(), items, corpus)
    if most is not None:
        return Draft((titled(_likelier(most, telling, items, hits, corpus)),))
    best = None if nothing(hits) > WHICH_CASE_CUTOFF else _speaking_most(telling, hits, corpus)
    best = best or _likeliest_case(telling, hits, corpus, query)
    if best is None and (line := _only_line(telling, query, corpus)) is not None:
        # What was done earlier may be of a case of any meeting.
        best, items = line, [item for item in corpus.of_kind(PassageKind.AGENDA) if item.case]
    item = next((item for item in items if best is not None and _of_case(best, item)), None)
    if item is None or best is None:
        return None
    if best.kind is PassageKind.AGENDA or covered(telling, item_terms(item, corpus)) >= HALF:
        return Draft((titled(item),))
    # The agenda has its number and title, the other slide has what is spoken of.
    shown = titled(item)
    return Draft((replace(shown, support=(*shown.support, *titled(item, best, corpus).support)),))


def _likelier(
    called: Passage, telling: Mapping[str, float], items: Sequence[Passage], hits: Sequence[Hit], corpus: Corpus
) -> Passage:
    """The row that has the most words of a question, but for another that is clearly likelier where those are few."""
    first = next(iter(hits), None)
    has_words = covered(telling, with_parts(telling, item_terms(called, corpus), corpus)) >= HALF
    if has_words or first is None or first.passage not in items:
        return called
    own = next((hit.chance for hit in hits if hit.passage.id == called.id), 0.0)
    return first.passage if first.chance >= CLEARLY_LIKELIER * own else called


def _of_case(passage: Passage, item: Passage) -> bool:
    return passage.case == item.case and (passage.body, passage.meeting) == (item.body, item.meeting)


def _only_line(telling: Mapping[str, float], query: Query, corpus: Corpus) -> Passage | None:
    """The line of minutes that has every word of what is asked, where lines of one case alone do."""
    if len(telling) < _SEVERAL_WORDS:
        return None
    minutes = {decision.sha256 for decision in corpus.of_kind(PassageKind.DECISION)}
    lines = [
        line
        for line in corpus.of_kind(PassageKind.UNIT)
        if line.case
        and line.sha256 in minutes
        and (not query.meetings or MeetingKey(line.body, line.meeting) in query.meetings)
        and telling.keys() <= set(corpus.terms(line.text))
    ]
    return lines[0] if len({(line.body, line.meeting, line.case) for line in lines}) == 1 else None


def _likeliest_case(telling: Mapping[str, float], hits: Sequence[Hit], corpus: Corpus, query: Query) -> Passage | None:
    """The best passage of the case that clearly most of what is likely to answer is of, and which speaks of what is asked."""
    chances: dict[str, float] = defaultdict(float)
    first: dict[str, Passage] = {}
    for hit in hits:
        if hit.passage.case and (not query.cases or hit.passage.case in query.cases):
            chances[hit.passage.case] += hit.chance
            first.setdefault(hit.passage.case, hit.passage)
    case = max(chances, key=lambda case: chances[case], default=None)
    if case is None or not telling or chances[case] < CLEAR_SHARE * sum(chances.values()):
        return None
    best = first[case]
    spoken = set(corpus.case_terms.get((best.body, best.meeting, case), frozenset()))
    share = covered(telling, with_parts(telling, spoken, corpus))
    whole = covered(telling, with_parts(telling, set(corpus.slide_terms(best)), corpus)) >= 1.0
    likely = nothing(hits) <= (WHOLE_CUTOFF if whole else WHICH_CASE_CUTOFF)
    return best if likely and share >= LEAST_SPOKEN else None


def presented_about(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who presents what a question is about in words of its own, where one row has more of them than any other and half."""
    if not WHO_SPEAKS.search(query.text) or query.cases or query.people or query.slides:
        return None
    telling, items = telling_words(query, corpus), [item for item in in_scope(query, corpus) if item.case]
    first = hits[0] if hits else None
    if telling and first is not None and first.chance >= ALL_BUT_SURE and first.passage in items:
        return Draft((said(first.passage, query),)) if first.passage.data["presenter"] else None
    most = most_covering(telling, items, corpus)
    if most is not None:
        return Draft((said(most, query),)) if most.data["presenter"] else None
    meant = only_speaking(telling.keys(), items, corpus) or likeliest_row(query.asked, query, items, corpus, ())
    if telling and items and meant is None and _THE_ITEM.search(query.asked):
        # Who presents a case that is not on the agenda is not whoever presents one near to it.
        return Draft.abstaining("Det står ikke i dokumentene.")
    if telling and meant is None and first is not None and first.passage in items and _stands_out(hits):
        return Draft((said(first.passage, query),)) if first.passage.data["presenter"] else None
    best = hits[0] if hits and hits[0].chance >= SURE and hits[0].passage.kind is not PassageKind.AGENDA else None
    of_best = next((item for item in items if best is not None and item.case == best.passage.case), None)
    if of_best is not None and meant is None and of_best.data["presenter"]:
        # Whatever its case is called, what is surely meant is presented with it.
        return Draft((said(of_best, query),))
    return None


def _stands_out(hits: Sequence[Hit]) -> bool:
    """Whether the first passage is likely, and no other is near it."""
    return (
        hits[0].chance >= STANDS_OUT
        and FAR_BEHIND * max((hit.chance for hit in hits[1:]), default=0.0) <= hits[0].chance
    )


def _speaking_most(telling: Mapping[str, float], hits: Sequence[Hit], corpus: Corpus) -> Passage | None:
    """The best passage of the case whose passages on slides with half of the telling words answer likeliest together."""
    chances: dict[str, float] = defaultdict(float)
    first: dict[str, Passage] = {}
    for hit in hits:
        case = hit.passage.case
        if case and covered(telling, corpus.slide_terms(hit.passage)) >= HALF:
            chances[case] += hit.chance
            first.setdefault(case, hit.passage)
    return first[max(chances, key=lambda case: chances[case])] if chances else None


def cases_about(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The cases that a question asks for by what is spoken of in them: each with its likeliest slide that has all its words."""
    if query.cases or query.people or not _WHICH_CASES.search(query.text):
        return None
    telling = telling_words(query, corpus).keys()
    found: dict[str | None, Passage] = {}
    for hit in hits:
        if telling and hit.passage.kind is not PassageKind.AGENDA and telling <= corpus.slide_terms(hit.passage):
            found.setdefault(hit.passage.case, hit.passage)
    items = [item for item in in_scope(query, corpus) if item.case in found and item.case]
    return Draft(tuple(titled(item, found[item.case], corpus) for item in items)) if items else None


# "Det siste punktet på prioriteringslisten", "på topp 5-lista": not of the agenda, which is a "saksliste".
_ANOTHER_LIST = re.compile(
    r"\b(?:på|i|av|on|of)\s+(?:\w+\s+){0,2}?(?!sak|møte|program|innkall|dagsorden)[\w-]{3,}-?list(?:en|a|e)\b|\btopp\s*-?\s*\w+-?list",
    re.IGNORECASE,
)


def placed_in_agenda(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer what is known to be about the agenda by its wording alone: the first item, what comes after lunch."""
    items = in_scope(query, corpus)
    if _ANOTHER_LIST.search(query.asked):
        return None
    if agenda_order.asks_for_edge(query):
        chosen = agenda_order.first_or_last(query, items)
    else:
        chosen = agenda_order.beside(query, items, hits) if agenda_order.breaks(query, items) else []
    if not chosen:
        return None
    if Cue.DURATION in query.cues and Cue.WHEN not in query.cues:
        lengths = [draft for item in chosen if (draft := agenda_order.duration(item, items, name(item))) is not None]
        if lengths:
            return Draft(tuple(each for draft in lengths for each in draft.statements))
    return _with_what_follows(chosen, query, items, corpus)


def _with_what_follows(chosen: Sequence[Passage], query: Query, items: Sequence[Passage], corpus: Corpus) -> Draft:
    """The rows; for breaks whose end is asked for the rows after them; with what the break's own slide says otherwise."""
    pauses = [item for item in chosen if not item.case and agenda_order.is_break(item.data["title"])]
    if pauses and agenda_order.is_over(query):
        chosen = [item for pause in pauses if (item := agenda_order.following(pause, items))]
    ended = [item for item in items if chosen and agenda_order.following(item, items) == chosen[0]]
    spoken_of = pauses or ended if agenda_order.breaks(query, items) else []
    otherwise = agenda_order.otherwise_on_break(query, spoken_of, items, corpus)
    return Draft((*(said(item, query) for item in chosen), *otherwise))
