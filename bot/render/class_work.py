"""How do a teacher's pages about assignments look? What can be given, one assignment, one learner's more."""

from collections.abc import Sequence

from bot import class_buttons
from bot.actions.class_overview import Overview, Work
from bot.render.class_glance import fit, standing_lines
from bot.render.cut import MESSAGE, shorten
from bot.render.pages import button
from bot.render.reply import Button, Reply
from bot.texts import Html, Texts, bold, escape
from lessons.classroom import Accommodation, Class, Member
from lessons.pack import Pack
from storage.packs import PackCard

MOST_PACKS = 30
MOST_LESSONS = 30


def give(group: Class, cards: Sequence[PackCard], t: Texts) -> Reply:
    """Which pack is the class to learn?"""
    lines: list[str] = [bold(t("Which pack is “{name}” to learn?", name=shorten(group.name, 60)))]
    if not cards:
        lines += ["", t("There is no published pack yet. Send me a document, and publish what I draft from it.")]
    rows = [
        (button(shorten(card.title, 50), class_buttons.GivePack(group.id, card.id)),) for card in cards[:MOST_PACKS]
    ]
    return Reply(Html("\n".join(lines)), (*rows, _to_class(group.id, t)))


def part(group: int, pack_id: int, pack: Pack, t: Texts) -> Reply:
    """All of it, or one lesson?"""
    rows = [(button(t("The whole pack"), class_buttons.GivePart(group, pack_id, 0)),)]
    if len(pack.lessons) > 1:
        rows += [
            (button(f"{number}. {shorten(lesson.title, 44)}", class_buttons.GivePart(group, pack_id, number)),)
            for number, lesson in enumerate(pack.lessons[:MOST_LESSONS], 1)
        ]
    text = bold(shorten(pack.title, 120)) + "\n" + t("All of it, or one lesson?")
    return Reply(text, (*rows, (button(t("Back"), class_buttons.ClassPage(group, "give")),)))


def works(found: Overview, t: Texts) -> Reply:
    """All assignments of the class."""
    lines: list[str] = [bold(t("Assignments of “{name}”", name=shorten(found.group.name, 60)))]
    rows: list[tuple[Button, ...]] = []
    for work in found.works:
        lines += ["", *standing_lines(work, found, t)]
        rows.append((button(shorten(work.title, 50), class_buttons.OpenWork(work.assignment.id)),))
    if not found.works:
        lines += ["", t("Nothing is assigned yet.")]
    rows.append((button(t("Give a pack"), class_buttons.ClassPage(found.group.id, "give")),))
    return Reply(fit(lines, MESSAGE), (*rows, _to_class(found.group.id, t)))


def work_page(work: Work, found: Overview, link: str | None, t: Texts) -> Reply:
    """One assignment: how it stands, all that can be set, and the link that opens it."""
    given = work.assignment
    lines = standing_lines(work, found, t)
    lines += ["", *options(work, t)]
    if found.group.zone is None:
        lines.append(t("The class has no time zone yet, so days go by UTC: Manage, Time zone sets it."))
    if work.extras:
        lines += ["", t("More time or tries:")]
        lines += [
            f"• {escape(member.name)}: {_more(work.extras[member.learner_id], t)}"
            for member in found.members
            if member.learner_id in work.extras
        ]
    if link:
        lines += ["", t("Straight to it, for those in the class: {link}", link=link)]

    def do(label: str, what: str, value: int = 0) -> Button:
        return button(label, class_buttons.WorkDo(given.id, what, value))

    rows = (
        (do(t("In a week"), "days", 7), do(t("In two weeks"), "days", 14)),
        (do(t("Another day"), "date"), do(t("No deadline"), "days", 0)),
        (do(t("1 try"), "tries", 1), do(t("2 tries"), "tries", 2), do(t("Any tries"), "tries", 0)),
        (do(t("Draw 10 each"), "draw", 10), do(t("Draw 20 each"), "draw", 20), do(t("All to all"), "draw", 0)),
        (
            do(t("Tell results at once"), "sealed", 0)
            if given.sealed
            else do(t("Results only after the deadline"), "sealed", 1),
        ),
        (
            do(t("Take it back"), "remove"),
            button(t("All assignments"), class_buttons.ClassPage(given.class_id, "work")),
        ),
        _to_class(given.class_id, t),
    )
    return Reply(fit(lines, MESSAGE), rows)


def options(work: Work, t: Texts) -> list[str]:
    """What is set, in words."""
    given = work.assignment
    lines: list[str] = []
    if given.tries:
        said = t.n(
            "The first answer to a question counts.", "The first {count} answers to a question count.", given.tries
        )
        lines.append(said)
    else:
        lines.append(t("The best answer to a question counts."))
    if given.draw:
        lines.append(
            t.n(
                "Each learner draws {count} question, not all the same.",
                "Each learner draws {count} questions, not all the same.",
                given.draw,
            )
        )
    if given.sealed:
        if given.deadline:
            lines.append(t("Right and wrong are told only after the deadline."))
        else:
            lines.append(t("Right and wrong are to be told after the deadline: set one, or they are told at once."))
    return lines


def ask_date(work_id: int, t: Texts) -> Reply:
    """Until when?"""
    text = t(
        "Until when? Type a day, such as “6 March”, “Friday” or “2026-03-06 18:00”; without a time, its last minute."
    )
    return Reply(text, ((button(t("Back"), class_buttons.OpenWork(work_id)),),))


def sure_remove(work: Work, t: Texts) -> Reply:
    """Asks before an assignment is taken back."""
    text = t("Take “{title}” back from the class? What was learned stays learned.", title=shorten(work.title, 80))
    yes = button(t("Yes, take it back"), class_buttons.WorkDo(work.assignment.id, "remove", 1))
    return Reply(text, ((yes, button(t("Back"), class_buttons.OpenWork(work.assignment.id))),))


def extra_page(work: Work, member: Member, found: Overview, t: Texts) -> Reply:
    """What one learner has beyond the others, and the choice of more."""
    own = work.extras.get(member.learner_id, Accommodation())
    result = work.results[member.learner_id]
    lines: list[str] = [bold(shorten(member.name, 60)) + " · " + shorten(work.title, 80), _more(own, t)]
    if result.deadline:
        lines.append(t("own deadline: {when}", when=t.moment(result.deadline, found.group.zone)))
    elif work.assignment.deadline is None:
        lines.append(t("There is no deadline, so more time changes nothing."))
    if work.assignment.tries is None:
        lines.append(t("Any number of tries counts, so more of them change nothing."))

    def do(label: str, what: str, value: int) -> Button:
        return button(label, class_buttons.Extra(work.assignment.id, member.number, what, value))

    rows = (
        (do(t("1 day more"), "days", 1), do(t("3 days more"), "days", 3), do(t("A week more"), "days", 7)),
        (do(t("1 try more"), "tries", 1), do(t("2 tries more"), "tries", 2)),
        (do(t("No more time"), "days", 0), do(t("No more tries"), "tries", 0)),
        (button(t("Back"), class_buttons.OneMember(work.assignment.class_id, member.number)),),
    )
    return Reply(Html("\n".join(lines)), rows)


def _more(extra: Accommodation, t: Texts) -> Html:
    parts = []
    if extra.extra_time:
        parts.append(t.n("{count} day more", "{count} days more", extra.extra_time.days))
    if extra.extra_tries:
        parts.append(t.n("{count} try more", "{count} tries more", extra.extra_tries))
    return Html(", ".join(parts)) if parts else t("nothing beyond the others")


def _to_class(group: int, t: Texts) -> tuple[Button, ...]:
    return (button(t("Back to the class"), class_buttons.OpenClass(group)),)
