"""How does the time ahead read? Reviews a day for two weeks, and what is expected by the exam."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.render.class_glance import fit
from bot.render.cut import CAPTION
from bot.render.planned import expectation
from bot.render.progress_tabs import study, tabs
from bot.render.reply import Reply
from bot.render.spans import day_number, initial
from bot.texts import Html, Texts, bold
from lessons.exam import Forecast


@dataclass(frozen=True, slots=True)
class Ahead:
    """Reviews by day from today on; what waits already counts today. `per_day` is the learner's own limit."""

    days: Sequence[tuple[date, int]]
    per_day: int
    expected: Forecast | None = None
    pack: int = 0


def ahead(seen: Ahead, t: Texts) -> Reply:
    """What is ahead, in words."""
    lines: list[str] = [bold(t("Ahead")), total_line(seen, t)]
    waiting = [(day, count) for day, count in seen.days if count]
    if waiting:
        lines += ["", *(Html(f"• {t.weekday(day)}: {t.number(count)}") for day, count in waiting)]
    if any(count > seen.per_day for _, count in seen.days):
        lines += [
            "",
            t.n(
                "At most {count} a day is asked; the rest is spread over the days after.",
                "At most {count} a day are asked; the rest is spread over the days after.",
                seen.per_day,
            ),
        ]
    if seen.expected is not None:
        lines += ["", *expectation(seen.expected, t)]
    return Reply(fit(lines, CAPTION), (study(t), *tabs("ahead", seen.pack, t)))


def total_line(seen: Ahead, t: Texts) -> Html:
    """How many in all."""
    total = sum(count for _, count in seen.days)
    return t.n("{count} review in the next 14 days.", "{count} reviews in the next 14 days.", total)


def picture_data(seen: Ahead, t: Texts) -> dict[str, Any]:
    """What `bot.pictures.ahead` draws."""
    return {"labels": {"title": t("Ahead"), "sub": total_line(seen, t)}, "bars": bars(seen.days, t)}


def bars(days: Sequence[tuple[date, int]], t: Texts) -> list[list[object]]:
    """Each day's count, its words, and the day's names under the bar."""
    return [[count, t.number(count), initial(day, t), day_number(day, t)] for day, count in days]
