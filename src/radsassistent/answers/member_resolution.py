"""Whom of the lists of members a question is for: every word of it is told of them, names a group, or says what is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.answers.member_constraints import constraints_of, detail_labels, either, satisfying
from radsassistent.answers.member_facts import is_generic, leaders, newest_lists
from radsassistent.answers.member_lists_meant import groups_named, lists_meant, own_group, with_body
from radsassistent.answers.member_reading import ASKS_WHETHER, Reading, bare, read
from radsassistent.answers.member_seats import by_seats, of_one_first_name
from radsassistent.answers.member_statements import distinct, once, people, person
from radsassistent.answers.member_wording import (
    ANY_ORGANISATION,
    BODY_SAID,
    IN_TITLE,
    KEEPS_MINUTES,
    LAST_OF_TWO,
    LEADER_COUNTED,
    LEADS,
    LEADS_SAID,
    MEMBER_LIST,
    MEMBERS_COUNTED,
    NAME_ASKED,
    NAMED,
    NEW,
    NO_MEMBER,
    NOT_AS_MEMBER,
    OF_ELSE,
    ORGANISATIONS,
    OTHER_THAN,
    REPRESENTS,
    SAID,
    SAME_FIRST_NAME,
    SEX,
    SHORT,
    SORT_ASKED,
    SORT_SAID,
    VACANT,
    WITH_US,
)
from radsassistent.answers.member_words import HEAD, Told, asked_words, fit, same_word, told_words
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.bodies import bodies_in, names_body
from radsassistent.meetings.people import is_unknown
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import is_english, stem, terms, words

# More organisations than this are not each named by a question.
_FEW = 2


def members_resolved(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Those of whom the newest lists tell all that the question says, all of them and nobody else; None where a word of it is
    neither told of anybody nor in every question about members.
    """
    if query.cases or query.years or query.slides or NEW.search(query.asked):
        return None
    if SEX.search(query.text) and query.cues & {Cue.HOW_MANY, Cue.LIST}:
        # Lists do not tell it, and names are no sign of it.
        return Draft.abstaining("Det står ikke i dokumentene.")
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    if not members or (query.people and not any(m.data["name"] in query.people for m in members)):
        return None
    if IN_TITLE.search(query.asked):
        # "Hvem har ordet IKT i tittelen" is not who has the floor.
        query = replace(query, cues=query.cues - {Cue.PRESENT})
    text = LAST_OF_TWO.sub(
        "", KEEPS_MINUTES.sub("er sekretær", LEADS_SAID.sub("leder", with_body(query, members, corpus)))
    ).strip(" ?")
    text = bare(text)
    vacant, no_members = VACANT.search(text) is not None, NOT_AS_MEMBER.search(text) is not None
    narrowing = text
    for words_for in (LEADER_COUNTED, VACANT, NOT_AS_MEMBER):
        text = words_for.sub(" ", text)
    reading = read(text, denies=not (query.people and OTHER_THAN.search(text)))
    if query.cues & OF_ELSE & cues(reading.text):
        return None
    # A word of a group's name may be one of a title as well, where no body is spoken of.
    whole_name = _names_whole_group(query, members)
    meant = lists_meant(reading, query, members, corpus)
    pool = meant.pool if whole_name or BODY_SAID.search(query.question) else list(members)
    of_leader = Cue.LEADER in query.cues and LEADS.search(text) and not BODY_SAID.search(query.question)
    if (reading.seats is not None or of_leader) and not meant.groups:
        pool = [m for m in members if m.data["group"] == own_group(members)]
    named = meant.several or _names_its_group(query, pool, members) or _names_role(query, pool, corpus)
    # A few words that are all of them told of members may ask for no more than who it is: "divisjonsdirektør for innbygger?".
    short = not query.cues - {Cue.YES_NO, Cue.WHO} and not query.people and len(words(query.text)) <= SHORT
    of_members = _is_of_members(query, names_group=named)
    if not pool or not (of_members or short or _asks_detail(query, members)):
        return None
    pool = _narrowed(narrowing, query, pool)
    text, grouped = reading.text, pool if meant.several else ()
    if SAME_FIRST_NAME.search(text):
        return of_one_first_name(pool)
    constraints, unexplained = constraints_of(text, query, pool, members, corpus, grouped_by=grouped)
    if unexplained and meant.each:
        # What is told of nobody who is on each of the lists is told of who is on any.
        pool = list(meant.each)
        constraints, unexplained = constraints_of(text, query, pool, members, corpus, grouped_by=pool)
    if unexplained:
        unknown = {word for name in query.unknown_names for word in words(name)}
        if (
            not constraints
            and set(unexplained) <= unknown
            and query.wanted is Wanted.PERSON
            and Cue.MEMBER in query.cues
        ):
            # Who sits for somebody of whom no document has a word is not whoever comes near.
            return Draft.abstaining("Det står ikke i dokumentene.")
        if (other := _elsewhere(text, query, pool, members, corpus)) is not None:
            return other
        untold = REPRESENTS.search(text) and not constraints and not _told_in_text(text, query, hits, REPRESENTS)
        return Draft.abstaining("Det står ikke i dokumentene.") if untold else None
    one_group = len({m.data["group"] for m in pool}) == 1
    asks_list = query.wanted in (Wanted.PERSON, Wanted.LIST) or MEMBER_LIST.search(text)
    of_list = (whole_name or meant.groups or Cue.BODY in query.cues) and asks_list
    narrowed = bool(meant.left_out or reading.left_out or reading.seats)
    whole = meant.several or (one_group and (Cue.HOW_MANY in query.cues or narrowed or of_list)) or narrowed
    if not pool or not (constraints or vacant or whole or no_members):
        return None
    if whole and not constraints and MEMBERS_COUNTED.search(text):
        pool = [m for m in pool if not NO_MEMBER.search(str(m.data["role"] or ""))] or pool
    # "Direktør i …", "division directors": whoever is of that kind, where nobody is just that.
    found = satisfying(constraints, pool, text) or satisfying(
        constraints_of(text, query, pool, members, corpus, grouped_by=grouped, best=False)[0], pool, text
    )
    if not found and query.people and ASKS_WHETHER.search(query.asked):
        # What is asked whether it is so need not be: what the lists tell says so.
        found = _instead(query, pool, members)
    if not found and meant.each:
        # Nobody is on each of the lists: who is on any.
        found = satisfying(constraints, meant.each, text)
    if not found and reading.seats is not None:
        found = either(constraints, pool)
    if reading.left_out:
        others = _left_out(reading, query, pool, members, corpus, grouped_by=grouped)
        if others is None:
            return None
        found = [m for m in found if m not in others]
    if not found and ASKS_WHETHER.search(query.asked):
        found = _but_one(constraints, pool, text)
    if not found:
        return (
            None
            if not of_members or _told_in_text(text, query, hits)
            else Draft.abstaining("Det står ikke i dokumentene.")
        )
    if reading.seats is not None:
        few = len({m.data["organisation"] for m in found}) <= _FEW
        return by_seats(found, reading.seats, named=bool(constraints) and few)
    found = _of_largest(found, members) if Cue.HOW_MANY in query.cues and not meant.several else found
    others_than = OTHER_THAN.search(narrowing) is not None
    return _said(
        found,
        query,
        text,
        by_name=(bool(query.people) and not others_than) or any(Told.NAME in each for each in constraints),
    )


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


def _instead(query: Query, pool: Sequence[Passage], members: Sequence[Passage]) -> list[Passage]:
    """What the lists tell of those named where it is not what is asked: of who leads instead, too."""
    named = [m for m in pool if m.data["name"] in query.people] or [
        m for m in members if m.data["name"] in query.people
    ]
    led = leaders(query, pool) if LEADS.search(query.asked) else []
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
    for said in reading.left_out:
        if groups_named(said, members, corpus):
            continue
        people_named = tuple(name for name in query.people if name.split()[-1].casefold() in said.casefold())
        of_these = replace(query, people=people_named)
        constraints, unexplained = constraints_of(said, of_these, pool, members, corpus, grouped_by, best=False)
        if unexplained or not constraints:
            return None
        found += satisfying(constraints, pool, said)
    return found


def _narrowed(text: str, query: Query, pool: Sequence[Passage]) -> list[Passage]:
    """Those of a group whom a question leaves: no members, or seats without a name."""
    beside, vacant = NOT_AS_MEMBER.search(text) is not None, VACANT.search(text) is not None
    return [
        m
        for m in pool
        if (not beside or NO_MEMBER.search(str(m.data["role"] or ""))) and (not vacant or is_unknown(m.data["name"]))
    ]


def _asks_detail(query: Query, members: Sequence[Passage]) -> bool:
    """Whether a question asks for what the lists tell under a word of their own: "hvilket parti hører nestlederen til?"."""
    sort = SORT_ASKED.match(query.asked)
    return sort is not None and stem(sort["sort"].lower()) in detail_labels(members)


def _names_role(query: Query, pool: Sequence[Passage], corpus: Corpus) -> bool:
    """Whether a question names a role on the lists other than a member's, "som observatører", or asks for a sort of members by
    what the lists say that they stand for: "hvor mange kommunerepresentanter".
    """
    sort = SORT_SAID.search(query.asked)
    values = [word for m in pool for word in told_words(m, Told.DETAIL, corpus)]
    if sort is not None and fit(sort["sort"].lower(), values, Told.DETAIL) >= HEAD:
        return True
    roles = {stem(found[0]) for m in pool if (found := words(str(m.data["role"] or ""))) and NO_MEMBER.match(found[0])}
    return bool(roles & set(query.terms))


def _names_whole_group(query: Query, members: Sequence[Passage]) -> bool:
    """Whether a question has all of a list's name: "sekretariatet" of the list "Sekretariat"."""
    return any((own := set(terms(str(m.data["group"])))) and own <= set(query.terms) for m in members)


def _of_largest(found: list[Passage], members: Sequence[Passage]) -> list[Passage]:
    """How many is asked of the body itself, the largest list, where those found are on several."""
    if len({m.data["group"] for m in found}) == 1:
        return found
    largest = Counter(m.data["group"] for m in members).most_common(1)[0][0]
    return [m for m in found if m.data["group"] == largest] or found


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
    serving = [m for m in found if NO_MEMBER.search(f"{m.data['role'] or ''} {m.data['title'] or ''}")]
    if serving and _is_of_body(pool):
        # Who serves the body is on a list beside its members'.
        return people(serving, query)
    if not found or any(m.data["group"] in groups for m in found):
        return None
    of_body = all(Told.ORGANISATION in fits for fits in constraints)
    if of_body and ASKS_WHETHER.search(query.asked) and len(distinct(found)) <= _FEW:
        told = (person(m, query, with_group=True) for m in distinct(found))
        return Draft(tuple(Statement(f"Nei: {each.text}", each.support) for each in told))
    return Draft.abstaining("Det står ikke i dokumentene.")


def _is_of_body(pool: Sequence[Passage]) -> bool:
    """Whether a group is the body itself: called by its name, or by no name but that of its kind ("Utvalgets medlemmer")."""
    group = str(pool[0].data["group"]) if pool else ""
    return bool(group) and (
        names_body(group, pool[0].body) or re.match(r"(?:råd|utval|styre|komit|nemnd)", group, re.I) is not None
    )


def _names_its_group(query: Query, pool: Sequence[Passage], members: Sequence[Passage]) -> bool:
    """Whether a question names a group, or the body that the lists are of."""
    return len(pool) < len(members) or any(
        names_body(name, m.body) for name in bodies_in(query.question) for m in members
    )


def _is_of_members(query: Query, *, names_group: bool) -> bool:
    if Cue.PRESENT in query.cues and not re.search(
        r"\b(?:sak|vegne\w*|representer\w*|stede?)\b", query.text, re.IGNORECASE
    ):
        return False
    called = NAMED.search(query.text) or VACANT.search(query.text)
    if Cue.HOW_MANY in query.cues and not (names_group or called or query.cues & {Cue.MEMBER, Cue.BODY}):
        # "Hvor mange lærere jobber i …": staff is counted, not members.
        return False
    about = (
        names_group
        or VACANT.search(query.text)
        or WITH_US.search(query.text)
        or NAME_ASKED.search(query.text)
        or NAMED.search(query.text)
        or query.cues & {Cue.MEMBER, Cue.BODY}
    )
    asks = query.wanted in (Wanted.PERSON, Wanted.LIST, Wanted.NUMBER) or query.cues & {
        Cue.YES_NO,
        Cue.TITLE,
        Cue.EMPLOYER,
        Cue.LIST,
    }
    may_be = query.people or query.wanted is Wanted.PERSON or query.cues & {Cue.LEADER, Cue.TITLE, Cue.EMPLOYER}
    return bool(about or (may_be and asks))


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
