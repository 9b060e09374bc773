"""An earlier question asked anew: of another year, organisation, person or thing than it names."""

from __future__ import annotations

import re

from radsassistent.documents.letters import CAPITAL, CAPITALS
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.cues import topic
from radsassistent.search.terms import STOP_WORDS, words

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# "Samme kvartal i 2031": the part of the year of the question before.
_SAME_PART = re.compile(
    r"^(?:(?:i|for|på|in|for)\s+)?(?:(?:det|den|the)\s+)?(?:samme|same|tilsvarende|tilsvarande)\s+(?:kvartal\w*|måned\w*|månad\w*|halvår\w*|tertial\w*|periode\w*|tid\w*|"
    r"uke\w*|veke\w*|dag\w*|quarter|month|period|time)\s+(?:(?:i|in|of)\s+)?(?=(?:19|20)\d\d)",
    re.IGNORECASE,
)
NAMED = re.compile(rf"\b{CAPITAL}[\w-]+(?:\s+(?:og\s+)?{CAPITAL}[\w-]+)*")
_PREPOSITION = re.compile(
    r"^(?P<word>fra|frå|for|til|av|hos|ved|om|i|på|etter|før|mellom|under|from|for|of|in|at|after|before|between)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
# "Hva foreslås i saken om havna?" – "Og i den om ferja?": the case by what it is about.
_CASE_ABOUT = re.compile(
    r"\b(?P<case>(?:saken|saka|punktet|(?:the\s+)?(?:case|item))\s+(?:om|on|about))\s+(?P<subject>[^,?]+)$",
    re.IGNORECASE,
)
_THE_ONE_ABOUT = re.compile(
    r"^(?:(?:i|for|på|in|for)\s+)?(?:den|det|saken|saka|(?:the|that)(?:\s+(?:one|case|item))?)\s+(?:om|on|about)\s+(?P<subject>.+)$",
    re.IGNORECASE,
)
_NEXT_PHRASE = r"(?=\s+(?:fra|frå|for|til|av|hos|ved|om|i|på|etter|før|from|of|in|at|after|before)\s|\s*$)"
# A subject of more words than this is a sentence, which does not stand for a pronoun.
MOST_WORDS = 3
# "Hvordan går det med Lykter?", "Hva er status for havna?": the phrase at the end is what it is about, by a name or not.
_STATUS = re.compile(
    r"\b(?:går|gikk|gjekk|status\w*|ståa|skjer|skjedde|ligger\s+(?:vi|de|dei)\s+an|fr[ae]mdrift\w*|progress|going)\b.*?"
    r"\b(?:med|for|til|på|i|with|of|for)\s+(?P<subject>(?!det\b|dette\b|it\b)[^,?]+)$",
    re.IGNORECASE,
)
# "Hvor mange fastleger bruker den?" – "Og sykehus?": what is counted.
_COUNTED = re.compile(
    r"\b(?:(?:hvor|kor)\s+mange|how\s+many)\s+(?!prosent|percent|ganger|gonger|times|mill|kroner|år\b|years)(?P<counted>[^\W\d_]+)",
    re.IGNORECASE,
)

# Two names of one thing: "grunndata og nett".
_PAIRED = re.compile(r"\b\w{4,}\s+(?:og|and|&)\s+\w{4,}", re.IGNORECASE)
# "Hva er den forkortelsen for noe?": the one of the question before.
_THAT_ABBREVIATION = re.compile(
    r"\b(?:den|denne|that|this|the)\s+(?:forkort(?:els|ing)\w*|bokstavforkort\w*|abbreviation|acronym)|"
    r"\b(?:hva|kva)\s+(?:står|er)\s+(?:den\s+)?forkort(?:elsen|inga)\b|\bwhat\s+does\s+(?:it|that)\s+stand\s+for\b|"
    r"\b(?:hva|kva)\s+(?:står|stod|sto)\s+(?:det|den)\s+for\b",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(rf"\b{CAPITAL}[{CAPITALS}0-9-]+\b")


def with_year(earlier: str, rest: str, step: int) -> str:
    """The earlier question about another year: one that is named, or the one after or before its last."""
    years = _YEAR.findall(earlier)
    rest = _SAME_PART.sub("", rest)
    if step and years:
        return earlier.replace(years[-1], str(int(years[-1]) + step))
    named = _YEAR.findall(rest)
    if len(set(years)) == 1 and len(named) == 1 and len(rest.split()) <= 2:
        return earlier.replace(years[0], named[0])
    return " ".join(f"{rest} {_YEAR.sub('', earlier)}".split())


def with_subject(earlier: str, rest: str) -> str:
    """The earlier question about another organisation, person or thing.

    "Hvem er medlem fra Bergen?" – "Og fra KS?": the phrase with that preposition is replaced. "Hva koster Helsenorge?" –
    "Hva med Kjernejournal?": what is named anew stands for what was named. Else the words are put before it.
    """
    counted = _COUNTED.match(rest)
    if counted is not None and (anew := of_another_counted(earlier, rest[counted.start("counted") :])) is not None:
        # "Og hvor mange sykehus?"
        return anew
    with_preposition = _PREPOSITION.match(rest)
    case_about, another = _CASE_ABOUT.search(earlier), _THE_ONE_ABOUT.match(rest)
    if case_about is not None and (
        another is not None or (with_preposition is None and len(rest.split()) <= MOST_WORDS)
    ):
        return f"{earlier[: case_about.start('subject')]}{another['subject'] if another is not None else rest}"
    if with_preposition is not None:
        phrase = re.compile(rf"\b{with_preposition['word']}\s+(?!(?:19|20)\d\d)\S.*?{_NEXT_PHRASE}", re.IGNORECASE)
        found = list(phrase.finditer(earlier))
        if found:
            return f"{earlier[: found[-1].start()]}{rest}{earlier[found[-1].end() :]}"
    status = _STATUS.search(earlier)
    if status is not None and len(rest.split()) <= MOST_WORDS:
        new = with_preposition["rest"] if with_preposition is not None else rest
        return f"{earlier[: status.start('subject')]}{new}"
    named = [match for match in NAMED.finditer(earlier) if match.start() > 0 and match[0].lower() not in MONTHS]
    if named and NAMED.search(rest):
        new = with_preposition["rest"] if with_preposition is not None else rest
        first, others = named[0], named[1:]
        tail = earlier[first.end() :]
        for other in others:
            tail = tail.replace(other[0], "")
        return " ".join(f"{earlier[: first.start()]}{new}{tail}".split())
    told = [word for word in words(topic(earlier)) if word not in STOP_WORDS and not word[0].isdigit()]
    if told and with_preposition is None and len(rest.split()) <= MOST_WORDS:
        # "Hva koster grunndata og nett i 2027?" – "Og helsenettet?": the one thing it is about.
        one = re.compile(r"\b" + r"\s+(?:(?:og|and|&)\s+)?".join(map(re.escape, told)) + r"\b", re.IGNORECASE)
        if (len(told) == 1 or _PAIRED.search(earlier)) and one.search(earlier):
            return one.sub(lambda _: rest, earlier, count=1)
    return " ".join(f"{rest} {earlier}".split())


def of_another_counted(earlier: str, rest: str) -> str | None:
    """The earlier question counting what a follow-up names: "og sykehus?"; None where it counts nothing, or a name is given."""
    counted = _COUNTED.search(earlier)
    if counted is None or NAMED.search(rest) or not 0 < len(rest.split()) <= MOST_WORDS or _PREPOSITION.match(rest):
        return None
    return f"{earlier[: counted.start('counted')]}{rest}{earlier[counted.end('counted') :]}"


def abbreviation_asked(earlier: str, question: str) -> str | None:
    """The one abbreviation of the earlier question where "hva er den forkortelsen for noe?" is asked."""
    found = set(_ABBREVIATION.findall(earlier))
    return found.pop() if len(found) == 1 and _THAT_ABBREVIATION.search(question) else None


def subject_named(question: str) -> str | None:
    """What a question is about by name: the first name in it that no sentence begins with."""
    named = [match[0] for match in NAMED.finditer(question) if match.start() > 0 and match[0].lower() not in MONTHS]
    return named[0] if named else None
