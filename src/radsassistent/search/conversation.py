"""What a question takes over from the turns before it, in one conversation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import takewhile

from radsassistent.archive import PassageKind
from radsassistent.meetings.case_numbers import NAMED_CODE, code_head, code_key, named_case
from radsassistent.search.asked_anew import (
    MOST_WORDS,
    NAMED,
    abbreviation_asked,
    of_another_counted,
    subject_named,
    with_subject,
    with_year,
)
from radsassistent.search.case_beside import case_beside, with_case_beside, with_case_told, with_number_beside
from radsassistent.search.change_asked import change_since
from radsassistent.search.elliptical import (
    ASKING,
    ELLIPTICAL,
    OF_CHANGE,
    RESUMING,
    SET_ASIDE,
    is_elliptical,
    is_then,
    only_of,
    without_agenda,
)
from radsassistent.search.fronted import fronted
from radsassistent.search.of_the_case import asks_of_votes, asks_what_is_proposed, asks_whose, is_of_case, is_outcome
from radsassistent.search.pronouns import points_to_person, with_person
from radsassistent.search.query import Wanted
from radsassistent.search.relative_years import with_year_asked, years_away
from radsassistent.search.source_asked import ASKS_SOURCE
from radsassistent.search.style import only_style, value_wished
from radsassistent.search.swapped import (
    asked_otherwise,
    asks_place_or_reason,
    asks_which,
    is_bare,
    is_from_what,
    swapped,
)
from radsassistent.search.terms import STOP_WORDS, stem, words
from radsassistent.search.that_meeting import of_that_item, of_the_meeting
from radsassistent.search.turn import Turn

# A question that opens like this goes on with the one before: "Og for Helsenettet?", "Hva med året etter?".
_GOES_ON = re.compile(
    r"^\s*(?:og|men|enn|hva\s+med|kva\s+med|what\s+about|how\s+about|and)\b\s*(?:så\s+)?", re.IGNORECASE
)
# Words that point back to a case; "det" mostly points to nothing ("Hvor mange var det …"), but at the end it does.
_POINTS_BACK = re.compile(
    r"\b(?:den|denne|saken|saka|der|it|that|this)\b(?!\s+\w*(?:nye|norske|europeiske|digitale))(?!\s+(?:første|fyrste|andre|tredje|siste|first|second|last)\s+\w)|\bdet\s*\??$",
    re.IGNORECASE,
)
# "Den tjenesten", "det", "dem": what was just told of.
_POINTS_TO_TEXT = re.compile(
    r"\b(?:den|denne|det|dette|de|dei|dem|disse|desse|der|alt|resten|it|that|this|they|them|those|there|the\s+rest)\b(?!\s+\w+ste\b)",
    re.IGNORECASE,
)
_THERE = re.compile(r"\b(?:der|there)\b", re.IGNORECASE)
# "Hvem er det som …" points to nothing.
_THEN = re.compile(r"\s+(?:da|då|then)$", re.IGNORECASE)
_CLEFT = re.compile(r"\b(?:er|var|blir|ble|is|was)\s+(?:det|it)\s+(?=(?:\w+\s+)?(?:som|that)\b)", re.IGNORECASE)
_THE_CASE = re.compile(
    r"\b(?:den|denne|that|this)\s+(?:saken|saka|case|item)\b|\b(?:saken|saka|der)\s*\??$", re.IGNORECASE
)
_CASE = re.compile(
    r"\b(?:(?:sak|case|item)\s+)?\d{1,3}/(?:20)?\d\d\b|\b(?:sak|case|item)\s+(?:nr\.?\s*)?\d{1,3}\b(?![-/]\w)|"
    rf"(?-i:{NAMED_CODE.pattern})|\b(?:sak\s+)?punkt\s+[a-zæøå]\b(?=\s*\?*$)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEWEST_YEAR = re.compile(
    r",?\s*\b(?:(?:i|for|in)\s+)?(?:det\s+|the\s+)?(?:ferskeste|siste|nyeste|nyaste|latest|most\s+recent)\s+(?:år(?:et)?|year)\b",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    r"^(?:hva|kva|what|hvor\s+(?:mye|mange|stort?)|kor\s+(?:mykje|mange|stort?)|how\s+(?:much|many))\s+(?:er|var|blir|ble|blei|vart|is|was)\s+(?:det|den|it|that)\s+(?:i|for|in)\s+(?:19|20)\d\d\W*$",
    re.IGNORECASE,
)
# A pronoun in a question of more words than this points to something in the question itself.
_SHORT = 7
# So it does where it may point to the text of an answer.
_MOST_POINTING = 9
_MEASURES = frozenset(
    stem(word) for word in "stor stort store høy høyt høg høgt lang langt dyr dyrt antall antal".split()
)
# A question of so few words may leave out what it is about.
_FEW_WORDS = 5
# A question with so many words of its own is about them.
_OWN_WORDS = 2
# What "we" do or the meeting does is asked of the meeting.
_OF_MEETING = re.compile(r"\b(?:vi|me|møtet|we|the\s+meeting)\b", re.IGNORECASE)
_WHICH_CASE = re.compile(r"\b(?:hvilken|kva\s+for\s+(?:ei|ein)|hva\s+slags|which)\s+(?:sak|case|item)\b", re.IGNORECASE)
_MEASURED = re.compile(
    r"^\s*(?:hvor|kor|how)\s+(?:stor|lang[te]?\b|høy|høg|bred|brei|tung|dyp|djup|gam[mle]|big|large|tall|wide|old)",
    re.IGNORECASE,
)
_STARTED = re.compile(
    r"\b(?:startet|starta|begynte|byrja|oppsto|oppstod|kom|varte|varde|holdt|heldt|tok|gikk|gjekk|skjedde|foregikk|started|began|lasted|took)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:den|det|it)\b", re.IGNORECASE)
# "Hva kommer etter?", "Og før?": beside the case or the break that is spoken of.
_BESIDE = re.compile(
    r"\b(?<!året )(?<!året rett )(?<!year )"
    r"(?:(?P<after>etterpå|deretter|afterwards|etter|after)|(?<!fra )(?<!frå )(?<!enn )(?<!som )(?P<before>før|before))"
    r"(?:\s+(?:den|det|denne|dette|der|han|ham|henne|hun|ho|him|her|it|that|this)(?:\s+(?:pausen|saken|saka|punktet|break|item|case))?)?"
    r"(?P<rest>\s+(?:på|i|on)\s+(?:the\s+)?(?:program\w*|dagsorden\w*|agenda\w*|saksliste\w*|lista|listen)|\s+(?:da|igjen|då))?\s*[?.!]*$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\b(?:lunsj\w*|lunch|\w*pausen?|break)\b", re.IGNORECASE)
# "Hvor lang er den pausen?": the break that is spoken of.
_THAT_BREAK = re.compile(
    r"\b(?:den|denne|that|this)\s+(?:\w*pausen|lunsjen|lunch|(?:lunch\s+)?break)\b|\b(?:den|it)\b", re.IGNORECASE
)


@dataclass
class Conversation:
    """The turns of one chat, the newest last."""

    turns: list[Turn] = field(default_factory=list)
    # Questions with what a follow-up names put in front, by what they are without it: the next one is put before that.
    _without: dict[str, str] = field(default_factory=dict)

    @property
    def last(self) -> Turn | None:
        return self.turns[-1] if self.turns else None

    def resolved(self, question: str) -> str:
        """The question with what it leaves out, taken from the turns before; a question that stands alone is unchanged."""
        last = self.last
        if last is None:
            return question
        if only_style(question):
            answered = next((turn for turn in reversed(self.turns) if not turn.abstained), last)
            wish = question.strip(" .!?") if value_wished(question) is not None else "Kort fortalt"
            return f"{wish}: {answered.query.text}"
        if (otherwise := self._swapped(question, last)) is not None:
            return otherwise
        if _GOES_ON.search(question):
            return self._goes_on(question, last)
        return question if _CASE.search(question) else self._leaning(question, last)

    def _goes_on(self, question: str, last: Turn) -> str:
        """A question that opens with "og" or "hva med", in full."""
        rest = _with_case_word(_GOES_ON.sub("", question).strip(" ?"), last.spoken_of)
        if not ASKING.match(rest):
            rest = _THEN.sub("", rest)
        if (numbered := with_number_beside(last.query.text.rstrip(" ?"), rest)) is not None:
            return f"{numbered}?"
        if (other := case_beside(last.spoken_of, rest) or with_case_told(self.cases_told(), rest)) is not None:
            return f"{other}?" if ASKING.match(other) else self._going_on(other)
        if (whole := fronted(rest)) is not None:
            return whole
        if last.spoken_of is not None and (is_outcome(rest) or is_of_case(rest)):
            asked = f"Hva er {rest}" if is_outcome(rest) else f"{rest[:1].upper()}{rest[1:]}"
            return f"{asked} i {named_case(last.spoken_of)}?"
        if not ASKING.match(rest):
            if points_to_person(rest) and last.person is not None:
                # "Stillingen hennes?"
                return f"Hva er {with_person(rest, last.person)}?"
            return self._going_on(rest)
        whole = f"{rest[:1].upper()}{rest[1:]}?"
        if _CASE.search(whole):
            return whole
        leaning = self._leaning(whole, last)
        # "Og hvor stor er rammen?" goes on with the subject even where nothing in it points back; what names two things of
        # its own ("Og hvem er leder for rådet?") stands alone.
        own = [word for word in words(whole) if stem(word) not in OF_CHANGE | _MEASURES and word not in STOP_WORDS]
        stands_alone = leaning != whole or len(own) >= _OWN_WORDS or _OF_MEETING.search(whole)
        return leaning if stands_alone else self._going_on(rest)

    def swaps(self, question: str) -> bool:
        """Whether a turn is the question before with one word of it swapped: "Og lavest?"."""
        return self.last is not None and swapped(self.last.query.text, question) is not None

    def _swapped(self, question: str, last: Turn) -> str | None:
        """The question before with a word of it swapped, or with the question word of a turn that is no more than that."""
        earlier = last.query.text.rstrip(" ?")
        if (anew := swapped(earlier, question)) is not None:
            return f"{anew}?"
        # "Hvem legger frem sak 5?" – "Og når?": of the case.
        of_case = last.query.cases or any(passage.kind is PassageKind.AGENDA for passage in last.told)
        of_case = of_case and not asks_place_or_reason(question)
        # "Hvor mange saker har hun?" – "Hvilke?": of no one case.
        of_case = of_case and not (asks_which(question) and not last.query.cases and len(last.cases_told) > 1)
        if (of_meeting := of_the_meeting(question, last)) is not None:
            return of_meeting
        if (shortened := abbreviation_asked(earlier, question)) is not None:
            return f"Hva står {shortened} for?"
        if is_from_what(question):
            return f"{earlier}?"
        if not is_bare(question) or of_case or (last.figures and not asks_which(question)):
            return None
        case = named_case(last.case) if last.case is not None else None
        anew = asked_otherwise(earlier, question, case)
        return f"{anew}?" if anew is not None else None

    def with_years_asked(self, question: str) -> str:
        """A question about the first or last year that the conversation has asked about, with that year."""
        asked = [year for turn in self.turns for year in turn.query.years]
        return with_year_asked(question, asked)

    def goes_on(self, question: str) -> bool:
        """Whether a question may speak on of what the turn before spoke of: it points back to it, or is short."""
        if self.last is None:
            return False
        leans = _GOES_ON.search(question) or _POINTS_BACK.search(question) or points_to_person(question)
        return bool(leans) or len(question.split()) <= _FEW_WORDS

    def points_to_text(self, question: str) -> bool:
        """Whether a question points back to what the turn before told, rather than to a case or a person that it spoke of."""
        bare = _CLEFT.sub(" ", _GOES_ON.sub("", question))
        if self.last is None or self._leaning(bare, self.last) != bare or _CASE.search(bare):
            return False
        return bool(_POINTS_TO_TEXT.search(bare)) and len(bare.split()) <= _MOST_POINTING

    def _leaning(self, question: str, last: Turn) -> str:
        """A question that names no case, with the case, the subject or the person that it leaves to the turn before."""
        case = last.spoken_of
        settled = (
            with_case_told(self.cases_told(), question)
            or with_case_beside(case, question)
            or self._beside(question, last)
            or change_since(question, last)
            or of_the_meeting(question, last)
            or _of_that_time(question, last)
            or self._of_year(question, last)
            or of_that_item(question, last)
            or (f"Hva er {named_case(case)}?" if case is not None and asks_whose(question) else None)
        )
        if settled is not None:
            return settled
        if last.item is not None and self._of_item(question):
            return f"{question.strip(' ?')}{' etter' if RESUMING.search(question) else ''} {last.item}?"
        if case is not None and is_of_case(question):
            return f"{question.strip(' ?')} i {named_case(case)}?"
        short = len(question.split()) <= _SHORT
        subject = subject_named(last.query.text)
        set_aside = not last.query.cases and SET_ASIDE.search(question) and is_elliptical(question)
        if subject and (set_aside or (_YEAR.search(question) and only_of(question, OF_CHANGE))):
            return f"{question.strip(' ?')} {'til' if set_aside else 'for'} {subject}?"
        pointing = bool(last.query.cases) and short and bool(_POINTS_BACK.search(question))
        pointing = pointing and not (last.told_by_text and _THERE.search(question))
        # "Når startet det?" and "Hvor lang er den?" are of what was told, not of what has yet to be presented.
        started = last.told_by_text and _STARTED.search(question) is not None
        measured = (last.told_by_text or bool(last.figures)) and _MEASURED.search(question) is not None
        of_case = pointing or (is_elliptical(question) and not (started or measured))
        if case is not None and ((_THE_CASE.search(question) and not _THERE.search(question)) or of_case):
            return f"{without_agenda(question).strip(' ?')} i {named_case(case)}?"
        if (case is None or started) and is_elliptical(question) and _IT.search(question):
            spoken_of = [word for word in words(last.query.text) if stem(word) not in ELLIPTICAL]
            return _IT.sub(" ".join(spoken_of), question, count=1) if 0 < len(spoken_of) <= MOST_WORDS else question
        if case is not None and asks_of_votes(question):
            return f"{question.strip(' ?')} i {named_case(case)}?"
        who = last.person_meant(question) if len(question.split()) <= _MOST_POINTING else None
        return with_person(question, who) if who is not None and points_to_person(question) else question

    def _of_year(self, question: str, last: Turn) -> str | None:
        """ "Hva var det i 2024?": the figure just told of another year, whether or not there is one."""
        of_year = last.figures and _OF_YEAR.match(question)
        return self._going_on(f"i {_YEAR.findall(question)[-1]}") if of_year else None

    def _of_item(self, question: str) -> bool:
        """Whether a question is about the item of the agenda that is spoken of: "den pausen", "i gang igjen", "da"."""
        named = _BREAK.search(question)
        if RESUMING.search(question):
            return named is None
        if _THAT_BREAK.search(question):
            return is_elliptical(_BREAK.sub(" ", question))
        return is_then(question)

    def _beside(self, question: str, last: Turn) -> str | None:
        """A question for what comes before or after, with what that is beside."""
        if (match := _BESIDE.search(question)) is None:
            return None
        named = _BREAK.search(last.query.text)
        case = named_case(last.spoken_of) if last.spoken_of else None
        anchor = last.item or (named[0] if named and not last.query.cases else case)
        side = "etter" if match["after"] else "før"
        return f"{question[: match.start()]}{side} {anchor}?" if anchor else None

    def cases_told(self) -> tuple[str, ...]:
        """The cases that the newest turn told of, or the one before it that told of several, of which it speaks of one."""
        for turn in reversed(self.turns):
            if len(turn.cases_told) > 1 and (turn is self.last or self.turns[-1].spoken_of in turn.cases_told):
                return turn.cases_told
        return ()

    def of_figures(self, *, past_reasons: bool) -> list[Turn]:
        """The turns before that told figures, the newest first, back to the last that told none; `past_reasons`: as if it had not
        been asked why they are so.
        """
        turns = (turn for turn in reversed(self.turns) if not (past_reasons and turn.asks_reason))
        return list(takewhile(lambda turn: turn.figures, turns))

    def add(self, turn: Turn) -> None:
        """Remember a turn. One without an answer, a case or a person of its own goes on speaking of those of the turn before."""
        before = self.last
        if before is not None:
            case = turn.case
            if case is None and not turn.query.cases and not turn.slides:
                case = before.spoken_of
            turn = replace(turn, case=case, people=turn.people or turn.query.people or before.people)
            if not turn.slides:
                turn = replace(turn, slides=before.slides, told=before.told, years=turn.years or before.years)
                if turn.abstained and _asks_of_the_same(turn.query.question):
                    # "Hvem står bak?" without an answer: the figure is still spoken of.
                    turn = replace(turn, figures=before.figures)
        self.turns.append(turn)

    def _going_on(self, rest: str) -> str:
        """An earlier question with what is asked anew in the place of what it takes over from."""
        texts = [t.query.text.rstrip(" ?") for t in reversed(self.turns) if not ASKS_SOURCE.search(t.query.question)]
        texts = texts or [self.turns[-1].query.text.rstrip(" ?")]
        new_case = _CASE.search(rest)
        if new_case is not None:
            earlier = next((text for text in texts if _CASE.search(text)), texts[0])
            if _CASE.search(earlier):
                return f"{_CASE.sub(new_case[0], earlier, count=1)}?"
            if _WHICH_CASE.search(earlier):
                # "Hvilken sak er først?" – "Og den neste?"
                return f"Hva er {new_case[0]}?"
            return f"{earlier} i {rest}?"
        step = years_away(rest)
        if step or _YEAR.search(rest):
            # An amount of its own is what the year is asked of, though only a question before it named one.
            of_own = not step and _asks_amount_of_its_own(self.turns[-1], texts[0])
            told = self.turns[-1].years
            if step and len(told) == 1 and not any(_YEAR.search(text) for text in texts):
                # "I det ferskeste året" – "Og året før?": counted from the year that was told.
                rest, step = f"i {int(told[0]) + step}", 0
                texts = [_NEWEST_YEAR.sub("", text) for text in texts]
            earlier = texts[0] if of_own else next((text for text in texts if _YEAR.search(text)), texts[0])
            return f"{with_year(earlier, rest, step)}?"
        earlier = self._without.get(texts[0], texts[0])
        anew = with_subject(earlier, rest)
        if anew == f"{rest} {earlier}":
            self._without[anew] = earlier
        return f"{anew}?"

    def otherwise(self, question: str) -> str | None:
        """Another reading of a follow-up, where its first finds nothing: what it names stands for what was counted, or a whole
        question that was put together with the one before is asked by itself.
        """
        if self.last is None or not _GOES_ON.search(question):
            return None
        earlier = self.last.query.text.rstrip(" ?")
        rest = _GOES_ON.sub("", question).strip(" ?")
        if ASKING.match(rest):
            whole = f"{rest[:1].upper()}{rest[1:]}?"
            # What leans on the case or the person spoken of is of nothing else.
            return None if is_bare(rest) or self._leaning(whole, self.last) != whole else whole
        anew = of_another_counted(self._without.get(earlier, earlier), rest)
        return f"{anew}?" if anew is not None else None


def _asks_of_the_same(question: str) -> bool:
    """Whether a turn is a short question that names no other thing."""
    rest = _GOES_ON.sub("", question)
    named = any(match.start() > 0 for match in NAMED.finditer(rest)) or _YEAR.search(rest) or _CASE.search(rest)
    return ASKING.match(rest) is not None and len(rest.split()) <= _FEW_WORDS and not named


def _asks_amount_of_its_own(turn: Turn, text: str) -> bool:
    """Whether a turn asked for an amount, named what of, and was told it: "hvor mange millioner gjelder reir?"."""
    own = [word for word in words(text) if stem(word) not in OF_CHANGE | _MEASURES and word not in STOP_WORDS]
    return turn.query.wanted is Wanted.NUMBER and not turn.abstained and len(own) >= _OWN_WORDS


def _of_that_time(question: str, last: Turn) -> str | None:
    """ "Når fortsetter vi?" – "Hva er temaet da?": the case that is taken up at the time told of."""
    if last.case_then is None or not is_then(question):
        return None
    case = named_case(last.case_then)
    of_itself = question.lower().startswith(("hva ", "kva ", "what ")) and not asks_what_is_proposed(question)
    return f"Hva er {case}?" if of_itself or _WHICH_CASE.match(question) else f"{question.strip(' ?')} i {case}?"


def is_fragment(question: str) -> bool:
    """Whether a question goes on with the one before by a few words alone: "Og i vest?"."""
    rest = _GOES_ON.sub("", question)
    return rest != question and len(rest.split()) <= _FEW_WORDS and not ASKING.match(rest.strip())


def _with_case_word(rest: str, case: str | None) -> str:
    """ "sak R-15" of "r-15", where the case spoken of has such a code."""
    spoken_of, head = code_head(case or ""), code_head(rest.upper())
    if spoken_of is None or head is None or head.title or code_key(spoken_of.stem) != code_key(head.stem):
        return rest
    return f"sak {head.code}"
