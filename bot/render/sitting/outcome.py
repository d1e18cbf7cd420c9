"""How does an outcome look? The verdict, the key, the sentence it rests on, when it comes back."""

from dataclasses import replace

from bot import buttons
from bot.render.cut import shorten
from bot.render.pages import button
from bot.render.reasons import explain
from bot.render.reply import Reply, Rows
from bot.render.sitting.compared import compared
from bot.render.sitting.key import key_line, quoted
from bot.render.sitting.scene import Scene
from bot.render.sitting.sure import was_sure
from bot.render.sitting.words import asked, position, read_as, shown
from bot.texts import Html, Texts, bold, escape, italic
from lessons import days
from lessons.grade import GAVE_UP, Band
from lessons.items import CompareItem, MatchItem
from lessons.session import Result

LONG_DAYS = 60
"""From here on an interval is told in months."""
MONTH_DAYS = 30.44


MANY_LEFT = 3
"""Where more than this is left, leaving is offered: what was answered is kept, the rest comes another time."""


def outcome(scene: Scene, t: Texts) -> Reply:
    """What became of the answer: the verdict, why, the key with its sentence, when it comes back."""
    session, item = scene.session, scene.item
    assert item is not None
    result = session.results[-1]
    if scene.sealed:
        return _sealed(scene, result, t)
    lines: list[str] = [italic(position(session, t)), "", escape(shorten(asked(item, t), 600)), ""]
    lines.append(bold(_judged(result, t)))
    if result.said.strip() not in ("", item.key) and result.grade.reason != GAVE_UP:
        understood = result.grade.understood
        meant = read_as(item, result.grade, t)
        told_apart = understood and result.said not in (understood, meant)
        if isinstance(item, MatchItem) and understood:  # the right sides alone say little
            told_apart, result = False, replace(result, said=understood)
        heard = f"{result.said} ({meant})" if told_apart else shown(item, result.said, t)
        lines.append(t("You said: {said}", said=shorten(heard.replace("\n", ", "), 300)))
    lines += was_sure(result.confidence, result.grade.band is Band.RIGHT, t)
    reason = explain(result.grade, t)
    if reason:
        lines.append(reason)
    if result.grade.feedback:
        lines.append(escape(shorten(result.grade.feedback, 400)))
    if not isinstance(item, CompareItem):  # the card below says it
        lines += ["", key_line(item, t)]
    if item.why:
        lines += [escape(shorten(item.why, 500))]
    if isinstance(item, CompareItem):
        lines += compared(item, scene.pack, t)
    else:
        lines += quoted(item, scene.reading, scene.pack)
    if (left := _days_left(scene)) > 0:
        lines += ["", italic(_comes_back(left, t))]
    return Reply(Html("\n".join(lines)), _outcome_rows(scene, t))


def _sealed(scene: Scene, result: Result, t: Texts) -> Reply:
    """The answer is kept; whether it was right is told when the class's deadline is over."""
    assert scene.item is not None
    assert scene.sealed is not None
    lines: list[str] = [italic(position(scene.session, t)), "", escape(shorten(asked(scene.item, t), 600)), ""]
    if result.said.strip() and result.grade.reason != GAVE_UP:
        heard = shown(scene.item, result.said, t)
        lines.append(t("You said: {said}", said=shorten(heard.replace("\n", ", "), 300)))
    when = t.moment(scene.sealed, scene.learner.preferences.zone)
    lines += ["", bold(t("Kept. Whether it is right is told after {when}.", when=when))]
    return Reply(Html("\n".join(lines)), _outcome_rows(replace(scene, reading=None), t))


def _judged(result: Result, t: Texts) -> Html:
    match result.grade.band:
        case Band.RIGHT:
            return Html("✔ " + (t("Right, with a hint.") if result.hints else t("Right.")))
        case Band.PARTIAL:
            return Html("◐ " + t("Partly right."))
        case _:
            return Html("✘ " + t("Not this time."))


def _days_left(scene: Scene) -> int:
    """Until the question comes back; 0 or less where it is due, as under a result taken up again days later."""
    if scene.next_due is None:
        return 0
    kept = scene.learner.preferences
    then, today = (days.study_day(moment, kept.zone, kept.rollover_hour) for moment in (scene.next_due, scene.now))
    return (then - today).days


def _comes_back(left: int, t: Texts) -> Html:
    if left >= LONG_DAYS:
        months = round(left / MONTH_DAYS)
        return t.n(
            "I will ask this again in about {count} month.", "I will ask this again in about {count} months.", months
        )
    return t.n("I will ask this again tomorrow.", "I will ask this again in {count} days.", left)


def _outcome_rows(scene: Scene, t: Texts) -> Rows:
    session = scene.session
    at = (session.id, session.position)
    last = session.position + 1 >= len(session.steps)
    first = [button(t("Finish") if last else t("Next"), buttons.Next(*at))]
    if len(session.steps) - session.position > MANY_LEFT:
        first.append(button(t("Enough for now"), buttons.Stop(*at)))
    second = [button(t("Undo"), buttons.Undo(*at))]
    if scene.reading is not None:
        second.append(button(t("Read again"), buttons.Reread(*at)))
    second.append(button(t("Report"), buttons.Report(*at)))
    return (tuple(first), tuple(second))
