"""Files damaged as the world damages them, and as someone who means harm would: seeded, so that a failure can be repeated."""

from __future__ import annotations

import io
import random
import zipfile

from lxml import etree

_ODD_VALUES = [
    "",
    "-1",
    "0",
    "1",
    "999999999",
    "99999999999999999999",
    "1e400",
    "NaN",
    "rId1",
    "rId99",
    "\u202e",
    "x" * 5000,
]


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The file with one to four kinds of damage.

    A zip with a wrong byte is refused by its checksum, so that most damage is done within its parts.
    """
    outside = [_flipped, _cut, _spliced]
    parts = _parts(content) if content.startswith(b"PK") else {}
    for _ in range(chance.randint(1, 3)):
        if parts:
            chance.choice([*[_damage_part] * 8, _swap_parts, _drop_part])(parts, chance)
        else:
            content = chance.choice(outside)(content, chance)
    content = _zipped(parts) if parts else content
    return chance.choice(outside)(content, chance) if chance.random() < 0.1 else content


def _flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _spliced(content: bytes, chance: random.Random) -> bytes:
    """A stretch of the file repeated or moved elsewhere."""
    if not content:
        return content
    start = chance.randrange(len(content))
    piece = content[start : start + chance.randint(1, 400)]
    place = chance.randrange(len(content))
    return content[:place] + piece * chance.choice([1, 1, 3, 50]) + content[place:]


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def _text_parts(parts: dict[str, bytes]) -> list[str]:
    """The parts that say something are damaged more often than themes and layouts."""
    words = ("slides/slide", "document.xml", "content.xml", "numbering", "styles.xml", "chart", "diagram", "notesSlide")
    telling = [name for name in parts if any(word in name for word in words) and "Layout" not in name]
    return telling * 5 + list(parts)


def _damage_part(parts: dict[str, bytes], chance: random.Random) -> None:
    name = chance.choice(_text_parts(parts))
    way = chance.choice([*[_with_other_tree] * 5, _flipped, _cut, _spliced])
    parts[name] = way(parts[name], chance)


def _with_other_tree(content: bytes, chance: random.Random) -> bytes:
    """XML that is still XML, with elements gone, doubled or moved and attributes that say something odd."""
    try:
        root = etree.fromstring(content)
    except (etree.XMLSyntaxError, ValueError):
        return _flipped(content, chance)
    for _ in range(chance.randint(1, 8)):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        element = chance.choice(elements)
        parent = element.getparent()
        match chance.randrange(5):
            case 0 if parent is not None:
                parent.remove(element)
            case 1 if parent is not None:
                parent.append(etree.fromstring(etree.tostring(element)))
            case 2:
                chance.choice(elements).append(etree.fromstring(etree.tostring(chance.choice(elements[-20:]))))
            case 3 if element.attrib:
                element.set(chance.choice(list(element.attrib)), chance.choice(_ODD_VALUES))
            case _:
                element.tag = chance.choice(elements).tag
    return bytes(etree.tostring(root))


def _swap_parts(parts: dict[str, bytes], chance: random.Random) -> None:
    one, other = chance.choice(list(parts)), chance.choice(list(parts))
    parts[one], parts[other] = parts[other], parts[one]


def _drop_part(parts: dict[str, bytes], chance: random.Random) -> None:
    if len(parts) > 1:
        del parts[chance.choice(list(parts))]
