"""An ODT file to a Document, from its own XML: OpenDocument Text 1.3 part 3 names the elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from radsassistent.documents.clean_text import one_line, without_bullet
from radsassistent.documents.document import BlockKind, Document, Format
from radsassistent.documents.flow import LONGEST_HEADING, Flow, text_block, typed_lines
from radsassistent.documents.grid import MOST_COLUMNS, MOST_ROWS, Cell, grid
from radsassistent.documents.odt_styles import DRAW, OFFICE, STYLE, TABLE, TEXT, Styles, count, whole
from radsassistent.documents.package import Package, damaged

_LINK = "{http://www.w3.org/1999/xlink}href"
_CONTAINERS = frozenset(
    {f"{TEXT}section", f"{TEXT}index-body", f"{TEXT}table-of-content", f"{TEXT}list-header", f"{DRAW}a"}
)
# Deletions are kept in the list of tracked changes, away from the text, which thus is the final one.
_DROPPED = frozenset(
    {
        f"{TEXT}tracked-changes",
        f"{OFFICE}annotation",
        f"{OFFICE}forms",
        f"{TEXT}sequence-decls",
        f"{TEXT}ruby-text",
    }
)
_PAGE_BREAK = "\f"
_PRINTED = {
    f"{TEXT}s": " ",
    f"{TEXT}tab": " ",
    f"{TEXT}line-break": "\n",
    f"{TEXT}soft-page-break": _PAGE_BREAK,
}
# Lists, sections and frames in each other; within Python's stack.
_DEEPEST = 40


def read_odt(package: Package, sha256: str) -> Document:
    """Read a checked package, page by page where its writer left soft page breaks; else all is page 1.

    Raises UnreadableDocumentError when it is broken.
    """
    content = package.xml("content.xml")
    if content is None:
        raise damaged(package.name)
    styles = package.xml("styles.xml")
    flow = _Reader(content, styles).read()
    return Document(package.name, sha256, flow.slides(), flow.warnings, Format.ODT)


@dataclass(frozen=True, slots=True)
class _Item:
    """Where in a list a paragraph stands: its level, and the number before it; "" for a bullet or for its later parts."""

    level: int
    mark: str


class _Reader:
    """Walks through a document once, from the top."""

    def __init__(self, content: Any, styles: Any) -> None:
        self._content = content
        self._master = styles
        self._styles = Styles(content, styles)
        self._flow = Flow()
        self._counts: dict[str, dict[int, int]] = {}
        self._headings: dict[int, int] = {}
        outline = styles.find(f".//{TEXT}outline-style") if styles is not None else None
        self._outline = {whole(e.get(f"{TEXT}level"), 1): e for e in outline} if outline is not None else {}

    def read(self) -> Flow:
        body = self._content.find(f"{OFFICE}body/{OFFICE}text")
        if body is not None:
            self._add_all(body, 0)
        margins = self._margins()
        for page in self._flow.pages:
            page.margins += margins
        return self._flow

    def _add_all(self, parent: Any, depth: int, item: _Item | None = None) -> None:
        if depth > _DEEPEST:
            self._flow.cut = True
            return
        for element in parent:
            tag = element.tag
            if tag in (f"{TEXT}p", f"{TEXT}h"):
                self._add_paragraph(element, depth, item)
                item = None if item is None else _Item(item.level, "")
            elif tag == f"{TEXT}list":
                self._add_list(element, depth + 1, "", 1)
            elif tag == f"{TABLE}table":
                self._add_table(element, depth)
            elif tag == f"{TEXT}soft-page-break":
                self._flow.break_page()
            elif tag in _CONTAINERS and element.get(f"{TEXT}display") != "none":
                self._add_all(element, depth + 1)
            elif tag == f"{DRAW}frame":
                self._add_frame(element, depth)

    def _add_frame(self, frame: Any, depth: int) -> None:
        box = frame.find(f"{DRAW}text-box")
        if box is not None:
            self._add_all(box, depth + 1)
        elif frame.find(f"{DRAW}image") is not None:
            self._flow.page.pictured = True

    def _add_paragraph(self, element: Any, depth: int, item: _Item | None) -> None:
        style = element.get(f"{TEXT}style-name")
        if self._styles.breaks_before(style):
            self._flow.break_page()
        text = "".join(self._pieces(element, 0))
        heading = element.tag == f"{TEXT}h" or any(n in ("Title", "Tittel") for n in self._styles.names(style))
        mark = item.mark if item is not None else ""
        if element.tag == f"{TEXT}h":
            mark = mark or self._heading_number(whole(element.get(f"{TEXT}outline-level"), 1))
        for place, part in enumerate(text.split(_PAGE_BREAK)):
            if place:
                self._flow.break_page()
            for lines in [[part]] if heading or item is not None else typed_lines(part):
                line, typed = without_bullet(one_line("\n".join(lines)))
                if not line:
                    continue
                bold = self._all_bold(element)
                kind = _kind(line, heading, typed or item is not None, bold)
                level = item.level if item is not None and kind is BlockKind.BULLET else 0
                self._flow.add(text_block(kind, f"{mark} {line}".strip(), level, bold))
                # What goes on behind a page break is the same paragraph: its number and its rank are said.
                mark, item = "", None
        self._add_beside(element, depth)

    def _add_beside(self, element: Any, depth: int) -> None:
        """What hangs on a paragraph: frames, links, footnotes."""
        for frame in element.iterchildren(f"{DRAW}frame"):
            self._add_frame(frame, depth)
        for link in element.iter(f"{TEXT}a"):
            address = link.get(_LINK) or ""
            if address.startswith(("http://", "https://")):
                self._flow.page.links.append(address)
        for note in element.iter(f"{TEXT}note"):
            self._add_note(note)

    def _add_note(self, note: Any) -> None:
        citation, body = note.find(f"{TEXT}note-citation"), note.find(f"{TEXT}note-body")
        lines = ["".join(self._pieces(p, 0)) for p in body.iter(f"{TEXT}p")] if body is not None else []
        text = one_line("\n".join(lines))
        if text:
            number = one_line(citation.text or "") if citation is not None else ""
            self._flow.page.footnotes.append(f"Fotnote {number}: {text}")

    def _pieces(self, element: Any, depth: int) -> Iterator[str]:
        """The text of an element as printed; frames, notes, comments and hidden text are not part of the line."""
        if depth > _DEEPEST:
            self._flow.cut = True
            return
        yield (element.text or "").replace("\n", " ")
        for node in element:
            tag = node.tag
            if tag in _PRINTED:
                yield _PRINTED[tag]
            elif (
                isinstance(tag, str)
                and tag not in _DROPPED
                and tag not in (f"{TEXT}note", f"{DRAW}frame")
                and not self._styles.hidden(node.get(f"{TEXT}style-name"))
            ):
                yield from self._pieces(node, depth + 1)
            yield (node.tail or "").replace("\n", " ")

    def _all_bold(self, element: Any) -> bool:
        by_style = self._styles.bold(element.get(f"{TEXT}style-name")) or False
        weights = [by_style] if (element.text or "").strip() else []
        for node in element:
            text = "".join(node.itertext()) if isinstance(node.tag, str) else ""
            if text.strip():
                told = self._styles.bold(node.get(f"{TEXT}style-name"))
                weights.append(by_style if told is None else told)
            if (node.tail or "").strip():
                weights.append(by_style)
        return bool(weights) and all(weights)

    def _heading_number(self, level: int) -> str:
        """The number of a heading where the document numbers its headings."""
        if level not in self._outline:
            return ""
        return count(self._headings, self._outline, level)

    def _add_list(self, element: Any, depth: int, style: str, level: int) -> None:
        style = element.get(f"{TEXT}style-name") or style
        levels = self._styles.lists.get(style, {})
        counts = self._counts.setdefault(style, {})
        if (
            level == 1
            and element.get(f"{TEXT}continue-numbering") != "true"
            and not element.get(f"{TEXT}continue-list")
        ):
            counts.clear()
        if depth > _DEEPEST:
            self._flow.cut = True
            return
        for item in element:
            if item.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            mark = ""
            if item.tag == f"{TEXT}list-item" and any(c.tag in (f"{TEXT}p", f"{TEXT}h") for c in item):
                start = item.get(f"{TEXT}start-value")
                if start is not None:
                    counts[level] = whole(start, 1) - 1
                mark = count(counts, levels, level)
            here: _Item | None = _Item(min(level - 1, 8), mark)
            for child in item:
                if child.tag == f"{TEXT}list":
                    self._add_list(child, depth + 1, style, level + 1)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    self._add_paragraph(child, depth, here)
                    here = None
                elif child.tag == f"{TEXT}soft-page-break":
                    self._flow.break_page()

    def _add_table(self, table: Any, depth: int) -> None:
        """A table, parted where a page ends in it; each part has the header. Tables in cells lay out the page."""
        if next(table.iterdescendants(f"{TABLE}table"), None) is not None:
            for row in _table_rows(table):
                for cell in row.iterchildren(f"{TABLE}table-cell"):
                    self._add_all(cell, depth + 1)
            return
        parts: list[list[list[Cell]]] = [[]]
        for row in _table_rows(table):
            if row.tag == f"{TEXT}soft-page-break":
                parts.append([])
            elif sum(map(len, parts)) < MOST_ROWS:
                cells = self._cells(row)
                repeated = whole(row.get(f"{TABLE}number-rows-repeated"), 1)
                # Rows repeated by the thousand are the empty end of a sheet.
                parts[-1] += [cells] * (min(repeated, 100) if any(cell.text for cell in cells) else 1)
        header = parts[0][:1]
        for place, rows in enumerate(parts):
            if place:
                self._flow.break_page()
            self._flow.add_grid(grid(rows if not place else [*header, *rows]))

    def _cells(self, row: Any) -> list[Cell]:
        found: list[Cell] = []
        for cell in row:
            # What a merged cell covers is laid out from what the merged cell spans.
            if cell.tag != f"{TABLE}table-cell":
                continue
            lines = ["".join(self._pieces(p, 0)).replace(_PAGE_BREAK, " ") for p in cell.iter(f"{TEXT}p", f"{TEXT}h")]
            text = one_line("\n".join(lines))
            bold = bool(text) and all(self._all_bold(p) for p in cell.iter(f"{TEXT}p") if "".join(p.itertext()).strip())
            made = Cell(
                text,
                whole(cell.get(f"{TABLE}number-columns-spanned"), 1),
                whole(cell.get(f"{TABLE}number-rows-spanned"), 1),
                bold,
            )
            repeated = whole(cell.get(f"{TABLE}number-columns-repeated"), 1)
            found += [made] * max(1, min(repeated, MOST_COLUMNS - len(found)))
            if len(found) >= MOST_COLUMNS:
                break
        return found

    def _margins(self) -> list[str]:
        """The lines of all headers and footers; one with the page's number in it says nothing of the document."""
        found: list[str] = []
        pages = self._master.iter(f"{STYLE}master-page") if self._master is not None else ()
        for page in pages:
            for region in page:
                if not isinstance(region.tag, str) or not region.tag.startswith((f"{STYLE}header", f"{STYLE}footer")):
                    continue
                for paragraph in region.iter(f"{TEXT}p"):
                    text = one_line("".join(self._pieces(paragraph, 0)))
                    numbered = next(paragraph.iter(f"{TEXT}page-number"), None) is not None
                    if any(map(str.isalnum, text)) and not numbered:
                        found.append(text)
        return list(dict.fromkeys(found))


def _table_rows(table: Any) -> Iterator[Any]:
    """The rows and page breaks of a table, header rows and groups of rows too."""
    for element in table:
        if element.tag in (f"{TABLE}table-row", f"{TEXT}soft-page-break"):
            yield element
        elif element.tag in (f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group"):
            yield from _table_rows(element)


def _kind(line: str, heading: bool, listed: bool, bold: bool) -> BlockKind:
    if heading and len(line) <= 2 * LONGEST_HEADING:
        return BlockKind.TITLE
    if listed:
        return BlockKind.BULLET
    return BlockKind.HEADING if bold and len(line) <= LONGEST_HEADING else BlockKind.PARAGRAPH
