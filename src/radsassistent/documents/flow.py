"""Documents whose text flows (DOCX, ODT, HTML, Markdown, plain text): what they say, page by page, as slides.

Such files know no places. A block gets the place that it would have if the page were set in one column, so that what
stands above what is right and nothing more is claimed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from radsassistent.documents.document import Block, BlockKind, Box, Slide
from radsassistent.documents.grid import Grid, table_of, texts_of
from radsassistent.documents.layout import table_text
from radsassistent.documents.slide_status import status_of

# A4 and its usual margins, in points.
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 595.0, 842.0, 72.0
BODY_SIZE, HEADING_SIZE, TITLE_SIZE = 11.0, 14.0, 20.0
# A heading is the page's title although something stands before it when that is a letterhead: a few short lines.
_LETTERHEAD_BLOCKS, _LETTERHEAD_WORDS = 4, 12
# A line of text is this much higher than its type; a letter is about half as wide as high.
_LEADING, _LETTER = 1.3, 0.5
# A paragraph longer than this (characters) is no heading, whatever it is set in.
LONGEST_HEADING = 120
# A line longer than this (characters) and without a full stop may be broken where its sentence goes on.
_FULL_LINE = 60


@dataclass(slots=True)
class Page:
    """What stands on one page, in order: blocks without a place, the lines of its header and footer, addresses."""

    blocks: list[Block] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictured: bool = False

    @property
    def empty(self) -> bool:
        return not self.blocks and not self.pictured


_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)


def text_block(kind: BlockKind, text: str, level: int = 0, bold: bool = False) -> Block:
    """A block of text that gets its place when its page is laid out."""
    size = TITLE_SIZE if kind is BlockKind.TITLE else HEADING_SIZE if kind is BlockKind.HEADING else BODY_SIZE
    return Block(kind, text, _NOWHERE, level, size=size, bold=bold)


def typed_lines(text: str) -> list[list[str]]:
    """The lines of a paragraph that somebody ended by hand, each with those that go on with its sentence."""
    found: list[list[str]] = []
    for line in text.split("\n"):
        if found and _goes_on(found[-1][-1].strip(), line.strip()):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _goes_on(above: str, line: str) -> bool:
    open_ended = above[-1:] == "-" or (len(above) > _FULL_LINE and above[-1] not in ".:;!?")
    return not above or not line or line[:1].islower() or open_ended


class Flow:
    """Takes in a document's blocks one after the other and breaks them into pages."""

    def __init__(self) -> None:
        self.pages: list[Page] = [Page()]
        # Set where something was left out because it was nested too deep or too large.
        self.cut = False

    @property
    def page(self) -> Page:
        return self.pages[-1]

    def add(self, block: Block) -> None:
        """The next block; one without letters or digits says nothing."""
        if any(map(str.isalnum, block.text)):
            self.page.blocks.append(block)

    def add_grid(self, made: Grid) -> None:
        """A table, or the texts of one that has too few rows or columns to be one."""
        self.cut = self.cut or made.cut
        table = table_of(made)
        if table is not None:
            self.add(Block(BlockKind.TABLE, table_text(table), _NOWHERE, table=table))
            return
        for text in texts_of(made):
            self.add(text_block(BlockKind.PARAGRAPH, text))

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the reader of the document must know, in Norwegian."""
        return ("Noe av innholdet er nestet for dypt eller er for stort, og er ikke lest.",) if self.cut else ()

    def break_page(self) -> None:
        """What follows stands on a new page. Two breaks that follow each other are one: programs note a page's end twice."""
        if not self.page.empty:
            self.pages.append(Page())

    def slides(self) -> tuple[Slide, ...]:
        """The pages as slides; an empty last page is none."""
        pages = self.pages[:-1] if len(self.pages) > 1 and self.page.empty else self.pages
        return tuple(_slide(page, number) for number, page in enumerate(pages, start=1))


def _slide(page: Page, number: int) -> Slide:
    blocks = [*_titled(page.blocks), *(text_block(BlockKind.PARAGRAPH, note) for note in page.footnotes)]
    blocks += [text_block(BlockKind.FOOTER, line) for line in page.margins]
    placed = _placed(blocks)
    return Slide(
        number=number,
        width=PAGE_WIDTH,
        height=max(PAGE_HEIGHT, placed[-1].box.bottom + MARGIN if placed else 0.0),
        blocks=tuple(placed),
        status=status_of([block for block in placed if block.kind is not BlockKind.FOOTER], page.pictured),
        links=tuple(dict.fromkeys(page.links)),
    )


def _titled(blocks: Sequence[Block]) -> list[Block]:
    """The first heading of a page is its title where it heads the page; later ones are headings."""
    first = next((place for place, block in enumerate(blocks) if block.kind is BlockKind.TITLE), None)
    titled = []
    for place, block in enumerate(blocks):
        kind = block.kind
        if kind is BlockKind.TITLE and (place != first or not _is_letterhead(blocks[:place])):
            kind = BlockKind.HEADING
        titled.append(block if kind is block.kind else text_block(kind, block.text, bold=block.bold))
    return titled


def _is_letterhead(before: Sequence[Block]) -> bool:
    return len(before) <= _LETTERHEAD_BLOCKS and all(
        block.table is None and len(block.text.split()) <= _LETTERHEAD_WORDS for block in before
    )


def _placed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks one under the other between the margins."""
    top = MARGIN
    placed: list[Block] = []
    for block in blocks:
        left = MARGIN + 18.0 * block.level
        size = block.size or BODY_SIZE
        letters = max((PAGE_WIDTH - MARGIN - left) / (_LETTER * size), 10.0)
        lines = sum(1 + int(len(line) / letters) for line in block.text.split("\n"))
        bottom = top + lines * _LEADING * size
        box = Box(left, top, PAGE_WIDTH - MARGIN, bottom)
        placed.append(
            Block(block.kind, block.text, box, block.level, None, size, block.bold, block.table, block.unstructured)
        )
        top = bottom + 0.5 * size
    return placed
