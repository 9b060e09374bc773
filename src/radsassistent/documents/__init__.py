"""What a file says. In: a path to a file. Out: a Document of slides made of blocks, tables and their places.

Called by archive.ingest. Knows nothing of meetings, cases or the archive.
"""

from radsassistent.documents.bounded import BoundedReader
from radsassistent.documents.document import (
    Block,
    BlockKind,
    Box,
    Document,
    Format,
    Slide,
    SlideStatus,
    Table,
    TableRow,
    UnreadableDocumentError,
)
from radsassistent.documents.formats import read
from radsassistent.documents.limits import ReadingLimits, limits_of

__all__ = [
    "Block",
    "BlockKind",
    "BoundedReader",
    "Box",
    "Document",
    "Format",
    "ReadingLimits",
    "Slide",
    "SlideStatus",
    "Table",
    "TableRow",
    "UnreadableDocumentError",
    "limits_of",
    "read",
]
