"""Whom of the lists of members a question is for: every word of it is told of them, names a group, or says what is asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.answers.member_facts import group_of, is_always_said, is_generic, leaders, newest_lists
from radsassistent.answers.member_statements import distinct, once, people, person
from radsassistent.answers.member_words import HEAD, ITSELF, KIND, Told, asked_words, fitting, same_word
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.bodies import bodies_in, names_body
from radsassistent.meetings.people import is_unknown
from radsassistent.search.abbreviations import UNTELLING
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import begins_alike, is_english, stem, words

# What is asked of the agenda, of decisions or of money is not asked of the lists.
_OF_ELSE = frozenset(
    {
        Cue.AGENDA, Cue.WHICH_CASE, Cue.CASE_TYPE, Cue.DECIDED, Cue.DEBATE, Cue.PROPOSAL, Cue.MONEY, Cue.SHARE,
        Cue.CLOCK, Cue.WHEN, Cue.DURATION, Cue.BREAK, Cue.WHY, Cue.CHANGE, Cue.CHART, Cue.HOW_MUCH,
    }
)  # fmt: skip
_NEW = re.compile(r"\b(?:nye?|nytt|nyeste|ferske|new|newest)\b", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:led(?:er\w*|et|es)|leia\w*|leier\w*|formann\w*|head(?:s|ed)?|chair\w*|leads?|led|sjef(?:en)?|boss|nest\w*|vicechair)\b",
    re.IGNORECASE,
)
# "Sjef for gruppen" leads it; "IKT-sjef" and "sjef" alone are titles.
_HEAD_OF = re.compile(
    r"\b(?:sjef(?:en)?|boss|head)\s+(?:for|i|av|over|of)\s+(?:\w+\s+)?\w*(?:gruppe\w*|gruppa|råd\w*|utval\w*|styre\w*|komit\w*|nemnd\w*|group|council|board|committee)\b",
    re.IGNORECASE,
)
_LEADER_COUNTED = re.compile(
    r"[,(]?\s*\b(?:(?:med|medregnet|medrekna|inkludert|inklusive|iberekna|including|counting)\s+(?:the\s+)?(?:leder\w*|leia\w*|leader|chair)|"
    r"(?:the\s+)?(?:leder\w*|leia\w*|leader|chair)\s+(?:medregnet|medrekna|inkludert|inkludera|iberekna|included))\)?",
    re.IGNORECASE,
)
_LEADER_LEFT_OUT = re.compile(
    r"[,(]?\s*\b(?:uten(?:om)?|utan(?:om)?|bortsett\s+fr[aå]|foruten|i\s+tillegg\s+til|ved\s+siden\s+av|excluding|besides|apart\s+from|other\s+than)\s+"
    r"(?:the\s+)?(?:leder\w*|leia\w*|leader|chair)\)?",
    re.IGNORECASE,
)
_LEADER_AWAY = re.compile(
    r"\b(?:leder\w*|leiar\w*|sjefen|formannen|leader|chair)\s+(?:\w+\s+){0,2}?(?:borte|vekke|syk|sjuk|fravær\w*|forhindr\w*|hindra|(?:ikke|ikkje)\s+kan|"
    r"(?:ikke|ikkje)\s+er|har\s+forfall|away|absent|ill|sick|unavailable)\b",
    re.IGNORECASE,
)
_KEEPS_MINUTES = re.compile(
    r"\b(?:før(?:er|te|e)|skriv(?:er|e)?|skrev|keeps|takes)\s+(?:the\s+)?(?:møtebok\w*|møteprotokoll\w*|protokoll\w*|referat\w*|minutes)\b(?:\s+for\s+(?:oss|rådet|utvalget|utvalet))?",
    re.IGNORECASE,
)
# "Er han på sykehus eller hva driver han med?": the question is the last one.
_LAST_OF_TWO = re.compile(r"^.*\s(?:eller|or)\s+(?=(?:hva|kva|hvem|kven|hvor|kor|what|who|where)\b)", re.IGNORECASE)
# The sort of thing that is asked for, and what may be said of a member of it: "hvilken arrangør kommer … fra?".
_SORT_ASKED = re.compile(
    r"^(?:og\s+)?(?:hvilke[nt]?|kva(?:\s+for(?:\s+e(?:in|i|it))?)?|which|what)\s+(?P<sort>[\w-]+)\s+(?:er|kommer|kjem|representer\w+|jobb\w+|arbeid\w+|har|sitt?(?:er)?|"
    r"stiller|står|deltar|deltek|is|are|does|do|has|have|sits?)\b",
    re.IGNORECASE,
)
# Questions for organisations rather than people: "hvilke kommuner er med?", "hvor mange organisasjoner er representert?".
_ORGANISATIONS = re.compile(
    r"\b(?:hvilke[nt]?|kva(?:\s+for)?|hvor\s+mange|kor\s+mange|which|what|how\s+many|list\s+\w+|nevn)\s+(?:(?:av|ulike|forskjellige|forskjellege|andre|slags|different|other)\s+)?(?P<sort>\w*(?:organisasjon|virksomhe[td]|verksem[dt]|aktør|etat|"
    r"kommun|foretak|forening|foreining|forbund|departement|direktorat|instans|institusjon|organi[sz]ation|municipalit|institution|count(?:y|ies)|agenc|authorit)\w*)",
    re.IGNORECASE,
)
_ANY_ORGANISATION = re.compile(
    r"^(?:organisasjon|virksomhe[td]|verksem[dt]|aktør|instans|institusjon|organi[sz]ation|institution)", re.IGNORECASE
)
_ALTERNATIVES = re.compile(r"\b(?:og|eller|and|or|samt)\b", re.IGNORECASE)
_OTHER_THAN = re.compile(r"\b(?:andre|annen|annan|flere|fleire|others?|else|anyone|noen|nokon)\b.*?\b(?:enn|than)\b", re.IGNORECASE)
_BODY_SAID = re.compile(
    r"råd(?:et|ets|s)?\b|grupp(?:e|en|a)\b|utval|styre(?:t|ts)?\b|komit|nemnd|forum|panel|\b(?:group|council|board|committee)\b|medlem|\bmember|\brepresent",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\b(?:også|òg|samtidig|samstundes|begge|både|also|both)\b", re.IGNORECASE)
_MEMBERS_COUNTED = re.compile(r"\b(?:medlem\w*|members?)\b", re.IGNORECASE)
# Who is on a list of members and is none.
_NO_MEMBER = re.compile(r"\b(?:vara\w*|sekretær\w*|observatør\w*|referent\w*|deputy|secretary|observer)\b", re.IGNORECASE)
_STAND_IN = re.compile(r"\b(?:vara(?:medlem\w*|representant\w*|person\w*|folk)?|deputy(?:\s+members?)?|deputies|substitutes?)\b", re.IGNORECASE)
# Who stood in at a meeting is told by its minutes, for whom by them or by the lists.
_MET = re.compile(
    r"\b(?:var|møtte|møter|stilte|stiller|møtet|forfall|fravær\w*|was|were|met|attended|meeting|for|til)\b", re.IGNORECASE
)
# A seat that nobody is named for.
_VACANT = re.compile(
    r"\b(?:(?:ennå|enno|fortsatt|framleis|still)\s+)?(?:har\s+|er\s+|is\s+|has\s+)?(?:(?:ennå|enno|fortsatt|still)\s+)?(?:(?:ikke|ikkje|not)\s+(?:ennå\s+|enno\s+|yet\s+)?"
    r"(?:meldt\s+inn|oppgitt|oppgjeve|navngitt|pekt\s+ut|peikt\s+ut|utpekt|utnevnt|oppnevnt|oppnemnd|avklart|avklara|besatt|fylt|valgt|vald|funnet|named|appointed|filled)"
    r"(?:\s+(?:(?:noe|noko|noen|nokon|et|eit|en|ein|sitt|sin|a)\s+)?(?:navn|namn|medlem|representant|person|navnet|namnet|kandidat)\w*)?|"
    r"(?:mangler|manglar|uten|utan|savner|lacks|without)\s+(?:(?:et|eit|en|ein|fortsatt|a)\s+)?(?:navn|namn|medlem|representant|person)\w*|"
    r"(?:ledige?|ubesatte?|vakante?|tomme?|åpne|vacant|empty)\s+(?:plass\w*|sete\w*|stol\w*|seats?|places?))\b",
    re.IGNORECASE,
)
# A question of so few words that names a group may leave out its verb: "divisjonsdirektør i rådet?", "…, navn?".
_SHORT = 8
_NAME_ASKED = re.compile(r"\b(?:navn|namn)(?:et)?\s*\??$", re.IGNORECASE)
_WITH_US = re.compile(r"^(?:er|is|are)\s+(?:det|there)\b.*\b(?:med|with\s+us|on\s+board)\s*(?:[?,]|$)", re.IGNORECASE)
# Said in questions about members, of no member: beside what every such question may have.
_SAID = frozenset(
    "fullt fullverdig vanlig vanleg bare berre finnes finst finns exist there through whom via gjennom sammen stemmerett altså "
    "daglig dagleg dag til vanlig driver driv driver med driving egentlig eigentleg alt totalt sammenlagt heile hele resten "
    "øvrige other others else andre annen anna person plass plasser sete seter representert representerte represented have "
    "both both all list names name tale taler saken deltar deltek part anyone somebody someone noens profession yrke fag "
    "bakgrunn utdannet utdanna one two three four five six seven eight nine ten".split()
)


def members_resolved(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Those of whom the newest lists tell all that the question says, all of them and nobody else; None where a word of it is
    neither told of anybody nor in every question about members.
    """
    if query.cases or query.years or query.slides or query.cues & _OF_ELSE or _NEW.search(query.asked):
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    # A word of a group's name may be one of a title as well, where no body is spoken of.
    pool = group_of(query, members, corpus) if _BODY_SAID.search(query.question) else members
    if not pool or not _is_of_members(query, names_group=_names_its_group(query, pool, members)):
        return None
    text = _LAST_OF_TWO.sub("", _KEEPS_MINUTES.sub("er sekretær", query.asked)).strip(" ?")
    if _ALSO.search(text) and _names_body_too(query, pool, members):
        elsewhere = {m.data["name"] for m in members if m not in pool}
        pool = [m for m in members if m.data["name"] in elsewhere & {m.data["name"] for m in pool}]
        also = True
    else:
        also = False
    without_leader = _LEADER_LEFT_OUT.search(text) is not None
    if without_leader:
        led = leaders(query, pool, asked=True)
        pool = [m for m in pool if m not in led]
    text = _LEADER_LEFT_OUT.sub(" ", _LEADER_COUNTED.sub(" ", text))
    vacant = _VACANT.search(text) is not None
    if vacant:
        pool = [m for m in pool if is_unknown(m.data["name"])]
        text = _VACANT.sub(" ", text)
        if not pool:
            return None
    constraints, unexplained = _constraints(text, query, pool, members, corpus)
    if unexplained:
        return _elsewhere(text, query, pool, members, corpus)
    one_group = len({m.data["group"] for m in pool}) == 1
    whole = one_group and (Cue.HOW_MANY in query.cues or without_leader)
    whole = whole or also
    if whole and not constraints and _MEMBERS_COUNTED.search(text):
        pool = [m for m in pool if not _NO_MEMBER.search(str(m.data["role"] or ""))] or pool
    if not (constraints or vacant or whole):
        return None
    found = _satisfying(constraints, pool, text)
    if not found:
        # "Direktør i …", "division directors": whoever is of that kind, where nobody is just that.
        loosely, _ = _constraints(text, query, pool, members, corpus, best=False)
        found = _satisfying(loosely, pool, text)
    if not found:
        return None if _told_in_text(text, query, hits) else Draft.abstaining("Det står ikke i dokumentene.")
    if Cue.HOW_MANY in query.cues and len({m.data["group"] for m in found}) > 1:
        # How many is asked of the body itself, the largest list, where no other is named.
        largest = Counter(m.data["group"] for m in members).most_common(1)[0][0]
        found = [m for m in found if m.data["group"] == largest] or found
    others = _OTHER_THAN.search(text) is not None
    return _said(found, query, text, by_name=(bool(query.people) and not others) or any(Told.NAME in each for each in constraints))


def _names_body_too(query: Query, pool: Sequence[Passage], members: Sequence[Passage]) -> bool:
    """Whether a question names the body besides the group that it is asked of."""
    bodies = [name for name in bodies_in(query.question) if any(names_body(name, m.body) for m in members)]
    groups = {m.data["group"] for m in pool}
    return len(groups) == 1 and any(not names_body(str(group), m.body) for group in groups for m in pool[:1] if bodies)


def _told_in_text(text: str, query: Query, hits: Sequence[Hit]) -> bool:
    """Whether one line of a slide has every telling word of the question: it may tell of somebody who is on no list."""
    asked = [
        forms
        for forms in asked_words(text, in_english=is_english(query.text))
        if not any(is_generic(stem(form)) or form in _SAID for form in forms)
    ]
    lines = (words(hit.passage.text) for hit in hits if hit.passage.kind is PassageKind.UNIT)
    return any(all(any(same_word(form, word) for form in forms for word in line) for forms in asked) for line in lines)


def _elsewhere(
    text: str, query: Query, pool: Sequence[Passage], members: Sequence[Passage], corpus: Corpus
) -> Draft | None:
    """Who is in no other group than another than the one that is named is known not to be in that."""
    if len(pool) == len(members) or query.people:
        return None
    constraints, unexplained = _constraints(text, query, members, members, corpus, grouped_by=pool)
    found = [] if unexplained else _satisfying(constraints, members, text)
    groups = {m.data["group"] for m in pool}
    if not found or any(m.data["group"] in groups for m in found):
        return None
    return Draft.abstaining("Det står ikke i dokumentene.")


def deputy_leader(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who stands in for a leader who is away: the deputy leader, where the lists have one."""
    if query.wanted is not Wanted.PERSON or not _LEADER_AWAY.search(query.text) or query.cases or query.people:
        return None
    pool = group_of(query, newest_lists(corpus.of_kind(PassageKind.MEMBER), query), corpus)
    found = [m for m in pool if re.match(r"nest|vara?led|vice", str(m.data["role"] or ""), re.IGNORECASE)]
    return Draft(tuple(person(m, query) for m in distinct(found))) if found else None


def _names_its_group(query: Query, pool: Sequence[Passage], members: Sequence[Passage]) -> bool:
    """Whether a question names a group, or the body that the lists are of."""
    return len(pool) < len(members) or any(names_body(name, m.body) for name in bodies_in(query.question) for m in members)


def _is_of_members(query: Query, *, names_group: bool) -> bool:
    if Cue.PRESENT in query.cues and not re.search(r"\b(?:sak|vegne\w*|representer\w*|stede?)\b", query.text, re.IGNORECASE):
        return False
    if Cue.HOW_MANY in query.cues and not (names_group or query.cues & {Cue.MEMBER, Cue.BODY}):
        # "Hvor mange lærere jobber i …": staff is counted, not members.
        return False
    short = len(words(query.text)) <= _SHORT and (names_group or _NAME_ASKED.search(query.text) is not None)
    vacant = _VACANT.search(query.text) is not None
    asks = short or vacant or query.wanted in (Wanted.PERSON, Wanted.LIST, Wanted.NUMBER) or query.cues & {Cue.YES_NO, Cue.TITLE, Cue.EMPLOYER}
    about = names_group or vacant or _WITH_US.search(query.text) or _NAME_ASKED.search(query.text) or query.wanted is Wanted.PERSON or query.cues & {Cue.MEMBER, Cue.BODY, Cue.LEADER, Cue.TITLE, Cue.EMPLOYER}
    return bool((asks or Cue.LIST in query.cues) and (about or query.people))


def _constraints(
    text: str,
    query: Query,
    pool: Sequence[Passage],
    members: Sequence[Passage],
    corpus: Corpus,
    grouped_by: Sequence[Passage] = (),
    *,
    best: bool = True,
) -> tuple[list[Mapping[Told, list[Passage]]], list[str]]:
    """What each word of a question says of members, and the words that say nothing of anybody; words that name the group of
    `grouped_by`, else of the pool, say no more.
    """
    constraints: list[Mapping[Told, list[Passage]]] = []
    unexplained: list[str] = []
    if query.people:
        left_out = _OTHER_THAN.search(text) is not None
        named = [m for m in pool if (m.data["name"] in query.people) is not left_out]
        constraints.append({Told.ROLE if left_out else Told.NAME: named})
    leads = Cue.LEADER in query.cues and _LEADS.search(text) is not None or _HEAD_OF.search(text) is not None
    if leads:
        led = leaders(query, pool, asked=True)
        by_title = [m for m in pool if _LEADS.search(str(m.data["title"] or ""))]
        constraints.append({Told.ROLE: led, Told.TITLE: by_title} if led else {Told.TITLE: by_title})
    in_group = _group_terms(query, grouped_by or pool, members, corpus)
    sort = _SORT_ASKED.match(text)
    asked_sort = sort["sort"].lower() if sort and query.people else None
    names = {stem(word) for name in query.people for word in words(name)}
    for forms in asked_words(text, in_english=is_english(query.text)):
        word = forms[0]
        if stem(word) in names or any(same in names for same in map(stem, forms)) or word == asked_sort:
            continue
        if (leads and _LEADS.fullmatch(word)) or all(stem(form) in UNTELLING for form in forms[-1:]):
            continue
        generic = any(is_always_said(stem(form)) or form in _SAID for form in forms)
        grouped = any(_names_group(stem(form), in_group, corpus) for form in forms)
        titled = _LEADS.fullmatch(word) is not None
        kinds = [Told.ROLE] if grouped or (generic and not titled) else [Told.ROLE, Told.TITLE] if generic else list(Told)
        if query.people:
            kinds = [kind for kind in kinds if kind is not Told.NAME]
        fits = {} if stem(word) == stem("medlem") else fitting(
            forms, pool, corpus, kinds, ITSELF if generic else HEAD if grouped else KIND, best=best
        )
        if fits:
            constraints.append(fits)
        elif not generic and not grouped and not any(is_generic(stem(form)) for form in forms):
            unexplained.append(word)
    return constraints, unexplained


def _group_terms(query: Query, pool: Sequence[Passage], members: Sequence[Passage], corpus: Corpus) -> set[str]:
    """The terms by which a question may name the group of the pool, or the body that it is of."""
    named = {term for m in pool for term in corpus.terms(m.data["group"])} if len(pool) < len(members) else set()
    if len({m.data["group"] for m in members}) == 1:
        named |= {term for m in pool for term in corpus.terms(m.data["group"])}
    bodies = [name for name in bodies_in(query.question) if any(names_body(name, m.body) for m in members)]
    return named | {stem(word) for name in bodies for word in words(name)}


def _names_group(term: str, named: set[str], corpus: Corpus) -> bool:
    begins = begins_alike(term, named) or any(begins_alike(name, (term,)) for name in named)
    return begins or any(form in named for form in corpus.abbreviated_by(term))


def _satisfying(
    constraints: Sequence[Mapping[Told, list[Passage]]], pool: Sequence[Passage], text: str
) -> list[Passage]:
    """The members who satisfy all that is said; of a word that fits in several ways the first that leaves anybody."""
    found = list(pool)
    for fits in constraints:
        found = [m for m in found if any(m in fit for fit in fits.values())]
    if not found and _ALTERNATIVES.search(text):
        return _either(constraints, pool)
    for fits in constraints:
        for kind in Told:
            narrowed = [m for m in found if m in fits.get(kind, ())]
            if narrowed:
                found = narrowed
                break
    return found


def _either(constraints: Sequence[Mapping[Told, list[Passage]]], pool: Sequence[Passage]) -> list[Passage]:
    """Of two organisations the members of either, where nothing else is said."""
    if not all(set(fits) == {Told.ORGANISATION} for fits in constraints):
        return []
    sets = [{m.data["organisation"] for m in fits[Told.ORGANISATION]} for fits in constraints]
    # A word that many organisations have ("kommune") is said of each of those that are named.
    telling = [names for names in sets if not any(other < names for other in sets)]
    named = set().union(*telling)
    return [m for m in pool if m.data["organisation"] in named]


def _said(found: Sequence[Passage], query: Query, text: str, *, by_name: bool) -> Draft:
    """The members as they are asked for: their organisations, how many they are, or who."""
    asked = _ORGANISATIONS.search(text)
    organisations = list(dict.fromkeys(str(m.data["organisation"]) for m in found if m.data["organisation"]))
    if asked is not None and Cue.HOW_MANY in query.cues and organisations:
        return _counted(found, organisations)
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


def stand_ins(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Whom the lists have as stand-ins, by their role or by the list that they stand on, where it is not asked who met."""
    if not _STAND_IN.search(query.text) or _MET.search(query.text) or query.cases or query.years or query.people:
        return None
    if query.cues & _OF_ELSE or (query.wanted not in (Wanted.PERSON, Wanted.LIST, Wanted.NUMBER)):
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    pool = [m for m in members if _stands_in(m)]
    text = _STAND_IN.sub(" ", query.asked).strip(" ?")
    constraints, unexplained = _constraints(text, query, pool, pool, corpus)
    found = [] if unexplained else _satisfying(constraints, pool, text)
    return people(found, query) if found else None


def _stands_in(member: Passage) -> bool:
    role, group = str(member.data["role"] or ""), str(member.data["group"] or "")
    return bool(_STAND_IN.search(role)) or (not role and bool(_STAND_IN.match(group)))


def organisations_of_group(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Which organisations a group has members of, or how many, where that is asked of the whole of it."""
    asked = _ORGANISATIONS.search(query.asked)
    if asked is None or not _ANY_ORGANISATION.match(asked["sort"]) or query.people or query.cases or query.years:
        return None
    if query.cues & (_OF_ELSE | {Cue.LEADER}) or not query.cues & {Cue.MEMBER, Cue.BODY}:
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    pool = group_of(query, members, corpus)
    if len({m.data["group"] for m in pool}) != 1:
        return None
    named = _group_terms(query, pool, members, corpus)
    for forms in asked_words(query.asked, in_english=is_english(query.text)):
        stems = [stem(form) for form in forms]
        known = any(is_generic(term) or _names_group(term, named, corpus) for term in stems)
        if not known and not any(form in _SAID for form in forms) and forms[0] != asked["sort"].lower():
            return None
    told = [m for m in distinct(pool) if m.data["organisation"]]
    organisations = list(dict.fromkeys(str(m.data["organisation"]) for m in told))
    first = {str(m.data["organisation"]): m for m in reversed(told)}
    supports = tuple(Support(first[each], each) for each in organisations)
    if not organisations:
        return None
    count = f"{len(organisations)}: " if Cue.HOW_MANY in query.cues else ""
    computed = (str(len(organisations)),) if count else ()
    return Draft((Statement(f"{count}{listed(organisations)}.", supports, computed),))

