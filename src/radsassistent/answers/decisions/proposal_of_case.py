"""What is proposed in the case that a question means: by number, presenter, place on the agenda, or what the case is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.agenda.case_meant import asked_of_case, case_meant, key_of, share
from radsassistent.answers.agenda.rows import HALF, titled
from radsassistent.answers.decisions.facts import UNTELLING, points
from radsassistent.answers.decisions.points import ALL, ASKS_MONEY, OF_POINTS, has_wanted, tells_time
from radsassistent.answers.decisions.proposal_asked import AskedOfProposal, asked_of_proposal
from radsassistent.answers.decisions.proposal_facts import proposal_answer, proposed
from radsassistent.answers.decisions.proposal_points import WORDS_OF_PROPOSALS, line_proposed
from radsassistent.answers.decisions.proposal_selection import NEWER, Proposed, proposed_in
from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.case_numbers import named_case
from radsassistent.meetings.people import each_person
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.intents import Intent
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem

# Why there is a proposal, or another than before, is not told by what it says.
_WHY_PROPOSED = re.compile(
    r"\b(?:hvorfor|kvifor|why)\s+(?:er|ble|blei|vart|har|is|was|has)\s+(?:\w+\s+)?(?:\w*forslag|framlegg|proposal|"
    r"innstilling)\w*",
    re.IGNORECASE,
)
_DEADLINE = re.compile(r"\b(?:frist\w*|deadline\w*|innen\s+når|by\s+when)\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:skyldes|skuldast|fordi|grunn\w*|av\s+omsyn|av\s+hensyn|som\s+følge\s+av|som\s+følgje\s+av|for\s+å)\b",
    re.IGNORECASE,
)
_ORDINALS = {
    "første": 1, "fyrste": 1, "first": 1, "andre": 2, "second": 2, "tredje": 3, "third": 3, "fjerde": 4, "fourth": 4,
    "femte": 5, "fifth": 5, "siste": -1, "sist": -1, "last": -1, "final": -1,
}  # fmt: skip
_PART = (
    r"(?:kulepunkt\w*|punkt\w*|pkt\.?|ledd\w*|avsnitt\w*|setning\w*|strekpunkt\w*|del(?:en)?|bullets?|bullet\s+points?|"
    r"points?|paragraphs?|sentences?)"
)
_OF_POINT = re.compile(
    rf"\b(?P<but_one>nest\s*-?)?\s*(?P<ordinal>{'|'.join(_ORDINALS)})\s+{_PART}\b|\b(?:punkt|pkt\.?|kulepunkt|point|"
    rf"bullet)\s+(?:nr\.?\s*|nummer\s+)?(?P<number>\d)\b",
    re.IGNORECASE,
)
_HOW_MANY_POINTS = re.compile(rf"\b(?:(?:hvor|kor)\s+mange|how\s+many)\s+{_PART}", re.IGNORECASE)
_IN_PLACE = re.compile(
    rf"\b(?P<but_one>nest\s*-?)?\s*(?P<very>aller\s+)?(?P<ordinal>{'|'.join(_ORDINALS)})\s+(?P<type>[^\W\d_]*?)-?(?:saka|"
    rf"saken|sak|item|case)\b(?P<proposing>\s+(?:med|with)\s+(?:\w+\s+)?\w*(?:forslag|framlegg|proposal)\w*)?",
    re.IGNORECASE,
)
# "Forslaget om …", "saken om …", "on the … item": what follows, or stands between, is what the case is about.
_ABOUT = re.compile(
    r"\b(?:\w*forslaget|\w*forslag|framlegget|saken|saka|sak|vedtaket|ordlyden|wording|proposal|item|case)\s+(?:om|i|på|"
    r"for|til|on|about|in|regarding)\s+(?:saken\s+om\s+|saka\s+om\s+)?"
    r"(?P<after>(?!vedtak\b)[^?,;:.]+)|\b(?:on|in|of)\s+the\s+(?P<between>[^?,;:.]+?)\s+(?:item|case|proposal)\b|"
    r"\b(?P<compound>[^\W\d_]{3,})-?(?:forslaget|framlegget)\b",
    re.IGNORECASE,
)
_WORDS = WORDS_OF_PROPOSALS | frozenset(
    stem(word)
    for word in (
        "tar tek tas ta med seg oss vi våre vår rådets rådet bidrag bidra forventes ventes forventet ment meint "
        "meningen tenkt tanken egentlig "
        "gjøre gjere gjort noe noko som helst bare berre kun eller velge velje mellom bli blir vert orientering "
        "etterretning godkjenne "
        "godkjenner vedta drøfte drøfter synspunkt synspunktene innspill innspillene innspela tilbakemelding tilbakemeldingene "
        "nevnt nemnt nevnes særskilt uttrykkelig står lyder ordlyden lover lovar forplikter forplikte forpliktelse plikt etter "
        "videre vidare tilbake attende komme kome endelig spikret formelt nå no si sier seier slags arbeid brukes bruk "
        "opp legges "
        "overskrift finner ingen jeg eg går ut tiltak ikke sant stemmer lurer egen eigen part punkt punktet kulepunkt "
        "første andre tredje siste setning informed note approve endorse told claim bullet point first second "
        "attendemelding attendemeldinga anything nothing something deciding "
        "brukte brukt diskusjonen diskusjon frist fristen give provide promise what things thing two "
        "item wording claims does supposed asked expected has been about stille stilling bak grove trekk skje skjer "
        "ansvar får høre høyre "
        "bordet bord ferdig ferdige rutte hende senere seinare "
        "gjelder gjeld gitt gi gje år dato grovt kort skulle hatt"
    ).split()
)


# What was done is told by the minutes, where there are any.
_PAST = re.compile(r"\b(?:ble|blei|vart|gikk|gjekk|fikk|fekk|var|was|were|did)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:vedtatt|vedteke|vedteken|vedtok|bestemt|besluttet|beslutta|avgjort|godkjen[td]|decided|adopted|approved|decision|vedtaket?)\b",
    re.IGNORECASE,
)
UNTELLING_OF_CASES = (UNTELLING - {stem("referatet")}) | OF_POINTS | _WORDS
# The least that a case's record has of the words that a question calls it by ("the cost growth item").
_OF_NAME = 0.25


def proposal_of_case(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The proposal of the case that a question on what is proposed, on what the council is to do or on what comes of it means;
    the point of it that is named; that it does not tell a day, an amount or a reason, where one is asked for.

    None where minutes tell what was decided and no proposal is asked for as such, and where no case is clearly meant.
    """
    asked = asked_of_proposal(query)
    if asked is None or query.intent is Intent.WHERE_IS:
        return None
    record = _meant(query, asked, proposed_in(query, corpus), hits, corpus)
    if record is None:
        return None
    if not record.proposals:
        return _nothing_proposed(asked, record)
    done = _PAST.search(asked.text) or _DONE.search(asked.text)
    if _has_minutes(record, corpus) and (done or not asked.outright):
        return None
    return _said(query, asked, record, corpus)


def _meant(
    query: Query, asked: AskedOfProposal, records: Sequence[Proposed], hits: Sequence[Hit], corpus: Corpus
) -> Proposed | None:
    """The one case that a question means; None where none is clearly meant."""
    if query.cases:
        named = [record for record in records if _case(record) in query.cases]
        return named[0] if len(named) == 1 else None
    newer = [record for record in records if any(p.data["updated"] for p in record.proposals)]
    if len(newer) == 1 and NEWER.search(asked.text):
        return newer[0]
    bare = _OF_POINT.sub(" ", asked.text)
    placed = _IN_PLACE.search(bare)
    if placed is not None and (found := _in_place(placed, records)) is not None:
        return found
    by = [
        record
        for record in records
        if record.item and set(each_person(record.item.data["presenter"])) & set(query.people)
    ]
    if len(by) == 1:
        return by[0]
    about = _ABOUT.search(bare)
    of_case = [r for r in (by or records) if r.proposals]
    if about is not None:
        told = next(part for part in about.groups() if part)
        if (record := _by_words(query, told, of_case, hits, corpus, least=_OF_NAME)) is not None:
            return record
    by_words = _by_words(query, bare, of_case, hits, corpus, least=HALF if asked.outright else ALL)
    return by_words or _only_titled(query, bare, records, corpus)


def _by_words(
    query: Query, said: str, records: Sequence[Proposed], hits: Sequence[Hit], corpus: Corpus, *, least: float
) -> Proposed | None:
    """The one case whose title has all the words that tell one from another, else whose record has most of them and the least
    share (0 to 1) given.
    """
    asked = asked_of_case(replace(query, asked=said), UNTELLING_OF_CASES, corpus, every_word=True)
    if not asked:
        return None
    if (record := _only_titled(query, said, records, corpus)) is not None:
        return record
    among = [proposal for record in records for proposal in record.proposals]
    meant = case_meant(replace(query, people=()), asked, among, hits, corpus)
    if meant is None or meant.known < least:
        return None
    likeliest = hits[0].passage if hits else None
    if likeliest is not None and likeliest.case and key_of(likeliest) != meant.key and not meant.has_all:
        # Of 5 answers on another case than the likeliest passage's the one was right whose record had all that was asked.
        return None
    return next((record for record in records if key_of(record.proposals[0]) == meant.key), None)


def _only_titled(query: Query, said: str, records: Sequence[Proposed], corpus: Corpus) -> Proposed | None:
    """The one case whose title has all the words that tell one from another."""
    asked = asked_of_case(replace(query, asked=said), UNTELLING_OF_CASES, corpus, every_word=True)
    found = [r for r in records if r.item and share(asked, set(corpus.terms(r.item.data["title"])), corpus) >= ALL]
    return found[0] if asked and len(found) == 1 else None


def _in_place(match: re.Match[str], records: Sequence[Proposed]) -> Proposed | None:
    """The case in the place named, of those of the type named, or that have a proposal, where that is said."""
    rows = [record for record in records if record.item is not None]
    if kind := match["type"].lower().removesuffix("s"):
        rows = [r for r in rows if r.item and str(r.item.data["case_type"] or "").lower().startswith(kind[:5])]
    if match["proposing"]:
        rows = [record for record in rows if record.proposals]
    place = _ORDINALS[match["ordinal"].lower()]
    index = place - 1 if place > 0 else -2 if match["but_one"] else -1
    return rows[index] if rows and -len(rows) <= index < len(rows) else None


def _case(record: Proposed) -> str | None:
    return record.item.case if record.item is not None else record.proposals[0].case


def _has_minutes(record: Proposed, corpus: Corpus) -> bool:
    """Whether the archive has minutes of the meeting."""
    first = record.proposals[0]
    return any((d.body, d.meeting) == (first.body, first.meeting) for d in corpus.of_kind(PassageKind.DECISION))


def _said(query: Query, asked: AskedOfProposal, record: Proposed, corpus: Corpus) -> Draft | None:
    """What the proposal of a case says of what is asked for."""
    lines = [(proposal, line) for proposal in record.proposals for line in points(proposal)]
    if _HOW_MANY_POINTS.search(asked.text):
        return Draft((_counted(lines), *(said for proposal in record.proposals for said in proposed(proposal))))
    named = _OF_POINT.search(asked.text)
    if named is not None:
        index = int(named["number"]) - 1 if named["number"] else _ORDINALS[named["ordinal"].lower()]
        index = index - 1 if not named["number"] and index > 0 else -2 if named["but_one"] else index
        return line_proposed(*lines[index]) if -len(lines) <= index < len(lines) else None
    if not _tells(query, asked.text, [line for _, line in lines]):
        return _untold(lines[0][0]) if asked.outright or asked.afterwards else None
    first = record.proposals[0]
    # "Hva blir det til hvis vi sier ja?", "skal vi bestemme noe?" ask for no decision that has been made.
    done = _DONE.search(asked.text) or _PAST.search(asked.text)
    cues = query.cues if done else query.cues - {Cue.DECIDED}
    cues |= {Cue.DECIDED} if asked.settled else frozenset()
    meeting = MeetingKey(first.body, first.meeting)
    return proposal_answer(replace(query, cases=(str(first.case),), meetings=(meeting,), cues=cues), (), corpus)


def _nothing_proposed(asked: AskedOfProposal, record: Proposed) -> Draft | None:
    """That the council has nothing to decide in a case, with its row of the agenda, where a question is for what it is to do."""
    if record.item is None or asked.outright or asked.afterwards or asked.settled:
        return None
    lacking = Statement(f"Dokumentene har ikke noe forslag til vedtak i {named_case(str(record.item.case))}.")
    return Draft((lacking, titled(record.item)))


def _counted(lines: Sequence[tuple[Passage, str]]) -> Statement:
    """How many points a proposal has."""
    support = tuple(Support(proposal, line) for proposal, line in lines)
    text = f"Forslaget til vedtak i {named_case(lines[0][0].case or '')} har {len(lines)} punkter."
    return Statement(text, support, (str(len(lines)),))


def _tells(query: Query, asked: str, lines: Sequence[str]) -> bool:
    """Whether any line has the form of what is asked for: a day, an amount, a reason."""
    text = "\n".join(lines)
    if _DEADLINE.search(asked):
        return tells_time(text)
    if Cue.WHY in query.cues:
        return not _WHY_PROPOSED.search(asked) and bool(_REASON.search(text))
    if query.wanted is Wanted.NUMBER and ASKS_MONEY.search(asked):
        return any(has_wanted(query, line) for line in lines)
    if query.wanted in (Wanted.NUMBER, Wanted.TIME) and not query.cues & {Cue.MONEY}:
        return any(has_wanted(query, line) for line in lines)
    return True


def _untold(proposal: Passage) -> Draft:
    return Draft.abstaining(f"Det står ikke i forslaget til vedtak i {named_case(proposal.case or '')}.")
