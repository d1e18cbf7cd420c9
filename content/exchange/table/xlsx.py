"""How is a spreadsheet of questions read? Cells by their types; Kahoot's own template by the words of its header."""

import datetime
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from content.exchange import archive
from content.exchange.question import BadFile, Entry, Found, Question, Refuse
from content.exchange.report import Note
from content.exchange.table.cells import MOST_COLUMNS, MOST_ROWS, Row
from content.exchange.table.read import optioned, read_rows

_LOOKED_AT = 20


def is_kahoot(data: bytes) -> bool:
    """Whether its first rows hold Kahoot's header."""
    try:
        return any(_kahoot_header(row) for row, _ in zip(_rows(data, []), range(_LOOKED_AT), strict=False))
    except BadFile:
        return False


def read(data: bytes) -> Found:
    """Every row of the first sheet, as of a CSV file. Raises BadFile."""
    odd: list[Note] = []
    found = read_rows(list(_rows(data, odd)))
    return replace(found, notes=(*found.notes, *odd))


def read_kahoot(data: bytes) -> Found:
    """Every question of Kahoot's template; its numbered empty rows are passed over. Raises BadFile."""
    odd: list[Note] = []
    rows = list(_rows(data, odd))
    place = next((at for at, row in enumerate(rows) if _kahoot_header(row)), None)
    if place is None:
        raise BadFile("no_question")
    columns = _kahoot_header(rows[place])
    assert columns is not None
    entries = tuple(entry for row in rows[place + 1 :] if (entry := _kahoot(row, columns)) is not None)
    if not entries:
        raise BadFile("no_question")
    return Found(entries, title="Kahoot", notes=tuple(odd))


def _kahoot_header(row: Row) -> tuple[int, list[int], int, int | None] | None:
    """The columns of question, answers, right answers and time limit."""
    words = [cell.casefold().strip() for cell in row.cells]
    question = next((at for at, word in enumerate(words) if word.startswith("question")), None)
    answers = [at for at, word in enumerate(words) if word.startswith("answer ") and word[7:8].isdigit()]
    right = next((at for at, word in enumerate(words) if word.startswith("correct answer")), None)
    time = next((at for at, word in enumerate(words) if word.startswith("time limit")), None)
    good = question is not None and len(answers) > 1 and right is not None and time is not None
    return (question, answers, right, time) if good and question is not None and right is not None else None


def _kahoot(row: Row, columns: tuple[int, list[int], int, int | None]) -> Entry | None:
    question, answers, right, time = columns
    cells = (*row.cells, *[""] * MOST_COLUMNS)
    stem, options = cells[question].strip(), [cells[at].strip() for at in answers]
    if not stem and not any(options):
        return None
    notes = (Note("time_limit"),) if time is not None and cells[time].strip() else ()
    shell = Question("choice", stem, line=row.line, notes=notes)
    try:
        if not stem:
            raise Refuse("no_question")
        picked = cells[right].replace(".", ",") if cells[right].count(".") == 1 else cells[right]
        return optioned(shell, options, picked.strip())
    except Refuse as refusal:
        return refusal.note(row.line, stem[:80])


def _rows(data: bytes, odd: list[Note]) -> Iterator[Row]:
    """The rows of the first sheet that has any. Raises BadFile."""
    with archive.opened(data) as files:
        if any(name.endswith("vbaProject.bin") for name in files.names):
            raise BadFile("macros")
        for name in files.names:
            if name.endswith((".xml", ".rels")):
                files.read(name)  # counted within the limits, before another library unpacks them
    yield from _cells(data, odd)


def _cells(data: bytes, odd: list[Note]) -> Iterator[Row]:
    import openpyxl  # type: ignore[import-untyped]

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet: Any = book.worksheets[0]
        if len(book.worksheets) > 1:
            odd.append(Note("sheets", data={"count": str(len(book.worksheets) - 1)}))
        for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), 1):
            if number > MOST_ROWS:
                raise BadFile("too_many_rows", limit=str(MOST_ROWS))
            yield Row(number, tuple(_text(cell, number, odd) for cell in row))
    except (BadFile, GeneratorExit, MemoryError, RecursionError):
        raise
    except Exception as error:  # whatever the library says of a damaged workbook
        raise BadFile("workbook") from error


def _text(cell: Any, line: int, odd: list[Note]) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime.datetime | datetime.date | datetime.time):
        shown = cell.date().isoformat() if isinstance(cell, datetime.datetime) else cell.isoformat()
        odd.append(Note("date_cell", line, data={"words": shown}))
        return shown
    return str(cell)
