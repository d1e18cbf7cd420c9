"""What do weak spots look like? Per topic and per source how much would be recalled today. Reads JSON, writes a PNG."""

from typing import Any

from bot.pictures.drawing import serve
from bot.pictures.meters import ROW, meter
from bot.pictures.sheet import MARGIN, WIDTH, Sheet

LOW = 0.7


def png(data: dict[str, Any]) -> bytes:
    """The picture of `data`: `labels` (title, sub), `panels` of a title and rows (words, chance, figure)."""
    panels, labels = data["panels"], data["labels"]
    tall = 92 + sum(52 + ROW * len(panel["rows"]) for panel in panels) + 10
    sheet = Sheet(tall, theme=data["theme"], rtl=data["rtl"])
    theme, room = sheet.theme, WIDTH - 2 * MARGIN
    sheet.say(MARGIN, 34, labels["title"], size=17, bold=True, room=room)
    sheet.say(MARGIN, 66, labels["sub"], size=13, colour=theme.soft, room=room)
    y = 92.0
    for panel in panels:
        sheet.say(MARGIN, y + 22, panel["title"], size=15, bold=True, room=room)
        y += 46
        for words, chance, figure in panel["rows"]:
            meter(sheet, y, words, chance, figure, theme.weak if chance < LOW else theme.strong)
            y += ROW
        y += 6
    return sheet.png()


if __name__ == "__main__":
    serve(png)
