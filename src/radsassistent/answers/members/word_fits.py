"""What one word of a question says of members: whom of them it fits, and by what a list tells of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from radsassistent.answers.members.called import also_called, for_people
from radsassistent.answers.members.facts import is_always_said, is_generic
from radsassistent.answers.members.wording import LEADS, SAID, TITLE_WORD
from radsassistent.answers.members.words import (
    HEAD,
    ITSELF,
    KIND,
    LEGAL_SORTS,
    TAIL,
    Told,
    fitting,
)
from radsassistent.archive import Passage
from radsassistent.search.abbreviations import UNTELLING
from radsassistent.search.corpus import Corpus
from radsassistent.search.query import Query
from radsassistent.search.terms import stem

# A word of the lists is meant by another from this nearness on where no other comes within a third of it. Of 45 words for those
# whom members of three invented councils could sit for, 18 of them on the lists, 15 found theirs and 1 other somebody.
NEAR_ENOUGH, CLEARLY = 0.35, 1.5
# Members who are told of by the same word are as near.
NEAR = 0.98
_SHORTEST_NEAR = 5
_FROM_SORT = re.compile(
    r"\b(?:fra|frå|for|hos|from)\s+(?:the\s+)?(?:fylke|fylkes|kommun|departement|universitet|direktorat|sykehus|sjukehus|foretak|county|ministry|university|municipality)",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"(?:råds|utvalgs|utvals|styre|gruppe|nemnds?|komite|komité)?(?:medlem(?:met|mer|mene|mar|mane|ene|er)?)s?$|members?$"
)
# Several of a sort by its last word: "direktører" are "avdelingsdirektører" too.
_SEVERAL_OF_A_SORT = re.compile(
    r"(?:(?<!giv)(?<!gjev)(?<!led)(?<!lei)(?<!lær)(?<!plei)(?:er|ar)|ere|erar|arar|ene|ane)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class WordFits:
    """Fits the words of a question to the members of a pool. `labels` are the stems of what their lists call where they stand;
    with `best`, those whom a word fits best are meant, not all whom it fits.
    """

    text: str
    query: Query
    pool: Sequence[Passage]
    corpus: Corpus
    labels: Set[str]
    best: bool
    in_title: bool

    def is_untelling(self, forms: Sequence[str]) -> bool:
        """Whether a word tells no organisation from another: "IKT", "Norge"."""
        word = forms[0]
        told = self.in_title or word in LEGAL_SORTS or for_people(word)
        return not told and stem(forms[-1]) in UNTELLING

    def of_untelling(self, forms: Sequence[str]) -> Mapping[Told, list[Passage]]:
        """Those whom such a word may tell from the others of one organisation: who works with "IKT"."""
        of_word = fitting(forms, self.pool, self.corpus, [Told.ORGANISATION, Told.TITLE], ITSELF).values()
        return {Told.TITLE: [m for m in self.pool if any(m in found for found in of_word)]}

    def always_said(self, forms: Sequence[str]) -> bool:
        """Whether a word may be in every question about members, also with a slip of the pen."""
        return self._generic(forms) or any(is_generic(stem(form)) for form in forms)

    def of(self, forms: Sequence[str], *, grouped: bool) -> Mapping[Told, list[Passage]]:
        """Whom a word says anything of; a word that names a group, or is in every question, only by the roles that are called
        so.
        """
        generic = self._generic(forms)
        fits = {} if _MEMBER.match(forms[0]) else self._by_itself(forms, generic=generic, grouped=grouped)
        others = also_called(forms) if not grouped and (not generic or self._sat_for(forms[0])) else ()
        if others and (of_standing := fitting(others, self.pool, self.corpus, [Told.DETAIL], ITSELF)):
            # Who stands in a list's column of employees sits for them, whatever the names of the unions.
            return of_standing
        if not fits and others:
            kinds = [Told.ROLE, Told.ORGANISATION, Told.TITLE]
            fits = fitting(others, self.pool, self.corpus, kinds, TAIL, best=False)
        if not fits and self._from_sort(forms[0]):
            # "Fra fylket" is from what is called so, however often it is said.
            fits = fitting(forms, self.pool, self.corpus, [Told.ORGANISATION], ITSELF)
        if not (fits or others or grouped or self.always_said(forms)):
            fits = self._nearest(forms)
        return fits

    def _by_itself(self, forms: Sequence[str], *, generic: bool, grouped: bool) -> Mapping[Told, list[Passage]]:
        kinds = self._kinds(forms[0], generic=generic, grouped=grouped)
        least = ITSELF if generic else HEAD if grouped else KIND
        fits = fitting(forms, self.pool, self.corpus, kinds, least, best=self.best and not self.in_title)
        if self.best and set(fits) == {Told.TITLE} and _SEVERAL_OF_A_SORT.search(forms[0]):
            fits = fitting(forms, self.pool, self.corpus, [Told.TITLE], TAIL, best=False)
        if fits and for_people(forms[0]):
            # "IKT-folk" are those who work with it and those who come from such an organisation.
            fits = {Told.TITLE: [m for m in self.pool if any(m in found for found in fits.values())]}
        return fits

    def _kinds(self, word: str, *, generic: bool, grouped: bool) -> list[Told]:
        """By what a word may fit."""
        if grouped or (generic and LEADS.fullmatch(word) is None):
            return [Told.ROLE]
        if generic:
            return [Told.ROLE, Told.TITLE]
        if self.in_title:
            return [Told.TITLE]
        return [kind for kind in Told if kind is not Told.NAME or not self.query.people]

    def _generic(self, forms: Sequence[str]) -> bool:
        said = (is_always_said(stem(form)) or form in SAID or _MEMBER.match(form) for form in forms)
        return any(said) or any(stem(form) in self.labels for form in forms)

    def _sat_for(self, word: str) -> bool:
        """Whether somebody is said to sit for whom a word names: "for de ansatte"."""
        of_whom = rf"\b(?:for|av|vegner?\s+av|representer\w*)\s+(?:(?:alle|de|dei|the)\s+)?{re.escape(word)}"
        return re.search(of_whom, self.text, re.IGNORECASE) is not None

    def _from_sort(self, word: str) -> bool:
        from_it = rf"\b(?:fra|frå|for|hos|from)\s+(?:the\s+)?{re.escape(word)}"
        return _FROM_SORT.search(self.text) is not None and re.search(from_it, self.text, re.IGNORECASE) is not None

    def _nearest(self, forms: Sequence[str]) -> Mapping[Told, list[Passage]]:
        """The members of the one organisation that comes nearest in meaning to a word that no list has; nobody for a name or a
        title, for what the documents themselves speak of by that word, or where others come nearly as near.
        """
        word, pool = forms[0], self.pool
        named = re.search(rf"\b{re.escape(word)}", self.query.question) is None
        told_elsewhere = any(self.corpus.lexical.has(stem(form)) for form in forms)
        if named or told_elsewhere or TITLE_WORD.fullmatch(word) or not pool or len(word) < _SHORTEST_NEAR:
            return {}
        near = self.corpus.word_space.nearest(forms, pool)[0].max(axis=1)
        best = float(near.max())
        found = [member for member, nearness in zip(pool, near, strict=True) if nearness >= NEAR * best]
        others = [float(nearness) for member, nearness in zip(pool, near, strict=True) if member not in found]
        one = len({member.data["organisation"] or member.data["name"] for member in found}) == 1
        if best < NEAR_ENOUGH or not one or max(others, default=0.0) * CLEARLY > best:
            return {}
        return {Told.ORGANISATION: found}
