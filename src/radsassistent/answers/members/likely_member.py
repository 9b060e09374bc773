"""What the lists tell of the one person whom a question names, in a wording of which no rule knows: "kva leiar Kari Berg?"."""

from __future__ import annotations

import re

from radsassistent.answers.draft import Draft
from radsassistent.answers.members.groups import newest_lists
from radsassistent.answers.members.statements import distinct, once, person
from radsassistent.archive import PassageKind
from radsassistent.search.asked_for import AskedFor, asked_for
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query

# It is asked of the lists if that is likelier than this: `make train-asked-for` tells how often that is right (0.94).
LIKELY = 0.6
# For where somebody belongs or what he leads, and for nothing that lists never tell: an age, a telephone number.
_BELONGS = re.compile(
    r"\b(?:hvor|kor)\s+hører\b.*\btil\b|\b(?:fra|frå|from)\b(?:\s+igjen)?\W*$|\b(?:leder|leiar|leads|styrer)\b|"
    r"\b(?:organisasjon\w*|virksomhet\w*|verksemd\w*|foretak\w*|etat\w*|kommune\w*|direktorat\w*)\b",
    re.IGNORECASE,
)


def likely_member(query: Query, corpus: Corpus) -> Draft | None:
    """Who the one person is whom a question names, if it is likely to ask for that."""
    if len(query.people) != 1 or query.cases or query.slides or query.years or not _BELONGS.search(query.asked):
        return None
    if asked_for(query.asked)[AskedFor.MEMBER] <= LIKELY:
        return None
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    own = [member for member in members if member.data["name"] in query.people]
    return Draft(tuple(once(person(member, query, with_group=True) for member in distinct(own)))) if own else None
