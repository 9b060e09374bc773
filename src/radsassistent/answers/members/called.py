"""The words that a question has for members: in Norwegian Bokmål, by what they are for, and other words for the same people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.members.words import ONE_OF_A_SORT, ORDINALS, same_word
from radsassistent.documents.letters import CAPITAL
from radsassistent.search.english import norwegian_words
from radsassistent.search.terms import STOP_WORDS, words

# "FHIs" is of the FHI.
_GENITIVE = re.compile(rf"\b({CAPITAL}{{2,}})s\b")
_ENDING = re.compile(r"-(?:er|ene|et|en|a|ar|ane|s)$")
# How words of Nynorsk begin and end in Bokmål.
_BOKMÅL = tuple(
    (re.compile(nynorsk), bokmål)
    for nynorsk, bokmål in (
        ("sjuk", "syk"),
        ("(?<=s)vald", "valgt"),
        ("ombod", "ombud"),
        ("tilsett", "ansatt"),
        ("skule", "skole"),
        ("foreining", "forening"),
        ("(?:arane|erane)$", "erne"),
        ("ar$", "er"),
        ("leiar", "leder"),
        ("gjevar", "giver"),
        ("lærar", "lærer"),
        ("inga$", "ingen"),
    )
)
# What English names of organisations say of whom they are for, and have in compounds.
_ENGLISH = {
    "medical": ("lege",),
    "physicians": ("lege",),
    "physician": ("lege",),
    "network": ("nett",),
    "nursing": ("sykepleie",),
    "municipal": ("kommune",),
    "pharmacists": ("apotek",),
    "dentists": ("tannlege",),
    "authority": ("foretak",),
    "county": ("fylkeskommune",),
}


def _in_bokmål(word: str) -> tuple[str, ...]:
    """A word in the form of Bokmål where that is another: "sjukepleiarane" as "sykepleierne"."""
    form = word
    for nynorsk, bokmål in _BOKMÅL:
        form = nynorsk.sub(bokmål, form)
    return (form,) if form != word else ()


# "IKT-folk", "kommunerepresentantene": people by what they are for.
_PEOPLE_OF = re.compile(
    r"^(?P<what>\w{2,}?)-?(?:folk(?:a|ene|et|s)?|mann(?:en)?|menn(?:ene)?|kvinne(?:n|ne|r)?|dame(?:n|ne|r)?|dama|kar(?:en|er)?|person(?:en|er|ene|ar|ane)?|"
    r"representant(?:en|er|ene|ar|ane)?|representative|medlem(?:met|mer|mene|mar|mane)?|people|guy)$"
)
# Who keeps the record, who speaks: no kind of people by what they are for.
_NO_PEOPLE_OF = re.compile(
    r"^(?:for|tals?|tale|ord|styre|råds?|utvalgs?|utvals?|nemnds?|bruker|vara|per|til|om|ombuds?|tillits)"
)


def for_people(word: str) -> tuple[str, ...]:
    """What people are for who are called by it: "ikt" of "ikt-folk"."""
    match = _PEOPLE_OF.match(word)
    return (match["what"].removesuffix("-"),) if match is not None and not _NO_PEOPLE_OF.match(word) else ()


def asked_words(text: str, *, in_english: bool) -> list[tuple[str, ...]]:
    """The telling words of a question, each with what it is in Norwegian where that is asked in English."""
    found: list[tuple[str, ...]] = []
    for word in words(_GENITIVE.sub(r"\1", text)):
        bare = _ENDING.sub("", word)
        bare = bare.removesuffix("'s").removesuffix("’s")
        if bare in STOP_WORDS and bare not in ORDINALS:
            continue
        translated = (*norwegian_words(bare), *_ENGLISH.get(bare, ())) if in_english else _in_bokmål(bare)
        found.append((bare, *for_people(bare), *translated))
    return found


# Who is called by several words: those for whom somebody sits, and what their organisations are named after.
_CALLED = tuple(
    tuple(each.split())
    for each in (
        "ungdom unge ungdommer ungdommene elev elever elevene",
        "passasjer passasjerer passasjerar reisende reisande trafikanter",
        "fisker fiskere fiskar fiskarar fiskeri",
        "bonde bønder bøndene bondelag gårdbruker gardbrukar landbruk",
        "fastlege fastleger allmennlege allmennleger allmennpraktiker allmennpraktikar allmennpraktikere",
        "eldre gamle pensjonist pensjonister senior",
        "pasient pasienter pasientar pasientene pasientane bruker brukere brukarar brukerne brukarane",
        "oppdrett oppdretter oppdrettere havbruk akvakultur",
        "foreldre foresatte føresette",
        "ansatte tilsette arbeidstakere arbeidstakarar tillitsvalgt tillitsvald fagforening fagforeining "
        "fagforbund arbeidsforbund",
        "næringsliv næringslivet bedrift bedrifter bedriftene næringsforening næringsforeining",
        "innbyggere innbyggjarar innbyggerne borgere",
        "historielag historielaga historielagene historielagets sogelag sogelaga bygdelag",
        # The parties of the Storting, which lists have by their letters; those of one letter are not told from other letters.
        "senterpartiet sp",
        "arbeiderpartiet arbeidarpartiet ap",
        "fremskrittspartiet framstegspartiet frp",
        "miljøpartiet mdg",
    )
)
# A compound begins with one of these words where the word has so many letters.
_SHORTEST_BEGUN = 8


# One who asks for a "tillitsvalgt" asks for a title, which only some of those have who sit for the employees.
_TITLES = frozenset({"tillitsvalgt", "tillitsvald", "tillitsvalgte", "tillitsvalde"})


def also_called(forms: Sequence[str]) -> tuple[str, ...]:
    """The other words for the people whom a word is for: "passasjerene" are "reisende", "oppdrettsnæringa" is "havbruk"."""
    if forms[0] in _TITLES or ONE_OF_A_SORT.search(forms[0]):
        return ()
    found: list[str] = []
    for names in _CALLED:
        for form in forms:
            begun = any(len(name) >= _SHORTEST_BEGUN and form.startswith(name) for name in names)
            if begun or any(same_word(form, name) for name in names):
                found += names
    return tuple(found)
