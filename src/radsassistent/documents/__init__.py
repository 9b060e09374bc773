"""What a file says. In: a path to a file. Out: a Document of slides made of blocks, tables and their places.

Called by archive.ingest. Knows nothing of meetings, cases or the archive.
"""

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

__all__ = [
    "Block",
    "BlockKind",
    "Box",
    "Document",
    "Format",
    "Slide",
    "SlideStatus",
    "Table",
    "TableRow",
    "UnreadableDocumentError",
    "read",
]
