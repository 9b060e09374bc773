"""Which case a follow-up means by where it stands beside the one that is spoken of: "og i den neste?", "forrige sak"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.meetings.case_numbers import code_head, named_case

# "Og i den neste?", "I saken etter?", "Og forrige sak?": the case beside the one that is spoken of.
_CASE_WORD = r"(?:sak(?:en|a)?|punkt(?:et)?|post(?:en)?|one|case|item)"
_ON_LIST = (
    r"(?:\s+(?:på|i|on)\s+(?:the\s+)?(?:program\w*|dagsorden\w*|agenda\w*|saksliste\w*|lista|listen|list|kartet))?"
)
_OTHER_CASE = re.compile(
    r"^(?P<lead>(?:i|for|om|in|på|on)\s+)?(?:(?:den|det|the)\s+)?"
    rf"(?:(?:(?P<next>neste|next|påfølgende)|forrige|førre|previous)(?:\s+{_CASE_WORD})?|"
    rf"(?:{_CASE_WORD}|den)\s+(?:som\s+(?:kommer|kjem|kom|står|var)\s+)?(?:(?:like|rett|right|just)\s+)?"
    rf"(?:(?P<after>etter(?:på)?|deretter|after)|før|before)(?:\s+(?:den|denne|that|it))?){_ON_LIST}$",
    re.IGNORECASE,
)
_DATED_CASE = re.compile(r"(?P<number>\d{1,3})/(?P<year>\d\d)")


def case_beside(case: str | None, rest: str) -> str | None:
    """ "sak 6/26" for the one after "5/26", "i sak 4/26" for "i saken før"; None where no other is asked for."""
    asked = _OTHER_CASE.match(rest)
    if asked is None:
        return None
    other = _beside(case or "", 1 if asked["next"] or asked["after"] else -1)
    return f"{asked['lead'] or ''}{other}" if other is not None else None


def _beside(case: str, step: int) -> str | None:
    """How the case is called that is counted so many after another: of "5/26" and of codes that end with a count or letter."""
    match, head = _DATED_CASE.fullmatch(case), code_head(case)
    if match is not None:
        return f"sak {int(match['number']) + step}/{match['year']}"
    if head is None or head.code != case:
        return None
    last = case[len(head.stem) :]
    return named_case(
        f"{head.stem}{head.count + step:0{len(last)}d}" if last.isdecimal() else f"{head.stem}{chr(head.count + step)}"
    )


_PLACES = {
    "første": 0, "fyrste": 0, "first": 0, "andre": 1, "second": 1, "tredje": 2, "third": 2, "fjerde": 3, "fourth": 3,
    "siste": -1, "last": -1,
}  # fmt: skip
# "Den siste av dem", "the first one", "den andre saken": one of the cases just told, by its place among them.
_OF_THOSE_TOLD = re.compile(
    rf"\b(?:den|det|the)\s+(?P<place>{'|'.join(_PLACES)})(?:\s+{_CASE_WORD})?(?:\s+(?:av|of)\s+(?:dem|dei|de|disse|desse|sakene|sakane|them|those|these))?"
    r"(?=\s*[?.!,]*$|\s+(?:da|då|then|som|om|i|på|og|and|er|var|is|skal|begynner|starter|byrjar|startar|varer|handler|gjelder|legg\w*|start|begin|end|about)\b)",
    re.IGNORECASE,
)


def with_case_told(cases: Sequence[str], question: str) -> str | None:
    """A question for one of the cases just told by its place among them, with its number; None where it is for none of them."""
    asked = _OF_THOSE_TOLD.search(question)
    if asked is None or len(cases) < 2:
        return None
    place = _PLACES[asked["place"].lower()]
    if place >= len(cases) or ("andre" in asked[0].lower() and len(cases) > 2):
        # "Den andre" of more than two may be any.
        return None
    return f"{question[: asked.start()]}{named_case(cases[place])}{question[asked.end() :]}"


# "Hvem legger frem den neste?", "Hva er forslaget i saken etter?", at the end of a whole question.
_AT_END = re.compile(
    rf"\b(?:(?:den|det|the)\s+(?:(?P<next>neste|next)|forrige|førre|previous)(?:\s+{_CASE_WORD})?|"
    rf"(?:(?P<next_case>neste|next)|forrige|førre|previous)\s+{_CASE_WORD}|"
    rf"(?:saken|saka|punktet|the\s+(?:case|item))\s+(?:som\s+(?:kommer|kjem)\s+)?(?:(?P<after>etter(?:på)?|after)|før|before))(?:\s+(?:da|igjen|then))?\s*[?.!]*$",
    re.IGNORECASE,
)


def with_case_beside(case: str | None, question: str) -> str | None:
    """A whole question for the case beside the one that is spoken of, with its number; None where it asks for no such case."""
    asked = _AT_END.search(question)
    if asked is None:
        return None
    other = _beside(case or "", 1 if asked["next"] or asked["next_case"] or asked["after"] else -1)
    return f"{question[: asked.start()]}{other}?" if other is not None else None


# "Hva heter mål 2?" – "Og det neste?": what is numbered, but no case, year or amount.
NUMBERED = re.compile(
    r"\b(?P<what>mål|delmål|punkt|modell|alternativ|tiltak|fase|trinn|steg|prinsipp|del|nivå|nummer|nr\.?|uke|veke|goal|week|step|phase|option|point)\s+(?P<number>\d{1,2})\b(?!\s*/)",
    re.IGNORECASE,
)
_NEXT_ONE = re.compile(
    r"^(?:(?:den|det|the|i)\s+)?(?:(?P<next>neste|next)|forrige|førre|previous)(?:\s+(?P<what>[^\W\d_]+))?$|"
    r"^(?:(?:i|in)\s+)?(?:the\s+)?(?P<one>(?:uk|vek)(?:a|en)|week)\s+(?:(?P<after>etter(?:på)?|deretter|after)|før|i\s+forveien|before)$",
    re.IGNORECASE,
)


def with_number_beside(earlier: str, rest: str) -> str | None:
    """The earlier question about the next or the previous of what it numbers; None where it numbers no one thing."""
    asked, found = _NEXT_ONE.match(rest), list(NUMBERED.finditer(earlier))
    if asked is None or len(found) != 1:
        return None
    what = found[0]["what"].lower()
    # "Uka etter" is of "uke 14", "neste mål" of "mål 2".
    if asked["one"] is not None and what not in ("uke", "veke", "week"):
        return None
    if asked["what"] is not None and asked["what"].lower() not in (what, f"{what[:-1]}a", f"{what}n"):
        return None
    number = int(found[0]["number"]) + (1 if asked["next"] or asked["after"] else -1)
    return f"{earlier[: found[0].start('number')]}{number}{earlier[found[0].end('number') :]}"
