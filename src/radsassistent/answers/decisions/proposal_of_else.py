"""Whether a proposal that is likeliest is of something else than what is asked: the archive speaks of that in other cases."""

from __future__ import annotations

from collections.abc import Sequence

from radsassistent.answers.agenda.case_meant import key_of
from radsassistent.answers.agenda.rows import with_parts
from radsassistent.answers.decisions.proposal_of_case import UNTELLING_OF_CASES
from radsassistent.answers.draft import Draft
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.rank import nothing

# One word alone may be called otherwise in the proposal.
_LEAST_WORDS = 2
# The archive has so much more (0 to 1) of what is asked than the slides of the case have.
_MORE = 0.1
# Where the documents surely tell what is asked, they tell it in other words. Of 780 proposals told by 9,600 questions about
# February and 11 other councils, those of which all of this holds were right in 1 and wrong in 7.
_SURELY_TOLD = 0.1


def is_of_else(query: Query, draft: Draft, hits: Sequence[Hit], corpus: Corpus) -> bool:
    """Whether a draft tells proposals that have no word of what a question is about, nor has the title of their case, while the
    archive has some that their cases' slides have not.
    """
    of = {support.passage.id: support.passage for said in draft.statements for support in said.support}
    if not of or any(passage.kind is not PassageKind.PROPOSAL for passage in of.values()):
        return False
    if query.cases or query.slides or query.people or query.of_told or nothing(hits) < _SURELY_TOLD:
        return False
    topic = corpus.topic(query.asked, UNTELLING_OF_CASES)
    if len(topic) < _LEAST_WORDS:
        return False
    own = {term for proposal in of.values() for term in _record(proposal, corpus)}
    if covered(topic, with_parts(topic, own, corpus)) > 0:
        return False
    keys = {key_of(proposal) for proposal in of.values()}
    beside = {term for p in corpus.passages if key_of(p) in keys for term in corpus.terms(p.embedded_text)}
    known = {term for term in topic if corpus.lexical.has(term)}
    return covered(topic, known) > covered(topic, with_parts(topic, own | beside, corpus)) + _MORE


def _record(proposal: Passage, corpus: Corpus) -> set[str]:
    """The terms of a proposal and of the title of its case."""
    titles = (
        str(item.data["title"]) for item in corpus.of_kind(PassageKind.AGENDA) if key_of(item) == key_of(proposal)
    )
    return set(corpus.terms(" ".join((proposal.embedded_text, *titles))))
