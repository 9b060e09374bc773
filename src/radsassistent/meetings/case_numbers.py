"""Case numbers in every spelling: "5/26", "Sak nr. 5/26", "PS 12/26", "V-sak 1/26", "Sak 045-2026", "Sak 4.1", "§ 188"; and the
codes of a meeting's own that may stand for them: "R-14", "5/B", "Punkt A".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from radsassistent.documents.letters import CAPITAL

_NUMBER = r"(?P<number>0?\d{1,3})\s*/\s*(?P<year>(?:19|20)?\d{2})"
# A year before a number that is filled up with zeros: "26/012".
_YEAR_FIRST = r"(?P<first_year>2\d)/(?P<after>0\d\d)"
# What follows makes it something else: an archive number (21/00345, 26/45-7), a date (5/12-26), a decimal.
_ENDS = r"(?![\d/]|[.,]\d|-\d+(?![\d/]))"
CASE_NUMBER = re.compile(rf"(?<![\d/.,])(?:{_YEAR_FIRST}|{_NUMBER}){_ENDS}")

# A case's number in normal form, at the end of what it is called.
_OF_YEAR = re.compile(r"(\d+)/(\d\d)$")

# The words for a case in Norwegian and Danish, alone or as the end of the body's or the type's own word. An archive case
# ("Arkivsak 26/123") is none, so the words before it are listed.
CASE_WORD = (
    r"(?i:(?:styre|kommunestyre|bystyre|fylkestings?|fylkesutvalgs?|formannskaps?|utvalgs?|utvals|råds?|nemnds?|"
    r"orienterings?|drøftings?|drøftelses?|beslutnings?|vedtaks?|tilleggs?|referat|politisk\s+|[a-zæøå]{1,5}-)?"
    r"sa[kg](?:s?nr\.?|s?nummer)?\s*(?:nr\.?|nummer)?\s*:?)"
)
_SERIES = rf"{CAPITAL}{{1,5}}"
_OPENING = (
    # "Sak 5/26", "Saksnr. PS 5/26", "Sak 2026/14", "Sak 045-2026", "Sak 5".
    rf"^\s*{CASE_WORD}\s*(?:(?P<series>{_SERIES})[\s-]+)?"
    rf"(?:(?P<number>0?\d{{1,3}})\s*/\s*(?P<year>(?:19|20)?\d{{2}})|(?P<first_year>(?:19|20)\d\d|2\d(?=[/-]0))\s*[/-]\s*(?P<after>\d{{1,3}})|"
    r"(?P<dashed>0?\d{1,3})\s?[-–]\s?(?P<dashed_year>(?:19|20)\d\d)|(?P<alone>\d{1,3}))"
    rf"{_ENDS}",
    # "PS 12/26", "K-112/12", "KST-sak 12/26".
    rf"^\s*(?P<series>{_SERIES})\s?-?\s?{_NUMBER}{_ENDS}",
    # "STY 5-26", "Sak AU 5-26"; what goes on in small letters counts something ("SFO 19-24 barn").
    rf"^\s*(?:{CASE_WORD}\s*)?(?P<series>{CAPITAL}{{2,5}})\s(?P<dashed>\d{{1,3}})-(?P<dashed_year>(?:20)?2\d)(?!\s*[a-zæøå%]){_ENDS}",
    # "Sak 5-26"
    rf"^\s*{CASE_WORD}\s*(?P<dashed>\d{{1,3}})-(?P<dashed_year>2\d)(?!\s*[a-zæøå%]){_ENDS}",
)
_OPENINGS = tuple(re.compile(pattern) for pattern in _OPENING)
# "021-2026", "2026/014" and "2026/14" alone are numbers of cases too; "2026/27" is a year of budgets or of school.
_PLAIN = re.compile(
    rf"^\s*(?:{_YEAR_FIRST}|{_NUMBER}|(?P<dashed>\d{{2,3}})-(?P<dashed_year>20\d\d)|(?P<whole_year>20\d\d)(?:[/-](?P<filled>0\d\d)|/(?P<behind_year>\d{{1,3}}))){_ENDS}"
)
_POINT = re.compile(
    r"^\s*(?i:(?:dagsordens?|agenda)?(?:punkt|pkt\.?)\s*(?:nr\.?)?|ärende|ærende)\s*(?P<number>\d{1,3})(?![\d/-])"
)
_PARAGRAPH = re.compile(
    rf"^\s*(?:{CAPITAL}{{1,4}}\s*)?§\s*(?P<number>\d{{1,4}})(?![\d-]|\s-\s\d)(?:\s?/\s?(?:20)?\d\d(?!\d))?"
)
# "Sak 4.1": the first case of the fourth meeting. Without the word it is one only among others that count on (`sections_named`).
_SECTION = re.compile(
    rf"^\s*(?:{CASE_WORD}|(?i:punkt|pkt\.?))\s*(?P<section>\d{{1,2}})\.(?P<number>[1-9]\d?)(?![\d/:]|[.,-]\d)"
)
_BARE_SECTION = re.compile(r"^\s*(?P<section>\d{1,2})\.(?P<number>[1-9]\d?)(?![\d/:%]|[.,-]\d)")
_BARE_YEAR_FIRST = re.compile(r"^\s*(?P<section>20\d\d)/(?P<number>[1-9]\d{0,2})(?![\d/:%]|[.,-]\d)")
# The letter that says as what a case is up: "V-sak 1/26" is decided, "O-sak 1/26" told of. They are counted each for themselves.
_LETTERED = re.compile(rf"^\s*(?P<letter>{CAPITAL})-?sak\b")
_COUNTED = re.compile(r"^\s*(?P<number>\d{1,3})(?:[.)]\s*|\s+)(?=\D)")
# The number ends with a sign, a space or the text; the letter is the case type of some health authorities ("045/26 B").
_TITLE = re.compile(rf"^(?:\s*[:.–—-]\s*|\s+|$)(?:(?P<letter>[BDOV])\s+(?={CAPITAL}))?(?P<title>.*)$", re.DOTALL)
# What a meeting may call its cases by: letters and a count ("R-14", "K2", "HFS 61", "R-26-03"), a number and a letter or a count
# ("5/B", "3-1", "3.1"), a word and either ("Punkt A"). Only in a meeting that does is it a case's (`case_codes`).
CODE = (
    rf"(?:(?P<stem>{CAPITAL}{{1,6}}(?:\s|[-.]?(?:\d{{1,4}}[-./])?))(?P<count>\d{{1,3}})|"
    rf"(?P<number_stem>\d{{1,4}}[-/.]?)(?P<letter>{CAPITAL})|(?P<dash_stem>\d{{1,4}}-|\d{{1,2}}\.)(?P<after_dash>\d{{1,3}})|"
    rf"(?P<word_stem>{CAPITAL}[a-zæøå]{{2,11}}\s)(?P<behind_word>{CAPITAL}|\d{{1,2}}))"
)
_CODE_ENDS = r"(?![\w/%§]|[.,:]\d|-\w)"
_CODE_HEAD = re.compile(rf"^\s*(?:{CASE_WORD}\s*)?{CODE}{_CODE_ENDS}")
# "sak R-14", "Sak 5/B" in running text; in small letters only the word before it.
NAMED_CODE = re.compile(
    rf"\b[Ss]ak\s+(?:{CAPITAL}{{1,6}}(?:\s|[-.]?(?:\d{{1,4}}[-./])?)\d{{1,3}}|\d{{1,4}}[-/]?{CAPITAL}|\d{{1,2}}-\d{{1,3}}){_CODE_ENDS}"
)
_CODE_PARTS = (
    ("stem", "count"), ("number_stem", "letter"), ("dash_stem", "after_dash"), ("word_stem", "behind_word"),
)  # fmt: skip
_WORD_FIRST = re.compile(rf"{CAPITAL}[a-zæøå]")
# Capital letters before a number that are no series of cases.
_NO_SERIES = frozenset("NR KL TIL SE JF JFR AV OG I ÅR DEL FRA VED PR SIDE DATO MED TLF UKE VEKE MØTE".split())


class Scheme(StrEnum):
    """How items are counted: by case numbers, numbered points, the meeting's number and a count, Swedish paragraphs, the
    meeting's own codes, or a plain count.
    """

    CASE = "case"
    PLAIN = "plain"
    POINT = "point"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    CODE = "code"
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A line that opens with the number of an item. `year` has two digits; None where the line has none.

    `series` is what they are counted under: "PS", "V" of "V-sak 1/26", the meeting's number of "Sak 4.1"; of a code all of it.

    `sentence` when the words after the number go on in lower case without a sign between: "Sak 5/26 ble utsatt".
    """

    scheme: Scheme
    series: str | None
    number: int
    year: int | None
    title: str
    sentence: bool


_IN_BRACKETS = re.compile(r"^\([^()]*\)\s*")


@dataclass(frozen=True, slots=True)
class CodeHead:
    """What has the shape of a code at the head of a text: all of it, what it is counted under and its count, and what follows."""

    code: str
    stem: str
    count: int
    title: str
    sentence: bool


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a meeting numbers its cases: the year of those that are counted without one, the numbers that series share, and its
    own codes.

    `shared` gives for each number that more than one series uses the series of a case that is named without one; `codes` the
    codes as they are printed, by `code_key`.
    """

    year: int | None = None
    shared: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)

    def read(self, text: str) -> NumberedLine | None:
        """Read a line that opens with a code of the meeting's, or with any item's number; None when it opens otherwise."""
        head = code_head(text) if self.codes else None
        code = self.codes.get(code_key(head.code)) if head is not None else None
        if head is None or code is None:
            return numbered_line(text)
        return NumberedLine(Scheme.CODE, code, head.count, None, head.title, head.sentence)

    def alone(self, text: str) -> NumberedLine | None:
        """The number or code of an item where the text is nothing else (`only_number`)."""
        read = self.read(text) if self.codes else None
        if read is not None and read.scheme is Scheme.CODE:
            return read if not read.title.strip(" .:") else None
        return only_number(text)

    def case_alone(self, text: str) -> str | None:
        """The case where a text is nothing but its number or code (`only_case_number`)."""
        read = self.read(text) if self.codes else None
        if read is not None and read.scheme is Scheme.CODE:
            return read.series if not read.title.strip(" .:") else None
        return only_case_number(text)

    def name(self, read: NumberedLine) -> str | None:
        """The case number in normal form; None where neither the line nor the meeting has a year."""
        if read.scheme is Scheme.PARAGRAPH:
            return f"§ {read.number}"
        if read.scheme is Scheme.SECTION:
            return f"{read.series}.{read.number}"
        if read.scheme is Scheme.CODE:
            return read.series
        if read.scheme in (Scheme.POINT, Scheme.COUNTED):
            return f"Punkt {read.number}"
        year = read.year if read.year is not None else self.year
        if year is None:
            return None
        number = normal(str(read.number), str(year))
        return f"{read.series or self.shared[number]} {number}" if number in self.shared else number


def named_case(case: str) -> str:
    """How a case is called in a sentence: "sak 5/26", "sak 4.1", "sak R-14", "punkt 3", "punkt A", "§ 188"."""
    if case.startswith("§"):
        return case
    numbered = case.isdecimal() or CASE_NUMBER.search(case) or _BARE_SECTION.match(case) or is_code(case)
    return f"sak {case}" if numbered else f"{case[:1].lower()}{case[1:]}"


def is_code(case: str) -> bool:
    """Whether a case is called by a code that is no word: "R-14", "5/B", "3-1"."""
    head = code_head(case)
    return head is not None and head.code == case and not _WORD_FIRST.match(case)


def code_head(text: str) -> CodeHead | None:
    """What a text opens with that has the shape of a code, with or without the word for a case before it."""
    match = _CODE_HEAD.match(text)
    rest = _TITLE.match(text[match.end() :]) if match is not None else None
    if match is None or rest is None:
        return None
    stem, last = next(
        (match[stem], match[last]) for stem, last in _CODE_PARTS if match[stem] is not None and match[last] is not None
    )
    title = text[match.end() :].lstrip(" :.–—-").strip()
    sentence = _goes_on(title) and not re.match(r"\s*[:.–—-]", text[match.end() :])
    return CodeHead(f"{stem}{last}", stem, int(last) if last.isdecimal() else ord(last), title, sentence)


def _goes_on(title: str) -> bool:
    """Whether words go on from a number as a sentence does, in lower case; what is in brackets first only says which case it is:
    "Sak 5/26 (taubanen) er trukket".
    """
    return _IN_BRACKETS.sub("", title)[:1].islower()


def code_key(code: str) -> str:
    """A code as codes are compared: without hyphen, space and leading zeros, in small letters; "3-1" keeps its dash."""
    bare = re.sub(r"(?<!\d)0+(?=\d)", "", code.casefold())
    return re.sub(r"[\s./-]+", "", bare) if re.search(r"[^\W\d_]", bare) else bare


def normal(number: str, year: str) -> str:
    """The form in which a case number is kept: no leading zero, two-digit year ("05", "2026" -> "5/26")."""
    return f"{int(number)}/{int(year) % 100:02d}"


def case_numbers(text: str) -> list[str]:
    """All full case numbers in a text, in its order, in normal form."""
    return [
        normal(match["number"] or match["after"], match["year"] or match["first_year"])
        for match in CASE_NUMBER.finditer(text)
    ]


def of_year(case: str | None) -> tuple[int, int] | None:
    """The year and the count of a case in the order in which cases come up; None for one without a year."""
    match = _OF_YEAR.search(case or "")
    return (int(match[2]), int(match[1])) if match is not None else None


def is_before(case: str | None, other: str | None) -> bool:
    """Whether the number of a case is lower than another's, so that a meeting before had it."""
    own, others = of_year(case), of_year(other)
    return own is not None and others is not None and own < others


def numbered_line(text: str) -> NumberedLine | None:
    """Read a line that opens with an item's number; None when it opens otherwise."""
    for pattern in _OPENINGS:
        match = pattern.match(text)
        series = match.groupdict().get("series") if match is not None else None
        if match is not None and series not in _NO_SERIES:
            lettered = _LETTERED.match(text)
            return _with_title(text, match, Scheme.CASE, series or (lettered["letter"] if lettered else None))
    section = _SECTION.match(text)
    if section is not None:
        return _with_title(text, section, Scheme.SECTION, section["section"])
    for scheme, pattern in (
        (Scheme.POINT, _POINT),
        (Scheme.PARAGRAPH, _PARAGRAPH),
        (Scheme.PLAIN, _PLAIN),
        (Scheme.COUNTED, _COUNTED),
    ):
        match = pattern.match(text)
        if match is not None and not _two_years(match):
            read = _with_title(text, match, scheme, None)
            return _counted_case(read) if read is not None and scheme is Scheme.COUNTED else read
    return None


def _two_years(match: re.Match[str]) -> bool:
    """Whether what has the form of a case's number is a year and the next: "2026/27"."""
    groups = match.groupdict()
    year, behind = groups.get("whole_year"), groups.get("behind_year")
    return year is not None and behind is not None and int(behind) == int(year) % 100 + 1


def _counted_case(read: NumberedLine) -> NumberedLine:
    """An entry that is counted besides: "1. Sak 18/26 Budsjett" is the case's, as long as no sentence goes on with it."""
    inner = numbered_line(read.title)
    is_case = inner is not None and inner.scheme is Scheme.CASE and inner.year is not None and inner.title
    return inner if inner is not None and is_case and not inner.sentence else read


def sections_named(texts: Sequence[str | None]) -> list[str | None]:
    """Lines or cells, those that open with numbers counted under the meeting's, 4.1, 4.2, 4.3 …, or the year, 2031/10, 2031/11
    …, with the word for a case before them; as they are where they do not count on, as hours, amounts and school years do not.
    """
    for pattern, latest in ((_BARE_SECTION, 2), (_BARE_YEAR_FIRST, None)):
        read = [pattern.match(text) if text else None for text in texts]
        found = [(match["section"], int(match["number"])) for match in read if match is not None]
        first = found[0] if found else ("", 0)
        on = found == [(first[0], first[1] + place) for place in range(len(found))]
        if len(found) > 1 and on and (latest is None or first[1] <= latest):
            return [
                f"Sak {text.strip()}" if text and match is not None else text
                for text, match in zip(texts, read, strict=True)
            ]
    return list(texts)


def _with_title(text: str, match: re.Match[str], scheme: Scheme, series: str | None) -> NumberedLine | None:
    groups = match.groupdict()
    number = (
        groups.get("number")
        or groups.get("after")
        or groups.get("dashed")
        or groups.get("alone")
        or groups.get("filled")
        or groups.get("behind_year")
        or ""
    )
    year = groups.get("year") or groups.get("first_year") or groups.get("dashed_year") or groups.get("whole_year")
    after = text[match.end() :]
    rest = _TITLE.match(after) if scheme is not Scheme.COUNTED else re.match(r"(?P<title>.*)$", after, re.DOTALL)
    if rest is None:
        return None
    title = rest["title"].strip()
    sentence = _goes_on(title) and not re.match(r"\s*[:.–—-]", after)
    return NumberedLine(scheme, series, int(number), int(year) % 100 if year else None, title, sentence)


def only_case_number(text: str) -> str | None:
    """The case number when the text is nothing else ("Sak 5/26", "PS 5/26" and "5/26" count), else None."""
    found = numbered_line(text)
    if found is None or found.title.strip(" .:") or (found.year is None and found.scheme is not Scheme.SECTION):
        return None
    return Numbering().name(found) if found.scheme in (Scheme.CASE, Scheme.PLAIN, Scheme.SECTION) else None


def only_number(text: str) -> NumberedLine | None:
    """The number of an item where the text is nothing else, with or without a year: "Sak 5", "26/012", "3."; else None."""
    found = numbered_line(text)
    if found is None:
        bare = re.fullmatch(r"\s*#?\s*(\d{1,3})[.)]?\s*", text)
        return NumberedLine(Scheme.COUNTED, None, int(bare[1]), None, "", sentence=False) if bare is not None else None
    return found if not found.title.strip(" .:") else None
