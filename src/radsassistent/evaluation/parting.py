"""Examples in parts, of which each is asked of what the others teach; and the turns of conversations, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from radsassistent.answers import Conversation
from radsassistent.evaluation.gold import Question


def parted(councils: Sequence[int], parts: int) -> list[int]:
    """The part, from 0 on, of each example, of which the council is known by a number. A council that is a small part of all goes
    into one of them as a whole; the questions about a large one are parted.
    """
    random = np.random.default_rng(0)
    of = np.array(councils)
    found = np.zeros(len(of), dtype=np.intp)
    for number, council in enumerate(dict.fromkeys(of.tolist())):
        mine = np.flatnonzero(of == council)
        large = len(mine) * parts > len(of)
        found[mine] = random.permutation(len(mine)) % parts if large else number % parts
    return [int(part) for part in found]


def turns_of_chats(questions: Sequence[Question]) -> Iterator[tuple[Question, str, Conversation]]:
    """The questions asked in conversations, in their order, each with its chat and that conversation so far.

    Whoever takes one asks it in there before the next.
    """
    conversations: dict[str, Conversation] = {}
    for question in questions:
        if question.chat is not None:
            chat = f"{question.meeting}:{question.chat}"
            yield question, chat, conversations.setdefault(chat, Conversation())
