"""Sentences of minutes that tell a decision without a label: "FAU vedtok at …", "Vi ble enige om å …", "Planen ble vedtatt."."""

from __future__ import annotations

import re

from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.dates import MONTH

_NOUN = (
    r"(?:rådet|utvalget|utvalet|styret|komiteen|nemnda|formannskapet|kommunestyret|forumet|møtet|gruppen|gruppa|panelet|parlamentet|partene|partane|"
    r"vi|me|alle|de\s+frammøtte|dei\s+frammøtte)"
)
# What a body does that is more than to talk, to hear or to ask.
_BINDS = (
    r"(?:vedtok|vedtek|vedtar|besluttet|beslutta|bestemte|godkjente|godkjende|godkjenner|sl(?:u|ø)tt(?:et|er|a|ar)\s+seg\s+til|"
    r"(?:ble|blei|vart|var)\s+(?:enige|einige|samde|enig)\s+om|g(?:ikk|jekk|år)\s+(?:inn\s+for|imot)|saml(?:et|a)\s+seg\s+om|landet\s+på|landa\s+på|"
    r"anbefal(?:te|er)|tilrådde|tilrår|rådde\s+til|rår\s+til|tok\b.{0,60}?\btil\s+(?:orientering|etterretning|vitande)|noterte\s+seg|merk(?:et|te)\s+seg|"
    r"send(?:er|te|e)\s+sak(?:en|a)\s+(?:tilbake|attende)|utset(?:te|ter|t)?\s+sak|utsatte\s+sak|valgte|valde|oppnevnte|oppnemnde|bevilget|løyvde|"
    r"g(?:a|av)\s+(?:\w+\s+){1,3}?fullmakt|støttet|støtta|av(?:ga|gir|gav)|avslo|avviste|trakk\s+sak)"
)
_WAS = r"(?:ble|blei|vart|vert|er|anses\s+som|reknast\s+som)"
_SETTLED = (
    r"(?:godkjen(?:t|d|de|dt)|vedt(?:att|eke|eken|ekne)|(?:tatt|teke|teken|tekne)\s+til\s+(?:orientering|etterretning|vitande)|"
    r"avvist|nedstemt|innvilg(?:et|a)|ikk(?:j)?e\s+vedt(?:att|eke))"
)
# What became of a proposal is told by that; of a case that waits, by its own words.
_PASSIVE = re.compile(
    rf"^(?!ikk(?:j)?e\b|\w*(?:forslag|framlegg|innstilling|tilråding|punkt|endring)\w*\b)(?:[\w«».–/-]+,?\s+){{1,8}}?{_WAS}\s+(?:(?:enstemmig|samrøystes|einstemmig|så|deretter|da)\s+)*{_SETTLED}\b",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"^det\s+(?:var|er|ble|vart)\s+(?:\w+\s+)?(?:enighet|einigheit|semje|tilslutning)\s+(?:om|til)\b", re.IGNORECASE
)
# What an earlier meeting did.
_EARLIER = re.compile(
    rf"\bi\s+fjor\b|\b(?:forrige|førre|tidligere|tidlegare)\b|^(?:i|den)\s+(?:{MONTH}|\d{{1,2}}\.)|\b(?:i\s+)?(?:{MONTH})\s+(?:i\s+fjor|20\d\d)\b.*\b{_BINDS}|"
    rf"\b{_BINDS}\s+(?:den\s+)?\d{{1,2}}\.\s*(?:{MONTH})\b(?!\s*:)",
    re.IGNORECASE,
)
_LONGEST = 45
# "FAU", "AU": a body by its letters.
_LETTERS = rf"(?-i:{CAPITAL}{{2,5}})"
_BARE = r"(?:fag\w+\s+|nasjonalt\s+|regionalt\s+)?(?:råd|utvalg|utval|forum)\b(?:\s+for\s+\w+)?"
_TURNED = r"(?:vedtok|besluttet|beslutta|landet|landa|gikk|gjekk|valgte|valde)"


def decides(sentence: str, body: str) -> bool:
    """Whether a sentence tells what the body of these minutes decided in this meeting."""
    if len(sentence.split()) > _LONGEST or sentence.endswith((":", "?")) or _EARLIER.search(sentence):
        return False
    if _PASSIVE.match(sentence) or _AGREED.match(sentence):
        return True
    stem = re.escape(re.sub(r"(et|en|a)$", "", body.casefold()))
    subject = rf"(?:{_LETTERS}|{stem}\w*|{_BARE}|{_NOUN})"
    straight = rf"^(?:(?:et\s+)?(?:enstemmig|samla|samlet|samrøystes)\s+)?{subject}\s+{_BINDS}\b"
    turned = rf"^[^.]{{0,50}}?\b{_TURNED}\s+{subject}\s+(?:på|inn\s+for|å|at|\w+)"
    return re.match(rf"{straight}|{turned}", sentence, re.IGNORECASE) is not None
