"""Titles that are sentences of their own: "Telttaket settes opp i 2031" answers when it is put up."""

from __future__ import annotations

from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.archive import PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.passage_facts import has_time
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import begins_alike

# A title that shares fewer words than this with the question may speak of anything about it.
LEAST_WORDS = 2


def told_by_title(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The one title that has all words of what a question is about and a time, where that is asked for."""
    if query.wanted is not Wanted.TIME or query.unknown_names:
        return None
    topic = corpus.topic(query.asked)
    if len(topic) < LEAST_WORDS:
        return None
    found: dict[str, Hit] = {}
    for hit in hits:
        title = str(hit.passage.data.get("title") or "")
        if hit.passage.kind is not PassageKind.SLIDE or title in found:
            continue
        said = set(corpus.terms(title))
        if has_time(title) and all(term in said or begins_alike(term, said) for term in topic):
            found[title] = hit
    if len(found) != 1:
        return None
    title, hit = next(iter(found.items()))
    stop = "" if title.endswith((".", "?", "!")) else "."
    return Draft((Statement(f"{title}{stop}", (Support(hit.passage, title),)),))
