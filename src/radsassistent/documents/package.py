"""Office files are zip archives: what is checked of one before any library opens it, and the safe reading of its XML.

A zip can inflate to any size, name files outside of itself and hold XML that expands without end. What no honest Office
program writes is refused here, so that the readers need not think of it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from radsassistent.documents.document import UnreadableDocumentError

# The inflated size of all parts together (bytes): decks with films are larger on disk than they inflate to, and the XML of
# a deck of 2,000 slides is about 40 MB.
MAX_INFLATED = 300_000_000
# How much a part may inflate: the XML of a large table shrinks to a fiftieth, deflate itself ends at 1,032 to 1.
MAX_RATIO = 200
# A part smaller than this (bytes) may inflate as it likes: a thousand empty cells are nothing.
RATIO_FLOOR = 5_000_000
# A deck of 2,000 slides with notes and pictures has about 12,000 parts.
MAX_ENTRIES = 20_000
# All XML together (bytes), which stays in memory as trees of five to ten times its size.
MAX_XML = 100_000_000
_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_ENTITY = tuple("<!ENTITY".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
# The encodings that the Office formats allow; in any other one a DTD could hide from the search for its letters.
_ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1"})
_DECLARED = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
# How XML in those encodings begins: "<" in one byte or two, or a byte order mark; UCS-4 and EBCDIC begin otherwise.
_XML_START = re.compile(rb"^\s*(?:\xef\xbb\xbf\s*)?<[^\x00]|^(?:\xff\xfe)?\s*<\x00[^\x00]|^(?:\xfe\xff)?\x00<")
_XML_ENDINGS = (".xml", ".rels", ".vml", ".rdf")

# What opening and inflating a damaged zip raises: its own errors, a wrong stream, an unknown method, a password, bad names.
ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    KeyError,
)


@dataclass(frozen=True, slots=True)
class Package:
    """A checked zip archive: the name of the file, its bytes and its parts' names."""

    name: str
    content: bytes
    parts: frozenset[str]

    def read(self, part: str) -> bytes:
        """The bytes of a part; b"" when the archive has no such part. Raises UnreadableDocumentError when it is damaged."""
        if part not in self.parts:
            return b""
        try:
            with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
                return archive.read(part)
        except ZIP_ERRORS as error:
            raise damaged(self.name) from error

    def xml(self, part: str) -> etree._Element | None:
        """The root of an XML part, None when there is no such part. Raises UnreadableDocumentError when it is not XML."""
        content = self.read(part)
        return parse_xml(self.name, content) if content else None


def relabelled(package: Package, variants: Sequence[str], main: str) -> bytes:
    """The package's bytes, with the label of its main part changed to the one that the library knows."""
    types = package.read("[Content_Types].xml")
    changed = types
    for variant in variants:
        changed = changed.replace(f'"{variant}"'.encode(), f'"{main}"'.encode())
    if changed == types:
        return package.content
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package.content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if not entry.is_dir():
                new.writestr(entry.filename, changed if entry.filename == "[Content_Types].xml" else old.read(entry))
    return out.getvalue()


def damaged(name: str) -> UnreadableDocumentError:
    """The refusal of a file that is cut off or broken."""
    return UnreadableDocumentError(
        f"{name}: filen er skadet eller ufullstendig og kan ikke leses. Lagre eller last ned dokumentet på nytt."
    )


def _unsafe(name: str, what: str) -> UnreadableDocumentError:
    return UnreadableDocumentError(
        f"{name}: filen leses ikke, for {what}. Åpne den i et kontorprogram, og lagre den på nytt eller som PDF."
    )


def parse_xml(name: str, content: bytes) -> etree._Element:
    """Parse XML without entities, DTDs, network or huge trees. Raises UnreadableDocumentError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(name) from error


def checked_package(name: str, content: bytes) -> Package:
    """Check a zip archive, and give it as a Package.

    Raises UnreadableDocumentError when it is damaged, has a password, inflates beyond all measure, names parts outside of
    itself or twice, or has XML with a DTD or with entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_sizes(name, entries, len(content))
            _check_names(name, entries)
            if any(entry.flag_bits & 0x1 for entry in entries):
                raise protected(name)
            xml = [entry for entry in entries if entry.filename.lower().endswith(_XML_ENDINGS)]
            if sum(entry.file_size for entry in xml) > MAX_XML:
                raise _unsafe(name, f"teksten i den pakkes ut til mer enn {MAX_XML // 1_000_000} MB")
            for entry in xml:
                _check_xml(name, archive.read(entry))
    except ZIP_ERRORS as error:
        raise damaged(name) from error
    return Package(name, content, frozenset(entry.filename for entry in entries))


def protected(name: str) -> UnreadableDocumentError:
    """The refusal of a file that asks for a password."""
    return UnreadableDocumentError(
        f"{name}: filen er beskyttet med passord. Lagre en kopi uten passord, og les inn den."
    )


def _check_sizes(name: str, entries: list[zipfile.ZipInfo], length: int) -> None:
    if len(entries) > MAX_ENTRIES:
        raise _unsafe(name, f"den har flere enn {MAX_ENTRIES} deler")
    if sum(entry.file_size for entry in entries) > MAX_INFLATED:
        raise _unsafe(name, f"den pakkes ut til mer enn {MAX_INFLATED // 1_000_000} MB")
    for entry in entries:
        if entry.file_size > RATIO_FLOOR and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise _unsafe(name, f"en del av den pakkes ut til mer enn {MAX_RATIO} ganger sin størrelse")
    # Parts that share bytes make a small file inflate quadratically (D. Fifield, "A better zip bomb", WOOT 2019).
    if sum(entry.compress_size for entry in entries) > length:
        raise _unsafe(name, "delene i den ligger oppå hverandre")


def _check_names(name: str, entries: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        # zipfile turns backslashes to slashes on Windows only; orig_filename is as stored.
        stored = entry.orig_filename
        if is_path_trick(stored):
            raise _unsafe(name, "en del av den har en sti ut av filen")
        # Part names are equal without regard to case (ECMA-376 part 2, 6.2.2.3).
        if stored.lower() in seen:
            raise _unsafe(name, "to deler i den har samme navn")
        seen.add(stored.lower())


def is_path_trick(part: str) -> bool:
    """Whether a part's name points outside of the archive: absolute, with a drive, upwards, with backslashes or NUL."""
    return (
        part.startswith("/")
        or "\\" in part
        or "\x00" in part
        or re.match(r"^[A-Za-z]:", part) is not None
        or ".." in part.split("/")
    )


def _check_xml(name: str, content: bytes) -> None:
    if any(mark in content for mark in (*_DOCTYPE, *_ENTITY)):
        raise _unsafe(name, "den inneholder XML-definisjoner (DTD eller ENTITY) som kan skjule et angrep")
    if content.strip() and not _XML_START.match(content):
        raise damaged(name)
    declared = _DECLARED.match(content.lstrip(b"\xef\xbb\xbf \r\n\t"))
    if declared and declared[1].decode("ascii").lower() not in _ENCODINGS:
        raise _unsafe(name, "teksten i den har en tegnkoding som Office-filer ikke skal ha")
