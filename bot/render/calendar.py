"""How does the calendar of learning read? The same as its picture shows: days learned, runs, week by week."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot import progress_buttons
from bot.render.class_glance import fit
from bot.render.cut import CAPTION
from bot.render.pages import button
from bot.render.progress_tabs import tabs
from bot.render.reply import Reply
from bot.render.spans import day_month, month, weekdays
from bot.texts import Html, Texts, bold
from lessons.heatmap import HeatMap, Square
from lessons.streak import Streak

WEEKS_TOLD = 6
COLUMNS = 27
"""So many weeks stand beside each other in the picture of a year."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of a stretch, the streak that stands, and the weekday on which weeks begin."""

    grid: HeatMap
    streak: Streak
    first: int
    year: bool
    pack: int = 0


def calendar(seen: Calendar, t: Texts) -> Reply:
    """The calendar in words."""
    grid = seen.grid
    lines: list[str] = [bold(t("Calendar")), learned_line(grid, t)]
    if grid.learned:
        lines.append(t.n("The longest run was {count} day.", "The longest run was {count} days.", grid.longest))
    lines += streak_lines(seen.streak, t)
    lines += ["", *(_months(grid, t) if seen.year else _weeks(grid, t))]
    other = ("calendar", t("The last 12 weeks")) if seen.year else ("year", t("The whole year"))
    rows = ((button(other[1], progress_buttons.Look(other[0], seen.pack)),), *tabs("calendar", seen.pack, t))
    return Reply(fit(lines, CAPTION), rows)


def learned_line(grid: HeatMap, t: Texts) -> Html:
    """On how many days of how many."""
    return t.n(
        "You learned on {count} of the last {total} days.",
        "You learned on {count} of the last {total} days.",
        grid.learned,
        total=grid.total,
    )


def streak_lines(now: Streak, t: Texts) -> list[Html]:
    """The streak, and what a day off costs: nothing that could not be had again."""
    if now.length < 2:
        return []
    lines = [t.n("Your streak: {count} day learned.", "Your streak: {count} days learned.", now.length)]
    if now.free:
        lines.append(
            t.n(
                "{count} free day in hand: a day off does not end the streak.",
                "{count} free days in hand: a day off does not end the streak.",
                now.free,
            )
        )
    return lines


def _weeks(grid: HeatMap, t: Texts) -> list[Html]:
    """Week by week, the latest first."""
    said = []
    for week in list(reversed(grid.weeks))[:WEEKS_TOLD]:
        days = [one for one in week if one is not None]
        count, answers = sum(1 for one in days if one.count), sum(one.count for one in days)
        learned = t.n("{count} day", "{count} days", count)
        given = t.n("{count} answer", "{count} answers", answers)
        said.append(t("From {day}: {learned}, {given}", day=day_month(days[0].day, t), learned=learned, given=given))
    return said[: _told(answers_of(week) for week in reversed(grid.weeks))]


def answers_of(week: Iterable[Square | None]) -> int:
    """The answers of a week."""
    return sum(one.count for one in week if one is not None)


def _told(counts: Iterable[int]) -> int:
    """How many stretches are worth a line, the latest first: none of before anything was learned."""
    return max((place for place, count in enumerate(counts, 1) if count), default=0)


def _months(grid: HeatMap, t: Texts) -> list[Html]:
    """Month by month, the latest first."""
    found: dict[tuple[int, int], list[Square]] = {}
    for one in (one for week in grid.weeks for one in week if one is not None):
        found.setdefault((one.day.year, one.day.month), []).append(one)
    said = []
    for days in reversed(found.values()):
        learned = t.n("{count} day", "{count} days", sum(1 for one in days if one.count))
        said.append(Html(month(days[0].day, t) + ": " + learned))
    return said[: _told(answers_of(days) for days in reversed(found.values()))]


def picture_data(seen: Calendar, t: Texts) -> dict[str, Any]:
    """What `bot.pictures.calendar` draws."""
    size = COLUMNS if seen.year else len(seen.grid.weeks)
    weeks = seen.grid.weeks
    return {
        "labels": {
            "title": t("The last 12 months") if seen.year else t("The last 12 weeks"),
            "sub": learned_line(seen.grid, t),
            "less": t("fewer answers"),
            "more": t("more"),
        },
        "weekdays": weekdays(seen.first, t),
        "blocks": [_block(weeks[start : start + size], t) for start in range(0, len(weeks), size)],
    }


def _block(weeks: Sequence[tuple[Square | None, ...]], t: Texts) -> dict[str, Any]:
    months: list[tuple[int, str]] = []
    last: tuple[int, int] | None = None
    for column, week in enumerate(weeks):
        day = _day_of(week)
        if (day.year, day.month) != last:
            if months and column - months[-1][0] < 2:  # a month of which only the end is shown has no room for a name
                months.pop()
            months.append((column, month(day, t)))
            last = (day.year, day.month)
    return {
        "months": months,
        "weeks": [[[t.number(one.count), one.level] if one else None for one in week] for week in weeks],
    }


def _day_of(week: tuple[Square | None, ...]) -> date:
    """The day that names a week: its last one that is there."""
    return next(one.day for one in reversed(week) if one is not None)
