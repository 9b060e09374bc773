"""What a file says: slides made of blocks, with the place of each block on the slide."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

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


class SlideStatus(StrEnum):
    """How much of a slide could be read; every slide of every document has one."""

    TEXT = "text"
    PICTURE = "picture"
    BLANK = "blank"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its label (first cell), the rows it stands under, and one value or None for each column."""

    label: str
    values: tuple[str | None, ...]
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `columns` names the value columns (the label column excluded), each row has as many values.

    `label_header` is what the table calls its first column. `caption` is the text that says what it is about.
    """

    caption: str
    label_header: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that belongs together (a title, a paragraph, a bullet) or a table.

    `group` numbers the drawn frame on the slide that the block stands in (a card, a coloured box); None outside any.
    `level` is the depth of a bullet, 0 the outermost. `size` is the height of the type in points.
    """

    kind: BlockKind
    text: str
    box: Box
    level: int = 0
    group: int | None = None
    size: float = 0.0
    bold: bool = False
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """A page of a deck or of minutes. `number` is 1-based, as a viewer prints it."""

    number: int
    width: float
    height: float
    blocks: tuple[Block, ...]
    status: SlideStatus
    links: tuple[str, ...] = ()

    @property
    def title(self) -> str | None:
        return next((block.text for block in self.blocks if block.kind is BlockKind.TITLE), None)

    @property
    def body(self) -> tuple[Block, ...]:
        """The blocks that carry content: neither title nor footer."""
        return tuple(b for b in self.blocks if b.kind not in (BlockKind.TITLE, BlockKind.FOOTER))

    @property
    def text(self) -> str:
        """All text of the slide but the footer, in reading order, a block a line."""
        return "\n".join(b.text for b in self.blocks if b.kind is not BlockKind.FOOTER)


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its name, the SHA-256 of its bytes (hex), and its slides in order."""

    name: str
    sha256: str
    slides: tuple[Slide, ...]
    warnings: tuple[str, ...] = field(default=())
