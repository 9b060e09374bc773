"""Whether a question is for when the meeting itself begins or where it is held, in whatever order: every word of it says so."""

from __future__ import annotations

import re

from radsassistent.answers.agenda.days import WEEKDAYS
from radsassistent.archive import PassageKind
from radsassistent.meetings.dates import MONTHS
from radsassistent.search.corpus import Corpus
from radsassistent.search.terms import STOP_WORDS, stem, words

_WHEN = re.compile(
    r"\b(?:når|(?:hvilken|hva|kva|åssen|ka|kor)\s+tid|hvilket\s+klokkeslett|(?:hva|kva)\s+(?:er\s+)?klokk[ea]n?|when|what\s+time)\b",
    re.IGNORECASE,
)
# To be there: "være på plass", "møte opp", "sitte klar".
_BE_THERE = re.compile(
    r"\b(?:(?:være|vere|sitte|sitje|stå|be)\s+(?:på\s+plass|klar(?:e|t)?|der|til\s+stede|benket|in\s+place|ready|there)|"
    r"(?:møte|stille|dukke|troppe|show|turn)\s+(?:opp|up)|møte)\b",
    re.IGNORECASE,
)
# The meeting is begun: "braker det løs", "settes møtet", "setter vi i gang".
_IS_BEGUN = re.compile(
    r"\b(?:braker|brakar|går|gjeng|drar|dreg|setter|set|sett|satte|kjører|køyrer|tar|tek|tok)\s+"
    r"(?:(?:det|vi|me|dere|de|dei|\w*møtet)\s+)?(?:løs|laust|i\s+gang|til|fatt)\b|\b(?:møtestart|oppmøte)\b",
    re.IGNORECASE,
)
# Anything may begin: said of the meeting or of "us" alone it is the meeting.
_BEGINS = re.compile(
    r"\b(?:settes|starte[rst]?|startar|begynne[rs]?|byrja[rst]?|åpne[rs]?|opna[rst]?|begins?|starts?|kicks?\s+off|opens?)\b",
    re.IGNORECASE,
)
_ON_IT = re.compile(r"\b(?:på|med|with|on)\s+(?:den|det|denne|dette|it|this|that)\b(?!\s+\d)", re.IGNORECASE)
# What the asker may call the meeting, and say besides, that tells it from no other question.
_OF_MEETING = frozenset(
    stem(word)
    for word in (
        "møtet møte rådsmøtet rådsmøte samlingen samlinga samling dagen rådet utvalget utvalet styret nemnda meeting council"
    ).split()
)
_BESIDES = frozenset(
    stem(word)
    for word in (
        "må skulle bør dag day hele heile "
        "folkene folka mine våre medlemmene medlemene representantene "
        "deltakerne deltakarane kollegaene "
        "morgenen morgonen morgen morgon formiddagen formiddag idag today morning starten begynnelsen byrjinga oppstarten "
        "senest seinast presis tidligst tidlegast altså egentlig eigentleg nå rett riktig tide løpet med denne these kl klokka "
        "klokken sharp need have should must people members byen by town oslo holde holder sammen saman samles samlast"
    ).split()
)
_DAY = re.compile(
    rf"\b(?:den\s+)?\d{{1,2}}\.(?:\s*(?:{'|'.join(MONTHS)}))?(?:\s+20\d\d)?|\b(?:{'|'.join(WEEKDAYS)})(?:en)?\b",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\b(?:(?:hvor|kor)(?!\s+(?:mange|mye|mykje|lenge|lang|langt|stor\w*|ofte|mykje))|kvar|where|(?:hvilket|hvilken|kva|kva\s+for\s+eit|hva|what|which)(?:\s+(?:heter|heiter|is|er))?)\b",
    re.IGNORECASE,
)
_A_PLACE = re.compile(
    r"\b(?:(?:møte)?rom(?:met)?|(?:møte)?lokale(?:t|r|ne)?|(?:møte)?sal(?:en)?|bygg(?:et)?|hus(?:et)?|adresse(?:n|a)?|møtested(?:et)?|"
    r"møtestad(?:en)?|oppmøtested(?:et)?|(?:meeting\s+)?room|venue|building|address)\b",
    re.IGNORECASE,
)
_IS_HELD = re.compile(
    r"\b(?:sitte[rs]?|sit|sitje|møtes|møtast|samles|samlast|treffes|treffast|være|vere|være\s+samlet|holdt?e?s?|held|haldast|foregå[rs]?|"
    r"finne[rs]?\s+sted|avholdes|ligger|ligg|meet(?:ing)?|held|sitting|located)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:vi|me|jeg|eg|dere|dykk|man|we|(?-i:I)|you)\b", re.IGNORECASE)
# A longer question is about something in the meeting.
_MOST_WORDS = 16


def asks_when_it_begins(text: str, corpus: Corpus) -> bool:
    """Whether a question is for when the meeting begins, or when one has to be there, and for nothing else."""
    rest = _IS_BEGUN.sub(" ", _BE_THERE.sub(" ", text))
    begins = rest != text or (_BEGINS.search(text) is not None and _is_ours(text))
    asks = (
        begins and _WHEN.search(text) is not None and _ON_IT.search(text) is None and len(text.split()) <= _MOST_WORDS
    )
    venues = (str(fact.data["venue"] or "") for fact in corpus.of_kind(PassageKind.MEETING)) if asks else ()
    left = _left(_WHEN.sub(" ", _BEGINS.sub(" ", rest))) if asks else set[str]()
    # "Når starter møtet i Oppdiktnes?" where it is held there.
    return asks and not left - {term for venue in venues for term in corpus.terms(venue)}


def asks_where_it_is(text: str, corpus: Corpus) -> bool:
    """Whether a question is for the place of the meeting and for nothing else: it is spoken of as ours, or by a word that no
    document has for anything.
    """
    place, held = _A_PLACE.search(text), _IS_HELD.search(text) or _BE_THERE.search(text)
    if (
        _WHERE.search(text) is None
        or _WHEN.search(text) is not None
        or (place is None and held is None)
        or len(text.split()) > _MOST_WORDS
    ):
        return False
    unknown = place is not None and not any(word in corpus.words for word in words(place[0]))
    rest = _WHERE.sub(" ", _A_PLACE.sub(" ", _IS_HELD.sub(" ", _BE_THERE.sub(" ", text))))
    return (unknown or (held is not None and _is_ours(text))) and not _left(rest)


def _is_ours(text: str) -> bool:
    """Whether a question speaks of us or of the meeting."""
    return _WE.search(text) is not None or bool(_OF_MEETING & {stem(word) for word in words(text)})


def _left(text: str) -> set[str]:
    """The words of a text that speak of something else than the meeting."""
    rest = _DAY.sub(" ", text)
    return {stem(word) for word in words(rest) if word not in STOP_WORDS} - _OF_MEETING - _BESIDES
