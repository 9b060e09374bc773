"""What is told of whoever presents a case besides: "han som legger frem sak 9, hva er rollen hans?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.answers.agenda.meant import rows_called
from radsassistent.answers.agenda.rows import of_one_meeting
from radsassistent.answers.draft import Draft
from radsassistent.answers.members.people_in_text import person_in_text
from radsassistent.answers.members.resolution import members_resolved
from radsassistent.answers.members.wording import IN_TITLE
from radsassistent.meetings.people import each_person
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import cues
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted

_ROLE = re.compile(r"\b(?:rolle\w*|tittel\w*|stilling\w*|jobb\w*|yrke\w*|title|position|role)\b", re.IGNORECASE)
_PRESENTER = re.compile(
    r"\b(?:(?:som|who|that)\s+(?:legger?\s+fr[ae]m|present\w*|innled\w*|innlei\w*|holder|tar|har|fører|is\s+presenting)|"
    r"(?:innleder|innleiar|foredragsholder|presenter|speaker)\w*\s+(?:i|av|til|på|for|of|in))\s+(?P<what>[^,:?]+)",
    re.IGNORECASE,
)


def presenter_detail(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The role or title of the one who presents the case that a question describes somebody by; None for any other question."""
    match = _PRESENTER.search(query.asked)
    if match is None or query.people or not _ROLE.search(query.asked) or IN_TITLE.search(query.asked):
        return None
    items = of_one_meeting(query, corpus)
    rows = [item for item in items if item.case and item.case in query.cases]
    rows = rows or rows_called(match["what"], query, items, corpus)
    people = {name for item in rows for name in each_person(item.data["presenter"])}
    if len(people) != 1:
        return None
    name = people.pop()
    text = f"Hva er rollen til {name}?"
    asked = replace(
        query, question=text, text=text, asked=text, cases=(), people=(name,), cues=cues(text), wanted=Wanted.TEXT
    )
    drafts = (answer(asked, hits, corpus) for answer in (person_in_text, members_resolved))
    return next((draft for draft in drafts if draft is not None), None)
