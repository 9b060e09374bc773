"""The words that questions about tables are asked in: for measures, columns, times and rows; and which of them a table tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from itertools import repeat

from rapidfuzz.distance import Postfix, Prefix

from radsassistent.answers.figures.periods import of_period, periods
from radsassistent.answers.figures.rows import YEAR, Row
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.numbers import numbers
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.english import norwegian_terms
from radsassistent.search.lexical import SHORTEST_PREFIX
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import MIN_PART, begins_alike, stem, words

_Measure = tuple[re.Pattern[str], re.Pattern[str]]
# Each telling word of a question as what it may be in the archive's words, weighted.
AskedWords = Sequence[Mapping[str, float]]


def _measure(asked: str, column: str) -> _Measure:
    return re.compile(asked, re.IGNORECASE), re.compile(column, re.IGNORECASE)


# What asks for a measure or a thing that tables have a column of, and what that column is called.
MONEY = _measure(
    r"\b(?:kost(?:e|er|ar|et|a)?|pris(?:en)?|prislapp\w*|dyrt?|billi?g\w*|billeg\w*|kroner|kr|mill(?:ioner|ionar|\.)?|mnok|pengar?|penger|beløp\w*|"
    r"betal\w*|lagt\s+ut|brukt|bruke[rs]?|gå(?:r|tt)\s+med|gikk\s+(?:det\s+)?med|costs?|price)\b",
    r"\b(?:kr|kroner|mill\w*|mnok)\b|kost|\bpris|investering|utgift|beløp|avgift",
)
_IN_MONEY = re.compile(r"\b(?:kroner|kr|mill\w*|mnok|penge\w*|pengar)\b", re.IGNORECASE)
# "Hvor langt har de kommet?" asks for no length.
_COME = r".*\b(?:komm?e[nt]?|kome|nådd|come|got)\b"
_MEASURES = tuple(
    _measure(asked, column)
    for asked, column in (
        (r"\b(?:kvadratmeter|areal\w*|m2|m²|plass|dekar|mål|jord\w*)\b", r"areal|m²|kvadratmeter|dekar"),
        (
            r"\b(?:når|(?:hvilket|kva|hva\s+for\s+et)\s+år|ferdig\w*|frist\w*|innen|when|deadline)\b",
            r"ferdig|\bfrist|oppstart|\bdato|\bnår|slutt|innen|\btid",
        ),
        (r"\b(?:prosent\w*|andel\w*|(?:hvor|kor)\s+stor\s+del|percent|share)\b", r"%|prosent|andel|\bdel\b"),
        (r"\b(?:antall|antal)\b", r"antall|antal"),
        (r"\b(?:fikk|fekk|fått|got|granted)\b", r"tildel|innvilg|innvilga|bevilg|løyvd|mottatt"),
        (r"\b(?:endret|endra|justert|changed)\b", r"^(?:endring|differanse|change)"),
        (r"\b(?:hvem|kven|who|ansvar\w*|eier|eig)\b", r"ansvar|\beie|\beig|\bhvem|\bkven|leder|leiar|risikoeier|utfør"),
        (
            r"\b(?:tiltak\w*|mottiltak\w*|gjør(?:e|es)?|gjere|gjerast|gjort|unngå\w*|forhindr\w*|hindr\w*|dempe\w*|prevent\w*)\b",
            r"tiltak|oppfølging|handling",
        ),
        (r"\b(?:vurder\w*|bedøm\w*|assess\w*)\b", r"vurder"),
        (
            r"\b(?:status|går\s+det\s+med|gjekk\s+det\s+med|gikk\s+det\s+med|langt\s+(?:er|har))\b",
            r"status|tilstand|fr[ae]mdrift|ferdig",
        ),
        (rf"\b(?:hvor|kor|how)\s+(?:langt|far)\b(?={_COME})", r"fr[ae]mdrift|ferdig|progress"),
        (r"\b(?:minutt\w*|tid\s+tar|reisetid\w*)\b", r"\bmin\b|minutt|tid"),
        (
            r"\b(?:start(?:et|a|e)?|begyn\w*|byrj\w*|møt(?:te|t)|started|began)\b",
            r"\bstartet|\bstarta|begyn|byrja|\bmøtt|oppmøt|tatt\s+opp|tatt\s+inn|\bnye\b",
        ),
        (
            r"\b(?:fullfør\w*|ferdige?|bestått|besto[dt]?|(?:kom\w*|kjem)\s+(?:seg\s+)?(?:i?gjennom|i\s+mål)|gjennomfør\w*|greidde|klarte|completed|finished|passed)\b",
            r"fullfør|bestått|besto|gjennomfør|uteksaminert|ferdige?\b",
        ),
        (
            r"\b(?:avbr[uøo]\w*|frafall\w*|fråfall\w*|dropp?et?|falt\s+fra|fall(?:e|i)\s+fr[aå]|hoppet\s+av|ga\s+opp|dropped\s+out|quit)\b",
            r"avbr|frafall|fråfall|sluttet|slutta\b",
        ),
        (
            r"^\W*(?:hvor|kor|kvar|where)\s+(?!m[ay]|stor|høy|høg|lang|lenge|oft)|\bsted\w*|\bstad(?:en)?\b",
            r"sted|\bstad|lokale|adresse",
        ),
        (
            r"\b(?:i\s+dag|today|currently)\b",
            r"\b(?:dagens|nåværende|noverande|gjeldende|gjeldande|i\s+dag|current)\b",
        ),
        (r"\b(?:dag|dager|dagar|ukedag\w*|vekedag\w*)\b", r"\bdag(?:er|ar)?\b"),
        (r"\b(?:økonomi\w*|penger|pengar|pengene)\b", r"økonomi"),
        (r"\bbruk(?:e|er|ar|te|t)?\b", r"\b(?:brukere|brukarar|brukar)\b"),
        (r"\b(?:krev\w*|krav\w*|kreves|må\s+til)\b", r"\bkrav"),
        (
            r"\b(?:for\s+eller\s+i?mot|imot|mente?|meiner?|mener|meinte|støtt\w*|holdning\w*|syn(?:et)?)\b",
            r"\bsyn\b|holdning|haldning|standpunkt|støtte",
        ),
    )
)
PERIOD_END = re.compile(
    r"\b(?:utgangen|slutten|enden)\s+av\s+(?:perioden|tiåret)|\bsiste\s+året\b|\bsiste\s+år(?:et)?\s+(?:av|i)\s+(?:perioden|tabellen)|\bend\s+of\s+the\s+period\b",
    re.IGNORECASE,
)
# One year is asked for against another.
COMPARED = re.compile(r"\b(?:enn|than|fra\s+(?:19|20)\d\d\s+til|frå\s+(?:19|20)\d\d\s+til)\b", re.IGNORECASE)
# What only a column of it answers.
_DEMANDED = tuple(
    _measure(asked, column)
    for asked, column in (
        (
            rf"\b(?:hvor|kor|how)\s+(?:lange?|langt|long)\b(?!\s+(?:tid|time)|{_COME})",
            r"leng[td]|\bkm\b|meter|tid|min\b|varig",
        ),
        (r"\b(?:hvor|kor|how)\s+(?:bred|brei|wide)\w*", r"bredd|breid"),
        (r"\b(?:hvor|kor|how)\s+(?:gammel|gamle|gamal|old)\w*", r"alder|født|bygge?år|\bår\b"),
    )
)
_WHEN = re.compile(
    r"\b(?:\d{1,2}[.:]\d\d|\d{1,2}\.\s?\d{1,2}\.|uke|veke|week|vår\w*|høst\w*|haust\w*|sommer\w*|sumar\w*|vinter\w*|snarest|straks|løpende|mandag|"
    r"tirsdag|onsdag|torsdag|fredag|lørdag|søndag|gjennomført|ferdig|utført)\b",
    re.IGNORECASE,
)
# How tables call by colours how things stand.
_COLOUR_ASKED = re.compile(r"\b(?:farge\w*|trafikklys\w*|colou?rs?)\b", re.IGNORECASE)
# What no colour answers.
OF_NO_COLOUR = frozenset({Wanted.NUMBER, Wanted.PERSON, Wanted.TIME})
_COLOUR = re.compile(r"\s*(?:rød|raud|gul|grønn|grøn|oransje|red|yellow|green|amber)t?\s*", re.IGNORECASE)
# Said in questions about tables, of no row.
SAID = frozenset(
    stem(word)
    for word in (
        "hva kva hvor kor mye mykje mange hvilken hvilket hvilke får fikk fekk får ha har hadde være vere er ble blei "
        "vart blir vil ville skal skulle må kan kunne man en ein et eit vi me oss dere de dei det den der om hvis dersom så da "
        "når til for fra frå på i av ved med som og eller år året årlig årleg hvert kvart hver kvar per i dag nå no "
        "totalt totalen samlet egentlig eigentleg folk gir gi gav tabellen tabell oversikten oversikt tallet tall tal står stå "
        "fortell "
        "fortel alt alle heile hele begge helt heilt nettopp altså ifølge ifølgje slags slag stor stort så langt "
        "gå går gjekk gikk gått brukt kommet kommen kome "
        "satt sett avsatt avsett ligger ligg lå låg finnes finst fantes much "
        "many how what is the does do did will would cost costs of in to and it for be by"
    ).split()
)
_OF_ECONOMY = re.compile(r"økonomi|budsjett|kost|econom|budget", re.IGNORECASE)
# "Hvor mye nitrogen var", "hvor mange syklister ble": what is measured or counted, before the verb.
_MEASURED = re.compile(
    r"\b(?:hvor|kor|how)\s+(?:mange|mye|mykje|many|much)\s+(?:(?:nye?|fler\w*|fleir\w*|færre|mindre|mer|meir|av|de|dei|of|the|new|more|fewer|less)\s+)*(?P<noun>(?!(?:fler|fleir|færre|mindre|mer|meir|more|fewer|less)\w*\b)[^\W\d_]{3,})\s+"
    r"(?:er|var|ble|blei|blir|vart|har|hadde|fikk|fekk|får|kom|skal|må|kan|gikk|gjekk|går|finnes|finst|døde|fantes|is|are|was|were|has|have|did|do|does|"
    r"came|[^\W\d_]{3,}(?:te|dde))\b",
    re.IGNORECASE,
)
# "Hvor mye dyrere blir": how much more, of nothing that is counted.
_MORE = re.compile(r"\b(?:mye|mykje|much)\s+[^\W\d_]+(?:ere|are|er)\b", re.IGNORECASE)
# Everyday words for what tables mostly call otherwise.
_SAME = tuple(
    frozenset(stem(word) for word in group.split())
    for group in (
        "bil biler bilar kjøretøy køyretøy",
        "barn born unge unger ungar elev elever elevar",
        "ras skred utrasing",
        "folk personer innbyggere innbyggjarar mennesker menneske",
        "angrep dataangrep hendelser hendingar",
        "brukere brukarar kunder kundar",
        "turer turar avganger avgangar reiser",
        "ansatte tilsette medarbeidere årsverk stillinger stillingar",
        "søknader søkere søkarar søkt søkesum søknadssum",
        "boliger bustader hus leiligheter",
    )
)
_CODE = re.compile(r"[a-zæøå]{1,4}-?\d{1,3}")
# Two words are of one kind by so many letters that they begin or end with: "elggjerde" and "viltgjerde".
_SAME_BEGINNING = 6
_SAME_END = 5
# What a word of a row that is named already begins or ends with: "myra" of "Kvernmyra".
_SAME_END_OF_ROW = 3
# How nouns of verbs end.
_NOUN_ENDINGS = ("ing", "ning", "els", "sjon")
_LONG_VERB = 6
# From here on (cosine) a word stands for another one: "datakjelder" and "datakilder" have 0.59, "strøsand" and "strødd" 0.54.
_NEAR = 0.57
# What follows "hvor mange" without being counted.
_NOT_COUNTED = frozenset(
    stem(word)
    for word in (
        "prosent prosentpoeng millioner mill kroner mnok percent million ganger minutter år dager timer er ble blei vart var har "
        "hadde skal skulle vil må kan fikk får kom kommer gikk går gjekk koster kosta kostet brukte bruker "
        "penger pengar folk personer "
        "mennesker menneske begynte starta startet fullførte sluttet slutta ligger står stod sto i på fra frå "
        "til av for som med ved does did was "
        "were are have has people money betaler betalte tjener sparte sparer mer meir mindre "
        "bruk brukes trengs trengst finnes finst totalt tid"
    ).split()
)


def measures(query: Query) -> list[_Measure]:
    """The measures that a question asks for; what is counted costs nothing unless money is spoken of."""
    return list(_measures(query.asked, counts=Cue.HOW_MANY in query.cues))


@lru_cache(maxsize=1_000)
def _measures(asked: str, *, counts: bool) -> tuple[_Measure, ...]:
    found = [measure for measure in _MEASURES if measure[0].search(asked)]
    in_money = MONEY[0].search(asked) and not (counts and not _IN_MONEY.search(asked))
    return tuple([MONEY, *found] if in_money else found)


def lacks_demanded(query: Query, columns: Sequence[str]) -> bool:
    """Whether a length, a width or an age is asked for that no column is of."""
    return any(
        asked.search(query.asked) and not any(called.search(column) for column in columns)
        for asked, called in _DEMANDED
    )


def without_measures(text: str) -> str:
    """A text without the words that ask for measures."""
    for asked, _ in (MONEY, *_MEASURES, *_DEMANDED):
        text = asked.sub(" ", text)
    return _COLOUR_ASKED.sub(" ", text)


def is_amount(cell: str) -> bool:
    """Whether a cell has a number, alone or with its unit, and no day."""
    return bool(numbers(cell)) and not periods(cell) and not YEAR.search(cell)


def is_time(cell: str) -> bool:
    """Whether a cell tells when: a year, a month, a quarter, a day or an hour."""
    return bool(YEAR.search(cell) or periods(cell) or _WHEN.search(cell))


def is_colour(cell: str) -> bool:
    """Whether a cell tells by a colour how something stands, and no more."""
    return _COLOUR.fullmatch(cell) is not None


def columns_of_colours(query: Query, rows: Sequence[Row]) -> list[str]:
    """The columns that tell by a colour how things stand, where a colour is asked for."""
    if not _COLOUR_ASKED.search(query.asked):
        return []
    coloured = {c: sum(bool(_COLOUR.fullmatch(row.value(c) or "")) for row in rows) for c in rows[0].columns}
    # What is not begun is of none: "På vent".
    found = [column for column, count in coloured.items() if 2 * count > len(rows)]
    return [c for c in found if _OF_ECONOMY.search(c)] or found if MONEY in measures(query) else found


def fitting(asked: Iterable[str], own: Set[str]) -> Set[str]:
    """The terms asked for that some terms tell: themselves, in another form, or as what they begin or end."""
    return {term for term in asked if term in own or any(map(_tells, own, repeat(term)))}


@lru_cache(maxsize=100_000)
def _tells(own: str, asked: str) -> bool:
    part = len(asked) >= MIN_PART and (own.endswith(asked) or (len(asked) >= SHORTEST_PREFIX and own.startswith(asked)))
    if own == asked or part or begins_alike(own, (asked,)) or begins_alike(asked, (own,)):
        return True
    # "Reiste" is told by "reiser", "bestille" by "timebestilling".
    past = len(asked) > MIN_PART and asked[-1] in "td" and own == asked[:-1]
    # "Søkere" and "søkerne" by "søker", whose stems are others.
    agents = len(asked) >= MIN_PART and own == re.sub(r"ern?$", "", asked) != asked
    agents = agents or (asked.endswith("ern") and own == asked[:-1])
    return (
        past or agents or (len(asked) >= _LONG_VERB and own.endswith(tuple(asked + ending for ending in _NOUN_ENDINGS)))
    )


def terms_of(text: str, corpus: Corpus) -> frozenset[str]:
    """The terms of a text that a table has (a name, a title, a cell), worked out once."""
    known: frozenset[str] | None = corpus.kept.get(("terms of", text))
    if known is None:
        known = corpus.kept["terms of", text] = frozenset(corpus.terms(text))
    return known


def titled_terms(row: Row, corpus: Corpus) -> frozenset[str]:
    """The terms of what a table as a whole is called: its slide's title and its caption."""
    return terms_of(f"{row.passage.data['title']} {row.passage.data['caption']}", corpus)


def context_terms(row: Row, corpus: Corpus) -> frozenset[str]:
    """The terms of a table's slide and of where it belongs."""
    passage = row.passage
    key = ("context of", passage.sha256, passage.slide)
    known: frozenset[str] | None = corpus.kept.get(key)
    if known is None:
        known = corpus.kept[key] = corpus.slide_terms(passage) | case_terms(passage, corpus)
    return known


def case_terms(passage: Passage, corpus: Corpus) -> frozenset[str]:
    """The terms of the titles of a passage's case in the agenda."""
    key = ("titles of case", passage.body, passage.meeting, passage.case)
    known: frozenset[str] | None = corpus.kept.get(key)
    if known is None:
        titles = (
            item.data["title"]
            for item in corpus.of_kind(PassageKind.AGENDA)
            if (item.body, item.meeting, item.case) == (passage.body, passage.meeting, passage.case)
        )
        known = corpus.kept[key] = frozenset(term for title in titles for term in corpus.terms(title))
    return known


def same_words(term: str) -> Set[str]:
    """The stems of everyday words for the same thing as a term."""
    return {other for group in _SAME if term in group for other in group if other != term}


def said_in_case(passage: Passage, corpus: Corpus) -> frozenset[str]:
    """The terms of all slides of a passage's case; none where it is of no case."""
    if not passage.case:
        return frozenset()
    key = ("said in case", passage.sha256, passage.case)
    known: frozenset[str] | None = corpus.kept.get(key)
    if known is None:
        slides = (s for s in corpus.of_kind(PassageKind.SLIDE) if (s.sha256, s.case) == (passage.sha256, passage.case))
        known = corpus.kept[key] = frozenset().union(*(corpus.slide_terms(slide) for slide in slides))
    return known


def tells_of_else(query: Query, row: Row, rows: Sequence[Row], corpus: Corpus) -> bool:
    """Whether a question is for another time than a row's table has, or for the number of what its case has no word of."""
    told_years, on_slide = _years_told(row, rows, corpus) if query.years else (frozenset[str](), frozenset[str]())
    if query.years and on_slide.isdisjoint(query.years):
        this_year = row.passage.meeting[:4]
        if told_years or any(year < this_year for year in query.years):
            return True
    if (of_time := of_period(query, rows)) is not None and not of_time:
        return True
    if _COLOUR_ASKED.search(query.asked) and not columns_of_colours(query, rows):
        return True
    return lacks_demanded(query, row.columns) or measures_else(query, row, corpus)


def _years_told(row: Row, rows: Sequence[Row], corpus: Corpus) -> tuple[frozenset[str], frozenset[str]]:
    """The years that a table names, else those of its slide; and all that its slide has."""
    key = ("years told", *(each.passage.id for each in rows))
    known: tuple[frozenset[str], frozenset[str]] | None = corpus.kept.get(key)
    if known is None:
        data = row.passage.data
        named = " ".join(map(str, (data["caption"], data["title"], *row.columns, *(each.label for each in rows))))
        slide = f"{row.passage.context} {corpus.slide_text(row.passage.sha256, row.passage.slide)}"
        on_slide = frozenset(YEAR.findall(slide))
        known = corpus.kept[key] = frozenset(YEAR.findall(named)) or on_slide, on_slide
    return known


def measures_else(query: Query, row: Row, corpus: Corpus) -> bool:
    """Whether it is asked how many or how much there is of something that a row's slide has no word of."""
    match = _MEASURED.search(query.asked)
    if match is None or stem(match["noun"].lower()) in _NOT_COUNTED:
        return False
    if _MORE.search(match[0]):
        return False
    noun = stem(match["noun"].lower())
    forms = {noun, *corpus.asked(match["noun"]), *norwegian_terms(match["noun"]), *same_words(noun)}
    said = context_terms(row, corpus) | said_in_case(row.passage, corpus)
    # "Bussreiser" are told by what begins or ends as they do.
    parts = any(len(own) >= MIN_PART and (noun.startswith(own) or noun.endswith(own)) for own in said)
    if parts or fitting(forms, said) or any(column.search(" ".join(row.columns)) for _, column in measures(query)):
        return False
    return not corpus.word_space.has_near(match["noun"].lower(), row.passage, _NEAR)


def without_codes(found: Sequence[str]) -> list[str]:
    """The terms of a name without the codes that number it: "DP2" of "DP2 Lyskjede i fjellet"; all where it has no more."""
    return [term for term in found if not _CODE.fullmatch(term)] or list(found)


def said_words(text: str) -> list[str]:
    """The stems of a text's words, those that are said of no row included."""
    return [stem(word) for word in words(text)]


def of_a_kind(term: str, of_table: Set[str], of_rows: Set[str]) -> bool:
    """Whether a word is one of a kind with a word of its table, or is what a word of the row begins or ends with."""
    return any(
        Prefix.similarity(term, own) >= _SAME_BEGINNING
        or Postfix.similarity(term, own) >= _SAME_END
        or (len(term) >= MIN_PART and own.startswith(term) and len(own) - len(term) >= MIN_PART)
        for own in of_table
    ) or (len(term) >= _SAME_END_OF_ROW and any(own.endswith(term) or own.startswith(term) for own in of_rows))
