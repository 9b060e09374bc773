"""A DOCX file to a Document: headings, numbered lists, tables, headers and footers; python-docx opens the package."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from docx import Document as open_docx
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from lxml import etree

from radsassistent.documents.clean_text import cell_text, one_line, without_bullet
from radsassistent.documents.document import BlockKind, Document, Format, UnreadableDocumentError
from radsassistent.documents.docx_styles import Lists, Styles, W, number, value
from radsassistent.documents.docx_text import PAGE_BREAK, ParagraphText, is_deleted_mark, is_unfilled, paragraph_text
from radsassistent.documents.flow import LONGEST_HEADING, Flow, text_block, typed_lines
from radsassistent.documents.grid import Cell, grid
from radsassistent.documents.package import ZIP_ERRORS, Package, damaged, parse_xml, relabelled

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# Templates and macro files are documents with another label, which python-docx refuses.
_VARIANTS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
# What python-docx and lxml raise on parts that are missing, cut off or not what they are said to be.
_BROKEN = (
    PythonDocxError,
    OpcError,
    etree.LxmlError,
    AttributeError,
    IndexError,
    TypeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    *ZIP_ERRORS,
)
# Tables in tables in text boxes: what stands deeper is left out.
_DEEPEST = 12


def read_docx(package: Package, sha256: str) -> Document:
    """Read a checked package, page by page as Word last laid it out; without a word on pages all is page 1.

    Raises UnreadableDocumentError when it is broken.
    """
    try:
        file = open_docx(io.BytesIO(relabelled(package, _VARIANTS, _MAIN)))
        flow = _Reader(package.name, file.part).read()
        slides = flow.slides()
    except UnreadableDocumentError:
        raise
    except _BROKEN as error:
        raise damaged(package.name) from error
    return Document(package.name, sha256, slides, flow.warnings, Format.DOCX)


class _Reader:
    """Walks through a document once, from the top."""

    def __init__(self, name: str, part: Any) -> None:
        self._part = part
        self._name = name
        self._styles = Styles(self._root("styles"))
        self._lists = Lists(self._root("numbering"))
        self._notes = {note.get(f"{W}id", ""): note for note in self._iter(self._root("footnotes"), "footnote")}
        self._flow = Flow()
        self._carried: str = ""

    def read(self) -> Flow:
        body = self._part.element.find(f"{W}body")
        if body is not None:
            self._add_all(body, 0)
        self._close()
        margins = self._margins()
        for page in self._flow.pages:
            page.margins += margins
        return self._flow

    def _root(self, kind: str) -> Any:
        """The root of the part that the document relates to as its styles, numbering or footnotes."""
        for relation in self._part.rels.values():
            if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
                return parse_xml(self._name, relation.target_part.blob)
        return None

    @staticmethod
    def _iter(root: Any, tag: str) -> Iterator[Any]:
        if root is not None:
            yield from root.iter(f"{W}{tag}")

    def _add_all(self, parent: Any, depth: int) -> None:
        if depth > _DEEPEST:
            self._flow.cut = True
            return
        for element in parent:
            if is_unfilled(element):
                continue
            if element.tag == f"{W}p":
                self._add_paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                self._close()
                self._add_table(element, depth)
            elif element.tag in (f"{W}sdt", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"):
                content = element.find(f"{W}sdtContent")
                self._add_all(element if content is None else content, depth + 1)

    def _close(self) -> None:
        """What was carried over from a paragraph whose end was deleted, when no paragraph follows to take it in."""
        if self._carried:
            self._flow.add(text_block(BlockKind.PARAGRAPH, one_line(self._carried)))
            self._carried = ""

    def _add_paragraph(self, paragraph: Any, depth: int) -> None:
        made = paragraph_text(paragraph, self._styles)
        if is_deleted_mark(paragraph):
            self._carried += made.text
            return
        made.bold_lines = [made.bold] * self._carried.count("\n") + made.bold_lines
        made.text, self._carried = self._carried + made.text, ""
        self._flow.cut = self._flow.cut or made.cut
        if self._styles.breaks_before(paragraph):
            self._flow.break_page()
        self._add_text(paragraph, made)
        self._add_beside(made, depth)
        section = paragraph.find(f"{W}pPr/{W}sectPr")
        if section is not None and value(section, "w:type") != "continuous":
            self._flow.break_page()

    def _add_text(self, paragraph: Any, made: ParagraphText) -> None:
        """The lines of a paragraph as somebody ended them by hand; a heading, and an item of a list, is one."""
        mark, level, listed = self._mark(paragraph, made)
        whole = listed or self._styles.heading_level(paragraph) is not None
        place = 0
        for number_of, page in enumerate(made.text.split(PAGE_BREAK)):
            if number_of:
                self._flow.break_page()
            for lines in [page.split("\n")] if whole else typed_lines(page):
                bold = all(made.bold_lines[place : place + len(lines)])
                place += len(lines)
                text = one_line("\n".join(lines))
                if not text:
                    continue
                kind = self._kind(paragraph, bold, text, listed)
                if kind is not BlockKind.TITLE and not listed:
                    text, typed = without_bullet(text)
                    kind = BlockKind.BULLET if typed else kind
                text = f"{mark} {text}".strip()
                self._flow.add(text_block(kind, text, level if kind is BlockKind.BULLET else 0, bold))
                # What goes on behind a page break is the same paragraph: its number and its rank are said.
                mark, listed = "", False
            # A page ends within a line.
            place -= 1

    def _add_beside(self, made: ParagraphText, depth: int) -> None:
        page = self._flow.page
        page.pictured = page.pictured or made.pictured
        for relation in made.relations:
            known = self._part.rels.get(relation)
            if known is not None and known.is_external and known.target_ref.startswith(("http://", "https://")):
                page.links.append(known.target_ref)
        for identity in made.footnotes:
            note = self._notes.get(identity)
            text = one_line("\n".join(self._lines(note))) if note is not None else ""
            if text:
                page.footnotes.append(f"Fotnote {identity}: {text}")
        for box in made.text_boxes:
            self._add_all(box, depth + 1)

    def _mark(self, paragraph: Any, made: ParagraphText) -> tuple[str, int, bool]:
        """The printed number of a paragraph ("" for none or a bullet), its level, and whether it is a list's item."""
        belongs = self._styles.list_of(paragraph)
        # An empty paragraph keeps no number: Word counts it, but prints nothing that anyone could refer to.
        if belongs is None or not made.text.replace(PAGE_BREAK, "").strip():
            return "", 0, False
        mark = self._lists.mark(*belongs)
        return (mark or "", belongs[1], mark is not None)

    def _kind(self, paragraph: Any, bold: bool, text: str, listed: bool) -> BlockKind:
        if self._styles.heading_level(paragraph) is not None and len(text) <= 2 * LONGEST_HEADING:
            return BlockKind.TITLE
        if listed:
            return BlockKind.BULLET
        return BlockKind.HEADING if bold and len(text) <= LONGEST_HEADING else BlockKind.PARAGRAPH

    def _add_table(self, table: Any, depth: int) -> None:
        """A table, parted where a page ends in it; each part has the header. One cell or one column is no table."""
        rows = [row for row in _rows(table) if row.find(f"{W}trPr/{W}del") is None]
        parts: list[list[Any]] = [[]]
        for place, row in enumerate(rows):
            if place and next(row.iter(f"{W}lastRenderedPageBreak"), None) is not None:
                parts.append([])
            parts[-1].append(row)
        header = parts[0][:1]
        for place, part in enumerate(parts):
            if place:
                self._flow.break_page()
            self._add_rows(part if not place else [*header, *part], depth)

    def _add_rows(self, rows: list[Any], depth: int) -> None:
        """Rows as a table; where they only lay out the page (one cell, tables in cells), what stands in their cells."""
        cells = [cell for row in rows for cell in _row_cells(row)]
        if len(cells) == 1 or any(cell.find(f"{W}tbl") is not None for cell in cells):
            for cell in cells:
                self._add_all(cell, depth + 1)
            return
        self._flow.add_grid(grid(_spanned([self._cells(row, depth) for row in rows])))

    def _cells(self, row: Any, depth: int) -> list[tuple[Cell, bool]]:
        """The cells of a row, and of each whether it goes on with the one above it."""
        found: list[tuple[Cell, bool]] = [
            (Cell(""), False) for _ in range(min(number(value(row, "w:trPr/w:gridBefore")), 50))
        ]
        for cell in _row_cells(row):
            properties = cell.find(f"{W}tcPr")
            merged = properties.find(f"{W}vMerge") if properties is not None else None
            goes_on = merged is not None and merged.get(f"{W}val", "continue") == "continue"
            texts = [paragraph_text(p, self._styles) for p in cell.iter(f"{W}p")]
            bold = bool(texts) and all(text.bold for text in texts if text.text.strip())
            text = cell_text(line for text in texts for line in text.text.replace(PAGE_BREAK, " ").splitlines())
            for read in texts:
                self._add_beside(ParagraphText(relations=read.relations, footnotes=read.footnotes), depth)
            found.append(
                (Cell(text, max(number(value(properties, "w:gridSpan"), 1), 1), 1, bold and bool(text)), goes_on)
            )
        return found

    def _lines(self, parent: Any) -> Iterator[str]:
        for paragraph in parent.iter(f"{W}p"):
            yield paragraph_text(paragraph, self._styles).text.replace(PAGE_BREAK, " ")

    def _margins(self) -> list[str]:
        """The lines of all headers and footers; one with the page's number in it says nothing of the document."""
        found: list[str] = []
        for relation in self._part.rels.values():
            if relation.is_external or not relation.reltype.endswith(("/header", "/footer")):
                continue
            for paragraph in parse_xml(self._name, relation.target_part.blob).iter(f"{W}p"):
                text = one_line(paragraph_text(paragraph, self._styles).text.replace(PAGE_BREAK, " "))
                if any(map(str.isalnum, text)) and not _shows_page_number(paragraph):
                    found.append(text)
        return list(dict.fromkeys(found))


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, those in content controls and insertions too, not those of tables in it."""
    for element in table:
        if element.tag == f"{W}tr":
            yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _rows(element)


def _row_cells(row: Any) -> Iterator[Any]:
    for element in row:
        if element.tag == f"{W}tc" and element.find(f"{W}tcPr/{W}cellDel") is None:
            yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from _row_cells(element)


def _spanned(rows: list[list[tuple[Cell, bool]]]) -> list[list[Cell]]:
    """Cells with the rows that they span, which Word tells the other way round: each cell below says that it goes on."""
    starts: dict[int, tuple[int, int]] = {}
    heights: dict[tuple[int, int], int] = {}
    placed: list[list[tuple[int, Cell]]] = []
    for place, row in enumerate(rows):
        column = 0
        kept: list[tuple[int, Cell]] = []
        for cell, goes_on in row:
            if goes_on and column in starts:
                heights[starts[column]] += 1
            else:
                starts[column] = (place, column)
                heights[place, column] = 1
                kept.append((column, cell))
            column += cell.columns
        placed.append(kept)
    return [
        [Cell(cell.text, cell.columns, heights[place, column], cell.bold) for column, cell in row]
        for place, row in enumerate(placed)
    ]


def _shows_page_number(paragraph: Any) -> bool:
    codes = [code.text or "" for code in paragraph.iter(f"{W}instrText")]
    codes += [field.get(f"{W}instr", "") for field in paragraph.iter(f"{W}fldSimple")]
    return any("PAGE" in code.upper() for code in codes)
