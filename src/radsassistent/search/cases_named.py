"""Which cases a question names: by number, by place on the agenda, by code, by what they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.archive import PassageKind
from radsassistent.documents.letters import CAPITAL, CAPITALS
from radsassistent.meetings.case_numbers import CASE_NUMBER, case_numbers, code_head
from radsassistent.search.codes_named import coded_cases, codes_named
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.terms import begins_alike, stem, words

_SHORT_CASE = re.compile(
    r"\b(?:sak|saken|saka|sakene|saker|case|item)\s*(?:nr\.?|nummer)?\s*"
    r"(?P<numbers>\d{1,3}(?:\s*(?:,|og|til|-|–|and)\s*\d{1,3})*)\b(?!\s*/)(?:\s+(?:i|fra|av)\s+(?P<year>20\d\d))?",
    re.IGNORECASE,
)
_EXCEPTED = rf"(?:\d{{1,4}}[-/][{CAPITALS}\d]+|{CAPITAL}{{1,6}}[- ]?\d+|[\d/]+)\b"
# "Bortsett fra sak 3 og 4": cases that are named to be left out.
EXCEPTED = re.compile(
    r"(?:,\s*)?\b(?:unntatt|unnateke|utenom|utanom|bortsett\s+fr[aå]|foruten|"
    r"(?:(?<=andre )|(?<=annen )|(?<=annet )|(?<=anna ))enn|except(?:\s+for|\s+in)?|other\s+than|besides)\s+"
    rf"(?:i\s+|in\s+)?(?:\w*sak\w*|cases?|items?|punkt)\s+{_EXCEPTED}(?:(?:\s*,\s*|\s+og\s+|\s+and\s+)(?:sak\s+)?{_EXCEPTED})*,?",
    re.IGNORECASE,
)
# Cases counted under the meeting's number: "sak 4.1".
_SECTION_CASE = re.compile(r"(?<![\d.,])\d{1,2}\.[1-9]\d?(?![\d/:%]|[.,]\d)")
# A point of the agenda where cases are counted so; else of something else, a proposal or a law.
_COUNTED_CASE = re.compile(r"(?P<sign>\bpunkt|\bpkt\.?|§)\s*(?P<number>\d{1,3})\b", re.IGNORECASE)
_ORDINALS = {
    "første": 1, "fyrste": 1, "andre": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "sjuende": 7, "syvende": 7,
    "åttende": 8, "niende": 9, "tiende": 10, "ellevte": 11, "tolvte": 12,
}  # fmt: skip
_LAST_BUT_ONE = re.compile(
    r"\b(?:nest|nestsist|nest-)\s*siste\s+sak(?:en|a)?\b|\bsecond\s+to\s+last\s+(?:item|case)\b", re.IGNORECASE
)
# "Første sak etter lunsj" is not the first of the meeting.
_ORDINAL_CASE = re.compile(
    rf"\b(?P<ordinal>{'|'.join(_ORDINALS)})\s+sak(?:en)?\b(?!\s+(?:rett\s+|like\s+)?(?:etter|før)(?:på)?\b)",
    re.IGNORECASE,
)
_TOPIC_CASE = re.compile(r"\b(?P<topic>[^\W\d_]{3,}(?:-[^\W\d_]+)*?)-?sak(?:en|a)\b", re.IGNORECASE)
# "Sak nummer fire", "sak fire".
# "Hva foreslås i sakene som bare er til orientering?", "… i drøftingssakene": by the type that the agenda gives them.
_TYPED_CASES = re.compile(
    r"\b(?:i|for|til|in)\s+(?:alle\s+|all\s+)?(?:de\s+|dei\s+|the\s+)?(?:(?P<compound>orienterings|drøftings|godkjennings|beslutnings|diskusjons|vedtaks)"
    r"sak(?:ene|ane)\b|(?:sakene|sakane|cases|items)\s+(?:(?:som|that)\s+)?(?:(?:bare|berre|kun|only|just)\s+)?(?:(?:er|står|are)\s+)?"
    r"(?:(?:bare|berre|kun|only|just)\s+)?(?:til|for)\s+(?P<type>orientering|drøfting|godkjenning|beslutning|diskusjon|vedtak|information|discussion|"
    r"approval|decision)\b)",
    re.IGNORECASE,
)
_TYPE_IN_ENGLISH = {"information": "orien", "discussion": "drøft", "approval": "godkj", "decision": "beslu"}
_COUNTED = {
    "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12,
}  # fmt: skip
_CASE_IN_WORDS = re.compile(
    rf"\b(?:sak|saken|saka)\s+(?:(?:(?:er|har|med)\s+)?(?:nr\.?|nummer)\s+)?(?P<number>{'|'.join(_COUNTED)})\b(?!\s+(?:ganger|gonger|timer|timar|minutt\w*|over|på|år))",
    re.IGNORECASE,
)


def cases_named(text: str, corpus: Corpus) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The case numbers named that the archive has, and those it does not have; without those named to be left out."""
    return _numbers_named(EXCEPTED.sub(" ", text), corpus)


def cases_excepted(text: str, corpus: Corpus) -> frozenset[str]:
    """The case numbers that a question names to leave them out."""
    return frozenset(case for match in EXCEPTED.finditer(text) for case in _numbers_named(match[0], corpus)[0])


def _numbers_named(text: str, corpus: Corpus) -> tuple[tuple[str, ...], tuple[str, ...]]:
    coded = codes_named(text, corpus)
    text = coded.rest
    named = [*coded.cases, *coded.unknown]
    named += [case for number in case_numbers(text) for case in _in_series(number, text, corpus)]
    sections = [match for match in _SECTION_CASE.finditer(text) if match[0] in corpus.cases]
    named += [match[0] for match in sections]
    for match in sections:
        # "sak 4.1" is not sak 4.
        text = text.replace(match[0], " ")
    for match in _SHORT_CASE.finditer(text):
        numbers = [int(number) for number in re.findall(r"\d+", match["numbers"])]
        for number in numbers:
            named.append(_full_number(number, match["year"], corpus))
    counted = [
        f"{'§' if match['sign'] == '§' else 'Punkt'} {match['number']}" for match in _COUNTED_CASE.finditer(text)
    ]
    named.extend(case for case in counted if case in corpus.cases)
    for match in _ORDINAL_CASE.finditer(text):
        named.append(_in_order(_ORDINALS[match["ordinal"].lower()], corpus))
    for match in _CASE_IN_WORDS.finditer(text):
        named.append(_in_order(_COUNTED[match["number"].lower()], corpus))
    if _LAST_BUT_ONE.search(text):
        named.extend(_newest_cases(corpus)[-2:-1])
    named = list(dict.fromkeys(named))
    return tuple(n for n in named if n in corpus.cases), tuple(n for n in named if n not in corpus.cases)


def _in_series(number: str, text: str, corpus: Corpus) -> list[str]:
    """The cases of a number: where several series of a meeting have it, the one that the question names, else all."""
    found = [case for case in corpus.cases if case.split(" ")[-1] == number]
    named = [case for case in found if " " in case and re.search(rf"\b{re.escape(case)}\b", text)]
    return sorted(named or found) or [number]


def _in_order(place: int, corpus: Corpus) -> str:
    """ "tredje sak": the case of that number, or the one in that place where the newest agenda begins at another number."""
    case = _full_number(place, None, corpus)
    newest = _newest_cases(corpus)
    return case if case in corpus.cases or len(newest) < place else newest[place - 1]


def _newest_cases(corpus: Corpus) -> list[str]:
    """The numbered cases of the newest meeting in the order of its agenda."""
    newest = corpus.meetings[:1]
    items = [item for item in corpus.of_kind(PassageKind.AGENDA) if MeetingKey(item.body, item.meeting) in newest]
    return [str(item.case) for item in sorted(items, key=lambda item: int(item.data["position"])) if item.case]


def cases_by_topic(text: str, meetings: Sequence[MeetingKey], corpus: Corpus) -> tuple[str, ...]:
    """ "FHI-saken", "veikartsaken": the one case whose row has the word, in the meetings named if any; none when several."""
    rows = [
        item
        for item in corpus.of_kind(PassageKind.AGENDA)
        if item.case and (not meetings or MeetingKey(item.body, item.meeting) in meetings)
    ]
    for match in _TOPIC_CASE.finditer(text):
        wanted = set(corpus.terms(match["topic"]))
        found = {
            item.case
            for item in rows
            if wanted & set(corpus.terms(f"{item.data['title']} {item.data['organisation'] or ''}"))
        }
        # "Helsenorge-saken" is that of Helsenorge before any other of health.
        whole = {
            item.case for item in rows if stem(match["topic"].lower()) in map(stem, words(str(item.data["title"])))
        }
        found = whole or found
        # "jordmorsaken" for "Rekruttering av jordmødre": only where no title has the word itself.
        found = found or {
            item.case
            for item in rows
            if any(begins_alike(term, wanted) for term in corpus.terms(str(item.data["title"])))
        }
        if len(found) == 1:
            return tuple(str(case) for case in found)
    return ()


def cases_of_type(text: str, meetings: Sequence[MeetingKey], corpus: Corpus) -> tuple[str, ...]:
    """The cases of a type that is named as such, in the meetings named, else in the newest; none where none is."""
    match = _TYPED_CASES.search(text)
    if match is None:
        return ()
    named = (match["compound"] or match["type"]).lower()
    root = _TYPE_IN_ENGLISH.get(named, named[:5])
    within = meetings or corpus.meetings[:1]
    rows = [item for item in corpus.of_kind(PassageKind.AGENDA) if MeetingKey(item.body, item.meeting) in within]
    return tuple(str(item.case) for item in rows if item.case and root in str(item.data["case_type"] or "").lower())


def _full_number(number: int, year: str | None, corpus: Corpus) -> str:
    """ "sak 5" is the newest meeting's case of that number; when none has it, the number with the newest year."""
    dated = [case for case in corpus.cases if CASE_NUMBER.search(case)]
    known = [case for case in dated if case.split("/")[0] == str(number)]
    if year is not None:
        return f"{number}/{year[2:]}"
    if known:
        return max(known, key=lambda case: case.split("/")[1])
    counted = f"Punkt {number}"
    if counted in corpus.cases:
        return counted
    if (coded := _coded(number, corpus)) is not None:
        return coded
    newest = max((case.split("/")[1] for case in dated), default="")
    return f"{number}/{newest}" if newest else str(number)


def _coded(number: int, corpus: Corpus) -> str | None:
    """ "sak 31" where it is called "P-31": the newest meeting's, else the only one of that number."""
    found = [c for c in coded_cases(corpus) if (head := code_head(c)) and c[-1].isdecimal() and head.count == number]
    return next((case for case in _newest_cases(corpus) if case in found), found[0] if len(found) == 1 else None)
