"""A follow-up to what text has just told, answered by the slides that told it, and what may not answer it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.answers.draft import Draft
from radsassistent.answers.named_things import lacks_a_name
from radsassistent.answers.text.form import ASKS_MONEY, MONEY, has_form
from radsassistent.answers.text.open_answers import open_answer, said_of
from radsassistent.answers.turns.spoken_of import OF_RECORDS, told_by_text
from radsassistent.archive import Passage, PassageKind
from radsassistent.archive.parts import telling_words
from radsassistent.meetings.bodies import bodies_in
from radsassistent.search.answer_types import TYPES
from radsassistent.search.case_beside import NUMBERED
from radsassistent.search.conversation import is_fragment
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import topic
from radsassistent.search.figures import own_words
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.rank import nothing
from radsassistent.search.swapped import asks_place_or_reason, is_bare
from radsassistent.search.terms import begins_alike
from radsassistent.search.turn import Turn

# One passage answers where it has at least this share of the chance of all on the slides just told, and it is not likelier than
# NOTHING that none does; with a word of the question in it up to NOTHING_WITH_WORD. Of 74 follow-ups to text over the February
# deck 30 of the 36 that the likeliest passage of those slides answers are told by SHARE and NOTHING, and 9 of the 38 others, so
# that what is asked for must be there too.
SHARE = 0.5
NOTHING = 0.6
NOTHING_WITH_WORD = 0.9
# A question of more words than this says what it is about.
MOST_WORDS = 10
# What must stand in an answer to a question for it; the others of TYPES are told in too many ways.
_DEMANDED = frozenset({"span", "share", "place", "day"})
_WHERE_IT_STANDS = re.compile(
    r"\b(?:står|stod|sto|finner|finn|leser|les|lysbilde\w*|side\w*|kilde\w*|kjelde\w*|slide|stand|says?|source)\b",
    re.IGNORECASE,
)
# "Er det mye?": no document tells.
_JUDGED = re.compile(
    r"^\s*(?:og\s+|men\s+)?(?:er|var|blir|is|was)\s+(?:det|dette|de|dei|it|that)\s+(?:ikke\s+|ikkje\s+)?(?:veldig\s+|ganske\s+|så\s+)?"
    r"(?:mye|mykje|mange|lite|få|bra|dårlig|dårleg|høyt|høgt|lavt|lågt|normalt|vanlig|vanleg|dyrt|billig|billeg|nok|much|many|good|bad|normal)\s*\??$",
    re.IGNORECASE,
)
_ASKS_PLACE, PLACE = next((kind.asked, kind.told) for kind in TYPES if kind.name == "place")
WHY = re.compile(r"\b(?:hvorfor|kvifor|why|årsak\w*|grunn(?:en)?)\b", re.IGNORECASE)
# What stands in the way, or what comes of what: that is how slides, which rarely say "fordi", tell a reason.
REASON = re.compile(
    r"\b(?:fordi|derfor|difor|på\s+grunn\s+av|skyldes|skuldast|årsak\w*|ettersom|som\s+følge\s+av|som\s+følgje\s+av|avheng\w*|forutset\w*|krev\w*|"
    r"(?:u|ikke\s+|ikkje\s+)(?:avklar\w*|løs\w*|klar\w*|sikker\w*)|usikker\w*|mangl\w*|behov\s+for|utfordr\w*|forsink\w*|ventar?|venter|risiko\w*|problem\w*|"
    r"hind\w*|barriere\w*|kapasitet\w*|for\s+(?:lite|få|lav|dårlig)|begrens\w*|avgrens\w*|bekymr\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question after a turn: `asked` as it was said, `resolved` with what it took over from the turns before."""

    asked: Query
    resolved: Query
    turn: Turn
    points_back: bool

    @property
    def is_bare(self) -> bool:
        """Whether it names nothing and has no word that tells what it is about: it can be about what was told alone."""
        named = (*self.resolved.cases, *self.resolved.people, *self.resolved.slides, *self.resolved.meetings)
        return not (named or self.resolved.cues & OF_RECORDS) and not own(self.resolved.text)

    def admits(self, draft: Draft, corpus: Corpus) -> bool:
        """Whether what the whole archive answers may be meant: not what was told just now where more is asked for; nor what other
        slides say where the question has no word of its own, or points back and they say nothing of what was spoken of.
        """
        if draft.abstained:
            return True
        if not self.turn.told:
            # Nothing was told: what names nothing itself is about nothing.
            return not self.is_bare
        if _JUDGED.match(self.asked.text):
            return False
        if is_bare(self.asked.text) and (self.turn.abstained or not self._has_form(draft, corpus)):
            # "Når da?" of what was not found is not of anything else.
            return False
        passages = [support.passage for said in draft.statements for support in said.support]
        if self._is_of_another(draft, passages, corpus) or self._lacks_place(passages):
            # "When is the next meeting?" – "And where will that be held?": what was told tells no place.
            return False
        if not (told_by_text(self.turn) or self.turn.figures):
            return True
        return not self.repeats(passages) and self._is_meant(passages, corpus)

    def _has_form(self, draft: Draft, corpus: Corpus) -> bool:
        """Whether what answers a bare "hvor?" or "hvorfor?" tells a place that is no council, or a reason."""
        passages = [support.passage for said in draft.statements for support in said.support]
        if WHY.search(self.asked.text):
            return any(REASON.search(passage.text) for passage in passages)
        if asks_place_or_reason(self.asked.text):
            return any(p.kind is PassageKind.MEETING or PLACE.search(without_bodies(p.text)) for p in passages)
        return fits(self.resolved, draft, corpus)

    def _is_of_another(self, draft: Draft, passages: Sequence[Passage], corpus: Corpus) -> bool:
        """Whether a draft is of another thing than the one named ("enn Holmen da?") or numbered ("i uke 17?"), or tells figures
        where it is asked why a figure is as it is.
        """
        of_reason = bool(self.turn.figures) and WHY.search(self.asked.text) is not None
        return (
            _numbered_otherwise(self.resolved.text, passages)
            or (is_fragment(self.asked.question) and lacks_a_name(self.asked, draft, corpus))
            or (of_reason and not _tells_reason(passages))
        )

    def _lacks_place(self, passages: Sequence[Passage]) -> bool:
        """Whether a place of what was told is asked for, and the texts that answer tell none."""
        asked = self.asked.text
        if not _ASKS_PLACE.search(asked) or _WHERE_IT_STANDS.search(asked):
            return False
        told = {passage.id for passage in passages} <= {passage.id for passage in self.turn.told}
        texts = all(each.kind in (PassageKind.UNIT, PassageKind.SLIDE) for each in passages)
        placed = any(PLACE.search(without_bodies(each.text)) for each in passages)
        return (told or self.points_back) and texts and not placed

    def _is_meant(self, passages: Sequence[Passage], corpus: Corpus) -> bool:
        """Whether what other slides say may be meant."""
        if self.resolved.cues & OF_RECORDS or all((p.sha256, p.slide) in self.turn.slides for p in passages):
            return True
        if self.is_bare:
            return False
        spoken_of = set(own(self.turn.query.text))
        of_records = any(p.kind not in (PassageKind.UNIT, PassageKind.SLIDE, PassageKind.TABLE_ROW) for p in passages)
        if not self.points_back or of_records:
            return True
        return any(_slide_has(word, each, corpus) for word in spoken_of for each in passages)

    def repeats(self, passages: Sequence[Passage]) -> bool:
        """Whether all passages were told just now, and the question asks for something else but not in words of its own."""
        told = {passage.id for passage in self.turn.told}
        says_what = own(self.asked.text) or self.asked.years or self.asked.cases or self.asked.people
        return (
            told_by_text(self.turn)
            and not says_what
            and not self.asked.cues & OF_RECORDS
            and all(passage.id in told for passage in passages)
            and not _WHERE_IT_STANDS.search(self.asked.text)
            # "Når?", "Hvor mange er det?": the same may well tell that too.
            and not (is_bare(self.asked.text) and not WHY.search(self.asked.text))
        )


def _numbered_otherwise(question: str, passages: Sequence[Passage]) -> bool:
    """Whether rows are called by other numbers than the one asked for: "uke 17" by "Uke 13"."""
    asked = {(match["what"].lower(), match["number"]) for match in NUMBERED.finditer(question)}
    rows = [str(each.data["label"]) for each in passages if each.kind is PassageKind.TABLE_ROW]
    called = [{(match["what"].lower(), match["number"]) for match in NUMBERED.finditer(label)} for label in rows]
    return len(asked) == 1 and len(rows) == len(passages) > 0 and all(each and not each & asked for each in called)


def _tells_reason(passages: Sequence[Passage]) -> bool:
    """Whether passages are more than the figures of tables without a word of what leads to what."""
    rows = all(each.kind is PassageKind.TABLE_ROW for each in passages)
    return not rows or any(REASON.search(f"{each.data['caption'] or ''} {each.text}") for each in passages)


def without_bodies(text: str) -> str:
    """A text without the names of bodies in it: "møte i Havnerådet" tells no place."""
    for body in bodies_in(text):
        text = text.replace(body, " ")
    return text


def own(text: str) -> list[str]:
    """The words of a question that tell what it is about."""
    known = set(own_words(text))
    return [word for word in telling_words(topic(text)) if word in known]


def may_go_on(question: str, turn: Turn) -> bool:
    """Whether a question may go on with the slides just told: they told it by text, or a reason for a figure is asked for."""
    return told_by_text(turn) or bool(turn.figures and WHY.search(question))


def is_of_told(query: Query, turn: Turn, corpus: Corpus, *, wholly: bool = False) -> bool:
    """Whether the slides just told have all words of a question that any slide has; `wholly`: all that it has."""
    told = frozenset(form for passage in turn.told for form in corpus.slide_terms(passage))
    forms = [corpus.asked(word) for word in own(query.text)]
    known = [asked for asked in forms if wholly or any(corpus.lexical.has(form) for form in asked)]
    return all(any(form in told or begins_alike(form, told) for form in asked) for asked in known)


def on_told_slides(query: Query, hits: Sequence[Hit], turn: Turn, corpus: Corpus) -> Draft | None:
    """What one passage of the slides just told answers to a question that goes on from them; None where none is by far the
    likeliest, has the form that is asked for, and is not what was told.

    `hits` are those of `query`, which is asked of these slides alone.
    """
    if query.unknown_names or len(query.text.split()) > MOST_WORDS:
        return None
    if not told_by_text(turn):
        # What a slide says beside its table may tell why a figure is as it is, nothing else.
        return _reason(query, hits, turn, corpus) if turn.figures and WHY.search(query.text) else None
    return _likeliest(query, hits, turn, corpus) or (
        _reason(query, hits, turn, corpus) if WHY.search(query.text) else None
    )


def _likeliest(query: Query, hits: Sequence[Hit], turn: Turn, corpus: Corpus) -> Draft | None:
    total = sum(hit.chance for hit in hits)
    units = [hit for hit in hits if hit.passage.kind is PassageKind.UNIT and hit.chance > 0]
    words = own(query.text)
    best = max(units, key=lambda hit: hit.chance, default=None)
    if best is None or best.chance < SHARE * total or not has_what_is_asked(query, best.passage, corpus):
        return None
    if best.passage.id in {passage.id for passage in turn.told} and not words:
        return None
    shared = any(has(word, best.passage, corpus) for word in words)
    if nothing(hits) > (NOTHING_WITH_WORD if shared else NOTHING):
        return None
    return open_answer(
        query, [best, *(hit for hit in units if hit is not best and hit.chance >= SHARE * best.chance)], corpus
    )


def named_on_told_slides(query: Query, units: Sequence[Passage], turn: Turn, corpus: Corpus) -> Draft | None:
    """The one passage of the slides just told that has all the words of a fragment: "og i vest?"."""
    words = own(query.text)
    told = {passage.id for passage in turn.told}
    found = [
        unit
        for unit in units
        if unit.kind is PassageKind.UNIT and words and all(has(word, unit, corpus) for word in words)
    ]
    if len(found) != 1 or found[0].id in told or query.unknown_names or not told_by_text(turn):
        return None
    hit = Hit(found[0], 1.0, 1.0, 0.0, 0.0)
    return open_answer(query, [hit], corpus) if has_what_is_asked(query, found[0], corpus) else None


def fits(query: Query, draft: Draft, corpus: Corpus) -> bool:
    """Whether a draft has what a question asks for: a sum of money, a share, a place, a reason."""
    passages = [support.passage for said in draft.statements for support in said.support]
    return any(
        passage.kind is not PassageKind.UNIT or has_what_is_asked(query, passage, corpus) for passage in passages
    )


def _reason(query: Query, hits: Sequence[Hit], turn: Turn, corpus: Corpus) -> Draft | None:
    """ "Hvorfor det?": what stands in the way of, or leads to, what was told, on the same slide."""
    told = {passage.id for passage in turn.told}
    spoken_of = {term for passage in turn.told for term in corpus.terms(passage.text)} | set(
        corpus.asked(turn.query.text)
    )
    reasons = [
        hit
        for hit in hits
        if hit.passage.kind is PassageKind.UNIT and hit.passage.id not in told and REASON.search(hit.passage.text)
    ]
    shared = {
        hit.passage.id: sum(
            corpus.lexical.weight(term) for term in set(corpus.terms(hit.passage.text)) if begins_alike(term, spoken_of)
        )
        for hit in reasons
    }
    best = max(reasons, key=lambda hit: shared[hit.passage.id], default=None)
    return Draft((said_of(best.passage, query),)) if best is not None and shared[best.passage.id] > 0 else None


def has(word: str, passage: Passage, corpus: Corpus) -> bool:
    """Whether a passage has a word, in any form or language, or one that begins alike."""
    text = {
        *corpus.terms(passage.text),
        *(term for above in passage.data["under"] for term in corpus.terms(str(above))),
    }
    return any(form in text or begins_alike(form, text) for form in corpus.asked(word))


def _slide_has(word: str, passage: Passage, corpus: Corpus) -> bool:
    """Whether a passage's slide has a word in any form."""
    slide = corpus.slide_terms(passage)
    return any(form in slide or begins_alike(form, slide) for form in corpus.asked(word))


def has_what_is_asked(query: Query, passage: Passage, corpus: Corpus) -> bool:
    """Whether a passage has what is asked for: a sum of money, a share, a place, a span of time, the year."""
    text = " ".join((*map(str, passage.data["under"]), passage.text))
    demanded = (kind for kind in TYPES if kind.name in _DEMANDED and kind.asked.search(query.text))
    if query.wanted in (Wanted.NUMBER, Wanted.TEXT) and ASKS_MONEY.search(query.text) and not MONEY.search(text):
        return False
    if WHY.search(query.text) and not REASON.search(text):
        return False
    return has_form(query, passage, corpus) and all(
        kind.told.search(without_bodies(text) if kind.name == "place" else text) for kind in demanded
    )
