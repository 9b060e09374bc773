"""Model mode: a language model words the answer from the passages found; every sentence must cite one of them.

What it writes is taken apart into statements that are verified like any others. Asked once more if it breaks the rules;
if it still does, quote mode answers and says so.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass

from llama_index.core.base.llms.types import ChatMessage, MessageRole
from llama_index.core.llms import LLM

from radsassistent.answers.draft import Draft, Statement, Support, quotable
from radsassistent.answers.prompts import NO_ANSWER, prompt
from radsassistent.answers.verify import fault, slides_of
from radsassistent.archive import Passage
from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

logger = logging.getLogger(__name__)

# Passages that the model is given; E5's passages are at most some 220 words, so that eight fit any context window.
MOST_PASSAGES = 8
FELL_BACK = "Språkmodellen ga ikke et svar som lot seg kontrollere. Dette er hentet ordrett fra lysbildene:"
_CITED = re.compile(r"\s*((?:\[[\w\s,;]+\]\s*)+)([.!?]?)")
# A sentence that ends before another begins: not after an abbreviation, which a small letter or a number follows.
_NEXT_SENTENCE = re.compile(r"[.!?]\s+[A-ZÆØÅ]")
_NAME = re.compile(r"\b[A-ZÆØÅ][\w-]+(?:\s+[A-ZÆØÅ][\w-]+)+")
_DECIDED = re.compile(r"\b(vedtatt|vedtok|besluttet|vedteke|godkjent|decided|adopted)\b", re.IGNORECASE)
_CODE = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Fault:
    """Why an answer of the model cannot be used, in Norwegian, as it is told to the model."""

    reason: str


def worded(query: Query, hits: Sequence[Hit], corpus: Corpus, llm: LLM) -> Draft | None:
    """The model's answer as a draft; an abstaining one when it says that the passages do not tell.

    None when it broke the rules twice or could not be reached; the caller then answers in quote mode.
    """
    coded = {code(hit.passage): hit.passage for hit in hits[:MOST_PASSAGES]}
    passages = "\n\n".join(_shown(name, passage) for name, passage in coded.items())
    asked = prompt("answer").format(passages=passages, question=query.question)
    messages = [ChatMessage(role=MessageRole.USER, content=asked)]
    retrieved = slides_of(hits)
    for _ in range(2):
        try:
            said = llm.chat(messages).message.content or ""
        except Exception as error:  # each provider's client raises its own kinds; all mean: no model now
            logger.warning("Språkmodellen svarte ikke: %s", error)
            return None
        draft = _draft(said, coded, retrieved, corpus)
        if isinstance(draft, Draft):
            return draft
        logger.warning("Språkmodellens svar ble forkastet: %s", draft.reason)
        messages += [
            ChatMessage(role=MessageRole.ASSISTANT, content=said),
            ChatMessage(role=MessageRole.USER, content=prompt("retry").format(fault=draft.reason)),
        ]
    return None


def _overreach(said: Statement, corpus: Corpus) -> str | None:
    """Why a model's statement says more than its passages: a sentence without a code, a name or a decision not there."""
    if _NEXT_SENTENCE.search(said.text):
        return "en setning mangler kode for utdraget den bygger på"
    slides = "\n".join(corpus.slide_text(each.passage.sha256, each.passage.slide) for each in said.support)
    known = f"{slides}\n{' '.join(each.passage.embedded_text for each in said.support)}".casefold()
    for match in _NAME.finditer(said.text):
        if any(word.casefold() not in known for word in match[0].split()):
            return f"navnet {match[0]} står ikke på lysbildet"
    if _DECIDED.search(said.text) and not _DECIDED.search(slides):
        return "et forslag er kalt et vedtak"
    return None


def _shown(name: str, passage: Passage) -> str:
    """A passage as the model sees it: its code, where it stands, its context and its text."""
    place = f"{named_case(passage.case)}, lysbilde {passage.slide}" if passage.case else f"lysbilde {passage.slide}"
    return f"[{name}] ({passage.body} {passage.meeting}, {place})\n{passage.embedded_text}"


def code(passage: Passage) -> str:
    """An opaque code for a passage: five letters that say nothing of its rank, case or slide."""
    digest = hashlib.sha256(f"{passage.sha256}:{passage.id}".encode()).digest()
    return "".join("bcdfghjkmnpqrstvwxz"[byte % 19] for byte in digest[:5])


def _draft(said: str, coded: dict[str, Passage], retrieved: set[SlideKey], corpus: Corpus) -> Draft | _Fault:
    if _CITED.sub("", said).strip().rstrip(".") == NO_ANSWER:
        return Draft.abstaining("Det finner jeg ikke i dokumentene.")
    statements: list[Statement] = []
    rest = said.strip()
    while rest:
        match = _CITED.search(rest)
        text = " ".join(rest[: match.start()].split()) if match else rest
        if match is None or not text:
            return _Fault("en setning mangler kode for utdraget den bygger på.")
        codes = _CODE.findall(match[1])
        unknown = [name for name in codes if name not in coded]
        if unknown:
            return _Fault(f"koden {unknown[0]} finnes ikke blant utdragene.")
        ended = text if text.endswith((".", "!", "?")) else f"{text}{match[2] or '.'}"
        support = tuple(Support(coded[name], quotable(coded[name], corpus)) for name in dict.fromkeys(codes))
        statement = Statement(ended, support)
        wrong = _overreach(statement, corpus) or fault(statement, retrieved, corpus)
        if wrong is not None:
            return _Fault(f"{wrong}.")
        statements.append(statement)
        rest = rest[match.end() :].strip()
    return Draft(tuple(statements)) if statements else _Fault("svaret er tomt.")
