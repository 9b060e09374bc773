"""Figures with their names that stand by themselves on a slide ("Ramme: 152,6 mill kr"), by period where they stand under one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.text.form import ASKS_MONEY, NAMED_FIGURE, PERIOD, frame_asked, has_form
from radsassistent.answers.text.open_answers import said_of
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.numbers import norwegian, number
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.figures import only_reckons, own_words, reckons
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.relative_years import years_away
from radsassistent.search.terms import begins_alike, stem, terms

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# All periods together.
_TOTAL = re.compile(r"\b(?:samle[ta]|samla|totalt?|sammen|saman|sum\w*|altogether|overall)\b", re.IGNORECASE)
_OPENING = frozenset({"enn", "and", "med"})
# The slide of a figure has so much of the weight of what a question is about.
ABOUT = 0.6
# What needs more figures than one.
_RECKONED = frozenset({Cue.CHANGE, Cue.EXTREME, Cue.SHARE})
# What a name may have besides the question's words.
_WHOLE = frozenset(
    stem(word) for word in "antall antal sum total totalt samlet samla alle til sammen number overall".split()
)


def named_figure(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The one figure that a question has the whole name of, of the year it asks about, on a slide that is about the rest of it;
    None where several or none is.
    """
    counts = Cue.HOW_MANY in query.cues and not ASKS_MONEY.search(query.text)
    if query.wanted is not Wanted.NUMBER or query.unknown_names or counts or query.cues & _RECKONED:
        # What is counted may be told otherwise elsewhere, and what is reckoned with needs more than one figure.
        return None
    topic = corpus.topic(query.asked)
    called, frame = frame_asked(query)
    asked = {*query.terms, *topic, *frame}
    found: dict[int, list[Passage]] = {}
    for passage in (hit.passage for hit in hits if hit.passage.kind is PassageKind.UNIT and ":" in hit.passage.text):
        match = NAMED_FIGURE.match(passage.text.strip())
        name = set(terms(match["name"])) if match else set()
        own = {term for term in name if begins_alike(term, asked)}
        if not own or not name - own <= _WHOLE or not has_form(query, passage, corpus) or not _of_year(query, passage):
            continue
        meant = called if own & frame else frozenset()
        if any(not corpus.lexical.has(term) and term not in meant for term in topic):
            # "Hvor stor er rammen for trollene?": of what no slide speaks of there is no figure by that name.
            continue
        if covered(topic, {*corpus.slide_terms(passage), *own, *meant}) >= ABOUT:
            found.setdefault(len(own), []).append(passage)
    best = found[max(found)] if found else []
    return Draft((said_of(best[0], query),)) if len(best) == 1 else None


def of_told_figure(question: str, told: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """The figure of the same name of another period, of another name of the same, or their sum over all, after one just told.

    "Hvor mye var det til Lykter i 2030?" – "Året etter?" – "Og Gjerder?" – "Og samlet?". None where the question asks anything
    else, or no such figure stands beside it.
    """
    places = {place for each in told if (place := _place(each)) is not None}
    if len(places) != len(told) or len({name for name, _ in places}) != 1:
        return None
    if len(places) > 1 and (reckons(question) or not _YEAR.search(question)):
        # Told of several periods, it is of none of them that a step from it could be taken.
        return None
    beside = {
        place: unit
        for unit in corpus.of_kind(PassageKind.UNIT)
        if (unit.sha256, unit.slide) == (told[0].sha256, told[0].slide) and (place := _place(unit)) is not None
    }
    name, period = _place(told[0]) or ("", "")
    years = set(_YEAR.findall(question)) or {str(int(period) + years_away(question))}
    if len(years) != 1:
        return None
    year = years.pop()
    if only_reckons(question):
        if not reckons(question):
            found = beside.get((name, year))
            again = len(places) == 1 and year == period
            return Draft((said_of(found),)) if found is not None and not again else None
        return _in_total(
            [unit for (other, _), unit in sorted(beside.items(), key=lambda each: each[0][1]) if other == name],
            question,
        )
    asked = [set(corpus.asked(word)) for word in own_words(_YEAR.sub(" ", question)) if word not in _OPENING]
    named = [
        unit
        for (other, of), unit in beside.items()
        if of == year and other != name and asked and all(forms & set(terms(other)) for forms in asked)
    ]
    return Draft((said_of(named[0]),)) if len(named) == 1 else None


def _place(unit: Passage) -> tuple[str, str] | None:
    """What a figure is called and its one period; None for what is no such figure."""
    match = NAMED_FIGURE.match(unit.text.strip()) if unit.kind is PassageKind.UNIT else None
    periods = [above for above in unit.data["under"] if PERIOD.fullmatch(above)] if match else []
    return (match["name"].strip().casefold(), periods[0]) if match and len(periods) == 1 else None


def _in_total(units: Sequence[Passage], question: str) -> Draft | None:
    """The sum of figures of one name over their periods, with each; None where they are of several units."""
    matches = [match for unit in units if (match := NAMED_FIGURE.match(unit.text.strip())) is not None]
    amounts = [amount for match in matches if (amount := number(match["figure"].strip(" .,"))) is not None]
    unit_words = {match["unit"].strip(" .") for match in matches}
    if not _TOTAL.search(question) or len(amounts) < 2 or len(amounts) != len(units) or len(unit_words) != 1:
        return None
    total = norwegian(sum(amounts, Decimal(0)))
    periods = " + ".join(place[1] for unit in units if (place := _place(unit)) is not None)
    figures = " + ".join(match["figure"].strip(" .,") for match in matches)
    text = f"{matches[0]['name'].strip()} – {periods}: {figures} = {' '.join((total, *unit_words)).strip()}."
    return Draft((Statement(text, tuple(Support(unit, unit.text) for unit in units), (total,)),))


def _of_year(query: Query, passage: Passage) -> bool:
    """Whether a figure is of the year asked about: by the period it stands under, else by its slide's title or the meeting."""
    under = set(_YEAR.findall(" ".join(passage.data["under"])))
    of_slide = under or set(_YEAR.findall(str(passage.data.get("title") or ""))) or {passage.meeting[:4]}
    return not query.years or set(query.years) == of_slide
