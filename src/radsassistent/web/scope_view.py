"""Where a reader searches: the fields to choose it by, the chips that tell it, and what comes back of them checked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import Any

from radsassistent.archive import MeetingSummary
from radsassistent.archive.around import KnownCase
from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.corpus import MeetingKey
from radsassistent.search.query import Scope
from radsassistent.web.language import Translator

# A case number or a chosen slide longer than this is none.
LONGEST_CASE = 40
MOST_CHOSEN = 20
EVERYWHERE = Scope()


def meeting_named(body: str, day: str, t: Translator) -> str:
    """Body and date as the reader's language writes it: "Porteføljerådet 12. februar 2026"."""
    return f"{body} {t.day_of(day)}" if day else body


def case_named(case: str, t: Translator) -> str:
    """A case in the reader's language: "sak 5/26", "case 5/26"; numbers with a word of their own ("§ 188") keep it."""
    named = named_case(case)
    return f"{t('sak')} {named.removeprefix('sak ')}" if named.startswith("sak ") else named


def fields(scope: Scope) -> dict[str, Any]:
    """A scope as the page holds it, in JSON; empty for no filters."""
    made: dict[str, Any] = {}
    if scope.bodies:
        made["bodies"] = list(scope.bodies)
    if scope.meetings:
        made["meetings"] = [[meeting.body, meeting.date] for meeting in scope.meetings]
    if scope.cases:
        made["cases"] = list(scope.cases)
    if scope.slides:
        made["slides"] = list(scope.slides)
    if scope.everywhere:
        made["everywhere"] = True
    return made


def scope_of(told: object, held: Sequence[MeetingSummary]) -> Scope:
    """What a browser says that a reader narrows the search down to; whatever is not of the archive is no filter."""
    if not isinstance(told, Mapping):
        return EVERYWHERE
    bodies = {meeting.body for meeting in held}
    keys = {(meeting.body, meeting.date) for meeting in held}
    meetings = [tuple(each) for each in _listed(told.get("meetings")) if isinstance(each, list)]
    return Scope(
        bodies=tuple(b for b in _listed(told.get("bodies")) if isinstance(b, str) and b in bodies),
        meetings=tuple(MeetingKey(*each) for each in meetings if each in keys),
        cases=tuple(c for c in _listed(told.get("cases")) if isinstance(c, str) and 0 < len(c) <= LONGEST_CASE),
        slides=tuple(n for n in _listed(told.get("slides")) if type(n) is int and n > 0),
        everywhere=told.get("everywhere") is True,
    )


def read_scope(text: str, held: Sequence[MeetingSummary]) -> Scope:
    """The same from the text that the page's fields send."""
    try:
        told = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return EVERYWHERE
    return scope_of(told, held)


def _listed(value: object) -> list[Any]:
    found = value[:MOST_CHOSEN] if isinstance(value, list) else []
    return [each for each in found if isinstance(each, (str, int)) or _is_pair(each)]


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(isinstance(part, str) for part in value)


def chooser_html(meetings: Sequence[MeetingSummary], cases: Sequence[KnownCase], t: Translator) -> str:
    """The fields for body, meeting and case, folded away until wanted; nothing where there is nothing to choose between."""
    if not meetings:
        return ""
    where = _option({}, t("Alle møter"))
    for body, of_body in groupby(sorted(meetings, key=lambda each: each.body), key=lambda each: each.body):
        inner = _option({"bodies": [body]}, t("Alle møter i {body}", body=body))
        for meeting in sorted(of_body, key=lambda each: each.date, reverse=True):
            named = t.day_of(meeting.date) if meeting.date else t("uten dato")
            inner += _option({"meetings": [[body, meeting.date]]}, named)
        where += f'<optgroup label="{escape(body)}">{inner}</optgroup>'
    of_case = _option({}, t("Alle saker"))
    for (body, day), group in groupby(cases, key=lambda each: (each.body, each.meeting)):
        inner = "".join(
            _option({"meetings": [[body, day]], "cases": [case.number]}, f"{case.number} {case.title}")
            for case in group
        )
        of_case += f'<optgroup label="{escape(meeting_named(body, day, t))}">{inner}</optgroup>'
    everything = escape(t("hele arkivet"))
    return (
        f'<details class="chooser"><summary>{escape(t("Velg hvor jeg skal lete"))}'
        f'<span class="chosen" data-all="{everything}">{everything}</span></summary><div class="fields">'
        f"{_select('hvor', 'where', t('Møte'), where)}{_select('sak', 'of-case', t('Sak'), of_case)}</div></details>"
    )


def _select(identifier: str, kind: str, label: str, options: str) -> str:
    return (
        f'<div><label for="{identifier}">{escape(label)}</label>'
        f'<select id="{identifier}" class="{kind}">{options}</select></div>'
    )


def _option(scope: Mapping[str, Any], said: str) -> str:
    value = escape(json.dumps(scope, ensure_ascii=False)) if scope else ""
    return f'<option value="{value}">{escape(said)}</option>'


def chips_html(searched: Scope, t: Translator) -> str:
    """Where was searched: each filter a button that asks again without it."""
    chips = ""
    for said, rest in _filters(searched, t):
        told = escape(json.dumps(fields(rest), ensure_ascii=False))
        does = escape(f"{said}: {t('fjern, og spør igjen')}")
        chips += (
            f'<li><button type="button" class="filter" data-scope="{told}" aria-label="{does}">{escape(said)}'
            '<span class="cross" aria-hidden="true">×</span></button></li>'
        )
    if not chips:
        return f'<p class="searched">{escape(t("Søkte i hele arkivet"))}</p>'
    return f'<div class="searched"><span>{escape(t("Søkte i"))}</span><ul>{chips}</ul></div>'


def _filters(scope: Scope, t: Translator) -> Iterator[tuple[str, Scope]]:
    """Each filter by name, and the scope without it; what the question's own words would narrow down to is lifted then."""
    whole = replace(scope, everywhere=True)
    for body in scope.bodies:
        yield body, replace(whole, bodies=tuple(each for each in scope.bodies if each != body))
    for meeting in scope.meetings:
        rest = tuple(each for each in scope.meetings if each != meeting)
        yield meeting_named(meeting.body, meeting.date, t), replace(whole, meetings=rest)
    for case in scope.cases:
        yield case_named(case, t), replace(whole, cases=tuple(each for each in scope.cases if each != case))
    for slide in scope.slides:
        rest_of = tuple(each for each in scope.slides if each != slide)
        yield t("lysbilde {number}", number=slide), replace(whole, slides=rest_of)
