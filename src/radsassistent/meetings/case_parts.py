"""The text of one case in minutes or a case paper, parted by its labels: proposed, put forward, voted, decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from radsassistent.documents.letters import CAPITAL
from radsassistent.meetings.bodies import BODY_WORD, bodies_in, same_body
from radsassistent.meetings.dates import dates_in
from radsassistent.meetings.flow import Line
from radsassistent.meetings.labels import Label, Part, label
from radsassistent.meetings.outcomes import is_outcome, sentences, tells_the_handling
from radsassistent.meetings.people import is_person_name

# Words that open the record of a body's handling: "Saksprotokoll i Formannskapet – 12.03.2026".
_HANDLING = re.compile(
    r"\b(?:saksprotokoll|protokoll|behandling|behandla|handsaming|vedtak|innstilling|møte)\w*\b", re.IGNORECASE
)
# "Styrets vedtak", "Rådets konklusjon": the bare noun is the body whose minutes these are.
_BARE_BODIES = frozenset(
    "rådet råd styret styre utvalget utvalet nemnda komiteen forumet gruppen gruppa tinget udvalget".split()
)
_NUMBERED_POINT = re.compile(r"^(?:\d{1,2}[.)]|[a-zæøå][.)]|[-–•])\s*")
# Danish minutes name who was away between the label and the decision.
_ABSENT = re.compile(r"^(?:fraværende|afbud|frånvarande|ikke\s+til\s+stede)$", re.IGNORECASE)
# What a body itself recommends to the one above it is what it decided.
_RECOMMENDS = re.compile(
    rf"^(?P<body>{BODY_WORD}|(?:råd|styr|utvalg|utval)et|nemnda|komiteen|forumet|gruppen|gruppa)(?:s|\s+(?:si|sitt|sin))\s+(?:innstilling|tilråding)",
    re.IGNORECASE,
)
# "Innstilling til fylkestinget:": what is recommended to another body, after the votes by which it was.
_RECOMMENDED_TO = re.compile(
    r"^(?:innstilling(?:en|a)?|tilråding(?:en|a)?|anbefaling(?:en)?)(?:\s+(?:til|overfor)\s+.+)?(?:\s*\([^)]*\))?$",
    re.IGNORECASE,
)
# "Samrøystes tilråding til kommunestyret:"
_VOTED_TO_RECOMMEND = re.compile(
    r"^(?:enstemmig|samrøystes|einstemmig)\s+(?:innstilling|tilråding|anbefaling|uttalelse|uttale)\b", re.IGNORECASE
)
_ADMINISTRATION_SAYS = re.compile(
    r"^(?:rådmannen|kommunedirektøren|fylkeskommunedirektøren|administrasjonen|sekretariatet|direktøren|administrerende\s+direktør)\s+"
    r"(?:tilrår|innstiller|foreslår|anbefaler|rår\s+til)\b",
    re.IGNORECASE,
)


_SEVERAL = 2
_CASE_WAS = re.compile(r"^(?:saken|saka)\s+(?:var|ble|blei|vart|kom|har\s+vært|har\s+vore)\b", re.IGNORECASE)
_NAME_AND_DEED = re.compile(
    rf"^(?P<name>{CAPITAL}[\w.’'-]+(?:\s+{CAPITAL}[\w.’'-]+){{1,3}})\s+"
    r"(?:[a-zæøå]+(?:te|de|et|dde)|la|tok|ba|bad|sa|foreslo|føreslo|gjorde|kom|fikk|fekk|ga|gav|gikk|gjekk|var|hadde)\b"
)


@dataclass(frozen=True, slots=True)
class CasePart:
    """The lines under one label, without the label: its words, the lines' text, and where it begins.

    `own` is false for what another body did with the case before ("Formannskapets behandling").
    """

    part: Part
    words: str
    texts: tuple[str, ...]
    slide: int
    block: int
    own: bool

    @property
    def text(self) -> str:
        return "\n".join(self.texts)


def case_parts(lines: Sequence[Line], body: str, day: date | None) -> list[CasePart]:
    """Part the lines of a case by its labels, in their order. Lines under no label are PROCESS."""
    found: list[CasePart] = []
    own = True
    current: Label = Label(Part.PROCESS, "", "")
    texts: list[str] = []
    # Whether what stands under the label so far is whole sentences set as headings: decisions are often in bold.
    bold = True
    # Whether all that stands under the label so far are points.
    points = True
    where = lines[0] if lines else None

    def finish() -> None:
        if where is not None and (texts or current.part is Part.DECISION):
            found.append(CasePart(current.part, current.words, tuple(texts), where.slide, where.block, own))

    for line in (part for whole in lines for part in _label_apart(whole)):
        if line.table is not None:
            continue
        opened = label(line)
        if opened is not None and current.part is Part.DECISION and _ABSENT.match(opened.words):
            continue
        if opened is not None and opened.part is Part.PROPOSAL and _is_the_bodys(opened.words, body):
            opened = Label(Part.DECISION, opened.words, opened.rest)
        if opened is not None and opened.part is Part.PROPOSAL and own and _voted(current, found):
            opened = Label(
                Part.DECISION if _RECOMMENDED_TO.match(opened.words) else opened.part, opened.words, opened.rest
            )
        if opened is not None and opened.part is Part.PROPOSAL and current.part is Part.DECISION and not texts:
            # "Vedtak: / Utvalget avgir slik innstilling:": what is decided is to recommend something.
            texts.append(line.text)
            continue
        handled = _handled_by_own(line, body, day)
        if opened is None and handled is not None:
            opened = Label(Part.PROCESS, line.text, "")
        sentence = line.heading and _is_sentence(line.text)
        if opened is None and not (sentence and bold and texts) and _ends_part(current, texts, line, points=points):
            opened = Label(Part.PROCESS, "", line.text)
        if opened is None:
            if not texts and where is not None and line.slide != where.slide:
                # The label was the last on its page.
                where = line
            texts.append(line.text)
            bold = bold and sentence
            points = points and _is_point(line)
            continue
        bold = True
        points = not opened.rest or bool(_NUMBERED_POINT.match(opened.rest))
        finish()
        own = handled if handled is not None else own
        current, where, texts = opened, line, [opened.rest] if opened.rest else []
    finish()
    return found


def _label_apart(line: Line) -> list[Line]:
    """A line whose last sentence is the label of what stands below ("Forslaget fra Berg falt. Rådet vedtok:") as two."""
    told = sentences(line.text)
    if line.table is not None or len(told) < _SEVERAL or not told[-1].endswith(":"):
        return [line]
    last = replace(line, text=told[-1])
    if label(last) is None or label(line) is not None:
        return [line]
    return [replace(line, text=line.text[: line.text.rindex(told[-1])].rstrip()), last]


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "!")) and len(text.split()) > 2


def _handled_by_own(line: Line, body: str, day: date | None) -> bool | None:
    """Whether what follows a line is this meeting's handling (True) or another's (False); None where it says neither."""
    text = line.text
    if (
        len(text.split()) > 16
        or _is_sentence(text)
        or not _HANDLING.search(text)
        or not (line.heading or label(line) or text.lower().startswith("saksprotokoll"))
    ):
        return None
    named = bodies_in(text)
    days = dates_in(text)
    if day is not None and days and _told_as_handled(text):
        return day in days
    if named and _told_as_handled(text):
        return any(same_body(name, body) or name.casefold() in _BARE_BODIES for name in named)
    return True if text.lower().startswith("saksprotokoll") else None


def _is_the_bodys(words: str, body: str) -> bool:
    """Whether a label opens what this body recommends: by its name, or by the votes for it."""
    return _VOTED_TO_RECOMMEND.match(words) is not None or _recommends(words, body)


def _recommends(words: str, body: str) -> bool:
    """Whether a label opens the body's own recommendation: "Formannskapets innstilling" in the minutes of that body."""
    named = _RECOMMENDS.match(words)
    return named is not None and (same_body(named["body"], body) or named["body"].casefold() in _BARE_BODIES)


def _voted(current: Label, before: Sequence[CasePart]) -> bool:
    """Whether the votes of this meeting stand before what follows, with no decision since."""
    parts = [part.part for part in before if part.own] + [current.part]
    return Part.VOTE in parts and Part.DECISION not in parts


def _told_as_handled(text: str) -> bool:
    """A proposal from another body is still put to this one: only its handling and its decision are that body's own."""
    return not re.search(
        r"\b(?:innstill|forslag|framlegg|tilråding|tilrår|foreslår|anbefal|rår\s+til)", text, re.IGNORECASE
    )


def _ends_part(current: Label, texts: Sequence[str], line: Line, *, points: bool) -> bool:
    """Whether a line without a label ends what was proposed or decided.

    A heading does, an outcome ("Enstemmig vedtatt.") does; after a text on the label's own line, whatever is no point or
    bullet of it does.
    """
    if current.part not in (Part.PROPOSAL, Part.AMENDMENT, Part.DECISION):
        return False
    if texts and line.heading:
        return True
    if texts and is_outcome(line.text):
        return True
    account = tells_the_handling(line.text) or _somebody_spoke(line.text)
    if texts and account and current.part is not Part.DECISION and not _is_point(line):
        # What is proposed is not told in the past: who spoke of it, what became of it.
        return True
    inline = bool(current.rest) and not current.rest.endswith(":")
    point = _is_point(line)
    if texts and points and not point and texts[-1].endswith((".", "!")) and not line.text[:1].islower():
        # After points set as such, a paragraph is something else.
        return True
    return inline and not point and texts[0].endswith((".", "!")) and not line.text[:1].islower()


def _somebody_spoke(text: str) -> bool:
    """Whether a line opens with somebody's name and what he did, or with what the case was: "Kari Berg fryktet at …"."""
    match = _NAME_AND_DEED.match(text)
    return (match is not None and is_person_name(match["name"])) or _CASE_WAS.match(text) is not None


def _is_point(line: Line) -> bool:
    return line.bullet or bool(_NUMBERED_POINT.match(line.text))


def administration_proposes(part: CasePart) -> str | None:
    """The sentence in which the administration says what it recommends, in a text without a label for it."""
    if part.part is not Part.PROCESS:
        return None
    return next((text for text in part.texts if _ADMINISTRATION_SAYS.match(text) and text.endswith(".")), None)
