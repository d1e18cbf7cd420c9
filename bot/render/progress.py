"""How does progress read? The same in words as in the picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.render.ahead import bars
from bot.render.calendar import streak_lines
from bot.render.class_glance import fit
from bot.render.cut import CAPTION, shorten
from bot.render.planned import expectation
from bot.render.progress_tabs import study, tabs
from bot.render.reply import Reply
from bot.render.sureness import calibration_lines
from bot.texts import Texts, bold, escape
from lessons.confidence import Said
from lessons.exam import Forecast
from lessons.streak import Streak


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """How many facts of a lesson are known (likely to be recalled), being learned, not met yet."""

    title: str
    known: int
    learning: int
    unseen: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a learner stands. `ahead` is reviews by day from today on; `days` answers by day up to today."""

    pack: str
    lessons: Sequence[LessonProgress]
    ahead: Sequence[tuple[date, int]]
    days: Sequence[tuple[date, int]]
    streak: Streak
    expected: Forecast | None = None
    """What the plan expects for the exam, where one is ahead."""
    pack_id: int = 0
    sureness: Sequence[Said] = ()
    """How often the learner was right when they said how sure they were."""

    @property
    def totals(self) -> tuple[int, int, int]:
        """Known, learning and unseen in all."""
        return (
            sum(lesson.known for lesson in self.lessons),
            sum(lesson.learning for lesson in self.lessons),
            sum(lesson.unseen for lesson in self.lessons),
        )


def words(progress: Progress, t: Texts) -> Reply:
    """Progress in words: a caption of at most 1024 characters."""
    known, learning, unseen = progress.totals
    lines: list[str] = [
        bold(shorten(progress.pack, 80)),
        t(
            "Known: {known}. Learning: {learning}. Not met yet: {unseen}.",
            known=known,
            learning=learning,
            unseen=unseen,
        ),
    ]
    if progress.expected is not None:
        lines += expectation(progress.expected, t)
    # a caption holds 1024 characters: what is expected takes the room of two lessons
    for lesson in progress.lessons[: 4 if progress.expected else 6]:
        total = lesson.known + lesson.learning + lesson.unseen
        lines.append(
            t(
                "{title}: {known} of {total} known",
                title=escape(shorten(lesson.title, 50)),
                known=lesson.known,
                total=total,
            )
        )
    waiting = [(day, count) for day, count in progress.ahead if count]
    if waiting:
        lines += [
            "",
            t("Reviews ahead:")
            + " "
            + t.comma.join(f"{t.number(count)} ({_short(day, t)})" for day, count in waiting[:7]),
        ]
    studied = sum(1 for _, count in progress.days if count)
    answers = sum(count for _, count in progress.days)
    lines += [
        "",
        t.n("{count} answer in the last 14 days,", "{count} answers in the last 14 days,", answers)
        + " "
        + t.n("on {count} day.", "on {count} days.", studied),
    ]
    lines += streak_lines(progress.streak, t)
    lines += calibration_lines(progress.sureness, t)
    return Reply(fit(lines, CAPTION), (study(t), *tabs("overview", progress.pack_id, t)))


def picture_data(progress: Progress, t: Texts) -> dict[str, Any]:
    """What `bot.pictures.progress` draws."""
    return {
        "labels": {
            "title": t("What you know"),
            "known": t("known"),
            "learning": t("learning"),
            "unseen": t("not met yet"),
            "ahead": t("Reviews ahead"),
            "days": t("Answers in the last 14 days"),
        },
        "lessons": [
            [lesson.title, *([count, t.number(count)] for count in (lesson.known, lesson.learning, lesson.unseen))]
            for lesson in progress.lessons
        ],
        "ahead": bars(progress.ahead, t),
        "days": bars(progress.days, t),
    }


def _short(day: date, t: Texts) -> str:
    return t.weekday(day)
