"""Words of a question that hint at what it asks for. Each cue is weak evidence; the ranker weighs them together."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Cue(StrEnum):
    """What a wording hints at."""

    WHO = "who"
    WHEN = "when"
    CLOCK = "clock"
    DURATION = "duration"
    WHERE = "where"
    WHY = "why"
    HOW = "how"
    HOW_MANY = "how_many"
    HOW_MUCH = "how_much"
    MONEY = "money"
    SHARE = "share"
    LIST = "list"
    YES_NO = "yes_no"
    PRESENT = "present"
    AGENDA = "agenda"
    WHICH_CASE = "which_case"
    CASE = "case"
    CASE_TYPE = "case_type"
    MEMBER = "member"
    BODY = "body"
    LEADER = "leader"
    TITLE = "title"
    EMPLOYER = "employer"
    PROPOSAL = "proposal"
    DECIDED = "decided"
    DEBATE = "debate"
    CHANGE = "change"
    TOTAL = "total"
    EXTREME = "extreme"
    CHART = "chart"
    NEXT = "next"
    BREAK = "break"
    EDGE = "edge"
    MEETING = "meeting"
    BRIEF = "brief"


# "Når" asks at the beginning, after a comma or a word like "og" or "på"; elsewhere it says under which condition, as where its
# subject comes before its verb: "når vi ser hindringer, hva …", "hva er det, når de mest …".
_SUBJECT = r"(?:vi|me|jeg|eg|man|han|hun|ho|de|dei|den|det|dette|denne|disse|folk|noen|nokon)\b"
_ASKS_ELSE = r"[,?]\s*(?:da\s+)?(?:hva|kva|hvem|kven|hvor|kor|hvilke[nt]?|hvordan|korleis|hvorfor|kvifor)\b"
ASKS_WHEN = (
    rf"(?:(?<=^)(?!når\s+{_SUBJECT}.*{_ASKS_ELSE})|(?<=, )(?!når\s+{_SUBJECT})|(?<=[:;?.] )|"
    rf"(?<=[,:;?.]  )|(?<=\bog )|(?<=\bpå )(?!når\s+{_SUBJECT})|(?<=\beller )|(?<=\bvite )|(?<=\bsi )|(?<=\bfra )|(?<=\btil )|(?<=\bmen )|(?<=\bsiden )|(?<=\bsidan )|(?<=\binnen ))"
    r"når(?!\s+det\s+(?:gjeld\w*|kommer\s+til))|når(?=\s*[?]*$)"
)
# Word beginnings in Bokmål, Nynorsk and English; \w* stands for endings.
_WORDING: dict[Cue, str] = {
    Cue.WHO: r"hvem|kven|who|whom|hvilken person|hvilke personer|navn(?:et|ene)? på|namn(?:et)? på",
    Cue.WHEN: rf"{ASKS_WHEN}|(?:kva|hva|kor|ka) tid|dato\w*|tidspunkt\w*|hvilken dag|kva dag|when|hvilket år|kva år|hvilken måned|hvor lenge siden|"
    r"(?:hvor|kor) langt (?:tilbake|bakover|attende|attover)|innen|frist\w*|what date|what year",
    Cue.CLOCK: r"klokk(?:a|e|en|eslett\w*)?|kl|hva tid|kva tid|hvilken tid|what time|(?:tid )?på dagen|time of day|tidsplan\w* for møtet|"
    r"start?tid\w*|minutter|varer|varighet|hvor lenge|kor lenge|how long",
    Cue.DURATION: r"hvor lenge|kor lenge|(?:hvor|kor) (?:lang|mye|mykje) tid(?! tilbake)|(?:hvor|kor) lang(?:e|t)? (?:er|var|ble|blei|vart|blir|skal|kan)|how long|how much time|varer|varar|varighet\w*|"
    r"minutter|minutt|satt av|sett av",
    Cue.WHERE: r"hvor(?! (?:mange|mye|stor|høy|lang|ofte|lenge))|kor(?! (?:mange|mykje|stor|høg|lang|ofte|lenge|tid))|where|sted\w*|stad|"
    r"kvar (?:er|var|skal|vert|blir|blei|vart|ligg|held|finn|finst|møtest|møter|står|kan|bur)|"
    r"^(?:(?:og|men) )?kvar(?! (?:av|ein|eit|ei|einaste|enkelt\w*|dag|kveld|veke|månad|time|gong|år)\b)",
    Cue.WHY: r"hvorfor|kvifor|why|årsak\w*|grunn(?:en|er|ar|ane|ene)?|skyldes|kjem av|begrunn\w*|hensikt\w*|formål\w*|føremål\w*|"
    r"(?:vits|poeng|mein?ing)(?:en|et|a)? med|purpose\w*|the point of",
    Cue.HOW: r"hvordan|korleis|how(?! (?:many|much|long))|på hvilken måte",
    Cue.HOW_MANY: r"hvor mange|kor mange|antall\w*|antal\w*|how many|number of|hvor ofte|tallet på",
    Cue.HOW_MUCH: r"hvor mye|kor mykje|how much|hvor (?:stor\w*|høy\w*)|kor (?:stor\w*|høg\w*)|beløp\w*|sum\w*|nivå\w*|tall\w*|verdi\w*|"
    r"anslag\w*|anslått|estimat\w*|estimert\w*|prognose\w*|forvent\w*",
    Cue.MONEY: r"bruk(?:er|te|ar) (?:vi|me|de|dei|rådet|staten|man|ein|en)|kost\w*|kroner|kr|mill\w*|mnok|budsjett\w*|ramme\w*|pris\w*|penge\w*|pengar|rutte|betal\w*|utgift\w*|regning\w*|"
    r"finansier\w*|cost\w*|underforbruk\w*|\w*kostnad\w*",
    Cue.SHARE: r"prosent\w*|andel\w*|percent\w*|share|hvor stor del",
    Cue.LIST: r"hvilke|kva for|list\w*|nevn\w*|ramse?\w*|alle|which|hva slags|oppsummer\w*|gi meg|oversikt\w*|name the|samtlige|rekkefølge\w*|rekkjefølgj\w*|(?:hvilke|kva|i kva) saker",
    Cue.YES_NO: r"^(?:er|ble|blei|vart|har|skal|finnes|finst|kan|vil|kommer|kjem|sitter|sit|står|får|ligger|stemmer|må|var|is|was|does|has|did|are|will)\b",
    Cue.PRESENT: r"presenter\w*|presentasjon\w*|legg\w*(?: \w+){0,4}? fr[ae]m|fr[ae]mlegg\w*|la(?: \w+){0,4}? fr[ae]m|lagt fr[ae]m|innled\w*|innlei\w*|"
    r"orienter(?:er|e|te|ar)?|snakk\w*|foredrag\w*|innlegg\w*|redegjør\w*|ordet|fører ordet|ha(?:r|dde) (?:orientering|presentasjon|innlegg|innledning|saken|saka|sak)\w*|talerstol\w*|hold\w*|held|gjennomgå\w*|(?:går|gikk|gjekk|gå) gjennom|(?:kommer|kjem)(?: \w+){0,5}? for å (?:si|snakke|legge|vise)|"
    r"(?:hvem|kven|who) (?:tar|tek|har) (?:(?:\w+ )?\w*sak(?:a|en)?|den|denne)(?! \w)(?!\w)|tar for seg|tar seg av|tek seg av|fortell\w*|fortel\w*|ansvar\w*|introduser\w*|present\w*|(?:talk|speak)(?:s|ing)? (?:about|on)|står for|tar sak\w*|møter for|"
    r"(?:\w+[ae]r|tek|takes?|taking|walks?|walking) (?:oss|rådet|utvalget|utvalet|dere|us) (?:med )?(?:i?gjennom|through)|"
    r"(?:hvem|kven|who)(?: som)? (?:er|står|is)(?: \w+)? (?:satt|sett|ført) opp (?:på|med|under)",
    Cue.AGENDA: r"dagsorden\w*|agenda\w*|saksl\w*|sakl\w*|sakskart\w*|program(?:met|mene|mer)?|møteplan\w*|punkt\w*|på kartet|behandle\w*",
    Cue.WHICH_CASE: r"(?:hvilken|hvilket|kva|which|what) (?:sak|saka|saksnummer|case|item)\w*|hvilke(?:n av)? sak(?:er|ene)|kva saker|saksnum(?:mer|re)\w*|"
    r"saksnr|case number|hvilket (?:saks)?nummer|kva (?:saks)?nummer|(?:hvor|kor) mange saker|how many (?:cases|items)|sak nummer|hva heter sak\w*|tema\w*",
    Cue.CASE: r"sak|saker|saka|saken|sakene|case\w*|item\w*",
    Cue.CASE_TYPE: r"sakstype\w*|til (?:drøfting|orientering|godkjenning|beslutning|diskusjon)|drøftingssak\w*|orienteringssak\w*|godkjenningssak\w*|"
    r"beslutningssak\w*|drøft\w*|diskuter\w*|type sak|slags sak|godkjenn\w*",
    Cue.MEMBER: r"medlem\w*|representant\w*|representer\w*|sitter|sit|sitte|satt|(?<!på )plass(?:en|ar)?|møter for|stiller for|taler for|deltak\w*|"
    r"har (?:\w+ )?folk(?= i | på )|deltar|på vegne av|member\w*|represent\w*|sits?|seats?|sammensetning\w*|består av|innvalgt\w*|utnevn\w*|oppnevn\w*",
    Cue.BODY: r"råd|rådet|rådets|utvalg\w*|utval\w*|styringsgrupp\w*|arbeidsgrupp\w*|grupp(?:e|en|a)|styret|komit\w*|council\w*|board|committee",
    Cue.LEADER: r"leder\w*|leader\w*|\w*(?:råds|utvalgs|utvals|gruppe|styre|nemnds?|komité)(?:leder|leiar)\w*|ledet|ledes|leier\w*|leiar\w*|chair\w*|styrer|formann(?!skap)\w*|nestled\w*|sjef(?:en)? (?:for|i) (?:dette |det |denne )?\w*(?:rådet?|utvalg(?:et)?|utval(?:et)?|styret?|komit[eé]\w*|nemnda?)|head of|heads|headed|leads|led by|møteled\w*",
    Cue.TITLE: r"tittel\w*|stilling\w*|rolle\w*|jobb\w*|arbeid(?:er|ar)?|yrke\w*|title|position|job|hva er \w+ \w+$|hva er (?:han|hun)|kva er (?:han|ho)",
    Cue.EMPLOYER: r"(?:hvor|kor) (?:jobber|arbeider|arbeidar|jobbar)|(?:jobber|arbeider|ansatt|tilsett) (?:i|hos|for|ved)|(?:hvor|kor) er [\w .’'-]{2,40}? (?:ansatt|tilsett)|arbeidsgiver\w*|arbeidsgjev\w*|"
    r"(?:hvor|kor) hører [\w .’'-]{2,40}? (?:til|hjemme|heime)(?=\W*$)|organisasjon\w*|virksomhet\w*|verksemd\w*|employer|works? (?:for|at)|where (?:does|do) (?:\w+ ){1,4}work|kommer \w+ fra|kjem \w+ frå",
    Cue.PROPOSAL: r"forslag\w*|foreslå\w*|framlegg\w*|innstill\w*|vedtak\w*|vedta|legges det opp til|bes|bedt om|rådet (?:skal )?(?:be|ber|gjøre)|tenkt at rådet|ordlyd\w*|konklu\w*|"
    r"propos\w*|asked to|anbefal\w*|ta stilling|hva vil de at|hva skal (?:vi|rådet) (?:gjøre|bli)|inviter\w*|bli bedt|ender|slutter seg|til etterretning|til orientering|skal rådet|lyder|(?:stille|stiller) (?:oss|seg) bak|slutte oss til|(?:si|seie) ja til|(?:ha|få) oss (?:med på|til)|(?:tanken|tenkt|meningen|meininga)(?: \w+)? at (?:vi|rådet|utvalget)",
    Cue.DECIDED: r"vedtatt\w*|vart vedt\w*|vedteke|vedtek\w*|vedtok|vedteken|bestem\w*|besl[uo]t\w*|avgjort\w*|godkjen[td]\w*|vedteken|beslutta|konkluder\w*|decid\w*|decision\w*|approved|utfall\w*|"
    r"did (?:\w+ ){1,4}?(?:approve|adopt|decide|agree|endorse)|(?:banka|banket|klubba|klubbet) (?:\w+ )?i?gjennom|resultat\w*|vedtaket|enig\w*|semje|samd\w*|avgjørels\w*|adopted|endte?(?= (?:opp|med|på|det|saken|saka|rådet|utvalget|møtet))|enda(?= \w+ (?:opp|med|på))|"
    r"(?:hvordan|korleis) (?:gikk|gjekk) det|(?:hva|kva) (?:skjedde|hende)|(?:hva|kva) (?:ble|vart|blei) det (?:til )?med|(?:gikk|gjekk) det i?gjennom|what happened|(?:gikk|gjekk) (?!(?:vi|me|dere|de|dei|hun|ho|han|rådet|utvalget|utvalet) )(?:\w+ ){1,5}?i?gjennom(?=\W*$| (?:i|på|uten|utan|med|til|eller|som|slik|sånn|enstemmig|samrøystes)\b)|ja eller nei|(?:sagt|sa|seier|sier)(?: \w+){0,2}? (?:ja|nei)(?! til å)|(?:hva|kva|hvilk\w+)(?: \w+){0,3}? (?:kom|kommet|kome|kommer|kjem)(?: \w+)? fr[ae]m til|nedstemt\w*|avslått|avslag\w*|avvist\w*|utsatt(?! for)|utsatte (?:sak\w*|behandling\w*|møtet|vedtaket)|utsett(?!\w* (?:for|på))\w*|"
    r"(?:fikk|fekk)(?: \w+){1,4}? (?:medhold|gjennomslag|støtte|tilslut\w*|fl(?:er|eir)tall?)|slutt(?:et|a) (?:vi|me|rådet|utvalget|utvalet|styret) (?:oss|seg) til|landet (?:vi|de|dere|rådet|utvalget)|landa (?:vi|dei)|turned down|rejected|postponed",
    Cue.DEBATE: r"røyst\w*|stem(?:te|ming\w*)|stemmer (?:for|mot|imot)|stemt(?!\w)|avstem\w*|stemmetal\w*|voter\w*|vote[sd]?|voting|enstemmig\w*|flertall\w*|mindretall\w*|innvending\w*|debatt\w*|"
    r"diskusjonen|ordskift\w*",
    Cue.CHANGE: r"øk(?!onom|olog)\w*|auk\w*|påslag\w*|vekst\w*|voks\w*|vaks|veks|endr\w*|forskjell\w*|differanse\w*|stig\w*|synk\w*|redu\w*|kutt\w*|innspar\w*|nedskj\w*|fall\w*|(?:går|gikk|gått|gå) (?:\w+ ){0,3}?(?:opp|ned)|"
    r"nedgang\w*|skilnad\w*|lavere|høyere|lågare|høgare|dyrere|billigere|sammenlign\w*|samanlikn\w*|differ\w*|more|less|utvikl\w*|increas\w*|chang\w*|grow\w*|mer enn|fra 20\d\d til 20\d\d",
    Cue.TOTAL: r"alle år(?:ene|a)?|sum\w*|total\w*|sammenlagt|samanlagt|alt|samlet|samlede|samla|til sammen|tilsammen|i alt|overall|altogether|samtlige",
    Cue.EXTREME: r"mest|høyest\w*|høgast\w*|størst\w*|dyrest\w*|dyrast\w*|flest|fleire enn|høgst\w*|lengst\w*|kortest\w*|kortast\w*|longest|shortest|minst|lavest\w*|færrest|lågast\w*|verste fall|beste fall|most|highest|largest|lowest|fewest|cheapest|billigst\w*|billegast\w*|topp\w*",
    Cue.CHART: r"diagram\w*|graf\w*|søyle\w*|figur\w*|undersøkels\w*|spurt\w*|svart\w*|statistikk\w*|respondent\w*|chart\w*",
    Cue.NEXT: r"neste|førstkommende|kommande|next|forrige|førre|sist\w*|previous|last",
    Cue.BREAK: r"pause\w*|pust i bakken|lunsj\w*|lunch\w*|mat|spis\w*|kaffe\w*|break\w*|dagsaktuelt",
    Cue.EDGE: r"start\w*|kicks? off|(?:tok|tek|tar)(?: \w+){0,2} til(?=\W*$)|(?:går|gå|gjekk|gikk|setter|settes) i gang|begynn\w*|byrj\w*|slutt\w*|ferdig|åpn\w*|avslutt\w*|(?:første|siste|fyrste|first|last|final) (?:punkt|sak|saka|item|case)\w*|"
    r"begin\w*|ends?|starts?|før|etter|before|after|mellom",
    Cue.MEETING: r"møte\w*|meeting\w*",
    Cue.BRIEF: r"(?:med |i )?(?:ett|eitt|et|én|éin|éi|one|a single) (?:enkelt |single )?(?:ord|word|tall|tal|number)(?!\w)|kort(?:e|ere|are|fattet)?|shorter|stikkord\w*|punktvis|"
    r"(?:bare|berre|kun|only|just)(?: the| med| i)? (?:navn\w*|namn\w*|tall\w*|tal(?:et|a)?|årstal\w*|svaret?|dato\w*|klokkeslett\w*|saksnum\w*|saksnr|nummer\w*|"
    r"beløp\w*|tittel\w*|names?|numbers?|date|time|title|answer)|(?:én|ei|éi|en|ein|éin|one) (?:setning|linje|sentence)|briefly|in short|"
    r"(?:få|noen|nokre|et par|few) ord|(?:høyst|høgst|maks|maksimalt|inntil|at most|no more than|ikke mer enn) \w+ (?:korte )?(?:ord|setninger|setningar|punkt|punkter|words|sentences)|few words",
}
# Many ways of answering look at the same question; what was found is remembered for so many texts.
MOST_TEXTS = 2_000
_COMPILED = {
    cue: re.compile(wording if wording.startswith("^") else rf"\b(?:{wording})(?!\w)", re.IGNORECASE)
    for cue, wording in _WORDING.items()
}


@lru_cache(MOST_TEXTS)
def cues(text: str) -> frozenset[Cue]:
    """The cues in a question."""
    bare = " ".join(text.split())
    return frozenset(cue for cue, pattern in _COMPILED.items() if pattern.search(bare))


# Verbs that say nothing of what a question is about.
_EMPTY_VERBS = re.compile(
    r"\b(?:komme[rt]?|kommet|kom|kjem|kome|fått|fikk|fekk|hatt|blitt|vorte|gjort|gjorde|gjere|gått|gikk|gjekk|foregå(?:r|tt)?|foregikk|skje(?:r|dd|dde)?|hende(?:r|te)?|come|came|got|gets?|had|happen(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)


@lru_cache(MOST_TEXTS)
def topic(text: str) -> str:
    """What a question is about: its words without those that any cue is made of, and without empty verbs."""
    bare = _EMPTY_VERBS.sub(" ", " ".join(text.split()))
    for pattern in _COMPILED.values():
        bare = pattern.sub(" ", bare)
    return bare
