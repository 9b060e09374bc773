"""Wishes for an answer's form that say nothing of what is asked: "i én setning", "kort fortalt", "bare navnene, takk"."""

from __future__ import annotations

import re

from radsassistent.search.cues import Cue, cues
from radsassistent.search.terms import stem, words

_STYLE = frozenset(
    stem(word)
    for word in (
        "si seie sei svar svare ta gi skriv skrive kan kunne du de meg oss det den dette svaret og men så nå no da kort korte "
        "kortere kortare kortfattet kortest mulig mogleg i på med en én ei ein ett eitt et to tre ord setning setninger "
        "setningar linje liste lista stikkord punkt punkter punktvis bare berre kun takk vær snill fortalt sagt oppsummert "
        "helt heilt litt meget veldig enkelt navn navnet navnene namn namna tall tallet tal talet årstall årstallet årstal "
        "dato datoen klokkeslett beløp beløpet nummer saksnummer ja nei eller "
        "please in one two a the sentence sentences word words short shorter briefly brief say it that just only list number "
        "numbers name names year answer could can you me yes no or"
    ).split()
)
# "Kort liste, bare navnene: hvilke …": what stands before the question.
_LEAD = re.compile(r"^\s*(?P<lead>[^:?]{2,60}):\s+(?=\S)")
# "…, kort fortalt?", "… – ett ord": what stands after it.
_TAIL = re.compile(r"\s*(?:,|–|—|\s-|\()\s*(?P<tail>[^,–—:?()]{2,40})\)?(?P<end>\s*[?.!]*)$")
# "Hva er Lykter for noe? Svar kort": a sentence of its own after the question.
_AFTER = re.compile(r"[?.!]\s+(?P<wish>[^?.!]{2,60})[.!]?\s*$")
# "… in one sentence please", "… i én setning": wherever it stands.
_INSIDE = re.compile(
    r"\b(?:(?:i|med|på|with|in)\s+(?:én|en|ein|ei|one|a\s+single)\s+(?:enkel\s+|kort\s+|short\s+)?(?:setning|linje|line|sentence)|"
    r"kort\s+(?:fortalt|sagt|forklart|oppsummert))\b[,:]?\s*(?:takk\b|please\b)?",
    re.IGNORECASE,
)


def only_style(text: str) -> bool:
    """Whether a text asks for a short answer and says nothing else."""
    return Cue.BRIEF in cues(text) and all(stem(word) in _STYLE or word.isdigit() for word in words(text))


def without_style(text: str) -> str:
    """A question without the wishes for the answer's form before or after it."""
    lead = _LEAD.match(text)
    if lead is not None and only_style(lead["lead"]):
        text = text[lead.end() :]
    tail = _TAIL.search(text)
    if tail is not None and only_style(tail["tail"]):
        text = f"{text[: tail.start()]}{tail['end']}"
    after = _AFTER.search(text)
    if after is not None and only_style(after["wish"]):
        text = text[: after.start("wish")].rstrip()
    return " ".join(_INSIDE.sub(" ", text).split()) if _INSIDE.search(text) else text
