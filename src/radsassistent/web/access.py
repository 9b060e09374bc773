"""Who is asking, and what they may see and do. Enforced on the server, in every event and route."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


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


class Request(Protocol):
    """What Gradio's and Starlette's requests have in common."""

    @property
    def headers(self) -> Mapping[str, str]: ...

    @property
    def cookies(self) -> Mapping[str, str]: ...


class Access(Protocol):
    """Tells who is asking; called for every request and every event, from several threads."""

    def reader(self, request: Request) -> Reader | None:
        """The one who asks; None when they have to log in first."""


class OwnMachine:
    """No log-in: whoever sits at this machine may do everything. Only for an address of this machine alone."""

    def reader(self, request: Request) -> Reader | None:
        return Reader("lokal", Role.SECRETARY, internal=True)
