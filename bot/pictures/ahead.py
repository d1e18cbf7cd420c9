"""What does the time ahead look like? A bar a day for two weeks. Reads JSON, writes a PNG."""

from typing import Any

from bot.pictures.drawing import serve
from bot.pictures.meters import columns
from bot.pictures.sheet import MARGIN, WIDTH, Sheet


def png(data: dict[str, Any]) -> bytes:
    """The picture of `data`: `labels` (title, sub), `bars` (count, words, upper and lower name of the day)."""
    sheet = Sheet(420, theme=data["theme"], rtl=data["rtl"])
    sheet.say(MARGIN, 34, data["labels"]["title"], size=17, bold=True, room=WIDTH - 2 * MARGIN)
    sheet.say(MARGIN, 66, data["labels"]["sub"], size=13, colour=sheet.theme.soft, room=WIDTH - 2 * MARGIN)
    columns(sheet, 120, 240, [tuple(bar) for bar in data["bars"]], sheet.theme.strong)
    return sheet.png()


if __name__ == "__main__":
    serve(png)
