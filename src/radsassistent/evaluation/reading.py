"""How much of what meetings' documents say is understood: body and day, agenda, people, proposals, decisions, cases of slides.

    python -m radsassistent.evaluation.reading eval/fictional/reading [--misses] [--gate]

Each folder below the given one that has a `truth.json` is one meeting; each of its documents is read by itself and held against
what a person sees in it. Nothing is embedded or asked, so that some hundred decks take half a minute.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from radsassistent import documents
from radsassistent.meetings import AgendaItem, Attendee, Meeting, Member, understand

TRUTH = "truth.json"
THRESHOLDS = "thresholds.toml"
# A text is recognised by its first letters, its words by this share of those of the shorter one: a list may cut a title short.
FIRST_LETTERS = 40
WORDS_IN_COMMON = 0.6
# Of a role no more than its first words: "leder" of "leder (permisjon fra 1. mai)".
ROLE_WORDS = 3
# How a case is called that has a count and no number of its own.
COUNTED = "Punkt"
Given = Mapping[str, Any]


@dataclass(frozen=True)
class Fact:
    """One thing that a person sees in a document, whether it was understood, and what was understood instead."""

    document: str
    kind: str
    right: bool
    told: str = ""


def facts(folder: Path) -> Iterator[Fact]:
    """What a person sees in the documents of one meeting, and whether it was understood."""
    truth = json.loads((folder / TRUTH).read_text(encoding="utf-8"))
    for name, seen in truth["files"].items():
        meeting = understand([documents.read(folder / name)])
        told = (
            *_identity(meeting, truth),
            *_agenda(meeting, seen),
            *_people(meeting, seen),
            *_proposals(meeting, seen),
            *_decisions(meeting, seen),
            *_cases(meeting, seen),
        )
        yield from (Fact(f"{folder.name}/{name}", kind, right, what) for kind, right, what in told)


Judged = tuple[str, bool, str]


def _identity(meeting: Meeting, truth: Given) -> Iterator[Judged]:
    yield "organ", _alike(meeting.body, truth["body"]), f"{meeting.body} ({truth['body']})"
    yield "dato", str(meeting.date) == truth["date"], f"{meeting.date} ({truth['date']})"


def _agenda(meeting: Meeting, seen: Given) -> Iterator[Judged]:
    items: Sequence[Given] = seen.get("agenda", ())
    for item in items:
        found = next((own for own in meeting.agenda if _is_item(own, item)), None)
        yield "punkt på dagsordenen", found is not None, str(item)
        if found is None:
            continue
        yield "tittel", _alike(found.title, item["title"]), f"{found.title} ({item['title']})"
        if item.get("time"):
            yield "klokkeslett", _clock(found.time) == _clock(item["time"]), f"{found.time} ({item})"
        if item.get("presenter") or found.presenter:
            right = bool(item.get("presenter")) and _alike(found.presenter, item["presenter"])
            yield "hvem som legger frem", right, f"{found.presenter} ({item})"
        if item.get("type"):
            yield "sakstype", _alike(found.case_type, item["type"]), f"{found.case_type} ({item})"
    if items or not seen.get("decisions"):
        others = [own.title for own in meeting.agenda if not any(_is_item(own, item) for item in items)]
        yield "ingen andre punkter", not others, str(others)


def _is_item(own: AgendaItem, item: Given) -> bool:
    if item["case"] and own.case == _case(item["case"]):
        return True
    return _alike(own.title, item["title"]) and not (item["case"] and own.case)


def _people(meeting: Meeting, seen: Given) -> Iterator[Judged]:
    people: Sequence[Given] = seen.get("members", ())
    own: list[Member | Attendee] = [*meeting.members, *meeting.attendance]
    for person in people:
        found = [each for each in own if _plain(each.name) == _plain(person["name"])]
        yield "navn", bool(found), str(person)
        if not found:
            continue
        told = _plain(" ".join(map(_all_of, found)))
        if person.get("role"):
            words = _plain(person["role"]).split()[:ROLE_WORDS]
            yield "rolle", all(word in told for word in words), f"{told} ({person})"
        if person.get("organisation"):
            yield "organisasjon", _alike(told, person["organisation"]), f"{told} ({person})"
    if people:
        known = [set(_plain(person["name"]).split()) for person in people]
        others = [each.name for each in own if not any(set(_plain(each.name).split()) <= name for name in known)]
        yield "ingen andre personer", not others, str(others)


def _all_of(person: Member | Attendee) -> str:
    """All that is told of a person, whatever it is held for."""
    if isinstance(person, Member):
        details = (part for pair in person.details for part in pair)
        return " ".join(filter(None, (person.title, person.organisation, person.role, person.group, *details)))
    told = (person.title, person.organisation, person.presence.value, person.substitutes_for, person.reason)
    return " ".join(filter(None, told))


def _proposals(meeting: Meeting, seen: Given) -> Iterator[Judged]:
    proposals: Sequence[Given] = seen.get("proposals", ())
    for proposal in proposals:
        # What a member puts forward in the meeting is kept apart from what was put to it.
        read = (*meeting.proposals, *meeting.amendments)
        found = next((own for own in read if _begins(own.text, proposal["text"])), None)
        yield "forslag", found is not None, str(proposal)
        if found is not None and proposal["case"]:
            yield "forslagets sak", found.case == _case(proposal["case"]), f"{found.case} ({proposal})"
    others = [
        own.text
        for own in meeting.proposals
        if not any(own.place.slide == each["slide"] or _begins(own.text, each["text"]) for each in proposals)
    ]
    yield "ingen andre forslag", not others, str(others)


def _decisions(meeting: Meeting, seen: Given) -> Iterator[Judged]:
    decisions: Sequence[Given] = seen.get("decisions", ())
    for decision in decisions:
        found = next((own for own in meeting.decisions if _begins(own.text, decision["text"])), None)
        yield "vedtak", found is not None, str(decision)
        if found is not None and decision["case"]:
            yield "vedtakets sak", found.case == _case(decision["case"]), f"{found.case} ({decision})"
    if not decisions:
        yield "ingen vedtak der ingen er", not meeting.decisions, str([own.text for own in meeting.decisions])


def _cases(meeting: Meeting, seen: Given) -> Iterator[Judged]:
    slides = {slide.place.slide: slide for slide in meeting.slides}
    for number, case in seen.get("cases", {}).items():
        slide = slides[int(number)]
        if case is None and (slide.case or "").startswith(COUNTED):
            # The truth gives no numbers to cases that are only counted.
            continue
        right = _case(case) in (slide.case, *(span.case for span in slide.cases))
        yield "lysbildets sak", right, f"lysbilde {number}: {slide.case} ({case}), {slide.evidence}"


def _case(number: str | None) -> str | None:
    """A case's number as it is kept: "7/26" for "07/26"."""
    return number and number.lstrip("0")


def _plain(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", (text or "").casefold()))


def _clock(time: str | None) -> str:
    return (time or "").replace(".", ":").zfill(len("09:00"))


def _begins(text: str, first: str) -> bool:
    return _plain(first)[:FIRST_LETTERS] in _plain(text)


def _alike(own: str | None, seen: str) -> bool:
    """Whether one text holds the other, or most words of the shorter one are the other's."""
    one, other = _plain(own), _plain(seen)
    if not one or not other:
        return False
    words, others = set(one.split()), set(other.split())
    return one in other or other in one or len(words & others) >= WORDS_IN_COMMON * min(len(words), len(others))


def shares(found: Iterable[Fact]) -> dict[str, tuple[int, int]]:
    """How many facts of each kind were understood, of how many, "alt" being all of them."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for fact in found:
        for kind in (fact.kind, "alt"):
            right[kind] += fact.right
            total[kind] += 1
    return {kind: (right[kind], count) for kind, count in total.items()}


def too_few(measured: Mapping[str, tuple[int, int]], least: Mapping[str, float]) -> list[str]:
    """What is understood less often than it must be, in words; a kind that no document has counts as not understood."""
    told = []
    for kind, share in least.items():
        right, total = measured.get(kind, (0, 0))
        if right < share * max(total, 1):
            told.append(f"{kind}: {right} av {total} er forstått; minst {share:.1%} må være det.".replace(".", ",", 1))
    return told


def main() -> int:
    """Tell how much is understood, and with `--gate` whether it is enough."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder of meetings with their truth")
    parser.add_argument("--misses", action="store_true", help="tell each fact that was not understood")
    parser.add_argument("--gate", action="store_true", help=f"fail where less is understood than {THRESHOLDS} demands")
    given = parser.parse_args()
    logging.basicConfig(level=logging.ERROR)
    found = [fact for truth in sorted(given.folder.rglob(TRUTH)) for fact in facts(truth.parent)]
    console = Console()
    if given.misses:
        for fact in found:
            if not fact.right:
                console.print(
                    f"{fact.document}: {fact.kind}: {fact.told}", markup=False, highlight=False, soft_wrap=True
                )
    measured = shares(found)
    shown = Table(title="Forstått", title_justify="left", box=SIMPLE)
    for name in ("hva", "rett", "av", "andel"):
        shown.add_column(name, justify="left" if name == "hva" else "right")
    for kind, (right, total) in measured.items():
        shown.add_row(kind, str(right), str(total), f"{right / total:.3f}".replace(".", ","))
    console.print(shown)
    if not given.gate:
        return 0
    failed = too_few(measured, tomllib.loads((given.folder / THRESHOLDS).read_text(encoding="utf-8")))
    for line in failed:
        console.print(line, highlight=False, soft_wrap=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
