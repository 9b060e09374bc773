"""Years that a question names by where they are from the meeting: "i år", "neste år", "i fjor", "om to år"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_NUMBERS = {
    "ett": 1,
    "eitt": 1,
    "et": 1,
    "one": 1,
    "to": 2,
    "two": 2,
    "tre": 3,
    "three": 3,
    "fire": 4,
    "four": 4,
    "fem": 5,
    "five": 5,
}
_COUNT = "|".join((*_NUMBERS, r"\d"))
_RELATIVE = re.compile(
    rf"\b(?:(?P<this>i\s?år|årets|dette\s+året|inneværende\s+år|this\s+year|"
    r"(?:(?<=\b[12]\d\d\d\sog\s)|(?<=\b[12]\d\d\d\smot\s)|(?<=\b[12]\d\d\d\sand\s))(?:nå|no|i\s+dag|now|today))|"
    rf"(?P<last>i\s?fjor|fjoråret(?:s)?|fjorårets|forrige\s+år|førre\s+år|last\s+year)|"
    rf"(?P<next>(?:til\s+)?neste\s+års?|next\s+year(?:['’]s)?)|(?:om|in)\s+(?P<count>{_COUNT})\s+(?:år|years?)|"
    rf"(?:for\s+)?(?P<ago>{_COUNT})\s+(?:år\s+(?:siden|sidan)|years?\s+ago))\b",
    re.IGNORECASE,
)

_YEAR_AFTER = re.compile(
    r"\b(?:året\s+etter|neste\s+år|åre?t\s+deretter|(?:enda|endå|ennå)\s+e[it]?t\s+år\s+(?:frem|fram|senere|seinare)|the\s+year\s+after|(?:the\s+)?next\s+year)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:året\s+før|forrige\s+år|året\s+i\s+forveien|året\s+forut|(?:enda|endå|ennå)\s+e[it]?t\s+år\s+(?:tilbake|tidligere|tidlegare|før)|(?:another|one\s+more)\s+year\s+back|the\s+year\s+before|the\s+previous\s+year)\b",
    re.IGNORECASE,
)
_YEARS_AWAY = re.compile(
    rf"\b(?P<count>{_COUNT})\s+(?:år|years?)\s+(?:(?P<later>senere|seinare|etter(?:på)?|later|after(?:wards)?)|tidligere|tidlegare|før|tilbake|earlier|before)\b",
    re.IGNORECASE,
)


def with_years(text: str, year: int | None) -> str:
    """A question with the years written out, seen from `year`, that of the meeting; unchanged where that is not known.

    "Hva koster det neste år?" asked of a meeting in 2026 is "Hva koster det i 2027?".
    """
    if year is None:
        return text

    def written(match: re.Match[str]) -> str:
        if match["ago"]:
            away = -(_NUMBERS.get(match["ago"].lower()) or int(match["ago"]))
        elif match["count"]:
            away = _NUMBERS.get(match["count"].lower()) or int(match["count"])
        else:
            away = 0 if match["this"] else -1 if match["last"] else 1
        return f"i {year + away}"

    return _RELATIVE.sub(written, text)


# What comes once a year: "og vinteren etter?", "and the season before?".
_YEARLY = re.compile(
    r"^(?P<lead>(?:(?:og|men|så|enn|and|but)\s+)?(?:(?:hva|kva|what|how)\s+(?:med|om|about)\s+|i\s+|in\s+)?)(?:"
    r"(?:vinteren|våren|sommeren|sommaren|høsten|hausten|sesongen|skoleåret|skuleåret|studieåret|regnskapsåret|budsjettåret)\s+(?P<side>etter|deretter|før|i\s+forveien)|"
    r"the\s+(?:winter|spring|summer|autumn|season|school\s+year)\s+(?P<english>after|before))\s*(?P<end>\?*)$",
    re.IGNORECASE,
)


def of_years(text: str) -> str:
    """A turn that is no more than what comes once a year, before or after that spoken of, as one for the year."""
    match = _YEARLY.match(text.strip())
    if match is None:
        return text
    beside = f"året {match['side']}" if match["side"] else f"the year {match['english']}"
    return f"{match['lead']}{beside}{match['end']}"


def years_away(text: str) -> int:
    """How many years after (or before, negative) those spoken of a question asks for: "året etter", "to år senere"."""
    away = _YEARS_AWAY.search(text)
    if away is not None:
        count = _NUMBERS.get(away["count"].lower()) or int(away["count"])
        return count if away["later"] else -count
    return 1 if _YEAR_AFTER.search(text) else -1 if _YEAR_BEFORE.search(text) else 0


_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_THAT_YEAR = re.compile(
    r"\b(?:i\s+)?(?:(?:det\s+|dette\s+|the\s+)?(?:samme|same)\s+(?:året|år|year)|det\s+året(?!\s+(?:før|etter|deretter|i\s+forvei\w*))|den\s+gange?n|den\s+gongen|(?:in\s+)?that\s+(?:same\s+)?year)\b",
    re.IGNORECASE,
)


# "Hvor mange årsverk er det lagt opp til da?": what is counted in the year that is spoken of.
_COUNTED_THEN = re.compile(
    r"^(?P<asked>(?:(?:og|men|and)\s+)?(?:(?:hvor|kor)\s+(?:mange|mye|mykje|stor\w*|høy\w*|høg\w*|lav\w*|låg\w*)|how\s+(?:many|much|high|large|big))\b.{3,}?)\s+(?:da|då|then)\s*\?*$",
    re.IGNORECASE,
)


def years_in(text: str) -> tuple[str, ...]:
    """The years that a text names, each once."""
    return tuple(dict.fromkeys(_A_YEAR.findall(text)))


def of_that_year(text: str, years: Collection[str]) -> str:
    """A question about "samme år" or "det året", or what is counted "da", with the one year that is spoken of; unchanged
    where that is none or several.
    """
    if len(set(years)) != 1:
        return text
    year = next(iter(years))
    then = _COUNTED_THEN.match(text)
    return f"{then['asked']} i {year}?" if then is not None else _THAT_YEAR.sub(f"i {year}", text)


# "Det første året jeg spurte om", "the year I first asked about": one of the years of the conversation.
_YEAR_ASKED = re.compile(
    r"\b(?:(?:i|for|in)\s+)?(?:det\s+|the\s+)?(?:(?P<first>første|fyrste|first)|siste|last)\s+(?:året|år|year)\s+(?:(?:som|that)\s+)?(?:jeg|eg|vi|me|i|we)\s+"
    r"(?:spurte|spurde|nevnte|nemnde|ba|snakka|snakket|asked|mentioned|talked)(?:\s+(?:om|about))?",
    re.IGNORECASE,
)


def with_year_asked(text: str, asked: Sequence[str]) -> str:
    """A question about the first or last year asked about with that year, of those asked about, the oldest first."""
    return _YEAR_ASKED.sub(lambda m: f"i {asked[0 if m['first'] else -1]}", text) if asked else text
