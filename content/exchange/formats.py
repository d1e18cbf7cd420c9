"""Which formats are there, what are they called, and which of them can be read or written?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A format. `name` is what `--from` and `--to` take; `endings` are usual, the first is written."""

    name: str
    title: str
    reads: bool
    writes: bool
    endings: tuple[str, ...]
    mime: str


_TABLE = (
    Format("native", "Lectern pack", True, True, ("zip", "md"), "application/zip"),
    Format("gift", "Moodle GIFT", True, True, ("gift", "txt"), "text/plain"),
    Format("moodle-xml", "Moodle XML", True, True, ("xml",), "application/xml"),
    Format("anki-text", "Anki notes as text", True, True, ("txt", "tsv"), "text/plain"),
    Format("apkg", "Anki deck", True, True, ("apkg", "colpkg"), "application/octet-stream"),
    Format("csv", "Table (CSV or TSV)", True, True, ("csv", "tsv", "txt"), "text/csv"),
    Format("xlsx", "Table (Excel)", True, False, ("xlsx",), "application/vnd.openxmlformats"),
    Format("quizlet", "Quizlet text", True, False, ("txt",), "text/plain"),
    Format("kahoot", "Kahoot spreadsheet", True, False, ("xlsx",), "application/vnd.openxmlformats"),
    Format("aiken", "Aiken", True, False, ("txt",), "text/plain"),
    Format("qti", "QTI 1.2, 2.x, 3.0 and Common Cartridge", True, False, ("xml", "zip", "imscc"), "application/zip"),
    Format("qti21", "QTI 2.1", False, True, ("zip",), "application/zip"),
    Format("text2qti", "text2qti", True, False, ("txt", "md"), "text/plain"),
    Format("h5p", "H5P questions", True, False, ("h5p",), "application/zip"),
    Format("opentdb", "Open Trivia DB", True, False, ("json",), "application/json"),
    Format("quizdown", "quizdown", True, False, ("md",), "text/markdown"),
    Format("pdf", "Printable sheet with its key", False, True, ("pdf",), "application/pdf"),
)

FORMATS: dict[str, Format] = {one.name: one for one in _TABLE}
