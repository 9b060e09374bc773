"""A question that asks two things, to the questions that it holds."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from radsassistent.documents.letters import CAPITAL
from radsassistent.search.relative_years import of_that_year
from radsassistent.search.terms import is_english

# What a question begins with: "hvem", "fra når", "til hvilken", "how many".
_OPENING = (
    r"(?:(?:i|på|fra|frå|til|av|for|med|hos|ved|innen|siden|sidan|under|om|from|to|by|in|at|on|for|with|of|since)\s+)?"
    r"(?:hvem|hva|når(?!\s+det\s+gjeld)|hvor|hvilke[nt]?|hvordan|hvorfor|kven|kva|kor|korleis|kvifor|who|what|which|when|where|how|why)\b"
)
_WITH_PREPOSITION = re.compile(
    rf"^\s*(?!(?:hv|kv|når|kor|who|what|which|when|where|how|why))(?={_OPENING})", re.IGNORECASE
)
# "Hvem legger frem sak 9, og når er målet …": a second question word after "og"; "…, og bruker de den?": a second verb.
_SECOND = re.compile(
    rf"\s*,?\s+(?:og|and)\s+(?={_OPENING})"
    r"|\s*,\s+(?:og|and)\s+(?=(?!(?:etter|for|under|over|der|her|heller|eller|ved|mer|meir)\b)(?:\w+(?:r|[rt]e)|kan|vil|må|does|do|is|are|did|has|have)\s+"
    r"(?:den|det|de|dei|han|hun|ho|vi|noen|nokon|noe|noko|it|they|he|she|we)\b)",
    re.IGNORECASE,
)
# "Hvor mange er med, hvem leder dem, og …": one more before the last. "Når" and "hvor" after a comma may only go on.
_BEFORE_LAST = re.compile(
    r"\s*,\s+(?=(?:hvem|hva|(?:hvor|kor)\s+(?:mange|mye|mykje|stor\w*|lenge|lang\w*|ofte)|(?:(?:i|på|fra|til|av|for)\s+)?hvilke[nt]?|kven|kva|"
    r"who|what|which|how\s+(?:many|much)|(?:når|when)\s+(?!(?:det|den|de|dei|vi|man|han|hun|ho|it|they|we)\b)\w+\s+(?:det|den|de|dei|vi|man|han|hun|ho|"
    r"it|they|we))\b)",
    re.IGNORECASE,
)
# "FHI-tall: hvor mange …, og …", "Lykter – antall i år og …": what the questions are about, or why they are asked.
_LEAD = re.compile(r"^\s*(?P<lead>[^:?]{2,80}?)(?::|\s[–—-])\s+")
# A lead of more words than this tells no subject, but what it is about: "Kort om traktorene: …".
_SUBJECT = 3
_ABOUT = re.compile(r"\b(?:om|on|about)\s+(?P<subject>[^:]+)$", re.IGNORECASE)
# "… deler medisinlisten. Hvem …": what is said before a question; no full stop of "kl. 12" or "1. kvartal".
_SENTENCE = re.compile(rf"(?<=[^\W\d_]{{3}}[.!])\s+(?={CAPITAL})|(?<=[\w%)»\"]\?)\s+(?=\S)")
# "Han nye fra Lykteby – hva heter han?", "hun fra garntilsynet: hva jobber hun som?": whom the questions are about.
_WHOM = re.compile(
    r"^(?:(?:og|men)\s+)?(?:han|hun|ho|den|de|dei)\s+(?:nye?\s+)?(?:\w+\s+)?(?:fra|frå|i|på|hos|med|for)\s+\S",
    re.IGNORECASE,
)
_LONGEST_WHOM = 7
_OF_ASKER = re.compile(r"\b(?:jeg|eg|meg|vi|oss|du|me|we|you)\b", re.IGNORECASE)
# "Si når …", "kan du fortelle hvem …": a question put as a wish.
_WISH = re.compile(
    r"^\s*(?:(?:jeg|eg)\s+(?:lurer|lurar|undrast)\s+på|(?:(?:kan|kunne|can|could)\s+(?:du|you)\s+)?(?:(?:vært|være|vere|vore)\s+så\s+snill\s+å\s+)?"
    r"(?:si|seie|fortell\w*|fortel\w*|svar\w*|forklar\w*|tell|say)(?:\s+(?:meg|oss|me|us))?(?:\s+(?:på|om))?)[,:]?\s+"
    rf"(?={_OPENING})",
    re.IGNORECASE,
)
# "Jeg kommer først ett. Hvem har ordet da, og …": what was said is meant.
_THEN = re.compile(r"\b(?:da|då|then)\b", re.IGNORECASE)
_YES_NO = re.compile(
    r"^\s*(?:er|ble|blei|vart|har|skal|finnes|finst|kan|vil|kommer|kjem|får|må|bør|var|blir|is|was|does|has|did|are|will|do)\s+\S",
    re.IGNORECASE,
)
# "Hvilket sykehus, hvilken kommune og hvilken bydel er med?": one question of several things.
_NO_QUESTION = re.compile(r"^\s*(?:hvilke[nt]?|kva|which|what)\s+\w+\W*$", re.IGNORECASE)
# "Hvem sitter i henholdsvis rådet og styret?": the same asked of each.
_OF_BOTH = re.compile(
    r"^(?P<start>.+?)\s+(?:(?P<preposition>i|på|fra|frå|for|hos|av|in|from|for)\s+)?(?:henholdsvis|høvesvis)\s+(?:(?P<within>i|på|fra|frå|for|hos|av)\s+)?"
    r"(?P<one>[^,?]+?)\s+og\s+(?:(?:i|på|fra|frå|for|hos|av)\s+)?(?P<two>[^,?]+?)\s*[?.!]*$",
    re.IGNORECASE,
)
# "Hva er de redde for, både for lyktene og for fyrene?": the same of each, unless one place tells of both.
_BOTH_OF_A_KIND = re.compile(
    r"^(?P<start>(?:hva|kva|hvor|kor|hvordan|korleis|hvorfor|kvifor|når|what|how|why|when)\b[^,?]*?),?\s+"
    r"(?:(?:både|both)\s+(?P<preposition>for|i|på|fra|frå|hos|med|om|from|in|on|of|with)|"
    r"(?P<before>for|i|på|fra|frå|hos|med|om|from|in|on|of|with)\s+(?:både|both))\s+"
    r"(?P<one>[^,?]+?)\s+(?:og|and)\s+(?:(?:for|i|på|fra|frå|hos|med|om|from|in|on|of|with)\s+)?(?P<two>[^,?]+?)\s*[?.!]*$",
    re.IGNORECASE,
)
# "Når kommer data fra skolene og fra tannlegene inn?": one question of two that are named with the same preposition.
_TWO_OF_A_KIND = re.compile(
    r"\b(?P<preposition>fra|frå|for|hos|ved|av|i|på|from|for|in|at)\s+(?P<one>(?:(?!\b(?P=preposition)\b)[^,?\d])+?)\s+(?:og|and)\s+(?P=preposition)\s+"
    r"(?P<two>[^\s,?\d]+)(?P<rest>\s+(?:inn|ut|opp|ned|i|på|til|for|av|fra|frå|om|innen|med|å|in|to|into)\b.*|\s*[?.!]*)$",
    re.IGNORECASE,
)
# "Hva sies om lyktene i sak 3 og i rapporten?": the same is asked of two places.
_TWO_PLACES = re.compile(
    r"^(?P<start>(?:hva|kva|what)\s+(?:(?:sies|seiast|står|stod|sto|skrives|vises|heter|heiter)\b|(?:blir|ble|blei|vert|vart|er|is|was)\s+(?:det\s+)?"
    r"(?:sagt|skrevet|skrive|nevnt|nemnt|said|written)\b|(?:does|do)\s+(?:it|they)\s+say\b).*?)\s+(?:både\s+|both\s+)?(?P<preposition>i|på|in|on)\s+"
    r"(?P<one>(?:(?!\b(?P=preposition)\b)[^,?])+?)\s+(?:og|and)\s+(?P=preposition)\s+(?P<two>[^,?]+?)\s*[?.!]*$",
    re.IGNORECASE,
)
# "…, og hva i mål 3?", "…, og hvor mange fra sør?": the question before, of another place, time or thing.
_OF_ANOTHER = re.compile(
    rf"^\s*(?P<asked>{_OPENING}(?:\s+(?:mange|mye|mykje|many|much))?)\s+(?P<place>(?P<preposition>i|på|fra|frå|for|hos|ved|av|om|til|in|from|for|at|on|of)\s+\S.*)$",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"^\s*(?:(?:fra|frå|from)\s+)?(?:når|hvor\s+m|kor\s+m|how\s+m|when)", re.IGNORECASE)
# "Hvor mange sitter begge steder, i … og i …": one number.
_TOGETHER = re.compile(r"\b(?:begge|både|both)\b", re.IGNORECASE)
_QUESTION_WORD = re.compile(rf"^\s*{_OPENING}", re.IGNORECASE)
# "Hvem er inhabil, og hvem tar plassen da?": who comes is told with who is away.
_AND_WHO_COMES = re.compile(
    r"^(?:hvem|kven|who|(?:er|har|is|has)\s+(?:noen|nokon|any\w+))\b[^,?]*\b(?:forfall|frafall|avbud|fravær\w*|borte|vekke|inhabil\w*|ugild\w*|permisjon|syk|sjuk|"
    r"(?:kommer|kjem|møter|kan)\s+ikk\w+|absent|away|disqualified)\b[^,?]*?,?\s+(?:og|and)\s+(?:hvem|kven|who)\s+"
    r"(?:(?:tar|tek|takes)\s+(?:(?:da|då)\s+)?(?:over|plassen|setet|stolen|the(?:ir)?\s+seat)|(?:møter|kommer|kjem|stiller|sitter|sit|går|trer|trår|er\s+med|comes?|is)\b"
    r".*\b(?:i\s+(?:stedet|staden|hans|hennes|hennar|deres)|isteden|istaden|inn|for\s+(?:dem|dei|ham|han|henne|ho|vedkommende)|instead)|er\s+(?:da\s+|då\s+)?vara\w*|"
    r"erstatter|erstattar)\b[^?]*\?*$",
    re.IGNORECASE,
)
_SUBJECTLESS = re.compile(
    r"\b(?:(?:det|den|de|dette|der|etterpå|deretter|han|hun|ho|vedkommende|hans|hennes|hennar|it|that|they|he|she|his|her|there)\b|"
    # "Hva koster løsningen?": what the other part names.
    r"(?:løsning(?:en|a)|løysinga|tjenest(?:en|a)|tenesta|ordning(?:en|a)|prosjektet|tiltaket|satsing(?:en|a)|systemet)\b"
    r"(?!\s+(?:for|om|som|til|av|fra|frå|med|hos)\b))",
    re.IGNORECASE,
)
# "Hvilken kommune har flest …, og hvor mange?": the one that has most is told with how many it has.
_HOW_MUCH_OF_IT = re.compile(
    r"\s*,?\s+(?:og|and)\s+(?:hvor|kor|how)\s+(?:mange|mye|mykje|stor\w*|høy\w*|høg\w*|lang\w*|dyr\w*|many|much|high|large)"
    r"(?:\s+(?:er|var|ble|blir|ligger|is|are|was|were))?(?:\s+(?:det|den|de|dei|it|they|there))?(?:\s+(?:på|snakk\s+om|der))?\s*[?.!]*\s*$",
    re.IGNORECASE,
)
_EXTREME = re.compile(
    r"\b(?:(?:mest|flest|færr[ea]st|minst|verst|best|most|least|fewest|worst|highest|lowest|largest|biggest|smallest)"
    r"|(?:høy|høg|lav|låg|stør|dyr|billig|billeg|len|kort|dårlig|dårleg|svak)(?:e?st|ast)\w*)\b",
    re.IGNORECASE,
)
# "Jeg finner to tall for antall lykter, hvilke er det?": how many there are is asked, wherever it is told.
_TWO_FIGURES = re.compile(
    r"^\W*(?:(?:jeg|eg|vi|me|i|we)\s+(?:finner|finn|fann|fant|ser|såg|så|leser|les|find|found|see)\s+|(?:det|there)\s+(?:står|er|finnes|oppgis|are)\s+|"
    r"(?:hvilke|kva(?:\s+for)?|which)\s+)(?:de\s+|dei\s+|the\s+)?(?:to|flere|fleire|two|several)\s+(?:(?:ulike|forskjellige|motstridende|different|conflicting)\s+)?"
    r"(?:tall|tal|figures|numbers)\s+(?:(?:oppgis|står|er\s+oppgitt|are\s+given)\s+)?(?:for|på|om|of)\s+"
    r"(?:(?P<counted>(?:hvor|kor)\s+mange|how\s+many)|antall|antal|talet\s+på|the\s+number\s+of)\s+(?P<subject>[^,.:;?]+)"
    r"(?:[,.:;]\s*(?:hvilke\w*|kva|which|what)\b.*)?\W*$",
    re.IGNORECASE,
)
# What makes a sentence of catchwords.
_NO_CATCHWORDS = re.compile(
    r"\b(?:som|at|om\s+(?:det|de|den|vi|flere|fleire)|jeg|eg|vi|me|du|that|we|you)\b", re.IGNORECASE
)
# What parts catchwords that stand without a question: "…, og …", "… + …".
_AND = re.compile(r"\s*,\s+(?:og|samt|and)\s+|\s+\+\s+", re.IGNORECASE)
# "oppstart av forsøket og pris på utstyret": each thing has a preposition or is a measure.
_BARE_AND = re.compile(r"\s+(?:og|samt|and)\s+", re.IGNORECASE)
_OF_SOMETHING = re.compile(r"\S\s+(?:i|på|av|for|til|fra|frå|hos|med|om|in|on|of|for|to|from)\s+\S", re.IGNORECASE)
_A_MEASURE = re.compile(
    r"^\s*(?:antall?\w*|talet|tallet|andel\w*|pris\w*|kostnad\w*|number|share|cost)\s+\S", re.IGNORECASE
)
_ANY_QUESTION = re.compile(
    r"\b(?:hv(?:em|a|ilke[nt]?|or|ordan|orfor)|når|kven|kva|kor\w*|kvifor|who|what|which|when|where|how|why|er|var|har|skal|kan|vil|må|blir|ble|"
    r"fikk|får|gi|list|nevn|vis|finn|fortell|oppsummer\w*|skriv|lag|sammenlign|is|are|was|give|show|tell|list)\b",
    re.IGNORECASE,
)
# More questions than this in one are not taken apart.
MOST_PARTS = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One of the questions in a question. `before` is the first of them; `subjectless`: this one only says "det".

    `after` is the last of them, of the first alone: "Hvor mange barn og hvor mange voksne kommer?". `perhaps`: "og" may as well
    stand between two things that are asked for together; then the question itself is asked where a part finds nothing.
    """

    question: str
    before: str = ""
    subjectless: bool = False
    after: str = ""
    perhaps: bool = False

    @property
    def with_the_other(self) -> Part | None:
        """The part with what it may leave to the other: the first takes it from the last, a later one from the first."""
        other = self.before or self.after
        return replace(self, before=other, subjectless=True) if other and not self.subjectless else None

    def of_year(self, years: Collection[str]) -> Part:
        """The part with the one year that is spoken of for "det året"."""
        question = of_that_year(self.question, years)
        return self if question == self.question else replace(self, question=question, subjectless=leans(question))


def parts(question: str) -> list[Part]:
    """The questions that a question holds, each to be answered alone; mostly the question itself."""
    two = _TWO_FIGURES.match(question)
    if two is not None:
        many = two["counted"] or ("how many" if is_english(question) else "hvor mange")
        return [Part(f"{many.capitalize()} {two['subject'].strip()}?")]
    said, asked = said_before(question)
    lead = _LEAD.match(asked)
    subject = _subject(lead["lead"]) if lead is not None else ""
    asked = asked[lead.end() :] if lead is not None else asked
    wish = _WISH.match(asked)
    asked = _WISH.sub("", asked)
    if not (_QUESTION_WORD.match(asked) or (_YES_NO.match(asked) and lead is None)):
        return (
            _of_catchwords(question, asked, lead["lead"] if lead is not None else "") if not said else [Part(question)]
        )
    if _AND_WHO_COMES.match(asked):
        return [Part(question)]
    most = _HOW_MUCH_OF_IT.search(asked)
    if most is not None and _EXTREME.search(asked[: most.start()]):
        return [Part(f"{question[: len(question) - len(most[0])]}?")]
    found = _each_question(asked)
    if not 2 <= len(found) <= MOST_PARTS or any(len(part.split()) < 2 for part in found):
        return [Part(question)]
    if subject:
        found = [f"{subject}: {part}" for part in found]
    if said and (leans(found[0]) or _THEN.search(found[0]) or not _OF_ASKER.search(said)):
        found = [f"{said} {part}" for part in found]
    first = found[0]
    found = [first, *(_of_another(first, part) or part for part in found[1:])]
    # "Hvor mange kommer, og fra hvor?": the second may be next to nothing without the first.
    bare = any(_WITH_PREPOSITION.match(part) for part in found[1:])
    perhaps = bare or len(_SENTENCE.split(asked)) > 1 or wish is not None or _BOTH_OF_A_KIND.match(asked) is not None
    later = (Part(f"{part}?", first, leans(part), perhaps=perhaps) for part in found[1:])
    return [Part(f"{first}?", after=found[-1], perhaps=perhaps), *later]


def said_before(question: str) -> tuple[str, str]:
    """What is said before the first question of a text, and the rest: "Begge leverer melk. Hvem …, og hva …?"."""
    sentences = _SENTENCE.split(question)
    first = next((place for place, each in enumerate(sentences) if each.rstrip().endswith("?")), 0)
    said = [each for each in sentences[:first] if not _QUESTION_WORD.match(each) and not _WISH.match(each)]
    return (" ".join(said), " ".join(sentences[first:])) if len(said) == first else ("", question)


def _subject(lead: str) -> str:
    """What a lead says the questions are about; "" where it only says why they are asked."""
    about = _ABOUT.search(lead)
    if about is not None and not leans(about["subject"]):
        return about["subject"]
    if _WHOM.match(lead) and len(lead.split()) <= _LONGEST_WHOM:
        return lead
    return lead if len(lead.split()) <= _SUBJECT and not _OF_ASKER.search(lead) else ""


def _each_question(asked: str) -> list[str]:
    """The questions of a text that begins with one: after "og", in sentences of their own, of each of two."""
    both = _OF_BOTH.match(asked)
    if both is not None:
        preposition = both["preposition"] or both["within"]
        start = f"{both['start']} {preposition}" if preposition else both["start"]
        return [f"{start} {both['one']}", f"{start} {both['two']}"]
    found: list[str] = []
    for sentence in _questions(asked):
        of_sentence = _SECOND.split(sentence)
        if len(of_sentence) > 1:
            of_sentence = [part for each in of_sentence for part in _BEFORE_LAST.split(each)]
        shared = not _NO_QUESTION.match(of_sentence[-1]) and any(map(_NO_QUESTION.match, of_sentence[:-1]))
        found += map(_bare, [sentence] if shared else of_sentence)
    return found if len(found) > 1 else _of_each(asked)


def _questions(text: str) -> list[str]:
    """The sentences of a text that ask something; where the last says what a yes or no is to be told by, that one alone."""
    sentences = [re.sub(r"^(?:og|and|men|but)\s+", "", each, flags=re.IGNORECASE) for each in _SENTENCE.split(text)]
    asking = [each for each in sentences if _QUESTION_WORD.match(each) or _YES_NO.match(each) or _WISH.match(each)]
    if len(asking) != len(sentences):
        return [text]
    if len(asking) > 1 and _WISH.match(asking[-1]):
        asking = asking[-1:]
    return [_WISH.sub("", each) for each in asking]


def _of_catchwords(question: str, asked: str, lead: str) -> list[Part]:
    """What is asked for without any question word or verb, each thing alone: "Lykter: antall i 2030 + pris i 2031"."""
    perhaps = False
    found = list(map(_bare, _AND.split(asked)))
    if len(found) == 1 and not _NO_CATCHWORDS.search(asked):
        perhaps = True
        of_question = _SECOND.split(asked) if lead else [asked]
        found = list(map(_bare, of_question if len(of_question) > 1 else _BARE_AND.split(asked)))
        if not all(
            _OF_SOMETHING.search(part) or _A_MEASURE.match(part) or _QUESTION_WORD.match(part) for part in found
        ):
            return [Part(question)]
        if not lead and not _OF_SOMETHING.search(found[0]):
            # "Antall deltakere og hjelpere på øvelsen" are both of the exercise.
            return [Part(question)]
    things = " ".join(part for part in found if not (perhaps and lead and _QUESTION_WORD.match(part)))
    fewest = 2 if perhaps else _SUBJECT
    if (
        _ANY_QUESTION.search(things)
        or not 1 < len(found) <= MOST_PARTS
        or any(len(part.split()) < fewest for part in found)
    ):
        return [Part(question)]
    if lead and len(lead.split()) <= _SUBJECT:
        found = [f"{lead}: {part}" for part in found]
    first = Part(found[0], after=found[-1], perhaps=perhaps)
    return [first, *(Part(part, found[0], leans(part), perhaps=perhaps) for part in found[1:])]


def _bare(part: str) -> str:
    """A part without the marks around it; the full stop of "den 22." is its own."""
    return re.sub(r"(?<=[^\W\d])\.$", "", part.strip(" ?,!"))


def leans(question: str) -> bool:
    return bool(_SUBJECTLESS.search(question))


def _of_each(question: str) -> list[str]:
    """When or how much it is of each of two that a question names with the same preposition; else the question itself."""
    places = _TWO_PLACES.match(question)
    if places is not None:
        return [f"{places['start']} {places['preposition']} {places[which]}" for which in ("one", "two")]
    same = _BOTH_OF_A_KIND.match(question)
    if same is not None:
        preposition = same["preposition"] or same["before"]
        return [f"{same['start']} {preposition} {same[which]}" for which in ("one", "two")]
    both = _TWO_OF_A_KIND.search(question) if _MEASURED.match(question) and not _TOGETHER.search(question) else None
    if both is None:
        return [question]
    start, rest = question[: both.start()], both["rest"].strip(" ?.!")
    return [f"{start}{both['preposition']} {named} {rest}".strip() for named in (both["one"], both["two"])]


def _of_another(first: str, part: str) -> str | None:
    """The first question with the last words of a part that has no verb of its own: "Hvor mange kom fra nord, og hvor mange fra
    sør?"; None where the two do not ask alike.
    """
    another = _OF_ANOTHER.match(part)
    if another is None or not first.lower().startswith(f"{another['asked'].lower()} "):
        return None
    *_, last = (None, *re.finditer(rf"\b{another['preposition']}\s", first, re.IGNORECASE))
    return f"{first[: last.start()]}{another['place']}" if last is not None else None
