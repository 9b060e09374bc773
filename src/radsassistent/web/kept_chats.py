"""The chats of the tabs that are open, so that a reload brings one back without asking everything again."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass

from radsassistent.search.conversation import Conversation
from radsassistent.web.access import Reader
from radsassistent.web.chat import Chat

# As many as a council has readers, several times over; the oldest make way. One takes some kilobytes.
MOST_CHATS = 500


@dataclass(frozen=True, slots=True)
class _Kept:
    chat: Chat
    reader: Reader
    generation: int


class KeptChats:
    """Chats by a key that only the tab knows. Safe to use from several threads; nothing is written anywhere."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._changing = threading.Lock()

    def keep(self, chat: Chat, reader: Reader, generation: int) -> None:
        """Keep a chat as it is now, as one of this reader over this generation of the archive; it has its key then."""
        chat.key = chat.key or secrets.token_urlsafe(18)
        with self._changing:
            self._kept[chat.key] = _Kept(_copied(chat), reader, generation)
            self._kept.move_to_end(chat.key)
            while len(self._kept) > MOST_CHATS:
                self._kept.popitem(last=False)

    def found(self, key: object, reader: Reader, generation: int) -> Chat | None:
        """A copy of a chat; None for another reader, and where the archive has changed, for then it may answer otherwise."""
        kept = self._kept.get(key) if isinstance(key, str) else None
        if kept is None or kept.reader != reader or kept.generation != generation:
            return None
        return _copied(kept.chat)


def _copied(chat: Chat) -> Chat:
    return Chat(list(chat.exchanges), Conversation(list(chat.conversation.turns)))
