"""A question to a Query: cases, slides, meetings, years and people that it names, and what it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rapidfuzz import fuzz

from radsassistent.archive import PassageKind
from radsassistent.meetings.case_numbers import CASE_NUMBER, case_numbers
from radsassistent.meetings.dates import MONTHS, dates_in, norwegian
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue, cues
from radsassistent.search.parts import Part
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem, words

_SHORT_CASE = re.compile(
    r"\b(?:sak|saken|saka|sakene|saker|case|item)\s*(?:nr\.?|nummer)?\s*"
    r"(?P<numbers>\d{1,3}(?:\s*(?:,|og|til|-|–|and)\s*\d{1,3})*)\b(?!\s*/)(?:\s+(?:i|fra|av)\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_ORDINALS = {
    "første": 1, "fyrste": 1, "andre": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "sjuende": 7, "syvende": 7,
    "åttende": 8, "niende": 9, "tiende": 10, "ellevte": 11, "tolvte": 12,
}  # fmt: skip
_ORDINAL_CASE = re.compile(rf"\b(?P<ordinal>{'|'.join(_ORDINALS)})\s+sak(?:en)?\b", re.IGNORECASE)
_TOPIC_CASE = re.compile(r"\b(?P<topic>[^\W\d_]{3,}(?:-[^\W\d_]+)*?)-?sak(?:en|a)\b", re.IGNORECASE)
_SLIDE = re.compile(
    r"\b(?:lysbilde|lysark|slide|side|plansje|foil)\s*(?:nr\.?|nummer)?\s*(?P<number>\d{1,4})\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d/.])(20\d\d)(?![\d/]|\.\d)")
_MONTH_OF_MEETING = re.compile(
    rf"\b(?P<month>{'|'.join(MONTHS)})(?:møtet|møte)\b|\bmøtet?\s+(?:i\s+\w+\s+)?i\s+(?P<month2>{'|'.join(MONTHS)})\b(?:\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)

_PERSON = re.compile(r"\b(han|hun|ho|hans|hennes|hennar|vedkommende|he|she|his|her)\b", re.IGNORECASE)
_WHO = re.compile(r"\b(hvem|kven|who|hvilken\s+person|navn(?:et)?\s+på)\b", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(når|klokk\w+|klokkeslett\w*|kl\.|hvilken\s+tid|hvilket\s+tidspunkt|tidspunkt\w*|hva\s+tid|when|what\s+time|"
    r"hvor\s+lang\w*\s+(?:tid\s+)?tilbake)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b((?:hvor|kor)\s+(?:mange|mye|mykje|stor\w*|høy\w*|høg\w*|lang\w*)|how\s+(?:many|much|large|big)|antall?\w*|"
    r"(?:hva|kva)\s+(?:koster|kostar|(?:blir|er)\s+(?:summen|kostnad\w*))|prosent\w*|andel\w*|beløp\w*)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"\b(hvilke|hva\s+slags|kva\s+for|list\w*|nevn|which|alle|hvem\s+alle)\b", re.IGNORECASE)

# A name misspelt in a letter or two ("Jakobsen", "Jacobsen") still names the person: rapidfuzz ratio, 0 to 100.
NAME_RATIO = 88
# A word of so many letters is known when it ends another: "direktoratet" in "Helsedirektoratet".
_SHORTEST_ENDING = 6
# Words of a question that are capitalised without being names.
_NO_NAMES = frozenset(
    "hvem hva hvor når hvilke hvilken hvilket hvordan hvorfor kven kva kor korleis sak saken er ble har skal kan og i "
    "norge norsk norske møtet møte rådet the who what".split()
)


def understand(question: str, corpus: Corpus, part: Part | None = None, spoken_of: Sequence[str] = ()) -> Query:
    """What a question names and asks for. Deterministic; looks names up in the archive itself.

    A later `part` of a question takes over the case of the first where it names nothing itself, and is searched for with
    it where it only says "det". `spoken_of` are the people of the answer before, whom "han" or "hun" stands for.
    """
    text = " ".join(question.split())
    before = part.before if part is not None else ""
    goes_on = part is not None and (part.subjectless or not corpus.topic(text))
    searched = f"{text} {before}".strip() if part is not None and part.subjectless else text
    cases, unknown = _cases(text, corpus)
    if not cases and not unknown:
        # "Hvem legger frem sak 9, og når begynner den?": a later question in a question is about the first one's case.
        cases = _named_by_topic(text, corpus) or (_cases(before, corpus)[0] if goes_on else ())
    meetings, unknown_meeting = _meetings(text, corpus)
    people = _people(text, corpus)
    if not people and spoken_of and _PERSON.search(text):
        # It is about the person now, who need not be in that case alone.
        people, cases = tuple(spoken_of), _cases(text, corpus)[0]
    years = tuple(dict.fromkeys(_YEAR.findall(_without_cases(text))))
    return Query(
        question=question,
        text=searched,
        wanted=_wanted(text),
        terms=tuple(corpus.asked(searched)),
        cases=cases,
        unknown_cases=unknown,
        slides=tuple(int(match["number"]) for match in _SLIDE.finditer(text)),
        meetings=meetings,
        unknown_meeting=unknown_meeting,
        years=years,
        people=people,
        cues=cues(text),
        unknown_names=_unknown_names(text, corpus, people),
    )


def _without_cases(text: str) -> str:
    return CASE_NUMBER.sub(" ", text)


def _cases(text: str, corpus: Corpus) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The case numbers named that the archive has, and those it does not have."""
    named = case_numbers(text)
    for match in _SHORT_CASE.finditer(text):
        numbers = [int(number) for number in re.findall(r"\d+", match["numbers"])]
        for number in numbers:
            named.append(_full_number(number, match["year"], corpus))
    for match in _ORDINAL_CASE.finditer(text):
        named.append(_full_number(_ORDINALS[match["ordinal"].lower()], None, corpus))
    named = list(dict.fromkeys(named))
    return tuple(n for n in named if n in corpus.cases), tuple(n for n in named if n not in corpus.cases)


def _named_by_topic(text: str, corpus: Corpus) -> tuple[str, ...]:
    """ "FHI-saken", "veikartsaken": the one case whose agenda row has the word; none when several have."""
    for match in _TOPIC_CASE.finditer(text):
        wanted = set(corpus.terms(match["topic"]))
        found = {
            item.case
            for item in corpus.of_kind(PassageKind.AGENDA)
            if item.case and wanted & set(corpus.terms(f"{item.data['title']} {item.data['organisation'] or ''}"))
        }
        if len(found) == 1:
            return tuple(found)
    return ()


def _full_number(number: int, year: str | None, corpus: Corpus) -> str:
    """ "sak 5" is the newest meeting's case of that number; when none has it, the number with the newest year."""
    known = [case for case in corpus.cases if case.split("/")[0] == str(number)]
    if year is not None:
        return f"{number}/{year[2:]}"
    if known:
        return max(known, key=lambda case: case.split("/")[1])
    newest = max((case.split("/")[1] for case in corpus.cases), default="")
    return f"{number}/{newest}" if newest else str(number)


def _meetings(text: str, corpus: Corpus) -> tuple[tuple[MeetingKey, ...], str | None]:
    """The meetings that the question names by date or month; and the name of one that the archive does not have."""
    bodies = {meeting.body for meeting in corpus.meetings}
    named = {body for body in bodies if body and body.casefold() in text.casefold()} if len(bodies) > 1 else set()
    known = tuple(meeting for meeting in corpus.meetings if not named or meeting.body in named)
    days = dates_in(text)
    found = tuple(meeting for meeting in known if meeting.date in {day.isoformat() for day in days})
    if found:
        return found, None
    if days and Cue.MEETING in cues(text):
        return (), norwegian(days[0])
    match = _MONTH_OF_MEETING.search(text)
    if match is None:
        return (known if named else ()), None
    month = MONTHS[(match["month"] or match["month2"]).lower()]
    year = match["year"]
    found = tuple(
        meeting
        for meeting in known
        if meeting.date
        and date.fromisoformat(meeting.date).month == month
        and (year is None or meeting.date.startswith(year))
    )
    if found:
        return found, None
    return (), match[0]


def _people(text: str, corpus: Corpus) -> tuple[str, ...]:
    """The archive's people that a question names, by full name, by first and last name, or by a telling single name."""
    lowered = text.casefold()
    asked = re.findall(r"[^\W\d_][\w'’-]+", text)
    found = []
    for name in sorted(corpus.names):
        parts = name.split()
        if name.casefold() in lowered or _names(parts, asked):
            found.append(name)
    return tuple(found)


def _names(parts: list[str], asked: list[str]) -> bool:
    """Whether capitalised words of the question are parts of the name: the last name, or two parts, nearly spelt so."""
    capitalised = [word for word in asked if word[:1].isupper() and word.casefold() not in _NO_NAMES]
    hits = [part for part in parts if any(_nearly(part, word) for word in capitalised)]
    if len(hits) >= 2:
        return True
    return parts[-1] in hits and len(parts[-1]) >= 4


def _nearly(part: str, word: str) -> bool:
    bare = word.removesuffix("s") if not part.endswith("s") else word
    return fuzz.ratio(part.casefold(), bare.casefold()) >= NAME_RATIO


def _unknown_names(text: str, corpus: Corpus, people: tuple[str, ...]) -> tuple[str, ...]:
    """Capitalised words or runs of them, inside a sentence, of which the archive has not a single word."""
    if people:
        return ()
    found = []
    for match in re.finditer(r"(?<![.!?:]\s)(?<!^)\b[A-ZÆØÅ][\w-]+(?:\s+[A-ZÆØÅ][\w-]+)*", text):
        if not any(word in _NO_NAMES or _known(word, corpus) for word in words(match[0])):
            found.append(match[0])
    return tuple(found)


def _known(word: str, corpus: Corpus) -> bool:
    """Whether the archive has a word: in another form, in a compound, at a word's end, or spelt a letter otherwise."""
    bare = word.removesuffix("s") if len(word) > 3 else word
    if {word, bare} & corpus.words or corpus.lexical.has(stem(word)) or CASE_NUMBER.fullmatch(word):
        return True
    parts = [part for part in re.split(r"[-@]", word) if len(part) > 1]
    if len(parts) > 1 and all(_known(part, corpus) for part in parts):
        return True
    if len(stem(word)) >= _SHORTEST_ENDING and any(known.endswith(word) for known in corpus.words):
        return True
    return corpus.lexical.compounds.parts(stem(word)) != () or bool(corpus.lexical.forms(stem(word)))


def _wanted(text: str) -> Wanted:
    """The form of answer that the question words demand, the most telling of them first."""
    for pattern, wanted in (
        (_WHO, Wanted.PERSON),
        (_WHEN, Wanted.TIME),
        (_NUMBER, Wanted.NUMBER),
        (_LIST, Wanted.LIST),
    ):
        if pattern.search(text):
            return wanted
    return Wanted.TEXT
