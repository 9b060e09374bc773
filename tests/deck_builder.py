"""Documents made of the documents' own types, for what a meeting is understood from when no file is needed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from radsassistent.documents import Block, BlockKind, Box, Document, Slide, SlideStatus, Table, TableRow
from radsassistent.documents.layout import table_text


def table(header: Sequence[str], *rows: Sequence[str | None], caption: str = "") -> Table:
    """A table whose first column is the label column."""
    return Table(caption, header[0], tuple(header[1:]), tuple(TableRow(row[0] or "", tuple(row[1:])) for row in rows))


def slide(title: str | None, *body: str | Table | tuple[str, ...]) -> Slide:
    """A slide. A body text that begins with "• " is a bullet, with "  • " one below it, a tuple of texts is a card in a frame of
    its own.
    """
    blocks: list[Block] = []
    if title:
        blocks.append(Block(BlockKind.TITLE, title, _box(0), size=32))
    for group, part in enumerate(body):
        if isinstance(part, Table):
            blocks.append(Block(BlockKind.TABLE, table_text(part), _box(len(blocks)), table=part))
        elif isinstance(part, tuple):
            blocks += [_text(text, len(blocks), group) for text in part]
        else:
            blocks.append(_text(part, len(blocks)))
    return Slide(1, 960, 540, tuple(blocks), SlideStatus.TEXT if blocks else SlideStatus.BLANK)


def laid_out(title: str | None, *texts: tuple[str, float, float]) -> Slide:
    """A slide whose texts stand where they are put: what each says, where it begins from the left, and from the top, in
    points. A text that begins with "* " is in bold type.
    """
    blocks = [Block(BlockKind.TITLE, title, _box(0), size=32)] if title else []
    for text, left, top in texts:
        said = text.removeprefix("* ")
        kind = BlockKind.HEADING if said != text else BlockKind.PARAGRAPH
        blocks.append(Block(kind, said, Box(left, top, left + 160, top + 16), size=14, bold=said != text))
    return Slide(1, 960, 540, tuple(blocks), SlideStatus.TEXT)


def page(*parts: str | Table) -> Slide:
    """An upright page of running text. "# " opens a heading, "• " a bullet, "_ " a footer; all else is a paragraph."""
    kinds = {"# ": BlockKind.HEADING, "• ": BlockKind.BULLET, "_ ": BlockKind.FOOTER}
    blocks = []
    for number, part in enumerate(parts):
        if isinstance(part, Table):
            blocks.append(Block(BlockKind.TABLE, table_text(part), _box(number), table=part))
            continue
        kind = kinds.get(part[:2], BlockKind.PARAGRAPH)
        text = part[2:] if kind is not BlockKind.PARAGRAPH else part
        blocks.append(Block(kind, text, _box(number), size=14 if kind is BlockKind.HEADING else 11))
    return Slide(1, 595, 842, tuple(blocks), SlideStatus.TEXT if blocks else SlideStatus.BLANK)


def pages(*texts: str) -> list[Slide]:
    """Upright pages of running text, a block a line, each text a page."""
    return [page(*(line.strip() for line in text.strip().splitlines() if line.strip())) for text in texts]


def picture() -> Slide:
    """A slide with nothing but a picture."""
    return Slide(1, 960, 540, (), SlideStatus.PICTURE)


def _text(text: str, place: int, group: int | None = None) -> Block:
    if text.lstrip().startswith("• "):
        level = (len(text) - len(text.lstrip())) // 2
        return Block(BlockKind.BULLET, text.lstrip().removeprefix("• "), _box(place), level, group, 18)
    return Block(BlockKind.PARAGRAPH, text, _box(place), group=group, size=18)


def _box(place: int) -> Box:
    return Box(40, 40 + 30 * place, 900, 60 + 30 * place)


def document(*slides: Slide, name: str = "oppdiktet.pdf") -> Document:
    """A document of these slides, numbered from 1; its hash is that of what it says."""
    numbered = tuple(replace(each, number=number) for number, each in enumerate(slides, start=1))
    return Document(name, hashlib.sha256(_content(name, numbered)).hexdigest(), numbered)


def written(folder: Path, *slides: Slide, name: str = "oppdiktet.pdf") -> tuple[Document, Path]:
    """A document and a file in the folder whose bytes have the document's hash."""
    made = document(*slides, name=name)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(_content(name, made.slides))
    return made, path


def _content(name: str, slides: Sequence[Slide]) -> bytes:
    return repr((name, slides)).encode()
