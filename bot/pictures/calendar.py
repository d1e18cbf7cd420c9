"""What does the calendar of learning look like? A square a day: larger, darker and with its number where more was done.

Reads JSON, writes a PNG.
"""

from typing import Any

from bot.pictures.drawing import serve
from bot.pictures.sheet import MARGIN, WIDTH, Sheet

HEAD = 92
NAMES = 64
"""Room for the weekdays' names."""
FOOT = 96


def png(data: dict[str, Any]) -> bytes:
    """The picture of `data`.

    `labels` (title, sub, less, more), `weekdays` (seven names), `blocks`: rows of weeks, each with `months` (column,
    words) and `weeks`, columns of seven [count in words, level] or null; `theme`, `rtl`.
    """
    blocks = data["blocks"]
    most = max(len(block["weeks"]) for block in blocks)
    cell = min(52.0, (WIDTH - 2 * MARGIN - NAMES) / most)
    tall = 34 + 7 * cell + 16
    sheet = Sheet(HEAD + tall * len(blocks) + FOOT, theme=data["theme"], rtl=data["rtl"])
    sheet.say(MARGIN, 34, data["labels"]["title"], size=17, bold=True, room=WIDTH - 2 * MARGIN)
    sheet.say(MARGIN, 66, data["labels"]["sub"], size=13, colour=sheet.theme.soft, room=WIDTH - 2 * MARGIN)
    for number, block in enumerate(blocks):
        _block(sheet, block, data["weekdays"], HEAD + number * tall, cell)
    _legend(sheet, data["labels"], HEAD + tall * len(blocks) + 22)
    return sheet.png()


def _block(sheet: Sheet, block: dict[str, Any], weekdays: list[str], top: float, cell: float) -> None:
    left = MARGIN + NAMES
    for column, words in block["months"]:
        sheet.say(left + column * cell + 3, top + 16, words, size=12, colour=sheet.theme.soft)
    for row, name in enumerate(weekdays):
        if cell > 30 or row % 2 == 0:
            y = top + 34 + (row + 0.5) * cell
            size = 11.0
            while size > 8 and sheet.width_of(name, size) > NAMES - 6:
                size -= 0.5
            sheet.say(MARGIN, y, name, size=size, colour=sheet.theme.soft, room=NAMES - 4)
    for column, week in enumerate(block["weeks"]):
        for row, day in enumerate(week):
            if day is not None:
                square(sheet, left + column * cell, top + 34 + row * cell, cell, day[1], day[0])


def square(sheet: Sheet, x: float, y: float, cell: float, level: int, words: str = "") -> None:
    """A day of that level in a cell: the fuller, the larger."""
    theme = sheet.theme
    sheet.box(x + 1.5, y + 1.5, cell - 3, cell - 3, theme.quiet, round_by=cell * 0.08)
    if level:
        inset = (4 - level) * cell * 0.075 + 1.5
        side = cell - 2 * inset
        sheet.box(x + inset, y + inset, side, side, theme.steps[level - 1], round_by=cell * 0.08)
        if words and cell > 30:
            size = 12 if len(words) < 3 else 9.5
            sheet.say(x + cell / 2, y + cell / 2, words, size=size, colour=theme.on_steps[level - 1], align="middle")


def _legend(sheet: Sheet, labels: dict[str, str], y: float) -> None:
    x = float(MARGIN + NAMES)
    x += sheet.say(x, y + 17, labels["less"], size=12, colour=sheet.theme.soft, room=200) + 10
    for level in range(5):
        square(sheet, x, y, 34, level)
        x += 38
    sheet.say(x + 6, y + 17, labels["more"], size=12, colour=sheet.theme.soft, room=WIDTH - MARGIN - x - 6)


if __name__ == "__main__":
    serve(png)
