"""What minutes say of an outcome: votes in their words, whether a proposal was adopted or fell, whether a case was put off."""

from __future__ import annotations

import re

from radsassistent.documents.letters import CAPITAL, CAPITALS

_COUNT = r"(?:\d+|én|en|ei|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv)"
_PARTIES = r"(?:\s*\([^)]*\))?"
_BALLOTS = r"(?:stemmer|stemme|røyster|røyst|røster|røst|stemmar|rösters?|röster)"
_VOTES = re.compile(
    rf"\b{_COUNT}{_PARTIES}\s*(?:{_BALLOTS}{_PARTIES}\s*)?(?:mot|imot|–|-)\s*{_COUNT}{_PARTIES}(?:\s*{_BALLOTS})\b{_PARTIES}|"
    rf"\b{_COUNT}\s+{_BALLOTS}{_PARTIES}\s+(?:mot|imot)\s+{_COUNT}\b{_PARTIES}|"
    rf"\b(?:mot|imot)\s+{_COUNT}\s+{_BALLOTS}\b{_PARTIES}|"
    rf"\b{_COUNT}\s+(?:{_BALLOTS}\s+)?for\s*(?:,|og)\s*{_COUNT}\s+(?:{_BALLOTS}\s+)?(?:mot|imot)\b|"
    r"\bfor(?:\s+stemte)?\s*:?\s*\d+[^.\n\d]{1,40}\bi?mot?d?(?:\s+stemte)?\s*:?\s*\d+|"
    r"\b(?:enstemmig|enstemmige|einstemmig|samrøystes|enhälligt|enhällig|enstemmigt)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"\b{_COUNT}{_PARTIES}\s+{_BALLOTS}\b", re.IGNORECASE)
# "Resten var enstemmig.": of what was not voted on by itself.
_OF_THE_REST = re.compile(
    r"\b(?:resten|øvrige?|ellers|elles|andre\s+punkt\w*)\b[^.]*\b(?:enstemmig\w*|samrøystes|einstemmig\w*)\b",
    re.IGNORECASE,
)
# "Punkt 1 og 3: enstemmig.", "Pkt. 2 ble vedtatt med 6 mot 2 stemmer."
_OF_POINTS = re.compile(r"^(?:punkt(?:et|ene|a)?|pkt\.?)\s+\d", re.IGNORECASE)
# The vote of who chairs the meeting, which decides where there are as many on each side.
_CASTING = re.compile(
    r"\b(?:dobbel\w*|dobbelt)[\s-]?(?:stemme|røyst)\w*|\b(?:utslagsgivende|avgjørende|avgjerande)\s+(?:stemme|røyst)",
    re.IGNORECASE,
)
_WON = re.compile(
    r"\b(?:vedtatt|vedteke|vedteken|vedtekne|vedtas|vedtakast|tiltrådt|tiltrått|godkjent|godkjend|bifalt|bifalles|samtykt|samtykket|antatt|valgt|vald|"
    r"godkendt|vedtaget|tiltrådte|bifaller|bifallit|bifalls|godkänns|antas)\b",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"\b(?:falt|fall|fell|faller|falle|forkastet|forkasta|forkastes|nedstemt|stemt\s+ned|røysta\s+ned|ikk(?:j)?e\s+(?:vedtatt|vedteke|vedteken|tiltrådt|godkjent|godkjend)|"
    r"avvist|avslås|avslått|forkastades|avslag|avslås|avslår|bortfalt|fikk\s+ikke\s+flertall|fekk\s+ikkje\s+fleirtal)\b",
    re.IGNORECASE,
)
# The subject of a vote: what was proposed to the meeting, as opposed to what a member put forward.
_PROPOSED = re.compile(
    r"\b(?:innstilling\w*|tilråding\w*|tilrådning\w*|indstilling\w*|forslag\w*|framlegg\w*|förslag\w*|saksframlegg\w*|som\s+foreslått|som\s+føreslege)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\b(?:felles|endrings|tilleggs|alternativ\w*\s*|mot|utsettelses|utsetjings|oversendelses|tilbakesendings|ändrings|ændrings|benke)-?(?:forslag|framlegg|förslag)\w*|"
    r"\b(?:forslag|framlegg)\w*\s+(?:nr\.?\s*\d+\s+)?(?:fra|frå|til)\s+(?!(?:rådmann|kommunedirektør|administrasjon|formannskap|fylkesrådmann|sekretariat|"
    r"direktør|styreleder|utvalget|vedtak|innstilling|konklusjon|beslutning))|"
    rf"\b{CAPITAL}[\wæøå]{{0,3}}s\s+(?:forslag|framlegg)|\b(?:AP|H|SP|SV|KRF|FRP|MDG|V|R|INP|PP)s?\s+(?:forslag|framlegg)|\bfellesframlegg\w*",
    re.IGNORECASE,
)
_AS_PROPOSED = re.compile(
    r"^(?:(?:rådets?|styrets?|utvalgets?)?\s*(?:vedtak|vedtatt|vedteke|godkjent|enstemmig\s+vedtatt|samrøystes\s+vedteke|tiltrådt|beslutning)?\s*"
    r"(?:enstemmig|samrøystes)?\s*(?:som|i\s+(?:samsvar|tråd|henhold)\s+(?:med|til)|etter|jf\.?|lik)\s+"
    r"(?:\w+\s+){0,3}?(?:innstilling\w*|tilråding\w*|indstilling\w*|forslag\w*|framlegg\w*|foreslått|føreslege|tilrådd|innstilt|indstillet)\b)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:(?:ble|vart|blei|saken|saka|dette|det)\s+)*(?:enstemmig|samrøystes|einstemmig)(?:\s+(?:vedtatt|vedteke|vedteken|tiltrådt|godkjent|vedtak|bifalt))?\.?$|"
    r"^(?:vedtatt|vedteke|tiltrådt)(?:\s+(?:enstemmig|samrøystes|einstemmig))?\.?$|"
    rf"^(?:(?:vedtatt|vedteke|vedteken|tiltrådt|falt|fall)\s+(?:med\s+)?|mot\s+)?(?:{_VOTES.pattern})(?:\s+(?:vedtatt|vedteke))?\.?$",
    re.IGNORECASE,
)
_SAYS_VOTE = re.compile(
    r"^(?:vedtaket|innstillinga?|innstillingen|forslaget|framlegget|tilrådinga|dette|det|vedtaksforslaget)\b",
    re.IGNORECASE,
)
_CASE = (
    r"(?:(?!\w*årsak)\w*sak(?:a|en)|saker|saksframlegget|handsaminga\w*|behandlingen|behandling|avgjørelsen|avgjerda|"
    r"beslutningen|punktet|spørsmålet|ärendet|sagen|sak\s+\d+/\d+)"
)
_POSTPONED = re.compile(
    rf"^(?:saken\s+|saka\s+|sagen\s+|punktet\s+)?(?:utsatt|utsett|utsettes|utsettast|utset|udsat|udsættes|bordlagt|bordläggs|bordlægges|återremiss\w*|trukket|trekt)\b|"
    rf"\b{_CASE}\b[^.]{{0,60}}?\b(?:utsatt|utsett|utsettes|utsettast|utsetjast|utsatte|udsættes|udsat|bordlegges|bordläggs|återremitter\w*|"
    r"send(?:es|ast|t|er|e)?\s+(?:tilbake|attende)|sendes\s+i\s+retur|tilbakesend\w*|trekkes|trekkast|trukket|trekt|tas\s+av|tatt\s+av|takast\s+av|utgår)\b|"
    rf"\b(?:utsett[ea]?r?|utsetje?r?|utsette|utsatte|utset|udsætter|bordlegger|återremitterar?|send(?:er|e|te)\s+(?:tilbake|attende))\s+(?:\w+\s+){{0,2}}?{_CASE}\b|"
    rf"\b(?:trakk|trekte|trekker|trekkjer)\s+{_CASE}\b|\b{_CASE}\s+i\s+retur\b|"
    rf"\bsend(?:er|e|te)\s+{_CASE}\s+(?:\w+\s+)?(?:tilbake|attende)\b|\båterremitteras\b|"
    # "Punktet flyttes til møte 8", "Saken tas opp igjen i mai", "Vi rakk ikke saken"
    rf"\b{_CASE}\b[^.]{{0,30}}?\b(?:flyttes|flyttast|flyttet|flytta|flytt)\s+til\s+(?:\w+\s+)?(?:\w*møte\w*|\d)|"
    rf"\b{_CASE}\b[^.]{{0,30}}?\b(?:settes|setjast|sett|satt|tas|takast|tek|tar|kommer|kjem|legges|leggjast)\s+(?:\w+\s+)?(?:igjen|på\s+nytt|på\s+ny)\b|"
    rf"\b(?:rakk|nådde|hann|rekk|kom)\s+(?:(?:vi|rådet|utvalget|utvalet|styret)\s+)?ikk(?:j)?e\s+(?:til\s+|å\s+\w+\s+|fr[ae]m\s+til\s+)?{_CASE}\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:innstilling\w*|tilråding\w*|forslag\w*|framlegg\w*|indstilling\w*|förslag\w*|saken|saka|sagen)\b[^.]{0,60}?\b(?:falt|fall|fell|faller|forkast\w*|nedstemt|"
    r"avvises|avvisast|avvist|avslås|avslått|ikk(?:j)?e\s+(?:vedtatt|vedteke|vedteken|tiltrådt|godkjent)|vedtas\s+ikke|tas\s+ikke\s+til\s+følge|avvisas)\b|"
    r"^(?:\w+\s+)?(?:er|ble|blei|vart|vert)\s+ikk(?:j)?e\s+(?:vedtatt|vedteke|vedteken|godkjent|godkjend)\b|"
    r"^(?:ikk(?:j)?e\s+(?:vedtatt|vedteke|godkjent)|falt|forkastet|avvist|nedstemt|afvist)\b|"
    r"\bavslår\s+(?:innstilling\w*|forslaget|framlegget|förslaget)\b",
    re.IGNORECASE,
)
_WITH_CHANGES = re.compile(
    r"\bmed\s+(?:følgende|følgjande|desse|disse|slike?|dei|de|én|éin|en|ein|ett|eitt|eit|to|tre)\s+(?:\w+\s+)?"
    r"(?:(?:endring|presisering|justering|merknad)\w*|tillegg(?:et|ene|a|spunkt\w*)?\b)",
    re.IGNORECASE,
)
# "Vedtatt med den endring at …", "… med nytt punkt 3", "… med tillegg: …"; "med 6 mot 2 stemmer" is no change.
_WITH_SOMETHING_NEW = re.compile(
    r"\bmed\s+(?:den\s+|det\s+)?(?:\w+\s+){0,2}?(?:endring\w*|tillegg(?:et|ene|a|spunkt\w*)?\b|presisering\w*|justering\w*|unntak\w*|unnatak\w*|(?:nytt?|nye)\s+\w+)",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:ble|blei|vart|fikk|fekk)\b", re.IGNORECASE)
# "… slik vedtatt: punkt 2 endres til …"
_CHANGED_SO = re.compile(
    r"\b(?:slik|sånn|på\s+denne\s+måten)\s+(?:vedtatt|vedteke|vedteken|godkjent|godkjend)\s*:|"
    r"\b(?:punkt\w*|pkt\.?)\s*\d+\s+(?:endres|endrast|endret|endra|utgår|utgikk|strykes|strykast|erstattes|erstattast)\b",
    re.IGNORECASE,
)
# What follows "som innstillingen" with this takes something of it back.
_BUT_FOR = re.compile(
    r"\b(?:men|bortsett|unntatt|unnateke|unntak\w*|utenom|utanom|likevel|derimot|i\s+tillegg|pluss|samt)\b",
    re.IGNORECASE,
)
_IN_LINE_WITH = re.compile(
    r"\bi\s+(?:samsvar|tråd|henhold)\s+(?:med|til)\s+(?:\w+\s+){0,3}?(?:innstilling|tilråding|forslag|framlegg|indstilling)\w*",
    re.IGNORECASE,
)
# "…, slik kollektivsjefen foreslo": a whole decision that follows the proposal in words of its own.
_AS_SOMEBODY_PROPOSED = re.compile(
    r"\b(?:som|slik|sånn)\s+(?:\w+\s+){0,2}?(?:foreslått|foreslo|føreslege|føreslo|innstilt|innstilte|tilrådd|tilrådde)\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:men|bortsett|unntatt|unnateke|unntak\w*|utenom|likevel|dog|derimot|samtidig|pkt|punkt\w*|rest(?:en|erende)|(?:for\s*)?øvrig\w*|ellers|elles|but|except|otherwise|the\s+rest)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    rf"\b(?P<own>{_COUNT}){_PARTIES}\s*(?:{_BALLOTS}\b{_PARTIES}\s*)?(?:mot|imot|–|-)\s*(?P<other>{_COUNT})\b",
    re.IGNORECASE,
)
_NUMERALS = {
    word: number
    for number, named in enumerate("null en/én/ei/ett to tre fire fem seks sju/syv åtte ni ti elleve tolv".split())
    for word in named.split("/")
}
_SENTENCE = re.compile(rf"(?:(?<=[.!?])|(?<=[.!?][\"”»]))\s+(?=[{CAPITALS}0-9«])|\n")
# The words of a decision to put a case off are few; a long decision in which something is put off decides something else.
_POSTPONED_WORDS = 60


def sentences(text: str) -> list[str]:
    """A text's sentences; a number with a point ("12. mars", "pkt. 1") does not end one."""
    parts: list[str] = []
    for part in _SENTENCE.split(text):
        if parts and re.search(
            r"(?:\b\d{1,2}|\b(?:pkt|nr|kl|jf|ca|mill|adm|fv|rv|ev|art|inkl|ekskl|evt|mrd|tlf|dvs|t\.o\.m|f\.o\.m))\.$",
            parts[-1],
        ):
            parts[-1] = f"{parts[-1]} {part}"
        elif part.strip():
            parts.append(part.strip())
    return parts


def votes_in(text: str) -> str | None:
    """The words in which a text counts the votes ("14 mot 10 røyster", "enstemmig"), several parted by "; "."""
    found = list(dict.fromkeys(match[0].strip() for match in _VOTES.finditer(text)))
    return "; ".join(found) or None


def counts_votes(text: str) -> bool:
    """Whether a text counts votes in any way, also those of one side alone: "Innstillingen fikk 8 stemmer"."""
    return bool(_VOTES.search(text) or _COUNTED.search(text))


def is_outcome(text: str) -> bool:
    """Whether a line tells nothing but the outcome of a vote: "Enstemmig vedtatt.", "Vedtaket ble fattet mot 3 stemmer."."""
    stripped = text.strip()
    if changes_the_proposal(stripped):
        return False
    if _BARE.match(stripped) or (len(stripped.split()) <= 12 and adopts_the_proposal(stripped)):
        return True
    return (
        len(stripped.split()) <= 20
        and bool(_SAYS_VOTE.match(stripped))
        and bool(votes_in(stripped) or (_WON.search(stripped) and _PROPOSED.search(stripped)))
    )


def changes_the_proposal(text: str) -> bool:
    """Whether a decision says that it takes the proposal with a change or an addition: "med følgende tillegg", "som foreslått,
    men …".
    """
    if _WITH_CHANGES.search(text) or _CHANGED_SO.search(text):
        return True
    first = next(iter(sentences(text.strip())), "")
    taken = _AS_PROPOSED.match(first) or _IN_LINE_WITH.search(first)
    if taken is not None and _BUT_FOR.search(first[taken.end() :]):
        return True
    return bool((taken or _PROPOSED.search(first)) and _WITH_SOMETHING_NEW.search(first))


def tells_the_handling(text: str) -> bool:
    """Whether a line tells in sentences what became of a proposal: that it was adopted or fell, or that the case waits."""
    return any(map(_tells_what_became, sentences(text)))


def _tells_what_became(sentence: str) -> bool:
    decided = says_won(sentence) or says_lost(sentence)
    was = _WAS.search(sentence) is not None
    return is_outcome(sentence) or bool(decided and votes_in(sentence)) or (was and (decided or postpones(sentence)))


def is_members_own(text: str) -> bool:
    """Whether a sentence is about what a member put forward, not about what the case paper proposes."""
    return bool(_MEMBERS.search(text))


def says_won(sentence: str) -> bool:
    """Whether a sentence says that something was adopted."""
    return bool(_WON.search(sentence)) and not _LOST.search(_before_contrast(sentence))


def wins_by_count(sentence: str) -> bool:
    """Whether something is told to have got more votes than there were against it: "Forslaget fikk 8 stemmer mot 3"."""
    counted = _COUNTS.search(sentence)
    if counted is None or says_lost(sentence):
        return False
    own, other = (_number(counted[side]) for side in ("own", "other"))
    return own > other


def _number(count: str) -> int:
    return int(count) if count.isdigit() else _NUMERALS.get(count.casefold(), 0)


def follows_the_proposal(text: str) -> bool:
    """Whether a decision in words of its own says of the whole that it is what was proposed: "…, slik sekretariatet foreslo"."""
    said = _AS_SOMEBODY_PROPOSED.search(text) or _IN_LINE_WITH.search(text)
    return said is not None and not _EXCEPT.search(text) and not changes_the_proposal(text) and not is_members_own(text)


def says_lost(sentence: str) -> bool:
    """Whether a sentence says that something fell."""
    return bool(_LOST.search(sentence))


def _before_contrast(sentence: str) -> str:
    """ "… vedtatt mot 3 stemmer for forslaget fra X, som falt": what comes after is about the other one."""
    won = _WON.search(sentence)
    return sentence[: won.end()] if won else sentence


def adopts_the_proposal(text: str) -> bool:
    """Whether a text says that what was proposed was adopted: "Vedtak som innstilling", "Innstillingen enstemmig vedtatt"."""
    stripped = text.strip()
    if len(stripped.split()) > 40:
        return False
    if changes_the_proposal(stripped):
        return False
    told = sentences(stripped)
    first = told[0] if told else ""
    if len(told) == 1 and _IN_LINE_WITH.search(first) and not is_members_own(first):
        return True
    if _AS_PROPOSED.match(first) and not is_members_own(first):
        return True
    if is_members_own(first) and not re.search(
        r"\b(?:rådmann|kommunedirektør|administrasjon|innstilling|tilråding)", first, re.IGNORECASE
    ):
        return False
    return bool(_PROPOSED.search(first)) and says_won(first)


def is_bare_outcome(text: str) -> bool:
    """Whether a text says only that something was adopted, and by which votes."""
    return bool(_BARE.match(text.strip()))


def postpones(text: str) -> bool:
    """Whether a decision puts the case off, sends it back or takes it off the agenda."""
    return len(text.split()) <= _POSTPONED_WORDS and bool(_POSTPONED.search(text))


def rejects(text: str) -> bool:
    """Whether a decision says that the proposal fell or the case was turned away."""
    return len(text.split()) <= _POSTPONED_WORDS and bool(_REJECTED.search(text))


def votes_of_adoption(texts: list[str]) -> str | None:
    """The votes by which the decision was made, from the sentences on the voting.

    What was adopted has its count; sentences on what fell are passed over. Where none says which it was, the last count
    that the voting tells.
    """
    told = [sentence for text in texts for sentence in sentences(text)]
    rest = [sentence for sentence in told if _OF_THE_REST.search(sentence)]
    apart = [sentence for sentence in told if sentence not in rest and _COUNTED.search(sentence)]
    if rest and apart:
        return " ".join((*apart, *rest))
    by_point = [sentence for sentence in told if _OF_POINTS.match(sentence) and counts_votes(sentence)]
    if len(by_point) > 1 and len({votes_in(sentence) or sentence for sentence in by_point}) > 1:
        return " ".join(by_point)
    won = [sentence for sentence in told if says_won(sentence) or wins_by_count(sentence)]
    if len(won) > 1 and len({votes for each in won if (votes := votes_in(each))}) > 1:
        # Of several votes each is that of its own point or proposal.
        return " ".join(each for each in won if votes_in(each))
    for chosen in (won, [sentence for sentence in told if not says_lost(sentence)]):
        counts = [count for sentence in chosen if (count := votes_in(sentence))]
        if counts:
            return "; ".join(dict.fromkeys(counts)) if chosen is won else counts[-1]
        whole = [sentence for sentence in chosen if _COUNTED.search(sentence)]
        if whole:
            # What fell with a count of its own is the other side of the vote.
            sides = [
                each
                for each in told
                if each in whole or (says_lost(each) and _COUNTED.search(each) and not votes_in(each))
            ]
            # "Innstillingen ble vedtatt med leders dobbeltstemme."
            sides = (sides if len(whole) == 1 else whole[-1:]) + [s for s in won if _CASTING.search(s)]
            return " ".join(dict.fromkeys(sides))
    return None
