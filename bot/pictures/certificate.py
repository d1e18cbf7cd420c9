"""What does a certificate look like? A landscape sheet for a phone's screen and for A4. Reads JSON, writes a PNG."""

from typing import Any

from bot.pictures.drawing import serve
from bot.pictures.sheet import Sheet

WIDTH, HEIGHT = 1169, 827
"""A4 on its side, in hundredths of an inch."""
ROOM = 920
QR = 118
INK = "#000000"


def png(data: dict[str, Any]) -> bytes:
    """The picture of `data`: `labels` (title, for, name, knows, pack, facts, given, code, check) and `squares`.

    The squares are rows of "1" and "0": the link as a QR code. Always on white.
    """
    sheet = Sheet(HEIGHT, theme="light", rtl=data["rtl"], width=WIDTH)
    theme, labels, middle = sheet.theme, data["labels"], WIDTH / 2
    sheet.frame(28, 28, WIDTH - 56, HEIGHT - 56, theme.strong, line=5)
    sheet.frame(42, 42, WIDTH - 84, HEIGHT - 84, theme.steps[1], line=1.2)
    _steps(sheet)
    lines = (
        (150, labels["title"], 34, theme.strong, True),
        (232, labels["for"], 18, theme.soft, False),
        (308, labels["name"], 40, theme.ink, True),
        (394, labels["knows"], 18, theme.soft, False),
        (460, labels["pack"], 27, theme.ink, True),
        (528, labels["facts"], 18, theme.ink, False),
        (600, labels["given"], 18, theme.ink, False),
    )
    for y, words, size, colour, bold in lines:
        if words:
            fitting(sheet, middle, y, words, size, colour, bold=bold)
    sheet.box(middle - 150, 340, 300, 2, theme.steps[0])
    fitting(sheet, middle, 704, labels["code"], 19, theme.ink, bold=True)
    fitting(sheet, middle, 740, labels["check"], 13.5, theme.soft)
    _qr(sheet, [row[::-1] if data["rtl"] else row for row in data["squares"]])
    return sheet.png()


def _qr(sheet: Sheet, rows: list[str]) -> None:
    """The link for those who scan, in the corner where a line ends; on a mirrored sheet its rows come reversed."""
    step = QR / len(rows)
    for down, row in enumerate(rows):
        for across, square in enumerate(row):
            if square == "1":
                sheet.box(WIDTH - 70 - QR + across * step, HEIGHT - 70 - QR + down * step, step + 0.1, step + 0.1, INK)


def fitting(sheet: Sheet, x: float, y: float, words: str, size: float, colour: str, *, bold: bool = False) -> None:
    """A line in the middle; a long one in smaller letters, and cut only where even those are too many."""
    while size > 13 and sheet.width_of(words, size, bold=bold) > ROOM:
        size -= 1
    sheet.say(x, y, words, size=size, colour=colour, bold=bold, align="middle", room=ROOM)


def _steps(sheet: Sheet) -> None:
    """The sign of it: four squares that grow, as memory does."""
    sizes = (16, 22, 28, 34)
    x = WIDTH / 2 - (sum(sizes) + 24) / 2
    for size, colour in zip(sizes, sheet.theme.steps, strict=True):
        sheet.box(x, 104 - size, size, size, colour, round_by=3)
        x += size + 8


if __name__ == "__main__":
    serve(png)
