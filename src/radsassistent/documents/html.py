"""HTML to a Document, parsed by lxml: what a browser would show, without scripts, styles and hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from radsassistent.documents.clean_text import one_line, without_bullet
from radsassistent.documents.document import BlockKind, Document, Format, UnreadableDocumentError
from radsassistent.documents.flow import LONGEST_HEADING, Flow, text_block
from radsassistent.documents.grid import Cell, grid
from radsassistent.documents.list_numbers import counted
from radsassistent.documents.plain_text import decoded

_UNSEEN = frozenset(
    "script style noscript template head meta link title svg math iframe object embed audio video canvas datalist "
    "select option textarea input button dialog del".split()
)
# Menus and the site's own footer: kept apart from the content, as footers are.
_MARGINS = frozenset({"nav", "footer"})
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
    "h6 header hgroup hr html li main menu nav ol p pre section summary table ul caption".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PAGE_BREAK = re.compile(r"(?:page-)?break-before\s*:\s*(?:always|page)", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
# libxml2 gives up on deeper pages itself; this holds the walk well within Python's stack.
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class _Where:
    """What a node stands in: how many lists, a quotation's margin (menu, footer), and how deep."""

    lists: int = 0
    margin: bool = False
    depth: int = 0


def read_html(name: str, content: bytes, sha256: str) -> Document:
    """Read a page. Raises UnreadableDocumentError when it has nothing that a parser can hold on to."""
    flow = Flow()
    try:
        add_html(_text(content), flow)
    except RecursionError as error:
        raise UnreadableDocumentError(f"{name}: siden kan ikke leses som HTML. Lagre den som PDF.") from error
    return Document(name, sha256, flow.slides(), flow.warnings, Format.HTML)


def _text(content: bytes) -> str:
    """The page's characters: by its byte order mark, by what it declares, else as plain text is read."""
    declared = _CHARSET.search(content[:4096])
    if declared and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(content) or ""


def add_html(text: str, flow: Flow) -> None:
    """Add what a piece of HTML shows to a document."""
    text = _DECLARATION.sub("", text).replace("\x00", "")
    if not text.strip():
        return
    parser = lxml_html.HTMLParser()
    try:
        root = lxml_html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return
    # libxml2 leaves out what stands deeper than it goes, and says so among the errors that every page has.
    flow.cut = flow.cut or any("depth" in error.message for error in parser.error_log)
    _add(root, _Where(), flow)


def _add(element: Any, where: _Where, flow: Flow) -> None:
    """The blocks of an element: runs of text between block elements, and those in turn."""
    if _is_hidden(element):
        return
    if where.depth > _DEEPEST:
        flow.cut = True
        return
    tag = element.tag
    if _PAGE_BREAK.search(element.get("style") or ""):
        flow.break_page()
    if tag in _MARGINS:
        where = replace(where, margin=True)
    where = replace(where, depth=where.depth + 1)
    if tag == "table":
        _add_table(element, where, flow)
    elif tag in ("ul", "ol", "menu"):
        _add_list(element, where, flow)
    elif tag == "pre":
        for line in _plain(element).split("\n"):
            _put(line, BlockKind.PARAGRAPH, where, flow)
    elif tag in _HEADINGS:
        _put(_plain(element), BlockKind.TITLE, where, flow)
        _note_links(element, where, flow)
    else:
        _add_children(element, where, flow, "")


def _add_children(element: Any, where: _Where, flow: Flow, mark: str) -> None:
    """Text directly in the element, runs of inline elements joined; `mark` stands before the first run of a list item."""
    run: list[str] = [element.text or ""]
    bold: list[bool] = [not (element.text or "").strip()]
    listed = mark != ""

    def put_run() -> None:
        nonlocal mark, listed
        text = one_line("".join(run))
        if any(map(str.isalnum, text)):
            heads = bool(bold) and all(bold) and not listed and len(text) <= LONGEST_HEADING
            kind = BlockKind.BULLET if listed else BlockKind.HEADING if heads else BlockKind.PARAGRAPH
            _put(f"{mark.strip()} {text}".strip(), kind, where, flow)
            mark, listed = "", False
        run.clear()
        bold.clear()

    for child in element:
        if isinstance(child.tag, str) and not _is_hidden(child):
            if child.tag in _BLOCKS or _holds_blocks(child):
                put_run()
                if child.tag in ("p", "div") and listed and not _holds_blocks(child):
                    # The paragraph of a loose list item is the item's text.
                    run.append(_plain(child))
                    put_run()
                    _note_links(child, where, flow)
                else:
                    _add(child, where, flow)
            else:
                text = _plain(child)
                run.append(text)
                if text.strip():
                    bold.append(child.tag in _BOLD)
                _note_links(child, where, flow)
        run.append(child.tail or "")
        if (child.tail or "").strip():
            bold.append(False)
    put_run()


def _holds_blocks(element: Any) -> bool:
    return any(isinstance(node.tag, str) and node.tag in _BLOCKS for node in element.iterdescendants())


def _is_hidden(element: Any) -> bool:
    return (
        not isinstance(element.tag, str)
        or element.tag in _UNSEEN
        or element.get("hidden") is not None
        or _HIDING.search(element.get("style") or "") is not None
    )


def _put(text: str, kind: BlockKind, where: _Where, flow: Flow) -> None:
    text = one_line(text)
    if where.margin:
        if any(map(str.isalnum, text)):
            flow.page.margins.append(text)
        return
    text, typed = without_bullet(text)
    kind = BlockKind.BULLET if typed and kind is BlockKind.PARAGRAPH else kind
    flow.add(text_block(kind, text, max(where.lists - 1, 0) if kind is BlockKind.BULLET else 0))


def _plain(element: Any) -> str:
    """The text in an element as it is seen; "br" is a line's end, and white space means nothing but in "pre"."""
    return "".join(_pieces(element, kept=element.tag == "pre"))


def _pieces(element: Any, kept: bool) -> Iterator[str]:
    """Depth first without recursion, so that a page may nest as it likes."""
    todo: list[Any] = [element]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            yield node if kept else re.sub(r"[\n\r\f\v]+", " ", node)
            continue
        inside = [] if _is_hidden(node) else [part for child in node for part in (child, child.tail or "")]
        if node.tag == "br" or (node is not element and isinstance(node.tag, str) and node.tag in _BLOCKS):
            todo.append("")
            yield "\n"
        if not _is_hidden(node):
            todo += [*reversed(inside), node.text or ""]


def _note_links(element: Any, where: _Where, flow: Flow) -> None:
    if where.margin:
        return
    for link in element.iter("a"):
        address = link.get("href") or ""
        if address.startswith(("http://", "https://")):
            flow.page.links.append(address)
    if next(element.iter("img"), None) is not None:
        flow.page.pictured = True


def _add_list(element: Any, where: _Where, flow: Flow) -> None:
    ordered = element.tag == "ol"
    number = _whole(element.get("start"), 1)
    inner = replace(where, lists=where.lists + 1)
    for item in element:
        if _is_hidden(item):
            continue
        if item.tag != "li":
            _add(item, inner, flow)
            continue
        number = _whole(item.get("value"), number)
        mark = f"{counted(number, element.get('type') or '1')}." if ordered else " "
        _add_children(item, replace(inner, depth=inner.depth + 1), flow, mark)
        number += 1


def _whole(text: str | None, default: int) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,6}", text.strip()) else default


def _add_table(element: Any, where: _Where, flow: Flow) -> None:
    """A table with data as a table; one that only lays out a page as what stands in its cells."""
    rows = [row for row in element.iter("tr") if _owner(row) is element and not _is_hidden(row)]
    cells = [[cell for cell in row if cell.tag in ("td", "th") and not _is_hidden(cell)] for row in rows]
    layout = next(element.iterdescendants("table"), None) is not None
    for caption in element.iterchildren("caption"):
        _put(_plain(caption), BlockKind.HEADING, where, flow)
    if layout or where.margin:
        for row in cells:
            for cell in row:
                _add_children(cell, where, flow, "")
    else:
        flow.add_grid(grid([[_cell(cell) for cell in row] for row in cells]))
        _note_links(element, where, flow)


def _owner(row: Any) -> Any:
    """The table that a row belongs to."""
    return next(row.iterancestors("table"), None)


def _cell(element: Any) -> Cell:
    return Cell(one_line(_plain(element)), _whole(element.get("colspan"), 1), max(_whole(element.get("rowspan"), 1), 1))
