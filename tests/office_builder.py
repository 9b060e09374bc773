"""Small fictional Office files, made in code: real packages as PowerPoint, Word and LibreOffice write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from docx import Document as NewDocument
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml as docx_xml
from docx.oxml.ns import nsdecls
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Pt

W = nsdecls("w")


def saved(file: Any) -> bytes:
    """The bytes of a presentation or a document."""
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def picture() -> io.BytesIO:
    """A small grey picture."""
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "grey").save(out, format="PNG")
    out.seek(0)
    return out


class Deck:
    """A PPTX of 960 by 540 points, slide by slide, on the layouts of python-pptx's own template."""

    def __init__(self) -> None:
        self.file = Presentation()
        self.file.slide_width, self.file.slide_height = Pt(960), Pt(540)

    def slide(self, layout: str = "Title and Content", title: str | None = None) -> Any:
        """A new slide; `title` fills its title placeholder."""
        slide = self.file.slides.add_slide(self.file.slide_layouts.get_by_name(layout))
        if title is not None:
            slide.shapes.title.text_frame.text = title
        return slide

    def content(self) -> bytes:
        return saved(self.file)


def text_box(shapes: Any, text: str, left: float, top: float, size: float = 18, width: float = 300) -> Any:
    """A text box of one line per paragraph."""
    box = shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(30))
    box.text_frame.word_wrap = True
    box.text_frame.text = text
    for paragraph in box.text_frame.paragraphs:
        paragraph.font.size = Pt(size)
    return box


def native_table(slide: Any, rows: list[list[str]], left: float = 60, top: float = 150) -> Any:
    """A table with a header row."""
    frame = slide.shapes.add_table(len(rows), len(rows[0]), Pt(left), Pt(top), Pt(600), Pt(30 * len(rows)))
    for number, row in enumerate(rows):
        for place, text in enumerate(row):
            frame.table.cell(number, place).text = text
    return frame.table


def native_chart(slide: Any, categories: list[str], series: dict[str, list[float | None]], **how: Any) -> Any:
    """A column chart with native data; `how` may name a title, a number format and a chart type."""
    data = CategoryChartData(number_format=how.get("number_format", "General"))
    data.categories = categories
    for name, values in series.items():
        data.add_series(name, values)
    kind = how.get("kind", XL_CHART_TYPE.COLUMN_CLUSTERED)
    chart = slide.shapes.add_chart(kind, Pt(80), Pt(200), Pt(600), Pt(300), data).chart
    chart.has_title = "title" in how
    if "title" in how:
        chart.chart_title.text_frame.text = how["title"]
    return chart


_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def smart_art(slide: Any, tree: list[tuple[str, list[str]]]) -> None:
    """A SmartArt drawing of points with points under them."""
    points, links = ['<dgm:pt modelId="0" type="doc"/>'], []
    for number, (text, below) in enumerate(tree, start=1):
        points.append(_point(f"{number}", text))
        links.append(f'<dgm:cxn modelId="c{number}" srcId="0" destId="{number}" srcOrd="{number}" destOrd="0"/>')
        for place, other in enumerate(below):
            points.append(_point(f"{number}.{place}", other))
            # Stored the wrong way round: the order is what srcOrd says.
            links.insert(
                0,
                f'<dgm:cxn modelId="c{number}.{place}" srcId="{number}" destId="{number}.{place}" srcOrd="{place}" '
                'destOrd="0"/>',
            )
    xml = (
        f'<dgm:dataModel xmlns:dgm="{_DIAGRAM}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<dgm:ptLst>{''.join(points)}</dgm:ptLst><dgm:cxnLst>{''.join(links)}</dgm:cxnLst></dgm:dataModel>"
    )
    package = slide.part.package
    part = Part(
        PackURI(f"/ppt/diagrams/data{len(slide.shapes) + 1}.xml"),
        "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
        package,
        xml.encode(),
    )
    relation = slide.part.relate_to(part, f"{_OFFICE}/diagramData")
    frame = parse_xml(
        '<p:graphicFrame xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<p:nvGraphicFramePr><p:cNvPr id="99" name="Diagram 1"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
        '<p:xfrm><a:off x="635000" y="2540000"/><a:ext cx="6350000" cy="2540000"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{_DIAGRAM}"><dgm:relIds xmlns:dgm="{_DIAGRAM}" xmlns:r="{_OFFICE}" '
        f'r:dm="{relation}" r:lo="" r:qs="" r:cs=""/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    slide.shapes._spTree.append(frame)


def _point(identity: str, text: str) -> str:
    return (
        f'<dgm:pt modelId="{identity}"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p>'
        "</dgm:t></dgm:pt>"
    )


def docx(fill: Callable[[DocxDocument], None]) -> bytes:
    """A DOCX on python-docx's own template."""
    file = NewDocument()
    fill(file)
    return saved(file)


def paragraph_xml(file: DocxDocument, inner: str) -> Any:
    """A paragraph of the document made of the XML of its runs."""
    paragraph = file.add_paragraph()
    for element in docx_xml(f"<w:p {W}>{inner}</w:p>"):
        paragraph._p.append(element)
    return paragraph


def numbered(file: DocxDocument, text: str, pattern: str = "%1.", level: int = 0, form: str = "decimal") -> None:
    """A paragraph in a list that prints its numbers by a pattern ("Sak %1/31"); one list for each first pattern."""
    numbering = file.part.numbering_part.element
    identity = str(900 + sum(map(ord, pattern if level == 0 else "%1.")))
    if not numbering.xpath(f'./w:abstractNum[@w:abstractNumId="{identity}"]'):
        levels = "".join(
            f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form if not place else "lowerLetter"}"/>'
            f'<w:lvlText w:val="{pattern if not place else f"%{place + 1})"}"/></w:lvl>'
            for place in range(3)
        )
        numbering.insert(0, docx_xml(f'<w:abstractNum {W} w:abstractNumId="{identity}">{levels}</w:abstractNum>'))
        numbering.append(docx_xml(f'<w:num {W} w:numId="{identity}"><w:abstractNumId w:val="{identity}"/></w:num>'))
    paragraph = file.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(docx_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/></w:numPr>'))


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODF_NAMES = (
    f'xmlns:office="{_ODF}office:1.0" xmlns:text="{_ODF}text:1.0" xmlns:table="{_ODF}table:1.0" '
    f'xmlns:style="{_ODF}style:1.0" xmlns:draw="{_ODF}drawing:1.0" xmlns:fo="{_ODF}xsl-fo-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def odt(body: str, styles: str = "", master: str = "", kind: str = "text") -> bytes:
    """An ODT of the XML of its text, its automatic styles and its master page's headers and footers."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODF_NAMES} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    page = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {_ODF_NAMES} office:version="1.3">'
        f'<office:master-styles><style:master-page style:name="Standard">{master}</style:master-page></office:master-styles>'
        "</office:document-styles>"
    )
    etree.fromstring(content.encode())
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": content,
            "styles.xml": page,
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """The archive with one part changed, added (from b"") or, where the change gives None, left out."""
    out = io.BytesIO()
    found = False
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            part: bytes | None = old.read(entry)
            if entry.filename == name:
                found = True
                part = change(part or b"")
            if part is not None:
                new.writestr(entry.filename, part)
        added = None if found else change(b"")
        if added is not None:
            new.writestr(name, added)
    return out.getvalue()
