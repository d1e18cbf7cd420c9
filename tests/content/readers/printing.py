"""PDFs for the tests, set by reportlab: a two-column article, and small pages by hand."""

import io
from collections.abc import Callable

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, NextPageTemplate, PageTemplate, Paragraph
from reportlab.platypus import SimpleDocTemplate as Simple
from reportlab.platypus.flowables import Flowable

WIDTH, HEIGHT = A4
STYLES = getSampleStyleSheet()
BODY = ParagraphStyle("b", fontName="Times-Roman", fontSize=9.5, leading=11.5, alignment=TA_JUSTIFY, firstLineIndent=10)
HEADING = ParagraphStyle("h", fontName="Times-Bold", fontSize=11, leading=14, spaceBefore=8, spaceAfter=3)
TITLE = ParagraphStyle("t", fontName="Times-Bold", fontSize=18, leading=22, alignment=1)

PARTS = ("The first lamp", "The tower", "Ships and coal", "What was lost")
FIRST = (
    "Part {n}: the light was first lit on 14 December 18{n}3 by the keeper and his two sons, after a win-<br/>ter of "
    "storms had taken the beacon. It held 6.02 × 10<super>23</super> atoms of nothing much, and H<sub>2</sub>O ran "
    "down its 4{n} m of stone<super>1</super>. The lamp burned 23{n} kg of oil a month in 1830, and a well-<br/>known "
    "man measured its beam at 2.5 km<super>2</super>."
)
SECOND = (
    "In 184{n} the harbour took 1,20{n} ships, and by 186{n} it took 2,45{n} of them<super>2</super>. The cost had "
    "grown to 3,40{n} pounds a year, of which 12 % went to coal. Nobody counted the gulls, though a clerk in the town "
    "wrote that they were many, and that they were loud in the mornings. A winter here is long."
)


def article(parts: int = 4) -> bytes:
    """Two columns below a title across both, with running heads, page numbers, hyphens, powers and notes."""
    target = io.BytesIO()
    width = (WIDTH - 118) / 2
    tall = HEIGHT - 120
    columns = [Frame(50 + side * (width + 18), 80, width, tall - 105) for side in range(2)]
    later = [Frame(50 + side * (width + 18), 80, width, tall) for side in range(2)]
    templates = [
        PageTemplate("first", [Frame(50, HEIGHT - 150, WIDTH - 100, 100), *columns], onPage=_edges),
        PageTemplate("later", later, onPage=_edges),
    ]
    story: list[Flowable] = [Paragraph("Tides and towers on the northern coast", TITLE), FrameBreak()]
    story.append(NextPageTemplate("later"))
    for n in range(1, parts + 1):
        story.append(Paragraph(f"{n}. {PARTS[(n - 1) % 4]}", HEADING))
        for _ in range(3):
            story += [Paragraph(FIRST.format(n=n), BODY), Paragraph(SECOND.format(n=n), BODY)]
    BaseDocTemplate(target, pagesize=A4, pageTemplates=templates).build(story)
    return target.getvalue()


def _edges(canvas: Canvas, made: BaseDocTemplate) -> None:
    canvas.saveState()
    canvas.setFont("Times-Italic", 8)
    canvas.drawString(50, HEIGHT - 30, "Letters of the Harbour Society, no. 12")
    canvas.drawRightString(WIDTH - 50, HEIGHT - 30, "Tides and towers")
    canvas.setFont("Times-Roman", 9)
    canvas.drawCentredString(WIDTH / 2, 25, str(made.page + 100))
    canvas.restoreState()
    canvas.saveState()
    text = canvas.beginText(50, 60)
    for number, words in (("1", f"The town's book gives {1700 + made.page} m instead."), ("2", "Counted by hand.")):
        text.setFont("Times-Roman", 5)
        text.setRise(3)
        text.textOut(number)
        text.setRise(0)
        text.setFont("Times-Roman", 7.5)
        text.textLine(f" {words}")
    canvas.drawText(text)
    canvas.restoreState()


def flowing(*story: Flowable | str) -> bytes:
    """One column of paragraphs."""
    target = io.BytesIO()
    made = [Paragraph(each, STYLES["BodyText"]) if isinstance(each, str) else each for each in story]
    Simple(target, pagesize=A4).build(made)
    return target.getvalue()


def drawn(*pages: Callable[[Canvas], None], encrypt: object = None) -> bytes:
    """Pages drawn by hand."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, encrypt=encrypt)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()
