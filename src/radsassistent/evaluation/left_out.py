"""Rounds of gold questions that the cross-encoder does not learn from: what it says of them is as good as of anybody's."""

from __future__ import annotations

import re

# The questions of so many writers about February, a third of them in pairs of one that a slide answers and one that nothing does.
_LEFT_OUT = re.compile(r"tr-p\d|tr-pv|tr-q|tr-z|varied-z")


def is_left_out(question: str) -> bool:
    """Whether the cross-encoder has not learnt from a question, by its id; of the held-out councils it learns from none."""
    return _LEFT_OUT.match(question) is not None
