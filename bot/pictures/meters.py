"""How do a bar with its name and figure, and a bar in parts, look on a sheet?"""

from collections.abc import Sequence

from bot.pictures.sheet import MARGIN, Sheet

ROW = 58
FIGURE = 148
"""Room for the figure at a bar's end."""


def meter(sheet: Sheet, y: float, words: str, share: float, figure: str, colour: str) -> None:
    """A named bar from 0 to 1, `ROW` high: the name above, the figure at the end."""
    theme, room = sheet.theme, sheet.width - 2 * MARGIN
    sheet.say(MARGIN, y + 14, words, size=12.5, room=room)
    sheet.box(MARGIN, y + 28, room - FIGURE, 15, theme.quiet, round_by=3)
    sheet.box(MARGIN, y + 28, max(4, (room - FIGURE) * min(1, share)), 15, colour, round_by=2)
    sheet.say(sheet.width - MARGIN, y + 36, figure, size=12.5, align="end", room=FIGURE - 8)


def parts(sheet: Sheet, y: float, counts: Sequence[tuple[int, str, str, str]], *, high: float = 30) -> None:
    """A bar in parts over the whole width: (count, in words, colour, ink) each."""
    room, total = sheet.width - 2 * MARGIN, sum(count for count, *_ in counts)
    x = float(MARGIN)
    for count, words, colour, ink in counts:
        wide = room * count / total if total else 0
        sheet.box(x, y, max(0, wide - 2), high, colour)
        if wide > 26:
            sheet.say(x + wide / 2, y + high / 2, words, size=12, colour=ink, align="middle")
        x += wide


def key(sheet: Sheet, y: float, names: Sequence[tuple[str, str]]) -> None:
    """What the colours mean: (colour, words) each, beside each other."""
    x = float(MARGIN)
    step = (sheet.width - 2 * MARGIN) / max(1, len(names))
    for colour, words in names:
        sheet.box(x, y, 18, 18, colour)
        sheet.say(x + 26, y + 9, words, size=11.5, room=step - 32)
        x += step


def columns(sheet: Sheet, top: float, high: float, bars: Sequence[tuple[int, str, str, str]], colour: str) -> None:
    """Upright bars: (count, in words, upper and lower name) each, with the count above and the names below."""
    room, most = sheet.width - 2 * MARGIN, max([count for count, *_ in bars] + [4])
    step = room / len(bars)
    for place, (count, words, upper, lower) in enumerate(bars):
        middle = MARGIN + (place + 0.5) * step
        tall = high * count / most
        sheet.box(MARGIN + place * step + step * 0.14, top + high - tall, step * 0.72, tall, colour)
        if count:
            sheet.say(middle, top + high - tall - 13, words, size=12, align="middle")
        sheet.say(middle, top + high + 15, upper, size=11, colour=sheet.theme.soft, align="middle", room=step)
        sheet.say(middle, top + high + 35, lower, size=11, colour=sheet.theme.soft, align="middle", room=step)
    sheet.box(MARGIN, top + high, room, 1.5, sheet.theme.soft)
