"""How long from an upload to its pack, and with how much memory? `uv run python benchmarks/documents.py`.

Makes a document of 3,000 words in every format and a PDF of 300 pages, and gives each to the child process that the
chat gives them to (`content.worker`). Goals on 2 cores: 5 s for the first, 60 s and 500 MB for the second.
"""

import io
import itertools
import json
import re
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).parents[1]))

from content.child import environment

PEAK = """
import resource, sys
from content.child import limit_this_process
from content.worker import work
limit_this_process()
work(sys.argv[1], sys.stdin.buffer, sys.stdout)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""
SAMPLES = Path(__file__).parents[1] / "tests" / "documents"
NUMBER = re.compile(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{2,4}\b")


@dataclass(frozen=True, slots=True)
class Measured:
    """One document's way to its pack."""

    name: str
    words: int
    read_secs: float
    secs: float
    megabytes: float
    questions: int


def chapters(words: int) -> list[tuple[str, list[str]]]:
    """A text of about so many words out of the sample documents, each time round with other figures."""
    samples = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("build-*.txt"))]
    made: list[tuple[str, list[str]]] = []
    written = 0
    for turn in itertools.count():
        for sample in samples:
            told = NUMBER.sub(lambda found, by=turn: _moved(found.group(), by), sample) if turn else sample
            paragraphs = [" ".join(part.split()) for part in told.split("\n\n") if part.strip()]
            made.append((paragraphs[0], paragraphs[1:]))
            written += sum(len(paragraph.split()) for paragraph in paragraphs)
            if written >= words:
                return made
    raise AssertionError("unreachable")


def _moved(figure: str, by: int) -> str:
    """Another figure of as many digits."""
    digits = figure.replace(",", "")
    moved = int(digits) + 3 * by
    return f"{moved:,}" if "," in figure else str(moved)[-len(digits) :]


def as_text(text: list[tuple[str, list[str]]]) -> bytes:
    """Plain text."""
    return "\n\n".join(f"{heading}\n\n" + "\n\n".join(paragraphs) for heading, paragraphs in text).encode()


def as_html(text: list[tuple[str, list[str]]]) -> bytes:
    """A web page."""
    parts = (f"<h2>{heading}</h2>" + "".join(f"<p>{each}</p>" for each in paragraphs) for heading, paragraphs in text)
    return f"<html><body><h1>Places of the county</h1>{''.join(parts)}</body></html>".encode()


def as_docx(text: list[tuple[str, list[str]]]) -> bytes:
    """A word processor's document."""
    import docx

    made, target = docx.Document(), io.BytesIO()
    made.add_heading("Places of the county", 0)
    for heading, paragraphs in text:
        made.add_heading(heading, 1)
        for paragraph in paragraphs:
            made.add_paragraph(paragraph)
    made.save(target)
    return target.getvalue()


def as_pdf(text: list[tuple[str, list[str]]], pages: int | None = None) -> bytes:
    """Set by reportlab in one column with running heads; at most so many pages."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph, SimpleDocTemplate
    from reportlab.platypus.flowables import Flowable

    class Cut(Canvas):  # type: ignore[misc]
        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            if pages is None or self.getPageNumber() <= pages:
                super().showPage()
            else:
                self._startPage()

    def edges(canvas: Canvas, _: object) -> None:
        canvas.drawString(72, 810, "Places of the county")
        canvas.drawString(300, 30, str(canvas.getPageNumber()))

    styles, target = getSampleStyleSheet(), io.BytesIO()
    story: list[Flowable] = [Paragraph("Places of the county", styles["Title"])]
    for heading, paragraphs in text:
        story.append(Paragraph(heading, styles["Heading2"]))
        story += [Paragraph(paragraph, styles["BodyText"]) for paragraph in paragraphs]
    SimpleDocTemplate(target, pagesize=A4).build(story, onFirstPage=edges, onLaterPages=edges, canvasmaker=Cut)
    return target.getvalue()


def measured(name: str, data: bytes, words: int) -> Measured:
    """Gives the document to the worker's child; its lines are timed as the chat sees them."""
    begun = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-c", PEAK, name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(data)
    process.stdin.close()
    read, last = 0.0, b""
    for line in process.stdout:
        read = read or time.monotonic() - begun
        last = line
    secs = time.monotonic() - begun
    peak = process.stderr.read().split()
    process.wait()
    outcome = json.loads(last)
    if "fault" in outcome:
        raise click.ClickException(f"{name}: {outcome['fault']} {outcome['data']}")
    megabytes = int(peak[-1]) / (1024 if sys.platform != "darwin" else 1024**2)
    return Measured(name, words, read, secs, megabytes, outcome["report"]["items"])


@click.command()
@click.option("--pages", default=300, show_default=True, help="Of the long PDF; 0 leaves it out.")
def main(pages: int) -> None:
    """Measure, print a table; exit status 1 where a goal is missed."""
    short = chapters(3000)
    count = sum(len(paragraph.split()) for _, paragraphs in short for paragraph in paragraphs)
    makers = {"a.txt": as_text, "a.html": as_html, "a.docx": as_docx, "a.pdf": as_pdf}
    rows = [measured(name, make(short), count) for name, make in makers.items()]
    sound = all(row.secs < 5 for row in rows)
    if pages:
        long = chapters(pages * 600)
        count = sum(len(paragraph.split()) for _, paragraphs in long for paragraph in paragraphs)
        rows.append(measured(f"{pages}-pages.pdf", as_pdf(long, pages), count))
        sound = sound and rows[-1].secs < 60 and rows[-1].megabytes < 500
    click.echo(f"{'document':<16}{'words':>9}{'read':>9}{'to pack':>10}{'memory':>10}{'questions':>11}")
    for row in rows:
        click.echo(
            f"{row.name:<16}{row.words:>9,}{row.read_secs:>7.1f} s{row.secs:>8.1f} s"
            f"{row.megabytes:>7.0f} MB{row.questions:>11,}"
        )
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    click.echo(f"The largest child held {children:.0f} MB.")
    sys.exit(0 if sound else 1)


if __name__ == "__main__":
    main()
