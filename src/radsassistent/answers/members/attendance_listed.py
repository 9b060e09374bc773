"""Who comes to the meeting and who does not, where a list of members says so in a column ("Møter 19.03.: Forfall")."""

from __future__ import annotations

import re

from radsassistent.answers.draft import Draft
from radsassistent.answers.members.constraints import constraints_of, satisfying
from radsassistent.answers.members.groups import newest_lists
from radsassistent.answers.members.statements import detail_told
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query

_LABEL = re.compile(
    r"(?:møter|møte|møtte|møteform|deltar|deltek|deltakelse|deltaking|til\s?stede|oppmøte|frammøte|fremmøte|påmeldt|status|attend\w*|attendance|present)\b",
    re.IGNORECASE,
)
AWAY_TOLD = re.compile(
    r"^(?:nei|no|ikke|ikkje)\b|\b(?:forfall|frafall|avbud|fravær\w*|permisjon|sykemeldt|sykmeldt|sjukmeld\w*|bortreist|forhindret|forhindra|absent|apologies)\b",
    re.IGNORECASE,
)
AFAR_TOLD = re.compile(
    r"\b(?:teams|zoom|skjerm|video\w*|digitalt?|(?:på\s+)?nett|fjern\w*|online|remote\w*)\b", re.IGNORECASE
)


def listed_as(query: Query, told: re.Pattern[str], text: str, corpus: Corpus) -> Draft | None:
    """The members of the newest lists of whom their column says what is `told`; of those alone whom the rest of the question,
    `text`, is for ("fra de ansatte"). None where no list has such a column.
    """
    members = newest_lists(corpus.of_kind(PassageKind.MEMBER), query)
    found = [(m, label, value) for m in members for label, value in _taking_part(m) if told.search(value)]
    if not found:
        return None
    if query.people:
        found = [each for each in found if each[0].data["name"] in query.people]
    constraints, unexplained = constraints_of(text, query, members, members, corpus)
    if constraints and not unexplained:
        meant = satisfying(constraints, members, text)
        found = [each for each in found if each[0] in meant]
    return Draft(tuple(detail_told(*each) for each in found)) if found else None


def _taking_part(member: Passage) -> list[tuple[str, str]]:
    details = ((str(label), str(value)) for label, value in member.data.get("details", ()))
    return [(label, value) for label, value in details if _LABEL.match(label)]
