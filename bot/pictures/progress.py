"""What does progress look like? What is known per lesson, reviews ahead, days studied. Reads JSON, writes a PNG."""

from typing import Any

from bot.pictures.drawing import serve
from bot.pictures.meters import columns, key, parts
from bot.pictures.sheet import MARGIN, WIDTH, Sheet

LESSON = 66
MOST_LESSONS = 8
AHEAD, DAYS = 84, 72
"""The highest bars; both have pages of their own."""


def png(data: dict[str, Any]) -> bytes:
    """The picture of `data`.

    `labels`; `lessons` (title, then [count, words] of known, learning, unseen); `ahead` and `days` (count, words, upper
    and lower name of the day); `theme`, `rtl`.
    """
    lessons, labels = data["lessons"][:MOST_LESSONS], data["labels"]
    known = 66 + LESSON * max(1, len(lessons))
    sheet = Sheet(known + 44 + AHEAD + 118 + DAYS + 124, theme=data["theme"], rtl=data["rtl"])
    theme = sheet.theme
    sheet.say(MARGIN, 32, labels["title"], size=16, bold=True, room=WIDTH - 2 * MARGIN)
    for place, (title, *counts) in enumerate(lessons):
        y = 60 + place * LESSON
        sheet.say(MARGIN, y + 10, title, size=12.5, room=WIDTH - 2 * MARGIN)
        colours = ((theme.strong, theme.on_marks), (theme.growing, "#1b2733"), (theme.quiet, theme.ink))
        parts(sheet, y + 24, [(n, words, *colour) for (n, words), colour in zip(counts, colours, strict=True)])
    names = ((theme.strong, labels["known"]), (theme.growing, labels["learning"]), (theme.quiet, labels["unseen"]))
    key(sheet, known, names)
    top = known + 44
    sheet.say(MARGIN, top + 16, labels["ahead"], size=15, bold=True, room=WIDTH - 2 * MARGIN)
    columns(sheet, top + 58, AHEAD, [tuple(bar) for bar in data["ahead"]], theme.growing)
    top += AHEAD + 118
    sheet.say(MARGIN, top + 16, labels["days"], size=15, bold=True, room=WIDTH - 2 * MARGIN)
    columns(sheet, top + 60, DAYS, [tuple(bar) for bar in data["days"]], theme.strong)
    return sheet.png()


if __name__ == "__main__":
    serve(png)
