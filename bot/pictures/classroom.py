"""What does a class look like? Who stands where, the worst questions, what is about to fade. Reads JSON, writes a PNG.

Each standing has a hatch of its own as well as a colour, and every bar carries its number.
"""

from typing import Any

from bot.pictures.drawing import serve
from bot.pictures.meters import ROW, meter
from bot.pictures.sheet import MARGIN, WIDTH, Sheet, Theme

WORK = 70
HEAD = 60
KEY = 52


def png(data: dict[str, Any]) -> bytes:
    """The picture of `data`.

    `labels`; `works`: title, then [count, words] of done, working, stuck and not begun; `worst` and `fading`: question,
    share, figure; `theme`, `rtl`.
    """
    works, labels = data["works"], data["labels"]
    panels = [(labels[name], data[name]) for name in ("worst", "fading") if data[name]]
    tall = HEAD + WORK * max(1, len(works)) + KEY + sum(54 + ROW * len(rows) for _, rows in panels) + 10
    sheet = Sheet(tall, theme=data["theme"], rtl=data["rtl"])
    sheet.say(MARGIN, 32, labels["title"], size=16, bold=True, room=WIDTH - 2 * MARGIN)
    for place, (title, *counts) in enumerate(works):
        _work(sheet, HEAD + place * WORK, title, counts)
    y = float(HEAD + WORK * max(1, len(works)))
    _key(sheet, y + 4, [labels[name] for name in ("done", "working", "stuck", "not_begun")])
    y += KEY
    for (title, rows), colour in zip(panels, (sheet.theme.growing, sheet.theme.weak), strict=False):
        sheet.say(MARGIN, y + 20, title, size=14, bold=True, room=WIDTH - 2 * MARGIN)
        for place, (question, share, figure) in enumerate(rows):
            meter(sheet, y + 44 + place * ROW, question, share, figure, colour)
        y += 54 + ROW * len(rows)
    return sheet.png()


def standings(theme: Theme) -> list[tuple[str, str]]:
    """Colour and hatch of done, working, stuck and not begun."""
    return [(theme.strong, ""), (theme.steps[1], "//"), (theme.weak, "xx"), (theme.quiet, "..")]


def _work(sheet: Sheet, y: float, title: str, counts: list[tuple[int, str]]) -> None:
    """An assignment: a bar in parts by standing."""
    sheet.say(MARGIN, y + 12, title, size=12.5, room=WIDTH - 2 * MARGIN)
    total, x = sum(count for count, _ in counts), float(MARGIN)
    for (count, words), (colour, hatch) in zip(counts, standings(sheet.theme), strict=True):
        wide = (WIDTH - 2 * MARGIN) * count / total if total else 0
        sheet.box(x, y + 26, wide, 34, colour, hatch=hatch)
        if wide > 20:
            sheet.box(x + wide / 2 - 13, y + 32, 26, 22, sheet.theme.paper, round_by=4)
            sheet.say(x + wide / 2, y + 43, words, size=12, align="middle")
        x += wide


def _key(sheet: Sheet, y: float, names: list[str]) -> None:
    step = (WIDTH - 2 * MARGIN) / len(names)
    for place, (words, (colour, hatch)) in enumerate(zip(names, standings(sheet.theme), strict=True)):
        x = MARGIN + place * step
        sheet.box(x, y, 30, 20, colour, hatch=hatch)
        sheet.say(x + 38, y + 10, words, size=11.5, room=step - 44)


if __name__ == "__main__":
    serve(png)
