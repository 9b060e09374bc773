"""Whom of the lists of members a question is for: every word of it is told of them, names a group, or says what is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.answers.members.asked import Asked, asked_of_lists
from radsassistent.answers.members.called import asked_words
from radsassistent.answers.members.compared import compared_sorts
from radsassistent.answers.members.constraints import constraints_of, either, satisfying
from radsassistent.answers.members.facts import is_generic, leaders
from radsassistent.answers.members.lists_meant import beside_own, groups_named, of_body, own_group
from radsassistent.answers.members.reading import Reading, asks_whether
from radsassistent.answers.members.roles import asks_pay
from radsassistent.answers.members.seats import by_seats, of_one_first_name
from radsassistent.answers.members.statements import distinct, once, people, person
from radsassistent.answers.members.wording import (
    ALSO,
    ANSWERS_FOR,
    ANY_ORGANISATION,
    APPOINTS,
    LEADS,
    MEMBERS_COUNTED,
    NEW,
    NO_MEMBER,
    ORGANISATIONS,
    OTHER_THAN,
    REPRESENTS,
    SAID,
    SAME_FIRST_NAME,
    SAME_PERSON,
    SEATED,
    SEX,
    STAND_IN,
    STANDS_IN_FOR,
    TITLE_ASKED,
)
from radsassistent.answers.members.words import Told, role_told, same_word, title_parts
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.bodies import names_body
from radsassistent.meetings.people import is_unknown
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import is_english, stem, words

# What is asked for by these words is no sort of organisation, what is denied by them is.
_MUNICIPALITY = re.compile(r"\bmunicipalit(?:y|ies)\b", re.IGNORECASE)
_COUNTY = re.compile(r"\bcount(?:y|ies)(?:\s+(?:authorit(?:y|ies)|councils?))?\b", re.IGNORECASE)
# Where a list may say that somebody serves a body.
_SERVING = ("role", "title", "organisation")
# A line of a slide is likelier than not what a question means from this chance on.
HALF = 0.5
# So many of the likeliest passages are looked at for one of whom no list tells.
_NEAR = 3
# More organisations than this are not each named by a question.
_FEW = 2


def members_resolved(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Those of whom the newest lists tell all that the question says, all of them and nobody else; None where a word of it is
    neither told of anybody nor in every question about members.
    """
    if query.cases or query.years or query.slides or NEW.search(query.asked) or APPOINTS.search(query.asked):
        return None
    if SEX.search(query.text) and query.cues & {Cue.HOW_MANY, Cue.LIST}:
        # Lists do not tell it, and names are no sign of it.
        return _untold()
    asked = asked_of_lists(query, corpus)
    if asked is None or asks_pay(query):
        return None
    if SAME_FIRST_NAME.search(asked.text):
        return of_one_first_name(asked.pool)
    held = _held_against_each_other(asked, corpus)
    if held is not None:
        return held
    told = _told_of(asked, hits, corpus)
    if (told is None or told.abstained) and asked.meant.groups == (own_group(asked.members),):
        # Asked of the body, who sits in it may be on a list beside its own.
        beside = beside_own(asked.members)
        wider = _told_of(replace(asked, pool=beside), hits, corpus) if len(beside) > len(asked.pool) else None
        return wider if wider is not None and not wider.abstained else told
    return told


def _held_against_each_other(asked: Asked, corpus: Corpus) -> Draft | None:
    """Whether the same sit on two lists, of which sort there are more; None where none of it is asked."""
    said = asked.query.asked
    if asks_whether(said) and SAME_PERSON.search(said) and (asked.meant.each or ALSO.search(said)):
        return _whether_same(asked, corpus)
    return compared_sorts(asked, corpus)


def _told_of(asked: Asked, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Those of whom the lists tell all that is asked; that there is nobody, where nothing else may tell of one."""
    constraints, unexplained = asked.constraints(corpus)
    if unexplained and asked.meant.each:
        # What is told of nobody who is on each of the lists is told of who is on any.
        asked = replace(asked, pool=list(asked.meant.each))
        constraints, unexplained = asked.constraints(corpus)
    if unexplained:
        return _of_none(asked, constraints, unexplained, hits, corpus)
    if not asked.pool or not (constraints or asked.vacant or asked.no_members or asked.whole):
        return None
    found = _found(asked, constraints, corpus)
    if found:
        return _answered(found, asked, constraints)
    likeliest = hits[0].passage.kind is PassageKind.UNIT and hits[0].chance >= HALF if hits else False
    unsure = found is None or not asked.of_members or likeliest or _told_in_text(asked.text, asked.query, hits)
    return None if unsure else _untold()


def member_by_work(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Those who have a title that is asked for in one word, or who work with what is named, which no row of an agenda is meant
    by; None where a word of the question is told of nobody.
    """
    if (
        query.people
        or STAND_IN.search(query.asked)
        or STANDS_IN_FOR.search(query.asked)
        or query.cues & {Cue.AGENDA, Cue.CASE, Cue.WHICH_CASE}
        or not query.cues & {Cue.WHO, Cue.BODY}
    ):
        return None
    by_title = any(title_parts(word) is not None for word in words(query.asked))
    if not (by_title and Cue.PRESENT not in query.cues) and not ANSWERS_FOR.search(query.asked):
        return None
    draft = members_resolved(query, hits, corpus)
    return None if draft is None or draft.abstained else draft


def _untold() -> Draft:
    return Draft.abstaining("Det står ikke i dokumentene.")


def _whether_same(asked: Asked, corpus: Corpus) -> Draft | None:
    """Whether those of whom the question says something are the same on each of the lists that it names, and who they are."""
    reading = replace(asked.reading, text=SAME_PERSON.sub(" ", asked.text))
    asked = replace(asked, reading=reading, pool=list(asked.meant.each or asked.members))
    constraints, unexplained = asked.constraints(corpus)
    found = [] if unexplained or not constraints else satisfying(constraints, asked.pool, asked.text)
    # "I begge" are the lists that have anybody of whom it is asked.
    groups = asked.meant.groups if asked.meant.each else tuple({str(m.data["group"]) for m in found})
    on = {group: {str(m.data["name"]) for m in found if m.data["group"] == group} for group in groups}
    if len(on) < _FEW or not all(on.values()):
        return None
    verdict = "Ja" if len(set(map(frozenset, on.values()))) == 1 else "Nei"
    told = once(person(m, asked.query, with_group=True) for m in distinct(found))
    return Draft((replace(told[0], text=f"{verdict}: {told[0].text}"), *told[1:]))


def _of_none(
    asked: Asked,
    constraints: Sequence[Mapping[Told, list[Passage]]],
    unexplained: Sequence[str],
    hits: Sequence[Hit],
    corpus: Corpus,
) -> Draft | None:
    """What is said where a word is told of nobody on the lists that are asked of."""
    query = asked.query
    unknown = {word for name in query.unknown_names for word in words(name)}
    of_unknown = set(unexplained) <= unknown and query.wanted is Wanted.PERSON and Cue.MEMBER in query.cues
    if not constraints and of_unknown:
        # Who sits for somebody of whom no document has a word is not whoever comes near.
        return _untold()
    if (other := _elsewhere(asked.text, query, asked.pool, asked.members, corpus)) is not None:
        return other
    seated = REPRESENTS.search(asked.text) or (
        asked.of_members and asks_whether(query.asked) and SEATED.search(asked.said)
    )
    represents = bool(seated) and not constraints
    if represents and any(set(unexplained) <= set(words(hit.passage.text)) for hit in hits[:_NEAR]):
        # "Ola Dal gikk inn etter Kari Berg" tells of her what no list does.
        return None
    return _untold() if represents and not _told_in_text(asked.text, query, hits, REPRESENTS) else None


def _found(asked: Asked, constraints: Sequence[Mapping[Told, list[Passage]]], corpus: Corpus) -> list[Passage] | None:
    """Those who are meant; None where a word of what is denied is told of nobody."""
    query, pool, text = asked.query, asked.pool, asked.text
    if asked.whole and not constraints and MEMBERS_COUNTED.search(text):
        pool = [m for m in pool if not NO_MEMBER.search(role_told(m))] or pool
    # "Direktør i …", "division directors": whoever is of that kind, where nobody is just that.
    found = satisfying(constraints, pool, text) or satisfying(asked.constraints(corpus, best=False)[0], pool, text)
    whether = asks_whether(query.asked)
    if not found and query.people and whether:
        # What is asked whether it is so need not be: what the lists tell says so.
        found = _instead(constraints, query, pool, asked.members)
    if found and whether and asked.reading.seats is None:
        # "Er begge direktører?": who is not is told too.
        found = _with_the_others(found, query, pool, asked.members)
    if not found and asked.meant.each:
        # Nobody is on each of the lists: who is on any.
        found = satisfying(constraints, asked.meant.each, text)
    if not found and asked.reading.seats is not None:
        found = either(constraints, pool)
    others = _left_out(asked.reading, query, pool, asked.members, corpus, asked.grouped_by)
    if others is None:
        return None
    found = [m for m in found if m not in others]
    return found or (_but_one(constraints, pool, text) if whether else [])


def _answered(found: list[Passage], asked: Asked, constraints: Sequence[Mapping[Told, list[Passage]]]) -> Draft | None:
    """Those who are meant as they are asked for: how many sit for whom, or who they are."""
    query = asked.query
    if asked.reading.seats is not None:
        few = len({m.data["organisation"] for m in found}) <= _FEW
        return by_seats(found, asked.reading.seats, query, named=bool(constraints) and few)
    if Cue.HOW_MANY in query.cues and not asked.meant.several:
        found = _of_own(found, asked.members)
    if not (asked.meant.groups or asked.meant.several or any(Told.NAME in each for each in constraints)):
        found = _of_own(found, asked.members)
    named = bool(query.people) and not OTHER_THAN.search(asked.said)
    if named and TITLE_ASKED.search(query.asked) and not any(m.data["title"] or m.data["role"] for m in found):
        # For whom somebody sits is no title.
        return _untold()
    return _said(found, query, asked.text, by_name=named or any(Told.NAME in each for each in constraints))


def fitting_all(
    reading: Reading, query: Query, pool: Sequence[Passage], members: Sequence[Passage], corpus: Corpus
) -> tuple[list[Passage], bool] | None:
    """Those of a pool of whom the lists tell all that a question says and nothing that it denies, and whether it says anything of
    anybody; None where a word of it is told of nobody.
    """
    constraints, unexplained = constraints_of(reading.text, query, pool, members, corpus, grouped_by=pool)
    if unexplained:
        # What is told of others on the lists is told of none of these.
        constraints, unexplained = constraints_of(reading.text, query, members, members, corpus, grouped_by=pool)
    others = _left_out(reading, query, pool, members, corpus, grouped_by=pool)
    if unexplained or others is None:
        return None
    found = satisfying(constraints, pool, reading.text)
    return [m for m in found if m not in others], bool(constraints or reading.left_out)


def _with_the_others(
    found: Sequence[Passage], query: Query, pool: Sequence[Passage], members: Sequence[Passage]
) -> list[Passage]:
    """Those found, and of several who are named the others of whom it is not so, "eller" apart: one of them is asked for."""
    if len(query.people) < _FEW or re.search(r"\b(?:eller|or|noen|nokon|any)\b", query.asked, re.IGNORECASE):
        return list(found)
    told = {m.data["name"] for m in found}
    missing = [m for m in pool if m.data["name"] in query.people and m.data["name"] not in told]
    if not missing:
        missing = [m for m in members if m.data["name"] in query.people and m.data["name"] not in told]
    return [*found, *missing]


def _instead(
    constraints: Sequence[Mapping[Told, list[Passage]]],
    query: Query,
    pool: Sequence[Passage],
    members: Sequence[Passage],
) -> list[Passage]:
    """What the lists tell of those named where it is not what is asked: of who leads or sits there instead, too."""
    in_pool = [m for m in pool if m.data["name"] in query.people]
    named = in_pool or [m for m in members if m.data["name"] in query.people]
    led = leaders(query, pool) if LEADS.search(query.asked) else []
    if not led and not in_pool:
        # "Er det Berg som sitter for Oslo i styringsgruppen?": who does is told too.
        rest = [fits for fits in constraints if set(fits) != {Told.NAME}]
        led = satisfying(rest, pool, "") if rest else []
        led = led if len(distinct(led)) <= _FEW else []
    return [*led, *(m for m in named if m not in led)]


def _but_one(constraints: Sequence[Mapping[Told, list[Passage]]], pool: Sequence[Passage], text: str) -> list[Passage]:
    """The one of whom all is told but the one thing that is asked whether it is so: "er fagdirektøren fra …?"."""
    for place in range(len(constraints)):
        rest = [fits for number, fits in enumerate(constraints) if number != place]
        found = satisfying(rest, pool, text) if any({Told.ROLE, Told.TITLE} & set(fits) for fits in rest) else []
        if len(distinct(found)) == 1:
            return found
    return []


def _left_out(
    reading: Reading,
    query: Query,
    pool: Sequence[Passage],
    members: Sequence[Passage],
    corpus: Corpus,
    grouped_by: Sequence[Passage] = (),
) -> list[Passage] | None:
    """Those whom a question does not mean; None where a word of what it denies is told of nobody."""
    found: list[Passage] = []
    for phrase in reading.left_out:
        said = _COUNTY.sub("fylkeskommune", _MUNICIPALITY.sub("kommune", phrase))
        if groups_named(said, members, corpus):
            continue
        people_named = tuple(name for name in query.people if name.split()[-1].casefold() in said.casefold())
        of_these = replace(query, people=people_named)
        constraints, unexplained = constraints_of(said, of_these, pool, members, corpus, grouped_by, best=False)
        if unexplained or not constraints:
            return None
        found += satisfying(constraints, pool, said)
    return found


def _of_own(found: list[Passage], members: Sequence[Passage]) -> list[Passage]:
    """Those of the body itself, where anybody is: who else has such an office sits in another group. How many is asked of
    the body as well, where those found are on several lists.
    """
    own = of_body(members)
    return [m for m in found if m in own] or found


def _told_in_text(text: str, query: Query, hits: Sequence[Hit], said: re.Pattern[str] | None = None) -> bool:
    """Whether one line of a slide has every telling word of the question, and what is `said` besides: it may tell of somebody who
    is on no list.
    """
    asked = [
        forms
        for forms in asked_words(text, in_english=is_english(query.text))
        if not any(is_generic(stem(form)) or form in SAID for form in forms)
    ]
    told = (hit.passage.text for hit in hits if hit.passage.kind is PassageKind.UNIT)
    lines = (words(line) for line in told if said is None or said.search(line))
    return any(all(any(same_word(form, word) for form in forms for word in line) for forms in asked) for line in lines)


def _elsewhere(
    text: str, query: Query, pool: Sequence[Passage], members: Sequence[Passage], corpus: Corpus
) -> Draft | None:
    """Who is in no other group than another than the one that is named is known not to be in that."""
    if len(pool) == len(members) or query.people:
        return None
    constraints, unexplained = constraints_of(text, query, members, members, corpus, grouped_by=pool)
    found = [] if unexplained else satisfying(constraints, members, text)
    groups = {m.data["group"] for m in pool}
    if not unexplained and (several := _each_organisation(constraints, members, groups, query)) is not None:
        return several
    serving = [m for m in found if NO_MEMBER.search(" ".join(str(m.data[key] or "") for key in _SERVING))]
    if serving and _is_of_body(pool, members):
        # Who serves the body is on a list beside its members'.
        return people(serving, query)
    if not found or any(m.data["group"] in groups for m in found):
        return None
    of_body = all(Told.ORGANISATION in fits for fits in constraints)
    if of_body and asks_whether(query.asked) and len(distinct(found)) <= _FEW:
        told = (person(m, query, with_group=True) for m in distinct(found))
        return Draft(tuple(Statement(f"Nei: {each.text}", each.support) for each in told))
    return Draft.abstaining("Det står ikke i dokumentene.")


def _each_organisation(
    constraints: Sequence[Mapping[Told, list[Passage]]], members: Sequence[Passage], groups: Set[str], query: Query
) -> Draft | None:
    """Whether several organisations sit in a group, where it is asked of each: who sits there, and where those sit who do not."""
    of_each = [fits[Told.ORGANISATION] for fits in constraints if Told.ORGANISATION in fits]
    if not asks_whether(query.asked) or len(of_each) < max(_FEW, len(constraints)) or not ALSO.search(query.asked):
        return None
    there = [[m for m in each if m.data["group"] in groups] for each in of_each]
    told = [m for here, each in zip(there, of_each, strict=True) for m in distinct(here or each)]
    said = once(person(m, query, with_group=True) for m in told)
    return Draft((replace(said[0], text=f"{'Ja' if all(there) else 'Nei'}: {said[0].text}"), *said[1:]))


def _is_of_body(pool: Sequence[Passage], members: Sequence[Passage]) -> bool:
    """Whether a group is the body itself: its own list, or one called by its name or by no name but that of its kind."""
    group = str(pool[0].data["group"]) if pool else ""
    return bool(group) and (
        group == own_group(members)
        or names_body(group, pool[0].body)
        or re.match(r"(?:råd|utval|styre|komit|nemnd)", group, re.I) is not None
    )


def _said(found: Sequence[Passage], query: Query, text: str, *, by_name: bool) -> Draft:
    """The members as they are asked for: their organisations, how many they are, or who."""
    asked = ORGANISATIONS.search(text)
    organisations = list(dict.fromkeys(str(m.data["organisation"]) for m in found if m.data["organisation"]))
    if asked is not None and Cue.HOW_MANY in query.cues and organisations:
        return _counted(found, organisations)
    if asked is not None and ANY_ORGANISATION.match(asked["sort"]) and not query.people and organisations:
        first = {str(m.data["organisation"]): m for m in reversed(found) if m.data["organisation"]}
        supports = tuple(Support(first[each], each) for each in organisations)
        return Draft((Statement(f"{listed(organisations)}.", supports),))
    if by_name and Cue.HOW_MANY not in query.cues:
        return Draft(tuple(once(person(m, query, with_group=True) for m in distinct(found))))
    return people(found, query)


def _counted(found: Sequence[Passage], organisations: Sequence[str]) -> Draft:
    """How many organisations there are and which, with those who sit for them where each has one."""
    first = {str(m.data["organisation"]): m for m in reversed(found) if m.data["organisation"]}
    one_each = len(distinct(found)) == len(organisations) and not any(is_unknown(m.data["name"]) for m in found)
    said = [f"{first[each].data['name']} ({each})" if one_each else each for each in organisations]
    supports = tuple(Support(first[each], each) for each in organisations)
    return Draft((Statement(f"{len(said)}: {listed(said)}.", supports, (str(len(said)),)),))
