"""Figures of tables that a conversation speaks of, and whether a question only reckons with them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radsassistent.archive import Passage
from radsassistent.search.relative_years import years_away
from radsassistent.search.terms import STOP_WORDS, stem, words

_YEAR = re.compile(r"(?:19|20)\d\d")
# The words of a question that asks no more than to reckon with what was just said.
_RECKONING = frozenset(
    stem(word)
    for word in (
        "hva hvor mye kor mykje mange når hvilket hvilken kva for er var det den da så altså blir ble vart og i på fra frå "
        "til av med seg har hadde kan du si jeg lurer enn som alle hele heile noe gang kommer kom egentlig forresten nå no "
        "prosent prosentpoeng prosentvis opp ned mer meir mindre flere fleire færre øker økte økt økning økningen auke auka "
        "aukar auken vokser vokste vokst vekst veksten stiger steg steget stige synker sank sunket falt faller falle gått "
        "går gikk nedgang nedgangen endring endringen endrer endret endra forskjell forskjellen skilnad differanse "
        "differansen høyere høgare lavere lågare høyest høyeste høgast høgaste lavest laveste lågast lågaste størst største "
        "minst minste mest meste flest færrest dyrest dyreste billigst billigste topp toppen bunn år året årene åra åre "
        "samlet samla totalt sammen saman sum summen perioden millioner million kroner mill kr tall tallet talet beløp "
        "beløpet utgjør utgjer tilsvarer stor stort høy høyt høgt då dei de desse "
        "dyrere dyrare billigere billegare flere frem fram mot siden sidan samme same fjor andel andelen del området områdene "
        "områder område områda kategorier kategoriene kategori typer typene type poster postene post gruppene grupper gruppe "
        "løsningene løsninger løysingane tjenestene tjenester tenestene ordningene prosjektene prosjekter tiltakene tiltak "
        "alt "
        "enda endå ennå igjen att tilbake eine hele "
        "neste forrige førre etter deretter før senere seinare tidligere tidlegare ett eitt to tre fire fem "
        "share areas categories types items since than same "
        "what how much many is was it that which year percent percentage points up down more less fewer increase increased "
        "decrease decreased change changed difference higher lower highest lowest most least total altogether all years "
        "overall the in from to by and did does go grow grew rise rose fall fell million of about "
        "next previous after before later earlier one two three four five"
    ).split()
)
# The words of any question that goes on.
_ASKING = frozenset(
    stem(word)
    for word in (
        "hvem kven hvordan korleis hvorfor kvifor så den denne dette disse de dei der her skal vil må gjør gjøre gjelder står "
        "tar tek fikk får gi oppgi gjer gjorde han hun ho koster kostet kostar kosta kostnad pris prisen cost costs "
        "who when where how why they them there then this these will would about say tell"
    ).split()
)
# "Alle kommunene samlet": all rows of the table, whatever they are called.
ALL_OF = re.compile(
    r"\b(?:alle|samtlige|all)\s+(?:(?:de|dei|the)\s+)?(?!åre?ne\b|åra\b)[^\W\d_]+(?:ene|ane)\b", re.IGNORECASE
)
# "Hvilken kommune har flest?": of the rows of the table, whatever they are.
_WHICH_HAS = re.compile(
    r"\b(?:hvilke[nt]?|kva\s+for\s+(?:ein|ei|eit)|which)\s+(?!år)[^\W\d_]+(?=\s+(?:har|hadde|er|var|fikk|får|fekk|betaler|koster|ligger|has|have|had|is|was)\b)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:hvorfor|kvifor|hvordan|korleis|why|how(?!\s+(?:much|many|large|big|long)))\b", re.IGNORECASE
)
# One of these makes it reckoning.
_OPERATION = re.compile(
    r"\b(?:prosent\w*|percent\w*|opp|ned|mer|meir|mindre|flere|fleire|færre|øk\w+|auk\w+|voks\w+|vekst\w*|stig\w+|steg\w*|synk\w*|sank|sunket|"
    r"falt|faller|nedgang\w*|endr\w+|forskjell\w*|skilnad\w*|differanse\w*|høy(?:ere|est\w*)|høga\w+|lav(?:ere|est\w*)|låga\w+|størst\w*|"
    r"minst\w*\b(?!\s+\d)|mest\w*|flest|færrest|dyr(?:e|a)re|bill(?:i|e)g(?:e|a)re|dyrest\w*|billigst\w*|andel\w*|share|samle[ta]|samla|totalt|sammen|saman|sum\w*|"
    r"i\s+alt|in\s+all|increase\w*|decrease\w*|change\w*|difference|higher|lower|highest|lowest|most|least|total|altogether|overall|up|down|more|less|fewer)\b|%",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A table row's value in a column, as an answer told it."""

    passage: Passage
    column: str

    @property
    def place(self) -> tuple[int, str]:
        """What tells it from other figures."""
        return self.passage.id, self.column

    @property
    def year(self) -> str | None:
        """The year that the figure is of, by its column or its row; None for none or several."""
        years = set(_YEAR.findall(self.column)) or set(_YEAR.findall(str(self.passage.data["label"])))
        return next(iter(years)) if len(years) == 1 else None


def reckons(question: str) -> bool:
    """Whether a question has a word that asks for more than the figure itself."""
    return bool(_OPERATION.search(question))


def only_reckons(question: str) -> bool:
    """Whether a question has no subject of its own but asks to reckon with what was said ("Hvor mye er det opp i prosent?") or
    for the same of another year ("Og året etter?").
    """
    if _REASON.search(question):
        return False
    if reckons(question):
        question = _WHICH_HAS.sub("hvilken", ALL_OF.sub("alle", question))
    goes_on = _OPERATION.search(question) or _YEAR.search(question) or years_away(question)
    return bool(goes_on) and all(
        stem(word) in _RECKONING or word in STOP_WORDS or _YEAR.fullmatch(word) for word in words(question)
    )


def own_words(question: str) -> list[str]:
    """The words of a question that tell what it is about: neither those of any question nor of reckoning."""
    known = _RECKONING | _ASKING
    return [word for word in words(question) if stem(word) not in known and word not in STOP_WORDS]
