"""Who sits for those employed: asked for as that, listed as chosen by them or from among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft
from radsassistent.answers.members.groups import newest_lists
from radsassistent.answers.members.statements import distinct, people
from radsassistent.answers.members.wording import STAND_IN
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_EMPLOYED = r"(?:ansatte|tilsette)"
_ASKS = re.compile(
    rf"\b(?:{_EMPLOYED}s\s+(?:representant|medlem|styremedlem|plass|talsperson)\w*|(?:ansatt|tilsett)e?-?(?:valgt|vald|representant|medlem)\w*|"
    rf"(?:representer\w*|representant\w*\s+(?:for|fra|frå)|sitter\s+for|sit\s+for|(?:valgt|vald|oppnevnt|oppnemnd)\s+av(?:\s+og\s+blant)?)\s+(?:de\s+|dei\s+)?{_EMPLOYED}|"
    r"(?:employee|staff)\s+representatives?|represents?\s+(?:the\s+)?(?:employees|staff))\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:ansatt|tilsett)\w*(?!\s+(?:ved|i|hos|som|på)\b)|\b(?:employees|staff)\b", re.IGNORECASE)


def employees_representatives(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """Those of whom the newest lists say that they sit for the employed; None where nobody is, and for any other question."""
    if not _ASKS.search(query.asked) or STAND_IN.search(query.asked) or query.cases or query.people:
        return None
    if query.cues & {Cue.PROPOSAL, Cue.DECIDED, Cue.DEBATE, Cue.WHY, Cue.CHANGE}:
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    found = distinct(
        [member for member in members if _sits_for_them(member) and not STAND_IN.search(_listed_as(member))]
    )
    return people(found, query) if found else None


def _sits_for_them(member: Passage) -> bool:
    data = member.data
    told = [data["role"], data["title"], data["organisation"]]
    told += [f"{label} {value}" for label, value in data.get("details", ())]
    return any(_TOLD.search(str(each)) for each in told if each)


def _listed_as(member: Passage) -> str:
    return f"{member.data['group'] or ''} {member.data['role'] or ''}"
