"""The words that ask to reckon with the figures of a table: for changes, shares, sums, limits, places in an order."""

from __future__ import annotations

import re
from decimal import Decimal

from radsassistent.answers.figures.comparison import LEAST, MOST
from radsassistent.documents.numbers import numbers
from radsassistent.search.query import Query


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


UP = _words(
    r"mer|meir|flere|fleire|høyere|høgare|større|dyrere|dyrare|opp|øk(?!onom|olog)\w*|auk\w*|vekst\w*|påslag\w*|voks\w*|stig\w*|steg\w*|more|higher|up|"
    # "Den nye skøyta" is no more of anything.
    r"increas\w*|grow\w*|grew|rise\w*|rose|(?<!\bden )(?<!\bdet )(?<!\bde )(?<!\bdei )(?<!\bdenne )(?<!\bdette )nye|kom\s+til"
)
DOWN = _words(
    r"mindre|færre|lavere|lågare|billigere|billegare|ned|nedgang\w*|nedover|synk\w*|mink\w*|sank|sunket|fall\w*|falt|redu\w*|kutt\w*|minsk\w*|"
    r"gå\s+ned|less|fewer|lower|down|decreas\w*|fell"
)
APART = _words(
    r"forskjell\w*|skilnad\w*|skil(?:ler|t|ja)?|differanse\w*|endr\w*|utvikl\w*|difference|chang\w*|sprik\w*|spenn\w*|avstand\w*"
)
TOP = _words(r"øverst|øvst|på\s+topp(?:en)?|on\s+top|først\s+på\s+lista")
BOTTOM = _words(r"nederst|nedst|på\s+bunnen|at\s+the\s+bottom")
NOW = _words(
    r"nå|no|i\s+dag|for\s+tiden|for\s+tida|siste\s+(?:år\w*|måling\w*|undersøkelse\w*)|sist|now|today|currently"
)
SAME = _words(r"(?:den\s+|det\s+)?samme|same|uendr\w*|likt?|unchanged|flate?")
# "… over rammen", "… bak prøvesvar": one line against another.
BESIDE = re.compile(r"\b(?:enn|than|utover|bak|foran|framfor|over|under)\s+(?!\d)", re.IGNORECASE)
IN_PERCENT = re.compile(r"\b(?:prosent(?!poeng)\w*|percent\w*)\b|%", re.IGNORECASE)
SHARE = _words(r"andel\w*|(?:hvor|kor)\s+stor\s+(?:del|part)|prosent\w*|percent\w*|share|proportion")
ALL = _words(
    r"\w*total\w*|samle[tr]?\w*|samla|til\s+sammen|tilsammen|saman|sammenlagt|i\s+alt|alle?|all|altogether|overall|together|sum\w*"
)
# A yes or a no is asked for: the verb stands first.
IS_IT = re.compile(
    r"^\W*(?:(?:så|men|og|da)\s+)?(?:går|gikk|gjekk|øk\w+|auk\w+|har|hadde|er|var|blir|ble|blei|vart|vert|kost\w*|stig\w*|steg|synk\w*|sank|falt|fall\w*|"
    r"hold\w*|held\w*|voks\w+|spar\w+|fikk|fekk|får|bruk\w+|kom|kommer|ligg\w*|lå|låg|did|does|do|is|was|has|have|are|were|will)\b",
    re.IGNORECASE,
)
# What costs is money, whatever else a table counts.
DEAR = _words(r"dyr\w*|bill(?:i|e)g\w*|rimelig\w*|rimeleg\w*|kost\w*|expensive|cheap\w*|costs?")
ADD = _words(r"legg(?:er)?\s+(?:\w+\s+)?(?:sammen|saman|i\s+hop)|plusse?r?|add\s+up")
ADDED = _words(
    r"legg(?:er)?\s+\w*\s*sammen|legg\s+saman|pluss(?:er)?|plus|sum\w*|til\s+sammen|til\s+saman|tilsammen|totalt|samlet|altogether|add\s+up"
)
PARTS = _words(
    r"fordel\w*|del(?:er|t|es|ast)?\s+(?:det\s+|de\s+)?(?:seg|opp|på|inn)|består|splitt\w*|brutt\s+ned|bryt\w*\s+ned|break\w*\s+down|split|divided"
)
WHICH = _words(r"hvilke[nt]?|kva(?:\s+for)?|hva(?:\s+for)?|hvem|kven|which|what|who|noen|nokon|noe")
WHEN = _words(r"(?:hvilket|hvilke|kva(?:\s+for\s+eit)?|hva\s+for\s+et|what|which)\s+(?:år\w*|years?)|når|when")
OVER = re.compile(
    r"\b(?:over|(?:mer|meir|flere|fleire|høyere|større|dyrere|more|higher)\s+(?:enn|than)|minst|minimum|above|"
    r"at\s+least)\s+(?P<limit>\d[\d .,]*)",
    re.IGNORECASE,
)
UNDER = re.compile(
    r"\b(?:under|(?:mindre|færre|lavere|lågare|billigere|less|fewer|lower)\s+(?:enn|than)|høyst|maks\w*|below|"
    r"at\s+most)\s+(?P<limit>\d[\d .,]*)",
    re.IGNORECASE,
)
# "Hvilke kommuner lå over målet?", where the table's title has it.
OF_TARGET = re.compile(
    r"\b(?:(?P<over>over|above)|under|below)\s+(?:the\s+)?(?:målet|målsettingen|målsettinga|grensen|grensa|kravet|normen|target|limit)\b",
    re.IGNORECASE,
)
TARGET = re.compile(
    r"\b(?:mål(?:et|tall|settingen?)?|grense[nr]?|grensa|krav(?:et)?|norm(?:en)?|target)\b\s*(?:er|:|på|is|=)?\s*"
    r"(?:(?:høyst|maks\w*|minst|under|over|inntil)\s+)?(?P<figure>\d[\d .,]*)",
    re.IGNORECASE,
)
# "… fikk 32 prosent", "… kostet 193 millioner", "… lå på 55": a figure that is known, whose line or year is asked for.
_GIVEN = re.compile(
    r"\b(?:fikk|fekk|får|har|hadde|koste[rt]?|kosta|ligger|ligg|lå|låg|var|er|ble|blei|vart|blir|utgjør|med|til|på|lik|is|was|has|had|"
    r"got|gets|costs?|av|of)\s+(?:(?:det|dei?|vi|på|til|med|akkurat|nøyaktig|ca\.?|cirka|omtrent|there)\s+)*"
    r"(?P<figure>-?\d[\d .,]*\d|-?\d)(?![\d/:–-])",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"(?<![\d.,])(?P<figure>-?\d[\d .,]*\d|-?\d)\s*(?:%|(?:prosent|percent|mill|millioner|millionar|kroner|kr)\b|(?=[?.]*$))",
    re.IGNORECASE,
)
PLACES = {"nest": 2, "nestmest": 2, "andre": 2, "second": 2, "tredje": 3, "third": 3, "fjerde": 4, "fourth": 4}
PLACED = re.compile(rf"\b(?P<place>{'|'.join(PLACES)})[\s-]*(?=(?:{MOST.pattern}|{LEAST.pattern}))", re.IGNORECASE)
RANKED = _words(
    r"ranger\w*|rangert\w*|rangering\w*|sorter\w*|i\s+rekkefølge|i\s+rekkjefølgje|fra\s+(?:høyest|størst|dyrest)\w*\s+til|rank\w*|sort"
)
PERIOD = _words(
    r"(?:for\s+|over\s+|i\s+)?(?:de|dei|alle|alle\s+de)\s+(?:tre|fire|fem|seks|sju|to)?\s*(?:årene|åra)|(?:gjennom|over|i\s+løpet\s+av|i\s+hele|for\s+hele)\s+(?:perioden|perioda|årene|åra)|fra\s+første\s+til\s+siste(?:\s+år\w*)?|over\s+the\s+period"
)
SIDES = re.compile(
    r"\b(?:enn|utover|bak|foran|framfor|over|under|mot|versus|vs|og|and|than|fra|frå|from|sammenlignet|samanlikna)\b",
    re.IGNORECASE,
)
COURSE = _words(
    r"utvikl\w*\s+(?:[\w-]+\s+){0,4}seg|utviklingen|utviklinga|år\s+for\s+år|tallrekk\w*|(?:hvert|kvart|hver)\s+av\s+(?:de|dei|disse|desse)?\s*(?:\w+\s+)?år\w*|each\s+of\s+the\s+years"
)
# A change that a chart gives itself: "+ 125 %".
OWN_CHANGE = re.compile(r"(?P<sign>[+−–-])\s*(?P<figure>\d[\d,.]*)\s*%")
FROM_TO = re.compile(r"\s+(?P<end>fra|frå|til|from|to|min|maks|lav|høy|lavt|høyt)\.?$", re.IGNORECASE)
LOWER_END = frozenset({"fra", "frå", "from", "min", "lav", "lavt"})
# Said of how a figure is told or taken, of no line.
MONEY_WORDS = _words(r"mill\w*|kroner|kr|mnok|nok|penge\w*|pengar|beløp\w*|kost\w*|\w*sum(?:men)?")
ASIDE = _words(
    r"omtrent|cirka|ca|circa|rundt|sånn|om\s+lag|noenlunde|nøyaktig|akkurat|eneste|bare|berre|kun|roughly|about|according|del|part|mellom|"
    r"mens|både|hver|kvar|anslag\w*|anslått\w*|estimat\w*|estimer\w*|forvent\w*|beregn\w*|gjeld\w*|gjaldt|tallet|talet|fint|vært|"
    r"vore|expected|projected|forecast\w*|budgeted|levels?|nivå\w*|type\w*|slags|sort\w*|only|one|between|legg\w*|regn\w*|spør\w*|havn\w*|tilsvar\w*|utgjør\w*|utgjer\w*|ligg\w*|lå|bak|foran|framfor|rang\w*|sorter\w*"
)
# "Hvilken løsning", "hva slags teknologi": the kind of lines that one is asked of, not the name of one.
WHICH_KIND = _words(r"hvilke[nt]?|kva\s+for|which")
KIND = re.compile(
    r"\b(?:(?:hvilke[nt]?|kva(?:\s+for)?|hva\s+slags|which|what)\s+(?:(?:av|type|slags|sort|en|ein|ei|et|eit|of|the|disse|de)\s+)*|"
    r"(?:den|det|de|dei)\s+[^\W\d_]+(?:ste|aste)\s+)(?P<kind>(?!(?:er|var|blir|den|det|is)\b)[^\W\d_]+)",
    re.IGNORECASE,
)
HOW_MUCH_OR_MANY = _words(r"(?:hvor|kor|how)\s+(?:m(?:ye|ykje|ange|uch|any)|stor\w*|høy\w*)")
MOST_IN_NUMBER = _words(r"flest|færr[ea]st|fewest")
HOW_MUCH = _words(
    r"\w*sum(?:men)?|hvor\s+mye|kor\s+mykje|how\s+much|millioner|millionar|mill|kroner|penge\w*|pengar|beløp\w*"
)
OF_CELL = re.compile(r".+, [^:,]+: (?P<said>-?\d[^:]*\.)")
# More lines than this are no answer to which of them do something.
MOST_LINES = 6


def compares(query: Query) -> bool:
    return any(pattern.search(query.text) for pattern in (UP, DOWN, APART, SAME))


def figures_given(query: Query) -> set[Decimal]:
    """The figures that a question gives, years left out."""
    told = (*_GIVEN.finditer(query.text), *_MEASURED.finditer(query.text))
    found = {value for match in told for value in numbers(match["figure"].strip(" .,"))}
    return {value for value in found if not 1900 <= value < 2100}
