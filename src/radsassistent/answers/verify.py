"""Nothing is said that its slides do not bear out: quotations, numbers and citations are checked by code."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from radsassistent.answers.answer import Citation, Sentence
from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.archive import PassageKind
from radsassistent.documents.numbers import numbers
from radsassistent.meetings.case_numbers import CASE_NUMBER, case_numbers
from radsassistent.meetings.dates import MONTHS, dates_in
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.hit import Hit

logger = logging.getLogger(__name__)

_SPACES = re.compile(r"\s+")
# A capital where no sentence, heading or quotation begins.
_NAME = re.compile(r"(?<=[\w,;)] )(?P<name>[A-ZÆØÅ][\w-]*[^\W\d_])(?!\w)")
_DAY = re.compile(rf"\b(?P<day>\d{{1,2}})\.\s*(?P<month>{'|'.join(MONTHS)})\b", re.IGNORECASE)
_TIME = re.compile(r"\b(\d{1,2})[:.](\d{2})\b")


def verified(draft: Draft, hits: Sequence[Hit], corpus: Corpus) -> tuple[Sentence, ...]:
    """The draft's statements that hold, with their citations; those that fail are dropped and logged.

    A statement holds when each supporting slide was retrieved, each quotation stands word for word on its slide, and each number,
    day, name and case number in it stands on one of those slides or was computed from what does.
    """
    retrieved = slides_of(hits)
    sentences = []
    for said in draft.statements:
        reason = fault(said, retrieved, corpus)
        if reason is None:
            sentences.append(Sentence(said.text, tuple(_citation(support) for support in said.support), said.note))
        else:
            logger.warning("Utsagn forkastet (%s): %s", reason, said.text)
    return tuple(sentences)


def slides_of(hits: Sequence[Hit]) -> set[SlideKey]:
    """The slides of what was found."""
    return {(hit.passage.sha256, hit.passage.slide) for hit in hits}


def fault(said: Statement, retrieved: set[SlideKey], corpus: Corpus) -> str | None:
    """Why a statement does not hold, in Norwegian; None when it does. `retrieved` are the slides found."""
    if not said.support:
        return None
    for support in said.support:
        if (support.passage.sha256, support.passage.slide) not in retrieved:
            return "kilden ble ikke funnet i søket"
        if not stands_on(support.quote, _slide(support, corpus)):
            return f"«{support.quote}» står ikke på lysbilde {support.passage.slide}"
    slides = "\n".join(_slide(support, corpus) for support in said.support)
    cases = {support.passage.case for support in said.support} | set(case_numbers(slides))
    for case in case_numbers(said.text):
        if case not in cases:
            return f"sak {case} er ikke saken som er sitert"
    return _number_fault(said, slides) or _name_fault(said, slides, corpus) or _day_fault(said, slides)


def _name_fault(said: Statement, slides: str, corpus: Corpus) -> str | None:
    """A word with a capital inside a sentence is a name, of a person, a body, a place, in Norwegian; none may be made up.

    The case's title and the section that a passage belongs to may stand on an earlier slide.
    """
    about = [f"{s.passage.body} {s.passage.embedded_text} {s.passage.data.get('title') or ''}" for s in said.support]
    cases = {(s.passage.body, s.passage.meeting, s.passage.case) for s in said.support if s.passage.case}
    about += [item.text for item in corpus.of_kind(PassageKind.AGENDA) if (item.body, item.meeting, item.case) in cases]
    known = " ".join((slides, *about, *said.computed)).casefold()
    for match in _NAME.finditer(said.text):
        bare = re.sub(r"(?<=.)s$|['’]s?$", "", match["name"].casefold())
        if bare not in known:
            return f"navnet {match['name']} står ikke på lysbildet"
    return None


def _day_fault(said: Statement, slides: str) -> str | None:
    """A day of a month, however it is written, is on a slide, or is that of the meeting."""
    known = {(day.day, day.month) for day in dates_in(slides)}
    known |= {(day.day, day.month) for s in said.support for day in dates_in(s.passage.meeting)}
    known |= set(_days_of_months(" ".join((slides, *said.computed))))
    for day, month in _days_of_months(said.text):
        if (day, month) not in known:
            return f"dagen {day}.{month}. står ikke på lysbildet"
    return None


def _days_of_months(text: str) -> list[tuple[int, int]]:
    """Days as (day, month): "14. februar", "2.3.2026"."""
    named = [(int(match["day"]), MONTHS[match["month"].lower()]) for match in _DAY.finditer(text)]
    return [*named, *((day.day, day.month) for day in dates_in(text))]


def _number_fault(said: Statement, slides: str) -> str | None:
    known = set(numbers(_plain(slides))) | {value for text in said.computed for value in numbers(text)}
    for value in numbers(_plain(said.text)):
        if value not in known and abs(value) not in known:
            return f"tallet {value} står ikke på lysbildet"
    return None


def _plain(text: str) -> str:
    """Without case numbers; times of day ("10.15", "10:15") in one spelling."""
    return _TIME.sub(r"\1:\2", CASE_NUMBER.sub(" ", text))


def _slide(support: Support, corpus: Corpus) -> str:
    return corpus.slide_text(support.passage.sha256, support.passage.slide)


def stands_on(quote: str, slide: str) -> bool:
    """Whether a quotation stands word for word in a slide's text; only white space may differ."""
    return bool(quote.strip()) and _SPACES.sub(" ", quote).strip() in _SPACES.sub(" ", slide)


def _citation(support: Support) -> Citation:
    passage = support.passage
    return Citation(
        body=passage.body,
        meeting=passage.meeting,
        case=passage.case,
        document=passage.document,
        sha256=passage.sha256,
        slide=passage.slide,
        quote=support.quote,
    )
