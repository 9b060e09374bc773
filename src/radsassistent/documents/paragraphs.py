"""Lines to paragraphs and bullets: which line goes on with the one above it, and how a broken word is joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from radsassistent.documents.document import Box
from radsassistent.documents.letters import CAPITAL, CAPITALS
from radsassistent.documents.lines import Line

# Lines of one paragraph stand at most this many line heights apart (single spacing is 1.0 to 1.2, bullets with air 1.6).
LEADING = 1.45
# "helse- og omsorg", "drift- eller": the hyphen stands for a word that follows, not for a broken one.
_HANGING = re.compile(r"^(og|eller|og/eller|samt|and|or|til)\b", re.IGNORECASE)

# A span that a line broke in.
_SPAN = re.compile(r"\d[–-]$")
# How the entries of a list open that stands line under line: each with an hour, with a case's number, or with somebody's name.
_ENTRIES = (
    re.compile(
        r"^(?:kl\.?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s*[–—-]\s*(?:kl\.?\s*)?\d{1,2}[.:]\d\d)?(?=[\s:]|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?:(?:[Ss]tyre|{CAPITAL}{{1,3}}-)?[Ss]ak\s+(?:nr\.?\s*)?|{CAPITAL}{{1,5}}\s)?\d{{1,3}}\s?[/-]\s?(?:20)?\d\d(?=[\s:{CAPITALS}]|$)"
    ),
    re.compile(rf"^{CAPITAL}[\w'’.-]*(?:\s+{CAPITAL}[\w'’.-]*){{1,3}}(?:$|\s*[,(]|\s[–-]\s)"),
)
# What stands on a line of its own: who presents an entry, the period of the next, a break.
_ALONE = re.compile(
    r"^(?:(?:innle(?:der|iar)|saksbehandler|sakshandsamar|ansvarl[ie]g)\s*:\s*\S|v/\s*\S|kl\.?\s*\d{1,2}[.:]\d\d\s*[–—-]\s*\d{1,2}[.:]\d\d\b|"
    rf"(?:styre|[a-zæøå]{{1,3}}-)?sak\s+\d{{1,3}}/(?:20)?\d\d[:.]?\s+(?-i:{CAPITAL})|"
    r"(?:pause|lunsj|kaffepause|beinstrekk|middag)(?:\s+[^\W\d_]+){0,3}$)",
    re.IGNORECASE,
)
# The day of a cover, after which the place follows on a line of its own.
_DAY_ENDS = re.compile(r"(?:\b20\d\d|\d[.:]\d\d|\bkl\.?\s\S+)$")
_COVER_WORDS = 12
# A point of a numbered list, and a line of a form ("Møtested: Salen").
_POINT = re.compile(r"^(?P<mark>\d{1,2}|[a-zæøå])(?P<sign>[.)])\s+(?P<text>\S)")
# The width of a space, and how much shorter than its column a justified or hyphenated line may be, in sizes of type.
_SPACE, _RAGGED = 0.3, 1.0
_LABEL_WORDS = 3
# What slides leave free on each side of a frame, in points, and how much room beyond a word tells a break by hand, in sizes.
_PADDING, _HAND = 7.2, 1.5
# A line of less than this share of the slide's width is broken by hand; a title has type of this share of the largest.
_EARLY, _TITLE_SIZE = 0.5, 0.85
# A line that the next word would take beyond this share of the slide's width is full.
_FULL = 0.96
_LENGTH = re.compile(r"^\d{1,3}\s*min\b|^kl\.?\s*\d", re.IGNORECASE)
# The lines of a paragraph are this close together, in sizes of type, where paragraphs have air between them.
_CLOSE = 1.3
_SHORT_LINE = 80
# A line of more words that ends without a sign goes on where the next one ends with one.
_WORDS_OF_LINE = 6
_BEGINS_A_SENTENCE = re.compile(
    r"(?:I|Vi|Det|Denne|Dette|Disse|For|Med|På|Etter|Når|Som|Ved|Fra|Frå|Til|Om|Hva|Kva|Hvordan|Korleis|Her|Den|De|Dei)\b"
)
_ASKS_FOR_MORE = re.compile(
    r"(?:[,–—/&(-]|\b(?:og|eller|for|i|av|til|på|med|ved|som|en|ei|et|ein|eit|den|det|de|dei|fra|frå|om|under|over|mot|per|kl\.?|nr\.?|the|of|and))$",
    re.IGNORECASE,
)
_FIELD = re.compile(rf"^{CAPITAL}[\w/ .-]{{1,24}}:\s+\S")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Joined lines. `indent` is where its first line begins, a bullet included, `last_right` where its last line ends."""

    text: str
    box: Box
    size: float
    bold: bool
    indent: float
    bulleted: bool
    frame: int | None
    first_baseline: float
    last_baseline: float
    last_right: float
    last_left: float = 0.0


def begins_with_name(line: str) -> bool:
    """Whether a line opens with somebody's name: "Kari Oppdiktet, Nordvik"."""
    return _ENTRIES[-1].match(line) is not None


def join_lines(above: str, below: str) -> str:
    """Join two lines of a paragraph, undoing hyphenation.

    A hyphen at the end of the line above stays in "e-helse", "ICD-11", "FHI-data" (a short or upper-case first part, or
    a capital or digit after it) and in "helse- og"; otherwise it only broke the word and goes.
    """
    if _SPAN.search(above) and below[:1].isdigit():
        # "2027– / 2031"
        return above + below
    if not above.endswith("-") or above.endswith(" -"):
        return f"{above} {below}"
    if _HANGING.match(below):
        return f"{above} {below}"
    first_part = re.split(r"[\s/(]", above)[-1].removesuffix("-")
    keeps_hyphen = (
        len(first_part) <= 2
        or first_part.lower() == "ikke"
        or first_part.isupper()
        or not below[:1].islower()
        or "-" in first_part
    )
    return above + below if keeps_hyphen else above.removesuffix("-") + below


def paragraphs(
    found: Sequence[Line], *, running_text: bool = False, frames: Sequence[Box] = (), width: float = 0.0
) -> list[Paragraph]:
    """Join lines that follow each other downwards in one frame and column, in one size and weight of type.

    In running text, a line that ends before it must ends its paragraph: the next line's first word had room on it. On
    slides lines are broken by hand in the middle of a title or a label; in a frame of `frames` (whose numbers the lines
    have), and where nothing stands to its right on a slide of this `width`, such a line ends its paragraph where the
    next begins as a new one does.
    """
    done: list[Paragraph] = []
    edges = _column_edges(found) if running_text else {}
    reach = LEADING * max((line.size for line in found), default=0.0)
    # The paragraphs that a line may still go on with, by number: lines come from the top down.
    near: list[int] = []
    marks = [line for line in found if any(each.match(line.text) for each in _ENTRIES[:2])]
    for line in sorted(found, key=lambda line: (line.baseline, line.box.left)):
        near = [number for number in near if line.baseline - done[number].last_baseline <= reach]
        line = replace(line, text=f"– {line.text}", bulleted=False) if _goes_on_with_a_dash(line, found) else line
        above = None if line.bulleted else _line_above(done, near, line)
        if above is not None and running_text and _ended(done[above], line, edges[id(line)]):
            above = None
        if above is not None and not running_text and _broken_by_hand(done[above], line, frames):
            above = None
        if above is not None and not running_text and _ends_early(done[above], line, found, width):
            above = None
        if above is not None and not running_text and _beside_a_mark(line, marks):
            above = None
        if above is None:
            near.append(len(done))
            done.append(_begin(line))
        else:
            done[above] = _extend(done[above], line)
    return done


def _goes_on_with_a_dash(line: Line, found: Sequence[Line]) -> bool:
    """Whether the dash that a bold line opens with is its title's, broken before it: "Uhell på veg / – årsrapport 2025"; where
    other lines in its frame open with one, each is a point.
    """
    if not (line.dashed and line.bold):
        return False
    beside = [other for other in found if other.frame == line.frame and other is not line]
    first = any(
        other.bold and not other.bulleted and 0 < line.baseline - other.baseline <= _CLOSE * line.size
        for other in beside
    )
    return first and not any(other.bulleted for other in beside)


def _column_edges(found: Sequence[Line]) -> dict[int, float]:
    """How far the lines reach that begin at the same place in the same type, by the line (its id)."""
    columns: dict[tuple[int | None, int, int], float] = {}
    for line in found:
        for key in _column_keys(line):
            columns[key] = max(columns.get(key, 0.0), line.box.right)
    return {id(line): max(columns[key] for key in _column_keys(line)) for line in found}


def _column_keys(line: Line) -> list[tuple[int | None, int, int]]:
    """Its frame, its size in points and its left edge in steps of its size, to the step before and after."""
    step, size = round(line.box.left / line.size), round(line.size)
    return [(line.frame, size, each) for each in (step - 1, step, step + 1)]


def _ended(paragraph: Paragraph, line: Line, edge: float) -> bool:
    """Whether the paragraph's last line had room for the first word of the next, or is whole before a label."""
    first = line.text.split(maxsplit=1)[0]
    width = line.box.width * len(first) / len(line.text)
    whole = paragraph.text.endswith((".", "!", "?", ":"))
    if paragraph.last_right + _SPACE * line.size + width < edge - _RAGGED * line.size:
        return whole or not (line.text[:1].islower() or paragraph.text.endswith("-"))
    return whole and is_label(line.text)


def _broken_by_hand(paragraph: Paragraph, line: Line, frames: Sequence[Box]) -> bool:
    """Whether the paragraph's last line had room in its frame for much more than the next one's first word, which begins as a
    line of its own does: with a capital, a bracket or a length of time, after a short text that asks for no more.
    """
    if line.frame is None or line.frame >= len(frames) or paragraph.bulleted or not _begins_anew(paragraph, line):
        return False
    inside = frames[line.frame].width - 2 * _PADDING
    return _with_next_word(paragraph, line) < inside


def _ends_early(paragraph: Paragraph, line: Line, found: Sequence[Line], width: float) -> bool:
    """Whether a short text in no frame ends long before the slide does, with nothing beside it, and the next line begins as
    one of its own: the lines of a cover, a list without bullets.
    """
    if line.frame is not None or paragraph.bulleted or not _begins_anew(paragraph, line):
        return False
    first = line.box.width * len(line.text.split(maxsplit=1)[0]) / len(line.text)
    if paragraph.last_right + _SPACE * line.size + first > _FULL * width:
        return False
    if _with_next_word(paragraph, line) >= _EARLY * width or line.size >= _TITLE_SIZE * max(
        each.size for each in found
    ):
        return False
    reach = 3 * line.size
    return not any(
        other.box.left > paragraph.box.right
        and paragraph.last_baseline - reach <= other.baseline <= line.baseline + reach
        for other in found
    )


def _beside_a_mark(line: Line, marks: Sequence[Line]) -> bool:
    """Whether a line stands right of an hour or a case's number on one height, as a cell of that row."""
    return any(
        mark.box.right < line.box.left and abs(mark.baseline - line.baseline) < 0.3 * min(mark.size, line.size)
        for mark in marks
    )


def _with_next_word(paragraph: Paragraph, line: Line) -> float:
    """How wide the paragraph's last line were with the first word of the next, and room to spare."""
    first = line.text.split(maxsplit=1)[0]
    width = line.box.width * len(first) / len(line.text)
    return paragraph.last_right - paragraph.last_left + width + (_SPACE + _HAND) * line.size


def _begins_anew(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line begins as one of its own does, after a short text that asks for no more."""
    begins = line.text.lstrip('«"')[:1].isupper() or line.text.startswith("(") or _LENGTH.match(line.text) is not None
    sentence = len(paragraph.text) > _SHORT_LINE or _BEGINS_A_SENTENCE.match(paragraph.text) is not None
    # "… bes si fra til Amund / Steinsland før saken tas opp."
    sentence = sentence or (
        len(paragraph.text.split()) > _WORDS_OF_LINE
        and line.text.endswith(".")
        and not paragraph.text.endswith((".", "!", "?", ":"))
    )
    return begins and not sentence and _ASKS_FOR_MORE.search(paragraph.text) is None


def is_label(line: str) -> bool:
    """A few words with a capital that end no sentence, as a heading has them; the end of a paragraph ends one."""
    text = line.strip()
    ends = (".", "!", "?", ",", ";")
    return len(text.split()) <= _LABEL_WORDS and text[:1].isupper() and not text.endswith(ends)


def _line_above(done: Sequence[Paragraph], near: Sequence[int], line: Line) -> int | None:
    candidates = [number for number in near if _goes_on(done[number], line)]
    return max(candidates, key=lambda number: done[number].last_baseline, default=None)


def _goes_on(paragraph: Paragraph, line: Line) -> bool:
    distance = line.baseline - paragraph.last_baseline
    if paragraph.frame != line.frame or not 0 < distance <= LEADING * max(paragraph.size, line.size):
        return False
    if abs(paragraph.size - line.size) > 0.12 * paragraph.size or paragraph.bold != line.bold:
        return False
    if paragraph.bulleted and line.indent <= paragraph.indent + 1.0 and not _wraps_under_its_mark(paragraph, line):
        return False
    within_point = paragraph.bulleted and not line.bulleted and line.indent > paragraph.indent + 1.0
    if _is_next_entry(paragraph.text, line.text, names=not within_point):
        return False
    if _is_next_point(paragraph.text, line.text) or (_FIELD.match(paragraph.text) and _FIELD.match(line.text)):
        return False
    return _shares_column(paragraph, line)


def _wraps_under_its_mark(paragraph: Paragraph, line: Line) -> bool:
    """Whether a line goes on with a bullet whose lines have no indent: close under one that breaks within a sentence."""
    if abs(line.indent - paragraph.indent) > 1.0 or line.baseline - paragraph.last_baseline > _CLOSE * line.size:
        return False
    broken = line.text[:1].islower() or line.text[:1].isdigit() or _ASKS_FOR_MORE.search(paragraph.text) is not None
    return broken and not paragraph.text.endswith((".", ":", "!", "?"))


def _is_next_entry(above: str, below: str, *, names: bool) -> bool:
    """Whether a line opens an entry of a list, as the paragraph above it does, tells who presents that, or follows a day. Not
    by a name (`names`) where a bullet goes on: what looks like one is the end of what an organisation is called.
    """
    if _ASKS_FOR_MORE.search(above):
        return False
    if any(each.match(above) and each.match(below) for each in (_ENTRIES if names else _ENTRIES[:2])) or _ALONE.match(
        below
    ):
        return True
    return len(above.split()) <= _COVER_WORDS and _DAY_ENDS.search(above) is not None and below[:1].isupper()


def _is_next_point(above: str, below: str) -> bool:
    """Whether a line counts on from the paragraph above ("1. …", "2. …"; "a) …", "b) …") or begins to count."""
    before, after = _POINT.match(above), _POINT.match(below)
    if after is None or not (after["text"].isupper() or above.endswith((".", ":", ";", ","))):
        # "… innen / 3. april": a date that the line broke in.
        return False
    if before is not None and before["sign"] == after["sign"]:
        one, other = before["mark"], after["mark"]
        if one.isdigit() and other.isdigit():
            return int(other) == int(one) + 1
        return len(one) == len(other) == 1 and ord(other) == ord(one) + 1
    return after["mark"] in ("1", "a") and above.endswith((":", ".")) and after["text"].isupper()


def _shares_column(paragraph: Paragraph, line: Line) -> bool:
    """Left-aligned with the paragraph (its text, after a bullet), or centred under it."""
    left_aligned = -1.5 * line.size <= line.box.left - paragraph.box.left <= 3.5 * line.size
    centred = abs(line.box.centre[0] - paragraph.box.centre[0]) < 0.8 * line.size
    overlaps = line.box.left < paragraph.box.right and paragraph.box.left < line.box.right
    return overlaps and (left_aligned or centred)


def _begin(line: Line) -> Paragraph:
    return Paragraph(
        text=line.text,
        box=line.box,
        size=line.size,
        bold=line.bold,
        indent=line.indent,
        bulleted=line.bulleted,
        frame=line.frame,
        first_baseline=line.baseline,
        last_baseline=line.baseline,
        last_right=line.box.right,
        last_left=line.box.left,
    )


def _extend(paragraph: Paragraph, line: Line) -> Paragraph:
    return Paragraph(
        text=join_lines(paragraph.text, line.text),
        box=paragraph.box.around(line.box),
        size=paragraph.size,
        bold=paragraph.bold,
        indent=paragraph.indent,
        bulleted=paragraph.bulleted,
        frame=paragraph.frame,
        first_baseline=paragraph.first_baseline,
        last_baseline=line.baseline,
        last_right=line.box.right,
        last_left=line.box.left,
    )
