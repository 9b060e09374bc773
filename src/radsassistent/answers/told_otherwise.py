"""What another slide gives differently, a figure or the spelling of a name: an answer that rests on one gives both, each with
its slide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from decimal import Decimal

from radsassistent.answers.answer import Note
from radsassistent.answers.days_otherwise import days_otherwise
from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.numbers import numbers
from radsassistent.meetings import SlideKind
from radsassistent.search.asked import counted_thing
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import begins_alike, stem, terms

# A figure with its name, and nothing else: "Antall søknader: 128", "107 søknader 2026".
_NAMED_FIGURE = re.compile(r"^(?P<name>[^\d:]+):\s*(?P<figure>\d[\d .,]*)(?P<unit>[^\d]*)$")
_FIGURE_NAMED = re.compile(r"^(?P<figure>\d[\d .,]*)\s+(?P<name>[^\d:]{3,})$")
# "Det kom 62 høringssvar: 37 …": a count at the beginning of a sentence, whatever comes after it.
_COUNTED = re.compile(
    r"^(?:(?:det|vi|rådet|utvalget|sekretariatet)\s+)?(?:(?:kom|er|var|har|hadde|fikk|fekk|mottok|ble|blei|vart)\s+)?(?:(?:inn|mottatt|sendt|i\s+alt|totalt|til\s+sammen)\s+)*"
    r"(?P<figure>\d[\d ]*)\s+(?P<name>[^\W\d_]{3,}(?:\s+[^\W\d_]{3,})?)$",
    re.IGNORECASE,
)
# An amount of money or a share is no count.
_NO_COUNT = re.compile(r"\b(?:kr|kroner|mill|mrd|mnok|nok|million\w*|milliard\w*|prosent)\b|%", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[:;,.(–]\s|\s(?:hvorav|av|fra|frå|til|om|på|i|og|mot)\s")
_SHORTEST_HEAD = 4
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# How a name says that it counts, which a question says with "hvor mange".
_COUNTING = frozenset(stem(word) for word in ("antall", "antal", "sum", "total", "totalt", "samlet", "number"))

_ASKS_SPELLING = re.compile(
    r"\b(?:skriv\w*|stav(?:e[rst]?|a[rs]?|ast|emåten?|ing(?:en|a)?)?|spel(?:t|led|ling)|spell)\b", re.IGNORECASE
)
_A_NAME = re.compile(r"\b\w*(?:navn|namn|name)\w*\b", re.IGNORECASE)
_SHORTEST = 5
# Two slides speak of the same when the one has this share of the weight of the question's topic and the other no less.
SAME_TOPIC = 0.5


def told_otherwise(query: Query, draft: Draft, hits: Sequence[Hit], corpus: Corpus) -> list[Statement]:
    """What other slides say of the same count or day: it is named by the question's words or those told alone, and is another."""
    if query.wanted is Wanted.TIME:
        return days_otherwise(query, draft, corpus)
    if query.wanted is not Wanted.NUMBER or Cue.HOW_MANY not in query.cues or len(draft.statements) != 1:
        return []
    told = draft.statements[0]
    supported = {(support.passage.sha256, support.passage.slide) for support in told.support}
    if len(supported) != 1:
        return []
    known = set(numbers(_YEAR.sub(" ", told.text)))
    topic = {term: weight for term, weight in corpus.topic(query.asked).items() if corpus.lexical.has(term)}
    shared = covered(topic, corpus.slide_terms(told.support[0].passage))
    if shared < SAME_TOPIC:
        return []
    # "Hvor mange søkte?" is told by "Antall søknader: …", and otherwise by what is called so too.
    named = {term for term in terms(told.text) if not term[0].isdigit()}
    found: dict[tuple[str, int], Statement] = {}
    for hit in hits:
        passage = hit.passage
        place = (passage.sha256, passage.slide)
        if place in supported or place in found:
            continue
        figure = _figure(query, passage, named, corpus)
        if figure is None or figure[2] in known:
            continue
        has = covered(topic, corpus.slide_terms(passage))
        # An appendix is mostly of no case, or of the last.
        if has >= shared and (passage.case == told.support[0].passage.case or has >= 1.0):
            text = f"Et annet lysbilde sier noe annet: {passage.data['title']}: {figure[0]}."
            found[place] = Statement(text, (Support(passage, figure[1]),), note=Note.CONFLICT)
    return list(found.values())


def spelt_otherwise(query: Query, draft: Draft, corpus: Corpus) -> list[Statement]:
    """How other slides spell the people whom an answer to a question about people names."""
    if draft.abstained or not _is_about_people(query):
        return []
    text = " ".join(said.text for said in draft.statements)
    said = [name for name in sorted(corpus.names) if name in text]
    others = {other for name in said for other in corpus.spellings.get(name, ())} - set(said)
    return [
        replace(_spelt("Et annet lysbilde skriver navnet", naming), note=Note.CONFLICT)
        for other in sorted(others)
        for naming in corpus.naming(other)[:1]
    ]


def beyond_filters(query: Query, hits: Sequence[Hit], corpus: Corpus) -> list[Hit]:
    """What may differ from the hits though the question's filters leave it out: slides of breaks, which no case has, and
    where people who were found stand in another spelling.
    """
    found: list[Passage] = []
    if Cue.BREAK in query.cues:
        found = [p for p in corpus.of_kind(PassageKind.SLIDE) if p.data["slide_kind"] == SlideKind.BREAK]
    if _is_about_people(query):
        names = {hit.passage.data.get("name") or hit.passage.data.get("presenter") for hit in hits}
        others = sorted({other for name in names for other in corpus.spellings.get(str(name), ())})
        found += [passage for other in others for passage in corpus.naming(other)]
    known = {hit.passage.id for hit in hits}
    return [Hit(passage, 0.0, 0.0, 0.0, 0.0) for passage in found if passage.id not in known]


def _is_about_people(query: Query) -> bool:
    return query.wanted is Wanted.PERSON or bool(query.people)


def spelling(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Asked how a name is written: every spelling, each with the first slide that has it."""
    # "Stavnes" and "Skrivervik" ask for no spelling.
    bare = re.sub(
        "|".join(re.escape(part) for name in query.people for part in name.split()) or r"(?!)", " ", query.asked
    )
    if not _ASKS_SPELLING.search(bare):
        return None
    people = query.people or (_told_of(query, corpus) if _A_NAME.search(query.asked) else ())
    first = {name: naming[0] for name in people if (naming := corpus.naming(name))}
    alike = [name for name in first if len(first) == 1 or first.keys() & set(corpus.spellings.get(name, ()))]
    return Draft(tuple(_spelt("Navnet er skrevet", first[name]) for name in alike)) if alike else None


def _told_of(query: Query, corpus: Corpus) -> tuple[str, ...]:
    """Who is spelt in several ways and told of by a word of the question: "hun fra departementet"; nobody where several are."""
    asked = {*corpus.terms(query.asked), *query.terms}
    told: list[frozenset[str]] = []
    for name, others in corpus.spellings.items():
        naming = [passage for each in (name, *others) for passage in corpus.naming(each)]
        own = {
            term
            for p in naming
            for key in ("organisation", "title", "role", "group")
            for term in corpus.terms(str(p.data.get(key) or ""))
        }
        if any(begins_alike(term, own) for term in asked if len(term) >= _SHORTEST):
            told.append(frozenset((name, *others)))
    return tuple(sorted(told[0])) if len(set(told)) == 1 else ()


def _spelt(lead: str, passage: Passage) -> Statement:
    name = str(passage.data.get("name") or passage.data.get("presenter"))
    return Statement(f"{lead} «{name}».", (Support(passage, name),))


def _figure(query: Query, passage: Passage, told: Set[str], corpus: Corpus) -> tuple[str, str, Decimal] | None:
    """The words, those of them that stand on the slide, and the value of a figure that is named by no more than words of the
    question, of what was told, of counting.
    """
    if query.years and not any(year in passage.embedded_text for year in query.years):
        return None
    if passage.kind is PassageKind.TABLE_ROW:
        return _total(query, passage, told, corpus)
    if passage.kind is not PassageKind.UNIT:
        return None
    text = passage.text.strip()
    match = _NAMED_FIGURE.match(text) or _FIGURE_NAMED.match(_YEAR.sub("", text).strip())
    if match is None:
        text = _CLAUSE_END.split(text)[0].strip()
        match = _COUNTED.match(text)
    values = numbers(match["figure"]) if match else []
    if match is not None and match.re is _NAMED_FIGURE and _NO_COUNT.search(match["unit"]):
        return None
    if match is None or len(values) != 1 or not _is_named(terms(match["name"]), {*query.terms, *_COUNTING, *told}):
        return None
    return text.rstrip("."), text.rstrip("."), values[0]


def _total(query: Query, row: Passage, told: Set[str], corpus: Corpus) -> tuple[str, str, Decimal] | None:
    """The sum of a table's one column of such a count: "I alt: Antall svar: 64"."""
    filled = [(column, value) for column, value in zip(row.data["columns"], row.data["values"], strict=True) if value]
    counted = counted_thing(query)
    if counted is None or len(filled) != 1 or not corpus.is_total(row):
        return None
    column, value = str(filled[0][0]), str(filled[0][1])
    values = numbers(value)
    named = terms(column)
    if len(values) != 1 or row.data.get("unit") or not _is_named(named, {*query.terms, *_COUNTING, *told}):
        return None
    if not any(word.endswith(counted) or counted.endswith(word) for word in named):
        return None
    return f"{row.data['label']}, {column}: {value}", value, values[0]


def _is_named(words: Sequence[str], known: Set[str]) -> bool:
    """Whether all words are known, or are compounds of which a known one is the head: "høringssvar"."""
    long = [each for each in known if len(each) >= _SHORTEST_HEAD]
    return all(word in known or any(word.endswith(each) for each in long) for word in words)
