"""Names and titles of people as texts write them: "Kari Berg, direktør", "Oppdikt kommune v/Kari Berg", "Kari Berg (leder)"."""

from __future__ import annotations

import re
from functools import lru_cache

# Two to five capitalised parts, hyphens allowed, and no word that titles and organisations are made of.
_NAME = re.compile(r"^[A-ZÆØÅÖÄÉ][\w'’.-]*(?:\s+(?:van|von|de|af|av)?\s*[A-ZÆØÅÖÄÉ][\w'’.-]*){1,4}$")
_TITLE_WORD = re.compile(
    r"(?:direktør|leder|sjef|rådgiver|lege|ansvarlig|koordinator|sekretær|konsulent|professor|ingeniør|advokat|"
    r"ordfører|ordførar|sykepleier|arkitekt|forsker|jordmor|representant|kontakt|tillitsvalgt|tillitsvald)\b|\b(?:kst|konst)\.",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?P<rest>.*?)\s*\((?P<role>[^()]*(?:leder|leiar|sekretær|vara|observatør|medlem)[^()]*)\)\s*$", re.IGNORECASE
)
# A list over several slides is one list: "Rådets medlemmer (1 av 2)", "Medlemmer, del 2", "Medlemmer (forts.)".
_PART_OF_LIST = re.compile(
    r"[\s,–-]*(?:\(?\b(?:del\s+)?\d{1,2}\s*(?:av|/|of)\s*\d{1,2}\)?|\bdel\s+\d{1,2}|\(?\b(?:forts|fortsettelse|framhald|cont)\b\.?\)?)\s*$",
    re.IGNORECASE,
)
_AND = re.compile(r",\s+|\s+(?:og|and)\s+|\s*[/&]\s*")
_UNKNOWN_NAME = re.compile(r"^(ikke avklart|ikkje avklart|avklares|ubesatt|ledig|vakant|n\.?n\.?)$", re.IGNORECASE)


def is_person_name(text: str) -> bool:
    """Whether a text has the form of a person's name."""
    return bool(_NAME.match(text)) and not has_title(text)


@lru_cache(maxsize=4096)
def each_person(names: str | None) -> tuple[str, ...]:
    """The persons whom a text names together, "Kari Berg og Ola Dal"; the whole text where not every part is a name."""
    if not names:
        return ()
    parts = tuple(part.strip() for part in _AND.split(names) if part.strip())
    return parts if all(map(is_person_name, parts)) else (names,)


def has_title(text: str) -> bool:
    """Whether a text has a word that people's titles are made of."""
    return bool(_TITLE_WORD.search(text))


def person_and_organisation(text: str | None) -> tuple[str | None, str | None]:
    """Part "Person, Organisation", "Person (Organisation)" and "Organisation v/Person"."""
    if not text:
        return None, None
    by = re.match(r"^(?P<organisation>.+?)\s+v/\s*(?P<person>.+)$", text)
    if by:
        return by["person"].strip(), by["organisation"].strip()
    bracketed = re.match(r"^(?P<person>[^()]+?)\s*\((?P<organisation>[^()]+)\)$", text)
    if bracketed:
        return bracketed["person"].strip(), bracketed["organisation"].strip()
    person, comma, organisation = text.partition(",")
    return person.strip(), organisation.strip() if comma and organisation.strip() else None


def without_role(text: str, role: str | None) -> tuple[str, str | None]:
    """A text without the role in brackets at its end, and that role, else the one given."""
    match = _ROLE.match(text)
    return (match["rest"], role or match["role"]) if match else (text, role)


def whole_list(title: str) -> str:
    """What a list over several slides is called: its title without which part it is."""
    return _PART_OF_LIST.sub("", title)


def is_unknown(name: str) -> bool:
    """Whether a name field says that the seat has no one yet ("Ikke avklart")."""
    return bool(_UNKNOWN_NAME.match(name))
