"""Which machines in front of the site are believed, and what a request looks like once their word is taken.

Anybody can send `X-Forwarded-…`. From a trusted proxy it tells the reader's address and what the reader's browser asked
for; from everyone else it is taken away, so that nothing behind the gateway can believe it by mistake.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from radsassistent.errors import UsageError

_Network = ipaddress.IPv4Network | ipaddress.IPv6Network
# What a proxy tells of a request; Gradio believes the last from anyone.
_TOLD = ("forwarded", "x-real-ip", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port")
_TAKEN_AWAY = frozenset(name.encode() for name in (*_TOLD, "x-forwarded-prefix", "x-gradio-server"))


class Proxies:
    """The trusted proxies, by address or network."""

    def __init__(self, addresses: Sequence[str] = (), header: str | None = None, *, secure: bool = False) -> None:
        """`header` is the one that names the reader; `secure` says that the site is reached by https.

        Raises UsageError for what is no address.
        """
        self._networks = [_network(address) for address in addresses]
        self._header = header.lower().encode() if header else None
        self._secure = secure

    def trust(self, peer: str) -> bool:
        """Whether the machine of this address is believed."""
        try:
            address = ipaddress.ip_address(peer)
        except ValueError:
            return False
        mapped = getattr(address, "ipv4_mapped", None) or address
        return any(mapped in network for network in self._networks)

    def settled(self, scope: Scope) -> Scope:
        """The request as the reader's browser sent it: its scheme and host, and the reader's address in the state.

        `forwarded` in the scope says that somebody claims to have passed the request on.
        """
        peer = scope["client"][0] if scope.get("client") else ""
        headers = Headers(scope=scope)
        trusted = self.trust(peer)
        away = _TAKEN_AWAY if trusted or self._header is None else _TAKEN_AWAY | {self._header}
        if trusted and self._header is not None:
            away -= {self._header}
        kept = [(name, value) for name, value in scope["headers"] if name.lower() not in away]
        scheme, address = scope.get("scheme", "http"), peer
        if trusted:
            address = self._farthest(headers.getlist("x-forwarded-for")) or peer
            scheme = "https" if headers.get("x-forwarded-proto", "").lower() == "https" else scheme
            if host := headers.get("x-forwarded-host"):
                kept = [(name, value) for name, value in kept if name.lower() != b"host"]
                kept.append((b"host", host.encode("latin-1")))
        return {
            **scope,
            "headers": kept,
            "scheme": "https" if self._secure else scheme,
            "forwarded": any(name in headers for name in _TOLD),
            "state": {**scope.get("state", {}), "address": address},
        }

    def _farthest(self, told: Sequence[str]) -> str | None:
        """The address that the outermost trusted proxy saw; what stands before it, anybody may have written."""
        for address in reversed([each.strip() for line in told for each in line.split(",")]):
            if not self.trust(address):
                return address
        return None


def host_name(host: str) -> str:
    """A Host header without its port: "127.0.0.1:7860" -> "127.0.0.1", "[::1]" -> "::1"; "" for what is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _network(address: str) -> _Network:
    try:
        return ipaddress.ip_network(address, strict=False)
    except ValueError as error:
        raise UsageError(
            f"proxy_addresses: «{address}» er ingen adresse. Skriv for eksempel 127.0.0.1 eller 10.0.0.0/24."
        ) from error
