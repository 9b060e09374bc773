"""What of the passages fits into a language model's context window beside the rules, the question and the answer."""

from __future__ import annotations

from collections.abc import Mapping

from radsassistent.answers.model.prompts import prompt

# Characters that a token stands for, at least: of the February deck's passages of more than 150 characters 99 % have 2.0 or
# more with the vocabulary of Gemma 3 (median 3.1); figures and names take the most tokens. The model's own tokenizer is not
# known here, so that the estimate must hold for any.
CHARACTERS_PER_TOKEN = 2.0
# A passage of which less than this many characters would fit is left out.
LEAST_CHARACTERS = 80
# What is told of a fault when the model is asked once more, at most.
LONGEST_FAULT = 300


def asked(passages: Mapping[str, str], question: str, context_tokens: int, answer_tokens: int) -> tuple[str, list[str]]:
    """The prompt, and the codes of the passages in it. `passages` are shown in their order, by code.

    Rules and question are there whole, whatever the window; passages are cut off to fit. Room is left for two answers and for
    what is told in between, since the model may be asked once more.
    """
    template = prompt("answer")
    fixed = len(template.format(passages="", question=question)) + len(prompt("retry")) + LONGEST_FAULT
    room = int((context_tokens - 2 * answer_tokens) * CHARACTERS_PER_TOKEN) - fixed
    shown: dict[str, str] = {}
    for code, text in passages.items():
        if len(text) > room:
            text = _cut(text, room)
        if not text:
            break
        shown[code] = text
        room -= len(text) + 2
    return template.format(passages="\n\n".join(shown.values()), question=question), list(shown)


def _cut(text: str, room: int) -> str:
    """A passage up to the last whole word that fits; "" where that is next to nothing."""
    if room < LEAST_CHARACTERS:
        return ""
    return f"{text[: room - 2].rsplit(maxsplit=1)[0]} …"
