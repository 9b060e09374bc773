"""Whether a request that changes something was sent by a page of ours, and not by another site in the reader's browser."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

_PORTS = {"http": 80, "https": 443}


def is_our_own(scope: Scope, *, must_tell: bool) -> bool:
    """By the browser's own word: `Sec-Fetch-Site`, and the `Origin` against the host that was asked.

    Every browser sends an origin with a POST. What comes without is no browser, and no other site can send it;
    `must_tell` refuses it all the same.
    """
    headers = Headers(scope=scope)
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    origin = headers.get("origin")
    if origin is None:
        return not must_tell
    try:
        sent, asked = urlsplit(origin), urlsplit(f"//{headers.get('host', '')}")
        standard = _PORTS.get(sent.scheme)
        return (
            standard is not None
            and sent.hostname is not None
            and (sent.hostname, sent.port or standard) == (asked.hostname, asked.port or standard)
        )
    except ValueError:
        return False
