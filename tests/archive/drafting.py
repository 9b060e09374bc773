"""Papers that are handed in, and corrections of what was understood of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from radsassistent.archive.draft_correcting import Said, corrections_from
from radsassistent.meetings import Classification

PAPER = """# Møte i Oppdiktrådet 13. februar 2026

Saksliste

| Sak | Tittel |
| --- | --- |
| 3/26 | Troll |
| 4/26 | Nisser |

## Sak 3/26 Troll

Forslag til vedtak: Oppdiktrådet freder trollet.

## Sak 4/26 Nisser

Forslag til vedtak: Oppdiktrådet gir nissen grøt.
"""
OTHER = "# Møte i Oppdiktrådet 14. mars 2026\n\n## Sak 5/26 Huldra\n\nHuldra har hale.\n"
MINUTES = """# Referat fra møte i Oppdiktrådet 13. februar 2026

## Sak 3/26 Troll

Vedtak: Oppdiktrådet freder trollet.
"""
NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)


class Silent:
    """A reporter of an ingest that nobody listens to."""

    def pages(self, path, done, total): ...
    def passages(self, path, done, total): ...


def said_of(seen, **other):
    meeting = seen.machine
    given = {
        "body": meeting.body,
        "date": meeting.date,
        "title": meeting.title or "",
        "classification": meeting.classification or Classification.OPEN,
    }
    return Said(**{**given, **other})


def corrected(drafts, seen, by="Kari", at=NOW, **other):
    made = corrections_from(said_of(seen, **other), seen.machine, seen.documents, seen.corrections, by, at)
    draft = replace(seen.draft, corrections=made)
    drafts.keep(draft)
    return draft
