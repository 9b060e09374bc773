"""Which proposals of a meeting a question asks for: those that say something, are new versions, are longest; or the
cases without.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from radsassistent.answers.agenda.case_meant import AskedWord, asked_of_case, share
from radsassistent.answers.agenda.facts import so_many_cases
from radsassistent.answers.agenda.rows import titled
from radsassistent.answers.decisions.facts import points
from radsassistent.answers.decisions.proposal_facts import GENERIC, current, proposed
from radsassistent.answers.decisions.taken_to_note import asks_alone, only_takes, taken_to_note, without_contrast
from radsassistent.answers.draft import Draft, Statement, Support, listed
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.case_numbers import named_case
from radsassistent.meetings.outcomes import sentences
from radsassistent.search.cases_named import EXCEPTED, cases_excepted
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import MIN_PART, stem, words

_PROPOSAL = (
    r"(?:\w*(?:forslag|framlegg)(?:et|ene|a)?|\w*innstilling(?:en|ene|a|ane)?|proposals?|proposed\s+decisions?|"
    r"(?:draft|proposed)\s+(?:decision\s+)?(?:decisions?|texts?|wordings?|resolutions?))"
)
_CASE = r"(?:\w*(?:saker|sakene|sakane|saka|saken|sak)|cases?|items?)"
# What stands between the word that asks and what it asks for: "hvilke av de øvrige sakene", "which of the numbered items".
_BETWEEN = (
    r"(?:(?:av|of|the|de|dei|disse|desse|these|andre|other|øvrige|nummer\w*|numbered|ein|eit|én|en|ett|two|to|tre|three|"
    r"fire|\d+|"
    r"ulike|lengste|korteste|kortaste|longest|shortest|oppsatte|proposed|like|identiske|no(?:en|kon|kre|e|ko)|any)\s+){0,4}"
)
# Proposals or cases of a meeting are asked for by what they have, not one case's: "i hvilke saker", "hvor mange av forslagene".
_AMONG = re.compile(
    r"\b(?P<many>(?:hvor|kor)\s+mange|how\s+many)\b|\b(?P<all>alle|samtlige|hver|kvar|all|every|each)\b|"
    r"\b(?:hvilke[nt]?|kva\s+for|kva|which|what|no(?:en|kon|kre|e|ko)|any|(?:finnes|finst|er|are|is)\s+(?:det|there)|"
    r"den\s+eneste|det\s+eneste|den\s+einaste|"
    r"the\s+only)\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:alle|samtlige|hver|kvar|all|every|each)\b", re.IGNORECASE)
_OF_SORT = re.compile(rf"\s+{_BETWEEN}(?P<sort>{_PROPOSAL}|{_CASE})\b(?!\s+til\s+(?!vedtak))", re.IGNORECASE)
# Proposals are spoken of, or what the council is asked to do.
_SPEAKS = re.compile(
    rf"\b{_PROPOSAL}\b|\b(?:foresl|føresl|propos)\w*|\binnstill\w*|\b(?:bes|bedt|bede|bedne|bedd|asks?|asked|inviter\w*)\b|"
    r"\b(?:vedta|vedtas|vedtakast|bestemme|bestemmes|avgjøre|avgjøres|avgjerast|beslutte|besluttes|ta\s+stilling|decide|adopt|approve)\b|"
    r"\btil\s+etterretning\b|\b(?:ta|tar|tas|tek|tatt|takast)\b[^?]*\btil\s+(?:orientering|vit[ae]nde)\b",
    re.IGNORECASE,
)
# What became of a proposal is told by minutes.
_DECIDED = re.compile(
    r"\b(?:vedtatt|vedteke|vedtekne|vedtok|falt|fall|nedstemt|avvist|utsatt|utsett|adopted|passed|rejected|postponed|endte)\b|"
    r"\b(?:ble|blei|vart|was|were)\b",
    re.IGNORECASE,
)
_LACKING = re.compile(
    rf"\b(?:uten|utan|mangler|manglar|without|lacks?|ingen|inga|ikke\s+no(?:e|en)|ikkje\s+no(?:ko|kon|kre)|(?:ikke|ikkje|"
    rf"not)\s+(?:\w+\s+)?(?:et|eit|en|ei|any|a)|"
    rf"no|(?:ikke|ikkje))\s+(?:\w+\s+)?{_PROPOSAL}\b(?:\s+til\s+(?:vedtak|konklusjon))?(?P<rest>.*)",
    re.IGNORECASE,
)
# A proposal that is a new version: by how it is called, or what is said of it.
NEWER = re.compile(
    r"\b(?:oppdater\w*|updated)\b|\b(?:ny|nyere|nyare|newer|new|senere|seinare|annen)\s+(?:\w+\s+)?(?:utgave|utgåve|"
    r"versjon|version)\w*\b|"
    rf"\b(?:revidert\w*|endret|endra|justert\w*|nytt|revised|amended|changed)\s+{_PROPOSAL}\b|"
    rf"\b(?:har|er|has|have)\s+(?:\w+\s+){{0,2}}?(?:vært|vore|blitt|vorte|been)\s+(?:\w+\s+){{0,2}}?(?:revider\w*|endr\w*|juster\w*|oppdater\w*|omskr\w*|skrevet\s+om|skrive\s+om|revised|amended|changed|rewritten)\b|"
    rf"\b{_PROPOSAL}\s+(?:(?:som|that)\s+)?(?:er|is|are|står|har\s+blitt|has\s+been)\s+(?:\w+\s+){{0,2}}?(?:revider\w*|"
    rf"endr\w*|juster\w*|ny\w*|revised|amended|changed)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:etter|siden|sidan|since|after|enn|than)\b.*", re.IGNORECASE)
_ALIKE = re.compile(
    r"\b(?:like|likelydende|likelydande|identisk\w*|ordrett|samme\s+(?:ordlyd|tekst)|same\s+(?:ordlyd|tekst)|identical|"
    r"same\s+wording)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[«\"“”'‘](?P<words>[^»\"“”'’]{2,80})[»\"“”'’]")
_OPENS = re.compile(
    r"\b(?:start(?:er|ar|s)?|begynner|byrjar|åpner|opnar|innledes|begins?|opens?)\s+(?:ikke\s+|ikkje\s+)?(?:med|"
    r"with)\s+(?P<words>[^?,]+)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:ikke|ikkje|not|unntatt|unnateke|utenom|utanom|bortsett\s+fr[aå]|andre\s+enn|andre\s+ting\s+enn|except|"
    r"other\s+than|annet\s+enn|anna\s+enn|noe\s+mer\s+enn)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"^(?:har|er|skal|gjelder|gjeld|går|gjeng|blir|vert|inneholder|do|does|are|is|have|has)\b", re.IGNORECASE
)
_MOST = re.compile(
    r"\b(?P<most>lengst\w*|flest|fleste|longest|most)\b|\b(?:kortest\w*|kortast\w*|færrest|shortest|fewest)\b",
    re.IGNORECASE,
)
_COUNTS = {
    "én": 1,
    "ett": 1,
    "eitt": 1,
    "en": 1,
    "ein": 1,
    "ei": 1,
    "et": 1,
    "one": 1,
    "single": 1,
    "to": 2,
    "two": 2,
    "tre": 3,
    "three": 3,
    "fire": 4,
    "four": 4,
}
_PARTS = re.compile(
    rf"\b(?:(?P<more>flere|fleire|mer|meir|more)\s+(?:enn|than)\s+)?(?P<count>{'|'.join(_COUNTS)}|\d)\s+(?:enkelt\s+)?"
    r"(?P<part>setning\w*|sentences?|kulepunkt\w*|punkt\w*|ledd|avsnitt|bullets?|points?)\b",
    re.IGNORECASE,
)
_VERBS = tuple(
    (re.compile(rf"\b(?:{english})\b", re.IGNORECASE), norwegian)
    for english, norwegian in (
        ("discuss(?:ed|es|ing)?|debated?", "drøftet"),
        ("approv(?:e|ed|es|ing)", "godkjenner"),
        (r"(?:give|gives|giving)\s+input", "gir innspill"),
        ("recommend(?:ed|s|ing)?", "anbefaler"),
        ("support(?:ed|s|ing)?", "støtter"),
    )
)
_WORDS = GENERIC | frozenset(
    stem(word)
    for word in (
        "står nevner nevnes nevnt omtaler omtales omtalt bruker brukes brukt ordet orda ord ordene går ut på gjelder "
        "gjeld innebærer "
        "handler sier seier skriver skriv lyder lyde skal skulle bli blir vert ta tar tas tatt tek tek merket merka "
        "noe noko noen nokon nokre eneste "
        "einaste bare berre kun only word words mention mentions mentioned say says contain contains inneholder "
        "inneheld finnes finst "
        "liste lista listen dagsorden nummerert nummererte vi oss de dei andre øvrige bedt bede bedne bes asked ask "
        "punkt punkter kulepunkt setning setninger lengst lengste kortest flest færrest består consist alle samtlige "
        "hvert kvart "
        "ender begynner byrjar starter startar åpner innledes begins starts opens med with "
        "like ordrett identiske likelydende samme ordlyd finnes finst "
        "lagt legges legg fram frem framme fremmet fremma foreligger foreleggast fremlagt kommet kome sendt ut innkomne "
        "fått få får bordet stilling dag dagens has have had been something anything matter draft text texts wording "
        "longest shortest most fewest proposal proposals proposed decision council case cases item items framlegg "
        "framlegget framlegga"
    ).split()
)

Test = Callable[["Proposed"], bool]


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed in a case: its row of the agenda, None where it has none, and the proposals that stand now."""

    item: Passage | None
    proposals: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The proposals, a point a line."""
        return "\n".join(proposal.text for proposal in self.proposals)

    @property
    def points(self) -> list[str]:
        """The points of the proposals."""
        return [line for proposal in self.proposals for line in points(proposal)]


def proposed_in(query: Query, corpus: Corpus) -> list[Proposed]:
    """What is proposed in each case of the meetings that a question names, of all where it names cases, else of the newest with
    any proposal; what members put forward in its minutes apart.
    """
    minutes = {decision.sha256 for decision in corpus.of_kind(PassageKind.DECISION)}
    proposals = [p for p in corpus.of_kind(PassageKind.PROPOSAL) if p.sha256 not in minutes]
    held = {MeetingKey(p.body, p.meeting) for p in proposals}
    meetings = [m for m in (query.meetings or corpus.meetings) if m in held]
    if not (query.meetings or query.cases):
        meetings = meetings[:1]
    found = []
    for meeting in meetings:
        own = [p for p in proposals if MeetingKey(p.body, p.meeting) == meeting]
        items = [i for i in corpus.of_kind(PassageKind.AGENDA) if i.case and MeetingKey(i.body, i.meeting) == meeting]
        found += [Proposed(item, tuple(current([p for p in own if p.case == item.case]))) for item in items]
        listed_cases = {item.case for item in items}
        found += [Proposed(None, (p,)) for p in current([p for p in own if p.case not in listed_cases])]
    return found


def proposals_selected(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The proposals, of all of a meeting's, that are as a question asks; how many, where it counts them; the cases without
    one, where it asks for those.
    """
    among = _among(query.asked)
    if among is None or not _SPEAKS.search(query.asked) or len(query.cases) == 1:
        return None
    if _DECIDED.search(query.asked) and not NEWER.search(query.asked):
        return None
    asking, sort = among
    records = _of_sort(sort["sort"], proposed_in(query, corpus))
    excepted = cases_excepted(query.asked, corpus)
    records = [r for r in records if r.item is None or r.item.case not in excepted]
    if query.cases:
        records = [r for r in records if r.item and r.item.case in query.cases]
    has_any = [record for record in records if record.proposals]
    if not has_any:
        return None
    rest = f"{query.asked[: asking.start()]} {query.asked[sort.end() :]}"
    rest = EXCEPTED.sub(" ", rest)
    alone, rest = asks_alone(rest), without_contrast(rest)
    lacking = _LACKING.search(query.asked)
    if lacking is not None and not _telling(query, lacking["rest"], corpus):
        without = [record for record in records if not record.proposals and record.item is not None]
        return _without(without, counting=asking["many"] is not None) if without else None
    # What is said after words that are quoted only compares them with others'.
    negated = _NOT.search(_QUOTED.split(rest)[0]) is not None
    tests, rest = _tests(query, rest)
    asked = _telling(query, rest, corpus)
    tests += [lambda record: only_takes(record.points)] if alone else []
    chosen = _that_pass(has_any, tests, asked, corpus)
    if _ALIKE.search(query.asked):
        texts = [_plain(record.text) for record in has_any]
        chosen = [record for record, text in zip(has_any, texts, strict=True) if texts.count(text) > 1]
    most = _MOST.search(query.asked)
    if most is not None:
        chosen = _extreme(chosen, query.asked, longest=most["most"] is not None)
    elif not (tests or asked or _ALIKE.search(query.asked)):
        return _of_all(records, has_any, asking, query.asked)
    elif negated or (asking["all"] and _WHETHER.search(query.asked)):
        chosen = [record for record in has_any if record not in chosen] if chosen else []
    if not chosen:
        return None
    told = tuple(said for record in chosen for proposal in record.proposals for said in proposed(proposal))
    return Draft((counted_proposals(chosen), *told)) if asking["many"] else Draft(told)


def _of_sort(sort: str, records: Sequence[Proposed]) -> list[Proposed]:
    """Of cases called by their type ("drøftingssakene") those of that type; else all."""
    typed = [
        record
        for record in records
        if record.item
        and (kind := str(record.item.data["case_type"] or "").lower()[:6])
        and sort.lower().startswith(kind)
    ]
    return typed or list(records)


def _among(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The word by which proposals or cases are asked for, and they."""
    for asking in _AMONG.finditer(text):
        sort = _OF_SORT.match(text, asking.end())
        if sort is not None:
            return asking, sort
    return None


def _tests(query: Query, rest: str) -> tuple[list[Test], str]:
    """What the form of a question's words says that a proposal must be, and the words that are left."""
    tests: list[Test] = []
    # A body's name at the end is part of what is asked of a proposal, though it may name the meeting too.
    if opens := _OPENS.search(query.question):
        opening = _plain(opens["words"])
        tests.append(lambda record: any(_plain(p.text).startswith(opening) for p in record.proposals))
        rest = _OPENS.sub(" ", rest)
    for quoted in _QUOTED.finditer(rest):
        tests.append(_quoting(quoted["words"]))
        rest = " "
    if (taken := taken_to_note(rest)) is not None:
        how, rest = taken
        tests.append(lambda record: any(words in _plain(record.text) for words in how))
    if newer := NEWER.search(rest):
        tests.append(lambda record: any(p.data["updated"] for p in record.proposals))
        # What came before the new version tells nothing of it.
        rest = _SINCE.sub(" ", rest.replace(newer[0], " "))
    if parts := _PARTS.search(rest):
        count = _COUNTS.get(parts["count"].lower()) or int(parts["count"])
        of_sentences, more = parts["part"].lower().startswith("se"), parts["more"] is not None
        tests.append(lambda record: _has_parts(record, count, of_sentences=of_sentences, more=more))
        rest = rest.replace(parts[0], " ")
    return tests, rest


def asks_among(query: Query) -> bool:
    """Whether a question is for proposals, or cases by their proposals, of all that a meeting has."""
    return _among(query.asked) is not None and _SPEAKS.search(query.asked) is not None


def _quoting(said: str) -> Test:
    return lambda record: _plain(said) in _plain(record.text)


def _has_parts(record: Proposed, count: int, *, of_sentences: bool, more: bool) -> bool:
    own = len([s for line in record.points for s in sentences(line)]) if of_sentences else len(record.points)
    return own > count if more else own == count


def _telling(query: Query, rest: str, corpus: Corpus) -> list[AskedWord]:
    """The words of a part of a question that tell one proposal from another."""
    bodies = {stem(word) for meeting in corpus.meetings for word in words(meeting.body)}
    return asked_of_case(replace(query, asked=_in_norwegian(rest)), _WORDS | bodies, corpus, every_word=True)


def _in_norwegian(text: str) -> str:
    """A text with the English verbs of proposals as proposals have them."""
    for english, norwegian in _VERBS:
        text = english.sub(norwegian, text)
    return text


def _that_pass(
    records: Sequence[Proposed], tests: Sequence[Test], asked: Sequence[AskedWord], corpus: Corpus
) -> list[Proposed]:
    """The proposals that pass every test and have every word; where none has them, those whose cases' rows do."""
    passing = [record for record in records if all(test(record) for test in tests)]
    if not asked:
        return passing
    worded = [record for record in passing if _says(asked, record.text, corpus)]
    return worded or [
        record for record in passing if record.item and share(asked, _row(record.item, corpus), corpus) >= 1
    ]


def _says(asked: Sequence[AskedWord], text: str, corpus: Corpus) -> bool:
    """Whether a text has every word, or one that it begins or ends."""
    own = corpus.terms(text)
    return all(any(_is_in(term, other) for term in word.terms for other in own) for word in asked)


def _is_in(term: str, other: str) -> bool:
    return term == other or (len(term) >= MIN_PART and (other.startswith(term) or other.endswith(term)))


def _row(item: Passage, corpus: Corpus) -> set[str]:
    data = item.data
    told = (data["title"], data["presenter"], data["organisation"], data["case_type"])
    return set(corpus.terms(" ".join(str(each) for each in told if each)))


def _extreme(records: Sequence[Proposed], text: str, *, longest: bool) -> list[Proposed]:
    counts_points = re.search(r"\b(?:flest\w*|færrest|most|fewest)\b", text, re.IGNORECASE)
    sizes = [len(record.points) if counts_points else len(record.text) for record in records]
    wanted = (max if longest else min)(sizes, default=0)
    return [record for record, size in zip(records, sizes, strict=True) if size == wanted]


def _of_all(
    records: Sequence[Proposed], has_any: Sequence[Proposed], asking: re.Match[str], asked: str
) -> Draft | None:
    """Asked of all without more: how many proposals there are, or which cases are without, where not all have one."""
    if asking["many"]:
        return Draft((counted_proposals(has_any),))
    without = [record for record in records if not record.proposals]
    of_all = asking["all"] or _ALL.search(asked)
    if of_all and not without:
        return Draft((counted_proposals(has_any),))
    return _without(without, counting=False) if of_all else None


def _without(records: Sequence[Proposed], *, counting: bool) -> Draft:
    """That cases have no proposal, each with its row of the agenda."""
    items = [record.item for record in records if record.item is not None]
    told = []
    for item in items:
        # What is not there stands on no slide.
        told.append(Statement(f"Dokumentene har ikke noe forslag til vedtak i {named_case(item.case or '')}."))
        told.append(titled(item))
    if not counting:
        return Draft(tuple(told))
    cases = [str(item.case) for item in items]
    support = tuple(Support(item, item.data["title"]) for item in items)
    return Draft((Statement(so_many_cases(cases), support, (str(len(items)),)), *told))


def counted_proposals(records: Sequence[Proposed]) -> Statement:
    """How many proposals there are of a kind, and in which cases."""
    proposals = [proposal for record in records for proposal in record.proposals]
    cases = listed(list(dict.fromkeys(named_case(p.case) for p in proposals if p.case)))
    support = tuple(Support(p, p.text.split("\n")[0]) for p in proposals)
    return Statement(f"{len(proposals)} forslag til vedtak: {cases}.", support, (str(len(proposals)),))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .?!")
