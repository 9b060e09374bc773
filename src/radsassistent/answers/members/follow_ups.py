"""A question that goes on speaking of members, said in full: "og den andre?", "fra samme arbeidssted"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import listed
from radsassistent.answers.members.called import asked_words
from radsassistent.answers.members.facts import is_generic
from radsassistent.answers.members.groups import newest_lists
from radsassistent.answers.members.statements import short_group
from radsassistent.answers.members.words import KIND, Told, fitting
from radsassistent.archive import Passage, PassageKind
from radsassistent.meetings.bodies import bodies_in
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue, cues
from radsassistent.search.query import Wanted
from radsassistent.search.swapped import asked_otherwise, asks_which
from radsassistent.search.terms import is_english, stem, terms, words
from radsassistent.search.turn import Turn

_GOES_ON = re.compile(
    r"^\s*(?:(?:og|men|enn|and|but)\b\s*)?(?:(?:hva|kva)\s+med\b\s*|(?:what|how)\s+about\b\s*)?", re.IGNORECASE
)
_LEANS = re.compile(r"^\s*(?:og|men|enn|and|but|hva\s+med|kva\s+med|what\s+about|how\s+about)\b", re.IGNORECASE)
_THE_OTHER = re.compile(
    r"\b(?:(?:den|han|hun|ho|hin)\s+andre|the\s+other(?:\s+one|\s+person)?)\b(?=\s*(?:[,?.;–—]|$|(?:fra|frå|from)\b|er\b|har\b|hva\b|kva\b|hvor\b|kor\b|jobb\w+|is\b|what\b))",
    re.IGNORECASE,
)
# One of those just told, by its place: "den ene", "den første", "sistnevnte".
_IN_PLACE = re.compile(
    r"\b(?:(?:den|han|hun|ho|the)\s+(?P<first>ene|eine|første(?:nevnte)?|fyrste|first(?:\s+one)?|one)|(?P<former>førstnevnte|førstnemnde|the\s+former)|"
    r"(?:den|han|hun|ho|the)\s+(?P<second>andre|second(?:\s+one)?|other(?:\s+one)?)|(?:den|han|hun|ho|the)\s+(?P<third>tredje|third(?:\s+one)?)|"
    r"(?:(?:den|han|hun|ho|the)\s+)?(?P<last>sistnevnte|sistnemnde|siste(?:nevnte)?|latter|last(?:\s+one)?))\b"
    r"(?=\s*(?:[,?.;–—]|$|(?:av|of)\s+(?:dem|dei|de|them)\b|(?:fra|frå|from|som|der|da|då|sin|sitt|sine)\b|er\b|har\b|hva\b|kva\b|hvor\b|kor\b|jobb\w+|is\b|what\b))",
    re.IGNORECASE,
)
_PLACES = {"first": 0, "former": 0, "second": 1, "third": 2, "last": -1}
# All of those told before but those told since: "de to andre", "resten".
_THE_REST = re.compile(
    r"\b(?:(?:de|dei|the)\s+(?:(?:to|tre|fire|two|three)\s+)?(?:andre|øvrige|others?)(?:\s+(?:to|tre|two|three))?|resten(?:\s+av\s+dem)?|the\s+rest)\b"
    r"(?=\s*(?:[,?.;–—]|$|som\b|er\b|har\b|da\b|då\b|fra\b|frå\b))",
    re.IGNORECASE,
)
_THE_TWO = re.compile(
    r"\b(?:(?:noen|nokon|en|ein|hvem|kven|any|either|one)\s+(?:av|of)\s+)?(?:de|dei|disse|desse|the|those|these)\s+(?:to|two)\b",
    re.IGNORECASE,
)
_WHICH_OF = re.compile(r"(?:hvem|kven|who)\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\b(?:av|blant|of|among)\s+(?:dem|dei|disse|desse|them|these|those)\b(?!\s+som)", re.IGNORECASE)
_BODIES = (
    r"arbeidssted|arbeidsplass|arbeidsstad|organisasjon|virksomhet|verksemd|sted|stad|plass|kommune|fylkeskommune|etat|forening|foreining|"
    r"forbund|foretak|direktorat|institutt|departement|instans|aktør|arbeidsgiver|arbeidsgjevar|lag"
)
_SAME_BODY = re.compile(
    rf"\b(?:(?:den|det)\s+)?(?:samme|same|the\s+same)\s+(?:{_BODIES}|employer|organi[sz]ation|workplace|place|municipality|association)(?:en|et|a)?\b",
    re.IGNORECASE,
)
# "Den kommunen", "hvem representerer dem?": those whom the one spoken of sits for.
_THAT_BODY = re.compile(
    rf"\b(?:den|det|denne|dette|that)\s+(?:{_BODIES}|organi[sz]ation|municipality|association)(?:en|et|a|n)?\b|"
    r"(?<=\brepresenterer )(?:dem|dei)\b|(?<=\brepresenterar )dei\b|(?<=\brepresents )them\b",
    re.IGNORECASE,
)
_BODY_OF = re.compile(
    # The place that somebody takes is a seat.
    rf"(?<!\btar )(?<!\btek )(?<!\bfyller )(?<!\bover )"
    rf"\b(?:(?:{_BODIES})(?:en|et|a|s|n)?\s+(?:hans|hennes|hennar|deres|deira)|(?:hans|hennes|hennar|deres|deira)\s+(?:{_BODIES})|"
    r"(?:his|her|their)\s+(?:employer|organi[sz]ation|workplace|municipality|association|union|agency))\b",
    re.IGNORECASE,
)
_THEIR_PERSON = re.compile(
    r"\b(?:(?:deres|deira|their)\s+(?P<before>person|representant\w*|medlem\w*|mann|kvinne|representative|member|man|woman)|"
    r"(?P<after>representanten|medlemmet|medlemen)\s+(?:deres|deira))\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?P<who>(?:hvem|kven|hvilke|kva|er\s+det|noen|nokon|who|any)\s+(?:andre|fleire|flere|else|others?))\b(?!\s+(?:enn|than))",
    re.IGNORECASE,
)
_THE_GROUP = re.compile(
    r"\b(?:den|denne|that|this)\s+(?:gruppa|gruppen|group|committee|council)\b|"
    r"(?<=\bi )gruppa\b|(?<=\bi )gruppen\b|\bthe\s+group\b",
    re.IGNORECASE,
)
_THERE = re.compile(r"\b(?:der|there)\b(?!\s+(?:er|is|are))", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:hv\w+|kv\w+|kor|who|what|which|how|where|er|is|are|sitter|sit|har)\b", re.IGNORECASE)
_LED = re.compile(r"\b(?P<it>den|det|it|that)\s*\??$", re.IGNORECASE)
# "Hva er titlene deres?"
_THEIRS = re.compile(r"\b(?:deres|deira)\b(?=\s*(?:[?.!]|$))", re.IGNORECASE)
# "Hvem er leder?", "Kven leier?": of the group that was spoken of.
_WHO_LEADS = re.compile(
    r"^(?:og\s+|and\s+)?(?:hvem|kven|who)\s+(?:(?:er|is|har\s+vervet\s+som)\s+)?(?:the\s+)?(?:leder(?:en)?|leiar(?:en)?|nestleder(?:en)?|nestleiar(?:en)?|leier|"
    r"leads|chairs|chair(?:man|person)?|leader)(?:\s+(?:da|då|der|there))?\s*\??$",
    re.IGNORECASE,
)
_THEY = re.compile(
    r"^\s*(?:og\s+)?(?:hvor|kor)\s+mange\s+(?:er|sitter|sit)\s+(?:de|dei)\b|^\s*how\s+many\s+are\s+they\b",
    re.IGNORECASE,
)
_THEM_ASKED = re.compile(
    r"\b(?:de|dei|dem|they|begge|both)\b(?=\s*(?:\?|$|som\b|har\b|have\b|from\b|fra\b|frå\b))", re.IGNORECASE
)
# "Stillingstittel?", "Med hvilken tittel der?", "Og arbeidsgiveren?": of the one who was spoken of.
_ATTRIBUTE = re.compile(
    r"^(?:(?:med|som|with|as|what|which|hvilken|hvilket|hva|kva|for|slags|er|is|var|the|den)\s+)*"
    r"(?:(?P<title>(?:stillings|jobb|yrkes)?(?:tittel(?:en)?|stilling(?:en|a)?|jobb(?:en)?|yrke(?:t)?)|title|position|job)|"
    r"(?:arbeids(?:giver(?:en)?|gjevar(?:en)?|sted(?:et)?|stad(?:en)?|plass(?:en)?)|organisasjon(?:en)?|virksomhet(?:en)?|employer|organi[sz]ation))"
    r"(?:\s+(?:hans|hennes|hennar|til\s+(?:ham|henne|han|ho|vedkommende|vedkomande)))?(?P<there>\s+(?:der|there))?(?:\s+(?:da|då|then))?$",
    re.IGNORECASE,
)
# "Hvem er det fra Bodø?" names no group: of the one that was spoken of, if somebody there is meant.
_WHO_OF = re.compile(
    r"^(?:(?:hvem|kven|who)\s+(?:er|kommer|kjem|sitter|sit|representerer|representerar|har|is|comes|sits|represents)|"
    r"(?:er|is)\s+(?:det|there)\s+(?:noen|nokon|nokre|any\w*))\b",
    re.IGNORECASE,
)
# "Hvem møter i stedet?", "og hvem er vara?": for the one who was spoken of.
_COMES_INSTEAD = re.compile(
    r"^(?:og\s+|and\s+)?(?:hvem|kven|who)\b(?:(?!\bfor\b)[^?])*?\b(?:i\s+(?:stedet|staden)|isteden|istaden|(?:er|is)\s+(?:the\s+)?(?:personlig\s+)?(?:vara(?:medlem(?:met)?)?|stedfortreder(?:en)?|deputy|substitute))"
    r"(?:\s+(?:da|då|then))?\s*\?*$|^(?:og\s+)?(?:hvem|kven)\s+(?:møter|stiller|(?:går|trer|trår|kommer|kjem)\s+inn)\s+(?:da|då)\s*\?*$|^(?:and\s+)?who\s+(?:is\s+coming|comes|attends|meets|will\s+come)\s+instead\s*\?*$",
    re.IGNORECASE,
)
_A_BODY = re.compile(
    r"(?:selve\s+)?(?:rådet|utvalget|utvalet|styret|komiteen|nemnda|the\s+council)(?:\s+(?:selv|itself))?",
    re.IGNORECASE,
)
_IN_GROUP = re.compile(r"^(?:(?:i|på|in|on)\s+)?(?:the\s+)?(?P<group>\S.*)$", re.IGNORECASE)
# More people than these are spoken of by their group.
_MOST_NAMED = 6
_TWO = 2
# "Og i Bodø?", "And for Bærum, who is it?": not more words than these.
_FEW_WORDS = 7


def in_full(question: str, turns: Sequence[Turn], corpus: Corpus) -> str | None:
    """The question with the people, the organisation or the group that it leaves to the turns before; None where it leaves none
    of them, or where those turns did not speak of members.
    """
    members = corpus.of_kind(PassageKind.MEMBER)
    if not turns or not members:
        return None
    told = turns[-1]
    if told.told and all(each.kind is PassageKind.MEMBER for each in told.told) and asks_which(question):
        # "Hvilke?": of the list that the question before named.
        return asked_otherwise(told.query.question, question)
    people = turns[-1].people
    if _COMES_INSTEAD.match(question) and len(people) == 1 and any(m.data["name"] == people[0] for m in members):
        asked = _GOES_ON.sub("", question).strip(" ?")
        return f"{asked} {'of' if asked.endswith('instead') else 'for'} {people[0]}?"
    text = _attribute_of_person(question, turns, members) or _with_people(question, turns)
    text = _with_organisation(text, told, members)
    text = _with_group(text, turns, members, corpus)
    if text != question:
        return text
    return _in_another_group(question, turns, members) or _of_another(question, turns, members, corpus)


def _attribute_of_person(question: str, turns: Sequence[Turn], members: Sequence[Passage]) -> str | None:
    """ "Stillingstittel?": what the one person who was spoken of is or works for, on the list that "der" stands for."""
    asked, people = _ATTRIBUTE.match(_GOES_ON.sub("", question).strip(" ?")), turns[-1].people
    if asked is None or len(people) != 1 or not any(m.data["name"] == people[0] for m in members):
        return None
    group = _spoken_group(turns, members) if asked["there"] else None
    return f"{'Hvilken tittel har' if asked['title'] else 'Hvor jobber'} {people[0]}{f' i {group}' if group else ''}?"


def _in_another_group(question: str, turns: Sequence[Turn], members: Sequence[Passage]) -> str | None:
    """ "Og i porteføljerådet?": the question before, of another group or body than the one that it names in full."""
    rest = _IN_GROUP.match(_GOES_ON.sub("", question).strip(" ?"))
    group = _spoken_group(turns, members)
    if rest is None or group is None or not _LEANS.search(question) or len(rest["group"].split()) > _FEW_WORDS:
        return None
    own = set(terms(rest["group"]))
    named = any(own and own <= set(terms(str(m.data["group"]))) for m in members) or bodies_in(rest["group"]) == [
        rest["group"]
    ]
    # "Og i rådet?": the body by what it is.
    named = named or (_A_BODY.fullmatch(rest["group"]) is not None)
    before = turns[-1].query.question
    place = before.casefold().find(group.casefold())
    return f"{before[:place]}{rest['group']}{before[place + len(group) :]}" if named and place >= 0 else None


def _with_people(question: str, turns: Sequence[Turn]) -> str:
    """ "Den andre", "de to", "hvem av dem": the people of the turns before by name."""
    last = turns[-1]
    others = _not_told_since(turns)
    if _THE_OTHER.search(question) and len(others) == 1:
        return _GOES_ON.sub("", _THE_OTHER.sub(others[0], question, count=1))
    if (rest := _THE_REST.search(question)) is not None and 0 < len(others) <= _MOST_NAMED:
        return _GOES_ON.sub("", f"{question[: rest.start()]}{' og '.join(others)}{question[rest.end() :]}")
    placed, among = _IN_PLACE.search(question), _told_names(turns)
    if placed is not None and _TWO <= len(among) <= _MOST_NAMED:
        place = next(_PLACES[name] for name, said in placed.groupdict().items() if said)
        if -len(among) <= place < len(among) and (place != 1 or len(among) == _TWO or "andre" not in placed[0].lower()):
            of_them = _OF_THEM.match(question, placed.end() + 1)
            end = of_them.end() if of_them is not None else placed.end()
            return _GOES_ON.sub("", f"{question[: placed.start()]}{among[place]}{question[end:]}")
    if _THE_TWO.search(question):
        pair = next((turn.people for turn in reversed(turns) if len(turn.people) == _TWO), None) or _last_two(turns)
        if pair is not None:
            return _THE_TWO.sub(lambda match: _one_of(match[0], pair), question, count=1)
    if (
        _THEM_ASKED.search(question)
        and cues(question) & {Cue.TITLE, Cue.EMPLOYER}
        and _TWO <= len(last.people) <= _MOST_NAMED
    ):
        return _GOES_ON.sub("", _THEM_ASKED.sub(" og ".join(last.people), question, count=1))
    if (
        _THEIRS.search(question)
        and cues(question) & {Cue.TITLE, Cue.EMPLOYER}
        and _TWO <= len(last.people) <= _MOST_NAMED
    ):
        return _GOES_ON.sub("", _THEIRS.sub(f"til {' og '.join(last.people)}", question, count=1))
    among = list(last.people) if len(last.people) >= _TWO else among
    if _OF_THEM.search(question) and _TWO <= len(among) <= _MOST_NAMED:
        return _GOES_ON.sub("", _OF_THEM.sub(f"av {listed(among)}", question, count=1))
    return question


def _one_of(said: str, pair: Sequence[str]) -> str:
    """ "Hvem av de to" by their names, else either of them."""
    return f"hvem av {' og '.join(pair)}" if _WHICH_OF.match(said) else " eller ".join(pair)


def _told_names(turns: Sequence[Turn]) -> list[str]:
    """The members told by the newest turn, in the order in which they were told; by the one before it that told of several, where
    the newest speaks of one of them.
    """
    for turn in reversed(turns):
        told = [str(each.data["name"]) for each in turn.told if each.kind is PassageKind.MEMBER]
        names = [name for name in dict.fromkeys(told) if name in turn.people]
        if not set(turns[-1].people) <= set(names):
            return []
        if len(names) >= _TWO:
            return names
    return []


def _not_told_since(turns: Sequence[Turn]) -> list[str]:
    """Those of the newest turn that told of several whom no turn since has told of, where all of these were among them."""
    since: set[str] = set()
    for turn in reversed(turns):
        if since and len(turn.people) > len(since) and since < set(turn.people):
            return [name for name in turn.people if name not in since]
        since |= set(turn.people)
    return []


def _last_two(turns: Sequence[Turn]) -> tuple[str, ...] | None:
    """The two who were told of one by one, last of all."""
    names = [turn.people[0] for turn in turns[-_TWO:] if len(turn.people) == 1]
    return tuple(names) if len(set(names)) == _TWO else None


def _with_organisation(question: str, last: Turn, members: Sequence[Passage]) -> str:
    """ "Foreningen hans", "samme arbeidssted", "their person": the organisation of those who were spoken of."""
    pattern = next((p for p in (_SAME_BODY, _BODY_OF, _THEIR_PERSON, _THAT_BODY) if p.search(question)), None)
    if pattern is None:
        return question
    named = {str(m.data["organisation"]) for m in members if m.data["name"] in last.people and m.data["organisation"]}
    if len(named) != 1:
        return question
    organisation = named.pop()
    if pattern is _THEIR_PERSON:
        text = _GOES_ON.sub(
            "", _THEIR_PERSON.sub(lambda m: f"{m['before'] or m['after']} for {organisation}", question)
        )
        english = is_english(question) or "their" in question.lower()
        return text if _ASKS.match(text) else f"{'Who is the' if english else 'Hvem er'} {text}"
    text = _GOES_ON.sub("", pattern.sub(lambda _: organisation, question, count=1))
    # Those who were spoken of are not among the others.
    return _OTHERS.sub(lambda m: f"{m['who']} enn {' og '.join(last.people)}", text, count=1)


def _with_group(question: str, turns: Sequence[Turn], members: Sequence[Passage], corpus: Corpus) -> str:
    """ "Der", "den gruppa", "leder den?": the list that was spoken of, where there are several."""
    group = _spoken_group(turns, members)
    if group is None or bodies_in(question):
        return question
    if _THE_GROUP.search(question):
        return _GOES_ON.sub("", _THE_GROUP.sub(lambda _: group, question, count=1))
    asked = cues(question)
    if _THERE.search(question) and Cue.MEMBER in asked and not asked & {Cue.AGENDA, Cue.CASE}:
        return _GOES_ON.sub("", _THERE.sub(lambda _: f"i {group}", question, count=1))
    if _WHO_LEADS.match(question):
        return f"{_GOES_ON.sub('', question).strip(' ?')} i {group}?"
    if Cue.LEADER in asked and _LED.search(question):
        return _GOES_ON.sub("", _LED.sub(lambda _: group, question, count=1))
    if _THEY.search(question) and not 0 < len(turns[-1].people) <= _MOST_NAMED:
        return f"{_GOES_ON.sub('', question).strip(' ?')} i {group}?"
    if _OF_THEM.search(question) and len(turns[-1].people) > _MOST_NAMED:
        return _GOES_ON.sub("", _OF_THEM.sub(lambda _: f"i {group}", question, count=1))
    return question


def _of_another(question: str, turns: Sequence[Turn], members: Sequence[Passage], corpus: Corpus) -> str | None:
    """ "Og i Bodø?", "Og ho frå Apotekforeininga?": who sits for that organisation on the list that was spoken of."""
    rest = _GOES_ON.sub("", question).strip(" ?")
    leans = bool(_LEANS.search(question))
    if not leans and (not _WHO_OF.match(rest) or bodies_in(question)):
        return None
    if len(rest.split()) > _FEW_WORDS or (leans and not turns[-1].people) or turns[-1].query.cases:
        return None
    group = _spoken_group(turns, members)
    if group is None:
        return None
    pool = newest_lists([m for m in members if short_group(str(m.data["group"])) == group], turns[-1].query)
    english = is_english(f"and the {rest}") and re.match(r"^\s*and\b", question, re.IGNORECASE) is not None
    asks_who = leans and turns[-1].query.wanted is Wanted.PERSON and Cue.MEMBER in turns[-1].query.cues
    named = []
    for forms in asked_words(rest, in_english=english):
        if fitting(forms, pool, corpus, (Told.ORGANISATION,), KIND):
            named.append(forms[0])
        elif asks_who and forms[0].capitalize() in rest:
            # An organisation that nobody sits for is asked about all the same.
            named.append(forms[0])
        elif not any(is_generic(stem(form)) for form in forms):
            return None
    if not leans:
        return f"{rest} i {group}?" if named else None
    spelt = [word for word in re.findall(r"[^\s,?]+", rest) if any(each in named for each in words(word))]
    return f"Hvem sitter i {group} for {' '.join(spelt)}?" if spelt else None


def _spoken_group(turns: Sequence[Turn], members: Sequence[Passage]) -> str | None:
    """What the list is called that the newest turn which speaks of one is about; None where the archive has one alone."""
    newest = newest_lists(members, turns[-1].query)
    if len({m.data["group"] for m in newest}) == 1:
        return None
    called = {short_group(str(m.data["group"])) for m in newest}
    for turn in reversed(turns):
        on_slides = [m for m in members if (m.sha256, m.slide) in turn.slides]
        # "Når møtes styringsgruppen?" speaks of the group, whatever slide tells it.
        asked = set(terms(turn.query.text))
        named = [group for group in called if terms(group)[:1] and terms(group)[0] in asked]
        if len(named) == 1 and not on_slides:
            return named[0]
        if turn.slides and not on_slides:
            # Something else has been spoken of since.
            return None
        said = [m for m in on_slides if m.data["name"] in turn.people] or on_slides
        groups = {short_group(str(m.data["group"])) for m in said}
        if len(groups) == 1:
            group = groups.pop()
            return None if any(letter.isdigit() for letter in group) else group
    return None
