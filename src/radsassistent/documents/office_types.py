"""Which Office format a file has, new or old, and the refusal of those that have no reader."""

from __future__ import annotations

from radsassistent.documents.document import Format, UnreadableDocumentError
from radsassistent.documents.package import Package, parse_xml, protected

_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
# The compound file of Office 97 to 2003, which also wraps encrypted newer files ([MS-CFB], 2.2).
_OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF_MARK = b"{\\rtf"
_CONTENT_TYPES = "[Content_Types].xml"
# The streams that tell what a compound file holds, the surest first: a .doc may hold a workbook, not the other way round.
_STREAMS = (
    ("EncryptedPackage", None),
    ("WordDocument", ("et eldre Word-dokument (.doc)", "DOCX eller PDF")),
    ("PowerPoint Document", ("en eldre PowerPoint-presentasjon (.ppt)", "PPTX eller PDF")),
    ("Workbook", ("et Excel-regneark (.xls)", "PDF")),
    ("Book", ("et Excel-regneark (.xls)", "PDF")),
)
_OPEN_DOCUMENTS = {
    "presentation": ("en OpenDocument-presentasjon (.odp)", "PPTX eller PDF"),
    "spreadsheet": ("et OpenDocument-regneark (.ods)", "PDF"),
}


def is_zip(content: bytes) -> bool:
    """Whether the file begins as a zip archive does."""
    return content.startswith(_ZIP_MARKS)


def convert(name: str, what: str, to: str) -> UnreadableDocumentError:
    """The refusal of a kind of file that must be saved as another."""
    return UnreadableDocumentError(
        f"{name}: dette er {what}, som ikke kan leses. Lagre den som {to}, og les inn den filen."
    )


def old_office_refusal(name: str, content: bytes) -> UnreadableDocumentError | None:
    """Why a compound file or an RTF file is refused; None for any other file."""
    if content.startswith(_RTF_MARK):
        return convert(name, "et RTF-dokument", "DOCX eller PDF")
    if not content.startswith(_OLE_MARK):
        return None
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in content:
            return convert(name, *kind) if kind else protected(name)
    return convert(name, "en fil i et eldre Office-format", "DOCX, PPTX eller PDF")


def format_of_package(package: Package) -> Format:
    """The format of a checked zip archive that has a reader.

    Raises UnreadableDocumentError for a workbook, another OpenDocument format, a password, and a zip of something else.
    """
    name = package.name
    if _CONTENT_TYPES in package.parts:
        return _office_open_format(package)
    media_type = package.read("mimetype").decode("ascii", "replace").strip()
    if media_type.startswith("application/vnd.oasis.opendocument."):
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise protected(name)
        kind = media_type.rpartition(".")[2].removesuffix("-template")
        if kind == "text":
            return Format.ODT
        raise convert(name, *_OPEN_DOCUMENTS.get(kind, ("et OpenDocument-dokument av ukjent slag", "PDF")))
    raise UnreadableDocumentError(
        f"{name}: dette er et zip-arkiv uten et dokument. Pakk det ut, og les inn filene i det."
    )


def _office_open_format(package: Package) -> Format:
    name = package.name
    types = [
        element.get("ContentType", "").lower()
        for element in parse_xml(name, package.read(_CONTENT_TYPES))
        if isinstance(element.tag, str)
    ]
    main = [kind for kind in types if kind.endswith(".main+xml")]
    strict = any(b"purl.oclc.org/ooxml" in package.read(part) for part in ("_rels/.rels",))
    if any("presentationml" in kind or "ms-powerpoint" in kind for kind in main):
        if strict:
            raise convert(name, "en presentasjon i formatet «Strict Open XML»", "vanlig PPTX eller PDF")
        return Format.PPTX
    if any("wordprocessingml" in kind or "ms-word" in kind for kind in main):
        if strict:
            raise convert(name, "et dokument i formatet «Strict Open XML»", "vanlig DOCX eller PDF")
        return Format.DOCX
    if any("spreadsheetml" in kind or "ms-excel" in kind for kind in types):
        raise convert(name, "et Excel-regneark (.xlsx)", "PDF")
    raise convert(name, "et Office-dokument av ukjent slag", "PDF")
