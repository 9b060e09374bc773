"""Which case of a later meeting takes up a case that was put off. Pure; shows nothing rather than guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from radsassistent.meetings import same_body
from radsassistent.meetings.bodies import bodies_in
from radsassistent.meetings.case_numbers import CASE_NUMBER, case_numbers
from radsassistent.meetings.dates import dates_in, norwegian
from radsassistent.meetings.outcomes import sentences
from radsassistent.meetings.stems import terms

# How much of two titles' terms is in both (Jaccard), measured on the 53 cases of eval/fictional and the February deck
# (.venv/bin/python benchmarks/case_titles.py). Two titles of one case are always the one within the other; one matter at two
# meetings has 1.0 and 0.5 ("Rekruttering av jordmødre", "Jordmødre: ny behandling"). Two matters with one title within the
# other have at most 0.5 ("Eventuelt", "Eventuelt og møteplan"), and two matters of one body at most 0.33, but for approvals.
ALMOST_THE_SAME = 0.6
# Enough where something else says that the matter comes again: "ny behandling", or the day that it was put off to.
COMES_AGAIN = 0.4
# Enough where the case number is the same: a body that counts anew at each meeting gives it to other matters, which have
# at most 0.25.
UNDER_ONE_NUMBER = 0.3
# A title alone tells within this time: what is on the agenda every year has the same title a year later.
SOON = timedelta(days=300)

# "Utsatt fra sak 3/31 og sak 7/31"; a list of decisions and what became of them names more.
FEW_CASES = 2

# The words of a title on how often or how a matter is dealt with, and the items of every meeting, by their stems.
_HANDLING = frozenset(
    terms(
        "utsatt utsett sak saken saka møte møtet forrige førre ny nye nytt behandling behandles handsaming igjen gang gangs "
        "gongs andre annen andregangs revidert justert oppdatert oppfølging"
    )
)
_STANDING = frozenset(
    terms(
        "godkjenning godkjenne innkalling innkallinga dagsorden saksliste sakslista protokoll møteprotokoll referat møtebok "
        "eventuelt orientering orienteringer meldinger referatsaker spørsmål interpellasjoner møteplan vedtak"
    )
)
# "Ny brygge (utsatt fra møtet 5. mars)", "Utsatt fra sak 3/31: Ny brygge".
_FROM = re.compile(r"\b(?:utsatt|utsett)\s+(?:fra|frå|i)\b[^:–—)]*", re.IGNORECASE)
_PUT_OFF = re.compile(r"\b(?:utsatt|utsett|utsatte|tilbakesendt|sendt?e?\s+tilbake)\b", re.IGNORECASE)
_ANEW = re.compile(
    r"\bpå\s+nytt\b|\b(?:ny|nytt|andre\s*gangs|annen\s*gangs|2\.\s*gangs|andre\s*gongs)\s+(?:behandling|handsaming)\b|"
    r"\b(?:tas|takast|tatt|teke|legges|lagt|leggast|kommer|kjem)\s+(?:opp\s+|frem\s+|fram\s+)?igjen\b|\butsatt\s+sak\b|\butsett\s+sak\b",
    re.IGNORECASE,
)
_REFERS = re.compile(r"\b(?:jfr?|jamfør\w*|viser|vises|vist|se|sjå|oppfølging\s+av)\b", re.IGNORECASE)
_TELLING = re.compile("|".join(words.pattern for words in (_PUT_OFF, _ANEW, _REFERS)), re.IGNORECASE)
# Some of these stand in every text that tells of an earlier case, if only its number's "/"; the other texts need not be read.
MARKS = ("utsatt", "utsett", "tilbake", "nytt", "behandling", "handsaming", "igjen", "/")
_CASE_OR_MEETING = re.compile(r"\b(?:sak|saken|saka|\w*møte\w*)\b", re.IGNORECASE)
_LAST_MEETING = re.compile(r"\b(?:forrige|førre|siste|sist)\s+møte\w*", re.IGNORECASE)
_NEXT_MEETING = re.compile(r"\bneste\s+\w*møte\w*", re.IGNORECASE)


@dataclass(frozen=True)
class Handled:
    """A case at a meeting. `said` is what its documents say of it; `put_off` the words that put it off, None if nothing did."""

    body: str
    day: date
    case: str
    title: str
    said: tuple[str, ...] = ()
    put_off: str | None = None

    @cached_property
    def terms(self) -> frozenset[str]:
        """What the title is about, without what it says of how the matter is dealt with."""
        return frozenset(term for term in terms(_FROM.sub(" ", self.title)) if "/" not in term) - _HANDLING

    @cached_property
    def is_standing(self) -> bool:
        """Whether it is an item of every meeting, which is another matter each time."""
        return bool(self.terms) and self.terms <= _STANDING

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The sentences that say something of an earlier case."""
        texts = (text for text in (self.title, *self.said) if _TELLING.search(text))
        return tuple(sentence for text in texts for sentence in sentences(text) if _TELLING.search(sentence))

    @cached_property
    def names_few(self) -> bool:
        """Whether it names few enough cases to be about them; a case that follows up decisions names many."""
        return (
            len({number for sentence in self.telling for number in case_numbers(sentence)} - {self.case}) <= FEW_CASES
        )


def taken_up(handled: Sequence[Handled]) -> list[tuple[int, int]]:
    """Pairs of places in `handled`: a case that was put off, and the case of a later meeting of its body that takes it up.

    Of several later meetings the one that says most, then the nearest. None where two of one meeting say as much.
    """
    found: list[tuple[int, int]] = []
    for place, earlier in enumerate(handled):
        if earlier.put_off is None:
            continue
        known = [(grade, later) for later in range(len(handled)) if (grade := _grade(earlier, later, handled))]
        most = max((grade for grade, _ in known), default=())
        best = [later for grade, later in known if grade == most]
        nearest = [later for later in best if handled[later].day == min(handled[each].day for each in best)]
        if len(nearest) == 1 and not _claimed(place, nearest[0], most, handled):
            found.append((place, nearest[0]))
    return found


def _claimed(place: int, later: int, grade: tuple[int, ...], handled: Sequence[Handled]) -> bool:
    """Whether another case that was put off at the same meeting may as well be the one that is taken up."""
    others = (
        each
        for each, case in enumerate(handled)
        if each != place and case.put_off is not None and case.day == handled[place].day
    )
    return any(_grade(handled[each], later, handled) >= grade for each in others)


def _grade(earlier: Handled, place: int, handled: Sequence[Handled]) -> tuple[int, ...]:
    """How plainly a case takes up an earlier one, the greater the plainer; empty where it does not, or nothing says so."""
    later = handled[place]
    if later.body != earlier.body or later.day <= earlier.day or later.is_standing != earlier.is_standing:
        return ()
    named = [s for s in later.telling if _names(s, earlier)] if later.names_few and later.case != earlier.case else []
    if any(_PUT_OFF.search(s) or _ANEW.search(s) for s in named):
        return (5,)
    if later.is_standing:
        return ()
    one, other = earlier.terms, later.terms
    share = shared_terms(earlier, later)
    if (
        later.case == earlier.case
        and CASE_NUMBER.search(later.case)
        and (share >= UNDER_ONE_NUMBER or not (one and other))
    ):
        return (4,)
    from_that_day = any(
        _is_from(s, earlier.day) or (s == later.title and _says_day(s, earlier.day)) for s in later.telling
    )
    again = from_that_day or _comes_again(earlier, later, handled)
    soon = later.day - earlier.day <= SOON
    if share == 1 and (soon or again):
        return (3, again)
    if (one <= other or other <= one) and ((share >= ALMOST_THE_SAME and soon) or (share >= COMES_AGAIN and again)):
        return (2, again)
    return (1, from_that_day) if from_that_day or named else ()


def shared_terms(one: Handled, other: Handled) -> float:
    """How much of two titles' terms is in both (Jaccard): 0 where they share nothing or one says nothing, 1 where all."""
    both = one.terms | other.terms
    return len(one.terms & other.terms) / len(both) if both else 0.0


def _names(sentence: str, case: Handled) -> bool:
    """Whether a sentence names a case by its number, and not a case of another body."""
    number = CASE_NUMBER.search(case.case)
    if number is None or not {*case_numbers(number[0])} & {*case_numbers(sentence)}:
        return False
    if number.start() and case.case not in sentence:
        return False
    return all(same_body(body, case.body) for body in bodies_in(sentence))


def _comes_again(earlier: Handled, later: Handled, handled: Sequence[Handled]) -> bool:
    """Whether something says that a matter comes again at the later meeting, without naming which."""
    if any(_ANEW.search(s) for s in later.telling) or _says_day(earlier.put_off or "", later.day):
        return True
    between = _days(each for each in handled if each.body == later.body and earlier.day < each.day < later.day)
    next_to = _NEXT_MEETING.search(earlier.put_off or "") or any(
        _PUT_OFF.search(s) and _LAST_MEETING.search(s) for s in later.telling
    )
    return bool(next_to) and not between


def _is_from(sentence: str, day: date) -> bool:
    """Whether a sentence says that a case was put off at the meeting on a day."""
    return bool(_PUT_OFF.search(sentence) and _CASE_OR_MEETING.search(sentence)) and _says_day(sentence, day)


def _days(handled: Iterable[Handled]) -> set[date]:
    return {each.day for each in handled}


def _says_day(text: str, day: date) -> bool:
    """Whether a text says a day, with or without the year."""
    return day in dates_in(text) or bool(
        re.search(rf"(?<!\d){re.escape(norwegian(day).rsplit(' ', 1)[0])}(?!\s*\d)", text, re.IGNORECASE)
    )
