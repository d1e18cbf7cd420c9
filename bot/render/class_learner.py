"""How do a learner's pages about their classes look? What joining means, what is given, what the teacher sees."""

from collections.abc import Sequence

from bot import class_buttons, progress_buttons
from bot.actions.assigned import Mine
from bot.render.class_glance import fit
from bot.render.cut import MESSAGE, shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply, Rows
from bot.texts import Html, Texts, bold, escape, italic
from lessons.classroom import Class, Member


def joining(group: Class, teachers: Sequence[str], name: str, pseudonym: str, t: Texts) -> Reply:
    """What joining means, told before it; one tap joins."""
    led = ", ".join(shorten(one, 40) for one in teachers[:3])
    lines = [
        bold(t("Join “{name}”?", name=shorten(group.name, 60))),
        t("It is led by {teachers}.", teachers=led),
        "",
        *seen_lines(t),
        "",
        t("Under which name?"),
    ]
    rows = (
        (button(t("As “{name}”", name=shorten(name, 30)), class_buttons.Join(group.code, 1)),),
        (button(t("As “{name}”", name=pseudonym), class_buttons.Join(group.code, 0)),),
        (button(t("Not now"), class_buttons.Join(group.code, 2)),),
    )
    return Reply(Html("\n".join(lines)), rows)


def seen_lines(t: Texts) -> list[Html]:
    """Which part of a learner's data a class's teachers see."""
    return [
        t(
            "Your teachers see: the name you choose, how far you are with what they give you, when you last answered "
            "it, and which of its questions you had right or wrong, also from before you joined. Of the whole class "
            "together they see what will soon be forgotten."
        ),
        t("They never see what you typed, your other packs, or your Telegram account. You can leave at any time."),
    ]


def my_class(group: Class, member: Member, given: Sequence[Mine], over: Sequence[Mine], t: Texts) -> Reply:
    """A class as its learner sees it: what is open, and what is closed."""
    lines: list[str] = [bold(shorten(group.name, 60)), t("You are in it as {name}.", name=bold(member.name)), ""]
    rows: list[tuple[Button, ...]] = []
    for one in given:
        lines.append(given_line(one, t))
        if one.is_open:
            rows.append((study_button(one, t),))
    for one in over[:8]:
        said = t(
            "{title}: closed, {right} of {total} right",
            title=bold(shorten(one.title, 80)),
            right=one.right or 0,
            total=one.total,
        )
        lines.append(said)
    if not given and not over:
        lines.append(t("Nothing is assigned just now. /learn goes on with what you like."))
    lines += ["", *(italic(line) for line in seen_lines(t))]
    if member.pseudonym is None:
        other = button(t("Use a pseudonym"), class_buttons.ShowAs(group.id, 0))
    else:
        other = button(t("Show my name"), class_buttons.ShowAs(group.id, 1))
    if group.board:
        rows.append((button(t("Board"), progress_buttons.OpenBoard(group.id)),))
    return Reply(fit(lines, MESSAGE), (*rows, (other, button(t("Leave the class"), class_buttons.Leave(group.id)))))


def leaving(group: Class, t: Texts) -> Reply:
    """Asks before somebody leaves."""
    text = t("Leave “{name}”? Its teachers then see nothing of you. What you learned stays yours.", name=group.name)
    yes = button(t("Yes, leave"), class_buttons.Leave(group.id, 1))
    return Reply(text, ((yes, button(t("Back"), class_buttons.MyClass(group.id))),))


def given_line(one: Mine, t: Texts) -> Html:
    """An assignment in a line: which class, what, until when, how far."""
    title, group = bold(shorten(one.title, 80)), escape(shorten(one.given.class_name, 40))
    met, total = one.met, one.total
    if one.given.deadline is None:
        return t("{group}: {title}, {met} of {total} answered", group=group, title=title, met=met, total=total)
    when = t.moment(one.given.deadline, one.given.zone)
    return t(
        "{group}: {title} until {when}, {met} of {total} answered",
        group=group,
        title=title,
        when=when,
        met=met,
        total=total,
    )


def study_button(one: Mine, t: Texts) -> Button:
    """Goes on with it."""
    label = t("Go on: {title}", title=shorten(one.title, 36)) if one.met else None
    return button(
        label or t("Begin: {title}", title=shorten(one.title, 36)), class_buttons.Study(one.given.assignment.id)
    )


def start_lines(given: Sequence[Mine], t: Texts) -> tuple[list[Html], Rows]:
    """What the first screen says about assignments: the open ones, nearest deadline first."""
    waiting = [one for one in given if one.is_open][:3]
    return [given_line(one, t) for one in waiting], tuple((study_button(one, t),) for one in waiting)


def given(news: Sequence[Mine], t: Texts) -> Reply:
    """The one message about what a class was given, to whom no reminder would tell it."""
    lines, rows = start_lines(news, t)
    return Reply(fit([bold(t("Your class has something new for you")), "", *lines], MESSAGE), rows)


def mention(one: Mine, t: Texts) -> Html:
    """The gentle line inside a reminder."""
    if one.given.deadline is None:
        return t("From {group}: “{title}” waits for you.", group=one.given.class_name, title=shorten(one.title, 60))
    return t(
        "For {group}: “{title}” closes on {when}; {met} of {total} answered.",
        group=one.given.class_name,
        title=shorten(one.title, 60),
        when=t.moment(one.given.deadline, one.given.zone),
        met=one.met,
        total=one.total,
    )
