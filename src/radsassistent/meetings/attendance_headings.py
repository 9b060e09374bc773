"""The words over a list of people in minutes: who met, who did not, who sat in another's seat."""

from __future__ import annotations

import re

from radsassistent.meetings.attendees import Heading, names_someone
from radsassistent.meetings.meeting import Presence

_ABSENT = re.compile(
    r"^(?:forfall|møtte\s+ikk(?:j)?e|fr[aå]fall|avbud|meldte?\s+(?:forfall|fr[aå]fall|avbud|fr[aå]vær)|fr[aå]v[æe]r\w*|ikke\s+(?:til\s*stede|møtt)|ikkje\s+(?:til\s+stades|møtt)|"
    r"afbud|frånvarande|følgende\s+(?:\w+\s+){0,3}hadde\s+(?:meldt\s+)?forfall|desse\s+hadde\s+meldt\s+forfall|forhindret)\b"
    r"|\bsom\s+ikk(?:j)?e\s+møtte\b|\bmeldt\s+(?:forfall|fr[aå]fall|avbud|fr[aå]vær)\b|\bikk(?:j)?e\s+(?:til\s+sted(?:e|es)|til\s+stades|her|med)\b|"
    r"^(?:hvem|kven|disse|desse)\s+(?:møtte|kom|deltok)\s+ikk(?:j)?e\b",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(
    r"^(?:møtte?\s+for|vara(?:medlem\w*|representant\w*|er)?|møtte\s+som\s+vara|stedfortræder\w*|suppleant\w*|ersättare|tjänstgörande\s+ersättare|"
    r"tjenestegjørende\s+vara\w*|møtande\s+vara\w*|møtende\s+vara\w*)\b|\bvara(?:medlem\w*|representant\w*)?\s+(?:som\s+)?møtte\b|"
    r"^(?:følgende|desse)\s+vara\w*",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"^(?:til\s?stede|til\s?stades|tilstedeværende|møtende|møtande|frammøtte|fremmøtte|møtte|desse\s+møtte|disse\s+møtte|følgende\s+(?:\w+\s+){0,3}møtte|"
    r"faste\s+medlem\w*|medlemm?er|medlemene|deltak\w+|deltag\w+|deltok\w*|andre|øvrige|øvrig|fra\s+\w+|frå\s+\w+|sekretariat\w*|sekretær\w*|observatør\w*|"
    r"møteleder|møteleiar|referent|gjester|gjest|gäster|innleder\w*|närvarande|beslutande|övriga|mødedeltagere|styremedlemmer|styret|brukerutvalg\w*|"
    r"protokollfører|møtesekretær|ordstyrer|leder|nestleder|leiar|nestleiar|(?:i\s+tillegg|dessuten|ellers|elles)\s+(?:møtte|deltok|var)|(?:følgende|følgjande|disse|desse)\s+(?:\w+\s+){0,3}(?:møtte|var|deltok|kom)(?!\s+ikk)|(?:disse|desse|hvem|kven)\s+(?:var|møtte|kom|deltok)|administrasjonen)\b",
    re.IGNORECASE,
)
# "Fra administrasjonen møtte", "Sekretariat": where those below are from.
_FROM = re.compile(
    r"^(?:(?:fra|frå)\s+(?P<body>(?!(?:og\s+med\s+)?(?:sak|kl|møte\w*)\b)[^\d:]+?)(?:\s+(?:møtte|deltok|var)(?:\s.*)?)?|"
    r"(?P<whole>sekretariat(?:et)?|administrasjonen))$",
    re.IGNORECASE,
)


def heading_of(text: str, set_apart: bool) -> Heading | None:
    """Words that open a list of people, with the names that follow on the line."""
    head, colon, rest = text.partition(":")
    if len(head.split()) > 9 or (not colon and not set_apart and len(head.split()) > 5) or (not colon and "," in head):
        return None
    if not colon and (head.endswith(".") or names_someone(head)):
        return None
    for presence, pattern in (
        (Presence.ABSENT, _ABSENT),
        (Presence.SUBSTITUTE, _SUBSTITUTE),
        (Presence.PRESENT, _PRESENT),
    ):
        if pattern.search(head):
            from_body = _FROM.match(head.strip())
            body = from_body and (from_body["whole"] or from_body["body"])
            return Heading(presence, head.strip(), rest.strip(), body)
    return None
