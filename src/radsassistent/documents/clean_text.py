"""Text as files store it to text as it is read: white space, soft hyphens and presentation forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from radsassistent.documents.letters import CAPITAL
from radsassistent.documents.page_content import BULLET_GLYPHS
from radsassistent.documents.paragraphs import join_lines

# Soft hyphen, zero-width space and joiners, byte order mark, directional marks: nothing that is seen.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
# Ligatures (ﬁ) and full-width letters mean the letters that they fold to; superscripts and fractions mean something else.
_PRESENTATION = re.compile("[\ufb00-\ufb06\uff01-\uff5e]")
# Control characters that no reader sees; XML and text files may hold them.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
# A name of two words or more, as an entry of a list of people or bodies opens: "Kari Berg, Oppdikt kommune (leder)".
_NAME = rf"{CAPITAL}[\w'’.-]*(?:\s+{CAPITAL}[\w'’.-]*){{1,4}}"
_ENTRY = re.compile(rf"^{_NAME}\s*(?:$|[,;(·•|]|[–-]\s)")
_NAME_ALONE = re.compile(rf"^{_NAME}(?:\s*\([^()]*\))?$")
_LONGEST_OF_CARD, _MOST_OF_CARD = 70, 6


def clean(text: str) -> str:
    """One line of text: runs of white space as one space, nothing unseen, ligatures as letters, composed accents."""
    text = _CONTROL.sub("", _UNSEEN.sub("", text))
    text = _PRESENTATION.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def one_line(text: str) -> str:
    """Lines that a writer broke by hand as one line, a word broken by a hyphen made whole."""
    return joined_lines(filter(None, map(clean, re.split(r"[\n\v\f\r\u2028\u2029]+", text))))


def cell_text(lines: Iterable[str]) -> str:
    """The paragraphs of a cell as one line; those that each open with a name are entries of a list and stay apart."""
    kept = [line for line in map(clean, lines) if line]
    if len(kept) > 1 and all(map(_ENTRY.match, kept)):
        return "; ".join(line.rstrip(";,") for line in kept)
    return one_line("\n".join(kept))


def is_card(lines: Sequence[str]) -> bool:
    """Whether lines typed into one paragraph are a card's: a name alone, then short lines on who that is."""
    short = 1 < len(lines) <= _MOST_OF_CARD and all(len(line) <= _LONGEST_OF_CARD for line in lines)
    return short and _NAME_ALONE.match(lines[0]) is not None and all(line[:1].isupper() for line in lines)


def joined_lines(lines: Iterable[str]) -> str:
    """Lines of one paragraph joined; each is only ever looked at with the one above it, so that long texts take no time."""
    parts: list[str] = []
    for line in lines:
        if parts:
            parts[-1] = join_lines(parts[-1], line).removesuffix(line)
        parts.append(line)
    return "".join(parts)


def without_bullet(text: str) -> tuple[str, bool]:
    """The text without a bullet typed at its start, and whether there was one."""
    glyph, space, rest = text.partition(" ")
    if glyph in BULLET_GLYPHS and space and rest.strip():
        return rest.strip(), True
    return text, False
