"""How the words of a question fit what the lists tell of a member: name, role, organisation, title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Postfix, Prefix

from radsassistent.archive import Passage
from radsassistent.search.abbreviations import UNTELLING
from radsassistent.search.corpus import Corpus
from radsassistent.search.names import NAME_RATIO, sounded
from radsassistent.search.terms import STOP_WORDS, stem, words


class Told(StrEnum):
    """What a list tells of a member, in the order in which a word that fits several is taken."""

    ROLE = "role"
    DETAIL = "details"
    ORGANISATION = "organisation"
    TITLE = "title"
    NAME = "name"


# How well a word fits, from the word itself in any form down to one that it only ends in.
ITSELF, HEAD, TAIL, KIND = 4, 3, 2, 1

# What the short forms of public bodies and of companies stand for.
_COMPANY = ("selskap", "bedrift", "firma", "leverandør")
_FORMS = {
    "rhf": ("regionale", "helseforetak", "helseregion", "spesialisthelsetjeneste"),
    "hf": ("helseforetak", "spesialisthelsetjeneste"),
    "kommune": ("primærhelsetjeneste", "kommunehelsetjeneste"),
    **dict.fromkeys(("as", "asa", "ans"), _COMPANY),
}
# Who holds an office for now, as lists and people say and shorten it.
_FOR_NOW = (
    *("midlertidig", "mellombels", "konstituert", "konst", "konst.", "fungerende", "fungerande", "fung", "fung."),
    *("vikar", "vikarierende", "vikarierande", "interim", "acting", "temporary", "temporarily"),
)
# Legal forms by which a sort of organisations is called: "RHF-ene".
LEGAL_SORTS = frozenset({"rhf", "hf"})
# What unions and associations are called as a sort, whichever of it their names have.
_ASSOCIATION = re.compile(r"(?:forening|foreining|forbund|samskipnad)(?:en|a|et|ane)?$")
_ASSOCIATIONS = (
    *("forening", "foreining", "forbund", "fagforening", "fagforeining", "fagforbund", "bransjeforening"),
    *("yrkesforening", "profesjonsforening", "interesseorganisasjon", "fagorganisasjon", "bransjeorganisasjon"),
    "profesjonsorganisasjon",
)
# "Fagforbundet" is the name of one of them.
ONE_OF_A_SORT = re.compile(r"(?:forbundet|forening(?:en|a)|foreining(?:a|en)|organisasjonen)$")
# Compounds that are no kind of what they end in: a county is no municipality, a dentist no doctor.
_OTHER_KIND = re.compile(r"(?:fylkeskommun|tannleg|dyrleg)")
# Who is called so leads an organisation, and is no secretary of anything.
_CHIEF_SECRETARY = re.compile(r"generalsekretær")
_BODY = re.compile(
    r"^(?P<head>\w{4,}?)s?(?:lag|selskap|forening|foreining|forbund|verk|etat|tilsyn|direktorat|kontor|sentral|stiftelse|stifting|samarbeid|institutt|"
    r"organisasjon|klubb|foretak|bedrift|senter|vesen|allians|sid|bransj|næring|folk)(?:e|et|en|a|s|ets)?$"
)
# What lists call where somebody stands, beside the organisation; what else they tell is of another kind ("Oppnevnt til").
_STANDING = re.compile(
    r"\b(?:kommune\w*|fylke\w*|parti\w*|liste|sektor\w*|gruppe\w*|gruppering\w*|distrikt\w*|region\w*|fag\w*|område\w*|bosted\w*|bustad\w*|krets\w*|avdeling\w*|party|"
    r"municipality|sector|region|district|county)\b",
    re.IGNORECASE,
)
# A word of a title that is cut short.
_SHORTENED = re.compile(r"\b[^\W\d_]{3,}\.(?=\s)")
_INFLECTIONS = frozenset("e en et a er ar ene ane r n ne s es ens ets enes ers nes rnes rne anes t ans".split()) | {""}
_SHORTEST_STEM = 3
_SHORTEST_PART = 4
# A misspelt word is of so many letters at least.
_SHORTEST_SLIP = 7
ORDINALS = {"første": "1", "fyrste": "1", "first": "1", "andre": "2", "second": "2", "tredje": "3", "third": "3"}
# "1. vara per parti", as the heading of those who are that.
_PLACED_STAND_INS = re.compile(r"^(?P<place>\d+)\.\s+(?P<role>vara\w*)\b", re.IGNORECASE)


def same_word(one: str, other: str) -> bool:
    """Whether two words are forms of one: "lege" and "legene", "direktør" and "direktører"."""
    shared = Prefix.similarity(one, other)
    return (
        (shared >= _SHORTEST_STEM or one == other) and one[shared:] in _INFLECTIONS and other[shared:] in _INFLECTIONS
    )


def standing(member: Passage) -> list[tuple[str, str]]:
    """What a list tells of where somebody stands besides the organisation: the municipality of a party's member, the sector."""
    told = ((str(label), str(value)) for label, value in member.data.get("details", ()))
    return [(label, value) for label, value in told if not label or _STANDING.search(label)]


# A role that stands in a title: "ekspedisjonssjef (rådsleder)", "Fagdirektør · leder".
_ROLE_IN_TITLE = re.compile(
    r"^(?:(?:styre|råds?|utvalgs?|utvals?|nemnds?|gruppe|komit[eé]|forum)?(?:nest|vara)?(?:leder|leiar)|(?:råds|utvalgs|utvals|styre)?sekretær|vara(?:medlem|representant)?|observatør)$",
    re.IGNORECASE,
)
_PARTS_OF_TITLE = re.compile(r"\s*[·(),;/|]\s*")


def role_told(member: Passage) -> str:
    """What a list says of somebody's role: under that heading, else within the title."""
    role, title = str(member.data["role"] or ""), str(member.data["title"] or "")
    if role or not title:
        return role
    return " ".join(part for part in _PARTS_OF_TITLE.split(title) if _ROLE_IN_TITLE.match(part))


def told_words(member: Passage, kind: Told, corpus: Corpus) -> tuple[str, ...]:
    """The words of what a list tells of a member, short forms and abbreviations spelt out too."""
    key = ("told words", member.id, kind)
    known: tuple[str, ...] | None = corpus.kept.get(key)
    if known is None:
        known = corpus.kept[key] = _words_told(member, kind, corpus)
    return known


def _words_told(member: Passage, kind: Told, corpus: Corpus) -> tuple[str, ...]:
    said = " ".join(value for _, value in standing(member)) if kind is Told.DETAIL else str(member.data[kind] or "")
    found = words(said)
    whole = [part for word in found for part in (word, *(word.split("-") if "-" in word else ()))]
    if kind is Told.NAME:
        return tuple(whole)
    if kind is Told.ROLE:
        # "Leder av styringsgruppen": the group is no role.
        group = words(str(member.data["group"] or ""))
        whole = [
            word for place, word in enumerate(whole) if not place or not any(same_word(word, each) for each in group)
        ]
        if not whole and (placed := _PLACED_STAND_INS.match(str(member.data["group"] or ""))):
            whole = [placed["place"], placed["role"].lower()]
    if kind is Told.TITLE:
        whole += [match[0].lower() for match in _SHORTENED.finditer(said)]
    more = [form for word in whole for form in _FORMS.get(word, ())]
    if kind in (Told.ROLE, Told.TITLE) and any(word in _FOR_NOW for word in whole):
        more += _FOR_NOW
    if kind is Told.ORGANISATION and any(map(_ASSOCIATION.search, whole)):
        more += [f"={sort}" for sort in _ASSOCIATIONS]
    if kind is Told.ORGANISATION:
        more += [form for word in whole for form in corpus.abbreviated_by(word)]
    return tuple(word for word in (*whole, *more) if word not in STOP_WORDS)


def fit(word: str, own: Iterable[str], kind: Told) -> int:
    """How well a word of a question fits the words told of a member; 0 where it does not."""
    return max((_fit(word, each, kind) for each in own), default=0)


@lru_cache(maxsize=50_000)
def _fit(word: str, own: str, kind: Told) -> int:
    if same_word(_joined(word), _joined(own)) or (kind is Told.ROLE and ORDINALS.get(word) == own):
        return ITSELF
    if own.endswith(".") or own.startswith("="):
        return _fit_marked(word, own)
    if _CHIEF_SECRETARY.match(own) and not _CHIEF_SECRETARY.match(word):
        return 0
    if kind is Told.NAME:
        return HEAD if len(word) >= _SHORTEST_PART and (sounded(word) == sounded(own) or _misspelt(word, own)) else 0
    if stem(own) in UNTELLING or min(len(word), len(own)) < _SHORTEST_PART:
        return 0
    # "Utdanningssektoren" of the sector "Utdanning".
    begins = (kind is Told.ROLE and word.startswith(own)) or (kind is Told.DETAIL and _begins(own, word))
    if begins or _begins(word, own):
        return HEAD
    if (
        _ends(own, word)
        or _slip(word, own)
        or (kind is Told.TITLE and _nearly_titled(word, own))
        or (kind is Told.ORGANISATION and _another_body(word, own))
    ):
        return TAIL
    return KIND if kind is Told.ORGANISATION and (word in own and not _is_other_kind(own, word)) else 0


def _nearly_titled(word: str, own: str) -> bool:
    """Whether a title is another but for a part in the middle: "smittevernlege" of a "smittevernoverlege"."""
    shorter = min(len(word), len(own))
    begun, ended = Prefix.similarity(word, own), Postfix.similarity(word, own)
    return begun >= _SHORTEST_SLIP and ended >= _SHORTEST_PART and begun + ended >= shorter


def _misspelt(word: str, own: str) -> bool:
    return len(word) > _SHORTEST_PART and fuzz.ratio(word, own) >= NAME_RATIO


def _fit_marked(word: str, own: str) -> int:
    """How well a word fits one that is cut short ("konst." of "konstituert"), or what a sort is called, which is no part of a
    name.
    """
    if own.startswith("="):
        return ITSELF if same_word(word, own[1:]) and not ONE_OF_A_SORT.search(word) else 0
    return HEAD if word.startswith(own[:-1]) else 0


def _joined(word: str) -> str:
    """A word with its hyphens left out, as others write it: "e-helse", "eHelse"."""
    return word.replace("-", "")


def _begins(word: str, own: str) -> bool:
    """Whether a word, without its inflection, begins a compound: "apotekenes" of "Apotekforeningen"."""
    shared = Prefix.similarity(word, own)
    return shared >= _SHORTEST_PART and word[shared:] in _INFLECTIONS and len(own) - shared >= _SHORTEST_STEM


def _ends(compound: str, word: str) -> bool:
    """Whether a compound is a kind of what a word says: "fylkestannlege" of "tannlege"; in any form of either."""
    for place in range(2, len(compound) - _SHORTEST_STEM + 1):
        if same_word(compound[place:], word):
            other = _OTHER_KIND.search(compound)
            return other is None or len(compound) - place >= len(compound) - other.start()
    return False


def _is_other_kind(compound: str, word: str) -> bool:
    """Whether a compound ends in a word without being a kind of it: "fylkeskommune" is no "kommune"."""
    other = _OTHER_KIND.search(compound)
    return other is not None and len(word) < len(compound) - other.start() and compound.find(word) > other.start()


# A public body of the one kind is none of another, however alike their names begin: "Helsetilsynet", "Helsedirektoratet".
_PUBLIC = re.compile(r"(?:direktorat|tilsyn|departement|institutt|etat|verk)(?:et|en|a|s|ets)?$")


def _another_body(word: str, own: str) -> bool:
    """Whether two compounds begin alike and are both kinds of bodies, "kraftselskapet" and "Kraftlag", or one is what the other
    begins with: "Oppdikt Kraft".
    """
    one, other = _BODY.match(word), _BODY.match(own)
    if one is None or _PUBLIC.search(word) or _PUBLIC.search(own):
        return False
    return _same_head(one["head"], own) or (other is not None and _same_head(one["head"], other["head"]))


def _same_head(one: str, other: str) -> bool:
    """Whether what bodies are named after is one word, in Bokmål or Nynorsk: "pårørende", "pårørande"."""
    return one == other or _slip(one, other)


def _slip(word: str, own: str) -> bool:
    return min(len(word), len(own)) >= _SHORTEST_SLIP and fuzz.ratio(word, own) >= NAME_RATIO


# "Digitaliseringsdirektør", "e-helsesjefen": what somebody works with and what the title ends in.
_TITLE_COMPOUND = re.compile(
    r"^(?P<of>[\w-]{3,}?\w)(?P<joint>s?)-?(?P<head>direktør|sjef|leder|leiar|rådgiver|rådgjevar|koordinator|ansvarlig|ansvarleg|"
    r"arkitekt|ingeniør|konsulent|forsker|forskar|jurist|lege|advokat)(?:en|n|a|et|er|ar|ene|ane)?$"
)


def title_parts(word: str) -> tuple[tuple[str, ...], str] | None:
    """A title that is one word as lists have it in several, "direktør for digitalisering": what it is of, with and without the
    letter that joins it, and what it ends in; None for a word that is no such title.
    """
    match = _TITLE_COMPOUND.match(word)
    return None if match is None else ((match["of"], match["of"] + match["joint"]), match["head"])


def _has_parts(titled: tuple[tuple[str, ...], str], own: Sequence[str]) -> bool:
    """Whether a title in several words has what a title in one word is of and what it ends in."""
    of, head = titled
    return any(fit(part, own, Told.TITLE) >= HEAD for part in of) and fit(head, own, Told.TITLE) >= TAIL


def fitting(
    forms: Sequence[str],
    members: Sequence[Passage],
    corpus: Corpus,
    kinds: Sequence[Told],
    least: int,
    *,
    best: bool = True,
) -> Mapping[Told, list[Passage]]:
    """The members whom a word fits best, by what it fits, or all whom it fits; none who are fitted less than `least`."""
    abbreviated = [form for word in forms for form in corpus.abbreviated_by(stem(word))]
    parts = [part for part in forms[0].split("-") if part] if "-" in forms[0] else []
    titled = title_parts(forms[0]) if Told.TITLE in kinds else None
    how: dict[tuple[int, Told], int] = {}
    for place, member in enumerate(members):
        for kind in kinds:
            own = told_words(member, kind, corpus)
            spelt_out = bool(abbreviated) and all(any(same_word(part, each) for each in own) for part in abbreviated)
            # "IKT-koordinering" of a title that has it in two words.
            in_parts = bool(parts) and kind is not Told.NAME and all(fit(part, own, kind) >= HEAD for part in parts)
            how[place, kind] = ITSELF if spelt_out or in_parts else max(fit(form, own, kind) for form in forms)
            if titled is not None and kind is Told.TITLE and _has_parts(titled, own):
                how[place, kind] = max(how[place, kind], HEAD)
    least = max(max(how.values(), default=0) if best else 0, least, 1)
    return {kind: found for kind in kinds if (found := [m for n, m in enumerate(members) if how[n, kind] >= least])}
