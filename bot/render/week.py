"""How does a learner's week read? What was done, what is strong now, what slips; kind words, and no comparing."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot import buttons, progress_buttons
from bot.render.calendar import streak_lines
from bot.render.class_glance import fit
from bot.render.cut import MESSAGE, shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply
from bot.texts import Html, Texts, bold, escape, italic
from lessons.streak import Streak

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is due at that hour: so many facts, the minutes that they take, and what a class waits for."""

    facts: int
    minutes: int
    mention: Html | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days of learning. `strong` are facts that became strong in them, `slipping` those most likely forgotten."""

    days: int
    answers: int
    right: int
    fresh: int
    strong: Sequence[str]
    slipping: Sequence[str]
    streak: Streak
    earned: Sequence[tuple[int, str]] = ()
    """Packs (number, title) whose certificate may be had and was not asked for yet."""
    waiting: Waiting | None = None
    """Where the message is the day's reminder, too."""


def week(seen: Week, t: Texts) -> Reply:
    """The one message about the week."""
    lines: list[str] = [bold(t("Your week")), *(_done(seen, t) if seen.answers else [_quiet(t)])]
    if seen.strong:
        lines += ["", t.n("{count} fact became strong.", "{count} facts became strong.", len(seen.strong))]
        lines += _bullets(seen.strong)
    if seen.slipping:
        lines += ["", t("These are slipping a little; a few minutes bring them back:"), *_bullets(seen.slipping)]
    elif seen.answers:
        lines += ["", t("Nothing is slipping. Enjoy it.")]
    for _, title in seen.earned[:SHOWN]:
        lines += ["", t("You have earned the certificate of “{title}”.", title=bold(shorten(title, 80)))]
    lines += _due(seen.waiting, t) if seen.waiting else []
    lines += ["", italic(t("This comes once a week, and only while you learn. /settings turns it off."))]
    rows: list[tuple[Button, ...]] = [
        (button(t("My certificate"), progress_buttons.MyCertificate(pack)),) for pack, _ in seen.earned[:SHOWN]
    ]
    rows += [
        (button(t("Review"), buttons.Review()), button(t("Calendar"), progress_buttons.Look("calendar"))),
        (button(t("No weekly summary"), buttons.Set("weekly", "0")),),
    ]
    return Reply(fit(lines, MESSAGE), tuple(rows), silent=seen.waiting is None)


def _due(waiting: Waiting, t: Texts) -> list[str]:
    facts = t.n("Time to remember: {count} fact", "Time to remember: {count} facts", waiting.facts)
    minutes = t.n("about {count} minute", "about {count} minutes", waiting.minutes)
    return ["", bold(facts + t.comma + minutes), *([waiting.mention] if waiting.mention else [])]


def _quiet(t: Texts) -> Html:
    return t("A quiet week. Nothing is lost: what you learned waits for you, a little at a time.")


def _done(seen: Week, t: Texts) -> list[str]:
    lines: list[str] = [
        t.n("You learned on {count} day.", "You learned on {count} days.", seen.days),
        t.n(
            "{count} answer, {right} of them right.",
            "{count} answers, {right} of them right.",
            seen.answers,
            right=seen.right,
        ),
    ]
    if seen.fresh:
        lines.append(t.n("{count} fact was new.", "{count} facts were new.", seen.fresh))
    return lines + streak_lines(seen.streak, t)


def _bullets(facts: Sequence[str]) -> list[str]:
    return [f"• {escape(shorten(one, 110))}" for one in facts[:SHOWN]]
