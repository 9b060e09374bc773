"""Lines that a reader joined into one paragraph, parted again where the words tell that a new line began.

A PDF of upright pages sets the entries of a list and the labels of a head as close as the lines of a paragraph.
"""

from __future__ import annotations

import re
from itertools import pairwise

from radsassistent.documents.letters import CAPITAL

# Labels of the head of a document, with their colon; written with a capital, they open a line.
_HEAD = (
    r"(?:Møtested|Møtestad|Sted|Stad|Møtedato|Dato|Tid|Tidspunkt|Møtetid|Møterom|Møtelokale|Utvalg|Utval|Organ|Slutt|Møteslutt|"
    r"Til ?stede(?: på møtet)?|Til stades|Desse møtte|Disse møtte|Møtende medlemmer|Møtande medlemm?er|Medlemmer|Forfall|Frafall|"
    r"Meldt forfall|Varamedlem\w*(?: som møtte)?|Møtt for|Andre|Fr[aå] (?:administrasjonen|sekretariatet|adm\.?)(?: møtte)?|"
    r"Møteleder|Møteleiar|Møtesekretær|Ordstyrer|Ordstyrar|Protokollfører|Protokollførar|Referent|Sekretær|Deltakere|Deltakarar|Observatør\w*|Innkalling|Merknader)\s*:"
)
# Labels of a case, after the end of a sentence.
_CASE = (
    rf"(?:{CAPITAL}[\wæøå]*\s+(?:si\s+|sitt\s+|sin\s+)?)?"
    r"(?:[Vv]edtak|[Kk]onklusjon|[Ii]nnstilling|[Tt]ilråding|"
    r"Votering|Røysting|Behandling|Handsaming|"
    r"Samrøystes vedteke|Enstemmig vedtatt|[Ff]orslag til vedtak|"
    r"[Bb]eslutning|Oppfølging|Ansvarlig|Frist|[Ii]ndstilling|[Bb]eslut)\s*:"
)
_CLOSED = r"Møtet\s+(?:(?:ble|vart|blei)\s+)?(?:hevet|heva|slutt|avsluttet|avslutta)\b"
_LABEL = re.compile(rf"\s+(?={_HEAD})|(?<=[.!?:])\s+(?={_CASE}|{_CLOSED})")
# An entry of a list of cases within a line: its number, then a title.
_ENTRY = re.compile(
    rf"(?:^|\s+)(?=(?:(?:Sak|Saksnr\.?|Sak nr\.?|Styresak|{CAPITAL}{{1,4}})[\s-]+)?"
    rf"(?P<number>\d{{1,3}})\s?[/-]\s?(?:20)?\d\d\s*[:–-]?\s+{CAPITAL})"
)
# An entry of more words is a text with case numbers in it.
_ENTRY_WORDS = 30


def parted(text: str) -> list[str]:
    """The lines of a paragraph: the text itself where nothing tells that lines were joined."""
    found: list[str] = []
    for part in _LABEL.split(text):
        found.extend(_entries(part))
    return [part.strip() for part in found if part.strip()]


def _entries(text: str) -> list[str]:
    """Parted at the entries of a list of cases: two or more numbers that count on, each with a short title."""
    marks: list[re.Match[str]] = []
    for mark in _ENTRY.finditer(text):
        # "Sak 56/26" opens at its word, and once more at its number.
        if not marks or mark["number"] != marks[-1]["number"]:
            marks.append(mark)
    numbers = [int(mark["number"]) for mark in marks]
    if len(marks) < 2 or any(after != before + 1 for before, after in pairwise(numbers)):
        return [text]
    starts = [mark.start() for mark in marks]
    parts = [text[: starts[0]], *(text[a:b] for a, b in pairwise([*starts, len(text)]))]
    return parts if all(len(part.split()) <= _ENTRY_WORDS for part in parts) else [text]
