"""Which rows a question names by their type: by the agenda's own words, by others for the same, by what a council does with
such a case ("som vi bare skal høre på"), and by whether they are formalities.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.agenda.condition import Condition, Kind, Rest, condition_on
from radsassistent.answers.agenda.rows import formalities
from radsassistent.answers.agenda.vocabulary import FORMALITIES, TYPE_APPROVED, TYPE_DECIDED, TYPE_HEARD, TYPE_SPOKEN
from radsassistent.archive import Passage
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query
from radsassistent.search.terms import begins_alike, stem, words

# How agendas call what is only told, spoken of, decided and approved.
_HEARD, _SPOKEN, _DECIDED, _APPROVED = (
    re.compile(own, re.IGNORECASE)
    for own in (
        r"orient|informa|melding",
        r"drøft|disku|samtale|innspill",
        r"vedta|beslut|avgj|tilslut",
        r"godkj|approv",
    )
)
_DECIDE = (
    r"(?:vedta|stemme|røyste|bestemme|avgjøre|avgjere|beslutte|(?:gjøre|gjere|fatte|treffe)\s+(?:noe\s+|noko\s+|et\s+|eit\s+)?vedtak|ta\s+(?:noen?\s+)?(?:stilling|avgjørelser?|beslutninger?)|"
    r"decide|vote)(?:\s+(?:noe|noko|anything|over|til|i|om|on|for))*"
)
_SPEAK = (
    r"(?:snakke|prate|drøfte|diskutere|talk|discuss|(?:mene|meine)\s+(?:noe|noko)|gi\s+innspill|"
    r"(?:si|seie)\s+(?:noe|noko|(?:hva|kva)\s+(?:vi|me)\s+(?:mener|meiner|synes|synest|tenker|tenkjer)))(?:\s+(?:om|about|over))?"
)
_HEAR = (
    r"(?:høre|høyre|lytte|orienteres|informeres|bli\s+(?:orientert|informert)|få\s+(?:høre|høyre|vite)|hear|listen)"
    r"(?:\s+(?:på|om|about|to|noe|noko))*"
)
_WE = r"(?:vi|me|rådet|utvalget|utvalet|styret|nemnda|we)"
_BETWEEN = rf"(?:(?:{_WE}|skal|får|må|trenger|treng|å|at|to|have|are|er|do|som|der)\s+){{0,5}}?"
_NOT_DECIDED = re.compile(
    rf"\b(?:ikke|ikkje|uten|utan|not|without)\s+{_BETWEEN}(?:{_DECIDE}|deciding(?:\s+anything)?|voting(?:\s+on)?)(?!\w)",
    re.IGNORECASE,
)
_NOT_SPOKEN = re.compile(
    rf"\b(?:ikke|ikkje|uten|utan|not|without)\s+{_BETWEEN}(?:{_SPEAK}|discussing(?:\s+it|\s+them)?)(?!\w)",
    re.IGNORECASE,
)
_ONLY = r"\b(?:bare|berre|kun|only|just)\s+(?:det\s+|it\s+)?"
_ONLY_HEARD = re.compile(rf"{_ONLY}{_BETWEEN}(?:sitte\s+og\s+|sitja\s+og\s+)?{_HEAR}(?!\w)", re.IGNORECASE)
_ONLY_SPOKEN = re.compile(rf"{_ONLY}{_BETWEEN}{_SPEAK}(?!\w)", re.IGNORECASE)
# "Hvilke saker skal vi stemme over?", but not "Hva skal vi stemme over?", which asks for what is proposed.
_TO_DECIDE = re.compile(
    rf"(?P<of>\b(?:\w*saker|\w*sakene|\w*sakane|sak|punkter|punkt|items?|cases?)\b(?:\s+\w+){{0,3}}?\s+)(?P<deed>(?:skal|må|kan|should|do|are)\s+{_WE}\s+(?:\w+\s+){{0,2}}?{_DECIDE})(?!\w)",
    re.IGNORECASE,
)
# A choice between deeds asks for the type: "skal vi bestemme noe der, eller bare høre på?".
_CHOICE = re.compile(
    rf"\b(?:skal|må|får|kan|are|do|will)\s+{_WE}\s+(?:\w+\s+){{0,3}}?(?:{_DECIDE}|{_SPEAK}|{_HEAR})(?!\w)(?P<about>[^?.]*?)[\s,]+(?:eller|or)\s+(?:\w+\s+){{0,4}}?"
    rf"(?:{_DECIDE}|{_SPEAK}|{_HEAR}|(?:noe|noko|something)\s+(?:annet|anna|else))(?!\w)|"
    rf"^er\s+(?P<which>[^?.,]+?)\s+(?:noe|noko|en\s+sak|ei\s+sak)\s+(?:som\s+)?{_WE}\s+(?:\w+\s+){{0,2}}?(?:{_DECIDE}|{_SPEAK}|{_HEAR})(?!\w)[\s,]+eller\s+(?:\w+\s+){{0,4}}?"
    rf"(?:{_DECIDE}|{_SPEAK}|{_HEAR})(?!\w)|"
    r"\ber\s+det\s+(?:et\s+|eit\s+|en\s+|ei\s+)?(?:\w+\s+)?(?:vedtak|orientering|drøfting|beslutning)\b(?P<of>[^?.]*?)[\s,]+eller\s+(?:noe|noko)\s+(?:annet|anna)\b",
    re.IGNORECASE,
)
_IN_EARNEST = re.compile(r"\b(?:ordinære?|egentlige|ordentlige?|skikkelige?|faglige|reelle|real)\b", re.IGNORECASE)
_SHORTEST_TYPE = 5


def without_deeds(text: str) -> str:
    """A question without what a council does with cases of a type; what is left may ask for something else."""
    bare = _ONLY_SPOKEN.sub(" ", _ONLY_HEARD.sub(" ", _NOT_SPOKEN.sub(" ", _NOT_DECIDED.sub(" ", text))))
    return _TO_DECIDE.sub(r"\g<of> ", bare)


def asking_type(text: str) -> str:
    """A question that chooses between deeds as one for the type, with what it says besides."""
    return _CHOICE.sub(
        lambda match: f" hvilken sakstype {match['about'] or match['of'] or match['which'] or ''} ", text
    )


def deeds_named(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The rows that a council is to do something with, or nothing but that: "skal vi ikke stemme over", "bare høre på"."""
    typed = [item for item in items if item.case and item.data["case_type"]]
    decided = [item for item in typed if _of_type(item, _DECIDED) or _of_type(item, _APPROVED)]
    undecided = [item for item in typed if item not in decided]
    found = [condition_on(Kind.TYPE, undecided, match.start()) for match in rest.taken(_NOT_DECIDED)]
    unspoken = [item for item in typed if not _of_type(item, _SPOKEN)]
    found += [condition_on(Kind.TYPE, unspoken, match.start()) for match in rest.taken(_NOT_SPOKEN)]
    heard = [item for item in undecided if _of_type(item, _HEARD)]
    found += [condition_on(Kind.TYPE, heard, match.start()) for match in rest.taken(_ONLY_HEARD)]
    spoken = [item for item in undecided if _of_type(item, _SPOKEN)]
    found += [condition_on(Kind.TYPE, spoken, match.start()) for match in rest.taken(_ONLY_SPOKEN)]
    for match in list(_TO_DECIDE.finditer(rest.text)):
        rest.take(match.start("deed"), match.end())
        found.append(condition_on(Kind.TYPE, decided, match.start("deed")))
    return found


def _of_type(item: Passage, own: re.Pattern[str]) -> bool:
    return own.search(str(item.data["case_type"] or "")) is not None


def formal(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The rows that are formalities, or those that are none: "den første ordinære saken"."""
    rows = formalities(items)
    found = [condition_on(Kind.TYPE, rows, match.start()) for match in rest.taken(FORMALITIES)]
    others = [item for item in items if item not in rows]
    return found + [condition_on(Kind.TYPE, others, match.start()) for match in rest.taken(_IN_EARNEST)]


def types_named(rest: Rest, query: Query, items: Sequence[Passage], corpus: Corpus) -> list[Condition]:
    """The types of cases named, by the agenda's own words or by others for the same."""
    found = []
    families = ((TYPE_HEARD, _HEARD), (TYPE_SPOKEN, _SPOKEN), (TYPE_DECIDED, _DECIDED), (TYPE_APPROVED, _APPROVED))
    for pattern, own in families:
        of_type = [item for item in items if item.case and _of_type(item, own)]
        for match in rest.taken(pattern):
            found.append(condition_on(Kind.TYPE, of_type, match.start()))
    found += _own_types(rest, [item for item in items if item.case])
    return _united(found, query.asked)


def _own_types(rest: Rest, items: Sequence[Passage]) -> list[Condition]:
    """Types that only this agenda has, by their own word: "tilrådning", "formalia"."""
    found = []
    known = (_HEARD, _SPOKEN, _DECIDED, _APPROVED)
    others = [item for item in items if item.data["case_type"] and not any(_of_type(item, own) for own in known)]
    for called in dict.fromkeys(str(item.data["case_type"]) for item in others):
        own = [word for word in words(called) if len(word) >= _SHORTEST_TYPE]
        of_type = [item for item in items if item.data["case_type"] == called]
        for match in re.finditer(r"(?:\b(?:til|for|som)\s+)?\b(?P<word>[^\W\d_]{5,})", rest.text):
            if any(begins_alike(stem(match["word"].lower()), [stem(word)]) for word in own):
                rest.take(match.start(), match.end())
                found.append(condition_on(Kind.TYPE, of_type, match.start()))
    return found


def _united(found: Sequence[Condition], text: str) -> list[Condition]:
    """Conditions joined by "og" or "eller" are fulfilled by either."""
    united: list[Condition] = []
    for each in sorted(found, key=lambda each: each.start):
        last = united[-1] if united else None
        joint = text[last.start : each.start] if last is not None else ""
        if last is not None and re.fullmatch(
            r"[\w-]+(?:\s+[\w-]+)?(?:\s*,\s*|\s+(?:og|eller|and|or|eller\s+til|og\s+til)\s+)", joint, re.I
        ):
            united[-1] = replace(last, rows=last.rows | each.rows)
        elif last is None or last.rows != each.rows:
            united.append(each)
    return united
