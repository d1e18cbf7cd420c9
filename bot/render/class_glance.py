"""How does a class read at a glance? Who has not begun, who is stuck, the worst questions, what is about to fade.

The same figures make the page, the picture with its caption, and the weekly message.
"""

from collections.abc import Sequence
from typing import Any

from bot.actions.class_overview import SHOWN, Overview, Work
from bot.render.cut import CAPTION, MESSAGE, shorten, units
from bot.texts import Html, Texts, bold, escape, italic
from lessons.classroom import Standing
from lessons.item_statistics import ItemStatistics

MOST_NAMES = 12
MOST_WORKS = 8
MOST_DRAWN = 4
"""So many assignments, the newest, are in the picture and in its caption."""
QUESTION = 110


def glance(found: Overview, t: Texts) -> Html:
    """The class in words, as much as a message holds."""
    lines: list[str] = [head(found, t)]
    if not found.members:
        lines += ["", t("Nobody is in it yet. Hand out the link or the QR picture.")]
    if not found.works:
        lines += ["", t("Nothing is assigned yet.")]
    for work in found.works[-MOST_WORKS:] if found.members else ():
        lines += ["", *standing_lines(work, found, t)]
    lines += worst_lines(found, t) + fading_lines(found, t)
    return fit(lines, MESSAGE)


def caption(found: Overview, t: Texts) -> Html:
    """What the picture shows, in at most a caption's length."""
    lines: list[str] = [head(found, t)]
    for work in found.works[-MOST_DRAWN:]:
        lines.append(escape(shorten(work.title, 40)) + ": " + counts(work, t))
    lines += worst_lines(found, t, width=48) + fading_lines(found, t, width=48)
    return fit(lines, CAPTION)


def head(found: Overview, t: Texts) -> Html:
    """The class's name and size."""
    size = t.n("{count} learner", "{count} learners", len(found.members))
    archived = " · " + t("archived") if found.group.archived_at else ""
    return Html(bold(shorten(found.group.name, 80)) + " · " + size + archived)


def counts(work: Work, t: Texts) -> Html:
    """How many stand how."""
    return t(
        "done {done}, under way {working}, stuck {stuck}, not begun {waiting}",
        done=len(work.with_standing(Standing.DONE)),
        working=len(work.with_standing(Standing.WORKING)),
        stuck=len(work.with_standing(Standing.STUCK)),
        waiting=len(work.with_standing(Standing.NOT_BEGUN)),
    )


def standing_lines(work: Work, found: Overview, t: Texts) -> list[str]:
    """One assignment: its deadline, how many stand how, and who needs a word."""
    lines: list[str] = [bold(shorten(work.title, 100))]
    lines.append(italic(until(work, found, t)))
    lines.append(counts(work, t))
    waiting = found.names(work.with_standing(Standing.NOT_BEGUN))
    stuck = found.names(work.with_standing(Standing.STUCK))
    if waiting:
        lines.append(t("Not begun: {names}", names=named(waiting, t)))
    if stuck:
        lines.append(t("Stuck: {names}", names=named(stuck, t)))
    return lines


def until(work: Work, found: Overview, t: Texts) -> Html:
    """Its deadline on the class's clock."""
    deadline = work.assignment.deadline
    if deadline is None:
        return t("no deadline")
    when = t.moment(deadline, found.group.zone)
    return t("closed since {when}", when=when) if deadline <= found.now else t("until {when}", when=when)


def named(names: Sequence[str], t: Texts) -> Html:
    """The names, the first dozen of them."""
    said = ", ".join(shorten(name, 40) for name in names[:MOST_NAMES])
    rest = len(names) - MOST_NAMES
    return escape(said) if rest <= 0 else Html(escape(said) + " " + t.n("and {count} more", "and {count} more", rest))


def worst_lines(found: Overview, t: Texts, count: int = SHOWN, width: int = QUESTION) -> list[str]:
    """The questions that went worst, each with what its figure rests on."""
    chosen = [one for one in found.worst if one.item_id in found.questions][:count]
    if not chosen:
        return []
    said = t.n("The worst question, by the first answer:", "The worst questions, by the first answer:", len(chosen))
    lines = ["", bold(said)]
    return lines + [
        f"• {escape(shorten(found.questions[one.item_id].prompt, width))} — {figures(one, t)}" for one in chosen
    ]


def figures(one: ItemStatistics, t: Texts) -> Html:
    """A question's statistics in words: difficulty, discrimination, n."""
    said = t("{share} right, n={n}", share=t.percent(one.share_right), n=one.n)
    if one.few:
        return Html(said + " " + t("(too few to judge)"))
    if one.discrimination is None:
        return said
    power = t.number(round(one.discrimination, 2))
    if one.discrimination < 0.1:
        return Html(
            said + t.comma + t("discrimination {power}: those who know the rest get it wrong, too", power=power)
        )
    return Html(said + t.comma + t("discrimination {power}", power=power))


def fading_lines(found: Overview, t: Texts, count: int = SHOWN, width: int = QUESTION) -> list[str]:
    """What will be forgotten in a week if nobody reviews."""
    chosen = [one for one in found.fading if one.item_id in found.questions][:count]
    if not chosen:
        return []
    lines = ["", bold(t("About to be forgotten: the chance to recall it in a week"))]
    for one in chosen:
        said = t("{share}, n={n}", share=t.percent(one.recall), n=one.n)
        lines.append(f"• {escape(shorten(found.questions[one.item_id].prompt, width))} — {said}")
    return lines


def fit(lines: Sequence[str], limit: int) -> Html:
    """As many whole lines as the limit holds."""
    out: list[str] = []
    size = 0
    for line in lines:
        size += units(line) + 1
        if size > limit - 2:
            out.append("…")
            break
        out.append(line)
    return Html("\n".join(out))


def _figure(share: float, n: int, t: Texts, *, few: bool = False) -> str:
    """The share and of how many; a mark where these are few."""
    said = f"{t.percent(share)} · n={t.number(n)}"
    return f"{said} ({t('few')})" if few else said


def picture_data(found: Overview, t: Texts) -> dict[str, Any]:
    """What `bot.pictures.classroom` draws."""
    standings = (Standing.DONE, Standing.WORKING, Standing.STUCK, Standing.NOT_BEGUN)
    return {
        "labels": {
            "title": f"{shorten(found.group.name, 40)}: " + t("who stands where"),
            "done": t("done"),
            "working": t("under way"),
            "stuck": t("stuck"),
            "not_begun": t("not begun"),
            "worst": t("The worst questions: right at the first answer"),
            "fading": t("About to be forgotten: recall in a week"),
        },
        "works": [
            [work.title, *([count, t.number(count)] for count in (len(work.with_standing(one)) for one in standings))]
            for work in found.works[-MOST_DRAWN:]
        ],
        "worst": [
            [found.questions[one.item_id].prompt, one.share_right, _figure(one.share_right, one.n, t, few=one.few)]
            for one in found.worst
            if one.item_id in found.questions
        ],
        "fading": [
            [found.questions[one.item_id].prompt, one.recall, _figure(one.recall, one.n, t)]
            for one in found.fading[:SHOWN]
            if one.item_id in found.questions
        ],
    }
