"""The site on an address of this machine."""

from __future__ import annotations

import contextlib
import errno
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from gradio.routes import App as GradioApp
from starlette.routing import Mount

from radsassistent.archive.asked import AskedLog
from radsassistent.archive.audit import AuditLog
from radsassistent.archive.holdings import DATABASE
from radsassistent.errors import RadsassistentError
from radsassistent.settings import Settings
from radsassistent.web import texts
from radsassistent.web.access import Access, OwnMachine
from radsassistent.web.admission import admission
from radsassistent.web.site import site
from radsassistent.web.sources import Answering, Library

Announce = Callable[[str], None]

# Seconds that open pages get when the server is told to stop; each page holds a connection for as long as it is open.
STOP_WAIT = 1


class AddressError(RadsassistentError):
    """The address cannot be served on; the message says what to choose instead."""


class ChatServer:
    """The site, listening from the moment it is made. Port 0 takes any free port; `address` tells which."""

    def __init__(
        self, assistant: Answering, archive: Library, host: str, port: int, settings: Settings | None = None
    ) -> None:
        """Raises AddressError when the host or the port cannot be had, before anything slow is done, and
        OpenToEveryoneError where others could reach the address without being asked who they are.
        """
        settings = settings or Settings(archive=archive.directory)
        access = admission(settings, host)
        self._socket = _listening(host, port)
        self.port: int = self._socket.getsockname()[1]
        self.address = f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"
        database = archive.directory / DATABASE
        try:
            audit, asked = _logs(database, settings, access) if database.exists() else (None, None)
            self._server = _AnnouncingServer(site(assistant, archive, access, settings, audit, asked))
        except BaseException:
            self._socket.close()
            raise

    def run(self, announce: Announce = lambda address: None) -> None:
        """Serve until stopped (`stop`, Ctrl-C, SIGTERM); `announce` gets the address as soon as it can be opened."""
        self._server.announce = lambda: announce(self.address)
        with self._socket, contextlib.suppress(KeyboardInterrupt):
            self._server.run(sockets=[self._socket])

    def stop(self) -> None:
        """Tell `run` to return, from another thread."""
        self._server.should_exit = True


def serve(
    assistant: Answering, archive: Library, host: str, port: int, announce: Announce, settings: Settings | None = None
) -> None:
    """Serve the chat until the process is told to stop; `announce` gets the address once it can be opened.

    Raises AddressError when the host or the port cannot be had, OpenToEveryoneError where nobody would be asked to log in.
    """
    ChatServer(assistant, archive, host, port, settings).run(announce)


class _AnnouncingServer(uvicorn.Server):
    """Logs through the handlers of the process, whoever set them up, and reports when it is up."""

    def __init__(self, app: FastAPI) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                ws="none",
                timeout_graceful_shutdown=STOP_WAIT,
                # The gateway reads what proxies tell, and whom to believe is the operator's to say.
                proxy_headers=False,
                server_header=False,
            )
        )
        self._app = app
        self.announce: Callable[[], None] = lambda: None

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let go of the open pages first: each keeps a connection that would otherwise be cut off with an error."""
        for route in self._app.routes:
            if isinstance(route, Mount) and isinstance(route.app, GradioApp):
                route.app.stop_event.set()
        await super().shutdown(sockets)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self.announce()


def _logs(database: Path, settings: Settings, access: Access) -> tuple[AuditLog, AskedLog]:
    # On an own machine whoever asks is the one who reads the log.
    keep_text = settings.log_questions or isinstance(access, OwnMachine)
    asked = AskedLog(database, keep_text=keep_text, keep_days=settings.keep_asked_days)
    return AuditLog(database), asked


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = texts.PORT_BUSY.format(host=host, port=port)
        elif error.errno == errno.EACCES:
            message = texts.PORT_FORBIDDEN.format(host=host, port=port)
        else:
            message = texts.HOST_UNKNOWN.format(host=host, reason=error.strerror)
        raise AddressError(message) from error
