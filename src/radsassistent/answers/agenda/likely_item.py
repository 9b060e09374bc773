"""What is asked of an item of the agenda in a wording of which no rule knows: what it asks for is told by the wordings that are
like it, which item it is by the ranker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from radsassistent.answers.agenda.asked import AGAIN, UNTIL, Asked, asked_of_agenda, told_of_rows
from radsassistent.answers.agenda.facts import agenda_answer
from radsassistent.answers.agenda.meant import Meant, breaks_named, rows_at
from radsassistent.answers.agenda.order import length_of
from radsassistent.answers.agenda.resolution import agenda_resolved
from radsassistent.answers.agenda.rows import CASES, called_cases, of_one_meeting
from radsassistent.answers.agenda.times_of_day import times_of_day
from radsassistent.answers.agenda.vocabulary import ENDING
from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.asked_for import AskedFor, asked_for
from radsassistent.search.corpus import Corpus
from radsassistent.search.cross_encoder import cross_encoder
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_FIELDS = {
    AskedFor.PRESENTER: Asked.PRESENTER,
    AskedFor.TIME: Asked.TIME,
    AskedFor.LENGTH: Asked.LENGTH,
    AskedFor.RESUMING: Asked.RESUMING,
    AskedFor.TYPE: Asked.TYPE,
    AskedFor.CASE: Asked.ROW,
}
# It is asked for if it is likelier than this, and surely so above the other.
LIKELY, SURE = 0.5, 0.8
# An item is meant if it has so much of the chance that any of the likeliest is, and surely so above the other. Of 297 questions
# about February and 62 invented councils that no rule settles and that are likely to ask for it, 97 were then told, 71 of them
# right and 3 about what no document tells; with 0.6 it would be 135, 88 and 8.
LEAST_SHARE, SURE_SHARE = 0.7, 0.75
# So many of the likeliest are read with the question where none has that, and what is said of them, in log-odds, counts so much.
MOST_READ, READING = 3, 0.5
# What is said of an item is no further than this below what is said of the likeliest passage that is none; same place.
LEAST_BESIDE = -1.0
# What is said of an item is no less than this where no word of the question's topic is the archive's: between what is said of
# the items of an invented agenda for what is not on it (2.7) and for what is (4.5).
LEAST_OF_UNKNOWN = 3.0
TINY = 1e-6
# What is brought up under an item is told by its slides, not by its row.
_RAISED_UNDER = re.compile(
    r"\b(?:meldt|kommet|kome|tatt|teke|spilt|lagt)\s+(?:inn|opp|frem|fram)\b.*\b(?:under|til|på)\s", re.IGNORECASE
)
_NEXT_MEETING = re.compile(r"\b(?:neste|next)\s+(?:\w+\s+)?\w*(?:møte|meeting|samling)", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:etter|før|after|before|neste|next)\b", re.IGNORECASE)
_CLOCK = re.compile(r"\d[.:]\d{2}")


def sure_item(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What a question surely asks of the agenda, whatever else its words may ask for: by rules, else of the item that it surely
    means. A question for cases may ask for several.
    """
    field = _field_asked(query, SURE)
    if _NEXT_MEETING.search(query.asked):
        return None
    if field is None or field is Asked.ROW:
        return _going_on(query, corpus) if field is Asked.ROW else None
    if field is Asked.RESUMING and not breaks_named(query.asked, of_one_meeting(query, corpus)):
        # "Når er lunsjen, og når er vi i gang igjen?": after what the other question names.
        return _told(field, SURE_SHARE, query, hits, corpus)
    of_case_before = query.cases and not re.search(r"\d", query.asked) and not called_cases(query, corpus)
    if field is Asked.TYPE and of_case_before:
        # "Er det bare til orientering?" is asked of the case spoken of, not of those that are.
        draft = _told(field, SURE_SHARE, query, hits, corpus)
        if draft is not None:
            return draft
    for by_rules in (agenda_resolved, asked_of_agenda):
        if (draft := by_rules(query, hits, corpus)) is not None and not _tells_else(field, draft, query):
            return draft
    return _told(field, SURE_SHARE, query, hits, corpus)


def _going_on(query: Query, corpus: Corpus) -> Draft | None:
    """The item that is going on at the one time of day that a question for a case names."""
    items = of_one_meeting(query, corpus)
    if query.cases or len(times_of_day(query.asked)) != 1 or _BESIDE.search(query.asked) or CASES.search(query.asked):
        return None
    rows = rows_at(query.asked, items)
    return told_of_rows(Asked.ROW, Meant(tuple(rows)), query, items, corpus) if rows else None


def _tells_else(field: Asked, draft: Draft, query: Query) -> bool:
    """Whether a draft leaves out how long something takes, or when it goes on, which is asked for."""
    text = " ".join(said.text for said in draft.statements)
    if field is Asked.LENGTH and not UNTIL.search(query.asked):
        return not draft.abstained and "minutt" not in text
    return field is Asked.RESUMING and not draft.abstained and _CLOCK.search(text) is None


def likely_item(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What a question is likely to ask of the item of the agenda that it is likely to mean; None where either is doubtful."""
    field = _field_asked(query, LIKELY)
    return _told(field, LEAST_SHARE, query, hits, corpus) if field is not None else None


def item_as_asked(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """How long the item found takes, or of what type it is, where that is likely to be asked; else what a question asks of the
    items found by its words.
    """
    field = _field_asked(query, LIKELY)
    if field in (Asked.LENGTH, Asked.TYPE):
        row = next((hit.passage for hit in hits if hit.passage.kind is PassageKind.AGENDA), None)
        items = of_one_meeting(query, corpus)
        meant = Meant((row,), called=True) if row is not None and _tells(field, row, items) else None
        draft = told_of_rows(field, meant, query, items, corpus) if meant is not None else None
        if draft is not None and not draft.abstained:
            return draft
    return agenda_answer(query, hits, corpus)


def _field_asked(query: Query, least: float) -> Asked | None:
    """What of an agenda's item a question asks for, where that is likelier than `least`."""
    chances = asked_for(query.asked)
    likeliest = max(chances, key=lambda sort: chances[sort])
    return _FIELDS.get(likeliest) if chances[likeliest] > least else None


def _told(field: Asked, share: float, query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """What is asked of the item that is meant with at least such a share of the chance, where it reads well."""
    items = of_one_meeting(query, corpus)
    if query.slides or query.unknown_cases or query.of_told or _is_of_else(field, query, items):
        return None
    row = _item_meant(field, share, query, items, hits, corpus)
    if row is None or not _reads_well(row, query, hits, corpus):
        return None
    draft = told_of_rows(field, Meant((row,), called=True), query, items, corpus)
    return None if draft is None or draft.abstained else draft


def _is_of_else(field: Asked, query: Query, items: Sequence[Passage]) -> bool:
    """Whether a question that sounds like one about an item is for what is brought up under it, the next meeting, when something
    comes up once more or is ready, or how long it is until a break.
    """
    if UNTIL.search(query.asked) and breaks_named(query.asked, items):
        return True
    of_else = any(words.search(query.asked) for words in (_RAISED_UNDER, _NEXT_MEETING, AGAIN, ENDING))
    return of_else and field is not Asked.RESUMING


def _item_meant(
    field: Asked, share: float, query: Query, items: Sequence[Passage], hits: Sequence[Hit], corpus: Corpus
) -> Passage | None:
    """The one break that a question names, else the item that is likeliest, or who or what is on at a time of day."""
    telling = [item for item in items if _tells(field, item, items)]
    pause = _pause_meant(field, query, telling)
    if pause is not None or field is Asked.RESUMING:
        # What goes on is a meeting after a break; a thing that is ready is something else.
        return pause
    row = _likeliest(telling, share, query, hits)
    if row is None and field in (Asked.ROW, Asked.PRESENTER) and not query.cases:
        going_on = rows_at(query.asked, telling)
        row = going_on[0] if len(going_on) == 1 else None
    return row if query.cases or corpus.topic(query.asked) else None


def _pause_meant(field: Asked, query: Query, items: Sequence[Passage]) -> Passage | None:
    """The one break that a question, or the other question of two, names; "pausen etter sak 3" is one of several."""
    beside = field is not Asked.RESUMING and _BESIDE.search(query.asked) is not None
    if query.cases or beside or field not in (Asked.TIME, Asked.LENGTH, Asked.RESUMING):
        return None
    paused = breaks_named(query.text, items)
    return paused[0] if len(paused) == 1 else None


def _reads_well(row: Passage, query: Query, hits: Sequence[Hit], corpus: Corpus) -> bool:
    """Whether an item answers as well as the likeliest passage that is none, when both are read with the question."""
    encoder = cross_encoder()
    others = [hit for hit in hits if hit.passage.kind is not PassageKind.AGENDA]
    if encoder is None or not others:
        return True
    other = max(others, key=lambda hit: hit.chance).passage
    said = encoder.log_odds(query.text, [row, other])
    topic = corpus.topic(query.asked)
    known = not topic or any(map(corpus.lexical.has, topic))
    return bool(said[0] - said[1] >= LEAST_BESIDE and (known or said[0] >= LEAST_OF_UNKNOWN))


def _tells(field: Asked, item: Passage, items: Sequence[Passage]) -> bool:
    """Whether an item has what is asked for."""
    if field is Asked.LENGTH:
        return length_of(item, items) is not None
    of = {Asked.PRESENTER: "presenter", Asked.TIME: "time", Asked.RESUMING: "time", Asked.TYPE: "case_type"}
    return field not in of or bool(item.data[of[field]])


def _likeliest(items: Sequence[Passage], share: float, query: Query, hits: Sequence[Hit]) -> Passage | None:
    """The item with at least such a share of the chance that any is meant, where need be by reading the likeliest with the
    question.
    """
    own = {item.id for item in items if not query.cases or item.case in query.cases}
    found = [hit for hit in hits if hit.passage.kind is PassageKind.AGENDA and hit.passage.id in own]
    found.sort(key=lambda hit: -hit.chance)
    if not found:
        return None
    chances = np.array([hit.chance for hit in found]) + TINY
    encoder = cross_encoder() if chances[0] < SURE_SHARE * chances.sum() else None
    if encoder is not None:
        near = found[:MOST_READ]
        chances[: len(near)] *= np.exp(READING * encoder.log_odds(query.text, [hit.passage for hit in near]))
        chances = chances[: len(near)]
    best = int(chances.argmax())
    return found[best].passage if chances[best] >= share * chances.sum() else None
