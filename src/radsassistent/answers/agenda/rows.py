"""The rows of an agenda: which a question may be about, what tells one from another, and how one is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace

from radsassistent.answers.draft import Statement, Support, quotable, statement
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.numbers import numbers
from radsassistent.meetings.bodies import bodies_in, names_body
from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.lexical import REST, SHORTEST_PREFIX
from radsassistent.search.query import Query
from radsassistent.search.terms import MIN_PART, stem, terms, words

# Terms that every question about an agenda may have; they tell no row from another.
GENERIC = frozenset(
    stem(word)
    for word in (
        "sak saken saker møte møtet møtedagen dagsorden agenda program programmet punkt nummer saksnummer saksnumre tema dag "
        "dagen dagens presentere presenterer legge frem fram orientere orienteres orientert innlede innleder "
        "innlederen foredragsholder foredragsholderen taler ansvarlig hold holder snakke fører stå ta tar tas tatt "
        "tek opp innom får fått fatt satt rådet skal tid tidspunkt time klokken klokka klokkeslett starte start "
        "begynne hvor lang lenge mange varer kommer kjem går set gang att drøfting drøfte drøftes drøftingssak "
        "drøftingssaker diskutere diskuteres orientering orienteringssak orienteringssaker godkjenning godkjennes "
        "godkjenningssak godkjenningssaker beslutningssak beslutningssaker informere informert sakstype type slags "
        "bare kun bli blir behandle behandles handle handler gjelde gjelder heter omtale omtalt merke mark organisasjon "
        "virksomhet aktør kommune fra annet anna noko første fyrste andre tredje fjerde femte sjette sjuende syvende "
        "åttende niende tiende ellevte tolvte nest siste egen eget eigen eige slutt slutten helt heilt lagt oss dere "
        "vis hele heile hel whole show "
        "saksliste sakslisten sakslista sakliste saklisten saklista sakskart sakskartet sto stod sakene styremøte "
        "rådsmøte utvalgsmøte møteplan hovedpunkt hovedpunktene hovedtrekk hovedtrekkene nøkkelpunkt "
        "sammendrag samandrag oppsummer oppsummere oppsummering oppsummert viktigste viktigaste fortell "
        "ren rene reint rein ifølge følge sakslista sakslisten rundt runde runden unnskyld "
        "slipper slippe slepp nummererte nummerert ny nye nytt new "
        "informasjon diskusjon information briefing discussion approval decision only items "
        "organisation organization which case number present presents presenting"
    ).split()
)
_CASES = re.compile(
    r"\b(\w*(?:saker|sakene|sakane)|saksnum(?:mer|re)\w*|sakspunkt\w*|cases|items|punkter|punkt)\b|"
    r"\b(dagsorden|agenda|saks?list|program)\w*",
    re.IGNORECASE,
)
CASES_OF_TYPE = re.compile(r"\b\w{3,}(?:saker|sakene|sakane)\b", re.IGNORECASE)
THE_AGENDA = re.compile(
    r"^(?:(?:hva|kva|hvordan|what)\s+(?:er|var|is|was|sto|stod|står)|(?:vis|gi|list|show|give)(?:\s+opp)?(?:\s+(?:meg|oss|me|us))?)\s+"
    r"(?:(?:på|on|hele|heile|the|whole)\s+)*"
    r"(?:dagsorden|agenda|saks?list|sakskart)\w*(?:\s+(?:til|for|i|hos)\s+\w+(?:\s+\w+){0,3})?\s*\??$",
    re.IGNORECASE,
)
CALLED_CASE = re.compile(r"\b[^\W\d_]+(?:-[^\W\d_]+)*-?sak(?:en|a)\b", re.IGNORECASE)
CASES = re.compile(r"\b(?:saker|sakene|sakane|cases|items)\b", re.IGNORECASE)
# A case is spoken of as such.
AN_ITEM = re.compile(r"\b(?:sak|saken|saka|sakene|sakane|saker|punktet|agendapunktet|item|case)\b", re.IGNORECASE)
# Who says something to the meeting; "hvem har ansvar for" may be anybody.
WHO_SPEAKS = re.compile(
    r"\b(?:hvem|kven|who)\b(?:\s+\w+){0,5}?\s+(?:legg\w*(?:\s+\w+)?\s+fr[ae]m|present\w*|innled\w*|innlei\w*|snakk\w*|fort[ae]l\w*|orienter\w*|"
    r"speak\w*|talk\w*|hold\w*\s+innlegg|gå(?:r)?\s+(?:i\s+)?gjennom|gjennomgå(?:r)?)\b",
    re.IGNORECASE,
)
_FORMAL_TITLE = re.compile(
    r"^(?:godkjenning\b|.*\b(?:innkalling|dagsorden|saksliste|sakliste|møtebok|protokoll|referat)(?:en|a)?\b|åpning\b|opning\b|velkom|navneopprop|konstituering\b|formalia$)",
    re.IGNORECASE,
)
# The share of the weight of a question's telling words that a case or a member must have to be what it is about.
HALF = 0.5
# A row is clearly what is meant when no other has more than this share of its share.
CLEARLY = 0.5


def formalities(items: Iterable[Passage]) -> list[Passage]:
    """The rows that go before what a meeting is for: the summons, the last minutes."""
    return [item for item in items if _FORMAL_TITLE.match(str(item.data["title"]).strip())]


def in_scope(query: Query, corpus: Corpus) -> list[Passage]:
    """The rows of the meetings named; else, unless cases are named, of the newest meeting."""
    return [item for item in corpus.of_kind(PassageKind.AGENDA) if _in_scope(item, query, corpus)]


def _in_scope(item: Passage, query: Query, corpus: Corpus) -> bool:
    if query.meetings:
        return any((m.body, m.date) == (item.body, item.meeting) for m in query.meetings)
    if query.cases:
        return True
    newest = corpus.meetings[0]
    return (newest.body, newest.date) == (item.body, item.meeting)


def of_one_meeting(query: Query, corpus: Corpus) -> list[Passage]:
    """The rows in scope of the newest meeting that has the case named."""
    items = in_scope(query, corpus)
    of_cases = [item for item in items if item.case in query.cases] or items
    newest = max(of_cases, key=lambda item: item.meeting, default=None)
    return [item for item in items if newest and (item.body, item.meeting) == (newest.body, newest.meeting)]


def covering(query: Query, telling: Set[str], corpus: Corpus) -> list[Passage]:
    """The cases whose title or organisation has all telling words: of the newest meeting, else of the newest that has one.

    Those that have the words themselves go before those that have only parts of them.
    """
    if not telling:
        return []

    def about(items: Iterable[Passage]) -> list[Passage]:
        rows = {item.id: (item, item_terms(item, corpus)) for item in items if item.case}
        whole = [item for item, own in rows.values() if telling <= own]
        return whole or [item for item, own in rows.values() if telling <= with_parts(telling, own, corpus)]

    found = about(in_scope(query, corpus))
    if found or query.meetings or query.cases:
        return found
    of_all = about(corpus.of_kind(PassageKind.AGENDA))
    newest = max((item.meeting for item in of_all), default="")
    return [item for item in of_all if item.meeting == newest]


def with_parts(telling: Iterable[str], found: set[str], corpus: Corpus) -> set[str]:
    """The terms found, and those asked for that end or begin one of them ("vann" of "drikkevann", "hurtigbåt" of "hurtigbåtkai")
    or are a compound of one ("ferjerute" of "ferje").
    """
    alike = {
        t
        for t in telling
        if t not in found
        and len(t) >= MIN_PART
        and (
            any(term.endswith(t) or (len(t) >= SHORTEST_PREFIX and term.startswith(t)) for term in found)
            or not found.isdisjoint(corpus.lexical.compounds.parts(t))
            or any(t.startswith(term) and len(term) >= MIN_PART and len(t) - len(term) >= REST for term in found)
        )
    }
    return found | alike


def most_covering(
    telling: Mapping[str, float], items: Sequence[Passage], corpus: Corpus, least: float = HALF
) -> Passage | None:
    """The one row that has clearly more of the weight of the telling words that any document has than each other row, and at
    least that share (0 to 1) of it.
    """
    known = {term: weight for term, weight in telling.items() if corpus.lexical.has(term)}
    shares = sorted(
        ((covered(known, with_parts(known, item_terms(item, corpus), corpus)), item.id, item) for item in items),
        reverse=True,
    )
    if not shares or shares[0][0] < least or (len(shares) > 1 and shares[1][0] > CLEARLY * shares[0][0]):
        return None
    return shares[0][2]


def only_speaking(telling: Set[str], items: Sequence[Passage], corpus: Corpus) -> Passage | None:
    """The row of the one case of a meeting whose slides have all telling words, which no other case's have."""
    if not telling:
        return None
    said: dict[str | None, set[str]] = {item.case: item_terms(item, corpus) for item in items if item.case}
    meetings = {(item.body, item.meeting) for item in items}
    for (body, meeting, case), own in corpus.case_terms.items():
        if case in said and (body, meeting) in meetings:
            said[case] |= own
    found = [case for case, own in said.items() if telling <= with_parts(telling, own, corpus)]
    return next(item for item in items if item.case == found[0]) if len(found) == 1 else None


def asks_several(query: Query) -> bool:
    """Whether a question is about cases in the plural: which ones, how many; or for the agenda as such."""
    if CASES_OF_TYPE.search(query.text) or THE_AGENDA.search(query.text):
        return True
    return bool(_CASES.search(query.text)) and bool(query.cues & {Cue.LIST, Cue.HOW_MANY})


def telling_words(query: Query, corpus: Corpus) -> dict[str, float]:
    """The terms of what a question is about, weighted, that are neither in every question about agendas nor a name in it."""
    called = (*query.people, *(meeting.body for meeting in query.meetings))
    names = {stem(word) for name in called for word in words(name)}
    if any(names_body(query.text, body) for body in {meeting.body for meeting in corpus.meetings}):
        names |= {stem(word) for name in bodies_in(query.text) for word in words(name)}
        names |= {stem(word) for body in {meeting.body for meeting in corpus.meetings} for word in words(body)}
    names |= called_cases(query, corpus)
    topic = corpus.topic(query.asked, GENERIC)
    return {term: weight for term, weight in topic.items() if term not in names}


def called_cases(query: Query, corpus: Corpus) -> set[str]:
    """The terms of "FHI-saken", where that has been understood as a case: they name nothing else."""
    if not query.cases:
        return set()
    return {term for match in CALLED_CASE.finditer(query.asked) for term in corpus.asked(match[0])}


def item_terms(item: Passage, corpus: Corpus) -> set[str]:
    """The terms of a row's title and organisation."""
    return set(corpus.terms(f"{item.data['title']} {item.data['organisation'] or ''}"))


def named_by_title(items: Sequence[Passage], query: Query) -> list[Passage]:
    """The rows whose whole title a question has: "Dagsaktuelt", "Eventuelt"."""
    asked = set(query.terms)
    return [item for item in items if (title := set(terms(item.data["title"]))) and title <= asked]


def presented_by(query: Query) -> bool:
    """Whether a question is for the organisation that presents a case, or for that of a presenter."""
    return Cue.EMPLOYER in query.cues or (Cue.PRESENT in query.cues and Cue.LIST in query.cues)


def name(item: Passage) -> str:
    """How a row is called within a sentence."""
    return named_case(item.case) if item.case else f"«{item.data['title']}»"


def head(item: Passage) -> str:
    """How the row of a case opens: "Sak 5/26", "Sak R-14", "Punkt A"."""
    named = named_case(str(item.case))
    return f"{named[:1].upper()}{named[1:]}"


def titled(item: Passage, spoken_of: Passage | None = None, corpus: Corpus | None = None) -> Statement:
    """A case by number and title, which rests on the agenda or on what is said in the case itself; on both where a figure of the
    title does not stand there ("… 1. kvartal").
    """
    by_row = statement(f"{head(item)}: {item.data['title']}.", item, item.data["title"])
    if spoken_of is None or corpus is None:
        return by_row
    support = Support(spoken_of, quotable(spoken_of, corpus))
    there = numbers(corpus.slide_text(spoken_of.sha256, spoken_of.slide))
    rest = by_row.support if set(numbers(item.data["title"])) - set(there) else ()
    return replace(by_row, support=(support, *rest))


def said(item: Passage, query: Query) -> Statement:
    """What is asked of an item; the whole row when the wording asks for nothing in particular or for several things."""
    data = item.data
    who = ", ".join(part for part in (data["presenter"], data["organisation"]) if part)
    named = name(item)
    titled = f"{named}, {data['title']}," if item.case else named
    person = bool(query.cues & {Cue.WHO, Cue.PRESENT, Cue.EMPLOYER}) and Cue.YES_NO not in query.cues
    time = bool(query.cues & {Cue.WHEN, Cue.CLOCK})
    if Cue.BRIEF in query.cues:
        return _briefly(item, query, person=person, time=time)
    if person and who and not time and (Cue.WHO in query.cues or presented_by(query)):
        return statement(f"{who}, legger frem {titled.rstrip(',')}.", item, data["presenter"])
    if time and data["time"] and not person:
        return statement(f"{titled[0].upper()}{titled[1:]} er satt opp kl. {data['time']}.", item, data["title"])
    if Cue.CASE_TYPE in query.cues and data["case_type"] and not (person or time or asks_several(query)):
        # The slide may have no more than a letter for the type.
        return statement(f"Sakstypen er {data['case_type']}: {titled.rstrip(',')}.", item, data["title"])
    details = [part for part in (who, f"kl. {data['time']}" if data["time"] else "", data["case_type"]) if part]
    row = f"{head(item)}: {data['title']}" if item.case else data["title"]
    return statement(f"{row} ({'; '.join(details)})." if details else f"{row}.", item, data["title"])


def _briefly(item: Passage, query: Query, *, person: bool, time: bool) -> Statement:
    """No more than what is asked for; the case in front where several are asked for."""
    data = item.data
    wanted = data["presenter"] if person else data["time"] if time else None
    if Cue.CASE_TYPE in query.cues and not (person or time or asks_several(query)):
        wanted = data["case_type"]
    lead = f"{head(item)}: " if item.case and (len(query.cases) != 1 or not wanted) else ""
    return statement(f"{lead}{wanted or data['title']}.", item, data["title"])
