"""What a file says: slides made of blocks, with the place of each block on the slide."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from radsassistent.documents.numbers import number, unit_of
from radsassistent.errors import RadsassistentError


class UnreadableDocumentError(RadsassistentError):
    """A file that cannot become a Document; the message names the file, the reason and the way out."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide, in points, origin at the top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return max(self.width, 0.0) * max(self.height, 0.0)

    @property
    def centre(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, point: tuple[float, float]) -> bool:
        """Whether the point lies in the box, edges included."""
        x, y = point
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def around(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class BlockKind(StrEnum):
    """What a block is on its slide, from geometry and typography alone."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TABLE = "table"
    FOOTER = "footer"
    NOTE = "note"


class SlideStatus(StrEnum):
    """How a slide was read; every slide of every document has one.

    TEXT where there is text, TABLE where nearly all of it stands in tables, OCR where the text was recognised in a picture,
    PICTURE where nothing but a picture is drawn, BLANK where nothing is, UNREADABLE where there is text that no reader gets
    right.
    """

    TEXT = "text"
    TABLE = "table"
    OCR = "ocr"
    PICTURE = "picture"
    BLANK = "blank"
    UNREADABLE = "unreadable"


class Format(StrEnum):
    """The kind of file that a document was read from."""

    PDF = "pdf"
    PPTX = "pptx"
    DOCX = "docx"
    ODT = "odt"
    MARKDOWN = "md"
    HTML = "html"
    TEXT = "txt"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its label (first cell), the rows it stands under, and one value or None for each column."""

    label: str
    values: tuple[str | None, ...]
    under: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[Decimal | None, ...]:
        """The values as numbers; None for an empty cell and for one that is not a single number."""
        return tuple(number(value) if value is not None else None for value in self.values)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `columns` names the value columns (the label column excluded), each row has as many values.

    `label_header` is what the table calls its first column. `caption` is the text that says what it is about.
    """

    caption: str
    label_header: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]

    @property
    def unit(self) -> str | None:
        """What the figures are counted in, where the caption says so: "Kostnader per år (mill. kr)"; None where not."""
        return unit_of(self.caption)


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that belongs together (a title, a paragraph, a bullet) or a table.

    `group` numbers the drawn frame on the slide that the block stands in (a card, a coloured box); None outside any.
    `level` is the depth of a bullet, 0 the outermost. `size` is the height of the type in points. `unstructured` marks the
    text of a chart or drawing whose order and pairing the slide does not tell: it may be quoted, never combined.
    """

    kind: BlockKind
    text: str
    box: Box
    level: int = 0
    group: int | None = None
    size: float = 0.0
    bold: bool = False
    table: Table | None = None
    unstructured: bool = False


_BESIDE_CONTENT = frozenset({BlockKind.TITLE, BlockKind.FOOTER, BlockKind.NOTE})


@dataclass(frozen=True, slots=True)
class Slide:
    """A page of a deck or of minutes. `number` is 1-based, as a viewer prints it.

    `reason` says in Norwegian why a slide is unreadable or how its text was got; "" where there is nothing to say. A `hidden`
    slide is skipped when the deck is shown.
    """

    number: int
    width: float
    height: float
    blocks: tuple[Block, ...]
    status: SlideStatus
    links: tuple[str, ...] = ()
    reason: str = ""
    hidden: bool = False

    @property
    def title(self) -> str | None:
        return next((block.text for block in self.blocks if block.kind is BlockKind.TITLE), None)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks that carry content: neither title, footer nor speaker's note."""
        return tuple(b for b in self.blocks if b.kind not in _BESIDE_CONTENT)

    @property
    def notes(self) -> tuple[Block, ...]:
        """The speaker's notes, which the audience does not see."""
        return tuple(b for b in self.blocks if b.kind is BlockKind.NOTE)

    @property
    def text(self) -> str:
        """All text of the slide but the footer, in reading order, a block a line; speaker's notes last."""
        return "\n".join(b.text for b in self.blocks if b.kind is not BlockKind.FOOTER)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its name, the SHA-256 of its bytes (hex), and its slides in order."""

    name: str
    sha256: str
    slides: tuple[Slide, ...]
    warnings: tuple[str, ...] = field(default=())
    format: Format = Format.PDF
