"""An earlier question with a word of it swapped for one of its sort: "og nestleder?", "og lavest?", "til orientering?"; or with
another question word: "når?", "hvilke?", "hvor mange er de?".
"""

from __future__ import annotations

import re

_SORTS = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        # What somebody is in a council or a meeting.
        r"(?:nest)?(?:leder|leiar)(?:en|a)?|sekretær(?:en)?|(?:møte)?(?:sekretær|leder|leiar)(?:en)?|referent(?:en)?|observatør(?:en|er|ene|ar|ane)?|"
        r"(?:(?:første|andre|tredje|fyrste|[123]\.)\s+)?vara(?:medlem\w*|representant\w*|leder\w*)?|"
        r"chair(?:man|person)?|leader|deputy(?:\s+(?:leader|chair))?|secretary|observers?",
        # What a case is put up for.
        r"(?:orientering(?:ssak\w*)?|drøfting(?:ssak\w*)?|drøftelse|vedtak(?:ssak\w*)?|beslutning(?:ssak\w*)?|avgjerd|godkjenning(?:ssak\w*)?|diskusjon|"
        r"information|discussion|decision|approval)",
        # The most and the least.
        r"høyest[e]?|høgast[e]?|lavest[e]?|lågast[e]?|størst[e]?|minst[e]?|flest[e]?|færrest[e]?|færrast[e]?|mest|dyrest[e]?|dyrast[e]?|billigst[e]?|billegast[e]?|"
        r"lengst[e]?|kortest[e]?|kortast[e]?|best[e]?|dårligst[e]?|dårlegast[e]?|verst[e]?|eldst[e]?|yngst[e]?|"
        r"highest|lowest|largest|smallest|most|fewest|least|longest|shortest|cheapest|best|worst",
        r"rød[et]?|raud[et]?|gul[et]?|grønn?[et]?|grøn|red|yellow|green",
    )
)
# What may stand before the word that is swapped: "og hvem er nestleder?", "og den laveste?", "og lavest da?".
_BEFORE = re.compile(
    r"^\s*(?:(?:og|men|enn|and|but|hva\s+med|kva\s+med|what\s+about|den|det|de|dei|the|på|i|som|med|til|for)\s+)*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:\s+(?:da|då|then))?\s*[?.!]*\s*$", re.IGNORECASE)

_WORD = (
    r"når|kor\s+tid|kva\s+tid|hvorfor|kvifor|hvordan|korleis|hvor\s+(?:mange|mye|lenge|ofte|stor\w*)|kor\s+(?:mange|mykje|lenge|ofte|stor\w*)|"
    r"hvor|kvar|hvem|kven|hvilke[nt]?|kva\s+for\s+(?:ein|ei|eit|nokre|nokon)|"
    r"how\s+(?:many|much|long|often)|when|where|why|who|which(?:\s+ones)?|how"
)
# "Når?", "Til når da?", "Hvor mange er de?", "Hvilke?".
_BARE = re.compile(
    rf"^\s*(?:(?:og|men|and|but)\s+)?(?P<lead>til|innen|fra|frå|siden|sidan|by|until|from|since)?\s*(?P<word>{_WORD})"
    r"(?:\s+(?:da|då|det|dette|then)|\s+(?:er|var|ble|blei|vart|blir|is|are|was|were)\s+(?:det|de|dei|dem|it|they|that)(?:\s+(?:da|då|snakk\s+om|totalt|i\s+alt|til\s+sammen))?)?\s*[?.!]*\s*$",
    re.IGNORECASE,
)
_FROM_WHAT = re.compile(
    r"^\s*(?:og\s+)?(?:fra|frå|from)\s+(?:hva|kva|what)\s+(?:til|to)\s+(?:hva|kva|what)\s*\??$", re.IGNORECASE
)
# How an earlier question asks.
_ASKS = re.compile(
    rf"^\s*(?:(?:og|men|and|but)\s+)?(?:(?:til|innen|fra|frå|by|from)\s+)?(?P<word>{_WORD}|hva|kva|what)\b\s*",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"^(?:hvor\s+mange|kor\s+mange|how\s+many)$", re.IGNORECASE)
_NAMES = re.compile(r"^(?:hvilke[nt]?|kva\s+for\b.*|which\b.*|hvem|kven|who)$", re.IGNORECASE)
_WHICH = re.compile(r"^(?:hvilke[nt]?|kva\s+for\b.*|which\b.*)$", re.IGNORECASE)
_WHAT = re.compile(r"^(?:hva|kva|what|(?:hvor|kor|how)\s+.*)$", re.IGNORECASE)
_TIME_OR_ACTOR = re.compile(r"^(?:når|kor\s+tid|kva\s+tid|when|hvem|kven|who)$", re.IGNORECASE)
_PLACE_OR_REASON = re.compile(r"^(?:hvor|kvar|where|hvorfor|kvifor|why)$", re.IGNORECASE)
_WHICH_CASE = re.compile(r"\b(?:hvilken|hvilke|kva\s+for\s+(?:ei|ein)|which)\s+(?:sak|case)\b", re.IGNORECASE)


def swapped(earlier: str, fragment: str) -> str | None:
    """The earlier question with the word of a fragment in the place of the one of its sort; None where the fragment is more than
    such a word, or the earlier question has none, several, or the same.
    """
    bare = _AFTER.sub("", _BEFORE.sub("", fragment))
    for sort in _SORTS:
        if sort.fullmatch(bare) is None:
            continue
        found = list(sort.finditer(earlier))
        if len(found) != 1 or found[0][0].lower() == bare.lower():
            return None
        return f"{earlier[: found[0].start()]}{bare}{earlier[found[0].end() :]}"
    return None


def is_bare(question: str) -> bool:
    """Whether a turn is no more than a question word: "når?", "og hvor mange er det?"."""
    return _BARE.match(question) is not None


def is_from_what(question: str) -> bool:
    """Whether a turn is no more than "fra hva til hva?", which the answer before tells too."""
    return _FROM_WHAT.match(question) is not None


def asks_place_or_reason(question: str) -> bool:
    """Whether a bare question is for a place or a reason, which no case has."""
    bare = _BARE.match(question)
    return bare is not None and _PLACE_OR_REASON.match(bare["word"]) is not None


def asks_which(question: str) -> bool:
    """Whether a bare question is for the things that were counted: "hvilke?"."""
    bare = _BARE.match(question)
    return bare is not None and _WHICH.match(bare["word"]) is not None


def asked_otherwise(earlier: str, bare: str, case: str | None = None) -> str | None:
    """The earlier question with the question word of a bare one, `case` for "hvilken sak"; None where that asks the same.

    "Hvor mange havner er stengt?" – "Hvilke?"; "Hvem kommer fra Bodø?" – "Hvor mange er det?"; "Når er møtet?" – "Og hvor?".
    """
    new, old = _BARE.match(bare), _ASKS.match(earlier)
    if new is None or old is None or new["word"].lower() == old["word"].lower():
        return None
    if _WHICH.match(new["word"]) and not _COUNTS.match(old["word"]):
        return None
    if _COUNTS.match(new["word"]) and not _NAMES.match(old["word"]):
        return None
    if case is not None and _WHAT.match(old["word"]) and _TIME_OR_ACTOR.match(new["word"]):
        # "Hva koster bygget?" – "Når?": of the case that the answer is of.
        return None
    rest = earlier[old.end() :]
    if _WHICH_CASE.match(earlier[old.start("word") :]):
        if case is None:
            return None
        rest = re.sub(r"^(?:sak|case)\b", case, rest, count=1, flags=re.IGNORECASE)
    lead = f"{new['lead']} " if new["lead"] else ""
    asked = f"{lead}{new['word']}"
    return f"{asked[:1].upper()}{asked[1:]} {rest}".strip()
