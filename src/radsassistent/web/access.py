"""Who is asking, and what they may see and do. Enforced on the server, in every event and route."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

import gradio as gr

if TYPE_CHECKING:
    from radsassistent.web.page import Page

Handler = Callable[..., Any]


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


def known_reader(page: Page, request: object) -> Reader:
    """The reader of an event. Raises gr.Error, which Gradio shows, for one whose log-in has ended."""
    reader = page.access.reader(request) if isinstance(request, gr.Request) else None
    if reader is None:
        raise gr.Error(page.t("Du er ikke lenger logget inn. Last siden på nytt, og logg inn."), print_exception=False)
    return reader


def secretary_only(page: Page) -> Callable[[Handler], Handler]:
    """Makes an event handler the secretary's: for everyone else it raises gr.Error before anything of it runs.

    For every event of the secretary's pages, because an event can be called past its page::

        @secretary_only(page)
        def publish(draft: str, request: gr.Request) -> str: ...

    The handler, a function or a generator, not async, must take `request`; TypeError, when the page is built, otherwise.
    """

    def guarding(handler: Handler) -> Handler:
        named = inspect.signature(handler).parameters
        if "request" not in named:
            raise TypeError(f"{handler.__qualname__} takes no request, so nobody can tell who calls it")
        if inspect.iscoroutinefunction(handler) or inspect.isasyncgenfunction(handler):
            raise TypeError(f"{handler.__qualname__} is async; Gradio would not see that past this guard")
        place = list(named).index("request")

        def check(given: tuple[Any, ...], named_given: dict[str, Any]) -> None:
            request = named_given["request"] if "request" in named_given else given[place]
            if not known_reader(page, request).is_secretary:
                raise gr.Error(page.t("Bare sekretariatet kan gjøre dette."), print_exception=False)

        if inspect.isgeneratorfunction(handler):

            @functools.wraps(handler)
            def generating(*given: Any, **named_given: Any) -> Iterator[Any]:
                check(given, named_given)
                yield from handler(*given, **named_given)

            return generating

        @functools.wraps(handler)
        def guarded(*given: Any, **named_given: Any) -> Any:
            check(given, named_given)
            return handler(*given, **named_given)

        return guarded

    return guarding
