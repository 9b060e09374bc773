"""What is asked of the assistant itself, not of the documents: to suggest a film, to write a poem, to reckon."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

# "Foreslå en god film til i kveld": what is to be made or found, up to what it is for.
_TO_DO = re.compile(
    r"^\W*(?:(?:kan|kunne|vil|can|could|would)\s+(?:du|you)\s+|vær\s+så\s+snill\s+(?:og|å)\s+)?(?:please\s+)?"
    r"(?:foreslå|føreslå|anbefal\w*|tilrå|tips\w*|skriv\w*|dikt\w*|lag\w*|oversett\w*|omset\w*|bestill\w*|book\w*|syng\w*|fortell\w*|fortel\w*|"
    r"suggest|recommend|write|make|translate|order|sing|tell)\s+(?:(?:meg|oss|me|us)\s+)?(?:(?:en|et|ei|ein|eit|a|an|some)\s+)(?:\w+\s+)?"
    r"(?P<thing>[^\W\d_]{3,})(?=\s*[?.!]*$|\s+(?:om|av|for|til|i|på|fra|frå|med|som|about|of|for|to|on|in)\b)",
    re.IGNORECASE,
)
# What the assistant does with the documents, whether or not they have the word.
_OF_ANSWERS = re.compile(
    r"^(?:oppsummer\w*|samandrag|sammendrag|liste|oversi[kg]t|tabell|punktliste|setning|linje|avsnitt|forklaring|summary|list|overview|table|sentence)",
    re.IGNORECASE,
)
_TO_RECKON = re.compile(
    r"\b\d+(?:[.,]\d+)?\s*(?:ganger|gonger|pluss|minus|delt\s+på|dividert\s+med|times|plus|divided\s+by|[*×+÷])\s*\d+(?:[.,]\d+)?",
    re.IGNORECASE,
)


def asked_of_the_assistant(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """That the documents do not tell it, where the assistant is to make or find a thing that they have no word of, or to reckon
    with numbers of the asker's own.
    """
    to_do = _TO_DO.search(query.question)
    if to_do is not None:
        thing = to_do["thing"]
        beyond = not _OF_ANSWERS.match(thing) and not any(corpus.lexical.has(term) for term in corpus.asked(thing))
    else:
        rest = _TO_RECKON.sub(" ", query.question)
        beyond = rest != query.question and not corpus.topic(rest)
    return Draft.abstaining("Det står ikke i dokumentene.") if beyond else None
