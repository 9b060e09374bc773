"""What other programs send and get: the API and the MCP tools, version 1. Fields are never renamed within a version."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from radsassistent.answers.answer import Answer, Citation, Note, Sentence
from radsassistent.answers.assistant import LONGEST_QUESTION
from radsassistent.answers.found import Found, FoundSlide
from radsassistent.archive.register import Entry, Status, Step, Turn
from radsassistent.search.corpus import MeetingKey
from radsassistent.search.query import Scope
from radsassistent.web.slide_view import original_address, picture_address
from radsassistent.web.slides import WIDTHS

# Every earlier question of a conversation is asked again, for the assistant keeps none of them.
MOST_EARLIER = 10
MOST_SLIDES = 50
MOST_DECISIONS = 200
# The kind of error of a period that ends before it begins.
PERIOD_REVERSED = "period_reversed"

Question = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_QUESTION),
    Field(description="A question about the meetings, in Norwegian or English."),
]
_Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Given(BaseModel):
    """A body of a request; a field that is not known is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MeetingGiven(Given):
    """One meeting."""

    body: _Name = Field(description="The body, as the archive names it: «Porteføljerådet».")
    date: date


class ScopeGiven(Given):
    """Where to search: exact filters; what is left out filters nothing."""

    bodies: list[_Name] = Field(default=[], max_length=20, description="Bodies, as the archive names them.")
    meetings: list[MeetingGiven] = Field(default=[], max_length=50)
    cases: list[_Name] = Field(default=[], max_length=50, description="Case numbers: «5/26».")
    everywhere: bool = Field(
        default=False, description="Search in everything, also where the question names a meeting or case."
    )

    def scope(self) -> Scope | None:
        """As the assistant takes it; None where nothing is narrowed down."""
        meetings = tuple(MeetingKey(each.body, each.date.isoformat()) for each in self.meetings)
        scope = Scope(tuple(self.bodies), meetings, tuple(self.cases), (), self.everywhere)
        return scope if scope != Scope() else None


class SearchRequest(Given):
    """What to look for."""

    question: Question
    scope: ScopeGiven = Field(default_factory=ScopeGiven)
    limit: int = Field(default=10, ge=1, le=MOST_SLIDES, description="The most slides to be given.")


class SlideFound(BaseModel):
    """A slide; `picture` and `original` are addresses on this server."""

    body: str
    meeting: str = Field(description="The meeting's date (ISO 8601); empty when no document says it.")
    case: str | None = Field(description="«5/26»; null outside the cases.")
    document: str
    slide: int = Field(description="1-based, as a viewer prints it.")
    title: str
    excerpt: str = Field(description="What stands on the slide where it fits best.")
    score: float = Field(description="The probability (0 to 1) that this slide answers.")
    picture: str
    original: str

    @classmethod
    def of(cls, found: FoundSlide) -> SlideFound:
        place = _citation(found)
        return cls(
            body=found.body,
            meeting=found.meeting,
            case=found.case,
            document=found.document,
            slide=found.slide,
            title=found.title,
            excerpt=found.excerpt,
            score=round(found.score, 4),
            picture=_picture(place),
            original=_original(place),
        )


class SearchResponse(BaseModel):
    """The slides, the likeliest first; `understood` says in Norwegian what was searched in."""

    question: str
    understood: str
    slides: list[SlideFound]

    @classmethod
    def of(cls, question: str, found: Found) -> SearchResponse:
        return cls(
            question=question, understood=found.understood, slides=[SlideFound.of(each) for each in found.slides]
        )


class AskRequest(Given):
    """A question, with those asked before it where it goes on from them."""

    question: Question
    conversation: list[Question] = Field(
        default=[], max_length=MOST_EARLIER, description="The earlier questions of the conversation, the oldest first."
    )
    scope: ScopeGiven = Field(default_factory=ScopeGiven)


class CitationGiven(BaseModel):
    """A slide that a sentence rests on; `quote` stands there word for word."""

    body: str
    meeting: str = Field(description="The meeting's date (ISO 8601); empty when no document says it.")
    case: str | None
    document: str
    slide: int
    quote: str
    picture: str
    original: str

    @classmethod
    def of(cls, cited: Citation) -> CitationGiven:
        return cls(
            body=cited.body,
            meeting=cited.meeting,
            case=cited.case,
            document=cited.document,
            slide=cited.slide,
            quote=cited.quote,
            picture=_picture(cited),
            original=_original(cited),
        )


class SentenceGiven(BaseModel):
    """One statement with its slides."""

    text: str
    note: Note | None = Field(description="conflict: another slide says otherwise; proposal: proposed, not decided.")
    citations: list[CitationGiven]

    @classmethod
    def of(cls, sentence: Sentence) -> SentenceGiven:
        return cls(
            text=sentence.text,
            note=sentence.note,
            citations=[CitationGiven.of(each) for each in sentence.citations],
        )


class AskResponse(BaseModel):
    """The answer. `abstained`: the documents do not say; the sentences then tell so, without citations."""

    question: str
    answer: str = Field(description="All sentences as one text.")
    abstained: bool
    understood: str = Field(description="What was searched in, in Norwegian.")
    sentences: list[SentenceGiven]

    @classmethod
    def of(cls, answer: Answer) -> AskResponse:
        return cls(
            question=answer.question,
            answer=answer.text,
            abstained=answer.abstained,
            understood=answer.understood,
            sentences=[SentenceGiven.of(each) for each in answer.sentences],
        )


class DecisionsRequest(Given):
    """Which rows of the register; what is left out filters nothing."""

    body: _Name | None = Field(default=None, description="The body, as the archive names it.")
    meeting: date | None = Field(default=None, description="The meeting's date.")
    case: _Name | None = Field(default=None, description="«5/26»")
    status: Status | None = Field(default=None, description="«forslag» is proposed and not decided.")
    since: date | None = Field(default=None, alias="from", description="The earliest date of a meeting.")
    until: date | None = Field(default=None, alias="to", description="The latest date of a meeting.")
    q: _Name | None = Field(default=None, description="What the decision is about; found by words and by meaning.")
    limit: int = Field(default=50, ge=1, le=MOST_DECISIONS, description="The most rows to be given.")

    @field_validator("until")
    @classmethod
    def _after_since(cls, until: date | None, given: ValidationInfo) -> date | None:
        since = given.data.get("since")
        if until and since and until < since:
            raise PydanticCustomError(PERIOD_REVERSED, "the latest date is before the earliest")
        return until


class ProposalGiven(BaseModel):
    """What was proposed before it was decided."""

    text: str
    document: str
    slide: int
    picture: str
    original: str


class TurnGiven(BaseModel):
    """What became of a matter at one of the meetings where it was put off and taken up again."""

    meeting: str = Field(description="The meeting's date (ISO 8601).")
    case: str
    status: Status
    document: str
    slide: int
    picture: str
    original: str


class DecisionGiven(BaseModel):
    """A row of the register: a decision as the minutes say it, or, with status «forslag», what is only proposed."""

    status: Status
    body: str
    meeting: str = Field(description="The meeting's date (ISO 8601); empty when no document says it.")
    case: str | None
    case_title: str
    text: str = Field(description="As it stands in the document.")
    votes: str | None = Field(description="As the minutes put it.")
    document: str
    slide: int
    picture: str
    original: str
    proposal: ProposalGiven | None = Field(description="The proposal that was decided; null where none is known.")
    turns: list[TurnGiven] = Field(
        description="A matter that was postponed and taken up again, through its meetings in order, this row among them; "
        "empty where it is known from one meeting."
    )

    @classmethod
    def of(cls, entry: Entry) -> DecisionGiven:
        now, proposed = entry.now, entry.proposed
        place = _step(entry, now)
        return cls(
            status=entry.status,
            body=entry.body,
            meeting=entry.date,
            case=entry.case,
            case_title=entry.title,
            text=now.text,
            votes=now.votes,
            document=now.document,
            slide=now.place.slide,
            picture=_picture(place),
            original=_original(place),
            proposal=_proposal(entry, proposed) if proposed is not None and proposed is not now else None,
            turns=[_turn(entry, turn) for turn in entry.turns],
        )


class DecisionsResponse(BaseModel):
    """The rows that were asked for, the newest meeting first; `total` counts also those beyond `limit`."""

    total: int
    decisions: list[DecisionGiven]


class FaultGiven(BaseModel):
    """One thing that is wrong in a request."""

    field: str
    detail: str


class Problem(BaseModel):
    """An error (RFC 9457). `title` and `detail` are in Norwegian."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[FaultGiven] = Field(default=[], description="What is wrong in the request, field by field.")


def _citation(found: FoundSlide) -> Citation:
    return Citation(found.body, found.meeting, found.case, found.document, found.sha256, found.slide, "")


def _step(entry: Entry, step: Step) -> Citation:
    return Citation(entry.body, entry.date, entry.case, step.document, step.place.sha256, step.place.slide, "")


def _proposal(entry: Entry, step: Step) -> ProposalGiven:
    place = _step(entry, step)
    return ProposalGiven(
        text=step.text,
        document=step.document,
        slide=step.place.slide,
        picture=_picture(place),
        original=_original(place),
    )


def _turn(entry: Entry, turn: Turn) -> TurnGiven:
    now = turn.now
    place = Citation(entry.body, turn.date, turn.case, now.document, now.place.sha256, now.place.slide, "")
    return TurnGiven(
        meeting=turn.date,
        case=turn.case,
        status=now.status,
        document=now.document,
        slide=now.place.slide,
        picture=_picture(place),
        original=_original(place),
    )


def _picture(place: Citation) -> str:
    return picture_address(place, WIDTHS[0])


def _original(place: Citation) -> str:
    return original_address(place)
