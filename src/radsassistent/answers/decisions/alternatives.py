"""What somebody proposes instead of what is proposed: told under its own heading, which says whose it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from radsassistent.answers.agenda.rows import HALF, with_parts
from radsassistent.answers.answer import Note
from radsassistent.answers.decisions.facts import UNTELLING
from radsassistent.answers.decisions.proposal_facts import in_scope
from radsassistent.answers.decisions.proposal_points import PROPOSES, WORDS_OF_PROPOSALS
from radsassistent.answers.draft import Draft
from radsassistent.answers.text.open_answers import under_heads
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import stem, words

_PROPOSAL = r"(?:forslag|framlegg|fremlegg|innstilling|tilråding|vedtak|proposal)"
# Ways that are only listed have letters or names of their own: "Alternativ A"; what somebody wants instead is called his.
_HEADED = re.compile(
    rf"\b(?:alternativ\w*|subsidiær\w*|avvikende|avvikande)\s+{_PROPOSAL}|\b(?:mot|benke|endrings|counter-?\s?)(?:forslag|framlegg|proposal)|"
    rf"\b{_PROPOSAL}\w*\s+(?:fra|frå|av)\s+(?:mindretal\w*|medlem\w*|et\s+mindretall)|\balternativ\w*\s+(?:fra|frå|frem\w*|fremj\w*|from)\s|"
    rf"\b(?:mindretal\w*|dissens\w*)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"\b(?:alternativ\w*|avvikende|avvikande|andre|annet|anna|other|another)\s+{_PROPOSAL}|\b(?:mot|benke)(?:forslag|framlegg)|\bcounter-?\s?proposal|"
    rf"\bmindretal\w*|\b(?:foresl\w+|føresl\w+|{_PROPOSAL}\w*|propos\w+)\s+(?:\w+\s+){{0,3}}?(?:(?:noe|noko)\s+(?:annet|anna)|something\s+else)\b|"
    r"\balternativ\w*\s+(?:fra|frå|til|from)\b",
    re.IGNORECASE,
)
_OWN = re.compile(r"\balternativ\w*\b", re.IGNORECASE)
_WORDS = WORDS_OF_PROPOSALS | frozenset(
    stem(word)
    for word in "alternativ alternativt alternative alternativet mindretallet mindretallets motforslag motforslaget noen nokon "
    "noe noko annet anna andre går ut fra frå innebærer lyder something else anyone has nestleder nestleiar leder leiar "
    "medlem".split()
)

_Group = tuple[str, int, str]


def alternative_proposal(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What stands under the heading of somebody's alternative proposal, where a question asks for it, or for what somebody
    proposes whom such a heading names. None where minutes tell what was put forward and where it is not clear which is meant.
    """
    asks = _ASKS.search(query.asked)
    if not asks and not (query.people and (PROPOSES.search(query.asked) or _OWN.search(query.asked))):
        return None
    groups = _groups(query, corpus)
    if query.people:
        named = {stem(words(name)[-1]) for name in query.people if words(name)}
        groups = {key: told for key, told in groups.items() if named & {stem(word) for word in words(key[2])}}
    meant = _meant(query, groups, hits, corpus)
    if meant is None:
        return None
    return Draft(tuple(replace(said, note=Note.PROPOSAL) for said in under_heads(groups[meant], query)))


def _groups(query: Query, corpus: Corpus) -> Mapping[_Group, list[Passage]]:
    """What stands under each heading of an alternative proposal, by document, slide and heading."""
    with_minutes = {(d.body, d.meeting) for d in corpus.of_kind(PassageKind.DECISION)}
    found: dict[_Group, list[Passage]] = defaultdict(list)
    for unit in corpus.of_kind(PassageKind.UNIT):
        head = str((unit.data.get("under") or [""])[-1])
        in_case = not query.cases or unit.case in query.cases
        if in_case and in_scope(unit, query) and (unit.body, unit.meeting) not in with_minutes and _HEADED.search(head):
            found[unit.sha256, unit.slide, head].append(unit)
    return found


def _meant(query: Query, groups: Mapping[_Group, list[Passage]], hits: Sequence[Hit], corpus: Corpus) -> _Group | None:
    """The one whose slide, with its case, has most of what is asked, of several the one on the likeliest slide."""
    names = {stem(word) for name in query.people for word in words(name)}
    topic = {t: w for t, w in corpus.topic(query.asked, UNTELLING | _WORDS).items() if t not in names}
    near = [
        key
        for key, told in groups.items()
        if not topic or covered(topic, with_parts(topic, _around(told[0], corpus), corpus)) >= HALF
    ]
    if len(near) > 1:
        likeliest = (hits[0].passage.sha256, hits[0].passage.slide) if hits else None
        near = [key for key in near if key[:2] == likeliest]
    return near[0] if len(near) == 1 else None


def _around(unit: Passage, corpus: Corpus) -> set[str]:
    """The terms of a text's slide, and of the title of its case."""
    titles = (
        str(item.data["title"])
        for item in corpus.of_kind(PassageKind.AGENDA)
        if (item.body, item.meeting, item.case) == (unit.body, unit.meeting, unit.case)
    )
    return set(corpus.slide_terms(unit)) | set(corpus.terms(" ".join(titles)))
