"""The one path from a question to an Answer; the command line, the chat and the evaluation all call it."""

from __future__ import annotations

import contextlib
import logging
import re
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

from llama_index.core.llms import LLM

from radsassistent.answers.answer import Answer
from radsassistent.answers.asking_told_slides import ToldSlides
from radsassistent.answers.by_likelihood import not_found
from radsassistent.answers.corpora import Corpora
from radsassistent.answers.draft import Draft, listed
from radsassistent.answers.engine import CouncilResponse, query_engine
from radsassistent.answers.found import Found, found_slides
from radsassistent.answers.going_on import GoingOn
from radsassistent.answers.members.statements import person
from radsassistent.answers.model.mode import OnSentence
from radsassistent.answers.said import MOST_RETRIEVED, Asking, Passing, Said, answer_of, from_told, held
from radsassistent.answers.said_again import says_again
from radsassistent.answers.turns.resolving import resolved
from radsassistent.answers.turns.spoken_of import (
    asks_who_it_is,
    has_own_word,
    meeting_spoken_of,
    of_slides,
    says_little,
    told_with,
)
from radsassistent.answers.turns.told_slides import FollowUp
from radsassistent.answers.verification.verify import Evidence
from radsassistent.archive import Archive, Passage, PassageKind
from radsassistent.errors import UsageError
from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.asides import without_aside
from radsassistent.search.conversation import Conversation
from radsassistent.search.corpus import Corpus, MeetingKey
from radsassistent.search.find import find
from radsassistent.search.meeting_clause import AtMeeting, at_meeting
from radsassistent.search.parts import Part, parts
from radsassistent.search.pronouns import points_to_person, with_person, with_things
from radsassistent.search.query import CouncilQueryBundle, Query, Scope
from radsassistent.search.rank import ranked
from radsassistent.search.rerankers import Reranker, reread
from radsassistent.search.turn import Turn
from radsassistent.search.understand import understand

logger = logging.getLogger(__name__)

# A question longer than this (characters) is a pasted text; E5 reads no more than about 2,000.
LONGEST_QUESTION = 2_000
# Questions answered at once in quote mode; the others wait their turn. More only take the interpreter from each other: 60
# questions take 60-84 ms each 4 at once, 90 ms 8 at once, 94-156 ms 30 at once (docs/measurements.md, "Under load").
AT_ONCE = 4
# The embeddings of so many questions are remembered.
QUESTIONS_EMBEDDED = 100
# The case that a question was filled in with, which is none where it goes on with a person.
_IN_CASE = re.compile(r"\s+i\s+(?:sak|punkt)\s+\S+?(?=\s*\?|$)", re.IGNORECASE)


class Assistant:
    """Answers questions over an archive. Safe to use from several threads; sees new meetings at once."""

    def __init__(self, archive: Archive, llm: LLM | None = None, reranker: Reranker | None = None) -> None:
        """With `llm`, a LlamaIndex language model, answers are worded by it (model mode); without, quoted (quote mode). With a
        `reranker` what was found is read once more before it is answered from.
        """
        self._archive = archive
        self._reranker = reranker
        self._llm = llm
        # A language model is waited for, by as many as want to.
        self._turns = threading.BoundedSemaphore(AT_ONCE) if llm is None else contextlib.nullcontext()
        self._corpora = Corpora(archive)
        # One question is often searched for several times: in the meeting spoken of, on the slides just told, in the archive.
        self._embedded = lru_cache(QUESTIONS_EMBEDDED)(archive.embedder.get_query_embedding)
        self._told = ToldSlides(archive.embedder, self._embedded, self._answered, streams=llm is not None)
        self._going_on = GoingOn(archive.embedder, self._told, self._answered, streams=llm is not None)

    @property
    def streams(self) -> bool:
        """Whether a language model words the answers, so that it pays to show them sentence by sentence."""
        return self._llm is not None

    def ask(
        self,
        question: str,
        conversation: Conversation | None = None,
        scope: Scope | None = None,
        on_sentence: OnSentence | None = None,
        *,
        internal: bool = True,
    ) -> Answer:
        """Answer one question; with a conversation, as its next turn; with a scope, from what is in it alone.

        Without `internal`, the answer is that of an archive that has no internal documents. `on_sentence` is called with each
        sentence as soon as it is complete and verified: in model mode while the model writes, in quote mode at once. Nothing else
        of the answer is cited; what the assistant says of itself is in the Answer only.

        Raises UsageError for an empty or overlong question and EmptyArchiveError when no document is in the archive.
        """
        _check(question)
        with self._turns:
            return self._asked(question, conversation, scope, on_sentence, internal=internal)

    def _asked(
        self,
        question: str,
        conversation: Conversation | None,
        scope: Scope | None,
        on_sentence: OnSentence | None,
        *,
        internal: bool,
    ) -> Answer:
        started = time.perf_counter()
        corpus = self._corpora.current(internal=internal)
        at = at_meeting(question, corpus) or AtMeeting(question, ())
        scope = Scope(meetings=at.meetings) if scope is None and at.meetings else scope
        whole = resolved(at.question, conversation, corpus)
        asked, spoken, turn, goes_on = whole.asked, whole.spoken, whole.after, whole.goes_on
        meetings = meeting_spoken_of(turn, corpus) if turn is not None and goes_on else ()
        admits = self._admitting(asked, whole.text, spoken, at.meetings, corpus)
        asking = Asking(corpus, scope, on_sentence, admits, whole.context(self._embedded), at.meetings)
        own_topic = turn is None or whole.of_meeting
        going_on = None if own_topic else self._going_on.said(asked, spoken, asking, points=whole.points)
        said = [going_on] if going_on is not None else self._of_parts(whole.text, turn, meetings, asking)
        alone = without_aside(whole.text) if all(each.abstained for each in said) and not self.streams else None
        if alone is not None:
            of_alone = self._of_parts(alone, turn, meetings, asking)
            said = said if all(each.abstained for each in of_alone) else of_alone
        other = spoken.otherwise(asked) if len(said) == 1 and said[0].abstained and not self.streams else None
        if other is not None:
            again = self._part(Part(other), (), None, meetings, asking)
            said = [again] if not again.abstained and has_own_word(Part(asked), again.told, corpus) else said
        if turn is not None and len(said) == 1 and said[0].abstained:
            said = [self._told.last(asked, said[0], turn, asking, goes_on=goes_on, points=spoken.points_to_text(asked))]
        if conversation is not None:
            last = said[-1]
            conversation.add(
                Turn(
                    last.query,
                    last.case,
                    tuple(last.people(corpus)),
                    last.slides,
                    last.figures,
                    last.item,
                    last.told,
                    last.years,
                    last.abstained,
                    tuple(sentence.text for sentence in last.sentences),
                )
            )
        return answer_of(question, said, 1000 * (time.perf_counter() - started))

    def find(
        self, question: str, scope: Scope | None = None, limit: int = MOST_RETRIEVED, *, internal: bool = True
    ) -> Found:
        """The slides that a question, or words of one, is likeliest to be answered by, at most `limit`; raises as `ask` does."""
        _check(question)
        with self._turns:
            corpus = self._corpora.current(internal=internal)
            query = understand(question, corpus)
            if scope is not None:
                query = query.within(scope, corpus.meetings)
            embedding = self._embedded(query.text)
            hits = ranked(query, find(query, embedding, corpus), corpus, embedding)
            hits = reread(query, hits, self._reranker) if self._reranker is not None else hits
            return Found(query.described(), found_slides(hits, corpus, limit))

    def _of_parts(self, resolved: str, turn: Turn | None, meetings: Sequence[MeetingKey], asking: Asking) -> list[Said]:
        """Each of the questions in a question answered; the question itself where a part finds nothing that may be none."""
        corpus = asking.corpus
        said: list[Said] = []
        found = parts(resolved)
        for part in found:
            before = said[-1] if said else None
            if before is not None:
                going_on = self._going_on.of_figures(part.question, [before.figures], before.query, asking)
                if going_on is not None:
                    said.append(going_on)
                    continue
            if before is not None and asks_who_it_is(part, before.told):
                # "…, og hva heter personen?": told already, unless no more than the organisation was.
                named = [person(member, before.query) for member in before.told]
                who = (
                    None
                    if before.people(corpus)
                    else from_told(before.query, Draft(tuple(named)), asking, self._archive.embedder)
                )
                said += [who] if who is not None else []
                continue
            if before is not None and told_with(part, before.told, corpus):
                continue
            people = before.people(corpus) if before else turn.people if turn else ()
            case = before.case if before else turn.case if turn else None
            part = part.of_year(before.years) if before else part
            if len(people) == 1 and before is not None and points_to_person(part.question):
                # "Hvem har den, og hva er tittelen hennes?": of the person told, whatever the case.
                part = replace(part, question=with_person(_IN_CASE.sub("", part.question), people[0]))
            part = _of_cases(part, before.told) if before is not None else part
            beside = self._beside_before(part, before, asking) if before is not None else None
            answer = beside or self._part(part, people, case, meetings, asking)
            # A language model, which is slow, is not asked the same again.
            whole = part.with_the_other if answer.abstained and not self.streams else None
            if whole is not None:
                again = self._part(whole, people, case, meetings, asking)
                if not again.abstained and has_own_word(part, again.told, corpus):
                    answer = again
            said.append(answer)
        if found[0].perhaps and any(answer.abstained for answer in said) and not self.streams:
            people, case = (turn.people, turn.case) if turn else ((), None)
            at_once = self._part(Part(resolved), people, case, meetings, asking)
            said = [at_once] if not at_once.abstained or said[0].abstained else said
        return said

    def _beside_before(self, part: Part, before: Said, asking: Asking) -> Said | None:
        """A later question of a question that says little of its own, answered from the slide that text has just answered the
        one before it from: "Hvor mange hoppet av, og hva var hovedgrunnen?".
        """
        corpus = asking.corpus
        query = understand(part.question, corpus, part, held=asking.held)
        if before.abstained or self.streams or not says_little(query, before.told, corpus):
            return None
        said = self._answered(of_slides(query, before.told, of_told=True), asking)
        again = {sentence.text for sentence in before.sentences}
        return None if said.abstained or all(each.text in again for each in said.sentences) else said

    def _part(
        self, part: Part, people: Sequence[str], case: str | None, meetings: Sequence[MeetingKey], asking: Asking
    ) -> Said:
        """Answer one question of a question; `people` and `case` are what the answer before it speaks of, `meetings` the one that
        the turn before does: it is asked first, where the question names none itself.
        """
        corpus, scope = asking.corpus, asking.scope
        query = understand(part.question, corpus, part, people, case, asking.held)
        query = replace(query, context=asking.context)
        within = query.within(scope, corpus.meetings) if scope is not None else query
        if meetings and not (within.meetings or within.cases or within.unknown_meeting):
            said = self._answered(replace(within, meetings=tuple(meetings)), asking)
            if not said.abstained:
                return said
        return self._answered(within, asking)

    def _admitting(
        self, asked: str, resolved: str, spoken: Conversation, held: tuple[MeetingKey, ...], corpus: Corpus
    ) -> Callable[[Draft], bool]:
        """What of the whole archive may answer a follow-up; a language model's sentences are passed on before that is known."""
        turn = spoken.last
        if turn is None or self.streams:
            return lambda draft: True
        as_said = understand(asked, corpus, held=held)
        follow_up = FollowUp(as_said, understand(resolved, corpus, held=held), turn, spoken.points_to_text(asked))
        return lambda draft: not says_again(as_said, draft, turn, corpus) and follow_up.admits(draft, corpus)

    def _answered(self, query: Query, asking: Asking) -> Said:
        corpus = asking.corpus
        started = time.perf_counter()
        embedding = self._embedded(query.text)
        embed_ms = 1000 * (time.perf_counter() - started)
        bundle = CouncilQueryBundle(query_str=query.text, embedding=embedding, query=query)
        told = Passing(asking.on_sentence)
        response = query_engine(corpus, self._llm, self._archive.embedder, told, self._reranker).query(bundle)
        if not isinstance(response, CouncilResponse) or response.draft is None:
            raise TypeError("the query engine gave no draft")
        draft = response.draft if asking.admits(response.draft) else not_found(response.hits)
        return held(
            query, draft, response.hits, Evidence.of(response.hits, corpus, self._archive.embedder), told, embed_ms
        )

    def corpus(self, *, internal: bool = True) -> Corpus:
        """What questions are answered from now, for other ways to search it. Raises EmptyArchiveError."""
        return self._corpora.current(internal=internal)


def _of_cases(part: Part, told: Sequence[Passage]) -> Part:
    """A later question of a question with the cases that the answer before lists for "dem": "…, og hva foreslås i dem?"."""
    cases = list(dict.fromkeys(row.case for row in told if row.case)) if all(map(_is_row, told)) else []
    named = with_things(part.question, listed([named_case(case) for case in cases])) if len(cases) > 1 else None
    return replace(part, question=named, before="", subjectless=False) if named is not None else part


def _is_row(passage: Passage) -> bool:
    return passage.kind is PassageKind.AGENDA


def _check(question: str) -> None:
    if not question.strip():
        raise UsageError("Spørsmålet er tomt. Skriv et spørsmål om møtene.")
    if len(question) > LONGEST_QUESTION:
        raise UsageError(
            f"Spørsmålet er for langt ({len(question)} tegn). Skriv det kortere, med høyst {LONGEST_QUESTION} tegn."
        )
