"""Which of the lists of members a question is asked of: one, several, those of the one who are not on another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.answers.members.facts import is_beside
from radsassistent.answers.members.groups import group_of
from radsassistent.answers.members.reading import Reading
from radsassistent.answers.members.wording import ALSO, ORGANISATIONS
from radsassistent.answers.members.words import role_told
from radsassistent.archive import Passage
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.bodies import bodies_in, names_body
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query
from radsassistent.search.terms import begins_alike
from radsassistent.search.understand import without_courtesy

# A body without a name of its own; "styringsgruppen" is another's.
_THE_BODY = re.compile(
    r"\b(?:medlems(?:list|oversikt)\w*|(?:råd|utval|utvalg|styre|nemnd|komit[eé]|council|board|committee)(?:et|ets|a|en|s|t)?|"
    r"(?:råds|utvals|utvalgs|styre|nemnds?|komit[eé])medlem\w*)\b",
    re.IGNORECASE,
)
_ANOTHER_BODY = re.compile(
    r"\b\w{3,}(?:gruppen?|gruppa|rådet|utvalg(?:et)?|utval(?:et)?|nemnd[a]?|komit[eé](?:en)?|styret|forum(?:et)?)\b",
    re.IGNORECASE,
)
_BODY_WORD = (
    r"\w*(?:gruppen?|gruppa|råd(?:et)?|utvalg(?:et)?|utval(?:et)?|nemnd[a]?|komit[eé](?:en)?|styret?|forum(?:et)?)\b"
)
# "Departementets styringsgruppe", "styringsgruppen til departementet": whose a list is, not who is on it.
_OWNER = re.compile(rf"\b(?P<owner>[^\W\d_]{{3,}}s)\s+(?={_BODY_WORD})", re.IGNORECASE)
_OWNER_AFTER = re.compile(rf"(?P<body>\b{_BODY_WORD})\s+(?:til|hos)\s+(?P<owner>[^\W\d_]{{2,}})\b", re.IGNORECASE)
# The role of who leads a body or stands in for who does.
_LEADS = re.compile(r"^(?:\w*?(?:nest|vara|vise))?\w*(?:leder|leiar)\b", re.IGNORECASE)
# A list of others, or of those who serve a body; "ansatte og administrasjon" is of members too.
_BESIDE = re.compile(
    r"(?:\w*sekretariat|administrasjon|observatør|vara|gjest|innleder|foreslå|kandidat)", re.IGNORECASE
)
_A_MEMBER = re.compile(r"(?!vara)\w*(?:medlem|representant|leder|leiar)\b", re.IGNORECASE)
_OF_STAND_INS = re.compile(r"(?:personlige?\s+)?(?:vara|stedfortred|stadfortred)", re.IGNORECASE)
_SHORTEST = 5
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class ListsMeant:
    """The members whom a question is asked of. `groups` are the lists that it names, more than one where it names several,
    `left_out` those on which they are not, `each` whoever is on any of several.
    """

    pool: list[Passage]
    groups: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    each: Sequence[Passage] = ()

    @property
    def several(self) -> bool:
        """Whether more lists than one are asked of."""
        return len(self.groups) > 1 or bool(self.left_out)


def lists_meant(reading: Reading, query: Query, members: Sequence[Passage], corpus: Corpus) -> ListsMeant:
    """The lists that a question names: all of several, those on each of them where it says "både", those on the one who are not
    on the other; else as `group_of` has it.
    """
    groups = groups_named(reading.text, members, corpus)
    left_out = tuple(group for said in reading.left_out for group in groups_named(said, members, corpus))
    groups = tuple(group for group in groups if group not in left_out)
    if left_out:
        key = "organisation" if ORGANISATIONS.search(reading.text) else "name"
        others = {m.data[key] for m in members if m.data["group"] in left_out}
        pool = [m for m in members if m.data[key] not in others and (not groups or m.data["group"] in groups)]
        return ListsMeant(pool, groups, left_out)
    if len(groups) < _SEVERAL:
        alone = (
            of_body(members) if groups == (own_group(members),) else [m for m in members if m.data["group"] in groups]
        )
        return ListsMeant(alone or group_of(query, members, corpus), groups)
    pool = each = [m for m in members if m.data["group"] in groups]
    if ALSO.search(reading.text):
        key = "organisation" if ORGANISATIONS.search(reading.text) else "name"
        on_each = set.intersection(*({m.data[key] for m in pool if m.data["group"] == group} for group in groups))
        pool = [m for m in pool if m.data[key] in on_each]
    return ListsMeant(pool, groups, each=each)


def with_body(query: Query, members: Sequence[Passage], corpus: Corpus) -> str:
    """What is asked, with the body that it names besides another list, which is no name of a meeting then."""
    bodies = [name for name in bodies_in(query.question) if names_body(name, members[0].body)]
    beside = [group for group in groups_named(query.asked, members, corpus) if group != own_group(members)]
    if beside and any(name not in query.asked for name in bodies):
        return without_courtesy(" ".join(query.question.split()))
    return query.asked


def without_owner(text: str, members: Sequence[Passage], corpus: Corpus) -> str:
    """A text without whose another body's list is, where the list is known without it."""
    own = {term for m in members for term in corpus.terms(str(m.data["group"]))}

    def kept(match: re.Match[str]) -> str:
        owned = match.groupdict().get("body") or ""
        names_list = own & set(corpus.terms(match["owner"])) or _THE_BODY.fullmatch(match["owner"])
        return match[0] if names_list or _THE_BODY.fullmatch(owned) else owned

    found = _OWNER_AFTER.sub(kept, _OWNER.sub(kept, text))
    named = [group for group in groups_named(found, members, corpus) if group != own_group(members)]
    return found if named else text


# "Arbeidsutvalget (AU)"
_SHORT_NAME = re.compile(rf"\(({CAPITAL}{{2,6}})\)")


def groups_named(text: str, members: Sequence[Passage], corpus: Corpus) -> tuple[str, ...]:
    """The lists that a text names: the body's own by the body's name or kind, another by a word that only it has."""
    own = own_group(members)
    counted = Counter(str(m.data["group"]) for m in members)
    said = [*corpus.terms(text), *corpus.asked(text)]
    organisations = {term for m in members for term in corpus.terms(str(m.data["organisation"] or ""))}
    called = {term for group in counted for term in corpus.terms(group)}
    # What is the name of one list is not near the name of another.
    unlike = [term for term in said if term not in called]
    found = []
    for group in counted:
        others = {term for other in counted if other != group for term in corpus.terms(other)}
        telling = {term for term in corpus.terms(group) if len(term) >= _SHORTEST} - others - organisations
        if group == own:
            by_name = any(names_body(name, members[0].body) for name in bodies_in(text))
            named = by_name or _THE_BODY.search(text) is not None
        else:
            named = any(term in said or begins_alike(term, unlike) for term in telling)
        if named:
            found.append(group)
    return tuple(found)


def spelt_out(text: str, members: Sequence[Passage]) -> str:
    """A text with whole names for what it calls lists by for short: "AU" of "Arbeidsutvalget (AU)"."""
    for group in {str(m.data["group"]) for m in members}:
        if (short := _SHORT_NAME.search(group)) is not None:
            text = re.sub(rf"\b{short[1]}\b", group[: short.start()].strip(), text, flags=re.IGNORECASE)
    return text


def own_group(members: Sequence[Passage]) -> str | None:
    """The list of the body itself: the one called by its name, else that with its leader, else the largest. That of those who
    come for others is none where there is another.
    """
    sitting = [m for m in members if not _OF_STAND_INS.match(str(m.data["group"]))]
    counted = Counter(str(m.data["group"]) for m in sitting or members)
    body = members[0].body if members else ""
    called = [group for group in counted if names_body(group, body)]
    if len(called) == 1:
        return called[0]
    led = {str(m.data["group"]) for m in sitting or members if _LEADS.search(role_told(m))}
    if len(led) == 1:
        return led.pop()
    return counted.most_common(1)[0][0] if counted else None


def of_body(members: Sequence[Passage]) -> list[Passage]:
    """Those of the body itself: its own list, and whoever is said to be a member on another that is not of a body with a name of
    its own ("Ansatte og studenter").
    """
    own = own_group(members)
    others = [m for m in members if m.data["group"] != own and not _of_another(m)]
    others = [m for m in others if not _BESIDE.match(str(m.data["group"] or ""))]
    roles = Counter(str(m.data["group"]) for m in others if role_told(m))
    of_group = Counter(str(m.data["group"]) for m in others)
    # A list that tells the roles of most of its people leaves out that of a plain member.
    plain = {group for group, told in roles.items() if 2 * told > of_group[group]}
    also = [m for m in others if _A_MEMBER.match(role_told(m)) or (not role_told(m) and m.data["group"] in plain)]
    return [m for m in members if m.data["group"] == own or m in also]


def beside_own(members: Sequence[Passage]) -> list[Passage]:
    """Those whom a question about the body may mean where nobody of it is: all but who is on another body's list or serves it."""
    own = of_body(members)
    return [m for m in members if m in own or not (_of_another(m) or is_beside(m))]


def _of_another(member: Passage) -> bool:
    return _ANOTHER_BODY.search(str(member.data["group"] or "")) is not None
