"""Broken files out of whole ones: the same seed breaks the same bytes in the same way."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator

Mutation = Callable[[bytes, random.Random], bytes]

_NUMBERS = [b"0", b"-1", b"1", b"2147483647", b"-2147483648", b"99999999999999999999", b"1e308", b"0.0000001"]
_TOKENS = [
    *(b"<<", b">>", b"[", b"]", b"(", b")", b"<", b">", b"/", b"%", b"endobj", b"stream", b"endstream", b"R", b"null"),
    *(
        b"/Kids",
        b"/Parent",
        b"/Filter /FlateDecode",
        b"/Length 99999999",
        b"true",
        b"BT",
        b"ET",
        b"q",
        b"Q",
        b"Do",
        b"cm",
    ),
]


def _flip(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def _cut_out(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randint(1, max(2, len(data) // 8)) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    part = data[start : start + chance.randint(1, 400)]
    return data[:start] + part * chance.randint(2, 6) + data[start:]


def _truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data))]


def _insert(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + b" " + chance.choice(_TOKENS) + b" " + data[place:]


def _renumber(data: bytes, chance: random.Random) -> bytes:
    """Other numbers: lengths, sizes and places out of all bounds, references to other objects (cycles among them)."""
    places = list(re.finditer(rb"(?<![\w.])-?\d+(?:\.\d+)?", data))
    out = data
    for found in sorted(chance.sample(places, min(len(places), chance.randint(1, 6))), key=lambda m: -m.start()):
        new = chance.choice(_NUMBERS) if chance.random() < 0.4 else str(chance.randint(0, 30)).encode()
        out = out[: found.start()] + new + out[found.end() :]
    return out


MUTATIONS: tuple[Mutation, ...] = (_flip, _cut_out, _repeat, _truncate, _insert, _renumber)


def mutated(originals: list[bytes], count: int, seed: int) -> Iterator[bytes]:
    """So many broken files, each from one of the originals by one to three mutations."""
    chance = random.Random(seed)
    for _ in range(count):
        data = chance.choice(originals)
        for _ in range(chance.randint(1, 3)):
            data = chance.choice(MUTATIONS)(data, chance) or b"%"
        yield data
