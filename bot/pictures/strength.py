"""What does strength of memory look like? All facts of a pack in one bar, then the weakest and the strongest by name.

Reads JSON, writes a PNG.
"""

from typing import Any

from bot.pictures.drawing import serve
from bot.pictures.meters import ROW, key, meter, parts
from bot.pictures.sheet import MARGIN, WIDTH, Sheet

HEAD = 190


def png(data: dict[str, Any]) -> bytes:
    """The picture of `data`.

    `labels`; `totals`: [count, words] of strong, growing, weak and unseen; `groups`: title, `rows` of (words, chance,
    figure, strength); `theme`, `rtl`.
    """
    groups, labels = data["groups"], data["labels"]
    tall = HEAD + sum(52 + ROW * len(group["rows"]) for group in groups) + 16
    sheet = Sheet(tall, theme=data["theme"], rtl=data["rtl"])
    theme, room = sheet.theme, WIDTH - 2 * MARGIN
    colours = {"strong": theme.strong, "growing": theme.growing, "weak": theme.weak, "unseen": theme.quiet}
    inks = {"strong": theme.on_marks, "growing": "#1b2733", "weak": "#10171e", "unseen": theme.ink}
    sheet.say(MARGIN, 34, labels["title"], size=17, bold=True, room=room)
    sheet.say(MARGIN, 66, labels["sub"], size=13, colour=theme.soft, room=room)
    bar = [(n, words, colours[name], inks[name]) for name, (n, words) in zip(colours, data["totals"], strict=True)]
    parts(sheet, 90, bar, high=40)
    key(sheet, 146, [(colour, labels[name]) for name, colour in colours.items()])
    y = float(HEAD)
    for group in groups:
        sheet.say(MARGIN, y + 22, group["title"], size=15, bold=True, room=room)
        y += 46
        for words, chance, figure, name in group["rows"]:
            meter(sheet, y, words, chance, figure, colours[name])
            y += ROW
        y += 6
    return sheet.png()


if __name__ == "__main__":
    serve(png)
