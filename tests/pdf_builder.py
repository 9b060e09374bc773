"""Small PDF files, written byte by byte: text, boxes, pictures and links at places given from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass, field

Colour = tuple[float, float, float]


@dataclass
class Page:
    """A page to draw on. Places in points from the top left corner; `y` of a text is its baseline."""

    width: float = 960
    height: float = 540
    drawn: list[bytes] = field(default_factory=list)
    links: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)

    def text(self, text: str, x: float, y: float, size: float = 18, *, bold: bool = False, font: str = "F1") -> Page:
        """F1 is plain, F2 bold; F3 looks like F1, but says that each letter is the one two places on; F4 has letters' glyph
        numbers in the usual order of TrueType fonts, and names no letters; F5 is plain and says that its letters reach 0
        above the line and 0 below it, as LibreOffice's fonts do; F6 is plain and says that its W is the letters "fi".
        """
        encoded = text.encode("cp1252")
        if font == "F4":
            encoded = b"".join(
                (code - 29 if code < 128 else code - 30).to_bytes(2) for code in text.encode("mac_roman")
            )
        encoded = encoded.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)").replace(b"\r", rb"\r")
        font = "F2" if bold else font
        self.drawn.append(f"BT /{font} {size} Tf {x} {self.height - y} Td (".encode() + encoded + b") Tj ET")
        return self

    def ink(self, colour: Colour) -> Page:
        """The colour of what is written from here on, until a box is drawn."""
        self.drawn.append(f"{colour[0]} {colour[1]} {colour[2]} rg".encode())
        return self

    def upwards(self, text: str, x: float, y: float, size: float = 18) -> Page:
        """A text that runs up the page from its baseline at x."""
        self.drawn.append(f"BT /F1 {size} Tf 0 1 -1 0 {x} {self.height - y} Tm ({text}) Tj ET".encode("cp1252"))
        return self

    def lines(self, texts: list[str], x: float, y: float, size: float = 18, *, leading: float = 1.2) -> Page:
        """Lines of text under each other, `leading` times the size apart."""
        for number, text in enumerate(texts):
            self.text(text, x, y + number * leading * size, size)
        return self

    def box(self, left: float, top: float, right: float, bottom: float, *, fill: Colour | None = None) -> Page:
        """A rectangle: filled with a colour, else only outlined."""
        colour = f"{fill[0]} {fill[1]} {fill[2]} rg" if fill else "0 0 0 RG"
        place = f"{left} {self.height - bottom} {right - left} {bottom - top} re"
        self.drawn.append(f"{colour} {place} {'f' if fill else 'S'} 0 0 0 rg".encode())
        return self

    def pointed_box(self, left: float, top: float, right: float, bottom: float, *, fill: Colour) -> Page:
        """A box that points to the right and is notched on the left: a chevron."""
        middle, point = self.height - (top + bottom) / 2, 14
        low, high = self.height - bottom, self.height - top
        corners = [
            (left, low),
            (right - point, low),
            (right, middle),
            (right - point, high),
            (left, high),
            (left + point, middle),
        ]
        path = " ".join(f"{x} {y} {'l' if number else 'm'}" for number, (x, y) in enumerate(corners))
        self.drawn.append(f"{fill[0]} {fill[1]} {fill[2]} rg {path} h f 0 0 0 rg".encode())
        return self

    def path(self, points: list[tuple[float, float]], *, fill: Colour) -> Page:
        """A polygon filled with a colour."""
        drawn = " ".join(f"{x} {self.height - y} {'l' if number else 'm'}" for number, (x, y) in enumerate(points))
        self.drawn.append(f"{fill[0]} {fill[1]} {fill[2]} rg {drawn} h f 0 0 0 rg".encode())
        return self

    def line(self, left: float, top: float, right: float, bottom: float) -> Page:
        self.drawn.append(f"{left} {self.height - top} m {right} {self.height - bottom} l S".encode())
        return self

    def bent_line(self, points: list[tuple[float, float]]) -> Page:
        """A line through several points, only stroked."""
        drawn = " ".join(f"{x} {self.height - y} {'l' if number else 'm'}" for number, (x, y) in enumerate(points))
        self.drawn.append(f"{drawn} S".encode())
        return self

    def stroke(self, width: float) -> Page:
        """How wide the lines are that are drawn from here on."""
        self.drawn.append(f"{width} w".encode())
        return self

    def grid(self, cells: list[list[str]], left: float, top: float, *, lines: bool = False) -> Page:
        """A ruled table: an outlined box a cell, or lines from edge to edge."""
        wide, high = 150, 30
        right, bottom = left + wide * len(cells[0]), top + high * len(cells)
        for row, texts in enumerate(cells):
            for column, text in enumerate(texts):
                x, y = left + column * wide, top + row * high
                if not lines:
                    self.box(x, y, x + wide, y + high)
                if text:
                    self.text(text, x + 6, y + 20, 12)
        if lines:
            for row in range(len(cells) + 1):
                self.line(left, top + row * high, right, top + row * high)
            for column in range(len(cells[0]) + 1):
                self.line(left + column * wide, top, left + column * wide, bottom)
        return self

    def picture(self, left: float, top: float, right: float, bottom: float) -> Page:
        place = f"{right - left} 0 0 {bottom - top} {left} {self.height - bottom} cm"
        image = b"BI /W 2 /H 2 /CS /G /BPC 8 /F /AHx ID 00FF00FF> EI"
        self.drawn.append(f"q {place} ".encode() + image + b" Q")
        return self

    def invisible(self) -> Page:
        """Text from here on is drawn in the mode that shows nothing, as over a scan."""
        self.drawn.append(b"3 Tr")
        return self

    def link(self, address: str) -> Page:
        self.links.append(((10, 10, 100, 30), address))
        return self


def pdf(*pages: Page) -> bytes:
    """The bytes of a PDF file with these pages."""
    objects: list[bytes] = []

    def add(content: bytes) -> int:
        objects.append(content)
        return len(objects)

    catalog, tree = add(b""), add(b"")
    fonts = [
        add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode())
        for name in ("Helvetica", "Helvetica-Bold")
    ]
    moved = b"".join(b"<%02x> <%04x>\n" % (code, code + 2) for code in range(33, 254))
    table = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Moved def\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n221 beginbfchar\n" + moved + b"endbfchar endcmap end end"
    )
    to_unicode = add(b"<< /Length %d >>\nstream\n" % len(table) + table + b"\nendstream")
    fonts.append(
        add(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
            b"/ToUnicode %d 0 R >>" % to_unicode
        )
    )
    described = add(
        b"<< /Type /FontDescriptor /FontName /Oppdiktet /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 "
        b"/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>"
    )
    inner = add(
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Oppdiktet /CIDToGIDMap /Identity /DW 500 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor %d 0 R >>"
        % described
    )
    fonts.append(
        add(
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Oppdiktet /Encoding /Identity-H /DescendantFonts [%d 0 R] >>"
            % inner
        )
    )
    flat = add(
        b"<< /Type /FontDescriptor /FontName /Helvetica /Flags 32 /FontBBox [-166 -225 1000 931] /ItalicAngle 0 "
        b"/Ascent 0 /Descent 0 /CapHeight 718 /StemV 80 >>"
    )
    fonts.append(
        add(
            b"<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
            b"/FontDescriptor %d 0 R >>" % flat
        )
    )
    joined = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Joined def\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n"
        b"1 beginbfchar\n<57> <00660069>\nendbfchar endcmap end end"
    )
    to_letters = add(b"<< /Length %d >>\nstream\n" % len(joined) + joined + b"\nendstream")
    fonts.append(
        add(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
            b"/ToUnicode %d 0 R >>" % to_letters
        )
    )
    named = " ".join(f"/F{number} {font} 0 R" for number, font in enumerate(fonts, start=1))
    kids = []
    for page in pages:
        drawing = b"\n".join(page.drawn)
        content = add(b"<< /Length %d >>\nstream\n" % len(drawing) + drawing + b"\nendstream")
        links = [
            add(
                f"<< /Type /Annot /Subtype /Link /Rect [{' '.join(map(str, place))}] "
                f"/A << /S /URI /URI ({address}) >> >>".encode()
            )
            for place, address in page.links
        ]
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {page.width} {page.height}] /Contents {content} 0 R "
                f"/Resources << /Font << {named} >> >> "
                f"/Annots [{' '.join(f'{link} 0 R' for link in links)}] >>".encode()
            )
        )
    objects[catalog - 1] = f"<< /Type /Catalog /Pages {tree} 0 R >>".encode()
    objects[tree - 1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    return _file(objects, catalog)


def objects_pdf(*objects: bytes) -> bytes:
    """A file of objects as they are given, numbered from 1; the first is its catalog."""
    return _file(list(objects), 1)


def _file(objects: list[bytes], catalog: int) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, catalog, start)
    return bytes(out)
