"""Model mode: a language model words the answer from the passages found; every sentence must cite one of them.

What it writes is taken apart while it comes; each sentence that is complete and verified is passed on at once, each that
fails is left out and counted. Where nothing holds it is asked once more; if still nothing does, quote mode answers and says so.
"""

from __future__ import annotations

import hashlib
import logging
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from llama_index.core.base.llms.types import ChatMessage, ChatResponse, MessageRole
from llama_index.core.llms import LLM

from radsassistent.answers.answer import Sentence
from radsassistent.answers.draft import Draft, Statement, Support, quotable
from radsassistent.answers.model.cited_sentences import CitedSentence, CitedSentences
from radsassistent.answers.model.context_window import LONGEST_FAULT, asked
from radsassistent.answers.model.prompts import NO_ANSWER, prompt
from radsassistent.answers.verification.verify import Evidence, fault, sentence
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings import SlideKind
from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import words

logger = logging.getLogger(__name__)

OnSentence = Callable[[Sentence], None]
"""Called with each sentence of an answer as soon as it is complete and verified."""

# Passages that the model is given at most; fewer where the context window is small.
MOST_PASSAGES = 8
TRIES = 2
FELL_BACK = "Språkmodellen ga ikke et svar som lot seg kontrollere. Dette er hentet ordrett fra lysbildene:"
BROKEN_OFF = "Språkmodellens svar ble brutt av, så det kan mangle noe."
# An endpoint that does not keep to its number of tokens is stopped after so many characters a token.
MOST_CHARACTERS_PER_TOKEN = 12
# A sentence that ends before another begins: not after an abbreviation, which a small letter or a number follows.
_NEXT_SENTENCE = re.compile(rf"[.!?]\s+{CAPITAL}")
_PROPOSED = re.compile(
    r"\b(?:forslag\w*|foreslå\w*|føreslå\w*|framlegg\w*|innstill\w*|tilråd\w*|propos\w*)\b", re.IGNORECASE
)
# A bare yes or no is borne out by nothing, whatever stands on the slide.
_ASSENT = frozenset("ja jo nei jau yes no ok det er riktig rett stemmer this is right correct".split())
_DECIDED = re.compile(r"\b(vedtatt|vedtok|besluttet|vedteke|godkjent|decided|adopted)\b", re.IGNORECASE)


@dataclass
class Worded:
    """What a model's answer came to: the statements that hold, and how many did not. `draft` is None where none holds."""

    statements: list[Statement] = field(default_factory=list)
    rejected: int = 0
    abstained: bool = False

    @property
    def draft(self) -> Draft | None:
        if self.abstained:
            return Draft(Draft.abstaining("Det finner jeg ikke i dokumentene.").statements, True, self.rejected)
        return Draft(tuple(self.statements), rejected=self.rejected, worded=True) if self.statements else None


def worded(query: Query, hits: Sequence[Hit], evidence: Evidence, llm: LLM, on_sentence: OnSentence) -> Worded:
    """The model's answer; an abstaining one when it says that the passages do not tell.

    `on_sentence` is called with each sentence once it is verified. Without a draft the model wrote nothing that holds, twice,
    or could not be reached; the caller then answers in quote mode. The model's own limits are in its metadata.
    """
    coded = {code(hit.passage): hit.passage for hit in hits[:MOST_PASSAGES]}
    shown = {name: _shown(name, passage) for name, passage in coded.items()}
    limits = llm.metadata
    text, given = asked(shown, query.question, limits.context_window, max(0, limits.num_output))
    reading = _Reading({name: coded[name] for name in given}, evidence, on_sentence)
    messages = [ChatMessage(role=MessageRole.USER, content=text)]
    for _ in range(TRIES):
        said, hearing = CitedSentences(), _Hearing(llm)
        for piece in hearing.pieces(messages):
            reading.take(said.fed(piece))
        left = said.ended()
        reading.take(left if hearing.broken is None else (each for each in left if each.codes))
        if hearing.broken is not None:
            logger.warning("Språkmodellen svarte ikke: %s", hearing.broken)
            if reading.result.statements:
                reading.result.statements.append(Statement(BROKEN_OFF))
            return reading.result
        if reading.result.draft is not None:
            return reading.result
        logger.warning("Språkmodellens svar ble forkastet: %s", reading.fault)
        messages += [
            ChatMessage(role=MessageRole.ASSISTANT, content=said.said),
            ChatMessage(role=MessageRole.USER, content=prompt("retry").format(fault=reading.fault[:LONGEST_FAULT])),
        ]
    return reading.result


@dataclass
class _Hearing:
    """One answer of a model as it comes. `broken` is why it ended before it was whole, in Norwegian; None while all is well.

    The model's `timeout` (seconds, where it has one) is its client's for each wait, and here for the answer from its first word.
    """

    llm: LLM
    broken: str | None = None

    def pieces(self, messages: Sequence[ChatMessage]) -> Iterator[str]:
        """The pieces of text; ends without an exception whatever the client meets."""
        limit = self.llm.metadata.num_output
        most = MOST_CHARACTERS_PER_TOKEN * limit if limit > 0 else float("inf")
        seconds = getattr(self.llm, "timeout", None) or float("inf")
        first, length, reason = None, 0, None
        try:
            for response in self.llm.stream_chat(messages):
                first = first or time.monotonic()
                piece = response.delta or ""
                length += len(piece)
                yield piece
                reason = _finish_reason(response) or reason
                if time.monotonic() - first > seconds or length > most:
                    reason = "length"
                    break
        except Exception as error:  # each provider's client raises its own kinds; all mean: no model now
            self.broken = str(error) or type(error).__name__
            return
        if first is None:
            self.broken = "svaret var tomt"
        elif reason == "length":
            self.broken = "svaret ble lengre, eller tok lengre tid, enn det skulle"
        elif reason is None:
            self.broken = "forbindelsen ble brutt"


# Of a client that does not hand on why an answer ended.
_UNTOLD = "untold"


def _finish_reason(response: ChatResponse) -> str | None:
    """Why an OpenAI-compatible answer ended, in its last piece; None before."""
    choices = getattr(response.raw, "choices", None)
    if choices is None:
        return _UNTOLD
    return next((choice.finish_reason for choice in choices if choice.finish_reason), None)


@dataclass
class _Reading:
    """Verifies a model's sentences one by one; `fault` is what was wrong with the last one that failed, in Norwegian."""

    coded: dict[str, Passage]
    evidence: Evidence
    on_sentence: OnSentence
    result: Worded = field(default_factory=Worded)
    fault: str = "svaret er tomt."

    def take(self, sentences: Iterator[CitedSentence]) -> None:
        """Keep and pass on those that hold."""
        for each in sentences:
            if each.text.strip(" .") == NO_ANSWER:
                self.result.abstained = not self.result.statements
                continue
            said, wrong = self._statement(each)
            if said is None or wrong is not None:
                self.fault = f"{wrong}."
                self.result.rejected += 1
                logger.warning("Utsagn forkastet (%s): %s", wrong, each.text)
            elif not self.result.abstained:
                self.result.statements.append(said)
                self.on_sentence(sentence(said))

    def _statement(self, each: CitedSentence) -> tuple[Statement | None, str | None]:
        if not each.codes or not each.text:
            return None, "en setning mangler kode for utdraget den bygger på"
        unknown = [name for name in each.codes if name not in self.coded]
        if unknown:
            return None, f"koden {unknown[0]} finnes ikke blant utdragene"
        corpus = self.evidence.corpus
        support = tuple(Support(self.coded[name], quotable(self.coded[name], corpus)) for name in each.codes)
        said = Statement(each.text, support)
        return said, _overreach(said, corpus) or fault(said, self.evidence)


def _overreach(said: Statement, corpus: Corpus) -> str | None:
    """Why a model's statement says more than its passages: a sentence without a code, or what was proposed told as done."""
    if _NEXT_SENTENCE.search(said.text):
        return "en setning mangler kode for utdraget den bygger på"
    if not set(words(said.text)) - _ASSENT:
        return "setningen sier ikke hva den gjelder"
    slides = "\n".join(corpus.slide_text(each.passage.sha256, each.passage.slide) for each in said.support)
    if _DECIDED.search(said.text) and not _DECIDED.search(slides):
        return "et forslag er kalt et vedtak"
    if all(_proposes(each.passage) for each in said.support) and not _PROPOSED.search(said.text):
        return "det står ikke at det som er gjengitt, er et forslag"
    return None


def _proposes(passage: Passage) -> bool:
    return passage.kind is PassageKind.PROPOSAL or passage.data.get("slide_kind") == SlideKind.PROPOSAL


def _shown(name: str, passage: Passage) -> str:
    """A passage as the model sees it: its code, where it stands, its context and its text.

    Its own brackets are made round, so that nothing in a document looks like a code.
    """
    place = f"{named_case(passage.case)}, lysbilde {passage.slide}" if passage.case else f"lysbilde {passage.slide}"
    text = passage.embedded_text.translate(_ROUND)
    return f"[{name}] ({passage.body} {passage.meeting}, {place})\n{text}"


_ROUND = str.maketrans("[]", "()")


def code(passage: Passage) -> str:
    """An opaque code for a passage: five letters that say nothing of its rank, case or slide."""
    digest = hashlib.sha256(f"{passage.sha256}:{passage.id}".encode()).digest()
    return "".join("bcdfghjkmnpqrstvwxz"[byte % 19] for byte in digest[:5])
