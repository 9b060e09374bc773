"""The case of every slide: dividers open cases, continuity carries them on, breaks and the next divider end them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from radsassistent.documents import BlockKind, Document, Slide, SlideStatus
from radsassistent.meetings.agenda_facts import without_symbol
from radsassistent.meetings.case_codes import code_behind
from radsassistent.meetings.case_numbers import Numbering, Scheme, case_numbers
from radsassistent.meetings.closing_slides import closes
from radsassistent.meetings.meeting import AgendaItem, Place, SlideInMeeting, SlideKind
from radsassistent.meetings.slide_marks import Mark, marks

# What parts the days of a meeting is of no case either.
_BREAK = re.compile(
    r"^((?:mat|lunsj|kaffe|spise)?pause|lunsj|lunch|kaffe|beinstrekk|middag|dag\s+(?:\d|to|tre)(?=$|\s*[:,–—-]))\b",
    re.IGNORECASE,
)
# A slide that says more than this many words is not a break, whatever it is called.
_BREAK_WORDS = 12
# Words that open the part of a deck that is kept in reserve, alone or before what it is kept for ("Vedlegg 1: …").
_APPENDIX = re.compile(
    r"^(?:ekstra(?:\s?-?(?:lysbilder?|slides?|foiler|materiale|ark))?|vedlegg(?:\s+\d+)?|back-?\s?up(?:\s?-?(?:slides?|lysbilder?|foiler))?|"
    r"reserve(?:\s?-?(?:lysbilder?|slides?|foiler|ark))?|appendiks|appendix|tilleggslysbilder|støttelysbilder|bilag)\s*(?:[:.–—-].*)?$",
    re.IGNORECASE,
)
# "Forslag til vedtak – sak 5/26", "Forslag til vedtak i sak 5/26", "Økonomi (5/26)".
_CASE_BEHIND = re.compile(
    r"(?:(?:[–—:(-]\s*|\bi\s+)sak\s+(?:nr\.?\s*)?|\()\d{1,3}\s*/\s*(?:20)?\d\d\)?$", re.IGNORECASE
)
# The case's number stands among the first lines of the slide that opens it.
_LINES_UNDER_TITLE = 3
# … but the one that most agendas end with.
_LAST = re.compile(r"^(?:eventuelt|ymse)$", re.IGNORECASE)
# Words of so many letters tell titles apart, by those.
_STEM = 5
_FEWEST_CASES, _MOST = 3, 0.6
# So many slides that go on with a case name it where all do.
_FEWEST_GOING_ON = 3
# What parts the facts on a line.
_FACTS = re.compile(r"\s+[·•|]\s+")
# A title of one word is no case's alone.
_TITLE_WORDS = 2
# A title of more words than this says something itself.
_SECTION_WORDS = 10


@dataclass(frozen=True, slots=True)
class CaseHeading:
    """A slide that heads a case. `length` is the number of slides up to the next heading or break."""

    slide: int
    case: str
    title: str
    length: int


def case_of_heading(text: str, agenda: Sequence[AgendaItem], numbering: Numbering) -> tuple[str, str] | None:
    """The case number and title of a heading, or None when the text heads no case.

    A heading without a year ("Sak 3: …") takes the agenda's case of that number, else the meeting's year.
    """
    read = numbering.read(text)
    if read is None:
        return None
    if read.scheme is Scheme.CASE and read.year is not None:
        return numbering.name(read) or "", read.title
    if read.scheme is Scheme.CASE:
        for item in agenda:
            if item.case is not None and re.findall(r"\d+", item.case)[:1] == [str(read.number)]:
                return item.case, read.title
        name = numbering.name(read)
        return (name, read.title) if name is not None and read.title else None
    # Bare numbers and points head a case only where the agenda counts its cases so.
    name = numbering.name(read)
    titles = {item.case: item.title for item in agenda if item.case is not None}
    if name not in titles or name is None:
        return None
    if read.scheme is Scheme.COUNTED and not same_words(read.title, titles[name]):
        return None
    return name, read.title


def same_words(one: str, other: str) -> bool:
    """Whether titles begin alike or share a word: a count alone is no sign of a case; with words of the agenda's title it is."""
    return one.casefold()[:20] == other.casefold()[:20] or bool(_long_words(one) & _long_words(other))


def _long_words(title: str) -> set[str]:
    return {word[:_STEM] for word in re.findall(r"\w+", title.casefold()) if len(word) >= _STEM}


def is_break(slide: Slide, agenda: Sequence[AgendaItem]) -> bool:
    """A pause, a meal, or an agenda item without a number ("Dagsaktuelt"): its title opens the slide."""
    title = without_symbol(_head(slide))
    if not title:
        return False
    if _BREAK.match(title) and len(slide.text.split()) <= _BREAK_WORDS:
        return True
    unnumbered = {item.title.strip().casefold() for item in agenda if item.case is None}
    return title.casefold() in unnumbered


def headings(document: Document, agenda: Sequence[AgendaItem], numbering: Numbering) -> list[CaseHeading]:
    """All slides of a document that head a case, with the length of what follows each."""
    marked = marks(document, agenda, numbering)
    resembling = _resembling(document, agenda, numbering, marked)
    opening: list[tuple[int, tuple[str, str] | None]] = []
    listed = {item.place.slide for item in agenda if item.place.sha256 == document.sha256}
    for slide in document.slides:
        # An agenda that opens with its first case's number heads no case.
        alone = slide.number in listed and case_of_heading(_head(slide), agenda, numbering) is None
        head = _heads_case(slide, agenda, numbering, marked.get(slide.number)) if not alone else None
        if head is None:
            head = resembling.get(slide.number)
        if head is not None or is_break(slide, agenda):
            opening.append((slide.number, head))
    found = []
    for place, (number, head) in enumerate(opening):
        end = opening[place + 1][0] if place + 1 < len(opening) else len(document.slides) + 1
        if head is not None:
            found.append(CaseHeading(number, head[0], head[1], end - number))
    return found


def _resembling(
    document: Document, agenda: Sequence[AgendaItem], numbering: Numbering, marked: Mapping[int, Mark]
) -> dict[int, tuple[str, str]]:
    """Slides that open the cases of the agenda which no number and no equal title opens: the first one between those of the cases
    before and after whose title has the words of the agenda's.
    """
    cases = {item.case: item for item in agenda if item.case is not None}
    listed = {item.place.slide for item in agenda if item.place.sha256 == document.sha256}
    if len(cases) < _FEWEST_CASES or not listed:
        return {}
    opened: dict[str, int] = {}
    for slide in document.slides:
        mark = marked.get(slide.number)
        head = _heads_case(slide, agenda, numbering, mark) if slide.number not in listed else None
        if head is not None:
            opened.setdefault(head[0], slide.number)
    found: dict[int, tuple[str, str]] = {}
    order = list(cases)
    for place, case in enumerate(order):
        if case in opened:
            continue
        after = max([*listed, *(opened[other] for other in order[:place] if other in opened)])
        before = min(
            (opened[other] for other in order[place + 1 :] if other in opened), default=len(document.slides) + 1
        )
        for slide in document.slides[after : before - 1]:
            if slide.number in marked or is_break(slide, agenda):
                continue
            if _likes(slide.title or "", cases[case].title):
                found[slide.number] = (case, slide.title or "")
                opened[case] = slide.number
                break
    return found


def _likes(title: str, other: str) -> bool:
    """Whether a title has most of the words of another, or is part of it."""
    one, two = _long_words(title), _long_words(other)
    shared = one & two
    if not shared or len(shared) < _MOST * min(len(one), len(two)):
        return False
    whole = len(title.split()) >= _TITLE_WORDS and shared in (one, two)
    return len(shared) > 1 or len(two) == 1 or whole


def _heads_case(
    slide: Slide, agenda: Sequence[AgendaItem], numbering: Numbering, mark: Mark | None
) -> tuple[str, str] | None:
    """The case that a slide heads, and its title: by its title or first words, by its margin (`mark`), by a line under the title
    that is its number and nothing else, or by the agenda's own title for it.
    """
    head = case_of_heading(_head(slide), agenda, numbering)
    title = (slide.title or "").strip()
    if mark is not None and not case_numbers(_head(slide)):
        return mark.case, title
    under = [block.text for block in slide.body[:_LINES_UNDER_TITLE] if block.table is None]
    if head is None and not title:
        # A card beside the content: "Sak", "5/26", "Nytt naust".
        case = _marked(slide, under, agenda, numbering)
        return next(((case, item.title) for item in agenda if case is not None and item.case == case), None)
    if head is not None:
        return head
    number = next((case for text in under if (case := _named_alone(text, numbering)) is not None), None)
    number = number or _named_before_facts(slide, under, numbering)
    number = number or _marked(slide, under, agenda, numbering) or _named_with_title(under, agenda, numbering)
    if number is not None:
        return number, title
    same = [item.case for item in agenda if item.case is not None and _bare(item.title) == _bare(title)]
    told = len(title.split()) >= _TITLE_WORDS or _LAST.match(title)
    return (same[0], title) if len(same) == 1 and told else None


def _named_alone(text: str, numbering: Numbering) -> str | None:
    """The case number of a line that says that it is one, and no more: "Sak 3/26"."""
    read = numbering.read(text)
    says_so = read is not None and read.scheme in (Scheme.CASE, Scheme.SECTION, Scheme.CODE)
    return numbering.case_alone(text) if says_so else None


def _named_before_facts(slide: Slide, under: Sequence[str], numbering: Numbering) -> str | None:
    """The one case whose number lines open with before a sign that parts facts: "Sak 24/26 · Til beslutning"."""
    texts = {*under, *(block.text for block in slide.body if block.table is None)}
    opening = {text: _named_alone(_FACTS.split(text)[0], numbering) for text in texts if _FACTS.search(text)}
    named = {case for case in opening.values() if case is not None}
    return named.pop() if len(named) == 1 and any(opening.get(text) for text in under) else None


def _named_with_title(texts: Sequence[str], agenda: Sequence[AgendaItem], numbering: Numbering) -> str | None:
    """The one case that lines name by its number and the agenda's title for it: "Sak 3 – Nytt naust"."""
    titles = {item.case: _bare(item.title) for item in agenda if item.case is not None}
    heads = [case_of_heading(text, agenda, numbering) for text in texts]
    named = {head[0] for head in heads if head is not None and head[1] and titles.get(head[0]) == _bare(head[1])}
    return named.pop() if len(named) == 1 else None


def _header_of_case(slide: Slide, agenda: Sequence[AgendaItem], numbering: Numbering) -> str | None:
    """The header over the title of a slide that tells its case, where the title is another than the case's."""
    footers = [block.text for block in slide.blocks if block.kind is BlockKind.FOOTER]
    header = next((text for text in footers if _named_with_title([text], agenda, numbering) is not None), None)
    return None if header is None or _bare(slide.title or "") in _bare(header) else header


def _marked(slide: Slide, under: Sequence[str], agenda: Sequence[AgendaItem], numbering: Numbering) -> str | None:
    """The case of the agenda whose number with its year stands alone on a slide, without the word, as the only one: "5/2026"."""
    known = {item.case for item in agenda if item.case is not None}
    alone = {numbering.case_alone(block.text) for block in slide.body if block.table is None} & known
    return (
        next((case for text in under if (case := numbering.case_alone(text)) in alone), None)
        if len(alone) == 1
        else None
    )


def _bare(title: str) -> str:
    """A title by its words alone."""
    return " ".join(re.findall(r"\w+", title.casefold()))


def _named_in_title(slide: Slide, known: Collection[str], numbering: Numbering) -> str | None:
    """The case of the agenda that a title ends with: "Forslag til vedtak – sak 5/26", "Økonomi (sak 5/26)"."""
    code = code_behind(slide.title or "", numbering.codes)
    if code is not None:
        return code
    match = _CASE_BEHIND.search((slide.title or "").strip())
    cases = case_numbers(match[0]) if match is not None else []
    return cases[0] if len(cases) == 1 and cases[0] in known else None


def _named_on(slide: Slide, known: Collection[str], mark: Mark | None, numbering: Numbering) -> tuple[str, str] | None:
    """The case that a slide which opens none names in its title or its margin, with what says so."""
    titled = _named_in_title(slide, known, numbering)
    if titled is not None:
        return titled, f"tittelen nevner sak {titled}"
    return (mark.case, f"overskriften «{mark.text}»") if mark is not None else None


def _head(slide: Slide) -> str:
    """What a slide opens with: its title, or else its first block."""
    if slide.title:
        return slide.title
    return slide.body[0].text if slide.body and slide.body[0].table is None else ""


def opening_slides(found: Sequence[CaseHeading]) -> dict[int, CaseHeading]:
    """The headings that open their case, by slide: of each case's headings the one that most slides follow.

    Previews at the start of a deck name every case on a slide of its own, one after the other; where the case itself
    begins, its content follows. Headings repeated on consecutive slides (a running header) count as one.
    """
    runs: list[CaseHeading] = []
    for heading in found:
        last = runs[-1] if runs else None
        if last is not None and last.case == heading.case and last.slide + last.length == heading.slide:
            runs[-1] = CaseHeading(last.slide, last.case, last.title, last.length + heading.length)
        else:
            runs.append(heading)
    best: dict[str, CaseHeading] = {}
    for run in runs:
        known = best.get(run.case)
        if known is None or run.length >= known.length:
            best[run.case] = run
    return {heading.slide: heading for heading in best.values()}


def slides_in_cases(document: Document, agenda: Sequence[AgendaItem], numbering: Numbering) -> list[SlideInMeeting]:
    """The case and the part of every slide of a document."""
    found = headings(document, agenda, numbering)
    opens = opening_slides(found)
    heads = {heading.slide: heading for heading in found}
    first = min(opens, default=len(document.slides) + 1)
    cases = {heading.case for heading in found} | {item.case for item in agenda if item.case is not None}
    agenda_slides = {item.place.slide for item in agenda if item.place.sha256 == document.sha256}
    also = Counter(place.slide for item in agenda for place in item.also if place.sha256 == document.sha256)
    # A slide that tells one thing of one case is no agenda.
    agenda_slides |= {
        slide for slide, told in also.items() if 2 * told >= sum(item.case is not None for item in agenda)
    }
    result: list[SlideInMeeting] = []
    case: str | None = None
    section: str | None = None
    since = 0
    appendix = False
    marked = marks(document, agenda, numbering)
    named_last = _named_last(document, opens, heads, marked, agenda)
    for slide in document.slides:
        place = Place(document.sha256, slide.number)
        number = slide.number
        if number in opens:
            appendix = False
            case, since, section = opens[number].case, number, None
            header = _header_of_case(slide, agenda, numbering)
            # A slide under its case's header has a title and a content of its own.
            kind = SlideKind.DIVIDER if header is None else _kind(slide, number in agenda_slides, number == 1)
            says = header or (marked[number].text if number in marked and marked[number].case == case else _head(slide))
            result.append(SlideInMeeting(place, case, kind, f"overskriften «{says}»"))
        elif number in heads and number < first:
            preview = heads[number].case
            result.append(
                SlideInMeeting(place, None, SlideKind.PREVIEW, "omtaler saken før sakene begynner", previews=preview)
            )
        elif is_break(slide, agenda):
            case = section = None
            appendix = False
            result.append(SlideInMeeting(place, None, SlideKind.BREAK, f"avbrekket «{slide.title}»"))
        else:
            closed = number > max(opens, default=number) and closes(slide, agenda, case)
            if closed or (named_last is not None and number > named_last):
                case, section, appendix = None, None, False
            if opens_section(slide) and number != 1:
                section = slide.title
                appendix = False
            appendix = appendix or (number != 1 and opens_appendix(slide))
            evidence = f"følger overskriften på lysbilde {since}" if case else "står utenfor sakene"
            named = _named_on(slide, cases, marked.get(number) if number > first else None, numbering)
            if named is not None and named[0] != case:
                (case, evidence), since = named, number
            kind = _kind(slide, number in agenda_slides, number == 1)
            if appendix and kind in (SlideKind.CONTENT, SlideKind.SECTION):
                kind = SlideKind.APPENDIX
            result.append(SlideInMeeting(place, case, kind, evidence, section=section))
    return result


def _named_last(
    document: Document,
    opens: Mapping[int, CaseHeading],
    heads: Mapping[int, CaseHeading],
    marked: Mapping[int, Mark],
    agenda: Sequence[AgendaItem],
) -> int | None:
    """The last slide that names its case, where all slides of the cases do, also those that go on with one, or most by their
    margin; what follows it is of none. None where slides of the cases go without.
    """
    first, last = min(opens, default=0), max(heads, default=0)
    of_cases = [slide for slide in document.slides if first <= slide.number <= last and not is_break(slide, agenda)]
    going_on = len(of_cases) - len(opens)
    in_margin = sum(slide.number in marked for slide in of_cases)
    enough = going_on >= _FEWEST_GOING_ON or (in_margin >= _FEWEST_CASES and 2 * in_margin > len(of_cases))
    return last if enough and all(slide.number in heads for slide in of_cases) else None


def opens_section(slide: Slide) -> bool:
    """Whether a slide only names the part that follows: a short title alone, no statement, no numbered point."""
    title = slide.title
    if not title or slide.body or len(title.split()) > _SECTION_WORDS:
        return False
    return not title.endswith((".", "!", "?")) and not re.match(r"^\d|^takk\b|^spørsmål\b", title, re.IGNORECASE)


def opens_appendix(slide: Slide) -> bool:
    """Whether a slide opens what is kept in reserve ("Ekstra", "Vedlegg", "Backup"), up to the next heading."""
    return bool(slide.title and _APPENDIX.match(slide.title.strip()))


def _kind(slide: Slide, is_agenda: bool, is_first: bool) -> SlideKind:
    if slide.status in (SlideStatus.PICTURE, SlideStatus.UNREADABLE):
        # What no reader got right says nothing that may be told.
        return SlideKind.PICTURE
    if slide.status is SlideStatus.BLANK:
        return SlideKind.BLANK
    if is_agenda:
        return SlideKind.AGENDA
    if opens_section(slide) and not is_first:
        return SlideKind.SECTION
    return SlideKind.TITLE if is_first else SlideKind.CONTENT
