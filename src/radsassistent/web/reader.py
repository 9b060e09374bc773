"""Somebody at the pages: a name, what it may do, and what it may see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a reader may do: members ask and read; the secretary also takes documents in and corrects."""

    MEMBER = "member"
    SECRETARY = "secretary"


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody at the pages; `internal` says whether documents classified «intern» are theirs to see."""

    name: str
    role: Role
    internal: bool

    @property
    def is_secretary(self) -> bool:
        return self.role is Role.SECRETARY
