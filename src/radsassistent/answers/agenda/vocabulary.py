"""How questions speak of an agenda's rows: what narrows them down, what is asked of them, and what says neither."""

from __future__ import annotations

import re

from radsassistent.search.terms import stem

# What is left out: "bortsett fra", "verken … eller", "andre enn".
LEFT_OUT = re.compile(
    r"\b(?:ikke|ikkje|aldri|uten(?:om)?|utan(?:om)?|bortsett\s+fr[aå]|med\s+unntak\s+av|unntatt|unnateke|foruten|h?verken|"
    r"a(?:ndre|nnen|nna|nnet)\s+enn|not|except(?:\s+for)?|apart\s+from|other\s+than|besides|excluding|neither|without)\b|n't\b",
    re.IGNORECASE,
)
# Where what is left out ends; a list of what is left out may have commas.
_SPAN_OF_EXCEPTION = (
    r"(?<!som )(?<!der )(?<!that )\b(?:har|legger|legg|er|presenterer|kommer|kjem|står|tar|holder|innleder|skal|"
    r"does|do|has|have|is|are)\b"
)
# What "bortsett fra" leaves out ends where the verb of the question begins.
EXCEPTION_ENDS = re.compile(rf"[:;?!–,]|\.\s|{_SPAN_OF_EXCEPTION}", re.IGNORECASE)
EXCEPTION = re.compile(r"bortsett|unntak|unnt|unna|foruten|except|apart|utenom|utanom|besides|excluding", re.IGNORECASE)
CLAUSE_ENDS = re.compile(
    r"[:;?!–]|\.\s|,\s*(?:og\s+)?(?=(?:hva|kva|hvilke\w*|hvem|kven|når|hvor|kor|har|er|what|which|who|when|der|som|takk)\b)"
)
TYPE_HEARD = re.compile(
    r"\b(?:(?:til\s+|for\s+|som\s+)?(?:orientering\w*|orienter(?:er|es|t)|info|informasjon\w*|informerer|informeres|informert|etterretning|information|briefings?))\b"
    r"(?!\s+fr[aå]\s+\w+et\s+(?:handler|sier))",
    re.IGNORECASE,
)
TYPE_SPOKEN = re.compile(
    r"\b(?:(?:til|for)\s+)?(?:drøft\w*|diskusjon\w*|diskuter\w*|discussions?|discuss(?:ed)?|debate|debatt\w*)\b",
    re.IGNORECASE,
)
TYPE_DECIDED = re.compile(
    r"\b(?:(?:til|for)\s+)?(?:beslutning\w*|besluttes|(?<=til\s)vedtak\b|(?<=krever\s)vedtak\b|vedtaks?sak\w*|vedtas|decisions?|tilslutning\w*)\b",
    re.IGNORECASE,
)
TYPE_APPROVED = re.compile(r"\b(?:(?:til|for)\s+)?(?:godkjen\w*|approvals?|approv(?:e|ed))\b", re.IGNORECASE)
MISSING = re.compile(
    r"\b(?:uten|utan|mangler|manglar|har\s+(?:ikke|ikkje|ingen|inga)|(?:ikke|ikkje)\s+(?:har|oppgitt\s+med|satt\s+opp\s+med|oppført\s+med)|without|ha(?:s|ve)\s+no)\s+"
    r"(?:(?:noen|nokon|noe|noko|egen|et|en|ei|oppgitt|any|a)\s+)*"
    r"(?P<field>sakstype\w*|type|saksnummer|nummer|saksnr|(?:case\s+)?number|innled\w*|presentatør\w*|presenter|navn)\b",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\b(?:nummererte?|numbered)\b", re.IGNORECASE)
# What goes before what a meeting is for: the summons, the last minutes.
FORMALITIES = re.compile(
    r"\bformal(?:itet\w*|ia)\b|\bformelle\s+(?:sak|punkt)\w*|\bformalities\b|\bhousekeeping\b", re.IGNORECASE
)
# How questions speak of meals and of breaks, and how agendas call them.
MEAL = re.compile(
    r"\b(?:mat(?:en|a|paus\w*|økt\w*|bit\w*|stund\w*)?|spis(?:e\w*|t)?|ete(?:r|n)?|et(?=\s+(?:vi|me)\b)|lunsj\w*|lunch\w*|middag(?:en|spause\w*)?|"
    r"måltid(?:et)?|frokost(?:en)?|til\s+bords|eat(?:en|ing)?|food|meals?)\b",
    re.IGNORECASE,
)
BREAK = re.compile(
    r"\b(?:\w*paus(?:e|en|er|ene|ar|ane|a)?|\w*breaks?|avbrekk\w*|pust(?:e)?\s+i\s+bakken|pustepaus\w*|kaff(?:[ei]e?)?n?|(?:bein|ben)strekk\w*|strekk(?:e)?[\s-]+på[\s-]+(?:beina|bena)(?:-?paus\w*)?)\b",
    re.IGNORECASE,
)
MEAL_TITLE = re.compile(r"lunsj|lunch|middag|\bmat\b|\bmatp|måltid|bespisning", re.IGNORECASE)
BREAK_TITLE = re.compile(r"pause|break|^\s*kaff[ei]\b|beinstrekk", re.IGNORECASE)

_COUNTS = {
    "et": 1, "en": 1, "ei": 1, "ett": 1, "eitt": 1, "én": 1, "éi": 1, "one": 1, "to": 2, "two": 2, "tre": 3,
    "three": 3, "fire": 4, "four": 4, "fem": 5, "five": 5, "seks": 6, "six": 6, "sju": 7, "syv": 7, "seven": 7,
    "åtte": 8, "ni": 9, "ti": 10, "ten": 10, "femten": 15, "fifteen": 15, "tjue": 20, "twenty": 20, "tjuefem": 25,
    "tretti": 30, "thirty": 30, "trettifem": 35, "førti": 40, "forty": 40, "førtifem": 45, "femti": 50, "fifty": 50,
    "seksti": 60, "sixty": 60,
}  # fmt: skip
COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
AMOUNT = re.compile(
    rf"\b(?:(?P<minutes>{COUNT})[\s-]*(?:min|minutt|minutter|minutters|minutes?)\b|(?P<half>(?:en\s+|ein\s+)?halvtime\w*|(?:en|ein)\s+halv\s+time|half\s+an\s+hour)|"
    rf"(?P<quarters>(?:tre|3)\s+kvarter|three\s+quarters\s+of\s+an\s+hour)|(?P<quarter>(?:et\s+|eit\s+)?kvarter|a\s+quarter\s+of\s+an\s+hour)|(?P<more>halvannen\s+time)|"
    r"(?P<hours>en|én|ein|ei|to|tre|an|one|two|1|2|3)\s+(?:hel\s+|heil\s+|full\s+)?(?:time|timer|timar|hours?))\b",
    re.IGNORECASE,
)
_HOURS = {"an": 1, "ein": 1}
HOUR = 60
OVER = re.compile(
    r"\b(?:mer|meir|lenger|lengre|lengr?e|over|flere|fleire|more|longer)\s*(?:tid\s+)?(?:enn|than)?\s*$|\bover\s*$",
    re.IGNORECASE,
)
UNDER = re.compile(
    r"\b(?:mindre|kortere|kortare|under|færre|less|shorter|fewer)\s*(?:tid\s+)?(?:enn|than)?\s*$", re.IGNORECASE
)
AT_LEAST = re.compile(r"\b(?:minst|minimum|at\s+least)\s*$", re.IGNORECASE)
AT_MOST = re.compile(r"\b(?:høyst|høgst|maks\w*|inntil|opptil|at\s+most|up\s+to)\s*$", re.IGNORECASE)
EXACTLY = re.compile(r"\b(?:akkurat|nøyaktig|presis|nett|exactly|just)\b", re.IGNORECASE)

NEXT_TO = re.compile(
    r"\b(?:rett|like|straks|umiddelbart|right|straight|just|immediately)\s+(?:etter|før|after|before)\b", re.IGNORECASE
)
# In what order a row stands among those meant.
ORDINALS = {
    "første": 1, "fyrste": 1, "first": 1, "andre": 2, "annen": 2, "second": 2, "tredje": 3, "third": 3, "fjerde": 4, "fourth": 4,
    "femte": 5, "fifth": 5, "sjette": 6, "sixth": 6, "sjuende": 7, "syvende": 7, "åttende": 8, "niende": 9, "tiende": 10,
}  # fmt: skip
_NOUN = (
    r"(?:\w*sak(?:en|a)?|punkt(?:et)?|\w*paus(?:e|en)|orientering(?:en|a)?|drøfting(?:en|a)?|godkjenning(?:en|a)?|innleg(?:g|get)|"
    r"innleder(?:en)?|item|case|break|presenter|speaker|som|to)"
)
_LATER = "|".join(sorted(set(ORDINALS) - {"første", "fyrste", "first"}))
ORDINAL = re.compile(
    rf"\b(?:(?P<word>{_LATER})\s+(?:\w+\s+)?(?={_NOUN}\b)|"
    r"(?:nummer|nr\.?|number)\s+(?P<number>to|tre|fire|fem|seks|two|three|[2-9])\b"
    r"(?=\s+(?:etter|før|på|i|av|after|before|on)\b))",
    re.IGNORECASE,
)
SEVERAL_AT_EDGE = re.compile(
    rf"\b(?:(?P<before>{COUNT})\s+(?P<edge>første|fyrste|siste|first|last)|(?P<edge2>første|fyrste|siste|first|last)\s+(?P<after>to|tre|fire|fem|two|three|four|five|[2-9]))\b",
    re.IGNORECASE,
)
LAST_BUT_ONE = re.compile(
    r"\bnest[\s-]*siste?\b|\bsecond\s+to\s+last\b|\blast\s+but\s+one\b|\bnext\s+to\s+last\b", re.IGNORECASE
)
LAST = re.compile(
    r"\b(?:(?:aller|helt|heilt)\s+)?(?:siste|sist|senest|seinest|til\s+slutt|last|latest|final|avsluttende)\b|"
    r"\b(?:avslutter|avsluttar|slutter|runder|rundar|ender|endar)\s+(?:vi|me|møtet|dagen|rådet)\b(?=.*\bmed\b)|\b(?:avslutter|avsluttar|runder\s+av|rundar\s+av)\s+(?:møtet|dagen)\b|"
    r"\bhelt\s+til\s+slutt\b|\b(?:closes|ends|concludes|wraps\s+up)\s+(?:the\s+)?(?:meeting|day)\b",
    re.IGNORECASE,
)
FIRST = re.compile(
    r"\b(?:(?:aller|helt|heilt)\s+)?(?:første|fyrste|først|fyrst|tidligst|tidlegast|first|earliest)\b|"
    r"\b(?:åpner|opnar|starter|begynner|byrjar|startar|innleder|går)\s+(?:vi|me|møtet|dagen|rådet)\b(?=.*\bmed\b)|\b(?:åpner|opnar|innleder|innleiar)\s+(?:møtet|dagen|ballet)\b|"
    r"\bopens\s+(?:the\s+)?(?:meeting|day)\b",
    re.IGNORECASE,
)
# Of what is narrowed down already, where in the day it stands says no more.
IN_THE_DAY = re.compile(
    r"\b(?:mot|på|ved|i|ut\s+på|towards?|at|near)\s+(?:slutten|starten|begynnelsen|the\s+(?:end|start|beginning))(?:\s+(?:av|på|of)\s+(?:dagen|møtet|programmet|dagsordenen|the\s+(?:day|meeting)))?|"
    r"\b(?:først|tidlig|sist|sent|seint)\s+(?:på|i)\s+(?:dagen|møtet|programmet|dagsordenen)",
    re.IGNORECASE,
)
LONGEST = re.compile(
    r"\b(?:lengst\w*|mest\s+(?:av\s+)?(?:\w+\s+)?tid\w*|lengste\s+tid|best\s+tid|longest|most\s+time)\b", re.IGNORECASE
)
SHORTEST = re.compile(
    r"\b(?:kortest\w*|kortast\w*|minst\s+(?:\w+\s+)?tid\w*|dårligst\s+tid|shortest|least\s+time)\b", re.IGNORECASE
)
MOST_CASES = re.compile(r"\b(?:flest|most)\s+(?:\w*saker|\w*punkt(?:er)?|innlegg|items|cases)\b", re.IGNORECASE)
SEVERAL_CASES = re.compile(
    rf"\b(?:(?:mer|meir|flere|fleire|more)\s+(?:enn|than)\s+(?P<over>{COUNT})\s+(?:\w*saker|\w*sak|punkter|punkt|items?|cases?)|(?P<several>flere|fleire|several)\s+(?:\w*saker|punkter|items|cases)|"
    rf"(?P<exact>{COUNT})\s+(?:ulike\s+|forskjellige\s+)?(?:\w*saker|punkter|items|cases)|(?:bare|kun|berre|only)\s+(?P<one>én|en|ei|éi|one|ett|1)\s+(?:\w*sak|punkt|item|case))\b",
    re.IGNORECASE,
)

# What is asked of the rows.
WHO = re.compile(
    r"\b(?:hvem|kven|who|whom|(?:hvilke[nt]?|kva\s+for(?:\s+ein)?|which|what)\s+(?:personer?|personar|innleder\w*|innleiar\w*|foredragsholder\w*|"
    r"taler\w*|presentatør\w*|people|person|presenters?|speakers?)|navn(?:et|ene)?\s+på)\b",
    re.IGNORECASE,
)
PEOPLE_COUNTED = re.compile(
    r"\b(?:hvor|kor)\s+mange\s+(?:\w+\s+)?(?:personer|personar|innledere|innleiarar|foredragsholdere|talere|presentatører)\b|"
    r"\bhow\s+many\s+(?:\w+\s+)?(?:people|presenters|speakers)\b",
    re.IGNORECASE,
)
BODIES_COUNTED = re.compile(
    r"\b(?:hvor|kor)\s+mange\s+(?:\w+\s+)?(?:organisasjon\w*|virksomhet\w*|verksemd\w*|etater|aktører)\b|\bhow\s+many\s+(?:\w+\s+)?organi[sz]ations\b",
    re.IGNORECASE,
)
# What somebody does who has a case or the floor.
SPEAKS = re.compile(
    r"\b(?:legg\w*(?:\s+\w+){0,3}?\s+fr[ae]m|presenter\w*|present(?:s|ing|ed)?|(?:si|seie|sier|seier)\s+(?:noe|noko|litt)|(?:ta|tar|tek)\s+opp|på\s+(?:hjertet|hjarta)|innled\w*|innlei\w*|snakk\w*|fort[ae]l\w*|orienter(?:er|e|te|ar)|redegjør\w*|gjør\s+rede|"
    r"(?:ta|tar|tek|har|får|fører|føre)\s+(?:over|ordet)|(?:ha|har|tar|tek|får|has|gets)\s+(?:\w+\s+)?(?:\w*sak(?:en|a)?|ordet|punktet|(?:the\s+)?(?:item|case|floor))|(?:går|gå|leder|leier|leiar|lede|tar|tek)\s+(?:oss\s+|rådet\s+|vi\s+|me\s+)?(?:i\s*)?gjennom|"
    r"gjennomgå\w*|tar?\s+(?:seg\s+av|for\s+seg)|(?:svar|står?|stå)\w*\s+for|(?:på|ved)\s+talerstolen|i\s+(?:ilden|elden)|slipper?\s+til|først\s+ut|first\s+up|is\s+up|speak\w*|talk\w*|introduc\w*|(?:has|takes|have)\s+the\s+floor)\b",
    re.IGNORECASE,
)
# "Hvem har fiskerihavnene?"
WHO_HAS = re.compile(
    r"\b(?:hvem|kven|who)\s+(?:er\s+det\s+som\s+)?(?:(?:skal|will)\s+)?(?:har|ha|tar|ta|tek|får|få|has|have|takes?)\b(?!\s+(?:\w+\s+)?(?:ansvar|oppgave|oppgåve|responsib))",
    re.IGNORECASE,
)
WHICH_BODY = re.compile(
    r"\b(?:hvilke[nt]?|hvilke|kva(?:\s+for)?(?:\s+ein|\s+ei)?|which|what)\s+(?:organisasjon\w*|virksomhet\w*|verksemd\w*|etat\w*|organ|firma|selskap|aktør\w*|organi[sz]ations?|agency|agencies)\b|"
    r"\b(?:hvor|kor)\s+(?:er|kommer|kjem|jobber)\s+\w+\s+(?:fra|frå|from)\b",
    re.IGNORECASE,
)
WHEN = re.compile(
    r"\b(?:når(?:tid)?|(?:hva|kva)\s+tid|klokk(?:a|en)\s+(?:hva|kva)|(?:hva|kva)\s+(?:er\s+)?klokk(?:a|en)|(?:hvilket|kva(?:\s+for(?:\s+eit)?)?)\s+(?:klokkeslett|tidspunkt)|hvilken\s+tid|klokkeslett(?:et)?|when|what\s+time)\b",
    re.IGNORECASE,
)
HOW_LONG = re.compile(
    r"\b(?:hvor|kor)\s+(?:lenge|lang|langt|lange|mye\s+tid|mykje\s+tid|(?:mye|mykje)(?=\s+(?:\w*paus|av\s+(?:dagen|møtet)))|lang\s+tid|mange\s+minut\w*)\b|\bhow\s+(?:long|much\s+time|many\s+minutes)\b|\bvarighet\w*\b|"
    r"\b(?:fra|frå)\s+når\s+(?:og\s+)?til\s+når\b|\bfrom\s+when\s+(?:until|till|to)\s+when\b",
    re.IGNORECASE,
)
HOW_MANY = re.compile(r"\b(?:hvor|kor)\s+mange\b(?!\s+min)|\bhow\s+many\b(?!\s+min)|\bantall(?:et)?\b", re.IGNORECASE)
# What may be asked of one row at once, besides how long it is: "hvem legger frem sak 7, og når?", "sak 3: tid og type?".
FIELDS = (
    re.compile(rf"{WHO.pattern}|\b(?:innleder|innleiar|foredragsholder|presenter|speaker)\b", re.IGNORECASE),
    re.compile(rf"{WHEN.pattern}|\b(?:tid|tidspunkt)\b", re.IGNORECASE),
    re.compile(r"\b(?:saks)?type\b|\bslags?\s+sak\b", re.IGNORECASE),
    re.compile(rf"{WHICH_BODY.pattern}|\b(?:organisasjon|virksomhet|etat|organi[sz]ation)\b", re.IGNORECASE),
)
ENDING = re.compile(r"\b(?:slutt(?:er|ar|e)?|ferdige?|over|avsluttes?|ends?|finish\w*|done)\b", re.IGNORECASE)
BEGINNING = re.compile(
    r"\b(?:begyn\w*|start\w*|byrj\w*|åpn\w*|opn\w*|satt\s+opp|sett\s+opp|i\s+gang|begins?|opens?)\b", re.IGNORECASE
)
SHOWN_TYPE = re.compile(
    r"\b(?:sakstype\w*|(?:type|slags?)\s+(?:sak|punkt|behandling)|(?:hvilken|kva|hva\s+slags|what)\s+type|(?:kind|type|sort)\s+of\s+(?:item|case))\b",
    re.IGNORECASE,
)
SEVERAL = re.compile(
    r"\b(?:hvilke|kva\s+for(?!\s+(?:ein|ei|eit)\b)|alle|samtlige|which(?=\s+\w+s\b)|noen|nokon|any|nevn|list)\b|\b(?:hvem|kven)\s+(?:er\s+)?(?:de|dei|alle)\b|\b\w*(?:saker|sakene|sakane|orienteringer|orienteringene|drøftinger|drøftingene|punkter|punktene|items|cases|pauser|pausene|pausane)\b",
    re.IGNORECASE,
)
FULL_TITLE = re.compile(
    r"\b(?:hele|heile|full\w*|offisiell\w*|entire|whole)\s+(?:sakstittel\w*|tittel\w*|navn\w*|namn\w*|title|name)\b|\b(?:hva|kva|what)\s+(?:heter|heiter|is)\s+(?:saken?\s+)?(?=sak\b|punkt)|\b(?:saks)?tittel(?:en)?\s+(?:på|til|for)\b|\btitle\s+of\b|\b(?:saksnumm?er\w*|saksnr|case\s+number)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\b(?:hva|kva|hvem|kven|hvilke[nt]?|hvilke|når|hvor|kor|hvordan|korleis|hvorfor|kvifor|what|which|who|whom|whose|when|where|how|why)\b",
    re.IGNORECASE,
)
VERB_FIRST = re.compile(
    r"(?:^|[.;:–,]\s*|\s-\s)(?:og\s+|men\s+|så\s+)?(?:er|blir|ble|var|har|skal|kan|får|vil|kommer|kjem|ligger|står|starter|begynner|byrjar|startar|slutter|sluttar|varer|varar|legger|legg|presenterer|innleder|"
    r"holder|tar|finnes|finst|stemmer|rekker|hører|gjelder|is|are|was|does|do|did|has|have|will)\b",
    re.IGNORECASE,
)
# What asks whether the rest is so, before it or after it.
IS_IT_SO = re.compile(
    r"^(?:stemmer\s+det(?:\s+at)?|er\s+det\s+(?:riktig|rett|sant|sånn|slik)\s+at|stemmer\s+det,?|is\s+it\s+(?:true|correct)\s+that)\b|,?\s*\b(?:ikke\s+sant|ikkje\s+sant|stemmer\s+(?:vel\s+|ikke\s+)?det(?:\s+vel)?|er\s+det\s+(?:ikke\s+)?(?:riktig|rett|slik|sånn)|eller|har\s+jeg\s+rett|right|correct|isn't\s+it)\s*(?=\?)",
    re.IGNORECASE,
)
STATES = re.compile(
    r"\b(?:er|har|får|blir|legges|legger|tar|holder|kommer|kjem|starter|begynner|varer|innleder|presenterer|presenteres|is|has|gets|comes|presents)\b",
    re.I,
)
CASES_SAID = re.compile(r"\b(?:\w*sak(?:en|a|er|ene|ane)?|cases?|items?)\b", re.IGNORECASE)
# Rows that need not be cases.
ITEMS_SAID = re.compile(r"\b(?:\w*punkt(?:et|er|ene|a)?|\w*post(?:en|er|ene)?)\b", re.IGNORECASE)
# How much longer one row is than another.
APART = re.compile(
    r"\b(?:hvor|kor)\s+(?:mye|mykje|mange\s+minutt\w*)\s+(?:lengre|lengr|lenger|mer|meir|kortere|kortare|mindre)\b|\bhow\s+(?:much|many\s+minutes)\s+(?:longer|more|shorter|less)\b|"
    r"\b(?:forskjell\w*|skilnad\w*|differanse\w*|difference)\b.*\b(?:tid\w*|lengde\w*|minutt\w*|time|minutes|length)\b",
    re.IGNORECASE,
)
ANY = re.compile(r"\b(?:noen|noe|nokon|noko|nokre|any|anything|anyone|en|ei|et|ein|eit)\b", re.IGNORECASE)
EVERY = re.compile(r"\b(?:alle|samtlige|alt|bare|kun|berre|all|only|every)\b", re.IGNORECASE)
OR = re.compile(r"\b(?:eller|or)\b", re.IGNORECASE)
THE_MEETING = re.compile(r"\b(?:\w*møtet?|vi|me|dagen|(?:the\s+)?meeting|we)\b", re.IGNORECASE)

# Words of a question about an agenda that tell no row from another, besides those of every such question.
EMPTY = frozenset(
    stem(word)
    for word in (
        "regnet rekna formalitet formaliteter formalia bord bords "
        "mening meningen meininga planlagt planlagd tenkt ment meint minutt minuter sammen saman igjen att tilbake gang settes "
        "fortsetter fortset held halde vidare videre ute ut over turen tur egentlig midt nummererte nummerert ettermiddag "
        "ettermiddagen formiddag formiddagen morgen morgenen kveld rett like straks umiddelbart deretter bruker brukes brukt "
        "bruke går gjeng kommer mellom pause pausen kaffepause matpause lunsj lunsjen lunch break spise mat neste dagen liste "
        "lista listen kor hvor mykje mye langt sette setje plassert står ligger skjer hender foregår side siden totalt alt "
        "etterpå etter før afterwards after before next straight right directly then does come comes item time much many spend "
        "vedta stemme røyste bestemme avgjøre avgjere beslutte prate høre høyre orienteres informeres decide vote talk "
        "avsatt avsett tid fått get gets opp dagen denne presentasjonen presentasjon innlegg innlegget taletid "
        "la dagsordnen folk overtar bolk bolken unnagjort innkallingen innkallinga have be must "
        "nårtid begynte begynt startet starta varte vart sluttet slutta holdt heldt "
        "discuss hear or first second third last final eller altså ferdig ferdige slutter over avsluttes ende snakker speaks "
        "rekk rekker jeg eg tas blir igjen "
        "trenger treng behøver må være vere med bare plass klar innom rekke møte møter opp "
        "oppe behandling handsaming behandlet behandla "
        "slot slots scheduled talks spent planned meant minutes resume resumes back total together kind sort"
    ).split()
)
# Words that say neither which rows are meant nor what is asked of them.
SAID = frozenset(
    stem(word)
    for word in (
        "ren rene rent rein reint reine pure purely "
        "coffee forskjell forskjellen skilnad skilnaden difference sak saken saker sakene saka sakane punkt punktet punkter "
        "punktene agendapunkt item items case cases dagsorden dagsordenen agenda agendaen program programmet "
        "saksliste sakslista sakslisten sakliste saklista sakskart sakskartet møte møtet møteplan meeting møtedagen "
        "dag dagen dagens day today lista listen liste list rådet utvalget utvalet styret council vi oss oppe nummer "
        "saksnummer saksnumre saksnumrene nr number "
        "legge legger legges legg lagt frem fram framme framlegg presentere presenterer "
        "presenteres presentert presentasjon presentasjonen innlede innleder innledes innlederen innlederne innledere "
        "innlegg innlegget taler taleren foredragsholder foredragsholderen snakke snakker ansvarlig ansvaret ansvar "
        "holde holder ta tar tas tek rekke rekker rekk starte starter startar begynne begynner begynte byrjar settes "
        "satt sett oppsatt opp går gå gjeng gjennom varer vare varar lenge lang langt lange tid tiden minutt minutter "
        "minutes varighet klokka klokken kl klokkeslett klokkeslettene tidspunkt slutter slutt ferdig ferdige over "
        "bruker brukes bruke brukt avsatt avsett av finnes finst plassert ligger hører heime hjemme fører ordet "
        "slipper slippe til tur turen antall alle samtlige bare kun berre sammen saman total totalt samlet navn navnet "
        "tittel tittelen heter heiter hele heile full fullt nevn finn finne oppgi sakstype sakstypen sakstypene type "
        "slags slag organisasjon organisasjonen virksomhet virksomheten virksomheter etat aktør person personer "
        "present presents presented presenting presenter presenters speaker speakers come comes coming start starts "
        "begin begins end ends scheduled schedule slot time long right straight get gets got take takes last lasts "
        "set rett like straks umiddelbart akkurat nøyaktig exactly planlagt egentlig igjen fortsatt første siste "
        "kommer kjem komme kome ifølge følge etter dagsaktuelle minst mest hvis dersom if can can't only just minn "
        "meg nå no da derfor derimot heller bli del deler krever krev trenger behøver gjenstår gjenstå gått "
        "timeplanen timeplan planen aside follows egen eget avsluttes avsluttast avslutter mellom eneste einaste "
        "ulike forskjellige vel visst altså jo fått fikk fekk hatt må skal kan vil bør kva ein noe med glipp mister "
        "får gjerne hvor være ganger begge disse dette mine all rundt mitt vår våre dere de oppført fremme står the "
        "next lenger lengre lengst mer meir skje skjer foregår foregå plass free sånn slik up off turn ordre "
        "rekkefølge rekkefølgen by many much one tell give says said being kind sort between sier stemmer andre annen "
        "annet anna handle handler handlar handlet gjelde gjelder gjeld tema temaet emne emnet dreie dreier sin sitt "
        "sine hans hennes hennar løpet løp løs scenen talerstol talerstolen ilden ild elden eld hjertet hjarte si seie fortelle "
        "fortel fortelje forteller svare svarer svarar stå stille stiller jeg eg lurer lurar undrer husker hugser "
        "glemt gløymt ute ut inn innom allerede alt ennå enda ennu faktisk omtrent cirka circa ca fremdeles stadig "
        "tror trur mener meiner plan kjøreplan kjøreplanen køyreplan køyreplanen dagsplan dagsplanen tidsplanen "
        "tidsskjema tidsskjemaet oversikten hver kvar gang gonger formelt medregnet medrekna inkludert inkl noen "
        "nokon noko samme gjøre gjør gjere gjer gjort driver driv held sitte sitter sit jobbe jobber arbeide dukker "
        "dukke ligge ligg lande dra vere fortsette kjøre kjører gi gir vise viser se ser følger følgjer delta vente "
        "venter regne regnet rekna salen rommet presentatør vegne spalte kolonne takk greit okei ok hei forresten "
        "egentleg eigentleg vanlig vanleg nok vei veg veien vegen stod sto taletid orde føre slepp sleppe møtes treff "
        "treffes samles unna unnagjort ferdigbehandlet behandle behandles behandlet handsame handsamast handsamar "
        "handsama gjennomgå gjennomgås gjennomgår tatt pensum kartet kart menyen meny programposten post posten bolk "
        "bolken økt økten økta sesjon doing do going happening happens happen talking talk talks about each every "
        "deal deals cover covers covered under looking look place called call allotted allocated spend spending reach "
        "discussed handled treated on now then there presentations presentation speak speaks speaking herself himself "
        "themselves they them their her his him she he during throughout within day's we us our you please know want "
        "has have had does did is are was were"
    ).split()
)


def count_said(word: str) -> int:
    """The number that a word or digits say."""
    word = word.lower()
    return int(word) if word.isdigit() else _COUNTS.get(word, _HOURS.get(word, 0))


def minutes_said(match: re.Match[str]) -> int:
    """The minutes of an `AMOUNT`."""
    if match["minutes"]:
        return count_said(match["minutes"])
    if match["hours"]:
        return HOUR * count_said(match["hours"])
    fixed = {"half": HOUR // 2, "quarters": 3 * HOUR // 4, "quarter": HOUR // 4, "more": 3 * HOUR // 2}
    return next(minutes for name, minutes in fixed.items() if match[name])
