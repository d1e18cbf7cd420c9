"""How does a class look in a spreadsheet? The same tables as CSV and as xlsx, and no cell that a program would run.

What learners are called is typed by strangers: a cell that begins like a formula gets an apostrophe before it, which
spreadsheets take as "text". Numbers of ours are numbers.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.actions.class_overview import Overview, Work
from bot.texts import Texts
from lessons.classroom import Result, Standing

Cell = str | int | float | None
Table = Sequence[Sequence[Cell]]
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a spreadsheet takes for the beginning of a formula, or strips before it looks."""
LONGEST_CELL = 32_000
SHEET_NAMES = 31


def guarded(value: Cell) -> Cell:
    """The cell, harmless; figures stay figures."""
    if not isinstance(value, str):
        return value
    clean = "".join(c for c in value if c in "\t\n" or (ord(c) >= 32 and ord(c) not in range(0xD800, 0xE000)))
    clean = clean[:LONGEST_CELL]
    return f"'{clean}" if clean.lstrip(" \u00a0\ufeff").startswith(DANGEROUS) else clean


def learners(found: Overview, t: Texts) -> list[list[Cell]]:
    """A line for each learner and assignment."""
    rows: list[list[Cell]] = [
        [
            *(str(t("Learner")), str(t("Assignment")), str(t("Standing")), str(t("Questions"))),
            *(str(t("Answered in time")), str(t("Answered late")), str(t("Right at first"))),
            *(str(t("Right within tries")), str(t("Share right")), str(t("Deadline")), str(t("Last answer"))),
        ]
    ]
    for work in found.works:
        for member in found.members:
            rows.append(_line(member.name, work, work.results[member.learner_id], found, t))
    return rows


def _line(name: str, work: Work, one: Result, found: Overview, t: Texts) -> list[Cell]:
    zone = found.group.zone
    share = round(one.score, 4) if one.score is not None else None
    counts = [one.total, one.answered, one.late, one.right_first, one.right, share]
    return [
        name,
        work.title,
        standing_word(one.standing, t),
        *counts,
        _when(one.deadline, zone),
        _when(one.last_at, zone),
    ]


def questions(found: Overview, t: Texts) -> list[list[Cell]]:
    """A line for each question that was answered, the hardest first."""
    few = str(t("too few"))
    rows: list[list[Cell]] = [
        [str(t("Question")), "n", str(t("Right at first, share")), str(t("Discrimination")), str(t("Recall in a week"))]
    ]
    fading = {one.item_id: one for one in found.fading}
    for one in sorted(found.statistics.values(), key=lambda one: (one.share_right, -one.n, one.item_id)):
        if one.item_id in found.questions:
            power = few if one.few else None if one.discrimination is None else round(one.discrimination, 3)
            recall = fading.get(one.item_id)
            share = round(one.share_right, 4)
            prompt = found.questions[one.item_id].prompt
            rows.append([prompt, one.n, share, power, round(recall.recall, 4) if recall else None])
    return rows


def answers(found: Overview, t: Texts) -> list[list[Cell]]:
    """A line a learner, a column a question: 1 right at first, 0 not, empty where it was not answered."""
    first: dict[tuple[int, int], bool] = {}
    for answer in found.answers:
        first.setdefault((answer.learner_id, answer.item_id), answer.right)
    asked = [item for work in found.works for item in work.items if item in found.statistics]
    asked = list(dict.fromkeys(asked))
    rows: list[list[Cell]] = [[str(t("Learner")), *(found.questions[item].prompt for item in asked)]]
    for member in found.members:
        marks = [first.get((member.learner_id, item)) for item in asked]
        rows.append([member.name, *(None if mark is None else int(mark) for mark in marks)])
    return rows


def as_csv(rows: Table) -> bytes:
    """UTF-8 with a mark at its start, without which one well-known program reads it as something else."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([guarded(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_xlsx(sheets: Iterable[tuple[str, Table]]) -> bytes:
    """A workbook; every text cell is written as text, never as a formula."""
    from openpyxl import Workbook  # type: ignore[import-untyped]
    from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
    from openpyxl.styles import Font  # type: ignore[import-untyped]
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]

    book = Workbook(write_only=True)
    for name, rows in sheets:
        sheet = book.create_sheet(name[:SHEET_NAMES])
        sheet.freeze_panes = "B2"
        for column in range(1, len(rows[0]) + 1):
            sheet.column_dimensions[get_column_letter(column)].width = 24 if column <= 2 else 16
        for number, row in enumerate(rows):
            cells = []
            for value in row:
                cell = WriteOnlyCell(sheet, guarded(value))
                if isinstance(value, str):
                    cell.data_type = "s"
                if number == 0:
                    cell.font = Font(bold=True)
                cells.append(cell)
            sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def standing_word(standing: Standing, t: Texts) -> str:
    """The standing in a word."""
    words = {
        Standing.NOT_BEGUN: t("not begun"),
        Standing.WORKING: t("under way"),
        Standing.STUCK: t("stuck"),
        Standing.DONE: t("done"),
    }
    return str(words[standing])


def _when(moment: datetime | None, zone: str | None) -> str | None:
    """On the class's clock, as every spreadsheet reads it."""
    return moment.astimezone(ZoneInfo(zone or "UTC")).strftime("%Y-%m-%d %H:%M") if moment else None
