"""What a question asks of the lists of members: of which of them, of whom, and what is to be told of those."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from radsassistent.answers.members.constraints import constraints_of, detail_labels
from radsassistent.answers.members.described import described
from radsassistent.answers.members.facts import is_beside
from radsassistent.answers.members.groups import newest_lists
from radsassistent.answers.members.lists_meant import (
    ListsMeant,
    lists_meant,
    own_group,
    spelt_out,
    with_body,
    without_owner,
)
from radsassistent.answers.members.parties import by_letters
from radsassistent.answers.members.reading import Reading, asks_whether, bare, read
from radsassistent.answers.members.wording import (
    ANSWERS_FOR,
    BODY_SAID,
    DOES,
    FROM_WHERE,
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
    NO_MEMBER,
    NOT_AS_MEMBER,
    OF_ELSE,
    OTHER_THAN,
    SECOND_SAID,
    SHORT,
    SOME_OF,
    SORT_ASKED,
    SORT_SAID,
    VACANT,
    WITH_US,
)
from radsassistent.answers.members.words import HEAD, Told, fit, role_told, told_words
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.bodies import bodies_in, names_body
from radsassistent.meetings.people import is_unknown
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import stem, terms, words


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about members: its reading, and the members whom it is asked of. `said` is what it was before it was read."""

    query: Query
    said: str
    reading: Reading
    members: Sequence[Passage]
    meant: ListsMeant
    pool: list[Passage]
    of_members: bool
    whole_name: bool
    names_body: bool

    @property
    def text(self) -> str:
        """What is to be told of those who are meant."""
        return self.reading.text

    @property
    def grouped_by(self) -> Sequence[Passage]:
        """Those whose lists the question names, where it names several."""
        return self.pool if self.meant.several else ()

    @property
    def vacant(self) -> bool:
        """Whether a seat without a name is asked for."""
        return VACANT.search(self.said) is not None

    @property
    def no_members(self) -> bool:
        """Whether those on the lists are asked for who are no members."""
        return NOT_AS_MEMBER.search(self.said) is not None

    @property
    def whole(self) -> bool:
        """Whether a list may be asked for as a whole, or but for those who are denied."""
        narrowed = bool(self.meant.left_out or self.reading.left_out or self.reading.seats)
        if self.meant.several or narrowed:
            return True
        asks_list = self.query.wanted in (Wanted.PERSON, Wanted.LIST) or MEMBER_LIST.search(self.text)
        of_list = (self.whole_name or self.meant.groups or self.names_body or Cue.BODY in self.query.cues) and asks_list
        one = len({m.data["group"] for m in self.pool}) == 1 or self.meant.groups == (own_group(self.members),)
        return one and bool(Cue.HOW_MANY in self.query.cues or of_list)

    def constraints(self, corpus: Corpus, *, best: bool = True) -> tuple[list[Mapping[Told, list[Passage]]], list[str]]:
        """What each word says of the members, and the words that say nothing of anybody."""
        return constraints_of(
            self.text, self.query, self.pool, self.members, corpus, grouped_by=self.grouped_by, best=best
        )


def asked_of_lists(query: Query, corpus: Corpus) -> Asked | None:
    """What a question asks of the newest lists; None where it asks something else."""
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    if not members or (query.people and not any(m.data["name"] in query.people for m in members)):
        return None
    if IN_TITLE.search(query.asked) or ANSWERS_FOR.search(query.asked):
        # "Hvem har ordet IKT i tittelen" is not who has the floor, nor "ansvar for" what is presented.
        query = replace(query, cues=query.cues - {Cue.PRESENT})
    said = SECOND_SAID.sub(
        "er nestleder", LEADS_SAID.sub("leder", spelt_out(with_body(query, members, corpus), members))
    )
    if SECOND_SAID.search(query.asked):
        query = replace(query, cues=query.cues | {Cue.LEADER}, text=SECOND_SAID.sub("er nestleder", query.text))
    said = KEEPS_MINUTES.sub("er sekretær", said)
    said = without_owner(described(said, members), members, corpus)
    in_full = bare(LAST_OF_TWO.sub("", said).strip(" ?"))
    said = text = by_letters(in_full, members)
    for words_for in (LEADER_COUNTED, VACANT, NOT_AS_MEMBER):
        text = words_for.sub(" ", text)
    reading = read(text, denies=not (query.people and OTHER_THAN.search(text)))
    if query.cues & OF_ELSE & cues(reading.text):
        return None
    # A word of a group's name may be one of a title as well, where no body is spoken of.
    whole_name, of_body = _names_whole_group(query, members), BODY_SAID.search(spelt_out(query.question, members))
    meant = lists_meant(reading, query, members, corpus)
    pool = meant.pool if whole_name or of_body else list(members)
    of_leader = Cue.LEADER in query.cues and LEADS.search(text) and not of_body
    of_rest = reading.left_out and not query.people and MEMBERS_COUNTED.search(text)
    if (reading.seats is not None or of_leader or of_rest) and not meant.groups and not meant.left_out:
        pool = [m for m in members if m.data["group"] == own_group(members)]
    named = (
        meant.several or said != in_full or _names_its_group(query, pool, members) or _names_role(query, pool, corpus)
    )
    # A few words that are all of them told of members may ask for no more than who it is: "divisjonsdirektør for innbygger?".
    short = not query.cues - {Cue.YES_NO, Cue.WHO, Cue.WHERE} and not query.people and len(words(query.text)) <= SHORT
    of_members = _is_of_members(query, reading.text, names_group=named)
    if not pool or not (of_members or short or _asks_detail(query, members)):
        return None
    return Asked(
        query,
        said,
        reading,
        members,
        meant,
        _narrowed(said, pool, members),
        of_members,
        whole_name,
        _names_body(query, members),
    )


def _narrowed(text: str, pool: Sequence[Passage], members: Sequence[Passage]) -> list[Passage]:
    """Those of a group whom a question leaves: no members, or seats without a name."""
    beside, vacant = NOT_AS_MEMBER.search(text) is not None, VACANT.search(text) is not None
    if beside:
        pool = [m for m in pool if NO_MEMBER.search(role_told(m))] or [m for m in members if is_beside(m)]
    return [m for m in pool if not vacant or is_unknown(m.data["name"])]


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


def _names_its_group(query: Query, pool: Sequence[Passage], members: Sequence[Passage]) -> bool:
    """Whether a question names a group, or the body that the lists are of."""
    return len(pool) < len(members) or _names_body(query, members)


def _names_body(query: Query, members: Sequence[Passage]) -> bool:
    """Whether a question calls the body that the lists are of by its name."""
    return any(names_body(name, m.body) for name in bodies_in(query.question) for m in members)


def _is_of_members(query: Query, text: str, *, names_group: bool) -> bool:
    """Whether a question, which `text` is the telling part of, asks for members or of them."""
    if Cue.PRESENT in query.cues & cues(text) and not re.search(
        r"\b(?:sak|vegne\w*|representer\w*|stede?|seat|sete|setet)\b", query.text, re.IGNORECASE
    ):
        return False
    called = NAMED.search(query.text) or VACANT.search(query.text)
    supposed = asks_whether(query.asked) and query.cues & {Cue.LEADER, Cue.MEMBER, Cue.BODY}
    if Cue.HOW_MANY in query.cues and not (names_group or called or query.cues & {Cue.MEMBER, Cue.BODY}):
        # "Hvor mange lærere jobber i …": staff is counted, not members.
        return False
    about = (
        names_group
        or SOME_OF.match(query.asked)
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
    may_be = (
        query.people
        or query.wanted is Wanted.PERSON
        or query.cues & {Cue.LEADER, Cue.TITLE, Cue.EMPLOYER}
        or query.cues >= {Cue.WHO, Cue.LIST}
    )
    does = bool(query.people) and (DOES.match(query.asked) or FROM_WHERE.search(query.asked))
    return bool(about or supposed or (may_be and (asks or does)))
