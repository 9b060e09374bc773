"""What questions about members say beside whom they are for: that a leader is counted, a seat is vacant, what is asked."""

from __future__ import annotations

import re

from radsassistent.documents.letters import CAPITAL
from radsassistent.search.cues import Cue

# What is asked of the agenda, of decisions or of money is not asked of the lists.
OF_ELSE = frozenset(
    {
        Cue.AGENDA, Cue.WHICH_CASE, Cue.CASE_TYPE, Cue.DECIDED, Cue.DEBATE, Cue.PROPOSAL, Cue.MONEY, Cue.SHARE,
        Cue.CLOCK, Cue.WHEN, Cue.DURATION, Cue.BREAK, Cue.WHY, Cue.CHANGE, Cue.CHART, Cue.HOW_MUCH,
    }
)  # fmt: skip
SAME_FIRST_NAME = re.compile(
    r"\b(?:samme|same)\s+(?:fornavn\w*|førenamn\w*|first\s+names?)|\bheter\s+(?:\w+\s+){0,3}?(?:det|the)?\s*samme\b",
    re.IGNORECASE,
)
REPRESENTS = re.compile(
    r"\b(?:representer\w*|representant\w*|(?:sitter|sit|møter|stiller|taler|talar)\s+for|(?:på|on)\s+vegn\w*|represents?|sits?\s+for|speaks?\s+for)\b",
    re.IGNORECASE,
)
# What titles end in.
TITLE = (
    r"[\w-]*(?:direktør|sjef|leder|leiar|lege|sekretær|rådgiver|rådgjevar|ordfører|ordførar|rådmann|minister|statsråd|advokat|jurist|økonom|ingeniør|koordinator|arkitekt|"
    r"formann|president|rektor|professor|ombud|ombod|pleier|pleiar|psykolog|jordmor|prest|prost|biskop|lensmann|politimester|\w{3}ansvarlig|\w{3}ansvarleg|forsker|forskar|revisor|kasserer|"
    r"kasserar|forkvinne|tolk|konsulent|lærer|lærar|fogd|arkivar|bibliotekar|dekan|direktrise|director|chief|manager|secretary|mayor|lawyer|economist|engineer)(?:en|n|a|et|ar|er)?"
)
TITLE_WORD = re.compile(TITLE, re.IGNORECASE)
# Asked whether somebody has a seat.
SEATED = re.compile(
    r"\b(?:(?:noen|nokon|anyone|anybody)\s+(?:fra|frå|from)|medlem\w*|representert\w*|plass|sete|sitter|sit|(?:i|på|on|in)\s+(?:the\s+)?(?:\w+\s+)?\w*(?:råd|utval|styre|grupp|nemnd|komit|council|board|committee)\w*|members?|seat)\b",
    re.IGNORECASE,
)
# Who appoints the members is none of them.
APPOINTS = re.compile(
    r"\b(?:hvem|kven|who)\s+(?:er\s+det\s+som\s+)?(?:utnevner|utnemner|oppnevner|oppnemner|velger|vel|peker\s+ut|peikar\s+ut|utpeker|bestemmer|appoints?|elects?|chooses?)\b",
    re.IGNORECASE,
)
# Asked by a name, or for one.
NAMED = re.compile(
    r"\b(?:heter|heiter|hete|heite|(?:for|etter|mellom)(?:navn|namn)\w*|førenamn\w*|(?:first|last|middle)\s+names?|surname)\b",
    re.IGNORECASE,
)
MEMBER_LIST = re.compile(
    r"\bmedlems(?:list|oversikt)\w*|\b(?:alle|hele|heile|all)\s+(?:the\s+)?medlem\w*|\bramse", re.IGNORECASE
)
NEW = re.compile(r"\b(?:nye?|nytt|nyeste|ferske|new|newest)\b", re.IGNORECASE)
LEADS = re.compile(
    r"\b(?:led(?:er\w*|et|es)|leia\w*|leier\w*|formann\w*|head(?:s|ed)?|chair\w*|leads?|led|leader\w*|styr(?:er|ar)|sjef(?:en)?|boss|nest\w*|vicechair)\b",
    re.IGNORECASE,
)
# "Sjef for gruppen" leads it; "IKT-sjef" and "sjef" alone are titles.
# "Sitter på toppen av rådet" leads it.
LEADS_SAID = re.compile(
    r"\b(?:(?:sitter|sit|står|er)\s+)?(?:på\s+topp(?:en)?(?:\s+(?:av|i))?|øverst\s+i|i\s+spissen\s+for|(?:øverste|øvste)\s+(?:sjef|leder|leiar)|"
    r"i\s+(?:leder|leiar|formanns)stolen|i\s+(?:fører|sjef|leder)setet\s+i|(?:den\s+)?øverste(?=\s+i\b)|(?:er\s+)?bas(?:en)?\s+(?:for|i)|runs|in\s+charge\s+of|at\s+the\s+(?:top|head)\s+of)\b",
    re.IGNORECASE,
)
# "Nummer to i rådet", "nestkommanderende": who leads where the leader does not.
SECOND_SAID = re.compile(
    r"\b(?:(?:er|sitter\s+som|is)\s+)?(?:(?:nummer|nr\.?|number)\s+(?:to|two|2)|nestkommanderende|nestkommanderande|andremann|andreperson|nest\s+øverst|nest\s+øvst|second\s+in\s+command)\b",
    re.IGNORECASE,
)
HEAD_OF = re.compile(
    r"\b(?:sjef(?:en)?|boss|head)\s+(?:for|i|av|over|of)\s+(?:\w+\s+)?\w*(?:gruppe\w*|gruppa|råd\w*|utval\w*|styre\w*|komit\w*|nemnd\w*|group|council|board|committee)\b",
    re.IGNORECASE,
)
# "Leder divisjonen for …" is told by the title of who does.
LEADS_UNIT = re.compile(
    r"\b(?:divisjon|avdeling|seksjon|enhet|eining|klinikk|stab|kontor|etat|department|division|section|unit)(?:en|et|a|n)?\b",
    re.IGNORECASE,
)
# A title as such, of which an organisation is none.
TITLE_ASKED = re.compile(
    r"\b(?:(?:stillings|jobb|yrkes)?(?:tittel|titt?elen|titler|titlar)|stilling(?:en|a)?|yrke(?:t)?|job\s+title|title)\b",
    re.IGNORECASE,
)
# A word that a title has: "har e-helse i tittelen".
IN_TITLE = re.compile(
    r"\b(?:som\s+(?:en\s+|ein\s+)?del\s+)?(?:i|av|in)\s+(?:sin\s+|their\s+|the\s+|his\s+)?(?:stillings|jobb|yrkes|job\s+)?(?:tittel|tittelen|titlene|titelen|stilling|stillingen|stillingstittelen|titles?)\b|"
    r"\b(?:ansvarsområde|arbeidsfelt|arbeidsområde|fagområde|fagfelt)\b",
    re.IGNORECASE,
)
ANSWERS_FOR = re.compile(
    r"\b(?:har|have|has)\s+(?:hoved)?ansvar\w*\s+for\b|\b(?:på|under|i)\s+(?:(?:sitt|sin|sitt\s+eget|eget|eigen)\s+)?(?:bord(?:et)?|pult(?:en)?|bordet\s+sitt|felt(?:et)?)\b|"
    r"\b(?:(?:jobb|arbeid|driv|steller|styr)\w*\s+(?:\w+\s+)?med|tar\s+seg\s+av|tek\s+seg\s+av|(?:har|held|holder)\s+(?:hånd|greie|styr|orden)\s+(?:om|på|i)|works?\s+(?:with|on)|deals?\s+with)\b",
    re.IGNORECASE,
)
# Whether one and the same sits on several lists: "er det samme person som … i begge?".
SAME_PERSON = re.compile(
    r"\b(?:samme|same|éin\s+og\s+same|én\s+og\s+samme|en\s+og\s+samme|en\s+og\s+den\s+samme)\s+(?:person\w*|mann|dame|kvinne|menneske\w*|representant\w*|folk\w*|medlem\w*|people|man|woman|one|representative)\b|"
    r"\b(?:den|det|de|dei|the)\s+(?:samme|same)\b(?=\s+(?:i|på|in|on|som|who|for)\b)",
    re.IGNORECASE,
)
LEADER_COUNTED = re.compile(
    r"[,(]?\s*\b(?:(?:med|medregnet|medrekna|inkludert|inklusive|iberekna|including|counting)\s+(?:the\s+)?(?:leder\w*|leia\w*|leader|chair)|"
    r"(?:the\s+)?(?:leder\w*|leia\w*|leader|chair)\s+(?:medregnet|medrekna|inkludert|inkludera|iberekna|included))\)?",
    re.IGNORECASE,
)
# When somebody cannot come: "hvis lederen blir syk", "når Berg ikke kan møte", "if she is ill".
AWAY = re.compile(
    r"[,\s]*\b(?:hvis|om|dersom|viss|når|mens|medan|i\s+tilfelle|if|when|while)\s+(?P<who>[\w .'’-]{1,60}?)\s+"
    r"(?:(?:er|blir|vert|skulle\s+(?:være|bli)|går|tar|tek|har|må|is|gets?|falls?|becomes?)\s+(?:\w+\s+){0,3}?(?:syke?|sjuke?|borte|vekke|forhindr\w+|hindr\w+|bortreiste?|permisjon|permittert|ferie|"
    r"forfall|opptatt|opptatte|inhabil\w*|ugild|fraværende|away|ill|sick|absent|unavailable)\b|"
    r"(?:ikke|ikkje)\s+(?:kan|kommer|kjem|møter|er|får|rekker|rekk|har|stiller)\b(?:\s+\w+){0,3}?(?=\s*[?,.]|$)|"
    r"(?:kan|kommer|kjem|can|does|is)(?:\s*(?:ikke|ikkje|not)|n['’]t)(?:\s+\w+){0,3}?(?=\s*[?,.]|$))",
    re.IGNORECASE,
)
# What who stands in does, in the present; "møter for KS" sits for KS.
STANDS_IN_FOR = re.compile(
    r"\b(?:(?:stepp(?:er|ar|e)|rykk(?:er|jer|e|ar)|tr(?:er|år|ør|e|å)|hopp(?:er|ar|e)|kommer|kjem|går)\s+(?:\w+\s+){0,3}?inn\b(?!\s+(?:på|i\s+(?!sted|stad)))|"
    r"tr(?:er|år|ør|e|å)\s+(?:\w+\s+){0,3}?til\b(?!\s+(?:møtet|rådet|side|verks))|"
    r"(?:tar|tek|ta|overtar|overtek)\s+(?:\w+\s+){0,2}?(?:over|plassen|stolen|setet)\b(?!\s+etter)|overtar\b|overtek\b|"
    r"rykk(?:er|jer|ar)\s+(?:\w+\s+)?opp\b|(?:tar|tek)\s+(?:\w+\s+)?(?:roret|klubba|klubben|styringen|styringa|ledelsen|leiinga)\b|"
    r"vikarier\w*|erstatt(?:er|ar)|avløys(?:er|ar)|avløser|i\s+(?:stedet|staden|sted)\s+(?:for|til)|isteden(?:for)?|istaden(?:for)?|i\s+(?:hans|hennes|hennar|deres)\s+(?:sted|stad)|"
    r"(?:stands?|standing|steps?|stepping|fills?|filling|covers?|covering|sits?|sitting)\s+in\s+for|covers?\s+for|takes?\s+over|replaces?|in(?:\s+place|\s*stead)\s+of)",
    re.IGNORECASE,
)
# The same where it is said when or for whom: "stiller for Berg", "møter når hun er syk", "leder møtet".
STANDS_IN_THEN = re.compile(
    r"\b(?:møt(?:er|e)|still(?:er|e)|kommer|kjem|leder|leier|styrer|steps?|leads?|chairs?|meets?|attends?|har\s+(?:vi|rådet)|tar|tek|gjør|overtar|vi\s+har)\b",
    re.IGNORECASE,
)
KEEPS_MINUTES = re.compile(
    r"\b(?:før(?:er|te|e)|skriv(?:er|e)?|skrev|keeps|takes)\s+(?:the\s+)?(?:møtebok\w*|møteprotokoll\w*|protokoll\w*|referat\w*|minutes)\b(?:\s+for\s+(?:oss|rådet|utvalget|utvalet))?",
    re.IGNORECASE,
)
# "Er han på sykehus eller hva driver han med?": the question is the last one.
LAST_OF_TWO = re.compile(r"^.*\s(?:eller|or)\s+(?=(?:hva|kva|hvem|kven|hvor|kor|what|who|where)\b)", re.IGNORECASE)
# The sort of thing that is asked for, and what may be said of a member of it: "hvilken arrangør kommer … fra?".
SORT_ASKED = re.compile(
    r"^(?:og\s+)?(?:hvilke[nt]?|kva(?:\s+for(?:\s+e(?:in|i|it))?)?|which|what)\s+(?P<sort>[\w-]+)\s+(?:er|kommer|kjem|representer\w+|jobb\w+|arbeid\w+|har|sitt?(?:er)?|"
    r"stiller|står|deltar|deltek|hører|høyrer|tilhører|tilhøyrer|bor|bur|is|are|does|do|has|have|sits?)\b",
    re.IGNORECASE,
)
# The sort of thing that is asked for, wherever it stands.
SORT_SAID = re.compile(
    r"\b(?:hvilke[nt]?|kva(?:\s+for(?:\s+e(?:in|i|it))?)?|hvor\s+mange|kor\s+mange|which|what|how\s+many)\s+"
    r"(?:(?:ulike|forskjellige|forskjellege|different)\s+)?(?P<sort>[\w-]+)",
    re.IGNORECASE,
)
# Questions for organisations rather than people: "hvilke kommuner er med?", "hvor mange organisasjoner er representert?".
ORGANISATIONS = re.compile(
    r"\b(?:hvilke[nt]?|kva(?:\s+for)?|hvor\s+mange|kor\s+mange|which|what|how\s+many|list\s+\w+|nevn)\s+(?:(?:av|ulike|forskjellige|forskjellege|andre|slags|different|other)\s+)?(?P<sort>\w*(?:organisasjon|virksomhe[td]|verksem[dt]|aktør|etat|"
    r"kommun|foretak|forening|foreining|forbund|departement|direktorat|instans|institusjon|organi[sz]ation|municipalit|institution|count(?:y|ies)|agenc|authorit)\w*)",
    re.IGNORECASE,
)
ANY_ORGANISATION = re.compile(
    r"^(?:organisasjon|virksomhe[td]|verksem[dt]|aktør|instans|institusjon|organi[sz]ation|institution)", re.IGNORECASE
)
ALTERNATIVES = re.compile(r"\b(?:og|eller|and|or|samt)\b", re.IGNORECASE)
OTHER_THAN = re.compile(
    r"\b(?:andre|annen|annan|flere|fleire|others?|else|anyone|noen|nokon)\b.*?\b(?:enn|than)\b", re.IGNORECASE
)
BODY_SAID = re.compile(
    r"råd(?:et|ets|s)?\b|(?:råds?|utvalgs?|gruppe|styre|nemnds?)(?:leder|leiar)|grupp(?:e|en|a)\b|utval|styre(?:t|ts)?\b|komit|nemnd|forum|panel|\b(?:group|council|board|committee)\b|medlem|\bmember|\brepresent",
    re.IGNORECASE,
)
# "Hva gjør Kari til daglig?" asks for her work.
DOES = re.compile(
    r"^(?:og\s+)?(?:hva|kva|what)\s+(?:gjør|gjer|driver|driv|does|do)\b(?!.*\b(?:sak\w*|vedtak\w*)\b)", re.IGNORECASE
)
# "Hvor kommer Kari fra?"
FROM_WHERE = re.compile(r"^(?:hvor|kor|where|hvilke[nt]?|kva|which|what)\b.*\b(?:fra|frå|from)\b", re.IGNORECASE)
# "Hvilke to kommer fra …?" asks for people.
SOME_OF = re.compile(
    r"^(?:hvilke|kva\s+for|which)\s+(?:to|tre|fire|fem|two|three|four|ones?|noen|nokre)\s+(?:av\s+\w+\s+)?(?:er|kommer|kjem|sitter|sit|representerer|jobber|har|are|come|sit|represent)\b",
    re.IGNORECASE,
)
ALSO = re.compile(r"\b(?:også|òg|samtidig|samstundes|begge|både|also|both)\b", re.IGNORECASE)
# Who is on a list of members without being one.
NOT_AS_MEMBER = re.compile(
    r"\b(?:uten|utan|without)\s+(?:å\s+(?:være|vere)\s+|being\s+)?(?:\w+\s+)?(?:medlem\w*|members?)\b", re.IGNORECASE
)
MEMBERS_COUNTED = re.compile(r"\b(?:medlem\w*|members?)\b", re.IGNORECASE)
# Who is on a list of members and is none.
NO_MEMBER = re.compile(
    r"\b(?:vara\w*|\w*sekretær\w*|observatør\w*|referent\w*|deputy|secretary|observer)\b", re.IGNORECASE
)
SEX = re.compile(
    r"\b(?:kvinne(?:r|ne|lige?)?|menn|mennene|mannlige?|jenter|gutter|women|men(?=\s+(?:are|and|or|on|in|sit)\b)|female|male)\b",
    re.IGNORECASE,
)
STAND_IN = re.compile(
    r"\b(?:vara(?:medlem\w*|representant\w*|person\w*|folk\w*|ene?|er|ar|ane)?|stedfortred\w*|stadfortred\w*|reserve(?:n|r|ne|medlem\w*)?|suppleant\w*|deputy(?:\s+members?)?(?!\s+(?:chair|leader|head))|"
    rf"deputies|substitutes?|alternates?|stand-ins?|vikar(?:en)?(?=\s+(?:for|til)\s+(?-i:{CAPITAL})))\b",
    re.IGNORECASE,
)
# Who stood in at a meeting is told by its minutes, who would by the lists.
MET = re.compile(
    r"\b(?:var|møtte|møtt|stilte|stepp(?:a|et)|satt|sat|kom|tok|møtet|forfall|fravær\w*|was|were|met|attended|meeting|stood|filled)\b",
    re.IGNORECASE,
)
# A seat that nobody is named for.
VACANT = re.compile(
    r"\b(?:alle|all|samtlige)\b[^?]*?\b(?:fylte?|besatte?|besette?|avklarte?|avklara|oppnevnt|oppnemnd|utpekt|utnevnt|appointed|bemannet|opptatt\w*|filled|taken)\b|"
    r"\b(?:(?:ennå|enno|fortsatt|framleis|still)\s+)?(?:har\s+|er\s+|is\s+|has\s+)?(?:(?:ennå|enno|fortsatt|still)\s+)?(?:(?:ikke|ikkje|not)\s+(?:ennå\s+|enno\s+|yet\s+)?(?:har\s+|have\s+|has\s+)?"
    r"(?:meldt\s+inn|fått|gitt|oppgitt|oppgjeve|navngitt|pekt\s+ut|peikt\s+ut|utpekt|utnevnt|oppnevnt|oppnemnd|avklart|avklara|besatt|fylt|valgt|vald|funnet|bestemt|named|appointed|filled|settled|decided|chosen|confirmed)"
    r"(?:\s+(?:(?:noe|noko|noen|nokon|et|eit|en|ein|sitt|sin|a)\s+)?(?:navn|namn|medlem|representant|person|navnet|namnet|kandidat)\w*|\s+(?:hvem|kven|who)\b[^?]*)?|"
    r"(?:mangler|manglar|uten|utan|savner|lacks|without)\s+(?:(?:et|eit|en|ein|fortsatt|framleis|ennå|enno|a)\s+){0,2}(?:navn|namn|medlem|representant|person)\w*|"
    r"(?:ledige?|ubesatte?|vakante?|tomme?|åpne|vacant|empty)\s+(?:plass\w*|sete\w*|stol\w*|seats?|places?)|"
    r"(?:har\s+(?:en|ein)\s+)?(?:plass|sete|stol|seat)\w*\s+(?:(?:i|på|in|on)\s+\w+\s+)?(?:som\s+)?(?:(?:det\s+)?(?:(?:ingen|inga)\s+(?:sitter|sit)\s+(?:i|på)?|(?:ikke|ikkje)\s+(?:sitter|sit)\s+(?:noen|nokon)(?:\s+(?:i|på))?)|"
    r"(?:er|står|is|are|stands)\s+(?:(?:fortsatt|framleis|ennå|enno|det|still)\s+)?(?:ledige?|tomm?e?|ubesatte?|åpne?|opne?|vakante?|vacant|empty|open|unfilled))|"
    r"(?:har|er|finnes|have|is|are)\s+(?:det\s+|there\s+)?(?:ledige?|tomme?|vacant)\s+(?:plass\w*|seter|stoler|seats?))\b",
    re.IGNORECASE,
)
# A question of so few words that names a group may leave out its verb: "divisjonsdirektør i rådet?", "…, navn?".
SHORT = 8
NAME_ASKED = re.compile(r"\b(?:navn|namn)(?:et)?\s*\??$", re.IGNORECASE)
WITH_US = re.compile(r"^(?:er|is|are)\s+(?:det|there)\b.*\b(?:med|with\s+us|on\s+board)\s*(?:[?,]|$)", re.IGNORECASE)
# Said in questions about members, of no member: beside what every such question may have.
SAID = frozenset(
    "verv vervet vervene also everyone everybody share shares deler organ organet organene velkommen "
    "fullt fullverdig vanlig vanleg bare berre finnes finst finns exist there through whom via gjennom sammen "
    "altså daglig dagleg dag til driver driv med driving egentlig eigentleg alt totalt sammenlagt heile hele resten øvrige "
    "other others else andre annen anna person plass plasser sete seter representert representerte represented have both "
    "all list names name tale taler saken deltar deltek part anyone somebody someone noens profession yrke fag blant blandt "
    "isåfall tilfelle framleis fremdeles ennå enno enda endå fått please rådsmedlem rådsmedlemmer rådsmedlemmene "
    "rådsmedlemene rådsmedlemar stillingstittel tittelen among hører høyrer høre tilhører tilhøyrer belong belongs party "
    "tilknyttet knyttet sted hjemsted fornavn fornavnet førenamn etternavn etternavnet etternamn mellomnavn first "
    "last surname begynner byrjar samme same faste fast fersk ført opp oppført oppførte oversikt oversikten lista listen "
    "listene forskjellige ulike organisasjonene virksomheter virksomhetene verksemder aktører aktørene utpekt meldt "
    "innmeldt oppnevnt utnevnt praktiserende ansvaret hovedansvar hovedansvaret del ordet word "
    "har ha enn at dem seg sin sine vi oss de dei begge ansvar "
    "ansvarsområde område fagområde arbeidsområde arbeidsfelt stillingen titler titlene titlar innom plassene setene seats "
    "members arbeidssted arbeidsstad arbeidsplass stedene bestemt come comes from any employed jobs profesjon medlemslista "
    "medlemslisten rådsplass råd ens én éin både ein eit etat etaten instans instansen practising practicing practicioner "
    "utpekte men but eneste einaste only flere fleire flertall several multiple ramse ramser fullstendig komplett vis gi "
    "rep representatives representative rekke ledig ledige vel jo nok kanskje sikker one two "
    "three four five six seven eight nine ten "
    # Said of the asker, or beside what is asked.
    "visst vel jo nok kanskje egentlig faktisk akkurat fortsatt igjen også òg bestemt antakelig sikkert trodde tror mener husker "
    "huske hugsar hugse mente trur trudde meiner minnes blander blande forveksler kjenner kjenne vet veit glemt gløymt "
    "ringe kontakte møte treffe snakke spørre takke think thought believe remember recall again then exactly "
    # How somebody sits for another.
    "sendt sender sende send sendte stilt stille oppnevner utpeker peker valgt valt velger har hatt utgjør utgjer "
    "delegasjon delegasjonen gjeng gjengen folka folkene folk mann mannen dame dama damen kvinnen kar karen fyr fyren "
    "personene hver sin sitt respektive henholdsvis høvesvis vegne inne innenfor representanten representantane repr "
    "representantar representasjon representasjonen stemme stemma talsperson talsmann talskvinne "
    "tar seg styr arbeider jobber arbeidar "
    "gjør gjer driver beskjeftiget sysselsatt tilhørighet heitar heite kalles kalt kalla kallast "
    "samme personen same personen begge steder sted formelt offisielt offisielle formell "
    "arbeidsgiver arbeidsgiveren arbeidsgivere arbeidsgjevar employer forum forumet forumets panelet kollegiet kollegiets "
    "ligger ligg lies seat hold holds holding sent send speaks behalf sitting serving serve serves "
    "person people guy lady man woman called "
    "vald valde ville inn innvalgt innvald "
    "foreslått foreslege foreslegen nominert nominerte innstilt put forward nominated elected "
    "practicing respectively really actually currently today official full".split()
)
