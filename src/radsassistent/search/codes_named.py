"""The cases that a question names by codes of a meeting's own: "sak R-14", "r14", "K2", "punkt b", "sak hfs 61"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.case_numbers import NAMED_CODE, code_head, code_key
from radsassistent.search.corpus import Corpus

_CASE_WORD = r"(?:sak(?:en|a|ene)?|case|item|punkt(?:et)?|pkt\.?)\s*(?:nr\.?|nummer)?\s*"
_BEGINS, _ENDS = r"(?<![\w/.,-])", r"(?![\w/%]|[.,:]\d|[-–]\d)"
# Words that a letter behind "punkt" may be instead of a code's: "punkt i saken".
_SMALL_WORDS = frozenset("iåa")


@dataclass(frozen=True, slots=True)
class CodesNamed:
    """The cases named by code that the archive has, the codes that it does not have, and the question without either."""

    cases: tuple[str, ...]
    unknown: tuple[str, ...]
    rest: str


def codes_named(text: str, corpus: Corpus) -> CodesNamed:
    """What a question names by codes; nothing where no case of the archive has one.

    A code that the archive does not have is one only behind the word for a case, or spelt as its other codes are: else "A4" is a
    paper and "K2" a mountain.
    """
    known = coded_cases(corpus)
    if not known:
        return CodesNamed((), (), text)
    found: list[tuple[int, str]] = []
    rest = text
    for case, pattern in known.items():
        for match in pattern.finditer(rest):
            found.append((match.start(), case))
        rest = pattern.sub(lambda match: " " * len(match[0]), rest)
    unknown: list[str] = []
    stems = {code_key(head.stem): head.stem for case in known if (head := code_head(case)) is not None}
    for match in _NEW.finditer(rest):
        code = f"{match['word'].capitalize()} {match['code'].upper()}" if match["letter"] else match["code"].upper()
        head = code_head(code)
        if head is None or head.title:
            continue
        stem = stems.get(code_key(head.stem))
        spelt = head.stem == stem and not stem.isalpha() and match["code"] == code
        said = match["word"] is not None and not (match["letter"] and match["letter"] in _SMALL_WORDS)
        if (said and (stem is not None or NAMED_CODE.search(match[0]))) or (spelt and match["word"] is None):
            unknown.append(code if stem is None else f"{stem}{head.code[len(head.stem) :]}")
    if unknown:
        rest = _NEW.sub(" ", rest)
    return CodesNamed(tuple(dict.fromkeys(case for _, case in sorted(found))), tuple(dict.fromkeys(unknown)), rest)


_NEW = re.compile(
    rf"{_BEGINS}(?:(?P<word>sak|case|item|punkt)(?:en|et|a)?\s*(?:nr\.?|nummer)?\s*)?"
    rf"(?P<code>{CAPITAL}{{1,6}}[-.]?\d{{1,3}}|{CAPITAL}{{2,6}}\s\d{{1,3}}|\d{{1,4}}/{CAPITAL}|"
    rf"\d{{1,2}}-\d{{1,3}}|(?<=punkt )(?P<letter>{CAPITAL}))"
    rf"{_ENDS}",
    re.IGNORECASE,
)


def coded_cases(corpus: Corpus) -> dict[str, re.Pattern[str]]:
    """The archive's cases that are called by codes, with how a question may write each."""
    kept: dict[str, re.Pattern[str]] | None = corpus.kept.get("coded cases")
    if kept is None:
        kept = corpus.kept["coded cases"] = {
            case: _spelt(case) for case in sorted(corpus.cases, key=len, reverse=True) if _is_coded(case)
        }
    return kept


def _is_coded(case: str) -> bool:
    head = code_head(case)
    return head is not None and head.code == case and not re.fullmatch(r"(?:Punkt|Sak) \d+", case)


def _spelt(case: str) -> re.Pattern[str]:
    """In small letters, without its hyphen or zeros; with a space instead where letters or the word for a case say enough."""
    parts = re.findall(r"\d+|[^\W\d_]+", case)
    said = [rf"0*{int(part)}" if part.isdecimal() else re.escape(part) for part in parts]
    if not parts[0].isdecimal() and len(parts[0]) > 1 and " " in case and not parts[0].isupper():
        # "Punkt A": also "pkt. a", "sak a".
        return re.compile(rf"{_BEGINS}(?:{_CASE_WORD}|{said[0]}(?:et)?\s+){said[1]}{_ENDS}", re.IGNORECASE)
    if all(part.isdecimal() for part in parts):
        dashed = r"\s?[-–]\s?".join(said)
        return re.compile(rf"{_BEGINS}(?:{_CASE_WORD})?{dashed}{_ENDS}", re.IGNORECASE)
    close = r"[./–-]?".join(said)
    loose = r"\s?[./–-]?\s?".join(said)
    spaced = loose if len(parts[0]) > 1 and not parts[0].isdecimal() else close
    return re.compile(rf"{_BEGINS}(?:{_CASE_WORD}{loose}|{spaced}){_ENDS}", re.IGNORECASE)


def cases_coded_alike(code: str, corpus: Corpus) -> list[str]:
    """The archive's cases whose codes are counted under the same as a code, in their order."""
    head = code_head(code)
    read = [
        (known.count, case)
        for case in coded_cases(corpus)
        if (known := code_head(case)) and head and known.stem == head.stem
    ]
    return [case for _, case in sorted(read)]
