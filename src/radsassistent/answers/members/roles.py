"""What the lists of members do not have: roles that nobody has, bodies that no list is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from radsassistent.answers.decisions.facts import points
from radsassistent.answers.decisions.proposal_facts import in_scope
from radsassistent.answers.decisions.proposal_points import line_proposed
from radsassistent.answers.draft import Draft, statement
from radsassistent.answers.members.groups import newest_lists, nicknames
from radsassistent.answers.members.wording import SAID, TITLE, TITLE_WORD
from radsassistent.answers.members.words import HEAD, Told, fit, fitting, same_word, told_words
from radsassistent.answers.text.open_answers import as_sentence
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.bodies import names_body
from radsassistent.meetings.outcomes import sentences
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.names import NAME_RATIO
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import STOP_WORDS, begins_alike, stem, words

# A body by a name of its own; "rådet" alone is none.
_NAMED_BODY = re.compile(
    r"\b\w{3,}(?:råd(?:et)?|styre[t]?|utval(?:g|get|et)?|komit[eé](?:en)?|nemnd[a]?)\b", re.IGNORECASE
)

# "Leder: Kari Berg. Medlemmer: …" under the name of a body.
_BY_ROLES = re.compile(
    rf"^(?:\w*leder|\w*leiar|medlemm?[ea]r?|chair|members?):\s+{CAPITAL}[\w’'-]+\s+{CAPITAL}", re.IGNORECASE
)
_FULL_NAME = re.compile(rf"{CAPITAL}[\w’'-]+\s+{CAPITAL}[\w’'-]+")
_MEMBERS_OF = re.compile(
    r"\b(?:medlems?(?:list\w*|oversikt\w*|mer|mene)?|medlemmer|medlemmene|medlemmane|medlemer|members?|sammensetning\w*)\b",
    re.IGNORECASE,
)

_ROLE_WORD = re.compile(r"\b[\w-]*\w(?:leder|leiar|direktør|sjef|sekretær|koordinator|formann)\b", re.IGNORECASE)
_DEPUTY_LEADER = re.compile(
    r"\b(?:deputy|vice)[\s-]+(?:chair(?:man|woman|person)?|leader|head)\b|\bsecond[\s-]in[\s-]command\b", re.IGNORECASE
)
_BEFORE_SOMEBODY = re.compile(rf"\b(?:[Ff]ør|[Ee]tter|[Bb]efore|[Aa]fter)\s+{CAPITAL}")
# "Har hun ledet rådet før?": what was before is on no list.
_ONCE = re.compile(
    r"\b(?:har|hadde|var|has|was)\b.*\b(?:før|tidligere|tidlegare|before|previously)\s*\?*$|\b(?:tidligere|tidlegare|forrige|førre|former|previous)\s+(?:\w*leder|leiar|medlem\w*|members?|chair)",
    re.IGNORECASE,
)


_PAY = (
    r"\b(?:tjener(?!\s+på)|tener(?!\s+på)|(?:års|leder|leiar|direktør|sjef|måneds|månads|grunn)?løn(?:n|na|nen|nene|a)?|honorar\w*|godtgjør\w*|"
    r"salary|earns?|paid)\b"
)
# What is asked of people that lists do not tell: how it is asked for, how a line would tell it, what a list would call it, and
# whether it is told of people alone.
_UNLISTED = tuple(
    (
        re.compile(asks, re.IGNORECASE),
        re.compile(told, re.IGNORECASE),
        re.compile(label, re.IGNORECASE) if label else None,
        anybody,
    )
    for asks, told, label, anybody in (
        (
            r"\b(?:telefon(?:en|nummer\w*|nr)?|mobil(?:en|nummer\w*|telefon\w*|nr)?|tlf\w*|phone(?:\s+number)?)\b",
            r"telefon|mobil|tlf|\b\d{2} ?\d{2} ?\d{2} ?\d{2}\b",
            "telefon|mobil|tlf",
            True,
        ),
        (r"\b(?:e-?post(?:adresse\w*|en)?|mail(?:en|adresse\w*)?|e-?mail\w*)\b", r"e-?post|@|mail", "post|mail", True),
        (
            r"\b(?:(?:hvor|kor|where)\s+(?:bor|bur|(?:does|do)\b.*\blive)|(?:hjemme|privat|bosteds)?adresse\w*|home\s+address)\b",
            r"\bbor\b|\bbur\b|adresse",
            "kommun|bosted|bustad|hjem|adresse|fylke|krets",
            False,
        ),
        (
            r"\b(?:hvor\s+gam\w+|kor\s+gam\w+|how\s+old|alder(?:en)?|fødselsdag\w*|bursdag\w*|født|fødd|fødselsår\w*|birthday|yngst\w*|eldst\w*|youngest|oldest)\b",
            r"\balder|født|fødd|\d\s+år\b",
            "alder|født|fødd",
            False,
        ),
        (
            _PAY,
            r"lønn|honorar|godtgj",
            "lønn|honorar",
            False,
        ),
        (
            r"\b(?:utdann(?:a|et|else\w*|ing\w*)|studert\w*|education|degree|studied)\b",
            r"utdann|studer|eksamen",
            "utdann|fag",
            False,
        ),
        (
            r"\b(?:(?:hvor|kor)\s+lenge\b.*\b(?:sittet|site|(?:vært|vore)\s+(?:\w+\s+)?(?:medlem|leder|leiar))|"
            r"(?:vært|vore|sittet|site|ledet|leidd|been|served)\b.*\b(?:lengst|lenge|long(?:est)?)|lengst\b.*\b(?:medlem|sittet|fartstid)|(?:siden|sidan|since)\s+(?:når|when)|fartstid\w*|ansiennitet\w*|how\s+long\s+has)\b",
            r"\bsiden\b|oppnevnt|valgt",
            "oppnevn|valgt|periode|siden|til",
            False,
        ),
        (
            r"\b(?:sjef(?:en)?|nærmeste\s+leder|overordnede?|boss)\s+(?:til|over|of)\b|\b(?:sin|sitt|his|her)\s+(?:sjef|overordnede?|boss)\b",
            r"\bsjef(?:en)?\s+til\b|overordnet",
            None,
            False,
        ),
        (
            r"\b(?:gift|sivilstand\w*|hobby\w*|nasjonalitet\w*|religion\w*|married|spouse|ektefelle\w*)\b",
            r"\bgift\b|hobby|ektefelle",
            None,
            False,
        ),
    )
)
_HAS_TITLE = re.compile(
    rf"^(?:(?:hvem|kven|who)\s+(?:er|var|is|was)|(?:hva|kva|what)\s+(?:heter|heiter))\s+(?:(?:the|vår|våre|vårt|our|rådets|utvalgets|utvalets|styrets|gruppens|den|en|ein|a)\s+)?"
    rf"(?P<title>(?:(?!som\b|det\b|han\b|hun\b)[\w-]+\s+){{0,2}}?{TITLE})(?:\s+(?:i|for|på|av|hos|ved|til|her|blant|in|of|at|on|among)\b.*)?\s*\?*$",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    r"\b(?:for|i|of)\s+(?:the\s+)?\w*(?:rådet|utvalget|utvalet|styret|nemnda|forumet|council|board|committee)\s*\?*$",
    re.IGNORECASE,
)
_NO_HOLDERS = frozenset({"generalsekretær"})
# Titles in other words and spellings than Bokmål's, to know whether a line tells of one.
_ENGLISH_TITLES = {
    "secretary": "sekretær",
    "director": "direktør",
    "manager": "leder",
    "adviser": "rådgiver",
    "advisor": "rådgiver",
    "mayor": "ordfører",
    "doctor": "lege",
    "nurse": "sykepleier",
}
_ONE_SPELLING = _ENGLISH_TITLES | {
    "leiar": "leder",
    "rådgjevar": "rådgiver",
    "førar": "fører",
    "sjukepleiar": "sykepleier",
    "ombod": "ombud",
    "vald": "valgt",
}
# Somebody who is named: a first and a last name.
_SOMEBODY = re.compile(rf"\b{CAPITAL}[\w’'-]+(?:\s+{CAPITAL}[\w’'-]+)+")


_PREDECESSOR = re.compile(r"\b(?:forgjenger|forgjengar|predecessor)\w*\b", re.IGNORECASE)
_SEAT = re.compile(
    r"\b(?:jobb|stilling|verv|rolle|plass|sete|stol|tittel|post|job|role|position|seat)(?:en|et|a)?\b", re.IGNORECASE
)
# "Hvem satt der før ham?", "hvem tok over etter henne?"
_BEFORE_THEM = re.compile(
    r"^(?:og\s+|men\s+|and\s+)?(?:hvem|kven|who)\s+(?:var|satt|sat|hadde|har|ledet|leda|leidde|leia|representerte|gjorde|tok\s+over|overtok|was|had|sat|led|held)\b.*"
    r"\b(?:før|etter|before|after)\s+(?:han|ham|hun|ho|henne|de|dei|dem|vedkommende|vedkomande|him|her|them)\s*[?.]*$|"
    r"^(?:og\s+)?(?:hvem|kven|who)\b.*\b(?:forgjenger|forgjengar|etterfølger|etterfølgjar|predecessor|successor)\w*\b",
    re.IGNORECASE,
)


def role_not_named(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """A role that no document names ("nestleder") is known not to be there, nor who had one before or after somebody."""
    of_seat = query.cues & {Cue.LEADER, Cue.MEMBER, Cue.BODY}
    before = _BEFORE_SOMEBODY.search(query.text) and (of_seat or _SEAT.search(query.asked))
    if (before or _PREDECESSOR.search(query.asked)) and _is_who(query) and query.people and not query.cases:
        return Draft.abstaining(f"Dokumentene sier ikke hvem som hadde rollen før eller etter {query.people[0]}.")
    if not query.cases and ((of_seat and _ONCE.search(query.asked)) or _asks_before(query)):
        return Draft.abstaining("Det står ikke i dokumentene.")
    # Of a second question, not of the first that it is searched with: "Hvem innleder, og hva er rollen hans?".
    for match in _ROLE_WORD.finditer(_DEPUTY_LEADER.sub("nestleder", query.question)):
        word = match[0].lower().replace("leiar", "leder")
        known = any(corpus.lexical.has(stem(form)) for form in (word, word.replace("leder", "leiar")))
        if not known and not _told_in_parts(word, query, corpus):
            return Draft.abstaining(f"Dokumentene oppgir ingen {word}.")
    return None


_WROTE = re.compile(
    r"\b(?:hvem|kven|who)\s+(?:var\s+det\s+som\s+|er\s+det\s+som\s+|som\s+)?(?:har\s+|hadde\s+|has\s+|sto\s+for\s+å\s+)?(?:skrev|skreiv|skrevet|skrive|førte|ført|forfatta|forfattet|formulert\w*|laget|laga|lagde|"
    r"utarbeid\w*|utforma|utformet|skrev\s+ned|noterte|wrote|written|drafted|took|taken|kept)\s+(?:\w+\s+){0,3}?"
    r"(?:referat\w*|protokoll\w*|møtebok\w*|\w*forslag\w*|framlegg\w*|vedtak\w*|innstilling\w*|ordlyd\w*|innkalling\w*|saksfr[ae]m\w*|minutes|proposal|wording)",
    re.IGNORECASE,
)
_TELLS_WRITER = re.compile(
    r"\b(?:referent|protokollfør\w*|møtesekretær|(?:førte|skrev|skreiv)\s+(?:møte)?(?:protokoll|referat|møtebok)\w*|(?:skrevet|ført|utarbeid\w*|laget|forfattet|utformet)\s+av|written\s+by)\b",
    re.IGNORECASE,
)


def writer_not_told(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who wrote minutes or a proposal is known not to be there where no line tells of a writer."""
    if not _WROTE.search(query.asked) or any(map(_TELLS_WRITER.search, (hit.passage.text for hit in hits))):
        return None
    return Draft.abstaining("Det står ikke i dokumentene.")


def _is_who(query: Query) -> bool:
    return query.wanted is Wanted.PERSON and Cue.PRESENT not in query.cues


def _asks_before(query: Query) -> bool:
    """Whether it is asked who had a seat before or after those who were spoken of, not who had the word."""
    of_agenda = query.cues & {Cue.AGENDA, Cue.CASE, Cue.WHICH_CASE, Cue.CLOCK} or re.search(
        r"\b(?:sak|ordet)", query.asked
    )
    return not of_agenda and not query.people and _BEFORE_THEM.search(query.asked) is not None


def _told_in_parts(word: str, query: Query, corpus: Corpus) -> bool:
    """Whether somebody's title has what a title in one word is made of: "direktør for digitalisering"."""
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    return any(fitting((word,), members, corpus, [Told.TITLE], HEAD).values())


def not_on_lists(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What no list tells of its members, their age or telephones, is known not to be there where no line tells it."""
    titles = [word for word in words(query.asked) if TITLE_WORD.fullmatch(word)]
    of_members = query.people or titles or query.cues & {Cue.LEADER, Cue.MEMBER, Cue.BODY}
    if query.cases or query.years:
        return None
    for asks, told, label, of_anybody in _UNLISTED:
        if not asks.search(query.asked) or not (of_members or of_anybody):
            continue
        members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
        labels = (str(name) for member in members for name, _ in member.data.get("details", ()))
        if not members or (label is not None and any(map(label.search, labels))):
            return None
        # A line must speak of the one who is named, or whose title is.
        whom = [name.split()[-1].casefold() for name in query.people] or [stem(word) for word in titles]
        lines = (
            part for hit in hits if hit.passage.kind is not PassageKind.SLIDE for part in sentences(hit.passage.text)
        )
        if any(told.search(line) and (not whom or any(each in line.casefold() for each in whom)) for line in lines):
            return None
        return Draft.abstaining("Det står ikke i dokumentene.")
    return None


def asks_pay(query: Query) -> bool:
    """Whether a question is for what somebody earns, which is no row of a list of members."""
    return re.search(_PAY, query.asked, re.IGNORECASE) is not None


def title_of_nobody(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """A title that nobody on the lists has, and that no line tells of anybody who is named, is known to be nobody's."""
    if query.people or query.cases or query.years or query.wanted is not Wanted.PERSON:
        return None
    match = _HAS_TITLE.search(query.asked)
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query) if match is not None else []
    if match is None or not members:
        return None
    asked = [word for word in words(match["title"]) if word not in STOP_WORDS and word not in SAID]
    if not asked or any(_has_title(member, asked, corpus) for member in members):
        return None
    forms = {_in_bokmål(word) for word in asked if TITLE_WORD.fullmatch(word)}
    # Who is secretary of something that a case speaks of is not the council's.
    for passage in sorted((hit.passage for hit in hits), key=lambda passage: passage.case is not None):
        told = {_in_bokmål(word) for word in words(passage.text)} if _SOMEBODY.search(passage.text) else set()
        # "Rådssekretær" is a secretary, too.
        if any(same_word(form, word) or word.endswith(form) for word in told - _NO_HOLDERS for form in forms):
            of_body = _OF_BODY.search(query.asked) and passage.kind is PassageKind.UNIT
            return Draft((statement(as_sentence(passage.text), passage, passage.text),)) if of_body else None
    return Draft.abstaining(f"Dokumentene oppgir ingen {' '.join(asked)}.")


def _in_bokmål(title: str) -> str:
    """The word for a title in one spelling, whether it is Nynorsk's, Bokmål's or English."""
    for ending, told in _ONE_SPELLING.items():
        if title.startswith(ending) if ending in _ENGLISH_TITLES else ending in title:
            return told if ending in _ENGLISH_TITLES else title.replace(ending, told)
    return title


def _has_title(member: Passage, asked: Sequence[str], corpus: Corpus) -> bool:
    own = [word for kind in (Told.TITLE, Told.ROLE, Told.ORGANISATION) for word in told_words(member, kind, corpus)]
    in_parts = (any(fitting((word,), [member], corpus, [Told.TITLE], HEAD).values()) for word in asked)
    return all(fit(word, own, Told.TITLE) for word in asked) or all(in_parts)


def body_without_list(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Who sits in or leads a body that no list of members is of ("Strategirådet") is known not to be there, where no line of a
    slide says it either ("Arbeidsutvalget: Berg og Lie").
    """
    asks_list = query.wanted in (Wanted.PERSON, Wanted.NUMBER, Wanted.LIST) or _MEMBERS_OF.search(query.asked)
    if not asks_list or not (query.cues & {Cue.MEMBER, Cue.LEADER} or _MEMBERS_OF.search(query.asked)):
        return None
    # The members' own organisations may be bodies too.
    listed_terms = {
        term
        for m in corpus.of_kind(PassageKind.MEMBER)
        for term in corpus.terms(f"{m.data['group']} {m.data['organisation'] or ''}")
    }
    for match in _NAMED_BODY.finditer(query.text):
        name = stem(match[0].lower())
        spelt = any(fuzz.ratio(name, term) >= NAME_RATIO for term in listed_terms)
        bodies = {m.body for m in corpus.of_kind(PassageKind.MEMBER)}
        own = any(names_body(match[0], body) or nicknames(match[0], body) for body in bodies)
        if listed_terms and not (spelt or own) and not begins_alike(name, listed_terms):
            told = _told_in_a_line(match[0], query, corpus) or _proposed_in_a_line(name, query, corpus)
            return told or Draft.abstaining(f"Dokumentene har ingen liste over hvem som sitter i {match[0]}.")
    return None


def _proposed_in_a_line(name: str, query: Query, corpus: Corpus) -> Draft | None:
    """The one line of a proposal that has a body and somebody's name, where it is asked who is proposed for it."""
    if Cue.PROPOSAL not in query.cues:
        return None
    lines = [
        (proposal, line)
        for proposal in corpus.of_kind(PassageKind.PROPOSAL)
        if in_scope(proposal, query) and (not query.cases or proposal.case in query.cases)
        for line in points(proposal)
        if begins_alike(name, set(corpus.terms(line))) and _FULL_NAME.search(line)
    ]
    return line_proposed(*lines[0]) if len(lines) == 1 else None


def _told_in_a_line(body: str, query: Query, corpus: Corpus) -> Draft | None:
    """The line of the newest meeting, of those that a question names, that says who a body is by names."""
    called = rf"^{re.escape(stem(body.lower()))}\w*"
    says = re.compile(
        rf"{called}(?:\s*\([^)]*\))?\s*(?::|\b(?:er|består\s+av|is|consists\s+of)\b)\s+(?=(?-i:{CAPITAL}))|"
        # "Valgkomiteen (Berg, Dal og Moe) er enstemmig."
        rf"{called}\s*\((?-i:{CAPITAL})[\w’'-]*(?:\s+(?-i:{CAPITAL})[\w’'-]*)*(?:,|\s+og\s)\s*(?-i:{CAPITAL})[^()]*\)",
        re.IGNORECASE,
    )
    heads = re.compile(called, re.IGNORECASE)
    lines = [
        unit
        for unit in corpus.of_kind(PassageKind.UNIT)
        if says.match(unit.text)
        or (_BY_ROLES.match(unit.text) and any(heads.match(heading) for heading in unit.data["under"][-1:]))
    ]
    if query.meetings:
        lines = [unit for unit in lines if MeetingKey(unit.body, unit.meeting) in query.meetings]
    newest = max(lines, key=lambda unit: unit.meeting, default=None)
    return Draft((statement(f"{newest.text.rstrip('.')}.", newest),)) if newest is not None else None
