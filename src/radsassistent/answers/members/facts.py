"""Answers about people: who sits where, for whom, with which title and role."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from rapidfuzz import fuzz

from radsassistent.answers.agenda.rows import HALF
from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.answers.members.groups import group_of, newest_lists
from radsassistent.answers.members.reading import read
from radsassistent.answers.members.roles import asks_pay
from radsassistent.answers.members.statements import distinct, once, people, person
from radsassistent.answers.members.wording import APPOINTS, NO_MEMBER, STAND_IN
from radsassistent.answers.members.words import role_told
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.bodies import bodies_in, names_body
from radsassistent.meetings.people import is_unknown
from radsassistent.search.abbreviations import UNTELLING
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.english import norwegian_terms
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import STOP_WORDS, begins_alike, is_english, stem, terms, words

_NEW = re.compile(
    r"\b(ny|nye|nytt|nyeste|ferske|forlater|sluttet|gått\s+ut|erstatte\w*|endring\w*|velkommen|new)\b", re.IGNORECASE
)
_BESIDE_BODY = re.compile(r"\b(?:sekretariat|administrasjon|observatør|vara)", re.IGNORECASE)
_SECOND = re.compile(r"\bnest|\bvara?led|\bvice|\bdeputy", re.IGNORECASE)
_CHIEF = re.compile(r"(?:leder|leiar|sjef|direktør|rektor|ordfører|ordførar)\b", re.IGNORECASE)
# What somebody is asked to lead: "hvem leder arbeidsgruppa?", "who is head of the harbour?".
_LED = re.compile(
    r"\b(?:hvem|kven|who)\s+(?:det\s+er\s+som\s+|er\s+det\s+som\s+|som\s+)?(?:(?:leder|leier|leiar|styrer|styrar|leads|chairs|heads|runs)|"
    r"(?:er|is)\s+(?:the\s+)?(?:leder|leiar|sjef|formann|head|chair|leader)(?:en)?\s+(?:for|av|i|of))\s+(?!(?:the\s+)?(?:møtet|meeting)\b)(?P<what>[^?,.]+)",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(både|begge|both)\b", re.IGNORECASE)
# Terms that every question about members may have.
_GENERIC = frozenset(
    stem(word)
    for word in (
        "snakk snakke snakker taler tale selve selv sjølve sjølv itself "
        "medlem medlemmer medlemmene medlemmane representant representanter representerer sitte sitter sit navn "
        "navnene alle liste mange person personer rådet råd gruppe gruppen deltaker deltakere leder lederen leier "
        "leiar leiaren ledes ledet dag dagens plass plassen sammensetning består antall kommer representert står "
        "stiller member members leader chair chairs council sits represents tittel stilling rolle jobb jobber "
        "arbeider arbeid ansatt tilsett tilsatt slags type organisasjon virksomhet fylke hete heter heiter taler sak mann "
        "kvinne folk navngi egen eigen pekt peikt ut fylt besatt avklart avklara ledig ennå enno fortsatt tom plasser noen møter "
        "aktør medlemslista medlemslisten lista fått municipality in the steering group for which county organisation "
        "organization represent on does from eller title position job work works vedkommende vegne utnevnt oppnevnt "
        "selve annen annet annan sted stad nevn to tre fire fem seks sju åtte ni ti finne fins finnes sete seter "
        "appointed filled vacant people leads led head heads headed "
        "kjem kom bordet bord rundt ved møtebordet hun han ho ham henne var med satt sat unnskyld takk ifølge vår våre vi navnet "
        "utvalg utvalget utval utvalet nemnd nemnda styret styrer sjef sjefen deputy deputies"
    ).split()
)
# What the short forms of public bodies stand for, and the sorts of organisation that a question names in the plural.
_FORMS = {"rhf": (stem("regionale"), stem("helseforetak")), "hf": (stem("helseforetak"),)}
_SORT = frozenset(stem(word) for word in ("kommuner", "fylkeskommuner", "departementer", "direktorater"))
_VACANT = re.compile(
    r"\b(pekt\s+ut|peikt\s+ut|besatt\w*|fylt|avklart|avklara|ledig\w*|tom(?:me)?|står\s+åpen|vacant|filled|appointed)\b",
    re.IGNORECASE,
)
# What an abbreviation is inflected by: "RHF-ene".
_ENDING = re.compile(r"-(?:er|ene|et|en|a|ar|ane|s)$")
# A misspelt word of every question: rapidfuzz ratio, 0 to 100; "komer" and "kommer" have 86 by their stems.
_SLIP = 85


def member_answer(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer from the lists of members; None when the question names no one and nothing on them."""
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    if not members or _NEW.search(query.asked) or asks_pay(query):
        return None
    pool = group_of(query, members, corpus)
    if query.people:
        named = [m for m in pool if m.data["name"] in query.people]
        named = named or [m for m in members if m.data["name"] in query.people]
        return Draft(tuple(once(person(m, query, with_group=True) for m in distinct(named)))) if named else None
    if _BOTH.search(query.text):
        return _in_several_groups(members)
    represented = _of_organisation(query, pool, corpus)
    if represented:
        chief = _chief(represented, query)
        return people(chief, query) if chief else None
    chosen = leaders(query, pool) or _with_title(query, pool)
    if chosen and _leads_something_else(query, chosen, corpus):
        return None
    if chosen:
        return Draft(tuple(person(m, query) for m in distinct(chosen)))
    whole = _listed(query, pool, corpus)
    if whole:
        return people(whole, query)
    best = hits[0].passage
    return Draft((person(best, query),)) if best.kind is PassageKind.MEMBER else None


def _chief(represented: Sequence[Passage], query: Query) -> list[Passage]:
    """Those who come from an organisation; of several, where it is asked who leads it, the one whose title or role says so."""
    if Cue.LEADER not in query.cues or len(distinct(represented)) == 1:
        return list(represented)
    titled = [m for m in represented if _CHIEF.search(f"{m.data['title'] or ''} {m.data['role'] or ''}")]
    return titled if len(distinct(titled)) == 1 else []


def asked_to_lead(query: Query) -> str | None:
    """What it is asked who leads; None for any other question."""
    asked = _LED.search(query.question)
    return asked["what"].strip() if asked is not None else None


def _leads_something_else(query: Query, leading: Sequence[Passage], corpus: Corpus) -> bool:
    """Whether it is asked who leads something that is neither the body nor told of those who lead it."""
    what = asked_to_lead(query)
    if what is None:
        return False
    known = {term for m in leading for term in (*_own_terms(m, corpus), *terms(f"{m.data['name']} {m.body}"))}
    named = any(names_body(name, m.body) for name in bodies_in(what) for m in leading)
    return not named and bool(_telling_of(what, known, corpus, in_english=is_english(query.text)))


def is_beside(member: Passage) -> bool:
    """Whether somebody is on a list beside the members': the secretariat's, the observers'."""
    return _BESIDE_BODY.search(str(member.data["group"] or "")) is not None or bool(NO_MEMBER.search(role_told(member)))


def leaders(query: Query, pool: Sequence[Passage], *, asked: bool = False) -> list[Passage]:
    """Who leads, or stands in for who does; nobody where that is neither asked for by the cues nor said to be."""
    if Cue.LEADER not in query.cues and not asked:
        return []
    leading = [m for m in pool if re.search("led|leiar", role_told(m), re.IGNORECASE)]
    # Who leads the secretariat is not who leads the body.
    of_body = [m for m in leading if not _BESIDE_BODY.search(str(m.data["group"] or ""))]
    leading = of_body if of_body and len({m.data["group"] for m in pool}) > 1 else leading
    seconds = [m for m in leading if _SECOND.search(role_told(m))]
    # Who leads is not who stands in for the leader, where the lists tell them apart.
    first = [m for m in leading if m not in seconds]
    # "Styreleder" behind somebody's own organisation is a title, where another has the role.
    first = [m for m in first if m.data["role"]] or first
    return seconds if _SECOND.search(query.text) else first or leading


def _listed(query: Query, pool: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """Asked for several: the members of the sort of organisation that is named ("kommunene"), else the whole group."""
    if not query.cues & {Cue.LIST, Cue.HOW_MANY} and query.wanted is not Wanted.PERSON:
        return []
    of_groups = {term for m in pool for term in corpus.terms(m.data["group"])}
    telling = set(_telling(query, of_groups, corpus))
    sort = [m for m in pool if telling & set(corpus.terms(m.data["organisation"] or ""))]
    if sort:
        return sort
    return list(pool) if not telling and not query.unknown_names and len({m.data["group"] for m in pool}) == 1 else []


def _in_several_groups(members: Sequence[Passage]) -> Draft | None:
    """The people who stand on more than one list, each with the slides of all of them."""
    places: dict[str, list[Passage]] = {}
    for member in members:
        places.setdefault(member.data["name"], []).append(member)
    several = {name: found for name, found in places.items() if len({m.data["group"] for m in found}) > 1}
    if not several:
        return None
    supports = tuple(Support(m, name) for name, found in several.items() for m in found)
    return Draft((Statement(f"{listed(list(several))}.", supports),))


_LIVES = re.compile(r"\b(?:hvor|kor|how)\s+(?:mange|many)\b.*\b(?:bor|bur|lives?|living)\b", re.IGNORECASE)


def members_by_wording(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Answer what says no more than a group, an organisation, a person or a role: who leads it, who sits there, how many."""
    # Who lives somewhere is on no list; who comes for somebody is not that one.
    of_else = _LIVES.search(query.asked) or (query.people and STAND_IN.search(query.asked))
    if of_else or _NEW.search(query.asked) or query.years or APPOINTS.search(query.asked) or read(query.asked).left_out:
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    pool = group_of(query, members, corpus)
    if query.people:
        return _person_by_wording(query, members, pool, corpus)
    counts_staff = Cue.HOW_MANY in query.cues and query.cues & {Cue.TITLE, Cue.EMPLOYER}
    if not _asks_for_people(query) or counts_staff:
        return None
    represented = represented_by(query, pool, corpus)
    if Cue.HOW_MANY in query.cues and len({m.data["group"] for m in represented}) > 1:
        # How many is asked of the body itself, the largest list, where no other is named.
        largest = Counter(m.data["group"] for m in members).most_common(1)[0][0]
        represented = [m for m in represented if m.data["group"] == largest] or represented
    named = {term for m in pool for term in corpus.terms(m.data["group"])}
    named |= {term for m in represented for term in _own_terms(m, corpus)}
    named |= {t for name in bodies_in(query.asked) if any(names_body(name, m.body) for m in pool) for t in terms(name)}
    about_members = represented or query.cues & {Cue.MEMBER, Cue.BODY, Cue.LEADER}
    if Cue.LEADER in query.cues:
        named |= {term for m in pool for term in terms(m.data["role"] or "")}
    if not pool or not about_members or _telling(query, named, corpus):
        return None
    vacant = [m for m in represented or pool if is_unknown(m.data["name"])]
    if _VACANT.search(query.text):
        return Draft(tuple(person(m, query) for m in vacant)) if vacant else None
    if represented:
        chief = _chief(represented, query)
        return people(chief, query) if chief else None
    if Cue.LEADER in query.cues:
        leading = distinct(leaders(query, pool))
        return Draft(tuple(person(m, query) for m in leading)) if leading else None
    one_group = len({m.data["group"] for m in pool}) == 1
    return people(pool, query) if one_group and query.cues & {Cue.MEMBER, Cue.HOW_MANY, Cue.LIST} else None


def members_by_title(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who on the newest lists has a word of the question in title or organisation that no other member has, and that is half
    of what the question is about or more.
    """
    if query.wanted is not Wanted.PERSON or query.people or query.cases or query.years or _NEW.search(query.asked):
        return None
    if query.cues & {Cue.PRESENT, Cue.DECIDED, Cue.DEBATE, Cue.PROPOSAL}:
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    best = _by_whole_title(query, group_of(query, members, corpus))
    if not best and query.cues & {Cue.MEMBER, Cue.BODY, Cue.YES_NO}:
        telling = {term: weight for term, weight in corpus.topic(query.asked).items() if not is_generic(term)}
        best = [m for m in members if covered(telling, _own_terms(m, corpus)) >= HALF]
    return Draft((person(best[0], query),)) if len({m.data["name"] for m in best}) == 1 else None


def _by_whole_title(query: Query, members: Sequence[Passage]) -> list[Passage]:
    """Those whose title an English question has in Norwegian and whole; the rest of it the lists cannot have."""
    titles = [(member, set(terms(str(member.data["title"] or "")))) for member in members]
    return [member for member, title in titles if title and title <= set(query.terms)] if is_english(query.text) else []


def _asks_for_people(query: Query) -> bool:
    if _VACANT.search(query.text) or query.cues >= {Cue.YES_NO, Cue.BODY}:
        return True
    return query.wanted is Wanted.PERSON or bool(query.cues & {Cue.LIST, Cue.HOW_MANY, Cue.MEMBER})


def _person_by_wording(
    query: Query, members: Sequence[Passage], pool: Sequence[Passage], corpus: Corpus
) -> Draft | None:
    """What the lists say of the people named, where no more is asked of them than that."""
    found = [m for m in pool if m.data["name"] in query.people]
    found = found or [m for m in members if m.data["name"] in query.people]
    if not found or query.cues & {Cue.PRESENT, Cue.WHEN, Cue.CLOCK, Cue.DURATION, Cue.CASE}:
        return None
    known = {term for m in found for term in (*terms(m.data["name"]), *_own_terms(m, corpus))}
    if Cue.YES_NO in query.cues:
        # What is asked whether it is so need not be: another member's title, another group.
        known |= {term for m in members for term in terms(f"{m.data['title'] or ''} {m.data['group']}")}
    known |= {stem(word) for name in query.people for word in words(name)}
    telling = _telling(query, known, corpus)
    if query.cues & {Cue.TITLE, Cue.EMPLOYER}:
        # What is asked for is clear; a word that no document has says nothing more.
        telling = [term for term in telling if corpus.lexical.has(term)]
    return None if telling else Draft(tuple(once(person(m, query, with_group=True) for m in distinct(found))))


def represented_by(query: Query, pool: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The members of the organisation or of the sort of organisation that a question names, or of the title; of both those
    who fit both.
    """
    of_organisation = _of_organisation(query, pool, corpus) or _of_sort(query, pool)
    titled = _with_title(query, pool) or _with_role(query, pool)
    both = [m for m in of_organisation if m in titled]
    return both or of_organisation or titled


def _own_terms(member: Passage, corpus: Corpus) -> set[str]:
    """The terms of a member's organisation, its legal form in words, and of the member's title and group."""
    data = member.data
    text = " ".join(str(data[key] or "") for key in ("organisation", "title", "group", "role"))
    beginning = corpus.organisations.beginning(str(data["organisation"] or ""))
    return {
        *corpus.terms(text),
        *filter(None, (beginning,)),
        *(word for form in terms(text) for word in _FORMS.get(form, ())),
    }


def _of_sort(query: Query, pool: Sequence[Passage]) -> list[Passage]:
    """The members of organisations of the sort that a question names in the plural: municipalities, health authorities."""
    asked = set(query.terms)
    regional = begins_alike(_FORMS["rhf"][0], asked)
    found = []
    for member in pool:
        own = terms(member.data["organisation"] or "")
        forms = [word for form in own for word in _FORMS.get(form, ())]
        # "RHF-er" and "helseforetakene" are of their sort too; "regionale" leaves the other kind out.
        called = any(form in asked for form in own if form in _FORMS) or (forms and forms[-1] in asked and not regional)
        if _SORT & asked & set(own) or called or (forms and all(begins_alike(word, asked) for word in forms)):
            found.append(member)
    return found


def _telling(query: Query, named: Set[str], corpus: Corpus) -> list[str]:
    """The words of a question that are neither among those named nor in every question about members."""
    return _telling_of(query.asked, named, corpus, in_english=is_english(query.text))


def _telling_of(text: str, named: Set[str], corpus: Corpus, *, in_english: bool) -> list[str]:
    stems = []
    for word in words(text):
        # "Institute of Public Health" is one word in Norwegian.
        translated = norwegian_terms(word) if in_english else []
        if translated and (translated[0] in UNTELLING or any(translated[0] in name for name in named)):
            continue
        stems.extend(translated or ([] if word in STOP_WORDS else [stem(_ENDING.sub("", word))]))
    return [term for term in stems if not is_generic(term) and not _is_named(term, named, corpus)]


def is_always_said(term: str) -> bool:
    """Whether a term, spelt so, may be in every question about members."""
    return term in _GENERIC


def is_generic(term: str) -> bool:
    """Whether a term may be in every question about members, also with a slip of the pen: "komer"."""
    return term in _GENERIC or any(fuzz.ratio(term, generic) >= _SLIP for generic in _GENERIC)


def _is_named(term: str, named: Set[str], corpus: Corpus) -> bool:
    """Whether a term is one of the names, begins or ends one, or is short for one: "apotekene", "direktoratet", "FHI"."""
    if any(form in named for form in corpus.abbreviated_by(term)):
        return True
    if begins_alike(term, named) or any(begins_alike(name, (term,)) for name in named):
        return True
    return any(name.endswith(term) for name in named)


def _of_organisation(query: Query, members: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The members of the organisation whose name the question has most of; all its telling words must be there."""
    asked = set(query.terms)
    best: dict[str, float] = {}
    for member in members:
        organisation = member.data["organisation"]
        if not organisation:
            continue
        bare = terms(organisation.replace("-", " "))
        core = [term for term in bare if term not in UNTELLING and term not in _SORT] or bare
        beginning = corpus.organisations.beginning(organisation)
        if core and (all(begins_alike(term, asked) for term in core) or beginning in asked):
            best[organisation] = sum(corpus.lexical.weight(term) for term in core)
    if not best:
        return []
    most = max(best.values())
    # "Helse Nord" must not bring "Helse": only organisations as fully named as the best.
    chosen = {organisation for organisation, weight in best.items() if weight >= most - 1e-9}
    return [m for m in members if m.data["organisation"] in chosen]


def _with_title(query: Query, members: Sequence[Passage]) -> list[Passage]:
    """The members whose title the question asks for by a word that few titles have."""
    asked = set(query.terms) - _GENERIC
    found = []
    for member in members:
        own = _own_names(member)
        titled = [term for term in asked if not any(begins_alike(name, (term,)) for name in own)]
        title = [term for term in terms(member.data["title"] or "") if term not in own]
        shared = {term for term in title if begins_alike(term, titled)}
        if shared and _rare(shared, members):
            found.append(member)
    return found if len(found) <= 3 else []


def _with_role(query: Query, members: Sequence[Passage]) -> list[Passage]:
    """The members of the role that a question names, other than who leads: "observatør", "sekretær"."""
    if Cue.LEADER in query.cues:
        return []
    asked = set(query.terms)
    return [m for m in members if set(terms(m.data["role"] or "")[:1]) & asked - {stem("medlem")}]


def _own_names(member: Passage) -> list[str]:
    """Terms that tell a title from no other: of its holder's organisation and group."""
    return terms(f"{member.data['organisation'] or ''} {member.data['group'] or ''}")


def _rare(shared: set[str], members: Sequence[Passage]) -> bool:
    return any(sum(term in terms(m.data["title"] or "") for m in members) <= 2 for term in shared)
