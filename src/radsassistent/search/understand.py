"""A question to a Query: cases, slides, meetings, years and people that it names, and what it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.documents.letters import CAPITAL, CAPITALS, SMALLS
from radsassistent.meetings.case_numbers import CASE_NUMBER
from radsassistent.search.asked_for import AskedFor, asked_for
from radsassistent.search.cases_named import cases_by_topic, cases_named, cases_of_type
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import ASKS_WHEN, Cue, cues
from radsassistent.search.english import norwegian_terms
from radsassistent.search.intents import intent
from radsassistent.search.meeting_clause import at_meeting
from radsassistent.search.meetings_named import meetings_named, without_meeting, without_year_of_meeting
from radsassistent.search.names import nearly
from radsassistent.search.parts import Part
from radsassistent.search.query import Query, Wanted
from radsassistent.search.relative_years import with_years
from radsassistent.search.style import without_style
from radsassistent.search.terms import STOP_WORDS, is_english, stem, words

_SLIDE = re.compile(
    r"\b(?:lysbilde|lysark|slide|side|plansje|foil)\s*(?:nr\.?|nummer)?\s*(?P<number>\d{1,4})\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d/.])(20\d\d)(?![\d/]|\.\d)")
# What follows the last question mark is a remark: "… for 2026? Jeg så to ulike tall."
_REMARK = re.compile(r"\?\s+[^?]+$")
# Words of courtesy and wishes for the answer's form, at either end of a question; what it asks for is in between.
_COURTESY = re.compile(
    r"^(?:(?:jeg|eg)\s+(?:lurer|undrast|lurar|vil\s+gjerne\s+vite|vil\s+gjerne\s+vita)(?:\s+på)?|(?:kan|kunne)\s+(?:du|de)\s+(?:si|fortelle|fortelje|svare|seie)"
    r"(?:\s+(?:meg|oss))?(?:\s+på)?|si\s+meg|fortell\s+(?:meg|oss)|vet\s+(?:vi|du|noen)|veit\s+(?:vi|du|nokon)|husker\s+du|hugsar\s+du|(?:minn|påminn)\s+(?:meg|oss)(?:\s+(?:på|om))?|remind\s+(?:me|us)(?:\s+of)?|could\s+you\s+tell\s+(?:me|us)|"
    r"(?:can|could)\s+you\s+say|please|(?:svar|helt|heilt|veldig)\s+kort(?:\s+og\s+greit)?|kort\s+(?:sagt|fortalt|svar)|kort|briefly|in\s+short|"
    r"(?:svar\s+)?(?:(?:i|med)\s+)?(?:én|en|ein|éin|ei|éi|ett|eitt|et|one)\s+(?:setning|ord|tall|tal|linje|word|sentence|number))(?:,?\s+takk|\s+er\s+nok|\s+only)?(?:\s*[,:]\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
# "Jeg er helt fersk her. Hvem …": of the asker.
_OF_ASKER = re.compile(
    r"^(?:jeg|eg|vi|me|i)\s*(?:er|am|['’]m)\s+(?:\w+\s+){0,2}?(?:ny|nye|fersk|ferske|new|usikker|nysgjerrig|curious)\b[^.!?]*[.!]\s+(?=\S)",
    re.IGNORECASE,
)
# "Hvem har ordet, er det lederen?": a guess at the answer.
_GUESS = re.compile(
    r"^(?P<asked>(?:hvem|kven|hva|kva|hvilke\w*|når|hvor|kor|who|what|which|when)\b[^?]*\w)\s*,\s*(?:er|var|is|was)\s+(?:det|it)\s+(?!i\b|så\b|riktig|rett|sant)[^,?]{2,40}\?*$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(han|hun|ho|hans|hennes|hennar|vedkommende|he|she|his|her)\b", re.IGNORECASE)
# "Saken om havna" is the one about the harbour, whichever was spoken of.
_CASE_ABOUT = re.compile(
    r"\b(?:saken|saka|sak|case|item)\s+(?:om|on|about)\s+(?!(?:det|dette|den|it|this|that)\b)\w", re.IGNORECASE
)
# "…, og hva sier forslaget om betalingen?": of the case that the first question is about.
_ITS_PROPOSAL = re.compile(
    r"^\W*(?:hva|kva|what|(?:hvordan|korleis|how)\s+(?:lyder|er|does|is))\b.*\b"
    r"(?:forslaget|framlegget|vedtaket|innstilling(?:en|a)|tilråd(?:n?ing)?(?:en|a)|the\s+proposal)\b"
    r"(?!\s+(?:i|til|fra|frå|på|av|in|for|on|of)\b|\s+om\s+(?!hv|kv|når|at\b))",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:den|saken|saka|punktet|it)\b", re.IGNORECASE)
_ENDED_ABBREVIATION = re.compile(rf"\b({CAPITAL}{{2,}}\d*)-[a-zæøå]+\b")
# "Når begynner sak 9 etter planen?" asks for nothing that comes after the plan.
_BY_THE_PLAN = re.compile(
    r"\better(?=\s+(?:sakslist\w*|saklist\w*|dagsorden(?:en)?|agendaen|planen|timeplanen|møteplanen|kjøreplanen)\b)",
    re.IGNORECASE,
)
_WHAT = re.compile(r"^\W*(?:hva|kva|what)\b", re.IGNORECASE)
_OF_CASES = frozenset({Cue.WHEN, Cue.CLOCK, Cue.DURATION, Cue.PRESENT, Cue.CASE_TYPE, Cue.PROPOSAL, Cue.DECIDED})
# `make train-asked-for` tells how often what is likelier than this is asked for: lengths 0.85, types 0.97, goings-on 0.90.
_SURELY_ASKED = 0.8
_WHO = re.compile(
    r"\b(hvem|kven|who|hvilken\s+person|navn(?:et)?\s+på|(?:hva|kva)\s+heter?\s+(?:han|hun|ho|de|vedkommende)|kva\s+heiter\s+(?:han|ho|dei))\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"\b({ASKS_WHEN}|(?:hvilke[nt]?|kva|what|which)\s+(?:dato\w*|dag(?:er)?|måned(?:er)?|månad(?:er|ar)?|år|dates?|days?|months?|years?)|dato(?:en)?|klokk(?:a|e|en)|klokkeslett\w*|kl\.|hvilken\s+tid|hvilket\s+tidspunkt|tidspunkt\w*|(?:hva|kva|kor|ka)\s+tid|when|what\s+time|"
    r"(?:hvor|kor)\s+lang\w*\s+(?:tid\s+)?(?:tilbake|bakover|attende|attover)|how\s+far\s+back)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b((?:hvor|kor)\s+(?:mange|mye|mykje|stor\w*|høy\w*|høg\w*|lang\w*(?!.*\b(?:kommet|kommen|komne|komen|kome)\b))|how\s+(?:many|much|large|big)|antall?\w*|"
    r"(?:hva|kva|what)\s+(?:kommer|kjem|vil|skal|må|kan|will|would|does|did)\b[^?]*\b(?:koste|kosta|cost)|"
    r"(?:hva|kva)\s+(?:bruker|brukte|betaler|betalte|brukar|brukte)\s+(?:vi|me|de|dei|rådet|staten|man|ein|en)\s+(?:på|for)|"
    r"(?:hva|kva|what)\s+(?:koster|kostar|kosta|kostet|(?:blir|er|var|vart|ble|is|was|are|were)\s+(?:the\s+)?(?:\w+\s+)?"
    r"(?:summen|kostnad\w*|budsjett(?:et|ramma|rammen)|ramma|rammen|pris(?:en|lappen)|beløpet|total(?:en|summen)|budget|costs?|price))|"
    r"(?:what|which)\s+(?:share|proportion|fraction)|percent\w*|prosent\w*|andel\w*|beløp\w*)\b",
    re.IGNORECASE,
)
_LIST = re.compile(r"\b(hvilke|hva\s+slags|kva\s+for|list\w*|nevn|which|alle|hvem\s+alle)\b", re.IGNORECASE)

# "HSØ", "Hdir": capital letters, or a capital and few small ones.
_ABBREVIATION = re.compile(rf"\b{CAPITAL}[{CAPITALS}{SMALLS}]{{1,5}}\b")

# An abbreviation of at least so many letters, of a name of at most so many words, is told by its initials.
_SHORTEST_NAME = 3
_LONGEST_NAME = 7

# A word of so many letters is known when it ends another: "direktoratet" in "Helsedirektoratet".
_SHORTEST_ENDING = 6
# Words of a question that are capitalised without being names.
_NO_NAMES = frozenset(
    "hvem hva hvor når hvilke hvilken hvilket hvordan hvorfor kven kva kor korleis sak saken er ble har skal kan og i "
    "norge norsk norske møtet møte rådet the who what".split()
)


def understand(
    question: str,
    corpus: Corpus,
    part: Part | None = None,
    spoken_of: Sequence[str] = (),
    case_spoken_of: str | None = None,
    held: tuple[MeetingKey, ...] = (),
) -> Query:
    """What a question names and asks for. Deterministic; looks names up in the archive itself.

    A later `part` of a question takes over the case of the first where it names nothing itself, and is searched for with
    it there ("…, og hvilket klokkeslett?") and where it only says "det". `spoken_of` are the people of the answer before,
    whom "han" or "hun" stands for, and `case_spoken_of` the one case that it cites, for which "den" stands where something
    is asked that a case has. `held` are the meetings that it is known to be about, whatever its own words name.
    """
    clause = at_meeting(question, corpus) if not held else None
    if clause is not None:
        question, held = clause.question, clause.meetings
    said = without_courtesy(" ".join(question.split()))
    said = with_years(said, _year_seen_from(said, held, corpus))
    text, asked = (other_names(said, corpus, form) for form in ("{said} ({name})", "{name}"))
    before = part.before if part is not None else ""
    resumes = asked_for(text)[AskedFor.RESUMING] > _SURELY_ASKED
    goes_on = part is not None and bool(before) and (part.subjectless or resumes or not corpus.topic(text))
    searched = f"{text} {before}".strip() if goes_on else text
    meetings, unknown_meeting = (held, None) if held else meetings_named(text, corpus)
    cases, unknown = cases_named(text, corpus)
    if not cases and not unknown:
        # "Hvem legger frem sak 9, og når begynner den?": a later question in a question is about the first one's case.
        cases = cases_by_topic(text, meetings, corpus) or (cases_named(before, corpus)[0] if goes_on else ())
    if not cases and not unknown and _WHAT.match(text) and cues(text) & {Cue.PROPOSAL, Cue.DECIDED}:
        cases = cases_of_type(text, meetings, corpus)
    of_it = (_IT.search(text) and not _CASE_ABOUT.search(text)) or (goes_on and not corpus.topic(text))
    of_its_proposal = part is not None and part.before and _ITS_PROPOSAL.search(text)
    points = (of_it and cues(text) & _OF_CASES) or of_its_proposal or _asks_of_case_alone(text, corpus)
    if not cases and not unknown and case_spoken_of and points:
        cases = (case_spoken_of,)
    searched, asked = (without_meeting(said_so, meetings, corpus) for said_so in (searched, asked))
    people = people_named(text, corpus)
    if not people and spoken_of and _PERSON.search(text):
        # It is about the person now, who need not be in that case alone.
        people, cases = tuple(spoken_of), cases_named(text, corpus)[0]
        searched = f"{searched} {' '.join(people)}"
    years = tuple(dict.fromkeys(_YEAR.findall(_without_cases(without_year_of_meeting(text, meetings)))))
    wanted, found_cues = _wanted(text), cues(question)
    return Query(
        question=question,
        text=searched,
        wanted=wanted,
        terms=tuple(corpus.asked(searched)),
        cases=cases,
        unknown_cases=unknown,
        slides=tuple(int(match["number"]) for match in _SLIDE.finditer(text)),
        meetings=meetings,
        unknown_meeting=unknown_meeting,
        years=years,
        people=people,
        asked=asked,
        cues=found_cues,
        intent=intent(
            question, found_cues, years, asks_number=wanted is Wanted.NUMBER, asks_list=wanted is Wanted.LIST
        ),
        unknown_names=_unknown_names(text, corpus, people),
    )


def _asks_of_case_alone(text: str, corpus: Corpus) -> bool:
    """Whether a question surely asks of what type a case is or how long it takes, and says nothing of which: "er det bare til
    orientering?".
    """
    chances = asked_for(text)
    surely = max(chances[AskedFor.TYPE], chances[AskedFor.LENGTH]) > _SURELY_ASKED
    return surely and not any(map(corpus.lexical.has, corpus.topic(text)))


def _year_seen_from(text: str, held: tuple[MeetingKey, ...], corpus: Corpus) -> int | None:
    """The year of the meeting that a question is about or names, else of the newest."""
    meetings = held or meetings_named(text, corpus)[0] or corpus.meetings
    return next((int(meeting.date[:4]) for meeting in meetings if meeting.date), None)


def without_courtesy(text: str) -> str:
    """A question without "jeg lurer på", "kan du si meg", "helt kort:" in front of it and remarks after it."""
    bare = without_style(_REMARK.sub("?", _COURTESY.sub("", _OF_ASKER.sub("", text))))
    bare = _BY_THE_PLAN.sub("ifølge", bare)
    bare = _GUESS.sub(lambda match: f"{match['asked']}?", bare)
    return without_courtesy(bare) if bare != text else text


def other_names(text: str, corpus: Corpus, form: str) -> str:
    """A question with an organisation's other name by `form`, of "{said}" and "{name}": its name for an abbreviation of
    the asker's own ("HSØ", "Hdir"), the archive's abbreviation for a name that the archive has in letters only.
    """

    def spelt_out(match: re.Match[str]) -> str:
        # The archive's own abbreviations in capitals are known to its lexical index.
        known = match[0].isupper() and match[0].lower() in corpus.words
        name = None if known else corpus.organisations.called(match[0])
        return form.format(said=match[0], name=name) if name and name not in text else match[0]

    return _abbreviated(_ABBREVIATION.sub(spelt_out, text), corpus, form)


def _abbreviated(text: str, corpus: Corpus, form: str) -> str:
    found = list(re.finditer(r"[^\W\d_]+", text))
    for start, first in enumerate(found):
        if not first[0][:1].isupper():
            continue
        letters, telling = "", 0
        for word in found[start : start + _LONGEST_NAME]:
            if word[0].lower() in STOP_WORDS:
                continue
            letters, telling = letters + word[0][0].upper(), telling + 1
            if telling >= _SHORTEST_NAME and letters in corpus.organisations.abbreviated and f"({letters})" not in text:
                said = text[first.start() : word.end()]
                return f"{text[: first.start()]}{form.format(said=said, name=letters)}{text[word.end() :]}"
    return text


def _without_cases(text: str) -> str:
    return CASE_NUMBER.sub(" ", text)


def people_named(text: str, corpus: Corpus) -> tuple[str, ...]:
    """The archive's people that a question names, by full name, by first and last name, or by a telling single name."""
    lowered = text.casefold()
    whole = {name for name in corpus.names if name.casefold() in lowered}
    rest = text
    for name in whole:
        rest = re.sub(re.escape(name), " ", rest, flags=re.IGNORECASE)
    asked, alone = _capitalised(text), _capitalised(rest)
    return tuple(name for name in sorted(corpus.names) if name in whole or _names(name.split(), asked, alone))


def _capitalised(text: str) -> list[str]:
    """The words of a text that may be parts of a name."""
    found = re.findall(r"[^\W\d_][\w'’-]+", text)
    return [word for word in found if word[:1].isupper() and word.casefold() not in _NO_NAMES]


def _names(parts: list[str], asked: list[str], alone: list[str]) -> bool:
    """Whether words of the question are parts of the name, nearly spelt so: two parts, or the last name, which is `alone` no part
    of somebody else's whole name.
    """
    if sum(any(nearly(part, word) for word in asked) for part in parts) >= 2:
        return True
    return len(parts[-1]) >= 4 and any(nearly(parts[-1], word) for word in alone)


def _unknown_names(text: str, corpus: Corpus, people: tuple[str, ...]) -> tuple[str, ...]:
    """Capitalised words or runs of them, inside a sentence, of which the archive has not a single word."""
    if people:
        return ()
    found = []
    english = is_english(text)
    for match in re.finditer(rf"(?<![.!?:]\s)(?<!^)\b{CAPITAL}[\w-]+(?:\s+{CAPITAL}[\w-]+)*", text):
        # "DPIA-en" and "EU-penger" are called by what stands before the hyphen.
        named = words(_ENDED_ABBREVIATION.sub(r"\1", match[0]))
        # An English question translates the names of institutions.
        translated = english and any(norwegian_terms(word) for word in named)
        if not translated and not any(word in _NO_NAMES or _known(word, corpus) for word in named):
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
    """The form of answer that the first question word demands; of several on one place the most telling."""
    forms = ((_WHO, Wanted.PERSON), (_WHEN, Wanted.TIME), (_NUMBER, Wanted.NUMBER), (_LIST, Wanted.LIST))
    found = [(match.start(), wanted) for pattern, wanted in forms if (match := pattern.search(text))]
    return min(found, key=lambda place: place[0])[1] if found else Wanted.TEXT
