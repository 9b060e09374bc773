"""Plain text to a Document: pages by form feeds, paragraphs by blank lines and by lines that end before they must."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.documents.clean_text import clean, joined_lines, without_bullet
from radsassistent.documents.document import BlockKind, Document, Format
from radsassistent.documents.flow import Flow, text_block
from radsassistent.documents.paragraphs import is_label

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Text has line feeds, tabs and form feeds; other control characters are binary data, but an odd one slips into any export.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROL = 0.001
# Lines were broken to fit a width (mail, terminals) when the longest is shorter than this; else each is a paragraph.
_WRAPPED = 100
_TYPED_BULLET = re.compile(r"^(\s*)[-*+]\s+(?=\S)")
_NUMBERED = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?|[a-zæøå][.)]|§\s*\d+)\s+\S", re.IGNORECASE)
_RULE = re.compile(r"^\W*$")
_LONGEST_TITLE = 100
_SENTENCE_ENDS = (".", "!", "?")


def decoded(content: bytes) -> str | None:
    """The text of a file: by its byte order mark, as UTF-8, or as Windows-1252; None when it is no text."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        # The five bytes that Windows-1252 leaves out are in no text.
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            return None
    if "\x00" in text or len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        return None
    return text


def read_text(name: str, content: bytes, sha256: str) -> Document:
    """Read a file that `decoded` takes for text."""
    flow = Flow()
    text = (decoded(content) or "").replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    wrapped_at = max((len(line.rstrip()) for line in text.split("\n")), default=0)
    for page in text.split("\f"):
        flow.break_page()
        lines = page.split("\n")
        head = _title_line(lines)
        if head is not None:
            flow.add(text_block(BlockKind.TITLE, clean(lines[head])))
        for paragraph in _paragraphs(lines[(head + 1) if head is not None else 0 :], wrapped_at):
            _add(flow, paragraph)
    return Document(name, sha256, flow.slides(), format=Format.TEXT)


def _title_line(lines: Sequence[str]) -> int | None:
    """The first line of a page where it stands alone, is short and is no sentence."""
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None
    line, following = lines[first].strip(), lines[first + 1 : first + 2]
    alone = not following or _RULE.match(following[0]) is not None
    titled = alone and len(line) <= _LONGEST_TITLE and not line.endswith((".", ",", ";", ":"))
    return first if titled and not _TYPED_BULLET.match(line) and not without_bullet(clean(line))[1] else None


def _paragraphs(lines: Sequence[str], wrapped_at: int) -> list[str]:
    found: list[list[str]] = []
    previous = ""
    for line in lines:
        if _RULE.match(line):
            previous = ""
            continue
        if previous and goes_on(previous, line, wrapped_at):
            found[-1].append(line.strip())
        else:
            found.append([line.rstrip()])
        previous = line
    return [joined_lines(paragraph) for paragraph in found]


def goes_on(above: str, below: str, wrapped_at: int) -> bool:
    """Whether a line goes on with the one above: the text is broken to a width, and its first word had no room there."""
    if wrapped_at > _WRAPPED or _TYPED_BULLET.match(below) or _NUMBERED.match(below):
        return False
    if without_bullet(clean(below))[1] or (above.rstrip().endswith(_SENTENCE_ENDS) and is_label(below)):
        return False
    first = below.split(maxsplit=1)[0]
    return len(above.rstrip()) + 1 + len(first) > wrapped_at


def _add(flow: Flow, paragraph: str) -> None:
    typed = _TYPED_BULLET.match(paragraph)
    if typed:
        level = min(len(typed[1].expandtabs(4)) // 2, 8)
        flow.add(text_block(BlockKind.BULLET, clean(paragraph[typed.end() :]), level))
        return
    text, bulleted = without_bullet(clean(paragraph))
    flow.add(text_block(BlockKind.BULLET if bulleted else BlockKind.PARAGRAPH, text))
