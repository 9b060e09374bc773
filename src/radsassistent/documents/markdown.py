"""Markdown to a Document, parsed by markdown-it-py (CommonMark with tables)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from radsassistent.documents.clean_text import clean, one_line
from radsassistent.documents.document import BlockKind, Document, Format, UnreadableDocumentError
from radsassistent.documents.flow import LONGEST_HEADING, Flow, text_block
from radsassistent.documents.grid import Cell, grid
from radsassistent.documents.html import add_html
from radsassistent.documents.plain_text import decoded

# Lists and quotations within each other; the parser itself stops at 20 by default.
_DEEPEST = 20
# The settings of a page at its top (Jekyll, Hugo, Pandoc), which would be taken for a heading.
_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\n(?P<lines>(?:[^\n]*\n){1,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_markdown(name: str, content: bytes, sha256: str) -> Document:
    """Read a file that `decoded` takes for text."""
    text = (decoded(content) or "").replace("\r\n", "\n").replace("\r", "\n")
    flow = Flow()
    front = _FRONT_MATTER.match(text)
    if front and ":" in front["lines"]:
        text = text[front.end() :]
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    try:
        tokens = parser.parse(text)
    except (RecursionError, IndexError, ValueError) as error:
        raise UnreadableDocumentError(f"{name}: teksten kan ikke leses som Markdown. Lagre den som TXT.") from error
    _add_tokens(tokens, flow)
    if front and ":" in front["lines"]:
        for line in front["lines"].split("\n"):
            flow.add(text_block(BlockKind.PARAGRAPH, clean(line)))
    return Document(name, sha256, flow.slides(), flow.warnings, Format.MARKDOWN)


def _add_tokens(tokens: Sequence[Token], flow: Flow) -> None:
    """The blocks of a parsed text. A list item's first paragraph is its bullet, those after it are paragraphs."""
    lists: list[int | None] = []
    mark = ""
    place = 0
    while place < len(tokens):
        token = tokens[place]
        match token.type:
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_open":
                lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                mark = _mark(lists)
            case "inline":
                kind = _kind(tokens[place - 1].type, bool(mark), token)
                level = max(len(lists) - 1, 0) if kind is BlockKind.BULLET else 0
                text = "".join(_text(token.children or (), flow))
                flow.add(text_block(kind, f"{mark.strip()} {one_line(text)}".strip(), level))
                mark = ""
            case "fence" | "code_block":
                for line in token.content.split("\n"):
                    flow.add(text_block(BlockKind.PARAGRAPH, clean(line)))
            case "html_block":
                add_html(token.content, flow)
            case "table_open":
                place = _add_table(tokens, place, flow)
        place += 1


def _mark(lists: list[int | None]) -> str:
    """What stands before the next list item: its number, or a space for a plain bullet; numbers are counted on."""
    if not lists or lists[-1] is None:
        return " "
    number = lists[-1]
    lists[-1] = number + 1
    return f"{number}."


def _kind(opened_by: str, marked: bool, token: Token) -> BlockKind:
    if opened_by == "heading_open":
        return BlockKind.TITLE
    if marked:
        return BlockKind.BULLET
    children = [child for child in token.children or () if child.content.strip() or child.type != "text"]
    bold = len(children) > 2 and children[0].type == "strong_open" and children[-1].type == "strong_close"
    single = bold and sum(1 for child in children if child.type == "strong_open") == 1
    return BlockKind.HEADING if single and len(token.content) <= LONGEST_HEADING else BlockKind.PARAGRAPH


def _text(children: Sequence[Token], flow: Flow) -> Iterator[str]:
    """The text of a run as it is seen; addresses that it links to are kept with the page, struck text is dropped."""
    struck = 0
    for child in children:
        if child.type in ("s_open", "s_close"):
            struck += 1 if child.type == "s_open" else -1
        elif child.type == "link_open":
            address = str(child.attrGet("href") or "")
            if address.startswith(("http://", "https://")):
                flow.page.links.append(address)
        elif struck:
            continue
        elif child.type in ("text", "code_inline"):
            yield child.content
        elif child.type == "image":
            flow.page.pictured = True
        elif child.type in ("softbreak", "hardbreak") or (child.type == "html_inline" and _TAG.match(child.content)):
            yield "\n"


def _add_table(tokens: Sequence[Token], start: int, flow: Flow) -> int:
    """Add the table that opens at `start`; returns where it closes."""
    rows: list[list[Cell]] = []
    place = start
    while tokens[place].type != "table_close":
        token = tokens[place]
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append(Cell(one_line("".join(_text(token.children or (), flow)))))
        place += 1
    flow.add_grid(grid(rows))
    return place
