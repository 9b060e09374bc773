"""Answers about who met, who was away and who sat in whose seat, from the lists of names in minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from radsassistent.answers.draft import Draft, Statement, Support, listed, statement
from radsassistent.answers.members.attendance_listed import AWAY_TOLD, listed_as
from radsassistent.answers.members.constraints import constraints_of, satisfying
from radsassistent.answers.members.groups import newest_lists
from radsassistent.answers.members.statements import detail_told
from radsassistent.answers.members.statements import person as said_person
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings import Presence
from radsassistent.meetings.dates import norwegian
from radsassistent.meetings.outcomes import sentences
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_AWAY = re.compile(
    r"\b(?:forfall\w*|avbud|manglet(?=\s+(?:på|i|fra)\s+(?:\w+\s+)?\w*møte)|mangla(?=\s+(?:på|i|frå)\s+(?:\w+\s+)?\w*møte)|uteb(?:le|lei|litt)|glimret\s+med|was\s+missing|were\s+missing|(?:(?:hvem|kven|noen|nokon|who|anyone|anybody)\s+(?:som\s+|is\s+|are\s+)?(?:mangler|manglar|missing))(?=\s*(?:[?,.]|$))|meldte?\s+(?:\w+\s+)?fr[aå](?!\s+om\s+(?!forfall|frafall|fravær))|kunne\s+ikke\s+(?:komme|møte)|borte\s+fra|(?:var|er|blei|vart)\s+(?:\w+\s+){0,4}(?:borte|vekke)(?=\s*(?:[?,.]|$))|fr[aå]fall\w*|fravær\w*|(?:ikke|ikkje)\s+(?:kommer|kjem|møter|kom)(?!\s+(?:seg|meg|oss|fra|frå|med|inn|ut|fram|frem|videre|vidare|over|igjennom|gjennom|på|til\s+å)\b)|(?:(?:kan|får|kunne)\s+(?:ikke|ikkje)|(?:ikke|ikkje)\s+(?:kan|får|kunne))\s+(?:komme|kome|møte|delta|være\s+med|vere\s+med)(?!\s+(?:fra|frå|med|inn|ut|fram|frem|videre|vidare|over|igjennom|gjennom)\b)|can(?:no|['’])?t\s+(?:come|attend|make\s+it)|(?:møtte|møter|kom|kommer|kjem|deltok|dukket\s+opp)\s+(?:ikke|ikkje)(?!\s+(?:fra|frå|from|med|inn|ut|fram|frem|videre|vidare|over|igjennom|gjennom)\b)|ikk(?:j)?e\s+(?:til\s?ste?de?s?|møtt\w*|møte)|absent|absence\w*|did\s+not\s+attend)\b",
    re.IGNORECASE,
)
_STAND_IN = re.compile(r"\bvara(?:medlem\w*|representant\w*|folk|er|ene)?\b|\bsubstitut\w*\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\bvara(?:medlem\w*|representant\w*|folk|er|ene)?\b|\b(?:møt(?:te|t|er)|stil(?:te|t)|sat(?:t)?|kom|deltok|came|attended)\s+(?:\w+\s+)?(?:for|i\s+(?:stedet|staden)\s+for|instead\s+of)\b|"
    r"\b(?:sat|satt|tok|overtok|fylte|fekk|fikk|var)\s+(?:\w+\s+){0,2}?(?:stolen|setet|plassen)\s+(?:til|etter|for)\b|\bsin\s+(?:stol|plass)\b|"
    r"\berstatt(?:et|a|e)\b|\b(?:sto|stod|stilte|trådte|tredde|stepp(?:et|a|er))\s+(?:\w+\s+)?inn\s+for\b|\bsubstitut\w*\b|\b(?:stood|sat|filled)\s+in\s+for\b",
    re.IGNORECASE,
)
# "Borte uten at noen møtte i stedet", "noen som ikke fikk vara", "ingen erstatter for".
_UNREPLACED = re.compile(
    r"\b(?:uten|utan|without)\s+(?:at\s+(?:\w+\s+){1,3}?(?:stilte|møtte|møter|stiller|kom|kommer|kjem|steppet|gikk|sat|satt)\b|"
    r"(?:(?:noen|nokon|en|ein|a|any)\s+)?(?:vara\w*|erstat\w+|stedfortred\w+|substitute|replacement))|"
    r"\b(?:(?:ikke|ikkje|ingen|inga|not|no)\s+(?:(?:fikk|fekk|får|hadde|har|ble|blei|vart|blir|noen|nokon|en|ein|har\s+fått|get|got)\s+){0,2})(?:vara\w*|erstat\w+|stedfortred\w+|substituted?|replaced)\b",
    re.IGNORECASE,
)
# Those who may vote are fewer than those who met; minutes tell how many in a sentence.
_VOTING = re.compile(
    r"\b(?:stemmerett|stemmeberettig\w*|røysterett|røysteføre?|voting|right\s+to\s+vote)\b", re.IGNORECASE
)
_COUNTS = re.compile(
    r"\b(?:\d+|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|alle)\b", re.IGNORECASE
)
_FOR_ANYBODY = re.compile(
    r"\bi\s+(?:stedet|staden)\s+for\b|\binstead\s+of\b|\bfor\s+(?:noen|nokon|andre|dem|dei|de|hvem|kven|anyone|somebody|others)\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:til\s?ste?de|til\s?stades|møtt(?:e|es)?|deltok|deltakere?|frammøt\w*|fremmøt\w*|oppmøte\w*|attend\w*|present)\b",
    re.IGNORECASE,
)
# "… da vi møttes i mars" tells when, not who is asked for.
_AT_THAT_TIME = re.compile(
    r"\b(?:da|når|då|sist|when|last\s+time)\s+(?:vi|me|dere|de|rådet|utvalget|utvalet|styret|we|the\s+council)\s+(?:sist\s+)?(?:møttes|møtes|møttest|var\s+samlet|met)\b",
    re.IGNORECASE,
)
_TAKES_MINUTES = re.compile(
    r"\b(?:hvem|kven|who)\s+(?:\w+\s+){0,4}?(?:skrev|skreiv|skriver|skriv|føre|førte|fører|ført|skrive|skrevet|referent|took|takes?|taking|keeps?|keeping|writes?|writing|wrote)\b.*\b(?:møte)?(?:referat|protokoll|minutes|møteb)\w*|"
    r"\b(?:hvem|kven|who)\s+(?:er|var|was|is)\s+(?:the\s+)?(?:referent|møtesekretær|protokollfør)\w*",
    re.IGNORECASE,
)
# "Hvem har forfall, og hvem møter i stedet?"
AND_INSTEAD = re.compile(
    r"\b(?:og|and)\s+(?:hvem|kven|who)\b.*\b(?:i\s+(?:stedet|staden)|isteden|istaden|plassen|setet|stolen|vara\w*|for\s+(?:dem|dei|ham|henne)|(?:inn\s+)?(?:da|då)|instead)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:ingen|inga|ikke|ikkje)\b.*\bvara|\bvara\w*\b.*\b(?:ingen|inga|ikke|ikkje)\b", re.IGNORECASE)
_TAKER = re.compile(
    r"^(?:referent|møtesekretær|sekretær|protokollfører|protokollførar|skriver)\s*:\s*\S", re.IGNORECASE
)
# … of somebody on a list: "Sekretariatsleiar, fører protokollen".
_WRITES = re.compile(
    r"\b(?:referent|protokollfør\w+|møtesekretær|(?:fører|førte|skriver|skriv|skrev|skreiv)\s+(?:møte)?(?:protokoll|referat|møtebok)\w*)\b",
    re.IGNORECASE,
)
_SAYS_AWAY = re.compile(r"^(?:meldt\s+)?(?:forfall|avbud|frafall)\b[^:]{0,30}:\s*\S", re.IGNORECASE)
_TODAY = re.compile(
    r"\b(?:i\s+dag|today|this\s+time|denne\s+g[ao]ngen|dette\s+møtet|(?:på|til)\s+møtet)\b", re.IGNORECASE
)
# The words of the lists; a question with more of its own is about something else.
_ABOUT_MORE = frozenset({Cue.DECIDED, Cue.PROPOSAL, Cue.PRESENT, Cue.DEBATE, Cue.SHARE})
# "Hvem skal lage en plan mot fraværet?" asks who does something about it.
_TO_DO = re.compile(
    r"\b(?:hvem|kven|who)\s+(?:skal|må|bør|kan|should|must|will|is\s+to)\s+(?!(?:være|vere|ha|møte|delta|stille|be|attend|ikke|ikkje|not)\b)[a-zæøå]{3,}",
    re.IGNORECASE,
)
# "Hvem melder jeg avbud til?" asks whom to tell.
_TO_WHOM = re.compile(
    r"\b(?:hvem|kven|who|hvor|kor|where|how|hvordan|korleis)\b.*\b(?:sier|seier|si|melder|melde|varsl\w+|gir|gi|kontakt\w+|ringer|ringe|tell|notify|report|contact|call)\b.*\b(?:jeg|eg|vi|me|man|ein|en|du|(?-i:I)|we)\b|"
    r"\b(?:jeg|eg|vi|me|man|ein|du|(?-i:I)|we)\b.*\b(?:sier|seier|si|melder|melde|varsl\w+|gir|gi|kontakt\w+|tell|notify|report|contact|call)\b|\b(?:meldes|meldast|varsles)\b.*\btil\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:forfall|fr[aå]fall|avbud|fravær|absence)\b[^.]*?\b(?:meldes|meldast|varsles|varslast|gis|sendes|rettes|må\s+meldes)\b|"
    r"\b(?:meld|melde|gi|varsle|report)\b[^.]*?\b(?:forfall|fr[aå]fall|avbud|fravær|absence)\b[^.]*?\b(?:til|to)\b",
    re.IGNORECASE,
)
_SAID = {Presence.ABSENT: "Forfall", Presence.PRESENT: "Til stede", Presence.SUBSTITUTE: "Vara"}


def asks_who_takes_minutes(query: Query) -> bool:
    """Whether a question is for who writes down what is said."""
    return _TAKES_MINUTES.search(query.question) is not None


def minutes_taker(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who took the minutes, where they say so under a label ("Referent: …") or of one of those who met."""
    if not asks_who_takes_minutes(query) or query.cases or query.people:
        return None
    meetings = query.meetings or corpus.meetings
    for meeting in meetings:
        told = [
            unit
            for unit in corpus.of_kind(PassageKind.UNIT)
            if MeetingKey(unit.body, unit.meeting) == meeting and _TAKER.match(unit.text)
        ]
        if told:
            return Draft((statement(f"{told[0].text.strip().rstrip('.')}.", told[0]),))
        taker = next(
            (
                person
                for person in corpus.of_kind(PassageKind.ATTENDANCE)
                if MeetingKey(person.body, person.meeting) == meeting
                and (title := person.data["title"] or "")
                and (_TAKER.match(f"{title}: {person.data['name']}") or _WRITES.search(title))
            ),
            None,
        )
        if taker is not None:
            return Draft((statement(f"{_described(taker)}.", taker, taker.data["name"]),))
        members = [m for m in corpus.of_kind(PassageKind.MEMBER) if MeetingKey(m.body, m.meeting) == meeting]
        writers = [m for m in members if _WRITES.search(f"{m.data['title'] or ''}, {m.data['role'] or ''}")]
        if writers:
            return Draft(tuple(said_person(m, query) for m in writers))
        beside = [(m, str(each[0]), str(each[1])) for m in members for each in m.data.get("details", ())]
        told_so = [detail_told(*each) for each in beside if _WRITES.search(each[2])]
        if told_so:
            return Draft(tuple(told_so))
    return None


def voters_present(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The sentence that tells how many of those who met could vote, on the page that lists them; None for any other question."""
    if Cue.HOW_MANY not in query.cues or not _VOTING.search(query.text) or query.cases:
        return None
    pages = {(person.sha256, person.slide) for person in _of_meetings(replace(query, people=()), (), corpus)}
    for unit in corpus.of_kind(PassageKind.UNIT):
        if (unit.sha256, unit.slide) in pages:
            for sentence in sentences(unit.text):
                if _VOTING.search(sentence) and _COUNTS.search(sentence):
                    return Draft((statement(sentence, unit, sentence),))
    return None


def attendance_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who met or was away, of the meetings named, else of the newest that tells; None for any other question."""
    if query.cues & _ABOUT_MORE or query.cases or _TO_DO.search(query.text):
        return None
    if _TO_WHOM.search(query.text):
        return _told_to(query, corpus) if _AWAY.search(query.text) else None
    wanted = _wanted(query.text)
    if not wanted or (query.people and query.cues & {Cue.TITLE, Cue.EMPLOYER}):
        return None
    return _of_attendance(query if query.people else replace(query, people=called(query, corpus)), wanted, corpus)


def _of_attendance(query: Query, wanted: Sequence[Presence], corpus: Corpus) -> Draft | None:
    """Those listed who met or were away as is `wanted`, or what a line or a column tells of them before the meeting."""
    wanted = tuple(wanted)
    listed_people = _of_meetings(query, wanted, corpus)
    if query.people:
        told = _of_people(query, wanted, listed_people, corpus)
        return told or (listed_as(query, AWAY_TOLD, "", corpus) if wanted == (Presence.ABSENT,) else None)
    announced = any(person.data.get("announced") for person in listed_people)
    if wanted == (Presence.ABSENT,) and not (
        any(_presence(person) is Presence.ABSENT for person in listed_people) or (listed_people and not announced)
    ):
        text = _TODAY.sub(" ", _AWAY.sub(" ", query.asked)).strip(" ?")
        return _away_by_text(query, corpus) or listed_as(query, AWAY_TOLD, text, corpus)
    if not query.cues & {Cue.WHO, Cue.LIST, Cue.HOW_MANY} and not re.search(
        r"\b(?:noen|nokon|anyone)\b", query.text, re.I
    ):
        return None
    found = [person for person in listed_people if _presence(person) in wanted]
    if wanted == (Presence.ABSENT,):
        found = _those_of(found, query, corpus)
        if _UNREPLACED.search(query.text):
            replaced = {person.data["instead_of"] for person in listed_people}
            found = [person for person in found if person.data["name"] not in replaced]
    # "Hvem satt der for fiskerne" asks for a member.
    for_a_member = wanted == (Presence.SUBSTITUTE,) and not (
        _STAND_IN.search(query.text) or _FOR_ANYBODY.search(query.text)
    )
    # Who will come is not told by who will not.
    untold = not listed_people or (announced and (not found or Presence.PRESENT in wanted))
    if for_a_member or untold:
        return _in_seat_of(query, wanted, corpus) if for_a_member else None
    if not found:
        words = " eller ".join(_SAID[presence].lower() for presence in wanted)
        return Draft.abstaining(f"Referatet har ingen liste med {words}.")
    counted = Cue.HOW_MANY in query.cues
    held = [presence for presence in wanted if any(_presence(person) is presence for person in found)]
    lists = [_list(found, presence, counted=counted) for presence in held]
    if wanted == (Presence.ABSENT,) and AND_INSTEAD.search(query.asked):
        away = {person.data["name"] for person in found}
        lists += [said_of([each]) for each in listed_people if each.data["instead_of"] in away]
    return Draft(tuple(lists))


def _told_to(query: Query, corpus: Corpus) -> Draft | None:
    """The line that says whom to tell that one cannot come: "Forfall meldes sekretariatet innen tirsdag"; where no meeting is
    spoken of, that of the newest meeting of each council, with the council where several tell it.
    """
    meetings = query.meetings or corpus.newest_of_bodies
    first: dict[str, Passage] = {}
    for unit in corpus.of_kind(PassageKind.UNIT):
        if MeetingKey(unit.body, unit.meeting) in meetings and _REPORTED.search(unit.text):
            first.setdefault(unit.body, unit)
    if first:
        leads = {body: f"{body}: " if len(first) > 1 else "" for body in first}
        return Draft(tuple(statement(f"{leads[body]}{u.text.rstrip('.')}.", u, u.text) for body, u in first.items()))
    return Draft.abstaining("Dokumentene sier ikke hvem det skal meldes til.") if Cue.WHO in query.cues else None


def _those_of(found: Sequence[Passage], query: Query, corpus: Corpus) -> list[Passage]:
    """Those of the people listed whom a question is for by what they are or sit for: "hvem fra Fagforbundet kan ikke komme?"."""
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    text = _AWAY.sub(" ", query.asked).strip(" ?")
    constraints, unexplained = constraints_of(text, query, members, members, corpus)
    if unexplained or not constraints:
        return list(found)
    names = {str(m.data["name"]) for m in satisfying(constraints, members, text)}
    meant = [person for person in found if person.data["name"] in names]
    return meant or list(found)


def _in_seat_of(query: Query, wanted: Sequence[Presence], corpus: Corpus) -> Draft | None:
    """Who sat in the seat of the members whom a question is for by their organisation: "hvem møtte for fagskolen?"; None where
    nobody else did.
    """
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    text = _INSTEAD.sub(" ", query.asked).strip(" ?")
    constraints, unexplained = constraints_of(text, query, members, members, corpus)
    if unexplained or not constraints:
        return None
    names = tuple(str(m.data["name"]) for m in satisfying(constraints, members, text))
    found = _of_meetings(replace(query, people=names), wanted, corpus) if names else []
    return Draft((said_of(found),)) if found else None


def called(query: Query, corpus: Corpus) -> tuple[str, ...]:
    """The people listed whom a question calls by no more than a first or a last name that nobody else of them has."""
    names = {person.data["name"] for person in corpus.of_kind(PassageKind.ATTENDANCE)}
    parts = [part for name in names for part in (name.split()[0], name.split()[-1])]
    asked = set(re.findall(rf"{CAPITAL}[\w-]+", query.question))
    return tuple(
        name
        for name in sorted(names)
        if any(part in asked and parts.count(part) == 1 for part in (name.split()[0], name.split()[-1]))
    )


def _of_people(query: Query, wanted: Sequence[Presence], found: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """How the people named took part; that somebody was away does not tell why."""
    if not found:
        return _nobody_for(query, corpus) if tuple(wanted) == (Presence.SUBSTITUTE,) else None
    unsaid = Cue.WHY in query.cues and not any(person.data.get("reason") for person in found)
    if Cue.WHO in query.cues and any(person.data.get("announced") for person in found):
        # Asked who, of somebody who will be away, it is asked who comes.
        found = [*found, *coming_for([str(person.data["name"]) for person in found], corpus)]
    return None if unsaid else Draft((said_of(found),))


def coming_for(names: Sequence[str], corpus: Corpus) -> list[Passage]:
    """Those who are told before the newest meeting to come in the seats of the people named."""
    newest = corpus.meetings[:1]
    return [
        person
        for person in corpus.of_kind(PassageKind.ATTENDANCE)
        if person.data.get("announced")
        and person.data["instead_of"] in names
        and MeetingKey(person.body, person.meeting) in newest
    ]


def _nobody_for(query: Query, corpus: Corpus) -> Draft | None:
    """Of somebody who was away and in whose seat nobody sat, that the minutes name nobody, or their sentence on it."""
    away = [
        person
        for person in _of_meetings(query, (Presence.ABSENT,), corpus)
        if _presence(person) is Presence.ABSENT and person.data["name"] in query.people
    ]
    if not away:
        return None
    person = away[0]
    for unit in corpus.of_kind(PassageKind.UNIT):
        if (unit.sha256, unit.slide) == (person.sha256, person.slide):
            for sentence in sentences(unit.text):
                if _NOBODY.search(sentence) and person.data["name"].split()[-1] in sentence:
                    return Draft((statement(sentence, unit, sentence),))
    return Draft.abstaining(f"Referatet nevner ingen som møtte for {person.data['name']}.")


def _away_by_text(query: Query, corpus: Corpus) -> Draft | None:
    """Who is away, where a slide of the meeting named, else of the newest, says so on a line: "Forfall i dag: …"."""
    meetings = query.meetings or corpus.meetings[:1]
    told = [
        unit
        for unit in corpus.of_kind(PassageKind.UNIT)
        if MeetingKey(unit.body, unit.meeting) in meetings and _SAYS_AWAY.match(unit.text)
    ]
    return Draft(tuple(statement(f"{unit.text.rstrip('.')}.", unit) for unit in told)) if told else None


def asks_who_is_away(query: Query) -> bool:
    """Whether a question is for those who do not come or were away."""
    return _wanted(query.text) == (Presence.ABSENT,)


def _wanted(text: str) -> tuple[Presence, ...]:
    text = _AT_THAT_TIME.sub(" ", text)
    # "Borte i dag", "manglet på møtet".
    if _AWAY.search(text) or _AWAY.search(_TODAY.sub("", text).strip()) or _UNREPLACED.search(text):
        return (Presence.ABSENT,)
    if _INSTEAD.search(text):
        return (Presence.SUBSTITUTE,)
    return (Presence.PRESENT, Presence.SUBSTITUTE) if _THERE.search(text) else ()


def _of_meetings(query: Query, wanted: Sequence[Presence], corpus: Corpus) -> list[Passage]:
    """The people listed at the meetings named, else at the newest that lists any: of those asked about, if any.

    Who sat in somebody's seat is listed with that one's name beside the own.
    """
    people = corpus.of_kind(PassageKind.ATTENDANCE)
    if query.people:
        own = [p for p in people if p.data["name"] in query.people]
        replacing = [p for p in people if p.data["instead_of"] in query.people]
        # Asked who stood in for somebody, nothing is told where nobody did.
        people = replacing if wanted == (Presence.SUBSTITUTE,) else own
    # Who is away today is not told by the last minutes.
    meetings = query.meetings or (corpus.meetings[:1] if _TODAY.search(query.asked) else corpus.meetings)
    for meeting in meetings:
        found = [p for p in people if MeetingKey(p.body, p.meeting) == meeting]
        if found:
            return found
    return []


def _presence(person: Passage) -> Presence:
    return Presence(person.data["presence"])


def _list(people: Sequence[Passage], presence: Presence, *, counted: bool) -> Statement:
    of_kind = [person for person in people if _presence(person) is presence]
    first = of_kind[0]
    day = f" {norwegian(date.fromisoformat(first.meeting))}" if first.meeting else ""
    names = listed([_described(person) for person in of_kind])
    text = f"{_SAID[presence]} i {first.body}{day}: {f'{len(of_kind)}, ' if counted else ''}{names}."
    support = tuple(Support(person, person.data["name"]) for person in of_kind)
    # The day is the meeting's as the archive has it, however the page writes it.
    return Statement(text, support, (day, *((str(len(of_kind)),) if counted else ())))


def _described(person: Passage) -> str:
    """ "Kari Berg (leder, AP)", "Tor Lien for Anne Vik"."""
    told = (person.data["title"], person.data["organisation"], person.data.get("reason"))
    facts = ", ".join(fact for fact in told if fact)
    instead = f" for {person.data['instead_of']}" if person.data["instead_of"] else ""
    return f"{person.data['name']}{f' ({facts})' if facts else ''}{instead}"


def said_of(people: Sequence[Passage]) -> Statement:
    parts = []
    for person in people:
        presence, name, reason = _presence(person), person.data["name"], person.data.get("reason")
        announced = bool(person.data.get("announced"))
        if presence is Presence.SUBSTITUTE:
            instead, met = person.data["instead_of"], "møter" if announced else "møtte"
            why = f" ({reason})" if reason else ""
            parts.append(f"{name} {met} for {instead}{why}" if instead else f"{name} {met} som vara")
        elif presence is Presence.PRESENT and announced and reason:
            parts.append(f"{name}: {reason}")
        else:
            why = f" ({reason})" if reason else ""
            away = "har meldt forfall" if announced else "hadde forfall"
            parts.append(f"{name} {f'{away}{why}' if presence is Presence.ABSENT else 'var til stede'}")
    return Statement(f"{listed(parts)}.", tuple(Support(person, person.data["name"]) for person in people))
