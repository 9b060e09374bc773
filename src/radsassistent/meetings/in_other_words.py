"""Whether a short decision says what was proposed in another form of its verb: "Saken ble tatt til orientering", "Innkallingen
ble godkjent" for "Styret tar saken til orientering", "Innkallingen godkjennes".
"""

from __future__ import annotations

import re

from radsassistent.meetings.outcomes import sentences
from radsassistent.meetings.stems import stem, words

# A sentence of more words says more than its verb and what it is of.
_WORDS = 16
_NOUNS = r"(?:rådet|utvalget|utvalet|styret|komiteen|nemnda|forumet|panelet|formannskapet|kommunestyret|tinget|møtet)"
# Who decides, that it is a case, and how a verb is put in the passive or in the past, say nothing of what is decided.
_SAYS_NOTHING = re.compile(
    rf"^(?:[\wæøå-]*{_NOUNS}|ble|blei|vart|vert|blir|blitt|er|å|om|den|det|de|dei|som|og|bes|enstemmig|samrøystes|einstemmig|herved)$"
)
_FORMS = {
    "tar": "tar tek tok tatt teke teken tas takast ta",
    "godkjenner": "godkjenner godkjente godkjende godkjent godkjend godkjennes godkjenne godkjennast",
    "vedtar": "vedtar vedtok vedtek vedtatt vedteke vedteken vedtas vedta vedtakast",
    "slutter": "slutter sluttet slutta sluttar slutte",
    "velger": "velger vel valgte valgt vald velges veljast velge velje",
    "oppnevner": "oppnevner oppnevnte oppnevnt oppnevnes oppnevne oppnemner oppnemnde oppnemnt oppnemne",
    "fastsetter": "fastsetter fastsatte fastsatt fastsettes fastsette fastset fastsett",
}
_VERB = {form: verb for verb, forms in _FORMS.items() for form in forms.split()}
_TO_NOTE = re.compile(r"\btil\s+(?P<how>orientering|etterretning|vitende|vitande)\W*$", re.IGNORECASE)
# What is noted is the case, whatever it is called.
_THE_CASE = re.compile(r"^(?:sak(?:en|a)|orientering(?:en|a)|redegjørelsen|rapporten|gjennomgangen|statusen?|notatet)$")
_REMARKLESS = re.compile(r"\s*,?\s*\b(?:uten|utan)\s+(?:merknad\w*|kommentar\w*)\b", re.IGNORECASE)
_POINT = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–•])\s+")


def says_alike(proposed: str, decided: str) -> bool:
    """Whether two sentences decide the same but for who decides and the form of the verb; longer texts never do."""
    one, other = _gist(proposed), _gist(decided)
    return one is not None and one == other


def _gist(text: str) -> frozenset[str] | None:
    told = sentences(_POINT.sub("", text.strip()))
    if len(told) != 1 or len(told[0].split()) > _WORDS:
        return None
    said = _REMARKLESS.sub("", told[0])
    found = [word for word in words(said) if not _SAYS_NOTHING.match(word)]
    if (noted := _TO_NOTE.search(said)) is not None:
        found = [word for word in found[:-2] if not _THE_CASE.match(word)] + [
            noted["how"].lower().replace("vitande", "vitende")
        ]
    gist = frozenset(_VERB.get(word) or stem(word) for word in found)
    return gist if gist & _FORMS.keys() else None
