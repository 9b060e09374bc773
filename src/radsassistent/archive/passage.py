"""What can be found and cited: one slide's text, one bullet, one row of a table, one agenda item, one member."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from llama_index.core.schema import TextNode

# Metadata keys that a filter may name, as they stand on nodes and in `retrieved` records.
BODY, MEETING, CASE, DOCUMENT, SLIDE, KIND = "body", "meeting", "case", "document", "slide", "kind"


class PassageKind(StrEnum):
    """What a passage is made of."""

    MEETING = "meeting"
    AGENDA = "agenda"
    MEMBER = "member"
    PROPOSAL = "proposal"
    DECISION = "decision"
    ATTENDANCE = "attendance"
    TABLE_ROW = "table_row"
    SLIDE = "slide"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one slide. `text` stands on the slide; `context` says where it belongs (case, title, heading).

    `id` is the archive's, 0 before it is kept. `meeting` is the ISO date of the meeting, "" when unknown. `data` holds
    the fields of structured kinds: the agenda item, the member, the cells of a table row.
    """

    kind: PassageKind
    text: str
    context: str
    body: str
    meeting: str
    case: str | None
    document: str
    sha256: str
    slide: int
    data: Mapping[str, Any] = field(default_factory=dict)
    id: int = 0

    @property
    def embedded_text(self) -> str:
        """What the embedder is given: the context once, then the text."""
        return f"{self.context}\n{self.text}" if self.context else self.text

    @property
    def is_structured(self) -> bool:
        """Whether the passage is a fact with fields of its own, rather than running text."""
        return self.kind not in (PassageKind.SLIDE, PassageKind.UNIT)

    def node(self) -> TextNode:
        """The passage as a LlamaIndex node. No metadata is embedded or counted: the context is in the text already."""
        metadata = {
            BODY: self.body,
            MEETING: self.meeting,
            CASE: self.case,
            DOCUMENT: self.document,
            SLIDE: self.slide,
            KIND: self.kind.value,
        }
        return TextNode(
            id_=str(self.id),
            text=self.embedded_text,
            metadata=metadata,
            excluded_embed_metadata_keys=list(metadata),
            excluded_llm_metadata_keys=list(metadata),
        )
