"""Names and titles of people as texts write them: "Kari Berg, direktør", "Oppdikt kommune v/Kari Berg", "Kari Berg (leder)"."""

from __future__ import annotations

import re
from functools import lru_cache

from radsassistent.documents.letters import CAPITAL, SMALL, SMALLS

# Two to five capitalised parts, hyphens allowed, and no word that titles and organisations are made of.
_NAME = re.compile(rf"^{CAPITAL}[\w'’.-]*(?:\s+(?:van|von|de|af)?\s*{CAPITAL}[\w'’.-]*){{1,4}}$")
_LETTER_LAST = re.compile(rf"\s{CAPITAL}$")
_TITLE_WORD = re.compile(
    r"(?:direktør|leder|leiar|sjef|rådgiver|rådgivar|rådgjevar|lege|ansvarlig|koordinator|sekretær|konsulent|professor|ingeniør|advokat|"
    r"ordfører|ordførar|sykepleier|sjukepleiar|arkitekt|forsker|forskar|jordmor|representant|kontakt|tillitsvalgt|tillitsvald|rektor|dekan|lektor|student|elev|lærling|"
    r"førsteamanuensis|stipendiat|revisor)\b|\b(?:kst|konst|dir)\.",
    re.IGNORECASE,
)
_ROLE = re.compile(
    rf"^(?P<rest>.*?)\s*\((?P<role>[^()]*(?:leder|leiar|sekretær|vara|observatør|medlem|(?:ansatt|tilsett|student|bruker|brukar|elev|foreldre|pårørende)\w*[\s-]*represent)[^()]*|for\s+(?-i:{CAPITAL}){SMALL}[^()]*)\)\s*$",
    re.IGNORECASE,
)
# A list over several slides is one list: "Rådets medlemmer (1 av 2)", "Medlemmer, del 2", "Medlemmer (forts.)".
_PART_OF_LIST = re.compile(
    r"[\s,–-]*(?:\(?\b(?:del\s+)?\d{1,2}\s*(?:av|/|of)\s*\d{1,2}\)?|\bdel\s+\d{1,2}|\(?\b(?:forts|fortsettelse|framhald|cont)\b\.?\)?)\s*$",
    re.IGNORECASE,
)
# A title before a name that is no word of titles elsewhere.
_TITLE_SHORT = re.compile(
    r"^(?:prof|dr|ass|adm|førsteam|kst|konst|fung)\.|^(?:dekan|prodekan|rektor|prorektor|lektor|biskop|prost|kirkeverge|kyrkjeverje|sokneprest|sogneprest|kantor|statssekretær|statsråd|president|kaptein|"
    r"rådmann|fylkesrådmann|byråd|fylkesråd|lensmann|formann|kasserer|kasserar|tannlege|jurist|konservator|regnskapsfører|rekneskapsførar)$",
    re.IGNORECASE,
)
# So many words at most say before a name what somebody is, and so many are a name.
_WORDS_OF_TITLE, _LONGEST_NAME = 6, 4
# "Ordfører i Ytre Fabel": what a title goes on with is a place, no name.
_GOES_ON = frozenset({"i", "på", "for", "ved", "av", "fra", "frå", "og", "hos"})
_SMALL_BEFORE = re.compile(rf"^(?P<title>{SMALL}\S*(?:\s+(?:{SMALL}\S*|\({SMALL}+\))){{0,3}})\s+(?P<name>{CAPITAL}.*)$")
# An office that stands for the person who holds it: "Styreleder", "Daglig leder", "Kommunedirektøren", "Sekretariatet".
_OFFICE = re.compile(
    r"^(?:(?:adm\.?|administrerende|administrerande|ass\.?|assisterende|assisterande|daglig|dagleg|kst\.|konst\.|fung\.|fungerende|fungerande)\s+)?"
    rf"[{SMALLS}-]*(?:direktør(?:en)?|leder(?:en)?|leiar(?:en)?|sjef(?:en)?|rådmann(?:en)?|ordfører(?:en)?|ordførar(?:en)?|sekretær(?:en)?|sekretariatet|"
    r"administrasjonen|administrasjon|rektor|dekan(?:en)?|president(?:en)?|formann(?:en)?|koordinator(?:en)?|byråd(?:en)?|fylkesråd(?:en)?|revisor|utvalget|utvalet)$",
    re.IGNORECASE,
)
# A role in a body, and no more.
_ROLE_ALONE = re.compile(
    r"^(?:(?:nest|styre|råds|utvalgs|utvals|møte|vara)?(?:leder|leiar|formann)|(?:vara|styre|råds|utvalgs|utvals)?medlem|(?:\d+\.\s*)?vara(?:medlem|representant)?|"
    r"(?:møte|utvalgs|utvals|råds|styre)?sekretær|observatør|referent|ordstyrer|ordstyrar)$",
    re.IGNORECASE,
)
_AND = re.compile(r",\s+|\s+(?:og|and)\s+|\s*[/&]\s*")
_TODAY = (
    r"(?:har\s+)?(?:meld[ta]?\s+|meldte\s+)?(?:forfall|frafall|avbud|fråvær|fravær|permisjon)|"
    r"(?:ikke|ikkje)\s+til\s*sted(?:e|es)|til\s*stede|til\s+stades|"
    r"digitalt|(?:på|via)\s+(?:teams|skjerm|video|lenke|nett)|(?:møter|møtande|møtende|deltar|deltek)"
    rf"(?:\s+(?:for|i\s+stedet\s+for|i\s+staden\s+for)\s+{CAPITAL}[\w'’. -]+|"
    r"\s+(?:digitalt|ikke|ikkje|i\s+dag)|\s+(?:på|via)\s+\w+)?"
)
# Who comes today is told of the meeting, not of the member.
_ATTENDS = re.compile(rf"(?:\s+[–—-]\s+|\s*,\s*)(?:{_TODAY})\.?$", re.IGNORECASE)
_ATTENDS_IN_BRACKETS = re.compile(rf"\s*\((?:{_TODAY})\)", re.IGNORECASE)
_UNKNOWN_NAME = re.compile(r"^(ikke avklart|ikkje avklart|avklares|ubesatt|ledig|vakant|n\.?n\.?)$", re.IGNORECASE)


def is_person_name(text: str) -> bool:
    """Whether a text has the form of a person's name. "Alternativ A" has not: a last name is more than a letter."""
    named = bool(_NAME.match(text)) and not has_title(text) and _LETTER_LAST.search(text) is None
    return named and not is_role(text.split()[0])


def titled_name(text: str) -> tuple[str, str] | None:
    """The title and the name of "Skolefaglig rådgiver Kari Berg", "Dr. Ola Dal"; None where no title stands before a name."""
    words = text.split()
    for cut in range(1, min(len(words) - 1, _WORDS_OF_TITLE + 1)):
        title, name = " ".join(words[:cut]), " ".join(words[cut:])
        called = (
            (has_title(title) or _TITLE_SHORT.match(title) or is_role(title))
            and ":" not in title
            and words[cut - 1] not in _GOES_ON
        )
        if len(words) - cut <= _LONGEST_NAME and called and is_person_name(name):
            return title, name
    return None


def before_name(text: str) -> tuple[str, str] | None:
    """What stands before the name of one person, and that name, where it is known that a text is of one: "skredvarsler Kari
    Berg", "kaptein (p) Ola Dal".
    """
    told = _SMALL_BEFORE.match(text)
    if told is not None and is_person_name(told["name"]) and told["title"].split()[-1] not in _GOES_ON:
        return told["title"], told["name"]
    return titled_name(text)


def is_title(text: str) -> bool:
    """Whether a text is a title that is no word of titles elsewhere, and no more: "rådmann", "kasserar"."""
    return _TITLE_SHORT.fullmatch(text.strip()) is not None


def is_role(text: str) -> bool:
    """Whether a text is a role in a body and no more: "Nestleder", "2. vara"."""
    return _ROLE_ALONE.match(text.strip()) is not None


def is_office(text: str) -> bool:
    """Whether a text names somebody by the office alone: "Styreleder", "Daglig leder"."""
    return _OFFICE.match(text) is not None


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


def role_alone(role: str) -> tuple[str | None, str | None]:
    """A role in brackets, and what stands there besides: "leder" and "Ap" of "Ap, leder"; a title and a place are no role."""
    *beside, last = (part.strip() for part in role.split(","))
    if beside and _ROLE.match(f"({last})") and not any(_ROLE.match(f"({part})") for part in beside):
        return last, ", ".join(beside)
    return (None, role) if beside and ":" not in role and not any(map(is_role, (*beside, last))) else (role, None)


def whole_list(title: str) -> str:
    """What a list over several slides is called: its title without which part it is."""
    return _PART_OF_LIST.sub("", title)


def without_attendance(text: str) -> str:
    """A text without what it says in brackets, behind a dash or a comma of who comes today: "Kari Berg – meldt forfall"."""
    return _ATTENDS.sub("", _ATTENDS_IN_BRACKETS.sub("", text)).strip()


def tells_attendance(text: str) -> bool:
    """Whether a text says whether somebody comes today, and no more: "Forfall", "Møter for Ola Dal"."""
    return _ATTENDS.fullmatch(f", {text.strip()}") is not None


def is_unknown(name: str) -> bool:
    """Whether a name field says that the seat has no one yet ("Ikke avklart")."""
    return bool(_UNKNOWN_NAME.match(name))
