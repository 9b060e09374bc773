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
from radsassistent.answers.verify import Evidence, fault
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings import SlideKind
from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

logger = logging.getLogger(__name__)

# Passages that the model is given; E5's passages are at most some 220 words, so that eight fit any context window.
MOST_PASSAGES = 8
FELL_BACK = "Språkmodellen ga ikke et svar som lot seg kontrollere. Dette er hentet ordrett fra lysbildene:"
_CITED = re.compile(r"\s*((?:\[[\w\s,;]+\]\s*)+)([.!?]?)")
# A sentence that ends before another begins: not after an abbreviation, which a small letter or a number follows.
_NEXT_SENTENCE = re.compile(r"[.!?]\s+[A-ZÆØÅ]")
_PROPOSED = re.compile(
    r"\b(?:forslag\w*|foreslå\w*|føreslå\w*|framlegg\w*|innstill\w*|tilråd\w*|propos\w*)\b", re.IGNORECASE
)
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
    retrieved = Evidence.of(hits, corpus)
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
    """Why a model's statement says more than its passages: a sentence without a code, or what was proposed told as done."""
    if _NEXT_SENTENCE.search(said.text):
        return "en setning mangler kode for utdraget den bygger på"
    slides = "\n".join(corpus.slide_text(each.passage.sha256, each.passage.slide) for each in said.support)
    if _DECIDED.search(said.text) and not _DECIDED.search(slides):
        return "et forslag er kalt et vedtak"
    if all(_proposes(each.passage) for each in said.support) and not _PROPOSED.search(said.text):
        return "det står ikke at det som er gjengitt, er et forslag"
    return None


def _proposes(passage: Passage) -> bool:
    return passage.kind is PassageKind.PROPOSAL or passage.data.get("slide_kind") == SlideKind.PROPOSAL


def _shown(name: str, passage: Passage) -> str:
    """A passage as the model sees it: its code, where it stands, its context and its text."""
    place = f"{named_case(passage.case)}, lysbilde {passage.slide}" if passage.case else f"lysbilde {passage.slide}"
    return f"[{name}] ({passage.body} {passage.meeting}, {place})\n{passage.embedded_text}"


def code(passage: Passage) -> str:
    """An opaque code for a passage: five letters that say nothing of its rank, case or slide."""
    digest = hashlib.sha256(f"{passage.sha256}:{passage.id}".encode()).digest()
    return "".join("bcdfghjkmnpqrstvwxz"[byte % 19] for byte in digest[:5])


def _draft(said: str, coded: dict[str, Passage], retrieved: Evidence, corpus: Corpus) -> Draft | _Fault:
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
        wrong = _overreach(statement, corpus) or fault(statement, retrieved)
        if wrong is not None:
            return _Fault(f"{wrong}.")
        statements.append(statement)
        rest = rest[match.end() :].strip()
    return Draft(tuple(statements)) if statements else _Fault("svaret er tomt.")
