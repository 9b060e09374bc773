"""What the fields of a gold question may hold, for the evaluation and for the drafts of new ones (eval/README.md)."""

from __future__ import annotations

from typing import Literal

Split = Literal["dev", "test"]
SPLITS: tuple[Split, ...] = ("dev", "test")

Language = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en")

NOT_IN_DOCUMENTS = "not-in-documents"
# Each kind with its name where somebody reads it.
KIND_NAMES = {
    "agenda": "dagsorden",
    "members": "medlemmer",
    "decision": "vedtak",
    "fact": "fakta",
    "table": "tabell",
    "chart": "diagram",
    "multi-slide": "flere lysbilder",
    "style": "form",
    NOT_IN_DOCUMENTS: "ikke i dokumentene",
}
KINDS = tuple(KIND_NAMES)
