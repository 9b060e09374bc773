"""Whose page is whose. Gradio tells open pages apart by a hash that the browser makes up, and asks no further.

Whoever knew another's hash would read the answers on their way to them; so a hash belongs to the first who uses it.
"""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from urllib.parse import parse_qs

# Open pages that are remembered; those not used for the longest are forgotten first.
MOST_REMEMBERED = 50_000
IN_BODY = re.compile(r"(?:/\w\w)?/gradio_api/(?:queue/join|run/[\w-]+|cancel|reset)/?")
_IN_PATH = re.compile(r"(?:/\w\w)?/gradio_api/heartbeat/(?P<hash>[^/]+)/?")
_IN_QUERY = re.compile(r"(?:/\w\w)?/gradio_api/queue/data/?")


class MalformedError(Exception):
    """The body is not what Gradio's page sends."""


class GradioSessions:
    """The owners of the hashes. Called from the event loop only."""

    def __init__(self) -> None:
        self._owners: OrderedDict[str, str] = OrderedDict()

    def admits(self, name: str, hashes: list[str]) -> bool:
        """Whether the hashes are all this reader's, or become so now."""
        for each in hashes:
            if self._owners.setdefault(each, name) != name:
                return False
            self._owners.move_to_end(each)
        while len(self._owners) > MOST_REMEMBERED:
            self._owners.popitem(last=False)
        return True


def hashes_of(path: str, query: bytes, body: bytes | None) -> list[str]:
    """The hashes that a request names. Raises MalformedError for a body that cannot be read."""
    if (named := _IN_PATH.fullmatch(path)) is not None:
        return [named["hash"]]
    if _IN_QUERY.fullmatch(path):
        return parse_qs(query.decode("latin-1"), keep_blank_values=True).get("session_hash", [])
    if body is None:
        return []
    try:
        told = json.loads(body or b"{}")
    except ValueError as error:
        raise MalformedError from error
    found = told.get("session_hash") if isinstance(told, dict) else None
    if found is not None and not isinstance(found, str):
        raise MalformedError
    return [found] if found else []
