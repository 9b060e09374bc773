"""The names of bodies: councils, committees, boards, in the Nordic languages, and when two names are one body's."""

from __future__ import annotations

import re

from radsassistent.documents.letters import CAPITAL

# The words that name a kind of body, definite and indefinite.
_BODY_ENDINGS = (
    "rådet|råd|utvalget|utvalg|utvalet|utval|styret|styre|komiteen|komité|komiteen|nemnda|nemnd|formannskapet|formannskap|"
    "kommunestyret|fylkestinget|fylkesting|bystyret|tinget|forumet|forum|gruppen|gruppa|panelet|"
    "udvalget|udvalg|bestyrelsen|fullmäktige|styrelsen|nämnden|utskottet"
)
# A formannskap has no word before it, as the other bodies have; some are for two things ("Kultur- og forskningsutvalget").
BODY_WORD = (
    rf"(?:{CAPITAL}[\wæøåäö]*-(?:,\s+[a-zæøåäö]+-)*\s+og\s+[a-zæøåäö][\wæøåäö-]*?(?:{_BODY_ENDINGS})"
    rf"|{CAPITAL}[\wæøåÆØÅäöÄÖ-]*?(?:{_BODY_ENDINGS})|Formannskap(?:et)?)"
)
# The name of an enterprise: "Oppdikt sykehus HF", "Stiftelsen Oppdikt museum", "Stiftelsen Oppdikt havne- og kystmuseum",
# "Universitetet i Oppdikt", "Oppdikt Avfall IKS".
_INSTITUTION = (
    r"(?:sykehus(?:et)?|sjukehus(?:et)?|kommune|fylkeskommune|fylke|universitet|høgskole|høgskule|høyskole|museum|museene|senter|sentral|stiftelse|"
    r"legat|fond|forlag|teater|bibliotek|folkehøgskole|folkehøgskule|skole|skule|havn|hamn|energi|kraft|avfall|vann|vatn|bolig|bustad|eiendom|eigedom|"
    r"næringshage|kulturhus|barnehage|menighet|sokn|helseforetak|helseføretak)"
)
_WITH_INSTITUTION = rf"(?:[a-zæøå]+-\s+og\s+)?[a-zæøå]*?{_INSTITUTION}"
ENTERPRISE = (
    rf"{CAPITAL}[\wæøå-]*(?:[\s-]+(?:og\s+|i\s+|for\s+)?{CAPITAL}[\wæøå-]*|\s+{_WITH_INSTITUTION}(?![\wæøå])){{0,5}}"
)
# "IKT", "FoU", "KI"
_SHORT_FORM = rf"{CAPITAL}\w?{CAPITAL}{{1,3}}\b"
# A committee "for" something, and the board of an enterprise, whose name goes on behind the word.
_LONG = (
    r"(?:(?!område|tilråd|samråd|forråd)[\wæøå-]*?(?:utvalg|utval|komité|råd|nemnd|udvalg|panel|forum|gruppe)(?:et|en|a)?\s+for\s+"
    rf"(?-i:[a-zæøå]|{_SHORT_FORM})[\wæøå-]*"
    rf"(?:(?:,\s*|\s+og\s+|\s+i\s+(?=[a-zæøå]{{5}})|\s+)(?!møte|den\b|i\b|og\b|på\b|kl\b)(?-i:[a-zæøå]|(?<=og\s){_SHORT_FORM})[\wæøå-]*){{0,5}}|"
    rf"(?:Hovedstyret|Styret|Bedriftsforsamlingen|Representantskapet|Brukerutvalget|Brukarutvalet)\s+(?:i|for|ved)\s+{ENTERPRISE})"
)
BODY_NAME = rf"(?:{_LONG}|{BODY_WORD})"
_BODY = re.compile(rf"\b({BODY_WORD})\b(?!\w)")
_LONG_BODY = re.compile(rf"\b{_LONG}\b", re.IGNORECASE)
# A name of several words: "Nasjonalt forum for grunnvannsdata", "Nordre forbruker- og energiråd".
_WHOLE = re.compile(
    rf"{CAPITAL}[\wæøåäö-]*(?:\s+[\wæøåäöÆØÅÄÖ-]+){{0,3}}\s+(?:formannskap(?:et)?|[a-zæøåäö-]{{2,}}?(?:{_BODY_ENDINGS})|[a-zæøåäö-]*?(?:{_BODY_ENDINGS})\s+for\s+[\wæøå-]+(?:\s+[\wæøåÆØÅ-]+){{0,4}})"
)
# What somebody's council is called behind the name of what it is of ("Nasjonalt register for grunnvann – fagråd"), and the word
# without its ending before what it is about ("Faggruppe grunnvann Nordre Oppdikt"), where a sentence has it with.
_OF_WHAT = re.compile(rf"{CAPITAL}[^\d–—:]+\s+[–—-]\s+[a-zæøåäö-]*(?:{_BODY_ENDINGS})")
_ABOUT_WHAT = re.compile(
    rf"{CAPITAL}[a-zæøå]{{2,}}(?:gruppe|råd|utvalg|utval|forum|nettverk|panel|komité|nemnd|styre)(?:\s+(?:og|i|for)(?=\s)|\s+[\wæøåÆØÅ-]{{3,}}){{1,5}}"
)
_NO_NAME = re.compile(
    r"\b(?:velkommen|velkomen|møte\w*|til|presentasjon\w*|orientering\w*|sak\w*|om|fra|frå)\b", re.IGNORECASE
)
# What stands in brackets beside a body's name is no part of it: "Trollrådet (TR)".
BESIDE_NAME = re.compile(r"\s*\([^()]*\)")
_STEM_ENDING = re.compile(r"(?:ene|e?en|et|e|a|n)$")
_BOARD_OF = re.compile(r"Styret\s+(?:i|for|ved)\s+(?P<name>\S+)")
_SHORTEST_STEM = 5
_WHAT_IT_IS = re.compile(rf"\s+{_WITH_INSTITUTION}\b")
_WHERE = re.compile(r"\s+(?:i|for|ved)\s+")
_DASHED = re.compile(r"\s+[–—-]\s+")
_ENDS_AS_BODY = re.compile(rf"(?:{_BODY_ENDINGS}|gruppe)$", re.IGNORECASE)
# A genitive: "Formannskapets behandling".
_GENITIVE = re.compile(rf"\b({BODY_WORD})s?\b", re.IGNORECASE)
# Words that end as a body does and are none.
_NO_BODY = re.compile(
    r"^(?:samråd|forråd|område\w*|tilråd\w*|medråd\w*|ansatteutvalg|gjelder|utvalg|råd|forum|gruppe\w*)$", re.IGNORECASE
)


def bodies_named(text: str) -> list[str]:
    """The bodies that a text names with a capital, as it spells them."""
    return [match[1] for match in _BODY.finditer(text)]


def body_titled(title: str) -> str | None:
    """The body that a title is the name of: "Samferdselsutvalget", "Råd for kompetanse" of "Nasjonalt råd for kompetanse"."""
    title = BESIDE_NAME.sub("", title)
    long = _LONG_BODY.search(title)
    whole = _WHOLE.fullmatch(title.strip())
    if whole is not None and long is not None and long.start() > 0 and not _NO_NAME.search(title):
        return title.strip()
    alone = title.strip()
    if (_OF_WHAT.fullmatch(alone) or _ABOUT_WHAT.fullmatch(alone)) and not _NO_NAME.search(alone):
        return alone
    if long is not None:
        return long[0][0].upper() + long[0][1:]
    named = _BODY.match(title.strip())
    if named is not None and not _NO_BODY.match(named[1]):
        return named[1]
    return title.strip() if whole is not None and not _NO_NAME.search(title) else None


def bodies_in(text: str) -> list[str]:
    """The bodies that a text names, also in small letters and in the genitive, without its s."""
    return [match[1] for match in _GENITIVE.finditer(text) if not _NO_BODY.match(match[1])]


def body_stem(name: str) -> str:
    """A body's name without the definite ending and case: "Porteføljerådet" and "porteføljeråd" are one."""
    return _STEM_ENDING.sub("", " ".join(name.casefold().replace("é", "e").split()))


def names_body(text: str, body: str) -> bool:
    """Whether a text names a body: in any form of its word, or a board by the name of its enterprise ("styremøtet i Oppdikt").

    "Formannskapet" may be that of any place; a text that names one place is left to the search. A word of fewer letters
    than "utvalg" is in too many others.
    """
    folded = text.casefold()
    enterprise = _BOARD_OF.match(body)
    if enterprise is not None:
        return re.search(rf"\bstyre\w*\b.*\b{re.escape(enterprise['name'].casefold())}\b", folded) is not None
    head, *subject = _WHERE.split(body, maxsplit=1)
    if subject and _of_subject(subject[0]).search(text):
        return True
    stem = body_stem(head)
    called = _called_by(body)
    if called is not None and re.search(rf"\b{re.escape(body_stem(called))}(?:et|en|a|møte\w*|smøte\w*)s?\b", folded):
        return True
    return body.casefold() in folded or (
        len(stem) > _SHORTEST_STEM and re.search(rf"\b{re.escape(stem)}", folded) is not None
    )


def _called_by(body: str) -> str | None:
    """The one word that a body of several is called by: "klimarådet" for "Regionalt klimaråd for Oppdikt", "fagrådet" for
    "Register for grunnvann – fagråd"; None where it has no more, or that word is too short to tell it by.
    """
    parts = _DASHED.split(body)
    words = _WHERE.split(parts[-1], maxsplit=1)[0].split()
    word = words[0] if _ABOUT_WHAT.fullmatch(body) else words[-1]
    alone = word == body or _ENDS_AS_BODY.search(word) is None or _NO_BODY.match(word)
    return None if alone or len(body_stem(word)) < _SHORTEST_STEM + 1 else word


def _of_subject(subject: str) -> re.Pattern[str]:
    """How a body is called by what it is for: "fjordhelserådet", "fjordhelsemøtet" for "Fagrådet for fjordhelse"."""
    return re.compile(rf"\b{re.escape(subject.split()[0])}s?(?:{_BODY_ENDINGS}|møte\w*)\b", re.IGNORECASE)


def same_body(one: str, other: str) -> bool:
    """Whether two names are of one body: equal but for the ending, or one with more words about where it is.

    "Oppdikt kommunestyre", "Kommunestyret i Oppdikt" and "Kommunestyret" may be one; "Kommunestyret i Fabel" is another. So are
    boards of one enterprise, where one name says besides what sort it is.
    """
    first, second = body_stem(one), body_stem(other)
    if first == second or first.endswith(f" {second}") or second.endswith(f" {first}"):
        return True
    alone = [_called_by(name) for name in (one, other)]
    if any(word is not None and body_stem(word) == stem for word, stem in zip(alone, (second, first), strict=True)):
        return True
    heads = [_WHERE.split(name, maxsplit=1) for name in (one, other)]
    stems = [body_stem(head[0]) for head in heads]
    if stems[0] != stems[1]:
        return False
    return min(len(head) for head in heads) == 1 or _goes_on_to_say_what_it_is(heads[0][1], heads[1][1])


def _goes_on_to_say_what_it_is(one: str, other: str) -> bool:
    """Whether one name of an enterprise is the other with what it is behind: "Oppdikt", "Oppdikt museum"."""
    short, long = sorted((one, other), key=len)
    return short[:1].isupper() and long.startswith(short) and bool(_WHAT_IT_IS.match(long[len(short) :]))
