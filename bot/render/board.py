"""How does a class's board read? Its top, and one's own line; nobody is shown last."""

from bot import class_buttons, progress_buttons
from bot.actions.boarding import Standings
from bot.render.class_glance import fit
from bot.render.cut import MESSAGE, shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply
from bot.texts import Html, Texts, bold, escape, italic
from lessons.board import LEAST_PEOPLE
from lessons.classroom import Member


def board(seen: Standings, t: Texts) -> Reply:
    """The top of the board and the reader's own line; a teacher has none."""
    lines: list[str] = [bold(t("Board of “{name}”", name=shorten(seen.group.name, 60)))]
    lines.append(t.n("Held today, of {count} fact given:", "Held today, of {count} facts given:", seen.facts))
    lines += ["", *_top(seen, t), "", *(_mine(seen, seen.mine, t) if seen.mine else _to_a_teacher(t))]
    lines += [
        "",
        italic(t("It counts what you would know today, not how fast. It can look different tomorrow.")),
    ]
    ways = _ways(seen.group.id, seen.mine, t) if seen.mine else []
    return Reply(fit(lines, MESSAGE), (*ways, (_back(seen, t),)))


def _top(seen: Standings, t: Texts) -> list[Html]:
    if not seen.board.is_enough:
        return [t("The board begins when {count} learners are on it.", count=LEAST_PEOPLE)]
    if not seen.board.top:
        return [t("Nobody stands out yet: all are equal.")]
    return [
        Html(f"{t.number(line.place)}. {escape(shorten(seen.names[line.learner_id], 40))} — {_facts(line.score, t)}")
        for line in seen.board.top
    ]


def _to_a_teacher(t: Texts) -> list[Html]:
    return [t("Learners stand on it under a pseudonym, see its top only, and may leave it.")]


def _mine(seen: Standings, mine: Member, t: Texts) -> list[Html]:
    if mine.board == "off":
        return [t("You are not on the board.")]
    name = seen.names[mine.learner_id]
    score = seen.board.mine.score if seen.board.mine else 0
    return [t("You ({name}): {facts}", name=name, facts=_facts(score, t))]


def _facts(count: int, t: Texts) -> Html:
    return t.n("{count} fact", "{count} facts", count)


def _ways(group: int, mine: Member, t: Texts) -> list[tuple[Button, ...]]:
    """The other ways of standing on it."""
    labels = {"alias": t("Use a pseudonym"), "name": t("Show my name"), "off": t("Not on the board")}
    others = [how for how in labels if how != mine.board]
    if mine.pseudonym is not None:  # the teachers see a pseudonym, too: there is no name to show
        others = [how for how in others if how != "name" and (how != "alias" or mine.board == "off")]
    return [tuple(button(labels[how], progress_buttons.StandAs(group, how)) for how in others)]


def _back(seen: Standings, t: Texts) -> Button:
    page = class_buttons.MyClass(seen.group.id) if seen.mine else class_buttons.OpenClass(seen.group.id)
    return button(t("Back to the class"), page)
