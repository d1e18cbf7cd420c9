"""How does the weekly message to a teacher read? Who has not begun, the worst question, what will be forgotten."""

from datetime import timedelta

from bot import class_buttons
from bot.actions.class_overview import Overview
from bot.render.class_glance import counts, fading_lines, fit, head, named, until, worst_lines
from bot.render.cut import MESSAGE, shorten
from bot.render.pages import button
from bot.render.reply import Reply
from bot.texts import Html, Texts, bold, escape
from lessons.classroom import Standing

JUST_CLOSED = timedelta(days=8)


def weekly(found: Overview, t: Texts) -> Reply:
    """The class's week on one screen."""
    lines: list[str] = [bold(t("Your class this week")), head(found, t)]
    for work in found.works:
        deadline = work.assignment.deadline
        if deadline is not None and deadline < found.now - JUST_CLOSED:
            continue
        lines += ["", bold(shorten(work.title, 80)) + " · " + until(work, found, t), counts(work, t)]
        waiting = found.names(work.with_standing(Standing.NOT_BEGUN))
        stuck = found.names(work.with_standing(Standing.STUCK))
        if waiting:
            lines.append(t("Not begun: {names}", names=named(waiting, t)))
        if stuck:
            lines.append(t("Stuck: {names}", names=named(stuck, t)))
    lines += worst_lines(found, t, 1) + fading_lines(found, t, 3)
    lines += ["", escape(_answers(found, t))]
    rows = ((button(t("Open the class"), class_buttons.OpenClass(found.group.id)),),)
    return Reply(fit(lines, MESSAGE), rows)


def _answers(found: Overview, t: Texts) -> Html:
    since = found.now - timedelta(days=7)
    count = sum(1 for answer in found.answers if answer.at >= since)
    return t.n("{count} answer in the last 7 days.", "{count} answers in the last 7 days.", count)
