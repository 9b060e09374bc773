"""Rows of one name in several tables of a slide: a question that does not say which gets all of them."""

from __future__ import annotations

from collections.abc import Set

from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus


def equal_rows(row: Passage, asked: Set[str], corpus: Corpus) -> list[Passage]:
    """The rows of the same name and columns in other tables of the row's slide, where the question's terms (`asked`) name what
    the tables have in common and nothing that tells one from the other.

    "Sum" under "Helsenettet – knutepunkt" and under "Helsenettet – uten knutepunkt", asked for Helsenettet.
    """
    own = set(corpus.terms(row.data["caption"]))
    found = []
    for other in corpus.of_kind(PassageKind.TABLE_ROW):
        if (other.sha256, other.slide) != (row.sha256, row.slide) or other.data["table"] == row.data["table"]:
            continue
        alike = all(other.data[key] == row.data[key] for key in ("label", "under", "columns"))
        about = set(corpus.terms(other.data["caption"]))
        if alike and any(other.data["values"]) and own & about & asked and not (own ^ about) & asked:
            found.append(other)
    return found
