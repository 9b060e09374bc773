"""Case numbers in every spelling: "5/26", "05/2026", "Sak nr. 5/26", "Sak 5" where the agenda tells the year."""

from __future__ import annotations

import re

_NUMBER = r"(?P<number>\d{1,3})\s*/\s*(?P<year>(?:19|20)?\d{2})"
CASE_NUMBER = re.compile(rf"(?<![\d/.,]){_NUMBER}(?![\d/]|[.,]\d)")
# A heading that opens a case: "Sak 5/26: Title", "SAK 5: Title", "Sak nr. 5/2026 – Title".
CASE_HEADING = re.compile(
    r"^\s*sak(?:s?nr\.?|snummer)?\s*(?:nr\.?\s*)?(?P<number>\d{1,3})(?:\s*/\s*(?P<year>(?:19|20)?\d{2}))?"
    r"\s*(?:[:.–—-]\s*|\s+|$)(?P<title>.*)$",
    re.IGNORECASE | re.DOTALL,
)


def normal(number: str, year: str) -> str:
    """The form in which a case number is kept: no leading zero, two-digit year ("05", "2026" -> "5/26")."""
    return f"{int(number)}/{int(year) % 100:02d}"


def case_numbers(text: str) -> list[str]:
    """All full case numbers in a text, in its order, in normal form."""
    return [normal(match["number"], match["year"]) for match in CASE_NUMBER.finditer(text)]


def only_case_number(text: str) -> str | None:
    """The case number when the text is nothing else ("Sak 5/26" and "5/26" count), else None."""
    match = CASE_NUMBER.search(text)
    if match is None or re.sub(r"(?i)\b(?:sak|nr|ps|fs)\b\.?", "", text.replace(match[0], "")).strip(" .:"):
        return None
    return normal(match["number"], match["year"])
