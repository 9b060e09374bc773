"""A turn of a conversation in full: what it asks by itself, with what it leaves to the turns before put in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from radsassistent.answers.agenda.meeting_itself import asks_when_it_begins
from radsassistent.answers.members.follow_ups import in_full
from radsassistent.search.case_beside import with_case_told
from radsassistent.search.context import Context
from radsassistent.search.conversation import Conversation
from radsassistent.search.corpus import Corpus
from radsassistent.search.openings import turned
from radsassistent.search.relative_years import of_that_year, of_years, with_years, years_away
from radsassistent.search.style import without_style
from radsassistent.search.turn import Turn


@dataclass(frozen=True, slots=True)
class Resolved:
    """A turn: `asked` as it was said, `text` with what it takes over from the turns before, which are `spoken`: none where it
    leaves what was spoken of. `of_members`: what it takes over is of members. `of_meeting`: it asks when the meeting begins
    ("Når braker det løs?"), where "det" points to nothing.
    """

    asked: str
    text: str
    spoken: Conversation
    of_members: bool
    of_meeting: bool

    @property
    def after(self) -> Turn | None:
        """The turn that it goes on from, if there is one."""
        return self.spoken.last

    @property
    def points(self) -> bool:
        """Whether it points back to the text just told."""
        return not self.of_members and self.spoken.points_to_text(self.asked)

    @property
    def goes_on(self) -> bool:
        """Whether it may speak on of what the turn before spoke of."""
        return self.spoken.goes_on(self.asked) or self.points

    def context(self, embedded: Callable[[str], Sequence[float]]) -> Context | None:
        """What it may go on from; `embedded` gives a question's embedding."""
        after = self.after
        if after is None:
            return None
        return Context.of(after.query.text, self.asked, after.slides, after.told, after.spoken_of, embedded)


def resolved(question: str, conversation: Conversation | None, corpus: Corpus) -> Resolved:
    """A question as the next turn of a conversation, or by itself."""
    opened = turned(question)
    # What leaves the subject is asked as if nothing had been before.
    spoken = Conversation() if opened.new_topic or conversation is None else conversation
    turn = spoken.last
    asked = opened.question if turn is not None or opened.new_topic else question
    if turn is not None:
        # How it is to be told is no part of what goes on: "sidan når? Berre månad og år".
        asked, wish = _with_wish_apart(of_years(asked))
    else:
        wish = ""
    asked = spoken.with_years_asked(asked)
    if turn is not None:
        asked = of_that_year(asked, turn.years)
        if not years_away(asked):
            held = (int(m.date[:4]) for m in turn.query.meetings or corpus.meetings if m.date)
            asked = with_years(asked, next(held, None))
    # "Hvem har den siste av dem?" of the cases just told is of none of those who present them.
    of_cases = with_case_told(spoken.cases_told(), asked) is not None
    of_members = None if of_cases else in_full(asked, spoken.turns, corpus)
    of_meeting = asks_when_it_begins(asked, corpus)
    text = of_members or (asked if of_meeting else spoken.resolved(asked))
    return Resolved(asked, f"{text} {wish}".strip(), spoken, of_members is not None, of_meeting)


def _with_wish_apart(asked: str) -> tuple[str, str]:
    """A turn without the wish for the answer's form that stands before or after it, and that wish as a sentence."""
    bare = without_style(asked)
    before, found, after = asked.partition(bare.rstrip(" ?.!"))
    wish = " ".join(f"{before} {after}".split()).strip(" ,:;?.!–—-()")
    return (bare, f"{wish[:1].upper()}{wish[1:]}.") if found and bare != asked and wish else (asked, "")
