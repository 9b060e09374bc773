"""Who is asking, and what they may see and do. Enforced on the server, in every event and route.

The gateway identifies who sends a request, once, and lets nobody through who is not identified; the pages ask
`Access.reader` for the one it found.
"""

from __future__ import annotations

import functools
import inspect
import ipaddress
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Protocol

import gradio as gr
from starlette.requests import HTTPConnection

from radsassistent.errors import UsageError
from radsassistent.web import texts
from radsassistent.web.proxies import Proxies, host_name
from radsassistent.web.reader import Reader as Reader
from radsassistent.web.reader import Role as Role
from radsassistent.web.sessions import Sessions
from radsassistent.web.throttle import Throttle
from radsassistent.web.users import Users, normalised

if TYPE_CHECKING:
    from radsassistent.web.page import Page

Handler = Callable[..., Any]
COOKIE = "radsassistent"


class Access(Protocol):
    """Tells who is asking; called for every request and every event, from several threads."""

    # What somebody reads who is not let in and cannot log in here.
    refusal: str

    def identify(self, connection: HTTPConnection) -> Reader | None:
        """The one who sends a request, by what the request brings; None when they have to log in first."""

    def reader(self, request: Any) -> Reader | None:
        """The one whom the gateway identified at the request, Gradio's or Starlette's, of an event or a route."""


class _Identified:
    refusal = texts.NOT_LET_IN

    def reader(self, request: Any) -> Reader | None:
        found = getattr(getattr(request, "state", None), "reader", None)
        return found if isinstance(found, Reader) else None


class OwnMachine(_Identified):
    """No log-in: whoever sits at this machine may do everything. Only for an address of this machine alone.

    What comes by a proxy, or under another name than the machine's own, comes from elsewhere after all and is refused:
    a proxy in front would let everybody in, and so would another site's name that is made to point here.
    """

    refusal = texts.NOT_OWN_MACHINE

    def identify(self, connection: HTTPConnection) -> Reader | None:
        if not is_own_machine(host_name(connection.headers.get("host", ""))) or connection.scope.get("forwarded"):
            return None
        return Reader("lokal", Role.SECRETARY, internal=True)

    def reader(self, request: Any) -> Reader | None:
        return Reader("lokal", Role.SECRETARY, internal=True)


class LogIn(_Identified):
    """Users with passwords, from a file. A session lasts until it is ended, runs out, or the user's password is changed."""

    def __init__(
        self, users: Users, sessions: Sessions, *, secure: bool = False, throttle: Throttle | None = None
    ) -> None:
        """`secure`: the pages are reached by https, and the cookie is sent by nothing else."""
        self.throttle = throttle or Throttle()
        self.users = users
        self.sessions = sessions
        self.secure = secure
        # A browser takes the first only over https, from this very host, for all paths.
        self.cookie = f"__Host-{COOKIE}" if secure else COOKIE

    def identify(self, connection: HTTPConnection) -> Reader | None:
        session = self.sessions.get(connection.cookies.get(self.cookie, ""))
        if session is None:
            return None
        user = self.users.named(session.name)
        if user is None or user.hash is None or user.hash != session.hash:
            self.sessions.end(connection.cookies[self.cookie])
            return None
        return user.reader()


class ProxyLogIn(_Identified):
    """Somebody else logs people in and names them in a header, which only their machine's word is taken for."""

    refusal = texts.NOT_BY_PROXY

    def __init__(self, header: str, proxies: Proxies, users: Users, default: Reader) -> None:
        """Who is not in the file of users may do and see what `default` may."""
        self._header = header
        self._proxies = proxies
        self._users = users
        self._default = default

    def identify(self, connection: HTTPConnection) -> Reader | None:
        peer = connection.client.host if connection.client else ""
        names = connection.headers.getlist(self._header)
        # A name beside the proxy's own is somebody's attempt to be another.
        if not self._proxies.trust(peer) or len(names) != 1:
            return None
        try:
            name = normalised(names[0].encode("latin-1").decode("utf-8"))
        except (UsageError, UnicodeError):
            return None
        user = self._users.named(name)
        return user.reader() if user else Reader(name, self._default.role, self._default.internal)


def is_own_machine(host: str) -> bool:
    """Whether a host's name or address is of this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


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
